"""The one thread that talks with the server, so that a screen never waits for a line.

It owns the store of the server: nobody else asks that anything once the thread runs. What it learns it lays down for
whoever looks, and `tell` is called each time, in this thread.
"""

import threading
import time
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from secrets import token_hex

from sto_tui.domain.change import BusyError, ConflictError, NotSavedError
from sto_tui.failures import kind_of_failure
from sto_tui.frozen import frozen
from sto_tui.storage.ahead.conflicting import as_choices, told_choices
from sto_tui.storage.ahead.queue_on_disk import QueueOnDisk, Waiting
from sto_tui.storage.file.errors import LostError
from sto_tui.storage.past.entry import Entry
from sto_tui.storage.sending_state import SendingState
from sto_tui.storage.served.presence import Presented
from sto_tui.storage.served.reasons import WAITS_HERE, OutcomeUnknownError
from sto_tui.storage.served.store import Known, ServedStore

PRESENCE_SECONDS = 5.0
"""So often it is asked who else is there."""
LOOK_SECONDS = 1.0
"""So often the server is asked what others did, as a file is looked at."""
TRY_AGAIN_SECONDS = (0.5, 1.0, 2.0, 5.0)
"""Between tries to get through again, and to do what was refused; the last one from then on."""
NO_ANSWER_SECONDS = 5.0
"""After so long without an answer the line counts as cut."""
MOST_KNOWN = 1000
"""Lines of the history that are kept at hand; nobody waits for a server to see them."""
_ENDS_WITHIN = 0.5


@frozen
class Learnt:
    """What the thread knows: of the dossier, of its history, newest first, and what became of what it was given.

    `others` is another number after others did something: without that, what is known with what waits on top of it is
    what it was before some of that arrived.
    """

    known: Known
    entries: tuple[Entry, ...]
    standing: SendingState = SendingState.KEPT
    others: int = 0


