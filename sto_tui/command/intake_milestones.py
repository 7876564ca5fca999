"""`sto invoer`: shows what a file from outside would do to the dossier, asks, and carries it out as one change."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from sto_tui.command.asking import is_terminal, take_over
from sto_tui.command.asking_questions import asked_until_clear, name_open
from sto_tui.command.caller import Caller
from sto_tui.command.dossier import open_store, seen_in
from sto_tui.command.intake_records import told_records
from sto_tui.command.output import CommandError, say
from sto_tui.intake.milestones.sheet_proposal import proposal_of, read_sheet
from sto_tui.intake.milestones.veri_cells import LEGEND, Legend
from sto_tui.intake.proposal import IntakeProposal, told_counts, told_frame
from sto_tui.intake.sheets.table_reader import IntakeError
from sto_tui.storage.file.paths import file_to_read

if TYPE_CHECKING:
    from sto_tui.domain.dossier import Dossier
    from sto_tui.intake.tables.workbook_tabs import SheetFile


def take_in_milestones(
    typed: str, source: str, caller: Caller, *, without_asking: bool, answers: Mapping[str, str] | None = None
) -> int:
    """Takes in a milestone sheet: 0 all taken, 1 rows refused or not taken. Raises CommandError or DossierError."""
    given = dict(answers or {})
    _check_legend(given)
    store = open_store(typed, caller, to_change=True)
    try:
        sheet = read_sheet(file_to_read(source, ".csv of .xlsx"), given)
        read = partial(_proposal, sheet, seen_in(store.dossier, caller), caller)
        proposal = read(given) if without_asking or not is_terminal() else asked_until_clear(read, given)
    except IntakeError as error:
        raise CommandError(str(error)) from error
    numbers = told_counts(len(proposal.added), len(proposal.changed))
    counts = numbers if proposal.change.edits else ""
    records = told_records(proposal) if proposal.change.edits else ()
    for line in told_frame(sheet.name, counts, records, proposal.refused, proposal.remarks):
        say(line)
    name_open(proposal.questions)
    if not proposal.change.edits:
        return 1 if proposal.refused or proposal.questions else 0
    taken = take_over(store, proposal.change, numbers, without_asking=without_asking)
    return 0 if taken and not proposal.refused and not proposal.questions else 1


def _proposal(sheet: "SheetFile", dossier: "Dossier", caller: Caller, answers: Mapping[str, str]) -> IntakeProposal:
    return proposal_of(sheet, dossier, caller.today, answers, caller.user)


def _check_legend(answers: dict[str, str]) -> None:
    typed = answers.get(LEGEND)
    if typed is None:
        return
    answers[LEGEND] = typed.strip().lower()
    if answers[LEGEND] not in [*Legend, "geen"]:
        raise CommandError(f"‘{typed}’ is geen legenda. Kies uit veri en veori.")
