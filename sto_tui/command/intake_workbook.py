"""`sto invoer excel`: shows what people changed in a workbook of `sto excel`, asks, and takes it over as one change."""

from sto_tui.command.asking import take_over
from sto_tui.command.caller import Caller
from sto_tui.command.dossier import open_store
from sto_tui.command.output import CommandError, say
from sto_tui.intake.proposal import told_counts, told_frame
from sto_tui.intake.sheets.table_reader import IntakeError
from sto_tui.intake.told_records import told_records
from sto_tui.intake.workbook.proposing import proposal_of
from sto_tui.intake.workbook.returned import read_returned
from sto_tui.storage.file.paths import file_to_read


def take_in_workbook(typed: str, source: str, caller: Caller, *, without_asking: bool) -> int:
    """Takes back a workbook: 0 all taken, 1 something refused or not taken. Raises CommandError or DossierError."""
    store = open_store(typed, caller, to_change=True)
    try:
        workbook = read_returned(file_to_read(source, ".xlsx"))
        proposal = proposal_of(workbook, store.dossier, caller.today, caller.user)
    except IntakeError as error:
        raise CommandError(str(error)) from error
    numbers = told_counts(len(proposal.added), len(proposal.changed))
    counts = numbers if proposal.change.edits else ""
    for line in told_frame(workbook.name, counts, told_records(proposal), proposal.refused, proposal.remarks):
        say(line)
    if not proposal.change.edits:
        return 1 if proposal.refused else 0
    taken = take_over(store, proposal.change, numbers, without_asking=without_asking)
    return 0 if taken and not proposal.refused else 1
