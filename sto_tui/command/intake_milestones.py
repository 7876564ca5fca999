"""`sto invoer`: shows what a file from outside would do to the dossier, asks, and carries it out as one change."""

from sto_tui.command.asking import is_terminal, take_over
from sto_tui.command.asking import typed as answered
from sto_tui.command.caller import Caller
from sto_tui.command.dossier import open_store, seen_in
from sto_tui.command.intake_records import told_records
from sto_tui.command.output import CommandError, remark, say
from sto_tui.intake.milestones.sheet_proposal import proposal_of, read_sheet
from sto_tui.intake.milestones.veri_cells import Legend
from sto_tui.intake.proposal import told_counts, told_frame
from sto_tui.intake.sheets.table_reader import IntakeError
from sto_tui.storage.file.paths import file_to_read

_MOST_QUESTIONS = 3


def take_in_milestones(typed: str, source: str, caller: Caller, *, without_asking: bool, legend: str) -> int:
    """Takes in a milestone sheet: 0 all taken, 1 rows refused or not taken. Raises CommandError or DossierError."""
    chosen = _legend(legend) if legend else None
    store = open_store(typed, caller, to_change=True)
    try:
        sheet = read_sheet(file_to_read(source, ".csv of .xlsx"))
    except IntakeError as error:
        raise CommandError(str(error)) from error
    dossier = seen_in(store.dossier, caller)
    proposal = proposal_of(sheet, dossier, caller.today, chosen, caller.user)
    asks = not without_asking and is_terminal()
    if proposal.question and asks and (chosen := _asked_legend(proposal.question)):
        proposal = proposal_of(sheet, dossier, caller.today, chosen, caller.user)
    numbers = told_counts(len(proposal.added), len(proposal.changed))
    counts = numbers if proposal.change.edits else ""
    for line in told_frame(sheet.name, counts, told_records(proposal), proposal.refused, proposal.remarks):
        say(line)
    if proposal.question:
        meanings = "; ".join(f"--legenda {choice.value}: {choice.meaning}" for choice in Legend)
        remark(f"{proposal.question} Kies zelf: {meanings}.")
    if not proposal.change.edits:
        return 1 if proposal.refused else 0
    taken = take_over(store, proposal.change, numbers, without_asking=without_asking)
    return 0 if taken and not proposal.refused else 1


def _legend(typed: str) -> Legend:
    try:
        return Legend(typed.strip().lower())
    except ValueError as error:
        raise CommandError(f"‘{typed}’ is geen legenda. Kies uit veri en veori.") from error


def _asked_legend(question: str) -> Legend | None:
    """What was answered; None after an empty line, or when no answer was one of the choices."""
    say(question)
    for legend in Legend:
        say(f"  {legend.value:5}  {legend.meaning}")
    for _ in range(_MOST_QUESTIONS):
        answer = answered("Typ veri of veori (leeg: deze cellen niet overnemen): ").lower()
        if not answer:
            return None
        if answer in list(Legend):
            return Legend(answer)
    return None
