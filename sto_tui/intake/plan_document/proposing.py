"""What taking in a plan would do: all that it offers, or the part of it that was chosen.

Pure: from a plan that was read, a dossier, today and a choice always follows the same proposal.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

from sto_tui.domain import dutch
from sto_tui.domain.change import Change, Edit, added, edited
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.level_words import in_own_words, level_words
from sto_tui.domain.parties import Body, Party
from sto_tui.domain.plan import Partner, Speerpunt, Theme
from sto_tui.domain.record import Record, fields_of
from sto_tui.domain.tables import TABLES
from sto_tui.domain.text import cut, plain
from sto_tui.intake.plan_document.additions import added_to
from sto_tui.intake.plan_document.offers import offers_of
from sto_tui.intake.plan_document.plan_offer import Offered, PlanOffer
from sto_tui.intake.plan_document.plan_reading import read_plan
from sto_tui.intake.plan_document.plan_sections import PlanWords
from sto_tui.intake.plan_document.word_reading import read_blocks
from sto_tui.intake.plan_document.written_plan import NotUnderstood, WrittenPlan
from sto_tui.intake.proposal import Added, Changed, IntakeProposal, Refusal
from sto_tui.intake.sheets.table_reader import IntakeError
from sto_tui.intake.telling import first_of
from sto_tui.planning.plan_periods import in_its_period

DOUBTS = "twijfel"
"""The word by which all that is offered in doubt is chosen."""
REPLACING = "wijzigingen"
"""The word by which all that replaces something of the dossier is chosen."""
_NONE = {DOUBTS: "in twijfel", REPLACING: "dat iets vervangt"}
_MOST_NAMED = 5
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
    """Everything that is offered, what of it is taken, and what was not understood or is text only."""

    name: str
    offers: tuple[PlanOffer, ...]
    taken: frozenset[int]
    not_understood: tuple[NotUnderstood, ...]
    only_text: tuple[NotUnderstood, ...]
    intake: IntakeProposal


def read_plan_file(path: Path, dossier: Dossier) -> PlanFile:
    """The plan in a Word file, read with the words of this region. Raises IntakeError with one Dutch sentence."""
    region = dossier.region
    period = dossier.current_period
    own = PlanWords.with_own(region.theme_name, region.speerpunt_name, period.start.year if period else 0)
    plan = read_plan(read_blocks(path), own)
    if not plan.says_something:
        words = level_words(region)
        raise IntakeError(
            f"{path.name} is niet als activiteitenplan te herkennen: er staan geen {words.theme.plural} en "
            f"{words.speerpunt.plural} in, en ook geen doelen, risico’s, organen of partijen. Schrijf boven elk deel "
            f"wat het is, bijvoorbeeld ‘{dutch.capital(words.theme.singular)} 1: …’ en "
            f"‘{dutch.capital(words.speerpunt.singular)} 1.1: …’."
        )
    if not (plan.themes or plan.speerpunten):
        plan.remarks.append("Er staan geen thema’s en speerpunten in dit bestand; al het andere is wel gelezen.")
    return PlanFile(path.name, plan)


def proposal_of(
    file: PlanFile,
    dossier: Dossier,
    today: date,
    chosen: Collection[int] | None = None,
    edited: Mapping[int, Record] = MappingProxyType({}),
) -> PlanProposal:
    """What taking in a plan would do; `chosen` are the numbers of its offers, or None for all that are sure.

    `edited` are records that somebody edited, by the number of their offer. What a chosen record cannot do without
    goes with it. Raises NotSavedError.
    """
    own = partial(in_own_words, region=dossier.region)
    offered = offers_of(file.plan, dossier)
    offers_told = (replace(_as_edited(offer, edited), doubt=own(offer.doubt)) for offer in offered.offers)
    offered = replace(offered, offers=tuple(offers_told))
    numbers = {offer.number for offer in offered.offers}
    sure = {offer.number for offer in offered.offers if offer.is_sure}
    wanted = sure if chosen is None else numbers & set(chosen)
    taken, remarks = _with_what_they_need(offered, frozenset(wanted))
    offers = [offer for offer in offered.offers if offer.number in taken]
    records = [offer for offer in offers if offer.more is None]
    ids = {(offer.table, offer.after.id) for offer in records}
    names = {offer.after.id: offer.after.name for offer in offered.offers if isinstance(offer.after, Party)}
    edits = [edit for offer in records for edit in _edits(offer, offers, names, ids)]
    edits += _added_to_others(offers, names, dossier)
    fresh = [offer for offer in records if not offer.before]
    others = [offer for offer in offers if offer.before and (offer.table, offer.before.id) not in _ids_of(fresh)]
    many = len({(offer.table, offer.after.id) for offer in others})
    change = Change(f"Plan {cut(file.name, 60)}: {len(fresh)} nieuw, {many} gewijzigd", tuple(edits))
    not_understood = tuple(
        replace(line, reason=own(line.reason)) for line in (*file.plan.not_understood, *offered.not_understood)
    )
    intake = IntakeProposal(
        in_its_period(change, dossier, today),
        tuple(Added(offer.number, offer.caption, (*offer.details, offer.place)) for offer in fresh),
        tuple(Changed(offer.number, offer.caption, offer.differences) for offer in _once(others)),
        tuple(Refusal(0, told_line(line)) for line in not_understood),
        (*map(own, file.plan.remarks), *offered.remarks, *remarks, *_without_body_above(offers, ids)),
    )
    return PlanProposal(file.name, offered.offers, taken, not_understood, offered.only_text, intake)


def _as_edited(offer: PlanOffer, edited: Mapping[int, Record]) -> PlanOffer:
    return replace(offer, after=edited[offer.number]) if offer.number in edited else offer


def _ids_of(offers: Collection[PlanOffer]) -> set[tuple[str, int]]:
    return {(offer.table, offer.after.id) for offer in offers}


def _once(offers: Collection[PlanOffer]) -> list[PlanOffer]:
    """One offer for each record."""
    return [*{(offer.table, offer.after.id): offer for offer in reversed([*offers])}.values()][::-1]


def told_line(line: NotUnderstood) -> str:
    """`tabel 2, rij 3: ‘Toelichting …’ (deze kolom is niet bekend)`."""
    reason = f" ({line.reason})" if line.reason else ""
    return f"{line.place}: ‘{cut(line.text, 90)}’{reason}"


def chosen_of(typed: str, offers: Collection[PlanOffer]) -> frozenset[int]:
    """The numbers that `1,3-7` or `doelen, 12` name; a kind names what is sure of it. Raises NotChosenRightError."""
    numbers: set[int] = set()
    none: list[str] = []
    known = {offer.number for offer in offers}
    sure = {offer.number for offer in offers if offer.is_sure}
    by_kind = {
        plain(name): {offer.number for offer in offers if offer.table == table.name} & sure
        for table in TABLES.values()
        for name in (table.dutch, table.plural, table.singular)
    }
    by_kind |= {"alles": sure, DOUBTS: {offer.number for offer in offers if offer.doubt}}
    by_kind[REPLACING] = {offer.number for offer in offers if offer.replaced}
    for part in (part.strip() for part in typed.replace(";", ",").split(",")):
        match = _RANGE.fullmatch(part)
        numbered = set(range(int(match[1]), int(match[2] or match[1]) + 1)) if match else set()
        named = numbered or by_kind.get(plain(part), set())
        if plain(part) in by_kind and not named:
            none.append(_NONE.get(plain(part), f"bij {plain(part)} dat zeker is"))
        elif not named or not named <= known:
            raise NotChosenRightError(
                f"‘{cut(part, 40)}’ staat niet in de lijst. Kies nummers of soorten, bijvoorbeeld 1,3-7 of "
                "doelen,speerpunten."
            )
        numbers |= named
    if not numbers:
        raise NotChosenRightError(f"Er staat niets {dutch.enumerate_words(none)} in de lijst.")
    return frozenset(numbers)


def _with_what_they_need(offered: Offered, wanted: frozenset[int]) -> tuple[frozenset[int], list[str]]:
    """What is wanted, with the new records that it adds to or belongs to, and the new parties that lead its themes."""
    fresh = {(one.table, one.after.id): one.number for one in offered.offers if one.before is None}
    chosen = [offer for offer in offered.offers if offer.number in wanted]
    bodies = {offer.after.id: offer for offer in offered.offers if isinstance(offer.after, Body)}
    higher = [above for offer in chosen for above in _sure_above(offer, bodies)]
    into = {(offer.table, offer.after.id) for offer in chosen if offer.more is not None}
    into |= {("bodies", above.after.id) for above in higher}
    into |= {("themes", offer.after.theme) for offer in chosen if isinstance(offer.after, Speerpunt)}
    into |= {("parties", offer.after.lead) for offer in chosen if isinstance(offer.after, Theme) and offer.after.lead}
    needed = {fresh[record] for record in into if record in fresh}
    along = [f"‘{cut(offer.caption, 40)}’" for offer in offered.offers if offer.number in needed - wanted]
    going = f"{dutch.enumerate_words(first_of(along, _MOST_NAMED))} {'gaat' if len(along) == 1 else 'gaan'} mee"
    return wanted | needed, [f"{going}: daar hoort wat je koos bij."] if along else []


def _sure_above(offer: PlanOffer, bodies: Mapping[int, PlanOffer]) -> Iterator[PlanOffer]:
    """The new bodies that the one of an offer stands under, up to the first that is in doubt."""
    while isinstance(offer.after, Body) and (above := bodies.get(offer.after.parent or 0)) and above.is_sure:
        yield above
        offer = above


def _without_body_above(offers: Collection[PlanOffer], ids: Collection[tuple[str, int]]) -> list[str]:
    """Says of which bodies that are taken the one above it is not, though the plan has it."""
    bodies = [offer.after for offer in offers if isinstance(offer.after, Body)]
    left = [body.name for body in bodies if not _is_there("bodies", body.parent, ids)]
    return [
        f"{dutch.enumerate_words([f'‘{name}’' for name in left])} {'valt' if len(left) == 1 else 'vallen'} in het plan "
        "onder een orgaan dat niet meegaat; kies dat ook, of vul ‘Valt onder’ zelf in."
    ] * bool(left)


def _is_there(table: str, number: int | None, taken: Collection[tuple[str, int]]) -> bool:
    """Whether a link leads to nothing, to a record of the dossier, or to one that is taken."""
    return number is None or number > 0 or (table, number) in taken


def _edits(
    offer: PlanOffer,
    offers: Collection[PlanOffer],
    names: Mapping[int, str],
    taken: Collection[tuple[str, int]],
) -> tuple[Edit, ...]:
    """A record that is taken, with all that was taken to add to it."""
    more = [one.more for one in offers if one.more and (one.table, one.after.id) == (offer.table, offer.after.id)]
    after = offer.after
    for each in more:
        after = added_to(after, each)
    after = _tied(_without_untaken(after, offer.words, names, taken), offers)
    if offer.before is None:
        return added(after)
    return edited(offer.before, **{name: getattr(after, name) for name in fields_of(type(after))})


def _added_to_others(offers: Collection[PlanOffer], names: Mapping[int, str], dossier: Dossier) -> Iterator[Edit]:
    """What was taken to add to records of the dossier of which the plan itself changes nothing."""
    ids = _ids_of([offer for offer in offers if offer.more is None])
    by_record: dict[tuple[str, int], Record] = {}
    for offer in offers:
        key = (offer.table, offer.after.id)
        if offer.more is not None and key not in ids:
            by_record[key] = added_to(by_record.get(key) or dossier.tables[offer.table][offer.after.id], offer.more)
    for number in (tie.speerpunt for offer in offers for tie in offer.ties):
        if ("speerpunten", number) not in ids:
            by_record.setdefault(("speerpunten", number), dossier.of(Speerpunt)[number])
    for (table, number), after in by_record.items():
        before = dossier.tables[table][number]
        after = _tied(_without_untaken(after, {}, names, ids), offers)
        yield from edited(before, **{name: getattr(after, name) for name in fields_of(type(after))})


def _tied(record: Record, offers: Collection[PlanOffer]) -> Record:
    """The record with the partners that it has in words as the parties that were taken."""
    if not isinstance(record, Speerpunt):
        return record
    parties = {
        tie.words: (offer.after.id, tie.role) for offer in offers for tie in offer.ties if tie.speerpunt == record.id
    }
    partners = [
        partner.model_copy(update=dict(zip(("party", "role"), parties[partner.role], strict=True)))
        if not partner.party and partner.role in parties
        else partner
        for partner in record.partners
    ]
    return record.model_copy(update={"partners": tuple(partners)})


def _without_untaken(
    record: Record,
    words: Mapping[tuple[int | None, str], str],
    names: Mapping[int, str],
    taken: Collection[tuple[str, int]],
) -> Record:
    """The record without links to what is not taken; a partner is then what the plan calls it.

    `names` are those of the parties that are offered.
    """
    updates: dict[str, Any] = {}

    def in_words(partner: Partner) -> str:
        named = ": ".join(part for part in (names.get(partner.party or 0, ""), partner.role) if part)
        return words.get((partner.party, partner.role)) or named

    if isinstance(record, Speerpunt | Theme):
        updates["goals"] = tuple(goal for goal in record.goals if _is_there("goals", goal, taken))
    if isinstance(record, Theme) and not _is_there("parties", record.lead, taken):
        updates["lead"] = None
    if isinstance(record, Speerpunt):
        updates["partners"] = tuple(
            partner
            if _is_there("parties", partner.party, taken)
            else partner.model_copy(update={"party": None, "role": in_words(partner)})
            for partner in record.partners
        )
    if isinstance(record, Body):
        updates["members"] = tuple(member for member in record.members if _is_there("parties", member.party, taken))
        updates["parent"] = record.parent if _is_there("bodies", record.parent, taken) else None
    return record.model_copy(update=updates)


def counted(offers: Collection[PlanOffer]) -> Mapping[str, list[PlanOffer]]:
    """The offers by the table of their record, in the order of the list."""
    by_table: dict[str, list[PlanOffer]] = {}
    for offer in offers:
        by_table.setdefault(offer.table, []).append(offer)
    return by_table
