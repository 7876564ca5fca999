"""MS Project XML, as MS Project and ProjectLibre write it.

Source: the XML schema of Microsoft Project (mspdi): lags are in tenths of minutes, link types 0 FF, 1 FS, 2 SF, 3 SS.
"""

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

from sto_tui.domain import dutch
from sto_tui.intake.exports.safe_xml import child, children, day_in, local_name, text_below, texts_below, whole_number
from sto_tui.intake.exports.tasks import ExportedLink, ExportedPlan, ExportedTask, plan_of
from sto_tui.intake.tables.links import LinkKind

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_KINDS: Mapping[str, LinkKind] = {"0": "FF", "1": "FS", "2": "SF", "3": "SS"}
# The even formats count weekends too: minutes, hours, days, weeks, months that have elapsed.
_ELAPSED = frozenset(("4", "6", "8", "10", "12"))
_OF_DURATION = frozenset(("19", "20", "51", "52"))
_TENTHS_OF_A_DAY = 24 * 60 * 10
_USUAL_MINUTES_PER_DAY = 480


def is_project_xml(root: "Element") -> bool:
    """Whether this is the XML of MS Project."""
    return local_name(root) == "Project" and child(root, "Tasks") is not None


def project_plan(root: "Element") -> ExportedPlan:
    """The tasks of MS Project XML, without the one that stands for the whole project. Raises IntakeError."""
    tasks = child(root, "Tasks")
    elements = [*children(tasks, "Task")] if tasks is not None else []
    read = [(element, texts_below(element)) for element in elements]
    inactive = sum(texts.get("Active") == "0" for _, texts in read)
    shown = [
        (element, texts)
        for element, texts in read
        if texts.get("Name") and texts.get("Active") != "0" and texts.get("OutlineLevel") != "0"
    ]
    numbers = {texts.get("UID", ""): texts.get("ID") or texts.get("UID", "") for _, texts in shown}
    minutes = whole_number(text_below(root, "MinutesPerDay"), _USUAL_MINUTES_PER_DAY) or _USUAL_MINUTES_PER_DAY
    who = _resources(root)
    inactive_told = dutch.count(inactive, "inactieve taak is", "inactieve taken zijn")
    return plan_of(
        "MS Project",
        text_below(root, "Title") or text_below(root, "Name"),
        [_task(element, texts, numbers, minutes, who) for element, texts in shown],
        [f"{inactive_told} niet gelezen."] if inactive else [],
    )


def _task(
    element: "Element",
    texts: Mapping[str, str],
    numbers: Mapping[str, str],
    minutes: int,
    who: Mapping[str, list[str]],
) -> ExportedTask:
    uid, percent = texts.get("UID", ""), texts.get("PercentComplete", "")
    links = [texts_below(link) for link in children(element, "PredecessorLink")] if "PredecessorLink" in texts else []
    return ExportedTask(
        numbers[uid],
        texts["Name"],
        max(1, whole_number(texts.get("OutlineLevel", ""), 1)),
        day_in(texts.get("Start", "")),
        day_in(texts.get("Finish", "")),
        tuple(_link(link, numbers, minutes) for link in links if link.get("PredecessorUID") in numbers),
        float(whole_number(percent)) if percent else None,
        who=tuple(who.get(uid, ())),
        is_milestone=texts.get("Milestone") == "1",
        note=texts.get("Notes", ""),
    )


def _link(link: Mapping[str, str], numbers: Mapping[str, str], minutes: int) -> ExportedLink:
    tenths, form = whole_number(link.get("LinkLag", "")), link.get("LagFormat", "")
    lag = ""
    if tenths and form in _OF_DURATION:
        lag = f"{tenths:+d}%"
    elif tenths:
        elapsed = form in _ELAPSED
        lag = f"{tenths / (_TENTHS_OF_A_DAY if elapsed else minutes * 10):+g} {'vdagen' if elapsed else 'dagen'}"
    kind = _KINDS.get(link.get("Type") or "1", "FS")
    return ExportedLink(numbers[link["PredecessorUID"]], kind, lag)


def _resources(root: "Element") -> Mapping[str, list[str]]:
    """Who works on a task, by its number in the file."""
    resources, assignments = child(root, "Resources"), child(root, "Assignments")
    names = {
        text_below(resource, "UID"): text_below(resource, "Name")
        for resource in (children(resources, "Resource") if resources is not None else ())
    }
    who: dict[str, list[str]] = defaultdict(list)
    for assignment in children(assignments, "Assignment") if assignments is not None else ():
        if name := names.get(text_below(assignment, "ResourceUID")):
            who[text_below(assignment, "TaskUID")].append(name)
    return who
