"""What was changed before in the dossier that is open, also since this person was last here."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import islice
from pathlib import Path

from sto_tui import settings
from sto_tui.domain.change import Change, NotSavedError
from sto_tui.domain.record import Ref
from sto_tui.screens.host.changing import PastChange
from sto_tui.session.what_is_open import Opened
from sto_tui.storage.past.entry import Entry, taken_back

MOST_NEWS = 1000


class SessionHistory:
    """Reads the history, and leads back into it; `changed` is called when the dossier is another one."""

    def __init__(self, opened: Opened, changed: Callable[[], None]) -> None:
        self._opened = opened
        self._changed = changed
        self._visit_of: tuple[Path, settings.LastVisit] | None = None
        self._news: Sequence[PastChange] = ()
        self._latest: Sequence[PastChange] = ()

    @property
    def _visit(self) -> settings.LastVisit:
        """The visit before this one; read once, since this one is remembered in its place."""
        path = self._opened.store.place
        if self._visit_of is None or self._visit_of[0] != path:
            self._visit_of = path, settings.visit_of(path, self._opened.user)
        return self._visit_of[1]

    @property
    def since(self) -> datetime | None:
        """When this person was last here; None the first time."""
        return self._visit.at

    def news(self) -> Sequence[PastChange]:
        """What changed since then and was not done in this session, newest first. Raises NotSavedError."""
        visit = self._visit
        if visit.at is None:
            return ()
        if self._opened.is_out_of_reach:
            return self._news
        newer: list[Entry] = []
        for entry in islice(self._opened.store.history.entries(), MOST_NEWS):
            if visit.key and entry.key == visit.key:
                break
            newer.append(entry)
        else:
            # The change that was the latest then is not there, or long ago: the clock tells.
            newer = [entry for entry in newer if not visit.key or entry.at > visit.at]
        self._news = [_past(entry) for entry in newer if not self._opened.store.made_here(entry)]
        return self._news

    def leave(self) -> None:
        """Remembers up to where this person has seen it."""
        store = self._opened.store
        latest = store.history.latest(1)
        visit = settings.visit_of(store.place, self._opened.user)
        seen = replace(visit, at=self._opened.now, key=latest[0].key if latest else "")
        settings.remember_visit(store.place, self._opened.user, seen)

    def latest(self, how_many: int) -> Sequence[PastChange]:
        """The latest changes, newest first. Raises NotSavedError when the history cannot be read."""
        if not self._opened.is_out_of_reach:
            self._latest = [_past(entry) for entry in islice(self._opened.store.history.entries(), how_many)]
        return self._latest[:how_many]

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
    return PastChange(entry.at, entry.by, entry.label, entry.key, entry.refs[0] if entry.refs else None)
