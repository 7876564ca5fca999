"""Turning the phones beside a wall on and off: at which address, how is voted, and what is asked before that."""

from dataclasses import replace
from typing import TYPE_CHECKING

from sto_tui.planning.evaluation.person_votes import is_voted_in, is_voted_per_table
from sto_tui.screens.workshop.in_room import InRoom
from sto_tui.screens.workshop.phones_in_room import PhonesInRoom

if TYPE_CHECKING:
    from collections.abc import Sequence
    from socket import socket

    from sto_tui.phones.addresses import LocalAddress
    from sto_tui.phones.desk import Desk
    from sto_tui.phones.room import PhoneRoom
    from sto_tui.screens.workshop.phones_window import WayOn

NO_ADDRESS = "Deze computer zit op geen wifi of ander lokaal netwerk, dus telefoons bereiken hem niet."
VOTE_AGAIN = "Telefoons geven hun stem of score opnieuw; tot dan telt mee wat er was."


class TurningPhonesOn:
    """What the facilitator chooses, and then the window with the code."""

    def __init__(self, wall: InRoom, phones: PhonesInRoom) -> None:
        self._wall = wall
        self._phones = phones

    def choose(self) -> None:
        """The window with the code; while they are off the address is asked first."""
        wall = self._wall
        if (desk := self._phones.on) is not None:
            self._show_code(desk)
        elif reason := wall.host.phones.why_not:
            wall.say(reason)
        elif not (addresses := wall.host.phones.own_addresses()):
            wall.say(NO_ADDRESS)
        elif who := wall.host.phones.elsewhere:
            self._ask_whether_twice(who, addresses)
        else:
            self._ask_address(addresses)

    def _ask_address(self, addresses: "Sequence[LocalAddress]") -> None:
        from sto_tui.screens.workshop.phones_window import address_window

        window = address_window(addresses, self._wall.host.others.present)
        self._wall.app.push_screen(window, self._start)

    def _ask_whether_twice(self, who: str, addresses: "Sequence[LocalAddress]") -> None:
        """Another session lets phones in: who came in there does not count here."""
        from sto_tui.screens.windows.confirm import QuestionWindow

        def answered(sure: bool | None) -> None:
            if sure:
                self._ask_address(addresses)

        details = [
            f"Op dit dossier heeft {who} de telefoons al aan. Met twee codes doet iedereen op één van de twee mee.",
            "Stemmen en scores per persoon telt elk scherm apart: de laatste uitslag komt in de plaats van de eerste.",
        ]
        question = QuestionWindow("Staan de telefoons al aan?", details, yes="Toch doorgaan", no="Teruggaan")
        self._wall.app.push_screen(question, answered)

    def _start(self, address: str | None) -> None:
        """Listens at that address; after a crash, and on another network, with the same code."""
        if not address:
            return
        wall = self._wall
        desk = self._phones.desk
        elsewhere = desk is not None and desk.authority.partition(":")[0] != address
        if elsewhere and (many := self._phones.many_given()):
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
        kept = desk.room if (desk := self._phones.desk) else room_of(wall.host.phones.read() or {}, now)
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
                self._phones.forget()
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
        wall.forget(NO_ADDRESS)
        wall.host.phones.log(f"aan, poort {room.port}")
        authority = f"{address}:{room.port}"
        desk = self._phones.desk
        if desk is None:
            desk = Desk(room, authority, time.monotonic, secrets.randbelow, self._keep_room)
            self._phones.take_up_waiting(desk)
        elif authority != desk.authority:
            self._phones.leave()
            desk.move(authority)
        if not desk.phones and self._phones.many_given():
            wall.say(VOTE_AGAIN)
        server = PhoneServer(desk, Limits(), wall.host.phones.report)
        self._phones.begin(desk, server)
        wall.app.call_later(server.start, opened)
        self._show_code(desk)

    def _keep_room(self, room: "PhoneRoom") -> None:
        self._wall.host.phones.keep(room.stored())

    def _show_code(self, desk: "Desk") -> None:
        from sto_tui.screens.workshop.phones_window import PhonesWindow

        window = PhonesWindow(desk, self._phones, self._wall.host.phones)
        self._wall.app.push_screen(window, self._window_closed)

    def _window_closed(self, way: "WayOn | None") -> None:
        from sto_tui.screens.workshop.phones_window import WayOn

        if way is WayOn.OFF:
            self._wall.app.call_later(self._end)
            self._wall.say("De telefoons zijn uit.")
        elif way is WayOn.ELSEWHERE:
            self._wall.app.call_later(self._choose_again)

    async def _choose_again(self) -> None:
        """What waits to be let through, and who does not count, stays."""
        await self._phones.stop()
        self.choose()

    async def _end(self) -> None:
        """Nothing listens any more, and the code no longer holds."""
        wall = self._wall
        wall.host.phones.forget()
        await self._phones.stop()
        given = (desk := self._phones.desk) is not None and bool(desk.places.questions)
        self._phones.forget()
        if not given and wall.persons.is_empty and not is_voted_in(wall.host.dossier, wall.standing.session):
            # A slip of the choice can be mended as long as nobody voted.
            wall.standing = replace(wall.standing, per_person=None)
            wall.host.workshop.keep(wall.standing.stored())
            wall.show()
