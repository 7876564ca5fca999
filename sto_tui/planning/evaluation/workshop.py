"""A workshop as a walk: which question, which round, how much time; without a screen and without a clock.

Source: the order of Tips en tools, section 2; rounds by facilitation practice: think alone first, then collect per
table, vote in secret, decide, and name who does what.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Meeting, Question, QuestionKind
from sto_tui.planning.evaluation.results import AgendaPoint, agenda_of

MOST_THINKING = 180
MOST_VOTING = 300
QUARTER_MINUTE = 15
MORE_TIME = 60


class Round(StrEnum):
    """What the group is doing."""

    WELKOM = "welkom"
    PUNT = "agendapunt"
    NADENKEN = "nadenken"
    OPHALEN = "ophalen"
    STEMMEN = "stemmen"
    UITSLAG = "uitslag"
    EFFECT = "effect"
    MOEITE = "moeite"
    VIERVELD = "vier velden"
    BESLUIT = "besluit"
    ACTIES = "acties"
    AFSLUITING = "afsluiting"

    @property
    def optional(self) -> bool:
        """Whether a group may skip it with one key."""
        return self in (Round.STEMMEN, Round.UITSLAG, Round.EFFECT, Round.MOEITE, Round.VIERVELD)


PER_QUESTION = (
    Round.NADENKEN,
    Round.OPHALEN,
    Round.STEMMEN,
    Round.UITSLAG,
    Round.EFFECT,
    Round.MOEITE,
    Round.VIERVELD,
    Round.BESLUIT,
    Round.ACTIES,
)
PER_KIND = {
    QuestionKind.OPEN: PER_QUESTION,
    QuestionKind.SCALE: (Round.NADENKEN, Round.OPHALEN, Round.UITSLAG, Round.ACTIES),
    QuestionKind.GOAL_BY_GOAL: (Round.NADENKEN, Round.OPHALEN, Round.ACTIES),
}
# Shown in the head; a round that belongs to another stands under its name.
HEAD = {
    Round.NADENKEN: Round.NADENKEN,
    Round.OPHALEN: Round.OPHALEN,
    Round.STEMMEN: Round.STEMMEN,
    Round.UITSLAG: Round.STEMMEN,
    Round.EFFECT: Round.VIERVELD,
    Round.MOEITE: Round.VIERVELD,
    Round.VIERVELD: Round.VIERVELD,
    Round.BESLUIT: Round.BESLUIT,
    Round.ACTIES: Round.ACTIES,
}


def step_of(round: Round, rounds: Sequence[Round]) -> str:
    """The name of a round in the head, among the rounds of its question."""
    step = HEAD.get(round, round)
    return (step if step in rounds else round).value


TIMED = (Round.PUNT, Round.NADENKEN, Round.OPHALEN, Round.STEMMEN)


@dataclass(frozen=True)
class WorkshopPosition:
    """Where a workshop stands. `point` counts the agenda from 0; `seconds` is what is left of this round.

    `question` is the one of that point: an agenda may be changed meanwhile. `spent` is how many seconds the whole
    meeting has taken. `chosen` is about how many answers effect and effort are asked (None: as many as the vote
    proposes), `item` the answer or goal that is on the wall where they come one at a time, `line` what is typed and not
    entered yet, and `task` what that is about when it is not what the round asks. `judged` are the goals that got a
    verdict in this meeting, `earlier_actions` the actions that were there when it began. `per_person` is
    whether everyone votes and scores, and not every table; None as long as that was not asked.
    """

    session: int | None = None
    point: int = 0
    round: Round = Round.WELKOM
    seconds: int = 0
    running: bool = False
    question: int | None = None
    spent: int = 0
    chosen: int | None = None
    item: int = 0
    line: str = ""
    task: Mapping[str, Any] | None = None
    judged: tuple[int, ...] = ()
    earlier_actions: tuple[int, ...] = ()
    per_person: bool | None = None

    def stored(self) -> dict[str, Any]:
        """In a form that can be stored."""
        return {
            "session": self.session,
            "point": self.point,
            "round": self.round.value,
            "seconds": self.seconds,
            "question": self.question,
            "spent": self.spent,
            "chosen": self.chosen,
            "item": self.item,
            "line": self.line,
            "task": self.task,
            "judged": list(self.judged),
            "earlier_actions": list(self.earlier_actions),
            "per_person": self.per_person,
        }


def standing_of(stored: Mapping[str, Any]) -> WorkshopPosition | None:
    """Where a workshop stood, paused; None when that cannot be read."""
    try:
        session, question, chosen = stored["session"], stored.get("question"), stored.get("chosen")
        return WorkshopPosition(
            int(session) if session is not None else None,
            max(0, int(stored["point"])),
            Round(stored["round"]),
            max(0, int(stored["seconds"])),
            question=int(question) if question is not None else None,
            spent=max(0, int(stored.get("spent", 0))),
            chosen=max(1, int(chosen)) if chosen is not None else None,
            item=int(stored.get("item", 0)),
            line=str(stored.get("line", "")),
            task=stored.get("task"),
            judged=tuple(map(int, stored.get("judged", ()))),
            earlier_actions=tuple(map(int, stored.get("earlier_actions", ()))),
            per_person=per_person if isinstance(per_person := stored.get("per_person"), bool) else None,
        )
    except (KeyError, TypeError, ValueError):
        return None


@dataclass(frozen=True)
class Walk:
    """The way through an agenda. What it is given has to be `settled` on the same agenda."""

    dossier: Dossier
    session: Meeting | None
    agenda: Sequence[AgendaPoint]

    @property
    def minutes(self) -> int:
        """How long the meeting takes by its agenda."""
        return sum(point.minutes for point in self.agenda)

    def question_of(self, standing: WorkshopPosition) -> Question | None:
        """The question that is on the wall; None for the welcome, the end, and another point of the agenda."""
        if standing.round in (Round.WELKOM, Round.AFSLUITING) or standing.point >= len(self.agenda):
            return None
        return self.dossier.of(Question).get(self.agenda[standing.point].question or 0)

    def title_of(self, standing: WorkshopPosition) -> str:
        """The point of the agenda."""
        return self.agenda[standing.point].title if standing.point < len(self.agenda) else ""

    def rounds_at(self, point: int) -> tuple[Round, ...]:
        """The rounds of an agenda point; a point without a question only has its time."""
        question = self.dossier.of(Question).get(self.agenda[point].question or 0)
        if question is None:
            return (Round.PUNT,)
        return PER_KIND[question.kind]

    def steps_at(self, standing: WorkshopPosition) -> tuple[str, ...]:
        """The names of the rounds of a point in the head.

        Rounds that belong together have one place there, with the name of the round that it is now.
        """
        rounds = self.rounds_at(standing.point)
        here = step_of(standing.round, rounds)
        steps = dict.fromkeys(step_of(round, rounds) for round in rounds)
        return tuple(standing.round.value if step == here else step for step in steps)

    def settled(self, standing: WorkshopPosition) -> WorkshopPosition:
        """The standing on this agenda: another session may have moved or removed its question or its meeting."""
        if standing.round in (Round.WELKOM, Round.AFSLUITING):
            return replace(standing, session=self.session.id if self.session else None)
        standing = replace(standing, session=self.session.id if self.session else None)
        questions = [point.question for point in self.agenda]
        if standing.point < len(questions) and standing.question in (None, questions[standing.point]):
            return replace(standing, question=questions[standing.point])
        if standing.question is not None and standing.question in questions:
            return replace(standing, point=questions.index(standing.question))
        if standing.point >= len(questions):
            return replace(standing, point=max(0, len(questions) - 1), round=Round.AFSLUITING, seconds=0, running=False)
        return self._at(standing, standing.point, 0)

    def next(self, standing: WorkshopPosition) -> WorkshopPosition:
        """One round further; after the last round of a question the next one begins."""
        if standing.round is Round.AFSLUITING:
            return standing
        if standing.round is Round.WELKOM:
            return self._at(standing, 0, 0) if self.agenda else replace(standing, round=Round.AFSLUITING)
        rounds = self.rounds_at(standing.point)
        place = rounds.index(standing.round) + 1 if standing.round in rounds else len(rounds)
        if place < len(rounds):
            return self._at(standing, standing.point, place)
        return self.next_point(standing)

    def skip(self, standing: WorkshopPosition) -> WorkshopPosition:
        """To the next step: from voting past its result, from effect past the fields."""
        position = self.next(standing)
        while position.point == standing.point and HEAD.get(position.round) is HEAD.get(standing.round, standing.round):
            position = self.next(position)
        return position

    def next_point(self, standing: WorkshopPosition) -> WorkshopPosition:
        """The next point of the agenda, or the end."""
        if standing.point + 1 < len(self.agenda):
            return self._at(standing, standing.point + 1, 0)
        return replace(standing, round=Round.AFSLUITING, seconds=0, running=False)

    def previous(self, standing: WorkshopPosition) -> WorkshopPosition:
        """One round back."""
        if standing.round is Round.WELKOM:
            return standing
        if standing.round is Round.AFSLUITING:
            if not self.agenda:
                return replace(standing, round=Round.WELKOM)
            last = len(self.agenda) - 1
            return self._at(standing, last, len(self.rounds_at(last)) - 1)
        rounds = self.rounds_at(standing.point)
        place = rounds.index(standing.round) - 1 if standing.round in rounds else 0
        if place >= 0:
            return self._at(standing, standing.point, place)
        if standing.point == 0:
            return replace(standing, round=Round.WELKOM, seconds=0, running=False)
        return self._at(standing, standing.point - 1, len(self.rounds_at(standing.point - 1)) - 1)

    def _at(self, standing: WorkshopPosition, point: int, place: int) -> WorkshopPosition:
        new_round = self.rounds_at(point)[place]
        return replace(
            standing,
            point=point,
            round=new_round,
            seconds=self.seconds_of(point, new_round),
            running=new_round in TIMED,
            question=self.agenda[point].question,
            chosen=standing.chosen if point == standing.point else None,
            item=0,
        )

    def seconds_of(self, point: int, round: Round) -> int:
        """How long a round takes: together those of a question take the minutes of its point.

        Thinking and voting take a quarter each, three and five minutes at the most; the rest is for collecting.
        """
        timed = [timed_round for timed_round in self.rounds_at(point) if timed_round in TIMED]
        if round not in timed:
            return 0
        whole = self.agenda[point].minutes * 60
        quarter = whole // 4 // QUARTER_MINUTE * QUARTER_MINUTE
        shares = {Round.NADENKEN: min(MOST_THINKING, quarter), Round.STEMMEN: min(MOST_VOTING, quarter)}
        rest = whole - sum(seconds for shared, seconds in shares.items() if shared in timed)
        return shares.get(round, rest)


def walk_of(dossier: Dossier, session: int | None) -> Walk:
    """The way through the agenda of a meeting, or through all questions without one."""
    meeting = dossier.of(Meeting).get(session or 0)
    return Walk(dossier, meeting, agenda_of(dossier, meeting or Meeting(title="Evaluatie")))
