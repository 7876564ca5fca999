"""From an older form of the file to the present one, a numbered step at a time.

A change in the form of a dossier that a default value cannot take care of gets a step here and raises `SCHEMA`.
"""

from collections.abc import Callable, Collection, Mapping
from itertools import takewhile
from typing import Any

from sto_tui.domain.plan import numbers_of
from sto_tui.storage.file.duo_notes import with_countings

RawTables = dict[str, dict[str, dict[str, Any]]]
Step = Callable[[RawTables], RawTables]

SCHEMA = 5
"""The form that this version of sto-tui writes."""

FIRST = 1
"""The form of files, and of lines of the history, that were written before lines said their form."""


def _each(table: str, change: Callable[[dict[str, Any]], dict[str, Any]]) -> Step:
    """The step that changes all records of a table; whatever is no record is left to the reading of it."""

    def step(raw: RawTables) -> RawTables:
        documents = raw.get(table)
        if not isinstance(documents, dict):
            return raw
        changed = {
            number: change(document) if isinstance(document, dict) else document
            for number, document in documents.items()
        }
        return {**raw, table: changed}

    return step


def _without(names: Collection[str]) -> Callable[[dict[str, Any]], dict[str, Any]]:
    return lambda document: {name: value for name, value in document.items() if name not in names}


def _with_numbers(goal: dict[str, Any]) -> dict[str, Any]:
    """A goal with what its words say in numbers."""
    words = {name: value if isinstance(value := goal.get(name), str) else "" for name in ("baseline", "target")}
    years = {
        name: value if isinstance(value := goal.get(name), int) else None for name in ("baseline_year", "target_year")
    }
    try:
        numbers = numbers_of(words["baseline"], years["baseline_year"], words["target"], years["target_year"])
    except ValueError:
        # Without its numbers a goal can be read; a file that does not open is of no use to anybody.
        return goal
    return goal | {name: value for name, value in numbers.items() if value not in (None, "")}


def _with_what_is_unknown(raw: RawTables) -> RawTables:
    """A log that says what nobody knows; older versions took that from a milestone on gereed without a day.

    Of one line by itself only what it says can be told apart.
    """
    progress = raw.get("progress")
    if not isinstance(progress, dict):
        return raw
    lines = {
        number: line | {"before_unknown": True} if isinstance(line, dict) and line.get("since_unknown") else line
        for number, line in progress.items()
    }
    milestones = raw.get("milestones")
    for number, milestone in milestones.items() if isinstance(milestones, dict) else ():
        if isinstance(milestone, dict) and milestone.get("light") == "gereed" and not milestone.get("done_on"):
            _mark_undated(lines, number)
    return {**raw, "progress": lines}


def _mark_undated(lines: dict[str, Any], milestone: str) -> None:
    """Marks the line with which a milestone became ready on a day that nobody knows; before a first line all is so."""
    log = [
        (str(line.get("date")), int(number), line)
        for number, line in lines.items()
        if isinstance(line, dict) and str(line.get("milestone")) == milestone and number.isdecimal()
    ]
    log.sort(key=lambda entry: entry[:2], reverse=True)
    ready = list(takewhile(lambda entry: entry[2].get("light") == "gereed", log))
    if ready:
        _, first, line = ready[-1]
        unknown = ["since_unknown"] + ["before_unknown"] * (len(ready) == len(log))
        lines[str(first)] = line | dict.fromkeys(unknown, True)


STEPS: Mapping[int, Step] = {
    # Where a meeting had stopped: kept beside the dossier since workshops can be resumed, and read by nothing.
    1: _each("sessions", _without(("at_question", "round", "seconds_left"))),
    # The number of a baseline and of a target: they were read from their words each time.
    2: _each("goals", _with_numbers),
    # Over which vestigingen DUO counted what: it was read from the note of a figure each time.
    3: _each("indicators", with_countings),
    # Since when a stoplicht is so, and how it was before its first line: one mark stood for both, or none.
    4: _with_what_is_unknown,
}
"""Per form the step to the next one. A step leaves `meta` and the tables that it gets alone, and returns others.

It must also do for one record by itself, as the history holds them.
"""


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


def migrated_record(table: str, document: Mapping[str, Any], schema: int) -> dict[str, Any]:
    """One record that was written in the form `schema`, in the present form; as it is when there is no way there."""
    raw = migrated({"meta": {"1": {"schema": schema}}, table: {"1": dict(document)}}) if schema < SCHEMA else None
    return raw[table]["1"] if raw else dict(document)
