"""Reads the content files. Each is read once; what comes out does not change."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from sto_tui.domain.evaluation import QuestionKind, QuestionPart
from sto_tui.domain.plan import SupportKind, Tag
from sto_tui.domain.region import HolidayRegion, PeriodDetail
from sto_tui.frozen import frozen


@frozen
class PlanStep:
    """A step of plan making."""

    key: str
    title: str
    source: str


@frozen
class StandardQuestion:
    """A question that every new dossier has."""

    part: QuestionPart
    text: str
    kind: QuestionKind = QuestionKind.OPEN
    own: bool = False


@frozen
class PeriodPreset:
    """A plan period of the regulation."""

    label: str
    start: date
    end: date
    detail: PeriodDetail
    submit_by: date


@frozen
class Tool:
    """An aid that the sources name: where it is, to be checked by people, and what it is for."""

    title: str
    address: str
    what_for: str


@frozen
class SupportExample:
    """A question that regions ask the supporters."""

    kind: SupportKind
    question: str
    supporter: str = ""


@frozen
class NationalDeadline:
    """A date that holds for every region."""

    title: str
    date: date


@frozen
class Subject:
    """A subject that a plan must deal with; to be checked in the regulation."""

    tag: Tag
    title: str


@frozen
class StandardBody:
    """A body that most regions have."""

    name: str
    short: str


@frozen
class SchoolHoliday:
    """A school holiday of one region, from its first up to its last day, and where that was read."""

    region: HolidayRegion
    name: str
    start: date
    end: date
    source: str


@cache
def _content(name: str) -> dict[str, Any]:
    # Not through importlib.resources, which loads as much again as reading TOML does.
    return tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text(encoding="utf-8"))


@cache
def steps() -> tuple[PlanStep, ...]:
    """The eight steps, in order."""
    return tuple(PlanStep(**entry) for entry in _content("steps")["step"])


@cache
def questions() -> tuple[StandardQuestion, ...]:
    """The questions of the evaluation, in order."""
    return tuple(
        StandardQuestion(
            QuestionPart(entry["part"]), entry["text"], QuestionKind(entry.get("kind", "open")), entry.get("own", False)
        )
        for entry in _content("questions")["question"]
    )


@cache
def periods() -> tuple[PeriodPreset, ...]:
    """The plan periods of the regulation."""
    return tuple(
        PeriodPreset(**{**entry, "detail": PeriodDetail(entry["detail"])}) for entry in _content("regulation")["period"]
    )


@cache
def other_period_names() -> dict[str, str]:
    """Names that people use, and the name that the regulation has."""
    return dict(_content("regulation")["names"])


@cache
def national_deadlines() -> tuple[NationalDeadline, ...]:
    """Deadlines that hold for every region."""
    return tuple(NationalDeadline(**entry) for entry in _content("regulation")["deadline"])


@cache
def subjects() -> tuple[Subject, ...]:
    """Subjects that a plan must deal with."""
    return tuple(Subject(Tag(entry["tag"]), entry["title"]) for entry in _content("regulation")["subject"])


@cache
def sources() -> dict[str, str]:
    """Where deadlines, subjects and the minimum of cofinancing come from, in Dutch."""
    return dict(_content("regulation")["sources"])


@cache
def minimum_cofinancing(year: int) -> float:
    """The minimum that companies contribute in a year, as a percentage; before the first known year as in that year."""
    known = {entry["first_year"]: entry["minimum_percentage"] for entry in _content("regulation")["cofinancing"]}
    return float(known[max((first for first in known if first <= year), default=min(known))])


@cache
def vision_sections() -> tuple[str, ...]:
    """The sections of a regiovisie, in order."""
    return tuple(_vision_questions())


@cache
def _vision_questions() -> dict[str, str]:
    return {entry["title"]: entry["question"] for entry in _content("vision")["section"]}


def vision_question(section: str) -> str:
    """The question that the text of a section answers; empty for a section of the region's own."""
    return _vision_questions().get(section, "")


@cache
def bodies() -> tuple[StandardBody, ...]:
    """Bodies that most regions have."""
    return tuple(StandardBody(**entry) for entry in _content("bodies")["body"])


@cache
def school_holidays() -> tuple[SchoolHoliday, ...]:
    """The school holidays of the three regions, of the school years that are known."""
    return tuple(
        SchoolHoliday(region, name, year[name][region][0], year[name][region][1], year["source"])
        for year in _content("holidays")["school_year"]
        for name in year
        if name != "source"
        for region in HolidayRegion
    )


@cache
def tools() -> tuple[Tool, ...]:
    """The aids that the sources name."""
    return tuple(Tool(**entry) for entry in _content("tools")["tool"])


@cache
def support_examples() -> tuple[SupportExample, ...]:
    """Questions that regions ask the supporters, by kind; the critical friend first."""
    return tuple(
        SupportExample(**{**entry, "kind": SupportKind(entry["kind"])}) for entry in _content("support")["example"]
    )


@cache
def free_half_days() -> int:
    """How many half-days of support a region has for nothing."""
    return int(_content("support")["free_half_days"])


@cache
def support_form() -> str:
    """The address of the site with the contact form of the support."""
    return str(_content("support")["form"])
