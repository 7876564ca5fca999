"""The values in the cells of a table: read once for the whole tab how, and then with the parsers of the forms."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import Any

from sto_tui.domain import dutch
from sto_tui.domain.plan import Size
from sto_tui.domain.record import Choice, FieldSpec, Record, Ref
from sto_tui.domain.text import clean_line, cut, plain
from sto_tui.domain.typed_address import Addresses
from sto_tui.domain.typed_dates import ALONE
from sto_tui.domain.typed_names import NotUnderstoodError
from sto_tui.domain.typed_record import read_typed
from sto_tui.domain.typed_value import parse_entry
from sto_tui.intake.questions import IntakeQuestion
from sto_tui.intake.registers.column_values import says_nothing_of
from sto_tui.intake.registers.columns import RegisterColumns
from sto_tui.intake.registers.kinds import RegisterField
from sto_tui.intake.registers.named_year import NO_YEAR, NamedYear
from sto_tui.intake.registers.scales import is_figure, scale_question, size_of
from sto_tui.intake.registers.words import choice_of, yes_or_no
from sto_tui.intake.registers.year_cells import is_asked, is_of_years, year_in, years_named
from sto_tui.intake.registers.year_columns import (
    answered_as,
    is_refused,
    parts_of,
    school_year_of,
    school_year_question,
)
from sto_tui.intake.sheets.table_reader import Cell, SheetRow
from sto_tui.intake.sheets.workbook_number import WorkbookNumber
from sto_tui.intake.tables.amounts import Mark, Notation, notation_of, number_in, written_number
from sto_tui.intake.tables.date_order import date_orders, exchanged
from sto_tui.intake.tables.date_words import says_begin, says_no_date
from sto_tui.intake.tables.no_days import is_no_day
from sto_tui.intake.tables.sheet_questions import order_questions, told_short_months
from sto_tui.intake.tables.spelled_out import spelled_out
from sto_tui.intake.tables.table_answers import NONE, SCALE, TableAnswers
from sto_tui.intake.tables.table_questions import (
    choice_key,
    choice_question,
    decimals_question,
    word_year_question,
    year_question,
)
from sto_tui.intake.tables.thousands import is_whole_already
from sto_tui.intake.tables.written_dates import DayOrder, WrittenDate, written_date
from sto_tui.planning.working_days.free_days import FIRST_MONTH_OF_SCHOOL

_MOST_WORDS = 8
_LONGEST = 60
_ANY_YEAR = 2027
_CHOICES = ("choice", "choices")
_WHO = ("owner", "contact")


class AskedError(ValueError):
    """What a cell says is asked; it is not taken in as long as there is no answer."""


@dataclass
class CellReader:
    """How the cells of a tab are read, and the questions that are open about it.

    The amounts in the columns `thousandfold` are so many times what they say. `rounded` are the rows in which the
    workbook had parts of a cent; `read_as` says for a name that was typed in other words which record it was taken for.
    `beside_days` are cells with a day and words that say nothing of it, which are not taken. `short_months` says which
    cells as `mrt 27` were taken for a month.
    """

    answers: TableAnswers
    addresses: Addresses
    mark: Mark | None = None
    orders: Mapping[str, DayOrder] = field(default_factory=dict)
    exchanged: frozenset[str] = frozenset()
    questions: list[IntakeQuestion] = field(default_factory=list)
    thousandfold: Mapping[int, int] = field(default_factory=dict)
    rounded: list[int] = field(default_factory=list)
    read_as: dict[str, str] = field(default_factory=dict)
    no_days: dict[int, str] = field(default_factory=dict)
    beside_days: dict[int, str] = field(default_factory=dict)
    short_months: tuple[str, ...] = ()

    def value(self, about: RegisterField, row: SheetRow, at: int) -> Any:
        """The value of a cell; None when it is empty. Raises ValueError with a Dutch sentence."""
        spec, cell = about.spec, row.cell(at)
        if says_nothing_of(spec, cell):
            return None
        match spec.kind:
            case "line" if spec.name in _WHO:
                # Two names below each other are two names; any other text was broken off to fit its cell.
                return parse_entry(spec, ", ".join(filter(None, map(str.strip, _text(cell).splitlines()))))
            case "line" | "text":
                return parse_entry(spec, _text(cell))
            case "amount" | "decimal" | "whole":
                return self._number(spec, row, at)
            case "date":
                return self._day(spec, row.number, cell)
            case "choice":
                return self._choice(spec, _text(cell))
            case "choices":
                words = _words(spec, _text(cell))
                chosen = {choice for word in words if (choice := self._choice(spec, word))}
                return tuple(choice for choice in spec.choices if choice in chosen) or None
            case "tick":
                return _yes_or_no(_text(cell))
        return self._reference(spec, cell)

    def _number(self, spec: FieldSpec, row: SheetRow, at: int) -> Any:
        cell = row.cell(at)
        if is_of_years(spec):
            return self._year(spec, cell)
        in_thousands = at in self.thousandfold and not is_whole_already(cell)
        number = number_in(cell, self.mark, is_amount=spec.kind == "amount" and not in_thousands)
        number = number * self.thousandfold[at] if in_thousands else number
        if spec.kind == "amount" and isinstance(cell, WorkbookNumber):
            if number != dutch.rounded(number, 2):
                self.rounded.append(row.number)
            number = dutch.rounded(number, 2)
        return parse_entry(spec, format(number, "f").replace(".", ","))

    def _year(self, spec: FieldSpec, cell: Cell) -> Any:
        """A year as it stands, or what was answered about a cell of which nobody knows which year it means."""
        if isinstance(cell, str) and (school_year := school_year_of(cell)) is not None:
            return self._year_of_school(cell, school_year)
        if not isinstance(cell, str) or not is_asked(cell):
            year = year_in(cell) if written_number(str(cell)) is None else None
            return parse_entry(spec, str(year or cell))
        answer = self.answers.get(choice_key(spec, cell))
        if answer.isdecimal():
            return parse_entry(spec, answer)
        if not answer and any(question.key == choice_key(spec, cell) for question in self.questions):
            raise AskedError
        raise ValueError(f"‘{cut(clean_line(cell), _LONGEST)}’ is geen jaar. Zet er een kalenderjaar.")

    def _year_of_school(self, cell: str, school_year: int) -> int:
        """The one calendar year in which a school year counts."""
        counts_as = answered_as(self.answers)
        if counts_as in ("eerste", "tweede"):
            return next(iter(parts_of(school_year, counts_as)))
        if is_refused(self.answers):
            raise ValueError(f"‘{cut(clean_line(cell), _LONGEST)}’ is een schooljaar. Zet er een kalenderjaar.")
        raise AskedError

    def _day(self, spec: FieldSpec, row: int, cell: Cell) -> date | None:
        if isinstance(cell, date):
            return (exchanged(cell) if spec.name in self.exchanged else None) or cell
        if not isinstance(cell, WorkbookNumber) and says_no_date(cell):
            self.no_days[row] = cut(clean_line(cell), _LONGEST)
            return None
        if spec.edge != "start" and says_begin(cell):
            raise ValueError(
                f"‘{cut(clean_line(cell), _LONGEST)}’ zegt wanneer het begint, en niet wanneer het klaar is."
            )
        written = self._written(spec, cell)
        day = (written.start if spec.edge == "start" else written.end) if written else None
        if day is None:
            what = "bestaat niet: die dag heeft de maand niet" if is_no_day(cell) else "is geen datum met een jaar"
            raise ValueError(f"‘{cut(clean_line(cell), _LONGEST)}’ {what}.")
        if written and written.unused:
            self.beside_days[row] = cut(clean_line(cell), _LONGEST)
        return day

    def _written(self, spec: FieldSpec, cell: str) -> WrittenDate | None:
        """A day without a year is in the year that was answered, or in the half of a school year in which it falls."""
        order, begin = self.orders.get(spec.name), self.answers.school_year
        if begin is None:
            return written_date(cell, order, self.answers.year)
        first = written_date(cell, order, begin)
        is_first = first is None or first.start is None or first.start.month >= FIRST_MONTH_OF_SCHOOL
        return first if is_first else written_date(cell, order, begin + 1)

    def _choice(self, spec: FieldSpec, word: str) -> Choice | None:
        chosen = choice_of(word, spec.choices)
        if chosen is not None:
            return chosen
        answer = self.answers.get(choice_key(spec, word))
        if not answer and _is_size(spec) and is_figure(word):
            sized = size_of(word, self.answers.get(SCALE))
            if sized is None and any(question.key == SCALE for question in self.questions):
                raise AskedError
            if sized is not None:
                return sized
        if answer == NONE:
            return None
        answered = next((choice for choice in spec.choices if choice.value.casefold() == answer), None)
        if answered is None and any(question.key == choice_key(spec, word) for question in self.questions):
            raise AskedError
        if answered is None:
            labels = dutch.enumerate_words([choice.label for choice in spec.choices])
            raise ValueError(f"‘{cut(clean_line(word), _LONGEST)}’ kan hier niet. Kies uit {labels}.")
        return answered

    def _reference(self, spec: FieldSpec, cell: Cell) -> Any:
        text = clean_line(_text(cell))
        if spec.kind == "references":
            return read_typed(spec, text, self.addresses, ALONE)
        ref = self._named(spec, text)
        if isinstance(cell, WorkbookNumber):
            _refuse_lost_zero(text, [str(getattr(each, "number", "")) for each in self._referred(spec)])
        if not self.addresses.is_name_of(ref, text):
            self.read_as[cut(text, _LONGEST)] = cut(self.addresses.dossier.caption(ref), _LONGEST)
        return ref if spec.by_ref else ref.id

    def _named(self, spec: FieldSpec, text: str) -> Ref:
        """The record that is called so, or so with its first word in full: `gem. Emmen`."""
        try:
            return self.addresses.named(spec.tables, text)
        except NotUnderstoodError:
            in_full = spelled_out(text)
            if in_full == plain(text):
                raise
            return self.addresses.named(spec.tables, in_full)

    def _referred(self, spec: FieldSpec) -> Iterator[Record]:
        for table in spec.tables:
            yield from self.addresses.dossier.whole.tables[table].values()


def _refuse_lost_zero(text: str, numbers: Iterable[str]) -> None:
    """A workbook that holds 1.10 as a number lost its zero. Raises ValueError when that number is there too."""
    alike = [number for number in numbers if number != text and _value(number) == _value(text)]
    if "." in text and alike:
        raise ValueError(
            f"{text} staat als getal in het blad en kan ook {alike[0]} zijn. Maak de kolom op als tekst en typ het "
            "opnieuw."
        )


def _value(number: str) -> Decimal | None:
    try:
        return Decimal(number)
    except InvalidOperation:
        return None


def _text(cell: Cell) -> str:
    return dutch.short_date(cell) if isinstance(cell, date) else str(cell)


def _words(spec: FieldSpec, text: str) -> list[str]:
    """One word, or several with commas between them."""
    if spec.kind != "choices" or choice_of(text, spec.choices):
        return [text]
    return [word for word in re.split(r"[,;/\n]| en ", text) if word.strip()]


def _yes_or_no(text: str) -> bool:
    said = yes_or_no(text)
    if said is None:
        raise ValueError(f"‘{cut(clean_line(text), _LONGEST)}’ is geen ja of nee.")
    return said


def reader_of(
    columns: RegisterColumns,
    about: Mapping[str, RegisterField],
    rows: Sequence[SheetRow],
    answers: TableAnswers,
    addresses: Addresses,
    years: Sequence[int],
    thousandfold: Mapping[int, int] = MappingProxyType({}),
    named: NamedYear = NO_YEAR,
    *,
    is_scale_turned: bool = False,
) -> CellReader:
    """How the cells of these columns are read; `years` may be chosen for days without one, `named` is the likely one.

    The amounts in the columns `thousandfold` are so many times what they say.
    """
    reader = CellReader(answers, addresses, thousandfold=thousandfold)
    places = {name: columns.columns_of_field(name) for name in about}
    cells = {
        name: [row.cell(at) for at in at_places for row in rows] for name, at_places in places.items() if at_places
    }
    _decide_decimals(reader, about, cells, columns, rows)
    if "year" in cells:
        reader.questions += _year_questions(about["year"].spec, cells["year"], answers, years)
    _ask_school_years(reader, columns, [cell for cell in cells.get("year", ()) if isinstance(cell, str)])
    _decide_days(reader, {name: of for name, of in cells.items() if about[name].spec.kind == "date"}, years, named)
    scale = _scale_question({about[name].spec: of for name, of in cells.items()}, answers, is_turned=is_scale_turned)
    reader.questions += [scale] if scale else []
    for name, of in cells.items():
        if about[name].spec.kind in _CHOICES:
            reader.questions += _word_questions(about[name].spec, of, answers, has_scale=scale is not None)
    return reader


def _is_size(spec: FieldSpec) -> bool:
    return {*spec.choices} == {*Size}


def _scale_question(
    cells: Mapping[FieldSpec, Sequence[Cell]], answers: TableAnswers, *, is_turned: bool
) -> IntakeQuestion | None:
    """What figures are in the columns of how likely and how bad; not those of which each was answered.

    Beside a number that is on no scale (`25`) they are no scale either.
    """
    written = [(spec, _text(cell)) for spec, of in cells.items() if _is_size(spec) for cell in of]
    if any(text.strip().isdecimal() and not is_figure(text) for _, text in written):
        return None
    figures = [
        (spec.label, text) for spec, text in written if is_figure(text) and not answers.get(choice_key(spec, text))
    ]
    labels = [*dict.fromkeys(label for label, _ in figures)]
    return scale_question(labels, [text for _, text in figures], answers.get(SCALE), is_turned=is_turned)


def _decide_decimals(
    reader: CellReader,
    about: Mapping[str, RegisterField],
    cells: Mapping[str, Sequence[Cell]],
    columns: RegisterColumns,
    rows: Sequence[SheetRow],
) -> None:
    """How numbers are written is decided once, from all that have decimals."""
    years = [row.cell(at) for row in rows for at in columns.amounts_of_years]
    counted = [row.cell(at) for row in rows for at in columns.counts_of_parts]
    kinds = {name: about[name].spec.kind for name in cells}
    amounts = [cell for name, of in cells.items() if kinds[name] == "amount" for cell in of]
    others = [cell for name, of in cells.items() if kinds[name] == "decimal" for cell in of]
    notation: Notation = notation_of([*amounts, *years], [*others, *counted], reader.answers.mark)
    reader.mark = notation.mark
    if notation.examples:
        reader.questions.append(decimals_question(notation))


def _year_questions(
    spec: FieldSpec, cells: Iterable[Cell], answers: TableAnswers, years: Sequence[int]
) -> Iterator[IntakeQuestion]:
    """Which year each text means that surely means none, most used first; the years that it names stand first."""
    asked = [cell for cell in cells if isinstance(cell, str) and not says_nothing_of(spec, cell) and is_asked(cell)]
    written = {choice_key(spec, cell): cell for cell in reversed(asked)}
    for key, times in Counter(choice_key(spec, cell) for cell in asked).most_common(_MOST_WORDS):
        if not answers.get(key):
            named = years_named(written[key])
            likely = named[0] if len(named) == 1 else None
            yield word_year_question(spec, written[key], times, [*dict.fromkeys((*named, *years))], likely)


def _ask_school_years(reader: CellReader, columns: RegisterColumns, years: Sequence[str]) -> None:
    """In which calendar year a school year counts, in a column of its own or as the head of amounts."""
    begins = [begin for cell in years if (begin := school_year_of(cell))] or [*columns.begins_of_school]
    # A number and its amount, each rounded in its share of a year, would not be each other's product.
    may_divide = bool(columns.school_years) != bool(columns.counted_school_years)
    counts_as = answered_as(reader.answers)
    is_clear = is_refused(reader.answers) or (counts_as and (may_divide or counts_as != "verdeeld"))
    if begins and not is_clear:
        what = "aantallen" if columns.counted_school_years and not columns.school_years else "bedragen"
        reader.questions.append(school_year_question(begins, may_divide=may_divide, what=what))


def _decide_days(
    reader: CellReader, cells: Mapping[str, Sequence[Cell]], years: Sequence[int], named: NamedYear
) -> None:
    names = [*cells]
    decided = date_orders({at: cells[name] for at, name in enumerate(names)})
    answered = reader.answers.order
    reader.orders = {
        name: order for at, name in enumerate(names) if (order := decided.order_of(at, answered)) is not None
    }
    reader.exchanged = frozenset(names[at] for at in decided.swapped if answered == decided.orders.get(at))
    reader.short_months = told_short_months(decided)
    if not answered:
        reader.questions += order_questions(decided, [cells[name] for name in names])
    without_year = [
        (cell, reader.orders.get(name))
        for name, of in cells.items()
        for cell in of
        if isinstance(cell, str) and (read := written_date(cell, reader.orders.get(name))) and read.without_year
    ]
    if without_year and reader.answers.year is None and reader.answers.school_year is None:
        sides = [_is_in_autumn(cell, order) for cell, order in without_year]
        texts = [*dict.fromkeys(cut(clean_line(cell), _LONGEST) for cell, _ in without_year)]
        shown, is_more = dutch.enumerate_words(texts[:3]), len(texts) > 1
        school_year = named.school_year or ((named.year or years[0]) if len({*sides}) > 1 else None)
        # Who goes on from December to January in the order of the sheet has a school year.
        is_likely = named.school_year is not None or sides == sorted(sides, reverse=True)
        reader.questions.append(
            year_question(
                years,
                f"{'vallen' if is_more else 'valt'} {shown}",
                named.year,
                school_year,
                is_school_year_likely=is_likely,
            )
        )


def _is_in_autumn(cell: str, order: DayOrder | None) -> bool:
    """Whether a day without a year is in the first half of a school year; without an order the day stands first."""
    written = written_date(cell, order or "dm", _ANY_YEAR)
    return bool(written and written.start and written.start.month >= FIRST_MONTH_OF_SCHOOL)


def _word_questions(
    spec: FieldSpec, cells: Iterable[Cell], answers: TableAnswers, *, has_scale: bool
) -> Iterator[IntakeQuestion]:
    """What the words mean that are none of the choices, most used first."""
    unknown: Counter[str] = Counter()
    written: dict[str, str] = {}
    for cell in cells:
        for word in [] if says_nothing_of(spec, cell) else _words(spec, _text(cell)):
            key = choice_key(spec, word)
            if _is_size(spec) and is_figure(word) and (has_scale or size_of(word, answers.get(SCALE))):
                continue
            if choice_of(word, spec.choices) is None and not answers.get(key):
                unknown[key] += 1
                written.setdefault(key, word)
    for key, times in unknown.most_common(_MOST_WORDS):
        yield choice_question(spec, written[key], times)
