"""One open dossier: its store, who else has it open, and what is being typed."""

import os
from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sto_tui.domain.change import NotSavedError
from sto_tui.domain.dutch import enumerate_words
from sto_tui.domain.record import Ref
from sto_tui.domain.text import slug
from sto_tui.frozen import frozen
from sto_tui.storage.file.codec import encode
from sto_tui.storage.file.dossier_copy import DossierCopy, Joined
from sto_tui.storage.file.durable_write import why_lost, write_new
from sto_tui.storage.file.errors import DamagedError, DossierError
from sto_tui.storage.file.lineage import CopyRelation, Lineage, relation, with_lineage
from sto_tui.storage.file.lock_holder import lock_holder
from sto_tui.storage.file.migrations import RawTables
from sto_tui.storage.file.newcomer import FileVersion, Newcomer, region_of
from sto_tui.storage.file.reasons import reason
from sto_tui.storage.past.recovery import Candidate, candidates, put_in_place
from sto_tui.storage.store import DossierStore
from sto_tui.storage.together import edited_outside as outside
from sto_tui.storage.together.own_versions import OwnVersions
from sto_tui.storage.together.presence import OtherSession, Presence
from sto_tui.storage.together.unfinished import Rescued, TypingRescue
from sto_tui.storage.together.workshop_position import StandingFile

if TYPE_CHECKING:
    from sto_tui.storage.apart.merging import Merge

ANOTHER_COPY = "de andere kopie"
SAVE_ELSEWHERE = "Er is niets teruggezet; wacht tot de schijf er weer is, of bewaar een kopie met b."
SCREEN_PATIENCE = 0.1
"""How many seconds a write may keep the screen from answering. Most writes of others are over by then."""


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
        if not versions:
            raise DamagedError(error.why, "Er is geen goede kopie van; zet er zelf een terug.") from error
        return DamagedFile(path.resolve(), error.why, versions)
    except DossierError as error:
        gone = isinstance(error.__cause__, FileNotFoundError)
        versions = tuple(candidates(path)) if gone else ()
        if not versions:
            raise
        return DamagedFile(path.resolve(), f"{path.name} is er niet meer, maar er zijn nog kopieën van.", versions)


class Session:
    """A dossier as one person has it open. Raises DossierError when it can't be opened."""

    def __init__(self, path: Path, user: str, clock: Callable[[], datetime], fallback: Path) -> None:
        self.store = DossierStore.open(path, user, clock, SCREEN_PATIENCE)
        self._user = user
        self._disk = os.stat(self.store.path.parent).st_dev
        self.presence = Presence(self.store.path, user)
        self._rescue = TypingRescue(self.store.path, user, clock, fallback)
        self.workshop = StandingFile(self.store.path)
        self._own = OwnVersions(self.store.path, fallback)
        self._other_sessions: tuple[OtherSession, ...] = ()
        self._outside: Path | None = None

    def enter(self) -> None:
        """Shows the others that this session is there, and keeps a copy of the day."""
        self.store.keep_copy()
        self.presence.enter()

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

    def write_over(self, newcomer: Newcomer) -> str:
        """Puts the dossier as this session has it over the newcomer, which is kept. Raises DossierError.

        When that is another dossier it gets a file of its own: how that is called, empty otherwise.
        """
        kept = self._out_of_the_way(newcomer.version.lineage, newcomer.version.tables, of=self.store.lineage)
        self.store.write_over(newcomer)
        self._own.forget(self.store.lineage)
        return kept

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

    def pass_over(self, waiting: FileVersion) -> None:
        """That version is not wanted, and is kept all the same. Raises DossierError."""
        self._kept(self._own.put_aside, waiting.lineage, waiting.tables)
        self._own.forget(waiting.lineage)

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

    def leave(self) -> None:
        """Takes that back."""
        self.presence.leave()

    def look_around(self, editing: Ref | None) -> tuple[OtherSession, ...]:
        """Shows which record is being edited here, and returns the sessions that came since the last look."""
        self.presence.beat(editing)
        before = {session.name for session in self._other_sessions}
        self._other_sessions = self.presence.other_sessions()
        return tuple(session for session in self._other_sessions if session.name not in before)

    @property
    def present(self) -> str:
        """Who else is there: `anja werkt mee`; empty when nobody is."""
        return self.looking(self._other_sessions)

    def who_edits(self, ref: Ref) -> str:
        """Who else has the form of this record open: `anja`, `anja en piet`; empty when nobody has."""
        return self._names([session for session in self._other_sessions if session.editing == ref.at(None)])

    def who_serves_phones(self) -> str:
        """At whose session phones come in now; empty when at none of the others."""
        return self._names([session for session in self.presence.other_sessions() if session.serves_phones])

    def who_writes(self) -> str:
        """Who keeps the dossier from being written now; empty when that cannot be known."""
        process = lock_holder(self.store.path)
        name = Presence.name_of(process) if process else ""
        return self._names([session for session in self.presence.other_sessions() if session.name == name])

    def looking(self, sessions: Collection[OtherSession]) -> str:
        """That these sessions are there too, in Dutch, without a full stop."""
        if not sessions:
            return ""
        names = self._names(sessions)
        return f"{names} werkt mee" if len({session.user for session in sessions}) == 1 else f"{names} werken mee"

    def _names(self, sessions: Collection[OtherSession]) -> str:
        names = dict.fromkeys(
            f"{session.user}, elders," if session.user == self._user else session.user for session in sessions
        )
        return enumerate_words(list(names))

    def keep_typing(self, state: Mapping[str, Any] | None) -> bool:
        """Keeps what is being typed, None when nothing is; False when it could not be kept anywhere.

        A text that was in another editor is then in the dossier, among this, or not wanted.
        """
        kept = self._rescue.keep(state)
        if kept and self._outside:
            outside.remove(self._outside)
            self._outside = None
        return kept

    def file_for_editor(self, about: Mapping[str, Any], text: str, name: str) -> Path:
        """A private file with a text, for another editor; `about` says of which record it is.

        It is offered like typing when this session ends before `keep_typing` is called. Raises NotSavedError.
        """
        try:
            path = outside.private_file(self._rescue.private_folder(), text, name)
        except OSError as error:
            raise NotSavedError(f"Er kan geen bestand voor de editor worden gemaakt: {reason(error)}.") from error
        self._outside = path.parent
        level = {"typed": {about["only"]: text}, "new": []}
        self._rescue.keep({"about": about, "levels": [level], outside.KEY: path.parent.name}, private=True)
        return path

    def unfinished(self) -> list[Rescued]:
        """What was being typed in sessions that ended, newest first."""
        unfinished = []
        for kept in self._rescue.pending():
            if rescued := outside.with_its_text(kept):
                unfinished.append(rescued)
            else:
                self.throw_away(kept)
        return unfinished

    def take_over(self, rescued: Rescued) -> bool:
        """Goes on with it here; False when another session was first."""
        taken = self._rescue.take(rescued)
        self._outside = outside.folder_of(rescued) if taken else self._outside
        return taken

    def put_away(self) -> None:
        """What was taken over can't be gone on with: it stays for another time."""
        self._rescue.put_away()
        self._outside = None

    def throw_away(self, rescued: Rescued) -> None:
        """Forgets it."""
        self._rescue.throw_away(rescued)
        if folder := outside.folder_of(rescued):
            outside.remove(folder)
