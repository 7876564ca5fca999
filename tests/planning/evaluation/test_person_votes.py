"""Votes and scores per person, added up by hand."""

import pytest

from sto_tui.domain.change import Change
from sto_tui.domain.evaluation import Answer, Ballot, JoinedAnswer, Question, QuestionKind, QuestionPart, Score
from sto_tui.planning.evaluation.person_votes import (
    Given,
    is_voted_in,
    is_voted_per_table,
    result_of_persons,
    score_of_person,
    scores_of_persons,
    votes_of_person,
)
from tests.support.by_hand import dossier_with

STATEMENT = Question(id=2, part=QuestionPart.SUCCESSEN, text="Het ging goed.", kind=QuestionKind.SCALE)


def answer(number: int, **more: object) -> Answer:
    return Answer.model_validate({"id": number, "question": 1, "text": f"A{number}", "session": 4, **more})


ANSWERS = (answer(11), answer(12, joined=(JoinedAnswer(answer=14, text="Ook"),)), answer(13, votes=9))
NUMBERS = {11: 1, 12: 2, 13: 3, 14: 4}


def votes_after(change: Change) -> dict[int, int]:
    assert all(isinstance(edit.after, Answer) and not edit.after.ballots for edit in change.edits)
    return {edit.ref.id: edit.after.votes for edit in change.edits if isinstance(edit.after, Answer)}


def test_the_result_is_the_sum_of_everyone() -> None:
    """A1: 3 + 1; A2: 2 of its own and 1 + 3 of the one that was joined with it; A3, 9 of before, got none."""
    given = Given(phones=[{11: 3}, {12: 2, 14: 1}], typed=[{11: 1, 14: 3}])
    change = result_of_persons(ANSWERS, given)
    assert votes_after(change) == {11: 4, 12: 6, 13: 0}
    assert change.label == "Uitslag van de stemming, 2 telefoons en 1 getypt"
    assert result_of_persons(ANSWERS, Given([{11: 3}], [])).label == "Uitslag van de stemming, 1 telefoon"
    assert result_of_persons(ANSWERS, Given([], [])).edits == (), "nobody voted"
    voted = answer(15, ballots=(Ballot(table=1, votes=2),))
    assert result_of_persons((*ANSWERS, voted), given).edits == (), "ballots of tables stay what counts"


def test_all_places_taken_fit_an_answer() -> None:
    """250 phones and 200 typed lines of 20 votes each for one answer: 9000."""
    given = Given([{11: 20}] * 250, [{11: 20}] * 200)
    assert votes_after(result_of_persons(ANSWERS, given))[11] == 9000


def test_a_typed_line_is_one_person() -> None:
    assert votes_of_person(ANSWERS, NUMBERS, "1 4 2", 3) == {11: 1, 12: 2}, "4 was joined with 2"
    for wrong in ("1 1", "1 1 1 1", "1 1 9", ""):
        with pytest.raises(ValueError, match=r"stem|Antwoord 9"):
            votes_of_person(ANSWERS, NUMBERS, wrong, 3)
    assert score_of_person(" 4 ") == 4
    for wrong in ("0", "6", "1: 4", "", "٣"):
        with pytest.raises(ValueError, match="één persoon"):
            score_of_person(wrong)


def test_scores_come_from_low_to_high_and_replace_those_of_before() -> None:
    """Before: 1 and 3; now 5, 2 and 4. Those of a table, a party or another meeting stay."""
    others = (
        Score(id=3, statement=2, value=1, session=4, table=2),
        Score(id=4, statement=2, value=1, session=4, party=6),
        Score(id=5, statement=2, value=1, session=9),
    )
    before = (Score(id=1, statement=2, value=1, session=4), Score(id=2, statement=2, value=3, session=4))
    dossier = dossier_with(STATEMENT, *before, *others)
    change = scores_of_persons(dossier, STATEMENT, 4, Given([5, 2], [4]))
    after = [
        (edit.ref.id, edit.after.value, edit.after.table) for edit in change.edits if isinstance(edit.after, Score)
    ]
    assert after == [(1, 2, None), (2, 4, None), (-3, 5, None)]
    assert change.label == "Scores, 2 telefoons en 1 getypt"
    fewer = scores_of_persons(dossier, STATEMENT, 4, Given([1], []))
    assert [(edit.ref.id, edit.after) for edit in fewer.edits] == [(2, None)]
    assert scores_of_persons(dossier, STATEMENT, 4, Given([], [])).edits == ()


def test_whether_there_are_votes_of_this_meeting() -> None:
    question = Question(id=1, part=QuestionPart.SUCCESSEN, text="Wat ging goed?")
    per_table = dossier_with(question, answer(11, ballots=(Ballot(table=1, votes=3),)))
    summed = dossier_with(question, answer(11, votes=3))
    scored = dossier_with(STATEMENT, Score(id=3, statement=2, value=1, session=4, table=2))
    of_person = dossier_with(STATEMENT, Score(id=3, statement=2, value=1, session=4))
    found = [(is_voted_per_table(one, 4), is_voted_in(one, 4)) for one in (per_table, summed, scored, of_person)]
    assert found == [(True, True), (False, True), (True, True), (False, True)]
    for one in (per_table, summed, scored, of_person):
        assert not is_voted_in(one, 9)
        assert is_voted_in(one, None)
