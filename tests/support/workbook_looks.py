"""A workbook as it reads and looks: a line per row, its cells with the same look together behind that look.

A look is bold and italic, the size and colour of the letters, the ground, how a number is shown, and how the cell is
laid out. Behind the rows stand what is merged, painted and picked from a list, and how the sheet prints.
"""

from copy import deepcopy
from itertools import groupby
from typing import Any

from lxml import etree

from tests.support.word_looks import brief, counted
from tests.support.word_packages import parts_of
from tests.support.workbook_packages import S, check_workbook

_GROUPS = ("mergeCells", "conditionalFormatting", "dataValidations")
_SINGLE = ("sheetViews", "sheetProtection", "pageMargins", "pageSetup", "headerFooter")


def workbook_lines(data: bytes) -> list[str]:
    """Every sheet, in their order."""
    parts = parts_of(data)
    texts = ["".join(map(str, one.itertext())) for one in etree.fromstring(parts["xl/sharedStrings.xml"])]
    styles: Any = etree.fromstring(parts["xl/styles.xml"])
    looks, painted = [_look(one, styles) for one in styles.find(f"{S}cellXfs")], styles.findall(f"{S}dxfs/{S}dxf")
    lines = [brief(etree.fromstring(parts["xl/workbook.xml"]).find(f"{S}definedNames"))]
    for name, sheet in check_workbook(data).items():
        lines += ["", f"═══ {name}", *counted([_column(one) for one in sheet.iter(f"{S}col")])]
        lines += counted([_row(one, looks, texts) for one in sheet.iter(f"{S}row")])
        for rule in sheet.iter(f"{S}cfRule"):
            rule.append(deepcopy(painted[int(rule.attrib.pop("dxfId"))]))
        for group in sheet:
            name = etree.QName(group).localname
            lines += [brief(one) for one in (group if name in _GROUPS else [group] * (name in _SINGLE))]
    return lines


def _column(column: Any) -> str:
    hidden = " verborgen" if column.get("hidden") else ""
    return f"kolom {float(column.get('width')):g}{hidden}"


def _look(form: Any, styles: Any) -> str:
    """The look of a cell; what every cell has is left out."""
    font, fill, border = (
        styles.find(f"{S}{group}")[int(form.get(key))]
        for group, key in (("fonts", "fontId"), ("fills", "fillId"), ("borders", "borderId"))
    )
    numbers = {one.get("numFmtId"): one.get("formatCode") for one in styles.iter(f"{S}numFmt")}
    said = [etree.QName(one).localname for one in font if etree.QName(one).localname in "bi"]
    said += [one.get("val") or one.get("rgb")[2:] for one in font if one.get("rgb") or one.tag == f"{S}sz"]
    said += [f"op {one.get('rgb')[2:]}" for one in fill.iter(f"{S}fgColor")]
    said += [f"{etree.QName(one).localname}={one.get('style')}" for one in border if one.get("style", "thin") != "thin"]
    said += [numbers.get(form.get("numFmtId"), form.get("numFmtId"))]
    said += [f"{key}={value}" for one in form.iter(f"{S}alignment") for key, value in one.attrib.items()]
    return " ".join(said)


def _row(row: Any, looks: list[str], texts: list[str]) -> str:
    height = f" {float(row.get('ht')):g}" if row.get("ht") else ""
    cells = groupby(row, key=lambda cell: looks[int(cell.get("s", "0"))])
    values = ((look, counted(_value(cell, texts) for cell in same)) for look, same in cells)
    return " ".join([f"rij{height}", *(f"[{look}] {' | '.join(shown)}" for look, shown in values)])


def _value(cell: Any, texts: list[str]) -> str:
    value, formula = cell.findtext(f"{S}v"), cell.findtext(f"{S}f")
    text = texts[int(value)] if value and cell.get("t") == "s" else value or "·"
    return f"{text}{f' ={formula}' if formula else ''}".replace("\n", " / ")
