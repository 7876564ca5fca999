"""What a new record begins with, once it is known where it belongs: the next number, the next place in an order."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from string import ascii_lowercase
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel

from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.evaluation import Answer, Question, QuestionPart
from sto_tui.domain.light_and_log import light_on
from sto_tui.domain.milestones import Milestone, Progress
from sto_tui.domain.money import Cofinancing, CofinancingForm
from sto_tui.domain.plan import ChapterText, Goal, Speerpunt, Theme
from sto_tui.domain.record import Record, Ref
from sto_tui.domain.tables import BY_MODEL
from sto_tui.domain.vision import VisionSection

Values = Mapping[str, Any]


def beginning(dossier: Dossier, model: type[Record], given: Values) -> Values:
    """What can be filled in beforehand beside what is given; empty when nothing follows from that."""
    begin = _BEGINNINGS.get(model)
    return {name: value for name, value in begin(dossier, given).items() if name not in given} if begin else {}


def _next(numbers: Iterable[int]) -> int:
    return max(numbers, default=0) + 1


def _theme(dossier: Dossier, given: Values) -> Values:
    return {"number": _next(theme.number for theme in dossier.of(Theme).values())}


def _goal(dossier: Dossier, given: Values) -> Values:
    return {"number": _next(goal.number for goal in dossier.plan_goals)}


def next_number(used: Sequence[str], prefix: str) -> str:
    """The number after the highest of `1.1`, `1.2`."""
    last = [number.removeprefix(prefix) for number in used if number.startswith(prefix)]
    whole = [int(part) for part in last if part.isdecimal()]
    return f"{prefix}{max(whole, default=0) + 1}"


def _speerpunt(dossier: Dossier, given: Values) -> Values:
    """With the next number in its theme; one that moved to another theme with its number still has that."""
    theme = dossier.of(Theme).get(given.get("theme") or 0)
    if theme is None:
        return {}
    used = _numbers_in_plan_of(dossier, theme, Speerpunt, f"{theme.number}.")
    return {"number": next_number(used, f"{theme.number}.")}


def _numbers_in_plan_of(
    dossier: Dossier, above: Theme | Speerpunt, model: type[Speerpunt | Milestone], prefix: str
) -> list[str]:
    """The numbers that begin so, in the plan periods of what stands above them."""
    table, periods = BY_MODEL[model].name, dossier.periods_of(ref_of(above).table, above)
    found = [record for record in dossier.whole.of(model).values() if record.number.startswith(prefix)]
    shared = [(record, dossier.periods_of(table, record)) for record in found]
    below = ref_of(above)
    return [each.number for each, others in shared if _above(each) == below or others & periods or others == periods]


def _section(dossier: Dossier, given: Values) -> Values:
    return {"order": _next(section.order for section in dossier.of(VisionSection).values())}


def _question(dossier: Dossier, given: Values) -> Values:
    """Of the region's own, after the last one of its part."""
    part = given.get("part", QuestionPart.SUCCESSEN)
    orders = (question.order for question in dossier.of(Question).values() if question.part is part)
    return {"part": part, "order": _next(orders), "own": True}


def _text(dossier: Dossier, given: Values) -> Values:
    """After the last one of its chapter."""
    chapter = given.get("chapter")
    return {"order": _next(text.order for text in dossier.of(ChapterText).values() if text.chapter is chapter)}


def _answer(dossier: Dossier, given: Values) -> Values:
    """Of the kind that its question asks for."""
    question = dossier.of(Question).get(given.get("question") or 0)
    kinds = {QuestionPart.SUCCESSEN: "succes", QuestionPart.VERBETERPUNTEN: "verbeterpunt"}
    return {"kind": kinds.get(question.part, "opmerking")} if question else {}


