"""What a sheet shows beside its values, worked out by hand; an .ods says the same as an .xlsx."""

import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter

from sto_tui.domain.change import carried_out
from sto_tui.domain.milestones import Milestone
from sto_tui.intake.milestones.choosing_tab import NoPlanError
from sto_tui.intake.milestones.sheet_proposal import proposal_of, read_sheet
from sto_tui.intake.proposal import IntakeProposal
from sto_tui.planning.new_dossier import new_dossier

TODAY = date(2026, 9, 3)
DOSSIER = new_dossier("Proef", "2027-2028")
_SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("style", "style"), ("table", "table"), ("text", "text"), ("fo", "xsl-fo-compatible"),
    )
)  # fmt: skip
_STYLES = "".join(
    f'<style:style style:name="{name}" style:family="table-cell"><style:{kind}-properties {look}/></style:style>'
    for name, kind, look in (
        ("red", "table-cell", 'fo:background-color="#FF0000"'),
        ("off", "text", 'style:text-line-through-style="solid"'),
    )
)  # fmt: skip
_COMMENT = "<office:annotation><text:p>wordt 1 mei</text:p></office:annotation>"
_PAGE = "https://school.nl/folder.pdf"
_LINKED = f'<text:a xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="{_PAGE}">Folder</text:a>'
ROWS = (
    ("Fase", "Nr", "Mijlpaal", "Klaar op", "Stoplicht"),
    ("Bouw", "1", "Lab open", "1-3-2027", ""),
    ("", "2", "Folder", "1-4-2027", ""),
    ("", "3", "Oud idee", "1-5-2027", ""),
    ("", "4", "Geheim", "1-6-2027", ""),
)
_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry '
    'manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>'
)


def _cell(text: str, look: str = "", inside: str = "") -> str:
    value = 'office:value-type="string"' if text else ""
    return f"<table:table-cell {value} {look}>{inside}<text:p>{text}</text:p></table:table-cell>"


