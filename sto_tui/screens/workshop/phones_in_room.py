"""Phones beside a wall: they see what it asks, and what they give is written as others' work, once a second.

Nothing of it is loaded, and nothing listens, before the facilitator turns it on.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sto_tui.domain.change import BusyError, Change, ConflictError, NotSavedError
from sto_tui.domain.dutch import count, enumerate_words
from sto_tui.planning.evaluation.person_votes import Votes
from sto_tui.planning.evaluation.workshop import Round
from sto_tui.screens.windows.waiting import by_itself
from sto_tui.screens.workshop.in_room import InRoom
from sto_tui.screens.workshop.moment import Moment

if TYPE_CHECKING:
    from sto_tui.phones.desk import Desk
    from sto_tui.phones.server import PhoneServer
    from sto_tui.planning.evaluation.phone_entries import PhoneEntry
    from sto_tui.screens.workshop.phone_stand import OfTable

Given = tuple[tuple[int, int], frozenset[tuple[int, int]]]
"""A question and a table, with the ballots or the score of it."""
WHO = "telefoons"
"""In whose name the history has what they gave."""
SHOW_SECONDS = 2


class PhonesInRoom:
    """Off at first; `desk` stays while the facilitator chooses another address."""

    def __init__(self, wall: InRoom) -> None:
        self._wall = wall
        self.desk: Desk | None = None
        self._server: PhoneServer | None = None
        self._seconds = 0
        self._remark = ""
        self._kept: Sequence[Mapping[str, Any]] = []
        self._stood: dict[tuple[int, int], OfTable] = {}
        self._givers: dict[Given, str] = {}

    @property
    def on(self) -> "Desk | None":
        """The desk, while they can reach it."""
        return self.desk if self._server is not None else None

    def begin(self, desk: "Desk", server: "PhoneServer") -> None:
        """Phones are served from now on."""
        self.desk, self._server = desk, server
        self._wall.host.phones.tell(on=True)
        self.follow()

    def forget(self) -> None:
        """They cannot be known again, and the next ones begin anew."""
        self.leave()
        self.desk = None
        self._stood.clear()
        self._givers.clear()

    def leave(self) -> None:
        """What persons gave on phones that are not known again stays, until phones give something on that question."""
        desk = self.desk
        if desk is not None and self._wall.moment.per_person:
            for question in desk.places.questions:
                self._wall.persons.leave(
                    question, desk.places.votes_given(question), desk.places.scores_given(question)
                )

    async def stop(self) -> None:
        """Nothing listens any more; what came in is written."""
        while self._write():
            pass
        if self.on is not None:
            self._keep_waiting(self.on)
        desk, server, self._server = self.on, self._server, None
        self._wall.board.head.note(())
        if server is not None and desk is not None:
            told = [f"uit, telefoons {len(desk.phones)}"]
            told += [f"{many} geweigerd ({kind})" for kind, many in sorted(desk.refused.items())]
            told += [f"{many} keer een fout ({kind})" for kind, many in sorted(server.failures.items())]
            self._wall.host.phones.log("; ".join(told))
            self._wall.host.phones.tell(on=False)
            await server.stop()

    # While they are on.

    def follow(self, *, swapped: bool = False) -> None:
        """Phones see the wall as it is now; `swapped` when something that was typed was just taken back."""
        if self.desk is not None:
            self._compare(self.desk)
            self._give_back(self.desk, swapped=swapped)
        if (desk := self.on) is not None:
            from sto_tui.screens.workshop.phone_stand import stand_of

            desk.show(stand_of(self._wall.moment))
            self._note(desk)

    def _compare(self, desk: "Desk") -> None:
        """Sees for which tables someone typed since a phone gave something."""
        from sto_tui.screens.workshop.phone_stand import still_stands

        moment = self._wall.moment
        waiting = {(entry.question, entry.table) for entry in desk.inbox.next().values()}
        for about, stood in list(self._stood.items()):
            if about not in waiting and not still_stands(moment, about, stood):
                del self._stood[about]
                if desk.forget(*about):
                    self._remark = f"Tafel {about[1]} gaf iets op een telefoon; wat er later is getypt, geldt nu."

    def _give_back(self, desk: "Desk", *, swapped: bool) -> None:
        """What was typed in the place of what phones gave may have been taken back: then that stands again."""
        from sto_tui.planning.evaluation.phone_entries import PhoneBallot
        from sto_tui.screens.workshop.phone_stand import entry_of, records_of, stands_for

        moment = self._wall.moment
        for about, records in self._givers:
            if about not in self._stood and records == records_of(moment, about):
                # The same score can be typed once more; a ballot that is the same was taken back.
                entry = entry_of(moment, about)
                if swapped or isinstance(entry, PhoneBallot):
                    self._stood[about] = stands_for(moment, about)
                    desk.give_back(*about, self._givers[about, records], entry)

    def _note(self, desk: "Desk") -> None:
        """How many take part, on the rule under the head, at the end: a count repaints little. With less room, less."""
        from sto_tui.screens.workshop.phone_stand import notes_of

        moment = self._wall.moment
        self._wall.board.head.note(notes_of(moment, desk, self.many_given() + moment.persons_typed))

    def say_remark(self) -> None:
        """Says that something typed stands in the place of what a phone gave, after all else that is said of it."""
        if self._remark:
            self._wall.say(self._remark)
        self._remark = ""

    @by_itself
    def tick(self) -> None:
        """A second has passed: what came in is written."""
        if (desk := self.on) is None:
            return
        self.say_remark()
        if self._write() and self._wall.is_current:
            self._wall.show()
        self._keep_waiting(desk)
        self._seconds += 1
        if self._seconds % SHOW_SECONDS == 0:
            self._note(desk)

    def close_question(self) -> bool:
        """Writes all that came in before the wall goes on; False when that did not work, and then it stays."""
        while self.on is not None and self.on.inbox.next():
            if not self._write():
                self._wall.say("Wat de telefoons stuurden is nog niet opgeslagen; probeer het zo nog eens.", error=True)
                return False
        return True

    def _given(self, moment: Moment) -> "tuple[Sequence[Votes], Sequence[int]]":
        """The votes and the scores of persons on phones on the question of now."""
        question, desk = moment.standing.question or 0, self.desk
        given = (desk.places.votes_given(question), desk.places.scores_given(question)) if desk else ((), ())
        return self._wall.persons.with_left(question, *given)

    def _keep_waiting(self, desk: "Desk") -> None:
        """What a phone reads as received outlives a crash and a break, though it is not in the dossier yet."""
        from sto_tui.phones.inbox import stored_answers

        waiting = stored_answers(desk.inbox.not_on_disk)
        if waiting != self._kept and self._wall.host.phones.keep_waiting(self._wall.standing.session, waiting):
            self._kept = waiting
        if waiting == self._kept and desk.inbox.all_kept() and self._server is not None:
            self._server.saved()

    def drop_waiting(self) -> None:
        """The meeting is over: what still waits is not kept."""
        if self.desk is not None:
            self.desk.inbox.throw_all_away()
        self._kept = []
        self._wall.host.phones.keep_waiting(self._wall.standing.session, ())

    def take_up_waiting(self, desk: "Desk") -> None:
        """Answers that waited before a crash or a break wait again, and so do those that come."""
        from sto_tui.phones.inbox import answers_of, stored_answers

        answers = answers_of(self._wall.host.phones.waiting(self._wall.standing.session))
        self._kept = stored_answers(answers)
        for answer in answers:
            desk.inbox.hold(answer, 0)
        desk.inbox.all_kept()
        desk.inbox.approves_first = desk.inbox.approves_first or bool(answers)

    @property
    def waiting(self) -> str:
        """That answers wait to be let through; empty when none do. At the end of the meeting they go."""
        many = (
            self.desk.inbox.waiting if self.desk else len(self._wall.host.phones.waiting(self._wall.standing.session))
        )
        if not many:
            return ""
        wait = count(many, "antwoord van een telefoon wacht", "antwoorden van telefoons wachten")
        if self._wall.standing.round is Round.AFSLUITING:
            return f"Let op: {wait} nog op jou. Laat door wat moet blijven; de rest gaat dan verloren."
        return f"Let op: {wait} nog op jou. In deze bijeenkomst vind je ze terug met f2, ook als je later verdergaat."

    def many_given(self) -> int:
        """How many persons gave votes or a score to the question of now on phones, before the result."""
        moment = self._wall.moment
        if not moment.per_person or moment.standing.round not in (Round.OPHALEN, Round.STEMMEN):
            return 0
        votes, scores = self._given(moment)
        return len(votes or scores)

    def result(self) -> Change:
        """What everyone gave to the question of now, on phones and typed."""
        moment = self._wall.moment
        return self._wall.persons.result(moment, *self._given(moment))

    def _write(self) -> bool:
        """Writes the oldest that came in; whether it did."""
        try:
            return self._write_next()
        except (BusyError, ConflictError):
            # Others were first; it is made anew in a second.
            return False
        except NotSavedError as error:
            self._wall.say(str(error), error=True)
            return False

    def write_out(self) -> None:
        """Writes all that came in before something that is typed, so that the last one counts. Raises NotSavedError."""
        while self._write_next():
            pass

    def _write_next(self) -> bool:
        """Writes the oldest that came in as one change; whether there was something. Raises NotSavedError."""
        if self.desk is None or self._server is None or self._wall.host.changes.waits:
            return False
        from sto_tui.planning.evaluation.phone_entries import change_of_entries
        from sto_tui.screens.workshop.phone_stand import still_counts, typed_over

        entries = self.desk.inbox.next()
        if not entries:
            return False
        host, moment = self._wall.host, self._wall.moment
        typed = typed_over(moment, entries.values(), self._stood)
        counting = still_counts(moment, entries.values(), self._stood)
        change = change_of_entries(host.dossier, moment.walk.session, counting)
        if change.edits:
            host.changes.apply(change, by=WHO)
        self._remember(entries)
        self.desk.inbox.written(entries)
        self._server.saved()
        if typed:
            tables = enumerate_words([f"tafel {table}" for table in typed])
            self._wall.say(f"Op een telefoon gaf {tables} opnieuw iets; dat geldt nu, en niet wat was getypt.")
        return True

    def _remember(self, entries: "Mapping[int, PhoneEntry]") -> None:
        """What now stands for each table, to see when someone types for it."""
        from sto_tui.planning.evaluation.phone_entries import PhoneAnswer
        from sto_tui.screens.workshop.phone_stand import records_of, stands_for

        moment, desk = self._wall.moment, self.desk
        for entry in entries.values():
            if not isinstance(entry, PhoneAnswer):
                about = (entry.question, entry.table)
                self._stood[about] = stands_for(moment, about)
                records = records_of(moment, about)
                if records and desk is not None and (giver := desk.giver(*about)):
                    self._givers[about, records] = giver
