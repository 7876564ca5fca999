"""Answers that say the same become one: votes add up, numbers stay, and both numbers lead to it."""

import pytest

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Answer, Ballot, Question, QuestionPart
from sto_tui.planning.evaluation.joining import counted_by_table, join_change, tables_of
from sto_tui.planning.evaluation.results import answer_numbered, answer_numbers
from sto_tui.planning.evaluation.typed_changes import ballot_change
from tests.support.by_hand import dossier_with

QUESTION = Question(id=1, part=QuestionPart.SUCCESSEN, text="Wat ging goed?")


def answer(number: int, *ballots: tuple[int, int], **more: object) -> Answer:
    parts = tuple(Ballot(table=table, votes=votes) for table, votes in ballots)
    return Answer.model_validate({"id": number, "question": 1, "text": f"A{number}", "ballots": parts, **more})


def joined(kept: Answer, gone: Answer, *others: Answer) -> Dossier:
    """The dossier after joining."""
    change = join_change(kept, gone)
    after = next(edit.after for edit in change.edits if edit.after)
    assert [edit.ref.id for edit in change.edits if edit.after is None] == [gone.id]
    return dossier_with(QUESTION, after, *others)


def test_votes_add_up_per_table_and_in_all() -> None:
    """Table 1 gave 2 and 1, table 2 only 3, table 4 only 1; counted by hand 4 and 5."""
    found = joined(answer(3, (1, 2), (2, 3), votes=5, table=2), answer(5, (1, 1), (4, 1), votes=2, table=4)).of(Answer)[
        3
    ]
    assert {ballot.table: ballot.votes for ballot in found.ballots} == {1: 3, 2: 3, 4: 1}
    assert (found.votes, found.text, tables_of(found)) == (7, "A3", (2, 4))


def test_every_number_stays_and_the_old_one_still_counts() -> None:
    found = joined(answer(3), answer(5), answer(8))
    assert answer_numbers(found, 1) == {3: 1, 5: 2, 8: 3}
    assert [answer_numbered(found, 1, typed).id for typed in ("1", "2", "3")] == [3, 3, 8]
    change = ballot_change(found.answers_of(1), answer_numbers(found, 1), 4, "1 2 3", 3)
    given = {edit.ref.id: edit.after.ballots[0].votes for edit in change.edits if isinstance(edit.after, Answer)}
    assert given == {3: 2, 8: 1}


def test_what_is_known_of_either_is_kept() -> None:
    found = joined(answer(3, impact=7), answer(5, impact=2, effort=4, decision=9, cause="Tijd")).of(Answer)[3]
    assert (found.impact, found.effort, found.decision, found.cause) == (7, 4, 9, "Tijd")


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        # Of what only one of them says that stays, of what both say that of the first.
        (
            {},
            {"party": 4, "about": "goals/1", "cause": "Tijd", "decision": 9, "impact": 0},
            (4, "goals/1", "Tijd", 9, 0),
        ),
        (
            {"party": 4, "about": "goals/1", "cause": "Tijd", "decision": 9, "impact": 0},
            {},
            (4, "goals/1", "Tijd", 9, 0),
        ),
        (
            {"party": 4, "about": "goals/1", "cause": "Tijd", "decision": 9, "impact": 0},
            {"party": 5, "about": "goals/2", "cause": "Geld", "decision": 9, "impact": 8},
            (4, "goals/1", "Tijd", 9, 0),
        ),
        ({}, {}, (None, "", "", None, None)),
    ],
)
def test_what_only_one_of_two_answers_says_stays(
    first: dict[str, object], second: dict[str, object], expected: tuple[object, ...]
) -> None:
    found = joined(answer(3, **first), answer(5, **second)).of(Answer)[3]
    about = str(found.about) if found.about else ""
    assert (found.party, about, found.cause, found.decision, found.impact) == expected


@pytest.mark.parametrize(
    ("kept", "gone", "sentence"),
    [
        (answer(3), answer(3), "hetzelfde antwoord"),
        (answer(3, decision=1), answer(5, decision=2), "apart besloten"),
    ],
)
def test_what_cannot_be_joined_is_explained(kept: Answer, gone: Answer, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        join_change(kept, gone)


@pytest.mark.parametrize(
    ("tables", "said"),
    [
        ([], "geen antwoorden"),
        ([None], "1 antwoord"),
        ([2], "1 antwoord van 1 tafel"),
        ([1, 2, 2], "3 antwoorden van 2 tafels"),
        ([1, None, 3, 3, None], "3 antwoorden van 2 tafels, 2 zonder"),
    ],
)
def test_only_answers_of_which_the_table_is_known_are_counted_with_it(tables: list[int | None], said: str) -> None:
    assert counted_by_table([answer(number, table=table) for number, table in enumerate(tables, 1)]) == said
