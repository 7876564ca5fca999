"""A party that stopped, and the day on which it did."""

from datetime import date
from typing import Any

import pytest

from sto_tui.domain.merging.records import merged
from sto_tui.domain.parties import Party, PartyStatus
from sto_tui.domain.region import PlanPeriod

TODAY, MARCH, APRIL = date(2027, 5, 1), date(2027, 3, 31), date(2027, 4, 30)
SIGNED, STOPPED = PartyStatus.GETEKEND, PartyStatus.GESTOPT


@pytest.mark.parametrize(
    ("before", "after", "status", "stopped_on"),
    [
        (None, {"status": STOPPED}, STOPPED, TODAY),
        (None, {"status": STOPPED, "stopped_on": MARCH}, STOPPED, MARCH),
        (None, {"stopped_on": MARCH}, STOPPED, MARCH),
        ({"status": SIGNED}, {"status": STOPPED}, STOPPED, TODAY),
        ({"status": SIGNED}, {"stopped_on": MARCH}, STOPPED, MARCH),
        ({"status": STOPPED, "stopped_on": MARCH}, {"stopped_on": APRIL}, STOPPED, APRIL),
        ({"status": STOPPED, "stopped_on": MARCH}, {"stopped_on": None}, STOPPED, None),
        ({"status": STOPPED, "stopped_on": MARCH}, {"status": SIGNED}, SIGNED, None),
        ({"status": STOPPED, "stopped_on": MARCH}, {"name": "Zuid"}, STOPPED, MARCH),
        ({"status": STOPPED}, {"name": "Zuid"}, STOPPED, None),
        # Of who takes part again a day that was not known before says nothing.
        ({"status": STOPPED}, {"status": SIGNED, "stopped_on": APRIL}, SIGNED, None),
    ],
)
def test_the_day_goes_with_the_status(
    before: dict[str, Any] | None, after: dict[str, Any], status: PartyStatus, stopped_on: date | None
) -> None:
    was = None if before is None else Party(id=1, name="Noord", **before)
    now = (was or Party(id=1, name="Noord")).changed(**after).settled_after(was, TODAY)
    assert (now.status, now.stopped_on) == (status, stopped_on)


JANUARY, LATER = date(2025, 1, 10), date(2027, 4, 15)
GAP = {"id": 1, "stopped_on": MARCH, "agreed_on": JANUARY}


@pytest.mark.parametrize(
    ("after", "day", "agreed_on", "gaps"),
    [
        # Back on the day on which it is written down, or on that of the new agreement; signed again on that day.
        ({"status": SIGNED}, TODAY, TODAY, [{**GAP, "back_on": TODAY}]),
        ({"status": SIGNED, "agreed_on": LATER}, TODAY, LATER, [{**GAP, "back_on": LATER}]),
        ({"status": PartyStatus.BEOOGD}, TODAY, None, [{**GAP, "back_on": TODAY}]),
        # Nobody knows since when: the day on which it stopped stays, and the agreement is the one that was told.
        ({"status": SIGNED}, None, JANUARY, [{**GAP, "back_on": None}]),
        # By an agreement of before, or on the day itself, it never stopped.
        ({"status": SIGNED, "agreed_on": date(2026, 6, 1)}, TODAY, date(2026, 6, 1), []),
        ({"status": SIGNED}, MARCH, JANUARY, []),
        # What is not about taking part changes nothing.
        ({"name": "Zuid"}, TODAY, JANUARY, []),
    ],
)
def test_who_takes_part_again_keeps_when_it_did_not(
    after: dict[str, Any], day: date | None, agreed_on: date | None, gaps: list[dict[str, Any]]
) -> None:
    was = Party(id=1, name="Noord", status=STOPPED, stopped_on=MARCH, agreed_on=JANUARY)
    now = was.changed(**after).settled_after(was, day)
    assert (now.agreed_on, [dict(gap) for gap in now.absences]) == (agreed_on, gaps)


def test_who_stops_and_comes_back_twice_was_away_twice() -> None:
    party = Party(id=1, name="Noord", status=SIGNED)
    for stopped_on, back_on in ((date(2024, 3, 31), date(2025, 2, 1)), (MARCH, TODAY)):
        gone = party.changed(status=STOPPED, stopped_on=stopped_on).settled_after(party, stopped_on)
        party = gone.changed(status=SIGNED).settled_after(gone, back_on)
    assert [(gap.id, gap.stopped_on, gap.back_on, gap.agreed_on) for gap in party.absences] == [
        (1, date(2024, 3, 31), date(2025, 2, 1), None),
        (2, MARCH, TODAY, date(2025, 2, 1)),
    ]
    # A plan knows the first stop of which the return came when it was over; one that ends later knows the present.
    for end, then in ((date(2024, 12, 31), date(2024, 3, 31)), (date(2026, 12, 31), MARCH), (TODAY, None)):
        plan = PlanPeriod(label="plan", start=date(2024, 1, 1), end=end)
        assert party.as_of(plan).stopped_on == then


def test_who_stopped_and_who_signed_meanwhile_have_to_be_chosen_between() -> None:
    base = Party(id=1, name="Noord", status=STOPPED, stopped_on=MARCH)
    again, other_day = base.changed(status=SIGNED, stopped_on=None), base.changed(stopped_on=APRIL)
    assert merged(base, again, other_day)[1] == ("stopped_on",)
