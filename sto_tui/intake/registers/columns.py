"""In which column of a sheet each field of a table stands, by its head and by what is below; in doubt it is asked."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import lru_cache

from sto_tui.domain.parties import Party
from sto_tui.domain.record import Choice
from sto_tui.domain.text import plain
from sto_tui.intake.registers.column_values import PRODUCT, are_choices, are_codes, holds, may_hold, says_nothing
from sto_tui.intake.registers.counted_heads import (
    counted_in_year,
    counts_years,
    says_euro,
    says_price,
    unit_of_head,
    year_and_rest,
)
from sto_tui.intake.registers.headless_fields import headless_fields
from sto_tui.intake.registers.kinds import TOTAL, Register, RegisterField, fields_of_register
from sto_tui.intake.registers.year_cells import has_year
from sto_tui.intake.registers.year_columns import (
    counted_in_part,
    is_period,
    school_year_of,
    year_and_form,
    year_of_head,
    year_of_part,
)
from sto_tui.intake.registers.year_fields import are_hours_apart, take_counted, take_forms, take_of_years
from sto_tui.intake.sheets.heads import head_key
from sto_tui.intake.sheets.table_reader import HEAD_ROWS, Cell, SheetRow
from sto_tui.intake.tables.amounts import written_number

LABEL, SURE, UNSURE = 3, 2, 1
_MOST_FORMS = 4
_ENOUGH = 4
_ROWS_TO_JUDGE = 200
_HALF = 0.5
_LONG_HEAD = 80
_MOST_ASKED = 6
# What stands behind a word that says what a thing is, when a column has something else of it: `Risk ID`.
_ABOUT_IT = re.compile(
    r" (?:id|nr|nummer|no|number|code|type|soort|eigenaar|owner|datum|date|score|status|prijs|ondertekenaar"
    r"|contactpersoon|adres|plaats|telefoon|e-?mail)\.? $"
)
_COUNTED_YEAR = re.compile(r"jaar \d{1,2}|\d{1,2}e jaar")
_PAID_BY_OTHERS = re.compile(r"co-?financiering")
_BRACKETED = re.compile(r"[(\[].*?[)\]]")


@dataclass(frozen=True)
class ColumnAsked:
    """A field that has to be pointed at: the columns that may hold it."""

    field: RegisterField
    columns: tuple[int, ...]


@dataclass
class RegisterColumns:
    """What stands where, columns from zero. `years` are columns with the amount of a year each, or of a part of one.

    It is 0 where the part says no year. `school_years` are those with the amount of a school year, by the year in which
    it begins. `forms` are the columns of `years` that say of which form their amount is, None for any that is in kind.
    `of_years` are the fields that stand in a column of one year only; `units` says in what such numbers count. In
    `counted_parts` and `counted_school_years` stands how many there are in a part of a year and in a school year. Of
    those in `counted_or_euro` it is asked whether they are amounts. With `hours_apart` how many there are, and what one
    costs, is of the hours only, beside amounts of other forms. `unknown` are columns of which the head is that of
    no field, and `headless` those that hold something below no head at all.
    """

    fields: dict[str, int] = field(default_factory=dict)
    years: dict[int, int] = field(default_factory=dict)
    school_years: dict[int, int] = field(default_factory=dict)
    forms: dict[int, Choice | None] = field(default_factory=dict)
    of_years: dict[int, dict[str, int]] = field(default_factory=dict)
    units: dict[int, str] = field(default_factory=dict)
    counted_parts: dict[int, int] = field(default_factory=dict)
    counted_school_years: dict[int, int] = field(default_factory=dict)
    counted_or_euro: tuple[int, ...] = ()
    hours_apart: bool = False
    unknown: list[int] = field(default_factory=list)
    headless: list[int] = field(default_factory=list)
    asked: list[ColumnAsked] = field(default_factory=list)

    @property
    def amounts_of_years(self) -> tuple[int, ...]:
        """The columns with the amount of a year or a school year."""
        return (*self.years, *self.school_years)

    @property
    def counts_of_parts(self) -> tuple[int, ...]:
        """The columns with how many there are in a part of a year or in a school year."""
        return (*self.counted_parts, *self.counted_school_years)

    @property
    def begins_of_school(self) -> tuple[int, ...]:
        """The years in which the school years begin that have a column."""
        return (*self.school_years.values(), *self.counted_school_years.values())

    @property
    def stand_in_years(self) -> bool:
        """Whether there are columns of single years, or columns that may be."""
        return bool(self.amounts_of_years or self.of_years or self.counts_of_parts or self.counted_or_euro)

    def counted_years(self, register: Register) -> tuple[int, ...]:
        """The years of which how many there are, or what one costs, has a column of its own; none beside a year."""
        money = {*(register.amount or ())} if "year" not in self.fields else set[str]()
        return tuple(sorted(year for year, of_year in self.of_years.items() if money & of_year.keys()))

    def have_years(self, register: Register) -> bool:
        """Whether amounts, or what makes them, stand in columns that say of which year they are."""
        if not (self.amounts_of_years or self.counts_of_parts or self.counted_years(register)):
            return False
        return all(self.years.values()) and all(self.counted_parts.values())

    def without_unknown(self, taken: Collection[int]) -> "RegisterColumns":
        """These columns, of which those that are `taken` for something are no unknown ones any more."""
        return replace(self, unknown=[at for at in self.unknown if at not in taken])

    def columns_of_field(self, name: str) -> tuple[int, ...]:
        """Where a field stands: in one column, or in those of single years."""
        own = (self.fields[name],) if name in self.fields else ()
        return (*own, *(of_year[name] for of_year in self.of_years.values() if name in of_year))


def fit_of(head: str, about: RegisterField) -> int:
    """How sure a head is that of a field, up to 3; 0 when it is not."""
    key = head_key(_BRACKETED.sub("", head)) or head_key(head)
    if not key or len(head) > _LONG_HEAD:
        return 0
    if key == head_key(about.spec.label):
        return LABEL
    if key in map(head_key, about.sure):
        return SURE
    if key in map(head_key, about.unsure):
        return UNSURE
    words = f"{plain(_BRACKETED.sub('', head))} "
    if _ABOUT_IT.search(words) or PRODUCT.search(words):
        return 0
    return UNSURE if words.startswith(about.beginnings) else 0


def head_score(row: SheetRow, register: Register) -> float:
    """How much a row looks like the heads of a table: what it is called counts most."""
    score = 0.0
    seen: set[str] = set()
    # A period that stands alone is a title, or a heading.
    if len([*filter(None, row.cells)]) == 1 and any(is_period(cell) for cell in row.cells if cell):
        return score
    for cell in row.cells:
        fits = _fits(cell, register)
        best = max(fits.values(), default=0)
        names = {name for name, fit in fits.items() if fit == best}
        if best and not names <= seen:
            score += best
            seen |= names
        elif register.amount and _is_of_year(cell, register):
            score += UNSURE
        elif (key := head_key(str(cell))) in register.beside and key not in seen:
            score += UNSURE
            seen.add(key)
        elif written_number(str(cell)) or not isinstance(cell, str):
            score -= 1
    return score


def _is_of_year(cell: Cell, register: Register) -> bool:
    of_year = _year_and_form(cell, register) or counted_in_year(cell) or counted_in_part(cell)
    return is_period(cell) or of_year is not None


def _year_and_form(cell: Cell, register: Register) -> tuple[int, Choice | None] | None:
    about = fields_of_register(register.word).get("form")
    return year_and_form(cell, about.spec.choices) if about else None


def best_head(rows: Sequence[SheetRow], register: Register) -> tuple[int, float]:
    """The place of the row that looks most like heads, and how much; the first of equals."""
    scores = [head_score(row, register) for row in rows[:HEAD_ROWS]]
    best = max(scores, default=0.0)
    return (scores.index(best) if scores else 0), best


def is_table(rows: Sequence[SheetRow], register: Register) -> bool:
    """Whether a row looks enough like heads: two that are known, or all that there are."""
    at, score = best_head(rows, register)
    filled = [cell for cell in rows[at].cells if cell]
    return score >= _ENOUGH or (score >= SURE and len(filled) == 1)


def _fits(cell: Cell, register: Register) -> Mapping[str, int]:
    return _fits_of(cell, register.word) if isinstance(cell, str) and cell else {}


@lru_cache(maxsize=4096)
def _fits_of(cell: str, register: str) -> Mapping[str, int]:
    """The fields that a cell may be the head of, and how sure; to find the heads rows are looked at many times."""
    fits = {name: fit_of(cell, about) for name, about in fields_of_register(register).items()}
    return {name: fit for name, fit in fits.items() if fit}


def columns_of(
    head: SheetRow,
    rows: Sequence[SheetRow],
    register: Register,
    pointed: Mapping[str, int | None],
    *,
    is_doubtful: bool = False,
    counted: str = "",
) -> RegisterColumns:
    """What the columns below these heads hold; `pointed` are those that were answered.

    `counted` is what was answered about numbers that can be euros too: `aantal` or `euro`.
    When it `is_doubtful` whether it is such a table, the column of its names is asked in any case.
    """
    return Choosing(head, rows[:_ROWS_TO_JUDGE], register, pointed, is_doubtful=is_doubtful, counted=counted).result


class Choosing:
    """The work on the heads: what is sure first, then what may be, and then what is missing."""

    def __init__(
        self,
        head: SheetRow,
        rows: Sequence[SheetRow],
        register: Register,
        pointed: Mapping[str, int | None],
        *,
        is_doubtful: bool,
        counted: str,
    ) -> None:
        self.is_doubtful, self.counted = is_doubtful, counted
        self.register, self.rows, self.pointed = register, rows, pointed
        self.about = fields_of_register(register.word)
        self.result = RegisterColumns({name: at for name, at in pointed.items() if at is not None})
        width = max([len(head.cells), *(len(row.cells) for row in rows)], default=0)
        self.head, self.has_heads = head, any(head.cells)
        taken = {*self.result.fields.values()}
        # Columns that say twice how many there are: they are told, and not taken for anything else.
        self.barred: set[int] = set()
        self.left = [at for at in range(width) if at not in taken and (head.cell(at) or any(self.cells(at)))]
        self.fits = {at: self.fitting(head.cell(at), at) for at in self.left}
        if register.amount:
            take_forms(self)
            take_counted(self)
            self._take_years(head)
            take_of_years(self)
        self._take_sure()
        self._take_unsure()
        self._take_count()
        self._take_form()
        self._ask_missing()
        self.result.hours_apart = are_hours_apart(self)
        self.result.unknown = [at for at in self.left if head.cell(at)]
        headless = [at for at in self.left if not head.cell(at)]
        asked = self._ask_headless(headless) if self.has_heads else ()
        self.result.headless = [at for at in headless if at not in asked]

    def cells(self, at: int) -> Iterator[Cell]:
        """What stands in a column, without cells that say nothing."""
        return (cell for row in self.rows if (cell := row.cell(at)) and not says_nothing(cell))

    def amounts(self) -> list[int]:
        """The columns that are nothing yet, of which most cells can be amounts."""
        spec = self.about[TOTAL].spec
        return [at for at in self.left if at not in self.barred and holds(spec, [*self.cells(at)])]

    def numbers(self, row: SheetRow, columns: Iterable[int]) -> list[Decimal]:
        """The numbers of a row in these columns that can be read."""
        figures = (written_number(str(row.cell(at))) for at in columns)
        return [figure.value("komma") for figure in figures if figure]

    def fitting(self, head: Cell, at: int) -> dict[str, int]:
        """The fields that a column may hold, by how sure; those that its head says best."""
        cells = [*self.cells(at)]
        fits = {**_fits(head, self.register)}
        if self.register.amount and is_period(head):
            fits.pop("year", None)
        # `Jaar 1` above amounts is no column of years.
        if _COUNTED_YEAR.fullmatch(plain(str(head)).strip()):
            fits.pop("year", None)
        if self.register.amount and says_price(head, self.head.cells):
            fits = {name: fit for name, fit in fits.items() if name != TOTAL} | {self.register.price: SURE}
        # For how many years an amount is, is not how many there are in one.
        if self.register.amount and counts_years(head):
            return {}
        if says_euro(head):
            fits = {name: fit for name, fit in fits.items() if self.about[name].spec.kind == "amount"}
        fitting = {name: holds(self.about[name].spec, cells, is_sure=fit > UNSURE) for name, fit in fits.items()}
        # Beside one sure year what the others mean is asked, cell by cell; not where years stand side by side.
        if fits.get("year", 0) > UNSURE and any(map(has_year, cells)) and not any(map(is_period, self.head.cells)):
            fitting["year"] = True
        fits = {name: fit for name, fit in fits.items() if fitting[name]}
        # What is one of the choices is that, and no text: `geld` below `Soort bijdrage`.
        chosen = {name: fit for name, fit in fits.items() if are_choices(self.about[name].spec, cells)}
        return chosen or fits

    def _take_years(self, head: SheetRow) -> None:
        """Years side by side are amounts of years, unless the amount has a year in its own column."""
        if self.result.years or "year" in self.pointed:
            return
        if any("year" in self.fits[at] for at in self.left):
            return
        if self.register.word == "begroting":
            # What others pay of it is no cost.
            heads = {at: head.cell(at) for at in self.left if is_period(head.cell(at))}
            paid = {at for at, cell in heads.items() if _PAID_BY_OTHERS.search(plain(str(cell)))}
            self.barred |= paid
            self.fits |= {at: {} for at in paid}
        amounts = self.amounts()
        years = {at: year for at in amounts if (year := year_of_head(head.cell(at)))}
        school_years = {at: year for at in amounts if (year := school_year_of(head.cell(at)))}
        parts = {at: year for at in amounts if (year := year_of_part(head.cell(at))) is not None}
        if not years and "form" not in self.pointed:
            said = {at: both for at in amounts if (both := _year_and_form(head.cell(at), self.register))}
            if said and len({*said.values()}) == len(said):
                self.result.years = {at: year for at, (year, _) in said.items()}
                self.result.forms = {at: form for at, (_, form) in said.items()}
                self.left = [at for at in self.left if at not in said]
                return
        # Calendar years beside school years or quarters hold an amount twice.
        if years:
            are_apart = len({*years.values()}) == len(years)
            other = {at: year for at, year in parts.items() if year and year not in years.values()}
            self.result.years = {**years, **other} if are_apart else {}
        elif len(school_years) == len({*school_years.values()}) and school_years:
            self.result.school_years = school_years
        elif len({head_key(str(head.cell(at))) for at in parts}) == len(parts) > 1:
            self.result.years = parts
        self.left = [at for at in self.left if at not in self.result.amounts_of_years]

    def _take_sure(self) -> None:
        for name in self.about:
            columns = [at for at in self.left if self._best(at) >= SURE and self.fits[at].get(name) == self._best(at)]
            self._take(name, columns)

    def _best(self, at: int) -> int:
        return max(self.fits[at].values(), default=0)

    def _take_unsure(self) -> None:
        for name in self.about:
            self._take(name, [at for at in self.left if self.fits[at].get(name)])

    def _take(self, name: str, columns: list[int]) -> None:
        """One column is the field; of more the one that has its label, unless it matters too much to guess."""
        if not columns or name in self.result.fields or name in self.pointed or self._is_asked(name):
            return
        is_of_years = len({year_and_rest(self.head.cell(at)) for at in columns} - {None}) > 1
        if len(columns) > 1 and (self._matters(name) or is_of_years):
            # Beside `Organisatie` what is below `Naam` are people.
            by_label = [at for at in columns if self.register.model is Party and self.fits[at][name] == LABEL]
            self._ask(name, [*(at for at in columns if at not in by_label), *by_label])
            return
        if name == self.register.name and self.is_doubtful:
            self._ask(name, [*columns, *(at for at in self._names() if at not in columns)])
            return
        # What may be another field too, is rather that: `Soort bijdrage` beside `Omschrijving`.
        at = max(columns, key=lambda column: (self.fits[column][name], -len(self._said(column)), -column))
        self.result.fields[name] = at
        self.left.remove(at)

    def _said(self, at: int) -> Mapping[str, int]:
        """The fields that a head may be of, whatever stands below it."""
        return _fits(self.head.cell(at), self.register)

    def _take_form(self) -> None:
        """`Soort bijdrage` beside the names is the form, also where its words are to be asked: `in kind`."""
        forms = [at for at in self.left if "form" in self._said(at) and any(self.cells(at))]
        is_free = "form" not in {*self.result.fields, *self.pointed} and not self.result.forms
        if is_free and len(forms) == 1 and len({*self.cells(forms[0])}) <= _MOST_FORMS:
            self.result.fields["form"] = forms[0]
            self.left.remove(forms[0])

    def _take_count(self) -> None:
        """The only column that says of what there are how many, `Inzet in uren`, is the number of what has a price."""
        many, _, price = self.register.amount or ("", "", "")
        if price not in self.result.fields or many in {*self.result.fields, *self.pointed} or self._is_asked(many):
            return
        # Beside how many there are in each year it is a total of these.
        if self.result.counts_of_parts or any(many in of_year for of_year in self.result.of_years.values()):
            return
        spec = self.about[many].spec
        counts = [
            at for at in self.left if at not in self.barred and self._is_count(at) and holds(spec, [*self.cells(at)])
        ]
        if len(counts) == 1:
            self.result.fields[many] = counts[0]
            self.left.remove(counts[0])

    def _is_count(self, at: int) -> bool:
        head = self.head.cell(at)
        return (
            not counts_years(head)
            and unit_of_head(head) is not None
            and counted_in_year(head) is None
            and any(self.cells(at))
        )

    def _matters(self, name: str) -> bool:
        spec = self.about[name].spec
        return name == self.register.name or spec.kind in ("amount", "decimal", "date", "whole")

    def _names(self) -> list[int]:
        """The columns that may be what the rows are called, those with the most different texts first."""
        cells = {at: [*map(str, self.cells(at))] for at in self.left}
        spec = self.about[self.register.name].spec
        may_be = [at for at in self.left if cells[at] and holds(spec, cells[at]) and not are_codes(cells[at])]
        return sorted(may_be, key=lambda at: (-len({*cells[at]}), at))

    def _is_asked(self, name: str) -> bool:
        return any(asked.field.name == name for asked in self.result.asked)

    def _ask(self, name: str, columns: Sequence[int]) -> None:
        self.result.asked.append(ColumnAsked(self.about[name], tuple(columns[:_MOST_ASKED])))

    def _ask_missing(self) -> None:
        """What a row is nothing without, and in a table of money the money."""
        name = self.register.name
        if name not in self.result.fields and name not in self.pointed and not self._is_asked(name):
            names = self._names()
            # Without heads there is nothing to doubt about an only column.
            if len(names) == 1 and not self.has_heads:
                self.result.fields[name] = names[0]
                self.left.remove(names[0])
            else:
                self._ask(name, names)
        self._ask_looked_for()
        money = (TOTAL, self.register.price)
        if not self.register.amount or self.result.stand_in_years or any(self._is_there(each) for each in money):
            return
        amounts = [at for at in self.left if any(self.cells(at)) and holds(self.about[TOTAL].spec, [*self.cells(at)])]
        if amounts and TOTAL not in self.pointed:
            self._ask(TOTAL, amounts)

    def _ask_looked_for(self) -> None:
        """Fields that no head says, where a column that is left may hold them."""
        for name in self.register.looked_for:
            if name in self.pointed or self._is_there(name):
                continue
            may_be = [
                at for at in self.left if may_hold(self.about[name].spec, str(self.head.cell(at)), self.cells(at))
            ]
            if may_be:
                self._ask(name, may_be)

    def _ask_headless(self, columns: Sequence[int]) -> set[int]:
        """Asks of columns without a head whether they are a field that nothing is yet; which columns these are."""
        beside = {"year"} if self.result.stand_in_years else set[str]()
        free = [
            about
            for name, about in self.about.items()
            if name not in self.pointed and name not in beside and not self._is_there(name)
        ]
        asked = {at for each in self.result.asked for at in each.columns}
        for name, places in headless_fields(free, [(at, [*self.cells(at)]) for at in columns if at not in asked]):
            self._ask(name, places)
            asked |= {*places}
        return asked

    def _is_there(self, name: str) -> bool:
        return name in self.result.fields or self._is_asked(name)
