"""What taking in a plan would do: all that it offers, or the part of it that was chosen.

Pure: from a plan that was read, a dossier, today and a choice always follows the same proposal.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from sto_tui.domain import dutch
from sto_tui.domain.change import Change, Edit, added, edited
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.parties import Body
from sto_tui.domain.plan import Speerpunt, Theme
from sto_tui.domain.record import Record, fields_of
from sto_tui.domain.tables import TABLES
from sto_tui.domain.text import cut, plain
from sto_tui.intake.plan_document.edited_offers import with_words
from sto_tui.intake.plan_document.offers import Offered, PlanOffer, offers_of
from sto_tui.intake.plan_document.outline import PlanWords
from sto_tui.intake.plan_document.plan_reading import read_plan
from sto_tui.intake.plan_document.word_reading import read_blocks
from sto_tui.intake.plan_document.written_plan import NotUnderstood, WrittenPlan
from sto_tui.intake.proposal import Added, Changed, IntakeProposal, Refusal
from sto_tui.intake.sheets.table_reader import IntakeError
from sto_tui.planning.plan_periods import in_its_period

_RANGE = re.compile(r"(\d{1,4})(?:\s*[-–]\s*(\d{1,4}))?")


class NotChosenRightError(ValueError):
    """A choice that names nothing of the list; `str()` is the Dutch sentence."""


@dataclass(frozen=True)
class PlanFile:
    """A plan that was read, with the name of its file."""

    name: str
    plan: WrittenPlan


@dataclass(frozen=True)
class PlanProposal:
    """Everything that is offered, what of it is taken, and what was not understood."""

    name: str
    offers: tuple[PlanOffer, ...]
    taken: frozenset[int]
    not_understood: tuple[NotUnderstood, ...]
    intake: IntakeProposal


def read_plan_file(path: Path, dossier: Dossier) -> PlanFile:
    """The plan in a Word file, read with the words of this region. Raises IntakeError with one Dutch sentence."""
    region = dossier.region
    plan = read_plan(read_blocks(path), PlanWords.with_own(region.theme_name, region.speerpunt_name))
    if not (plan.speerpunten or plan.themes):
        raise IntakeError(
            f"{path.name} is niet als activiteitenplan te herkennen: er staan geen thema’s en speerpunten in. "
            "Schrijf boven elk deel wat het is, bijvoorbeeld ‘Thema 1: …’ en ‘Speerpunt 1.1: …’."
        )
    return PlanFile(path.name, plan)


def proposal_of(
    file: PlanFile,
    dossier: Dossier,
    today: date,
    chosen: Collection[int] | None = None,
    edited: Mapping[int, str] = MappingProxyType({}),
) -> PlanProposal:
    """What taking in a plan would do; `chosen` are the numbers of its offers, or None for all of them.

    `edited` are other words for some of these. What a chosen record cannot do without goes with it. Raises
    NotSavedError, and pydantic.ValidationError for words that cannot be those of a record.
    """
    offered = offers_of(file.plan, dossier)
    offered = replace(
        offered,
        offers=tuple(
            with_words(offer, edited[offer.number]) if offer.number in edited else offer for offer in offered.offers
        ),
    )
    numbers = {offer.number for offer in offered.offers}
    wanted = numbers if chosen is None else numbers & set(chosen)
    taken, remarks = _with_themes(offered, frozenset(wanted))
    offers = [offer for offer in offered.offers if offer.number in taken]
    ids = {(offer.table, offer.after.id) for offer in offers}
    edits = tuple(edit for offer in offers for edit in _edits(offer, ids))
    fresh, others = [offer for offer in offers if not offer.before], [offer for offer in offers if offer.before]
    change = Change(f"Plan {cut(file.name, 60)}: {len(fresh)} nieuw, {len(others)} gewijzigd", edits)
    not_understood = (*file.plan.not_understood, *offered.not_understood)
    intake = IntakeProposal(
        in_its_period(change, dossier, today),
        tuple(Added(offer.number, offer.caption, (*offer.details, offer.place)) for offer in fresh),
        tuple(Changed(offer.number, offer.caption, offer.differences) for offer in others),
        tuple(Refusal(0, told_line(line)) for line in not_understood),
        (*file.plan.remarks, *offered.remarks, *remarks),
    )
    return PlanProposal(file.name, offered.offers, taken, not_understood, intake)


def told_line(line: NotUnderstood) -> str:
    """`tabel 2, rij 3: ‘Toelichting …’ (deze kolom is niet bekend)`."""
    reason = f" ({line.reason})" if line.reason else ""
    return f"{line.place}: ‘{cut(line.text, 90)}’{reason}"


def chosen_of(typed: str, offers: Collection[PlanOffer]) -> frozenset[int]:
    """The numbers that `1,3-7` or `doelen, 12` name. Raises NotChosenRightError."""
    numbers: set[int] = set()
    known = {offer.number for offer in offers}
    by_kind = {
        plain(name): {offer.number for offer in offers if offer.table == table.name}
        for table in TABLES.values()
        for name in (table.dutch, table.plural, table.singular)
    }
    for part in (part.strip() for part in typed.replace(";", ",").split(",")):
        match = _RANGE.fullmatch(part)
        if match:
            named = set(range(int(match[1]), int(match[2] or match[1]) + 1))
        else:
            named = known if plain(part) == "alles" else by_kind.get(plain(part), set())
        if not named or not named <= known:
            raise NotChosenRightError(
                f"‘{cut(part, 40)}’ staat niet in de lijst. Kies nummers of soorten, bijvoorbeeld 1,3-7 of "
                "doelen,speerpunten."
            )
        numbers |= named
    return frozenset(numbers)


def _with_themes(offered: Offered, wanted: frozenset[int]) -> tuple[frozenset[int], list[str]]:
    """What is wanted, with the new themes of the speerpunten in it."""
    themes = {offer.after.id: offer for offer in offered.offers if isinstance(offer.after, Theme)}
    needed = {
        themes[offer.after.theme].number
        for offer in offered.offers
        if offer.number in wanted and isinstance(offer.after, Speerpunt) and offer.after.theme < 0
    }
    along = sorted(needed - wanted)
    named = dutch.enumerate_words([str(number) for number in along])
    remarks = [f"Nummer {named} gaat mee: daar hoort wat je koos bij."] if along else []
    return wanted | needed, remarks


def _edits(offer: PlanOffer, taken: Collection[tuple[str, int]]) -> tuple[Edit, ...]:
    after = _without_untaken(offer, taken)
    if offer.before is None:
        return added(after)
    return edited(offer.before, **{name: getattr(after, name) for name in fields_of(type(after))})


def _without_untaken(offer: PlanOffer, taken: Collection[tuple[str, int]]) -> Record:
    """The record without links to what is not taken; a partner is then what the plan calls it."""
    record = offer.after
    updates: dict[str, Any] = {}

    def is_there(table: str, number: int | None) -> bool:
        return number is None or number > 0 or (table, number) in taken

    if isinstance(record, Speerpunt | Theme):
        updates["goals"] = tuple(goal for goal in record.goals if is_there("goals", goal))
    if isinstance(record, Speerpunt) and len(offer.words) == len(record.partners):
        updates["partners"] = tuple(
            partner
            if is_there("parties", partner.party)
            else partner.model_copy(update={"party": None, "role": words.words})
            for partner, words in zip(record.partners, offer.words, strict=True)
        )
    if isinstance(record, Body):
        updates["members"] = tuple(member for member in record.members if is_there("parties", member.party))
    return record.model_copy(update=updates)


def counted(offers: Collection[PlanOffer]) -> Mapping[str, list[PlanOffer]]:
    """The offers by the table of their record, in the order of the list."""
    by_table: dict[str, list[PlanOffer]] = {}
    for offer in offers:
        by_table.setdefault(offer.table, []).append(offer)
    return by_table
