"""What a tab of a planning sheet says, as it is handed on: its tables, what surrounds a row, and what is in doubt."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sto_tui.domain.milestones import Stoplicht
from sto_tui.intake.milestones.columns import Block
from sto_tui.intake.milestones.dated_cells import DateCells
from sto_tui.intake.milestones.period_columns import PeriodColumn
from sto_tui.intake.questions import IntakeQuestion
from sto_tui.intake.tables.workbook_tabs import Tab


@dataclass(frozen=True)
class RowRead:
    """What surrounds a row: the headings above it, its filled periods, its light, and the rows it waits on.

    `has_marks` says whether a cell under a period has a mark or a colour; `light_open` is a word of progress that is
    not taken; `after` is None when the cell is read as it is typed.
    `held` is by field what an empty cell has from above.
    """

    headings: tuple[str, ...] = ()
    filled: tuple[PeriodColumn, ...] = ()
    has_marks: bool = False
    light: Stoplicht | None = None
    light_open: str = ""
    after: tuple[tuple[str, int], ...] | None = None
    held: Mapping[str, str] = field(default_factory=dict)


@dataclass
class TabReading:
    """A tab as read. `rows` has what surrounds a row, by its number; rows that are no milestone stand in `skipped`.

    Of these `headings` gave their names to the rows below. When it `counts_itself`, its numbers are not those of the
    dossier.
    """

    tab: Tab
    blocks: list[Block]
    dates: DateCells
    counts_itself: bool = False
    rows: dict[int, RowRead] = field(default_factory=dict)
    skipped: set[int] = field(default_factory=set)
    headings: set[int] = field(default_factory=set)
    questions: list[IntakeQuestion] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
