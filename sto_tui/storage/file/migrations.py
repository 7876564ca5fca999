"""From an older form of the file to the present one, a numbered step at a time.

A change in the form of a dossier that a default value cannot take care of gets a step here and raises `SCHEMA`.
"""

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from functools import reduce
from itertools import takewhile
from typing import Any

from sto_tui.domain.plan import numbers_of
from sto_tui.storage.file.duo_notes import with_countings

RawTables = dict[str, dict[str, dict[str, Any]]]
Step = Callable[[RawTables], RawTables]

SCHEMA = 7
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


def _into_periods(raw: RawTables) -> RawTables:
    """What belongs to a plan period says so; it was that of the plan at hand, for all of it.

    Of one record by itself only the period that it named is known.
    """
    raw = _each("goals", _with_its_period)(raw)
    periods = raw.get("periods")
    numbers = [number for number, period in periods.items() if _begins(period)] if isinstance(periods, dict) else []
    if not numbers or not isinstance(periods, dict):
        return raw
    marked = [number for number in numbers if periods[number].get("current")] or numbers
    at_hand = max(marked, key=lambda number: (_begins(periods[number]), int(number)))
    if looked_back_at := _ended_before(periods, at_hand):
        for table in ("sessions", "decisions", "answers", "scores"):
            raw = _each(table, _unless_there("period", looked_back_at))(raw)
    for table, name, value in _OF_THE_PLAN_AT_HAND:
        raw = _each(table, _unless_there(name, value(int(at_hand))))(raw)
    return _with_its_version(raw, at_hand)


_OF_THE_PLAN_AT_HAND: tuple[tuple[str, str, Callable[[int], Any]], ...] = (
    ("goals", "periods", lambda number: [number]),
    ("themes", "periods", lambda number: [number]),
    ("risks", "periods", lambda number: [number]),
    ("texts", "period", lambda number: number),
    ("vision", "period", lambda number: number),
)
_OF_THE_REGION = {"version": "version", "subsidy_in_budget": "subsidy"}


def _ended_before(periods: Mapping[str, Any], at_hand: str) -> int | None:
    """The last period that ended before the plan at hand begins: that is what its evaluation looked back at."""
    earlier = [
        (end, int(number))
        for number, period in periods.items()
        if _begins(period) and isinstance(end := period.get("end"), str) and end < _begins(periods[at_hand])
    ]
    return max(earlier)[1] if earlier else None


def _begins(period: Any) -> str:
    """The day on which a period begins; empty for what is none."""
    start = period.get("start") if isinstance(period, dict) else None
    return start if isinstance(start, str) else ""


def _with_its_period(goal: dict[str, Any]) -> dict[str, Any]:
    period = goal.get("of_period")
    rest = {name: value for name, value in goal.items() if name != "of_period"}
    return rest | {"periods": [period]} if isinstance(period, int) else rest


def _unless_there(name: str, value: Any) -> Callable[[dict[str, Any]], dict[str, Any]]:
    return lambda document: {name: value} | document


def _with_its_version(raw: RawTables, at_hand: str) -> RawTables:
    """The version of the plan and the subsidy for its years: the region had one of each, for the plan at hand."""
    regions = raw.get("region")
    if not isinstance(regions, dict):
        return raw
    given: dict[str, Any] = {}
    for region in regions.values():
        if isinstance(region, dict):
            given |= {new: region[old] for old, new in _OF_THE_REGION.items() if region.get(old) not in (None, "")}
    return {**raw, "periods": {**raw["periods"], at_hand: given | raw["periods"][at_hand]}}


_STATUS_AT_DUSI: Mapping[str, dict[str, Any]] = {
    "submitted": {"plan_status": "ingediend"},
    "granted": {"plan_status": "toegekend"},
    "running": {"plan_status": "toegekend"},
    "closed": {"plan_status": "toegekend", "closed": True},
}


def _with_one_status(period: dict[str, Any]) -> dict[str, Any]:
    """How far a plan is, in one field: how far it was at DUS-I stood beside it; what runs was granted before."""
    rest = {name: value for name, value in period.items() if name != "status"}
    status = period.get("status")
    return rest | (_STATUS_AT_DUSI.get(status, {}) if isinstance(status, str) else {})


def _with_resolution_numbers(raw: RawTables) -> RawTables:
    """What the stuurgroep decided has its number: they were counted each time, by year, in the order of writing down.

    One record by itself does not know how many came before it.
    """
    resolutions, sessions = raw.get("resolutions"), raw.get("sessions")
    if "region" not in raw or not isinstance(resolutions, dict):
        return raw
    counted: Counter[str] = Counter()
    numbered = dict(resolutions)
    for key in sorted(filter(str.isdecimal, resolutions), key=int):
        resolution = resolutions[key]
        if isinstance(resolution, dict) and (year := _year_of(resolution, sessions)):
            counted[year] += 1
            numbered[key] = {"number": f"{year}-{counted[year]}"} | resolution
    return {**raw, "resolutions": numbered}


def _year_of(resolution: Mapping[str, Any], sessions: Any) -> str:
    """The year of its day, else of its meeting; empty when neither is there."""
    meeting = sessions.get(str(resolution.get("session"))) if isinstance(sessions, dict) else None
    day = resolution.get("date") or (meeting.get("date") if isinstance(meeting, dict) else None)
    return day[:4] if isinstance(day, str) else ""


def _in_order(*steps: Step) -> Step:
    return lambda raw: reduce(lambda tables, step: step(tables), steps, raw)


STEPS: Mapping[int, Step] = {
    # Where a meeting had stopped: kept beside the dossier since workshops can be resumed, and read by nothing.
    1: _each("sessions", _without(("at_question", "round", "seconds_left"))),
    # The number of a baseline and of a target: they were read from their words each time.
    2: _each("goals", _with_numbers),
    # Over which vestigingen DUO counted what: it was read from the note of a figure each time.
    3: _each("indicators", with_countings),
    # Since when a stoplicht is so, and how it was before its first line: one mark stood for both, or none.
    4: _with_what_is_unknown,
    # To which plan goals, themes, risks and texts belong: there was one plan, and goals of an earlier one. How far a
    # plan is stood in two fields.
    5: _in_order(_into_periods, _each("region", _without(_OF_THE_REGION)), _each("periods", _with_one_status)),
    # The number of a decision of the stuurgroep: it was counted each time, so that removing one renumbered the rest.
    6: _with_resolution_numbers,
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
