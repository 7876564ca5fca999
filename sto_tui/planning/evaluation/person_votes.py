"""Votes and scores per person: they stay in memory until the result, and only what they add up to is written."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain, zip_longest
from typing import Generic, TypeVar

from sto_tui.domain.change import Change, Edit, added, edited, removed
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import count, enumerate_words
from sto_tui.domain.evaluation import Answer, Question, Score
from sto_tui.frozen import frozen
from sto_tui.planning.evaluation.results import own_numbers, parse_ballot

Votes = Mapping[int, int]
"""How one person divided the votes, by the id of the answer."""


T_co = TypeVar("T_co", covariant=True)


@frozen
class Given(Generic[T_co]):
    """What people gave to a question, each of them one: on phones, and as lines that were typed."""

    phones: Sequence[T_co]
    typed: Sequence[T_co]

    @property
    def all(self) -> Sequence[T_co]:
        """Of everyone."""
        return (*self.phones, *self.typed)

    @property
    def who(self) -> str:
        """How many there were of each, in words."""
        phones, typed = len(self.phones), len(self.typed)
        parts = [count(phones, "telefoon", "telefoons")] * bool(phones)
        return enumerate_words([*parts, *[f"{typed} getypt"] * bool(typed)])


def votes_of_person(answers: Sequence[Answer], numbers: Mapping[int, int], typed: str, votes: int) -> Votes:
    """The votes of one person, typed as the numbers of answers. Raises ValueError with a Dutch sentence."""
    own = {answer.id: tuple(map(int, own_numbers(answer, numbers))) for answer in answers}
    by_number = parse_ballot(typed, list(chain.from_iterable(own.values())), votes)
    sums = {id: sum(by_number.get(number, 0) for number in mine) for id, mine in own.items()}
    return {id: many for id, many in sums.items() if many}


def score_of_person(typed: str) -> int:
    """The score of one person, 1 to 5. Raises ValueError with a Dutch sentence."""
    if typed.strip() not in ("1", "2", "3", "4", "5"):
        raise ValueError("Typ van één persoon een score van 1 tot en met 5.")
    return int(typed)


def is_voted_per_table(dossier: Dossier, meeting: int | None) -> bool:
    """Whether a table voted or scored in a meeting already."""
    votes = any(answer.ballots for answer in dossier.of(Answer).values() if meeting in (None, answer.session))
    return votes or any(one.table for one in dossier.of(Score).values() if meeting in (None, one.session))


def is_voted_in(dossier: Dossier, meeting: int | None) -> bool:
    """Whether a meeting has a result, of tables or of persons."""
    votes = any(answer.votes for answer in dossier.of(Answer).values() if meeting in (None, answer.session))
    scores = any(not one.party for one in dossier.of(Score).values() if meeting in (None, one.session))
    return votes or scores or is_voted_per_table(dossier, meeting)


def result_of_persons(answers: Sequence[Answer], given: Given[Votes]) -> Change:
    """The result of a vote: the sum of every answer, none included, and no ballots.

    No edits when nobody voted, or when tables did: then their ballots are what counts.
    """
    sums: Counter[int] = Counter()
    for votes in given.all:
        sums.update(votes)
    edits: list[Edit] = []
    for answer in answers if given.all and not any(one.ballots for one in answers) else ():
        edits += edited(answer, votes=sum(sums[id] for id in (answer.id, *(part.answer for part in answer.joined))))
    return Change(f"Uitslag van de stemming, {given.who}", tuple(edits))


def is_of_fewer(change: Change) -> bool:
    """Whether a result has fewer votes or scores than the one that it would replace."""
    more = 0
    for edit in change.edits:
        for record, sign in ((edit.before, -1), (edit.after, 1)):
            more += sign * (record.votes if isinstance(record, Answer) else isinstance(record, Score))
    return more < 0


def scores_of_persons(dossier: Dossier, question: Question, meeting: int | None, given: Given[int]) -> Change:
    """All scores on a statement, without a table and from low to high, so that their order tells nothing.

    They replace those that were written before. No edits when nobody scored.
    """
    before = [
        score
        for score in dossier.scores_of(question.id)
        if (score.session, score.table, score.party) == (meeting, None, None)
    ]
    edits: list[Edit] = []
    values = sorted(given.all)
    for place, (score, value) in enumerate(zip_longest(before, values) if values else (), 1):
        if value is None:
            edits += removed(score)
        elif score is None:
            edits += added(Score(id=-place, statement=question.id, value=value, session=meeting))
        else:
            edits += edited(score, value=value)
    return Change(f"Scores, {given.who}", tuple(edits))
