"""The list of questions for support at place 4, with the half-days that were used and the questions that others ask."""

from collections.abc import Sequence
from datetime import date

from sto_tui.content.library import SupportExample, support_examples
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import count, short_date
from sto_tui.domain.plan import Support, SupportKind
from sto_tui.planning.support_request import half_days_in_words
from sto_tui.screens.frame.columns import Around, ListOf, Shown
from sto_tui.screens.frame.section import BLANK, Offer, group
from sto_tui.widgets.record_list import Cell, Row

_TURN = "Met enter maak je hier een eigen vraag van: "


def _half_days(question: Support, around: Around) -> Cell:
    used = sum(visit.half_days for visit in question.visits)
    return (count(used, "dagdeel", "dagdelen") if used else "–"), "muted"


def _support_so_far(question: Support, around: Around) -> str:
    """Who helps, and what came of the latest visit: `critical friend · 09-02-2027: een lijst met vragen`."""
    parts = [question.supporter] if question.supporter else []
    visits = [visit for visit in question.visits if visit.outcome]
    if visits:
        latest = max(visits, key=lambda visit: visit.date or date.min)
        parts.append((f"{short_date(latest.date)}: " if latest.date else "") + latest.outcome)
    return " · ".join(parts)


_KIND = Shown[Support]("kind", width=13)
_QUESTION = Shown[Support]("question", wrap=True)
SUPPORT = ListOf(
    Support,
    _KIND,
    _QUESTION,
    Shown("state", width=16),
    Shown("visits", head="", width=12, drop=1, cell=_half_days),
    none="Nog geen vraag om ondersteuning. Druk op a om er een toe te voegen.",
    below=_support_so_far,
)


def support_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """The questions, how many half-days were used, and questions of others that are not asked here yet."""
    rows = list(SUPPORT.rows(dossier, today))
    asked = dossier.of(Support).values()
    if asked:
        rows += [BLANK, group(half_days_in_words(dossier))]
    questions = {support.question for support in asked}
    left = [example for example in support_examples() if example.question not in questions]
    rows += [BLANK, group("Vragen waarbij ondersteuners kunnen helpen")] if left else []
    for kind in SupportKind:
        rows += [_example_row(example) for example in left if example.kind is kind]
    return rows


def _example_row(example: SupportExample) -> Row:
    values = {"kind": example.kind, "question": example.question, "supporter": example.supporter}
    offer = Offer("support", example.question, values, f"{_TURN}{example.question}")
    cells: dict[Shown[Support], Cell] = {
        _KIND: (example.supporter or example.kind.label, "muted"),
        _QUESTION: example.question,
    }
    return SUPPORT.other_row(offer, cells)
