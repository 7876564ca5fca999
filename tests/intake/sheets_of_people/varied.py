"""The same sheets as other people would have made them: a title above, a note below, columns more or in another order.

The records stay the same, so that every variation has to be right, asked or refused as well.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from tests.intake.sheets_of_people.made import MadeSheet

Variation = Callable[[MadeSheet], MadeSheet | None]
"""A sheet in another form; None when it has no such form."""

_PREFIX = re.compile(r"(\s*!(?:h|\d) )?(.*)")
_TABS = re.compile(r"^\s*===", re.MULTILINE)
_ONLY_IN_A_WORKBOOK = re.compile(r"\{[!\w*-]+\}|^\s*!|^\s*===", re.MULTILINE)


def with_title(sheet: MadeSheet) -> MadeSheet | None:
    """Three lines above the table, with a date of their own."""
    if _TABS.search(sheet.text):
        return None
    above = "Overzicht Sterk Techniekonderwijs Midden\nOpgesteld op: | 12-8-2026\n\n"
    return replace(sheet, text=above + sheet.text)


def with_notes(sheet: MadeSheet) -> MadeSheet | None:
    """A remark and a name below the table, with a date in a sentence."""
    if _TABS.search(sheet.text):
        return None
    below = "\n\n* Onder voorbehoud van het besluit van de stuurgroep op 14-10-2026.\nOpgesteld door: A. Jansen"
    return replace(sheet, text=sheet.text + below)


def with_empty_column(sheet: MadeSheet) -> MadeSheet | None:
    """Everything one column to the right."""
    lines = [_prefixed(line, lambda cells: f" | {cells}") for line in sheet.text.splitlines()]
    return replace(sheet, text="\n".join(lines), answers=_shifted(sheet.answers, lambda at: at + 1))


def with_changed_on(sheet: MadeSheet) -> MadeSheet | None:
    """A last column with the day on which the row was changed, which is no day of the plan."""
    return _with_column(sheet, "Laatst gewijzigd op", lambda row: f"{1 + row % 28:02}-08-2026")


def with_costs(sheet: MadeSheet) -> MadeSheet | None:
    """A last column with amounts."""
    return _with_column(sheet, "Kosten", lambda row: f"#{1250 * row}")


def with_loud_heads(sheet: MadeSheet) -> MadeSheet | None:
    """The heads in capitals, with a colon."""
    if not sheet.is_list:
        return None
    lines = sheet.text.splitlines()
    head = _head_row(lines)
    lines[head] = " | ".join(f"{cell.strip().upper()}:" if cell.strip() else "" for cell in lines[head].split("|"))
    return replace(sheet, text="\n".join(lines))


def turned(sheet: MadeSheet) -> MadeSheet | None:
    """The columns from right to left."""
    lines = sheet.text.splitlines()
    width = max(line.count("|") for line in lines)
    if not sheet.is_list or "<<" in sheet.text or any(line.count("|") not in (0, width) for line in lines):
        return None
    turned_lines = [_prefixed(line, _turned_cells) for line in lines]
    return replace(sheet, text="\n".join(turned_lines), answers=_shifted(sheet.answers, lambda at: width - at))


def as_csv(sheet: MadeSheet) -> MadeSheet | None:
    """Saved as a csv, in which merged cells and real dates are gone."""
    is_possible = (
        sheet.kind == "xlsx"
        and "^^" not in sheet.text
        and not sheet.month_heads
        and not _ONLY_IN_A_WORKBOOK.search(sheet.text)
    )
    return replace(sheet, kind="csv", encoding="cp1252") if is_possible and _is_western(sheet.text) else None


def banded(sheet: MadeSheet) -> MadeSheet | None:
    """Every other row in a pale colour."""
    if sheet.kind != "xlsx" or not sheet.is_list:
        return None
    lines = sheet.text.splitlines()
    for at in range(_head_row(lines) + 1, len(lines), 2):
        if "|" in lines[at] and "<<" not in lines[at]:
            lines[at] = " | ".join(f"{cell.strip()}{{band}}" for cell in lines[at].split("|"))
    return replace(sheet, text="\n".join(lines))


VARIATIONS: Mapping[str, Variation] = {
    "with a title": with_title,
    "with notes": with_notes,
    "with an empty column": with_empty_column,
    "with a day of change": with_changed_on,
    "with costs": with_costs,
    "with loud heads": with_loud_heads,
    "turned": turned,
    "as csv": as_csv,
    "banded": banded,
}


def varied(sheet: MadeSheet) -> Iterator[tuple[str, MadeSheet]]:
    """Every variation that this sheet has, by its name."""
    for name, variation in VARIATIONS.items():
        if (other := variation(sheet)) is not None:
            yield name, replace(other, name=f"{sheet.name} {name}")


def _prefixed(line: str, change: Callable[[str], str]) -> str:
    """The line with its cells changed; a tab, an empty line and what stands before a row stay."""
    match = _PREFIX.fullmatch(line)
    if match is None or not match[2].strip() or match[2].strip().startswith("==="):
        return line
    return f"{match[1] or ''}{change(match[2])}"


def _turned_cells(cells: str) -> str:
    return " | ".join(reversed(cells.split("|"))) if "|" in cells else cells


def _head_row(lines: list[str]) -> int:
    widest = max(line.count("|") for line in lines)
    return next(at for at, line in enumerate(lines) if line.count("|") == widest)


def _with_column(sheet: MadeSheet, head: str, cell: Callable[[int], str]) -> MadeSheet | None:
    lines = sheet.text.splitlines()
    if not sheet.is_list or "<<" in sheet.text or _TABS.search(sheet.text):
        return None
    first = _head_row(lines)
    widest = lines[first].count("|")
    for at, line in enumerate(lines):
        if at >= first and line.count("|") == widest:
            lines[at] = f"{line} | {head if line.strip() == lines[first].strip() else cell(at)}"
    return replace(sheet, text="\n".join(lines))


def _shifted(answers: Mapping[str, str], change: Callable[[int], int]) -> dict[str, str]:
    """Columns that were pointed at by letter stand elsewhere."""
    return {
        key: chr(65 + change(ord(value) - 65)) if key.startswith("kolom:") and len(value) == 1 else value
        for key, value in answers.items()
    }


def _is_western(text: str) -> bool:
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True
