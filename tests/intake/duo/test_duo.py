"""Files of DUO: every generation, masked numbers as ranges, choosing vestigingen, years that merge, large files."""

import csv
import hashlib
import re
import tracemalloc
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.region import TechniekDefinition
from sto_tui.domain.vision import Indicator, IndicatorKind, Point
from sto_tui.intake.duo.counts import Range, range_of
from sto_tui.intake.duo.figures import DuoProposal, duo_proposal
from sto_tui.intake.duo.file import CancelledError
from sto_tui.intake.duo.into_counts import read_duo
from sto_tui.intake.duo.preview import preview
from sto_tui.intake.duo.programmes import leerweg_of, profile_of
from sto_tui.intake.duo.recognising import UnknownYearError
from sto_tui.intake.duo.vestigingen import DuoChoice, NotChosenError
from sto_tui.intake.sheets.table_reader import IntakeError
from sto_tui.planning.new_dossier import new_dossier
from tests.conftest import NOW
from tests.support.commands import Sto, assert_one_dutch_sentence, everything_in, raw

TODAY = NOW.date()
COUNTS = [f"LEER- OF VERBLIJFSJAAR {year} - {sex}" for year in range(1, 7) for sex in ("MAN", "VROUW")]
NAMES = ["INSTELLINGSNAAM VESTIGING", "PLAATSNAAM VESTIGING", "PROVINCIE VESTIGING"]
EDUCATION = ["ONDERWIJSTYPE VO EN LEER- OF VERBLIJFSJAAR", "VMBO SECTOR", "AFDELING"]
# The heads of file 01 by generation, and how it writes the number of vestiging 02.
GENERATIONS = {
    "2014-2015": (["BRIN NUMMER", "VESTIGINGSNUMMER", *NAMES, *EDUCATION, "ELEMENTCODE", "LWOO INDICATIE"], "01AB02"),
    "2018": (["BRIN NUMMER", "VESTIGINGSNUMMER", *NAMES, *EDUCATION, "ELEMENTCODE", "LWOO INDICATIE"], "2"),
    "2023": (
        [
            "INSTELLINGSCODE",
            "VESTIGINGSNUMMER",
            *NAMES,
            "SWV PASSEND ONDERWIJS VO",
            *EDUCATION,
            "ERKENDE OPLEIDINGSCODE",
        ],
        "02",
    ),
    "2024": (["INSTELLINGSCODE", "VESTIGINGSCODE", *NAMES, *EDUCATION, "ERKENDE OPLEIDINGSCODE"], "02"),
}
PIE = "produceren, installeren en energie"
BWI = "bouwen, wonen en interieur"
CARE = "zorg en welzijn"


def pupils(
    folder: Path,
    *rows: Sequence[Any],
    name: str = "01.-leerlingen-vo-per-vestiging-naar-onderwijstype-2024.csv",
    generation: str = "2024",
    encoding: str = "utf-8",
    delimiter: str = ";",
    without: str = "",
) -> Path:
    """File 01 with rows of BRIN, vestiging, onderwijstype, department and (man 3, vrouw 3, man 4, vrouw 4)."""
    heads = [*GENERATIONS[generation][0], "OPLEIDINGSNAAM", *COUNTS]
    lines = [heads]
    for brin, branch, education, department, numbers in rows:
        filled = dict.fromkeys(COUNTS, "0") | dict(zip(COUNTS[4:8], map(str, numbers), strict=True))
        cells = {heads[0]: brin, heads[1]: branch, NAMES[0]: f"Kompas Collège {brin}", EDUCATION[0]: education}
        cells |= {"AFDELING": department, "OPLEIDINGSNAAM": f"{education} {department}"} | filled
        lines.append([cells.get(head, "x") for head in heads])
    keep = [at for at, head in enumerate(heads) if head != without]
    text = "".join(delimiter.join(f'"{line[at]}"' for at in keep) + "\r\n" for line in lines)
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def places(folder: Path) -> Path:
    heads = ["PROVINCIE", "BEVOEGD GEZAG NUMMER", "INSTELLINGSCODE", "VESTIGINGSCODE", "VESTIGINGSNAAM", "STRAATNAAM"]
    heads += ["POSTCODE", "PLAATSNAAM", "GEMEENTENUMMER", "GEMEENTENAAM", "RMC-REGIO CODE", "RMC-REGIO NAAM"]
    rows = [
        ["X", "1", "01AB", "01AB02", "Kompas Noord", "A", "1", "P", "0034", "Hazelmonde", "0023", "Veenderwaard"],
        ["X", "1", "02CD", "02CD00", "Kompas Zuid", "A", "1", "P", "0035", "Veenschoten", "0023", "Veenderwaard"],
        ["X", "1", "03EF", "03EF00", "Elders", "A", "1", "P", "0036", "Verweg", "0024", "Overig"],
    ]
    path = folder / "02.-alle-vestigingen-vo.csv"
    path.write_text("\ufeff" + "".join(",".join(f'"{cell}"' for cell in row) + "\n" for row in [heads, *rows]), "utf-8")
    return path


def exams(folder: Path, *rows: tuple[str, tuple[str | int, ...]]) -> Path:
    """The exam file with per row a programme and (candidates 2024, candidates 2025, passed 2024, passed 2025)."""
    years = ("2023-2024", "2024-2025")
    counts = [f"{what} SCHOOLJAAR {y} - TOTAAL" for what in ("EXAMENKANDIDATEN", "GESLAAGDEN") for y in years]
    heads = ["INSTELLINGSCODE", "VESTIGINGSCODE", "GEMEENTENAAM", "ONDERWIJSTYPE VO", "OPLEIDINGSNAAM", *counts]
    lines = [heads, *(["01AB", "01AB02", "Hazelmonde", "VMBO", name, *map(str, found)] for name, found in rows)]
    path = folder / "examenkandidaten-en-geslaagden-2020-2025.csv"
    path.write_text("".join(";".join(line) + "\n" for line in lines), "utf-8")
    return path


