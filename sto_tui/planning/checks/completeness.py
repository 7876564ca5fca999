"""How far the plan is, per step of plan making. Source: Tips en tools, 1 to 8."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sto_tui.content.library import steps, subjects
from sto_tui.domain.dossier import Dossier, list_of, ref_of
from sto_tui.domain.evaluation import Question, QuestionKind, QuestionPart
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.parties import Party, PartyStatus
from sto_tui.domain.plan import Speerpunt, Support, SupportState, Tag
from sto_tui.domain.record import Record, Ref
from sto_tui.domain.vision import VisionSection
from sto_tui.planning.checks.finding import Finding, Level
from sto_tui.planning.checks.goals import measurable
from sto_tui.planning.evaluation.results import shown_questions

R = TypeVar("R", bound=Record)
# A phrase of a step that lacks something; longer ones leave no room for a bar beside them in 80 columns.
LONGEST_PHRASE = 28


@dataclass(frozen=True)
class StepState:
    """`done` of `total`, what that means in words, and where to go on: the first that is not done, or the list."""

    done: int
    total: int
    phrase: str
    ref: Ref


def step_states(dossier: Dossier) -> tuple[StepState, ...]:
    """One state per step, in the order of the steps."""
    return tuple(_STEPS[step.key](dossier) for step in steps())


def step_errors(dossier: Dossier, found: Iterable[Finding]) -> tuple[int, ...]:
    """Per step how many findings of level fout are about the records that it counts."""
    refs = [finding.ref for finding in found if finding.level is Level.FOUT]
    return tuple(sum(_IS_COUNTED[step.key](dossier, ref) for ref in refs) for step in steps())


def _is_factor(dossier: Dossier, ref: Ref) -> bool:
    question = dossier.of(Question).get(ref.id) if ref.table == "questions" else None
    return question is not None and question.part is QuestionPart.SUCCESFACTOREN


def _counted(table: str, records: Iterable[R], is_done: Callable[[R], bool], what: str, nothing: str) -> StepState:
    """How many of these records are done; `what` says of them all what that is."""
    found = list(records)
    open_ones = [record for record in found if not is_done(record)]
    done = len(found) - len(open_ones)
    ref = ref_of((open_ones or found)[0]) if found else list_of(table)
    return StepState(done, len(found), f"{done} van {len(found)} {what}" if found else nothing, ref)


def _parties(dossier: Dossier) -> StepState:
    parties = [party for party in dossier.of(Party).values() if party.status is not PartyStatus.GESTOPT]
    return _counted("parties", parties, lambda party: bool(party.involved_in), "partijen", "nog geen partijen")


def _evaluation(dossier: Dossier) -> StepState:
    asked = [one for one in shown_questions(dossier) if one.part is not QuestionPart.SUCCESFACTOREN]
    return _counted("questions", asked, _is_answered(dossier), "vragen", "nog geen vragen")


def _is_answered(dossier: Dossier) -> Callable[[Question], bool]:
    return lambda question: bool(
        (dossier.scores_of if question.kind is QuestionKind.SCALE else dossier.answers_of)(question.id)
    )


def _vision(dossier: Dossier) -> StepState:
    sections = dossier.of(VisionSection).values()
    return _counted("vision", sections, lambda one: bool(one.text.strip()), "onderdelen", "nog geen onderdelen")


def _goals(dossier: Dossier) -> StepState:
    return _counted("goals", dossier.plan_goals, measurable, "doelen meetbaar", "nog geen doelen")


def _learning(dossier: Dossier) -> StepState:
    """The success factors of the national monitor that were scored.

    Of what the fifth step names (research, examples of other regions, exchange) only these stand in a dossier.
    """
    factors = [one for one in shown_questions(dossier) if one.part is QuestionPart.SUCCESFACTOREN]
    return _counted("questions", factors, _is_answered(dossier), "succesfactoren", "nog geen succesfactoren")


def _schedule(dossier: Dossier) -> StepState:
    milestones = dossier.of(Milestone).values()
    return _counted(
        "milestones", milestones, lambda one: bool(one.start and one.due), "mijlpalen", "nog geen mijlpalen"
    )


def _regulation(dossier: Dossier) -> StepState:
    """The subjects of the regulation that a speerpunt touches."""
    touched = {tag for speerpunt in dossier.of(Speerpunt).values() for tag in speerpunt.tags}
    missing = [subject.tag for subject in subjects() if subject.tag not in touched]
    total = len(subjects())
    done, where = total - len(missing), list_of("speerpunten")
    if not missing:
        return StepState(done, total, f"{done} van {total} onderwerpen", where)
    return StepState(done, total, _lacking(missing), where)


def _lacking(tags: Sequence[Tag]) -> str:
    """`nog open: mbo`, `nog 6 onderwerpen, zoals po`: with the shortest name as an example where it fits."""
    name = min((tag.value.replace("_", " ") for tag in tags), key=len)
    if len(tags) == 1:
        return f"nog open: {name}"
    told = f"nog {len(tags)} onderwerpen, zoals {name}"
    return told if len(told) <= LONGEST_PHRASE else f"nog {len(tags)} onderwerpen"


def _support(dossier: Dossier) -> StepState:
    asked = dossier.of(Support).values()
    return _counted(
        "support", asked, lambda one: one.state is not SupportState.OPEN, "vragen gesteld", "nog geen vragen"
    )


_STEPS: dict[str, Callable[[Dossier], StepState]] = {
    "parties": _parties,
    "evaluation": _evaluation,
    "vision": _vision,
    "goals": _goals,
    "learning": _learning,
    "schedule": _schedule,
    "regulation": _regulation,
    "support": _support,
}
# Whether a step counts the record that something is about; the seventh counts what speerpunten say they are about.
_IS_COUNTED: dict[str, Callable[[Dossier, Ref], bool]] = {
    "parties": lambda dossier, ref: ref.table == "parties",
    "evaluation": lambda dossier, ref: ref.table == "questions" and not _is_factor(dossier, ref),
    "vision": lambda dossier, ref: ref.table == "vision",
    "goals": lambda dossier, ref: ref.table == "goals",
    "learning": _is_factor,
    "schedule": lambda dossier, ref: ref.table == "milestones",
    "regulation": lambda dossier, ref: (ref.table, ref.field) == ("speerpunten", "tags"),
    "support": lambda dossier, ref: ref.table == "support",
}
