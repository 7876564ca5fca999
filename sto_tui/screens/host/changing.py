"""The open dossier: its findings, its changes, who else is there, and what is being typed."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from enum import Enum, auto
from typing import Any, Protocol

from sto_tui.domain.change import Change
from sto_tui.domain.record import Ref
from sto_tui.domain.set_aside import SetAside
from sto_tui.frozen import frozen
from sto_tui.pausing import Paused
from sto_tui.planning.checks.finding import Finding


class Findings(Protocol):
    """What is wrong or missing in the dossier."""

    fault: str
    """Why they could not be worked out, as one Dutch sentence; empty when they could."""

    @property
    def latest(self) -> tuple[Finding, ...]:
        """All that were open when they were worked out last; empty until then."""

    @property
    def is_behind(self) -> bool:
        """Whether that was for an earlier version of the dossier; they follow in a moment."""

    @property
    def aside(self) -> Sequence[tuple[Finding, SetAside]]:
        """Those that were set aside, each with where that was done."""

    def now(self) -> tuple[Finding, ...]:
        """All that are open in this version, worked out first when they were not yet."""


class Changes(Protocol):
    """Changing the dossier, and taking that back."""

    @property
    def read_only(self) -> str:
        """Why nothing can be changed in this dossier; empty when it can."""

    @property
    def saved(self) -> str:
        """When it was saved: `opgeslagen 14:02`."""

    @property
    def remark(self) -> str:
        """What did not quite go well with the last change, though it was saved."""

    @property
    def is_free(self) -> bool:
        """Whether nobody else is writing now."""

    @property
    def out_of_reach(self) -> str:
        """Why nothing beside the dossier can be read or written now; empty when its disk answers."""

    @property
    def waits(self) -> bool:
        """Whether a write of this session waits for someone else or for the disk: nothing may be written before it."""

    def wait(self) -> str:
        """Nothing else is written until `go_on` or `give_up`; says what is in the way, without a full stop."""

    def go_on(self, act: Callable[[], object]) -> bool:
        """Does again what waited; whether it is certain that it was done this time."""

    def answer(self, act: Callable[[], object]) -> bool:
        """Does what was asked about; whether nothing of it was refused."""

    def stand_still(self, paused: Paused) -> str:
        """Nothing else is written until this act went on; says what is in the way, without a full stop."""

    def go_on_from_there(self, paused: Paused) -> tuple[Paused | None, bool]:
        """Goes on with that act: where it stands still again, and whether it is certain that it was done."""

    def give_up(self, busy: str, *, typed_ahead: bool) -> str:
        """Waits no longer; says so, and what became of what was `typed_ahead`."""

    def apply(self, change: Change, by: str = "") -> Change:
        """Makes a change durable; what others did through this session, `by` whom, is not undone here.

        Raises NotSavedError; BusyError when someone else is writing.
        """

    def undo(self) -> str:
        """Takes the last change back and says what that was. Raises NotSavedError."""

    def redo(self) -> str:
        """Carries out again what was taken back. Raises NotSavedError."""

    def why_no_undo(self) -> str:
        """Why there is nothing to take back; empty when there is."""

    def why_no_redo(self) -> str:
        """Why there is nothing to carry out again; empty when there is."""


@frozen
class PastChange:
    """A line of the history; `ref` is the record that it is about first."""

    at: datetime
    by: str
    label: str
    key: str
    ref: Ref | None = None


class PastChanges(Protocol):
    """What was changed before, also by others."""

    def latest(self, how_many: int) -> Sequence[PastChange]:
        """The latest changes, newest first. Raises NotSavedError when the history cannot be read."""

    @property
    def since(self) -> datetime | None:
        """When this person was last here; None the first time."""

    def news(self) -> Sequence[PastChange]:
        """What changed since then and was not done in this session, newest first. Raises NotSavedError."""

    def last_change(self, ref: Ref) -> PastChange | None:
        """What another session changed last in a record."""

    def removal_of(self, ref: Ref) -> Change | None:
        """What took a record away, turned round; None when the history does not tell."""

    def put_back(self, keys: Sequence[str]) -> Change:
        """Takes back these lines of the history, as one change. Raises NotSavedError."""


@frozen
class CopyBeside:
    """Another copy of the dossier that lies beside it: what it is called, and what would change, short and in full."""

    name: str
    brings: str
    told: Sequence[str]


@frozen
class CopyChoice:
    """What the dossier and a copy that was brought in say differently: here, and in that copy.

    `removed` is the copy that removed all of it, None when both have it. `differences` is all that differs, where
    `here` and `there` may be cut. With `can_both` both texts can stay.
    """

    about: str
    here: str
    there: str
    source: str
    removed: "CopyWay | None" = None
    differences: tuple[tuple[str, str], ...] = ()
    can_both: bool = False


class CopyWay(Enum):
    """What becomes of a choice: as it is here, as in the other copy, or the texts of both."""

    HERE = auto()
    THERE = auto()
    BOTH = auto()


class Copies(Protocol):
    """Other copies of the dossier, and what is still to be chosen between them."""

    def choices(self) -> Sequence[CopyChoice]:
        """What is still to be chosen."""

    def settle(self, choice: CopyChoice, way: CopyWay) -> str:
        """Makes a choice, and says so. Raises NotSavedError."""

    def beside(self) -> Sequence[CopyBeside]:
        """The copies beside the dossier that have something that it lacks."""

    def join(self, copy: CopyBeside) -> str:
        """Brings a copy in, and says so. Raises NotSavedError."""


class Others(Protocol):
    """Who else has the dossier open."""

    @property
    def present(self) -> str:
        """All of them: `anja werkt mee`; empty when nobody does."""

    @property
    def names(self) -> tuple[str, ...]:
        """Each of them once."""

    def who_edits(self, ref: Ref) -> str:
        """Who else has the form of this record open; empty when nobody does."""


class News(Protocol):
    """What there is to say, and what was kept of it while a window was open."""

    insists: bool
    """Whether what was taken last has to stay until the next key."""

    def say(self, message: str, *, error: bool = False) -> None:
        """Says it now, or keeps it until the place is back."""

    def take(self) -> tuple[str, bool]:
        """All of it, once, and whether something went wrong."""


class Typing(Protocol):
    """What is being typed and is not in the dossier yet."""

    def keep(self) -> None:
        """Keeps what is typed in open forms, or forgets it when none is open any more."""

    def write_outside(self, about: Mapping[str, Any], text: str, name: str) -> tuple[str, str]:
        """Has a text edited in the person's own editor; what came back, and what went wrong with the editor.

        `about` says of which record it is; with `keep` the caller says that the text is safe elsewhere. Raises
        NotSavedError when nothing came back.
        """
