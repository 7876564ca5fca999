"""An open dossier in a file: the versions of it that stand in no file, and what can replace a damaged one."""

import os
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from sto_tui.domain.text import slug
from sto_tui.frozen import frozen
from sto_tui.storage.file.codec import encode
from sto_tui.storage.file.dossier_copy import DossierCopy, Joined
from sto_tui.storage.file.durable_write import why_lost, write_new
from sto_tui.storage.file.errors import DamagedError, DossierError, OtherKindError
from sto_tui.storage.file.lineage import CopyRelation, Lineage, relation, with_lineage
from sto_tui.storage.file.lock_holder import lock_holder
from sto_tui.storage.file.migrations import RawTables
from sto_tui.storage.file.newcomer import FileVersion, Newcomer, region_of
from sto_tui.storage.past.recovery import Candidate, candidates, put_in_place
from sto_tui.storage.together.dossier_session import DossierSession
from sto_tui.storage.together.own_versions import OwnVersions
from sto_tui.storage.together.presence import Presence
from sto_tui.storage.together.screen_store import SCREEN_PATIENCE, ScreenStore

if TYPE_CHECKING:
    from sto_tui.storage.apart.merging import Merge

P = ParamSpec("P")
T = TypeVar("T")

ANOTHER_COPY = "de andere kopie"
SAVE_ELSEWHERE = "Er is niets teruggezet; wacht tot de schijf er weer is, of bewaar een kopie met b."


@frozen
class DamagedFile:
    """A dossier that can't be read: why, as one Dutch sentence, and the versions that can take its place."""

    path: Path
    sentence: str
    versions: tuple[Candidate, ...]


def open_session(path: Path, user: str, clock: Callable[[], datetime], fallback: Path) -> "Session | DamagedFile":
    """Opens a dossier, or finds what can take the place of one that is damaged or gone.

    Raises DossierError when nothing can.
    """
    try:
        return Session(path, user, clock, fallback)
    except DamagedError as error:
        versions = tuple(candidates(path))
        if not versions and isinstance(error, OtherKindError):
            raise
        if not versions:
            raise DamagedError(error.why, "Er is geen goede kopie van; zet er zelf een terug.") from error
        return DamagedFile(path.resolve(), error.why, versions)
    except DossierError as error:
        gone = isinstance(error.__cause__, FileNotFoundError)
        versions = tuple(candidates(path)) if gone else ()
        if not versions:
            raise
        return DamagedFile(path.resolve(), f"{path.name} is er niet meer, maar er zijn nog kopieën van.", versions)


def _in_the_writing_thread(act: "Callable[Concatenate[Session, P], T]") -> "Callable[Concatenate[Session, P], T]":
    """What writes more than the dossier alone, as one thing."""

    @wraps(act)
    def done(session: "Session", /, *arguments: P.args, **options: P.kwargs) -> T:
        return session.store.writing.do(lambda: act(session, *arguments, **options))

    return done


