"""`sto invoer plan`: shows what an activiteitenplan in Word offers, asks which of it is right, and takes that in."""

from collections.abc import Sequence

from sto_tui.command.asking import is_terminal, typed
from sto_tui.command.caller import Caller
from sto_tui.command.dossier import open_store, seen_in
from sto_tui.command.output import CommandError, remark, say
from sto_tui.intake.plan_document.offers import PlanOffer
from sto_tui.intake.plan_document.proposing import (
    NotChosenRightError,
    PlanProposal,
    chosen_of,
    proposal_of,
    read_plan_file,
)
from sto_tui.intake.plan_document.wording import told
from sto_tui.intake.proposal import told_counts
from sto_tui.intake.sheets.table_reader import IntakeError
from sto_tui.storage.file.paths import file_to_read

_NOT_TAKEN = "Er is niets overgenomen."
_QUESTION = "Overnemen? [j/N, of nummers en soorten, zoals 1,3-7 of doelen] "
_MOST_QUESTIONS = 3


def take_in_plan(
    bestand: str, source: str, caller: Caller, *, choice: str, without_asking: bool, all_lines: bool
) -> int:
    """Takes in a plan: 0 all understood and taken, 1 not all. Raises CommandError or DossierError."""
    store = open_store(bestand, caller, to_change=True)
    dossier = seen_in(store.dossier, caller)
    try:
        file = read_plan_file(file_to_read(source, ".docx"), dossier)
    except IntakeError as error:
        raise CommandError(str(error)) from error
    proposal = proposal_of(file, dossier, caller.today)
    chosen = _chosen(choice, proposal.offers) if choice else None
    for line in told(proposal, all_lines=all_lines):
        say(line)
    if not proposal.offers:
        return 1 if proposal.not_understood else 0
    if chosen is None:
        chosen = frozenset(offer.number for offer in proposal.offers) if without_asking else _asked(proposal)
    if not chosen:
        remark(_NOT_TAKEN)
        return 1
    taken = proposal_of(file, dossier, caller.today, chosen)
    store.apply(taken.intake.change)
    for sentence in taken.intake.remarks:
        if sentence not in proposal.intake.remarks:
            say(sentence)
    say(f"Overgenomen: {told_counts(len(taken.intake.added), len(taken.intake.changed))}.")
    if store.remark:
        remark(store.remark)
    return 1 if proposal.not_understood else 0


def _chosen(choice: str, offers: Sequence[PlanOffer]) -> frozenset[int]:
    try:
        return chosen_of(choice, offers)
    except NotChosenRightError as error:
        raise CommandError(str(error)) from error


def _asked(proposal: PlanProposal) -> frozenset[int]:
    """What somebody at the terminal chose; nothing without anyone there."""
    if not is_terminal():
        remark("Voeg --ja toe om alles over te nemen, of --neem met nummers uit de lijst.")
        return frozenset()
    for _ in range(_MOST_QUESTIONS):
        answer = typed(_QUESTION)
        if answer.lower() in ("", "n", "nee"):
            return frozenset()
        if answer.lower() in ("j", "ja"):
            return frozenset(offer.number for offer in proposal.offers)
        try:
            return chosen_of(answer, proposal.offers)
        except NotChosenRightError as error:
            say(str(error))
    return frozenset()