class Sender:
    """Sends what waits, in order, and looks what others did. All attributes may be read by any thread."""

    def __init__(self, remote: ServedStore, queue: QueueOnDisk, waiting: Iterable[Waiting]) -> None:
        """Raises DossierError when the history cannot be read."""
        self._remote = remote
        remote.unsaved = WAITS_HERE
        self._queue = queue
        self._lock = threading.Lock()
        self._awake = threading.Event()
        self._is_closing = False
        self._waiting = deque(waiting)
        self._said: list[str] = []
        self._busy_since = 0.0
        self._looked = 0.0
        self.shown = Presented(token_hex(2))
        """What the others are to see of this session; whoever owns the screen changes it."""
        self.others: tuple[tuple[str, Presented], ...] = ()
        self._shown: Presented | None = None
        self._looked_around = 0.0
        self._failures = 0
        self.complaint = ""
        """Why what waits is not kept; empty when it is."""
        self._as_one: tuple[tuple[str, ...], str] | None = None
        self._has_news = False
        self._others = 0
        self.tell: Callable[[], object] = lambda: None
        lines = remote.history.newer(0, MOST_KNOWN)
        self._seq = lines[0].seq if lines else 0
        self.learnt = Learnt(remote.known, tuple(line.entry for line in lines))
        self._thread = threading.Thread(target=self._run, name="server", daemon=True)

    def start(self) -> None:
        """Begins."""
        self._thread.start()
        if self._waiting:
            self._awake.set()

    def send(self, waiting: Waiting) -> None:
        """One more change, that is on disk already."""
        with self._lock:
            self._waiting.append(waiting)
        self._awake.set()

    @property
    def waiting(self) -> tuple[Waiting, ...]:
        """What is not known to be on the server, in order."""
        with self._lock:
            return tuple(self._waiting)

    @property
    def standing(self) -> SendingState:
        """How it stands with what waits."""
        since, standing = self._busy_since, self.learnt.standing
        if standing is SendingState.REFUSED and not self._waiting:
            return SendingState.UNSEEN
        if standing is not SendingState.KEPT:
            return standing
        if since and time.monotonic() - since > NO_ANSWER_SECONDS:
            return SendingState.CUT
        return SendingState.SENDING if self._waiting else SendingState.KEPT

    def take(self) -> tuple[Learnt, tuple[Waiting, ...], list[str]]:
        """What is known, what still waits on top of it, and, once, what there is to say."""
        with self._lock:
            said, self._said = self._said, []
            return self.learnt, tuple(self._waiting), said

    def close(self) -> None:
        """Ends the thread, or leaves it to end with the program when a server does not answer."""
        self._is_closing = True
        self._awake.set()
        if self._thread.is_alive():
            self._thread.join(_ENDS_WITHIN)
        elif self._thread.ident is None:
            self._remote.close()

    # In the thread.

    def _run(self) -> None:
        while not self._is_closing:
            self._awake.wait(self._pause)
            self._awake.clear()
            if not self._is_closing:
                self._go_on()
        self._remote.close()

    @property
    def _pause(self) -> float:
        if not self._failures:
            return LOOK_SECONDS
        return TRY_AGAIN_SECONDS[min(self._failures, len(TRY_AGAIN_SECONDS)) - 1]

    def _go_on(self) -> None:
        self._busy_since = time.monotonic()
        try:
            if self._as_one:
                self._look_whether_it_came_together(*self._as_one)
            while self._waiting and not self._is_closing:
                self._send_first(self._waiting[0])
                self._lay_down(SendingState.KEPT)
            # What is sent goes before what others did: a look costs as much as a change.
            if self._failures or time.monotonic() - self._looked >= LOOK_SECONDS:
                self._look()
            self._failures, self.complaint = 0, ""
            self._lay_down(SendingState.KEPT)
        except (LostError, OutcomeUnknownError):
            self._failed(SendingState.CUT)
        except BusyError:
            self._failed(SendingState.KEPT)
        except NotSavedError as error:
            with suppress(NotSavedError):
                self._look()
            self._failed(SendingState.REFUSED, str(error))
        except Exception as error:  # whatever it is, what waits is on disk and the screen goes on
            self._failed(SendingState.REFUSED, f"Fout in het programma bij het bewaren ({kind_of_failure(error)}).")
        finally:
            self._busy_since = 0.0

    def _send_first(self, first: Waiting) -> None:
        with self._lock:
            # Whatever happens from here on, it may be there.
            self._waiting[0] = replace(first, may_be_there=True)
        try:
            self._remote.carry_out(first.sent, may_be_there=first.may_be_there)
        except ConflictError:
            self._bring_together()
        else:
            self._is_done((first.sent.key,))

    def _bring_together(self) -> None:
        """What others did meanwhile stands where both changed one thing, and ours is a choice beside it."""
        waiting = self.waiting
        keys = tuple(each.sent.key for each in waiting)
        self._as_one = keys, keys[-1]
        self._queue.goes_as_one(*self._as_one)
        said = as_choices(self._remote, waiting, keys[-1])
        self._as_one = None
        self._is_done(keys)
        with self._lock:
            self._said.append(said)

    def _look_whether_it_came_together(self, keys: tuple[str, ...], key: str) -> None:
        """The answer to what was sent as one change never came: when it is there, it is not sent again."""
        if self._remote.history.with_key(key):
            self._remote.poll()
            self._is_done(keys)
            with self._lock:
                self._said.append(told_choices(len(self._remote.dossier.unsettled)))
        self._as_one = None

    def _is_done(self, keys: tuple[str, ...]) -> None:
        others = self.learnt.others
        if self._remote.saw_others:
            others += 1
            # Who did it is said together with what it was.
            self._read_history()
        self._queue.done(*keys)
        with self._lock:
            done = [each.entry(self._remote.login) for each in self._waiting if each.sent.key in keys]
            told = {entry.key for entry in self.learnt.entries}
            # Until the server has told how it noted them.
            entries = (*(entry for entry in reversed(done) if entry.key not in told), *self.learnt.entries)
            self._waiting = deque(each for each in self._waiting if each.sent.key not in keys)
            # In the same moment: what is on top of what is known, is not in it.
            self.learnt = replace(self.learnt, known=self._remote.known, entries=entries, others=others)
            self._has_news = True

    def _look(self) -> None:
        before = self._remote.known.raw
        self._remote.poll()
        if self._remote.known.raw is not before:
            self._others += 1
        self._looked = time.monotonic()
        if self._remote.remark:
            with self._lock:
                self._said.append(self._remote.remark)
            self._remote.remark = ""
        self._read_history()
        if self.shown != self._shown or time.monotonic() - self._looked_around >= PRESENCE_SECONDS:
            self._look_around()

    def _look_around(self) -> None:
        shown = self.shown
        others = tuple(sorted(self._remote.look_around(shown), key=str))
        self._shown, self._looked_around = shown, time.monotonic()
        if others != self.others:
            self.others, self._has_news = others, True

    def _read_history(self) -> None:
        seq = self._remote.known.seq
        if seq == self._seq:
            return
        known = self.learnt.entries
        lines = self._remote.history.newer(self._seq, MOST_KNOWN) if seq > self._seq else ()
        if not lines or not (known and self._remote.goes_on_from(known[0].key)):
            # After a backup was put back the places begin again.
            known, lines = (), self._remote.history.newer(0, MOST_KNOWN)
        told = {line.entry.key for line in lines}
        entries = (*(line.entry for line in lines), *(entry for entry in known if entry.key not in told))
        self._seq = seq
        with self._lock:
            self.learnt = replace(self.learnt, entries=entries[:MOST_KNOWN])

    def _lay_down(self, standing: SendingState) -> None:
        with self._lock:
            others = self.learnt.others + self._others
            learnt = Learnt(self._remote.known, self.learnt.entries, standing, others)
            is_new = self._has_news or bool(self._said) or not _is_same(self.learnt, learnt)
            self._has_news, self._others = False, 0
            if is_new:
                self.learnt = learnt
        if is_new:
            self.tell()

    def _failed(self, standing: SendingState, sentence: str = "") -> None:
        self._failures += 1
        is_new = sentence and sentence != self.complaint
        self.complaint = sentence or self.complaint
        if is_new:
            with self._lock:
                self._said.append(sentence)
        if standing is SendingState.CUT:
            self.others = ()
        self._lay_down(standing)


def _is_same(before: Learnt, after: Learnt) -> bool:
    """Whether nothing was learnt; what is the same stayed what it was."""
    was, now = before.known, after.known
    return (
        was.raw is now.raw
        and was.dossier is now.dossier
        and (was.seq, was.read_only) == (now.seq, now.read_only)
        and before.entries is after.entries
        and before.standing is after.standing
    )
