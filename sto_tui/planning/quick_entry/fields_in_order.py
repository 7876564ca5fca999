"""`tekst; kans; gevolg; maatregel`: fields in a fixed order with semicolons between, read as the forms read them."""

from collections.abc import Sequence
from typing import Any

from sto_tui.domain import dutch
from sto_tui.domain.level_words import own_fields
from sto_tui.domain.record import FieldSpec, Record, fields_of
from sto_tui.domain.text import clean_line
from sto_tui.domain.typed_names import NotUnderstoodError
from sto_tui.domain.typed_record import beside_of, read_typed
from sto_tui.planning.quick_entry.grammar import Grammar, LinePlace, LineRead


def fields_in_order(model: type[Record], names: Sequence[str], examples: Sequence[str]) -> Grammar:
    """A grammar of these fields; those at the end may be left out, and what is left empty stays as it is."""
    specs = [fields_of(model)[name] for name in names]

    def read(place: LinePlace, text: str) -> LineRead:
        parts = [clean_line(part) for part in text.split(";")]
        if len(parts) > len(specs) and specs[-1].kind == "text":
            parts = [*parts[: len(specs) - 1], "; ".join(parts[len(specs) - 1 :])]
        if len(parts) > len(specs):
            own = own_fields(model, place.dossier.region)
            labels = dutch.enumerate_words([own[spec.name].label_in_text for spec in specs])
            raise ValueError(f"Er staat een puntkomma te veel. Op deze regel past: {labels}.")
        values: dict[str, Any] = {}
        for spec, part in zip(specs, parts, strict=False):
            if part or spec is specs[0]:
                values[spec.name] = _value(place, model, spec, part, values)
        return LineRead(values)

    return Grammar(read, lambda place: examples, "; ".join(spec.label_in_text for spec in specs), "; ")


def _value(place: LinePlace, model: type[Record], spec: FieldSpec, part: str, before: dict[str, Any]) -> Any:
    beside = beside_of(model, spec.name, {**place.given, **before}, place.beside)
    try:
        return read_typed(spec, part, place.addresses, beside)
    except NotUnderstoodError as error:
        if not part:
            raise
        label = own_fields(model, place.dossier.region)[spec.name].label
        raise ValueError(f"{label}: {dutch.small(str(error))}") from error
