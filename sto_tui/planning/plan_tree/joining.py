"""Two speerpunten that become one: texts are joined, lists united, and everything that belongs to the second follows.

What both say differently is asked, and so are the texts that name a number that is gone.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from sto_tui.domain import dutch
from sto_tui.domain.change import Occasion, with_references
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.level_words import word_of_table
from sto_tui.domain.plan import Act, Partner, Phase, Speerpunt
from sto_tui.domain.record import LINE_LIMIT, FieldSpec, Record, Ref, fields_of
from sto_tui.domain.tables import TABLES
from sto_tui.domain.text import shortened
from sto_tui.planning.plan_tree.mentions import Rewriting, mentions_of
from sto_tui.planning.plan_tree.numbering import letter_places, letters
from sto_tui.planning.plan_tree.splitting import rewrite
from sto_tui.planning.proposal import Proposal, ProposalLine, Way, Workings, nothing
from sto_tui.planning.united import joined_words, together

_LONGEST_NAME = 40


def joining(occasion: Occasion, kept: Speerpunt, gone: Speerpunt) -> Proposal:
    """The proposal that lets the second go up in the first, which keeps its number and its theme."""
    dossier = occasion.dossier
    numbers = _numbers(dossier, kept, gone)
    names = [shortened(dossier.caption(ref_of(each)), _LONGEST_NAME) for each in (kept, gone)]
    lines = [
        *_titles(kept, gone),
        *_origins(dossier, kept, gone),
        *_roles(dossier, kept, gone),
        *_texts(dossier, {**numbers, ref_of(gone): (gone.number, kept.number)}),
    ]
    return Proposal(
        f"{names[0]} en {names[1]} samenvoegen",
        f"{names[1]} is opgegaan in {names[0]}",
        occasion,
        tuple(lines),
        partial(_joined, dossier, kept, gone, {ref: new for ref, (_, new) in numbers.items()}),
        tuple(_notes(dossier, kept, gone)),
    )


def _numbers(dossier: Dossier, kept: Speerpunt, gone: Speerpunt) -> dict[Ref, tuple[str, str]]:
    """The milestones of the second with their old and new number: they come after those of the first."""
    place = max(letter_places(dossier.milestones_of_speerpunt(kept.id), kept.number), default=-1)
    numbers: dict[Ref, tuple[str, str]] = {}
    for milestone in dossier.milestones_of_speerpunt(gone.id):
        if milestone.number.startswith(gone.number):
            place += 1
            numbers[ref_of(milestone)] = (milestone.number, f"{kept.number}{letters(place)}")
    return numbers


# What is asked.


def _titles(kept: Speerpunt, gone: Speerpunt) -> Iterator[ProposalLine]:
    if kept.title != gone.title:
        both = f"{kept.title} / {gone.title}"
        titles = [kept.title, gone.title, *([both] if len(both) <= LINE_LIMIT else [])]
        ways = tuple(Way(title, partial(_set, ref_of(kept), "title", title)) for title in titles)
        yield ProposalLine("Wat blijft", "Naam", ways, len(ways) - 1)


def _origins(dossier: Dossier, kept: Speerpunt, gone: Speerpunt) -> Iterator[ProposalLine]:
    """A speerpunt goes on from one of the period before: when both do, from which."""
    spec = fields_of(Speerpunt)["continues"]
    origins = [each.continues for each in (kept, gone)]
    if None not in origins and origins[0] != origins[1]:
        ways = tuple(
            Way(dossier.shown(spec, origin), partial(_set, ref_of(kept), "continues", origin)) for origin in origins
        )
        yield ProposalLine("Wat blijft", spec.label, ways)


def _set(ref: Ref, name: str, value: Any, workings: Workings) -> None:
    if record := workings.get(ref):
        workings.put(ref, record.changed(**{name: value}))


def _roles(dossier: Dossier, kept: Speerpunt, gone: Speerpunt) -> Iterator[ProposalLine]:
    """A party that has another role in each keeps one, or what both come to together."""
    for role in dossier.veri_row(ref_of(kept)):
        for other in dossier.veri_row(ref_of(gone)):
            if other.party == role.party and other.code is not role.code:
                codes = list(dict.fromkeys((together(role.code, other.code), role.code, other.code)))
                ways = tuple(Way(code.value, partial(_set, ref_of(role), "code", code)) for code in codes)
                detail = f"{role.code.value} bij {kept.number}, {other.code.value} bij {gone.number}"
                yield ProposalLine("Rollen", dossier.caption(role.party), ways, 0, detail)


def _texts(dossier: Dossier, numbers: dict[Ref, tuple[str, str]]) -> Iterator[ProposalLine]:
    """Each text that names a number that is gone."""
    rewriting = Rewriting(dossier.region, numbers)
    for mention in mentions_of(dossier, numbers):
        ways = (Way(mention.after, partial(rewrite, rewriting, mention.ref)), Way("blijft zo", nothing, is_open=True))
        where = f"{dossier.name(mention.ref)}, {_spec(mention.ref).label_in_text}"
        yield ProposalLine("Teksten die een nummer noemen", mention.before, ways, 0, where)


def _spec(field: Ref) -> FieldSpec:
    return fields_of(TABLES[field.table].model)[field.field or ""]


def _notes(dossier: Dossier, kept: Speerpunt, gone: Speerpunt) -> Iterator[str]:
    word = word_of_table(dossier.region, "speerpunten").singular
    yield f"{kept.number} blijft en {word} {gone.number} verdwijnt. Daarna staat alles bij elkaar."
    owners = {field.at(None) for field in dossier.referrers(ref_of(gone))}
    if owners:
        tables = sorted({owner.table for owner in owners}, key=list(TABLES).index)
        words = [word_of_table(dossier.region, name) for name in tables]
        counted = [
            dutch.count(sum(owner.table == name for owner in owners), word.singular, word.plural)
            for name, word in zip(tables, words, strict=True)
        ]
        yield f"Gaat over naar {kept.number}: {dutch.enumerate_words(counted)}."


# What is done with any choice.


def _joined(dossier: Dossier, kept: Speerpunt, gone: Speerpunt, numbers: dict[Ref, str], workings: Workings) -> None:
    first, second = workings.get(ref_of(kept)), workings.get(ref_of(gone))
    if not isinstance(first, Speerpunt) or not isinstance(second, Speerpunt):
        return
    workings.put(ref_of(kept), _united(first, second))
    doubled = {role.party for role in dossier.whole.veri_row(ref_of(kept))}
    for role in dossier.whole.veri_row(ref_of(gone)):
        if role.party in doubled:
            workings.put(ref_of(role), None)
    for owner in dict.fromkeys(field.at(None) for field in dossier.referrers(ref_of(gone))):
        record = workings.get(owner)
        if record is not None and owner != ref_of(gone):
            workings.put(owner, _without_repeats(with_references(record, {ref_of(gone): kept.id}), kept.id))
    for ref, number in numbers.items():
        _set(ref, "number", number, workings)
    workings.put(ref_of(gone), None)


def _without_repeats(record: Record, kept: int) -> Record:
    """A reference to each once; a speerpunt does not go on from itself."""
    if isinstance(record, Speerpunt) and record.id == kept and record.continues == kept:
        return record.changed(continues=None)
    lists = {
        name: tuple(dict.fromkeys(getattr(record, name)))
        for name, spec in fields_of(type(record)).items()
        if spec.kind == "references"
    }
    return record.changed(**lists) if lists else record


def _united(first: Speerpunt, second: Speerpunt) -> Speerpunt:
    origin = joined_words(first.carried_over_from, second.carried_over_from)
    too_long = second.carried_over_from if origin is None else ""
    texts = dict.fromkeys(text for text in (first.result, second.result, too_long) if text)
    return first.changed(
        result="\n\n".join(texts),
        partners=_partners(first.partners, second.partners),
        phases=_phases(first.phases, second.phases),
        goals=tuple(dict.fromkeys((*first.goals, *second.goals))),
        tags=tuple(tag for tag in fields_of(Speerpunt)["tags"].choices if tag in {*first.tags, *second.tags}),
        periods=tuple(dict.fromkeys((*first.periods, *second.periods))) if first.periods and second.periods else (),
        continues=first.continues or second.continues,
        carried_over_from=first.carried_over_from if origin is None else origin,
    )


def _partners(first: Sequence[Partner], second: Sequence[Partner]) -> tuple[Partner, ...]:
    """A party once, with the words of both as far as these fit in one."""
    places = list(first)
    for partner in second:
        own = next((place for place, each in enumerate(places) if each.party and each.party == partner.party), None)
        words = None if own is None else joined_words(places[own].role, partner.role)
        if own is None or words is None:
            places.append(partner.model_copy(update={"id": 0}))
        else:
            places[own] = places[own].model_copy(update={"role": words})
    return tuple(places)


def _phases(first: Sequence[Phase], second: Sequence[Phase]) -> tuple[Phase, ...]:
    """A period of the same name and days once, with the activities of both."""
    periods = list(first)
    for phase in second:
        own = next((place for place, each in enumerate(periods) if _is_same(each, phase)), None)
        if own is None:
            acts = tuple(act.model_copy(update={"id": 0}) for act in phase.acts)
            periods.append(phase.model_copy(update={"id": 0, "acts": acts}))
        else:
            periods[own] = periods[own].model_copy(update={"acts": _acts(periods[own].acts, phase.acts)})
    return tuple(periods)


def _is_same(first: Phase, second: Phase) -> bool:
    return (first.label, first.start, first.end) == (second.label, second.start, second.end)


def _acts(first: Sequence[Act], second: Sequence[Act]) -> tuple[Act, ...]:
    words = {act.text for act in first}
    return (*first, *(act.model_copy(update={"id": 0}) for act in second if act.text not in words))


def second_candidates(dossier: Dossier, kept: Speerpunt) -> list[Speerpunt]:
    """The speerpunten that can go up in this one: those of its own theme first."""
    others = [each for each in dossier.of(Speerpunt).values() if each.id != kept.id]
    return sorted(others, key=lambda each: each.theme != kept.theme)
