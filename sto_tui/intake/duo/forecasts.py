"""The pupils that DUO expects: per school or vestiging, level and year, of the years that are still to come.

Source of the forms: `11-leerlingenprognose-vo-2012-2037.csv` has a row per BRIN and a column per level and year
(`VMBO.2030`, and a total); the prognoses that are read by program have a row per school, level and year, with JAAR and
AANTAL (vo) or PROGNOSEAANTALLEN (po), in fractions. Of the vo ones the name of the column of the level was not read, so
several are known. The prognoses of vo are per instelling; a file that has vestigingen is read per vestiging.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from sto_tui.domain.record import YEAR_LIMITS
from sto_tui.domain.text import cut, plain
from sto_tui.intake.duo.columns import ForecastColumns
from sto_tui.intake.duo.counts import Range, range_of
from sto_tui.intake.duo.file import DuoReading, bare
from sto_tui.intake.duo.programmes import LEERWEGEN, OTHER, leerweg_of
from sto_tui.intake.duo.vestigingen import Wanted, key_of
from sto_tui.intake.sheets.table_reader import IntakeError

_WHOLE = re.compile(r"\d{1,9}", re.ASCII)
_WITH_COMMA = re.compile(r"\d{1,9}(?:\.\d{3})*,\d+|\d{1,9}(?:\.\d{3})*", re.ASCII)
_WITH_POINT = re.compile(r"\d{1,9}\.\d+", re.ASCII)
_THOUSANDS = re.compile(r"\d{1,3}\.\d{3}", re.ASCII)


@dataclass
class Forecasts:
    """What is expected by level and year: the lowest and highest, with fractions. `counted` have a name each.

    `left_out` are schools of which only a part was chosen, where the file does not divide them.
    """

    sums: dict[tuple[str, int], tuple[Decimal, Decimal]] = field(default_factory=dict)
    counted: dict[str, str] = field(default_factory=dict)
    met: set[str] = field(default_factory=set)
    left_out: set[str] = field(default_factory=set)
    has_past: bool = False

    def add(self, label: str, year: int, amount: tuple[Decimal, Decimal]) -> None:
        """Adds what one cell says."""
        low, high = self.sums.get((label, year), (Decimal(), Decimal()))
        self.sums[label, year] = low + amount[0], high + amount[1]

    @property
    def labels(self) -> tuple[str, ...]:
        """The levels, the leerwegen in their order and then what the file calls otherwise."""
        found = dict.fromkeys(label for label, _ in self.sums)
        return (*(label for label in LEERWEGEN if label in found), *(name for name in found if name not in LEERWEGEN))

    def ranges(self) -> dict[tuple[str, int], Range]:
        """The sums in whole pupils; they are rounded once, when all is added up."""
        return {place: Range(_whole(low), _whole(high)) for place, (low, high) in self.sums.items()}


def count_forecasts(reading: DuoReading, columns: ForecastColumns, wanted: Wanted, first_year: int) -> Forecasts:
    """Adds up what is expected of the vmbo from this year on. Raises IntakeError."""
    forecasts = Forecasts()
    amounts = _Amounts(reading)
    for row in reading.rows():
        institution = bare(row[columns.institution]).upper()
        if institution not in wanted.institutions:
            continue
        key = institution if columns.branch is None else key_of(institution, row[columns.branch], reading)
        is_whole = institution in wanted.whole or institution in wanted.complete
        if columns.branch is None and not is_whole:
            forecasts.left_out.add(key)
        elif columns.branch is None or wanted.takes(key):
            forecasts.met.add(key)
            for level, year, at in _cells(reading, columns, row):
                if not (label := _label(level)):
                    continue
                amount = amounts.read(row[at], at)
                if year < first_year:
                    forecasts.has_past = True
                else:
                    forecasts.add(label, year, amount)
                    forecasts.counted[key] = bare(row[columns.name]) if columns.name is not None else ""
    amounts.check()
    return forecasts


def _cells(reading: DuoReading, columns: ForecastColumns, row: list[str]) -> Iterator[tuple[str, int, int]]:
    """The level, the year and the column of every amount in a row."""
    yield from columns.cells
    if columns.level is not None and columns.year is not None and columns.amount is not None:
        said = bare(row[columns.year])
        if not _WHOLE.fullmatch(said[:4]) or not YEAR_LIMITS[0] <= int(said[:4]) <= YEAR_LIMITS[1]:
            raise IntakeError(
                f"{reading.table.name}, regel {reading.line}: ‘{cut(said, 20)}’ is geen jaar. "
                "Er is niets overgenomen; download het bestand opnieuw bij DUO."
            )
        yield bare(row[columns.level]), int(said[:4]), columns.amount


def _label(level: str) -> str:
    """The leerweg, or what the file calls a part of the vmbo; empty for what is no vmbo and for a total."""
    called = plain(level)
    if "vmbo" not in called or "totaal" in called:
        return ""
    leerweg = leerweg_of("", level)
    return leerweg if leerweg and leerweg != OTHER else cut(called, 40)


class _Amounts:
    """Reads amounts; whether a point is of thousands or of fractions is seen from all of them."""

    def __init__(self, reading: DuoReading) -> None:
        self._reading = reading
        # In a workbook a number has no thousands.
        self._has_fractions = reading.table.sheet is not None
        self._unclear = ""

    def read(self, cell: str, at: int) -> tuple[Decimal, Decimal]:
        """The lowest and the highest that a cell stands for; nothing for an empty one. Raises IntakeError."""
        text = bare(cell).replace(" ", "")
        if not text:
            return Decimal(), Decimal()
        if _WITH_POINT.fullmatch(text):
            if not _THOUSANDS.fullmatch(text):
                self._has_fractions = True
            elif not self._unclear:
                self._unclear = text
            return Decimal(text), Decimal(text)
        if _WITH_COMMA.fullmatch(text):
            amount = Decimal(text.replace(".", "").replace(",", "."))
            return amount, amount
        try:
            masked = range_of(text)
        except ValueError:
            masked = None
        if masked is None:
            raise IntakeError(
                f"{self._reading.table.name}, regel {self._reading.line}, kolom "
                f"{cut(self._reading.table.heads[at], 60)}: ‘{cut(text, 20)}’ is geen aantal. "
                "Er is niets overgenomen; download het bestand opnieuw bij DUO."
            )
        return Decimal(masked.low), Decimal(masked.high)

    def check(self) -> None:
        """Raises IntakeError when a point may be either."""
        if self._unclear and not self._has_fractions:
            raise IntakeError(
                f"{self._reading.table.name}: of {self._unclear} duizenden zijn of een breuk, is niet te zien. "
                "Er is niets overgenomen; download het bestand bij DUO als CSV."
            )


def _whole(amount: Decimal) -> int:
    return int(amount.to_integral_value(ROUND_HALF_UP))
