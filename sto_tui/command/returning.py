"""`sto terug`: shows what people changed in drafts that came back, asks, and takes that over as one change."""

from collections.abc import Mapping, Sequence

from sto_tui.command.asking import agreed, is_terminal, typed
from sto_tui.command.caller import Caller
from sto_tui.command.dossier import open_store, seen_in
from sto_tui.command.output import CommandError, remark, say
from sto_tui.domain.dutch import count
from sto_tui.intake.returned_draft.choosing import NotALineError, chosen_lines
from sto_tui.intake.returned_draft.lines import LaidBeside
from sto_tui.intake.returned_draft.taking_over import taking_over
from sto_tui.intake.returned_draft.wording import told, told_grave, told_refused, told_taken
from sto_tui.intake.sheets.table_reader import IntakeError
from sto_tui.returned_papers import beside_dossier, read_drafts
from sto_tui.storage.file.paths import file_to_read

_NOT_TAKEN = "Er is niets overgenomen."
_QUESTION = "Overnemen? [j = wat een ✓ heeft, N, of kies zelf: 1,3-7, 4b, een naam of een hoofdstuk] "
_MOST_QUESTIONS = 3


def take_back(typed_path: str, sources: Sequence[str], caller: Caller, *, choice: str, without_asking: bool) -> int:
    """Takes drafts back: 0 when nothing is left to do, 1 when a difference is, or a file that cannot be read.

    Raises CommandError or DossierError.
    """
    store = open_store(typed_path, caller, to_change=True)
    dossier = seen_in(store.dossier, caller)
    try:
        read = read_drafts([file_to_read(source, ".docx") for source in sources], dossier, store.path)
    except IntakeError as error:
        raise CommandError(str(error)) from error
    laid = beside_dossier(read, dossier, caller.today)
    chosen = _chosen(laid, choice) if choice else None
    for line in told(laid):
        say(line)
    if not laid.lines:
        return 1 if read.refused else 0
    if chosen is None:
        chosen = laid.defaults if without_asking else _asked(laid)
    if not chosen or not (without_asking or _means(laid, chosen)):
        remark(_NOT_TAKEN)
        return 1
    result = taking_over(laid, chosen, dossier, caller.today, caller.user)
    for line in told_refused(result.refused):
        say(line)
    if result.change.edits:
        store.apply(result.change)
        if choice:
            for line in told_taken(result.lines):
                say(line)
        say(f"Overgenomen: {count(len(result.lines), 'verschil', 'verschillen')}.")
        if store.remark:
            remark(store.remark)
    else:
        remark(_NOT_TAKEN)
    return 0 if len(result.lines) == len(laid.lines) and not read.refused else 1


def _chosen(laid: LaidBeside, choice: str) -> Mapping[int, str]:
    try:
        return chosen_lines(laid, choice)
    except NotALineError as error:
        raise CommandError(str(error)) from error


def _means(laid: LaidBeside, chosen: Mapping[int, str]) -> bool:
    """Whether somebody at the terminal means what takes something away from the dossier."""
    grave = list(told_grave(laid, chosen))
    if not grave:
        return True
    say("Hierdoor gaat iets weg dat in het dossier staat:")
    for line in grave:
        say(line)
    if is_terminal():
        return agreed()
    remark("Voeg --ja toe om ook dat over te nemen.")
    return False


def _asked(laid: LaidBeside) -> Mapping[int, str]:
    """What somebody at the terminal chose; nothing without anyone there."""
    if not is_terminal():
        remark("Voeg --ja toe om over te nemen wat een ✓ heeft, of --neem met nummers uit de lijst.")
        return {}
    for _ in range(_MOST_QUESTIONS):
        answer = typed(_QUESTION)
        if answer.lower() in ("", "n", "nee"):
            return {}
        if answer.lower() in ("j", "ja"):
            return laid.defaults
        try:
            return chosen_lines(laid, answer)
        except NotALineError as error:
            say(str(error))
    return {}
