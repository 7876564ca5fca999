"""Which records of the plan a filter lets through: those of a theme, of a party, about a subject, or with a finding."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.plan import Goal, Speerpunt, Tag, Theme
from sto_tui.domain.record import Part, Record, Ref, fields_of
from sto_tui.domain.text import plain

IN_THE_TREE = (Goal, Theme, Speerpunt, Milestone)


@dataclass(frozen=True)
class Filter:
    """What is looked for. `label` says it in words; of the rest one thing is filled in."""

    label: str
    record: Ref | None = None
    tag: Tag | None = None
    text: str = ""
    with_finding: bool = False


def wanted_by(dossier: Dossier, chosen: Filter, found: Collection[Ref] = ()) -> frozenset[Ref]:
    """The records that a filter lets through; `found` are those about which there is a finding."""
    if chosen.with_finding:
        return frozenset(ref.at(None) for ref in found)
    if chosen.tag is not None:
        return frozenset(_about(dossier, chosen.tag))
    if chosen.record is None:
        return frozenset(_naming(dossier, chosen.text))
    if chosen.record.table == "themes":
        return frozenset(_of_theme(dossier, chosen.record))
    return frozenset(_of_party(dossier, chosen.record))


def _about(dossier: Dossier, tag: Tag) -> Iterator[Ref]:
    for speerpunt in dossier.of(Speerpunt).values():
        if tag in speerpunt.tags:
            yield from _with_milestones(dossier, speerpunt)


def _with_milestones(dossier: Dossier, speerpunt: Speerpunt) -> Iterator[Ref]:
    yield ref_of(speerpunt)
    yield from map(ref_of, dossier.milestones_of_speerpunt(speerpunt.id))


def _of_theme(dossier: Dossier, theme: Ref) -> Iterator[Ref]:
    yield theme
    yield from map(ref_of, dossier.speerpunten_of(theme.id))
    yield from map(ref_of, dossier.milestones_of(theme.id))


def _of_party(dossier: Dossier, party: Ref) -> Iterator[Ref]:
    """Where a party has a role, takes part or leads."""
    for referrer in dossier.referrers(party):
        record = dossier.get(referrer)
        if referrer.table == "veri" and record is not None:
            yield getattr(record, "row", referrer)
        elif referrer.table in ("speerpunten", "themes"):
            yield referrer.at(None)


def _naming(dossier: Dossier, text: str) -> Iterator[Ref]:
    """The records in which this text stands, in any of their words; capitals and accents do not matter."""
    wanted = plain(text)
    for model in IN_THE_TREE:
        for record in dossier.of(model).values():
            if wanted in plain(" ".join(_words(record))):
                yield ref_of(record)


def _words(thing: Record | Part) -> Iterable[str]:
    for name, spec in fields_of(type(thing)).items():
        value = getattr(thing, name)
        if spec.kind in ("line", "text") or name == "number":
            yield str(value)
        elif spec.part:
            for part in value:
                yield from _words(part)


def filters(dossier: Dossier) -> dict[str, list[Filter]]:
    """The filters that let something through, under a heading each."""
    parties = {
        referrer.id: None
        for speerpunt in dossier.of(Speerpunt).values()
        for referrer in (Ref("parties", partner.party) for partner in speerpunt.partners if partner.party)
    }
    tags = {tag for speerpunt in dossier.of(Speerpunt).values() for tag in speerpunt.tags}
    return {
        "themes": [
            Filter(dossier.caption(ref_of(theme)), record=ref_of(theme)) for theme in dossier.of(Theme).values()
        ],
        "parties": [
            Filter(dossier.caption(Ref("parties", number)), record=Ref("parties", number)) for number in parties
        ],
        "tags": [Filter(tag.label, tag=tag) for tag in Tag if tag in tags],
    }
