"""A stream of a compound file, the form in which programs wrote before 2007: sectors that a table chains together."""

import struct
from collections.abc import Iterator

_HEAD, _ENTRY = 512, 128
_LAST, _LINKS_IN_HEAD = 0xFFFFFFFA, 109
_ROOT = 5
_SHIFTS, _SMALL_SHIFT = (9, 12), 6


def stream_of(data: bytes, names: tuple[str, ...]) -> bytes:
    """The first stream with one of these names; empty when there is none. Raises ValueError for a file that is broken.

    A chain that comes back to where it was, or leads out of the file, is broken.
    """
    try:
        return _stream(data, names)
    except (struct.error, IndexError, UnicodeDecodeError, OverflowError) as error:
        raise ValueError("a broken compound file") from error


def _stream(data: bytes, names: tuple[str, ...]) -> bytes:
    shifts = struct.unpack_from("<HH", data, 30)
    if shifts[0] not in _SHIFTS or shifts[1] != _SMALL_SHIFT:
        raise ValueError("sectors of a size that no program writes")
    size, small = (1 << shift for shift in shifts)
    folder, cutoff, first_small, _, more = struct.unpack_from("<I4xIIII", data, 48)
    sectors = _Sectors(data, size, _HEAD)
    links = [link for link in struct.unpack_from(f"<{_LINKS_IN_HEAD}I", data, 76) if link < _LAST]
    for _ in range(sectors.most):
        if more >= _LAST:
            break
        *block, more = struct.unpack(f"<{size // 4}I", sectors.at(more))
        links += [link for link in block if link < _LAST]
    table = _numbers(b"".join(map(sectors.at, links[: sectors.most])))
    entries = [*_entries(sectors.chained(folder, table))]
    root = next((first for _, kind, first, _ in entries if kind == _ROOT), _LAST)
    for name, _, first, length in entries:
        if name in names and length >= cutoff:
            return sectors.chained(first, table)[:length]
        if name in names:
            shorts = _Sectors(sectors.chained(root, table), small, 0)
            return shorts.chained(first, _numbers(sectors.chained(first_small, table)))[:length]
    return b""


class _Sectors:
    def __init__(self, data: bytes, size: int, head: int) -> None:
        self._data, self._size, self._head = data, size, max(head, size) if head else 0
        self.most = len(data) // max(1, size) + 1

    def at(self, number: int) -> bytes:
        begin = self._head + number * self._size
        return self._data[begin : begin + self._size].ljust(self._size, b"\0")

    def chained(self, first: int, table: tuple[int, ...]) -> bytes:
        found: list[bytes] = []
        while first < _LAST and len(found) <= self.most:
            found.append(self.at(first))
            first = table[first]
        return b"".join(found)


def _numbers(block: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(block) // 4}I", block[: len(block) // 4 * 4])


def _entries(folder: bytes) -> Iterator[tuple[str, int, int, int]]:
    """The name, kind, first sector and length of each stream."""
    for at in range(0, len(folder) - _ENTRY + 1, _ENTRY):
        length, kind = struct.unpack_from("<HB", folder, at + 64)
        first, size = struct.unpack_from("<II", folder, at + 116)
        if kind:
            yield folder[at : at + max(0, min(length, 64) - 2)].decode("utf-16le"), kind, first, size
