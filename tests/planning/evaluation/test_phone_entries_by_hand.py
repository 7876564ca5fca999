"""Votes of phones, worked out by hand: of which table and question they are, and what they leave alone."""

import pytest

from sto_tui.domain.evaluation import Answer, Ballot, JoinedAnswer, Question, QuestionPart
from sto_tui.planning.evaluation.phone_entries import PhoneBallot, change_of_entries
from tests.support.by_hand import dossier_with

QUESTIONS = [Question(id=number, part=QuestionPart.SUCCESSEN, text=f"Vraag {number}") for number in (1, 2)]
BUS = Answer(id=1, question=1, text="Bus", ballots=(Ballot(id=1, table=1, votes=1), Ballot(id=2, table=2, votes=3)))
LAB = Answer(id=2, question=1, text="Lab", joined=(JoinedAnswer(id=1, answer=9, text="Zaal"),))
POST = Answer(id=3, question=2, text="Post", ballots=(Ballot(id=1, table=2, votes=2),))


@pytest.mark.parametrize(
    ("entries", "votes"),
    [
        ([], [{1: 1, 2: 3}, {}, {2: 2}]),
        # What table 2 gives at question 2 says nothing of question 1, where it gave 3 before.
        ([PhoneBallot(1, 1, {1: 2, 2: 1}), PhoneBallot(2, 2, {3: 4})], [{1: 2, 2: 3}, {1: 1}, {2: 4}]),
        # The last one of a table counts; of two answers that became one the votes add up.
        ([PhoneBallot(1, 1, {1: 5}), PhoneBallot(1, 1, {2: 1, 9: 2})], [{2: 3}, {1: 3}, {2: 2}]),
        # All votes taken back.
        ([PhoneBallot(1, 2, {})], [{1: 1}, {}, {2: 2}]),
    ],
)
def test_a_table_votes_anew_at_its_own_question(entries: list[PhoneBallot], votes: list[dict[int, int]]) -> None:
    answers = {answer.id: answer for answer in (BUS, LAB, POST)}
    change = change_of_entries(dossier_with(*QUESTIONS, *answers.values()), None, entries)
    for edit in change.edits:
        assert isinstance(edit.after, Answer)
        answers[edit.after.id] = edit.after
    assert [{ballot.table: ballot.votes for ballot in answer.ballots} for answer in answers.values()] == votes
