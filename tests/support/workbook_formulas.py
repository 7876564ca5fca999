"""What the formulas of a workbook come to when a spreadsheet reckons again, beside what stands in their cells."""

import io
import operator
import re
from collections.abc import Callable, Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import reduce
from typing import NamedTuple, cast

from lxml import etree
from python_calamine import load_workbook

from tests.support.word_packages import parts_of

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_WRONG = "#WAARDE!"
_TOKEN = re.compile(
    r"""(?P<ref>(?:'[^']+'!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)|(?P<name>[A-Z]+)(?=\()|(?P<text>"[^"]*")"""
    r"""|(?P<number>\d+(?:\.\d+)?)|(?P<sign>[-+*=(),])"""
)

Value = Decimal | str | None
"""A number or a text; nothing of an empty cell, which is the empty text and a nought."""
Place = tuple[str, str]
"""A sheet and a cell."""


class Reckoned(NamedTuple):
    """A formula, what stands in its cell, and what it comes to."""

    place: Place
    formula: str
    kept: Value
    reckoned: Value


def formulas_of(data: bytes, typed: Mapping[Place, Value] | None = None) -> Iterator[Reckoned]:
    """Every formula, sheet by sheet, after something was typed in cells."""
    book = _Book(data)
    book.kept |= typed or {}
    for place, formula in book.formulas.items():
        kept = book.kept[place]
        yield Reckoned(place, formula, "" if kept is None else kept, book.value(place))


class _Book:
    """The cells of a workbook; a formula is worked out when it is asked for."""

    def __init__(self, data: bytes) -> None:
        self.kept: dict[Place, Value] = {}
        self.formulas: dict[Place, str] = {}
        self._reckoned: dict[Place, Value] = {}
        parts, names = parts_of(data), load_workbook(io.BytesIO(data)).sheet_names
        shared = etree.fromstring(parts["xl/sharedStrings.xml"])
        texts = ["".join(map(str, item.itertext(f"{_MAIN}t"))) for item in shared.iter(f"{_MAIN}si")]
        for number, name in enumerate(names, 1):
            for cell in etree.fromstring(parts[f"xl/worksheets/sheet{number}.xml"]).iter(f"{_MAIN}c"):
                place = (name, str(cell.get("r")))
                self.kept[place] = _kept(cell, texts)
                if formula := cell.findtext(f"{_MAIN}f"):
                    self.formulas[place] = formula

    def value(self, place: Place) -> Value:
        """What a cell holds, after every formula before it."""
        if place not in self._reckoned:
            formula = self.formulas.get(place)
            self._reckoned[place] = _Reader(self, place[0], formula).whole() if formula else self.kept.get(place)
        return self._reckoned[place]

    def area(self, sheet: str, first: str, last: str) -> list[Value]:
        """The cells from one to another in a column or row or block, row by row."""
        (left, top), (right, bottom) = map(_column_and_row, (first, last))
        places = [(column, row) for row in range(top, bottom + 1) for column in range(left, right + 1)]
        return [self.value((sheet, f"{_letters(column)}{row}")) for column, row in places]


def _kept(cell: "etree._Element", texts: list[str]) -> Value:
    held = cell.findtext(f"{_MAIN}v") or ""
    if cell.get("t") == "s":
        return texts[int(held)]
    if cell.get("t") in (None, "n"):
        return Decimal(held) if held else None
    return held


def _column_and_row(cell: str) -> tuple[int, int]:
    letters = cell.rstrip("0123456789")
    return reduce(lambda number, letter: number * 26 + ord(letter) - 64, letters, 0), int(cell[len(letters) :])


def _letters(column: int) -> str:
    above, rest = divmod(column - 1, 26)
    return (_letters(above) if above else "") + chr(65 + rest)


Argument = Value | list[Value] | bool


class _Reader:
    """Reads a formula from left to right."""

    def __init__(self, book: _Book, sheet: str, formula: str) -> None:
        self._book, self._sheet = book, sheet
        self._tokens = [(str(found.lastgroup), found[0]) for found in _TOKEN.finditer(formula)]
        assert "".join(text for _, text in self._tokens) == formula, formula

    def whole(self) -> Value:
        """What the formula comes to."""
        value = self._compared()
        assert not self._tokens, self._tokens
        return cast(Value, value)

    def _next(self, *signs: str) -> str:
        """The sign that follows when it is one of these, which is then read; else nothing."""
        return self._tokens.pop(0)[1] if self._tokens and self._tokens[0][1] in signs else ""

    def _compared(self) -> Argument:
        value = self._sum()
        if not self._next("="):
            return value
        other = self._sum()
        return ("" if value is None else value) == ("" if other is None else other)

    def _sum(self) -> Argument:
        value = self._product()
        while sign := self._next("+", "-"):
            other = self._product()
            value = _of_two(value, other, operator.add if sign == "+" else operator.sub)
        return value

    def _product(self) -> Argument:
        value = self._one()
        while self._next("*"):
            value = _of_two(value, self._one(), operator.mul)
        return value

    def _one(self) -> Argument:
        kind, text = self._tokens.pop(0)
        if kind == "number":
            return Decimal(text)
        if kind == "text":
            return text[1:-1]
        if kind == "ref":
            sheet, _, cells = text.rpartition("!")
            first, _, last = cells.replace("$", "").partition(":")
            name = sheet.strip("'") or self._sheet
            return self._book.area(name, first, last) if last else self._book.value((name, first))
        return _FUNCTIONS[text](*self._arguments())

    def _arguments(self) -> list[Argument]:
        assert self._next("(")
        found = [self._compared()]
        while self._next(","):
            found.append(self._compared())
        assert self._next(")")
        return found


def _of_two(one: Argument, other: Argument, by: Callable[[Decimal, Decimal], Decimal]) -> Argument:
    """A text, also an empty one that a formula gives, can't be reckoned with."""
    first, second = (Decimal(0) if value is None else value for value in (one, other))
    return by(first, second) if isinstance(first, Decimal) and isinstance(second, Decimal) else _WRONG


def _added(*values: Argument) -> Decimal:
    cells = [cell for value in values for cell in (value if isinstance(value, list) else [value])]
    return sum((cell for cell in cells if isinstance(cell, Decimal)), Decimal(0))


def _added_where(cells: list[Value], *conditions: Argument) -> Decimal:
    wanted = list(zip(cast("list[list[Value]]", conditions[::2]), conditions[1::2], strict=True))
    assert all(len(area) == len(cells) for area, _ in wanted)
    return _added([cell for place, cell in enumerate(cells) if all(area[place] == one for area, one in wanted)])


def _rounded(value: Argument, decimals: Decimal) -> Argument:
    if not isinstance(value, Decimal):
        return _WRONG
    return value.quantize(Decimal(1).scaleb(-int(decimals)), rounding=ROUND_HALF_UP)


_FUNCTIONS: Mapping[str, Callable[..., Argument]] = {
    "IF": lambda holds, value, other: value if holds else other,
    "N": lambda value: value if isinstance(value, Decimal) else Decimal(0),
    "OR": lambda *values: any(values),
    "ROUND": _rounded,
    "SUM": _added,
    "SUMIFS": _added_where,
}
