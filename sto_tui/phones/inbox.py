"""What came from phones and is not in the dossier yet: what may be written, and what first has to be let through."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from sto_tui.domain.text import clean_line
from sto_tui.planning.evaluation.phone_entries import LONGEST_ANSWER, PhoneAnswer, PhoneEntry

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
    """Hands out tickets: of what is on disk, in the dossier or waiting beside it, the ticket is due."""

    def __init__(self) -> None:
        self.approves_first = False
        self.received: list[Received] = []
        self._outbox: dict[int, PhoneEntry] = {}
        self._last = 0
        self._not_kept: set[int] = set()

    @property
    def waiting(self) -> int:
        """How many answers wait to be let through."""
        return sum(one.waits for one in self.received)

    @property
    def not_on_disk(self) -> Sequence[PhoneAnswer]:
        """The answers that would be lost: those that wait to be let through, and those that are not written yet."""
        waiting = [one.answer for one in self.received if one.waits]
        return (*waiting, *(entry for entry in self._outbox.values() if isinstance(entry, PhoneAnswer)))

    def receive(self, answer: PhoneAnswer, phone: int) -> int | None:
        """An answer of a phone; its ticket, None when there is no room."""
        if self.approves_first:
            return self.hold(answer, phone)
        if self.is_full:
            return None
        self._remember(Received(answer, phone, waits=False))
        return self.put(answer)

    def hold(self, answer: PhoneAnswer, phone: int) -> int | None:
        """An answer that first has to be let through; its ticket, None when there is no room."""
        if self.waiting >= MOST_WAITING:
            return None
        self._remember(Received(answer, phone, waits=True))
        self._last += 1
        self._not_kept.add(self._last)
        return self._last

    def all_kept(self) -> bool:
        """What waits is on disk beside the dossier, so that phones may read that it was received; whether some may."""
        some = bool(self._not_kept)
        self._not_kept.clear()
        return some

    def _remember(self, received: Received) -> None:
        self.received.append(received)
        if len(self.received) > MOST_REMEMBERED:
            self.received.remove(next(one for one in self.received if not one.waits))

    def let_through(self, received: Received) -> None:
        """It is written after all."""
        if received.waits and not self.is_full:
            self.put(received.answer)
            received.waits = received.thrown_away = False

    def throw_away(self, received: Received) -> None:
        """It is not written."""
        if received.waits:
            received.waits, received.thrown_away = False, True

    def throw_all_away(self) -> None:
        """Nothing waits any more."""
        for received in self.received:
            self.throw_away(received)

    @property
    def is_full(self) -> bool:
        """Whether a phone that sends something has to wait."""
        return len(self._outbox) >= MOST_WAITING

    def put(self, entry: PhoneEntry) -> int:
        """To be written; its ticket."""
        self._last += 1
        self._outbox[self._last] = entry
        return self._last

    def next(self) -> dict[int, PhoneEntry]:
        """The oldest that are to be written, by their tickets; they stay until they are."""
        return dict(islice(self._outbox.items(), AT_ONCE))

    def is_unwritten(self, ticket: int) -> bool:
        """Whether what has this ticket is not on disk yet."""
        return ticket in self._outbox or ticket in self._not_kept

    def written(self, tickets: dict[int, PhoneEntry]) -> None:
        """They are on disk."""
        for ticket in tickets:
            self._outbox.pop(ticket, None)


def stored_answers(answers: Iterable[PhoneAnswer]) -> list[dict[str, Any]]:
    """In a form that can be stored."""
    return [{"question": one.question, "table": one.table, "text": one.text} for one in answers]


def answers_of(stored: Iterable[Mapping[str, Any]]) -> Sequence[PhoneAnswer]:
    """Answers as they were kept, which may have been written since; none when they cannot be read."""
    try:
        read = [
            PhoneAnswer(int(one["question"]), int(one["table"]) if one["table"] else None, clean_line(str(one["text"])))
            for one in stored
        ]
    except (KeyError, TypeError, ValueError):
        return ()
    return [replace(one, text=one.text[:LONGEST_ANSWER], again=True) for one in read if one.text][:MOST_WAITING]
