"""A roadmap: the rows are themes, the columns periods, and the words in the cells are the milestones. It is asked."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from sto_tui.domain import dutch
from sto_tui.domain.text import clean_line, plain, shortened
from sto_tui.intake.milestones.answers import CELLS, SheetAnswers
from sto_tui.intake.milestones.columns import NOTHING, Block, Columns
from sto_tui.intake.milestones.heading_columns import GROUP_FIELDS
from sto_tui.intake.milestones.lines_in_cells import apart
from sto_tui.intake.milestones.named import named, rows_named
from sto_tui.intake.milestones.period_columns import PeriodColumn
from sto_tui.intake.questions import IntakeChoice, IntakeQuestion
from sto_tui.intake.sheets.table_reader import Cell, SheetRow
from sto_tui.intake.tables.bars import LONGEST_MARK
from sto_tui.intake.tables.column_kinds import SheetColumn
from sto_tui.intake.tables.date_words import says_no_date
from sto_tui.intake.tables.head_words import head_word
from sto_tui.intake.tables.states import state_of
from sto_tui.intake.tables.written_dates import written_date

FROM_CELLS, FROM_ROWS = "mijlpalen", "rijen"
# Most of what is filled are words, and hardly any of them stand there twice: else they are marks.
_WORDS, _DIFFERENT, _FEWEST = 0.6, 0.7, 2
# What is said of a row holds for each of its cells; how far it is does not.
_OF_ALL_CELLS = (*GROUP_FIELDS, "note", "obstacle")
_LONGEST_SHOWN = 30
_SHORTEST_NAME = 3


@dataclass(frozen=True)
class _Cell:
    """What stands in one cell, or in more that say the same side by side, and its first and last period."""

    row: SheetRow
    above: str
    text: Cell
    first: PeriodColumn
    last: PeriodColumn


def is_roadmap(block: Block) -> bool:
    """Whether most of what stands under the periods are words that differ from each other."""
    if {"start", "due"} & block.columns.fields.keys():
        return False
    filled = [
        cell
        for row, _ in block.rows
        for at in sorted(block.columns.periods)
        if (cell := row.cell(at)) not in NOTHING and isinstance(cell, str)
    ]
    words = [cell for cell in filled if _is_words(cell)]
    different = {plain(cell) for cell in words}
    return len(words) >= max(_FEWEST, _WORDS * len(filled)) and len(different) >= _DIFFERENT * len(words)


def _is_words(cell: str) -> bool:
    has_letters = sum(map(str.isalpha, cell)) > LONGEST_MARK
    word = head_word(cell)
    says_how_it_is = says_no_date(cell) or written_date(cell) or state_of(cell) or (word and word.is_exact)
    return has_letters and not says_how_it_is


def is_open(block: Block, answers: SheetAnswers) -> bool:
    """Whether it still has to be asked what the words in the cells are."""
    return answers.get(CELLS) not in (FROM_CELLS, FROM_ROWS) and is_roadmap(block)


def cells_question(block: Block) -> IntakeQuestion:
    """Whether the words in the cells are the milestones, or the rows are."""
    texts = [cell for row, _ in block.rows for at in sorted(block.columns.periods) if (cell := row.cell(at))]
    words = [shortened(clean_line(cell), _LONGEST_SHOWN) for cell in texts if isinstance(cell, str) and _is_words(cell)]
    shown = dutch.enumerate_words([f"‘{word}’" for word in words[:3]])
    at = _name_column(block)
    names = [shortened(row.text(at), _LONGEST_SHOWN) for row, _ in block.rows if at is not None and row.cell(at)]
    choices = (
        IntakeChoice(FROM_CELLS, "ja, in elk vak staat een mijlpaal", tuple(words[:3])),
        IntakeChoice(FROM_ROWS, "nee, elke rij is er een: de vakken zeggen alleen wanneer", tuple(names[:3])),
    )
    word = block.columns.word(at) if at is not None else None
    proposed = FROM_ROWS if word and word.is_exact and word.kind == "title" else FROM_CELLS
    return IntakeQuestion(
        CELLS, f"In de vakken staan woorden, zoals {shown}. Zijn dat de mijlpalen?", choices, proposed
    )


def cells_as_rows(block: Block, answers: SheetAnswers) -> Block:
    """The table with a row for each cell, when that was answered; the row it stands in is what it belongs to."""
    if answers.get(CELLS) != FROM_CELLS or not is_roadmap(block):
        return block
    columns = block.columns
    without_doubts = replace(columns.kinds, doubts=(), flag=None)
    if not columns.spans:
        return replace(block, columns=replace(columns, kinds=without_doubts))
    width = max(max(len(row.cells) for row, _ in block.rows), *(span.column + 1 for span in columns.spans))
    cells = [*_cells(block)]
    rows = [
        (part, cell.above)
        for cell in cells
        if _may_be_name(cell.text)
        for part in apart(_row(cell, width), width, answers, is_calendar=True)
    ]
    fields = {name: at for name, at in columns.fields.items() if name in _OF_ALL_CELLS}
    beside = _name_column(block)
    if beside is not None and beside not in fields.values():
        fields["deelproject" if "group" in fields else "group"] = beside
    unknown = _not_taken(columns, {*fields.values()})
    fields |= {"title": width, "start": width + 1, "due": width + 2}
    kinds, spans = without_doubts, columns.spans
    read = replace(columns, fields=fields, unknown=unknown, spans=(), run=None, kinds=kinds, cells_of=spans)
    marks = {str(cell.text): cell.row.number for cell in reversed(cells) if not _may_be_name(cell.text)}
    left_out = f"Geen mijlpaal, want geen woorden: {named([*marks])} ({rows_named(sorted({*marks.values()}))})."
    return replace(block, columns=read, rows=tuple(rows), remarks=(*block.remarks, *([left_out] if marks else [])))


def _may_be_name(cell: Cell) -> bool:
    """Whether a cell is more than a mark, a number or a day."""
    is_short = isinstance(cell, str) and sum(map(str.isalpha, cell)) < _SHORTEST_NAME
    return isinstance(cell, str) and not is_short and not says_no_date(cell) and written_date(cell) is None


def _row(cell: _Cell, width: int) -> SheetRow:
    blanks = [""] * (width - len(cell.row.cells))
    return replace(cell.row, cells=(*cell.row.cells, *blanks, cell.text, cell.first.start, cell.last.end))


def _cells(block: Block) -> Iterator[_Cell]:
    """The cells that are filled; a merged one lasts until its last period, and so do equal ones side by side."""
    for row, above in block.rows:
        lefts = {at: left for left, right in row.across for at in range(left, right + 1)}
        told = [(span, row.cell(lefts.get(span.column, span.column))) for span in block.columns.spans]
        for text, spans in groupby(told, key=lambda each: each[1]):
            of_text = [span for span, _ in spans]
            if text not in NOTHING:
                yield _Cell(row, above, text, of_text[0], of_text[-1])


def _not_taken(columns: Columns, taken: Collection[int]) -> tuple[str, ...]:
    """The columns that nothing of the cells is read from, by what they are called."""
    used = {*taken, *columns.periods, *columns.parties}
    told = {*columns.unknown}
    names = [(column, column.head or f"kolom {column.letter} (zonder kop)") for column in columns.kinds.columns]
    return tuple(name for column, name in names if column.index not in used and (column.content.filled or name in told))


def _name_column(block: Block) -> int | None:
    """Where the names of the rows stand: the column of the titles, else the first that has words.

    A column that says something else of a row, as who leads it, is only that when there is no other one.
    """
    columns = block.columns
    if "title" in columns.fields:
        return columns.fields["title"]
    first = min(columns.periods, default=0)
    filled = [
        column for column in columns.kinds.columns if column.index not in columns.periods and column.content.filled
    ]
    elsewhere = {*columns.who, *columns.fields.values(), *columns.parties}
    names = (
        column for column in filled if column.index < first and column.index not in elsewhere and _has_words(column)
    )
    texts = (column for column in filled if column.content.texts > 0)
    return next((column.index for column in (*names, *texts)), None)


def _has_words(column: SheetColumn) -> bool:
    """Also short ones: `PO` and `VO`."""
    content = column.content
    return content.texts > 0 or not (content.numbers or content.dates or content.codes)