def _ods(path: Path) -> Path:
    looks = {
        (1, 0): 'table:number-rows-spanned="4"', (1, 4): 'table:style-name="red"', (3, 2): 'table:style-name="off"',
    }  # fmt: skip
    rows = ""
    for at, cells in enumerate(ROWS):
        written = "".join(
            _cell(
                _LINKED if (at, column) == (2, 2) else cell,
                looks.get((at, column), ""),
                _COMMENT if (at, column) == (2, 3) else "",
            )
            for column, cell in enumerate(cells)
        )
        hidden = ' table:visibility="collapse"' if at == 4 else ""
        rows += f"<table:table-row{hidden}>{written}</table:table-row>"
    columns = '<table:table-column table:number-columns-repeated="4"/><table:table-column table:visibility="collapse"/>'
    table = f'<table:table table:name="Plan">{columns}{rows}</table:table>'
    content = (
        f"<office:document-content {_SPACES}><office:automatic-styles>{_STYLES}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("META-INF/manifest.xml", _MANIFEST)
        package.writestr("content.xml", content)
    return path


def _xlsx(path: Path) -> Path:
    book = xlsxwriter.Workbook(str(path))
    page = book.add_worksheet("Plan")
    for at, cells in enumerate(ROWS):
        for column, cell in enumerate(cells):
            page.write_string(at, column, cell)
    page.merge_range(1, 0, 4, 0, "Bouw")
    page.write_blank(1, 4, None, book.add_format({"bg_color": "#FF0000"}))
    page.write_string(3, 2, "Oud idee", book.add_format({"font_strikeout": True}))
    page.set_row(4, None, None, {"hidden": True})
    page.set_column(4, 4, None, None, {"hidden": True})
    page.write_comment("D3", "wordt 1 mei")
    page.write_url("C3", _PAGE, None, ROWS[2][2])
    book.close()
    return path


def _read(path: Path, answers: dict[str, str] | None = None) -> IntakeProposal:
    return proposal_of(read_sheet(path, answers), DOSSIER, TODAY, answers)


@pytest.mark.parametrize("kind", ["ods", "xlsx"])
def test_looks_are_asked_or_told(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"plan.{kind}"
    (_ods if kind == "ods" else _xlsx)(path)
    asked = _read(path)
    red = "stand:kleur:rgb:ffff0000"
    assert [(one.key, one.proposed) for one in asked.questions] == [
        ("verborgen", "niet"), ("doorgestreept", "overslaan"), (red, "rood"),
    ]  # fmt: skip
    assert asked.change.edits == ()
    answered = _read(path, {"verborgen": "niet", "doorgestreept": "gereed", red: "rood"})
    found = carried_out(DOSSIER, answered.change).of(Milestone).values()
    assert [(one.title, one.deelproject, one.light.value) for one in found] == [
        ("Lab open", "Bouw", "rood"), ("Folder", "Bouw", "niet_gestart"), ("Oud idee", "Bouw", "gereed"),
    ]  # fmt: skip
    told = " ".join(answered.remarks)
    assert "In het blad verborgen, en toch gelezen: ‘Stoplicht’." in told
    assert "Opmerkingen bij cellen zijn niet overgenomen: ‘wordt 1 mei’ (regel 3)." in told
    assert f"Koppelingen bij cellen zijn niet overgenomen: ‘{_PAGE}’ (regel 3)." in told


def test_a_link_of_a_formula_is_told_and_an_address_that_the_cell_shows_is_not_lost(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "plan.xlsx"))
    page = book.add_worksheet()
    for at, cells in enumerate((["Mijlpaal", "Klaar op", "Toelichting"], ["Lab", "1-3-2027"], ["Folder", "1-4-2027"])):
        page.write_row(at, 0, cells)
    page.write_formula("A2", f'=HYPERLINK("{_PAGE}", "Lab")', None, "Lab")
    page.write_url("C2", "https://school.nl/lab")
    page.write_url("C3", "mailto:anja@school.nl", None, "anja@school.nl")
    page.write_url("B3", "internal:'Sheet1'!A1", None, "1-4-2027")
    book.close()
    told = [remark for remark in _read(tmp_path / "plan.xlsx").remarks if "Koppelingen" in remark]
    assert told == [f"Koppelingen bij cellen zijn niet overgenomen: ‘{_PAGE}’ en ‘'Sheet1'!A1’ (de regels 2 en 3)."]


def test_a_legend_proposes_what_its_colour_is(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "plan.xlsx"))
    page = book.add_worksheet()
    blue = book.add_format({"bg_color": "#4472C4"})
    for at, cells in enumerate((["Nr", "Mijlpaal", "Klaar op", "Status"], [1, "Lab open"], [2, "Folder"])):
        page.write_row(at, 0, cells)
        if at:
            page.write_datetime(at, 2, datetime(2027, at, 1), book.add_format({"num_format": "dd-mm-yyyy"}))
    page.write_blank(1, 3, None, blue)
    page.write_blank(5, 0, None, blue)
    page.write_string(5, 1, "afgerond")
    book.close()
    (question,) = _read(tmp_path / "plan.xlsx").questions
    assert (question.proposed, "het blad zegt ‘afgerond’" in question.text) == ("gereed", True)


def test_columns_that_are_pointed_at_are_enough_without_heads(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text("Lab open;1-3-2027\nFolder;1-4-2027\n", encoding="utf-8")
    proposal = _read(path, {"kolom:mijlpaal": "A", "kolom:klaar": "B"})
    assert [(new.caption, new.details) for new in proposal.added] == [
        ("1 Lab open", ("… – 1 mrt 2027",)), ("2 Folder", ("… – 1 apr 2027",)),
    ]  # fmt: skip


def test_a_month_that_is_hidden_is_told_where_a_bar_lies_below_it(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "plan.xlsx"))
    page = book.add_worksheet()
    rows = (["Taak", "jan 2027", "feb 2027", "mrt 2027", "apr 2027"], ["Lab", "x", "x"], ["Bus", "", "x", "x"])
    for at, cells in enumerate(rows):
        page.write_row(at, 0, cells)
    page.set_column(2, 2, None, None, {"hidden": True})
    page.set_column(4, 4, None, None, {"hidden": True})
    book.close()
    proposal = _read(tmp_path / "plan.xlsx")
    found = carried_out(DOSSIER, proposal.change).of(Milestone).values()
    assert [(one.start, one.due) for one in found] == [
        (date(2027, 1, 1), date(2027, 2, 28)), (date(2027, 2, 1), date(2027, 3, 31)),
    ]  # fmt: skip
    assert "In het blad verborgen, en toch gelezen: ‘feb 2027’." in proposal.remarks


def test_without_colours_it_says_in_which_files_these_are_read(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text("Taak;jan 2027;feb 2027;mrt 2027\nLab;;;\nBus;;;\n", "utf-8")
    with pytest.raises(NoPlanError, match=r"Kleuren van cellen leest sto-tui alleen uit een \.xlsx of \.ods"):
        _read(path)
