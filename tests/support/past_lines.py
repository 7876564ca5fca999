"""Lines of a history, written as the store writes them."""

from datetime import datetime

from sto_tui.domain.change import Change
from sto_tui.storage.file.lineage import new_key
from sto_tui.storage.past.entry import Entry, past_edits
from sto_tui.storage.past.history import History


def note(history: History, change: Change, at: datetime, by: str) -> None:
    """Adds the line of a change that followed on no other."""
    history.append(Entry(at, by, change.label, past_edits(change), new_key()))
