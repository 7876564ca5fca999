"""What stands in an offer of a plan, field by field."""

from collections.abc import Iterator

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.level_words import own_fields
from sto_tui.domain.plan import Phase
from sto_tui.domain.record import Part, Record
from sto_tui.domain.text import cut

_LONGEST = 80


def told_fields(record: Record, seen: Dossier) -> list[tuple[str, list[str]]]:
    """All that stands in the record of an offer, by the label of each field; partners and acts a line each.

    `seen` is the dossier with all that is offered, so that what the record links to has a name.
    """
    told: list[tuple[str, list[str]]] = []
    for name, spec in own_fields(type(record), seen.region).items():
        value = getattr(record, name)
        if spec.hidden or not value or (value == spec.default and not spec.required):
            continue
        if spec.kind in ("parts", "lines"):
            lines = [line for part in value for line in _told_part(part, seen)]
        else:
            lines = seen.shown(spec, value).split("\n")
        told.append((spec.label, lines))
    return told


def told_edits(before: Record, after: Record, seen: Dossier) -> list[str]:
    """What somebody made of the fields of an offer, each as `Doel: Meer leerlingen`."""
    return [
        f"{spec.label}: {cut(' '.join(seen.shown(spec, getattr(after, name)).split()), _LONGEST) or '(leeg)'}"
        for name, spec in own_fields(type(after), seen.region).items()
        if getattr(before, name) != getattr(after, name)
    ]


def _told_part(part: Part, seen: Dossier) -> Iterator[str]:
    if isinstance(part, Phase):
        yield part.label
        yield from (f"- {act.text}" for act in part.acts)
    else:
        yield seen.part_caption(part)
