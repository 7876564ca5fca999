"""Geslaagden, gezakten en cijfers: the exams per profiel, by hand, and the files that are not as they should be."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sto_tui.domain.region import TechniekDefinition
from sto_tui.domain.vision import Indicator, IndicatorKind
from sto_tui.intake.duo.figures import duo_proposal
from sto_tui.intake.duo.into_counts import read_duo
from sto_tui.intake.duo.vestigingen import DuoChoice, NotChosenError
from sto_tui.intake.sheets.table_reader import IntakeError
from tests.intake.duo.test_duo import TODAY, exams, figure, places, proposal_of, pupils, region, taken, values
from tests.support.commands import Sto, assert_one_dutch_sentence, raw

HEADS = ["INSTELLINGSCODE", "VESTIGINGSCODE", "INSTELLINGSNAAM VESTIGING", "GEMEENTENAAM VESTIGING"]
HEADS += ["PROVINCIE VESTIGING", "ONDERWIJSTYPE VO", "LEERWEG VMBO", "VMBO SECTOR", "AFDELING"]
HEADS += ["EXAMENKANDIDATEN", "GESLAAGDEN", "GEZAKTEN", "GEMIDDELD CIJFER SCHOOLEXAMEN"]
HEADS += ["GEMIDDELD CIJFER CENTRAAL EXAMEN", "GEMIDDELD CIJFER CIJFERLIJST"]
OLD_HEADS = ["BRIN NUMMER", "VESTIGINGSNUMMER", *HEADS[2:]]

Row = tuple[str, str, str, str, str | int, str | int]
# Vestiging, leerweg, sector, afdeling, candidates and who passed.
ROWS: tuple[Row, ...] = (
    ("01AB02", "BL", "techniek", "PIE", 30, 28),
    ("01AB02", "BL", "techniek", "BWI", "<5", "<5"),
    ("01AB02", "KL", "techniek", "MVI", 12, 11),
    ("01AB02", "GL", "zorg en welzijn", "ZWE", 20, 20),
    ("01AB02", "GL", "combinatie", "DP", 9, 8),
    ("01AB02", "TL", "techniek", "techniek", 40, 39),
    ("01AB02", "LWT", "techniek", "PIE", 6, 6),
    ("01AB02", "", "", "N&T", 50, 45),
    ("09ZZ00", "BL", "techniek", "PIE", 99, 99),
)


def grades(
    folder: Path,
    *rows: Row,
    name: str = "geslaagden-gezakten-en-cijfers-2024-2025.csv",
    heads: Sequence[str] = HEADS,
    without: str = "",
    gemeente: str = "S GRAVENHAGE",
    encoding: str = "utf-8",
) -> Path:
    """The file as DUO makes it: a row per vestiging, leerweg, sector and afdeling; without a leerweg it is havo."""
    lines = [list(heads)]
    for key, leerweg, sector, department, candidates, passed in rows:
        where = gemeente if key.startswith("01AB") else "ALMERE"
        kind = "VMBO" if leerweg else "HAVO"
        cells: list[Any] = [key[:4], key, f"Kompas Collège {key[:4]}", where, "X", kind, leerweg, sector, department]
        lines.append([*map(str, [*cells, candidates, passed, 1, "6,4", "6,3", "6,4"])])
    keep = [at for at, head in enumerate(heads) if head != without]
    path = folder / name
    path.write_bytes("".join(";".join(line[at] for at in keep) + "\r\n" for line in lines).encode(encoding))
    return path


@pytest.mark.parametrize(("heads", "encoding"), [(HEADS, "utf-8-sig"), (OLD_HEADS, "cp1252")])
def test_exams_per_profiel_and_per_leerweg(tmp_path: Path, heads: list[str], encoding: str) -> None:
    """PIE is bb 30 and lwt 6; of BWI one to four; bb is 30, 6 and those; techniek is PIE, BWI and MVI: 48 and those."""
    proposal = proposal_of([grades(tmp_path, *ROWS, heads=heads, encoding=encoding)])
    took = figure(proposal, "Examenkandidaten per profiel")
    assert values(took) == {
        ("PIE", 2025): 36,
        ("BWI", 2025): (1, 4),
        ("MVI", 2025): 12,
        ("Z&W", 2025): 20,
        ("D&P", 2025): 9,
    }
    assert values(figure(proposal, "Geslaagden per profiel")) == {
        ("PIE", 2025): 34,
        ("BWI", 2025): (1, 4),
        ("MVI", 2025): 11,
        ("Z&W", 2025): 20,
        ("D&P", 2025): 8,
    }
    assert values(figure(proposal, "Examenkandidaten per leerweg")) == {
        ("bb", 2025): (37, 40),
        ("kb", 2025): 12,
        ("gl", 2025): 29,
        ("tl", 2025): 40,
    }
    assert values(figure(proposal, "Examenkandidaten techniek")) == {("", 2025): (49, 52)}
    assert values(figure(proposal, "Geslaagden techniek")) == {("", 2025): (46, 49)}
    assert (took.kind, took.reference_date) == (IndicatorKind.OTHER, date(2025, 7, 31))
    assert (took.source, took.definition) == ("DUO, geslaagden, gezakten en cijfers", None)
    assert took.counting_note.startswith("Vestigingen 2025: Kompas Collège 01AB (01AB02). Telt bb, kb en gl;")
    assert "schooljaar 2024-2025" in took.counting_note
    assert proposal.refused == ()
    assert proposal.remarks == (
        "2 cellen zijn afgeschermd (minder dan vijf). Een som daarmee is een bereik, zoals 102–108.",
    )


def test_the_definition_of_the_region_decides_which_exams_are_technical(tmp_path: Path) -> None:
    path = grades(tmp_path, *ROWS)
    hard = proposal_of([path], region(definition=TechniekDefinition.HARD3))
    assert values(figure(hard, "Geslaagden techniek")) == {("", 2025): (35, 38)}
    own = proposal_of([path], region(definition=TechniekDefinition.OWN))
    assert own.added == 4
    assert "eigen definitie" in own.remarks[-1]


def test_years_of_exams_make_one_figure_together_or_apart(tmp_path: Path) -> None:
    names = [f"geslaagden-gezakten-en-cijfers-{year - 1}-{year}.csv" for year in (2024, 2025)]
    first = grades(tmp_path, *ROWS[:1], name=names[0], heads=OLD_HEADS)
    second = grades(tmp_path, *ROWS[2:4], ("01AB03", "BL", "techniek", "PIE", 7, 7), name=names[1])
    dossier = taken(proposal_of([first]), region())
    apart = taken(proposal_of([second], dossier), dossier).of(Indicator)
    together = taken(proposal_of([first, second]), region()).of(Indicator)
    assert [(one.title, values(one), one.countings) for one in apart.values()] == [
        (one.title, values(one), one.countings) for one in together.values()
    ]
    assert values(apart[1]) == {
        ("PIE", 2024): 30,
        ("PIE", 2025): 7,
        ("MVI", 2024): 0,
        ("MVI", 2025): 12,
        ("Z&W", 2024): 0,
        ("Z&W", 2025): 20,
    }


def test_a_gemeente_is_chosen_from_the_file_itself(tmp_path: Path) -> None:
    """Without file 02; by the name that people use; and never for a file that names no gemeenten."""
    path = grades(tmp_path, *ROWS)
    for name in ("Den Haag", "'s-Gravenhage", "s gravenhage"):
        result = read_duo([path], DuoChoice(gemeenten=(name,)), TODAY)
        assert set(result.grades[2025].counted) == {"01AB02"}
        assert result.wanted.choice == "gemeente 's-Gravenhage"
    note = figure(duo_proposal(result, region(), TODAY), "Examenkandidaten per profiel").counting_note
    assert note.startswith("Vestigingen 2025 (gemeente 's-Gravenhage): Kompas Collège 01AB (01AB02). ")
    with pytest.raises(IntakeError, match=r"Gemeente ‘Almeer’ staat niet in geslaagden.*bijvoorbeeld: Almere\."):
        read_duo([path], DuoChoice(gemeenten=("Almeer",)), TODAY)
    with pytest.raises(NotChosenError) as caught:
        read_duo([path], DuoChoice(), TODAY)
    assert caught.value.gemeenten == ("'s-Gravenhage", "Almere")
    silent = pupils(tmp_path, ("01AB", "02", "VMBO BL lj 3-4", "PIE", (5, 5, 0, 0)))
    with pytest.raises(IntakeError, match=r"In 01\..*-2024\.csv staan geen gemeenten\. Voeg bestand 02"):
        read_duo([path, silent], DuoChoice(gemeenten=("Den Haag",)), TODAY)
    with pytest.raises(IntakeError, match="alleen als bestand 02"):
        read_duo([path], DuoChoice(rmcs=("23",)), TODAY)
    with_places = read_duo([path, silent, places(tmp_path)], DuoChoice(gemeenten=("Hazelmonde",)), TODAY)
    assert set(with_places.grades[2025].counted) == set(with_places.pupils[2024].counted) == {"01AB02"}


def test_a_vestiging_that_moves_counts_where_it_is_in_each_year(tmp_path: Path) -> None:
    """In 2024 it is in Weesp; in 2025 in Amsterdam, where there was nothing in 2024."""
    names = [f"geslaagden-gezakten-en-cijfers-{year - 1}-{year}.csv" for year in (2024, 2025)]
    before = grades(tmp_path, *ROWS, name=names[0], gemeente="WEESP")
    after = grades(tmp_path, *ROWS, name=names[1], gemeente="AMSTERDAM")
    result = read_duo([before, after], DuoChoice(gemeenten=("Amsterdam",)), TODAY)
    assert [set(counts.counted) for counts in result.grades.values()] == [set(), {"01AB02"}]
    assert result.remarks[0] == f"Geen vestigingen in de gekozen gemeenten in {names[0]}."


def test_the_file_of_examenkandidaten_names_gemeenten_too(tmp_path: Path) -> None:
    path = exams(tmp_path, ("VMBO B - techniek", (30, 28, 29, 27)))
    result = read_duo([path], DuoChoice(gemeenten=("Hazelmonde",)), TODAY)
    assert set(result.exams.counted[2025]) == {"01AB02"}


def test_what_is_not_as_it_should_be_costs_one_sentence(tmp_path: Path) -> None:
    row = ROWS[0]
    for head in ("INSTELLINGSCODE", "LEERWEG VMBO", "AFDELING", "EXAMENKANDIDATEN", "GESLAAGDEN"):
        with pytest.raises(IntakeError, match=f"mist de kolom {head}") as caught:
            proposal_of([grades(tmp_path, row, without=head)])
        assert_one_dutch_sentence(f"{caught.value}\n")
    per_subject = [*HEADS[:8], "VAKNAAM", *HEADS[9:]]
    bad = (
        ("geslaagden.csv", (row, HEADS), "Van welk schooljaar"),
        ("geslaagden-2025.csv", (row, HEADS), "Van welk schooljaar"),
        ("geslaagden-2026-2027.csv", (row, HEADS), "kunnen nog geen examens"),
        ("geslaagden-2022-2023.csv", ((*row[:4], "dertig", 1), HEADS), "‘dertig’ is geen aantal"),
        ("per-vak-2022-2023.csv", (row, per_subject), "per vak"),
    )
    for name, (bad_row, heads), words in bad:
        with pytest.raises(IntakeError, match=words) as caught:
            proposal_of([grades(tmp_path, bad_row, name=name, heads=heads)])
        assert_one_dutch_sentence(f"{caught.value}\n")
    twice = [grades(tmp_path, row), grades(tmp_path, row, name="kopie-2024-2025.csv")]
    with pytest.raises(IntakeError, match="zijn beide van de examens van 2024-2025"):
        proposal_of(twice)


def test_the_school_year_in_a_column_counts_and_may_not_disagree(tmp_path: Path) -> None:
    def file(name: str, school_year: str) -> Path:
        path = grades(tmp_path, ROWS[0], name=name)
        head, *lines = path.read_text("utf-8").splitlines()
        path.write_text(
            "".join(f"{line}\n" for line in (f"{head};SCHOOLJAAR", *(f"{one};{school_year}" for one in lines)))
        )
        return path

    assert set(read_duo([file("cijfers.csv", "2023/2024")], DuoChoice(("01AB",)), TODAY).grades) == {2024}
    # One year alone may be either of the two, so it neither says nor denies.
    assert set(read_duo([file("cijfers-2023-2024.csv", "2024")], DuoChoice(("01AB",)), TODAY).grades) == {2024}
    with pytest.raises(IntakeError, match="Van welk schooljaar"):
        proposal_of([file("cijfers.csv", "2024")])
    with pytest.raises(IntakeError, match="SCHOOLJAAR staat 2022-2023"):
        proposal_of([file("cijfers-2023-2024.csv", "2022-2023")])


def test_departments_that_are_no_profiel_are_named_and_technical_when_their_sector_is(tmp_path: Path) -> None:
    """Before 2016: 9 + 5 in the sector techniek and 4 in no known one; PIE is 3, of a leerweg that is not known."""
    rows: tuple[Row, ...] = (
        ("01AB02", "KL", "techniek", "metaaltechniek", 9, 9),
        ("01AB02", "BL", "techniek", "", 5, 5),
        ("01AB02", "BL", "combinatie", "intersectoraal", 4, 4),
        ("01AB02", "XL", "techniek", "PIE", 3, 3),
    )
    path = grades(tmp_path, *rows)
    proposal = proposal_of([path])
    assert proposal.remarks == (
        "Geen van de tien profielen, dus geteld bij techniek overig: VMBO BL en metaaltechniek.",
        "Geen van de tien profielen, dus geteld bij overig: intersectoraal.",
        "Zonder bekende leerweg, dus geteld bij overig: VMBO XL.",
    )
    by_profile = {("PIE", 2025): 3, ("techniek overig", 2025): 14, ("overig", 2025): 4}
    assert values(figure(proposal, "Examenkandidaten per profiel")) == by_profile
    assert values(figure(proposal, "Examenkandidaten techniek")) == {("", 2025): 17}
    # Which of the 14 would be BWI, PIE or M&T is not known.
    hard = proposal_of([path], region(definition=TechniekDefinition.HARD3))
    assert values(figure(hard, "Examenkandidaten techniek")) == {("", 2025): (3, 17)}


def test_the_command_lists_gemeenten_in_columns_and_takes_the_exams_over(
    small: Path, sto: Sto, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = grades(tmp_path, *ROWS)
    nothing_chosen = sto("invoer", "duo", small, path)
    assert (nothing_chosen.code, nothing_chosen.out) == (2, "Te kiezen:\n's-Gravenhage  Almere\n")
    assert_one_dutch_sentence(nothing_chosen.err)
    misspelt = sto("invoer", "duo", small, path, "--gemeente", "Almre")
    assert (misspelt.code, misspelt.out) == (2, "")
    assert "Wel bijvoorbeeld: Almere." in misspelt.err
    many = tmp_path / "veel-2023-2024.csv"
    lines = path.read_text("utf-8").splitlines()
    more = [lines[1].replace("01AB", f"{at:02}XY").replace("S GRAVENHAGE", f"ALMERE {at:02}") for at in range(12)]
    many.write_text("".join(f"{line}\n" for line in (*lines, *more)), "utf-8")
    # The longest name has 9 letters: three of them with two blanks between are 31 wide.
    for wide, side_by_side in ((31, 3), (30, 2), (8, 1)):
        monkeypatch.setenv("COLUMNS", str(wide))
        listed = sto("invoer", "duo", small, many, "--gemeente", "Almre").out.splitlines()
        assert len(re.split("  +", listed[1])) == side_by_side
    misspelt = sto("invoer", "duo", small, many, "--gemeente", "Almre")
    columns = [line.split("  ")[0].strip() for line in misspelt.out.splitlines()]
    assert columns[:2] == ["Te kiezen:", "Almere"]
    assert_one_dutch_sentence(misspelt.err)
    done = sto("invoer", "duo", small, path, "--gemeente", "Den Haag", "--ja")
    assert (done.code, "Overgenomen: 6 nieuw, 0 gewijzigd." in done.out) == (0, True)
    titles = [indicator["title"] for indicator in raw(small)["indicators"].values()]
    assert "Examenkandidaten per profiel" in titles
