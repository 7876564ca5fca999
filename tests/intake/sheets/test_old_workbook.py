"""Workbooks in the old form of Excel: read apart, so that a far cell ends nothing."""

import struct
from pathlib import Path

import pytest

from sto_tui.intake.sheets.table_reader import IntakeError
from sto_tui.intake.tables.workbook_tabs import read_tabs

_END, _FREE = 0xFFFFFFFE, 0xFFFFFFFF


def record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def begin(kind: int) -> bytes:
    return record(0x809, struct.pack("<HHHHII", 0x600, kind, 0xDBB, 0x7CC, 0, 6))


def sheet_of(cells: dict[tuple[int, int], float]) -> bytes:
    numbers = (record(0x203, struct.pack("<HHHd", row, column, 0, value)) for (row, column), value in cells.items())
    return begin(0x10) + b"".join(numbers) + record(0xA, b"")


def entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    words = name.encode("utf-16le") + b"\0\0"
    return (
        words.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(words), kind, 1, _FREE, _FREE, child)
        + b"\0" * 16
        + struct.pack("<IQQIQ", 0, 0, 0, start, size)
    )


def old_workbook(cells: dict[tuple[int, int], float]) -> bytes:
    """A compound file with one stream, in which one sheet holds these numbers."""

    def globals_with(place: int) -> bytes:
        return begin(5) + record(0x85, struct.pack("<IBBBB", place, 0, 0, 2, 0) + b"S1") + record(0xA, b"")

    stream = (globals_with(len(globals_with(0))) + sheet_of(cells)).ljust(4096, b"\0")
    sectors = len(stream) // 512
    table = [0xFFFFFFFD, _END, *(number + 3 for number in range(sectors - 1)), _END]
    folder = (entry("Root Entry", 5, 1, _END, 0) + entry("Workbook", 2, _FREE, 2, len(stream))).ljust(512, b"\0")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    head += struct.pack("<IIIIIIIIII", 0, 1, 1, 0, 4096, _END, 0, _END, 0, 0) + b"\xff" * 4 * 108
    return head + struct.pack("<128I", *table, *[_FREE] * (128 - len(table))) + folder + stream


def test_an_old_workbook_is_read(tmp_path: Path) -> None:
    path = tmp_path / "oud.xls"
    path.write_bytes(old_workbook({(0, 0): 1.1, (0, 1): 2027, (2, 1): 3}))
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
