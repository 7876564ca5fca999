"""A dossier on a server as one session has it: a change is judged here and swapped in there, or not at all."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from sto_tui.domain.change import Change, ConflictError
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import enumerate_words
from sto_tui.domain.record import Ref
from sto_tui.domain.tables import TABLES
from sto_tui.frozen import frozen
from sto_tui.storage.file.dossier_copy import DossierCopy, Joined, with_documents, with_edits
from sto_tui.storage.file.errors import DossierError
from sto_tui.storage.file.given_numbers import given_after, with_given
from sto_tui.storage.file.lineage import Lineage, kept, new_key, noted_keys
from sto_tui.storage.file.migrations import SCHEMA, RawTables
from sto_tui.storage.file.tinydb_storage import newer_sentence
from sto_tui.storage.file.unsettled import with_unsettled
from sto_tui.storage.past.entry import Entry, PastEdit, change_of, past_edits
from sto_tui.storage.served.connection import ServerConnection
from sto_tui.storage.served.history import ServedHistory
from sto_tui.storage.served.own_states import keep_own, told_place
from sto_tui.storage.served.presence import Presented, look_around
from sto_tui.storage.served.reasons import (
    NOT_SAVED,
    OutcomeUnknownError,
    ServerBusyError,
    UnreachableError,
    advised,
)
from sto_tui.storage.served.sending import Sending, Sent, ServerAnswer
from sto_tui.storage.served.version import (
    ServedLine,
    after_lines,
    keys_until,
    rest_of,
    since,
    whole_by_key,
    whole_by_name,
)
from sto_tui.storage.served.whereabouts import StoreElsewhere, Whereabouts
from sto_tui.storage.settling import is_another
from sto_tui.storage.settling_store import documents_after, typed_after
from sto_tui.storage.steps import NO_EFFECT, Effect, Step

UPGRADED = "Dossier bijgewerkt naar de vorm van deze versie van sto-tui"
_MOST_TIMES_FIRST = 50
"""So often in a row others were first: then something else is the matter."""


@frozen
class Known:
    """What one session knows of a dossier at one moment; `seq` is the place of its last change.

    `strangers` are records of another version that have the number of one that was known here.
    """

    raw: RawTables
    dossier: Dossier
    strangers: Collection[Ref]
    read_only: str
    at: datetime
    seq: int


class ServedStore(StoreElsewhere):
    """One open dossier on a server. `apply` returns only when the server keeps the change.

    Large because: a change is judged, sent and doubted against one version, which others change between any two steps.
    """

    def __init__(self, connection: ServerConnection, name: str, user: str, clock: Callable[[], datetime]) -> None:
        self._connection = connection
        self._version = whole_by_name(connection, name)
        self.whereabouts = Whereabouts(self._version.name, connection.settings)
        self.login = connection.login or user
        """What this person is called there, which need not be the name of the account here."""
        self.unsaved = NOT_SAVED
        """What there is to say of a change that the server refuses: who keeps it elsewhere says so."""
        self._sending = Sending(connection, self._version.dossier)
        self._arrived: tuple[Sent, Step] | None = None
        self._keys: tuple[str, ...] = (self._version.tip,)
        self.history = ServedHistory(connection, self._version.dossier)
        super().__init__(self._version.raw, self.title, self.history, user, clock)

    @property
    def saved_at(self) -> datetime:
        """When the last change was made that is known here, in local time."""
        return self._version.at

    @property
    def read_only(self) -> str:
        """Why nothing can be changed, as one Dutch sentence; empty when it can."""
        if self._version.form > SCHEMA:
            return newer_sentence(self.title)
        if self._version.level not in ("bewerker", "beheerder"):
            keepers = enumerate_words(self._version.keepers) or "de beheerder"
            return f"Alleen lezen: je bent {self._version.level} van {self.title}. Vraag {keepers} om meer rechten."
        return ""

    @property
    def notices(self) -> tuple[str, ...]:
        """What someone who opens the dossier has to know beforehand."""
        aside = self._dossier.aside
        more = f" En nog {len(aside) - 1}; zie de meldingen." if len(aside) > 1 else ""
        unsafe = (
            f"{self._connection.server} bewaart niet meteen op schijf (fsync staat uit): bij stroomuitval kan werk "
            "verdwijnen. Waarschuw wie de server beheert."
        )
        sentences = (
            self.read_only,
            "" if self._version.is_durable else unsafe,
            f"Niet alles in {self.title} is te gebruiken. {aside[0].sentence}.{more}" if aside else "",
        )
        return tuple(sentence for sentence in sentences if sentence)

    @property
    def key(self) -> str:
        """What tells it from all other dossiers on the server, also of the same name."""
        return self._version.dossier

    @property
    def name(self) -> str:
        """What it is called on the server."""
        return self._version.name

    @property
    def keepers(self) -> tuple[str, ...]:
        """Who lets others in."""
        return self._version.keepers

    @property
    def is_newer(self) -> bool:
        """Whether a newer version of sto-tui wrote it."""
        return self._version.form > SCHEMA

    def close(self) -> None:
        """Ends the connection."""
        self._connection.close()

    @property
    def known(self) -> "Known":
        """What is known of it at this moment."""
        version = self._version
        return Known(self._raw, self._dossier, frozenset(self._strangers), self.read_only, version.at, version.seq)

    def look_around(self, shown: Presented) -> Sequence[tuple[str, Presented]]:
        """Shows this session to the others, and tells who they are. Raises DossierError."""
        return look_around(self._connection, self._version.dossier, shown)

    @property
    def saw_others(self) -> bool:
        """Whether others did something that was not told by `poll` yet."""
        return bool(self._unseen)

    def goes_on_from(self, key: str) -> bool:
        """Whether the change with this key, of not long ago, is one of those that led to what is known."""
        return key in self._keys

    # What others did.

    def poll(self) -> tuple[Ref, ...]:
        """The records that another session changed since the last look; reads them. Raises DossierError.

        A change of which nobody knew whether it arrived is carried out first, under its own key.
        """
        if self._sending.on_the_way:
            self._finish(self._sending.on_the_way)
        self._unseen += self._catch_up()
        refs, self._unseen = self._unseen, ()
        return refs

    def _catch_up(self) -> tuple[Ref, ...]:
        version = self._version
        found = since(self._connection, version.dossier, version.seq, version.tip, self.title)
        self._version = replace(version, level=found.level)
        if found.is_known and found.form == version.form and not found.lines:
            return ()
        if not found.is_known or found.form != SCHEMA or version.form != SCHEMA:
            return self._read_again(is_replaced=not found.is_known)
        return self._take_in(found.lines)

    def _take_in(self, lines: Sequence[ServedLine]) -> tuple[Ref, ...]:
        """Makes the dossier follow these lines; the records that others changed."""
        own = {ref for line in lines if line.entry.key in self._own for ref in line.entry.refs}
        refs = self._follow(after_lines(self._raw, lines), lenient=False)
        last = lines[-1]
        self._ends_with(last.seq, last.entry.at, *(line.entry.key for line in lines))
        return tuple(ref for ref in refs if ref not in own)

    def _ends_with(self, seq: int, at: datetime, *keys: str) -> None:
        self._version = replace(self._version, seq=seq, tip=keys[-1], at=at)
        self._keys = kept((*self._keys, *keys))

    def _read_again(self, *, is_replaced: bool) -> tuple[Ref, ...]:
        """Reads all of it. When it is not what ours became, ours is kept first."""
        version = whole_by_key(self._connection, self._version.dossier, self.title)
        before = self._dossier
        if is_replaced:
            self._keep_own()
            self._given_before.saw(self._raw)
        refs = self._follow(version.raw, lenient=version.form > SCHEMA)
        self._version = version
        if is_replaced:
            self._keys = (version.tip,)
            self._strangers |= {ref for ref in refs if is_another(before.get(ref), self._dossier.get(ref))}
            self._drop_steps()
        else:
            self._keys = kept((*self._keys, version.tip))
        return refs

    def _keep_own(self) -> None:
        """Writes the dossier as it is here as a file. Raises DossierError, and then nothing else is taken over."""
        path = keep_own(self.folder, self._raw, Lineage(self._dossier.key, self._keys))
        self.remark = (
            f"Op {self._connection.server} is een oudere stand van {self._version.name} teruggezet. Wat je hier had "
            f"staat in {told_place(path)}."
        )

    # Changing it.

    def note(self, label: str) -> None:
        """Adds a line to the history about something that is no change of a record. Raises DossierError."""
        self._note(Sent(Change(label, ()), "", NO_EFFECT, "", new_key()))

    def _note(self, sent: Sent) -> None:
        self._own.add(sent.key)
        with self._connection.saving(self.unsaved):
            for _ in range(_MOST_TIMES_FIRST):
                if self._is_done(sent, self._send(sent, sent.change.label, (), None)):
                    return
            raise self._busy()

    def carry_out(self, sent: Sent, *, may_be_there: bool) -> Change:
        """Carries out a change that was asked for before, under its own key; once, also when it `may_be_there`.

        Raises ConflictError and DossierError, of which OutcomeUnknownError leaves open whether it was done.
        """
        if self.read_only:
            raise DossierError(self.read_only)
        with self._connection.saving(self.unsaved):
            self._bring_up_to_date()
            if sent.is_note:
                if not (may_be_there and self.history.with_key(sent.key)):
                    self._note(sent)
                return sent.change
            return self._carry_out_again(sent) if may_be_there else self._carry_out(sent)

    @property
    def as_copy(self) -> DossierCopy:
        """The dossier as a copy of itself, to bring together with a file. Raises DossierError."""
        keys = keys_until(self._connection, self._version.dossier, self._version.seq)
        # A dossier that was put there came with those of its file.
        keys = (*noted_keys(self._raw["meta"]["1"]), *keys)
        return DossierCopy(Path(self.title), self._raw, Lineage(self._dossier.key, kept(keys)))

    def bring_in(self, joined: Joined, label: str, key: str) -> bool:
        """Makes the dossier what it becomes together with a file, as the one change with this key.

        False when others were first; then it is to be brought together with what they did too. Raises DossierError, of
        which OutcomeUnknownError leaves open whether it was done: asked again it is not done twice.
        """
        if self.read_only:
            raise DossierError(self.read_only)
        with self._connection.saving(self.unsaved):
            return self._bring_in(joined, label, key)

    def _bring_in(self, joined: Joined, label: str, key: str) -> bool:
        self._bring_up_to_date()
        if self._sending.on_the_way:
            self._finish(self._sending.on_the_way)
        if joined.ours != self._version.tip:
            self._unseen += self._catch_up()
            return False
        unsettled = [replace(c, merge=key) if c.merge == joined.lineage.tip else c for c in joined.unsettled]
        raw = with_given(with_unsettled(with_edits(self._raw, joined.beside), unsettled), joined.given)
        # What is no record goes along as the rest; what stands among the records is changed like one.
        beside = (
            PastEdit(Ref(edit.table, int(edit.number)), edit.before, edit.after)
            for edit in joined.beside
            if edit.table in TABLES
        )
        change = replace(joined.change, label=label)
        rest = None if rest_of(raw) == rest_of(self._raw) else rest_of(raw)
        entry = Entry(self.clock(), "", label, (*past_edits(change), *beside), key, (joined.ours,), joined.brought)
        sent = Sent(change, "", NO_EFFECT, "", key)
        self._own.add(key)
        try:
            answer = self._sending.send(sent, entry, joined.ours, rest)
        except OutcomeUnknownError:
            # It is more than its edits: only who asks for it can ask again, by the same key.
            self._sending.on_the_way = None
            raise
        if answer.state == "gedaan":
            self._follow(with_documents(raw, _documents(change)), lenient=False)
            self._ends_with(answer.number, self.clock(), key)
            return True
        return self._is_done(sent, answer)

    def _write(self, change: Change, said: str = "", effect: Effect = NO_EFFECT, by: str = "") -> Change:
        if self.read_only:
            raise DossierError(self.read_only)
        with self._connection.saving(self.unsaved):
            return self._written(change, said, effect, by)

    def _written(self, change: Change, said: str, effect: Effect, by: str) -> Change:
        self._bring_up_to_date()
        waits, arrived = self._sending.on_the_way, self._arrived
        self._arrived = None
        if arrived and arrived[0].is_asked_by(change, said, by):
            # Asked again after an answer that never came; it arrived meanwhile, and its step is made by who asks.
            self._done = [step for step in self._done if step is not arrived[1]]
            return arrived[1].change
        if waits and waits.is_asked_by(change, said, by):
            return self._carry_out_again(waits)
        if waits:
            self._finish(waits)
        return self._carry_out(Sent(change, said, effect, by, new_key()))

    def _finish(self, sent: Sent) -> None:
        """Carries out what may not have arrived; what came of it is told like the work of others."""
        try:
            change = self._carry_out_again(sent)
        except ConflictError:
            return
        step = Step(change)
        self._unseen += change.refs
        self._arrived = sent, step
        if change.edits and not (sent.by or sent.said):
            self._did(step)

    def _carry_out_again(self, sent: Sent) -> Change:
        try:
            self._unseen += self._catch_up()
            entry = self.history.with_key(sent.key)
            if entry is None:
                return self._carry_out(sent, is_sure=True)
        except UnreachableError as error:
            raise OutcomeUnknownError(self._connection.server) from error
        self._sending.on_the_way = None
        return change_of(entry, sent.said, sent.change.follows)

    def _carry_out(self, sent: Sent, *, is_sure: bool = False) -> Change:
        """Judges a change against what is known here and sends it, until nobody was first.

        What is known here may be old: unless it `is_sure`, nothing is refused before what others did was asked.
        """
        self._own.add(sent.key)
        for _ in range(_MOST_TIMES_FIRST):
            try:
                settled = self._settling().settled(sent.change)
            except ConflictError:
                if is_sure:
                    self._sending.on_the_way = None
                    raise
                settled = None
            unsettled = sent.effect.on(self._dossier.unsettled)
            if settled is None or not (settled.edits or unsettled != self._dossier.unsettled):
                if settled is not None and is_sure:
                    self._sending.on_the_way = None
                    return settled
                self._unseen += self._catch_up()
                is_sure = True
                continue
            noted = with_given(
                with_unsettled(self._raw, unsettled), given_after(self._given_before.noted(self._raw), settled.edits)
            )
            rest = None if noted["meta"] == self._raw["meta"] else rest_of(noted)
            answer = self._send(sent, f"{sent.said}{settled.label}", past_edits(settled), rest)
            is_sure = True
            if answer.state == "gedaan":
                raw = with_documents(noted, _documents(settled))
                self._now_kept(raw, typed_after(self._dossier, settled))
                self._ends_with(answer.number, self.clock(), sent.key)
                return settled
            if self._is_done(sent, answer):
                entry = self.history.with_key(sent.key)
                return change_of(entry, sent.said, sent.change.follows) if entry else settled
        raise self._busy()

    def _send(self, sent: Sent, label: str, edits: tuple[PastEdit, ...], rest: RawTables | None) -> ServerAnswer:
        entry = Entry(self.clock(), sent.by, label, edits, sent.key, (self._version.tip,))
        return self._sending.send(sent, entry, self._version.tip, rest)

    def _is_done(self, sent: Sent, answer: ServerAnswer) -> bool:
        """Goes on from what the server answered; whether the change is there by now."""
        if answer.state == "nieuwer":
            self._unseen += self._read_again(is_replaced=False)
            raise DossierError(self.read_only or f"{self.title} is intussen bijgewerkt. {self.unsaved}.")
        if answer.state in ("anders", "past-niet"):
            self._unseen += self._read_again(is_replaced=answer.state == "anders")
        elif answer.since and answer.since[0].seq == self._version.seq + 1:
            self._unseen += self._take_in(answer.since)
        else:
            self._unseen += self._catch_up()
        return answer.state in ("gedaan", "al")

    def _busy(self) -> DossierError:
        return ServerBusyError(f"{self._connection.server} is druk. {advised(self.unsaved, 'probeer het zo nog eens')}")

    def _bring_up_to_date(self) -> None:
        """Puts a dossier of before this version in the form of this one, so that one form stands there."""
        while self._version.form < SCHEMA:
            self._unseen += self._read_again(is_replaced=False)
            if self._version.form >= SCHEMA:
                return
            stored, raw = self._version.stored, self._raw
            edits = tuple(
                PastEdit(Ref(table, int(number)), before, after)
                for table in TABLES
                for number in dict.fromkeys((*stored.get(table, {}), *raw.get(table, {})))
                if (before := stored.get(table, {}).get(number)) != (after := raw.get(table, {}).get(number))
            )
            sent = Sent(Change(UPGRADED, ()), "", NO_EFFECT, "", new_key())
            self._own.add(sent.key)
            answer = self._send(sent, UPGRADED, edits, rest_of(raw))
            if answer.state == "nieuwer":
                raise DossierError(self.read_only)
            self._unseen += self._read_again(is_replaced=answer.state == "anders")


def _documents(change: Change) -> dict[tuple[str, str], object]:
    return {
        (table, str(number)): document
        for table, documents in documents_after(change).items()
        for number, document in documents.items()
    }
