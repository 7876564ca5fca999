"""The `.gan` files of GanttProject: tasks in tasks, with a length in working days."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sto_tui.intake.exports.safe_xml import child, children, day_in, local_name, text_below, whole_number
from sto_tui.intake.exports.tasks import ExportedLink, ExportedPlan, ExportedTask, plan_of
from sto_tui.intake.tables.links import LinkKind

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_KINDS: Mapping[str, LinkKind] = {"1": "SS", "2": "FS", "3": "FF", "4": "SF"}
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_USUAL_FREE = frozenset((5, 6))
# Ten years of working days; what is longer is no task.
_LONGEST = 2_600


class _FreeDays:
    """The days on which nobody works, by the calendar in the file: of the week, and holidays with or without a year."""

    def __init__(self, root: "Element") -> None:
        calendars = child(root, "calendars")
        weeks = calendars.iter() if calendars is not None else iter(())
        week = next((element for element in weeks if local_name(element) == "default-week"), None)
        free = frozenset(at for at, day in enumerate(_WEEKDAYS) if week is not None and week.get(day) == "1")
        self._weekdays = free if week is not None and len(free) < 7 else _USUAL_FREE
        self._holidays = {
            (whole_number(element.get("year") or ""), whole_number(element.get("month") or ""), whole_number(day))
            for element in (children(calendars, "date") if calendars is not None else ())
            if (day := element.get("date")) and element.get("type", "HOLIDAY") == "HOLIDAY"
        }

        self._known: dict[date, bool] = {}

    def __contains__(self, day: date) -> bool:
        if day not in self._known:
            self._known[day] = self._is_free(day)
        return self._known[day]

    def _is_free(self, day: date) -> bool:
        return day.weekday() in self._weekdays or bool(
            {(day.year, day.month, day.day), (0, day.month, day.day)} & self._holidays
        )

    def last_day(self, start: date, length: int) -> date:
        """The last of so many working days from a start, by weeks at once when there are no holidays."""
        day, left = start, length
        week = 7 - len(self._weekdays)
        if not self._holidays and left > week:
            day, left = day + timedelta(weeks=(left - 1) // week), (left - 1) % week + 1
        while True:
            left -= day not in self
            if left <= 0 or (day - start).days > 2 * _LONGEST:
                return day
            day += timedelta(days=1)


def is_gantt_project(root: "Element") -> bool:
    """Whether this is a file of GanttProject."""
    return local_name(root) == "project" and child(root, "tasks") is not None


def gantt_plan(root: "Element") -> ExportedPlan:
    """The tasks of a `.gan` file, in the order of the plan. Raises IntakeError."""
    tasks = child(root, "tasks")
    free = _FreeDays(root)
    placed = [*_placed(tasks, 1)] if tasks is not None else []
    links = _links(element for element, _ in placed)
    who = _who(root)
    return plan_of(
        "GanttProject",
        root.get("name") or "",
        [_task(element, level, free, links, who) for element, level in placed],
    )


def _placed(parent: "Element", level: int) -> "Iterator[tuple[Element, int]]":
    """Every task with how deep it stands; lxml gives no file more than 256 levels."""
    for element in children(parent, "task"):
        yield element, level
        yield from _placed(element, level + 1)


def _task(
    element: "Element",
    level: int,
    free: _FreeDays,
    links: Mapping[str, list[ExportedLink]],
    who: Mapping[str, list[str]],
) -> ExportedTask:
    identity, percent = element.get("id") or "", element.get("complete")
    start, length = day_in(element.get("start") or ""), whole_number(element.get("duration") or "")
    is_milestone = element.get("meeting") == "true"
    end = start
    if start and not is_milestone and 0 < length <= _LONGEST:
        end = free.last_day(start, length)
    return ExportedTask(
        identity,
        element.get("name") or "",
        level,
        start,
        end if is_milestone or 0 < length <= _LONGEST else None,
        tuple(links.get(identity, ())),
        float(whole_number(percent)) if percent else None,
        who=tuple(who.get(identity, ())),
        is_milestone=is_milestone,
        note=text_below(element, "notes"),
    )


def _links(elements: "Iterator[Element]") -> Mapping[str, list[ExportedLink]]:
    """A link stands in the task that comes first, and names the one that waits."""
    links: dict[str, list[ExportedLink]] = defaultdict(list)
    for element in elements:
        for link in children(element, "depend"):
            difference = whole_number(link.get("difference") or "")
            lag = f"{difference:+d}d" if difference else ""
            kind = _KINDS.get(link.get("type") or "2", "FS")
            links[link.get("id") or ""].append(ExportedLink(element.get("id") or "", kind, lag))
    return links


def _who(root: "Element") -> Mapping[str, list[str]]:
    resources, allocations = child(root, "resources"), child(root, "allocations")
    names = {
        resource.get("id"): resource.get("name") or ""
        for resource in (children(resources, "resource") if resources is not None else ())
    }
    who: dict[str, list[str]] = defaultdict(list)
    for allocation in children(allocations, "allocation") if allocations is not None else ():
        if name := names.get(allocation.get("resource-id")):
            who[allocation.get("task-id") or ""].append(name)
    return who
