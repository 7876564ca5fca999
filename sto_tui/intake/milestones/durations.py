"""A column with how long something takes: with a begin and no end it gives the end, and it may contradict an end."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sto_tui.domain import dutch
from sto_tui.domain.text import clean_line, cut, plain
from sto_tui.intake.milestones.answers import DAYS, DURATION, NONE, SheetAnswers
from sto_tui.intake.milestones.columns import Block, Columns
from sto_tui.intake.questions import IntakeChoice, IntakeQuestion
from sto_tui.intake.sheets.table_reader import SheetRow
from sto_tui.intake.tables.column_kinds import SheetColumn
from sto_tui.intake.tables.date_words import says_no_date
from sto_tui.intake.tables.lengths import Length, Unit, fits, length_of, unit_of_head
from sto_tui.intake.tables.sheet_questions import LONGEST_CELL
from sto_tui.intake.telling import first_of

_UNIT_NAMES: dict[str, Unit] = {
    "dagen": "day", "weken": "week", "maanden": "month", "werkdagen": "working day", "kalenderdagen": "calendar day",
}  # fmt: skip
# Who writes only the letter has it of MS Project, which counts working days.
_OF_PROGRAM = ("d", "dg", "dgn", "d?", "dg?", "dgn?", "dagen?", "day?", "days?")
_MOST_NAMED = 3


@dataclass(frozen=True)
class Durations:
    """How lengths are read: the unit of numbers alone, and whether days are those of the calendar or of work."""

    numbers: Unit | None = None
    days: Unit | None = None
    is_off: bool = False

    def length(self, text: str, head: str) -> Length | None:
        """What a cell says, in a unit that is as sure as it can be; None when it is no length."""
        length = length_of(text)
        if length and length.unit is None:
            length = length.of(unit_of_head(head) or self.numbers)
        return length.of(self.days) if length and length.unit == "day" and self.days else length


NO_DURATIONS = Durations(is_off=True)


@dataclass(frozen=True)
class LengthCell:
    """A length with the days beside it."""

    text: str
    head: str
    start: date | None
    due: date | None


def durations_of(cells: Sequence[LengthCell], answers: SheetAnswers) -> tuple[Durations, list[IntakeQuestion]]:
    """How the lengths of a sheet are read, and what has to be asked first."""
    if answers.get(DURATION) == NONE or answers.get(DAYS) == NONE:
        return NO_DURATIONS, []
    numbers = _UNIT_NAMES.get(answers.get(DURATION))
    read = [(cell, length) for cell in cells if (length := Durations(numbers).length(cell.text, cell.head))]
    open_ones = [(cell, length) for cell, length in read if cell.start and not cell.due]
    without = [cell.text for cell, length in open_ones if length.unit is None]
    if without:
        return Durations(), [_unit_question(without)]
    days = _UNIT_NAMES.get(answers.get(DAYS)) or _proved(read)
    in_days = [(cell, length) for cell, length in open_ones if length.unit == "day" and length.number > 1]
    questions = [_days_question(in_days)] if in_days and not days else []
    return Durations(numbers, days), questions


def cells_of(block: Block, days: Sequence[tuple[date | None, date | None]]) -> Iterator[LengthCell]:
    """The lengths of a table, with the begin and the end that each of its rows has."""
    column = duration_column(block.columns)
    for (row, _), (start, due) in zip(block.rows, days, strict=True) if column else ():
        if column and (text := text_of(row, column)):
            yield LengthCell(text, column.head, start, due)


def duration_column(columns: Columns) -> SheetColumn | None:
    """The column that says how long something takes; hours of work are none."""
    at = columns.kinds.by_kind.get("duration")
    column = next((column for column in columns.kinds.columns if column.index == at), None)
    return column if column and "start" in columns.fields else None


def text_of(row: SheetRow, column: SheetColumn) -> str:
    """What a cell says of how long; empty when it says that it is not known."""
    cell = row.cell(column.index)
    return clean_line(cell) if isinstance(cell, str) and not says_no_date(cell) else ""


def _proved(read: Sequence[tuple[LengthCell, Length]]) -> Unit | None:
    """How rows count days that have both begin and end; None when they prove nothing, or not the same."""
    whole = [(cell.start, cell.due, length) for cell, length in read if cell.start and cell.due and length.number > 5]
    whole = [each for each in whole if each[2].unit == "day"]
    units: tuple[Unit, ...] = ("working day", "calendar day")
    fitting = [unit for unit in units if whole and all(each[2].of(unit).last_day(each[0]) == each[1] for each in whole)]
    return fitting[0] if len(fitting) == 1 else None


def _unit_question(numbers: Sequence[str]) -> IntakeQuestion:
    named = _quoted(dict.fromkeys(numbers))
    choices = [IntakeChoice(unit, unit) for unit in ("weken", "dagen", "maanden")]
    choices.append(IntakeChoice(NONE, "de duur niet gebruiken: zonder einde overnemen"))
    return IntakeQuestion(DURATION, f"Wat telt de duur {named}?", tuple(choices), "weken")


def _days_question(cells: Sequence[tuple[LengthCell, Length]]) -> IntakeQuestion:
    choices = [
        IntakeChoice(name, name, tuple(_example(cell, length.of(_UNIT_NAMES[name])) for cell, length in cells[:2]))
        for name in ("werkdagen", "kalenderdagen")
    ]
    choices.append(IntakeChoice(NONE, "de duur niet gebruiken: zonder einde overnemen"))
    is_of_program = any(plain(cell.text).lstrip("0123456789 ") in _OF_PROGRAM for cell, _ in cells)
    named = _quoted(dict.fromkeys(cell.text for cell, _ in cells))
    proposed = "werkdagen" if is_of_program else "kalenderdagen"
    return IntakeQuestion(DAYS, f"Zijn de dagen van de duur ({named}) werkdagen?", tuple(choices), proposed)


def _quoted(texts: Iterable[str]) -> str:
    return dutch.enumerate_words([f"‘{cut(text, LONGEST_CELL)}’" for text in texts][:_MOST_NAMED])


def _example(cell: LengthCell, length: Length) -> str:
    end = length.last_day(cell.start) if cell.start else None
    return f"{cut(cell.text, LONGEST_CELL)}: tot en met {dutch.brief_date(end)}" if end else ""


# What one row says.


@dataclass(frozen=True)
class LengthSaid:
    """What the length of a row says: the end that it gives, that it cannot be read, or that it is not the end there."""

    text: str
    start: date | None = None
    end: date | None = None
    is_other: bool = False


def length_said(
    row: SheetRow, columns: Columns, durations: Durations, start: date | None, due: date | None, *, may_end: bool
) -> LengthSaid | None:
    """What the length in a row says beside its begin and end; `may_end` when no cell says anything of the end."""
    column = None if durations.is_off else duration_column(columns)
    text = text_of(row, column) if column else ""
    if column is None or not text:
        return None
    length = durations.length(text, column.head)
    if start and due:
        # Days of either kind may be meant.
        either = replace(durations, days=None).length(text, column.head)
        end = _shown(length).last_day(start) if length and either and not fits(either, start, due) else None
        return LengthSaid(text, start, end, is_other=True) if end else None
    if not may_end:
        return LengthSaid(text, start)
    if start and length and (length.unit in (None, "day") and length.number > 1):
        # Asked first.
        return None
    end = _shown(length).last_day(start) if start and length else None
    return LengthSaid(text, start, end)


def _shown(length: Length) -> Length:
    return length.of("calendar day") if length.unit == "day" else length


def told_lengths(said: Sequence[tuple[int, LengthSaid]]) -> list[str]:
    """In a line each: the ends that follow from lengths, the lengths that say no end, and those that contradict one."""
    gives = [
        f"‘{cut(each.text, 30)}’ vanaf {dutch.brief_date(each.start)} is t/m {dutch.brief_date(each.end)} (regel {row})"
        for row, each in said
        if each.start and each.end and not each.is_other
    ]
    lacks = [f"‘{cut(each.text, 30)}’ (regel {row})" for row, each in said if not each.end]
    others = [
        f"regel {row} (‘{cut(each.text, 30)}’ zou t/m {dutch.brief_date(each.end)} zijn)"
        for row, each in said
        if each.is_other and each.end
    ]
    remarks = [f"Het einde volgt uit begin en duur: {_joined(gives)}."] if gives else []
    remarks += [f"De duur zegt hier geen einde, en is niet overgenomen: {_joined(lacks)}."] if lacks else []
    if others:
        remarks.append(f"De duur past niet bij begin en einde, en het einde geldt: {_joined(others)}.")
    return remarks


def _joined(parts: Sequence[str]) -> str:
    return dutch.enumerate_words(first_of(parts, _MOST_NAMED))
