"""How far the plan is, per step of plan making. Source: Tips en tools, 1 to 8."""

from collections.abc import Callable
from dataclasses import dataclass

from sto_tui.content.library import steps, subjects
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import QuestionKind, QuestionPart
from sto_tui.domain.parties import PartyStatus
from sto_tui.domain.plan import Goal


@dataclass(frozen=True)
class StepState:
    """`done` of `total`, and what that means in words. `errors`: something that must be there is missing."""

    done: int
    total: int
    phrase: str
    errors: bool = False


def step_states(dossier: Dossier) -> tuple[StepState, ...]:
    """One state per step, in the order of the steps."""
    return tuple(_STEPS[step.key](dossier) for step in steps())


def measurable(goal: Goal) -> bool:
    """Whether a goal says how much, from what, and when."""
    return bool(goal.target and goal.target_year and (goal.baseline or goal.baseline_year))


def _share(done: int, total: int, what: str, nothing: str = "nog niet begonnen") -> StepState:
    return StepState(done, total, f"{done} van {total} {what}" if total else nothing)


def _parties(dossier: Dossier) -> StepState:
    parties = [party for party in dossier.parties.values() if party.status is not PartyStatus.GESTOPT]
    involved = [party for party in parties if party.involved_in]
    return _share(len(involved), len(parties), "partijen", "nog geen partijen")


def _evaluation(dossier: Dossier) -> StepState:
    asked = [question for question in dossier.questions.values() if not question.hidden]
    answered = [
        question
        for question in asked
        if (dossier.scores_of if question.kind is QuestionKind.SCALE else dossier.answers_of)(question.id)
    ]
    return _share(len(answered), len(asked), "vragen", "nog geen vragen")


def _vision(dossier: Dossier) -> StepState:
    written = [section for section in dossier.vision.values() if section.text.strip()]
    return _share(len(written), len(dossier.vision), "onderdelen", "nog geen onderdelen")


def _goals(dossier: Dossier) -> StepState:
    good = [goal for goal in dossier.goals.values() if measurable(goal)]
    return _share(len(good), len(dossier.goals), "doelen meetbaar", "nog geen doelen")


def _learning(dossier: Dossier) -> StepState:
    """Statements that were scored, the success factors among them: the reflection that the fifth step asks for."""
    parts = (QuestionPart.SAMENWERKING, QuestionPart.BORGING, QuestionPart.SUCCESFACTOREN)
    statements = [
        question
        for question in dossier.questions.values()
        if question.kind is QuestionKind.SCALE and question.part in parts
    ]
    scored = [question for question in statements if dossier.scores_of(question.id)]
    return _share(len(scored), len(statements), "stellingen", "nog geen stellingen")


def _schedule(dossier: Dossier) -> StepState:
    planned = [one for one in dossier.milestones.values() if one.start and one.due]
    return _share(len(planned), len(dossier.milestones), "mijlpalen", "nog geen mijlpalen")


def _regulation(dossier: Dossier) -> StepState:
    """Subjects that no speerpunt touches are an error: the regulation asks for all of them."""
    touched = {tag for speerpunt in dossier.speerpunten.values() for tag in speerpunt.tags}
    missing = [subject for subject in subjects() if subject.tag not in touched]
    done = len(subjects()) - len(missing)
    if not missing:
        return StepState(done, len(subjects()), f"{done} van {len(subjects())} onderwerpen")
    lacks = f"en {len(missing) - 1} meer ontbreken" if len(missing) > 1 else "ontbreekt"
    name = missing[0].tag.value.replace("_", " ")
    return StepState(done, len(subjects()), f"{name} {lacks}", errors=bool(dossier.speerpunten))


def _support(dossier: Dossier) -> StepState:
    asked = [question for question in dossier.support.values() if question.state != "open"]
    return _share(len(asked), len(dossier.support), "vragen gesteld")


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
