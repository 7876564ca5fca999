"""`sto invoer mijlpalen`: the milestones, roles and progress of a planning sheet."""

from dataclasses import replace

from sto_tui.command.caller import Caller
from sto_tui.command.dossier import open_store, seen_in
from sto_tui.command.intake_sheet import SheetIn, SheetWishes, take_in_sheet
from sto_tui.command.output import CommandError
from sto_tui.intake.milestones.answers import why_no_answer
from sto_tui.intake.milestones.sheet_proposal import proposal_of, read_sheet
from sto_tui.intake.milestones.veri_cells import LEGEND, Legend
from sto_tui.intake.proposal import IntakeProposal
from sto_tui.intake.sheets.table_reader import IntakeError
from sto_tui.storage.file.paths import file_to_read


def take_in_milestones(
    typed: str, source: str, caller: Caller, *, without_asking: bool, wishes: SheetWishes | None = None
) -> int:
    """Takes in a milestone sheet: 0 all taken, 1 rows refused or not taken. Raises CommandError or DossierError."""
    wishes = wishes or SheetWishes()
    given = dict(wishes.answers)
    _check_legend(given)
    if why := next(filter(None, (why_no_answer(key, answer) for key, answer in given.items())), ""):
        raise CommandError(why)
    store = open_store(typed, caller, to_change=True)
    try:
        sheet = read_sheet(file_to_read(source, ".csv of .xlsx"), given)
    except IntakeError as error:
        raise CommandError(str(error)) from error

    def read(answers: dict[str, str]) -> IntakeProposal:
        return proposal_of(sheet, seen_in(store.dossier, caller), caller.today, answers, caller.user)

    taking = SheetIn(sheet.name, store, read)
    return take_in_sheet(taking, caller, replace(wishes, answers=given), without_asking=without_asking)


def _check_legend(answers: dict[str, str]) -> None:
    typed = answers.get(LEGEND)
    if typed is None:
        return
    answers[LEGEND] = typed.strip().lower()
    if answers[LEGEND] not in [*Legend, "geen"]:
        raise CommandError(f"‘{typed}’ is geen legenda. Kies uit veri en veori.")
