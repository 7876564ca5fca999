"""A full dossier of three plan periods, in which everything refers to anything of any of them."""

from datetime import date, timedelta
from random import Random
from typing import Any

from pydantic import BaseModel

from sto_tui.domain.dossier import Dossier, Tables
from sto_tui.domain.record import FieldSpec, Ref, fields_of
from sto_tui.domain.region import PlanPeriod

PERIODS = {
    1: PlanPeriod(id=1, label="2023-2024", start=date(2023, 1, 1), end=date(2024, 12, 31)),
    2: PlanPeriod(id=2, label="2025-2026", start=date(2025, 1, 1), end=date(2026, 12, 31), current=True),
    3: PlanPeriod(id=3, label="2027-2028", start=date(2027, 1, 1), end=date(2028, 12, 31)),
}
_FIRST, _DAYS = date(2023, 1, 1), 6 * 365
_AS_IT_IS = 0.3


def crossed(base: Dossier, chance: Random) -> Dossier:
    """The records of a dossier with other periods, years, days and references."""
    there = {**base.tables, "periods": PERIODS}
    tables = {
        name: {number: _crossed(record, there, chance) for number, record in records.items()}
        for name, records in there.items()
        if name != "periods"
    }
    return Dossier({**tables, "periods": PERIODS})


def _crossed(record: Any, tables: Tables, chance: Random) -> Any:
    model: type[BaseModel] = type(record)
    specs = fields_of(model)
    return record.model_copy(
        update={name: _value(name, spec, getattr(record, name), tables, chance) for name, spec in specs.items()}
    )


def _value(name: str, spec: FieldSpec, value: Any, tables: Tables, chance: Random) -> Any:
    if name == "periods":
        return tuple(chance.sample(list(PERIODS), chance.randrange(3)))
    if name == "year":
        return chance.randint(2023, 2028)
    if spec.tables:
        targets = [Ref(table, number) for table in spec.tables for number in tables[table]]
        if not targets or (value is None and chance.random() < _AS_IT_IS):
            return value
        chosen = [chance.choice(targets) for _ in range(len(value) if spec.many else 1)]
        numbers = list(dict.fromkeys(target if spec.by_ref else target.id for target in chosen))
        return tuple(numbers) if spec.many else numbers[0]
    if isinstance(value, date) and chance.random() > _AS_IT_IS:
        return _FIRST + timedelta(days=chance.randrange(_DAYS))
    return tuple(_crossed(part, tables, chance) for part in value) if _is_parts(value) else value


def _is_parts(value: Any) -> bool:
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], BaseModel)
