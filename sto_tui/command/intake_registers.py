"""`sto invoer partijen`, `risicos`, `begroting`, `cofinanciering`, `acties`: a table from a sheet, or pasted."""

import sys
from typing import TYPE_CHECKING

from sto_tui.command.asking import is_terminal
from sto_tui.command.caller import Caller
from sto_tui.command.dossier import open_store, seen_in
from sto_tui.command.intake_sheet import SheetIn, SheetWishes, take_in_sheet
from sto_tui.command.output import CommandError, remark
from sto_tui.intake.proposal import IntakeProposal
from sto_tui.intake.registers.sheet_proposal import KINDS, proposal_of, read_pasted, read_sheet
from sto_tui.intake.sheets.table_reader import IntakeError
from sto_tui.storage.file.paths import file_to_read

if TYPE_CHECKING:
    from sto_tui.intake.tables.workbook_tabs import SheetFile

PASTED = "-"


def take_in_register(
    typed: str, source: str, word: str, caller: Caller, wishes: SheetWishes, *, without_asking: bool
) -> int:
    """Takes in a table: 0 all taken, 1 rows refused or not taken. Raises CommandError or DossierError."""
    store = open_store(typed, caller, to_change=True)
    try:
        sheet = _sheet(source)
    except IntakeError as error:
        raise CommandError(str(error)) from error

    def read(answers: dict[str, str]) -> IntakeProposal:
        return proposal_of(sheet, word, seen_in(store.dossier, caller), caller.today, answers, caller.user)

    return take_in_sheet(SheetIn(sheet.name, store, read), caller, wishes, without_asking=without_asking)


def _sheet(source: str) -> "SheetFile":
    """The file, or what is pasted when its name is `-`. Raises IntakeError."""
    if source != PASTED:
        return read_sheet(file_to_read(source, KINDS))
    if is_terminal():
        remark("Plak de tabel met haar koppen, en sluit af met Enter en Ctrl-D.")
    return read_pasted(sys.stdin.buffer.read() if sys.stdin is not None else b"")
