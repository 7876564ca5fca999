"""The invented region lives on the day on which it is copied: nothing of later, and nothing long forgotten."""

from datetime import date
from pathlib import Path

import pytest

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Action, ActionStatus
from sto_tui.domain.milestones import Milestone, Progress, Stoplicht
from sto_tui.domain.plan import Goal
from sto_tui.domain.record import fields_of
from sto_tui.domain.region import Deadline, PlanPeriod, PlanStatus
from sto_tui.planning.example_day import on_day
from sto_tui.storage.file.codec import decode, dossier_from
from sto_tui.storage.samples import copy_sample
from tests.support.commands import Sto

SAMPLE = Path(__file__).parents[2] / "samples" / "voorbeeldregio-2027-2028.sto.json"


@pytest.fixture(scope="module")
def written() -> Dossier:
    return dossier_from(decode(SAMPLE.read_bytes(), SAMPLE.name), SAMPLE.name)


def labels(dossier: Dossier) -> list[str]:
    return [period.label for period in dossier.of(PlanPeriod).values()]


def lab(dossier: Dossier) -> tuple[Stoplicht, date | None, int]:
    """How milestone 1.1a of the plan at hand stands, since when, and how many lines its log has."""
    seen = dossier.seen_in()
    (milestone,) = [known for known in seen.of(Milestone).values() if known.number == "1.1a"]
    return milestone.light, milestone.done_on, len(seen.progress_of(milestone.id))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        # Its log has a line of 15 January 2027, groen, and one of 10 February, gereed.
        (date(2026, 11, 28), (Stoplicht.NIET_GESTART, None, 0)),
        (date(2027, 1, 15), (Stoplicht.GROEN, None, 1)),
        (date(2027, 2, 9), (Stoplicht.GROEN, None, 1)),
        (date(2027, 6, 15), (Stoplicht.GEREED, date(2027, 2, 10), 2)),
    ],
)
def test_a_milestone_is_as_it_was_on_that_day(
    written: Dossier, day: date, expected: tuple[Stoplicht, date | None, int]
) -> None:
    assert lab(on_day(written, day)) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        # Adopted on 17 September 2026, handed in on the 28th, granted on 15 December.
        (date(2026, 9, 16), PlanStatus.CONCEPT),
        (date(2026, 9, 17), PlanStatus.VASTGESTELD),
        (date(2026, 9, 28), PlanStatus.INGEDIEND),
        (date(2026, 12, 14), PlanStatus.INGEDIEND),
        (date(2026, 12, 15), PlanStatus.TOEGEKEND),
    ],
)
def test_the_plan_is_as_far_as_it_was_on_that_day(written: Dossier, day: date, expected: PlanStatus) -> None:
    plan = on_day(written, day).current_period
    assert plan is not None
    assert (plan.label, plan.plan_status) == ("2027-2028", expected)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 1, 1), ["2025-2028", "2025-2026", "2027-2028"]),
        (date(2027, 12, 31), ["2025-2028", "2025-2026", "2027-2028"]),
        (date(2028, 2, 29), ["2027-2030", "2027-2028", "2029-2030"]),
        (date(2025, 5, 1), ["2023-2026", "2023-2024", "2025-2026"]),
    ],
)
def test_the_periods_move_two_years_at_a_time(written: Dossier, day: date, expected: list[str]) -> None:
    assert labels(on_day(written, day)) == expected


def test_a_copy_is_called_after_the_plan_that_it_prepares(tmp_path: Path) -> None:
    assert copy_sample("voorbeeldregio", tmp_path, date(2027, 12, 31)).name == SAMPLE.name
    later = copy_sample("voorbeeldregio", tmp_path, date(2028, 2, 29))
    assert later.name == "voorbeeldregio-2029-2030.sto.json"
    dossier = dossier_from(decode(later.read_bytes(), later.name), later.name)
    assert dossier.aside == ()
    # The years in the words of a goal moved too.
    assert any("In 2028 kiezen 430 leerlingen" in goal.text for goal in dossier.of(Goal).values())


@pytest.mark.parametrize(
    "day", [date(2026, 1, 2), date(2026, 11, 28), date(2027, 6, 15), date(2027, 12, 31), date(2032, 2, 29)]
)
def test_nothing_has_happened_that_is_still_to_come_and_nothing_is_forgotten(written: Dossier, day: date) -> None:
    dossier = on_day(written, day)
    for records in dossier.tables.values():
        for record in records.values():
            for name, spec in fields_of(type(record)).items():
                moment = getattr(record, name)
                assert not (spec.happened and isinstance(moment, date) and moment > day), record
    assert not [deadline for deadline in dossier.of(Deadline).values() if deadline.done and deadline.date > day]
    late = [
        (day - milestone.due).days
        for milestone in dossier.seen_in().of(Milestone).values()
        if milestone.due and milestone.due < day and milestone.light is not Stoplicht.GEREED
    ]
    assert len(late) <= 20
    assert max(late, default=0) < 366
    lines = [entry.date for entry in dossier.seen_in().of(Progress).values()]
    assert not lines or (day - max(lines)).days < 31


@pytest.mark.parametrize(
    ("status", "due", "then"),
    [
        (ActionStatus.OPEN, date(2026, 1, 2), ActionStatus.GEREED),
        (ActionStatus.BEZIG, date(2026, 1, 2), ActionStatus.GEREED),
        (ActionStatus.VERVALLEN, date(2026, 1, 2), ActionStatus.VERVALLEN),
        (ActionStatus.OPEN, date(2026, 11, 27), ActionStatus.OPEN),
        (ActionStatus.OPEN, None, ActionStatus.OPEN),
    ],
)
def test_what_was_to_be_done_long_ago_is_done_but_not_what_was_dropped(
    written: Dossier, status: ActionStatus, due: date | None, then: ActionStatus
) -> None:
    action = Action(id=999, text="Bellen", status=status, due=due)
    dossier = written.with_tables({"actions": {**written.of(Action), 999: action}})
    assert on_day(dossier, date(2026, 11, 28)).of(Action)[999].status is then


def test_the_copy_has_the_plan_that_was_handed_in_and_knows_what_changed_since(sto: Sto, tmp_path: Path) -> None:
    """100 hours of € 95 went to the programme manager, two rounds of € 4.800 were taken out: € 100 less in all."""
    copy = copy_sample("voorbeeldregio", tmp_path, date(2026, 11, 28))
    kept = sorted((tmp_path / copy.name.replace(".sto.json", ".sto.d")).glob("ingediend-*"))
    assert [plan.name[: len("ingediend-2025-2026-2025-04-15")] for plan in kept] == [
        "ingediend-2025-2026-2025-04-15",
        "ingediend-2027-2028-2026-09-28",
    ]
    told = sto("wijzigingen", copy, "--periode", "2025-2026").out
    for words in (
        "Doel 4: streefwaarde ‘12 hybride docenten’ → ‘10 hybride docenten’.",
        "Speerpunt A5 Robotica na schooltijd is vervallen.",
        "Van activiteiten naar overhead ging € 9.500",
        "Begroting in totaal: € 1.259.800 → € 1.259.700.",
        "‘B12 Vervoer en inregelen 2026’: € 28.800 → € 19.200.",
        "Bijdrage ‘Proefopstellingen 2026’: status ‘toegezegd’ → ‘getekend’.",
        "Lyceum aan de Kolk is op 31 juli 2026 gestopt.",
    ):
        assert words in " ".join(told.split())
    assert told.count("\n- ") == 13
