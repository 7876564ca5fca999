"""A plan in a few lines of text, as the blocks that a Word file of it would give."""

from collections.abc import Iterator
from textwrap import dedent

from sto_tui.intake.plan_document.blocks import Block, Paragraph, Spot, WordCell, WordRow, WordTable
from sto_tui.intake.plan_document.plan_reading import read_plan
from sto_tui.intake.plan_document.plan_sections import PlanWords
from sto_tui.intake.plan_document.typed_notes import with_typed_notes
from sto_tui.intake.plan_document.written_plan import WrittenPlan


def plan_in_lines(text: str, first_year: int = 2027) -> WrittenPlan:
    """What is read of it: `# ` is a heading, `**` around a line is bold, `- ` an item of a list, `|` a row of a table.

    Two blanks before an item are a step further in.
    """
    return read_plan([*with_typed_notes(_blocks(text))], PlanWords(first_year=first_year))


def _blocks(text: str) -> Iterator[Block]:
    rows: list[WordRow] = []
    paragraphs = tables = 0
    for line in [*filter(str.strip, dedent(text).split("\n")), ""]:
        if line.startswith("|"):
            texts = [cell.strip() for cell in line.strip()[1:-1].split("|")]
            spot = Spot(table=tables + 1, row=len(rows) + 1)
            rows.append(WordRow(tuple(_cell(cell, column, spot) for column, cell in enumerate(texts)), spot))
            continue
        if rows:
            tables += 1
            yield WordTable(tuple(rows), len(rows[0].cells))
            rows = []
        if line:
            paragraphs += 1
            yield _paragraph(line, Spot(paragraphs))


def _cell(text: str, column: int, spot: Spot) -> WordCell:
    return WordCell((Paragraph(text, spot),) if text else (), column)


def _paragraph(line: str, spot: Spot) -> Paragraph:
    bare = line.lstrip()
    if bare.startswith("#"):
        return Paragraph(bare.lstrip("# "), spot, level=len(bare) - len(bare.lstrip("#")))
    if bare.startswith("- "):
        return Paragraph(bare[2:], spot, marker="•", depth=(len(line) - len(bare)) // 2)
    is_strong = bare.startswith("**") and bare.endswith("**")
    return Paragraph(bare.strip("*") if is_strong else bare, spot, strong=is_strong)
