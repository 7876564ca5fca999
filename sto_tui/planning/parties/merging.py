"""Two parties that turn out to be one: everything of the second goes to the first, and it is gone."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from sto_tui.domain import dutch
from sto_tui.domain.change import Occasion, with_references
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.evaluation import Score
from sto_tui.domain.level_words import word_of_table
from sto_tui.domain.milestones import Veri, VeriCode
from sto_tui.domain.parties import Body, Member, Party, PartyKind, PartyStatus
from sto_tui.domain.plan import Partner, Speerpunt
from sto_tui.domain.record import FieldSpec, Part, Record, Ref, fields_of
from sto_tui.domain.text import shortened
from sto_tui.planning.parties.kindred import is_of_kind
from sto_tui.planning.parties.proposal import PartyProposal
from sto_tui.planning.proposal import ProposalLine, Way, Workings
from sto_tui.planning.united import joined_words, together

_LONGEST_LABEL = 40
_FIRMEST = (PartyStatus.GETEKEND, PartyStatus.TOEGEZEGD, PartyStatus.BEOOGD, PartyStatus.GESTOPT)
# What is said with the status goes with it.
_WITH_STATUS = ("agreed_on", "stopped_on")
_CHOSEN = ("name", "short", "kind", "status", "contact")


def merging(kept: Party, gone: Party, occasion: Occasion) -> PartyProposal:
    """The proposal that makes two parties one, in all plan periods; the number of `kept` stays."""
    dossier = occasion.dossier.whole
    lines = [*_field_lines(dossier, kept, gone), *_role_lines(dossier, kept, gone)]
    names = [shortened(party.name, _LONGEST_LABEL) for party in (kept, gone)]
    return PartyProposal(
        f"{kept.name} en {gone.name} samenvoegen",
        f"Partijen ‘{names[0]}’ en ‘{names[1]}’ samengevoegd",
        occasion,
        tuple(lines),
        partial(_moved, dossier, kept, gone),
        tuple(_notes(dossier, kept, gone)),
        _differ(kept, gone),
    )


def _differ(kept: Party, gone: Party) -> str:
    """Why these two can hardly be one: a school and a company are not."""
    kinds = {kept.kind, gone.kind}
    if PartyKind.OVERIG in kinds or is_of_kind(kept.kind, gone.kind):
        return ""
    return f"Let op: {kept.name} is {kept.kind.label} en {gone.name} is {gone.kind.label}. Is dit wel dezelfde partij?"


# The fields of both.


def _field_lines(dossier: Dossier, kept: Party, gone: Party) -> Iterator[ProposalLine]:
    """What both say differently; a field that only one of them has filled in is no question."""
    specs = fields_of(Party)
    for name in _CHOSEN:
        first, second = getattr(kept, name), getattr(gone, name)
        if first == second or (name != "status" and specs[name].default in (first, second)):
            continue
        ways = [_field_way(dossier, kept, party, specs[name]) for party in (kept, gone)]
        start = int(name == "status" and _FIRMEST.index(second) < _FIRMEST.index(first))
        if name == "contact" and (both := joined_words(first, second)):
            ways.append(Way(both, partial(_set, kept, {name: both})))
            start = len(ways) - 1
        yield ProposalLine("Wat blijft", specs[name].label, tuple(ways), start)


def _field_way(dossier: Dossier, kept: Party, party: Party, spec: FieldSpec) -> Way:
    values = {name: getattr(party, name) for name in (spec.name, *(_WITH_STATUS if spec.name == "status" else ()))}
    days = [dossier.shown(fields_of(Party)[name], value) for name, value in values.items() if name in _WITH_STATUS]
    shown = dossier.shown(spec, getattr(party, spec.name))
    return Way(" ".join(filter(None, (shown, *days))), partial(_set, kept, values))


def _set(party: Party, values: Mapping[str, Any], workings: Workings) -> None:
    if record := workings.get(ref_of(party)):
        workings.put(ref_of(party), record.changed(**values))


def _undisputed(kept: Party, gone: Party) -> dict[str, Any]:
    """What the first gets without a question: what it had not filled in itself, and the lists and notes of both."""
    specs = fields_of(Party)
    values: dict[str, Any] = {
        name: getattr(gone, name)
        for name in (*_CHOSEN, "veri_order", *(_WITH_STATUS if kept.status is gone.status else ()))
        if name != "status" and getattr(kept, name) == specs[name].default
    }
    for name in ("layer", "involved_in"):
        wanted = {*getattr(kept, name), *getattr(gone, name)}
        values[name] = tuple(choice for choice in specs[name].choices if choice in wanted)
    notes = dict.fromkeys(note for note in (kept.note, gone.note) if note)
    last = max((gap.id for gap in kept.absences), default=0)
    own = [gap.model_copy(update={"id": last + place}) for place, gap in enumerate(gone.absences, 1)]
    values["absences"] = (*kept.absences, *own)
    return {**values, "note": "\n\n".join(notes), "veri_hidden": kept.veri_hidden and gone.veri_hidden}


# Roles.


def _roles_of(dossier: Dossier, party: Party) -> dict[Ref, list[Veri]]:
    """The roles of a party by row, in order."""
    roles: dict[Ref, list[Veri]] = {}
    for role in dossier.of(Veri).values():
        if role.party == ref_of(party):
            roles.setdefault(role.row, []).append(role)
    return roles


def _clashes(dossier: Dossier, kept: Party, gone: Party) -> Iterator[tuple[Ref, list[Veri]]]:
    """The rows in which both have a role, with those roles."""
    others = _roles_of(dossier, gone)
    for row, roles in _roles_of(dossier, kept).items():
        if row in others:
            yield row, [*roles, *others[row]]


def _role_lines(dossier: Dossier, kept: Party, gone: Party) -> Iterator[ProposalLine]:
    for row, roles in _clashes(dossier, kept, gone):
        codes = list(dict.fromkeys(role.code for role in roles))
        if len(codes) < 2:
            continue
        asked = codes[0]
        for code in codes[1:]:
            asked = together(asked, code)
        choices = list(dict.fromkeys((*codes, asked)))
        ways = tuple(Way(_shown(code, kept, gone, roles), partial(_keep_role, roles[0], code)) for code in choices)
        word = word_of_table(dossier.region, row.table).singular
        about = f"{word} {dossier.caption(row)}"
        yield ProposalLine("Twee rollen in één rij", about, ways, choices.index(asked))


def _shown(code: VeriCode, kept: Party, gone: Party, roles: Sequence[Veri]) -> str:
    """`V, van mbo College Almere`."""
    owners = {role.party.id for role in roles if role.code is code}
    names = [party.name for party in (kept, gone) if party.id in owners]
    return f"{code.value}, van {dutch.enumerate_words(names)}" if names else f"{code.value}, van beide samen"


def _keep_role(role: Veri, code: VeriCode, workings: Workings) -> None:
    record = workings.get(ref_of(role))
    if isinstance(record, Veri):
        workings.put(ref_of(role), record.changed(code=code))


# What moves.


def _moved(dossier: Dossier, kept: Party, gone: Party, workings: Workings) -> None:
    """Every reference to the second goes to the first; of two roles in a row the first stays."""
    _set(kept, _undisputed(kept, gone), workings)
    for _, roles in _clashes(dossier, kept, gone):
        for role in roles:
            if role.party == ref_of(gone):
                workings.put(ref_of(role), None)
    for ref in dict.fromkeys(field.at(None) for field in dossier.referrers(ref_of(gone))):
        if record := workings.get(ref):
            workings.put(ref, _with_one(with_references(record, {ref_of(gone): kept.id}), kept))
    workings.put(ref_of(gone), None)


def _with_one(record: Record, party: Party) -> Record:
    """A record in which the party has one place among the partners, and no seat twice."""
    if isinstance(record, Speerpunt):
        return record.changed(partners=_one_partner(record.partners, party.id))
    if isinstance(record, Body):
        return record.changed(members=_without_repeats(record.members))
    return record


def _one_partner(partners: Sequence[Partner], party: int) -> tuple[Partner, ...]:
    """The places of a party among partners as one, with the words of all, as far as these fit in one."""
    placed: list[Partner] = []
    for partner in partners:
        own = next((place for place, earlier in enumerate(placed) if earlier.party == partner.party == party), None)
        joined = None if own is None else joined_words(placed[own].role, partner.role)
        if own is None or joined is None:
            placed.append(partner)
        else:
            placed[own] = placed[own].model_copy(update={"role": joined})
    return tuple(placed)


def _without_repeats(members: Sequence[Member]) -> tuple[Member, ...]:
    """Each seat once: the same party with the same person and role is the same seat."""
    seats = {(member.party, member.person, member.role): member for member in reversed(members)}
    return tuple(member for member in members if seats[member.party, member.person, member.role] is member)


def _notes(dossier: Dossier, kept: Party, gone: Party) -> Iterator[str]:
    """What goes to the first, what comes together, and what still has to be looked at."""
    owners = dict.fromkeys(field.at(None) for field in dossier.referrers(ref_of(gone)))
    if owners:
        counted = Counter(ref.table for ref in owners)
        words = {name: word_of_table(dossier.region, name) for name in counted}
        moves = [dutch.count(many, words[name].singular, words[name].plural) for name, many in counted.items()]
        yield f"Gaat over van {gone.name} naar {kept.name}: {dutch.enumerate_words(moves)}."
    scores: dict[tuple[int | None, int], set[int | None]] = {}
    for score in dossier.of(Score).values():
        scores.setdefault((score.session, score.statement), set()).add(score.party)
    if twice := sum({kept.id, gone.id} <= parties for parties in scores.values()):
        yield f"{dutch.count(twice, 'stelling heeft', 'stellingen hebben')} daarna twee scores van deze partij."
    named = [
        ref
        for ref, record in _all_records(dossier)
        if ref != ref_of(gone) and any(gone.name in text for text in _texts(record))
    ]
    if named and gone.name not in kept.name:
        yield f"De naam ‘{gone.name}’ blijft staan in de tekst van {dutch.count(len(named), 'regel', 'regels')}."


def _all_records(dossier: Dossier) -> Iterator[tuple[Ref, Record]]:
    for table, records in dossier.tables.items():
        yield from ((Ref(table, number), record) for number, record in records.items())


def _texts(thing: Record | Part) -> Iterator[str]:
    """The texts of a record, also of its parts."""
    for name, spec in fields_of(type(thing)).items():
        value = getattr(thing, name)
        if spec.kind in ("line", "text"):
            yield value
        elif spec.part:
            for part in value:
                yield from _texts(part)
