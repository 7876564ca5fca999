"""The XML of a workbook, parsed and written anew, and how much a reader would make of it.

The text of an XML file can say one number in many ways: as character entities, behind another prefix, between
comments. Here it is parsed, measured, and written plainly, so that the reader sees what was measured and nothing else.
"""

import io
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from xml.parsers import expat

# What repeats is counted as if it were written out; a sheet can't be larger than an unpacked file without repeats.
MOST_CHARACTERS = 50 * 1024 * 1024
# The reader keeps a cell for every place up to the last filled one, also when all others are empty.
MOST_CELLS = 2_000_000
# The first element of a part names its namespaces, some forty; comparing many thousands takes a reader minutes.
MOST_ATTRIBUTES = 200
# What the reader of looks keeps besides, by a hundred bytes: all of an .ods, of an .xlsx all but its rows. An .ods of
# 50 MB, in which a cell is two elements and an attribute in 85 bytes, has half of this.
MOST_KEPT = 5_000_000
_ELEMENT, _ATTRIBUTE = 1, 2
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

_ADDRESS = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
_HIGHEST_ROW, _HIGHEST_COLUMN = 1_048_576, 16_384
# How many there are is counted by the reader anyway; it would make room for as many as are promised.
_PROMISES = ("count", "uniqueCount")
_VALUES = {"value-type", "value", "string-value", "date-value", "time-value", "boolean-value", "formula"}

# No workbook has as many shared strings as a number with more digits than these.
_MOST_DIGITS = 9

Attributes = dict[str, str]
Start = Callable[[Attributes], None]
End = Callable[[], None]


class TooLargeError(ValueError):
    """A workbook that asks for more memory than a table of milestones ever needs."""


class StrangeError(ValueError):
    """XML that no program for spreadsheets writes."""


@dataclass
class _Table:
    """One table of an .ods while it is read: where the reader is, and the furthest filled cell."""

    row: int = 0
    repeat: int = 1
    column: int = 0
    kept: int = 0
    rows: int = 0
    columns: int = 0


