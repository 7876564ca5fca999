"""Moments to tell of and to celebrate: what was reached, and quick results that are coming.

Source: the STO page on milestone plans of 2020: quick results, and celebrating successes on the way.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from sto_tui.domain.communication import Communication
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Milestone, Stoplicht
from sto_tui.frozen import frozen


@frozen
class MomentToTell:
    """A milestone of which nobody is told yet; `day` is when it was reached, or when it will be."""

    milestone: Milestone
    is_reached: bool
    day: date | None

    @property
    def values(self) -> Mapping[str, Any]:
        """What can be filled in of telling it."""
        title = self.milestone.title.rstrip(".")
        message = f"Bereikt: {title}." if self.is_reached else f"{title}."
        return {"message": message, "milestone": self.milestone.id, **({} if self.is_reached else {"date": self.day})}


def moments_to_tell(dossier: Dossier) -> list[MomentToTell]:
    """What was reached, the latest first, and then the quick results that are coming, the nearest first."""
    moments = list(_moments(dossier))
    reached = [moment for moment in moments if moment.is_reached]
    coming = [moment for moment in moments if not moment.is_reached]
    reached.sort(key=lambda moment: moment.day or date.min, reverse=True)
    coming.sort(key=lambda moment: moment.day or date.max)
    return [*reached, *coming]


def _moments(dossier: Dossier) -> Iterator[MomentToTell]:
    told = {communication.milestone for communication in dossier.whole.of(Communication).values()}
    for milestone in dossier.of(Milestone).values():
        is_reached = milestone.light is Stoplicht.GEREED
        if milestone.id not in told and (is_reached or milestone.quick_win):
            yield MomentToTell(
                milestone, is_reached, milestone.done_on or milestone.due if is_reached else milestone.due
            )
