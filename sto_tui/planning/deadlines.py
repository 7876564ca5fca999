"""What comes next, and how many days are left."""

from dataclasses import dataclass
from datetime import date

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import count
from sto_tui.domain.region import Deadline


@dataclass(frozen=True)
class Upcoming:
    """A deadline with the days left (negative: past) and what people say of that."""

    deadline: Deadline
    days_left: int
    words: str


def next_deadlines(dossier: Dossier, today: date) -> list[Upcoming]:
    """Open deadlines by date, then those that are done, the latest first."""
    items = [_upcoming(deadline, today) for deadline in dossier.deadlines.values()]
    still_open = sorted((one for one in items if not one.deadline.done), key=lambda one: one.deadline.date)
    done = sorted((one for one in items if one.deadline.done), key=lambda one: one.deadline.date, reverse=True)
    return still_open + done


def _upcoming(deadline: Deadline, today: date) -> Upcoming:
    days = (deadline.date - today).days
    if deadline.done:
        words = "gedaan"
    elif days == 0:
        words = "vandaag"
    elif days > 0:
        words = f"nog {count(days, 'dag', 'dagen')}"
    else:
        words = f"{count(-days, 'dag', 'dagen')} te laat"
    return Upcoming(deadline, days, words)
