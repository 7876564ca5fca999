"""Which stretch of time is filled for each row: with a mark, or with a colour behind the cells."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import pairwise

from sto_tui.domain import dutch
from sto_tui.domain.text import shortened
from sto_tui.intake.milestones.answers import COLOUR, MARK, NONE, SheetAnswers
from sto_tui.intake.milestones.columns import NOTHING, Block
from sto_tui.intake.milestones.doubts import bar_question, beside_question
from sto_tui.intake.milestones.named import named, rows_named
from sto_tui.intake.milestones.named_parts import MARK as SURE_MARK
from sto_tui.intake.milestones.named_parts import Parts, marked, named_parts
from sto_tui.intake.milestones.period_columns import PeriodColumn
from sto_tui.intake.questions import IntakeQuestion
from sto_tui.intake.sheets.table_reader import Cell, SheetRow
from sto_tui.intake.tables.bars import LONGEST_MARK, NUMBER, PaintedBars, bars_of, is_amount, is_nought
from sto_tui.intake.tables.sheet_looks import TabLooks, is_plain

MOST_KINDS = 4
_LONGEST_TEXT = 30
_ONE_DAY = timedelta(days=1)
Filled = Mapping[int, tuple[PeriodColumn, ...]]
"""The periods that are filled, by the number of the row."""


def filled_periods(
    block: Block, looks: TabLooks, across: Mapping[int, tuple[tuple[int, int], ...]], answers: SheetAnswers
) -> tuple[Filled, list[IntakeQuestion], list[str]]:
    """The filled periods of each row, and a question per mark or colour as long as nobody has said what counts.

    Last what is told of texts in these cells.
    """
    spans = block.columns.spans
    if not spans:
        return {}, [], []
    written = texts = {row.number: _cells(row, spans, across.get(row.number, ())) for row, _ in block.rows}
    fills, around = _fills(block, looks, across)
    said = _said(fills, answers)
    parts = named_parts(texts, spans)
    if parts:
        texts, said = marked(texts, spans, parts), said | {SURE_MARK: True}
    bars = bars_of(texts, fills, around, is_plain, said)
    amounts = NUMBER in bars.kinds
    if bars.kinds and not bars.by_colour and not parts and _has_words(texts, amounts=amounts):
        # Beside marks, words in a cell say that something happens then too.
        texts, said = marked(texts, spans, parts, amounts=amounts), said | {SURE_MARK: True}
        bars = bars_of(texts, fills, around, is_plain, said)
    if not bars.kinds:
        # Words in the cells of periods say that something happens then, as an x does.
        filled = {
            row: tuple(span for span, cell in zip(spans, cells, strict=True) if _is_word(cell))
            for row, cells in texts.items()
        }
    else:
        filled = {
            row: tuple(span for at, span in enumerate(spans) if bar.first <= at <= bar.last and at not in bar.gaps)
            for row, bar in bars.rows.items()
        }
        filled = {row: _with_others(of, spans) if not parts else of for row, of in filled.items()}
    told = [*_told_texts(written, spans, parts, bars, amounts=amounts), *_told_inside(bars)]
    in_parts = {row: tuple(parts.get((row, span.column), span) for span in of) for row, of in filled.items()}
    return in_parts, _questions(block, bars), told


def _with_others(filled: Sequence[PeriodColumn], spans: Sequence[PeriodColumn]) -> tuple[PeriodColumn, ...]:
    """With the other columns of the same period: below a head over more columns one is enough."""
    days = {(span.start, span.end) for span in filled}
    return tuple(span for span in spans if (span.start, span.end) in days)


def has_gap(filled: Sequence[PeriodColumn], places: Mapping[int, int]) -> bool:
    """Whether time lies between filled periods, of which `places` has the order: an empty one, or a part of one."""
    if not filled:
        return False
    return places[filled[-1].column] - places[filled[0].column] >= len(filled) or any(
        (before.is_part or then.is_part) and then.start > before.end + _ONE_DAY for before, then in pairwise(filled)
    )


def told_apart_parts(filled: Filled) -> list[str]:
    """What stands in the cells of rows of which the parts have time between: with a begin and an end it is lost."""
    apart = {row: parts for row, of in filled.items() if len(parts := [span for span in of if span.is_part]) > 1}
    if not apart:
        return []
    shown = [
        f"{dutch.enumerate_words([f'‘{shortened(part.label, _LONGEST_TEXT)}’' for part in parts])} (regel {row})"
        for row, parts in [*apart.items()][:MOST_KINDS]
    ]
    more = [f"en nog {dutch.count(len(apart) - MOST_KINDS, 'regel', 'regels')}"] if len(apart) > MOST_KINDS else []
    return [f"Met tijd ertussen staan: {'; '.join([*shown, *more])}."]


def _told_texts(
    texts: Mapping[int, Sequence[Cell]],
    spans: Sequence[PeriodColumn],
    parts: Parts,
    bars: PaintedBars,
    *,
    amounts: bool,
) -> list[str]:
    """That what is written in the cells of periods is not kept: only that something happens then.

    Outside a coloured bar it does not even say that. Not of `amounts` of which it is asked whether that is so.
    """
    told: dict[bool, dict[str, int]] = {False: {}, True: {}}
    for row, cells in texts.items():
        bar = bars.rows.get(row)
        for at, (span, cell) in enumerate(zip(spans, cells, strict=True)):
            is_text = isinstance(cell, str) and len(cell) > LONGEST_MARK and _is_word(cell)
            if is_text and (row, span.column) not in parts and not (amounts and is_amount(cell)):
                is_outside = bars.by_colour and bool(bars.rows) and not (bar and bar.first <= at <= bar.last)
                told[is_outside][shortened(str(cell), _LONGEST_TEXT)] = row
    begins = (
        "Tekst in de perioden is niet overgenomen, alleen dat er dan iets gebeurt",
        "Tekst buiten de gekleurde balken is niet overgenomen, ook niet als periode",
    )
    return [
        f"{begin}: {named([*found])} ({rows_named([*dict.fromkeys(found.values())])})."
        for begin, found in zip(begins, told.values(), strict=True)
        if found
    ]


def _told_inside(bars: PaintedBars) -> list[str]:
    """That marks in coloured bars change nothing about these."""
    return [
        f"In de gekleurde balken staat {named([mark])} ({rows_named(rows)}): de kleur zegt wanneer, het teken is niet "
        "overgenomen."
        for mark, rows in bars.inside.items()
    ]


def _has_words(texts: Mapping[int, Sequence[Cell]], *, amounts: bool) -> bool:
    """Whether a cell holds more than a mark; `amounts` are then marks too."""
    filled = (cell for cells in texts.values() for cell in cells if not (amounts and is_amount(cell)))
    return any(len(str(cell)) > LONGEST_MARK and _is_word(cell) for cell in filled)


def _is_word(cell: Cell) -> bool:
    if not isinstance(cell, str) or not cell or cell in NOTHING:
        return False
    return not cell.replace(".", "").isdecimal() and not is_nought(cell)


def _cells(row: SheetRow, spans: Sequence[PeriodColumn], across: Sequence[tuple[int, int]]) -> tuple[Cell, ...]:
    """The cells of the periods; one that is merged to the right holds for all its columns."""
    first = _firsts(across)
    cells = (row.cell(first.get(span.column, span.column)) for span in spans)
    return tuple("" if cell in NOTHING else cell for cell in cells)


def _firsts(across: Sequence[tuple[int, int]]) -> dict[int, int]:
    """By column the first one of the merged cell that it lies in."""
    return {column: left for left, right in across for column in range(left, right + 1)}


def _fills(
    block: Block, looks: TabLooks, across: Mapping[int, tuple[tuple[int, int], ...]]
) -> tuple[dict[int, tuple[str, ...]], dict[int, tuple[str, ...]]]:
    """Of each row the fills of the periods, and of the other columns: a colour there too is a band over the row."""
    columns = [span.column for span in block.columns.spans]
    beside = [column.index for column in block.columns.kinds.columns if column.index not in columns]
    fills, around = {}, {}
    for row, _ in block.rows:
        of_row, first = looks.fills.get(row.number, {}), _firsts(across.get(row.number, ()))
        # What people see in a merged cell is the colour of its first.
        fills[row.number] = tuple(of_row.get(first.get(column, column), "") for column in columns)
        around[row.number] = tuple(filter(None, (of_row.get(column, "") for column in beside)))
    return fills, around


def _said(fills: Mapping[int, Sequence[str]], answers: SheetAnswers) -> dict[str, bool]:
    """Per mark and colour whether it is a bar."""
    said = {key.removeprefix(MARK): answers.get(key) != NONE for key in answers.given if key.startswith(MARK)}
    colours = {fill for of_row in fills.values() for fill in of_row if fill}
    return said | {fill: answer != NONE for fill in colours if (answer := answers.get(f"{COLOUR}{fill}"))}


def _questions(block: Block, bars: PaintedBars) -> list[IntakeQuestion]:
    title = block.columns.fields.get("title", 0)
    names = {row.number: row.text(title) for row, _ in block.rows}
    return [
        beside_question(kind, [names[row] for row in bars.kinds[kind]])
        if kind in bars.beside
        else bar_question(kind, [names[row] for row in bars.kinds[kind]], by_colour=bars.by_colour)
        for kind in bars.asked[:MOST_KINDS]
    ]
