"""Files of DUO: every generation, masked numbers as ranges, choosing vestigingen, years that merge, large files."""

import hashlib
import tracemalloc
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.region import TechniekDefinition
from sto_tui.domain.vision import Indicator, IndicatorKind, Point
from sto_tui.intake.duo_count import Range, leerweg_of, profile_of, range_of
from sto_tui.intake.duo_figures import DuoProposal, duo_proposal
from sto_tui.intake.duo_file import CancelledError
from sto_tui.intake.duo_places import DuoChoice, NotChosenError
from sto_tui.intake.duo_read import UnknownYearError, read_duo
from sto_tui.intake.sheet import IntakeError
from sto_tui.planning.new_dossier import new_dossier
from tests.commands import Sto, assert_one_dutch_sentence, everything_in, raw
from tests.conftest import NOW

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
    *rows: tuple[str, str, str, str, tuple[str | int, ...]],
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
    found = dict(dossier.indicators)
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
    assert "Kompas Collège 01AB (01AB02)" in intake.note
    assert "CC0" in intake.note
    by_leerweg = figure(proposal, "Leerlingen leerjaar 3 en 4 per leerweg")
    assert values(by_leerweg) == {("bb", year): 20, ("kb", year): 11, ("gl", year): 21, ("tl", year): 80}
    techniek = figure(proposal, "Leerlingen techniek leerjaar 3 en 4")
    assert (values(techniek), techniek.definition) == ({("", year): 31}, TechniekDefinition.TECHNIEKPACT5)
    assert proposal.refused == ()


def test_a_sum_of_masked_cells_is_a_range(tmp_path: Path) -> None:
    path = pupils(tmp_path, ("01AB", "02", "VMBO BL lj 3-4", PIE, ("<5", "<5", 100, 0)))
    proposal = proposal_of([path])
    assert values(figure(proposal, "Leerlingen leerjaar 3 en 4 per profiel")) == {("PIE", 2024): (102, 108)}
    assert values(figure(proposal, "Instroom techniek leerjaar 3")) == {("", 2024): (2, 8)}
    assert any("102–108" in line for line in proposal.lines)
    assert any("2 cellen zijn afgeschermd" in line for line in proposal.remarks)


@pytest.mark.parametrize(
    ("cell", "found"),
    [("12", (12, 12)), (' "7" ', (7, 7)), ("<5", (1, 4)), ("-1", (1, 4)), ("x", (1, 4)), ("1.250", (1250, 1250))],
)
def test_what_a_cell_can_stand_for(cell: str, found: tuple[int, int]) -> None:
    assert range_of(cell) == Range(*found)
    assert (range_of("4"), range_of("4", True), range_of(" ")) == (Range(4, 4), Range(1, 4), None)
    with pytest.raises(ValueError, match="-3"):
        range_of("-3")


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


def test_a_missing_column_is_named_and_nothing_is_taken(tmp_path: Path) -> None:
    path = pupils(tmp_path, without="LEER- OF VERBLIJFSJAAR 3 - VROUW")
    with pytest.raises(IntakeError, match="mist de kolom LEER- OF VERBLIJFSJAAR 3 - VROUW"):
        proposal_of([path])
    path = pupils(tmp_path, without="INSTELLINGSCODE")
    with pytest.raises(IntakeError, match=r"mist de kolom INSTELLINGSCODE \(vroeger BRIN NUMMER\)"):
        proposal_of([path])


