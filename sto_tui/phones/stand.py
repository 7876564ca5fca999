"""What phones may know of the moment: the question of now, and nothing else of the dossier."""

from collections.abc import Collection
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
    """An answer to vote on; its number is the one on the wall."""

    id: int
    number: int
    text: str


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
