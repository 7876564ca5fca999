"""One row of a milestone sheet, read cell by cell and not yet compared with the dossier."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from sto_tui.domain import dutch
from sto_tui.domain.milestones import Stoplicht, VeriCode
from sto_tui.domain.text import clean_line, clean_text, cut, plain
from sto_tui.domain.typed_dates import Beside, Edge, parse_date
from sto_tui.intake.milestones.columns import NOTHING, Columns, PeriodColumn
from sto_tui.intake.milestones.veri_cells import CodeError, Legend, code_of
from sto_tui.intake.sheets.table_reader import Cell, SheetRow
from sto_tui.planning.schedule.predecessors import parse_waiting

_LIGHTS = {plain(word): light for light in Stoplicht for word in (light.value, light.label)} | {
    "klaar": Stoplicht.GEREED,
    "afgerond": Stoplicht.GEREED,
    "niet begonnen": Stoplicht.NIET_GESTART,
    "op schema": Stoplicht.GROEN,
}
_COMMA_NUMBER = re.compile(r"\d+(,\d+)+")
# What can hardly be the name of a milestone: `1.1c`, `12`, `1,10`.
_LIKE_NUMBER = re.compile(r"\d+([.,]\d+)*[a-z]?\.?", re.IGNORECASE)
# A number is short; longer text alone in a row is an explanation under the table.
_LONGEST_NUMBER = 20


class RowError(ValueError):
    """A row that is not taken in, with the Dutch reasons, each with a full stop."""

    def __init__(self, *reasons: str) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons


class FootnoteError(RowError):
    """A row that is no milestone but an explanation."""


@dataclass
class Line:
    """What a row says. None and empty text: the sheet does not say it.

    What is `wrong` costs the whole row, what is `refused` only itself; `no_place` are words that are no theme or
    speerpunt, and whether they are kept as deelproject.
    """

    row: int
    number: str = ""
    title: str = ""
    start: date | None = None
    due: date | None = None
    # The periods that start and due come from, when no column gives the day itself.
    start_span: PeriodColumn | None = None
    due_span: PeriodColumn | None = None
    tangible_result: str = ""
    theme: str = ""
    speerpunt: str = ""
    deelproject: str = ""
    after: list[tuple[str, int]] = field(default_factory=list)
    light: Stoplicht | None = None
    # The day on which it was ready; `proposed` when that is the due date because the sheet says none. The light
    # follows from the day when the sheet has no other word for it.
    light_follows: bool = False
    done_on: date | None = None
    proposed: bool = False
    note: str = ""
    obstacle: str = ""
    roles: list[tuple[int, VeriCode]] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    no_place: list[tuple[str, bool]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    comma: bool = False


def read_line(row: SheetRow, deelproject: str, columns: Columns, legend: Legend | None, *, with_roles: bool) -> Line:
    """What a row says, with all that is wrong in it. Raises RowError when no milestone is named."""

    def text(name: str) -> str:
        return str(_filled(row, columns.fields.get(name)))

    line = Line(row.number, title=clean_line(text("title")))
    number = _filled(row, columns.fields.get("number"))
    _refuse_footnote(row, line.title)
    line.tangible_result = clean_text(text("tangible_result"))
    line.note, line.obstacle = clean_text(text("note")), clean_text(text("obstacle"))
    line.theme, line.speerpunt = clean_line(text("theme")), clean_line(text("speerpunt"))
    line.deelproject = clean_line(text("deelproject")) or deelproject
    _read_dates(line, row, columns)
    _read_waiting(line, text("after"))
    _read_light(line, text("light"))
    _read_done_on(line, _filled(row, columns.fields.get("done_on")))
    if with_roles:
        _read_roles(line, row, columns, legend)
    if isinstance(number, date):
        raise RowError(
            f"het nummer is een datum geworden ({dutch.short_date(number)}). "
            "Maak de kolom Nr op als tekst en typ het nummer opnieuw.",
            *line.wrong,
            *line.refused,
        )
    line.number, line.comma = read_number(number)
    if not line.number and not line.title:
        raise RowError("er staat geen nummer en geen mijlpaal.", *line.wrong, *line.refused)
    return line


def read_number(text: str) -> tuple[str, bool]:
    """The number of a milestone, and whether a comma in it was read as a point."""
    number = clean_line(text).rstrip(".")
    return (number.replace(",", "."), True) if _COMMA_NUMBER.fullmatch(number) else (number, False)


def looks_like_number(title: str) -> bool:
    """Whether what stands for a title is most likely a number in the wrong column."""
    return bool(_LIKE_NUMBER.fullmatch(title))


def _filled(row: SheetRow, index: int | None) -> Cell:
    """What a cell says; empty without such a column, and for a dash."""
    cell = row.cell(index) if index is not None else ""
    return "" if cell in NOTHING else cell


def _refuse_footnote(row: SheetRow, title: str) -> None:
    if title:
        return
    filled = [str(cell) for cell in row.cells if cell]
    if len(filled) == 1 and len(filled[0]) > _LONGEST_NUMBER:
        raise FootnoteError(f"‘{cut(clean_line(filled[0]), 40)}’ is geen mijlpaal en is overgeslagen.")


def _read_dates(line: Line, row: SheetRow, columns: Columns) -> None:
    """Start and due from their own columns, else from the first and the last period that is filled."""
    filled = [span for span in columns.spans if _filled(row, span.column)]
    if filled:
        line.start_span, line.due_span = filled[0], max(filled, key=lambda span: span.end)
        line.start, line.due = line.start_span.start, line.due_span.end
        _remark_gap(line, columns.spans, filled)
    if cell := _filled(row, columns.fields.get("start")):
        line.start, line.start_span = _day(line, cell, "start", line.start), None
    if cell := _filled(row, columns.fields.get("due")):
        # Counting on from a start that is wrong is no mistake of its own.
        base = date(2000, 1, 1) if line.wrong else line.start
        line.due, line.due_span = _day(line, cell, "end", base), None


def _day(line: Line, cell: Cell, edge: Edge, base: date | None) -> date | None:
    if isinstance(cell, date):
        return cell
    try:
        return parse_date(clean_line(cell)[:80], edge, Beside(earlier=base))
    except ValueError as error:
        line.wrong.append(str(error))
        return None


def _remark_gap(line: Line, spans: Sequence[PeriodColumn], filled: Sequence[PeriodColumn]) -> None:
    places = [spans.index(span) for span in filled]
    missing = [spans[at].label for at in range(places[0], places[-1]) if at not in places]
    if missing:
        line.remarks.append(
            f"Regel {line.row}: {dutch.enumerate_words(missing)} is leeg tussen gevulde perioden; "
            f"genomen is {filled[0].label} tot en met {filled[-1].label}."
        )


def _read_waiting(line: Line, text: str) -> None:
    if not text:
        return
    try:
        line.after = parse_waiting(text)
    except ValueError as error:
        line.refused.append(f"waarop deze mijlpaal wacht is niet overgenomen: {error}")


def _read_light(line: Line, text: str) -> None:
    if not text:
        return
    line.light = _LIGHTS.get(plain(text).replace("-", " "), _LIGHTS.get(plain(text)))
    if line.light is None:
        names = [light.label for light in Stoplicht]
        line.refused.append(
            f"‘{cut(clean_line(text), 40)}’ is geen stoplicht; kies uit {dutch.enumerate_words(names)}."
        )


def _read_done_on(line: Line, cell: Cell) -> None:
    """The day on which it was ready; that it was is then said too."""
    if not cell:
        return
    try:
        day = cell if isinstance(cell, date) else parse_date(clean_line(cell)[:80], "end")
    except ValueError as error:
        line.wrong.append(f"bij ‘Gereed op’: {error}")
        return
    if line.light not in (None, Stoplicht.GEREED):
        line.refused.append(
            f"‘Gereed op’ is niet overgenomen: er staat {dutch.short_date(day)}, maar het stoplicht is "
            f"{line.light.label}."
        )
        return
    line.light_follows = line.light is None
    line.light, line.done_on = Stoplicht.GEREED, day


def _read_roles(line: Line, row: SheetRow, columns: Columns, legend: Legend | None) -> None:
    heads = defaultdict(list)
    for index, (head, _) in columns.parties.items():
        text = str(_filled(row, index))
        try:
            if text:
                line.roles.append((index, code_of(text, legend)))
        except CodeError as error:
            heads[str(error)].append(cut(head, 40))
    line.refused += [f"bij {dutch.enumerate_words(at)}: {reason}" for reason, at in heads.items()]
