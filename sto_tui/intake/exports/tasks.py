"""The tasks of a planning program, and the rows of a sheet that say the same."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from sto_tui.domain.text import clean_line, clean_text
from sto_tui.intake.sheets.table_reader import MOST_ROWS, Cell, IntakeError, SheetRow
from sto_tui.intake.sheets.workbook_number import WorkbookNumber
from sto_tui.intake.tables.links import LinkKind

HEADS = (
    "Nr", "Overzichtsniveau", "Taaknaam", "Begindatum", "Einddatum", "Voorgangers", "% voltooid", "Status",
    "Toegewezen aan", "Is mijlpaal", "Notities",
)  # fmt: skip
_DUTCH_KINDS: dict[LinkKind, str] = {"FS": "EB", "SS": "BB", "FF": "EE", "SF": "BE"}


@dataclass(frozen=True)
class ExportedLink:
    """What a task waits on, by the number of the other one; the lag as MS Project would write it (`+5 dagen`)."""

    number: str
    kind: LinkKind = "FS"
    lag: str = ""

    @property
    def written(self) -> str:
        """`2`, `2BB`, `2EB+5 dagen`."""
        is_usual = self.kind == "FS" and not self.lag
        return self.number if is_usual else f"{self.number}{_DUTCH_KINDS[self.kind]}{self.lag}"


@dataclass(frozen=True)
class ExportedTask:
    """One task as its program has it; `level` is 1 for the outermost."""

    number: str
    name: str
    level: int = 1
    start: date | None = None
    end: date | None = None
    links: tuple[ExportedLink, ...] = ()
    percent: float | None = None
    status: str = ""
    who: tuple[str, ...] = ()
    is_milestone: bool = False
    note: str = ""


@dataclass(frozen=True)
class ExportedPlan:
    """The plan of a program: its name, the rows of a sheet with heads first, and what was left out, in Dutch."""

    program: str
    title: str
    rows: tuple[SheetRow, ...]
    remarks: tuple[str, ...] = field(default=())


def plan_of(program: str, title: str, tasks: Sequence[ExportedTask], remarks: Iterable[str] = ()) -> ExportedPlan:
    """The rows that say what these tasks say; columns in which nothing stands are left out. Raises IntakeError."""
    if not tasks:
        raise IntakeError(f"In dit bestand van {program} staat geen enkele taak. Kies een ander bestand.")
    if len(tasks) >= MOST_ROWS:
        raise IntakeError(f"In dit bestand van {program} staan meer dan {MOST_ROWS // 1000}.000 taken.")
    cells = [_cells(task) for task in tasks]
    flat = len({task.level for task in tasks}) == 1
    named = any(task.is_milestone for task in tasks)
    shown = [
        at
        for at, head in enumerate(HEADS)
        if any(row[at] for row in cells)
        and not (head == "Overzichtsniveau" and flat)
        and not (head == "Is mijlpaal" and not named)
    ]
    rows = [SheetRow(1, tuple(HEADS[at] for at in shown))]
    rows += [SheetRow(number, tuple(row[at] for at in shown)) for number, row in enumerate(cells, 2)]
    return ExportedPlan(program, clean_line(title), tuple(rows), tuple(remarks))


def _cells(task: ExportedTask) -> list[Cell]:
    return [
        clean_line(task.number),
        WorkbookNumber(str(task.level)),
        clean_line(task.name),
        task.start or "",
        task.end or "",
        "; ".join(link.written for link in task.links),
        "" if task.percent is None else f"{task.percent:g}%",
        clean_line(task.status),
        clean_line(", ".join(task.who)),
        "ja" if task.is_milestone else "nee",
        clean_text(task.note).strip(),
    ]
