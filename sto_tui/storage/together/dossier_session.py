"""An open dossier as one person has it, wherever it is kept: who else has it open, and what is being typed."""

import contextlib
from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from sto_tui.domain.change import NotSavedError
from sto_tui.domain.dutch import enumerate_words
from sto_tui.domain.record import Ref
from sto_tui.storage.any_store import Store
from sto_tui.storage.file.reasons import reason
from sto_tui.storage.sending_state import SendingState
from sto_tui.storage.together import edited_outside as outside
from sto_tui.storage.together.presence import OtherSession
from sto_tui.storage.together.unfinished import Rescued, TypingRescue
from sto_tui.storage.together.workshop_position import StandingFile


class SignOfLife(Protocol):
    """What shows the others that this session is there, and this one that they are."""

    def enter(self) -> None:
        """Says that this session is there."""

    def leave(self) -> None:
        """Takes that back."""

    def beat(self, editing: Ref | None) -> None:
        """Keeps it fresh, and says which record has its form open."""

    def serve_phones(self, *, on: bool) -> None:
        """Says that phones of a room come in at this session, or no longer."""

    def other_sessions(self) -> tuple[OtherSession, ...]:
        """The other sessions that are alive."""


class DossierSession:
    """A dossier as one person has it open; what is typed is kept beside its place, or else in `fallback`."""

    def __init__(
        self, store: Store, presence: SignOfLife, user: str, clock: Callable[[], datetime], fallback: Path
    ) -> None:
        self.store = store
        self.presence = presence
        self.workshop = StandingFile(store.place)
        self._user = user
        self._rescue = TypingRescue(store.place, user, clock, fallback)
        self._other_sessions: tuple[OtherSession, ...] = ()
        self._outside: Path | None = None

    def enter(self) -> None:
        """Shows the others that this session is there."""
        self.presence.enter()

    @property
    def address(self) -> str:
        """What opens it again: its file with the folder, from `~` in that of this person."""
        path = self.store.place.absolute()
        with contextlib.suppress(RuntimeError, ValueError):
            return str("~" / path.relative_to(Path.home()))
        return str(path)

    @property
    def standing(self) -> SendingState:
        """How it stands with what was changed here; in a file it is kept before anybody hears of it."""
        return SendingState.KEPT

    @property
    def refusal(self) -> str:
        """Why what waits is not kept where the dossier is, as one Dutch sentence; empty when it is."""
        return ""

    @property
    def own_states(self) -> str:
        """Where lies what was here and is not where the dossier is kept; of a file that is asked by itself."""
        return ""

    @property
    def unsent(self) -> int:
        """How many changes wait on this computer to be kept where the dossier is."""
        return 0

    def listen(self, tell: Callable[[], object]) -> None:
        """`tell` hears, in another thread, that there is something to look at; of a file nobody tells."""

    def take_news(self) -> list[str]:
        """What there is to say of changes that were sent, once; of a file nothing is."""
        return []

    def disk_answers(self) -> bool:
        """Whether what the dossier is kept on answers now; on this computer itself it does."""
        return True

    @property
    def is_writing(self) -> bool:
        """Whether something is being written, so that nobody looks at the dossier meanwhile."""
        return False

    @property
    def is_stuck(self) -> bool:
        """Whether that has not answered yet, so that whoever touches it would wait too."""
        return False

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

    @property
    def names(self) -> tuple[str, ...]:
        """Who else is there, each once."""
        return tuple(dict.fromkeys(session.user for session in self._other_sessions))

    def who_edits(self, ref: Ref) -> str:
        """Who else has the form of this record open: `anja`, `anja en piet`; empty when nobody has."""
        return self._names([session for session in self._other_sessions if session.editing == ref.at(None)])

    def who_serves_phones(self) -> str:
        """At whose session phones come in now; empty when at none of the others."""
        return self._names([session for session in self.presence.other_sessions() if session.serves_phones])

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
        kept = self._rescue.keep(state, in_reach=not self.is_stuck)
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
