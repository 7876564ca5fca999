"""Reads the widths of letters and ligatures of Carlito into the package: `python -m benchmarks.letters MAP`.

MAP has its .ttf files. Needed only when the font changes. Carlito has the same widths as Calibri and may be used
freely (SIL OFL 1.1).
"""

import json
import struct
import sys
from collections.abc import Iterator
from pathlib import Path

TARGET = Path(__file__).parent.parent / "sto_tui" / "documents" / "word" / "page_numbers" / "carlito.json"
WEIGHTS = {"regular": "Carlito-Regular", "bold": "Carlito-Bold", "italic": "Carlito-Italic"}
# Latin with its accents, Greek, punctuation, currencies, arrows and signs.
RANGES = ((0x20, 0x17F), (0x218, 0x21B), (0x391, 0x3C9), (0x2010, 0x205E), (0x2070, 0x20BF), (0x2100, 0x22FF))


def tables(font: bytes) -> dict[str, int]:
    """Where each table of the font begins."""
    many = struct.unpack(">H", font[4:6])[0]
    entries = [font[12 + 16 * number : 28 + 16 * number] for number in range(many)]
    return {entry[:4].decode(): struct.unpack(">I", entry[8:12])[0] for entry in entries}


def glyphs(font: bytes, start: int) -> dict[int, int]:
    """The glyph of each character, from the format 4 subtable that every TrueType font for Windows has."""
    many = struct.unpack(">H", font[start + 2 : start + 4])[0]
    for number in range(many):
        platform, _, offset = struct.unpack(">HHI", font[start + 4 + 8 * number : start + 12 + 8 * number])
        at = start + offset
        if platform == 3 and struct.unpack(">H", font[at : at + 2])[0] == 4:
            return _format4(font, at)
    raise ValueError("no character map of format 4")


def _format4(font: bytes, at: int) -> dict[int, int]:
    twice = struct.unpack(">H", font[at + 6 : at + 8])[0]
    many = twice // 2
    ends, starts, deltas, offsets = (
        struct.unpack(f">{many}H", font[begin : begin + twice])
        for begin in (at + 14, at + 16 + twice, at + 16 + 2 * twice, at + 16 + 3 * twice)
    )
    found = {}
    for segment in range(many):
        for code in range(starts[segment], min(ends[segment], 0xFFFE) + 1):
            glyph = code
            if offsets[segment]:
                place = at + 16 + 3 * twice + 2 * segment + offsets[segment] + 2 * (code - starts[segment])
                glyph = struct.unpack(">H", font[place : place + 2])[0]
                if not glyph:
                    continue
            found[code] = (glyph + deltas[segment]) & 0xFFFF
    return found


def _advances(font: bytes) -> list[int]:
    """The width of each glyph, in 1/2048 em."""
    begin = tables(font)
    many = struct.unpack(">H", font[begin["hhea"] + 34 : begin["hhea"] + 36])[0]
    wide = [struct.unpack(">H", font[begin["hmtx"] + 4 * one : begin["hmtx"] + 4 * one + 2])[0] for one in range(many)]
    assert struct.unpack(">H", font[begin["head"] + 18 : begin["head"] + 20])[0] == 2048
    # The glyphs after these are all as wide as the last.
    return [*wide, *wide[-1:] * (_word(font, begin["maxp"] + 4) - many)]


def widths(font: bytes) -> dict[int, int]:
    """The advance width of each character."""
    wide = _advances(font)
    return {code: wide[glyph] for code, glyph in glyphs(font, tables(font)["cmap"]).items()}


def ligatures(font: bytes) -> dict[str, int]:
    """The width of every sign that stands for several letters of the alphabet without being asked for."""
    begin, wide = tables(font), _advances(font)
    letters = {glyph: chr(code) for code, glyph in glyphs(font, begin["cmap"]).items() if code < 0x80}
    found: dict[str, int] = {}
    for table in _ligature_tables(font, begin["GSUB"]):
        firsts, sets = _coverage(font, table + _word(font, table + 2)), _offsets(font, table + 4, table)
        for first, one in zip(firsts, sets, strict=True):
            for ligature in _offsets(font, one, one):
                glyph, many = _word(font, ligature), _word(font, ligature + 2)
                parts = [first, *(_word(font, ligature + 2 + 2 * number) for number in range(1, many))]
                if all(part in letters for part in parts):
                    found["".join(letters[part] for part in parts)] = wide[glyph]
    return found


def _ligature_tables(font: bytes, at: int) -> Iterator[int]:
    """Where the tables of the standard ligatures stand."""
    features, lookups = (at + _word(font, at + place) for place in (6, 8))
    wanted: set[int] = set()
    for number in range(_word(font, features)):
        record = features + 2 + 6 * number
        if font[record : record + 4] == b"liga":
            feature = features + _word(font, record + 4)
            wanted |= {_word(font, feature + 4 + 2 * one) for one in range(_word(font, feature + 2))}
    places = _offsets(font, lookups, lookups)
    for lookup in (places[number] for number in sorted(wanted)):
        kind = _word(font, lookup)
        for table in _offsets(font, lookup + 4, lookup):
            if kind == 4:
                yield table
            elif kind == 7 and _word(font, table + 2) == 4:
                yield table + struct.unpack(">L", font[table + 4 : table + 8])[0]


def _coverage(font: bytes, at: int) -> list[int]:
    many = _word(font, at + 2)
    if _word(font, at) == 1:
        return [_word(font, at + 4 + 2 * number) for number in range(many)]
    ends = [(_word(font, at + 4 + 6 * number), _word(font, at + 6 + 6 * number)) for number in range(many)]
    return [glyph for first, last in ends for glyph in range(first, last + 1)]


def _offsets(font: bytes, at: int, base: int) -> list[int]:
    """The places that a list at `at` names, its number first, counted from `base`."""
    return [base + _word(font, at + 2 + 2 * number) for number in range(_word(font, at))]


def _word(font: bytes, at: int) -> int:
    return int.from_bytes(font[at : at + 2], "big")


def main() -> None:
    folder = Path(sys.argv[1])
    fonts = {weight: (folder / f"{name}.ttf").read_bytes() for weight, name in WEIGHTS.items()}
    read = {weight: widths(font) for weight, font in fonts.items()}
    codes = [
        code for first, last in RANGES for code in range(first, last + 1) if all(code in one for one in read.values())
    ]
    lines = [f'"letters": {json.dumps("".join(map(chr, codes)), ensure_ascii=False)}']
    lines += [f'"{weight}": {json.dumps([one[code] for code in codes])}' for weight, one in read.items()]
    lines += [f'"{weight} ligatures": {json.dumps(ligatures(font))}' for weight, font in fonts.items()]
    TARGET.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    print(f"{TARGET.name}: {len(codes)} letters")


if __name__ == "__main__":
    main()
