"""How far the plan is, per step of plan making and per chapter of the draft. Source: Tips en tools, 1 to 8."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sto_tui.content.library import steps, subjects
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import QuestionKind, QuestionPart
from sto_tui.domain.parties import PartyStatus
from sto_tui.domain.plan import Chapter, Goal
from sto_tui.domain.record import Ref


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
    others = f" en {len(missing) - 1} meer" if len(missing) > 1 else ""
    name = missing[0].tag.value.replace("_", " ")
    return StepState(done, len(subjects()), f"{name}{others} ontbreekt", errors=bool(dossier.speerpunten))


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


@dataclass(frozen=True)
class ChapterState:
    """How much of a chapter there is, and what is missing, in words."""

    chapter: Chapter
    filled: int
    total: int
    missing: tuple[str, ...]


Need = tuple[bool, str]


def chapter_states(dossier: Dossier) -> tuple[ChapterState, ...]:
    """One state per chapter, in the order of the draft."""
    states = []
    for chapter in Chapter:
        needs = [*_text_need(dossier, chapter), *_NEEDS.get(chapter, _no_needs)(dossier)]
        missing = tuple(what for there, what in needs if not there)
        states.append(ChapterState(chapter, len(needs) - len(missing), len(needs), missing))
    return tuple(states)


def _text_need(dossier: Dossier, chapter: Chapter) -> Iterator[Need]:
    if chapter not in (Chapter.TERUGBLIK, Chapter.REGIOVISIE):
        yield any(text.chapter is chapter for text in dossier.texts.values()), "een tekst bij dit hoofdstuk"


def _no_needs(dossier: Dossier) -> Iterator[Need]:
    return iter(())


def _introduction(dossier: Dossier) -> Iterator[Need]:
    yield bool(dossier.region.lead_school), "de penvoerder"
    yield bool(dossier.region.programme_manager), "de programmamanager"
    yield dossier.current_period is not None, "de planperiode"


def _looking_back(dossier: Dossier) -> Iterator[Need]:
    yield bool(dossier.answers), "antwoorden uit de evaluatie"
    yield bool(dossier.decisions), "besluiten"
    for decision in dossier.decisions.values():
        name = dossier.caption(Ref("decisions", decision.id))
        yield bool(decision.becomes or decision.why_not), f"waar besluit ‘{name[:40]}’ terugkomt"


def _vision_chapter(dossier: Dossier) -> Iterator[Need]:
    yield bool(dossier.vision), "onderdelen van de regiovisie"
    for section in dossier.vision.values():
        yield bool(section.text.strip()), f"tekst bij ‘{section.section}’"
    yield bool(dossier.indicators), "cijfers"
    for indicator in dossier.indicators.values():
        yield bool(indicator.source), f"bron bij ‘{indicator.title}’"


def _goal_chapter(dossier: Dossier) -> Iterator[Need]:
    yield bool(dossier.goals), "doelen"
    for goal in dossier.goals.values():
        yield measurable(goal), f"nulwaarde, streefwaarde en jaar bij doel {goal.number}"


def _theme_chapter(dossier: Dossier) -> Iterator[Need]:
    yield bool(dossier.speerpunten), "speerpunten"
    for speerpunt in dossier.speerpunten.values():
        full = bool(speerpunt.result and speerpunt.partners and speerpunt.phases)
        yield full, f"resultaat, partners of perioden bij speerpunt {speerpunt.number}"


def _obligatory(dossier: Dossier) -> Iterator[Need]:
    touched = {tag for speerpunt in dossier.speerpunten.values() for tag in speerpunt.tags}
    for subject in subjects():
        yield subject.tag in touched, f"een speerpunt over ‘{subject.title}’"


def _organisation(dossier: Dossier) -> Iterator[Need]:
    yield bool(dossier.bodies), "organen"
    yield bool(dossier.veri), "VERI-rollen"


def _schedule_chapter(dossier: Dossier) -> Iterator[Need]:
    yield bool(dossier.milestones), "mijlpalen"
    undated = [one.number for one in dossier.milestones.values() if not (one.start and one.due)]
    yield not undated, f"begin en klaar bij mijlpaal {', '.join(undated[:5])}"


def _risks(dossier: Dossier) -> Iterator[Need]:
    yield bool(dossier.risks), "risico's"
    for number, risk in enumerate(dossier.risks.values(), 1):
        yield bool(risk.measure), f"een maatregel bij risico {number}"


def _money(dossier: Dossier) -> Iterator[Need]:
    yield any(line.total is not None for line in dossier.budget.values()), "bedragen in de begroting"
    yield any(line.total is not None for line in dossier.cofinancing.values()), "bedragen bij de cofinanciering"
    yield dossier.region.subsidy_max is not None, "de maximale subsidie"


_NEEDS: dict[Chapter, Callable[[Dossier], Iterator[Need]]] = {
    Chapter.INLEIDING: _introduction,
    Chapter.TERUGBLIK: _looking_back,
    Chapter.REGIOVISIE: _vision_chapter,
    Chapter.DOELEN: _goal_chapter,
    Chapter.THEMAS: _theme_chapter,
    Chapter.VERPLICHT: _obligatory,
    Chapter.ORGANISATIE: _organisation,
    Chapter.PLANNING: _schedule_chapter,
    Chapter.RISICOS: _risks,
    Chapter.BEGROTING: _money,
}
