"""The mark ‘Hierover gaat het plan’: one plan period has it, however it is given or taken."""

from datetime import date

import pytest

from sto_tui.domain.change import Change, NotSavedError, Occasion, adding, carried_out, changing
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.region import PlanPeriod
from sto_tui.planning.checks.finding import findings
from tests.support.by_hand import dossier_with

TODAY = date(2026, 11, 30)


def period(number: int, first: int, *, marked: bool) -> PlanPeriod:
    label = f"{first}-{first + 1}"
    return PlanPeriod(id=number, label=label, start=date(first, 1, 1), end=date(first + 1, 12, 31), current=marked)


def three(*marked: int) -> Dossier:
    years = {1: 2023, 2: 2025, 3: 2027}
    return dossier_with(*(period(number, first, marked=number in marked) for number, first in years.items()))


def marking(dossier: Dossier, number: int, *, marked: bool) -> Change:
    before = dossier.of(PlanPeriod)[number]
    return changing(dossier, before, before.changed(current=marked), Occasion(dossier, TODAY))


def marked_in(dossier: Dossier) -> list[int]:
    return [number for number, each in dossier.of(PlanPeriod).items() if each.current]


@pytest.mark.parametrize("before", [(3,), (1, 3), ()])
def test_the_mark_moves_and_comes_back(before: tuple[int, ...]) -> None:
    dossier = three(*before)
    change = marking(dossier, 2, marked=True)
    after = carried_out(dossier, change)
    assert marked_in(after) == [2]
    assert after.period_at_hand == after.of(PlanPeriod)[2]
    assert change.label == "Planperiode 2025-2026 gewijzigd: hierover gaat het plan"
    assert marked_in(carried_out(after, change.reversed())) == [*before]


def test_a_period_that_is_added_with_the_mark_takes_it() -> None:
    dossier = three(3)
    after = carried_out(dossier, adding(dossier, period(0, 2029, marked=True), occasion=Occasion(dossier, TODAY)))
    assert [after.of(PlanPeriod)[number].label for number in marked_in(after)] == ["2029-2030"]


def test_the_last_mark_is_not_taken_away() -> None:
    with pytest.raises(NotSavedError) as refused:
        marking(three(3), 3, marked=False)
    assert refused.value.field == "current"
    assert str(refused.value) == (
        "Een plan gaat altijd over één planperiode. Zet dit aan bij een andere planperiode; dan gaat het hier uit."
    )
    both = three(2, 3)
    assert marked_in(carried_out(both, marking(both, 3, marked=False))) == [2]


@pytest.mark.parametrize(
    ("marked", "told"),
    [
        ((3,), None),
        ((2, 3), "‘Hierover gaat het plan’ staat aan bij 2025-2026 en 2027-2028; sto-tui gaat uit van 2027-2028."),
        ((1, 2), "‘Hierover gaat het plan’ staat aan bij 2023-2024 en 2025-2026; sto-tui gaat uit van 2025-2026."),
        ((), "‘Hierover gaat het plan’ staat bij geen planperiode aan; sto-tui gaat uit van 2027-2028."),
    ],
)
def test_several_marks_or_none_are_told(marked: tuple[int, ...], told: str | None) -> None:
    dossier = three(*marked)
    found = [each for each in findings(dossier, TODAY) if "Hierover gaat" in each.message]
    assert [each.message for each in found] == ([f"{told} Laat of zet het bij één aan."] if told else [])
    shown = dossier.period_at_hand
    assert shown is None or [each.ref for each in found] == [ref_of(shown, "current")] * len(found)
