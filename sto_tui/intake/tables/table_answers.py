"""What was answered about a table that comes in."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from sto_tui.domain import dutch
from sto_tui.domain.record import YEAR_LIMITS
from sto_tui.domain.typed_names import typed_name
from sto_tui.intake.questions import Answers
from sto_tui.intake.sheets.table_reader import IntakeError, SheetRow
from sto_tui.intake.tables.amounts import Mark
from sto_tui.intake.tables.column_kinds import column_index
from sto_tui.intake.tables.sheet_questions import ORDER
from sto_tui.intake.tables.thousands import THOUSANDS
from sto_tui.intake.tables.written_dates import DayOrder

TAB, HEAD_ROW, YEAR, HIDDEN, DECIMALS = "tab", "koprij", "jaar", "verborgen", "decimalen"
GROUPS, SIGNS, CREDIT_NOTES, FORM = "groepen", "tekens", "creditnota", "vorm"
PARTS, BTW, INCOME, BELOW_ZERO = "delen", "btw", "inkomsten", "ondernul"
SCALE, COUNTED, COUNTS, DIVISION = "schaal", "aantallen", "tweeaantallen", "verdeling"
STRUCK, NAMES, LOST_YEARS = "doorgestreept", "namen", "jaarkolommen"
BESIDE = "tabel"
"""The key of the question which of some tables side by side is meant."""
SUM = "som:"
"""Before the name of a row that was a sum in an earlier sheet with the same heads."""
COLUMN, CHOICE, NONE = "kolom:", "keuze:", "geen"
_SCHOOL_YEAR = re.compile(r"(20\d\d)-20\d\d")
_LETTERS = re.compile(r"[a-z]{1,3}", re.IGNORECASE)


@dataclass(frozen=True)
class TableAnswers:
    """The answers by key; what is no answer to its question counts as not answered."""

    given: Answers

    def get(self, key: str) -> str:
        """The answer in lower case; empty as long as there is none."""
        return self.given.get(key.lower(), "").strip().casefold()

    @property
    def order(self) -> DayOrder | None:
        """The order of day and month."""
        return cast(DayOrder, self.get(ORDER)) if self.get(ORDER) in ("dm", "md", "ymd") else None

    @property
    def mark(self) -> Mark | None:
        """What stands before the decimals."""
        return cast(Mark, self.get(DECIMALS)) if self.get(DECIMALS) in ("komma", "punt") else None

    @property
    def thousands(self) -> str:
        """Whether amounts that are said to be in thousands are taken a thousandfold; empty as long as it is asked."""
        return self.get(THOUSANDS) if self.get(THOUSANDS) in ("maal", "zo") else ""

    @property
    def year(self) -> int | None:
        """The year of rows that say none."""
        year = self.get(YEAR)
        return int(year) if year.isdecimal() and YEAR_LIMITS[0] <= int(year) <= YEAR_LIMITS[1] else None

    @property
    def school_year(self) -> int | None:
        """The year in which the school year begins that days without a year are in."""
        match = _SCHOOL_YEAR.fullmatch(self.get(YEAR))
        return int(match[1]) if match else None

    def head_row(self, rows: Sequence[SheetRow]) -> int | None:
        """The place of the row that was pointed at as that of the heads."""
        number = self.get(HEAD_ROW)
        return next((at for at, row in enumerate(rows) if str(row.number) == number), None)

    def columns(self, labels: Mapping[str, str]) -> Mapping[str, int | None]:
        """In which column, from zero, each field of a table stands; None when it stands nowhere. Raises IntakeError.

        `labels` are those of the fields, by name.
        """
        keys = {column_key(label): name for name, label in labels.items()}
        columns: dict[str, int | None] = {}
        for key, answer in self.given.items():
            if not key.startswith(COLUMN):
                continue
            name = keys.get(column_key(key.removeprefix(COLUMN)))
            if name is None:
                known = dutch.enumerate_words([typed.removeprefix(COLUMN) for typed in keys])
                raise IntakeError(f"‘{key.removeprefix(COLUMN)}’ is geen kolom van deze tabel. Kies uit {known}.")
            if answer.strip().casefold() == NONE:
                columns[name] = None
            elif _LETTERS.fullmatch(answer.strip()):
                columns[name] = column_index(answer)
        return columns


def column_key(label: str) -> str:
    """The key of the question in which column a field stands, by its label or by what was typed for it."""
    return f"{COLUMN}{typed_name(label)}"