def as_workbook(path: Path, *names: str) -> Path:
    """The file as DUO gives it in Excel: numbers are numbers, on a sheet of each of these names."""
    book = xlsxwriter.Workbook(path.with_suffix(".xlsx"))
    for name in names or ("Blad1",):
        sheet = book.add_worksheet(name)
        for at, row in enumerate(csv.reader(path.read_text("utf-8-sig").splitlines(), delimiter=";")):
            for column, cell in enumerate(row):
                if re.fullmatch(r"(?:0|[1-9]\d*)(?:\.\d+)?", cell):
                    sheet.write_number(at, column, float(cell))
                else:
                    sheet.write_string(at, column, cell)
    book.add_worksheet("Toelichting").write_string(0, 0, "Aantallen onder de vijf staan er als <5.")
    book.close()
    return path.with_suffix(".xlsx")


def region(*figures: Indicator, definition: TechniekDefinition = TechniekDefinition.TECHNIEKPACT5) -> Dossier:
    began = new_dossier("Veenderwaard", "2027-2028")
    tables = {name: dict(found) for name, found in began.tables.items()}
    tables["indicators"] = {one.id: one for one in figures}
    tables["region"] = {
        number: one.changed(definition_of_techniek=definition) for number, one in tables["region"].items()
    }
    return Dossier(tables)


def taken(proposal: DuoProposal, dossier: Dossier) -> Dossier:
    """The dossier after the change, with ids as a store gives them."""
    found = dict(dossier.of(Indicator))
    for edit in proposal.change.edits:
        number = edit.ref.id if edit.ref.id > 0 else max(found, default=0) + 1
        assert isinstance(edit.after, Indicator)
        series = [one.model_copy(update={"id": one.id or 100 + at}) for at, one in enumerate(edit.after.series)]
        found[number] = edit.after.model_copy(update={"id": number, "series": tuple(series)})
    return dossier.with_tables({"indicators": found})


def proposal_of(paths: Iterable[Path], dossier: Dossier | None = None, *brins: str) -> DuoProposal:
    result = read_duo(list(paths), DuoChoice(brins or ("01AB",)), TODAY)
    return duo_proposal(result, dossier or region(), TODAY)


def figure(proposal: DuoProposal, title: str) -> Indicator:
    return next(
        one.after for one in proposal.change.edits if isinstance(one.after, Indicator) and one.after.title == title
    )


def values(indicator: Indicator) -> dict[tuple[str, int], float | tuple[float | None, float | None]]:
    return {
        (one.label, one.year): (one.value_min, one.value_max) if one.value is None else one.value
        for one in indicator.series
    }


ROWS = (
    ("01AB", "VMBO BL lj 3-4", PIE, (8, 2, 7, 3)),
    ("01AB", "VMBO KL lj 3-4", BWI, (6, 0, 5, 0)),
    ("01AB", "VMBO GL lj 3-4", CARE, (1, 9, 0, 11)),
    ("01AB", "VMBO TL lj 3-4", "n.v.t.", (20, 20, 20, 20)),
    ("01AB", "HAVO lj 4-5", "n.v.t.", (50, 50, 50, 50)),
    ("09ZZ", "VMBO BL lj 3-4", PIE, (99, 99, 99, 99)),
)


@pytest.mark.parametrize("generation", GENERATIONS)
def test_every_generation_gives_the_same_figures(tmp_path: Path, generation: str) -> None:
    branch = GENERATIONS[generation][1]
    encoding, delimiter = ("utf-8-sig", ",") if generation == "2024" else ("cp1252", ";")
    path = pupils(
        tmp_path,
        *((brin, branch if brin == "01AB" else branch[-2:], *rest) for brin, *rest in ROWS),
        name=f"01.-leerlingen-vo-per-vestiging-naar-onderwijstype-{generation}.csv",
        generation=generation,
        encoding=encoding,
        delimiter=delimiter,
    )
    year = int(generation[:4])
    proposal = proposal_of([path], None, "01ab02")
    intake = figure(proposal, "Instroom leerjaar 3 per profiel")
    assert values(intake) == {("PIE", year): 10, ("BWI", year): 6, ("Z&W", year): 10}
    assert intake.kind is IndicatorKind.INSTROOM
    assert (intake.reference_date, intake.file) == (date(year, 10, 1), path.name)
    assert intake.file_hash == hashlib.sha256(path.read_bytes()).hexdigest()
    assert "Kompas Collège 01AB (01AB02)" in intake.as_shown("note")
    assert "CC0" in intake.as_shown("note")
    by_leerweg = figure(proposal, "Leerlingen leerjaar 3 en 4 per leerweg")
    assert values(by_leerweg) == {("bb", year): 20, ("kb", year): 11, ("gl", year): 21, ("tl", year): 80}
    techniek = figure(proposal, "Leerlingen techniek leerjaar 3 en 4")
    assert (values(techniek), techniek.definition) == ({("", year): 31}, TechniekDefinition.TECHNIEKPACT5)
    assert proposal.refused == ()


