"""Whether a workbook is what Excel demands: what it finds otherwise it calls damaged, and repairs by leaving out.

Source: ISO 29500-1, part 18, and the specifications and limits of Excel.
"""

import itertools
import re
from collections.abc import Iterable, Mapping

from lxml import etree

from tests.support.word_packages import RELATIONS, check_package, parts_of

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_ORDER = {
    "workbook": "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups "
    "externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches fileRecoveryPr extLst",
    "worksheet": "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection "
    "protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr "
    "conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks "
    "colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing tableParts extLst",
    "styleSheet": "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst",
    "dataValidation": "formula1 formula2",
    "c": "f v is extLst",
}
_MANY = {"conditionalFormatting"}
_LAST_ROW, _LAST_COLUMN, _LONGEST_TEXT, _HIGHEST, _WIDEST = 1_048_576, 16_384, 32_767, 409.5, 255
_CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]*)")
_BAD_IN_NAME = re.compile(r"[\[\]:*?/\\]")

Area = tuple[int, int, int, int]


def check_workbook(data: bytes) -> Mapping[str, etree._Element]:
    """Looks at every part of the package; the sheets by their name."""
    parts = parts_of(data)
    check_package(parts)
    roots = {name: etree.fromstring(parts[name]) for name in parts if name.endswith(".xml") and name.startswith("xl/")}
    for root in roots.values():
        _check_order(root)
    book, styles = roots["xl/workbook.xml"], roots["xl/styles.xml"]
    strings = ["".join(map(str, item.itertext())) for item in roots["xl/sharedStrings.xml"].iter(f"{S}si")]
    assert all(len(text) <= _LONGEST_TEXT for text in strings)
    counted = ("fonts", "fills", "borders", "cellXfs", "cellStyleXfs", "dxfs", "numFmts")
    for group in [element for name in counted if (element := styles.find(f"{S}{name}")) is not None]:
        assert int(group.get("count", "0")) == len(group)
    looks, painted = (len(styles.findall(f"{S}{group}/*")) for group in ("cellXfs", "dxfs"))
    files = {
        one.get("Id"): one.get("Target")
        for one in etree.fromstring(parts["xl/_rels/workbook.xml.rels"]).iter(RELATIONS)
    }
    sheets = {sheet.get("name", ""): roots[f"xl/{files[sheet.get(f'{R}id')]}"] for sheet in book.iter(f"{S}sheet")}
    _check_book(book, list(sheets))
    for sheet in sheets.values():
        _check_cells(sheet, looks, len(strings))
        _check_areas(sheet)
        _check_validations(sheet)
        rules = list(sheet.iter(f"{S}cfRule"))
        assert all(int(rule.get("dxfId", "0")) < painted for rule in rules)
        assert len({rule.get("priority") for rule in rules}) == len(rules)
        assert all(len(text) <= 255 for one in sheet.iter(f"{S}headerFooter") for text in one.itertext())
    return sheets


def _check_order(root: etree._Element) -> None:
    for element in root.iter(f"{S}*"):
        order = _ORDER.get(etree.QName(element).localname)
        if order is None:
            continue
        names = [etree.QName(child).localname for child in element]
        places = [order.split().index(name) for name in names]
        assert places == sorted(places), (element.tag, names)
        assert all(many == 1 or name in _MANY for name, many in ((name, names.count(name)) for name in names)), names


def _check_book(book: etree._Element, names: list[str]) -> None:
    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        assert 0 < len(name) <= 31, name
        assert not _BAD_IN_NAME.search(name), name
        assert name.strip("'") == name
        assert name.casefold() != "history"
    defined = [(one.get("name", "").casefold(), one.get("localSheetId", "")) for one in book.iter(f"{S}definedName")]
    assert len(set(defined)) == len(defined)
    assert all(not sheet or int(sheet) < len(names) for _, sheet in defined)


def _check_cells(sheet: etree._Element, looks: int, strings: int) -> None:
    columns = [
        (int(one.get("min", "")), int(one.get("max", "")), float(one.get("width", ""))) for one in sheet.iter(f"{S}col")
    ]
    assert all(low <= high <= _LAST_COLUMN and 0 <= width <= _WIDEST for low, high, width in columns)
    assert all(before[1] < after[0] for before, after in itertools.pairwise(columns))
    rows = list(sheet.iter(f"{S}row"))
    _check_rising(int(row.get("r", "")) for row in rows)
    for row in rows:
        assert float(row.get("ht", "0")) <= _HIGHEST
        places = [_place(cell.get("r", "")) for cell in row]
        assert {place[0] for place in places} <= {int(row.get("r", ""))}
        _check_rising(place[1] for place in places)
    for cell in sheet.iter(f"{S}c"):
        assert int(cell.get("s", "0")) < looks
        assert cell.get("t") != "s" or int(cell.findtext(f"{S}v") or "") < strings
        assert len(cell.findtext(f"{S}f") or "") <= 8192


def _check_areas(sheet: etree._Element) -> None:
    """No two merges, nor two validations, have a cell in common."""
    merged = [_area(one.get("ref", "")) for one in sheet.iter(f"{S}mergeCell")]
    chosen = [_area(ref) for one in sheet.iter(f"{S}dataValidation") for ref in one.get("sqref", "").split()]
    assert all(area[:2] != area[2:] for area in merged), "a merge of one cell is refused"
    for areas in (merged, chosen):
        for first, second in itertools.combinations(areas, 2):
            assert first[2] < second[0] or second[2] < first[0] or first[3] < second[1] or second[3] < first[1]
    for group, name in (("mergeCells", "mergeCell"), ("dataValidations", "dataValidation")):
        for one in sheet.iter(f"{S}{group}"):
            assert int(one.get("count", "")) == len(list(one.iter(f"{S}{name}"))) > 0


def _check_validations(sheet: etree._Element) -> None:
    for one in sheet.iter(f"{S}dataValidation"):
        listed = (one.findtext(f"{S}formula1") or "").strip('"')
        assert len(listed) <= 255, listed
        limits = (("error", 255), ("prompt", 255), ("errorTitle", 32), ("promptTitle", 32))
        assert all(len(one.get(name, "")) <= most for name, most in limits)


def _check_rising(numbers: Iterable[int]) -> None:
    assert all(before < after for before, after in itertools.pairwise(numbers))


def _area(ref: str) -> Area:
    first, _, last = ref.partition(":")
    return *_place(first), *_place(last or first)


def _place(address: str) -> tuple[int, int]:
    match = _CELL.fullmatch(address)
    assert match, address
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    row = int(match[2])
    assert row <= _LAST_ROW
    assert column <= _LAST_COLUMN
    return row, column