def _escaped(text: str) -> str:
    """For between tags. The standard library can do it too, and loads all it has for the internet with it."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def _quoted(text: str) -> str:
    """For in an attribute."""
    return _escaped(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


class Extent:
    """How much a reader makes of all parts of a workbook. `check` raises TooLargeError.

    `places` are those a reader gives a cell at last, `kept` those of which it keeps the cell of a repeated row once.
    `looks` is what the reader of looks keeps.
    """

    def __init__(self) -> None:
        self.places = 0
        self.kept = 0
        self.looks = 0
        self.characters = 0
        self._lengths: list[int] = []
        self._references: Counter[int] = Counter()

    def add_strings(self, lengths: Sequence[int], references: Counter[int]) -> None:
        """Adds the lengths of shared strings, in order, and how often each is referred to."""
        self._lengths = [max(pair) for pair in zip_longest(self._lengths, lengths, fillvalue=0)]
        self._references += references
        many = len(self._lengths)
        shared = sum(self._lengths[place] * times for place, times in self._references.items() if place < many)
        if self.characters + shared > MOST_CHARACTERS:
            raise TooLargeError

    def check(self) -> None:
        """Looks whether it is too much so far."""
        if max(self.places, self.kept) > MOST_CELLS or self.characters > MOST_CHARACTERS:
            raise TooLargeError


def plainly(part: bytes, extent: Extent) -> bytes | None:
    """The part in plain XML, measured; None when it is no XML. Raises TooLargeError or StrangeError."""
    if not part.strip():
        return None
    writing = _Writing(extent)
    try:
        writing.parser.Parse(part, True)
    except expat.ExpatError:
        return None
    except (TooLargeError, StrangeError):
        raise
    except (ValueError, LookupError) as error:
        # It says that it is in a character set that nobody knows, or one of more bytes.
        raise StrangeError from error
    writing.sheet.end()
    return writing.out.getvalue().encode()


class _Writing:
    """One pass through a part; the names that count in .xlsx and in .ods do not overlap."""

    def __init__(self, extent: Extent) -> None:
        self.out = io.StringIO()
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = _refuse
        self.sheet, self._tables = _Sheet(extent), _Tables(extent)
        self._extent, self._looks_before = extent, 0
        self._row: str | None = None
        self._starts = self.sheet.starts | self._tables.starts
        self._ends = self.sheet.ends | self._tables.ends

    def _start(self, name: str, attributes: Attributes) -> None:
        if len(attributes) > MOST_ATTRIBUTES:
            raise StrangeError
        if self._row is None:
            self._row = _name_of_row(name, attributes)
        elif name == self._row:
            self._looks_before = self._extent.looks
        self._extent.looks += _ELEMENT + _ATTRIBUTE * len(attributes)
        if self._extent.looks > MOST_KEPT:
            raise TooLargeError
        written = [f' {key}="{_quoted(value)}"' for key, value in attributes.items() if key not in _PROMISES]
        self.out.write(f"<{name}{''.join(written)}>")
        self.sheet.fill()
        if act := self._starts.get(_local(name)):
            act(attributes)

    def _end(self, name: str) -> None:
        self.out.write(f"</{name}>")
        if name == self._row:
            self._extent.looks = self._looks_before
        if act := self._ends.get(_local(name)):
            act()

    def _text(self, text: str) -> None:
        self.out.write(_escaped(text))
        self.sheet.text(text)
        self._tables.text(text)


def _name_of_row(root: str, attributes: Attributes) -> str:
    """What a row is called in the sheet of an .xlsx with this root; empty in any other part."""
    prefix, colon, _ = root.rpartition(":")
    return f"{prefix}{colon}row" if attributes.get(f"xmlns{colon}{prefix}") == _SHEET else ""


class _Sheet:
    """A sheet of .xlsx, or its shared strings."""

    def __init__(self, extent: Extent) -> None:
        self.starts: dict[str, Start] = {"row": self._row, "c": self._cell, "v": self._value, "si": self._string}
        self.ends: dict[str, End] = {
            "row": self._end_row,
            "c": self._end_cell,
            "v": self._end_value,
            "si": self._end_string,
        }
        self._extent = extent
        self._row_at = self._cell_row = self._column_at = 0
        self._rows = self._columns = 0
        self._in_cell = self._is_shared = False
        self._number: list[str] | None = None
        self._length: int | None = None
        self._lengths: list[int] = []
        self._references: Counter[int] = Counter()

    def fill(self) -> None:
        """Anything that stands in a cell makes the reader keep it."""
        if self._in_cell:
            self._rows, self._columns = max(self._rows, self._cell_row + 1), max(self._columns, self._column_at + 1)

    def text(self, text: str) -> None:
        """Measures what stands in a shared string, and what a cell refers to."""
        if self._number is not None:
            self._number.append(text)
        if self._length is not None:
            self._length += len(text)

    def end(self) -> None:
        """Adds what was measured."""
        self._extent.places += self._rows * self._columns
        self._extent.add_strings(self._lengths, self._references)
        self._extent.check()

    def _row(self, attributes: Attributes) -> None:
        if "r" in attributes:
            self._row_at = _whole(attributes["r"], _HIGHEST_ROW) - 1

    def _end_row(self) -> None:
        self._row_at, self._column_at = self._row_at + 1, 0

    def _cell(self, attributes: Attributes) -> None:
        self._in_cell, self._is_shared = True, attributes.get("t") == "s"
        # The next row counts on from the last row, not from the address of a cell in it.
        self._cell_row = self._row_at
        if "r" in attributes:
            self._cell_row, self._column_at = _place(attributes["r"])

    def _end_cell(self) -> None:
        self._in_cell, self._column_at = False, self._column_at + 1

    def _value(self, attributes: Attributes) -> None:
        self._number = [] if self._is_shared and self._in_cell else None

    def _end_value(self) -> None:
        if self._number is not None and (digits := "".join(self._number).strip()).isdecimal():
            self._references[int(digits[:_MOST_DIGITS])] += 1
        self._number = None

    def _string(self, attributes: Attributes) -> None:
        self._length = 0

    def _end_string(self) -> None:
        self._lengths.append(self._length or 0)
        self._length = None


class _Tables:
    """The tables of .ods: one repeated row or cell stands for many."""

    def __init__(self, extent: Extent) -> None:
        self.starts: dict[str, Start] = {
            "table": self._table,
            "table-row": self._row,
            "table-cell": self._cell,
            "covered-table-cell": self._cell,
            "s": self._spaces,
        }
        self.ends: dict[str, End] = {
            "table": self._end_table,
            "table-cell": self._end_cell,
            "covered-table-cell": self._end_cell,
        }
        self._extent = extent
        self._open = [_Table()]
        self._times = 0

    def text(self, text: str) -> None:
        """Measures what stands in a cell."""
        if self._times:
            self._count(len(text))

    def _count(self, characters: int) -> None:
        self._extent.characters += characters * self._times
        self._extent.check()

    def _table(self, attributes: Attributes) -> None:
        self._open.append(_Table())

    def _end_table(self) -> None:
        table = self._open.pop()
        self._extent.places += table.rows * table.columns
        self._extent.check()
        # A reader that does not know this prefix takes its rows for those of the table around it.
        around = self._open[-1]
        if table.rows:
            around.rows = max(around.rows, around.row + table.rows)
        around.columns = max(around.columns, table.columns)
        around.row += table.row

    def _row(self, attributes: Attributes) -> None:
        table = self._open[-1]
        table.repeat = _repeat(attributes, "number-rows-repeated")
        table.row += table.repeat
        table.column = table.kept = 0

    def _cell(self, attributes: Attributes) -> None:
        table = self._open[-1]
        # The reader makes room for empty cells as soon as another one follows.
        self._keep(table)
        repeat = _repeat(attributes, "number-columns-repeated")
        table.column += repeat
        self._times = table.repeat * repeat
        values = [len(value) for key, value in attributes.items() if _local(key) in _VALUES]
        if values:
            self._keep(table)
            table.rows, table.columns = max(table.rows, table.row), max(table.columns, table.column)
            self._count(sum(values))

    def _end_cell(self) -> None:
        self._times = 0

    def _keep(self, table: _Table) -> None:
        self._extent.kept += table.column - table.kept
        table.kept = table.column
        self._extent.check()

    def _spaces(self, attributes: Attributes) -> None:
        if self._times:
            self._count(_repeat(attributes, "c"))


def _refuse(*_: object) -> None:
    """No program for spreadsheets writes a document type, and entities of one's own stand in there."""
    raise StrangeError


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _place(address: str) -> tuple[int, int]:
    """The row and column of an address, from zero. Raises StrangeError when no sheet has it."""
    match = _ADDRESS.fullmatch(address)
    if match is None:
        raise StrangeError
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    if column > _HIGHEST_COLUMN:
        raise StrangeError
    return _whole(match[2], _HIGHEST_ROW) - 1, column - 1


def _whole(digits: str, highest: int) -> int:
    """Raises StrangeError for what is no number from one to `highest`."""
    if not digits.isascii() or not digits.isdigit() or len(digits) > len(str(highest)):
        raise StrangeError
    number = int(digits)
    if not 0 < number <= highest:
        raise StrangeError
    return number


def _repeat(attributes: Attributes, name: str) -> int:
    """How often it stands there; the reader refuses itself what is no number. Raises TooLargeError."""
    most = 1
    for key, value in attributes.items():
        if _local(key) == name:
            digits = value.strip().lstrip("+").lstrip("0")
            if len(digits) > len(str(MOST_CHARACTERS)):
                raise TooLargeError
            most = max(most, int(digits) if digits.isdecimal() else 1)
    return most
