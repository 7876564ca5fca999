"""Which field of the dossier a cell of our workbook is: what `sto excel` writes beside it and `sto invoer excel` reads.

A sheet keeps the address of the record of each row in a hidden first column. A sheet that is hidden altogether keeps,
per sheet, what its columns are and what stood in each row when it was written.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

HIDDEN_SHEET = "sto"
KEY_HEAD = "sto-sleutel"
COMPUTED_KEY = "-"
"""The key of a row of sums, which is no record and no new one."""
FORM = "1"
UNKNOWN = "niet bekend"
"""What stands in the cell of a stoplicht of which nothing says what it was."""
LONGEST_CELL = 32_767
"""How many characters a cell of Excel holds."""


class RowOf(StrEnum):
    """What a row of the hidden sheet tells."""

    WORKBOOK = "werkmap"
    SHEET = "blad"
    HOMES = "velden"
    ROW = "regel"
    GROUP = "groep"


class HomeKind(StrEnum):
    """What a cell holds: a field, a role, a period in which a milestone runs, how it stands, or nothing of its own."""

    FIELD = "veld"
    ROLE = "rol"
    SPAN = "periode"
    STANDING = "stand"
    COPY = "kopie"
    SUM = "som"


@dataclass(frozen=True)
class Home:
    """What the cells of a column are. `of` is the field, the party or the two days of the period."""

    kind: HomeKind
    of: str = ""

    def __str__(self) -> str:
        """The stored form."""
        return f"{self.kind} {self.of}".strip()

    @classmethod
    def parse(cls, text: str) -> "Home":
        """The inverse of `str`. Raises ValueError when `text` is none."""
        kind, _, of = text.partition(" ")
        return cls(HomeKind(kind), of)

    @property
    def span(self) -> tuple[date, date]:
        """The first and last day of a period. Raises ValueError when it is none."""
        first, last = self.of.split(" ")
        return date.fromisoformat(first), date.fromisoformat(last)


COPY = Home(HomeKind.COPY)
SUM = Home(HomeKind.SUM)


def field_home(name: str) -> Home:
    """The home of a field of the record of the row."""
    return Home(HomeKind.FIELD, name)


def label_of(value: bool) -> str:
    """A tick in a cell."""
    return "ja" if value else "nee"


def cell_text(value: str | int | Decimal | date | None) -> str:
    """A value as a workbook is read back: a day as `2027-06-30`, a number with a point and without needless zeros."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | Decimal):
        text = f"{value:.10f}"
        return text.rstrip("0").rstrip(".")
    return value.strip()
