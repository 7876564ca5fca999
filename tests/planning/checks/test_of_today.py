"""What is found goes by stoplicht and log of today; a line about a day to come counts from that day on.

Worked out by hand for 30 November 2026. 1.1a had to be ready in October: it is oranje since 1 June without a word, and
a line of 5 January says gereed. 1.1b waits on it and is gereed since 1 October. 1.1c is groen; a line of 5 January
says rood.
"""

from datetime import date

import pytest

from sto_tui.domain.milestones import Dependency, Milestone, Progress, Stoplicht
from sto_tui.domain.plan import Speerpunt, Theme
from sto_tui.domain.region import PlanPeriod
from sto_tui.planning.checks.finding import Judging
from sto_tui.planning.now_to_do import ToDoKind, most_pressing, now_to_do
from tests.support.by_hand import dossier_with

TODAY, TO_COME = date(2026, 11, 30), date(2027, 1, 5)
OCTOBER_1 = date(2026, 10, 1)
PLAN = dossier_with(
    PlanPeriod(id=1, label="2026-2027", start=date(2026, 1, 1), end=date(2027, 12, 31), current=True),
    Theme(id=1, number=1, title="Labs", periods=(1,)),
    Speerpunt(id=1, theme=1, number="1.1", title="Lab"),
    Milestone(
        id=1,
        number="1.1a",
        title="Lab besteld",
        speerpunt=1,
        due=date(2026, 10, 31),
        light=Stoplicht.GEREED,
        done_on=TO_COME,
    ),
    Milestone(
        id=2,
        number="1.1b",
        title="Lab open",
        speerpunt=1,
        after=(Dependency(id=1, milestone=1),),
        light=Stoplicht.GEREED,
        done_on=OCTOBER_1,
    ),
    Milestone(id=3, number="1.1c", title="Lessen", speerpunt=1, due=date(2026, 12, 31), light=Stoplicht.ROOD),
    Progress(id=1, milestone=1, date=date(2026, 6, 1), light=Stoplicht.ORANJE),
    Progress(id=2, milestone=1, date=TO_COME, light=Stoplicht.GEREED),
    Progress(id=3, milestone=2, date=OCTOBER_1, light=Stoplicht.GEREED),
    Progress(id=4, milestone=3, date=date(2026, 6, 1), light=Stoplicht.GROEN),
    Progress(id=5, milestone=3, date=TO_COME, light=Stoplicht.ROOD),
)
AFTER_THAT_DAY = date(2027, 1, 6)


@pytest.mark.parametrize(
    ("check", "now", "then"),
    [
        ("past_due", ["milestones/1/due"], ["milestones/3/due"]),
        ("ready_before_predecessor", ["milestones/2/light"], []),
        ("trouble_without_explanation", ["progress/1/note"], ["progress/5/note"]),
        ("log_in_future", ["progress/2/date", "progress/5/date"], []),
        ("ready_in_future", ["milestones/1/done_on"], []),
    ],
)
def test_findings_go_by_today(check: str, now: list[str], then: list[str]) -> None:
    judging = Judging()
    for day, found in ((TODAY, now), (AFTER_THAT_DAY, then)):
        assert [str(each.ref) for each in judging.judged(PLAN, day).open if each.check == check] == found, day


def test_what_was_found_is_found_anew_when_its_line_gets_the_day_of_today() -> None:
    judging, line = Judging(), PLAN.of(Progress)[2].changed(date=TODAY)
    ready = PLAN.of(Milestone)[1].changed(done_on=TODAY)
    changed = PLAN.with_tables(
        {"progress": {**PLAN.of(Progress), 2: line}, "milestones": {**PLAN.of(Milestone), 1: ready}}
    )
    for dossier, found in ((PLAN, 1), (changed, 0), (PLAN, 1)):
        judged = judging.judged(dossier, TODAY)
        assert sum(each.check == "past_due" for each in judged.open) == found


def test_checks_that_are_asked_a_few_at_a_time_come_to_an_end() -> None:
    """One step of each look at the same version: as many looks as checks, and then nothing is left to ask."""
    judging, looks = Judging(), 0
    while next(judging.steps(PLAN, TODAY), judging) is None:
        looks += 1
        assert looks < 1000
    assert looks > 50


def test_what_turns_rood_later_asks_for_no_measure_yet() -> None:
    assert ToDoKind.RED not in [thing.kind for thing in now_to_do(PLAN, TODAY)]
    pressing = most_pressing(PLAN, TODAY)
    assert pressing is None or pressing.kind is not ToDoKind.RED
