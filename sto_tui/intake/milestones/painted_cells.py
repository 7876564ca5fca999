"""A word in the first cell of a painted bar lasts as long as the bar does."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from sto_tui.domain.text import clean_line, cut
from sto_tui.intake.milestones.columns import NOTHING, Block
from sto_tui.intake.milestones.named import named
from sto_tui.intake.sheets.table_reader import SheetRow
from sto_tui.intake.tables.sheet_looks import TabLooks, is_plain

_LONGEST = 30


@dataclass(frozen=True)
class PaintedCells:
    """A roadmap of which the cells last as long as their colour, and what is told of it, in Dutch."""

    block: Block
    remarks: tuple[str, ...] = ()


def with_painted_cells(block: Block, looks: TabLooks) -> PaintedCells:
    """The same rows, ready at the end of the last empty cell that goes on in the colour of their word."""
    fields = block.columns.fields
    if not block.columns.of_cells or not looks.fills:
        return PaintedCells(block)
    rows, longer = [], list[str]()
    for row, above in block.rows:
        end = _end_of_colour(row, row.cell(fields["due"]), block, looks.fills.get(row.number, {}))
        if end:
            longer.append(cut(clean_line(row.text(fields["title"])), _LONGEST))
            cells = [end if at == fields["due"] else cell for at, cell in enumerate(row.cells)]
            row = replace(row, cells=tuple(cells))
        rows.append((row, above))
    told = f"Zo lang als de kleur achter hun woord doorloopt: {named(longer)}."
    return PaintedCells(replace(block, rows=tuple(rows)), (told,) if longer else ())


def _end_of_colour(row: SheetRow, due: object, block: Block, fills: Mapping[int, str]) -> date | None:
    """The last day of the periods behind that of a word which are empty and have its colour; None without any."""
    places = [at for at, span in enumerate(block.columns.cells_of) if span.end == due]
    if not places:
        return None
    spans = block.columns.cells_of[places[0] :]
    colour = fills.get(spans[0].column, "")
    end = None
    for span in spans[1:]:
        if is_plain(colour) or fills.get(span.column) != colour or row.cell(span.column) not in NOTHING:
            break
        end = span.end
    return end
