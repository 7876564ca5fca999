"""Files of DUO by hand: what each rule makes of a small case, up to the lines that a person reads."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from sto_tui.domain.counting import CountedVestiging, Counting, CountingRule
from sto_tui.domain.region import TechniekDefinition
from sto_tui.domain.vision import Indicator, IndicatorKind, Point
from sto_tui.intake.duo.columns import (
    DuoKind,
    ExamColumns,
    PlaceColumns,
    PupilColumns,
    exam_columns,
    head_score,
    kind_of,
    place_columns,
    pupil_columns,
)
from sto_tui.intake.duo.counted_over import (
    YearsRead,
    changes_told,
    counted_vestiging,
    counted_years,
    countings_after,
    rules_after,
    years_of_choice,
    years_over,
)
from sto_tui.intake.duo.counts import Marks, Range, Sum, range_of, total
from sto_tui.intake.duo.figures import _put, duo_proposal
from sto_tui.intake.duo.file import DuoReading, DuoTable, Meter, bare, beginning_of
from sto_tui.intake.duo.into_counts import read_duo
from sto_tui.intake.duo.place_names import nearest_first, place_key, shown_place
from sto_tui.intake.duo.preview import preview
from sto_tui.intake.duo.programmes import is_undivided, leerweg_of, profile_of
from sto_tui.intake.duo.recognising import UnknownYearError
from sto_tui.intake.duo.vestigingen import DuoChoice, UnknownAreaError, Vestiging, Wanted, key_of, wanted_by
from sto_tui.intake.duo.wording import FigureChange, shown_point, told_figures
from sto_tui.intake.sheets.table_reader import IntakeError
from tests.intake.duo.test_duo import (
    BWI,
    CARE,
    PIE,
    TODAY,
    exams,
    figure,
    places,
    proposal_of,
    pupils,
    region,
    taken,
    values,
)

# Which file it is, and where its columns stand.

PUPIL_HEADS = (
    "INSTELLINGSCODE",
    "VESTIGINGSCODE",
    "ONDERWIJSTYPE VO EN LEER- OF VERBLIJFSJAAR",
    "AFDELING",
    "OPLEIDINGSNAAM",
    "LEER- OF VERBLIJFSJAAR 4 - MAN",
    "LEER- OF VERBLIJFSJAAR 4 - VROUW",
    "LEER- OF VERBLIJFSJAAR 3 - MAN",
    "LEER- OF VERBLIJFSJAAR 3 - VROUW",
)
PLACE_HEADS = ("INSTELLINGSCODE", "VESTIGINGSCODE", "VESTIGINGSNAAM", "GEMEENTENAAM")
EXAM_HEADS = ("INSTELLINGSCODE", "VESTIGINGSCODE", "OPLEIDINGSNAAM")


def table(*heads: str) -> DuoTable:
    return DuoTable(Path("bestand.csv"), 0, ";", 0, heads)


@pytest.mark.parametrize(
    ("heads", "kind"),
    [
        (["EXAMENKANDIDATEN SCHOOLJAAR 2023-2024 - MAN", "AFDELING"], DuoKind.EXAMS),
        (["AANTAL LEERLINGEN", "LEERJAAR", "AFDELING", "x"], DuoKind.OLD_PUPILS),
        (["AANTAL LEERLINGEN", "LEERJAAR", "x"], None),
        (["LEER- OF VERBLIJFSJAAR 1 - MAN"], DuoKind.PUPILS),
        (["ONDERWIJSTYPE VO EN LEER- OF VERBLIJFSJAAR"], DuoKind.PUPILS),
        (["GEMEENTENAAM", "POSTCODE", "STRAATNAAM"], DuoKind.PLACES),
        (["GEMEENTENAAM", "POSTCODE"], None),
    ],
)
def test_which_file_it_is_by_its_heads(heads: list[str], kind: DuoKind | None) -> None:
    if kind:
        assert kind_of(table(*heads)) is kind
    else:
        with pytest.raises(IntakeError, match=r"bestand\.csv is geen bestand van DUO dat sto-tui kent"):
            kind_of(table(*heads))


def test_a_row_is_a_head_by_the_words_that_are_known() -> None:
    # Four are known: a name of before, one of file 02, a count of pupils and one of exams.
    heads = ["Brin-nummer", "Postcode", "Leer- of verblijfsjaar 3 - X", "GESLAAGDEN SCHOOLJAAR 2023-2024 - TOTAAL", "?"]
    assert head_score(heads) == 4
    assert head_score([]) == 0


def test_where_the_columns_of_pupils_stand() -> None:
    """The counts come by leerjaar, whatever the order of the columns; what is not always there is None."""
    cells = ((3, 7), (3, 8), (4, 5), (4, 6))
    assert pupil_columns(table(*PUPIL_HEADS)) == PupilColumns(0, 1, None, 2, 3, 4, cells, None, None)
    more = (*PUPIL_HEADS, "INDICATIE AVG", "PEILDATUM", "VESTIGINGSNAAM", "LEER- OF VERBLIJFSJAAR 3 - ONBEKEND")
    more_cells = ((3, 7), (3, 8), (3, 12), (4, 5), (4, 6))
    assert pupil_columns(table(*more)) == PupilColumns(0, 1, 11, 2, 3, 4, more_cells, 9, 10)
    assert pupil_columns(table(*more)).counts == (7, 8, 12, 5, 6)


@pytest.mark.parametrize(
    ("heads", "said"),
    [
        (PUPIL_HEADS[1:], "bestand.csv mist de kolom INSTELLINGSCODE (vroeger BRIN NUMMER). Er is niets"),
        (
            (*PUPIL_HEADS[:3], *PUPIL_HEADS[5:8]),
            "bestand.csv mist de kolommen LEER- OF VERBLIJFSJAAR 3 - VROUW, AFDELING en OPLEIDINGSNAAM. Er is niets",
        ),
        ((*PUPIL_HEADS, "Afdeling"), "bestand.csv heeft de kolom AFDELING meer dan eens, en welke"),
        (
            ("afdeling", "opleidingsnaam", *PUPIL_HEADS),
            "bestand.csv heeft de kolommen afdeling en opleidingsnaam meer dan eens, en welke",
        ),
        # A head of 81 characters is cut after 80.
        (
            (f"AFDELING{'-' * 73}", *PUPIL_HEADS),
            f"bestand.csv heeft de kolom AFDELING{'-' * 72}… (en nog 1 teken) meer dan eens",
        ),
        ((f"AFDELING{'-' * 72}", *PUPIL_HEADS), f"bestand.csv heeft de kolom AFDELING{'-' * 72} meer dan eens"),
    ],
)
def test_columns_that_are_missing_or_doubled_are_named(heads: tuple[str, ...], said: str) -> None:
    with pytest.raises(IntakeError) as caught:
        pupil_columns(table(*heads))
    assert str(caught.value).startswith(said)


def test_the_rmc_region_is_needed_only_when_it_chooses() -> None:
    assert place_columns(table(*PLACE_HEADS), by_rmc=False) == PlaceColumns(0, 1, 2, 3, None, None)
    for heads, where in ((("RMC CODE",), (4, None)), (("RMC NAAM",), (None, 4)), (("RMC NAAM", "RMC CODE"), (5, 4))):
        for by_rmc in (True, False):
            found = place_columns(table(*PLACE_HEADS, *heads), by_rmc=by_rmc)
            assert (found.rmc_code, found.rmc_name) == where
    with pytest.raises(IntakeError, match=r"mist de kolom RMC-REGIO CODE \(vroeger RMC REGIOCODE\)"):
        place_columns(table(*PLACE_HEADS), by_rmc=True)


def exam_heads(*parts: str, year: str = "2024-2025") -> list[str]:
    return [f"{what} SCHOOLJAAR {year} - {part}" for what in ("EXAMENKANDIDATEN", "GESLAAGDEN") for part in parts]


def test_exams_are_the_total_or_else_what_it_is_the_sum_of() -> None:
    """Columns 3 and further: of 2024 man, vrouw and onbekend, of 2025 all of them and the total."""
    heads = [*exam_heads("MAN", "VROUW", "ONBEKEND", year="2023-2024"), *exam_heads("MAN", "VROUW", "TOTAAL")]
    found = exam_columns(table(*EXAM_HEADS, *heads))
    candidates, passed = {2024: (3, 4, 5), 2025: (11,)}, {2024: (6, 7, 8), 2025: (14,)}
    assert found == ExamColumns(0, 1, None, 2, candidates, passed, None)
    assert found.counts == (3, 4, 5, 11, 6, 7, 8, 14)


@pytest.mark.parametrize(
    ("heads", "missing"),
    [
        (
            exam_heads("MAN"),
            "de kolommen EXAMENKANDIDATEN SCHOOLJAAR 2024-2025 - TOTAAL en GESLAAGDEN SCHOOLJAAR 2024-",
        ),
        (exam_heads("VROUW", "ONBEKEND")[:2], "de kolommen EXAMENKANDIDATEN SCHOOLJAAR 2024-2025 - TOTAAL en GESL"),
        (exam_heads("TOTAAL")[:1], "de kolom GESLAAGDEN SCHOOLJAAR 2024-2025 - TOTAAL."),
        (exam_heads("TOTAAL")[1:], "de kolom EXAMENKANDIDATEN SCHOOLJAAR 2024-2025 - TOTAAL."),
    ],
)
def test_a_year_of_exams_without_a_total_is_named(heads: list[str], missing: str) -> None:
    with pytest.raises(IntakeError) as caught:
        exam_columns(table(*EXAM_HEADS, *heads))
    assert str(caught.value).startswith(f"bestand.csv mist {missing}")


# The rows of a file.


def read(folder: Path, text: str, score: Iterable[str] = ("a", "b", "c")) -> tuple[DuoTable, list[list[str]]]:
    path = folder / "rijen.csv"
    path.write_bytes(text.encode())
    known = set(score)
    found = beginning_of(path, lambda heads: len(known & set(heads)))
    return found, list(DuoReading(found, Meter(found.size, None)).rows())


@pytest.mark.parametrize(
    ("text", "head_row", "delimiter", "rows"),
    [
        ("a;b;c\n1;2;3\n", 0, ";", ["123"]),
        ("a;b;c\r\n1;2;3", 0, ";", ["123"]),
        # A title above it; of two rows that are equally good the first is the head.
        ("Leerlingen\na;b;c\na;b;c\n", 1, ";", ["abc"]),
        ("a|b|c\n1|2|3\n", 0, "|", ["123"]),
        # Both delimiters know one head: the first of them wins.
        ("a;x,b\n1;2\n", 0, ";", ["12"]),
        # Empty cells too many are dropped; an empty row, a line of blanks and a word alone are no rows.
        ("a;b;c\n1;2;3;; \n\n;;\n \nTotaal\nTotaal;\n4;5;6\n", 0, ";", ["123", "", "456"]),
        ('a;b;c\n""1"";2;""3""\n', 0, ";", ["123"]),
    ],
)
def test_the_rows_under_the_head(tmp_path: Path, text: str, head_row: int, delimiter: str, rows: list[str]) -> None:
    found, cells = read(tmp_path, text)
    assert (found.head_row, found.delimiter) == (head_row, delimiter)
    assert ["".join(row) for row in cells] == rows


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a;b;c\n1;2;3\n1;2\n", "rijen.csv, regel 3: hier staan 2 kolommen en in de kop 3."),
        ("a;b;c\n1;2;3;4\n", "rijen.csv, regel 2: hier staan 4 kolommen en in de kop 3."),
        ("a;b;c\n1;2;3;;5\n", "rijen.csv, regel 2: hier staan 5 kolommen en in de kop 3."),
        ('a;b;c\n1;"2\n2b";3\n', "rijen.csv, regel 2: 1 rij loopt door over meer dan één regel. Er is niets"),
        ('a;b;c\n1;"2"x;3\n', "rijen.csv klopt niet bij regel 2:"),
    ],
)
def test_a_row_that_does_not_fit_is_named_by_its_line(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(IntakeError) as caught:
        read(tmp_path, text)
    assert str(caught.value).startswith(said)


def test_a_head_stands_in_the_first_ten_rows(tmp_path: Path) -> None:
    assert read(tmp_path, "x;y\n" * 9 + "a;b\n")[0].head_row == 9
    late = tmp_path / "laat.csv"
    late.write_text("x;y\n" * 10 + "a;b\n")
    assert beginning_of(late, lambda heads: "a" in heads).heads == ()


def test_the_head_is_looked_for_in_the_first_64_kilobytes_up_to_the_last_whole_line(tmp_path: Path) -> None:
    head, row = "a;b;c\n", "1;é;3\n"
    title = "t" * (64 * 1024 - len(head) - 1) + "\n"
    # The head ends at the last byte; or a row goes on after it, and of its é only the first byte is still in it.
    assert read(tmp_path, title + head + row)[0].heads == ("a", "b", "c")
    assert read(tmp_path, title[3:] + head + row)[0].heads == ("a", "b", "c")
    # A line that is not whole by then is no head.
    late = tmp_path / "laat.csv"
    late.write_text("t" + title + head + row)
    assert beginning_of(late, lambda heads: len({"a", "b", "c"} & set(heads))).heads == ()


@pytest.mark.parametrize(
    ("label", "year", "order"),
    [
        ("A", 2019, "A19 A20 A22 A24 B21"),
        ("A", 2021, "A20 A21 A22 A24 B21"),
        ("A", 2023, "A20 A22 A23 A24 B21"),
        ("A", 2025, "A20 A22 A24 A25 B21"),
        ("B", 2020, "A20 A22 A24 B20 B21"),
        ("B", 2022, "A20 A22 A24 B21 B22"),
        ("C", 2018, "A20 A22 A24 B21 C18"),
        # What is there keeps its place.
        ("A", 2022, "A20 A22 A24 B21"),
    ],
)
def test_a_new_year_comes_after_the_earlier_ones_of_its_label(label: str, year: int, order: str) -> None:
    there = [Point(label=one[0], year=2000 + int(one[1:]), value=1) for one in ("A20", "A22", "A24", "B21")]
    _put(there, label, year, Range(3, 3))
    assert " ".join(f"{one.label}{one.year % 100}" for one in there) == order
    assert [one.value for one in there if (one.label, one.year) == (label, year)] == [3]


def test_how_far_reading_is_never_goes_beyond_the_end() -> None:
    told_of: list[tuple[int, int]] = []
    meter = Meter(10, lambda done, whole: told_of.append((done, whole)))
    meter.add(4)
    meter.add(9)
    assert told_of == [(4, 10), (10, 10)]


def test_a_cell_without_the_blanks_and_quotes_around_it() -> None:
    assert [bare(cell) for cell in (' "01AB" ', "'x'\t", "O'Neill", "")] == ["01AB", "x", "O'Neill", ""]


# Counts.


@pytest.mark.parametrize("cell", ["<", "<-1", "1,5", "12a", "1.25", "1.2500", "-2", "1234567890"])
def test_what_is_no_count(cell: str) -> None:
    with pytest.raises(ValueError, match="is geen aantal"):
        range_of(cell)


def test_what_an_empty_cell_stands_for() -> None:
    """Two empty cells beside 3 + (1 to 4): 4 to 7 when they are nothing, 4 to 15 when each may be up to four."""
    one = Sum()
    for cell in ("3", "<5", "", ""):
        one.add(range_of(cell))
    assert (one.low, one.high, one.empty) == (4, 7, 2)
    assert one.range(Marks(masked=True)) == Range(4, 7)
    assert one.range(Marks(small=True)) == Range(4, 7)
    assert (
        one.range(Marks()) == one.range(Marks(small=True, zeros=True)) == one.range(Marks(zeros=True)) == Range(4, 15)
    )
    assert total([Range(1, 4), Range(), Range(10, 10)]) == Range(11, 14)
    assert total([]) == Range(0, 0)


@pytest.mark.parametrize(
    ("cells", "flag", "marks"),
    [
        (("3", "4", "12"), False, Marks(small=True)),
        # Four is not small: a masked cell may be one to four, so four as such says nothing.
        (("4", "5"), False, Marks()),
        (("0", "1"), False, Marks(zeros=True, small=True)),
        (("0",), False, Marks(zeros=True)),
        (("<5",), False, Marks(masked=True)),
        (("4", "9"), True, Marks(masked=True)),
        (("", "niets"), False, Marks()),
    ],
)
def test_how_a_file_masks_is_seen_from_its_cells(cells: tuple[str, ...], flag: bool, marks: Marks) -> None:
    found = Marks()
    found.look(cells, flag)
    assert found == marks


@pytest.mark.parametrize(
    ("education", "programme", "leerweg"),
    [
        ("", "", ""),
        ("HAVO lj 4-5", "vmbo b", ""),
        ("VMBO-MBO2 lj 3", "", "vmbo-mbo2"),
        ("VMBO", "", "overig"),
        ("VMBO", "vmbo kaderberoepsgericht", "kb"),
        ("VMBO BL", "vmbo kaderberoepsgericht", "bb"),
        # What the onderwijstype calls two leerwegen is decided by the programme, when that knows.
        ("VMBO GL/TL", "vmbo theoretische leerweg", "tl"),
        ("", "techniek", ""),
        ("VMBO B/K", "", "overig"),
        # A leer-werktraject is a way through the basisberoepsgerichte leerweg.
        ("VMBO LWT lj 3-4", "", "bb"),
        ("", "VMBO LWT - techniek", "bb"),
        ("VMBO", "leer-werktraject", "bb"),
        ("VMBO BL/LWT", "", "bb"),
        ("VMBO K/LWT", "", "overig"),
        ("VMBO LWOO", "", "overig"),
    ],
)
def test_the_leerweg(education: str, programme: str, leerweg: str) -> None:
    assert leerweg_of(education, programme) == leerweg


@pytest.mark.parametrize(
    ("programme", "undivided"),
    [
        ("VMBO T", True),
        ("vmbo (tl)", True),
        ("VMBO theoretische leerweg", True),
        ("VMBO T - techniek", False),
        ("VMBO T - combinatie", False),
        ("VMBO", False),
        ("HAVO", False),
    ],
)
def test_a_programme_without_a_sector_is_undivided(programme: str, undivided: bool) -> None:
    assert is_undivided(programme) is undivided


def test_the_technical_part_of_an_undivided_row_is_unknown_and_not_0(tmp_path: Path) -> None:
    """Until 2024 here the tl stands undivided: 40 candidates of whom nobody knows how many are technical."""
    rows = (
        ("VMBO B - techniek", (30, 28, 29, 27)),
        ("VMBO T", (40, 0, 39, "")),
        ("VMBO T - techniek", ("", 12, "", 9)),
    )
    proposal = proposal_of([exams(tmp_path, *rows)])
    took = figure(proposal, "Examenkandidaten techniek per leerweg")
    assert values(took) == {("bb", 2024): 30, ("bb", 2025): 28, ("tl", 2024): (None, None), ("tl", 2025): 12}
    assert "    tl     –    12" in proposal.lines
    assert "hoeveel daarvan techniek is, is onbekend" in took.counting_note
    unknown = (
        "Examens tl van 2024: DUO verdeelde die niet naar sector. Hoeveel daarvan techniek is, is onbekend en niet 0."
    )
    assert unknown in proposal.remarks
    divided = figure(proposal_of([exams(tmp_path, *rows[::2])]), "Examenkandidaten techniek per leerweg")
    assert CountingRule.UNDIVIDED not in divided.counting_rules
    # A figure that once had 0 there is put right, and the preview says so.
    zero = took.changed(
        id=1,
        series=tuple(
            one.model_copy(update={"value": one.value or (0 if one.value_min is None else None)}) for one in took.series
        ),
    )
    assert "    tl 2024: 0 → –" in proposal_of([exams(tmp_path, *rows)], region(zero)).lines


@pytest.mark.parametrize(
    ("text", "profile"),
    [
        ("PIE", "PIE"),
        ("bwi", "BWI"),
        ("mobiliteit en transport", "M&T"),
        ("MVI", "MVI"),
        ("maritiem en techniek", "MaT"),
        ("zorg & welzijn", "Z&W"),
        ("E&O", "E&O"),
        ("horeca, bakkerij en recreatie", "HBR"),
        ("groen", "Groen"),
        ("D&P", "D&P"),
        ("DP", "D&P"),
        ("ZWE", "Z&W"),
        ("EO", "E&O"),
        ("MTR", "M&T"),
        # A vakmanschapsroute is of a sector and no profiel, whatever sector its name holds.
        ("vakmanschapsroute techniek", "vakmanschap techniek"),
        ("Vakmanschapsroute Groen", "vakmanschap groen"),
        ("vakmanschaproute zorg en welzijn", "vakmanschap Z&W"),
        ("VMR economie", "vakmanschap E&O"),
        ("vakmanschapsroute", "vakmanschap"),
        ("iets anders", "overig"),
    ],
)
def test_each_profiel_by_a_word(text: str, profile: str) -> None:
    assert profile_of(text) == profile
    assert profile_of("n.v.t.", text) == profile


# What a figure keeps of its counts, and what stands under it.

OWN = "Kompas (01AB02)"
ONE, RENAMED, TWO = (
    counted_vestiging(key, name)
    for key, name in (("01AB02", "Kompas"), ("01AB02", "Kompas Noord"), ("02CD00", "De Brink"))
)
OPEN, MASKED, EMPTY = CountingRule.OPEN, CountingRule.MASKED, CountingRule.EMPTY
DRAFT = "Voorlopig: 1 oktober {} is nog zonder accountantsverklaring."


def just_read(
    *years: int,
    kept: tuple[int, ...] = (),
    over: tuple[CountedVestiging, ...] = (ONE,),
    provisional: tuple[int, ...] = (),
) -> YearsRead:
    return YearsRead(dict.fromkeys(years, over), frozenset(kept), frozenset(provisional))


def counting(
    *years: int, over: tuple[CountedVestiging, ...] = (ONE,), provisional: tuple[int, ...] = ()
) -> tuple[Counting, ...]:
    return countings_after((), just_read(*years, over=over, provisional=provisional))


def under(note: str, countings: tuple[Counting, ...], rules: tuple[CountingRule, ...]) -> str:
    return str(Indicator(title="a", note=note, countings=countings, counting_rules=rules).as_shown("note"))


@pytest.mark.parametrize(
    ("before", "about", "sentence"),
    [
        ((), just_read(2024), f"Vestigingen 2024: {OWN}."),
        ((), just_read(2025, 2024), f"Vestigingen 2024, 2025: {OWN}."),
        ((), just_read(2024, over=(ONE, TWO)), f"Vestigingen 2024: {OWN}; De Brink (02CD00)."),
        ((), just_read(2024, over=(counted_vestiging("01AB02", ""),)), "Vestigingen 2024: 01AB02."),
        ((), just_read(2024, over=()), "Vestigingen 2024: geen met leerlingen."),
        # Years over other vestigingen are named apart, in the order of the first of them.
        (
            counting(2022, over=(ONE, TWO)),
            just_read(2024, kept=(2022,)),
            f"Vestigingen 2022: {OWN}; De Brink (02CD00). Vestigingen 2024: {OWN}.",
        ),
        # A year that stays is named with those that were read, with the newest names; one without a point goes.
        (counting(2023, over=(RENAMED,)), just_read(2024, kept=(2023,)), f"Vestigingen 2023, 2024: {OWN}."),
        (
            counting(2025, over=(RENAMED,)),
            just_read(2024, kept=(2025,)),
            "Vestigingen 2024, 2025: Kompas Noord (01AB02).",
        ),
        (counting(2022, 2023), just_read(2024, kept=(2023,)), f"Vestigingen 2023, 2024: {OWN}."),
        # A newest year that stays is still provisional; one that is read again, or is no longer the newest, is not.
        ((), just_read(2025, provisional=(2025,)), f"Vestigingen 2025: {OWN}. {DRAFT.format(2025)}"),
        (
            counting(2025, provisional=(2025,)),
            just_read(2024, kept=(2025,)),
            f"Vestigingen 2024, 2025: {OWN}. {DRAFT.format(2025)}",
        ),
        (counting(2024, 2025, provisional=(2025,)), just_read(2025, kept=(2024,)), f"Vestigingen 2024, 2025: {OWN}."),
        (counting(2023, provisional=(2023,)), just_read(2024, kept=(2023,)), f"Vestigingen 2023, 2024: {OWN}."),
        (counting(2025, provisional=(2025,)), just_read(2024), f"Vestigingen 2024: {OWN}."),
    ],
)
def test_which_years_are_over_what(before: tuple[Counting, ...], about: YearsRead, sentence: str) -> None:
    assert under("", countings_after(before, about), ()) == sentence


def test_what_has_to_be_known_of_counts_stays_as_long_as_a_year_of_then() -> None:
    before = (MASKED, EMPTY, OPEN, CountingRule.PROGNOSIS)
    assert rules_after(before, just_read(2024, kept=(2023,)), ()) == (MASKED, EMPTY)
    assert rules_after(before, just_read(2024), ()) == ()
    assert rules_after((), just_read(2024), (OPEN, MASKED)) == (MASKED, OPEN)


@pytest.mark.parametrize(
    ("note", "shown"),
    [
        ("", ""),
        ("Eigen tekst", "Eigen tekst. "),
        ("Klopt dit?", "Klopt dit? "),
        ("Zie “bron.”", "Zie “bron.” "),
        ("Twee\nregels\n", "Twee\nregels. "),
    ],
)
def test_what_people_wrote_comes_first_and_ends_in_a_full_stop(note: str, shown: str) -> None:
    ours = f"Vestigingen 2024: {OWN}. {MASKED.label} {DRAFT.format(2024)} De prognose komt niet van DUO. {OPEN.label}"
    rules = (OPEN, CountingRule.PROGNOSIS, MASKED)
    assert under(note, counting(2024, provisional=(2024,)), rules) == f"{shown}{ours}"
    assert under(note, (), ()) == note


def test_a_provisional_year_of_exams_is_a_school_year() -> None:
    shown = under("", counting(2025, provisional=(2025,)), (CountingRule.EXAM_YEAR,))
    assert shown.endswith(" Voorlopig: schooljaar 2024-2025 is nog zonder accountantsverklaring.")


def test_years_are_known_by_the_vestigingen_whatever_their_names() -> None:
    countings = (*counting(2022, 2023), *counting(2024, over=(ONE, TWO)))
    assert counted_years(countings) == {2022, 2023, 2024}
    assert years_over(countings, [RENAMED]) == {2022, 2023}
    assert years_over(countings, [TWO, ONE]) == {2024}
    assert years_over(countings, [TWO]) == set()
    assert years_over(counting(2020, over=()), []) == {2020}


def test_vestigingen_that_come_and_go_are_named_by_year() -> None:
    """2022 and 2024 over one, 2023 over two: a year is compared with the one before it, if one of both was read."""
    countings = (*counting(2022, 2024), *counting(2023, over=(RENAMED, TWO)), *counting(2025, over=(TWO,)))
    assert list(changes_told(countings, {2023})) == ["2023 met De Brink (02CD00)", "2024 zonder De Brink (02CD00)"]
    assert list(changes_told(countings, {2025})) == [
        "2025 met De Brink (02CD00)",
        "2025 zonder Kompas (01AB02)",
    ]
    assert list(changes_told(counting(2022, 2023), {2022, 2023})) == []


def test_a_choice_is_known_again_in_whatever_case_it_was_typed() -> None:
    chosen = Counting(id=1, years=counting(2024)[0].years, choice="BRIN 01AB; gemeente Almere; RMC-regio 0023")
    assert years_of_choice([chosen], "brin 01ab; gemeente ALMERE; rmc-regio 0023") == {2024}
    assert years_of_choice([chosen], "BRIN 01AB") == set()
    assert years_of_choice(counting(2024), "") == set()
    assert under("", (chosen,), ()) == "Vestigingen 2024 (gemeente Almere, RMC-regio 0023): geen met leerlingen."


# Vestigingen.


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Den Haag", "S GRAVENHAGE"),
        ("’s-Gravenhage", "S GRAVENHAGE"),
        ("den haag", "'S-GRAVENHAGE"),
        ("Den Bosch", "S HERTOGENBOSCH"),
        ("'s-Hertogenbosch", "S HERTOGENBOSCH"),
        ("Zuidwest-Friesland", "SUDWEST-FRYSLAN"),
        ("De Friese Meren", "De Fryske Marren"),
        ("Noordoost Friesland", "Noardeast-Fryslân"),
        ("Tietjerksteradeel", "TYTSJERKSTERADIEL"),
        ("Alphen a/d Rijn", "ALPHEN AAN DEN RIJN"),
        ("Krimpen a.d. IJssel", "KRIMPEN AAN DEN IJSSEL"),
        ("Friesland Noord", "Fryslân Noord"),
    ],
)
def test_a_place_by_the_name_that_people_use(typed: str, written: str) -> None:
    assert place_key(typed) == place_key(written)
    place = Vestiging("01AB02", "Kompas", written, ("", ""))
    assert wanted_by(DuoChoice(gemeenten=(typed,)), [place]).single == {"01AB02"}


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("S GRAVENHAGE", "'s-Gravenhage"),
        ("S HERTOGENBOSCH", "'s-Hertogenbosch"),
        ("'S-GRAVENHAGE", "'s-Gravenhage"),
        ("ALPHEN AAN DEN RIJN", "Alphen aan den Rijn"),
        ("CAPELLE AAN DEN IJSSEL", "Capelle aan den IJssel"),
        ("BERGEN (NH)", "Bergen (NH)"),
        ("SUDWEST-FRYSLAN", "Súdwest-Fryslân"),
        ("Den Helder", "Den Helder"),
        ("DE BILT", "De Bilt"),
    ],
)
def test_a_place_is_shown_as_people_write_it(written: str, shown: str) -> None:
    assert shown_place(written) == shown


def test_a_province_behind_a_name_counts_only_where_it_has_to() -> None:
    """Of Bergen there are two, so it has to be said which; of Hengelo one."""
    names = {"01AA00": "BERGEN (NH)", "02BB00": "BERGEN (L)", "03CC00": "HENGELO (O)"}
    there = [Vestiging(key, "", name, ("", "")) for key, name in names.items()]
    assert wanted_by(DuoChoice(gemeenten=("Hengelo",)), there).single == {"03CC00"}
    assert wanted_by(DuoChoice(gemeenten=("Bergen (L)",)), there).single == {"02BB00"}
    with pytest.raises(UnknownAreaError, match=r"Wel bijvoorbeeld: Bergen \(L\) en Bergen \(NH\)\."):
        wanted_by(DuoChoice(gemeenten=("Bergen",)), there)


def test_the_names_that_are_like_what_was_typed_come_first() -> None:
    names = ["Zeewolde", "Almelo", "Almere", "Alphen aan den Rijn", "Aalsmeer", "Zwolle"]
    assert nearest_first("Almre", names)[:2] == ["Almere", "Almelo"]
    assert nearest_first("rijn", names) == ["Alphen aan den Rijn"]
    assert nearest_first("x", names) == sorted(names)


def reading_of(folder: Path) -> DuoReading:
    (folder / "02.csv").write_text("a;b\n")
    return DuoReading(beginning_of(folder / "02.csv", len), Meter(1, None))


def test_the_key_of_a_vestiging(tmp_path: Path) -> None:
    reading = reading_of(tmp_path)
    for branch, key in (("02", "01AB02"), ("2", "01AB02"), (" '12' ", "01AB12"), ("09zz03", "09ZZ03")):
        assert key_of("01AB", branch, reading) == key
    for branch in ("", "123", "x", "1a", "01AB0", "01AB0x"):
        with pytest.raises(IntakeError, match="is geen nummer van een vestiging"):
            key_of("01AB", branch, reading)


NORTH = Vestiging("01AB02", "Kompas Noord", "Hazelmonde", ("0023", "Veenderwaard"))
SOUTH = Vestiging("02CD00", "Kompas Zuid", "Veenschoten", ("0024", "Overig"))
NAMELESS = Vestiging("03EF00", "", "", ("", ""))
PLACES = {one.key: one for one in (NORTH, SOUTH, NAMELESS)}


@pytest.mark.parametrize(
    ("choice", "whole", "single"),
    [
        (DuoChoice(brins=("01ab", "02-CD 00", "01AB", " ")), {"01AB"}, {"02CD00"}),
        (DuoChoice(gemeenten=("HAZELMONDE", "")), set(), {"01AB02"}),
        (DuoChoice(rmcs=("24",)), set(), {"02CD00"}),
        (DuoChoice(rmcs=("0023", "overig")), set(), {"01AB02", "02CD00"}),
        (DuoChoice(brins=("03EF00",), gemeenten=("Veenschoten",)), set(), {"02CD00", "03EF00"}),
    ],
)
def test_what_is_chosen(choice: DuoChoice, whole: set[str], single: set[str]) -> None:
    wanted = wanted_by(choice, PLACES.values())
    assert (set(wanted.whole), set(wanted.single)) == (whole, single)
    named = {"01AB02": "Kompas Noord", "02CD00": "Kompas Zuid"}
    assert wanted.names == {key: name for key, name in named.items() if key[:4] in whole or key in single}
    assert [key for key in PLACES if wanted.takes(key)] == sorted(single | {key for key in PLACES if key[:4] in whole})


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        (
            DuoChoice(gemeenten=("Hazelmeer",)),
            "Gemeente ‘Hazelmeer’ staat niet in bestand 02. Wel bijvoorbeeld: Hazelmonde.",
        ),
        (
            DuoChoice(gemeenten=("Utrecht",)),
            "Gemeente ‘Utrecht’ staat niet in bestand 02. Wel bijvoorbeeld: Hazelmonde en Veenschoten.",
        ),
        # A number is compared with numbers only; of an RMC-regio the names are shown.
        (DuoChoice(rmcs=("25",)), "RMC-regio ‘25’ staat niet in bestand 02. Wel bijvoorbeeld: Overig en Veenderwaard."),
        (DuoChoice(rmcs=("Veender",)), "RMC-regio ‘Veender’ staat niet in bestand 02. Wel bijvoorbeeld: Veenderwaard."),
        (DuoChoice(brins=("01A",)), "‘01A’ is geen BRIN."),
        (DuoChoice(brins=("01AB2",)), "‘01AB2’ is geen BRIN."),
    ],
)
def test_what_can_not_be_chosen_says_what_can(choice: DuoChoice, said: str) -> None:
    with pytest.raises(IntakeError) as caught:
        wanted_by(choice, PLACES.values())
    assert str(caught.value).startswith(said)


def test_a_vestiging_without_a_name_is_shown_by_its_key() -> None:
    wanted = Wanted(frozenset({"01AB"}), frozenset({"02CD00"}), names={"01AB02": "Kompas", "02CD00": ""})
    assert [wanted.shown(key) for key in ("01AB02", "02CD00", "03EF00")] == ["Kompas (01AB02)", "02CD00", "03EF00"]
    assert wanted.institutions == {"01AB", "02CD"}


def test_every_place_of_file_02_may_be_chosen(tmp_path: Path) -> None:
    """A row without BRIN and vestiging is no place; one with a part of it is a mistake."""
    path = places(tmp_path)
    empty = ",".join(['""'] * 12)
    path.write_text(path.read_text("utf-8") + f"{empty}\n", "utf-8")
    counted = pupils(tmp_path, ("01AB", "02", "VMBO BL lj 3-4", PIE, (5, 5, 0, 0)))
    found = read_duo([path, counted], DuoChoice(gemeenten=("Hazelmonde",)), TODAY)
    assert found.wanted.single == {"01AB02"}
    path.write_text(path.read_text("utf-8") + '"X","1","04GH","","N","A","1","P","1","G","",""\n', "utf-8")
    with pytest.raises(IntakeError, match=r"regel 6: ‘’ is geen nummer van een vestiging"):
        read_duo([path, counted], DuoChoice(gemeenten=("Hazelmonde",)), TODAY)


# Of which year a file is, and what is said about the files.

ROW = ("01AB", "02", "VMBO BL lj 3-4", PIE, (5, 5, 0, 0))


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("01-2024.csv", 2024),
        ("leerlingen-2024-2025.csv", 2024),
        # Two years that do not follow on each other say nothing, so the year that was said counts.
        ("leerlingen-2020-2024.csv", 2021),
        ("leerlingen.csv", 2021),
        ("leerlingen-20245.csv", 2021),
    ],
)
def test_the_year_of_a_file_by_its_name(tmp_path: Path, name: str, year: int) -> None:
    path = pupils(tmp_path, ROW, name=name)
    if year != 2021:
        assert set(read_duo([path], DuoChoice(("01AB",)), TODAY).pupils) == {year}
        return
    with pytest.raises(UnknownYearError):
        read_duo([path], DuoChoice(("01AB",)), TODAY)
    assert set(read_duo([path], DuoChoice(("01AB",), year=2021), TODAY).pupils) == {2021}


def test_the_first_of_october_may_not_lie_ahead(tmp_path: Path) -> None:
    path = pupils(tmp_path, ROW, name="01-2026.csv")
    choice = DuoChoice(("01AB",))
    assert set(read_duo([path], choice, date(2026, 10, 1)).pupils) == {2026}
    with pytest.raises(IntakeError, match=r"01-2026\.csv: 1 oktober 2026 kan geen peildatum zijn"):
        read_duo([path], choice, date(2026, 9, 30))
    old = pupils(tmp_path, ROW, name="01-1989.csv")
    with pytest.raises(IntakeError, match=r"01-1989\.csv: 1 oktober 1989 kan geen peildatum zijn"):
        read_duo([old], choice, TODAY)
    assert set(read_duo([pupils(tmp_path, ROW, name="01-1990.csv")], choice, TODAY).pupils) == {1990}


def test_a_year_that_no_file_has_is_refused(tmp_path: Path) -> None:
    path = exams(tmp_path, ("VMBO B - techniek", (9, 9, 9, 9)))
    with pytest.raises(IntakeError, match=r"^Geen van deze bestanden is van 1 oktober 2020\. Laat het peiljaar weg"):
        read_duo([path], DuoChoice(("01AB",), year=2020), TODAY)


def test_all_that_is_said_about_the_files(tmp_path: Path) -> None:
    """Masked: 1 cell of 2023, 2 of 2024 and 1 of the exams, so four."""
    first = pupils(
        tmp_path,
        ("01AB", "02", "VMBO BL lj 3-4", PIE, ("<5", 5, 0, 0)),
        ("01AB", "03", "VMBO KL lj 3-4", "iets nieuws", (7, 0, 0, 0)),
        name="01-2023.csv",
        generation="2023",
    )
    second = pupils(tmp_path, ("01AB", "02", "VMBO GL/TL", PIE, ("<5", "<5", 0, 0)), name="01-2024.csv")
    third = exams(tmp_path, ("VMBO B - techniek", (30, 28, "<5", 27)), ("VMBO X - techniek", (1, 2, 1, 2)))
    result = read_duo([third, second, first], DuoChoice(("01AB",)), TODAY)
    assert result.refused == ()
    assert result.remarks == (
        "Geen van de tien profielen, dus geteld bij overig: iets nieuws / VMBO KL lj 3-4 iets nieuws.",
        "Zonder bekende leerweg, dus geteld bij overig: VMBO GL/TL en VMBO X - techniek.",
        "4 cellen zijn afgeschermd (minder dan vijf). Een som daarmee is een bereik, zoals 102–108.",
    )
    assert [one.name for one in result.pupil_sources] == ["01-2023.csv", "01-2024.csv"]
    assert [one.year for one in (*result.pupil_sources, *result.exam_sources)] == [2023, 2024, 2025]
    alone = read_duo(
        [pupils(tmp_path, ("01AB", "02", "VMBO BL lj 3-4", CARE, ("<5", 5, 0, 0)))], DuoChoice(("01AB",)), TODAY
    )
    assert alone.remarks == ("1 cel is afgeschermd (minder dan vijf). Een som daarmee is een bereik, zoals 102–108.",)


def test_of_many_names_the_first_ten_are_named(tmp_path: Path) -> None:
    path = pupils(tmp_path, ROW)
    brins = [f"9{letter}ZZ" for letter in "ABCDEFGHIJKL"]

    def refused(wanted: list[str]) -> str:
        (one,) = read_duo([path], DuoChoice(("01AB", *wanted)), TODAY).refused
        return one.reason

    assert refused(brins[:10]) == (
        "BRIN 9AZZ, 9BZZ, 9CZZ, 9DZZ, 9EZZ, 9FZZ, 9GZZ, 9HZZ, 9IZZ en 9JZZ staat in geen van deze bestanden en telt "
        "dus niet mee."
    )
    assert "9IZZ, 9JZZ en nog 2 staat" in refused(brins)


def test_two_files_of_exams_count_together(tmp_path: Path) -> None:
    """The later file counts for the year that both have; the sums of the other years stay."""
    later = exams(tmp_path, ("VMBO B - techniek", (30, 28, 29, "<5")))
    text = later.read_text("utf-8")
    older = tmp_path / "examens-oud.csv"
    older.write_text(
        text.replace("2023-2024", "2022-2023").replace("2024-2025", "2023-2024").replace("30;28;29;<5", "20;99;19;<5"),
        "utf-8",
    )
    for files in ((later, older), (older, later)):
        result = read_duo(files, DuoChoice(("01AB",)), TODAY)
        assert {year: cells["bb"] for year, cells in result.exams.candidates.items()} == {
            2023: Range(20, 20),
            2024: Range(30, 30),
            2025: Range(28, 28),
        }
        assert {year: cells["bb"] for year, cells in result.exams.passed.items()} == {
            2023: Range(19, 19),
            2024: Range(29, 29),
            2025: Range(1, 4),
        }
        assert (result.exams.masked, result.exams.counted) == (2, {year: {"01AB02": ""} for year in (2023, 2024, 2025)})
        assert [one.name for one in result.exam_sources] == ["examens-oud.csv", later.name]


# How it is shown before it is taken over.


@pytest.mark.parametrize(
    ("point", "shown"),
    [
        (None, "–"),
        (Point(year=2024), "–"),
        (Point(year=2024, value=0), "0"),
        (Point(year=2024, value=1250), "1.250"),
        (Point(year=2024, value_min=102, value_max=108), "102–108"),
        (Point(year=2024, value_min=0, value_max=4), "0–4"),
        (Point(year=2024, value_min=3), "–"),
    ],
)
def test_a_value_as_it_is_shown(point: Point | None, shown: str) -> None:
    assert shown_point(point) == shown


def indicator(*points: tuple[str, int, float], **values_of: object) -> Indicator:
    series = tuple(
        Point(id=at, label=label, year=year, value=value) for at, (label, year, value) in enumerate(points, 1)
    )
    found = {"id": 1, "title": "Instroom", "unit": "leerlingen", "source": "DUO", "series": series}
    return Indicator.model_validate(found | values_of)


def test_the_preview_of_figures_line_by_line() -> None:
    """A label is cut after 20 characters, years that do not fit come below, and columns stand to the right."""
    many = indicator(*(("", year, year - 2000) for year in range(2011, 2025)), title="Techniek")
    wide = indicator(("vakmanschap techniek en meer", 2024, 5), ("bb", 2024, 1250), ("bb", 2023, 7), title="Leerweg")
    before = indicator(("PIE", 2023, 10), ("PIE", 2024, 12), definition=TechniekDefinition.HARD3)
    after = indicator(("PIE", 2023, 10), ("PIE", 2024, 15), ("BWI", 2024, 3), source="DUO, leerlingen")
    same = indicator(("PIE", 2023, 10), title="Zelfde")
    figures = [
        FigureChange(None, many, frozenset(range(2011, 2025))),
        FigureChange(None, wide, frozenset({2024})),
        FigureChange(before, after, frozenset({2024})),
        FigureChange(same, same, frozenset({2023})),
    ]
    assert list(told_figures(figures)) == [
        "\nWordt vervangen",
        "  Instroom (leerlingen)",
        "    PIE 2024: 12 → 15",
        "    Bron: DUO → DUO, leerlingen",
        "    Wat telt als techniek: BWI, PIE en M&T → (leeg)",
        "\nGewijzigd",
        "  Instroom (leerlingen)",
        "         2024",
        "    PIE    15",
        "    BWI     3",
        "\nNieuw",
        "  Techniek (leerlingen)",
        "      2011  2012  2013  2014  2015  2016  2017  2018",
        "        11    12    13    14    15    16    17    18",
        "      2019  2020  2021  2022  2023  2024",
        "        19    20    21    22    23    24",
        "",
        "  Leerweg (leerlingen)",
        "                           2024",
        "    vakmanschap techniek      5",
        "    bb                    1.250",
        "\nOngewijzigd",
        "  Zelfde",
    ]


def test_a_prognosis_that_becomes_a_count_is_told_so() -> None:
    hoped = indicator(series=(Point(id=1, year=2024, value=55, prognosis=True),))
    lines = list(told_figures([FigureChange(hoped, indicator(("", 2024, 60)), frozenset({2024}))]))
    assert lines[:3] == ["\nWordt vervangen", "  Instroom (leerlingen)", "    2024: 55 (prognose) → 60"]
    assert list(told_figures([FigureChange(None, hoped, frozenset({2024}))]))[:2] == [
        "\nNieuw",
        "  Instroom (leerlingen)",
    ]
    added_only = list(
        told_figures(
            [FigureChange(indicator(("", 2023, 1)), indicator(("", 2023, 1), ("", 2024, 2)), frozenset({2024}))]
        )
    )
    assert added_only[0] == "\nGewijzigd"


def test_the_whole_preview_of_new_figures(tmp_path: Path) -> None:
    """PIE 8 + 2 in leerjaar 3 and 7 + 3 in leerjaar 4, BWI 6 and 5, Z&W 1 + 9 and 11; techniek is PIE and BWI."""
    path = pupils(
        tmp_path,
        ("01AB", "02", "VMBO BL lj 3-4", PIE, (8, 2, 7, 3)),
        ("01AB", "02", "VMBO KL lj 3-4", BWI, (6, 0, 5, 0)),
        ("01AB", "02", "VMBO GL lj 3-4", CARE, (1, 9, 0, 11)),
        ("01AB", "02", "VMBO TL lj 3-4", "n.v.t.", (20, 20, 20, 20)),
    )
    proposal = proposal_of([path])
    lines = "\n".join(preview(proposal)).split("\n")
    assert lines == [
        "Cijfers van DUO: 5 nieuw, 0 gewijzigd, geen weigeringen.",
        "",
        "Nieuw",
        "  Instroom leerjaar 3 per profiel (leerlingen)",
        "         2024",
        "    PIE    10",
        "    BWI     6",
        "    Z&W    10",
        "",
        "  Leerlingen leerjaar 3 en 4 per profiel (leerlingen)",
        "         2024",
        "    PIE    20",
        "    BWI    11",
        "    Z&W    21",
        "",
        "  Leerlingen leerjaar 3 en 4 per leerweg (leerlingen)",
        "        2024",
        "    bb    20",
        "    kb    11",
        "    gl    21",
        "    tl    80",
        "",
        "  Instroom techniek leerjaar 3 (leerlingen)",
        "      2024",
        "        16",
        "",
        "  Leerlingen techniek leerjaar 3 en 4 (leerlingen)",
        "      2024",
        "        31",
        "",
    ]
    made = figure(proposal, "Instroom techniek leerjaar 3")
    assert (made.reference_date, made.definition) == (date(2024, 10, 1), TechniekDefinition.TECHNIEKPACT5)
    assert (made.kind, made.unit, made.url) == (
        IndicatorKind.INSTROOM,
        "leerlingen",
        "https://duo.nl/open_onderwijsdata/",
    )


@pytest.mark.parametrize(("today", "is_draft"), [(date(2025, 12, 31), True), (date(2026, 1, 1), False)])
def test_the_newest_year_is_a_draft_until_the_second_year_after_it(tmp_path: Path, today: date, is_draft: bool) -> None:
    result = read_duo([pupils(tmp_path, ROW)], DuoChoice(("01AB",)), today)
    note = figure(duo_proposal(result, region(), today), "Instroom techniek leerjaar 3").as_shown("note")
    assert (DRAFT.format(2024) in note) is is_draft
    path = exams(tmp_path, ("VMBO B - techniek", (30, 28, 29, 27)))
    result = read_duo([path], DuoChoice(("01AB",)), date(2026, 12, 31))
    took = figure(duo_proposal(result, region(), date(2026, 12, 31)), "Examenkandidaten techniek per leerweg")
    assert "Voorlopig: schooljaar 2024-2025 is nog zonder accountantsverklaring." in took.counting_note
    assert took.reference_date == date(2025, 7, 31)


# How years come together in one figure.


def three_years(folder: Path) -> list[Path]:
    """Kompas has pupils in each year; its second vestiging not in 2024; PIE in each, BWI in 2025 only."""
    more: dict[int, list[tuple[str, str, str, str, tuple[int | str, ...]]]] = {
        2023: [("01AB", "03", "VMBO KL lj 3-4", PIE, (7, 0, 0, 0))],
        2024: [("01AB", "03", "HAVO lj 4-5", "n.v.t.", (9, 9, 9, 9))],
        2025: [("01AB", "03", "VMBO KL lj 3-4", BWI, (6, "<5", 0, 0))],
    }
    return [pupils(folder, ROW, *rows, name=f"01-{year}.csv") for year, rows in more.items()]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_the_same_choice_gives_one_figure_together_or_years_apart(tmp_path: Path, order: tuple[int, ...]) -> None:
    files = three_years(tmp_path)
    dossier = region()
    for at in order:
        dossier = taken(proposal_of([files[at]], dossier), dossier)
    together = taken(proposal_of(files), region()).of(Indicator)
    apart = dossier.of(Indicator)
    assert [one.title for one in together.values()] == [one.title for one in apart.values()]
    for made, grown in zip(together.values(), apart.values(), strict=True):
        assert values(grown) == values(made)
        assert grown.countings == made.countings
        assert (grown.file, grown.file_hash, grown.reference_date) == (made.file, made.file_hash, made.reference_date)
    assert values(apart[1]) == {
        ("PIE", 2023): 17,
        ("PIE", 2024): 10,
        ("PIE", 2025): 10,
        ("BWI", 2023): 0,
        ("BWI", 2024): 0,
        ("BWI", 2025): (7, 10),
    }
    assert apart[1].counting_note.startswith(
        "Vestigingen 2023, 2025: Kompas Collège 01AB (01AB02); Kompas Collège 01AB (01AB03). "
        "Vestigingen 2024: Kompas Collège 01AB (01AB02). "
    )


def test_a_changed_set_of_vestigingen_is_named_before_it_is_taken_over(tmp_path: Path) -> None:
    first, second, third = three_years(tmp_path)
    dossier = taken(proposal_of([first]), region())
    later = proposal_of([second], dossier)
    assert later.remarks[0] == (
        "Instroom leerjaar 3 per profiel en 4 andere: niet elk jaar dezelfde vestigingen met leerlingen. "
        "2024 zonder Kompas Collège 01AB (01AB03)."
    )
    dossier = taken(later, dossier)
    assert "2025 met Kompas Collège 01AB (01AB03)." in proposal_of([third], dossier).remarks[0]
    assert not any("niet elk jaar" in line for line in proposal_of([first], region()).remarks)


def test_another_choice_over_the_same_vestigingen_goes_on_and_changes_nothing_by_itself(tmp_path: Path) -> None:
    first, second, _ = three_years(tmp_path)
    dossier = taken(proposal_of([first]), region())
    assert proposal_of([first], dossier, "01AB02", "01AB03").change.edits == ()
    # One vestiging of two is another choice over others: a figure of its own.
    assert proposal_of([second], dossier, "01AB02").added == 5


def test_an_older_year_comes_before_the_years_that_were_there(tmp_path: Path) -> None:
    """2023, then 2021 and 2025 around it: the order is of the years, and the newest says what the figure is from."""
    dossier = region()
    for year in (2023, 2021, 2025):
        path = pupils(tmp_path, ROW, name=f"01-{year}.csv")
        dossier = taken(proposal_of([path], dossier), dossier)
    found = dossier.of(Indicator)[1]
    assert [(one.label, one.year) for one in found.series] == [("PIE", 2021), ("PIE", 2023), ("PIE", 2025)]
    assert (found.file, found.reference_date) == ("01-2025.csv; 01-2023.csv; 01-2021.csv", date(2025, 10, 1))
    assert found.counting_note.startswith("Vestigingen 2021, 2023, 2025: Kompas Collège 01AB (01AB02). ")


def test_a_name_of_a_file_never_looks_like_two(tmp_path: Path) -> None:
    """Names are kept apart by `; `, so a `;` in a name becomes a comma; a blank stays."""
    made = figure(proposal_of([pupils(tmp_path, ROW, name="deel een; twee 2024.csv")]), "Instroom techniek leerjaar 3")
    assert made.file == "deel een, twee 2024.csv"
    assert len(made.file_hash) == 64


def test_a_value_that_stands_there_twice_becomes_one(tmp_path: Path) -> None:
    made = taken(proposal_of([pupils(tmp_path, ROW)]), region()).of(Indicator)[1]
    double = made.changed(series=(*made.series, Point(id=9, label="PIE", year=2024, value=3)))
    after = figure(proposal_of([pupils(tmp_path, ROW)], region(double)), made.title)
    assert [(one.id, one.value) for one in after.series] == [(made.series[0].id, 10)]


def test_years_that_count_something_else_as_techniek_are_refused(tmp_path: Path) -> None:
    hard = region(definition=TechniekDefinition.HARD3)
    dossier = taken(proposal_of([pupils(tmp_path, ROW, name="01-2023.csv", generation="2023")], hard), hard)
    five = region(*dossier.of(Indicator).values(), definition=TechniekDefinition.TECHNIEKPACT5)
    proposal = proposal_of([pupils(tmp_path, ROW)], five)
    definition = "BWI, PIE, M&T, MVI en MaT (monitor Techniekpact)"
    assert [(one.row, one.reason) for one in proposal.refused] == [
        (
            0,
            f"{title}: in het dossier telt BWI, PIE en M&T als techniek, nu {definition}. Geef het oude cijfer een "
            "andere naam, of neem alle jaren samen over.",
        )
        for title in ("Instroom techniek leerjaar 3", "Leerlingen techniek leerjaar 3 en 4")
    ]
    assert (proposal.added, proposal.changed) == (0, 3)
    again = proposal_of([pupils(tmp_path, ROW, name="01-2023.csv", generation="2023")], five)
    assert again.refused == ()
    assert figure(again, "Instroom techniek leerjaar 3").definition is TechniekDefinition.TECHNIEKPACT5


def test_a_region_with_a_definition_of_its_own_gets_no_total(tmp_path: Path) -> None:
    proposal = proposal_of([pupils(tmp_path, ROW)], region(definition=TechniekDefinition.OWN))
    assert proposal.added == 3
    assert proposal.remarks == (
        "Het totaal techniek is niet berekend: de regio heeft een eigen definitie van techniek. "
        "Kies een andere in het regioprofiel, of voer het totaal zelf in.",
    )
    only_exams = proposal_of(
        [exams(tmp_path, ("VMBO B - techniek", (9, 9, 9, 9)))], region(definition=TechniekDefinition.OWN)
    )
    assert (only_exams.added, only_exams.remarks) == (2, ())


def test_without_pupils_there_is_no_figure_but_a_remark(tmp_path: Path) -> None:
    path = pupils(tmp_path, ("01AB", "02", "VMBO BL lj 3-4", CARE, (5, 5, 0, 0)))
    proposal = proposal_of([path])
    assert proposal.added == 3
    assert list(proposal.remarks) == [
        f"{title}: bij deze vestigingen staan geen aantallen, dus dit cijfer is er niet."
        for title in ("Instroom techniek leerjaar 3", "Leerlingen techniek leerjaar 3 en 4")
    ]
    assert values(figure(proposal, "Leerlingen leerjaar 3 en 4 per profiel")) == {("Z&W", 2024): 10}
