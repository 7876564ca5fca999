"""Cells below a period that themselves name a smaller one: `Q2` or `okt` below 2027 is that, and not the whole year."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sto_tui.domain.text import plain
from sto_tui.intake.milestones.period_columns import PeriodColumn
from sto_tui.intake.sheets.table_reader import Cell
from sto_tui.intake.tables.bars import LONGEST_MARK, is_amount, is_nought
from sto_tui.intake.tables.missing_years import read_in_years

MARK = "x"
_WHOLE = re.compile(
    r"(?:het |de )?(?:ge)?hele? (?:jaar|schooljaar|periode|kwartaal|maand)|doorlopend|continu|all year|whole year"
)
# Fewer of what is filled are names of people, such as Jan.
_ENOUGH = 0.5

Parts = Mapping[tuple[int, int], PeriodColumn]
"""By row and column the period that a cell names, and what the cell says as its label."""


def named_parts(texts: Mapping[int, Sequence[Cell]], spans: Sequence[PeriodColumn]) -> Parts:
    """The cells that name a part of the period above them, or all of it; none when most of what is filled does not."""
    filled = [
        (row, span, cell)
        for row, cells in texts.items()
        for span, cell in zip(spans, cells, strict=True)
        if isinstance(cell, str) and cell and plain(cell) != MARK
    ]
    parts = {(row, span.column): part for row, span, cell in filled if (part := _part(cell, span))}
    smaller = [part for part in parts.values() if part.is_part]
    return parts if smaller and len(parts) >= _ENOUGH * len(filled) else {}


def marked(
    texts: Mapping[int, Sequence[Cell]], spans: Sequence[PeriodColumn], parts: Parts, *, amounts: bool = False
) -> dict[int, tuple[Cell, ...]]:
    """The cells with a mark for what names a period, and for words that say that something happens then.

    A nought says that nothing does; of other `amounts` it is asked.
    """

    def is_word(cell: Cell) -> bool:
        return len(str(cell)) > LONGEST_MARK and not (is_nought(cell) or (amounts and is_amount(cell)))

    return {
        row: tuple(
            MARK if (row, span.column) in parts or is_word(cell) else cell
            for span, cell in zip(spans, cells, strict=True)
        )
        for row, cells in texts.items()
    }


def _part(cell: str, span: PeriodColumn) -> PeriodColumn | None:
    if _WHOLE.fullmatch(plain(cell).strip(" .")):
        return span
    first, last = span.start.year, span.end.year
    written = read_in_years(cell, None, str(first) if first == last else f"{first}-{last}")
    if written is None or written.start is None or written.end is None:
        return None
    if written.start < span.start or written.end > span.end:
        return None
    if (written.start, written.end) == (span.start, span.end):
        return span
    return replace(span, label=cell, start=written.start, end=written.end, is_part=True, is_vague=written.vague)
