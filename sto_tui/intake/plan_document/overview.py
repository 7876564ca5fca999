"""A table of themes with the speerpunten of each: the plan itself when nothing is worked out, else contents."""

from collections.abc import Sequence
from typing import TypeGuard

from sto_tui.domain.text import plain
from sto_tui.intake.plan_document.blocks import Paragraph
from sto_tui.intake.plan_document.numbers_before import number_of
from sto_tui.intake.plan_document.pieces import lines_in, without_stop
from sto_tui.intake.plan_document.places import place_of
from sto_tui.intake.plan_document.plan_sections import PlanHead, PlanLine
from sto_tui.intake.plan_document.plan_words import Slot
from sto_tui.intake.plan_document.table_lines import HeadedRow
from sto_tui.intake.plan_document.written_plan import NotUnderstood, WrittenPlan, WrittenSpeerpunt, WrittenTheme

_WORKED_OUT = (Slot.ACTS, Slot.PARTNERS, Slot.PERIOD, Slot.RESULT)


class Overview:
    """The rows of such a table, set apart while the rest is read."""

    def __init__(self) -> None:
        self._rows: list[tuple[HeadedRow, PlanHead]] = []

    def without(self, lines: Sequence[PlanLine], head: PlanHead) -> list[PlanLine]:
        """The lines that are not of an overview."""
        rest: list[PlanLine] = []
        for line in lines:
            is_overview = isinstance(line, HeadedRow) and line.has(Slot.THEME, Slot.SPEERPUNT)
            if isinstance(line, HeadedRow) and is_overview and not any(map(line.has, _WORKED_OUT)):
                self._rows.append((line, head))
            else:
                rest.append(line)
        return rest

    def into(self, plan: WrittenPlan) -> None:
        """Adds its themes and speerpunten to a plan that has none; of another it only says what is not in there."""
        if not self._rows:
            return
        if plan.speerpunten:
            first, head = self._rows[0]
            plan.remarks.append(
                f"Het overzicht van thema’s en speerpunten ({place_of(first.spot, head)}) is niet apart overgenomen: "
                "de uitwerking telt."
            )
        theme: WrittenTheme | None = None
        for row, head in self._rows:
            place = place_of(row.spot, head)
            if not plan.speerpunten or theme:
                theme = theme_of(row, plan, place) or theme
            for paragraph in row.slots[Slot.SPEERPUNT]:
                if not plan.speerpunten or theme:
                    _add(plan, theme, paragraph, place, row.doubt)
                elif not paragraph.is_item and not number_of(paragraph)[0]:
                    plan.not_understood.append(NotUnderstood(place, paragraph.text, "het staat bij het overzicht"))


def is_plan_row(line: PlanLine) -> TypeGuard[HeadedRow]:
    """Whether it is a row of a table in which speerpunten are worked out, each beside its theme."""
    is_row = isinstance(line, HeadedRow) and line.has(Slot.THEME, Slot.SPEERPUNT)
    return isinstance(line, HeadedRow) and is_row and any(map(line.has, _WORKED_OUT))


def theme_of(row: HeadedRow, plan: WrittenPlan, place: str) -> WrittenTheme | None:
    """The theme that a row begins, new or there already; None when it goes on with the one above."""
    if Slot.THEME in row.merged or not row.text(Slot.THEME):
        return None
    typed, title = number_of(row.slots[Slot.THEME][0])
    title = "\n".join([title, *(paragraph.text for paragraph in row.slots[Slot.THEME][1:])])
    same = next((theme for theme in plan.themes if plain(theme.title) == plain(title)), None)
    if same:
        return same
    number = int(typed) if typed.isdecimal() else len(plan.themes) + 1
    theme = WrittenTheme(place, number, " ".join(title.split()), doubt=row.doubt)
    plan.themes.append(theme)
    return theme


def _add(plan: WrittenPlan, theme: WrittenTheme | None, paragraph: Paragraph, place: str, doubt: str) -> None:
    typed, text = number_of(paragraph)
    if theme is None or not (paragraph.is_item or typed):
        plan.not_understood.append(NotUnderstood(place, paragraph.text, "het is geen speerpunt in een lijst"))
        return
    text = text if typed else next(lines_in((paragraph,)), text)
    count = 1 + sum(point.theme == theme.number for point in plan.speerpunten)
    number = typed if "." in typed else f"{theme.number}.{typed or count}"
    plan.speerpunten.append(WrittenSpeerpunt(place, theme.number, number, without_stop(text), doubt=doubt))
