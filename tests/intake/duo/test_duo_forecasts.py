"""The prognoses of DUO by hand: both forms, whole schools, fractions, and what a newer one changes."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from sto_tui.domain.vision import Indicator, Point
from sto_tui.intake.duo.figures import DuoProposal, duo_proposal
from sto_tui.intake.duo.into_counts import read_duo
from sto_tui.intake.duo.vestigingen import DuoChoice
from sto_tui.intake.sheets.table_reader import IntakeError
from tests.intake.duo.test_duo import as_workbook, figure, places, proposal_of, region, taken, values
from tests.support.commands import assert_one_dutch_sentence

TODAY = date(2026, 9, 3)
TITLE = "Prognose leerlingen vmbo"
LONG_HEADS = ("INSTELLINGSCODE", "ONDERWIJSNIVEAU", "JAAR", "AANTAL")


def written(folder: Path, *rows: Sequence[str], name: str = "voprognoses.csv", delimiter: str = ",") -> Path:
    path = folder / name
    path.write_text("".join(delimiter.join(row) + "\n" for row in rows), "utf-8")
    return path


def forecast_of(path: Path, *brins: str) -> DuoProposal:
    return proposal_of([path], region(), *(brins or ("01AB",)))


def test_a_column_per_level_and_year(tmp_path: Path) -> None:
    """Of both schools 2026 is 400,4 and 100,3, so 501; the totals, havo and the years of before are left out."""
    path = written(
        tmp_path,
        ("BRIN", "brin_naam", "BRJ.2026", "VMBO.2025", "VMBO.2026", "HAVO.2026", "VMBO.2027", "totaal.2026"),
        ("01AB", "Kompas Collège", "80,5", "410", "400,4", "99", "398,6", "579,9"),
        ("02CD", "De Brink", "", "", "100,3", "", "<5", "100,3"),
        ("09ZZ", "Elders", "1", "1", "1", "1", "1", "1"),
        name="11-leerlingenprognose-vo-2012-2037.csv",
        delimiter=";",
    )
    proposal = forecast_of(path, "01AB", "02CD")
    made = figure(proposal, TITLE)
    assert values(made) == {("vmbo", 2026): 501, ("vmbo", 2027): (400, 403)}
    assert all(point.prognosis for point in made.series)
    assert (made.source, made.reference_date) == ("DUO, prognoses vo", date(2025, 10, 1))
    assert made.counting_note == (
        "Vestigingen 2026, 2027: Kompas Collège (01AB); De Brink (02CD). "
        "Prognose van DUO, afgerond op hele leerlingen. Open data van DUO (CC0)."
    )
    assert proposal.remarks == (
        "Van de prognose zijn alleen de jaren overgenomen die nog komen; tellingen staan in bestand 01.",
    )


def test_a_row_per_level_and_year(tmp_path: Path) -> None:
    """Each level that the file divides is one of its own, in the order of the leerwegen."""
    rows = [
        ("01AB", "VMBO GL/TL", "2027", "150.25"),
        ("01AB", "VMBO BL", "2027", "80.4"),
        ("01AB", "VMBO BL", "2028", "79.5"),
        ("01AB", "VMBO totaal", "2027", "230.65"),
        ("01AB", "HAVO", "2027", "300.1"),
    ]
    proposal = forecast_of(written(tmp_path, LONG_HEADS, *rows))
    assert values(figure(proposal, TITLE)) == {("bb", 2027): 80, ("bb", 2028): 80, ("vmbo gl/tl", 2027): 150}
    assert proposal.remarks == ()
    assert "    vmbo gl/tl   150     –" in proposal.lines


def test_per_vestiging_when_the_file_has_them(tmp_path: Path) -> None:
    heads = ("INSTELLINGSCODE", "VESTIGINGSCODE", "TYPE_VO", "JAAR", "PROGNOSEAANTALLEN")
    rows = [("01AB", "00", "VMBO", "2027", "150.25"), ("01AB", "02", "VMBO", "2027", "49.5")]
    path = written(tmp_path, heads, *rows)
    assert values(figure(forecast_of(path, "01AB02"), TITLE)) == {("vmbo", 2027): 50}
    assert values(figure(forecast_of(path), TITLE)) == {("vmbo", 2027): 200}


def test_a_school_of_which_a_part_is_chosen_has_no_prognosis(tmp_path: Path) -> None:
    path = written(tmp_path, LONG_HEADS, *((brin, "VMBO", "2027", "150.5") for brin in ("01AB", "02CD")))
    proposal = forecast_of(path, "01AB02", "02CD")
    assert values(figure(proposal, TITLE)) == {("vmbo", 2027): 151}
    assert proposal.remarks[0] == (
        "De prognose is per school en niet per vestiging. Niet alle vestigingen zijn gekozen, dus zonder prognose: "
        "01AB."
    )
    # In file 02 vestiging 02 is all there is of 01AB.
    result = read_duo([path, places(tmp_path)], DuoChoice(gemeenten=("Hazelmonde",)), TODAY)
    assert result.forecasts.counted == {"01AB": ""}
    assert figure(duo_proposal(result, region(), TODAY), TITLE).counting_note.startswith(
        "Vestigingen 2027 (gemeente Hazelmonde): 01AB."
    )


def test_a_newer_prognosis_takes_the_place_of_the_older_one(tmp_path: Path) -> None:
    """2027 becomes another, 2029 comes, a level that is no longer there goes, and the year that is over stays."""
    first = written(tmp_path, LONG_HEADS, *(("01AB", "VMBO", year, "100.5") for year in ("2026", "2027", "2028")))
    dossier = taken(forecast_of(first), region())
    rows = [("01AB", "VMBO BL", year, "60.2") for year in ("2027", "2028", "2029")]
    second = written(tmp_path, LONG_HEADS, *rows, name="nieuwer.csv")
    newer = proposal_of([second], dossier)
    assert values(figure(newer, TITLE)) == {
        ("vmbo", 2026): 101,
        ("bb", 2027): 60,
        ("bb", 2028): 60,
        ("bb", 2029): 60,
    }
    assert "    vmbo 2027: 101 vervalt" in newer.lines
    assert (newer.added, newer.changed) == (0, 1)
    assert proposal_of([second], taken(newer, dossier)).change.edits == ()


def test_a_prognosis_never_takes_the_place_of_what_was_counted_or_hoped(tmp_path: Path) -> None:
    path = written(tmp_path, LONG_HEADS, ("01AB", "VMBO", "2027", "100.5"))
    own = Indicator(id=3, title=TITLE, unit="leerlingen", series=(Point(id=1, label="vmbo", year=2027, value=90),))
    for prognosis in (True, False):
        there = own.changed(series=tuple(point.model_copy(update={"prognosis": prognosis}) for point in own.series))
        proposal = proposal_of([path], region(there))
        assert (proposal.added, proposal.changed) == (1, 0)
        assert figure(proposal, f"{TITLE} (DUO)")


def test_a_workbook_has_no_thousands(tmp_path: Path) -> None:
    rows = [("01AB", "VMBO", "2027", "1250"), ("01AB", "VMBO", "2028", "1249.125")]
    path = written(tmp_path, LONG_HEADS, *rows, delimiter=";")
    assert values(figure(forecast_of(as_workbook(path)), TITLE)) == {("vmbo", 2027): 1250, ("vmbo", 2028): 1249}


def test_prognoses_that_can_not_be_used_cost_one_sentence(tmp_path: Path) -> None:
    row = ("01AB", "VMBO", "2027", "100")
    bad = (
        (("INSTELLINGSCODE", "TYPE_PO", "JAAR", "PROGNOSEAANTALLEN"), row, "is van het basisonderwijs"),
        (("INSTELLINGSCODE", "JAAR", "AANTAL", "x"), ("01AB", "2027", "100", "x"), "mist de kolom ONDERWIJSNIVEAU"),
        (("SCHOOL", *LONG_HEADS[1:]), row, "mist de kolom INSTELLINGSCODE"),
        (LONG_HEADS, (*row[:3], "veel"), "‘veel’ is geen aantal"),
        (LONG_HEADS, ("01AB", "VMBO", "later", "100"), "‘later’ is geen jaar"),
        (LONG_HEADS, ("77XX", *row[1:]), "staat niet in deze bestanden"),
        (LONG_HEADS, ("01AB", "VMBO", "2027", "1.250"), "of 1.250 duizenden zijn of een breuk"),
    )
    for heads, cells, words in bad:
        with pytest.raises(IntakeError, match=words) as caught:
            forecast_of(written(tmp_path, heads, cells))
        assert_one_dutch_sentence(f"{caught.value}\n")
    both = [written(tmp_path, LONG_HEADS, row, name=name) for name in ("a.csv", "b.csv")]
    with pytest.raises(IntakeError, match="zijn beide prognoses"):
        proposal_of(both)
