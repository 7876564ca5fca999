"""A column that was pointed at and in which nothing stands: without a word its field would be lost in silence."""

from collections.abc import Iterator, Sequence

from sto_tui.intake.milestones.answers import NAMES, SheetAnswers
from sto_tui.intake.milestones.columns import Block
from sto_tui.intake.tables.column_kinds import letters


def told_empty(answers: SheetAnswers, blocks: Sequence[Block]) -> Iterator[str]:
    """That it is empty in this sheet, for each such column."""
    for kind, at in answers.columns.items():
        if at is not None and not any(row.cell(at) for block in blocks for row, _ in block.rows):
            yield f"In kolom {letters(at)}, aangewezen als {NAMES[kind]}, staat niets: er is niets uit overgenomen."
