"""Which fields two versions of a record are told apart by, and putting a chosen version together."""

from collections.abc import Sequence

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.level_words import own_fields
from sto_tui.domain.record import Record, fields_of
from sto_tui.domain.text import around_difference, cut
from sto_tui.screens.editing.conflict import Clash

CONTEXT = 40
MOST_SHOWN = 240


def clash_of(dossier: Dossier, name: str, mine: Record, theirs: Record) -> Clash:
    """What both versions say in a field, short enough to be shown beside each other."""
    spec = own_fields(type(mine), dossier.region)[name]
    my_text, their_text = (dossier.shown(spec, getattr(record, name)) or "(leeg)" for record in (mine, theirs))
    my_part, their_part = around_difference(my_text, their_text, CONTEXT)
    return Clash(name, spec.label, cut(my_part, MOST_SHOWN), cut(their_part, MOST_SHOWN), their_text)


def as_they_are(dossier: Dossier, seen: Record, now: Record) -> list[str]:
    """The fields that somebody changed since a record was seen, each with what it says now."""
    specs = own_fields(type(now), dossier.region).values()
    changed = [spec for spec in specs if getattr(now, spec.name) != getattr(seen, spec.name)]
    return [f"{spec.label}: {dossier.shown(spec, getattr(now, spec.name)) or '(leeg)'}" for spec in changed]


def fields_following(model: type[Record], fields: Sequence[str]) -> list[str]:
    """The other fields that hold what the words of these fields say, or of the same words as these fields do."""
    specs = fields_of(model)
    words = {specs[name].follows or name for name in fields}
    return [name for name, spec in specs.items() if spec.follows in words and name not in fields]


def not_given(start: Record, mine: Record, following: Sequence[str], given_up: Sequence[str]) -> list[str]:
    """Those of the fields that follow words which I left as they were, or of which I gave up the words."""
    specs = fields_of(type(mine))
    by_hand = {specs[name].follows for name in following if getattr(mine, name) != getattr(start, name)}
    return [name for name in following if specs[name].follows not in by_hand - set(given_up)]


def with_fields(record: Record, source: Record, fields: Sequence[str]) -> Record:
    """The record with the values that another one has in these fields."""
    return record.model_copy(update={name: getattr(source, name) for name in fields})
