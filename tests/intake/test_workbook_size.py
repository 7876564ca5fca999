"""How much of a workbook is read, whatever way its XML says how large it is."""

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from sto_tui.intake.sheets.package import TOO_LARGE, PackageError, safe_package

STRANGE = "is vreemd opgebouwd: geen rekenprogramma schrijft het zo"

# Two million cells may be: 2,000 rows of 1,000 columns, which are A to ALL.
MOST = '<row r="2000"><c r="ALL2000"><v>1</v></c></row>'
FAR = '<row r="2000"><c r="ALM2000"><v>1</v></c></row>'
ONE = "<c><v>1</v></c>"

WORD = '<table:table-cell office:value-type="string"><text:p>Nr</text:p></table:table-cell>'


# Ten of these are 4,000 times what the reader of looks keeps of an element.
CROWDED = "<a " + " ".join(f'a{number}=""' for number in range(199)) + "/>"
SHEET = '<?xml version="1.0"?><{0}worksheet xmlns{1}="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'


def table(rows: str) -> str:
    return f'<table:table table:name="A">{rows}</table:table>'


def repeated(rows: object, cells: str = WORD, before: str = "") -> str:
    return f'<table:table-row {before} table:number-rows-repeated="{rows}">{cells}</table:table-row>'


def cell(columns: object, inside: str = "", about: str = 'office:value-type="string"') -> str:
    return f'<table:table-cell table:number-columns-repeated="{columns}" {about}>{inside}</table:table-cell>'


