"""A party that stopped, and the day on which it did."""

from datetime import date
from typing import Any

import pytest

from sto_tui.domain.merging.records import merged
from sto_tui.domain.parties import Party, PartyStatus

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
    ],
)
def test_the_day_goes_with_the_status(
    before: dict[str, Any] | None, after: dict[str, Any], status: PartyStatus, stopped_on: date | None
) -> None:
    was = None if before is None else Party(id=1, name="Noord", **before)
    now = (was or Party(id=1, name="Noord")).changed(**after).settled_after(was, TODAY)
    assert (now.status, now.stopped_on) == (status, stopped_on)


def test_who_stopped_and_who_signed_meanwhile_have_to_be_chosen_between() -> None:
    base = Party(id=1, name="Noord", status=STOPPED, stopped_on=MARCH)
    again, other_day = base.changed(status=SIGNED, stopped_on=None), base.changed(stopped_on=APRIL)
    assert merged(base, again, other_day)[1] == ("stopped_on",)