@pytest.mark.parametrize("name", ["01-2024.csv", "01-2018.csv"])
def test_a_workbook_gives_the_figures_of_the_csv(tmp_path: Path, name: str) -> None:
    generation = name[3:7]
    rows = [(brin, "2" if generation == "2018" else "02", *rest) for brin, *rest in ROWS]
    path = pupils(
        tmp_path, *rows, ("01AB", "02", "VMBO BL lj 3-4", BWI, ("<5", 0, "", 7)), name=name, generation=generation
    )
    workbook = as_workbook(path)
    from_csv, from_workbook = (taken(proposal_of([one]), region()).of(Indicator) for one in (path, workbook))
    assert [values(one) for one in from_workbook.values()] == [values(one) for one in from_csv.values()]
    assert [one.countings for one in from_workbook.values()] == [one.countings for one in from_csv.values()]
    assert from_workbook[1].file == workbook.name
    assert from_workbook[1].file_hash == hashlib.sha256(workbook.read_bytes()).hexdigest()


def test_a_workbook_that_can_not_be_used_costs_one_sentence(tmp_path: Path) -> None:
    path = pupils(tmp_path, ("01AB", "02", "VMBO BL lj 3-4", PIE, (5, "vijf", 0, 0)), name="01-2024.csv")
    said = {as_workbook(path): r"01-2024\.xlsx, regel 2, kolom .*‘vijf’ is geen aantal"}
    two = pupils(tmp_path, ("01AB", "02", "VMBO BL lj 3-4", PIE, (5, 5, 0, 0)), name="01-2023.csv")
    said[as_workbook(two, "2023", "2022")] = "01-2023.xlsx heeft meer dan één blad met cijfers: 2023 en 2022"
    other = tmp_path / "ander-2022.csv"
    other.write_text("naam;leeftijd\nA;3\n")
    said[as_workbook(other)] = "ander-2022.xlsx is geen bestand van DUO dat sto-tui kent"
    broken = tmp_path / "stuk-2021.xlsx"
    broken.write_bytes(as_workbook(path).read_bytes()[:900])
    said[broken] = "stuk-2021.xlsx is "
    renamed = tmp_path / "hernoemd-2021.csv"
    renamed.write_bytes(as_workbook(path).read_bytes())
    said[renamed] = "geef een werkmap de naam die hij had, zoals .xlsx"
    for workbook, words in said.items():
        with pytest.raises(IntakeError, match=words) as caught:
            proposal_of([workbook])
        assert_one_dutch_sentence(f"{caught.value}\n")


def test_a_sum_of_masked_cells_is_a_range(tmp_path: Path) -> None:
    path = pupils(tmp_path, ("01AB", "02", "VMBO BL lj 3-4", PIE, ("<5", "<5", 100, 0)))
    proposal = proposal_of([path])
    assert values(figure(proposal, "Leerlingen leerjaar 3 en 4 per profiel")) == {("PIE", 2024): (102, 108)}
    assert values(figure(proposal, "Instroom techniek leerjaar 3")) == {("", 2024): (2, 8)}
    assert any("102–108" in line for line in proposal.lines)
    assert any("2 cellen zijn afgeschermd" in line for line in proposal.remarks)


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("12", (12, 12)),
        (' "7" ', (7, 7)),
        ("<5", (1, 4)),
        ("<10", (1, 9)),
        # Fewer than two and at least one is one; fewer than one is none.
        ("<2", (1, 1)),
        ("<1", (0, 0)),
        ("-1", (1, 4)),
        ("x", (1, 4)),
        ("1.250", (1250, 1250)),
        ("1.250,0", (1250, 1250)),
    ],
)
def test_what_a_cell_can_stand_for(cell: str, found: tuple[int, int]) -> None:
    assert range_of(cell) == Range(*found)
    assert (range_of("4"), range_of("4", True), range_of(" ")) == (Range(4, 4), Range(1, 4), None)
    with pytest.raises(ValueError, match="-3"):
        range_of("-3")


def test_what_has_no_leerweg_or_profiel_is_named_when_it_has_pupils(tmp_path: Path) -> None:
    path = pupils(
        tmp_path,
        ("01AB", "02", "VMBO GL/TL", PIE, (3, 1, 0, 2)),
        ("01AB", "02", "VMBO KL lj 3-4", "iets nieuws", (0, 0, 4, 1)),
        ("01AB", "02", "VMBO TL lj 3-4", "n.v.t.", (9, 9, 9, 9)),
        ("01AB", "02", "VMBO BL lj 3-4", "iets zonder leerlingen", (0, 0, 0, 0)),
        ("01AB", "02", "VMBO BL lj 3-4", CARE, (6, 0, 0, 0)),
    )
    counted = read_duo([path], DuoChoice(("01AB",)), TODAY).pupils[2024]
    assert counted.no_leerweg == {"VMBO GL/TL"}
    assert {one.split(" / ")[0] for one in counted.no_profile["overig"]} == {"iets nieuws"}
    # 3 + 1 in leerjaar 3 and 2 in leerjaar 4 of a leerweg that is not known; 4 + 1 of a profiel that is not.
    counts = {(cell.leerweg, cell.profile, cell.measure): found.low for cell, found in counted.ranges().items()}
    assert counts[("overig", "PIE", 3)] == 4
    assert counts[("overig", "PIE", 4)] == 2
    assert counts[("kb", "overig", 4)] == 5
    assert counts[("tl", "overig", 3)] == 18


