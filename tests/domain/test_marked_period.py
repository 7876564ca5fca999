"""The mark ‘Hierover gaat het plan’: one plan period has it, however it is given or taken."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from sto_tui.domain.change import (
    Change,
    ConflictError,
    NotSavedError,
    Occasion,
    adding,
    carried_out,
    changing,
    removing,
)
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.region import PlanPeriod
from sto_tui.planning.checks.finding import findings
from sto_tui.planning.plan_periods import refuse_unmarked
from sto_tui.storage.apart.merging import Merge
from sto_tui.storage.file.dossier_copy import read_copy
from sto_tui.storage.store import DossierStore
from tests.conftest import clock
from tests.support.by_hand import dossier_with
from tests.support.commands import Sto

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
    only = three(3)
    with pytest.raises(NotSavedError) as refused:
        refuse_unmarked(marking(only, 3, marked=False), only)
    assert refused.value.field == "current"
    assert str(refused.value) == (
        "Een plan gaat altijd over één planperiode. Zet dit aan bij een andere planperiode; dan gaat het hier uit."
    )
    both = three(2, 3)
    one_less = marking(both, 3, marked=False)
    refuse_unmarked(one_less, both)
    assert marked_in(carried_out(both, one_less)) == [2]


def test_a_period_that_is_removed_passes_its_mark_to_the_latest_of_the_others() -> None:
    dossier = three(2)
    change = removing(dossier, dossier.of(PlanPeriod)[2])
    refuse_unmarked(change, dossier)
    after = carried_out(dossier, change)
    assert (sorted(after.of(PlanPeriod)), marked_in(after)) == ([1, 3], [3])
    assert marked_in(carried_out(after, change.reversed())) == [2]


def opened(path: Path, who: str) -> DossierStore:
    return DossierStore.open(path, who, clock)


def test_of_two_who_mark_a_period_at_once_the_second_is_told(tmp_path: Path) -> None:
    path = tmp_path / "regio.sto.json"
    DossierStore.create(path, three(3))
    anja, bob = opened(path, "anja"), opened(path, "bob")
    of_bob = marking(bob.dossier, 1, marked=True)
    anja.apply(marking(anja.dossier, 2, marked=True))
    with pytest.raises(
        ConflictError, match="Planperiode 2023-2024 wordt niet die van het plan, want dat gaat intussen"
    ):
        bob.apply(of_bob)
    assert marked_in(opened(path, "jan").dossier) == [2]
    bob.apply(marking(bob.dossier, 1, marked=True))
    with pytest.raises(ConflictError, match="want dat gaat intussen over planperiode 2023-2024"):
        anja.undo()
    assert marked_in(opened(path, "jan").dossier) == [1]


def test_one_command_moves_the_mark_in_either_order(sto: Sto, tmp_path: Path) -> None:
    path = tmp_path / "regio.sto.json"
    DossierStore.create(path, three(3))
    for off, on in (("2027-2028", "2025-2026"), ("2025-2026", "2027-2028")):
        acts = [
            {"zet": f"perioden/{label}", "velden": {"hierover-gaat-het-plan": to}}
            for label, to in ((off, False), (on, True))
        ]
        source = tmp_path / "acts.json"
        source.write_text(json.dumps(acts))
        assert sto("zet", path, "--bron", source).code == 0
        assert [period.label for period in opened(path, "jan").dossier.of(PlanPeriod).values() if period.current] == [
            on
        ]


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


def test_two_copies_that_mark_another_period_give_a_finding_until_one_is_chosen(tmp_path: Path) -> None:
    """2027-2028 is marked; here 2023-2024 takes the mark, and on the laptop 2025-2026."""
    here, there = tmp_path / "regio.sto.json", tmp_path / "laptop.sto.json"
    DossierStore.create(here, three(3))
    shutil.copy2(here, there)
    for path, number in ((here, 1), (there, 2)):
        store = DossierStore.open(path, "an", clock)
        store.apply(marking(store.dossier, number, marked=True))
    store = DossierStore.open(here, "an", clock)
    store.join(Merge(store.as_copy, read_copy(there)).joined())
    assert marked_in(store.dossier) == [1, 2]
    (told,) = told_of_mark(store.dossier)
    assert told.startswith(
        "‘Hierover gaat het plan’ staat aan bij 2023-2024 en 2025-2026; sto-tui gaat uit van 2025-20"
    )
    store.apply(marking(store.dossier, 2, marked=False))
    assert marked_in(store.dossier) == [1]
    assert told_of_mark(store.dossier) == []


def told_of_mark(dossier: Dossier) -> list[str]:
    return [each.message for each in findings(dossier, TODAY) if each.check == "not_about_one_period"]
