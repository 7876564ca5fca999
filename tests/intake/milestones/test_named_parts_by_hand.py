"""A quarter or month in a cell below a year is that part of it, and not the whole year."""

from datetime import date
from pathlib import Path

from sto_tui.domain.change import carried_out
from sto_tui.domain.milestones import Milestone
from sto_tui.intake.milestones.sheet_proposal import proposal_of, read_any_sheet
from sto_tui.intake.proposal import IntakeProposal
from sto_tui.intake.questions import Answers
from sto_tui.planning.new_dossier import new_dossier
from tests.conftest import NOW

DOSSIER = new_dossier("Proef", "2027-2028")
YEARS = "Actie;2027;2028\nPas;{};\nLab;;{}\nDag;{};\n"


def read(folder: Path, text: str, answers: Answers | None = None) -> IntakeProposal:
    path = folder / "plan.csv"
    path.write_text(text, encoding="utf-8")
    return proposal_of(read_any_sheet(path), DOSSIER, NOW.date(), answers)


def days(proposal: IntakeProposal) -> list[tuple[date | None, date | None]]:
    return [(each.start, each.due) for each in carried_out(DOSSIER, proposal.change).of(Milestone).values()]


def test_quarters_below_years(tmp_path: Path) -> None:
    proposal = read(tmp_path, YEARS.format("Q2", "Q3", "Q2-Q4"))
    assert days(proposal) == [
        (date(2027, 4, 1), date(2027, 6, 30)),
        (date(2028, 7, 1), date(2028, 9, 30)),
        (date(2027, 4, 1), date(2027, 12, 31)),
    ]
    assert not any("Tekst in de perioden" in remark for remark in proposal.remarks)


def test_months_halves_and_ordinals_below_years(tmp_path: Path) -> None:
    assert days(read(tmp_path, YEARS.format("okt", "maart", "1e kw"))) == [
        (date(2027, 10, 1), date(2027, 10, 31)),
        (date(2028, 3, 1), date(2028, 3, 31)),
        (date(2027, 1, 1), date(2027, 3, 31)),
    ]
    proposal = read(tmp_path, YEARS.format("H1", "najaar", "hele jaar"))
    assert days(proposal) == [
        (date(2027, 1, 1), date(2027, 6, 30)),
        (date(2028, 9, 1), date(2028, 11, 30)),
        (date(2027, 1, 1), date(2027, 12, 31)),
    ]
    assert "Onzeker, en zo genomen: ‘najaar’ is 01-09-2028 t/m 30-11-2028 (regel 3)." in proposal.remarks


def test_a_month_below_a_school_year_lies_in_the_right_one_of_both(tmp_path: Path) -> None:
    text = "Actie;2026-2027;2027-2028\nPas;okt;\nLab;;mei\n"
    assert days(read(tmp_path, text)) == [
        (date(2026, 10, 1), date(2026, 10, 31)),
        (date(2028, 5, 1), date(2028, 5, 31)),
    ]


def test_parts_of_two_years_with_time_between_are_asked(tmp_path: Path) -> None:
    text = "Actie;2027;2028\nMarkt;Q4;Q4\nLab;Q4;Q1\n"
    asked = read(tmp_path, text)
    assert [each.key for each in asked.questions] == ["gaten"]
    assert days(read(tmp_path, text, {"gaten": "door"})) == [
        (date(2027, 10, 1), date(2028, 12, 31)),
        (date(2027, 10, 1), date(2028, 3, 31)),
    ]


def test_an_unknown_mark_beside_parts_is_asked(tmp_path: Path) -> None:
    asked = read(tmp_path, YEARS.format("Q2", "JvD", "Q4"))
    assert [each.key for each in asked.questions] == ["teken:jvd"]


def test_a_name_like_a_month_below_quarters_is_no_month(tmp_path: Path) -> None:
    text = "Actie;Q1 2027;Q2 2027;Q3 2027\nA;Jan;;\nB;;Piet;\nC;;;Els\n"
    asked = read(tmp_path, text)
    assert {each.key for each in asked.questions} == {"teken:jan", "teken:els"}


def test_a_school_year_in_the_title_is_the_year_of_weeks(tmp_path: Path) -> None:
    heads = ";".join(f"wk {week}" for week in (50, 51, 52, 1, 2))
    proposal = read(tmp_path, f"Weekplanning schooljaar 2027-2028;;;;;\nActiviteit;{heads}\nRonde;;x;x;x;\n")
    assert (proposal.questions, days(proposal)) == ((), [(date(2027, 12, 20), date(2028, 1, 7))])
    assert "Het jaar komt uit de titel of de naam: schooljaar 2027-2028. Anders: --antwoord jaar=…" in proposal.remarks
    both = read(tmp_path, f"Schooljaar 2026-2027;;;;;\nSchooljaar 2027-2028;;;;;\nActiviteit;{heads}\nRonde;x;x;;;\n")
    assert [each.key for each in both.questions] == ["jaar"]
