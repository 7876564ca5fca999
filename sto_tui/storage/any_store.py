"""The store of a dossier as screens and commands see it, wherever the dossier is kept."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from sto_tui.domain.change import Change
from sto_tui.domain.dossier import Dossier, Unsettled
from sto_tui.domain.record import Ref
from sto_tui.storage.past.entry import Entry, KeptHistory


class Store(Protocol):
    """One open dossier. `apply` returns only when the change is on a disk: of the dossier, or of this computer.

    `remark` is what there was to say about the last write. What can go wrong is a DossierError, with one Dutch
    sentence.
    """

    user: str
    clock: Callable[[], datetime]
    remark: str

    @property
    def title(self) -> str:
        """What the dossier is called in a sentence."""

    @property
    def folder(self) -> Path:
        """Where papers of this dossier belong, and where a file without a folder is looked for."""

    @property
    def place(self) -> Path:
        """Beside which this computer keeps what belongs to it: its own file, or what stands for one of elsewhere."""

    @property
    def history(self) -> KeptHistory:
        """Who changed what and when."""

    @property
    def dossier(self) -> Dossier:
        """The dossier as it is kept, as far as this session has looked."""

    @property
    def read_only(self) -> str:
        """Why nothing can be changed, as one Dutch sentence; empty when it can."""

    @property
    def notices(self) -> tuple[str, ...]:
        """What someone who opens the dossier has to know beforehand."""

    @property
    def saved_at(self) -> datetime:
        """When the version that was read last was written, in local time."""

    def apply(self, change: Change, by: str = "") -> Change:
        """Makes a change durable and returns it as it was carried out: with ids, merged with others' work."""

    def settle(self, unsettled: Unsettled, change: Change) -> Change:
        """Makes a choice that was left open."""

    def undo(self) -> Change | None:
        """Takes back the last change of this session; None when there is none."""

    def redo(self) -> Change | None:
        """Carries out again what was taken back last; None when there is none."""

    @property
    def next_undo(self) -> Change | None:
        """What `undo` would take back; None when there is nothing."""

    @property
    def next_redo(self) -> Change | None:
        """What `redo` would carry out again; None when there is nothing."""

    @property
    def why_no_undo(self) -> str:
        """Why what this session changed can't be taken back any more."""

    @property
    def why_no_redo(self) -> str:
        """Why what was taken back can't be carried out again any more."""

    def poll(self) -> tuple[Ref, ...]:
        """The records that another session changed since the last look; reads them."""

    def put_back(self, entries: Sequence[Entry]) -> Change:
        """Takes back these changes, given newest first, as one new change."""

    def note(self, label: str) -> None:
        """Adds a line to the history about something that is no change of a record."""

    def last_by_others(self, refs: Collection[Ref]) -> Entry | None:
        """The latest change of one of these records that was made in another session, if it is not long ago."""

    def made_here(self, entry: Entry) -> bool:
        """Whether this session made a change."""

    def removal_of(self, ref: Ref) -> Entry | None:
        """What took a record away last; None when the history does not tell."""

    def who_changed(self, refs: tuple[Ref, ...]) -> str:
        """Who changed these records last and what, as one Dutch sentence; empty when nothing of it is left."""

    def close(self) -> None:
        """Lets go of whatever it was kept with."""