def test_profiles_and_leerwegen_by_the_words_of_several_years() -> None:
    assert [
        profile_of(one) for one in ("Media, vormgeving en ICT", "M&T", "Maritiem en techniek", "Techniek-breed")
    ] == [
        "MVI",
        "M&T",
        "MaT",
        "techniek-breed",
    ]
    assert profile_of("n.v.t.", "economie") == "overig"
    short = (
        "prod., inst. en energie",
        "Produc,inst,energ",
        "Dienstverl. en producten",
        "Bouwen,wonen,interieur",
        "Econ. en ondernemen",
        "Zorg & welz.",
    )
    assert [profile_of(one) for one in short] == ["PIE", "PIE", "D&P", "BWI", "E&O", "Z&W"]
    words = (
        "VMBO BL lj 3-4",
        "VMBO K",
        "vmbo gemengde leerweg",
        "VMBO-MBO2 lj 3-6",
        "VMBO uitbest. aan VAVO",
        "VMBO GL/TL",
    )
    assert [leerweg_of(one, "") for one in words] == ["bb", "kb", "gl", "vmbo-mbo2", "", "overig"]
    assert leerweg_of("", "VMBO T - techniek") == "tl"
    both = ("VMBO GL/TL", "vmbo gemengde/theoretische leerweg", "VMBO G/T", "VMBO GL-TL", "vmbo gemengd en theoretisch")
    assert {leerweg_of(one, "") for one in both} == {"overig"}
    single = ("VMBO theoretisch", "VMBO gemengd", "VMBO-KB", "VMBO basis", "vmbo (TL)", "VMBO BL basisberoepsgericht")
    assert [leerweg_of(one, "") for one in single] == ["tl", "gl", "kb", "bb", "tl", "bb"]


def test_a_missing_column_is_named_and_nothing_is_taken(tmp_path: Path) -> None:
    path = pupils(tmp_path, without="LEER- OF VERBLIJFSJAAR 3 - VROUW")
    with pytest.raises(IntakeError, match="mist de kolom LEER- OF VERBLIJFSJAAR 3 - VROUW"):
        proposal_of([path])
    path = pupils(tmp_path, without="INSTELLINGSCODE")
    with pytest.raises(IntakeError, match=r"mist de kolom INSTELLINGSCODE \(vroeger BRIN NUMMER\)"):
        proposal_of([path])


def test_years_merge_into_one_figure_and_keep_their_ids(tmp_path: Path) -> None:
    first = pupils(tmp_path, ("01AB", "02", "VMBO BL lj 3-4", PIE, (5, 5, 0, 0)), name="01-2023.csv", generation="2023")
    second = pupils(tmp_path, ("01AB", "02", "VMBO KL lj 3-4", BWI, (6, 0, 0, 0)), name="01-2024.csv")
    made = taken(proposal_of([first]), region()).of(Indicator)[1]
    hopes = (
        Point(id=7, label="PIE", year=2024, value=55, prognosis=True),
        Point(id=8, label="PIE", year=2030, value=60, prognosis=True),
    )
    own = made.changed(series=(*made.series, *hopes), note="Zelf\nbekeken")
    dossier = region(own)
    both = proposal_of([second], dossier)
    merged = taken(both, dossier).of(Indicator)[1]
    assert values(merged) == {
        ("PIE", 2023): 10,
        ("PIE", 2024): 0,
        ("PIE", 2030): 60,
        ("BWI", 2023): 0,
        ("BWI", 2024): 6,
    }
    assert any(line.split() == ["BWI", "0", "6"] for line in both.lines)
    prints = [hashlib.sha256(path.read_bytes()).hexdigest() for path in (second, first)]
    assert merged.file_hash == "; ".join(prints)
    assert [one.id for one in merged.series[1:3]] == [7, 8]
    assert (merged.file, merged.reference_date) == ("01-2024.csv; 01-2023.csv", date(2024, 10, 1))
    assert merged.note == "Zelf\nbekeken"
    assert merged.as_shown("note") == (
        "Zelf\nbekeken. Vestigingen 2023, 2024: Kompas Collège 01AB (01AB02). "
        "Telt bb, kb en gl; tl heeft geen profiel. De prognose komt niet van DUO. Open data van DUO (CC0)."
    )
    assert any("de prognose van 2030 komt niet van DUO" in line for line in both.remarks)
    assert (both.added, both.changed) == (4, 1)
    again = proposal_of([second], taken(both, dossier))
    assert again.change.edits == ()
    assert [one for one in again.lines if "Nieuw" in one or "Gewijzigd" in one] == []


def test_counts_never_go_into_a_figure_that_is_not_from_duo(tmp_path: Path) -> None:
    row = ("01AB", "02", "VMBO BL lj 3-4", PIE, (5, 5, 0, 0))
    files = [pupils(tmp_path, row, name=f"01-{year}.csv") for year in (2023, 2024)]
    title = "Instroom leerjaar 3 per profiel"
    own = Indicator(
        id=3,
        title=title,
        kind=IndicatorKind.INSTROOM,
        unit="leerlingen",
        source="Opgave van de scholen",
        series=tuple(Point(id=year, label="PIE", year=year, value=150) for year in range(2021, 2027)),
    )
    proposal = proposal_of(files, region(own))
    after = taken(proposal, region(own))
    beside = figure(proposal, f"{title} (DUO)")
    assert after.of(Indicator)[3] == own
    assert values(beside) == {("PIE", 2023): 10, ("PIE", 2024): 10}
    assert (beside.file, beside.reference_date) == ("01-2024.csv; 01-2023.csv", date(2024, 10, 1))
    assert proposal.remarks[0] == (
        f"{title} heeft waarden die niet van DUO komen en blijft zoals het is. De aantallen van DUO komen apart: "
        f"{title} (DUO). Wil je ze in één cijfer, zet ze dan over met t (tabel)."
    )
    again = proposal_of(files, after)
    assert (again.change.edits, any("apart" in line for line in again.remarks)) == ((), False)
    later = proposal_of([pupils(tmp_path, row, name="01-2025.csv")], after)
    assert sorted(values(figure(later, f"{title} (DUO)"))) == [("PIE", year) for year in (2023, 2024, 2025)]
    typed = beside.changed(id=3, title=title, series=(*beside.series, Point(id=9, label="PIE", year=2020, value=150)))
    assert figure(proposal_of(files, region(typed)), f"{title} (DUO)")
    cleared = proposal_of(files, region(own.changed(series=(), file="eigen.csv", reference_date=date(2026, 1, 1))))
    filled = figure(cleared, title)
    assert (filled.id, filled.file, filled.reference_date) == (3, beside.file, beside.reference_date)


