"""Words before a date that say when something begins, in a column of one date."""

from datetime import date
from pathlib import Path

import pytest

from sto_tui.domain.change import carried_out
from sto_tui.domain.milestones import Milestone
from sto_tui.intake.milestones.sheet_proposal import proposal_of, read_sheet
from sto_tui.planning.new_dossier import new_dossier
from tests.conftest import NOW

Days = tuple[date | None, date | None]
MAY = date(2027, 5, 1)
SAID = {
    "na 1 mei 2027": (MAY, None),
    "vanaf 1 mei 2027": (MAY, None),
    "vanaf september 2027": (date(2027, 9, 1), None),
    "niet vóór 1 mei 2027": (MAY, None),
    "niet eerder dan 1-5-2027": (MAY, None),
    "met ingang van 1 mei 2027": (MAY, None),
    "m.i.v. mei 2027": (MAY, None),
    "sinds 1 mei 2027": (MAY, None),
    "voor 1 mei 2027": (None, MAY),
    "uiterlijk 1 mei 2027": (None, MAY),
    "t/m 1 mei 2027": (None, MAY),
    "tot 1 mei 2027": (None, MAY),
    "vanaf 1 mei t/m 3 juni 2027": (MAY, date(2027, 6, 3)),
}


def test_what_says_when_it_begins_is_no_end(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text("Taak;Klaar\n" + "".join(f"Werk {at};{words}\n" for at, words in enumerate(SAID)), "utf-8")
    dossier = new_dossier("Proef", "2027-2028")
    proposal = proposal_of(read_sheet(path), dossier, NOW.date(), {}, "anja")
    read = [(each.start, each.due) for each in carried_out(dossier, proposal.change).of(Milestone).values()]
    assert dict(zip(SAID, read, strict=True)) == SAID
    told = next(remark for remark in proposal.remarks if remark.startswith("Genomen als begin, zonder eind: "))
    assert "‘na 1 mei 2027’ (regel 2), ‘vanaf 1 mei 2027’ (regel 3)" in told
    assert told.endswith(" en nog 2.")


def test_another_begin_stays(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text("Taak;Begin;Klaar\nLab;1-3-2027;vanaf 1 mei 2027\nBus;1-4-2027;1-6-2027\n", "utf-8")
    dossier = new_dossier("Proef", "2027-2028")
    proposal = proposal_of(read_sheet(path), dossier, NOW.date(), {"datumvolgorde": "dm"}, "anja")
    lab = next(iter(carried_out(dossier, proposal.change).of(Milestone).values()))
    assert (lab.start, lab.due) == (date(2027, 3, 1), None)
    assert [(each.row, each.reason) for each in proposal.refused] == [
        (2, "‘vanaf 1 mei 2027’ zegt wanneer het begint, en er is al een ander begin.")
    ]


# In the column of the begin, beside an end that is not filled.
IN_BEGIN = {
    "voor 1 mei 2027": (None, MAY),
    "uiterlijk 1 mei 2027": (None, MAY),
    "tot en met 1 mei 2027": (None, MAY),
    "deadline: 1 mei 2027": (None, MAY),
    "< 1-5-2027": (None, MAY),
    "vanaf 1 mei 2027": (MAY, None),
    "1 mei 2027": (MAY, None),
    "1 mei t/m 3 juni 2027": (MAY, date(2027, 6, 3)),
}


def test_what_says_when_it_ends_is_no_begin(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    rows = [f"Werk {at};{words};" for at, words in enumerate(IN_BEGIN)]
    path.write_text("\n".join(("Taak;Begin;Klaar", *rows, "Bus;uiterlijk 1 mei 2027;3-6-2027", "")), "utf-8")
    dossier = new_dossier("Proef", "2027-2028")
    proposal = proposal_of(read_sheet(path), dossier, NOW.date(), {}, "anja")
    read = [(each.start, each.due) for each in carried_out(dossier, proposal.change).of(Milestone).values()]
    assert read == [*IN_BEGIN.values(), (MAY, date(2027, 6, 3))]
    told = " ".join(proposal.remarks)
    assert "Genomen als eind, zonder begin: ‘voor 1 mei 2027’ (regel 2), ‘uiterlijk 1 mei 2027’ (regel 3)" in told
    assert "‘uiterlijk 1 mei 2027’ is 01-05-2027 (regel 10)" in told


MOVED = {
    "1-4-2027 -> 1-6-2027": date(2027, 6, 1),
    "1-4-2027 → 1-6": date(2027, 6, 1),
    "1-12-2027 => 1-2": date(2028, 2, 1),
    "1 april > 1 juni 2027": date(2027, 6, 1),
    "1-4-2027 wordt 1-6-2027": date(2027, 6, 1),
    "was 1-4-2027, nu 1-6-2027": date(2027, 6, 1),
    "1-6-2027 (was 1-4-2027)": date(2027, 6, 1),
    "1-6-2027 i.p.v. 1-4-2027": date(2027, 6, 1),
    "niet 1-4-2027 maar 1-6-2027": date(2027, 6, 1),
    "verplaatst naar 1-6-2027": date(2027, 6, 1),
    # A third day, and one that is none, leave the cell as it is.
    "1-4-2027 -> ntb": None,
    "1-4-2027 → 1-5-2027 → 1-6-2027": None,
}


def test_of_a_day_that_was_moved_the_new_one_is_the_end(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text("Taak;Deadline\n" + "".join(f"Werk {at};{words}\n" for at, words in enumerate(MOVED)), "utf-8")
    dossier = new_dossier("Proef", "2027-2028")
    proposal = proposal_of(read_sheet(path), dossier, NOW.date(), {}, "anja")
    read = [(each.start, each.due) for each in carried_out(dossier, proposal.change).of(Milestone).values()]
    assert dict(zip(MOVED, read, strict=True)) == {words: (None, day) for words, day in MOVED.items()}
    told = next(remark for remark in proposal.remarks if remark.startswith("Verschoven, en de nieuwe dag genomen: "))
    assert "‘1-4-2027 → 1-6’ is 1-6-2027 (regel 3)" in told
    assert sorted(refusal.row for refusal in proposal.refused) == [12, 13]


def test_below_a_period_an_arrow_goes_from_the_first_to_the_last_day(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text("Taak;Periode\nLab;13-4-2027 -> 18-6-2027\nBus;13-4-2027 wordt 18-6-2027\n", "utf-8")
    dossier = new_dossier("Proef", "2027-2028")
    proposal = proposal_of(read_sheet(path), dossier, NOW.date(), {}, "anja")
    read = [(each.start, each.due) for each in carried_out(dossier, proposal.change).of(Milestone).values()]
    assert read == [(date(2027, 4, 13), date(2027, 6, 18)), (None, date(2027, 6, 18))]


@pytest.mark.parametrize("words", ["2027-03/05", "03/05-2027", "2027 - 13/5", "13/5 - 2027", "2027 t/m 3-5"])
def test_a_day_without_a_year_beside_a_year_is_no_range_and_is_kept(words: str, tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text(f"Taak;Begin;Deadline\nLab;1-3-2027;{words}\nBus;13-4-2027;1-6-2027\n", "utf-8")
    dossier = new_dossier("Proef", "2027-2028")
    proposal = proposal_of(read_sheet(path), dossier, NOW.date(), {"jaar": "2027"}, "anja")
    first = next(iter(carried_out(dossier, proposal.change).of(Milestone).values()))
    assert (first.start, first.due) == (date(2027, 3, 1), None)
    assert [(refusal.row, words in refusal.reason) for refusal in proposal.refused] == [(2, True)]
    assert any("met de woorden bij de toelichting: regel 2." in remark for remark in proposal.remarks)


IN_MONTH: dict[str, Days] = {
    "Kick-off (12/1)": (None, date(2027, 1, 12)),
    "Open dag 23/1": (None, date(2027, 1, 23)),
    "wo 13 jan: Stuurgroep": (None, date(2027, 1, 13)),
    "Projectweek 11-15 januari": (date(2027, 1, 11), date(2027, 1, 15)),
    "Toetsen 4/1 t/m 8/1": (date(2027, 1, 4), date(2027, 1, 8)),
    # Of another month, two days, and parts of something.
    "Terugblik 11/3": (date(2027, 1, 1), date(2027, 1, 31)),
    "Start 12/1 en 14/1": (date(2027, 1, 1), date(2027, 1, 31)),
    "Excursie vmbo 3/1": (date(2027, 1, 1), date(2027, 1, 31)),
    "Deel 2/1": (date(2027, 1, 1), date(2027, 1, 31)),
}


def test_a_day_in_the_name_of_what_is_in_a_month_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text("Maand;Activiteiten\n" + "".join(f"Januari 2027;- {name}\n" for name in IN_MONTH), "utf-8")
    dossier = new_dossier("Proef", "2027-2028")
    proposal = proposal_of(read_sheet(path), dossier, NOW.date(), {}, "anja")
    taken = carried_out(dossier, proposal.change).of(Milestone).values()
    assert {each.title: (each.start, each.due) for each in taken} == IN_MONTH
    told = next(remark for remark in proposal.remarks if remark.startswith("De dag komt uit de naam: "))
    assert "‘Kick-off (12/1)’ is 12 januari 2027 (regel 2)" in told
