"""`sto invoer partijen`, `risicos`, `begroting`, `cofinanciering`, `acties`: a table from a sheet, or pasted."""

from sto_tui.command.caller import Caller
from sto_tui.command.dossier import open_store, seen_in
from sto_tui.command.intake_sheet import SheetIn, SheetWishes, file_or_pasted, take_in_sheet
from sto_tui.intake.proposal import IntakeProposal
from sto_tui.intake.registers.sheet_proposal import KINDS, proposal_of, read_pasted, read_sheet


def take_in_register(
    typed: str, source: str, word: str, caller: Caller, wishes: SheetWishes, *, without_asking: bool
) -> int:
    """Takes in a table: 0 all taken, 1 rows refused or not taken. Raises CommandError or DossierError."""
    store = open_store(typed, caller, to_change=True)
    sheet = file_or_pasted(source, KINDS, read_sheet, read_pasted)

    def read(answers: dict[str, str]) -> IntakeProposal:
        return proposal_of(sheet, word, seen_in(store.dossier, caller), caller.today, answers, caller.user)

    return take_in_sheet(SheetIn(sheet.name, store, read), caller, wishes, without_asking=without_asking)
