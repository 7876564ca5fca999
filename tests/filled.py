"""Dossiers in which everything is filled in, so that a field that is passed over somewhere shows."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import count
from typing import Any

from pydantic import BaseModel

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.record import FieldSpec, Part, Record, Ref, fields_of
from sto_tui.domain.tables import TABLES

DAY = date(2027, 3, 31)


def marker(number: int) -> str:
    """A word that stands in no text."""
    return f"zq{number:04}qz"


def filled_dossier() -> tuple[Dossier, Mapping[str, Ref]]:
    """One record in every table with a value in every field, and the address of every text, by its marker."""
    numbers, addresses = count(1), dict[str, Ref]()

    def text_at(table: str, name: str) -> str:
        word = marker(next(numbers))
        addresses[word] = Ref(table, 1, name)
        return word

    tables: dict[str, Mapping[int, Record]] = {}
    for table in TABLES.values():
        values = dict(_values(table.model, table.name, "", text_at))
        tables[table.name] = {1: table.model.model_validate({"id": 1, **values})}
    return Dossier(tables), addresses


def _values(model: type[BaseModel], table: str, above: str, text_at: Any) -> Iterator[tuple[str, Any]]:
    for name, spec in fields_of(model).items():
        yield name, _value(spec, table, f"{above}{name}", text_at)


def _value(spec: FieldSpec, table: str, name: str, text_at: Any) -> Any:
    if spec.kind in ("line", "text"):
        return text_at(table, name)
    if spec.kind in ("lines", "parts"):
        assert spec.part is not None
        return (part(spec.part, table, name, text_at),)
    if spec.kind == "reference":
        return Ref(spec.tables[0], 1) if spec.by_ref else 1
    if spec.kind == "references":
        return (Ref(spec.tables[0], 1),) if spec.by_ref else (1,)
    return {
        "whole": 2027 if "year" in spec.name else 1,
        "decimal": 2.0,
        "amount": 123_00,
        "date": DAY,
        "tick": True,
        "choice": spec.choices[-1] if spec.choices else None,
        "choices": spec.choices,
    }[spec.kind]


def part(model: type[Part], table: str, name: str, text_at: Any) -> Part:
    """A part with a value in every field."""
    return model.model_validate({"id": 1, **dict(_values(model, table, f"{name}.", text_at))})
