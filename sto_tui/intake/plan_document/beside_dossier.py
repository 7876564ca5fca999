"""Lays each record of a plan beside the dossier: new, the same, or one that it says more or else of."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.level_words import own_fields
from sto_tui.domain.parties import Body, Party
from sto_tui.domain.plan import (
    ChapterText,
    Goal,
    Risk,
    Speerpunt,
    Theme,
)
from sto_tui.domain.record import Part, Record, fields_of
from sto_tui.domain.text import cut
from sto_tui.domain.typed_record import explained
from sto_tui.domain.vision import VisionSection
from sto_tui.frozen import frozen
from sto_tui.intake.plan_document.additions import ADDED, added_to, with_held
from sto_tui.intake.plan_document.matching_records import Existing, OtherWithNumberError, name_of, with_ids_of
from sto_tui.intake.plan_document.plan_offer import PlanOffer, Tie
from sto_tui.intake.plan_document.replaced_fields import replaced_fields
from sto_tui.intake.plan_document.written_plan import (
    NotUnderstood,
    WrittenBody,
    WrittenDoubt,
    WrittenGoal,
    WrittenParty,
    WrittenRisk,
    WrittenSpeerpunt,
    WrittenText,
    WrittenTheme,
    said_in,
)
from sto_tui.intake.proposal import FieldChange, short_difference

_LONGEST_CAPTION = 90
# How a record is numbered and where it belongs is for the dossier to say, once it is in there.
_STAYS = ("number", "order", "theme", "kind", "chapter")
_NAMES: Mapping[type[Record], Callable[[Any], str]] = {
    Goal: lambda goal: goal.text,
    Theme: lambda theme: theme.title,
    Speerpunt: lambda point: point.title,
    Party: lambda party: party.name,
    Body: lambda body: body.name,
    Risk: lambda risk: risk.text,
    ChapterText: lambda text: f"{text.chapter.heading} {text.heading}".strip(),
    VisionSection: lambda section: section.section,
}
"""What a record of each kind is called."""

R = TypeVar("R", bound=Record)
_Written = WrittenGoal | WrittenTheme | WrittenSpeerpunt | WrittenParty | WrittenBody | WrittenRisk | WrittenText


@frozen
class SaidOfRecord(Generic[R]):
    """What a plan says of one record: its fields, where they stand, and what it is called there.

    `more` are fields that may belong to it, each with the doubt. With `by_number` its name alone does not tell it from
    another one; of the others `PlanOffer` says what they are.
    """

    model: type[R]
    values: Mapping[str, Any]
    written: _Written
    name: str
    details: Sequence[str] = ()
    words: Mapping[tuple[int | None, str], str] = field(default_factory=dict)
    doubt: str = ""
    more: Sequence[tuple[WrittenDoubt, Mapping[str, Any]]] = ()
    by_number: bool = False
    ties: Sequence[Tie] = ()


class _NoPlaceError(Exception):
    """What a plan says has no place in the dossier; `str()` is why, in Dutch."""


class BesideDossier:
    """Takes records one by one, and keeps what they became: offers, remarks, and what has no place."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self.offers: list[PlanOffer] = []
        self.told: list[NotUnderstood] = []
        self.remarks: list[str] = []
        self._found: dict[type[Record], Existing[Any]] = {}
        self._seen: set[tuple[type[Record], str]] = set()
        self._matched: dict[tuple[type[Record], int], str] = {}

    def made(self, model: type[R]) -> list[R]:
        """The records of the dossier and those that are offered beside them."""
        offered = [offer.after for offer in self.offers if isinstance(offer.after, model) and offer.before is None]
        return [*self._dossier.of(model).values(), *offered]

    def existing(self, model: type[R]) -> Existing[R]:
        """The records of a table that are there already."""
        if model not in self._found:
            self._found[model] = Existing(self._dossier.of(model).values(), _NAMES[model])
        return self._found[model]

    def offer(self, said: SaidOfRecord[R]) -> int:
        """Offers a record that is new or says something else, and apart what may be more of it.

        The answer is its id, or 0 when it cannot be one.
        """
        try:
            existing = self._there_already(said)
            after, added = self._as_records(said, existing)
        except _NoPlaceError as error:
            self.tell_all(said.written, str(error))
            return 0
        if existing:
            self._remark_number(existing, said.values, said.name)
        if after != existing:
            self._keep_offer(said, existing, after)
        for doubt, more in added:
            self._offer_more(existing or after, after, doubt, more)
        return after.id

    def _there_already(self, said: SaidOfRecord[R]) -> R | None:
        """The record of the dossier that this is. Raises _NoPlaceError when it is said twice or is another one."""
        key = said.model, name_of(f"{said.values['number']} {said.name}" if said.by_number else said.name)
        if key in self._seen:
            raise _NoPlaceError("dit staat er twee keer; het eerste telt")
        self._seen.add(key)
        number = said.values.get("number", "")
        try:
            existing = self.existing(said.model).find(number, said.name, by_number=said.by_number)
        except OtherWithNumberError as error:
            raise _NoPlaceError(f"nummer {number} is in het dossier ‘{cut(str(error), 60)}’") from error
        if existing and (first := self._matched.setdefault((said.model, existing.id), said.name)) is not said.name:
            raise _NoPlaceError(f"in het dossier is dit hetzelfde als ‘{cut(first, 60)}’ in het plan; dat telt")
        return existing

    def _as_records(self, said: SaidOfRecord[R], existing: R | None) -> tuple[R, list[tuple[WrittenDoubt, R]]]:
        """What it is with what the plan says, and with each thing that may be more of it. Raises _NoPlaceError."""
        number = -1 - len(self.offers)
        bare = {key: value for key, value in said.values.items() if key not in ADDED}
        try:
            added = [(one, said.model.model_validate({**bare, **each, "id": number})) for one, each in said.more]
            if existing:
                return _changed(existing, with_held(existing, said.values, [each for _, each in added])), added
            return said.model.model_validate({**said.values, "id": number}), added
        except ValidationError as error:
            raise _NoPlaceError(explained(said.model, error).rstrip(".")) from error

    def _keep_offer(self, said: SaidOfRecord[R], existing: R | None, after: R) -> None:
        name = cut(" ".join(_NAMES[said.model](after).split()), _LONGEST_CAPTION)
        self.offers.append(
            PlanOffer(
                0,
                said.written.place,
                f"{said.values.get('number', '')} {name}".strip(),
                tuple(said.details),
                existing,
                after,
                differences=tuple(self._differences(existing, after)) if existing else (),
                words=said.words,
                doubt=said.doubt,
                replaced=replaced_fields(existing, after, self._dossier) if existing else (),
                ties=tuple(said.ties),
            )
        )

    def _offer_more(self, before: Record, base: Record, doubt: WrittenDoubt, more: Record) -> None:
        """Offers what may belong to a record that is offered, or is there already."""
        after = added_to(base, more)
        if after is base:
            return
        name = f"{getattr(base, 'number', '')} {cut(_NAMES[type(base)](base), _LONGEST_CAPTION)}".strip()
        fields = fields_of(type(base))
        said = [fields[key].label.lower() for key in ADDED if getattr(more, key, None)]
        details = [*doubt.result, *(f"partner: {partner}" for partner in doubt.partners)]
        details += [f"{phase.label}: {act}" for phase in doubt.phases for act in phase.acts]
        caption = f"{name}, meer bij {dutch.enumerate_words(said)}"
        self.offers.append(
            PlanOffer(0, doubt.place, caption, tuple(details), before, after, doubt=doubt.reason, more=more)
        )

    def _remark_number(self, existing: Record, values: Mapping[str, Any], name: str) -> None:
        number = getattr(existing, "number", None)
        if "number" in values and str(number) != str(values["number"]):
            self.remarks.append(
                f"‘{cut(name, 60)}’ heeft in het plan nummer {values['number']} en in het dossier {number}; dat blijft."
            )

    def _differences(self, before: Record, after: Record) -> Iterable[FieldChange]:
        for name, spec in own_fields(type(before), self._dossier.region).items():
            old, new = getattr(before, name), getattr(after, name)
            if old != new:
                shown = self._dossier.shown(spec, old), self._dossier.shown(spec, new)
                if shown[0] == shown[1]:
                    yield FieldChange(
                        spec.label, cut(shown[0], 60), "hetzelfde, nu gekoppeld aan partijen van het dossier"
                    )
                else:
                    yield short_difference(spec.label, *shown)

    def tell_all(self, written: _Written, reason: str) -> None:
        """Says all of something that has no place in the dossier."""
        for line in said_in(written):
            self.tell(written.place, line, reason)

    def tell(self, place: str, text: str, reason: str) -> None:
        """Says what has no place in the dossier, or only in part, and why."""
        self.told.append(NotUnderstood(place, " ".join(text.split()), reason))


def _changed(existing: R, values: Mapping[str, Any]) -> R:
    """The record with what a plan says of it; how it is numbered and where it belongs stay, and so do ids of parts.

    Raises pydantic.ValidationError.
    """
    kept = {name: value for name, value in values.items() if name not in _STAYS}
    after = existing.changed(**kept)
    updates: dict[str, Any] = {}
    for name in kept:
        old, new = getattr(existing, name), getattr(after, name)
        is_name = name in ("name", "title", "heading", "section")
        if isinstance(old, str) and (_same(old, new) or (is_name and name_of(old) == name_of(new))):
            updates[name] = old
        elif isinstance(new, tuple) and new and isinstance(new[0], Part):
            updates[name] = with_ids_of(old, new)
    return after.model_copy(update=updates)


def _same(one: str, other: str) -> bool:
    """Whether two texts differ in blanks only."""
    return one.split() == other.split()
