"""A column of school years beside words for a date is one date per row."""

from datetime import date
from pathlib import Path

from sto_tui.domain.change import carried_out
from sto_tui.domain.milestones import Milestone
from sto_tui.intake.milestones.sheet_proposal import proposal_of, read_sheet
from sto_tui.intake.proposal import IntakeProposal
from sto_tui.planning.new_dossier import new_dossier
from tests.conftest import NOW

Days = tuple[date | None, date | None]
# A school year is from August; week 53 of 2026 ends on 1 January 2027, week 1 of 2028 begins on Monday the 3rd.
LISTED: dict[tuple[str, str], Days] = {
    ("2026-2027", "februari"): (date(2027, 2, 1), date(2027, 2, 28)),
    ("2026-2027", "eind maart"): (None, date(2027, 3, 31)),
    ("2027-2028", "half april"): (None, date(2028, 4, 15)),
    ("2027-2028", "begin november"): (None, date(2027, 11, 10)),
    ("2027-2028", "wk 46"): (date(2027, 11, 15), date(2027, 11, 19)),
    ("2027-2028", "week 1"): (date(2028, 1, 3), date(2028, 1, 7)),
    ("2026-2027", "week 53"): (date(2026, 12, 28), date(2027, 1, 1)),
    ("2026-2027", "dec/jan"): (date(2026, 12, 1), date(2027, 1, 31)),
    ("2027-2028", "juli"): (date(2028, 7, 1), date(2028, 7, 31)),
    ("", "eind mei"): (None, date(2028, 5, 31)),
    ("2027-2028", "12 mei"): (None, date(2028, 5, 12)),
    ("2027-2028", ""): (date(2027, 8, 1), date(2028, 7, 31)),
    ("2028", "eind mei"): (None, date(2028, 5, 31)),
    ("2027-2028", "1-2-2027"): (None, date(2027, 2, 1)),
}


def read(folder: Path, text: str) -> tuple[IntakeProposal, list[Days]]:
    path = folder / "plan.csv"
    path.write_text(text, encoding="utf-8")
    dossier = new_dossier("Proef", "2027-2028")
    proposal = proposal_of(read_sheet(path), dossier, NOW.date(), {"datumvolgorde": "dm"}, "anja")
    taken = carried_out(dossier, proposal.change).of(Milestone).values()
    return proposal, [(each.start, each.due) for each in taken]


def test_each_row_has_the_year_of_its_own_school_year(tmp_path: Path) -> None:
    rows = "".join(f"{year};Werk {at};{when}\n" for at, (year, when) in enumerate(LISTED))
    proposal, days = read(tmp_path, f"Schooljaar;Activiteit;Wanneer\n{rows}")
    assert proposal.questions == ()
    assert dict(zip(LISTED, days, strict=True)) == LISTED
    assert "‘Schooljaar’ en ‘Wanneer’ zijn samen gelezen als datum." in proposal.remarks
    assert "Bij ‘Schooljaar’ leeg, en genomen wat erboven staat: regel 11." in proposal.remarks
    assert "De datum ligt niet in wat bij ‘Schooljaar’ staat: regel 15." in proposal.remarks
    assert not [remark for remark in proposal.remarks if remark.startswith("Niet overgenomen")]


def test_a_part_of_a_month_may_stand_among_whole_months(tmp_path: Path) -> None:
    text = "Schooljaar;Maand;Wat\n2026-2027;3;Kist\n2026-2027;eind mei;Lab\n2027-2028;okt;Kamp\n2027-2028;-;Bus\n"
    proposal, days = read(tmp_path, text)
    assert (proposal.questions, proposal.refused) == ((), ())
    assert days == [
        (date(2027, 3, 1), date(2027, 3, 31)),
        (None, date(2027, 5, 31)),
        (date(2027, 10, 1), date(2027, 10, 31)),
        (date(2027, 8, 1), date(2028, 7, 31)),
    ]


def test_words_that_are_no_date_keep_their_school_year(tmp_path: Path) -> None:
    text = "Schooljaar;Wat;Wanneer\n2026-2027;Lab;eind maart\n2027-2028;Bus;rond de open dag\n"
    proposal, days = read(tmp_path, text)
    assert days == [(None, date(2027, 3, 31)), (None, None)]
    assert proposal.refused[0].reason.startswith("‘rond de open dag 2027-2028’ is geen datum.")


def test_a_year_above_rows_is_their_year_and_no_deelproject(tmp_path: Path) -> None:
    proposal, days = read(tmp_path, "Mijlpaal;Wanneer\n2027;\nStart;15 maart\nVervolg;1 oktober\n2028;\nEind;30 juni\n")
    assert [due for _, due in days] == [date(2027, 3, 15), date(2027, 10, 1), date(2028, 6, 30)]
    taken = carried_out(new_dossier("Proef", "2027-2028"), proposal.change).of(Milestone).values()
    assert not {each.deelproject for each in taken} & {"2027", "2028"}
