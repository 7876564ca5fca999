"""What phones in the room gave, and the one change that many of them make together.

Nothing of a phone is in it: a table, a text, a score, the votes of a table. What is typed and what phones send are the
same records of the same table, and the last one counts.
"""

from collections.abc import Iterable, Mapping, Sequence

from sto_tui.domain.change import Change, Edit, added, edited, removed
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import count, enumerate_words
from sto_tui.domain.evaluation import Answer, Ballot, Meeting, Question, Score
from sto_tui.frozen import frozen
from sto_tui.planning.evaluation.typed_changes import kind_of_answer, score_of_table

LONGEST_ANSWER = 500
"""Characters; a text from a phone is one paragraph."""


@frozen
class PhoneAnswer:
    """An answer to a question, of a table if one was chosen.

    `again` says that it may have been written before a crash, and then it is not written twice.
    """

    question: int
    table: int | None
    text: str
    again: bool = False


@frozen
class PhoneScore:
    """What a table scored a statement, 1 to 5; 0 takes it back."""

    question: int
    table: int
    value: int


@frozen
class PhoneBallot:
    """How a table divided its votes, by the id of the answers; empty takes them back."""

    question: int
    table: int
    votes: Mapping[int, int]


PhoneEntry = PhoneAnswer | PhoneScore | PhoneBallot


def change_of_entries(dossier: Dossier, session: Meeting | None, entries: Sequence[PhoneEntry]) -> Change:
    """One change with all of them; what is about a question or answer that is gone is left out."""
    meeting = session.id if session else None
    known = [entry for entry in entries if entry.question in dossier.of(Question)]
    answers = [
        entry
        for entry in known
        if isinstance(entry, PhoneAnswer) and not (entry.again and _stands(dossier, meeting, entry))
    ]
    scores = [entry for entry in known if isinstance(entry, PhoneScore)]
    ballots = [entry for entry in known if isinstance(entry, PhoneBallot)]
    edits = [
        *_answers(dossier, meeting, answers),
        *_scores(dossier, meeting, scores),
        *_ballots(dossier, meeting, ballots),
    ]
    counts = [
        count(len(given), *names)
        for given, names in (
            (answers, ("antwoord", "antwoorden")),
            (scores, ("score", "scores")),
            (ballots, ("stembriefje", "stembriefjes")),
        )
        if given
    ]
    return Change(f"Telefoons: {enumerate_words(counts)}", tuple(edits))


def _stands(dossier: Dossier, meeting: int | None, entry: PhoneAnswer) -> bool:
    """Whether a table gave this answer already."""
    given = ((one.table, one.session, one.text) for one in dossier.answers_of(entry.question))
    return (entry.table, meeting, entry.text) in given


def _answers(dossier: Dossier, meeting: int | None, entries: Iterable[PhoneAnswer]) -> Iterable[Edit]:
    for place, entry in enumerate(entries, 1):
        kind = kind_of_answer(dossier.of(Question)[entry.question])
        yield from added(
            Answer(id=-place, question=entry.question, text=entry.text, table=entry.table, session=meeting, kind=kind)
        )


def _scores(dossier: Dossier, meeting: int | None, entries: Iterable[PhoneScore]) -> Iterable[Edit]:
    last = {(entry.question, entry.table): entry.value for entry in entries}
    for place, ((question, table), value) in enumerate(last.items(), 1):
        before = score_of_table(dossier, meeting, question, table)
        # A score in the place of another one is a new one, so that nothing that is taken back is taken for it.
        if before:
            yield from removed(before)
        if value:
            yield from added(Score(id=-place, statement=question, value=value, table=table, session=meeting))


def _ballots(dossier: Dossier, meeting: int | None, entries: Iterable[PhoneBallot]) -> Iterable[Edit]:
    last = {(entry.question, entry.table): entry.votes for entry in entries}
    for question in {question for question, _ in last}:
        given = {table: votes for (about, table), votes in last.items() if about == question}
        for answer in answers_in(dossier, meeting, question):
            own = (answer.id, *(part.answer for part in answer.joined))
            others = tuple(ballot for ballot in answer.ballots if ballot.table not in given)
            sums = {table: sum(votes.get(id, 0) for id in own) for table, votes in given.items()}
            new = tuple(Ballot(table=table, votes=votes) for table, votes in sums.items() if votes)
            yield from edited(answer, ballots=(*others, *new))


def answers_in(dossier: Dossier, meeting: int | None, question: int) -> list[Answer]:
    """The answers to a question in a meeting; without one, all of them."""
    return [answer for answer in dossier.answers_of(question) if meeting in (None, answer.session)]


def ballots_of_table(dossier: Dossier, meeting: int | None, question: int, table: int) -> Mapping[int, int]:
    """The votes that a table gave, by the id of the answer."""
    return {
        answer.id: ballot.votes
        for answer in answers_in(dossier, meeting, question)
        for ballot in answer.ballots
        if ballot.table == table and ballot.votes
    }