def test_years_over_other_vestigingen_make_a_figure_of_their_own(tmp_path: Path) -> None:
    rows = [(brin, "00", "VMBO BL lj 3-4", PIE, (5, 5, 0, 0)) for brin in ("01AB", "02CD")]
    first = pupils(tmp_path, *rows, name="01-2023.csv", generation="2023")
    second = pupils(tmp_path, *rows, name="01-2024.csv")
    title = "Instroom techniek leerjaar 3"
    dossier = taken(proposal_of([first]), region())
    both = proposal_of([second], dossier, "01AB", "02CD")
    assert (both.added, both.changed) == (5, 0)
    assert "gaan over andere vestigingen en blijven zoals ze zijn" in both.remarks[0]
    dossier = taken(both, dossier)
    third = proposal_of([second], dossier, "02CD")
    assert f"{title} (DUO 2)" in third.remarks[0]
    dossier = taken(third, dossier)
    for brins in (("01AB",), ("01AB", "02CD"), ("02CD",)):
        more = proposal_of([first, second], dossier, *brins)
        assert (more.added, more.refused) == (0, ())
        dossier = taken(more, dossier)
    found = {one.title: values(one) for one in dossier.of(Indicator).values() if one.title.startswith(title)}
    assert found == {
        title: {("", 2023): 10, ("", 2024): 10},
        f"{title} (DUO)": {("", 2023): 20, ("", 2024): 20},
        f"{title} (DUO 2)": {("", 2023): 10, ("", 2024): 10},
    }


def test_what_people_write_in_the_note_is_theirs_and_changes_no_counts(tmp_path: Path) -> None:
    row = ("01AB", "02", "VMBO BL lj 3-4", PIE, ("<5", 5, 0, 0))
    path = pupils(tmp_path, row, name="01-2025.csv")
    made = figure(proposal_of([path]), "Instroom leerjaar 3 per profiel")
    assert (made.note, made.as_shown("note")) == ("", made.counting_note)
    assert "\n" not in made.counting_note
    written = made.changed(id=1, note="Vestigingen 2025: dat klopt niet.")
    again = proposal_of([path], region(written))
    assert all(edit.before is None for edit in again.change.edits)
    assert written.as_shown("note") == f"{written.note} {made.counting_note}"


def test_the_preview_begins_with_what_needs_attention(tmp_path: Path) -> None:
    row = ("01AB", "02", "VMBO BL lj 3-4", PIE, ("<5", 5, 0, 0))
    path = pupils(tmp_path, row)
    first = taken(proposal_of([path]), region()).of(Indicator)[1]
    other = first.changed(series=tuple(one.model_copy(update={"value": 12.0}) for one in first.series))
    lines = "\n".join(preview(proposal_of([path], region(other), "01AB", "77XX"))).splitlines()
    assert lines[0] == "Cijfers van DUO: 4 nieuw, 1 gewijzigd, 1 weigering."
    heads = ["Let op", "Geweigerd", "Wordt vervangen", "Gewijzigd", "Nieuw"]
    assert [line for line in lines if line in heads] == heads
    assert "    PIE 2024: 12 → 6–9" in lines[: lines.index("Gewijzigd")]


def test_choosing_by_gemeente_and_rmc_needs_file_02(tmp_path: Path) -> None:
    rows = [("01AB", "02"), ("02CD", "00"), ("03EF", "00")]
    path = pupils(tmp_path, *((*one, "VMBO BL lj 3-4", PIE, (1, 0, 0, 0)) for one in rows))
    files = [places(tmp_path), path]

    def found(choice: DuoChoice, *paths: Path) -> set[str]:
        return read_duo(paths or files, choice, TODAY).pupils[2024].met

    assert found(DuoChoice(gemeenten=("hazelmonde",))) == {"01AB02"}
    assert found(DuoChoice(rmcs=("23",))) == {"01AB02", "02CD00"}
    assert found(DuoChoice(rmcs=("Overig",), brins=("02CD",)), *reversed(files)) == {"02CD00", "03EF00"}
    assert "Kompas Noord (01AB02)" in read_duo(files, DuoChoice(("01AB",)), TODAY).wanted.shown("01AB02")
    with pytest.raises(IntakeError, match="bestand 02"):
        found(DuoChoice(gemeenten=("Hazelmonde",)), path)
    with pytest.raises(IntakeError, match=r"‘Hazelmeer’ staat niet in bestand 02\. Wel bijvoorbeeld: Hazelmonde"):
        found(DuoChoice(gemeenten=("Hazelmeer",)))
    with pytest.raises(NotChosenError) as caught:
        found(DuoChoice())
    assert caught.value.gemeenten == ("Hazelmonde", "Veenschoten", "Verweg")


