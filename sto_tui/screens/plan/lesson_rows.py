"""The list of place 4 of what is learned from others, with the aids that the sources name."""

from collections.abc import Sequence
from datetime import date

from sto_tui.content.library import Tool, tools
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.learning import Lesson, LessonKind
from sto_tui.screens.frame.columns import ListOf, Shown
from sto_tui.screens.frame.section import BLANK, Offer, group
from sto_tui.widgets.record_list import Cell, Row

_TITLE = Shown[Lesson]("title", width=26, wrap=True)
_KIND = Shown[Lesson]("kind", width=17, drop=2, role="muted")
_TAKEN = Shown[Lesson]("lesson", head="Wat we meenemen", least=24, wrap=True, empty=("nog niets", "muted"))
LESSONS = ListOf(
    Lesson,
    _TITLE,
    _KIND,
    _TAKEN,
    Shown("speerpunten", width=14, drop=1, role="muted", empty=("–", "muted")),
    none="Nog geen voorbeelden. Druk op a om er een toe te voegen.",
    below=lambda lesson, around: lesson.address,
)


def lesson_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """What is learned from others, and below that the aids that were not looked at yet."""
    rows = list(LESSONS.rows(dossier, today))
    known = {lesson.title for lesson in dossier.of(Lesson).values()}
    left = [tool for tool in tools() if tool.title not in known]
    rows += [BLANK, group("Hulpmiddelen; controleer of het adres nog klopt")] if left else []
    return [*rows, *map(_tool_row, left)]


def _tool_row(tool: Tool) -> Row:
    values = {"title": tool.title, "kind": LessonKind.HULPMIDDEL, "address": tool.address}
    offer = Offer("lessons", tool.title, values, f"{tool.address}: met enter leg je vast wat je ervan meeneemt.")
    cells: dict[Shown[Lesson], Cell] = {_TITLE: tool.title, _TAKEN: (tool.what_for, "muted")}
    return LESSONS.other_row(offer, cells)
