"""Phones beside a wall: they see what it asks, and what they give is written as others' work, once a second.

Nothing of it is loaded, and nothing listens, before the facilitator turns it on.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sto_tui.domain.change import BusyError, Change, ConflictError, NotSavedError
from sto_tui.domain.dutch import count
from sto_tui.planning.evaluation.person_votes import Votes, is_voted_in, is_voted_per_table
from sto_tui.planning.evaluation.workshop import Round
from sto_tui.screens.workshop.in_room import InRoom
from sto_tui.screens.workshop.moment import Moment

if TYPE_CHECKING:
    from socket import socket

    from sto_tui.phones.desk import Desk
    from sto_tui.phones.room import PhoneRoom
    from sto_tui.phones.server import PhoneServer
    from sto_tui.planning.evaluation.phone_entries import PhoneEntry
    from sto_tui.screens.workshop.phones_window import WayOn

WHO = "telefoons"
"""In whose name the history has what they gave."""
NO_ADDRESS = "Deze computer zit op geen wifi of ander lokaal netwerk, dus telefoons bereiken hem niet."
VOTE_AGAIN = "Telefoons geven hun stem of score opnieuw; tot dan telt mee wat er was."
SHOW_SECONDS = 2


class PhonesInRoom:
    """Off at first."""

    def __init__(self, wall: InRoom) -> None:
        self._wall = wall
        self._desk: Desk | None = None
        self._server: PhoneServer | None = None
        self._seconds = 0
        self._stood: dict[tuple[int, int], object] = {}

    def choose(self) -> None:
        """The window with the code; while they are off the address is asked first."""
        wall = self._wall
        if self._desk is not None and self._server is not None:
            self._show_code(self._desk)
        elif reason := wall.host.phones.why_not:
            wall.say(reason)
        elif not (addresses := wall.host.phones.own_addresses()):
            wall.say(NO_ADDRESS)
        else:
            from sto_tui.screens.workshop.phones_window import address_window

            wall.app.push_screen(address_window(addresses, wall.host.others.present), self._start)

    def _start(self, address: str | None) -> None:
        """Listens at that address; after a crash, and on another network, with the same code."""
        if not address:
            return
        wall = self._wall
        elsewhere = self._desk is not None and self._desk.authority.partition(":")[0] != address
        if elsewhere and (many := self._many_given()):
            self._ask_to_move(address, many)
        elif wall.standing.per_person is not None:
            self._listen(address)
        elif is_voted_per_table(wall.host.dossier, wall.standing.session):
            self._vote(address, per_person=False)
        else:
            from sto_tui.screens.workshop.phones_window import way_window

            wall.app.push_screen(way_window(), lambda per_person: self._vote(address, per_person=per_person))

    def _ask_to_move(self, address: str, many: int) -> None:
        """A browser keeps what it carries per address: on another one nobody can be known again."""
        from sto_tui.screens.windows.confirm import QuestionWindow
        from sto_tui.screens.workshop.phones_window import counts_until

        def answered(sure: bool | None) -> None:
            if sure:
                self._listen(address)
            else:
                self.choose()

        details = [f"Op {address} doet iedereen opnieuw mee, met dezelfde code.", counts_until(many)]
        question = QuestionWindow("Naar een ander adres?", details, yes="Doorgaan", no="Teruggaan")
        self._wall.app.push_screen(question, answered)

    def _vote(self, address: str, *, per_person: bool | None) -> None:
        """Keeps for this meeting whether tables vote or everyone; esc lets no phones in."""
        if per_person is not None:
            self._wall.standing = replace(self._wall.standing, per_person=per_person)
            self._wall.host.workshop.keep(self._wall.standing.stored())
            self._wall.show()
            self._listen(address)

    def _listen(self, address: str) -> None:
        """Lets phones in at that address."""
        import secrets
        import time

        from sto_tui.phones.room import new_room, room_of
        from sto_tui.phones.server import NoPortError, PortTakenError, listening

        wall, now = self._wall, time.time()
        kept = self._desk.room if self._desk else room_of(wall.host.phones.read() or {}, now)
        room = kept or new_room(secrets.randbelow, now)
        try:
            self._open(address, listening(address, room.port), room)
        except PortTakenError as error:
            self._ask_for_new_room(address, str(error))
        except NoPortError as error:
            wall.say(str(error), error=True)

    def _ask_for_new_room(self, address: str, sentence: str) -> None:
        """The port of before is taken: by the same meeting in another window, or by another program."""
        from sto_tui.screens.windows.confirm import QuestionWindow

        def answered(anew: bool | None) -> None:
            if anew:
                self._wall.host.phones.forget()
                self._leave()
                self._desk = None
                self._listen(address)

        details = [
            f"{sentence} Staan de telefoons al aan in een ander venster van sto-tui, zet ze dan daar uit.",
            "Anders kun je opnieuw beginnen: dan komt er een nieuwe code, en doet iedereen opnieuw mee.",
        ]
        question = QuestionWindow("Staan de telefoons al aan?", details, yes="Opnieuw beginnen", no="Teruggaan")
        self._wall.app.push_screen(question, answered)

    def _open(self, address: str, opened: "socket", room: "PhoneRoom") -> None:
        """Lets phones in at a socket that listens."""
        import secrets
        import time

        from sto_tui.phones.desk import Desk
        from sto_tui.phones.server import Limits, PhoneServer

        wall = self._wall
        room = replace(room, port=opened.getsockname()[1])
        self._keep_room(room)
        wall.host.phones.log(f"aan, poort {room.port}")
        authority = f"{address}:{room.port}"
        if self._desk is None:
            self._desk = Desk(room, authority, time.monotonic, secrets.randbelow, self._keep_room)
        elif authority != self._desk.authority:
            self._leave()
            self._desk.move(authority)
        if not self._desk.phones and self._many_given():
            wall.say(VOTE_AGAIN)
        self._server = PhoneServer(self._desk, Limits())
        wall.app.call_later(self._server.start, opened)
        self.follow()
        self._show_code(self._desk)

    def _keep_room(self, room: "PhoneRoom") -> None:
        self._wall.host.phones.keep(room.stored())

    def _show_code(self, desk: "Desk") -> None:
        from sto_tui.screens.workshop.phones_window import PhonesWindow

        window = PhonesWindow(desk, self._many_given, draws_code=self._wall.host.phones.draws_code)
        self._wall.app.push_screen(window, self._window_closed)

    def _window_closed(self, way: "WayOn | None") -> None:
        from sto_tui.screens.workshop.phones_window import WayOn

        if way is WayOn.OFF:
            self._wall.app.call_later(self.end)
            self._wall.say("De telefoons zijn uit.")
        elif way is WayOn.ELSEWHERE:
            self._wall.app.call_later(self._choose_again)

    async def _choose_again(self) -> None:
        """What waits to be let through, and who does not count, stays."""
        await self.stop()
        self.choose()

    async def end(self) -> None:
        """Nothing listens any more, and the code no longer holds."""
        wall = self._wall
        wall.host.phones.forget()
        await self.stop()
        given = self._desk is not None and bool(self._desk.questions)
        self._leave()
        self._desk = None
        if not given and wall.persons.is_empty and not is_voted_in(wall.host.dossier, wall.standing.session):
            # A slip of the choice can be mended as long as nobody voted.
            wall.standing = replace(wall.standing, per_person=None)
            wall.show()

    def _leave(self) -> None:
        """What persons gave on phones that are not known again stays, until phones give something on that question."""
        desk = self._desk
        if desk is not None and self._wall.moment.per_person:
            for question in desk.questions:
                self._wall.persons.leave(question, desk.votes_given(question), desk.scores_given(question))

    async def stop(self) -> None:
        """Nothing listens any more."""
        server, self._server = self._server, None
        self._wall.board.head.note(())
        if server is not None and self._desk is not None:
            refused = "; ".join(f"{many} geweigerd ({kind})" for kind, many in sorted(self._desk.refused.items()))
            phones = f"uit, telefoons {len(self._desk.phones)}"
            self._wall.host.phones.log("; ".join(filter(None, (phones, refused))))
            await server.stop()

    # While they are on.

    def follow(self) -> None:
        """Phones see the wall as it is now."""
        if self._desk is None or self._server is None:
            return
        from sto_tui.screens.workshop.phone_stand import stand_of, stands_for

        moment = self._wall.moment
        for about, stood in list(self._stood.items()):
            if stands_for(moment, about) != stood:
                # Someone typed for this table since.
                del self._stood[about]
                self._desk.forget(*about)
        self._desk.show(stand_of(moment))
        self._note(self._desk)

    def _note(self, desk: "Desk") -> None:
        """How many take part, on the rule under the head, at the end: a count repaints little. With less room, less."""
        many = count(len(desk.phones), "telefoon", "telefoons") if desk.phones else "nog geen telefoons"
        moment = self._wall.moment
        if moment.asks_persons:
            given = self._many_given() + moment.persons_typed
            many = f"{many} · {given} {'gestemd' if moment.standing.round is Round.STEMMEN else 'gegeven'}"
        way = "per persoon" if moment.per_person else "per tafel"
        waiting = f" · {count(desk.inbox.waiting, 'antwoord wacht', 'antwoorden wachten')}" * bool(desk.inbox.waiting)
        where = f"{desk.authority} · {desk.room.grouped}"
        self._wall.board.head.note(
            (f"{where} · {way} · {many}{waiting}", f"{way} · {many}{waiting}", f"{many}{waiting}", many)
        )

    def tick(self) -> None:
        """A second has passed: what came in is written."""
        if self._desk is None or self._server is None:
            return
        if self._write() and self._wall.is_current:
            self._wall.show()
        self._seconds += 1
        if self._seconds % SHOW_SECONDS == 0:
            self._note(self._desk)

    def close_question(self) -> bool:
        """Writes all that came in before the wall goes on; False when that did not work, and then it stays."""
        while self._desk is not None and self._server is not None and self._desk.inbox.next():
            if not self._write():
                self._wall.say("Wat de telefoons stuurden is nog niet opgeslagen; probeer het zo nog eens.", error=True)
                return False
        return True

    def _given(self, moment: Moment) -> "tuple[Sequence[Votes], Sequence[int]]":
        """The votes and the scores of persons on phones on the question of now."""
        question, desk = moment.standing.question or 0, self._desk
        given = (desk.votes_given(question), desk.scores_given(question)) if desk else ((), ())
        return self._wall.persons.with_left(question, *given)

    def _many_given(self) -> int:
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
        """Writes the oldest that came in as one change; whether it did."""
        if self._desk is None or self._server is None or self._wall.host.changes.waits:
            return False
        from sto_tui.planning.evaluation.phone_entries import change_of_entries

        entries = self._desk.inbox.next()
        if not entries:
            return False
        host = self._wall.host
        try:
            change = change_of_entries(host.dossier, self._wall.moment.walk.session, list(entries.values()))
            if change.edits:
                host.changes.apply(change, by=WHO)
        except (BusyError, ConflictError):
            # Others were first; it is made anew in a second.
            return False
        except NotSavedError as error:
            self._wall.say(str(error), error=True)
            return False
        self._remember(entries)
        self._desk.inbox.written(entries)
        self._server.saved()
        return True

    def _remember(self, entries: "Mapping[int, PhoneEntry]") -> None:
        """What now stands for each table, to see when someone types for it."""
        from sto_tui.planning.evaluation.phone_entries import PhoneAnswer
        from sto_tui.screens.workshop.phone_stand import stands_for

        for entry in entries.values():
            if not isinstance(entry, PhoneAnswer):
                about = (entry.question, entry.table)
                self._stood[about] = stands_for(self._wall.moment, about)
