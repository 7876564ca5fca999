"""Where everyone votes: people without a phone, each a line that is typed, and phones that are gone; in memory."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from sto_tui.domain.change import Change
from sto_tui.domain.dutch import count
from sto_tui.planning.evaluation.person_votes import (
    Given,
    Votes,
    is_of_fewer,
    result_of_persons,
    score_of_person,
    scores_of_persons,
    votes_of_person,
)
from sto_tui.planning.evaluation.workshop import Round
from sto_tui.screens.workshop.moment import Moment
from sto_tui.screens.workshop.typed_lines import wrong_votes

BEGAN_ANEW = "De stemming is opnieuw begonnen."
ANEW_BESIDE_SAVED = "Hier is al een uitslag: {}. Wie nu iets geeft, begint opnieuw; → vraagt dan welke telt."
NOT_SAVED_YET = (
    "Wat personen bij deze vraag gaven, is nog niet opgeslagen. Moet het blijven, ga dan eerst verder met →."
)
Result = Mapping[int, int]
"""How many votes each answer got, by its id; or how many people gave each score."""
MOST_TYPED = 200
"""With 250 phones and 20 votes each that is 9000 votes; an answer holds 9999."""


class VotingPerPerson:
    """By question, as votes belong to a question and not to what is on the wall."""

    def __init__(self) -> None:
        self._votes: dict[int, list[Votes]] = defaultdict(list)
        self._scores: dict[int, list[int]] = defaultdict(list)
        self._left_votes: dict[int, Sequence[Votes]] = {}
        self._left_scores: dict[int, Sequence[int]] = {}
        self._written: dict[int, Result] = {}

    def typed(self, question: int | None) -> int:
        """Of how many people something was typed."""
        return len(self._votes.get(question or 0, ())) + len(self._scores.get(question or 0, ()))

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed in this meeting, and no phone that is gone gave something."""
        return not any((*self._votes.values(), *self._scores.values(), *self._left_votes, *self._left_scores))

    def leave(self, question: int, votes: Sequence[Votes], scores: Sequence[int]) -> None:
        """Those who gave this cannot be known again: their phones went off, or to another network."""
        if votes:
            self._left_votes[question] = votes
        if scores:
            self._left_scores[question] = scores

    def with_left(
        self, question: int, votes: Sequence[Votes], scores: Sequence[int]
    ) -> tuple[Sequence[Votes], Sequence[int]]:
        """What phones of now gave, else what those of before did: both together would count people twice."""
        return votes or self._left_votes.get(question, ()), scores or self._left_scores.get(question, ())

    def take(self, moment: Moment, text: str) -> None:
        """One more person. Raises ValueError with a Dutch sentence, in which no vote can be read."""
        question = moment.standing.question or 0
        if self.typed(question) >= MOST_TYPED:
            raise ValueError(f"Meer dan {MOST_TYPED} personen kun je hier niet typen.")
        if moment.standing.round is not Round.STEMMEN:
            self._scores[question].append(score_of_person(text))
            return
        try:
            self._votes[question].append(votes_of_person(moment.answers, moment.numbers, text, moment.votes_per_table))
        except ValueError as error:
            raise wrong_votes(moment, text) from error

    def take_back(self, moment: Moment) -> bool:
        """The last person who was typed; False when there is none."""
        question = moment.standing.question or 0
        for given in (self._votes.get(question), self._scores.get(question)):
            if given:
                given.pop()
                return True
        return False

    def result(self, moment: Moment, on_phones: Sequence[Votes], scored: Sequence[int]) -> Change:
        """What all of them gave, with what came from phones."""
        question = moment.question
        if question is None:
            return Change("", ())
        if moment.standing.round is Round.STEMMEN:
            return result_of_persons(moment.answers, Given(on_phones, self._votes.get(question.id, ())))
        given = Given(scored, self._scores.get(question.id, ()))
        return scores_of_persons(moment.dossier, question, moment.standing.session, given)

    def stands_of_before(self, moment: Moment) -> str:
        """What was saved on this question, and not since this wall stands here: whose it is can't be known any more."""
        now = _saved(moment)
        written = self._written.get(moment.standing.question or 0, {})
        if moment.standing.round is Round.STEMMEN:
            written = {
                one.id: sum(written.get(id, 0) for id in (one.id, *(part.answer for part in one.joined)))
                for one in moment.answers
            }
        if not moment.asks_persons or not sum(now.values()) or now == written:
            return ""
        return _told(moment)

    def would_replace(self, moment: Moment, change: Change) -> str:
        """What was saved that a result would replace, when it is of before or of more people; empty when it is not."""
        if not change.edits:
            return ""
        return _told(moment) if is_of_fewer(change) else self.stands_of_before(moment)

    def remember(self, moment: Moment) -> None:
        """The result was saved by this wall just now, of people who are still known."""
        self._written[moment.standing.question or 0] = _saved(moment)


def _told(moment: Moment) -> str:
    names = ("stem", "stemmen") if moment.standing.round is Round.STEMMEN else ("score", "scores")
    return count(sum(_saved(moment).values()), *names)


def _saved(moment: Moment) -> Result:
    """The result of persons in the dossier; tables have ballots, and scores of their own."""
    if moment.standing.round is Round.STEMMEN:
        is_of_tables = any(one.ballots for one in moment.answers)
        return {} if is_of_tables else {one.id: one.votes for one in moment.answers}
    scores = moment.dossier.scores_of(moment.standing.question or 0)
    session = moment.standing.session
    return Counter(one.value for one in scores if (one.session, one.table, one.party) == (session, None, None))
