"""What asks for attention first, in at most five lines, worked out from the dossier as its period sees it.

Each kind has a line before any has a second one: a long list of one kind would hide the others.
Source: Tips en tools, sections 2 and 6; mijlpalenplan 2022, a stoplicht on rood asks for a measure.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from sto_tui.content.library import steps
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.evaluation import Decision
from sto_tui.domain.milestones import Milestone, MilestoneKind, Stoplicht
from sto_tui.domain.record import Choice, Ref
from sto_tui.domain.region import PlanStatus
from sto_tui.domain.text import shortened
from sto_tui.frozen import frozen
from sto_tui.places import Place
from sto_tui.planning.checks.steps import step_states
from sto_tui.planning.deadlines import next_deadlines, words_of_days
from sto_tui.planning.evaluation.looking_back import comes_back_nowhere
from sto_tui.planning.plan_status import plan_is_over
from sto_tui.planning.progress.as_it_stood import as_of_today

MOST = 5
SOON_DAYS = 60
"""A go/no-go that is further away than this is prepared first."""
_LONGEST_QUOTE = 160


class ToDoKind(Choice):
    """Why something asks for attention, in the order in which it is told."""

    DEADLINE = "termijn", "Termijn"
    RED = "rood", "Rood"
    DECISION = "besluit", "Besluit"
    BODY = "stuurgroep", "Stuurgroep"
    STEP = "stap", "Stap"


@frozen
class ToDo:
    """One thing: in a few words, in a full sentence that says what to do, and where that is done.

    `when` says how many days are left or how late it is, `more` how many of its kind are not told.
    """

    kind: ToDoKind
    text: str
    sentence: str
    ref: Ref
    place: Place
    when: str = ""
    is_late: bool = False
    more: int = 0

    @property
    def beside(self) -> str:
        """`nog 9 dagen +2`: when it is, and how many of its kind are not told."""
        return " ".join([self.when] * bool(self.when) + [f"+{self.more}"] * bool(self.more))


def now_to_do(dossier: Dossier, today: date) -> tuple[ToDo, ...]:
    """The lines, by kind; of each kind what is nearest comes first."""
    dossier = as_of_today(dossier, today)
    by_kind = [list(things(dossier, today)) for things in _KINDS]
    told = [0] * len(by_kind)
    room = MOST
    while room and any(many < len(things) for many, things in zip(told, by_kind, strict=True)):
        for number, things in enumerate(by_kind):
            if room and told[number] < len(things):
                told[number] += 1
                room -= 1
    return tuple(
        replace(thing, more=len(things) - many) if number == many else thing
        for things, many in zip(by_kind, told, strict=True)
        for number, thing in enumerate(things[:many], 1)
    )


def most_pressing(dossier: Dossier, today: date) -> ToDo | None:
    """The first of those lines; the other kinds are not worked out for it."""
    dossier = as_of_today(dossier, today)
    return next((thing for things in _KINDS for thing in things(dossier, today)), None)


def _deadlines(dossier: Dossier, today: date) -> Iterator[ToDo]:
    """Those that were not met, and the next one."""
    waiting = [upcoming for upcoming in next_deadlines(dossier, today) if upcoming.waits]
    late = [upcoming for upcoming in waiting if upcoming.is_late]
    for upcoming in waiting[: len(late) + 1]:
        deadline = upcoming.deadline
        yield ToDo(
            ToDoKind.DEADLINE,
            deadline.title,
            f"{deadline.title}: {upcoming.words}. Zet de termijn op gedaan als het klaar is.",
            ref_of(deadline),
            Place.OVERZICHT,
            upcoming.words,
            is_late=upcoming.is_late,
        )


def reds_without_measure(dossier: Dossier) -> Sequence[Milestone]:
    """Milestones on rood of which the log does not say what is done about it since they stand there."""
    return [
        milestone
        for milestone in dossier.of(Milestone).values()
        if milestone.light is Stoplicht.ROOD and not _has_measure(dossier, milestone)
    ]


def _has_measure(dossier: Dossier, milestone: Milestone) -> bool:
    """Whether one of the lines since it last turned to rood holds a measure."""
    for line in dossier.progress_of(milestone.id):
        if line.light is not Stoplicht.ROOD:
            return False
        if line.measure.strip():
            return True
    return False


def _reds(dossier: Dossier, today: date) -> Iterator[ToDo]:
    if plan_is_over(dossier, today):
        return
    for milestone in reds_without_measure(dossier):
        name = dossier.caption(ref_of(milestone))
        yield ToDo(
            ToDoKind.RED,
            f"{milestone.number}: nog geen maatregel. {milestone.title}",
            f"Mijlpaal {name} staat op rood en heeft geen maatregel. Schrijf met t wat jullie eraan doen.",
            ref_of(milestone),
            Place.VOORTGANG,
        )


def _decisions(dossier: Dossier, today: date) -> Iterator[ToDo]:
    for decision in dossier.of(Decision).values():
        if comes_back_nowhere(dossier, decision):
            text = " ".join(decision.text.split()).rstrip(".")
            yield ToDo(
                ToDoKind.DECISION,
                f"nog geen vervolg: {text}",
                f"Koppel dit besluit aan het plan, of schrijf op waarom niet: ‘{shortened(text, _LONGEST_QUOTE)}’.",
                ref_of(decision, "becomes"),
                Place.EVALUATIE,
            )


def _for_the_body(dossier: Dossier, today: date) -> Iterator[ToDo]:
    """What those who steer must decide: a plan that lies with them, and go/no-go moments that are near."""
    period = dossier.current_period
    if plan_is_over(dossier, today):
        return
    if period and period.plan_status is PlanStatus.VOORGELEGD:
        body = dossier.caption(Ref("bodies", period.adopted_by)) if period.adopted_by else "stuurgroep"
        yield ToDo(
            ToDoKind.BODY,
            f"plan {period.label} vaststellen",
            f"Het plan {period.label} is voorgelegd ({body}). Zet de status op vastgesteld als dat besluit er is.",
            ref_of(period, "plan_status"),
            Place.OVERZICHT,
        )
    for due, milestone in sorted(_near_go_no_go(dossier, today), key=lambda pair: (pair[0], pair[1].id)):
        words, days = words_of_days((due - today).days), (due - today).days
        yield ToDo(
            ToDoKind.BODY,
            f"go of no-go bij {milestone.number}: {milestone.title}",
            f"Go/no-gomoment {milestone.number} {milestone.title}: {words}. Leg het voor, en zet het op gereed als er "
            "is besloten.",
            ref_of(milestone),
            Place.VOORTGANG,
            words,
            is_late=days < 0,
        )


def _near_go_no_go(dossier: Dossier, today: date) -> Iterator[tuple[date, Milestone]]:
    for milestone in dossier.of(Milestone).values():
        asks = milestone.kind is MilestoneKind.GO_NO_GO and milestone.light is not Stoplicht.GEREED
        if asks and milestone.due and (milestone.due - today).days <= SOON_DAYS:
            yield milestone.due, milestone


def _steps(dossier: Dossier, today: date) -> Iterator[ToDo]:
    """The first step that is not done; of a plan that is over only the evaluation is still to be done."""
    is_over = plan_is_over(dossier, today)
    for number, (step, state) in enumerate(zip(steps(), step_states(dossier), strict=True), 1):
        if not state.is_done and (step.key == "evaluation" or not is_over):
            told = f"Stap {number}, {step.title}: {state.phrase}. {state.next_act}"
            yield ToDo(ToDoKind.STEP, state.next_act.rstrip("."), told, state.ref, state.place)
            return


_KINDS: Sequence[Callable[[Dossier, date], Iterator[ToDo]]] = (_deadlines, _reds, _decisions, _for_the_body, _steps)
