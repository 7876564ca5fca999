"""Pasted lines on the wall: which fit, which are of tables that have yet to come in, and which are not right."""

from sto_tui.domain.change import Change
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Answer, Meeting, Question, QuestionPart
from sto_tui.planning.evaluation.pasted_entries import change_of_lines, read_pasted
from sto_tui.planning.evaluation.typed_changes import answer_change
from tests.support.by_hand import dossier_with

QUESTION = Question(id=1, part=QuestionPart.SUCCESSEN, text="Wat ging goed?")
MEETING = Meeting(id=2, title="Avond", tables=4)
LINES = ("1: Labs", "3:", "5: Later", "6: Nog later", "8: Vergissing", "Zonder tafel")


def read(dossier: Dossier, meeting: Meeting | None, line: str) -> Change:
    return answer_change(dossier, QUESTION, meeting, line)


def test_new_tables_follow_the_last_one_without_a_gap() -> None:
    """Of four tables 5 and 6 can come in; 8 is a slip as there is no 7, and after `3:` stands nothing."""
    dossier = dossier_with(QUESTION, MEETING)
    pasted = read_pasted(dossier, MEETING, LINES, read)
    assert pasted.fitting == ("1: Labs", "Zonder tafel")
    assert [trouble.number for trouble in pasted.of_new_tables] == [3, 4]
    assert [trouble.number for trouble in pasted.wrong] == [2, 5]
    assert [trouble.number for trouble in pasted.left_out] == [2, 3, 4, 5]
    assert pasted.tables == 6


def test_the_tables_come_in_with_their_answers_as_one_change() -> None:
    dossier = dossier_with(QUESTION, MEETING)
    lines = [LINES[place] for place in (0, 2, 3, 5)]
    after = [edit.after for edit in change_of_lines(dossier, MEETING, lines, read, "4 antwoorden", 6).edits]
    assert [record.tables for record in after if isinstance(record, Meeting)] == [6]
    assert [record.table for record in after if isinstance(record, Answer)] == [1, 5, 6, None]
