"""`sto invoer uitgaven`: shows what a sheet of the administration would add, asks, and does it as one change."""

from sto_tui.command.asking import take_over
from sto_tui.command.caller import Caller
from sto_tui.command.dossier import open_store
from sto_tui.command.output import CommandError, say
from sto_tui.intake.sheets.table_reader import IntakeError
from sto_tui.intake.spending.sheet_proposal import KINDS, framed, proposal_of, read_sheet, told
from sto_tui.storage.file.paths import file_to_read


def take_in_spending(typed: str, source: str, caller: Caller, *, without_asking: bool) -> int:
    """Takes in what was spent: 0 all taken, 1 rows refused or not taken. Raises CommandError or DossierError."""
    store = open_store(typed, caller, to_change=True)
    try:
        sheet = read_sheet(file_to_read(source, KINDS))
    except IntakeError as error:
        raise CommandError(str(error)) from error
    proposal = proposal_of(sheet, store.dossier, caller.today)
    for line in framed(sheet.name, proposal):
        say(line)
    if not proposal.change.edits:
        return 1 if proposal.refused else 0
    counts = told(len(proposal.added), proposal.cents)
    taken = take_over(store, proposal.change, counts, without_asking=without_asking)
    return 0 if taken and not proposal.refused else 1