def test_an_unknown_brin_is_named(tmp_path: Path) -> None:
    path = pupils(tmp_path, ("01AB", "02", "VMBO BL lj 3-4", PIE, (5, 5, 0, 0)))
    proposal = proposal_of([path], None, "01AB", "77XX")
    assert [one.reason for one in proposal.refused] == [
        "BRIN 77XX staat in geen van deze bestanden en telt dus niet mee."
    ]
    with pytest.raises(IntakeError, match="BRIN 77XX staat niet in deze bestanden"):
        proposal_of([path], None, "77XX")
    with pytest.raises(IntakeError, match="‘7’ is geen BRIN"):
        proposal_of([path], None, "7")


def test_exams_count_the_sector_techniek_per_leerweg(tmp_path: Path) -> None:
    path = exams(
        tmp_path,
        ("VMBO B - techniek", (30, 28, 29, 27)),
        ("VMBO K - techniek", ("<5", 12, "<5", 12)),
        ("VMBO K - zorg en welzijn", (9, 9, 9, 9)),
        ("HAVO - natuur en techniek", (80, 80, 80, 80)),
    )
    proposal = proposal_of([path])
    took = figure(proposal, "Examenkandidaten techniek per leerweg")
    assert values(took) == {("bb", 2024): 30, ("bb", 2025): 28, ("kb", 2024): (1, 4), ("kb", 2025): 12}
    assert values(figure(proposal, "Geslaagden techniek per leerweg"))[("bb", 2025)] == 27
    assert took.definition is None
    assert "sector techniek" in took.as_shown("note")


def test_the_definition_of_the_region_decides_what_is_techniek(tmp_path: Path) -> None:
    rows = [("01AB", "02", "VMBO BL lj 3-4", one, (5, 0, 0, 0)) for one in (PIE, "media, vormgeving en ict", CARE)]
    path = pupils(tmp_path, *rows)
    hard = proposal_of([path], region(definition=TechniekDefinition.HARD3))
    assert values(figure(hard, "Instroom techniek leerjaar 3")) == {("", 2024): 5}
    own = proposal_of([path], region(definition=TechniekDefinition.OWN))
    figures = [one.after for one in own.change.edits if isinstance(one.after, Indicator)]
    assert [one.title for one in figures if "techniek" in one.title] == []
    assert any("eigen definitie" in line for line in own.remarks)
    other_year = pupils(tmp_path, *rows, name="01-2023.csv", generation="2023")
    mixed = proposal_of([other_year], taken(hard, region()))
    assert len(mixed.refused) == 2
    assert "in het dossier telt BWI, PIE en M&T als techniek" in mixed.refused[0].reason


def test_what_can_not_be_used_costs_one_sentence(tmp_path: Path) -> None:
    row = ("01AB", "02", "VMBO BL lj 3-4", PIE, (5, 5, 0, 0))
    nameless = pupils(tmp_path, row, name="leerlingen.csv")
    with pytest.raises(UnknownYearError, match=r"Van welk jaar is leerlingen\.csv"):
        proposal_of([nameless])
    assert 2022 in read_duo([nameless], DuoChoice(("01AB",), year=2022), TODAY).pupils
    bad: dict[str, bytes] = {
        "01-2020.xlsx": b"PK\x03\x04rest",
        "leeg.csv": b"",
        "nul.csv": b"a;b\x00",
        "ckan.csv": b"SCHOOLJAAR,BRIN NUMMER,VESTIGINGSNUMMER,AFDELING,LEERJAAR,AANTAL LEERLINGEN\n",
        "ander.csv": b"naam;leeftijd\nA;3\n",
        "01-2031.csv": pupils(tmp_path, row, name="01-2031.csv").read_bytes(),
        "01-2019.csv": pupils(tmp_path, (*row[:4], (5, "vijf", 0, 0))).read_bytes(),
        "01-2018.csv": pupils(tmp_path, row, name="b.csv").read_bytes() + b"01AB;02;te kort\r\n",
    }
    for name, data in bad.items():
        (tmp_path / name).write_bytes(data)
        with pytest.raises(IntakeError) as caught:
            proposal_of([tmp_path / name])
        assert_one_dutch_sentence(f"{caught.value}\n")
    twice = [pupils(tmp_path, row), pupils(tmp_path, row, name="kopie-2024.csv")]
    with pytest.raises(IntakeError, match="zijn beide van 1 oktober 2024"):
        proposal_of(twice)


def with_column(path: Path, head: str, *cells: str) -> Path:
    """The file with a column more, as the last one."""
    lines = path.read_text("utf-8").splitlines()
    path.write_text("".join(f"{line};{cell}\n" for line, cell in zip(lines, (head, *cells), strict=True)), "utf-8")
    return path


def test_a_row_never_goes_behind_a_stray_quote(tmp_path: Path) -> None:
    row = ("01AB", "02", "VMBO BL lj 3-4", PIE, (8, 2, 0, 0))
    text = pupils(tmp_path, row, ("09ZZ", *row[1:]), row, row).read_text("utf-8").replace('"', "")
    head, *rows = text.splitlines()
    name = "Kompas Collège 01AB"
    assert name in rows[0]
    opened = [line.replace(name, '"De Brink') for line in rows]
    closed = [line.replace(name, 'De Brink"') for line in rows]
    path = tmp_path / "01-2022.csv"

    def refusal(*lines: str) -> str:
        path.write_bytes("".join(f"{line}\r\n" for line in (head, *lines)).encode())
        with pytest.raises(IntakeError) as caught:
            proposal_of([path])
        assert_one_dutch_sentence(f"{caught.value}\n")
        return str(caught.value)

    assert "01-2022.csv klopt niet bij regel 4" in refusal(rows[1], opened[0], opened[2])
    assert "01-2022.csv klopt niet" in refusal(opened[0])
    assert "01-2022.csv, regel 3: 1 rij loopt door over meer dan één regel." in refusal(rows[1], opened[0], closed[2])
    pair = (opened[0], closed[0])
    assert "regel 2: 2 rijen lopen door over meer dan één regel; de eerste begint daar" in refusal(
        *pair, rows[1], *pair
    )
    assert "regel 2: 1 rij" in refusal(rows[0].replace(name, '"De\rBrink"'))
    doubled = rows[0].replace("01AB", '""01AB""', 1).replace(name, '""De Brink""')
    path.write_text(f"{head}\n{doubled}\n", "utf-8")
    assert values(figure(proposal_of([path]), "Instroom techniek leerjaar 3")) == {("", 2022): 10}


