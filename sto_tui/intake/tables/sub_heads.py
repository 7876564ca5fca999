"""Heads that come again below each period: `plan, werkelijk` under every month are no halves of that month."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

from sto_tui.domain.text import plain
from sto_tui.intake.sheets.table_reader import Cell, SheetRow
from sto_tui.intake.tables.divided_heads import PeriodHead
from sto_tui.intake.tables.head_words import head_word
from sto_tui.intake.tables.period_cells import period_cell
from sto_tui.intake.tables.period_heads import PeriodRun

Split = Literal["delen", "heel"]
"""Whether such heads are parts of the period above them, or each stands for all of it."""

_LONGEST = 25
_PLANNED = re.compile(r"(?:ge)?pland?(?:ning|ned)?|begroot|beoogd|p")
_ACTUAL = re.compile(r"real(?:isatie)?|gerealiseerd|werkelijk|actual|feitelijk|gereed|w|r|a")
# What divides a period in time.
_IN_TIME = re.compile(
    r"(?:\d(?:e|ste|st|nd|rd)?|eerste|tweede|begin|medio|midden|eind|einde|start|first|second)"
    r"(?: (?:helft|deel|half|halve maand|week))?|i{1,3}v?|ma|di|wo|do|vr|za|zo|[a-e]"
)


def sub_heads(above: SheetRow, row: SheetRow) -> dict[int, tuple[int, str]]:
    """By column that of the period above it, and the head below; empty unless each period has the same heads."""
    periods = [at for at, cell in enumerate(above.cells) if cell and (read := period_cell(cell, None)) and read.grain]
    if len(periods) < 2 or not all(map(_is_head, row.cells[: periods[0]], _padded(above, periods[0]))):
        return {}
    found: dict[int, tuple[int, str]] = {}
    for at, cell in enumerate(row.cells):
        if at >= periods[0] and cell:
            if not isinstance(cell, str) or len(cell) > _LONGEST or cell.isdecimal() or _is_period(cell):
                return {}
            found[at] = (max(column for column in periods if column <= at), plain(cell))
    below = [[text for of, text in found.values() if of == period] for period in periods]
    return found if len(below[0]) > 1 and all(each == below[0] for each in below) else {}


def _is_period(cell: str) -> bool:
    """Whether a cell is a period by itself; a block is a part of the one above it."""
    read = period_cell(cell, None)
    return read is not None and read.unit != "deel"


def _padded(row: SheetRow, width: int) -> list[Cell]:
    return [row.cell(at) for at in range(width)]


def _is_head(cell: Cell, above: Cell) -> bool:
    """Whether a cell on the left leaves its row one of heads: empty, as above it, or a head below nothing."""
    word = head_word(cell) if isinstance(cell, str) and cell and not above else None
    return not cell or cell == above or (word is not None and word.is_exact)


def split_over(run: PeriodRun, heads: Mapping[int, tuple[int, str]], split: Split | None) -> PeriodRun | None:
    """The run with these heads below it; None when it has to be asked what they are."""
    texts = dict.fromkeys(text for _, text in heads.values())
    are_in_time = all(map(_IN_TIME.fullmatch, texts)) and not all(map(str.isdecimal, texts))
    if split == "delen" or (split is None and are_in_time):
        return run
    planned = [text for text in texts if _PLANNED.fullmatch(text)]
    is_compared = len(planned) == 1 and all(_ACTUAL.fullmatch(text) for text in texts if text not in planned)
    if split is None and not is_compared:
        return None
    kept = [head for head in run.heads if not is_compared or heads.get(head.column, (0, planned[0]))[1] in planned]
    return replace(run, heads=tuple(_whole(head, run, heads) for head in kept))


def _whole(head: PeriodHead, run: PeriodRun, heads: Mapping[int, tuple[int, str]]) -> PeriodHead:
    """All of the period that the head stands below."""
    beside = [each for each in run.heads if heads.get(each.column, (-1,))[0] == heads.get(head.column, (-2,))[0]]
    spans = [each.span for each in beside if each.span]
    label = head.label.rpartition(" (")[0] or head.label
    return replace(head, label=label, span=(spans[0][0], spans[-1][1])) if spans else head
