"""The calendar: milestones, go/no-go moments, deadlines and meetings, for the calendars of people."""

from datetime import date

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.record import Ref
from sto_tui.frozen import frozen


@frozen
class CalendarOptions:
    """On which day the calendar is made, and for which party or body; None is for everybody."""

    date: date
    party: Ref | None = None


def build_calendar(dossier: Dossier, options: CalendarOptions) -> bytes:
    """The bytes of an .ics of the period through which the dossier is seen; the same for the same dossier and day."""
    from sto_tui.documents.calendar.writing import written

    return written(dossier, options)
