"""A year that was mistyped is asked, and what a school year and a week are is told."""

from datetime import date
from pathlib import Path

import pytest

from sto_tui.domain.change import carried_out
from sto_tui.domain.milestones import Milestone
from sto_tui.intake.milestones.sheet_proposal import proposal_of, read_sheet
from sto_tui.intake.proposal import IntakeProposal
from sto_tui.planning.new_dossier import new_dossier

TODAY = date(2026, 9, 3)
DOSSIER = new_dossier("Proef", "2027-2028")


def _read(folder: Path, text: str, **answers: str) -> IntakeProposal:
    path = folder / "Planning.csv"
    path.write_text(text, encoding="utf-8")
    return proposal_of(read_sheet(path), DOSSIER, TODAY, answers)


HEADS = "Mijlpaal;Begin;Klaar op\n"
PLAN = f"{HEADS}Lab;1-2-2027;1-3-2027\nFolder;1-3-2027;1-4-2072\nOpen dag;1-5-2017;1-6-2027\nGastles;;1-9-2028\n"


def test_a_day_far_from_the_plan_and_from_the_other_rows_is_asked(tmp_path: Path) -> None:
    """2072 is 44 years after the plan, 2017 ten before; each is the only one of four rows there."""
    proposal = _read(tmp_path, PLAN)
    assert [question.text for question in proposal.questions] == [
        "Ver van de planperiode en van de andere rijen: 01-04-2072 (regel 3, klaar op) en 01-05-2017 (regel 4, begin). "
        "Overnemen?"
    ]
    assert not proposal.change.edits


def test_without_it_the_day_is_kept_in_the_note(tmp_path: Path) -> None:
    proposal = _read(tmp_path, PLAN, verrejaren="geen")
    dossier = carried_out(DOSSIER, proposal.change)
    folder = next(each for each in dossier.of(Milestone).values() if each.title == "Folder")
    assert (folder.start, folder.due) == (date(2027, 3, 1), None)
    assert dossier.progress_of(folder.id)[0].note == "Klaar op: 01-04-2072"
    assert [(refusal.row, refusal.reason) for refusal in proposal.refused] == [
        (3, "01-04-2072 ligt ver buiten de andere jaren en is niet overgenomen."),
        (4, "01-05-2017 ligt ver buiten de andere jaren en is niet overgenomen."),
    ]


def test_when_the_year_is_right_it_is_taken_and_told(tmp_path: Path) -> None:
    proposal = _read(tmp_path, PLAN, verrejaren="mee")
    days = {each.title: each.due for each in carried_out(DOSSIER, proposal.change).of(Milestone).values()}
    assert days["Folder"] == date(2072, 4, 1)
    assert "01-04-2072 (regel 3, klaar op)" in " ".join(proposal.remarks)


@pytest.mark.parametrize(
    "rows",
    [
        "Lab;;1-3-2019\nFolder;;1-4-2020\nOpen dag;;1-6-2021\n",
        "Lab;;1-3-2027\nFolder;;1-4-2030\nOpen dag;;1-6-2031\n",
    ],
    ids=["a plan of other years", "three years after the plan"],
)
def test_a_plan_of_other_years_is_not_asked(rows: str, tmp_path: Path) -> None:
    assert _read(tmp_path, HEADS + rows).questions == ()


def test_a_year_of_long_ago_is_refused_for_that_and_not_for_its_order(tmp_path: Path) -> None:
    proposal = _read(tmp_path, f"{HEADS}Lab;1-2-1927;1-3-2027\nFolder;;13-4-2027\n")
    assert [(refusal.row, refusal.reason) for refusal in proposal.refused] == [
        (2, "‘1-2-1927’ ligt niet in de jaren 1990 tot en met 2100.")
    ]


def test_what_a_school_year_and_a_week_are_is_told(tmp_path: Path) -> None:
    """A school year goes from August; week 14 of 2027 is that of Monday 5 April."""
    proposal = _read(tmp_path, f"{HEADS}Lab;;2027-2028\nFolder;;wk 14 2027\n")
    told = "Zo gelezen: ‘2027-2028’ is 1 aug 2027 t/m 31 jul 2028 en ‘wk 14 2027’ is 5 apr 2027 t/m 9 apr 2027."
    assert told in proposal.remarks