def packed(part: str, how: int = zipfile.ZIP_STORED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", how) as archive:
        archive.writestr("content.xml", part if part.startswith(("<!", "<?")) else f"<x>{part}</x>")
    return buffer.getvalue()


@pytest.mark.parametrize(
    "part",
    [
        MOST,
        # An empty cell takes no place; neither does one in a far row that is closed at once.
        '<row><c r="ALM2000"/></row>',
        # Without addresses cells and rows are counted: 1,000 in the second thousandth row.
        f'<row r="1999"/><row>{ONE * 1000}</row>',
        # An address moves its cell and no row: the next row is the second one.
        f'<row><c r="A2000"/></row><row>{ONE * 1001}</row>',
        # What LibreOffice repeats is written out: 2,000 rows of 1,000 cells.
        table(repeated(2000, cell(1000))),
        # The rows and cells with which LibreOffice fills up a sheet are empty.
        table(repeated(1, WORD + cell(16_383, about="")) + repeated(1_048_575, cell(16_384, about=""))),
        table(repeated(1999, cell(1))) + table(repeated(1_000_000, cell(1, about=""))) + table(repeated(1, cell(1))),
        # Of a sheet the reader of looks keeps one row at a time.
        SHEET.format("", "") + f"<row>{CROWDED * 10}</row>" * 1_300 + "</worksheet>",
        SHEET.format("x:", ":x") + f"<x:row>{CROWDED * 10}</x:row>" * 1_300 + "</x:worksheet>",
        # 50 million characters: 10,000 times 5,000.
        table(repeated(10_000, cell(1, "x" * 5000))),
    ],
)
def test_what_fits_is_read(part: str) -> None:
    assert safe_package(packed(part))


@pytest.mark.parametrize(
    "part",
    [
        FAR,
        f'<row r="1999"/><row>{ONE * 1001}</row>',
        f'<row r="2000">{ONE}</row><row r="1">{ONE * 1001}</row>',
        # The same place in other words.
        '<x:row r="2000"><x:c r="ALM2000"><x:v>1</x:v></x:c></x:row>',
        '<row><c r="AL&#77;2000"><v>1</v></c></row>',
        """<row><c a=" r='A1'" r="ALM2000"><v>1</v></c></row>""",
        f'<row r="2000"><!-- <row r="1"> -->{ONE * 1001}</row>',
        f'<row r="2000"><![CDATA[<row r="1">]]>{ONE * 1001}</row>',
        # All sheets count together, and so do all tables: the reader of LibreOffice has them all at once.
        table(repeated(2000, cell(600))) + table(repeated(2000, cell(600))),
        table(repeated(2000, cell(1001))),
        table(repeated("&#50;000", cell(1001))),
        table(repeated("200&#x30;", cell("100&#49;"))),
        table(repeated("+2000", cell("00000000001001"))),
        table(repeated("9" * 5000)),
        f'<t:table><t:table-row t:number-rows-repeated="2000">{cell(1001)}</t:table-row></t:table>',
        table(repeated(2000, cell(1001), 't:number-rows-repeated="1"')),
        table(repeated(2001, cell(1000), """x="number-rows-repeated='1'" """)),
        # A table that the reader does not know is no end of the one around it.
        table((repeated(1000, cell(500)) + "<t:table/>") * 5),
        table(
            "".join(f"<t:table>{repeated(1_000_000, cell(1, about=''))}{repeated(1, WORD)}</t:table>" for _ in "123")
        ),
        # A value or a formula without a type fills a cell too.
        table(repeated(2001, cell(1000, about='office:string-value="x"'))),
        table(repeated(2001, cell(1000, about='table:formula="of:=1"'))),
        # Empty cells take room as soon as another one follows.
        table(repeated(1, cell(2_000_001, about="") + cell(1, about=""))),
        # Text is repeated with its cell, and a space with its count.
        table(repeated(10_000, cell(1, "x" * 5300))),
        table(repeated(1, cell(1, '<text:s text:c="60000000"/>'))),
        table(repeated(100, cell(10, '<text:s text:c="60000"/>'))),
        # What no reader of tables looks at, the reader of looks keeps; and so it does a row of another kind of part.
        CROWDED * 12_600,
        f"<row>{CROWDED * 10}</row>" * 1_300,
        "<sst><si><t>" + "x" * 10_000 + "</t></si></sst>" + '<c t="s"><v>0</v></c>' * 5300,
    ],
)
def test_what_asks_for_too_much_is_refused(part: str) -> None:
    with pytest.raises(PackageError, match=f"^{TOO_LARGE}$"):
        safe_package(packed(part))


@pytest.mark.parametrize(
    "part",
    [
        '<row r="1048577"/>',
        '<row r="0"/>',
        '<row r="99999999999999999999"/>',
        '<row r="-1"/>',
        '<row r="٣"/>',
        '<row><c r="XFE1"/></row>',
        '<row><c r="ZZZZZZZ2"/></row>',
        '<row><c r="A1048577"/></row>',
        '<row><c r="1A"/></row>',
        '<!DOCTYPE x [<!ENTITY e "5000000">]><x>' + table(repeated("&e;")) + "</x>",
        '<!DOCTYPE x [<!ATTLIST table:table-row table:number-rows-repeated CDATA "5000000">]><x/>',
        # Character sets that nobody knows, or that the reader of XML does not.
        '<?xml version="1.0" encoding="bestaatniet"?><x/>',
        '<?xml version="1.0" encoding="UTF-7"?><x/>',
        '<?xml version="1.0" encoding="idna"?><x/>',
        "<c " + " ".join(f'a{number}=""' for number in range(201)) + "/>",
    ],
)
def test_what_no_program_for_spreadsheets_writes_is_refused(part: str) -> None:
    with pytest.raises(PackageError, match=f"^{STRANGE}$"):
        safe_package(packed(part))


def lying(real: int, told: int) -> bytes:
    """A zip file whose one part unpacks to `real` bytes, while both its headers say `told`."""
    data = bytearray(packed(" " * real, zipfile.ZIP_DEFLATED))
    for place in (22, data.rindex(b"PK\x01\x02") + 24):
        data[place : place + 4] = told.to_bytes(4, "little")
    return bytes(data)


# Reads files with at most 200 MB more than the program itself takes.
_READ = """
import resource, sys
from pathlib import Path
import python_calamine
from sto_tui.intake.sheets.table_reader import IntakeError
from sto_tui.intake.tables.workbook_tabs import read_tabs
room = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize() + (200 << 20)
resource.setrlimit(resource.RLIMIT_AS, (room, room))
for name in sys.argv[1:]:
    try:
        print(read_tabs(Path(name)).tabs[0].rows)
    except IntakeError as error:
        print(error)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="limits how much memory it may use")
def test_no_small_file_asks_for_much_memory(tmp_path: Path) -> None:
    """Each of these took a gigabyte, or ended the program: the reader makes room for what is promised."""
    files = {
        "lying.xlsx": lying(200_000_000, 1000),
        "entity.ods": ods(table(repeated("&#53;000000", WORD * 4))),
        "text.ods": ods(table(repeated(19_000, cell(1, "x" * 40_000)))),
        "promise.xlsx": xlsx(ONE, strings='<sst count="4294967295" uniqueCount="4294967295"><si><t>x</t></si></sst>'),
        "dimension.xlsx": xlsx(ONE, before='<dimension ref="A1:XFD1048576"/>'),
        "sheets.xlsx": xlsx('<c r="CV19000"><v>1</v></c>', sheets=200),
        "quoted.xlsx": xlsx("""<c a=" r='A1'" r="XFD1048576"><v>1</v></c>"""),
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    done = subprocess.run(
        [sys.executable, "-c", _READ, *files],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        env=dict(os.environ),
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, "")
    alone = "Bewaar alleen de tabel zelf, in een nieuwe werkmap."
    assert done.stdout.splitlines() == [
        f"lying.xlsx is beschadigd: het is niet uit te pakken. {alone}",
        f"entity.ods {TOO_LARGE}. {alone}",
        f"text.ods {TOO_LARGE}. {alone}",
        "(SheetRow(number=1, cells=('1',)),)",
        "(SheetRow(number=1, cells=('1',)),)",
        f"sheets.xlsx {TOO_LARGE}. {alone}",
        f"quoted.xlsx {TOO_LARGE}. {alone}",
    ]


def ods(body: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest:manifest/>")
        archive.writestr("content.xml", f"<office:document-content>{body}</office:document-content>")
    return buffer.getvalue()


def xlsx(cells: str, *, before: str = "", strings: str = "", sheets: int = 1) -> bytes:
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    listed = "".join(f'<sheet name="S{number}" sheetId="{number}" r:id="r1"/>' for number in range(1, sheets + 1))
    links = (("r1", "worksheet", "sheet.xml"), ("s", "sharedStrings", "strings.xml"))
    joined = "".join(f'<Relationship Id="{id}" Type="{kinds}/{kind}" Target="{target}"/>' for id, kind, target in links)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types></Types>")
        archive.writestr(
            "_rels/.rels",
            "<Relationships>"
            f'<Relationship Id="r" Type="{kinds}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
        archive.writestr("xl/workbook.xml", f'<workbook xmlns:r="{kinds}"><sheets>{listed}</sheets></workbook>')
        archive.writestr("xl/_rels/workbook.xml.rels", f"<Relationships>{joined}</Relationships>")
        archive.writestr("xl/strings.xml", strings or "<sst/>")
        archive.writestr("xl/sheet.xml", f"<worksheet>{before}<sheetData><row>{cells}</row></sheetData></worksheet>")
    return buffer.getvalue()
