"""Where tables stand in a sheet and which column is what, by hand: heads, content, and what is asked."""

from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter

from sto_tui.intake.sheets.table_reader import Cell, SheetRow
from sto_tui.intake.tables.column_kinds import column_kinds, columns_of, letters
from sto_tui.intake.tables.head_search import first_head, head_score, is_total, tables_of
from sto_tui.intake.tables.head_words import head_word
from sto_tui.intake.tables.sheet_looks import is_plain
from sto_tui.intake.tables.workbook_tabs import read_tabs


def rows(*texts: str) -> list[SheetRow]:
    """Rows from lines with `|` between the cells; an empty line leaves a gap in the numbers."""
    return [
        SheetRow(number, tuple(cell.strip() for cell in text.split("|")))
        for number, text in enumerate(texts, 1)
        if text
    ]


@pytest.mark.parametrize(
    ("head", "kind", "exact"),
    [
        ("Taaknaam", "title", True),
        ("StartDate", "start", True),
        ("due_date", "due", True),
        ("Custom field (Start date)", None, False),
        ("Geplande einddatum", "due", False),
        ("Actual finish", "done_on", False),
        ("Baseline start", "never", True),
        ("% voltooid", "percent", True),
        ("Voorafgaande taken", "after", True),
        ("Completion date", "done_on", True),
        ("Wat kan beter?", None, False),
        ("Opleverdatum (gepland)", "due", True),
        ("#", "number", True),
        ("x" * 61, None, False),
        ("Actie door", "who", False),
        ("Taak van", "who", False),
        ("Actie: wie", "who", False),
        ("Product/dienst eigenaar", "who", False),
        ("Wie voert de actie uit", "who", False),
        ("Task owner", "who", False),
        ("Fase verantwoordelijke", "who", False),
        ("Thema-trekker", "who", False),
        ("Status eigenaar", "who", False),
        ("Fase en trekker", "group", False),
        ("Actie, wie", "title", False),
        ("Wie en actie", "title", False),
        ("Taken en verantwoordelijke", "title", False),
        ("Actie voor 1 mei", "title", False),
        ("Datum van", "start", True),
        ("Goedgekeurd door", None, False),
    ],
)
def test_what_a_head_says(head: str, kind: str | None, exact: bool) -> None:
    word = head_word(head)
    if head.startswith("Custom"):
        assert word is not None
        assert word.kind == "start"
        return
    assert (word.kind if word else None, bool(word and word.is_exact)) == (kind, exact)


def test_the_score_of_a_row_by_hand() -> None:
    """Three exact heads give 9, an unknown head over numbers 0.7; a row of data loses a point for its dates."""
    table = rows("Taak | Start | Eind | Ruimte", "a les | 1-2-2027 | 2-2-2027 | 12", "b les | 3-2-2027 | 4-2-2027 | 14")
    assert head_score(table, 0) == pytest.approx(9.7)
    assert head_score(table, 1) < 0


@pytest.mark.parametrize(
    ("texts", "place"),
    [
        # A block about the project is no table: the real heads score much more.
        (["Project: | Noord", "Start: | 1-9-2026", "Taak | Start | Eind", "a les | 1-2-2027 | 2-2-2027"], 2),
        # A row right below that says more is the head.
        (["Taak | Status", "Nr | Taak | Eind | Status", "1 | a les | 1-2-2027 | open"], 1),
        (["Waar | Wanneer dan", "hier | straks", "daar | nu"], None),
    ],
)  # fmt: skip
def test_where_the_first_heads_stand(texts: list[str], place: int | None) -> None:
    assert first_head(rows(*texts)) == place


def test_data_with_words_of_heads_cut_no_table_in_two() -> None:
    """`Complete` and `No` are states here; the second head repeats the first one and begins a table."""
    table = rows(
        "Task | Status | Due", "Plan | Complete | 1-2-2027", "Task | No | 2-2-2027", "", "Task | Status | Due",
        "Build | Done | 3-2-2027",
    )  # fmt: skip
    assert [(part.head, part.end) for part in tables_of(table, 0)] == [(0, 3), (3, 5)]


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("Totaal | 4", True), ("| Totaal | 4", True), ("Totaalplan maken | 4", False), ("Som: | 4", True),
        ("Eindtotaal | 4", True), ("Generaal totaal | 4", True), ("Totaal-generaal | 4", True),
        ("Sub-totaal | 4", True),
        ("Totale kosten | 4", True), ("Grand total 2027 | 4", True), ("1 | Eindtotaal: | 4", True),
        ("Totale renovatie van het lokaal | 4", False), ("Sommen oefenen | 4", False),
        ("1 | Totaal gewicht meten", False),
    ],
)  # fmt: skip
def test_rows_that_add_up(text: str, total: bool) -> None:
    assert is_total(rows(text)[0]) is total


def kinds(heads: str, *texts: str) -> dict[str, str]:
    found = column_kinds(columns_of([cell.strip() for cell in heads.split("|")], rows(*texts)))
    return {kind: letters(at) for kind, at in found.by_kind.items()}


def test_a_flag_called_mijlpaal_is_no_name() -> None:
    columns = columns_of(["Taaknaam", "Mijlpaal"], rows("Plan schrijven | Nee", "Plan klaar | Ja"))
    found = column_kinds(columns)
    assert (dict(found.by_kind), found.flag) == ({"title": 0}, 1)


