"""Workbooks that say of merged cells and colours what no program writes: read or refused at once, and no crash."""

import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from sto_tui.intake.sheets.table_reader import IntakeError, MergedCells, decoded, workbook_sheets
from sto_tui.intake.tables.sheet_looks import is_plain
from sto_tui.intake.tables.workbook_tabs import read_tabs


def workbook(path: Path, part: str, old: bytes, new: bytes, *, wide: bool = False) -> Path:
    """A table of three rows, one cell in green, with something else in one of its parts; or a wide one."""
    plain = path / "gewoon.xlsx"
    book = xlsxwriter.Workbook(str(plain))
    page = book.add_worksheet("Plan")
    page.write_row(0, 0, ["Fase", "Taak"])
    page.write_row(1, 0, ["Een", "Bus"], book.add_format({"bg_color": "#00B050"}))
    page.write_row(2, 1, ["Lab"])
    if wide:
        page.write(499, 49, "x")
    book.close()
    target = path / "plan.xlsx"
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as odd:
        for name in source.namelist():
            content = source.read(name)
            assert name != part or old in content
            odd.writestr(name, content.replace(old, new) if name == part else content)
    return target


def merged(path: Path, *ranges: str, wide: bool = False) -> Path:
    cells = "".join(f'<mergeCell ref="{each}"/>' for each in ranges)
    end = b"</sheetData>"
    return workbook(
        path, "xl/worksheets/sheet1.xml", end, end + f"<mergeCells>{cells}</mergeCells>".encode(), wide=wide
    )


def test_a_merge_over_whole_columns_ends_where_the_table_does(tmp_path: Path) -> None:
    path = merged(tmp_path, "A2:C1048576")
    (sheet,) = workbook_sheets(path.read_bytes(), path.name)
    assert sheet.merges == (MergedCells(2, 0, 3, 2),)
    (tab,) = read_tabs(path).tabs
    assert [row.cells for row in tab.rows] == [("Fase", "Taak"), ("Een", "Bus"), ("Een", "Lab")]


def test_merges_over_each_other_are_refused_before_they_take_time(tmp_path: Path) -> None:
    path = merged(tmp_path, *["A1:AX500"] * 100, wide=True)
    with pytest.raises(IntakeError, match="is te groot"):
        read_tabs(path)


@pytest.mark.parametrize("colour", ['rgb="groen"', 'rgb="FF00"', 'theme="4" tint="licht"'])
def test_a_colour_that_is_none_is_no_crash(tmp_path: Path, colour: str) -> None:
    path = workbook(tmp_path, "xl/styles.xml", b'rgb="FF00B050"', colour.encode())
    file = read_tabs(path)
    fills = file.looks(file.tabs[0]).fills
    assert all(is_plain(fill) or fill.startswith("theme") for row in fills.values() for fill in row.values())


WORD = (
    "Een plan uit Word neem je over met sto invoer plan, of met i bij 4 Plan. Staat er een tabel in, plak die in een "
    "leeg rekenblad, sla dat op als .xlsx en kies dat."
)


@pytest.mark.parametrize(
    ("parts", "method"),
    [
        (["mimetype", "content.xml", "META-INF/manifest.xml"], zipfile.ZIP_STORED),
        (["META-INF/manifest.xml", "content.xml", "mimetype"], zipfile.ZIP_DEFLATED),
        (["mimetype", "content.xml", "META-INF/manifest.xml"], zipfile.ZIP_DEFLATED),
    ],
    ids=["as written", "packed again", "in order"],
)
def test_a_sheet_of_libreoffice_is_one_wherever_it_says_so(parts: list[str], method: int, tmp_path: Path) -> None:
    names = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"' for short in ("office", "table", "text")
    )
    cell = '<table:table-cell office:value-type="string"><text:p>Bus</text:p></table:table-cell>'
    table = f'<table:table table:name="Plan"><table:table-row>{cell}</table:table-row></table:table>'
    contents = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "META-INF/manifest.xml": "<manifest:manifest/>",
        "content.xml": f"<office:document-content {names}><office:body><office:spreadsheet>{table}"
        "</office:spreadsheet></office:body></office:document-content>",
    }
    with zipfile.ZipFile(tmp_path / "plan.ods", "w", method) as package:
        for part in parts:
            package.writestr(part, contents[part])
    assert [row.cells for row in read_tabs(tmp_path / "plan.ods").tabs[0].rows] == [("Bus",)]


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("plan.docx", {"word/document.xml": "<x/>"}, f"is een Word-bestand en geen rekenblad. {WORD}"),
        ("plan.xlsx", {"word/document.xml": "<x/>"}, f"is een Word-bestand en geen rekenblad. {WORD}"),
        (
            "plan.xls",
            b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"),
            "is een oud Word-bestand (.doc) en geen",
        ),
        (
            "plan.msg",
            b"\xd0\xcf\x11\xe0" + "WordDocument__substg1.0_".encode("utf-16-le"),
            "is een e-mail en geen rekenblad. Bewaar de bijlage op je computer en kies die.",
        ),
        ("plan.msg", b"\xd0\xcf\x11\xe0", "is een e-mail en geen rekenblad. Bewaar de bijlage"),
        ("plan.csv", "Mijlpaal;Klaar\nCafé;1-3-2027\n".encode("cp850"), "Bewaar het in Excel als ‘CSV UTF-8’."),
        ("plan.csv", "Mijlpaal;Klaar\nCafé;1-3-2027\n".encode("mac_roman"), "Bewaar het in Excel als ‘CSV UTF-8’."),
        *(
            ("plan.csv", f"Mijlpaal;Klaar\n{word};1-3-2027\n".encode(system), "Bewaar het in Excel als ‘CSV UTF-8’.")
            for word in ("coördinatie", "financiële kant", "naïef", "ideeën", "coöperatie")
            for system in ("cp850", "mac_roman")
        ),
        ("plan.pdf", b"%PDF-1.7", "is een pdf en geen rekenblad. Vraag om het rekenblad en kies dat."),
        ("plan.xlsx", b"%PDF-1.7", "is een pdf en geen rekenblad. Vraag om het rekenblad en kies dat."),
        ("plan.numbers", {"Index/Document.iwa": "x"}, "Kies in Numbers voor Exporteer naar Excel, en kies wat je dan"),
        ("plan.gsheet", b'{"url": ""}', "is alleen een verwijzing naar Google en geen rekenblad. Kies daar Bestand,"),
        (
            "plan.ods",
            {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"},
            "Een plan sla je eerst op als",
        ),
        ("plan.ods", {"content.xml": "<x/>"}, "is geen leesbare werkmap: het bestand is beschadigd."),
        ("plan.fods", b"<office/>", "sla het op als .xlsx en kies dat."),
        ("plan.xyz", b"a;b", "is geen rekenblad dat sto-tui kent. Kies een bestand dat eindigt op .csv,"),
    ],
)
def test_a_file_of_another_kind_says_how_it_becomes_a_sheet(
    name: str, content: bytes | dict[str, str], sentence: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        with zipfile.ZipFile(path, "w") as package:
            for part, text in content.items():
                package.writestr(part, text)
    with pytest.raises(IntakeError) as refused:
        read_tabs(path)
    assert str(refused.value).startswith(f"{name} is ")
    assert sentence in str(refused.value)


def test_words_of_windows_with_odd_letters_are_read(tmp_path: Path) -> None:
    words = "Zo‘n taxi‘s van Boškovic: “demo” • coördinatie, financiële ideeën"
    path = tmp_path / "plan.csv"
    path.write_bytes(words.encode("cp1252"))
    assert decoded(path.read_bytes(), path.name) == words
