"""What phones may know of the moment: the question of now, and nothing else of the dossier."""

from collections.abc import Collection, Mapping
from enum import StrEnum

from sto_tui.frozen import frozen


class AskedOfPhones(StrEnum):
    """What the page asks."""

    NOTHING = "niets"
    ANSWER = "antwoord"
    SCORE = "score"
    VOTE = "stem"


@frozen
class AnswerOnPage:
    """An answer to vote on; its number is the one on the wall. Votes for those that were `joined` to it are for it."""

    id: int
    number: int
    text: str
    joined: tuple[int, ...] = ()

    @property
    def own(self) -> tuple[int, ...]:
        """Its id, and of those that were joined to it."""
        return (self.id, *self.joined)


@frozen
class Stand:
    """The moment as phones see it. `tables` is how many there are, 0 when that is not known.

    `given` are the tables of which the votes or the score are in; it is never shown, so it does not make a page old.
    With `per_person` every phone gives its own votes or score, and no table.
    """

    asked: AskedOfPhones = AskedOfPhones.NOTHING
    question: int = 0
    text: str = ""
    tables: int = 0
    votes: int = 0
    answers: tuple[AnswerOnPage, ...] = ()
    given: Collection[int] = ()
    per_person: bool = False

    @property
    def page(self) -> tuple[object, ...]:
        """All that a page shows of it."""
        return (self.asked, self.question, self.text, self.tables, self.votes, self.answers, self.per_person)

    def has_all(self, votes: Mapping[int, int]) -> bool:
        """Whether each answer that got them is still here, or was joined to another one."""
        return set(votes) <= {id for answer in self.answers for id in answer.own}

    def as_now(self, votes: Mapping[int, int]) -> Mapping[int, int]:
        """Votes by the answers of now: an answer has those for the ones that were joined to it since."""
        return {answer.id: sum(votes.get(id, 0) for id in answer.own) for answer in self.answers}