def test_years_merge_into_one_figure_and_keep_their_ids(tmp_path: Path) -> None:
    kept = Point(id=7, label="PIE", year=2022, value=9)
    old = Point(id=8, label="PIE", year=2023, value=55, prognosis=True)
    own = Indicator(
        id=3,
        title="Instroom leerjaar 3 per profiel",
        kind=IndicatorKind.INSTROOM,
        unit="leerlingen",
        series=(kept, old),
        note="Zelf geteld.",
    )
    first = pupils(tmp_path, ("01AB", "02", "VMBO BL lj 3-4", PIE, (5, 5, 0, 0)), name="01-2023.csv", generation="2023")
    second = pupils(tmp_path, ("01AB", "02", "VMBO KL lj 3-4", BWI, (6, 0, 0, 0)), name="01-2024.csv")
    dossier = region(own)
    proposal = proposal_of([first], dossier)
    assert any("PIE 2023: 55 (prognose) → 10" in line for line in proposal.lines)
    assert any("2022 komt niet uit een bestand" in line for line in proposal.remarks)
    after = taken(proposal, dossier)
    both = proposal_of([second], after)
    merged = taken(both, after).indicators[3]
    assert values(merged) == {("PIE", 2022): 9, ("PIE", 2023): 10, ("PIE", 2024): 0, ("BWI", 2024): 6}
    assert [one.id for one in merged.series[:2]] == [7, 8]
    assert (merged.file, merged.reference_date) == ("01-2024.csv; 01-2023.csv", date(2024, 10, 1))
    assert merged.note.startswith("Zelf geteld.\nVestigingen 2023, 2024: Kompas Collège 01AB (01AB02)\n")
    assert both.added == 0
    again = proposal_of([second], taken(both, after))
    assert again.change.edits == ()
    assert [one for one in again.lines if "Nieuw" in one or "Gewijzigd" in one] == []


def test_years_over_other_vestigingen_are_said(tmp_path: Path) -> None:
    rows = [(brin, "00", "VMBO BL lj 3-4", PIE, (5, 5, 0, 0)) for brin in ("01AB", "02CD")]
    first = pupils(tmp_path, *rows, name="01-2023.csv", generation="2023")
    second = pupils(tmp_path, *rows, name="01-2024.csv")
    dossier = taken(proposal_of([first]), region())
    proposal = proposal_of([second], dossier, "01AB", "02CD")
    assert any("Niet alle jaren gaan over dezelfde vestigingen" in line for line in proposal.remarks)
    note = figure(proposal, "Instroom techniek leerjaar 3").note
    assert "Vestigingen 2023: Kompas Collège 01AB (01AB00)\nVestigingen 2024: Kompas Collège 01AB (01AB00); " in note


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
    assert took.definition is TechniekDefinition.OWN
    assert "sector techniek" in took.note


def test_the_definition_of_the_region_decides_what_is_techniek(tmp_path: Path) -> None:
    rows = [("01AB", "02", "VMBO BL lj 3-4", one, (5, 0, 0, 0)) for one in (PIE, "media, vormgeving en ict", CARE)]
    path = pupils(tmp_path, *rows)
    hard = proposal_of([path], region(definition=TechniekDefinition.HARD3))
    assert values(figure(hard, "Instroom techniek leerjaar 3")) == {("", 2024): 5}
    own = proposal_of([path], region(definition=TechniekDefinition.OWN))
    assert [one.after.title for one in own.change.edits if one.after and "techniek" in one.after.title] == []
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
    assert "Hazelmonde, Veenschoten" in nothing_chosen.out
    assert_one_dutch_sentence(nothing_chosen.err)
    asked = sto("invoer", "duo", small, *files, "--gemeente", "Hazelmonde")
    assert (asked.code, raw(small)) == (1, raw(small))
    assert "Instroom leerjaar 3 per profiel (leerlingen)" in asked.out
    assert sto("invoer", "duo", small, path, "--brin", "01AB", "--peiljaar", "x").code == 2

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("sto_tui.intake.duo_read.count_pupils", stop)
        assert sto("invoer", "duo", small, path, "--brin", "01AB", "--ja").code == 130
    assert {name: data for name, data in everything_in(tmp_path).items() if name in before} == before
    done = sto("invoer", "duo", small, path, "--brin", "01AB,77XX", "--ja")
    assert done.code == 1
    assert "Overgenomen: 5 nieuw, 0 gewijzigd." in done.out
    assert len(raw(small)["indicators"]) == 5
    assert "Cijfers van DUO" in sto("geschiedenis", small).out
    again = sto("invoer", "duo", small, path, "--brin", "01AB", "--ja")
    assert (again.code, "niets nieuws" in again.out) == (0, True)
