"""What a sheet holds and does not show: hidden columns that are read, and comments at cells that are not."""

from collections.abc import Collection, Sequence

from sto_tui.domain.text import clean_line, shortened
from sto_tui.intake.milestones.columns import Block
from sto_tui.intake.milestones.named import named, rows_named
from sto_tui.intake.tables.column_kinds import letters
from sto_tui.intake.tables.sheet_looks import TabLooks

_LONGEST_COMMENT = 40


def out_of_sight(blocks: Sequence[Block], looks: TabLooks, left_out: Collection[int]) -> list[str]:
    """What is told of it, in Dutch; rows that are no milestone (`left_out`) have no comment that counts."""
    remarks = []
    read = {at for block in blocks for at in block.columns.fields.values()}
    heads = {column.index: column.head for block in blocks for column in block.columns.kinds.columns}
    if hidden := sorted(read & looks.hidden_columns):
        names = [shortened(heads.get(at) or f"kolom {letters(at)}", _LONGEST_COMMENT) for at in hidden]
        remarks.append(f"In het blad verborgen, en toch gelezen: {named(names)}.")
    rows = {row.number for block in blocks for row, _ in block.rows} - {*left_out}
    comments = {place[0]: text for place, text in sorted(looks.comments.items()) if place[0] in rows}
    if comments:
        texts = [shortened(clean_line(text), _LONGEST_COMMENT) for text in comments.values()]
        remarks.append(f"Opmerkingen bij cellen zijn niet overgenomen: {named(texts)} ({rows_named([*comments])}).")
    return remarks