def test_whether_an_empty_cell_is_masked_is_decided_by_all_rows(tmp_path: Path) -> None:
    own = ("01AB", "02", "VMBO BL lj 3-4", PIE, ("", 5, 0, 0))

    def intake(*others: tuple[str | int, ...]) -> tuple[object, bool]:
        rows = [("09ZZ", "02", "VMBO BL lj 3-4", PIE, numbers) for numbers in others]
        proposal = proposal_of([pupils(tmp_path, (*own[:4], ("", 5, "", "")), *rows)])
        found = values(figure(proposal, "Instroom techniek leerjaar 3"))[("", 2024)]
        return found, any("lege cellen gelezen als afgeschermd" in line for line in proposal.remarks)

    assert intake() == ((5, 9), True)
    assert intake((0, 7, 0, 7)) == ((5, 9), True)
    assert intake((0, 2, 0, 7)) == ((5, 9), True)
    assert intake((6, 2, 8, 7)) == (5, False)
    assert intake((0, "<5", 8, 7)) == (5, False)
    note = figure(proposal_of([pupils(tmp_path, own)]), "Instroom techniek leerjaar 3").as_shown("note")
    assert "Een lege cel telt als 0 tot en met 4" in note


def test_masked_and_empty_exams_are_ranges(tmp_path: Path) -> None:
    rows = (("VMBO B - techniek", (30, "", 4, 27)), ("VMBO K - techniek", (4, 0, 4, 0)))
    proposal = proposal_of([exams(tmp_path, *rows)])
    title = "Examenkandidaten techniek per leerweg"
    assert values(figure(proposal, title))[("bb", 2025)] == (0, 4)
    assert any("Bij de examens zijn lege cellen" in line for line in proposal.remarks)
    flagged = with_column(exams(tmp_path, *rows), "INDICATIEAVG", "N", "J")
    proposal = proposal_of([flagged])
    assert values(figure(proposal, title)) == {("bb", 2024): 30, ("bb", 2025): 0, ("kb", 2024): (1, 4), ("kb", 2025): 0}
    assert values(figure(proposal, "Geslaagden techniek per leerweg"))[("bb", 2024)] == 4
    assert not any("lege cellen" in line for line in proposal.remarks)
    before = figure(proposal, title).changed(id=1, definition=TechniekDefinition.OWN)
    assert figure(proposal_of([flagged], region(before)), title).definition is None


def test_a_year_that_is_said_twice_has_to_be_the_same(tmp_path: Path) -> None:
    row = ("01AB", "02", "VMBO BL lj 3-4", PIE, (5, 5, 0, 0))
    other = ("09ZZ", *row[1:])

    def file(name: str, *cells: str) -> Path:
        return with_column(pupils(tmp_path, other, row, name=name), "SCHOOLJAAR", *cells)

    with pytest.raises(IntakeError, match=r"leerlingen-2024\.csv zou van 1 oktober 2024 zijn.* staat 2023/2024"):
        proposal_of([file("leerlingen-2024.csv", "", "2023/2024")])
    with pytest.raises(IntakeError, match="SCHOOLJAAR staat 2022/2023"):
        proposal_of([file("leerlingen-2023.csv", "2023/2024", "2022/2023")])
    nameless = file("leerlingen.csv", "", "2023/2024")
    assert set(read_duo([nameless], DuoChoice(("01AB",)), TODAY).pupils) == {2023}
    with pytest.raises(IntakeError, match=r"1 oktober 2024, leerlingen\.csv is van 2023"):
        read_duo([nameless], DuoChoice(("01AB",), year=2024), TODAY)


def test_a_new_series_is_zero_only_where_the_same_vestigingen_were_counted(tmp_path: Path) -> None:
    rows = [(brin, "00", "VMBO BL lj 3-4", PIE, (5, 5, 0, 0)) for brin in ("01AB", "02CD")]
    first = pupils(tmp_path, *rows, name="01-2023.csv", generation="2023")
    second = pupils(tmp_path, *rows, ("01AB", "00", "VMBO KL lj 3-4", BWI, (6, 0, 0, 0)), name="01-2024.csv")
    dossier = taken(proposal_of([first]), region())
    title = "Instroom leerjaar 3 per profiel"
    same = values(figure(proposal_of([second], dossier), title))
    assert same == values(figure(proposal_of([first, second]), title))
    assert same[("BWI", 2023)] == 0
    others = values(figure(proposal_of([second], dossier, "01AB", "02CD"), f"{title} (DUO)"))
    assert others == {("PIE", 2024): 20, ("BWI", 2024): 6}


@pytest.mark.parametrize("refused", [PermissionError(13, "no"), FileNotFoundError(2, "no"), OSError(5, "no")])
def test_a_file_that_may_not_be_seen_costs_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refused: OSError
) -> None:
    path = tmp_path / "dicht" / "01-2024.csv"

    def stat(self: Path, **_: object) -> None:
        raise refused

    with monkeypatch.context() as patch:
        patch.setattr(Path, "stat", stat)
        with pytest.raises(IntakeError, match=r"01-2024\.csv (is niet te lezen|bestaat niet)"):
            read_duo([path], DuoChoice(("01AB",)), TODAY)


