"""In which column of a sheet each field of a table stands, by its head and by what is below; in doubt it is asked."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sto_tui.domain.record import FieldSpec
from sto_tui.domain.text import plain
from sto_tui.intake.registers.kinds import TOTAL, Register, RegisterField, fields_of_register
from sto_tui.intake.sheets.heads import head_key
from sto_tui.intake.sheets.table_reader import HEAD_ROWS, Cell, SheetRow
from sto_tui.intake.sheets.workbook_number import WorkbookNumber
from sto_tui.intake.tables.amounts import written_number
from sto_tui.intake.tables.column_contents import is_date

LABEL, SURE, UNSURE = 3, 2, 1
_ENOUGH = 4
_ROWS_TO_JUDGE = 200
_HALF = 0.5
_LONG_HEAD = 80
_LEAST_WORD = 4
_MOST_ASKED = 6
_NOTHING = ("", "nvt")
_BRACKETED = re.compile(r"[(\[].*?[)\]]")
_YEAR_HEAD = re.compile(r"(?:begroting|begroot|bedrag|kosten|budget|jaar|kalenderjaar|raming)?(20\d\d)(?:euro|bedrag)?")


@dataclass(frozen=True)
class ColumnAsked:
    """A field that has to be pointed at: the columns that may hold it."""

    field: RegisterField
    columns: tuple[int, ...]


@dataclass
class RegisterColumns:
    """What stands where, columns from zero. `years` are columns with the amount of a year each."""

    fields: dict[str, int] = field(default_factory=dict)
    years: dict[int, int] = field(default_factory=dict)
    unknown: list[int] = field(default_factory=list)
    asked: list[ColumnAsked] = field(default_factory=list)


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
    longer = [word for word in (about.spec.label, *about.sure) if len(word) >= _LEAST_WORD]
    return UNSURE if any(words.startswith(f"{plain(word)} ") for word in longer) else 0


def year_of_head(cell: Cell) -> int | None:
    """The year that a head says, and nothing else: `2027`, `Begroting 2027`."""
    match = _YEAR_HEAD.fullmatch(head_key(str(cell))) if isinstance(cell, str) else None
    return int(match[1]) if match else None


def head_score(row: SheetRow, register: Register) -> float:
    """How much a row looks like the heads of a table: what it is called counts most."""
    score = 0.0
    seen: set[str] = set()
    for cell in row.cells:
        fits = _fits(cell, register)
        best = max(fits.values(), default=0)
        names = {name for name, fit in fits.items() if fit == best}
        if best and not names <= seen:
            score += best
            seen |= names
        elif register.amount and year_of_head(cell):
            score += UNSURE
        elif written_number(str(cell)) or not isinstance(cell, str):
            score -= 1
    return score


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


def _fits(cell: Cell, register: Register) -> dict[str, int]:
    if not isinstance(cell, str) or not cell:
        return {}
    fits = {name: fit_of(cell, about) for name, about in fields_of_register(register.word).items()}
    return {name: fit for name, fit in fits.items() if fit}


def columns_of(
    head: SheetRow, rows: Sequence[SheetRow], register: Register, pointed: Mapping[str, int | None]
) -> RegisterColumns:
    """What the columns below these heads hold; `pointed` are those that were answered."""
    return _Choosing(head, rows[:_ROWS_TO_JUDGE], register, pointed).result


class _Choosing:
    """The work on the heads: what is sure first, then what may be, and then what is missing."""

    def __init__(
        self, head: SheetRow, rows: Sequence[SheetRow], register: Register, pointed: Mapping[str, int | None]
    ) -> None:
        self.register, self.rows, self.pointed = register, rows, pointed
        self.about = fields_of_register(register.word)
        self.result = RegisterColumns({name: at for name, at in pointed.items() if at is not None})
        width = max([len(head.cells), *(len(row.cells) for row in rows)], default=0)
        taken = {*self.result.fields.values()}
        self.left = [at for at in range(width) if at not in taken and (head.cell(at) or any(self._cells(at)))]
        self.fits = {at: self._fitting(head.cell(at), at) for at in self.left}
        self._take_years(head)
        self._take_sure()
        self._take_unsure()
        self._ask_missing()
        self.result.unknown = [at for at in self.left if head.cell(at)]

    def _cells(self, at: int) -> Iterator[Cell]:
        return (cell for row in self.rows if (cell := row.cell(at)) and not says_nothing(cell))

    def _fitting(self, head: Cell, at: int) -> dict[str, int]:
        """The fields that a column may hold, by how sure; those that its head says best."""
        cells = [*self._cells(at)]
        return {name: fit for name, fit in _fits(head, self.register).items() if _holds(self.about[name].spec, cells)}

    def _take_years(self, head: SheetRow) -> None:
        """Years side by side are amounts of years, unless the amount has a year in its own column."""
        if not self.register.amount or "year" in self.pointed:
            return
        years = {at: year for at in self.left if (year := year_of_head(head.cell(at)))}
        if years and len({*years.values()}) == len(years) and not any("year" in self.fits[at] for at in self.left):
            self.result.years = years
            self.left = [at for at in self.left if at not in years]

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
        if len(columns) > 1 and self._matters(name):
            self._ask(name, columns)
            return
        at = max(columns, key=lambda column: (self.fits[column][name], -column))
        self.result.fields[name] = at
        self.left.remove(at)

    def _matters(self, name: str) -> bool:
        spec = self.about[name].spec
        return name == self.register.name or spec.kind in ("amount", "decimal", "date", "whole")

    def _is_asked(self, name: str) -> bool:
        return any(asked.field.name == name for asked in self.result.asked)

    def _ask(self, name: str, columns: Sequence[int]) -> None:
        self.result.asked.append(ColumnAsked(self.about[name], tuple(columns[:_MOST_ASKED])))

    def _ask_missing(self) -> None:
        """What a row is nothing without, and in a table of money the money."""
        name = self.register.name
        if name not in self.result.fields and name not in self.pointed and not self._is_asked(name):
            texts = [at for at in self.left if _holds(self.about[name].spec, [*self._cells(at)])]
            self._ask(name, texts)
        money = (TOTAL, self.register.price)
        if not self.register.amount or self.result.years or any(self._is_there(each) for each in money):
            return
        amounts = [
            at for at in self.left if any(self._cells(at)) and _holds(self.about[TOTAL].spec, [*self._cells(at)])
        ]
        if amounts and TOTAL not in self.pointed:
            self._ask(TOTAL, amounts)

    def _is_there(self, name: str) -> bool:
        return name in self.result.fields or self._is_asked(name)


def says_nothing(cell: Cell) -> bool:
    """Whether a cell is empty, or says in so many words that there is nothing: `-`, `n.v.t.`."""
    return isinstance(cell, str) and not isinstance(cell, WorkbookNumber) and head_key(cell) in _NOTHING


def _holds(spec: FieldSpec, cells: Sequence[Cell]) -> bool:
    """Whether most of these cells can be values of a field; of an empty column everything."""
    return not cells or sum(_can_be(spec, cell) for cell in cells) >= _HALF * len(cells)


def _can_be(spec: FieldSpec, cell: Cell) -> bool:
    if spec.kind == "date":
        return not isinstance(cell, str) or is_date(cell)
    is_number = isinstance(cell, str) and written_number(cell) is not None
    if spec.kind in ("amount", "decimal"):
        return is_number
    if spec.kind == "whole":
        return is_number
    # `Bijdrage` is the name of what a company gives, and in other sheets the head of what that is worth.
    if spec.kind in ("line", "text") and (spec.required or spec.name == "title"):
        return isinstance(cell, str) and not is_number
    return True
