"""A phone that takes part, as long as the meeting lasts: nothing of it is ever stored."""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field

from sto_tui.phones.limits import Bucket
from sto_tui.phones.message import Reply
from sto_tui.phones.page import Filled
from sto_tui.planning.evaluation.phone_entries import PhoneAnswer, PhoneBallot, PhoneEntry, PhoneScore

SENT_AT_ONCE, SECONDS_PER_SENT = 8, 5.0
MOST_REMEMBERED = 20


@dataclass
class Phone:
    """`number` is the order in which they came; `message` is said once what has the `ticket` is on disk.

    It was `seen` when it last asked for something; one that `is_called` hears that its page is old.

    `answered` are the tables and texts per question, with their tickets; `given_for` is the table of the votes or the
    score on a question; `unheard` is what was answered while the phone did not count.
    """

    number: int
    sending: Bucket
    seen: float
    table: int | None = None
    muted: bool = False
    message: str = ""
    refused: Filled | None = None
    ticket: int = 0
    is_called: bool = False
    answered: dict[tuple[int, int | None, str], int] = field(default_factory=dict)
    unheard: list[PhoneAnswer] = field(default_factory=list)
    given_for: dict[int, int] = field(default_factory=dict)
    votes: dict[int, Mapping[int, int]] = field(default_factory=dict)
    scores: dict[int, int] = field(default_factory=dict)
    _done: OrderedDict[str, Reply] = field(default_factory=OrderedDict)

    @property
    def gave_nothing(self) -> bool:
        """Whether nothing of it would be missed."""
        return not (self.muted or self.answered or self.votes or self.scores)

    def done(self, once: str) -> Reply | None:
        """What was replied to a form that was sent before."""
        return self._done.get(once)

    def remember(self, once: str, reply: Reply) -> Reply:
        """The same form gets the same reply, and is counted once."""
        self._done[once] = reply
        if len(self._done) > MOST_REMEMBERED:
            self._done.popitem(last=False)
        return reply

    def say(self, message: str, refused: Filled | None = None, ticket: int = 0) -> int:
        """Keeps it for the next page; the ticket."""
        self.message, self.refused, self.ticket = message, refused, ticket
        return ticket

    def keep(self, given: PhoneEntry) -> None:
        """Votes or a score for a table are its own."""
        if isinstance(given, PhoneBallot):
            self.votes[given.question] = given.votes
        elif isinstance(given, PhoneScore):
            self.scores[given.question] = given.value
        if given.table:
            self.given_for[given.question] = given.table

    def drop(self, question: int) -> None:
        """Its votes or score on a question are no longer its own."""
        for given in (self.votes, self.scores, self.given_for):
            given.pop(question, None)

    def take_message(self) -> tuple[str, Filled | None]:
        """What there is to say, and what was not taken in; once."""
        said = self.message, self.refused
        self.message, self.refused = "", None
        return said
