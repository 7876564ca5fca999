"""What each row of a table says, field by field, and what in it cannot be read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any

from sto_tui.domain import dutch
from sto_tui.domain.dutch import rounded
from sto_tui.domain.money import CofinancingForm, product
from sto_tui.domain.record import Choice
from sto_tui.intake.registers.cells import AskedError, CellReader
from sto_tui.intake.registers.column_values import says_nothing
from sto_tui.intake.registers.columns import RegisterColumns
from sto_tui.intake.registers.kinds import TOTAL, Register, RegisterField
from sto_tui.intake.registers.year_columns import answered_as, divided, parts_of
from sto_tui.intake.sheets.table_reader import SheetRow
from sto_tui.intake.sheets.workbook_number import WorkbookNumber
from sto_tui.intake.tables.table_tab import named_rows

LEFT_OUT = "Alleen dit veld is niet overgenomen."


@dataclass
class RegisterRow:
    """A row: what it says by field, why it is not taken in (`wrong`), and what of it is not (`left_out`).

    `total` is its amount as a whole, in euro cents; a record that is new has what is in `when_new` as well. Its number
    is `counted` when the workbook holds it as a number. It `waits` as long as what it says is asked. Nothing of
    a form is `only_known` where it was something.
    """

    row: int
    values: dict[str, Any] = field(default_factory=dict)
    total: int | None = None
    wrong: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    counted: bool = False
    when_new: dict[str, Any] = field(default_factory=dict)
    waits: bool = False
    only_known: bool = False
    # What becomes of a number that is of all years of the row together.
    shared: str = ""


@dataclass(frozen=True)
class RegisterRowReader:
    """Reads rows: one row for each of its years, where amounts of years stand side by side.

    What headings say of a row is `given` by its number.
    """

    register: Register
    about: Mapping[str, RegisterField]
    columns: RegisterColumns
    cells: CellReader
    given: Mapping[int, Mapping[str, Any]]

    def rows(self, row: SheetRow) -> Iterator[RegisterRow]:
        """What a row of the sheet says."""
        counted = self._counted_years()
        if not self.columns.amounts_of_years and not counted:
            read = self._read(row)
            if self._year_is_missing(read):
                read.values.setdefault("year", self.cells.answers.year)
            yield self._with_year_fields(read, row)
            return
        filled = [at for at in self.columns.amounts_of_years if not says_nothing(row.cell(at))]
        of_years = [year for year in counted if self._has_money(row, year)]
        if filled or of_years or self._has_hours(row) or not any(row.cells):
            yield from self._of_years(row, filled, of_years)
            return
        yield self._without_years(row)

    def _has_money(self, row: SheetRow, year: int) -> bool:
        """Whether a row says for a year how many there are, or what one costs."""
        of_year = self.columns.of_years.get(year, {})
        money = [of_year[name] for name in self.register.amount or () if name in of_year]
        return any(not says_nothing(row.cell(at)) for at in (*money, *self._counts(row, year)))

    def _counted_years(self) -> Sequence[int]:
        """The calendar years of which columns say how many there are, or what one costs."""
        of_parts = {year for at in self.columns.counts_of_parts for year in self._parts(at)}
        return sorted({*self.columns.counted_years(self.register)} | of_parts)

    def _counts(self, row: SheetRow, year: int) -> list[int]:
        """The columns that say how many there are in a part of a calendar year."""
        return [at for at in self.columns.counts_of_parts if year in self._parts(at) and not says_nothing(row.cell(at))]

    def _with_year_fields(self, read: RegisterRow, row: SheetRow, *, is_counted: bool = False) -> RegisterRow:
        """With what stands in columns of its year only; of several forms it is the hours that are counted."""
        form, year = read.values.get("form"), read.values.get("year", 0)
        are_hours = not self.columns.forms or is_counted or form is CofinancingForm.UREN
        for name, at in self.columns.of_years.get(year, {}).items():
            if name not in (self.register.amount or ()) or are_hours:
                self._take(read, self.about[name], row, at)
                self._take_unit(read, name, at)
        if are_hours and (places := self._counts(row, year)):
            self._take_counts(read, row, places, year)
        return read

    def _take_counts(self, read: RegisterRow, row: SheetRow, places: Sequence[int], year: int) -> None:
        """How many there are in a calendar year, from all that says it of a part of that year."""
        many = self._many
        hundredths = 0
        for at in places:
            part = RegisterRow(row.number)
            self._take(part, self.about[many], row, at)
            read.wrong += part.wrong
            hundredths += divided(round(part.values.get(many, 0) * 100), self._parts(at))[year]
        if not read.wrong:
            read.values[many] = hundredths / 100
            self._take_unit(read, many, places[0])

    def _take_unit(self, read: RegisterRow, name: str, at: int) -> None:
        unit = self.columns.units.get(at)
        if unit and name in read.values:
            read.when_new[(self.register.amount or ("", "", ""))[1]] = unit
            if unit == "uur" and "form" in self.about:
                read.when_new["form"] = CofinancingForm.UREN

    def _without_years(self, row: SheetRow) -> RegisterRow:
        """A row with nothing below its years: its total is that of the year, where there is one year only."""
        read = self._read(row)
        if self.columns.forms and read.total is not None:
            amount = dutch.amount(read.total)
            read.wrong.append(f"er staat bij geen vorm een bedrag, wel {amount} als totaal. Zet het bij een vorm.")
            return read
        years = {year for at in self.columns.amounts_of_years for year in self._parts(at)}
        if read.total is not None and len(years) == 1 and not self.columns.forms:
            read.values["year"] = years.pop()
        elif read.total is not None:
            amount = dutch.amount(read.total)
            read.wrong.append(f"er staat bij geen jaar een bedrag, wel {amount} als totaal. Zet het bij een jaar.")
        else:
            read.wrong.append("er staat bij geen jaar een bedrag.")
        return read

    def _of_years(self, row: SheetRow, filled: Sequence[int], counted: Sequence[int]) -> Iterator[RegisterRow]:
        """A row for each calendar year and form, and one for each column that cannot be read.

        In the years that are `counted` a row says how many there are, also where no amount stands.
        """
        cents: dict[tuple[int, Choice | None], int] = {}
        unread: set[int] = set()
        for at in filled:
            read = self._read(row)
            read.total = None
            parts = self._parts(at)
            self._take(read, self.about[TOTAL], row, at, label=_years_told(parts))
            if read.wrong or read.total is None:
                # The rest of a year is not that year.
                unread |= parts.keys()
                yield read
                continue
            form = self.columns.forms.get(at)
            for year, share in divided(read.total, parts).items():
                cents[year, form] = cents.get((year, form), 0) + share
        for (year, form), amount in sorted(cents.items(), key=lambda item: (item[0][0], item[0][1] is None)):
            if year in unread:
                continue
            read = self._read(row)
            # A form without a year is of the year of its row.
            if year:
                read.values["year"] = year
            read.total = amount
            if form is not None:
                read.values["form"] = form
            if form is not CofinancingForm.UREN:
                self._drop_hours(read)
            self._share(read, [*cents.values()])
            read.only_known = not amount and len(cents) > 1 and bool(self.columns.forms)
            yield self._with_year_fields(read, row)
        for year in counted:
            is_told = any(of == year and (form is CofinancingForm.UREN or not self.columns.forms) for of, form in cents)
            if year not in unread and not is_told:
                read = self._read(row)
                read.values["year"] = year
                yield self._with_year_fields(read, row, is_counted=True)

        if self._has_hours(row) and CofinancingForm.UREN not in {form for _, form in cents}:
            read = self._read(row)
            read.total = None
            read.values["form"] = CofinancingForm.UREN
            yield read

    def _share(self, read: RegisterRow, amounts: Sequence[int]) -> None:
        """How many of a year, where so many times so much is what all years are together."""
        many, _, price = self.register.amount or ("", "", "")
        costs = read.values.get(price)
        if len(amounts) < 2 or not costs or product(read.values.get(many), costs) != sum(amounts):
            return
        shares = [Decimal(amount) / costs for amount in amounts]
        if all(share == rounded(share, 2) for share in shares):
            read.values[many], read.shared = float(Decimal(read.total or 0) / costs), "het is naar de bedragen verdeeld"
        else:
            del read.values[many], read.values[price]
            read.shared = "per jaar is alleen het bedrag overgenomen"

    def _has_hours(self, row: SheetRow) -> bool:
        """Whether a row says beside its forms how many hours it is of."""
        many = self.columns.fields.get(self._many, -1) if self.columns.hours_apart else -1
        return many >= 0 and not says_nothing(row.cell(many))

    def _drop_hours(self, read: RegisterRow) -> None:
        """Takes from what a row says of another form how many hours stand beside it, and what one costs."""
        for name in (self.register.amount or ()) if self.columns.hours_apart else ():
            read.values.pop(name, None)

    @property
    def _many(self) -> str:
        return (self.register.amount or ("",))[0]

    def _parts(self, at: int) -> Mapping[int, Fraction]:
        """The calendar years of a column of amounts, each with its share."""
        years = {**self.columns.years, **self.columns.counted_parts}
        if at in years:
            return {years[at] or self.cells.answers.year or 0: Fraction(1)}
        school_years = {**self.columns.school_years, **self.columns.counted_school_years}
        return parts_of(school_years[at], answered_as(self.cells.answers) or "eerste")

    def years_and_total(self, row: SheetRow) -> tuple[int, int] | None:
        """What the years of a row are together and what stands beside them as a total, where these differ."""
        total = self.columns.fields.get(TOTAL)
        filled = [at for at in self.columns.amounts_of_years if not says_nothing(row.cell(at))]
        if total is None or not filled or says_nothing(row.cell(total)) or self._has_hours(row):
            return None
        about = self.about[TOTAL]
        try:
            years = sum(self.cells.value(about, row, at) or 0 for at in filled)
            told = self.cells.value(about, row, total)
        except ValueError:
            return None
        return None if told == years else (years, told)

    def _year_is_missing(self, read: RegisterRow) -> bool:
        return "year" in self.about and "year" not in self.columns.fields and self.cells.answers.year is not None

    def _read(self, row: SheetRow) -> RegisterRow:
        read = RegisterRow(row.number)
        for name, about in self.about.items():
            at = self.columns.fields.get(name)
            if at is not None:
                self._take(read, about, row, at)
        read.values |= self.given.get(row.number, {})
        number = self.columns.fields.get("number")
        read.counted = number is not None and isinstance(row.cell(number), WorkbookNumber)
        return read

    def _take(self, read: RegisterRow, about: RegisterField, row: SheetRow, at: int, label: str = "") -> None:
        """One cell. Without an amount, or a field that is needed, a row says something else than it did."""
        spec = about.spec
        try:
            value = self.cells.value(about, row, at)
        except AskedError:
            read.waits = True
            return
        except ValueError as error:
            reason = f"{label or spec.label}: {error}"
            needed = spec.required or spec.kind in ("amount", "decimal") or spec.name == self.register.name
            if needed:
                read.wrong.append(reason)
            else:
                read.left_out.append(f"{reason} {LEFT_OUT}")
            return
        if value is None:
            return
        if about.name == TOTAL:
            read.total = value
        else:
            read.values[about.name] = value


def _years_told(parts: Mapping[int, Fraction]) -> str:
    return dutch.enumerate_words([str(year) for year in parts])


def told_shared(rows: Sequence[RegisterRow]) -> list[str]:
    """What became of numbers that are of all years of a row together, in a Dutch sentence each."""
    by_fate: dict[str, list[int]] = {}
    for row in rows:
        if row.shared and not row.wrong:
            by_fate.setdefault(row.shared, []).append(row.row)
    return [
        f"Aantal maal prijs is wat de jaren samen zijn; {fate}: {named_rows([*dict.fromkeys(numbers)])}."
        for fate, numbers in by_fate.items()
    ]


def is_divided(row: RegisterRow, register: Register, before: Mapping[str, Any]) -> bool:
    """Whether a row has nothing but another amount for a record of so many times so much."""
    if register.amount is None or row.total is None:
        return False
    many, _, price = register.amount
    had = product(before.get(many), before.get(price))
    return not {many, price} & row.values.keys() and had not in (None, row.total) and before[many] != 1


def with_amount(row: RegisterRow, register: Register, before: Mapping[str, Any], division: str = "") -> None:
    """Makes of the amount of a row how many and what one costs; `before` is the record that it is about.

    What the record has stays when it comes to the same. Otherwise `division` says what becomes of how many it had: they
    stay and cost something else (`prijs`), or all stays (`niet`). Adds to what is wrong with the row.
    """
    if register.amount is None or row.total is None:
        return
    many, unit, price = register.amount
    if division in ("prijs", "niet") and is_divided(row, register, before):
        if division == "prijs":
            row.values[many] = before[many]
            _divide(row, many, price)
        return
    if many in row.values and price in row.values:
        computed = product(row.values[many], row.values[price]) or 0
        if computed != row.total:
            row.wrong.append(
                f"{dutch.number(row.values[many])} × {dutch.amount(row.values[price])} is {dutch.amount(computed)}, en "
                f"er staat {dutch.amount(row.total)}. Verbeter een van beide."
            )
        return
    if many not in row.values and price not in row.values:
        if product(before.get(many), before.get(price)) != row.total:
            row.values |= {many: 1.0, price: row.total}
            if before.get(unit) and unit not in row.values:
                row.values[unit] = ""
        return
    _divide(row, many, price)


def _divide(row: RegisterRow, many: str, price: str) -> None:
    """What one costs, or how many there are, when the amount can be divided so."""
    assert row.total is not None
    by = Decimal(repr(row.values[many])) if many in row.values else Decimal(row.values[price])
    share = Decimal(row.total) / by if by else None
    digits = 0 if many in row.values else 2
    if share is None or share != rounded(share, digits):
        missing = "de prijs per eenheid" if many in row.values else "het aantal"
        row.wrong.append(f"{dutch.amount(row.total)} is niet precies te delen. Zet {missing} in een eigen kolom.")
    elif many in row.values:
        row.values[price] = int(share)
    else:
        row.values[many] = float(share)
