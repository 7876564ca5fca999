"""A dossier on a server as the screen has it: the last that is known of it, with what waits to be sent on top.

A change is judged against that, put on the disk of this computer, and seen; the server hears it from another thread.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import islice
from pathlib import Path

from sto_tui.domain.change import Change, NotSavedError, between
from sto_tui.domain.dutch import count
from sto_tui.domain.record import Ref
from sto_tui.storage.ahead.queue_on_disk import QueueOnDisk, Waiting
from sto_tui.storage.ahead.sender import Learnt, Sender
from sto_tui.storage.file.dossier_copy import with_documents
from sto_tui.storage.file.errors import DossierError
from sto_tui.storage.file.given_numbers import given_after, with_given
from sto_tui.storage.file.lineage import new_key
from sto_tui.storage.file.unsettled import with_unsettled
from sto_tui.storage.past.entry import Entry
from sto_tui.storage.sending_state import SendingState
from sto_tui.storage.served.own_states import told_own
from sto_tui.storage.served.presence import Presented
from sto_tui.storage.served.sending import Sent
from sto_tui.storage.served.store import ServedStore
from sto_tui.storage.served.whereabouts import StoreElsewhere
from sto_tui.storage.settling_store import documents_after, typed_after
from sto_tui.storage.steps import NO_EFFECT, Effect


class AheadStore(StoreElsewhere):
    """One open dossier on a server, for a screen: nothing of it waits for the line. `apply` returns when it is on disk.

    Raises DossierError when the dossier cannot be opened.
    """

    def __init__(self, remote: ServedStore, queue_folder: Path, user: str, clock: Callable[[], datetime]) -> None:
        self.whereabouts = remote.whereabouts
        self._login = remote.login
        self._queue = QueueOnDisk(queue_folder, remote.key, remote.title)
        left, joined, unread = self._queue.take_over(remote.dossier)
        arrived = {key for keys, one in joined if remote.history.with_key(one) for key in keys}
        self._queue.done(*arrived)
        self._waiting = tuple(each for each in left if each.sent.key not in arrived)
        self._sender = Sender(remote, self._queue, self._waiting)
        self._learnt = self._sender.learnt
        many = count(len(self._waiting), "wijziging", "wijzigingen")
        go = "gaat" if len(self._waiting) == 1 else "gaan"
        waited = f"Van de vorige keer {go} nog {many} naar de server." if self._waiting else ""
        self._notices = (*remote.notices, unread, self.own_states, waited)
        self._said: list[str] = []
        self.history = HistoryAtHand(self)
        known = self._learnt.known
        super().__init__(known.raw, self.title, self.history, user, clock, known.dossier)
        self._own |= {each.sent.key for each in self._waiting}
        self._see(self._learnt, self._waiting)

    def start(self, tell: Callable[[], object]) -> None:
        """Begins to send and to look; `tell` hears, in another thread, that there is something to look at."""
        self._sender.tell = tell
        self._sender.start()

    @property
    def saved_at(self) -> datetime:
        """When the last change was made that the server is known to have, in local time."""
        return self._learnt.known.at

    @property
    def read_only(self) -> str:
        """Why nothing can be changed, as one Dutch sentence; empty when it can."""
        return self._learnt.known.read_only

    @property
    def notices(self) -> tuple[str, ...]:
        """What someone who opens the dossier has to know beforehand."""
        return tuple(sentence for sentence in self._notices if sentence)

    @property
    def standing(self) -> SendingState:
        """How it stands with what was changed here."""
        return self._sender.standing

    @property
    def own_states(self) -> str:
        """Where lies what was here and is not on the server, as one Dutch sentence; empty when there is nothing."""
        return told_own(self.folder)

    @property
    def refusal(self) -> str:
        """Why the server does not keep what waits, as one Dutch sentence; empty when it does."""
        return self._sender.complaint

    @property
    def waiting(self) -> int:
        """How many changes wait on this computer to be kept on the server."""
        return len(self._sender.waiting)

    def show(self, editing: Ref | None, *, serves_phones: bool) -> None:
        """What the others are to see of this session."""
        self._sender.shown = replace(self._sender.shown, editing=editing, serves_phones=serves_phones)

    @property
    def others(self) -> Sequence[tuple[str, Presented]]:
        """The other sessions, and what they show, as far as this one has looked."""
        return self._sender.others

    def close(self) -> None:
        """Ends the line; what still waits stays on this computer."""
        self._sender.close()
        self._queue.close()

    def take_news(self) -> list[str]:
        """What there is to say of what was sent, once."""
        said, self._said = self._said, []
        return said

    def poll(self) -> tuple[Ref, ...]:
        """The records that others changed since the last look; waits for nothing."""
        learnt, waiting, said = self._sender.take()
        self._said += said
        if waiting and learnt.others == self._learnt.others and _keys(self._waiting)[-len(waiting) :] == _keys(waiting):
            # Some of it arrived and nobody did anything else: what is seen stays as it is.
            self._learnt, self._waiting = learnt, waiting
        elif learnt is not self._learnt or _keys(waiting) != _keys(self._waiting):
            before = self._dossier
            self._see(learnt, waiting)
            # What was done here was seen before: what differs now is the work of others.
            self._unseen += tuple(edit.ref for edit in between(before.tables, self._dossier.tables))
        refs, self._unseen = tuple(dict.fromkeys(self._unseen)), ()
        return refs

    def note(self, label: str) -> None:
        """Adds a line to the history about something that is no change of a record. Raises DossierError."""
        self._keep(Sent(Change(label, ()), "", NO_EFFECT, "", new_key()))

    # What is known, and on top of it what waits.

    @property
    def entries(self) -> Iterator[Entry]:
        """The changes that are at hand, newest first."""
        yield from (each.entry(self._login) for each in reversed(self._waiting))
        yield from self._learnt.entries

    def _see(self, learnt: Learnt, waiting: tuple[Waiting, ...]) -> None:
        """Makes the dossier what is known with what waits on top; it stays the same one when it says the same."""
        before, known = self._dossier, learnt.known
        self._learnt, self._waiting = learnt, waiting
        self._raw, self._dossier, self._strangers = known.raw, known.dossier, set(known.strangers)
        for each in waiting:
            try:
                self._put_on_top(self._settling().settled(each.sent.change), each.sent.effect)
            except NotSavedError:
                # It does not go with what others did: it is sent all the same, and becomes a choice there.
                continue
        now = self._dossier
        if (now.tables, now.aside, now.unsettled) == (before.tables, before.aside, before.unsettled):
            self._dossier = before

    def _put_on_top(self, settled: Change, effect: Effect) -> None:
        unsettled = effect.on(self._dossier.unsettled)
        noted = with_given(with_unsettled(self._raw, unsettled), given_after(self._raw, settled.edits))
        documents = {
            (table, str(number)): document
            for table, changed in documents_after(settled).items()
            for number, document in changed.items()
        }
        self._now_kept(with_documents(noted, documents), typed_after(self._dossier, settled))

    def _write(self, change: Change, said: str = "", effect: Effect = NO_EFFECT, by: str = "") -> Change:
        if self.read_only:
            raise DossierError(self.read_only)
        self._unseen = self.poll()
        # With ids and others' work in it; what is numbered gets its number where everybody's changes come together.
        settling = self._settling()
        placed = settling.placed(change)
        settled = settling.numbered(placed)
        if settled.edits or effect.on(self._dossier.unsettled) != self._dossier.unsettled:
            self._keep(Sent(placed, said, effect, by, new_key()))
            self._put_on_top(settled, effect)
        return settled

    def _keep(self, sent: Sent) -> None:
        waiting = Waiting(sent, self.clock())
        self._queue.add(waiting)
        self._own.add(sent.key)
        self._waiting = (*self._waiting, waiting)
        self._sender.send(waiting)


class HistoryAtHand:
    """The history as far as it is at hand: nobody waits for a server to see it."""

    def __init__(self, store: AheadStore) -> None:
        self._store = store

    def entries(self) -> Iterator[Entry]:
        """The changes, newest first."""
        return self._store.entries

    def latest(self, how_many: int) -> list[Entry]:
        """The last of them, newest first."""
        return list(islice(self._store.entries, how_many))


def _keys(waiting: tuple[Waiting, ...]) -> tuple[str, ...]:
    return tuple(each.sent.key for each in waiting)
