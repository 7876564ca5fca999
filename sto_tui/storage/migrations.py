"""From an older form of the file to the present one, a numbered step at a time.

A change in the form of a dossier that a default value cannot take care of gets a step here and raises `SCHEMA`.
"""

from collections.abc import Callable, Mapping
from typing import Any

RawTables = dict[str, dict[str, dict[str, Any]]]
Step = Callable[[RawTables], RawTables]

SCHEMA = 1
"""The form that this version of sto-tui writes."""

STEPS: Mapping[int, Step] = {}
"""Per form the step to the next one. A step gets tables it may change, and leaves `meta` alone."""


def schema_of(raw: RawTables) -> int:
    """The form of a file."""
    return int(raw["meta"]["1"]["schema"])


def migrated(raw: RawTables, steps: Mapping[int, Step] = STEPS, to: int = SCHEMA) -> RawTables | None:
    """The tables in the form `to`; None when a step is missing. Newer tables come back as they are."""
    for schema in range(schema_of(raw), to):
        if schema not in steps:
            return None
        raw = steps[schema](raw)
        raw = {**raw, "meta": {**raw["meta"], "1": {**raw["meta"]["1"], "schema": schema + 1}}}
    return raw
