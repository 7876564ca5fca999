"""What a workbook in the old form of Excel hides: sheets, rows and columns, and the levels of its rows."""

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sto_tui.intake.sheets.compound_file import stream_of
from sto_tui.intake.sheets.table_reader import MOST_COLUMNS
from sto_tui.intake.tables.sheet_looks import TabLooks

_STREAMS = ("Workbook", "Book")
_SHEET, _BEGIN, _END, _ROW, _COLUMNS = 0x85, 0x809, 0x0A, 0x208, 0x7D
_IS_8 = 0x600
_HIDDEN_ROW, _HIDDEN_COLUMN, _HIDDEN_SHEET, _LEVEL = 0x20, 0x01, 0x03, 0x07


@dataclass(frozen=True)
class OldLooks:
    """By the name of a sheet what it hides, and which sheets are hidden themselves."""

    tabs: Mapping[str, TabLooks]
    hidden: frozenset[str]


def old_looks_of(data: bytes) -> OldLooks:
    """What a workbook hides; nothing of one that is not understood, of which the cells may still be read."""
    try:
        stream = stream_of(data, _STREAMS)
        sheets = [*_sheets(stream)]
        tabs = {name: _looks(stream, at) for name, at, _ in sheets}
    except (ValueError, struct.error, IndexError):
        return OldLooks({}, frozenset())
    return OldLooks(tabs, frozenset(name for name, _, is_hidden in sheets if is_hidden))


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The records of one part, without those of the charts in it."""
    depth = 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        depth += (kind == _BEGIN) - (kind == _END)
        if depth < 1:
            return
        if depth == 1:
            yield kind, stream[at + 4 : at + 4 + size]
        at += 4 + size


def _sheets(stream: bytes) -> Iterator[tuple[str, int, bool]]:
    """The name of each sheet, where it begins, and whether it is hidden."""
    is_8 = True
    for kind, data in _records(stream, 0):
        if kind == _BEGIN:
            is_8 = struct.unpack_from("<H", data)[0] == _IS_8
        elif kind == _SHEET:
            place, state, _, length = struct.unpack_from("<IBBB", data)
            is_wide = is_8 and bool(data[7] & 1)
            name = data[8:].decode("utf-16le" if is_wide else "latin-1") if is_8 else data[7:].decode("cp1252")
            yield name[:length], place, bool(state & _HIDDEN_SHEET)


def _looks(stream: bytes, at: int) -> TabLooks:
    rows, columns, levels = set(), set(), {}
    for kind, data in _records(stream, at):
        if kind == _ROW:
            number, about = struct.unpack_from("<H10xB", data)
            if about & _HIDDEN_ROW:
                rows.add(number + 1)
            if about & _LEVEL:
                levels[number + 1] = about & _LEVEL
        elif kind == _COLUMNS:
            first, last, _, _, about = struct.unpack_from("<HHHHH", data)
            if about & _HIDDEN_COLUMN:
                columns |= {*range(first, min(last, MOST_COLUMNS) + 1)}
    return TabLooks(frozenset(rows), levels, hidden_columns=frozenset(columns))
