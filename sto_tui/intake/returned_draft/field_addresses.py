"""From the address of a printed field to the field in the dossier: `risks/3/note`, `bodies/1/members#2/role`."""

import re
from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.record import FieldSpec, Part, Record, Ref, fields_of
from sto_tui.domain.tables import TABLES
from sto_tui.frozen import frozen

# An address in a file from outside may say anything.
_ID = re.compile(r"-?[0-9]{1,20}")

Steps = tuple[tuple[str, int], ...]
"""The way to a part inside a record: the names of lists, each with the id of a part in it."""


@frozen
class RecordAt:
    """A record, or a part inside one: `thing` is what the steps lead to."""

    ref: Ref
    steps: Steps
    record: Record
    thing: Record | Part


@frozen
class FieldAt:
    """A field of a record or of a part inside it, with its value now."""

    owner: RecordAt
    spec: FieldSpec

    @property
    def value(self) -> Any:
        """What stands in the dossier."""
        return getattr(self.owner.thing, self.spec.name)


def record_at(dossier: Dossier, address: str) -> RecordAt | None:
    """The record or part at an address; None when there is none."""
    table, _, rest = address.partition("/")
    number, *names = rest.split("/")
    if table not in TABLES or not _ID.fullmatch(number):
        return None
    ref = Ref(table, int(number))
    record = dossier.get(ref)
    steps: list[tuple[str, int]] = []
    thing: Record | Part | None = record
    for name in names:
        list_name, _, part_id = name.partition("#")
        if thing is None or not _ID.fullmatch(part_id) or not _holds_parts(type(thing), list_name):
            return None
        steps.append((list_name, int(part_id)))
        thing = next((part for part in getattr(thing, list_name) if part.id == int(part_id)), None)
    if record is None or thing is None:
        return None
    return RecordAt(ref, tuple(steps), record, thing)


def field_at(dossier: Dossier, address: str) -> FieldAt | None:
    """The field at an address; None when its record, its part or the field itself is not there."""
    above, _, name = address.rpartition("/")
    owner = record_at(dossier, above)
    if owner is None or name not in fields_of(type(owner.thing)):
        return None
    return FieldAt(owner, fields_of(type(owner.thing))[name])


def list_at(dossier: Dossier, address: str) -> FieldAt | None:
    """The list of parts at an address such as `bodies/1/members`; None when there is none."""
    place = field_at(dossier, address)
    return place if place and place.spec.part else None


def _holds_parts(model: type[BaseModel], name: str) -> bool:
    return name in fields_of(model) and fields_of(model)[name].part is not None


def with_value(thing: Any, steps: Sequence[tuple[str, int]], name: str, value: Any) -> Any:
    """The record or part in which a field has another value; a part is validated, a record when it is edited.

    Raises pydantic.ValidationError.
    """
    if not steps:
        if isinstance(thing, Part):
            return type(thing).model_validate({**dict(thing), name: value})
        return thing.model_copy(update={name: value})
    (list_name, part_id), *rest = steps
    parts = tuple(
        with_value(part, rest, name, value) if part.id == part_id else part for part in getattr(thing, list_name)
    )
    return thing.model_copy(update={list_name: parts})


def without_part(record: Record, steps: Steps) -> Record:
    """The record without the part that the steps lead to."""
    *above, (list_name, part_id) = steps
    holder: Any = record
    for name, number in above:
        holder = next(part for part in getattr(holder, name) if part.id == number)
    kept = tuple(part for part in getattr(holder, list_name) if part.id != part_id)
    changed: Record = with_value(record, above, list_name, kept)
    return changed
