"""The voorbeeldregio a number of times over: each copy refers to itself, so that all grows by as much."""

from collections.abc import Mapping
from typing import Any

import orjson
from pydantic import BaseModel

from benchmarks.measuring import EXAMPLE
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.record import FieldSpec, fields_of
from sto_tui.domain.tables import TABLES
from sto_tui.storage.file.codec import decode, dossier_from, encode

STEP = 10_000
"""How far the ids of one copy are from those of the next."""
# There is one of these, whatever the size of the region.
_SHARED = {"region", "periods", "statements", "questions"}

_OWN_PER_COPY = ("number", "name")
"""Things that are called the same are told in pairs, of which ten times as many things have a hundred times as many."""


def grown(times: int) -> Dossier:
    """So many copies as a dossier."""
    return dossier_from(decode(grown_file(times), EXAMPLE.name), EXAMPLE.name)


def grown_file(times: int) -> bytes:
    """So many copies as the file of a dossier."""
    raw: dict[str, Any] = orjson.loads(EXAMPLE.read_bytes())
    for name, table in TABLES.items():
        if name not in _SHARED:
            raw[name] = {
                str(int(number) + copy * STEP): _moved(document, fields_of(table.model), copy)
                for copy in range(times)
                for number, document in raw.get(name, {}).items()
            }
    return encode(raw)


def _moved(document: Mapping[str, Any], specs: Mapping[str, FieldSpec], copy: int) -> dict[str, Any]:
    moved = {name: _value(specs[name], value, copy) if name in specs else value for name, value in document.items()}
    for name in _OWN_PER_COPY:
        if copy and isinstance(moved.get(name), str) and specs[name].kind == "line":
            moved[name] = f"{moved[name]} {copy}"
    return moved


def _value(spec: FieldSpec, value: Any, copy: int) -> Any:
    if spec.kind == "parts" and spec.part:
        return [_moved(part, _fields(spec.part), copy) for part in value]
    if not spec.tables:
        return value
    return [_target(spec, one, copy) for one in value] if isinstance(value, list) else _target(spec, value, copy)


def _fields(model: type[BaseModel]) -> Mapping[str, FieldSpec]:
    return fields_of(model)


def _target(spec: FieldSpec, value: Any, copy: int) -> Any:
    if isinstance(value, str):
        table, _, rest = value.partition("/")
        number, slash, field = rest.partition("/")
        return value if table in _SHARED else f"{table}/{int(number) + copy * STEP}{slash}{field}"
    if value is None or spec.tables[0] in _SHARED:
        return value
    return value + copy * STEP