def test_a_column_that_stands_there_twice_is_refused(tmp_path: Path) -> None:
    row = ("01AB", "02", "VMBO BL lj 3-4", PIE, (5, 5, 0, 0))
    for head in ("leer- of verblijfsjaar 3 - man", "AFDELING"):
        with pytest.raises(IntakeError, match=rf"heeft de kolom {head.upper()} meer dan eens"):
            proposal_of([with_column(pupils(tmp_path, row), head, "1")])
    exam = "EXAMENKANDIDATEN SCHOOLJAAR 2023-2024 - TOTAAL"
    with pytest.raises(IntakeError, match=f"{exam} meer dan eens"):
        proposal_of([with_column(exams(tmp_path, ("VMBO B - techniek", (9, 9, 9, 9))), exam, "1")])
    assert proposal_of([with_column(pupils(tmp_path, row), "LEER- OF VERBLIJFSJAAR 1 - MAN", "1")]).added


def test_every_file_keeps_its_own_fingerprint(tmp_path: Path) -> None:
    row = ("01AB", "02", "VMBO BL lj 3-4", PIE, (5, 5, 0, 0))
    paths = [pupils(tmp_path, row, name=f"01-{year}.csv") for year in range(2014, 2024)]
    paths += [pupils(tmp_path, row, name=f"01-{'lang-' * 40}{year}.csv") for year in (2012, 2013)]
    for path in paths:
        path.write_bytes(path.read_bytes().replace(b"x", path.stem[-4:].encode()))
    prints = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}
    dossier = region()
    for path in paths:
        dossier = taken(proposal_of([path], dossier), dossier)
        for one in dossier.of(Indicator).values():
            names, marks = one.file.split("; "), one.file_hash.split("; ")
            assert max(len(one.file), len(one.file_hash)) <= 300
            assert [prints[name][: len(mark)] for name, mark in zip(names, marks, strict=True)] == marks
            assert min(map(len, marks)) >= 16
    newest = dossier.of(Indicator)[1]
    assert newest.file.startswith("01-2023.csv; 01-2022.csv; ")
    assert proposal_of([paths[3]], dossier).change.edits == ()
    typed = dossier.with_tables({"indicators": {1: newest.changed(file=f"eigen.csv; {newest.file}")}})
    again = figure(proposal_of([paths[9]], typed), newest.title)
    assert again.file.startswith("01-2023.csv; eigen.csv; 01-2022.csv; ")
    assert again.file_hash.startswith(f"{prints['01-2023.csv']}; onbekend; onbekend")


@pytest.mark.slow
def test_a_large_file_is_never_in_memory_and_can_be_stopped(tmp_path: Path) -> None:
    many = [(f"{number:04}", "00", "VMBO BL lj 3-4", PIE, (1, 0, 1, 0)) for number in range(1, 400)]
    path = pupils(tmp_path, ("01AB", "02", "VMBO BL lj 3-4", PIE, (5, 5, 0, 0)), *many)
    data = path.read_bytes()
    head = data.index(b"\n") + 1
    with path.open("ab") as file:
        while file.tell() < 5_000_000:
            file.write(data[head:])
    told: list[tuple[int, int]] = []
    tracemalloc.start()
    result = read_duo([path], DuoChoice(("01AB",)), TODAY, lambda done, total: told.append((done, total)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 8_000_000
    assert told[-1] == (path.stat().st_size, path.stat().st_size)
    assert len(told) > 10
    assert result.pupil_sources[0].fingerprint == hashlib.sha256(path.read_bytes()).hexdigest()
    with pytest.raises(CancelledError):
        read_duo([path], DuoChoice(("01AB",)), TODAY, lambda done, total: done < total / 2)


def test_the_command_shows_asks_and_takes_over_as_one_change(
    small: Path, sto: Sto, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = pupils(tmp_path, *((brin, "02", *rest) for brin, *rest in ROWS), encoding="cp1252")
    before = everything_in(tmp_path)
    files = (path, places(tmp_path))
    nothing_chosen = sto("invoer", "duo", small, *files)
    assert nothing_chosen.code == 2
    assert nothing_chosen.out == "Te kiezen:\nHazelmonde   Veenschoten  Verweg\n"
    assert_one_dutch_sentence(nothing_chosen.err)
    asked = sto("invoer", "duo", small, *files, "--gemeente", "Hazelmonde")
    assert (asked.code, raw(small)) == (1, raw(small))
    assert "Instroom leerjaar 3 per profiel (leerlingen)" in asked.out
    assert sto("invoer", "duo", small, path, "--brin", "01AB", "--peiljaar", "x").code == 2

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("sto_tui.intake.duo.into_counts.count_pupils", stop)
        assert sto("invoer", "duo", small, path, "--brin", "01AB", "--ja").code == 130
    assert {name: data for name, data in everything_in(tmp_path).items() if name in before} == before
    done = sto("invoer", "duo", small, path, "--brin", "01AB,77XX", "--ja")
    assert done.code == 1
    assert "Overgenomen: 5 nieuw, 0 gewijzigd." in done.out
    assert len(raw(small)["indicators"]) == 5
    assert "Cijfers van DUO" in sto("geschiedenis", small).out
    again = sto("invoer", "duo", small, path, "--brin", "01AB", "--ja")
    assert (again.code, "niets nieuws" in again.out) == (0, True)
