"""`sto agenda`: milestones, go/no-go moments, deadlines and meetings as a calendar."""

from sto_tui import papers
from sto_tui.command.caller import Caller
from sto_tui.command.dossier import open_store, party_named, seen_in
from sto_tui.command.output import remark, say_path
from sto_tui.command.workbook import file_ending_in
from sto_tui.documents.calendar import CalendarOptions
from sto_tui.documents.calendar.events import events_of

_SUFFIX = ".ics"
_NOTHING = "Er staat niets in de agenda: er zijn geen mijlpalen, termijnen of bijeenkomsten met een datum."


def write_calendar(typed: str, caller: Caller, *, target: str | None, party: str) -> int:
    """Writes the calendar and prints its path. Raises CommandError or NotSavedError."""
    path = None if target is None else file_ending_in(target, _SUFFIX, "dit is een agenda")
    store = open_store(typed, caller)
    dossier = seen_in(store.dossier, caller)
    options = CalendarOptions(caller.today, party_named(dossier, party) if party else None)
    say_path(papers.write_calendar(dossier, options, store.path, path))
    if not events_of(dossier, options.party):
        remark(_NOTHING)
    return 0