def test_codes_beside_sentences_are_numbers() -> None:
    assert kinds("Activity | Description", "T4.1 | Write the plan", "T4.2 | Print the plan") == {
        "number": "A",
        "title": "B",
    }


def test_the_name_that_differs_most_wins() -> None:
    """A person in `Naam` comes back; what is done does not."""
    found = kinds("Naam | Taak", "Anna | Gastles geven", "Anna | Vervoer regelen", "Bram | Verslag maken")
    assert found["title"] == "B"


def test_a_date_that_never_counts_is_not_taken() -> None:
    found = column_kinds(columns_of(["Title", "Date added"], rows("A book | 1-2-2027", "Other | 3-2-2027")))
    assert dict(found.by_kind) == {"title": 0}
    assert found.doubts == ()


def test_without_known_heads_it_is_asked() -> None:
    columns = columns_of(
        ["Waar gaan we voor", "Eerste", "Laatste"],
        rows("Labs bouwen | 1-2-2027 | 2-3-2027", "Labs vullen | 3-3-2027 | 4-4-2027"),
    )
    doubts = column_kinds(columns).doubts
    assert [(doubt.kind, [column.letter for column in doubt.candidates]) for doubt in doubts] == [
        ("title", ["A"]),
        ("start", ["B", "C"]),
        ("due", ["C", "B"]),
    ]
    answered = column_kinds(columns, answered={"title": 0, "start": 1})
    assert [(doubt.kind, [column.letter for column in doubt.candidates]) for doubt in answered.doubts] == [
        ("due", ["C"])
    ]


def test_status_over_dates_is_no_state_and_percent_over_words_is_one() -> None:
    assert "light" not in kinds("Taak | Status", "Plan maken | 1-2-2027", "Plan lezen | 2-2-2027")
    assert kinds("Taak | % complete", "Plan maken | done", "Plan lezen | in progress")["light"] == "B"


# Files.


@pytest.mark.parametrize(
    ("data", "first"),
    [
        (b"Taak;Klaar\nA, B;1-2-2027\n", ("Taak", "Klaar")),
        (b"Taak|Klaar\nA|1-2-2027\nB|2-2-2027\n", ("Taak", "Klaar")),
        ("Één;Klaar\nA;1-2-2027\n".encode("cp1252"), ("Één", "Klaar")),
        ("Taak\tKlaar\nA\t1-2-2027\n".encode("utf-16"), ("Taak", "Klaar")),
    ],
)
def test_a_text_by_the_delimiter_of_equal_width(tmp_path: Path, data: bytes, first: tuple[str, ...]) -> None:
    path = tmp_path / "plan.csv"
    path.write_bytes(data)
    assert read_tabs(path).tabs[0].rows[0].cells == first


def test_the_looks_of_a_tab(tmp_path: Path) -> None:
    """A hidden tab, a cell merged down, a hidden row, a level, an indent, a colour, and a month."""
    path = tmp_path / "plan.xlsx"
    book = xlsxwriter.Workbook(str(path))
    page, aside = book.add_worksheet("Plan"), book.add_worksheet("Reken")
    aside.hide()
    aside.write(0, 0, "x")
    page.write_row(0, 0, ["Fase", "Taak", "Klaar"])
    page.merge_range(1, 0, 2, 0, "Een", book.add_format())
    page.write(1, 1, "  Plan", book.add_format({"bg_color": "#00B050"}))
    page.write(2, 1, "Les #1", book.add_format({"indent": 2}))
    page.write_datetime(1, 2, datetime(2027, 3, 1), book.add_format({"num_format": "mmm-yy"}))
    page.write_string(2, 2, "#N/A")
    page.write(3, 1, "Slot")
    page.set_row(2, None, None, {"hidden": True, "level": 1})
    book.close()
    file = read_tabs(path)
    tab = file.tabs[0]
    assert [(each.name, each.is_visible) for each in file.tabs] == [("Plan", True), ("Reken", False)]
    cells: list[tuple[Cell, ...]] = [row.cells for row in tab.rows]
    assert cells == [("Fase", "Taak", "Klaar"), ("Een", "Plan", date(2027, 3, 1)), ("Een", "Les #1", ""), ("", "Slot")]
    assert tab.rows[1].indents == ((1, 2),)
    looks = file.looks(tab)
    assert looks.hidden_rows == {3}
    assert dict(looks.levels) == {3: 1}
    assert dict(looks.indents) == {3: {1: 2}}
    assert looks.fills[2][1] == "rgb:FF00B050"
    assert looks.months == {(2, 2)}


@pytest.mark.parametrize(
    ("fill", "plain"),
    [
        ("", True), ("rgb:FFFFFFFF", True), ("rgb:FFD9D9D9", True), ("rgb:FF00B050", False), ("rgb:FF404040", False),
        ("theme:0:0", True), ("theme:4:0.8", True), ("theme:4:0.4", False), ("indexed:64", True), ("indexed:13", False),
    ],
)  # fmt: skip
def test_colours_nobody_draws_a_bar_with(fill: str, plain: bool) -> None:
    assert is_plain(fill) is plain
