"""The store of a file as a screen has it: what has to wait for the disk is done in another thread."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from sto_tui.domain.change import Change, NotSavedError
from sto_tui.domain.dossier import Dossier, Unsettled
from sto_tui.domain.record import Ref
from sto_tui.frozen import frozen
from sto_tui.storage.file.dossier_copy import DossierCopy, Joined
from sto_tui.storage.file.lineage import Lineage, with_lineage
from sto_tui.storage.file.migrations import RawTables
from sto_tui.storage.file.newcomer import FileVersion, Newcomer
from sto_tui.storage.past.entry import Entry
from sto_tui.storage.store import DossierStore
from sto_tui.storage.together.errands import Errand, Errands, StillWritingError

T = TypeVar("T")
_POLL = "poll"


@frozen
class _Seen:
    """What the screen has of the dossier, for as long as it has not heard what came of an errand."""

    dossier: Dossier
    raw: RawTables
    lineage: Lineage
    newcomer: Newcomer | None


class ScreenStore(DossierStore):
    """Waits for a disk for a moment only. A write that takes longer raises StillWritingError, which is no refusal.

    Until somebody asked what came of it, the dossier is what it was before.
    """

    def __init__(self, path: Path, user: str, clock: Callable[[], datetime], patience: float | None = None) -> None:
        super().__init__(path, user, clock, patience)
        self._seen: _Seen | None = None
        self._said: list[str] = []
        self.errands = Errands(self.title, self._begun, self._over, self._put_away)

    def _begun(self) -> None:
        self._seen = _Seen(self._dossier, self._raw, self._lineage, super().newcomer)

    def _over(self) -> None:
        self._seen = None

    def _put_away(self, errand: Errand[object]) -> None:
        """Nobody asks what came of it: what was read comes with the next look, and what was written is told."""
        try:
            result = errand.outcome()
        except NotSavedError as error:
            if errand.writes:
                self._said.append(f"Niet opgeslagen: {error}")
            return
        if errand.kind == _POLL and isinstance(result, tuple):
            self._unseen += result
        elif errand.writes:
            self._said.append(f"Alsnog opgeslagen: {result.label}." if isinstance(result, Change) else "Alsnog gedaan.")

    def take_news(self) -> list[str]:
        """What there is to say of writes of which nobody heard what came of them, once."""
        self.errands.come_back()
        said, self._said = self._said, []
        return said

    # What the screen has.

    @property
    def _before(self) -> _Seen | None:
        return None if self._seen is None or self.errands.here else self._seen

    @property
    def dossier(self) -> Dossier:
        """The dossier as it is kept, as far as this session has looked."""
        return self._before.dossier if self._before else self._dossier

    @property
    def tables(self) -> RawTables:
        """What is in the dossier, as it is stored, with its lineage. Not to be changed."""
        before = self._before
        return with_lineage(before.raw, before.lineage, self.path.name) if before else super().tables

    @property
    def lineage(self) -> Lineage:
        """Which changes are in it."""
        return self._before.lineage if self._before else super().lineage

    @property
    def as_copy(self) -> DossierCopy:
        """The dossier as a copy of itself, to bring together with another one."""
        before = self._before
        return DossierCopy(self.path, before.raw, before.lineage) if before else super().as_copy

    @property
    def newcomer(self) -> Newcomer | None:
        """The version that took the place of the dossier without holding all of it: nothing is written over it."""
        return self._before.newcomer if self._before else super().newcomer

    @property
    def is_free(self) -> bool:
        """Whether nobody is writing now, so that a write need not wait; or what came of it can be heard."""
        if self.errands.is_out:
            return False
        return self.errands.is_due or bool(self.errands.look("free", lambda: super(ScreenStore, self).is_free))

    def close(self) -> None:
        """Nobody hears any more what comes of an errand."""
        self.errands.tell = lambda: None

    # What has to wait for the disk.

    def poll(self) -> tuple[Ref, ...]:
        """The records that another session changed. Raises DossierError, and StillWritingError when it is not known."""
        refs = self.errands.look(_POLL, super().poll)
        if refs is None:
            raise StillWritingError(self.title)
        return refs

    def apply(self, change: Change, by: str = "") -> Change:
        """Makes a change durable and returns it as it was carried out. Raises like that of any store."""
        return self.errands.run(f"apply {by} {change.label}", change, partial(super().apply, change, by))

    def settle(self, unsettled: Unsettled, change: Change) -> Change:
        """Makes a choice that was left open. Raises like `apply`."""
        return self.errands.run("settle", (unsettled, change), partial(super().settle, unsettled, change))

    def put_back(self, entries: Sequence[Entry]) -> Change:
        """Takes back these changes, given newest first, as one new change. Raises like `apply`."""
        keys = [entry.key for entry in entries]
        return self.errands.run("put back", keys, partial(super().put_back, entries))

    def undo(self) -> Change | None:
        """Takes back the last change of this session; None when there is none. Raises like `apply`."""
        return self.errands.run("undo", None, super().undo)

    def redo(self) -> Change | None:
        """Carries out again what was taken back last; None when there is none. Raises like `apply`."""
        return self.errands.run("redo", None, super().redo)

    def join(self, joined: Joined, over: Newcomer | None = None) -> Change:
        """Brings another copy in, as one change that can be taken back. Raises DossierError."""
        return self.errands.run("join", joined, partial(super().join, joined, over))

    def write_over(self, newcomer: Newcomer) -> None:
        """Puts the dossier back as it is here, over the newcomer. Raises DossierError."""
        self.errands.run("write over", newcomer, partial(super().write_over, newcomer))

    def take(self, newcomer: Newcomer) -> int:
        """Goes on with the newcomer; how many steps can no longer be taken back. Raises DossierError."""
        return self.errands.run("take", newcomer, partial(super().take, newcomer))

    def replace_by(self, version: FileVersion) -> int:
        """Puts another version in the place of the dossier, and goes on with it. Raises DossierError."""
        return self.errands.run("replace", version, partial(super().replace_by, version))

    def note(self, label: str) -> None:
        """Adds a line to the history about something that is no change of a record."""
        self.errands.run("note", label, partial(super().note, label))

    def note_in_file(self, field: str, value: Any) -> None:
        """Notes something about the file itself, which is no change of the dossier. Raises DossierError."""
        self.errands.run("note in file", (field, value), partial(super().note_in_file, field, value))

    def in_turn(self, kind: str, about: object, act: Callable[[], T]) -> T:
        """What consists of several of these, or is done beside the file, as one errand. Raises like `apply`."""
        return self.errands.run(kind, about, act)
