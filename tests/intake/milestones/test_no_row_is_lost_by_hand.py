"""Every row below the heads that has a text is a milestone, a heading, or named; a month may hold for more rows."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sto_tui.domain.change import carried_out
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Milestone
from sto_tui.intake.milestones.sheet_proposal import proposal_of, read_sheet
from sto_tui.intake.proposal import IntakeProposal
from sto_tui.intake.questions import Answers
from sto_tui.intake.sheets.table_reader import IntakeError
from sto_tui.planning.new_dossier import new_dossier
from tests.conftest import NOW

MONTHS = (
    "Maand;Activiteit\njanuari 2027;Kick-off\n;Overleg\n;Bezoek\nmaart 2027;Open dag\n;Studiedag\n"
    "september 2027;Start lab\n;Opening\n"
)
DAYS = "Datum;Activiteit\n5-1-2027;Kick-off\n;Overleg\n5-2-2027;Bezoek\n5-3-2027;Open dag\n25-9-2027;Start lab\n"


@pytest.fixture
def dossier() -> Dossier:
    return new_dossier("Proef", "2027-2028")


def read(folder: Path, text: str, dossier: Dossier, answers: Answers | None = None) -> IntakeProposal:
    path = folder / "plan.csv"
    path.write_text(text, encoding="utf-8")
    return proposal_of(read_sheet(path), dossier, NOW.date(), answers, "anja")


def milestones(proposal: IntakeProposal, dossier: Dossier) -> list[Milestone]:
    return [*carried_out(dossier, proposal.change).of(Milestone).values()]


def test_a_month_in_the_first_row_of_its_block_is_asked_for_the_rows_below(tmp_path: Path, dossier: Dossier) -> None:
    asked = read(tmp_path, MONTHS, dossier)
    assert [(question.key, question.proposed) for question in asked.questions][:1] == [("datumdoorvullen", "door")]
    assert asked.questions[0].text == (
        "4 cellen zijn leeg bij ‘Maand’, onder ‘januari 2027’, ‘maart 2027’ en ‘september 2027’. "
        "Geldt wat erboven staat ook daar?"
    )
    assert asked.change.edits == ()
    filled = read(tmp_path, MONTHS, dossier, {"datumdoorvullen": "door"})
    assert [(each.title, each.start, each.due) for each in milestones(filled, dossier)] == [
        ("Kick-off", date(2027, 1, 1), date(2027, 1, 31)),
        ("Overleg", date(2027, 1, 1), date(2027, 1, 31)),
        ("Bezoek", date(2027, 1, 1), date(2027, 1, 31)),
        ("Open dag", date(2027, 3, 1), date(2027, 3, 31)),
        ("Studiedag", date(2027, 3, 1), date(2027, 3, 31)),
        ("Start lab", date(2027, 9, 1), date(2027, 9, 30)),
        ("Opening", date(2027, 9, 1), date(2027, 9, 30)),
    ]
    assert "Bij ‘Maand’ leeg, en genomen wat erboven staat: de regels 3, 4, 6 en 8. " in "\n".join(filled.remarks)


def test_a_month_holds_for_the_days_below_it(tmp_path: Path, dossier: Dossier) -> None:
    text = "Maand;Dag;Activiteit\njanuari;12;Kick-off\n;26;Overleg\nmaart;4;Open dag\n"
    proposal = read(tmp_path, text, dossier, {"jaar": "2027"})
    assert [each.due for each in milestones(proposal, dossier)] == [
        date(2027, 1, 12), date(2027, 1, 26), date(2027, 3, 4),
    ]  # fmt: skip
    assert "Bij ‘Maand’ leeg, en genomen wat erboven staat: regel 3." in proposal.remarks


@pytest.mark.parametrize("when", ["maart 2027", "15-3-2027"])
def test_one_month_in_a_column_makes_it_one_of_periods(tmp_path: Path, dossier: Dossier, when: str) -> None:
    rows = f"januari 2027;Kick-off\n;Overleg\n;Bezoek\n{when};Open dag\n;Studiedag\n"
    asked = read(tmp_path, f"Wanneer;Activiteit\n{rows}", dossier)
    assert ("datumdoorvullen", "door") in [(question.key, question.proposed) for question in asked.questions]


def test_days_do_not_hold_for_the_row_below(tmp_path: Path, dossier: Dossier) -> None:
    asked = read(tmp_path, DAYS, dossier)
    assert "datumdoorvullen" not in [question.key for question in asked.questions]
    assert "Overleg" in shown(asked, dossier)


def test_a_month_without_anything_in_it_is_no_milestone(tmp_path: Path, dossier: Dossier) -> None:
    proposal = read(tmp_path, "Maand;Activiteit\njan 2027;Kick-off\nfeb 2027;\nmrt 2027;Open dag\n", dossier)
    assert [each.title for each in milestones(proposal, dossier)] == ["Kick-off", "Open dag"]


def shown(proposal: IntakeProposal, dossier: Dossier) -> str:
    """All that a person sees of a proposal, or gets of it."""
    asked = [f"{question.text} {[choice.examples for choice in question.choices]}" for question in proposal.questions]
    refused = [f"Regel {refusal.row}: {refusal.reason}" for refusal in proposal.refused]
    return "\n".join([*asked, *refused, *proposal.remarks, *(each.title for each in milestones(proposal, dossier))])


DATES = st.sampled_from(["", "", "5-1-2027", "16-2-2027", "maart 2027", "Q2 2027", "eind mei 2027", "n.t.b.", "2028"])
ROWS = st.lists(st.tuples(DATES, st.booleans(), st.sampled_from(["", "", "Eva", "Tom"])), min_size=1, max_size=6)
HEADS = st.permutations(["date", "name", "who"])


@settings(deadline=None)
@given(
    ROWS, HEADS, st.sampled_from(["Datum", "Maand", "Wanneer", "Deadline", "Kwartaal", "Begin"]),
    st.sampled_from(["Activiteit", "Wat", "Mijlpaal"]), st.booleans(),
)  # fmt: skip
def test_no_name_is_lost_whatever_cells_are_empty(
    rows: list[tuple[str, bool, str]], order: list[str], head: str, name_head: str, with_who: bool
) -> None:
    columns = [each for each in order if with_who or each != "who"]
    names = [f"Werk {letter}{letter} doen" for letter in "ABCDEF"]
    lines = [{"date": head, "name": name_head, "who": "Wie"}]
    lines += [
        {"date": when, "name": name if is_named else "", "who": who}
        for (when, is_named, who), name in zip(rows, names, strict=False)
    ]
    text = "".join(";".join(line[column] for column in columns) + "\n" for line in lines)
    dossier = new_dossier("Proef", "2027-2028")
    answers: dict[str, str] = {}
    with TemporaryDirectory() as folder:
        try:
            while (proposal := read(Path(folder), text, dossier, answers)).questions:
                answers |= {question.key: question.proposed for question in proposal.questions}
        except IntakeError:
            return
    told = shown(proposal, dossier)
    assert [line["name"] for line in lines[1:] if line["name"] not in told] == []
