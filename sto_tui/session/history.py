"""What was changed before in the dossier that is open."""

from collections.abc import Callable, Sequence
from itertools import islice

from sto_tui.domain.change import Change, NotSavedError
from sto_tui.domain.record import Ref
from sto_tui.screens.host.changing import PastChange
from sto_tui.session.what_is_open import Opened
from sto_tui.storage.past.history import Entry, taken_back


class SessionHistory:
    """Reads the history, and leads back into it; `changed` is called when the dossier is another one."""

    def __init__(self, opened: Opened, changed: Callable[[], None]) -> None:
        self._opened = opened
        self._changed = changed

    def latest(self, how_many: int) -> Sequence[PastChange]:
        """The latest changes, newest first. Raises NotSavedError when the history cannot be read."""
        return [_past(entry) for entry in islice(self._opened.store.history.entries(), how_many)]

    def last_change(self, ref: Ref) -> PastChange | None:
        """What another session changed last in a record."""
        entry = self._opened.store.last_by_others((ref.at(None),))
        return _past(entry) if entry else None

    def removal_of(self, ref: Ref) -> Change | None:
        """What took a record away, turned round; None when the history does not tell."""
        entry = self._opened.store.removal_of(ref.at(None))
        try:
            return taken_back([entry]) if entry else None
        except NotSavedError:
            return None

    def put_back(self, keys: Sequence[str]) -> Change:
        """Takes back lines of the history, given newest first. Raises NotSavedError."""
        entries: list[Entry] = []
        for entry in self._opened.store.history.entries():
            if entry.key in keys:
                entries.append(entry)
                if len(entries) == len(keys):
                    break
        change = self._opened.store.put_back(entries)
        self._changed()
        return change


def _past(entry: Entry) -> PastChange:
    return PastChange(entry.at, entry.by, entry.label, entry.key)