class Session(DossierSession):
    """A dossier in a file, as one person has it open. Raises DossierError when it can't be opened."""

    def __init__(self, path: Path, user: str, clock: Callable[[], datetime], fallback: Path) -> None:
        store = ScreenStore(path, user, clock)
        super().__init__(store, Presence(store.path, user), user, clock, fallback)
        self.store: ScreenStore = store
        self._disk = os.stat(store.path.parent).st_dev
        self._own = OwnVersions(store.path, fallback)

    def enter(self) -> None:
        """Shows the others that this session is there, and keeps a copy of the day."""
        self.store.keep_copy()
        super().enter()

    def disk_answers(self) -> bool:
        """Whether the disk of the file answers now; waits no longer than a moment for that."""
        return not self.is_writing and self.store.writing.disk_answers()

    @property
    def is_writing(self) -> bool:
        """Whether something is being written, so that nobody looks at the file meanwhile."""
        return self.store.writing.is_busy

    @property
    def is_stuck(self) -> bool:
        """Whether the disk has not answered yet, so that whoever touches it would wait too."""
        return self.store.writing.is_stuck

    @_in_the_writing_thread
    def put_in_place(self, now: datetime) -> str:
        """Writes the dossier as this session has it where its file was spoilt; returns how the spoilt file is called.

        Empty when the file was gone. Raises DossierError, also when the file is whole again.
        """
        self._check_disk()
        own = Candidate("het dossier op dit scherm", self.store.saved_at, self.store.tables, (), (), "")
        aside = put_in_place(self.store.path, own, now, SCREEN_PATIENCE)
        return aside.name if aside != self.store.path else ""

    def _check_disk(self) -> None:
        """Where a disk is gone an empty folder stays, on another disk: what is put there is lost to sight."""
        try:
            disk = os.stat(self.store.path.parent).st_dev
        except OSError as error:
            raise DossierError(f"{why_lost(self.store.path, error)} {SAVE_ELSEWHERE}") from error
        if disk != self._disk:
            raise DossierError(f"De schijf met {self.store.path.name} is los. {SAVE_ELSEWHERE}")

    # Versions that stand in no file.

    def keep_own(self) -> Path | None:
        """Keeps the dossier as this session has it, since its file is gone or another; None when that is impossible."""
        try:
            return self._own.keep(self.store.lineage, encode(self.store.tables))
        except (OSError, DossierError):
            return None

    def own_is_in_file(self) -> None:
        """The file holds it again: what was kept of it is not needed."""
        self._own.forget(self.store.lineage)

    @_in_the_writing_thread
    def write_over(self, newcomer: Newcomer) -> str:
        """Puts the dossier as this session has it over the newcomer, which is kept. Raises DossierError.

        When that is another dossier it gets a file of its own: how that is called, empty otherwise.
        """
        kept = self._out_of_the_way(newcomer.version.lineage, newcomer.version.tables, of=self.store.lineage)
        self.store.write_over(newcomer)
        self._own.forget(self.store.lineage)
        return kept

    @_in_the_writing_thread
    def take(self, newcomer: Newcomer) -> int:
        """Goes on with the newcomer and keeps ours; how many steps can no longer be taken back. Raises DossierError."""
        ours = self.store.lineage
        self._kept(self._own.put_aside, ours, self.store.tables)
        dropped = self.store.take(newcomer)
        self._own.forget(ours)
        return dropped

    def merge_with(self, version: FileVersion) -> "Merge":
        """Ours and another version brought together, as far as that goes. Raises DossierError."""
        from sto_tui.storage.apart.merging import Merge

        path = self.store.path.with_name(ANOTHER_COPY)
        return Merge(self.store.as_copy, DossierCopy(path, version.tables, version.lineage))

    @_in_the_writing_thread
    def join(self, joined: Joined, version: FileVersion) -> None:
        """Writes what both became, once both are kept beside it. Raises DossierError."""
        newcomer = self.store.newcomer if self.store.newcomer and self.store.newcomer.version is version else None
        ours = self.store.lineage
        self._kept(self._own.keep_merged, version.lineage, version.tables)
        self._kept(self._own.keep_merged, ours, self.store.tables)
        self.store.join(joined, newcomer)
        for lineage in (ours, version.lineage):
            self._own.forget(lineage)

    def waiting(self) -> FileVersion | None:
        """A version of an earlier session, that the file does not hold and for which nobody chose yet."""
        return None if self.store.newcomer else self._own.waiting(self.store.lineage)

    @_in_the_writing_thread
    def put_back(self, waiting: FileVersion) -> str:
        """Puts that version in the place of the dossier, which is kept as in `write_over`. Raises DossierError."""
        kept = self._out_of_the_way(self.store.lineage, self.store.tables, of=waiting.lineage)
        self.store.replace_by(waiting)
        self._own.forget(waiting.lineage)
        return kept

    def _out_of_the_way(self, lineage: Lineage, raw: RawTables, *, of: Lineage) -> str:
        """Keeps what stands there: among the versions beside the dossier, or as a file when it is another dossier."""
        if relation(of, lineage) is not CopyRelation.OTHER_DOSSIER:
            self._kept(self._own.put_aside, lineage, raw)
            return ""
        stem = f"{self.store.path.name.removesuffix('.sto.json')}-{slug(region_of(raw)) or 'ander'}"
        numbers = (f"-{number}" if number > 1 else "" for number in count(1))
        targets = (self.store.path.with_name(f"{stem}{number}.sto.json") for number in numbers)
        target = next(target for target in targets if not os.path.lexists(target))
        write_new(target, encode(with_lineage(raw, lineage, target.name)), of=self.store.path)
        return target.name

    @_in_the_writing_thread
    def pass_over(self, waiting: FileVersion) -> None:
        """That version is not wanted, and is kept all the same. Raises DossierError."""
        self._kept(self._own.put_aside, waiting.lineage, waiting.tables)
        self._own.forget(waiting.lineage)

    @_in_the_writing_thread
    def save_as(self, target: Path, version: FileVersion | None) -> None:
        """Writes that version, or the dossier as this session has it, as a new file. Raises DossierError."""
        lineage, raw = (version.lineage, version.tables) if version else (self.store.lineage, self.store.tables)
        write_new(target, encode(with_lineage(raw, lineage, target.name)), of=self.store.path)

    def _kept(self, keep: Callable[[Lineage, bytes], None], lineage: Lineage, raw: RawTables) -> None:
        try:
            keep(lineage, encode(with_lineage(raw, lineage, self.store.path.name)))
        except OSError as error:
            raise DossierError(
                "De versie die vervalt kan nergens worden bewaard. Er is niets veranderd; maak ruimte of vraag rechten."
            ) from error

    def who_writes(self) -> str:
        """Who keeps the dossier from being written now; empty when that cannot be known."""
        process = lock_holder(self.store.path)
        name = Presence.name_of(process) if process else ""
        return self._names([session for session in self.presence.other_sessions() if session.name == name])
