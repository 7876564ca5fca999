"""A dossier in which everything is filled in, so that a field that is passed over somewhere shows."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import count
from typing import Any

from pydantic import BaseModel

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.record import FieldSpec, Record, Ref, fields_of
from sto_tui.domain.tables import TABLES

DAY = date(2027, 3, 31)
TextAt = Callable[[str], str]


def marker(number: int) -> str:
    """A word of letters that stands in no text."""
    letters = "".join(chr(ord("a") + number // 26**place % 26) for place in range(3))
    return f"zq{letters}qz"


def filled_dossier() -> Dossier:
    """Two records in every table with a value in every field; of the region one. No text stands there twice."""
    numbers = count(1)
    tables: dict[str, Mapping[int, Record]] = {}
    for table in TABLES.values():
        many = 1 if table.name == "region" else 2
        tables[table.name] = {
            number: table.model.model_validate({"id": number, **dict(_values(table.model, number, numbers))})
            for number in range(1, many + 1)
        }
    # The plan at hand looks back at the other period, which ended before it.
    for name in ("sessions", "answers", "scores", "decisions"):
        tables[name] = {number: record.changed(period=2) for number, record in tables[name].items()}
    return Dossier(tables)


def _values(model: type[BaseModel], number: int, numbers: Iterator[int]) -> Iterator[tuple[str, Any]]:
    for name, spec in fields_of(model).items():
        yield name, _value(spec, number, numbers)


def _value(spec: FieldSpec, number: int, numbers: Iterator[int]) -> Any:
    if spec.kind in ("line", "text"):
        return marker(next(numbers))
    if spec.part is not None:
        return (spec.part.model_validate({"id": 1, **dict(_values(spec.part, number, numbers))}),)
    if spec.tables:
        target = Ref(spec.tables[0 if number == 1 else -1], 1) if spec.by_ref else 1
        return (target,) if spec.many else target
    return {
        "whole": 2026 + number if "year" in spec.name else number,
        "decimal": 2.0 * number,
        "amount": 123_00 * number,
        "date": DAY.replace(day=31 - number),
        "tick": number == 1,
        "choice": spec.choices[-number] if spec.choices else None,
        "choices": spec.choices,
    }[spec.kind]