def _milestone(dossier: Dossier, given: Values) -> Values:
    """With the next letter after the number of its speerpunt; an empty number when there are none left.

    Without a speerpunt it is the next number in its theme, or of all.
    """
    speerpunt = dossier.whole.of(Speerpunt).get(given.get("speerpunt") or 0)
    if speerpunt is None:
        theme = dossier.whole.of(Theme).get(given.get("theme") or 0)
        numbers = [milestone.number for milestone in dossier.whole.of(Milestone).values()]
        return {"number": next_number(numbers, f"{theme.number}." if theme else "")}
    used = set(_numbers_in_plan_of(dossier, speerpunt, Milestone, speerpunt.number))
    letters = (f"{speerpunt.number}{letter}" for letter in ascii_lowercase)
    return {"number": next((candidate for candidate in letters if candidate not in used), "")}


def begun_with(dossier: Dossier, record: Record) -> bool:
    """Whether a new record has the number that it would get beforehand."""
    number = getattr(record, "number", None)
    return bool(number) and beginning(dossier, type(record), _without_number(record)).get("number") == number


def number_anew(dossier: Dossier, record: Record, renumbered: Collection[Ref] = ()) -> Any:
    """The number that a new record gets beforehand now; None where the one it has can stay.

    It can not where another one beside it has it, or when what it stands below is among the `renumbered`. One beside
    it is a milestone of the same speerpunt or theme, a speerpunt of the same theme, and a theme or goal of the same
    plan period.
    """
    table, number = ref_of(record).table, getattr(record, "number", None)
    periods = getattr(record, "periods", ())
    if isinstance(record, Theme | Goal) and periods:
        dossier = dossier.seen_in(periods[0])
    above = _above(record)
    beside = (other for other in dossier.tables[table].values() if other.id != record.id and _above(other) == above)
    stays = above not in renumbered and all(getattr(other, "number", None) != number for other in beside)
    if not number or stays:
        return None
    return beginning(dossier, type(record), _without_number(record)).get("number") or None


def _above(record: Record) -> Ref | None:
    """What gives the first part of its number."""
    if isinstance(record, Milestone) and record.speerpunt:
        return Ref("speerpunten", record.speerpunt)
    return Ref("themes", record.theme) if isinstance(record, Milestone | Speerpunt) and record.theme else None


def _without_number(record: Record) -> Values:
    return {name: value for name, value in record if name != "number"}


def why_unnumbered(dossier: Dossier, model: type[BaseModel], values: Values) -> str:
    """Why a new record got no number beforehand, as one Dutch sentence with a blank after it; empty when it did."""
    speerpunt = dossier.whole.of(Speerpunt).get(values.get("speerpunt") or 0)
    if model is not Milestone or speerpunt is None or values.get("number"):
        return ""
    return f"Bij {dossier.word_of('speerpunten')} {speerpunt.number} zijn de letters a–z op. "


_HOURS = ("uur", "uren")


def form_of_unit(unit: str) -> CofinancingForm:
    """In what a contribution is counted of which only the unit is told; without one that is money."""
    if not unit:
        return CofinancingForm.GELD
    return CofinancingForm.UREN if unit.lower() in _HOURS else CofinancingForm.MATERIAAL


def _contribution(dossier: Dossier, given: Values) -> Values:
    return {"form": form_of_unit(str(given.get("unit") or ""))}


def _line_of_the_log(dossier: Dossier, given: Values) -> Values:
    """With the stoplicht of its milestone on its day: a line about a later day says nothing of that one."""
    milestone = dossier.whole.of(Milestone).get(given.get("milestone") or 0)
    if milestone is None:
        return {}
    day = given.get("date")
    stood = light_on(milestone, dossier.whole.progress_of(milestone.id), day) if isinstance(day, date) else None
    return {"light": stood or milestone.light}


_BEGINNINGS: Mapping[type[Record], Callable[[Dossier, Values], Values]] = MappingProxyType(
    {
        Theme: _theme,
        Goal: _goal,
        Speerpunt: _speerpunt,
        VisionSection: _section,
        Question: _question,
        ChapterText: _text,
        Answer: _answer,
        Milestone: _milestone,
        Progress: _line_of_the_log,
        Cofinancing: _contribution,
    }
)
