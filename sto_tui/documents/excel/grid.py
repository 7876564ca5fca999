"""A sheet before it is written: columns, and rows of values, each with what it looks like."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import Enum, auto

from xlsxwriter.utility import xl_col_to_name

from sto_tui.domain.record import Record, fields_of
from sto_tui.frozen import frozen
from sto_tui.planning.sheet_homes import COMPUTED_KEY, COPY, Home, field_home

# The first column is that of the keys.
FIRST_COLUMN = 1


class CellLook(Enum):
    """How the cells of a column look."""

    TEXT = auto()
    CENTRE = auto()
    DAY = auto()
    NUMBER = auto()
    MONEY = auto()
    YEAR = auto()


class Paint(Enum):
    """What colours a cell by what stands in it, also after someone changed that."""

    NONE = auto()
    PERIOD = auto()
    LIGHT = auto()


class RowKind(Enum):
    """What a row is."""

    ROW = auto()
    SPARE = auto()
    GROUP = auto()
    UNDER_GROUP = auto()
    TOTAL = auto()
    HEAD = auto()
    NOTE = auto()


@frozen
class Formula:
    """A formula of ours, with the value that it has in the dossier."""

    text: str
    value: Decimal | int | str


CellValue = str | int | Decimal | date | Formula | None


@frozen
class GridColumn:
    """A column: its head, its width in characters, and what its cells are.

    `band` is a head above several columns, `choices` what can be picked, `upright` a head from bottom to top. `is_more`
    says that other values than the choices may stand there too.
    """

    head: str
    width: float
    look: CellLook = CellLook.TEXT
    home: Home = COPY
    choices: tuple[str, ...] = ()
    is_more: bool = False
    band: str = ""
    upright: bool = False
    paint: Paint = Paint.NONE


def field_column(
    model: type[Record], name: str, width: float, look: CellLook = CellLook.TEXT, choices: tuple[str, ...] = ()
) -> GridColumn:
    """The column of a field, under its label; what is changed in it comes back as that field."""
    return GridColumn(fields_of(model)[name].label, width, look, field_home(name), choices)


@frozen
class GridRow:
    """A row. `key` is the address of its record; `pale` are the places of values that come from elsewhere.

    With `is_group` it is no record of its own: what is new below it belongs to the record of its key.
    """

    cells: Sequence[CellValue]
    key: str = ""
    kind: RowKind = RowKind.ROW
    pale: frozenset[int] = frozenset()
    is_group: bool = False

    @property
    def shown_key(self) -> str:
        """What stands in the hidden column."""
        computed = self.kind in (RowKind.TOTAL, RowKind.HEAD) or (
            self.kind is RowKind.ROW and any(isinstance(cell, Formula) for cell in self.cells)
        )
        return self.key or (COMPUTED_KEY if computed else "")


@dataclass
class Grid:
    """One sheet. Rows are numbered as in Excel; `frozen` columns stay in sight."""

    name: str
    title: str
    about: Sequence[str]
    columns: Sequence[GridColumn]
    frozen: int = 2
    lines: list[GridRow] = field(default_factory=list)
    places: Mapping[str, int] = field(init=False)

    def __post_init__(self) -> None:
        self.columns = _apart(self.columns)
        self.places = {column.head: place for place, column in enumerate(self.columns)}

    @property
    def band_row(self) -> int:
        """The row above the heads, which names what several columns are together."""
        return len(self.about) + 3

    @property
    def head_row(self) -> int:
        """The row with the heads."""
        return self.band_row + 1

    @property
    def next_row(self) -> int:
        """The row on which the next line comes."""
        return self.head_row + 1 + len(self.lines)

    def add(self, line: GridRow) -> int:
        """Adds a row, and says on which it stands."""
        row = self.next_row
        self.lines.append(line)
        return row

    def letters(self, head: str) -> str:
        """The letters of the column with this head."""
        return str(xl_col_to_name(self.places[head] + FIRST_COLUMN))

    def at(self, head: str, row: int) -> str:
        """The address of a cell."""
        return f"{self.letters(head)}{row}"

    def span(self, head: str, first: int, last: int, *, elsewhere: bool = False) -> str:
        """The address of a stretch of a column; from `elsewhere` with the name of the sheet."""
        letters = self.letters(head)
        if elsewhere:
            return f"'{self.name}'!${letters}${first}:${letters}${last}"
        return f"{letters}{first}:{letters}{last}"


def _apart(columns: Sequence[GridColumn]) -> list[GridColumn]:
    """The columns with a head of their own: a second party of the same name is numbered."""
    taken: set[str] = set()
    apart = []
    for column in columns:
        head, number = column.head, 1
        while head in taken:
            number += 1
            head = f"{column.head} ({number})"
        taken.add(head)
        apart.append(replace(column, head=head))
    return apart


def euros(cents: int | None) -> Decimal | None:
    """An amount in euro cents as euros."""
    return None if cents is None else Decimal(cents) / 100


def quantity(value: float | None) -> Decimal | None:
    """A quantity with the figures that it was typed with."""
    return None if value is None else Decimal(repr(value))
