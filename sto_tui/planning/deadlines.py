"""What comes next, and how many days are left."""

from datetime import date

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import count
from sto_tui.domain.region import Deadline, DeadlineKind
from sto_tui.frozen import frozen


@frozen
class Upcoming:
    """A deadline with the days left (negative: past), what people say of that, and whether it is still to be met."""

    deadline: Deadline
    days_left: int
    words: str
    waits: bool

    @property
    def is_late(self) -> bool:
        """Whether it should have been met before today."""
        return self.waits and self.days_left < 0


def next_deadlines(dossier: Dossier, today: date) -> list[Upcoming]:
    """Deadlines that still have to be met by date, then those that are done or over, the latest first."""
    items = [upcoming(deadline, today) for deadline in dossier.of(Deadline).values()]
    waiting = sorted((item for item in items if item.waits), key=lambda item: item.deadline.date)
    return waiting + sorted(
        (item for item in items if not item.waits),
        key=lambda item: item.deadline.date,
        reverse=True,
    )


def upcoming(deadline: Deadline, today: date) -> Upcoming:
    """How many days there are to a deadline.

    A national date that is past is over: whether the region met it is known to DUS-I, and nothing is to be done.
    """
    days = (deadline.date - today).days
    is_over = days < 0 and deadline.kind is DeadlineKind.NATIONAL
    words = "gedaan" if deadline.done else "voorbij" if is_over else words_of_days(days)
    return Upcoming(deadline, days, words, waits=not deadline.done and not is_over)


def words_of_days(days: int) -> str:
    """`nog 9 dagen`, `vandaag`, `11 dagen te laat`: what people say of the days that are left."""
    if days == 0:
        return "vandaag"
    return f"nog {count(days, 'dag', 'dagen')}" if days > 0 else f"{count(-days, 'dag', 'dagen')} te laat"
