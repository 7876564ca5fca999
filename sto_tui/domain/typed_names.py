"""What people call a field or a choice when they type it: its label, its beginning, or its name in the file."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from pydantic import BaseModel

from sto_tui.domain.dutch import enumerate_words
from sto_tui.domain.level_words import level_words, own_fields, word_of_table
from sto_tui.domain.record import FieldSpec, Record, fields_of
from sto_tui.domain.region import Region
from sto_tui.domain.tables import BY_MODEL, TABLES
from sto_tui.domain.text import plain

T = TypeVar("T")

# What everybody calls these fields, whatever their label is.
_ALSO = {"titel": "title", "tekst": "text", "naam": "name", "nummer": "number"}
_CALLS_IT = ("title", "text", "name")
STO_MARK = "sto-"
"""Stands before a word of STO itself where the region calls something else so: `sto-thema=2`, `sto-themas/1`."""
_GENERAL_WORDS = ({"thema", "themas"}, {"speerpunt", "speerpunten"})


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
    """The field of a form with this name, or with that of the region for it. Raises NotUnderstoodError.

    A word that the region uses for something else than STO does is refused where both could be meant; with STO_MARK
    before it, it is the word of STO.
    """
    chosen, is_doubtful = _meant(model, typed, region)
    if is_doubtful:
        names = enumerate_words([typed_field(model, spec, region) for spec in chosen], "of")
        raise NotUnderstoodError(f"‘{typed}’ is in deze regio iets anders dan bij STO. Schrijf {names}.")
    if len(chosen) == 1:
        return chosen[0]
    names = enumerate_words([typed_field(model, spec, region) for spec in chosen or _shown(model)])
    what_now = f"‘{typed}’ kan meer velden zijn" if chosen else f"Er is geen veld ‘{typed}’"
    raise NotUnderstoodError(f"{what_now}. Kies uit {names}.")


def typed_field(model: type[BaseModel], spec: FieldSpec, region: Region | None = None) -> str:
    """What is typed for a field: the region's word for it, where only this field is called so."""
    general = typed_name(spec.label)
    if region is None:
        return general
    words = (typed_name(_own_label(model, spec, region)), general)
    return next((word for word in words if _meant(model, word, region) == ([spec], False)), f"{STO_MARK}{general}")


def _meant(model: type[BaseModel], typed: str, region: Region | None) -> tuple[list[FieldSpec], bool]:
    """The fields that can be meant, and whether that is because the region calls another field so than STO does."""
    if region and typed.casefold().startswith(STO_MARK):
        return _meant(model, typed[len(STO_MARK) :], None)
    specs = _shown(model)
    by_label = _by_label(specs, typed)
    by_own = []
    for spec in specs if region else ():
        own = _own_label(model, spec, region)
        if own != spec.label and typed_name(own) == typed_name(typed):
            by_own.append(spec)
    if by_own:
        others = [spec for spec in by_label if spec not in by_own]
        return [*by_own, *others], bool(others)
    chosen = by_label or _nearly(model, typed, region)
    return chosen, bool(region and chosen and says_otherwise(typed, region))


def says_otherwise(typed: str, region: Region) -> bool:
    """Whether there is a word in it for one level that this region uses for the other."""
    words = level_words(region)
    own = (words.theme, words.speerpunt)
    said = set(_words(typed.replace("’", "").replace("'", "")).split())
    for level, general in enumerate(_GENERAL_WORDS):
        other = own[1 - level]
        if said & general & {typed_name(other.singular), *([typed_name(other.plural)] * (not other.is_general))}:
            return True
    return False


def _shown(model: type[BaseModel]) -> list[FieldSpec]:
    return [spec for spec in fields_of(model).values() if not spec.hidden]


def _own_label(model: type[BaseModel], spec: FieldSpec, region: Region | None) -> str:
    return own_fields(model, region)[spec.name].label if region else spec.label


def _by_label(specs: Sequence[FieldSpec], typed: str) -> list[FieldSpec]:
    """The field with this name in the file; without one, those with this label."""
    by_name = [spec for spec in specs if spec.name == typed]
    return by_name or [spec for spec in specs if typed_name(spec.label) == typed_name(typed) != ""]


def _nearly(model: type[BaseModel], typed: str, region: Region | None) -> list[FieldSpec]:
    """The fields that people call so, whose name begins so, or that refer to what is called so."""
    specs = _shown(model)
    if also := [spec for spec in specs if spec.name == _ALSO.get(plain(typed))]:
        return also
    candidates = named(typed, [((spec.label, _own_label(model, spec, region)), spec) for spec in specs])
    return candidates or named(typed, [(_target_names(spec, region), spec) for spec in specs]) or _called(model, typed)


def _called(model: type[BaseModel], typed: str) -> list[FieldSpec]:
    """What a record is called by, whichever of these it is: the text of a goal is its title to people."""
    if _ALSO.get(plain(typed)) not in _CALLS_IT or not issubclass(model, Record):
        return []
    return [fields_of(model)[name] for name in BY_MODEL[model].caption if name in _CALLS_IT]


def _target_names(spec: FieldSpec, region: Region | None) -> Sequence[str]:
    """What the records are called that a field refers to, when they are of one kind: `doelen+=2`."""
    tables = [TABLES[name] for name in spec.tables]
    if len(tables) != 1:
        return ()
    own = word_of_table(region, tables[0].name) if region else None
    return (tables[0].dutch, tables[0].singular, *((own.singular, own.plural) if own else ()))


def _words(text: str) -> str:
    return " ".join("".join(char if char.isalnum() else " " for char in plain(text)).split())
