"""`sto invoer plan`: shows what an activiteitenplan in Word offers, asks which of it is right, and takes that in."""

from collections.abc import Iterator, Sequence
from datetime import date

from pydantic import ValidationError

from sto_tui.command.asking import is_terminal, typed
from sto_tui.command.caller import Caller
from sto_tui.command.dossier import open_store, seen_in
from sto_tui.command.output import CommandError, remark, say
from sto_tui.domain.change import carried_out
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import enumerate_words
from sto_tui.domain.record import Record
from sto_tui.domain.text import cut
from sto_tui.domain.typed_address import Addresses
from sto_tui.domain.typed_names import NotUnderstoodError
from sto_tui.domain.typed_record import explained, parse_assignment, typed_values
from sto_tui.intake.plan_document.plan_offer import PlanOffer
from sto_tui.intake.plan_document.proposing import (
    DOUBTS,
    REPLACING,
    NotChosenRightError,
    PlanFile,
    PlanProposal,
    chosen_of,
    proposal_of,
    read_plan_file,
)
from sto_tui.intake.plan_document.wording import told
from sto_tui.intake.proposal import told_counts
from sto_tui.intake.sheets.table_reader import IntakeError
from sto_tui.planning.working_days.named_days import beside_today
from sto_tui.storage.file.paths import file_to_read

_NOT_TAKEN = "Er is niets overgenomen."
_QUESTION = "Overnemen? [j/N, of nummers en soorten, zoals 1,3-7 of doelen] "
_MOST_QUESTIONS = 3
_MOST_NUMBERS = 12


def take_in_plan(
    bestand: str,
    source: str,
    caller: Caller,
    *,
    choice: str,
    fields: Sequence[str],
    without_asking: bool,
    all_lines: bool,
) -> int:
    """Takes in a plan: 0 all understood and taken, 1 not all. Raises CommandError or DossierError."""
    store = open_store(bestand, caller, to_change=True)
    dossier = seen_in(store.dossier, caller)
    try:
        file = read_plan_file(file_to_read(source, ".docx"), dossier)
    except IntakeError as error:
        raise CommandError(str(error)) from error
    proposal = proposal_of(file, dossier, caller.today)
    edited = _edited(fields, proposal, file, dossier, caller.today)
    chosen = _chosen(choice, proposal.offers) if choice else None
    for line in told(proposal, dossier.region, all_lines=all_lines):
        say(line)
    if not proposal.offers:
        return 1 if proposal.not_understood else 0
    if chosen is None:
        chosen = _sure(proposal) if without_asking else _asked(proposal)
    if not chosen:
        remark(_NOT_TAKEN)
        for sentence in _left(proposal, proposal) if without_asking else ():
            remark(sentence)
        return 1
    taken = proposal_of(file, dossier, caller.today, chosen, edited)
    store.apply(taken.intake.change)
    for sentence in taken.intake.remarks:
        if sentence not in proposal.intake.remarks:
            say(sentence)
    say(f"Overgenomen: {told_counts(len(taken.intake.added), len(taken.intake.changed))}.")
    left = [*_left(proposal, taken)]
    for sentence in left:
        remark(sentence)
    if store.remark:
        remark(store.remark)
    return 1 if left or proposal.not_understood else 0


def _sure(proposal: PlanProposal) -> frozenset[int]:
    """All that is offered without a doubt, and that replaces nothing."""
    return frozenset(offer.number for offer in proposal.offers if offer.is_sure)


def _left(proposal: PlanProposal, taken: PlanProposal) -> Iterator[str]:
    """What was not taken because it is in doubt or replaces something, with how to take it."""
    left = [offer for offer in proposal.offers if offer.number not in taken.taken]
    for why, word, offers in (
        ("er twijfel over is", DOUBTS, [offer for offer in left if offer.doubt]),
        ("het vervangt wat in het dossier staat", REPLACING, [offer for offer in left if offer.replaced]),
    ):
        numbers = [str(offer.number) for offer in offers[:_MOST_NUMBERS]]
        if numbers:
            named = enumerate_words([*numbers, *["andere"] * (len(offers) > _MOST_NUMBERS)])
            yield (
                f"Niet overgenomen omdat {why}: nummer {named}. Geef de opdracht nog eens met --neem {word}, of met "
                "nummers uit de nieuwe lijst."
            )


def _edited(
    fields: Sequence[str], proposal: PlanProposal, file: PlanFile, dossier: Dossier, today: date
) -> dict[int, Record]:
    """The records of which fields were typed, by the number of their offer."""
    offers = {str(offer.number): offer for offer in proposal.offers}
    whole = proposal_of(file, dossier, today, [offer.number for offer in proposal.offers])
    seen = carried_out(dossier, whole.intake.change)
    edited: dict[int, Record] = {}
    for typed_field in fields:
        number, _, text = typed_field.partition(":")
        offer = offers.get(number.strip())
        if offer is None:
            raise CommandError(f"‘{cut(number, 40)}’ staat niet in de lijst. Schrijf --zet NR:VELD=WAARDE.")
        if offer.more is not None:
            raise CommandError(f"Nummer {number} komt bij een ander record. Bewerk dat na het overnemen met sto zet.")
        record = edited.get(offer.number, offer.after)
        model = type(record)
        try:
            read = parse_assignment(model, text, seen.region)
            values = typed_values(model, dict(record), [read], Addresses(seen), beside_today(seen, today))
            edited[offer.number] = record.changed(**values)
        except NotUnderstoodError as error:
            raise CommandError(f"Nummer {number}: {error}") from error
        except ValidationError as error:
            raise CommandError(f"Nummer {number}: {explained(model, error)}") from error
    return edited


def _chosen(choice: str, offers: Sequence[PlanOffer]) -> frozenset[int]:
    try:
        return chosen_of(choice, offers)
    except NotChosenRightError as error:
        raise CommandError(str(error)) from error


def _asked(proposal: PlanProposal) -> frozenset[int]:
    """What somebody at the terminal chose; nothing without anyone there."""
    if not is_terminal():
        what = "alles" if all(offer.is_sure for offer in proposal.offers) else "wat zeker is"
        remark(f"Voeg --ja toe om {what} over te nemen, of --neem met nummers uit de lijst.")
        return frozenset()
    for _ in range(_MOST_QUESTIONS):
        answer = typed(_QUESTION)
        if answer.lower() in ("", "n", "nee"):
            return frozenset()
        if answer.lower() in ("j", "ja"):
            return _sure(proposal)
        try:
            return chosen_of(answer, proposal.offers)
        except NotChosenRightError as error:
            say(str(error))
    return frozenset()
