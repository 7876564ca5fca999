"""Which column of a milestone sheet is what: by the words above it and what its cells hold, and who has a role.

Source: the two milestone plan formats of Sterk Techniekonderwijs, 2020 (quarters and half-years) and 2022 (years), and
sheets of other programs.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.parties import Body, Party
from sto_tui.domain.record import Ref
from sto_tui.domain.text import clean_line, cut
from sto_tui.intake.milestones.answers import MEE, NO_ANSWERS, TAIL, SheetAnswers
from sto_tui.intake.milestones.banded_heads import told_apart
from sto_tui.intake.milestones.days_in_names import days_in_names
from sto_tui.intake.milestones.ditto import with_the_same
from sto_tui.intake.milestones.heading_columns import with_headings_beside
from sto_tui.intake.milestones.lines_in_cells import apart
from sto_tui.intake.milestones.month_rows import with_months
from sto_tui.intake.milestones.other_lists import kind_of_list
from sto_tui.intake.milestones.parent_names import with_parent_names
from sto_tui.intake.milestones.passed_over import PassedOver, loose_lines, passed_over, under_table
from sto_tui.intake.milestones.period_columns import PeriodColumn, period_run_of, span_of
from sto_tui.intake.milestones.rows_of_heads import heads_end, heads_of_rows
from sto_tui.intake.milestones.title_lines import GROUP_HEADS, first_of_titles, title_line, titles_above
from sto_tui.intake.milestones.veri_cells import is_code
from sto_tui.intake.milestones.years_above import in_years, title_year, years_by_row
from sto_tui.intake.sheets.heads import head_key
from sto_tui.intake.sheets.table_reader import HEAD_ROWS, Cell, SheetRow
from sto_tui.intake.tables import head_search
from sto_tui.intake.tables.column_contents import is_date
from sto_tui.intake.tables.column_kinds import ColumnDoubt, ColumnKinds, SheetColumn, column_kinds, columns_of
from sto_tui.intake.tables.date_words import says_no_date
from sto_tui.intake.tables.head_words import HeadKind, HeadWord, head_word
from sto_tui.intake.tables.newer_dates import newer_dates
from sto_tui.intake.tables.no_part import is_no_day
from sto_tui.intake.tables.period_heads import PeriodRun
from sto_tui.intake.tables.spelled_out import spelled_out
from sto_tui.intake.tables.week_rows import with_weeks
from sto_tui.intake.tables.whole_dates import whole_dates

# The planned day in a sheet that has no other column for it, else the day on which it was ready.
_EITHER = "klaarop"
# Kinds of columns that say nothing a milestone has a place for.
_NO_PLACE: tuple[HeadKind, ...] = ("date", "never", "who", "duration", "effort", "active", "inactive")
# People put a dash in a cell that has nothing to say.
NOTHING = ("", "-", "–", "—")
# So many roles under a head are no accident, also when another cell there is mistyped.
_SURE_CODES = 2
_LONGEST_ROLE = 8
# `G/O/R` says what the letters below it can be, and is nobody's name.
_CODES_ALONE = re.compile(r"\w(?: ?[/|,-] ?\w)+")
# Periods that differ in these have no year of their own.
_ANY_YEARS = ("2026", "2027")


# Stands for the row of heads in a sheet that has none; its number is right above that of no row.
_NO_HEADS = SheetRow(-1, ())


@dataclass(frozen=True)
class Columns:
    """The columns of a table: fields by name, stretches of time in order, and who has a role.

    `parties` gives per column the head, and the party or body it is; None for one that is not in the dossier yet.
    `who` are the columns that name who does it, by their head; `moved` are cells, by row and column, that hold what
    another column said. `cells_of` are the periods of a roadmap of which each row is one cell.
    """

    fields: Mapping[str, int]
    spans: tuple[PeriodColumn, ...]
    parties: Mapping[int, tuple[str, Ref | None]]
    unknown: tuple[str, ...]
    kinds: ColumnKinds
    run: PeriodRun | None = None
    who: Mapping[int, str] = field(default_factory=dict)
    moved: Mapping[tuple[int, int], int] = field(default_factory=dict)
    cells_of: tuple[PeriodColumn, ...] = ()

    @property
    def is_own(self) -> bool:
        """Whether the heads say that the rows are milestones, as those of STO do; then no date is needed to be sure."""
        title = self.fields.get("title")
        word = self.word(title) if title is not None else None
        return "number" in self.fields if title is None else word is not None and word.kind == "title" and word.rank < 3

    @property
    def due_is_only_date(self) -> bool:
        """Whether the column of the due date just says `Datum` or `Periode`: then a period in it has a begin too."""
        word = self.word(self.fields["due"]) if "due" in self.fields else None
        # `Looptijd` over periods is from when to when.
        return word is not None and word.kind in ("date", "duration")

    @property
    def of_cells(self) -> bool:
        """Whether each row is one cell of a roadmap."""
        return bool(self.cells_of)

    @property
    def is_calendar(self) -> bool:
        """Whether each row is a month or other period with what is in it, and nothing that links it to another."""
        if self.of_cells:
            return True
        at = self.fields.get("due")
        column = next((column for column in self.kinds.columns if column.index == at), None)
        is_first = column is not None and not any(each.index < column.index for each in self.kinds.columns)
        return is_first and self.due_is_only_date and "after" not in self.fields

    @property
    def periods(self) -> set[int]:
        """Where periods stand, also those of which the days are not known yet."""
        return {*(span.column for span in self.spans), *(self.run.columns if self.run else ())}

    def word(self, index: int) -> HeadWord | None:
        """What the head of a column says."""
        return next((column.word for column in self.kinds.columns if column.index == index), None)


@dataclass(frozen=True)
class Block:
    """Rows under one row of heads, each with the deelproject of the title line above it.

    `aside` are the rows in it that are no part of the table, such as totals, and `under` those below it. `remarks` tell
    which of several dates is read, and how. `years` gives by row the year that a heading above it names. `heads` are
    the numbers of the rows of heads.
    """

    columns: Columns
    rows: tuple[tuple[SheetRow, str], ...]
    aside: tuple[PassedOver, ...] = ()
    under: tuple[PassedOver, ...] = ()
    remarks: tuple[str, ...] = ()
    years: Mapping[int, str] = field(default_factory=dict)
    heads: frozenset[int] = frozenset()


@dataclass
class _Open:
    """A block of which the rows are still being read."""

    heads: list[str]
    rows: list[tuple[SheetRow, str]] = field(default_factory=list)

    def take(self, rows: Sequence[SheetRow]) -> None:
        """The same rows with other cells."""
        self.rows = [(row, deelproject) for row, (_, deelproject) in zip(rows, self.rows, strict=True)]

    def keep(self, rows: Sequence[SheetRow]) -> None:
        """Some of the same rows, with other cells."""
        by_number = {row.number: row for row in rows}
        self.rows = [(by_number[row.number], title) for row, title in self.rows if row.number in by_number]

    def pass_over(self, title: int | None, answers: SheetAnswers) -> list[PassedOver]:
        """Takes out the rows that are no part of the table."""
        return self._without(passed_over([row for row, _ in self.rows], title, answers))

    def pass_over_loose(self, fields: Mapping[str, int], answers: SheetAnswers) -> list[PassedOver]:
        """Takes out the lines between rows with numbers that say something of the one above."""
        return self._without(loose_lines([row for row, _ in self.rows], fields, answers))

    def _without(self, aside: list[PassedOver]) -> list[PassedOver]:
        numbers = {each.number for each in aside}
        self.rows = [(row, deelproject) for row, deelproject in self.rows if row.number not in numbers]
        return aside


def head_score(cells: Sequence[Cell]) -> int:
    """How many heads of a milestone sheet a row holds; none without a milestone, or with only its number."""
    words = (head_word(cell) for cell in cells if isinstance(cell, str))
    kinds: set[str] = {word.kind for word in words if word and word.is_exact}
    if not kinds & {"title", "number"}:
        return 0
    score = len(kinds) + any(span_of(0, str(cell)) for cell in cells)
    return score if "title" in kinds or score > 1 else 0


def first_head(rows: Sequence[SheetRow]) -> int | None:
    """The place of the first row of heads: the one that looks most like one, else any that names a milestone."""
    candidates = [SheetRow(row.number, ()) if title_line(row) is not None else row for row in with_weeks(rows)]
    at = head_search.first_head(candidates)
    if at is not None:
        return at
    scores = [head_score(row.cells) for row in candidates[:HEAD_ROWS]]
    best = max(range(len(scores)), key=scores.__getitem__, default=None)
    if best is not None and scores[best]:
        return best
    others = (head_search.head_by_content, head_search.head_by_periods, head_search.head_of_years)
    return next((at for find in others if (at := find(candidates)) is not None), None)


def blocks_of(
    rows: Sequence[SheetRow], dossier: Dossier, answers: SheetAnswers = NO_ANSWERS, above: str = ""
) -> list[Block]:
    """The tables in a sheet, the first with this line `above` it; without any head that is known there are none."""
    rows = (_NO_HEADS, *rows) if answers.has_no_heads else with_weeks(rows, answers.counted)
    first = 0 if answers.has_no_heads else answers.head_row(rows)
    first = first_head(rows) if first is None else first
    if first is None:
        return []
    tables = head_search.tables_of(rows, first)
    names = _names(dossier)
    blocks = []
    deelproject = next((title for row in reversed(rows[:first]) if (title := title_line(row)) is not None), "")
    titles = titles_above(rows, [table.head for table in tables[:2]])
    titles = [] if any(map(title_year, titles)) else titles
    deelproject = deelproject or above or first_of_titles(rows, tables[0].head, titles)
    lost = titles[0] if len(titles) > 1 and not deelproject else ""
    years = years_by_row(rows, [table.head for table in tables], answers)
    for table, following in zip(tables, [*tables[1:], None], strict=True):
        head = rows[table.head]
        end = heads_end(rows, table, names)
        more = rows[table.head + 1 : end]
        before = rows[table.head - 1] if table.head and rows[table.head - 1].number == head.number - 1 else None
        opened = _Open(told_apart(heads_of_rows(rows, table.head, end), rows[end - 2] if more else before))
        for row in rows[end : table.end]:
            title = title_line(row)
            if title is not None:
                deelproject = title
            else:
                opened.rows.append((row, deelproject))
        title = _title_above(opened, rows[following.head]) if following else None
        for of_year, given in _by_year(opened, rows[:end], table.head, years, answers):
            block = _block(of_year, rows[:end], table.head, names, given)
            named = {row.number: year for row, _ in block.rows if (year := years.get(row.number))}
            run = block.columns.run
            heads = {*range(table.head, end), *(run.rows if run else ())}
            blocks.append(replace(block, years=named, heads=frozenset(rows[at].number for at in heads)))
        deelproject = title or deelproject
    if lost:
        other = cut(titles[1], 40)
        told = f"‘{cut(lost, 40)}’ boven de eerste tabel is geen deelproject; ‘{other}’ boven de volgende wel."
        blocks[0] = replace(blocks[0], remarks=(*blocks[0].remarks, told))
    return blocks


def _by_year(
    opened: _Open, rows: Sequence[SheetRow], head: int, years: Mapping[int, str], answers: SheetAnswers
) -> list[tuple[_Open, SheetAnswers]]:
    """The rows with the year that a heading names, one after the other where the periods have none of their own."""
    parts = [(year, [*part]) for year, part in groupby(opened.rows, lambda each: years.get(each[0].number, ""))]
    if len(parts) > 1:
        below = [row for row, _ in opened.rows]
        first, other = (period_run_of(rows, head, below, in_years(answers, year)) for year in _ANY_YEARS)
        if first == other:
            return [(opened, answers)]
    elif not parts:
        return [(opened, answers)]
    return [(_Open([*opened.heads], part), in_years(answers, year)) for year, part in parts]


def _title_above(opened: _Open, head: SheetRow) -> str | None:
    """A line alone right above the heads of the next table is its title, and no row of this one."""
    row, _ = opened.rows[-1] if opened.rows else (None, "")
    while row and row.number < head.number - 1 and _is_year(row):
        opened.rows.pop()
        row, _ = opened.rows[-1] if opened.rows else (None, "")
    if row is None or row.number != head.number - 1 or len({cell for cell in row.cells if cell}) > 1:
        return None
    title = _line(row)
    opened.rows.pop()
    while opened.rows and _is_year_above(opened.rows[-1][0], row):
        row, _ = opened.rows.pop()
    return "" if title_year(title) else title


def _is_year_above(row: SheetRow, title: SheetRow) -> bool:
    """Whether a line right above the title of a table names its year."""
    return row.number == title.number - 1 and _is_year(row)


def _is_year(row: SheetRow) -> bool:
    return len({cell for cell in row.cells if cell}) == 1 and bool(title_year(_line(row)))


def _line(row: SheetRow) -> str:
    return clean_line(next(str(cell) for cell in row.cells if cell))


def _block(
    opened: _Open, rows: Sequence[SheetRow], head: int, names: Mapping[str, Ref], answers: SheetAnswers
) -> Block:
    """The table with its columns, and without what is no part of it."""
    same = with_the_same([row for row, _ in opened.rows])
    opened.take(same.rows)
    aside = opened.pass_over(None, answers)
    months = with_months(opened.heads, [row for row, _ in opened.rows])
    opened.heads = [*months.heads]
    opened.keep(months.rows)
    whole = whole_dates(opened.heads, [row for row, _ in opened.rows], answers.order)
    opened.heads = [*whole.heads]
    opened.take(whole.rows)
    run = period_run_of(rows, head, [row for row, _ in opened.rows], answers)
    columns, remarks = _columns(opened, run, names, answers)
    aside += opened.pass_over(columns.fields.get("title"), answers)
    aside += opened.pass_over_loose(columns.fields, answers)
    headed = with_headings_beside([row for row, _ in opened.rows], columns.fields)
    opened.keep(headed.rows)
    opened.take(with_parent_names([row for row, _ in opened.rows], columns.fields))
    ended = len(opened.rows) if answers.get(TAIL) == MEE else _end_of(opened.rows, columns)
    title, is_calendar = columns.fields.get("title"), columns.is_calendar
    tail = under_table([row for row, _ in opened.rows[ended:]], title)
    parts = [
        (part, above)
        for row, above in opened.rows[:ended]
        for part in apart(row, title, answers, is_calendar=is_calendar)
    ]
    named = days_in_names([part for part, _ in parts], title if is_calendar else None, columns.fields.get("due"))
    parts = [(part, above) for part, (_, above) in zip(named.rows, parts, strict=True)]
    told = same.remarks + months.remarks + whole.remarks + headed.remarks + named.remarks + remarks
    return Block(columns, tuple(parts), tuple(aside), tuple(tail), told)


def _end_of(rows: Sequence[tuple[SheetRow, str]], columns: Columns) -> int:
    """Where the rows end: after an empty row nothing with a date follows, and hardly anything at all."""
    title = columns.fields.get("title")
    dated = [at for at, (row, _) in enumerate(rows) if _has_day(row, columns)]
    if not dated:
        return len(rows)
    for at in range(dated[-1] + 1, len(rows)):
        row = rows[at][0]
        rest = [row for row, _ in rows[at:]]
        is_other = _is_other_table(rest, columns)
        if row.number == rows[at - 1][0].number + 1 and not (is_other and (_is_alone(row) or _heads_a_list(row))):
            continue
        # Long text where the number stands is told as an explanation.
        named = title is not None and bool(row.cell(title)) and len({*filter(None, row.cells)}) <= 2
        short = (
            len({*filter(None, other.cells)}) <= (2 if title is not None and other.cell(title) else 1) for other in rest
        )
        if not columns.is_own or is_other or (named and all(short)):
            return at
    return len(rows)


def _is_alone(row: SheetRow) -> bool:
    return len({*filter(None, row.cells)}) == 1


def _heads_a_list(row: SheetRow) -> bool:
    return bool(kind_of_list([head_key(str(cell)) for cell in row.cells if cell]))


def _is_other_table(rows: Sequence[SheetRow], columns: Columns) -> bool:
    """Whether other heads stand here, below a title or not: only words where the days stood, and no day below them."""
    below = rows[1:] if len(rows) > 1 and _is_alone(rows[0]) and rows[1].number == rows[0].number + 1 else rows
    if len(below) < 2 or _is_alone(below[0]):
        return False
    places = [at for name, at in columns.fields.items() if name in ("start", "due")]
    heads = [below[0].cell(at) for at in places if below[0].cell(at)]
    cells = [cell for row in below[1:] for at in places if (cell := row.cell(at))]
    return bool(heads) and all(map(is_no_day, heads)) and not any(is_date(cell) or says_no_date(cell) for cell in cells)


def _has_day(row: SheetRow, columns: Columns) -> bool:
    in_fields = any(is_date(row.cell(at)) for name, at in columns.fields.items() if name in ("start", "due"))
    return in_fields or any(row.cell(span.column) for span in columns.spans)


def _columns(
    block: _Open, run: PeriodRun | None, names: Mapping[str, Ref], answers: SheetAnswers
) -> tuple[Columns, tuple[str, ...]]:
    columns = columns_of(block.heads, [row for row, _ in block.rows])
    spans = _spans(block, run, columns)
    in_run = {*run.columns} if run else set()
    pointed = {at for at in answers.columns.values() if at is not None}
    parties = _parties(block, columns, names, in_run | pointed | {span.column for span in spans})
    skipped = frozenset({*in_run, *(span.column for span in spans), *parties, *_in_groups(columns)})
    newer = newer_dates(
        [column for column in columns if column.index not in skipped], [row for row, _ in block.rows], answers.columns
    )
    block.take(newer.rows)
    skipped |= {*newer.replaced.values()}
    kinds = column_kinds(columns, skipped, {**newer.by_kind, **answers.columns})
    kinds = replace(kinds, doubts=_without_double((*newer.doubts, *kinds.doubts)))
    fields: dict[str, int] = {name: at for name, at in kinds.by_kind.items() if name not in _NO_PLACE}
    _settle_either(block.heads, fields, spans)
    used = {*fields.values(), *skipped} - _in_groups(columns)
    used |= {at for kind, at in kinds.by_kind.items() if kind in ("active", "inactive")} | {*kinds.more_lights}
    # With a begin it gives the end.
    used |= {kinds.by_kind["duration"]} if "start" in fields and "duration" in kinds.by_kind else set()
    if "note" in fields and "note" not in answers.columns:
        kinds = kinds.with_more_notes(used)
        used |= {*kinds.more_notes}
    unknown = [
        column.head or f"kolom {column.letter} (zonder kop)"
        for column in columns
        if column.index not in used and (column.content.filled or head_key(column.head) not in GROUP_HEADS)
    ]
    unknown.sort(key=lambda name: name.endswith("(zonder kop)"))
    who = _who(kinds, used, answers)
    return Columns(fields, tuple(spans), parties, tuple(unknown), kinds, run, who, newer.moved), newer.remarks


def _without_double(doubts: Iterable[ColumnDoubt]) -> tuple[ColumnDoubt, ...]:
    return tuple({doubt.kind: doubt for doubt in reversed([*doubts])}.values())[::-1]


def _who(kinds: ColumnKinds, used: set[int], answers: SheetAnswers) -> dict[int, str]:
    """The columns that name who does it: the one that was pointed at, else all with such a head."""
    if "who" in answers.columns:
        pointed = answers.columns["who"]
        named = [column for column in kinds.columns if column.index == pointed]
    else:
        named = [
            column
            for column in kinds.columns
            if column.word and column.word.kind == "who" and column.index not in used and column.content.filled
        ]
    return {column.index: column.head or f"kolom {column.letter}" for column in named}


def _in_groups(columns: Iterable[SheetColumn]) -> set[int]:
    return {column.index for column in columns if head_key(column.head) in GROUP_HEADS and not column.content.filled}


def _settle_either(heads: Sequence[str], fields: dict[str, int], spans: Sequence[PeriodColumn]) -> None:
    """`Klaar op` is the planned day when nothing else is, else the day on which it was ready."""
    at = next((index for index, head in enumerate(heads) if head_key(head) == _EITHER), None)
    if at is None or (at not in (fields.get("due"), fields.get("done_on")) and {"due", "done_on"} <= {*fields}):
        return
    planned = [
        index for index, head in enumerate(heads) if index != at and (word := head_word(head)) and word.kind == "due"
    ]
    if planned or spans:
        fields.pop("due", None)
        fields |= {"due": planned[0]} if planned else {}
        fields.setdefault("done_on", at)


def _spans(block: _Open, run: PeriodRun | None, columns: Sequence[SheetColumn]) -> list[PeriodColumn]:
    """The stretches of time, in order: of the run of heads, and of heads that stand alone."""
    spans = [PeriodColumn(head.column, head.label, *head.span) for head in run.heads if head.span] if run else []
    in_run = {*run.columns} if run else set()
    spans += [
        span
        for index, head in enumerate(block.heads)
        if index not in in_run and head_word(head) is None and (span := span_of(index, head))
    ]
    spans.sort(key=lambda span: (span.start, span.end))
    return spans


def _parties(
    block: _Open, columns: Sequence[SheetColumn], names: Mapping[str, Ref], taken: set[int]
) -> dict[int, tuple[str, Ref | None]]:
    """Who has a role in which column: a party or body that is known, or a head over cells with roles."""
    parties: dict[int, tuple[str, Ref | None]] = {}
    for column in columns:
        if column.index in taken or not column.head or (column.word and column.word.is_exact):
            continue
        party = names.get(head_key(spelled_out(column.head)))
        if party and _holds_sentences(block, column):
            continue
        if party and party not in [ref for _, ref in parties.values()]:
            parties[column.index] = (column.head, party)
        elif not party and _may_be_party(block, column, [head for head, _ in parties.values()]):
            parties[column.index] = (column.head, None)
    return parties


def _holds_sentences(block: _Open, column: SheetColumn) -> bool:
    """Whether what stands below the name of a party is what it does, and no role."""
    filled = [row.text(column.index) for row, _ in block.rows if row.cell(column.index) not in NOTHING]
    return 2 * sum(len(text) > _LONGEST_ROLE for text in filled) > len(filled) and not any(map(is_code, filled))


def _may_be_party(block: _Open, column: SheetColumn, taken: Iterable[str]) -> bool:
    """Whether a head that nobody knows may be a party: all its cells hold codes of a matrix of roles, or most do.

    One mistyped cell then costs that cell, not the column.
    """
    key = head_key(column.head)
    if not key or key in GROUP_HEADS or key in map(head_key, taken) or _CODES_ALONE.fullmatch(column.head.strip()):
        return False
    filled = [row.text(column.index) for row, _ in block.rows if row.cell(column.index) not in NOTHING]
    codes = sum(map(is_code, filled))
    return 0 < codes == len(filled) or (codes >= _SURE_CODES and 2 * codes > len(filled))


def _names(dossier: Dossier) -> dict[str, Ref]:
    """The parties and bodies by what may stand above a column; a full name goes before a short one."""
    return {key: ref for key, ref in reversed([*_full_and_short(dossier)]) if key}


def _full_and_short(dossier: Dossier) -> Iterator[tuple[str, Ref]]:
    refs = [(Ref("parties", party.id), party) for party in dossier.of(Party).values()]
    bodies = [(Ref("bodies", body.id), body) for body in dossier.of(Body).values()]
    for kind in ("name", "short"):
        for ref, party_or_body in (*refs, *bodies):
            yield head_key(spelled_out(getattr(party_or_body, kind))), ref
