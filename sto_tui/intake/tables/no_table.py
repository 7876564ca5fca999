"""A file in which the table that is wanted was not found, and what can be done about it."""

from sto_tui.intake.questions import IntakeQuestion
from sto_tui.intake.sheets.table_reader import IntakeError


class NoTableError(IntakeError):
    """`on_screen` says it without what can only be typed after a command.

    `question` asks for what would make it such a table, where a person can be asked; None when nothing would.
    """

    def __init__(self, why: str, typed: str, here: str, question: IntakeQuestion | None = None) -> None:
        super().__init__(f"{why} {typed}")
        self.on_screen = f"{why} {here}"
        self.question = question
