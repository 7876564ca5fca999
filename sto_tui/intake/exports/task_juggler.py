"""The plan of TaskJuggler (`.tjp`): tasks in tasks, of which only what is written is known, not what it would plan.

Source: the syntax of TaskJuggler 3: an end without a time is midnight at the begin of that day.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from sto_tui.intake.exports.safe_xml import day_in
from sto_tui.intake.exports.tasks import ExportedLink, ExportedPlan, ExportedTask, plan_of
from sto_tui.intake.sheets.table_reader import IntakeError

# What is opened and never closed goes on to the end, and nothing is tried in two ways: a banner of `####`, or a file
# full of opening signs, would take hours.
_COMMENT = r"(?:\#|//)[^\n]*+|/\*.*?(?:\*/|\Z)"
_TOKEN = re.compile(
    rf'"(?P<text>(?:[^"\\]|\\.)*+)(?:"|\\?\Z)|-8<-(?P<long>.*?)(?:->8-|\Z)|(?P<comment>{_COMMENT})'
    r"|(?P<mark>[{},])|(?P<word>[^\s{},\"#]+)",
    re.DOTALL,
)
_STARTS_WITH_PROJECT = re.compile(rf"\s*+(?:(?>{_COMMENT})\s*+)*+(?:macro\b|project\b)", re.DOTALL)
_LENGTH = re.compile(r"(\d+(?:\.\d+)?)(d|w|m|y)")
_DAYS = {"d": 1.0, "w": 7.0, "m": 30.4, "y": 365.0}
_GAPS = ("gapduration", "gaplength")
_GAP = re.compile(r"(\d+(?:\.\d+)?)(min|h|d|w|m|y)")
_DUTCH_UNITS = {"min": "minuten", "h": "uur", "d": "dagen", "w": "weken", "m": "maanden"}
_WORKING_DAYS = {"d": 1, "w": 5}
_MOST_TOKENS = 1_000_000
_DEEPEST = 100
_TIMED = 10

Token = tuple[str, bool]
"""A word or a text, and whether it stood between quotes."""


@dataclass
class _Task:
    """A task while it is read."""

    path: tuple[str, ...]
    name: str
    words: dict[str, list[str]] = field(default_factory=dict)
    # By place in what it depends on: the word for the time between and how long, and links from begin to begin.
    gaps: dict[int, tuple[str, str]] = field(default_factory=dict)
    at_start: set[int] = field(default_factory=set)


@dataclass(frozen=True)
class _Open:
    """A block that is not closed yet: of a task, or about the last link of one."""

    task: _Task | None = None
    link: _Task | None = None


def is_task_juggler(text: str) -> bool:
    """Whether a text begins as a plan of TaskJuggler does."""
    return _STARTS_WITH_PROJECT.match(text[:20_000]) is not None


def task_juggler_plan(text: str, name: str) -> ExportedPlan:
    """The tasks with the days that are written. Raises IntakeError."""
    tokens = _tokens(text, name)
    tasks = _tasks(tokens, name)
    title = next((word for word, quoted in tokens if quoted), "")
    numbers = {task.path: str(at) for at, task in enumerate(tasks, 1)}
    return plan_of("TaskJuggler", title, [_exported(task, numbers) for task in tasks])


def _tokens(text: str, name: str) -> list[Token]:
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text):
        if match["comment"] is not None:
            continue
        quoted = match["text"] if match["text"] is not None else match["long"]
        tokens.append((quoted, True) if quoted is not None else (match["mark"] or match["word"], False))
        if len(tokens) > _MOST_TOKENS:
            raise IntakeError(f"{name} is te groot: er staat te veel in.")
    return tokens


def _tasks(tokens: Sequence[Token], name: str) -> list[_Task]:
    """The tasks in order; what stands in other blocks (resources, reports) is passed over."""
    tasks: list[_Task] = []
    open_blocks: list[_Open] = []
    pending: _Task | None = None
    attribute = ""
    for at, (word, quoted) in enumerate(tokens):
        block = open_blocks[-1] if open_blocks else _Open()
        inside = block.task
        if quoted:
            if inside and attribute == "note":
                inside.words.setdefault(attribute, []).append(word)
        elif word == "{":
            open_blocks.append(_Open(pending, inside if attribute.rstrip(",") == "depends" else None))
            pending, attribute = None, ""
            if len(open_blocks) > _DEEPEST:
                raise IntakeError(f"{name} is vreemd opgebouwd: de blokken staan te diep in elkaar.")
        elif word == "}":
            if open_blocks:
                open_blocks.pop()
            pending, attribute = None, "depends," if block.link else ""
        elif block.link:
            attribute = _read_link_word(block.link, attribute, word)
        elif word == "task" and (inside or not open_blocks) and _is_named(tokens, at):
            path = (*(inside.path if inside else ()), tokens[at + 1][0])
            pending = _Task(path, tokens[at + 2][0])
            tasks.append(pending)
            attribute = ""
        elif inside:
            attribute = _read_word(inside, attribute, word)
    return tasks


def _is_named(tokens: Sequence[Token], at: int) -> bool:
    return at + 2 < len(tokens) and not tokens[at + 1][1] and tokens[at + 2][1]


_LISTS = ("responsible", "allocate", "depends")
_ATTRIBUTES = frozenset(("start", "end", "duration", "length", "complete", "milestone", "note", *_LISTS))


def _read_word(task: _Task, attribute: str, word: str) -> str:
    """Adds a word to its attribute; returns the one that goes on, with a comma when only a comma can go on with it."""
    if word == ",":
        return attribute.rstrip(",") if attribute.endswith(",") else ""
    if word in _ATTRIBUTES:
        task.words.setdefault(word, [])
        return word
    if not attribute or attribute.endswith(","):
        return ""
    task.words[attribute].append(word)
    return f"{attribute}," if attribute in _LISTS else ""


def _read_link_word(task: _Task, attribute: str, word: str) -> str:
    """Adds what stands in the block behind the last task that this one depends on; returns what goes on."""
    last = len(task.words["depends"]) - 1
    if attribute in _GAPS:
        task.gaps[last] = (attribute, word)
        return ""
    if word == "onstart":
        task.at_start.add(last)
    return word


def _lag(gap: tuple[str, str] | None) -> str:
    """The time between as MS Project writes it: a duration counts all days, a length those of work."""
    match = _GAP.fullmatch(gap[1]) if gap else None
    if gap is None or match is None:
        return ""
    size, unit = match[1], match[2]
    if unit == "y":
        size, unit = f"{float(size) * _DAYS[unit]:g}", "d"
    return f"+{size} {'v' if gap[0] == 'gapduration' and unit in ('d', 'h') else ''}{_DUTCH_UNITS[unit]}"


def _exported(task: _Task, numbers: Mapping[tuple[str, ...], str]) -> ExportedTask:
    is_milestone = "milestone" in task.words
    start, end = _days(task, is_milestone=is_milestone)
    complete = (task.words.get("complete") or [""])[0]
    return replace(
        ExportedTask(numbers[task.path], task.name, len(task.path), start, end, is_milestone=is_milestone),
        links=tuple(
            ExportedLink(numbers[path], "SS" if at in task.at_start else "FS", _lag(task.gaps.get(at)))
            for at, word in enumerate(task.words.get("depends", ()))
            if (path := _path(task.path, word)) in numbers
        ),
        percent=float(complete) if complete.isdecimal() else None,
        who=tuple(task.words.get("responsible", ()) or task.words.get("allocate", ())),
        note=(task.words.get("note") or [""])[0],
    )


def _path(here: tuple[str, ...], word: str) -> tuple[str, ...]:
    """`a.b` from the outermost tasks, `!b` beside this task, `!!b` beside the one around it."""
    up = len(word) - len(word.lstrip("!"))
    within = here[: len(here) - up] if up else ()
    return (*within, *word.lstrip("!").split("."))


def _days(task: _Task, *, is_milestone: bool) -> tuple[date | None, date | None]:
    written = {name: (task.words.get(name) or [""])[0] for name in ("start", "end", "duration", "length")}
    start, end = day_in(written["start"]), day_in(written["end"])
    if is_milestone:
        return start or end, end or start
    if end and len(written["end"]) == _TIMED:
        end -= timedelta(days=1)
    if start and end is None:
        end = _after(start, written["duration"], written["length"])
    return start, end


def _after(start: date, duration: str, length: str) -> date | None:
    """The last day of a duration, in all days, or of a length, in working days; effort depends on who works."""
    if match := _LENGTH.fullmatch(duration):
        return start + timedelta(days=max(0, min(36_500, round(float(match[1]) * _DAYS[match[2]])) - 1))
    match = _LENGTH.fullmatch(length)
    if match is None or match[2] not in _WORKING_DAYS:
        return None
    left = max(1, min(2_600, round(float(match[1]) * _WORKING_DAYS[match[2]])))
    day, left = start + timedelta(weeks=(left - 1) // 5), (left - 1) % 5 + 1
    while True:
        left -= day.weekday() < 5
        if left <= 0:
            return day
        day += timedelta(days=1)
