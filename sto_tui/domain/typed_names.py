"""What people call a field or a choice when they type it: its label, its beginning, or its name in the file."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from pydantic import BaseModel

from sto_tui.domain.dutch import enumerate_words
from sto_tui.domain.level_words import own_fields
from sto_tui.domain.record import FieldSpec, fields_of
from sto_tui.domain.region import Region
from sto_tui.domain.tables import TABLES
from sto_tui.domain.text import plain

T = TypeVar("T")

# What everybody calls these fields, whatever their label is.
_ALSO = {"titel": "title", "tekst": "text", "naam": "name", "nummer": "number"}


class NotUnderstoodError(ValueError):
    """What was typed cannot be meant here; `str()` is the Dutch sentence that says why and what would be right."""


def typed_name(label: str) -> str:
    """A label as it is typed in one word: `Klaar op` is `klaar-op`."""
    return "-".join(_words(label).split())


def named(typed: str, options: Iterable[tuple[Sequence[str], T]]) -> list[T]:
    """The options of which a name is what was typed; without those, the ones of which a name begins with it."""
    words = _words(typed)
    if not words:
        return []
    keys = [([_words(name) for name in names], value) for names, value in options]
    same = [value for names, value in keys if words.replace(" ", "") in [name.replace(" ", "") for name in names]]
    return same or [value for names, value in keys if any(name.startswith(words) for name in names)]


def field_named(model: type[BaseModel], typed: str, region: Region | None = None) -> FieldSpec:
    """The field of a form with this name, or with that of the region for it. Raises NotUnderstoodError."""
    specs = [spec for spec in fields_of(model).values() if not spec.hidden]
    by_name = {spec.name: spec for spec in specs}
    if spec := by_name.get(typed):
        return spec
    own = own_fields(model, region) if region else fields_of(model)
    labels = {spec.name: (spec.label, own[spec.name].label) for spec in specs}
    candidates = named(typed, [(labels[spec.name], spec) for spec in specs])
    exact = [spec for spec in candidates if typed_name(typed) in map(typed_name, labels[spec.name])]
    also = by_name.get(_ALSO.get(plain(typed), ""))
    chosen = exact or ([also] if also else candidates) or named(typed, [(_target_names(spec), spec) for spec in specs])
    if len(chosen) == 1:
        return chosen[0]
    names = enumerate_words([typed_name(spec.label) for spec in chosen or specs])
    what_now = f"‘{typed}’ kan meer velden zijn" if chosen else f"Er is geen veld ‘{typed}’"
    raise NotUnderstoodError(f"{what_now}. Kies uit {names}.")


def _target_names(spec: FieldSpec) -> Sequence[str]:
    """What the records are called that a field refers to, when they are of one kind: `doelen+=2`."""
    tables = [TABLES[name] for name in spec.tables]
    return (tables[0].dutch, tables[0].singular) if len(tables) == 1 else ()


def _words(text: str) -> str:
    return " ".join("".join(char if char.isalnum() else " " for char in plain(text)).split())
