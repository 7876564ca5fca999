"""What stands in an offer of a plan, and offers of which somebody edited the words before they are taken."""

from collections.abc import Iterator
from dataclasses import replace

from pydantic import ValidationError

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.plan import Phase
from sto_tui.domain.record import Part, fields_of
from sto_tui.domain.typed_record import explained
from sto_tui.intake.plan_document.offers import PlanOffer

_FIELDS = {
    "goals": "text",
    "themes": "title",
    "speerpunten": "title",
    "parties": "name",
    "bodies": "name",
    "risks": "text",
    "texts": "text",
    "vision": "text",
}
"""The field of each kind of record that is edited: its name, or the text that it is about."""


def words_of(offer: PlanOffer) -> str:
    """What can be edited of an offer."""
    return str(getattr(offer.after, _FIELDS[offer.table]))


def label_of(offer: PlanOffer) -> str:
    """What that is called in its form."""
    return fields_of(type(offer.after))[_FIELDS[offer.table]].label


def with_words(offer: PlanOffer, words: str) -> PlanOffer:
    """The offer with other words. Raises pydantic.ValidationError."""
    return replace(offer, after=offer.after.changed(**{_FIELDS[offer.table]: words}))


def why_not_these_words(offer: PlanOffer, words: str) -> str:
    """Why these cannot be the words of an offer, as a Dutch sentence; empty when they can."""
    try:
        with_words(offer, words)
    except ValidationError as error:
        return explained(type(offer.after), error)
    return ""


def told_fields(offer: PlanOffer, seen: Dossier) -> list[tuple[str, list[str]]]:
    """All that would stand in the record, by the label of each field; partners and acts a line each.

    `seen` is the dossier with all that is offered, so that what the record links to has a name.
    """
    told: list[tuple[str, list[str]]] = []
    for name, spec in fields_of(type(offer.after)).items():
        value = getattr(offer.after, name)
        if spec.hidden or not value or (value == spec.default and not spec.required):
            continue
        if spec.kind in ("parts", "lines"):
            lines = [line for part in value for line in _told_part(part, seen)]
        else:
            lines = seen.shown(spec, value).split("\n")
        told.append((spec.label, lines))
    return told


def _told_part(part: Part, seen: Dossier) -> Iterator[str]:
    if isinstance(part, Phase):
        yield part.label
        yield from (f"- {act.text}" for act in part.acts)
    else:
        yield seen.part_caption(part)
