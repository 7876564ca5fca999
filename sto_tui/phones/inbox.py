"""What came from phones and is not in the dossier yet: what may be written, and what first has to be let through."""

from dataclasses import dataclass
from itertools import islice

from sto_tui.planning.evaluation.phone_entries import PhoneAnswer, PhoneEntry

AT_ONCE = 50
"""As many go into one change; one change a second keeps the keys light."""
MOST_WAITING = 500
MOST_REMEMBERED = 2 * MOST_WAITING


@dataclass
class Received:
    """An answer that came in, of which phone; until it is let through it `waits`, unless it was thrown away."""

    answer: PhoneAnswer
    phone: int
    waits: bool
    thrown_away: bool = False


class Inbox:
    """Hands out numbers: of what is on disk the number is due."""

    def __init__(self) -> None:
        self.approves_first = False
        self.givers: dict[tuple[int, int], str] = {}
        """Which phone gave the votes or the score of a table, by question and table."""
        self.received: list[Received] = []
        self._outbox: dict[int, PhoneEntry] = {}
        self._last = 0

    @property
    def waiting(self) -> int:
        """How many answers wait to be let through."""
        return sum(one.waits for one in self.received)

    def receive(self, answer: PhoneAnswer, phone: int) -> int | None:
        """An answer of a phone; its ticket, 0 when it waits to be let through, None when there is no room."""
        if self.approves_first and self.waiting >= MOST_WAITING:
            return None
        ticket = 0 if self.approves_first else self.put(answer)
        if ticket is not None:
            self.received.append(Received(answer, phone, waits=self.approves_first))
            if len(self.received) > MOST_REMEMBERED:
                self.received.remove(next(one for one in self.received if not one.waits))
        return ticket

    def let_through(self, received: Received) -> None:
        """It is written after all."""
        if received.waits and self.put(received.answer):
            received.waits = received.thrown_away = False

    def throw_away(self, received: Received) -> None:
        """It is not written."""
        if received.waits:
            received.waits, received.thrown_away = False, True

    def put(self, entry: PhoneEntry) -> int | None:
        """To be written; its ticket, None when there is no room."""
        if len(self._outbox) >= MOST_WAITING:
            return None
        self._last += 1
        self._outbox[self._last] = entry
        return self._last

    def next(self) -> dict[int, PhoneEntry]:
        """The oldest that are to be written, by their tickets; they stay until they are."""
        return dict(islice(self._outbox.items(), AT_ONCE))

    def written(self, tickets: dict[int, PhoneEntry]) -> int:
        """They are on disk; the last of their tickets."""
        for ticket in tickets:
            self._outbox.pop(ticket, None)
        return max(tickets, default=0)
