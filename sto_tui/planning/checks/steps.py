"""How far the plan is, per step of plan making. Source: Tips en tools, 1 to 8."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Generic, TypeVar

from sto_tui.content.library import steps, subjects
from sto_tui.domain.dossier import Dossier, list_of, ref_of
from sto_tui.domain.evaluation import Question, QuestionPart
from sto_tui.domain.learning import Lesson
from sto_tui.domain.level_words import word_of_table
from sto_tui.domain.plan import Speerpunt, Tag
from sto_tui.domain.record import Record, Ref
from sto_tui.domain.tables import TABLES
from sto_tui.domain.text import shortened
from sto_tui.frozen import frozen
from sto_tui.places import Place
from sto_tui.planning.checks import evaluation, goals, milestones, parties, vision
from sto_tui.planning.checks.finding import MET, Finding, Level, Points
from sto_tui.planning.checks.obligatory import subject_to_place
from sto_tui.planning.once_per_version import once_per_version
from sto_tui.planning.plan_periods import evaluated_with, where_evaluated

R = TypeVar("R", bound=Record)
# A phrase of a step that lacks something; longer ones leave no room for a bar beside them in 80 columns.
LONGEST_PHRASE = 28
_LONGEST_NAME = 80
_READY = "Deze stap is gedaan."
_LESSONS = list_of("lessons")
_FIRST_EXAMPLE = "Voeg bij 4 Plan, Leren van anderen, een voorbeeld of uitwisseling toe."


@frozen
class StepState:
    """`done` of `total`, what that means in words, and where to go on: the first that is not done, or the list.

    `next_act` says in a sentence what to do next, and `open` are the records that are not done, which `open_are` names.
    What `is_elsewhere` is done with another plan.
    """

    done: int
    total: int
    phrase: str
    ref: Ref
    next_act: str
    open: tuple[Ref, ...] = ()
    open_are: str = ""
    is_elsewhere: bool = False

    @property
    def is_done(self) -> bool:
        """Whether there is nothing left to do here; of what is not there, everything is."""
        return self.is_elsewhere or (self.total > 0 and self.done >= self.total)

    @property
    def place(self) -> Place:
        """Where it is done."""
        return TABLES[self.ref.table].place


@once_per_version
def step_states(dossier: Dossier) -> tuple[StepState, ...]:
    """One state per step, in the order of the steps."""
    return tuple(_STEPS[step.key](dossier) for step in steps())


def step_errors(dossier: Dossier, findings: Iterable[Finding]) -> tuple[int, ...]:
    """Per step how many findings of level fout are about the records that it counts."""
    refs = [finding.ref for finding in findings if finding.level is Level.FOUT]
    return tuple(sum(_IS_COUNTED[step.key](dossier, ref) for ref in refs) for step in steps())


def _is_factor(dossier: Dossier, ref: Ref) -> bool:
    question = dossier.of(Question).get(ref.id) if ref.table == "questions" else None
    return question is not None and question.part is QuestionPart.SUCCESFACTOREN


@frozen
class _Counted(Generic[R]):
    """A step that counts for how many records a check is met; `counted` says what they are.

    `begin` says how to begin when there is none, `go_on` what to do with the first that is not done, by its number or
    name, and `open_are` what those have in common.
    """

    over: Callable[[Dossier], Iterable[R]]
    asks: Callable[[Dossier, R], Points]
    table: str
    counted: str
    nothing: str
    begin: str
    go_on: str
    open_are: str

    def __call__(self, dossier: Dossier) -> StepState:
        """On to the first record that is not done, or to the first one when all are."""
        records = list(self.over(dossier))
        if not records:
            return StepState(0, 0, self.nothing, list_of(self.table), self.begin)
        open_records = [record for record in records if any(point is not MET for point in self.asks(dossier, record))]
        done = len(records) - len(open_records)
        ref = ref_of((open_records or records)[0])
        phrase = f"{done} van {len(records)} {self.counted}"
        if not open_records:
            return StepState(done, len(records), phrase, ref, _READY)
        number = str(getattr(open_records[0], "number", ""))
        next_act = self.go_on.format(number or _short(dossier, open_records[0]))
        return StepState(done, len(records), phrase, ref, next_act, tuple(map(ref_of, open_records)), self.open_are)


@frozen
class _LookingBack:
    """A step of the evaluation, which stands with the plan that follows once this one runs or is over."""

    look: Callable[[Dossier], StepState]

    def __call__(self, dossier: Dossier) -> StepState:
        """There, nothing is left to do here."""
        later = evaluated_with(dossier)
        if later is None:
            return self.look(dossier)
        where = list_of("questions")
        return StepState(0, 0, f"staat bij {later.label}", where, where_evaluated(dossier), is_elsewhere=True)


def _regulation(dossier: Dossier) -> StepState:
    """The subjects of the regulation that a speerpunt touches."""
    missing = [
        subject.tag for subject in subjects() if any(point is not MET for point in subject_to_place(dossier, subject))
    ]
    total = len(subjects())
    done, where = total - len(missing), list_of("speerpunten")
    if not missing:
        return StepState(done, total, f"{done} van {total} onderwerpen", where, _READY)
    word = word_of_table(dossier.region, "speerpunten").singular
    next_act = f"Kies bij een {word} het label {missing[0].label}."
    asked = {subject.tag for subject in subjects()}
    bare = tuple(ref_of(each) for each in dossier.of(Speerpunt).values() if not asked & set(each.tags))
    return StepState(
        done, total, _lacking(missing), bare[0] if bare else where, next_act, bare, "zonder onderwerp van de regeling"
    )


def _learning(dossier: Dossier) -> StepState:
    """What the fifth step asks: a score for each success factor of the research, and what others do that is of use.

    Without any example or exchange, that is one thing to do.
    """
    factors, lessons = list(evaluation.success_factors(dossier)), list(dossier.of(Lesson).values())
    if not factors and not lessons:
        return StepState(0, 0, "nog geen lessen", _LESSONS, _FIRST_EXAMPLE)
    unscored = [each for each in factors if MET not in tuple(evaluation.success_factor_without_score(dossier, each))]
    idle = [lesson for lesson in lessons if not lesson.lesson.strip()]
    to_do = len(unscored) + (len(idle) if lessons else 1)
    total = len(factors) + max(len(lessons), 1)
    state = StepState(total - to_do, total, f"{total - to_do} van {total} factoren en lessen", _LESSONS, _READY)
    if not lessons:
        return replace(state, next_act=_FIRST_EXAMPLE)
    if idle:
        next_act = f"Schrijf bij ‘{_short(dossier, idle[0])}’ op wat jullie ervan meenemen."
        return replace(state, **_going_on(idle, next_act, "waarvan niet staat wat jullie meenemen"))
    if unscored:
        next_act = f"Geef een score aan de stelling ‘{_short(dossier, unscored[0])}’."
        return replace(state, **_going_on(unscored, next_act, "zonder score"))
    return state


def _going_on(open_records: Sequence[Record], next_act: str, open_are: str) -> dict[str, Any]:
    refs = tuple(map(ref_of, open_records))
    return {"ref": refs[0], "next_act": next_act, "open": refs, "open_are": open_are}


def _short(dossier: Dossier, record: Record) -> str:
    return shortened(dossier.caption(ref_of(record)).rstrip("."), _LONGEST_NAME)


def _lacking(tags: Sequence[Tag]) -> str:
    """`nog open: mbo`, `nog 6 onderwerpen, zoals po`: with the shortest name as an example where it fits."""
    name = min((tag.value.replace("_", " ") for tag in tags), key=len)
    if len(tags) == 1:
        return f"nog open: {name}"
    with_example = f"nog {len(tags)} onderwerpen, zoals {name}"
    return with_example if len(with_example) <= LONGEST_PHRASE else f"nog {len(tags)} onderwerpen"


_PARTIES = _Counted(
    parties.parties_that_take_part,
    parties.party_not_involved,
    "parties",
    "partijen",
    "nog geen partijen",
    "Voeg de scholen en bedrijven toe die meedoen.",
    "Kies waaraan {} meedoet.",
    "zonder ‘Doet mee aan’",
)


def _taking_part(dossier: Dossier) -> StepState:
    """The parties, and those that the regulation asks for and that are not there: then the step is not done."""
    state = _PARTIES(dossier)
    looks = (parties.too_few_vmbo, parties.no_mbo, parties.no_company, parties.no_po)
    lacking = [point for look in looks for point in look(dossier, date.min) if point is not MET]
    if not state.is_done or not lacking:
        return state
    next_act = lacking[0].message.split(". ")[0]
    return replace(state, total=state.total + len(lacking), ref=list_of("parties"), next_act=f"{next_act}.")


_STEPS: dict[str, Callable[[Dossier], StepState]] = {
    "parties": _taking_part,
    "evaluation": _LookingBack(
        _Counted(
            evaluation.asked_questions,
            evaluation.question_without_answer,
            "questions",
            "vragen",
            "nog geen vragen",
            "Voeg bij 2 Evaluatie een vraag toe.",
            "Beantwoord de vraag ‘{}’.",
            "zonder antwoord",
        )
    ),
    "vision": _Counted(
        vision.sections,
        vision.vision_section_without_text,
        "vision",
        "onderdelen",
        "nog geen onderdelen",
        "Voeg bij 3 Regiovisie een onderdeel toe.",
        "Schrijf de nieuwe tekst van ‘{}’.",
        "zonder nieuwe tekst",
    ),
    "goals": _Counted(
        goals.goals,
        goals.goal_not_measurable,
        "goals",
        "doelen meetbaar",
        "nog geen doelen",
        "Voeg bij 4 Plan het eerste doel toe.",
        "Geef doel {} een beginwaarde, een streefwaarde en een jaar.",
        "nog niet meetbaar",
    ),
    "learning": _LookingBack(_learning),
    "schedule": _Counted(
        milestones.milestones,
        milestones.without_dates,
        "milestones",
        "mijlpalen",
        "nog geen mijlpalen",
        "Voeg bij 5 Mijlpalen de eerste mijlpaal toe.",
        "Geef mijlpaal {} een begin en een einde.",
        "zonder begin of einde",
    ),
    "regulation": _regulation,
    "support": _Counted(
        parties.questions_for_support,
        parties.support_not_asked,
        "support",
        "vragen gesteld",
        "nog geen vragen",
        "Schrijf bij 4 Plan op wat je de ondersteuners wilt vragen.",
        "Stel de vraag ‘{}’ aan de ondersteuners.",
        "nog niet gesteld",
    ),
}
# Whether a step counts the record that something is about; the seventh counts what speerpunten say they are about.
_IS_COUNTED: dict[str, Callable[[Dossier, Ref], bool]] = {
    "parties": lambda dossier, ref: ref.table == "parties",
    "evaluation": lambda dossier, ref: ref.table == "questions" and not _is_factor(dossier, ref),
    "vision": lambda dossier, ref: ref.table == "vision",
    "goals": lambda dossier, ref: ref.table == "goals",
    "learning": lambda dossier, ref: ref.table == "lessons" or _is_factor(dossier, ref),
    "schedule": lambda dossier, ref: ref.table == "milestones",
    "regulation": lambda dossier, ref: (ref.table, ref.field) == ("speerpunten", "tags"),
    "support": lambda dossier, ref: ref.table == "support",
}
if unknown := {step.key for step in steps()} ^ set(_STEPS) | set(_STEPS) ^ set(_IS_COUNTED):
    raise RuntimeError(f"what do these steps count? {sorted(unknown)}")
