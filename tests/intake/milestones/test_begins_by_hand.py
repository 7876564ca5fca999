"""Words before a date that say when something begins, in a column of one date."""

from datetime import date
from pathlib import Path

from sto_tui.domain.change import carried_out
from sto_tui.domain.milestones import Milestone
from sto_tui.intake.milestones.sheet_proposal import proposal_of, read_sheet
from sto_tui.planning.new_dossier import new_dossier
from tests.conftest import NOW

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
