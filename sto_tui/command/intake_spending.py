"""`sto invoer uitgaven`: shows what a sheet of the administration would add, asks, and does it as one change."""

from sto_tui.command.caller import Caller
from sto_tui.command.dossier import open_store
from sto_tui.command.intake_sheet import SheetIn, SheetWishes, file_or_pasted, take_in_sheet
from sto_tui.intake.spending.sheet_proposal import (
    KINDS,
    SpendingProposal,
    preview,
    proposal_of,
    read_pasted,
    read_sheet,
    told,
)


def take_in_spending(typed: str, source: str, caller: Caller, wishes: SheetWishes, *, without_asking: bool) -> int:
    """Takes in what was spent: 0 all taken, 1 rows refused or not taken. Raises CommandError or DossierError."""
    store = open_store(typed, caller, to_change=True)
    sheet = file_or_pasted(source, KINDS, read_sheet, read_pasted)

    def read(answers: dict[str, str]) -> SpendingProposal:
        return proposal_of(sheet, store.dossier, caller.today, answers)

    def counts(proposal: SpendingProposal) -> str:
        return told(len(proposal.added), proposal.cents)

    return take_in_sheet(
        SheetIn(sheet.name, store, read, counts, preview), caller, wishes, without_asking=without_asking
    )
