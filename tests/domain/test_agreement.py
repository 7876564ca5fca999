"""Who agreed on a text and when holds for the words that were agreed on, by hand."""

from datetime import date
from typing import Any

import pytest

from sto_tui.domain.change import edited
from sto_tui.domain.merging.records import merged
from sto_tui.domain.plan import Goal
from sto_tui.domain.record import Record
from sto_tui.domain.vision import VisionSection

DAY, LATER = date(2026, 9, 17), date(2026, 11, 5)
GOAL = Goal(id=1, number=1, text="Meer leerlingen", target="500", agreed_on=DAY, agreed_by=2)
SECTION = VisionSection(id=1, section="Aanbod", text="Alle profielen", agreed_on=DAY, agreed_by=2)


def agreement(record: Any) -> tuple[date | None, int | None]:
    return record.agreed_on, record.agreed_by


@pytest.mark.parametrize(
    ("record", "values", "expected"),
    [
        (GOAL, {"text": "Meer meisjes"}, (None, None)),
        (GOAL, {"target": "450"}, (None, None)),
        (GOAL, {"baseline": "400", "baseline_year": 2025}, (None, None)),
        (GOAL, {"outcome": "gehaald", "number": 3}, (DAY, 2)),
        (GOAL, {"text": "Meer meisjes", "agreed_on": LATER}, (LATER, 2)),
        (GOAL, {"agreed_on": None, "agreed_by": None}, (None, None)),
        (SECTION, {"text": "Vijf profielen"}, (None, None)),
        (SECTION, {"now": "Zes profielen"}, (DAY, 2)),
        (SECTION, {"text": "Vijf profielen", "agreed_on": LATER, "agreed_by": 3}, (LATER, 3)),
    ],
)
def test_other_words_were_not_agreed_on(record: Record, values: dict[str, Any], expected: tuple[Any, Any]) -> None:
    assert agreement(edited(record, **values)[0].after) == expected


OPEN_GOAL = GOAL.changed(agreed_on=None, agreed_by=None)
OPEN_SECTION = SECTION.changed(agreed_on=None, agreed_by=None)


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "expected"),
    [
        # What the stuurgroep agreed on is not what stands there once a colleague's words are in it.
        (OPEN_SECTION, {"agreed_on": DAY, "agreed_by": 2}, {"text": "Vijf profielen"}, (None, None)),
        (OPEN_SECTION, {"agreed_on": DAY, "agreed_by": 2}, {"now": "Zes"}, (DAY, 2)),
        (OPEN_SECTION, {"text": "Vijf", "agreed_on": DAY}, {"agreed_by": 2}, (DAY, 2)),
        (OPEN_GOAL, {"target": "450"}, {"agreed_on": DAY, "agreed_by": 2}, (None, None)),
        (OPEN_GOAL, {"why": "Zo"}, {"agreed_on": DAY, "agreed_by": 2}, (DAY, 2)),
    ],
)
def test_words_of_two_sides_together_were_agreed_on_by_nobody(
    base: Record, mine: dict[str, Any], theirs: dict[str, Any], expected: tuple[Any, Any]
) -> None:
    together, clashes = merged(base, base.changed(**mine), base.changed(**theirs))
    assert (agreement(together), clashes) == (expected, ())
