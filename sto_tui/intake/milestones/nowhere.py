"""Cells of a sheet that end up nowhere, and of which no line says so: they are named, so that nothing is lost."""

import re
from collections.abc import Iterable, Iterator, Sequence

from sto_tui.domain import dutch
from sto_tui.domain.record import Record
from sto_tui.domain.text import plain, shortened
from sto_tui.intake.milestones.columns import NOTHING, Block
from sto_tui.intake.milestones.matching import Taken
from sto_tui.intake.milestones.named import named, rows_named
from sto_tui.intake.milestones.tab_reading import TabReading
from sto_tui.intake.milestones.title_lines import GROUP_HEADS
from sto_tui.intake.milestones.years_above import heading_year, title_year
from sto_tui.intake.proposal import IntakeProposal
from sto_tui.intake.questions import IntakeQuestion
from sto_tui.intake.sheets.heads import head_key
from sto_tui.intake.sheets.table_reader import Cell, SheetRow
from sto_tui.intake.tables.amounts import written_number
from sto_tui.intake.tables.column_kinds import letters
from sto_tui.intake.tables.date_words import WEEKDAY_NUMBERS
from sto_tui.intake.tables.period_cells import period_cell
from sto_tui.intake.tables.written_dates import written_date
from sto_tui.intake.telling import first_of, is_in_full

_MOST_NAMED = 3
_LONGEST = 40
# Of a cell that is named so much is shown at the least.
_SHOWN = 14
_FEWEST_LETTERS = 2
_READ_IN_PART = ("start", "due", "done_on", "number", "wbs", "percent", "duration")
_BETWEEN = re.compile(r"[()\[\],;]")
# So begins what tells which year was used, and where it stands.
_YEAR_TOLD = ("Het jaar komt uit ", "Het jaar van de perioden komt uit ")
_SIGNS = re.compile(r"[\W_]+")


def told_nowhere(
    reading: TabReading, proposal: IntakeProposal, taken: Sequence[Taken], names: Iterable[str]
) -> list[str]:
    """What is lost, in Dutch: heads of periods with more than marks, and the first cells; none when nothing is.

    `names` are the parties that got a role. Of rows that are left out that was told; of headings only their name.
    """
    remarks = []
    if heads := _unused_periods(taken):
        remarks.append(f"Nergens in overgenomen, want de rijen hebben eigen dagen: wat staat bij {named(heads)}.")
    if rows := _bars_beyond(taken):
        remarks.append(f"Begin en eind tellen; een gevulde periode ernaast ligt daarbuiten: {rows_named(rows)}.")
    values = _folded((*_values(proposal), *names, *_heads(reading.blocks)))
    told = _folded(_told(proposal))
    first = min((number for block in reading.blocks for number in block.heads), default=0)
    years = [remark for remark in proposal.remarks if remark.startswith(_YEAR_TOLD)]
    lost = [
        (row.number, at, cell)
        for row, at, cell in _unread(reading, proposal)
        if not _is_there(cell, values, told) and not _is_year_told(cell, years)
    ]
    lost += [
        (row.number, at, cell)
        for row, at, cell in _read_in_part(reading, proposal)
        if not all(_is_there(part, values, told) for part in _parts(cell))
    ]
    for where, cells in (
        ("Boven de koppen, en nergens in overgenomen", [each for each in lost if each[0] < first]),
        ("Nergens in overgenomen", [each for each in lost if each[0] >= first]),
    ):
        shown = [f"{letters(at)}{number} ‘{_shown(cell)}’" for number, at, cell in cells]
        if shown:
            remarks.append(f"{where}: {dutch.enumerate_words(first_of(shown, _MOST_NAMED))}.")
    return remarks


def _shown(cell: str) -> str:
    line = " ".join(cell.split())
    return line if is_in_full() else shortened(line, _LONGEST)


def _unread(reading: TabReading, proposal: IntakeProposal) -> Iterator[tuple[SheetRow, int, str]]:
    """The words in rows and columns that nothing is read from, and of which no line tells by their number."""
    whole = (reading.skipped - reading.headings) | {refusal.row for refusal in proposal.refused}
    whole |= {each.number for block in reading.blocks for each in (*block.aside, *block.under)}
    whole |= {number for block in reading.blocks for number in block.heads}
    in_blocks = {row.number for block in reading.blocks for row, _ in block.rows}
    beside = whole | in_blocks
    for row in reading.tab.rows:
        if row.number not in beside:
            yield from ((row, at, cell) for at, cell in _words(row))
    for block in reading.blocks:
        read = _read_columns(block)
        for row, _ in block.rows:
            # Of a heading only its name is taken.
            taken = {block.columns.fields.get("title")} if row.number in reading.headings else read
            if row.number not in whole:
                yield from ((row, at, cell) for at, cell in _words(row) if at not in taken)


def _words(row: SheetRow) -> Iterator[tuple[int, str]]:
    """The cells with words; of a merged cell the first."""
    before: Cell = ""
    for at, cell in enumerate(row.cells):
        is_again, before = cell == before, cell
        if isinstance(cell, str) and not is_again and _says_something(cell):
            yield at, cell


def _says_something(cell: str) -> bool:
    has_words = sum(map(str.isalpha, cell)) >= _FEWEST_LETTERS and head_key(cell) not in GROUP_HEADS
    return has_words and period_cell(cell, None) is None and not heading_year(cell)


