"""A file in which the table that is wanted was not found, and what can be done about it."""

from sto_tui.intake.questions import IntakeQuestion
from sto_tui.intake.sheets.table_reader import HEAD_ROWS, IntakeError
from sto_tui.intake.tables.workbook_tabs import SheetFile
from sto_tui.planning.sheet_homes import KEY_HEAD


class NoTableError(IntakeError):
    """`on_screen` says it without what can only be typed after a command.

    `question` asks for what would make it such a table, where a person can be asked; None when nothing would.
    """

    def __init__(self, why: str, typed: str, here: str, question: IntakeQuestion | None = None) -> None:
        super().__init__(f"{why} {typed}")
        self.on_screen = f"{why} {here}"
        self.question = question


def refuse_own_workbook(file: SheetFile) -> None:
    """Raises NoTableError when a file is a workbook of `sto excel`, which comes back as a whole."""
    if any(KEY_HEAD in row.cells for tab in file.tabs for row in tab.rows[:HEAD_ROWS]):
        why = f"{file.name} is een werkmap van sto excel."
        here = "Zij komt niet in één lijst, maar in haar geheel terug: sluit sto-tui, en typ"
        raise NoTableError(why, "Neem haar terug met: sto invoer excel.", f"{here} sto invoer excel DOSSIER WERKMAP.")
