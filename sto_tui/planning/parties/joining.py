"""A party that joins: the empty places of its kind that it could take."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial

from sto_tui.domain import dutch
from sto_tui.domain.change import Occasion
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.level_words import word_of_table
from sto_tui.domain.milestones import Milestone, Stoplicht, Veri, VeriCode
from sto_tui.domain.money import Cofinancing
from sto_tui.domain.parties import Body, Member, Party, PartyKind, PartyStatus
from sto_tui.domain.plan import Partner, Speerpunt, Tag, Theme
from sto_tui.domain.record import Ref
from sto_tui.domain.text import plain, shortened
from sto_tui.planning.parties.kindred import is_of_kind, speerpunten_around, with_partner
from sto_tui.planning.parties.proposal import PartyProposal
from sto_tui.planning.progress.as_it_stood import as_of_today
from sto_tui.planning.proposal import ProposalLine, Way, Workings, nothing
from sto_tui.planning.united import together
from sto_tui.planning.veri.matrix import DECIDES, DOES, MatrixRow, matrix_rows

_LONGEST_LABEL = 60
_NOT = Way("niet", nothing, is_open=True)
# What a speerpunt is tagged with when a kind of party should take part in it.
_TAG_OF: Mapping[PartyKind, Tag] = {
    PartyKind.PO: Tag.PO,
    PartyKind.MBO: Tag.MBO,
    **{kind: Tag.BEDRIJVEN for kind in PartyKind if kind.is_company},
}


def joining(party: Party, occasion: Occasion) -> PartyProposal:
    """The proposal for a party that joins on the day of the occasion, in the plan period that is seen."""
    dossier = as_of_today(occasion.dossier, occasion.day)
    lines = [
        *_partnerships(dossier, party),
        *_roles(dossier, party),
        *_leads(dossier, party),
        *_seats(dossier, party),
        *_contributions(dossier, party),
    ]
    return PartyProposal(
        f"{party.name} doet mee",
        f"Partij ‘{shortened(party.name, _LONGEST_LABEL)}’ doet mee",
        occasion,
        tuple(lines),
        partial(_joined, party, occasion.day),
    )


def _joined(party: Party, day: date, workings: Workings) -> None:
    """Who was only intended, or had stopped, has promised to take part now; what is firmer stays."""
    if party.status in (PartyStatus.BEOOGD, PartyStatus.GESTOPT):
        since = party.agreed_on if party.takes_part else None
        joined = party.changed(status=PartyStatus.TOEGEZEGD, agreed_on=since or day, stopped_on=None)
        workings.put(ref_of(party), joined)


def _level(dossier: Dossier, ref: Ref) -> str:
    return f"{word_of_table(dossier.region, ref.table).singular} {dossier.caption(ref)}"


def _lacks_kind(dossier: Dossier, speerpunt: Speerpunt, kind: PartyKind) -> bool:
    """Whether no party of this kind that takes part is among the partners; of no kind in particular none is missed."""
    parties = dossier.of(Party)
    partners = (parties.get(partner.party or 0) for partner in speerpunt.partners)
    there = any(partner is not None and partner.takes_part and is_of_kind(partner.kind, kind) for partner in partners)
    return kind is not PartyKind.OVERIG and not there


def _is_partner(speerpunt: Speerpunt, party: Party) -> bool:
    return any(partner.party == party.id for partner in speerpunt.partners)


def _partnerships(dossier: Dossier, party: Party) -> Iterator[ProposalLine]:
    """Places that stand open, and speerpunten without a partner of its kind; proposed when they are about its kind."""
    for speerpunt in dossier.of(Speerpunt).values():
        about = _level(dossier, ref_of(speerpunt))
        for place in speerpunt.partners:
            if place.party is None and place.role:
                way = Way("neemt deze plaats", partial(_take_place, ref_of(speerpunt), place, party.id))
                is_meant = plain(party.kind.label) in plain(place.role).split()
                yield ProposalLine("Open plaats", about, (_NOT, way), int(is_meant), f"inbreng: {place.role}")
        if not _is_partner(speerpunt, party) and _lacks_kind(dossier, speerpunt, party.kind):
            way = Way("wordt partner", partial(_become_partner, ref_of(speerpunt), party.id))
            is_meant = _TAG_OF.get(party.kind) in speerpunt.tags
            kind = "een bedrijf" if party.kind.is_company else party.kind.label
            yield ProposalLine(f"Zonder partner: {kind}", about, (_NOT, way), int(is_meant))


def _roles(dossier: Dossier, party: Party) -> Iterator[ProposalLine]:
    """Rows in which nobody does the work or nobody decides, where it takes part or its kind is missing.

    Doing the work is proposed in a speerpunt of which it is a partner already.
    """
    for row in matrix_rows(dossier):
        milestone = dossier.get(row.ref)
        around = speerpunten_around(dossier, row.ref)
        is_here = any(_is_partner(speerpunt, party) for speerpunt in around)
        if isinstance(milestone, Milestone) and milestone.light is Stoplicht.GEREED:
            continue
        if not row.own or not (is_here or any(_lacks_kind(dossier, each, party.kind) for each in around)):
            continue
        if lacking := _lacking(row):
            ways = [Way(code.value, partial(_take_role, dossier, row, party, code)) for code in lacking]
            start = int(is_here and VeriCode.VERANTWOORDELIJK in lacking)
            due = milestone.due if isinstance(milestone, Milestone) else None
            lacks = "zonder " + " en ".join(code.value for code in lacking if code is not VeriCode.BEIDE)
            detail = f"{lacks}; klaar op {dutch.long_date(due)}" if due else lacks
            yield ProposalLine("VERI-rollen", _level(dossier, row.ref), (_NOT, *ways), start, detail)


def _lacking(row: MatrixRow) -> list[VeriCode]:
    """The roles that nobody has in a row, that of both when both are missing."""
    lacking = [] if row.with_code(DOES) else [VeriCode.VERANTWOORDELIJK]
    lacking += [] if row.with_code(DECIDES) else [VeriCode.EINDVERANTWOORDELIJK]
    return [*lacking, VeriCode.BEIDE] if len(lacking) == 2 else lacking


def _leads(dossier: Dossier, party: Party) -> Iterator[ProposalLine]:
    for theme in dossier.of(Theme).values():
        if theme.lead is None:
            way = Way("wordt trekker", partial(_lead, theme, party.id))
            yield ProposalLine("Zonder trekker", _level(dossier, ref_of(theme)), (_NOT, way))


def _seats(dossier: Dossier, party: Party) -> Iterator[ProposalLine]:
    """Seats with a role and nobody in them."""
    for body in dossier.of(Body).values():
        for seat in body.members:
            if seat.party is None and not seat.person and seat.role:
                way = Way("neemt deze zetel", partial(_take_seat, ref_of(body), seat, party.id))
                yield ProposalLine("Open zetel", f"{body.name}, {seat.role}", (_NOT, way))


def _contributions(dossier: Dossier, party: Party) -> Iterator[ProposalLine]:
    """Contributions of nobody yet, for a company."""
    for line in dossier.of(Cofinancing).values():
        if party.kind.is_company and line.party is None:
            way = Way("brengt dit in (beoogd)", partial(_contribute, line, party.id))
            worth = "zonder bedrag" if line.total is None else dutch.amount(line.total)
            yield ProposalLine(
                "Cofinanciering zonder partij", f"{line.title or 'Bijdrage'}, {line.year}: {worth}", (_NOT, way)
            )


# Steps.


def _take_place(ref: Ref, place: Partner, party: int, workings: Workings) -> None:
    record = workings.get(ref)
    if isinstance(record, Speerpunt):
        left = tuple(partner for partner in record.partners if partner != place)
        taken = tuple(
            partner.model_copy(update={"party": party}) if partner == place else partner for partner in record.partners
        )
        is_there = any(partner.party == party for partner in left)
        workings.put(ref, record.changed(partners=with_partner(left, party, place.role) if is_there else taken))


def _take_role(dossier: Dossier, row: MatrixRow, party: Party, code: VeriCode, workings: Workings) -> None:
    """Gives it a role; who has one in that row already keeps one, that of both."""
    own = next((role for role in dossier.veri_row(row.ref) if role.party == ref_of(party)), None)
    if own is None:
        workings.add(Veri(row=row.ref, party=ref_of(party), code=code))
    else:
        workings.put(ref_of(own), own.changed(code=together(own.code, code)))


def _become_partner(ref: Ref, party: int, workings: Workings) -> None:
    record = workings.get(ref)
    if isinstance(record, Speerpunt):
        workings.put(ref, record.changed(partners=with_partner(record.partners, party, "")))


def _lead(theme: Theme, party: int, workings: Workings) -> None:
    workings.put(ref_of(theme), theme.changed(lead=party))


def _take_seat(ref: Ref, seat: Member, party: int, workings: Workings) -> None:
    record = workings.get(ref)
    if isinstance(record, Body):
        members = (
            member.model_copy(update={"party": party}) if member == seat else member for member in record.members
        )
        workings.put(ref, record.changed(members=tuple(members)))


def _contribute(line: Cofinancing, party: int, workings: Workings) -> None:
    workings.put(ref_of(line), line.changed(party=party))
