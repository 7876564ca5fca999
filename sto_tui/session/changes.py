"""Changing the dossier that is open, and taking that back."""

import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

from sto_tui.domain.change import BusyError, Change, ConflictError, NotSavedError
from sto_tui.domain.dutch import count
from sto_tui.pausing import Paused
from sto_tui.planning.lacking_parts import refuse_lacking
from sto_tui.planning.money.booking import refuse_misbooked
from sto_tui.planning.plan_periods import in_its_period, refuse_misfits, refuse_unmarked
from sto_tui.planning.reversed_days import refuse_reversed
from sto_tui.session.what_is_open import Opened
from sto_tui.storage.file.errors import DossierError
from sto_tui.storage.file.newcomer import ReplacedError
from sto_tui.storage.sending_state import SendingState

_STANDING = {
    SendingState.SENDING: "wordt bewaard…",
    SendingState.CUT: "los",
    SendingState.UNSEEN: "los",
    SendingState.REFUSED: "niet bewaard",
}
OUTLAST_SECONDS = 60.0
"""So long is waited, with the terminal given back, for what is on its way to a disk; ctrl+c ends that."""
LAST_TRY_SECONDS = 3.0
"""A program that is told to end has about so long before it is made to."""


class SessionChanges:
    """Hands changes to the store; `changed` is called when the dossier is another one.

    `follow` looks at once at a file that is in the way, and `refused` hears why a change was not saved.

    Large because: what waits, what was refused and what was done decide together what may follow and what is told.
    """

    def __init__(
        self,
        opened: Opened,
        changed: Callable[[], None],
        follow: Callable[[], None] = lambda: None,
        refused: Callable[[str], None] = lambda sentence: None,
    ) -> None:
        self._opened = opened
        self._follow = follow
        self._refused = refused
        self._changed = changed
        self._waits = False
        self._held_up: Change | None = None
        self._paused: Paused | None = None
        self._said_farewell = self._said_unseen = False
        self._said_waiting = False
        self._is_done = self._was_refused = self._is_all_typed = self._lapses = False
        self._behind: Mapping[str, Any] | None = None
        self._is_swap_refused = False

    @property
    def waits(self) -> bool:
        """Whether a write of this session waits for someone else or for the disk."""
        return self._waits

    def wait(self) -> str:
        """Nothing else is written until `go_on` or `give_up`; says what is in the way, without a full stop."""
        self._waits, self._said_waiting = True, False
        return self._busy

    def go_on(self, act: Callable[[], object]) -> bool:
        """Does again what waited; whether it is certain that it was done this time."""
        self._waits, self._held_up = False, None
        before = self._begin_anew()
        act()
        return self._is_done_since(before)

    def answer(self, act: Callable[[], object]) -> bool:
        """Does what was asked about; whether nothing of it was refused."""
        self._begin_anew()
        act()
        return not self._was_refused

    def stand_still(self, paused: Paused) -> str:
        """Nothing else is written until this act went on; says what is in the way, without a full stop."""
        self._waits, self._said_waiting, self._paused = True, False, paused
        return f"Er wordt opgeslagen, maar de schijf met {self._opened.store.title} antwoordt traag"

    def go_on_from_there(self, paused: Paused) -> tuple[Paused | None, bool]:
        """Goes on with that act: where it stands still again, and whether it is certain that it was done."""
        self._waits, self._paused = False, None
        before = self._begin_anew()
        return paused.go_on(), self._is_done_since(before)

    def _begin_anew(self) -> int:
        self._is_done = self._was_refused = False
        return self._written

    def _is_done_since(self, before: int) -> bool:
        return not self._was_refused and (self._is_done or self._written > before)

    @property
    def _written(self) -> int:
        """How many writes of this session came to a good end, also of what is no change here."""
        return self._opened.file.store.writing.written if self._opened.file else 0

    def finish(self, forms: int, behind: Mapping[str, Any] | None, *, lapses: bool) -> None:
        """The app ends while an act waits for the disk: it goes on after all, when the disk answers in a moment.

        `forms` is how many are open, with the line; `behind` is what was typed on that after what waits, and `lapses`
        whether anything else was.
        """
        self._is_all_typed, self._behind, self._lapses = forms == 1, behind, lapses
        last = time.monotonic() + LAST_TRY_SECONDS
        while self._paused is not None:
            if not self._paused.over.wait(max(last - time.monotonic(), 0)):
                return
            again: Paused | None = None
            # What it shows may be gone from the screen by now.
            with suppress(Exception):
                again, _ = self.go_on_from_there(self._paused)
            self._paused = again

    def give_up(self, busy: str, *, typed_ahead: bool) -> str:
        """Waits no longer; says so, and what became of what was `typed_ahead`."""
        self._waits, self._held_up = False, None
        lost = ", en wat je intussen typte is vervallen" * typed_ahead
        return f"Niet opgeslagen{lost}: {busy}. Probeer het straks nog eens."

    def farewell_of_waiting(self, *, is_kept: bool, typed_ahead: bool) -> str:
        """What to know before closing while a write waits; empty when it was said.

        `is_kept` is whether it stands in a form or on the line, which are kept for the next time.
        """
        if self._said_waiting:
            return ""
        self._said_waiting = True
        if is_kept:
            rest = "je tekst blijft bewaard" + ", wat je daarna typte niet" * typed_ahead
        else:
            rest = "je laatste wijziging kan vervallen" + ", en wat je daarna typte vervalt" * typed_ahead
        # What to do stands first: a narrow window cuts the end.
        return f"Nog niet opgeslagen. Nog eens ctrl+q sluit: {rest}."

    @property
    def out_of_reach(self) -> str:
        """Why nothing beside the dossier can be read or written now; empty when its disk answers, which is asked."""
        session = self._opened.session
        if session is None or session.disk_answers():
            return ""
        name = self._opened.store.title
        return f"De schijf met {name} antwoordt niet meteen. Dit is niet gedaan; probeer het zo nog eens."

    def farewell_of_unseen(self) -> str:
        """What to know before closing while something typed waits for an answer; empty when it was said."""
        if self._said_unseen:
            return ""
        self._said_unseen = True
        return "Nog eens ctrl+q sluit, en dan vervalt wat je al typte."

    @property
    def read_only(self) -> str:
        """Why nothing can be changed."""
        return self._opened.store.read_only

    @property
    def saved(self) -> str:
        """When it was saved: `opgeslagen 14:02`, or that it can only be read, or is there to practise on.

        Of a dossier on a server also that it is being saved, or that the line is cut.
        """
        if self.read_only:
            return "alleen lezen"
        if self._waits:
            return _STANDING[SendingState.SENDING]
        if self._opened.is_practice:
            return "oefenkopie"
        said = "opgeslagen" if self._opened.file else "bewaard"
        return _STANDING.get(self._standing, f"{said} {self._opened.store.saved_at:%H:%M}")

    @property
    def _standing(self) -> SendingState:
        return self._opened.session.standing if self._opened.session else SendingState.KEPT

    @property
    def remark(self) -> str:
        """What did not quite go well with the last change, though it was saved."""
        return self._opened.store.remark

    @property
    def is_free(self) -> bool:
        """Whether nobody else is writing now."""
        return self._paused is None and (self._opened.file is None or self._opened.file.store.is_free)

    @property
    def _busy(self) -> str:
        """That the dossier is kept from being written, and by whom if that can be known; without a full stop."""
        session = self._opened.session
        who = self._opened.file.who_writes() if self._opened.file else ""
        unknown = f"een ander ({session.present})" if session and session.present else "een ander"
        return f"{self._opened.store.title} is bezet door {who or unknown}"

    def apply(self, change: Change, by: str = "") -> Change:
        """Makes a change durable; what others did through this session, `by` whom, is not undone here.

        Raises NotSavedError.
        """
        try:
            return self._checked_and_applied(change, by)
        except NotSavedError:
            self._was_refused = True
            raise

    def _checked_and_applied(self, change: Change, by: str) -> Change:
        refuse_misfits(change, self._opened.dossier)
        refuse_unmarked(change, self._opened.dossier)
        refuse_misbooked(change, self._opened.dossier)
        refuse_reversed(change)
        refuse_lacking(change)
        change = in_its_period(change, self._opened.dossier, self._opened.today)
        try:
            settled = self._applied(change, by)
        except BusyError:
            # What comes from others they still have, and it is tried again for as long as they do.
            self._held_up = None if by else change
            raise
        except NotSavedError as error:
            self._refused(str(error))
            raise
        self._has_done(settled)
        return settled

    def _has_done(self, change: Change | None) -> None:
        self._is_done, self._is_swap_refused = True, False
        if change:
            self._opened.follow(change)
        self._changed()

    def _applied(self, change: Change, by: str) -> Change:
        """Carries it out; when the file is in the way that is looked at first, and not at the next look."""
        store = self._opened.store
        try:
            return store.apply(change, by)
        except BusyError:
            raise
        except ReplacedError:
            self._follow()
            if self._opened.file and self._opened.file.store.newcomer:
                raise
            # A copy that went apart was brought in with nothing to choose: the change comes after it.
            return store.apply(change, by)
        except DossierError:
            self._follow()
            raise

    @property
    def are_all_sent(self) -> bool:
        """Whether nothing waits on this computer to be kept where the dossier is."""
        return self._opened.session is None or not self._opened.session.unsent

    def farewell(self) -> str:
        """What to know before closing while something waits; empty when nothing does, or when it was said."""
        session = self._opened.session
        if session is None or not session.unsent or self._said_farewell:
            return ""
        self._said_farewell = True
        if self.are_being_sent:
            wait = count(session.unsent, "wijziging wordt", "wijzigingen worden")
            return f"Nog even: {wait} bewaard. Dan sluit sto-tui."
        wait = count(session.unsent, "wijziging is", "wijzigingen zijn")
        return f"{wait} nog niet op de server, maar veilig op deze computer. Nog eens ctrl+q sluit."

    @property
    def are_being_sent(self) -> bool:
        """Whether what waits is on its way."""
        return self._standing is SendingState.SENDING

    def last_try(self) -> None:
        """The app ends while a change waits: it is made after all, when the dossier comes free in a moment."""
        last = time.monotonic() + LAST_TRY_SECONDS
        while self._held_up is not None:
            try:
                self._opened.store.apply(self._held_up)
            except BusyError:
                if time.monotonic() < last:
                    continue
            except NotSavedError:
                pass
            self._held_up = None

    def outlast(self) -> None:
        """The app has ended: what is still on its way to a slow disk comes to its end, or it is told that it may not.

        Of what was written nothing is offered again, when that was all that was being typed.
        """
        if self._lapses:
            _tell("Wat je typte terwijl er nog iets werd opgeslagen, is vervallen.")
        file = self._opened.file
        if file is None or self._paused is None:
            return
        if file.is_writing:
            _tell("Nog even: je laatste wijziging wordt opgeslagen, maar de schijf antwoordt traag. Stoppen: ctrl+c.")
        if file.store.writing.outlast(OUTLAST_SECONDS):
            if self._is_all_typed:
                file.keep_typing(self._behind)
        elif file.is_writing:
            _tell("De schijf antwoordt niet. Kijk straks in het dossier of je laatste wijziging erin staat.")

    def undo(self) -> str:
        """Takes the last change back. Raises NotSavedError."""
        store = self._opened.store
        if following := self._named_first(store.next_undo):
            return f"Druk nog eens om dit ongedaan te maken: {following.label}."
        return self._swapped(store.undo, "Ongedaan gemaakt") or self.why_no_undo()

    def redo(self) -> str:
        """Carries out again what was taken back. Raises NotSavedError."""
        store = self._opened.store
        if following := self._named_first(store.next_redo):
            return f"Druk nog eens om dit opnieuw te doen: {following.label}."
        return self._swapped(store.redo, "Opnieuw gedaan") or self.why_no_redo()

    def _named_first(self, following: Change | None) -> Change | None:
        """What comes after a change that was refused, once: whoever presses again still means the one before it."""
        was_refused, self._is_swap_refused = self._is_swap_refused, False
        return following if was_refused else None

    def _swapped(self, swap: Callable[[], Change | None], done: str) -> str:
        before = self._opened.dossier.unsettled
        try:
            change = swap()
        except ConflictError:
            self._is_swap_refused = True
            raise
        self._has_done(change)
        if change and not change.edits and self._opened.dossier.unsettled == before:
            return f"Dat stond al zo: {change.label}."
        return f"{done}: {change.label}." if change else ""

    def why_no_undo(self) -> str:
        """Why there is nothing to take back."""
        store = self._opened.store
        return "" if store.next_undo else store.why_no_undo or "Er is in deze sessie nog niets gewijzigd."

    def why_no_redo(self) -> str:
        """Why there is nothing to carry out again."""
        store = self._opened.store
        return "" if store.next_redo else store.why_no_redo or "Er is niets ongedaan gemaakt om opnieuw te doen."


def _tell(sentence: str) -> None:
    """Below what the app left on the terminal, which may be gone."""
    with suppress(OSError, ValueError):
        print(sentence, file=sys.stderr, flush=True)
