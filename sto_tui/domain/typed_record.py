"""The fields of a record or part as they are typed: `klaar=Q327`, `doelen+=2`, `toelichting=`.

Values are read as the forms read them; a field is one line in its model here too.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from pydantic import BaseModel, ValidationError

from sto_tui.domain import dutch
from sto_tui.domain.level_words import in_own_words, own_fields
from sto_tui.domain.record import Choice, FieldSpec, Part, fields_of
from sto_tui.domain.region import Region
from sto_tui.domain.text import clean_line
from sto_tui.domain.typed_address import Addresses
from sto_tui.domain.typed_dates import Beside
from sto_tui.domain.typed_names import NotUnderstoodError, field_named, named, typed_field, typed_name
from sto_tui.domain.typed_value import check_lines, line_of, parse_entry, parse_lines
from sto_tui.domain.validation import problems
from sto_tui.frozen import frozen
from sto_tui.patterns import pattern

_ASSIGNMENT = pattern(r"(?P<name>[^=]+?)(?P<sign>[+-]?)=(?P<text>.*)", re.DOTALL)
_BETWEEN = pattern(r"\s*[;,]\s*")


@frozen
class Assignment:
    """What a field is to be. `sign` is empty, or `+` or `-` for one more or less in a list."""

    spec: FieldSpec
    sign: str
    text: str


def parse_assignment(model: type[BaseModel], typed: str, region: Region | None = None) -> Assignment:
    """Reads `VELD=WAARDE`, the field by its own name or that of the region. Raises NotUnderstoodError."""
    match = _ASSIGNMENT.fullmatch(typed)
    if match is None:
        raise NotUnderstoodError(f"‘{typed}’ is geen VELD=WAARDE. Schrijf bijvoorbeeld {_example(model, region)}=…")
    return Assignment(field_named(model, match["name"].strip(), region), match["sign"], match["text"])


def _example(model: type[BaseModel], region: Region | None) -> str:
    return typed_field(model, next(iter(fields_of(model).values())), region)


def typed_values(
    model: type[BaseModel],
    before: Mapping[str, Any],
    assignments: Sequence[Assignment],
    addresses: Addresses,
    around: Beside,
) -> dict[str, Any]:
    """The values of the fields that are named, read beside those that the record has.

    `+6w` counts from the date before it in the form, else from today. Raises NotUnderstoodError.
    """
    order = list(fields_of(model))
    values: dict[str, Any] = {}
    for assignment in sorted(assignments, key=lambda named_field: order.index(named_field.spec.name)):
        spec = assignment.spec
        beside = beside_of(model, spec.name, {**before, **values}, around)
        earlier = values.get(spec.name, before.get(spec.name, () if spec.many else spec.default))
        try:
            values[spec.name] = _read(assignment, addresses, beside, earlier)
        except NotUnderstoodError as error:
            label = own_fields(model, addresses.dossier.region)[spec.name].label
            raise NotUnderstoodError(f"{label}: {error}") from error
    return values


def beside_of(model: type[BaseModel], name: str, values: Mapping[str, Any], around: Beside) -> Beside:
    """What the date of a field is typed beside: what stands `around` the form, and the date before it in it."""
    before: date | None = None
    for earlier, spec in fields_of(model).items():
        if earlier == name:
            break
        if spec.kind == "date" and isinstance(day := values.get(earlier), date):
            before = day
    return replace(around, earlier=before)


def explained(model: type[BaseModel], error: ValidationError) -> str:
    """Why a record does not validate, with the labels of its fields, as Dutch sentences."""
    specs = fields_of(model)
    return " ".join(
        f"{specs[name].label}: {reason}." if name in specs else f"{dutch.capital(reason)}."
        for name, reason in problems(error)
    )


def lacking(model: type[BaseModel], values: Mapping[str, Any]) -> list[FieldSpec]:
    """The fields without which there can be no new record, and that were not filled in."""
    return [spec for name, spec in fields_of(model).items() if spec.required and values.get(name) in (None, "", ())]


def _read(assignment: Assignment, addresses: Addresses, beside: Beside, before: Any) -> Any:
    spec, sign, text = assignment.spec, assignment.sign, assignment.text
    if sign and not spec.many:
        raise NotUnderstoodError(f"dit veld is geen lijst. Schrijf {typed_name(spec.label)}=… zonder {sign}.")
    if sign:
        return _more(spec, text, addresses, before) if sign == "+" else _less(spec, text, addresses, before)
    return read_typed(spec, text, addresses, beside, before)


def read_typed(spec: FieldSpec, text: str, addresses: Addresses, beside: Beside, before: Any = None) -> Any:
    """The value of what was typed for a field. Raises NotUnderstoodError."""
    match spec.kind:
        case "lines":
            return _lines(spec, text, before or ())
        case "choices" | "references":
            return _several(spec, text, addresses)
        case "parts":
            if text.strip():
                raise NotUnderstoodError(_one_by_one(spec))
            return ()
        case "tick" | "choice" | "reference":
            return _one_or_none(spec, text, addresses)
    try:
        return parse_entry(spec, text, beside)
    except ValueError as error:
        raise NotUnderstoodError(str(error)) from error


def _one_or_none(spec: FieldSpec, text: str, addresses: Addresses) -> Any:
    if text.strip():
        return _one(spec, text, addresses)
    if spec.required or spec.default is not None:
        raise NotUnderstoodError(f"dit veld kan niet leeg zijn. {_choose(spec, addresses.dossier.region)}".strip())
    return None


def _one(spec: FieldSpec, text: str, addresses: Addresses) -> Any:
    """One choice, yes or no, or one record."""
    if spec.tables:
        ref = addresses.named(spec.tables, clean_line(text))
        return ref if spec.by_ref else ref.id
    options: list[tuple[tuple[str, ...], Any]]
    if spec.kind == "tick":
        options = [(("ja",), True), (("nee",), False)]
    else:
        same = [choice for choice in spec.choices if choice.value.casefold() == text.strip().casefold()]
        if same:
            return same[0]
        options = [(_names(choice, addresses.dossier.region), choice) for choice in spec.choices]
    chosen = named(text, options)
    if len(chosen) == 1:
        return chosen[0]
    raise NotUnderstoodError(f"‘{clean_line(text)}’ kan hier niet. {_choose(spec, addresses.dossier.region)}".strip())


def _names(choice: Choice, region: Region) -> tuple[str, ...]:
    """What a choice is called, by this region and by STO."""
    return *choice.names, *(in_own_words(name, region) for name in choice.names)


def _choose(spec: FieldSpec, region: Region) -> str:
    words = ["ja", "nee"] if spec.kind == "tick" else [in_own_words(choice.label, region) for choice in spec.choices]
    return f"Kies uit {dutch.enumerate_words(words)}." if words else ""


def _several(spec: FieldSpec, text: str, addresses: Addresses) -> tuple[Any, ...]:
    """One, or several with commas between them; a name may have a comma of its own."""
    if not text.strip():
        return ()
    try:
        return (_one(spec, text, addresses),)
    except NotUnderstoodError:
        typed = [piece for piece in _BETWEEN.split(text.strip()) if piece]
        if len(typed) < 2:
            raise
    return _in_order(spec, [_one(spec, piece, addresses) for piece in typed])


def _in_order(spec: FieldSpec, values: Sequence[Any]) -> tuple[Any, ...]:
    """Without doubles; choices in the order of their set, as the form gives them."""
    unique = tuple(dict.fromkeys(values))
    return tuple(choice for choice in spec.choices if choice in unique) if spec.choices else unique


def _more(spec: FieldSpec, text: str, addresses: Addresses, before: Any) -> tuple[Any, ...]:
    if spec.kind == "parts":
        raise NotUnderstoodError(_one_by_one(spec))
    if spec.kind == "lines":
        return (*before, *_lines(spec, text, ()))
    return _in_order(spec, [*before, *_several(spec, text, addresses)])


def _less(spec: FieldSpec, text: str, addresses: Addresses, before: Any) -> tuple[Any, ...]:
    if spec.kind == "parts":
        raise NotUnderstoodError(_one_by_one(spec))
    if spec.kind == "lines":
        stays = tuple(part for part in before if line_of(part) != clean_line(text))
    else:
        gone = _several(spec, text, addresses)
        stays = tuple(value for value in before if value not in gone)
    if len(stays) == len(before):
        raise NotUnderstoodError(f"‘{clean_line(text)}’ staat er niet bij.")
    return stays


def _lines(spec: FieldSpec, text: str, before: tuple[Part, ...]) -> tuple[Part, ...]:
    assert spec.part is not None
    try:
        check_lines(spec, text)
    except ValueError as error:
        raise NotUnderstoodError(str(error)) from error
    return parse_lines(spec.part, text, before)


def _one_by_one(spec: FieldSpec) -> str:
    name = typed_name(spec.label)
    return f"dit is een lijst met eigen velden. Wijzig een regel daarvan apart, als TABEL/NR/{name}/1."
