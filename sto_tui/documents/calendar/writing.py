"""Writes events as iCalendar (RFC 5545).

A second import updates: an event has a name that stays, made of the dossier and its record, and a number that goes up
with every change of that record.
"""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event

from sto_tui.documents.calendar import CalendarOptions
from sto_tui.documents.calendar.events import CalendarEvent, events_of
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.region_words import without_programme
from sto_tui.domain.text import slug
from sto_tui.planning.progress.as_it_stood import as_of_today

_PRODUCT = "-//sto-tui//agenda//NL"
_ZONE = ZoneInfo("Europe/Amsterdam")
_WARNED_BEFORE = timedelta(days=14)


def written(dossier: Dossier, options: CalendarOptions) -> bytes:
    """The calendar. Whole days take up no time in the calendars of people, a meeting at a time does."""
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _name(dossier, options))
    for event in events_of(as_of_today(dossier, options.date), options.party):
        calendar.add_component(_component(event, _home(dossier), options.date))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _name(dossier: Dossier, options: CalendarOptions) -> str:
    period = dossier.current_period
    words = ["STO", without_programme(dossier.region), period.label if period else ""]
    party = f": {dossier.caption(options.party)}" if options.party else ""
    return " ".join(filter(None, words)) + party


def _home(dossier: Dossier) -> str:
    """Of which dossier an event is; an old one that has no name of its own is known by its region."""
    return dossier.key or slug(dossier.region.name) or "regio"


def _component(event: CalendarEvent, home: str, day: date) -> Event:
    component = Event()
    component.add("uid", f"{event.ref.table}-{event.ref.id}@{home}.sto")
    component.add("sequence", event.changes)
    component.add("dtstamp", datetime(day.year, day.month, day.day, tzinfo=UTC))
    start, end = _span(event)
    component.add("dtstart", start)
    component.add("dtend", end)
    component.add("summary", event.title)
    component.add("categories", [event.kind])
    component.add("transp", "OPAQUE" if event.begins_at else "TRANSPARENT")
    if event.about:
        component.add("description", "\n".join(event.about))
    if event.is_warned_of:
        component.add_component(_alarm(event))
    return component


def _span(event: CalendarEvent) -> tuple[date, date]:
    """Begin and end; that of a whole day is the next day. Minutes count as they go by, also over a clock change."""
    if event.begins_at is None:
        return event.day, event.day + timedelta(days=1)
    start = datetime.combine(event.day, event.begins_at, _ZONE)
    end = (start.astimezone(UTC) + timedelta(minutes=event.minutes)).astimezone(_ZONE)
    return start, end


def _alarm(event: CalendarEvent) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", event.title)
    alarm.add("trigger", -_WARNED_BEFORE)
    return alarm
