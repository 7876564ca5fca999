"""Workbooks in the old form of Excel: read apart, so that a far cell ends nothing."""

import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sto_tui.intake.sheets.table_reader import IntakeError
from sto_tui.intake.tables.old_looks import old_looks_of
from sto_tui.intake.tables.sheet_looks import TabLooks
from sto_tui.intake.tables.workbook_tabs import read_tabs

_END, _FREE = 0xFFFFFFFE, 0xFFFFFFFF


def record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def begin(kind: int) -> bytes:
    return record(0x809, struct.pack("<HHHHII", 0x600, kind, 0xDBB, 0x7CC, 0, 6))


def sheet_of(cells: dict[tuple[int, int], float], more: bytes = b"") -> bytes:
    numbers = (record(0x203, struct.pack("<HHHd", row, column, 0, value)) for (row, column), value in cells.items())
    return begin(0x10) + more + b"".join(numbers) + record(0xA, b"")


def entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    words = name.encode("utf-16le") + b"\0\0"
    return (
        words.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(words), kind, 1, _FREE, _FREE, child)
        + b"\0" * 16
        + struct.pack("<IQQIQ", 0, 0, 0, start, size)
    )


def old_workbook(cells: dict[tuple[int, int], float], more: bytes = b"", state: int = 0) -> bytes:
    """A compound file with one stream, in which one sheet holds these numbers, and these records."""

    def globals_with(place: int) -> bytes:
        return begin(5) + record(0x85, struct.pack("<IBBBB", place, state, 0, 2, 0) + b"S1") + record(0xA, b"")

    stream = (globals_with(len(globals_with(0))) + sheet_of(cells, more)).ljust(4096, b"\0")
    sectors = len(stream) // 512
    table = [0xFFFFFFFD, _END, *(number + 3 for number in range(sectors - 1)), _END]
    folder = (entry("Root Entry", 5, 1, _END, 0) + entry("Workbook", 2, _FREE, 2, len(stream))).ljust(512, b"\0")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    head += struct.pack("<IIIIIIIIII", 0, 1, 1, 0, 4096, _END, 0, _END, 0, 0) + b"\xff" * 4 * 108
    return head + struct.pack("<128I", *table, *[_FREE] * (128 - len(table))) + folder + stream


@pytest.mark.parametrize("embedded", ["", "WordDocument", "PowerPoint Document"])
def test_an_old_workbook_is_read(embedded: str, tmp_path: Path) -> None:
    """Also with a text or slides embedded in it."""
    path = tmp_path / "oud.xls"
    path.write_bytes(old_workbook({(0, 0): 1.1, (0, 1): 2027, (2, 1): 3}) + embedded.encode("utf-16-le"))
    rows = read_tabs(path).tabs[0].rows
    assert [(row.number, row.cells) for row in rows] == [(1, ("1.1", "2027")), (3, ("", "3"))]


@pytest.mark.parametrize("far", [(65_535, 255), (65_535, 16_383)])
def test_a_far_cell_gets_its_sentence(tmp_path: Path, far: tuple[int, int]) -> None:
    """Its reader would ask for a gigabyte, or for 34 and end the program."""
    path = tmp_path / "ver.xls"
    path.write_bytes(old_workbook({(0, 0): 1, far: 1}))
    with pytest.raises(IntakeError, match=r"^ver\.xls is te groot"):
        read_tabs(path)


def test_half_an_old_workbook_gets_its_sentence(tmp_path: Path) -> None:
    path = tmp_path / "half.xls"
    path.write_bytes(old_workbook({(0, 0): 1})[:1500])
    with pytest.raises(IntakeError, match=r"^half\.xls is "):
        read_tabs(path)


def test_what_an_old_workbook_hides(tmp_path: Path) -> None:
    """Row 2 by hand, column B; the third row has a level. A sheet may be hidden itself."""
    rows = {1: 0x120, 2: 0x102}
    more = b"".join(record(0x208, struct.pack("<HHHHHHHH", at, 0, 2, 255, 0, 0, look, 0)) for at, look in rows.items())
    more += record(0x7D, struct.pack("<HHHHHH", 1, 1, 2000, 0, 1, 0))
    path = tmp_path / "oud.xls"
    for state, is_visible in ((0, True), (1, False), (2, False)):
        path.write_bytes(old_workbook({(row, column): 1 for row in range(3) for column in range(2)}, more, state))
        file = read_tabs(path)
        looks = file.looks(file.tabs[0])
        assert looks == TabLooks(frozenset({2}), {3: 2}, hidden_columns=frozenset({1}))
        assert file.tabs[0].is_visible is is_visible


@given(st.integers(0, 2500), st.binary(min_size=1, max_size=8))
def test_what_is_broken_hides_nothing_or_something(place: int, bytes_there: bytes) -> None:
    """It ends, and raises nothing: the cells may still be read."""
    whole = bytearray(old_workbook({(0, 0): 1.1, (2, 1): 3}))
    whole[place : place + len(bytes_there)] = bytes_there
    old_looks_of(bytes(whole))
