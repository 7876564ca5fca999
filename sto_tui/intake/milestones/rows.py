"""One row of a milestone sheet, read cell by cell and not yet compared with the dossier."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sto_tui.domain import dutch
from sto_tui.domain.milestones import Milestone, Stoplicht, VeriCode
from sto_tui.domain.record import YEAR_LIMITS, Edge, fields_of
from sto_tui.domain.text import clean_line, clean_text, cut, plain
from sto_tui.domain.typed_dates import Beside, parse_date
from sto_tui.intake.milestones.answers import COLOUR
from sto_tui.intake.milestones.columns import NOTHING, Columns
from sto_tui.intake.milestones.dated_cells import DATE_FIELDS, DateCells
from sto_tui.intake.milestones.durations import LengthSaid, length_said
from sto_tui.intake.milestones.numbers_and_names import read_number, without_bullet
from sto_tui.intake.milestones.period_columns import PeriodColumn
from sto_tui.intake.milestones.tab_reading import RowRead
from sto_tui.intake.milestones.veri_cells import CodeError, Legend, code_of, translated
from sto_tui.intake.sheets.table_reader import Cell, SheetRow
from sto_tui.intake.tables.colour_names import colour_name
from sto_tui.intake.tables.date_order import ORDERS
from sto_tui.intake.tables.date_words import says_begin, says_end, says_no_date
from sto_tui.intake.tables.sheet_questions import ORDER_NAMES
from sto_tui.intake.tables.written_dates import WrittenDate, numbered_days, written_date
from sto_tui.planning.schedule.predecessors import parse_waiting

# A number is short; longer text alone in a row is an explanation under the table.
_LONGEST_NUMBER = 20
LONGEST_DAY = 80
# A school year goes from August to July here, and a week from Monday to Friday.
_UNDERSTOOD = ("school year", "week")
# In German it is a week.
_QUARTER = re.compile(r"\bkw\b", re.IGNORECASE)
# What a heading says that it is, before its name; with a number between them it is all the name.
_KIND_BEFORE = re.compile(
    r"^(?:thema|actielijn|programmalijn|speerpunt|deelproject|project|fase)\s*:\s*", re.IGNORECASE
)
_THEME = re.compile(r"(?:thema|actielijn|programmalijn)\s*(?::|(?:\d{1,2}|[a-z])\b)")
# `03/05-2027` may be a day or two months.
_TWO_SIGNS = re.compile(r"\d{1,4} ?([-/.]) ?\d{1,2} ?(?!\1)[-/.] ?\d{1,4}")
_ANY_DAY = date(2000, 1, 1)
_SAY_NOTHING = ("nvt", "n.v.t", "geen", "none", "null", "nan", "na", "n.a", "n/a", "leeg", "onbekend", "unknown")


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
    # Days that the sheet gives, and that are not known before a question is answered.
    has_open_days: bool = False
    # The periods that start and due come from, when no column gives the day itself.
    start_span: PeriodColumn | None = None
    due_span: PeriodColumn | None = None
    tangible_result: str = ""
    theme: str = ""
    speerpunt: str = ""
    deelproject: str = ""
    # The headings between the outermost and the row, and those that have no place.
    headings: list[str] = field(default_factory=list)
    lost_headings: list[str] = field(default_factory=list)
    # That headings are deelprojecten was said; then no theme has that name.
    deelproject_is_meant: bool = False
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
    # Names of who does it, with the head above them.
    who: list[tuple[str, str]] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    no_place: list[tuple[str, bool]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    # Words for no date yet, words that are no date, and days that a season or a question mark gave.
    no_day: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    keeps_words: bool = False
    about: list[tuple[str, tuple[date, ...]]] = field(default_factory=list)
    # Cells with a day and more words than that, which are kept too, and those with a time.
    beside_day: list[str] = field(default_factory=list)
    clocks: list[str] = field(default_factory=list)
    # Words of which not everybody knows on which days they begin and end, and these days.
    understood: list[tuple[str, date, date]] = field(default_factory=list)
    # Words for an end that say when it begins, and for a begin that say when it ends.
    begins: list[str] = field(default_factory=list)
    ends: list[str] = field(default_factory=list)
    comma: bool = False
    # What its length says of the end.
    length: LengthSaid | None = None

    def keep_words(self) -> None:
        """Puts what was written for a date, and is none, in the note: words are never lost."""
        self.keeps_words |= bool(self.unread)
        self._add_to_note(self.unread)
        self.unread = []

    def keep_beside(self, label: str, cell: Cell, written: WrittenDate | None) -> None:
        """Puts a cell with a day in the note when it says more than that, as `1-10-2026 (gedaan)` does."""
        if written is None or not isinstance(cell, str):
            return
        text = clean_line(cell)
        if written.unused and text not in self.beside_day:
            self.beside_day.append(text)
            self._add_to_note([f"{label}: {text}"])
        elif written.clock and text not in self.clocks:
            self.clocks.append(text)

    def _add_to_note(self, texts: Sequence[str]) -> None:
        words = [words for words in texts if plain(words) not in plain(self.note)]
        self.note = "\n".join(filter(None, (self.note, *words)))

    def leave_days(self, why: str) -> None:
        """Takes no day from the row, and keeps what it said."""
        days = [day for day in (self.start, self.due) if day]
        self.unread = [f"In het blad: {' t/m '.join(map(dutch.short_date, days))}"] if days else []
        self.start = self.due = self.start_span = self.due_span = None
        self.refused = [*dict.fromkeys((*self.refused, why))]
        self.no_place, self.remarks = [], []
        self.keep_words()

    @property
    def group(self) -> str:
        """What it stands under in the sheet, for comparing; empty when it says nothing of that."""
        return plain(self.deelproject or self.theme or self.speerpunt)


@dataclass(frozen=True)
class RowReader:
    """How the rows of one table are read: its columns, how dates are written, and what the roles mean.

    `roles` gives the role of each letter; None when no role is taken.
    """

    columns: Columns
    dates: DateCells
    roles: Mapping[str, str] | None
    legend: Legend | None
    groups_as: str = ""
    counts_itself: bool = False

    def line(self, row: SheetRow, deelproject: str, read: RowRead) -> Line:
        """What a row says, with all that is wrong in it. Raises RowError when no milestone is named."""
        return _read_line(row, deelproject, read, self)


def _read_line(row: SheetRow, deelproject: str, read: RowRead, reader: RowReader) -> Line:
    columns = reader.columns

    def text(name: str) -> str:
        return str(_filled(row, columns.fields.get(name))) or read.held.get(name, "")

    line = Line(row.number, title=without_bullet(clean_line(text("title"))))
    number = "" if reader.counts_itself else _filled(row, columns.fields.get("number"))
    _refuse_footnote(row, line.title)
    line.tangible_result = clean_text(text("tangible_result"))
    notes = [str(_filled(row, columns.fields.get("note"))), read.held.get("note", "")]
    notes += [f"{head}: {cell}" for at, head in columns.kinds.more_notes.items() if (cell := _filled(row, at))]
    line.note, line.obstacle = clean_text("\n".join(filter(None, notes))), clean_text(text("obstacle"))
    line.theme, line.speerpunt = clean_line(text("theme")), clean_line(text("speerpunt"))
    line.deelproject = clean_line(text("deelproject"))
    _add_title(line, deelproject)
    _add_groups(line, clean_line(text("group")), read.headings, reader.groups_as)
    _read_dates(line, row, read, reader)
    line.keep_words()
    if read.after is None:
        _read_waiting(line, text("after"))
    else:
        line.after = list(read.after)
    _read_light(line, read)
    _read_done_on(line, row, reader)
    _keep_beside_days(line, row, reader)
    if reader.roles is not None:
        _read_roles(line, row, columns, reader)
    line.who = [(head, str(cell)) for at, head in columns.who.items() if (cell := _filled(row, at))]
    if isinstance(number, date):
        raise RowError(
            f"het nummer is een datum geworden ({dutch.short_date(number)}). "
            "Maak de kolom Nr op als tekst en typ het nummer opnieuw.",
            *line.wrong,
            *line.refused,
        )
    line.number, line.comma = read_number(number)
    if not line.number and not line.title:
        beside = next(
            (f", wel ‘{cut(clean_line(cell), 40)}’" for cell in row.cells if isinstance(cell, str) and cell), ""
        )
        raise RowError(f"er staat geen nummer en geen mijlpaal{beside}.", *line.wrong, *line.refused)
    return line


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


def _add_title(line: Line, title: str) -> None:
    """The line above its table: of `Thema: Techniek` and `Thema 1: Techniek` the theme, of others the deelproject."""
    name = _KIND_BEFORE.sub("", title, 1) or title
    if _THEME.match(plain(title)):
        line.theme = line.theme or name
    else:
        line.deelproject = line.deelproject or name


def _add_groups(line: Line, group: str, headings: Sequence[str], groups_as: str) -> None:
    """The headings above a row, or its column of groups, as its theme: what is no theme goes to deelproject."""
    names = [*dict.fromkeys(_KIND_BEFORE.sub("", name, 1) or name for name in (*headings, group) if name)]
    if not names or groups_as == "geen":
        return
    if groups_as in ("deelproject", "speerpunt"):
        line.lost_headings = names[:-1]
    if groups_as == "deelproject":
        line.deelproject_is_meant = not line.deelproject
        line.deelproject = line.deelproject or names[-1]
    elif groups_as == "speerpunt":
        line.speerpunt = line.speerpunt or names[-1]
    else:
        line.theme = line.theme or names[0]
        line.headings = names[1:]


def _read_dates(line: Line, row: SheetRow, read: RowRead, reader: RowReader) -> None:
    """Start and due from their own columns, else from the first and the last period that is filled."""
    columns = reader.columns
    if read.filled:
        line.start_span, line.due_span = read.filled[0], max(read.filled, key=lambda span: span.end)
        line.start, line.due = line.start_span.start, line.due_span.end
        vague = dict.fromkeys(span for span in (line.start_span, line.due_span) if span.is_vague)
        line.about += [(clean_line(span.label), (span.start, span.end)) for span in vague]
        _remark_gap(line, columns.spans, read.filled)
    line.has_open_days = read.has_marks and not read.filled
    if (cell := _filled(row, columns.fields.get("start"))) and not _takes_end(line, cell, row, reader):
        line.start, line.start_span = _day(line, cell, ("start", "start"), row, reader), None
        _take_end_of_range(line, cell, row, reader)
    cell = _filled(row, columns.fields.get("due"))
    if cell and not _takes_begin(line, cell, row, reader):
        period = reader.dates.written(cell, "due", (row.number, columns.fields["due"]))
        line.due, line.due_span = _day(line, cell, ("due", "end"), row, reader), None
        if period and not line.start and _has_begin(period, columns):
            line.start = period.start
            _tell_begin(line, period)
    may_end = line.due is None and (not cell or bool(line.begins))
    line.length = length_said(row, columns, reader.dates.durations, line.start, line.due, may_end=may_end)
    if line.length and may_end:
        line.due = line.length.end


def _keep_beside_days(line: Line, row: SheetRow, reader: RowReader) -> None:
    for name in filter(reader.columns.fields.__contains__, DATE_FIELDS):
        at = reader.columns.fields[name]
        if cell := _filled(row, at):
            written = reader.dates.written(cell, name, (row.number, at))
            line.keep_beside(fields_of(Milestone)[name].label, cell, written)


def _takes_begin(line: Line, cell: Cell, row: SheetRow, reader: RowReader) -> bool:
    """Whether what stands for the end says when it begins: `vanaf september` is then the begin, and there is no end."""
    if not isinstance(cell, str) or not says_begin(cell):
        return False
    written = reader.dates.written(cell, "due", (row.number, reader.columns.fields["due"]))
    if written is None or written.start is None or written.grain == "range":
        return False
    text = clean_line(cell)
    if line.start is None or line.start == written.start:
        line.start, line.start_span = written.start, None
        line.begins.append(text)
    else:
        _keep_words(line, text, "due", f"‘{cut(text, 40)}’ zegt wanneer het begint, en er is al een ander begin.")
    return True


def _takes_end(line: Line, cell: Cell, row: SheetRow, reader: RowReader) -> bool:
    """Whether what stands for the begin says when it ends: `voor 1 mei` is the end of what has no other one."""
    if not isinstance(cell, str) or not says_end(cell):
        return False
    columns = reader.columns
    written = reader.dates.written(cell, "start", (row.number, columns.fields["start"]))
    if written is None or written.end is None or written.grain == "range":
        return False
    text = clean_line(cell)
    if line.due or _filled(row, columns.fields.get("due")):
        # Of what ends on another day it is when it has begun at the latest.
        line.start, line.start_span = written.end, None
        line.about.append((text, (written.end,)))
    else:
        line.due, line.due_span = written.end, None
        line.ends.append(text)
    return True


def _take_end_of_range(line: Line, cell: Cell, row: SheetRow, reader: RowReader) -> None:
    """`1 mei t/m 3 juni` in the column of the begin says the end too, where nothing else does."""
    columns = reader.columns
    written = reader.dates.written(cell, "start", (row.number, columns.fields["start"]))
    if written and written.grain == "range" and not line.due and not _filled(row, columns.fields.get("due")):
        line.due, line.due_span = written.end, None


def _has_begin(period: WrittenDate, columns: Columns) -> bool:
    """A range always says when it begins; another period only under a head that is no end (`Periode`)."""
    if period.start == period.end:
        return False
    return period.grain == "range" or (columns.due_is_only_date and not period.vague)


def _tell_begin(line: Line, period: WrittenDate) -> None:
    """Of a range that is told as uncertain its begin too."""
    if period.vague and period.start and line.about:
        text, days = line.about[-1]
        line.about[-1] = (text, (period.start, *days))


def _day(line: Line, cell: Cell, field_and_edge: tuple[str, Edge], row: SheetRow, reader: RowReader) -> date | None:
    """The first or last day of what a cell says; None when it says none, and with the reason when it is no date."""
    name, edge = field_and_edge
    is_asked = name in reader.dates.counted and reader.dates.unit is None
    if isinstance(cell, str) and (says_no_date(cell) or is_asked):
        line.has_open_days |= is_asked and not says_no_date(cell)
        if says_no_date(cell):
            _keep_no_day(line, clean_line(cell), name)
        return None
    written = reader.dates.written(cell, name, (row.number, reader.columns.fields[name]))
    if written is not None:
        day = written.start if edge == "start" else written.end
        line.has_open_days |= day is None and name in ("start", "due")
        if day and isinstance(cell, str) and (written.vague or cell.rstrip().endswith("?")):
            line.about.append((clean_line(cell), (day,)))
        elif isinstance(cell, str) and written.span and (written.grain in _UNDERSTOOD or _QUARTER.search(cell)):
            line.understood.append((clean_line(cell), *written.span))
        return day
    return _typed_day(line, clean_line(str(cell))[:LONGEST_DAY], field_and_edge, reader)


def _typed_day(line: Line, text: str, field_and_edge: tuple[str, Edge], reader: RowReader) -> date | None:
    """A day as it is typed in this program, such as `+6w`; of anything else the words are kept."""
    name, edge = field_and_edge
    try:
        day = parse_date(text, edge, Beside(earlier=line.start or (_ANY_DAY if line.unread else None)))
    except ValueError as error:
        _keep_words(line, text, name, _not_in_order(text, name, reader) if _is_a_day(text) else str(error))
        return None
    if line.unread and text.startswith("+"):
        # Counting on from a start that is no day is no mistake of its own, and gives no day.
        line.unread.append(f"{fields_of(Milestone)[name].label}: {text}")
        return None
    if numbered_days(text):
        _keep_words(line, text, name, _not_in_order(text, name, reader))
        return None
    if _TWO_SIGNS.fullmatch(text):
        _keep_words(line, text, name, f"‘{cut(text, 40)}’ heeft twee soorten tekens. Schrijf bijvoorbeeld 28-2-2027.")
        return None
    return day


def _is_a_day(text: str) -> bool:
    """Whether day and month are numbers, and it is a day in one of both orders."""
    return bool(numbered_days(text)) and any(written_date(text, order) for order in ORDERS)


def _not_in_order(text: str, name: str, reader: RowReader) -> str:
    first, last = YEAR_LIMITS
    if any(day.year is not None and not first <= day.year <= last for day in numbered_days(text)):
        return f"‘{cut(text, 40)}’ ligt niet in de jaren {first} tot en met {last}."
    order = ORDER_NAMES[reader.dates.orders.get(name, "md")]
    return f"‘{cut(text, 40)}’ is geen datum in de volgorde {order} van deze kolom."


def _keep_words(line: Line, text: str, name: str, why: str) -> None:
    if name == "done_on":
        line.refused.append(f"bij ‘Gereed op’: {why}")
        return
    label = fields_of(Milestone)[name].label
    line.unread.append(f"{label}: {text}")
    line.refused.append(why)


def _keep_no_day(line: Line, text: str, name: str) -> None:
    """`n.t.b.` and `doorlopend` say something; `-`, `?` and `geen` do not."""
    line.no_day.append(text)
    if name != "done_on" and any(map(str.isalpha, text)) and plain(text).strip(". ") not in _SAY_NOTHING:
        line.unread.append(f"{fields_of(Milestone)[name].label}: {text}")


def _remark_gap(line: Line, spans: Sequence[PeriodColumn], filled: Sequence[PeriodColumn]) -> None:
    columns = [span.column for span in spans]
    places = [columns.index(span.column) for span in filled]
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


def _read_light(line: Line, read: RowRead) -> None:
    line.light = read.light
    if read.light_open:
        names = [light.label for light in Stoplicht]
        line.refused.append(
            f"‘{_said_of(read.light_open)}’ is geen stoplicht; kies uit {dutch.enumerate_words(names)}."
        )


def _said_of(light: str) -> str:
    """A word of progress, or the colour that stands for one."""
    if light.startswith(COLOUR):
        return f"kleur {colour_name(light.removeprefix(COLOUR))}"
    return cut(clean_line(light), 40)


def _read_done_on(line: Line, row: SheetRow, reader: RowReader) -> None:
    """The day on which it was ready; that it was is then said too."""
    cell = _filled(row, reader.columns.fields.get("done_on"))
    if not cell:
        return
    day = _day(line, cell, ("done_on", "end"), row, reader)
    if day is None:
        return
    if line.light not in (None, Stoplicht.GEREED):
        line.refused.append(
            f"‘Gereed op’ is niet overgenomen: er staat {dutch.short_date(day)}, maar het stoplicht is "
            f"{line.light.label}."
        )
        return
    line.light_follows = line.light is None
    line.light, line.done_on = Stoplicht.GEREED, day


def _read_roles(line: Line, row: SheetRow, columns: Columns, reader: RowReader) -> None:
    heads = defaultdict(list)
    for index, (head, _) in columns.parties.items():
        text = str(_filled(row, index))
        try:
            if text:
                line.roles.append((index, code_of(translated(text, reader.roles or {}), reader.legend)))
        except CodeError as error:
            heads[str(error)].append(cut(head, 40))
    line.refused += [f"bij {dutch.enumerate_words(at)}: {reason}" for reason, at in heads.items()]