def _is_year_told(cell: str, remarks: Iterable[str]) -> bool:
    """Whether the year in a title was used, and that was told."""
    year = title_year(cell)
    return bool(year) and any(year in remark for remark in remarks)


def _read_in_part(reading: TabReading, proposal: IntakeProposal) -> Iterator[tuple[SheetRow, int, str]]:
    """The texts in the columns of days, numbers and lengths: of these a part may say something else."""
    whole = reading.skipped | {refusal.row for refusal in proposal.refused}
    for block in reading.blocks:
        fields, kinds = block.columns.fields, block.columns.kinds.by_kind
        at_fields = {at for name, at in fields.items() if name in _READ_IN_PART}
        columns = sorted(at_fields | {at for name, at in kinds.items() if name in _READ_IN_PART})
        for row, _ in block.rows:
            cells = ((at, row.cell(at)) for at in columns if row.number not in whole)
            yield from ((row, at, cell) for at, cell in cells if isinstance(cell, str))


def _parts(cell: str) -> list[str]:
    """What stands in brackets or between commas, and is neither a day nor one of the week."""
    return [
        part
        for part in map(str.strip, _BETWEEN.split(cell))
        if part != cell.strip()
        and sum(map(str.isalpha, part)) > _FEWEST_LETTERS
        and plain(part).strip(".") not in WEEKDAY_NUMBERS
        and period_cell(part, None) is None
        and written_date(part) is None
    ]


def _read_columns(block: Block) -> set[int]:
    """The columns that something is read from, and those of which it is told that nothing is."""
    columns = block.columns
    unknown = {*columns.unknown}
    told = {
        column.index
        for column in columns.kinds.columns
        if column.head in unknown or f"kolom {column.letter} (zonder kop)" in unknown
    }
    kinds = columns.kinds
    read = {*columns.fields.values(), *kinds.by_kind.values(), *kinds.more_lights, *columns.who, *columns.parties}
    return read | told | columns.periods | ({kinds.flag} if kinds.flag is not None else set())


def _heads(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        yield from (column.head for column in block.columns.kinds.columns)
        yield from (span.label for span in block.columns.spans)
        yield from (head.label for head in block.columns.run.heads) if block.columns.run else ()


def _values(proposal: IntakeProposal) -> Iterator[str]:
    """All that records would say, and what is told of each."""
    for edit in proposal.change.edits:
        if isinstance(edit.after, Record):
            yield from (value for value in dict(edit.after).values() if isinstance(value, str))
    for added in proposal.added:
        yield from (added.caption, *added.details)
    for changed in proposal.changed:
        yield changed.caption
        yield from (text for difference in changed.differences for text in (difference.label, difference.new))


def _told(proposal: IntakeProposal) -> Iterator[str]:
    yield from proposal.remarks
    yield from (refusal.reason for refusal in proposal.refused)
    for question in proposal.questions:
        yield from _asked(question)


def _asked(question: IntakeQuestion) -> Iterator[str]:
    yield question.text
    for choice in question.choices:
        yield from (choice.key, choice.label, *choice.examples)


def _folded(texts: Iterable[str]) -> str:
    return "|".join(_bare(text) for text in texts)


def _bare(text: str) -> str:
    return _SIGNS.sub("", plain(text))


def _is_there(cell: str, values: str, told: str) -> bool:
    """Whether a cell stands in what is taken, or its begin in what is told: long ones are cut there."""
    return all(
        (bare := _bare(line)) in values or bare[:_SHOWN] in told or _bare(line.partition(":")[2] or line) in values
        for line in cell.splitlines()
    )


def _with_rows(taken: Sequence[Taken]) -> Iterator[tuple[Taken, SheetRow]]:
    """Each milestone with the row of the sheet that it comes from; of the parts of one row that is the first."""
    rows: dict[int, dict[int, SheetRow]] = {}
    for each in taken:
        of_block = rows.get(id(each.block))
        if of_block is None:
            of_block = rows[id(each.block)] = {row.number: row for row, _ in reversed(each.block.rows)}
        if row := of_block.get(each.line.row):
            yield each, row


def _unused_periods(taken: Sequence[Taken]) -> list[str]:
    """The heads of periods with amounts or words in rows that have days of their own: no bar, and read for nothing."""
    heads: dict[int, str] = {}
    for each, row in _with_rows(taken):
        if not (each.line.start_span or each.line.due_span):
            for span in each.block.columns.spans:
                if row.cell(span.column) not in NOTHING and _is_no_mark(row.cell(span.column)):
                    heads[span.column] = span.label
    return [heads[column] for column in sorted(heads)]


def _bars_beyond(taken: Sequence[Taken]) -> list[int]:
    """The rows with days of their own and a mark under a period that lies before or after these."""
    rows = []
    for each, row in _with_rows(taken):
        line = each.line
        if not (line.start and line.due) or line.start_span or line.due_span:
            continue
        marked = [
            span
            for span in each.block.columns.spans
            if row.cell(span.column) not in (*NOTHING, "0") and not _is_no_mark(row.cell(span.column))
        ]
        if any(span.start > line.due or span.end < line.start for span in marked):
            rows.append(line.row)
    return rows


def _is_no_mark(cell: Cell) -> bool:
    if not isinstance(cell, str):
        return True
    number = written_number(cell)
    return bool(number and number.figures not in ("0", "1")) or sum(map(str.isalpha, cell)) > _FEWEST_LETTERS
