"""One moment of a workshop: what is asked, what came in, and the words for it. Nothing here draws."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Answer, Question, QuestionKind
from sto_tui.domain.plan import Goal
from sto_tui.planning.evaluation.looking_back import goals_looked_back_at
from sto_tui.planning.evaluation.results import (
    HIGHEST_TABLE,
    TallyLine,
    answer_numbers,
    missing_tables,
    proposal,
    proposed_count,
    tally,
)
from sto_tui.planning.evaluation.workshop import TIMED, Round, Walk, WorkshopPosition, walk_of
from sto_tui.screens.workshop import rows
from sto_tui.screens.workshop.ideas_in_fields import IdeasInFields, ideas_of
from sto_tui.screens.workshop.line_tasks import LineTask, task_of
from sto_tui.screens.workshop.one_by_one import OneByOne
from sto_tui.widgets.four_fields import Idea

SCORED = (Round.EFFECT, Round.MOEITE)
NUMBERS = (Round.STEMMEN, *SCORED)
AXES = {Round.EFFECT: "effect", Round.MOEITE: "moeite"}
TYPING = (Round.OPHALEN, Round.STEMMEN, Round.EFFECT, Round.MOEITE, Round.ACTIES)

VOTES_WITHOUT_MEETING = 3


@dataclass(frozen=True)
class WallChoices:
    """What the facilitator chose to show: answers `hidden`, votes `per_table`, and actions of before unfolded."""

    hidden: bool = False
    per_table: bool = False
    earlier_open: bool = False


@dataclass(frozen=True)
class Moment:
    """Where the workshop stands in the dossier as it is, and what is shown of it.

    `persons_typed` is of how many people the votes or scores on this question were typed, where each person gives them.
    """

    dossier: Dossier
    standing: WorkshopPosition
    shown: WallChoices = WallChoices()
    today: date = date.min
    persons_typed: int = 0

    @cached_property
    def task(self) -> LineTask | None:
        """What is being typed about a record, when that is not what the round asks."""
        return task_of(self.standing.task, self.dossier)

    @property
    def walk(self) -> Walk:
        """The way through the agenda."""
        return walk_of(self.dossier, self.standing.session)

    @property
    def question(self) -> Question | None:
        """The question on the wall."""
        return self.walk.question_of(self.standing)

    @property
    def answers(self) -> list[Answer]:
        """The answers to it, as they came in."""
        question = self.question
        answers = self.dossier.answers_of(question.id) if question else []
        return [answer for answer in answers if self.standing.session in (None, answer.session)]

    @property
    def numbers(self) -> Mapping[int, int]:
        """The number of each answer on the wall, the same in every round."""
        return answer_numbers(self.dossier, self.question.id) if self.question else {}

    @property
    def by_votes(self) -> list[Answer]:
        """The answers, most votes first."""
        return sorted(self.answers, key=lambda answer: (-answer.votes, answer.id))

    @property
    def votes(self) -> tuple[TallyLine, ...]:
        """The result of the vote on it."""
        return tally(self.dossier, self.question.id, self.standing.session) if self.question else ()

    @property
    def chosen(self) -> int:
        """About how many answers effect and effort are asked: as many as the facilitator chose, or as proposed."""
        return min(self.standing.chosen or proposed_count(self.votes), len(self.answers))

    @property
    def scored(self) -> Sequence[Answer]:
        """The answers of which effect and effort are asked, most votes first."""
        return self.by_votes[: self.chosen]

    @property
    def fields(self) -> IdeasInFields:
        """The four fields."""
        return IdeasInFields(ideas_of(self.by_votes, self.scored, self.numbers), self.standing.item)

    @property
    def one_by_one(self) -> OneByOne:
        """What comes on the wall one at a time in this round: the chosen answers, or the goals."""
        items: Sequence[Answer | Goal] = ()
        if self.standing.round in SCORED:
            items = self.scored
        elif self.is_goals:
            items = goals_looked_back_at(self.dossier)
        return OneByOne(items, self.standing.item, self.axis, self.standing.judged)

    @property
    def item(self) -> Answer | Goal | None:
        """The one of those that is on the wall."""
        return self.one_by_one.current

    @property
    def is_goals(self) -> bool:
        """Whether goals are answered one by one in this round."""
        return self.standing.round is Round.OPHALEN and rows.is_of_goals(self.question)

    @property
    def axis(self) -> str:
        """Which of both numbers is asked in this round."""
        return "impact" if self.standing.round is Round.EFFECT else "effort"

    @property
    def tables_said(self) -> int:
        """How many tables the meeting says that there are; 0 when nobody said."""
        session = self.walk.session
        return (session.tables if session else None) or 0

    @property
    def tables(self) -> int:
        """How many tables there are: as the meeting says, or at least as many as gave answers or votes."""
        given = (answer.table or 0 for answer in self.answers)
        voted = (ballot.table for answer in self.answers for ballot in answer.ballots)
        return self.tables_said or max((*given, *voted), default=0)

    @property
    def tables_voted(self) -> int:
        """How many tables have voted on this question."""
        return len({ballot.table for answer in self.answers for ballot in answer.ballots})

    @property
    def votes_per_table(self) -> int:
        """How many votes each table divides."""
        session = self.walk.session
        return session.votes_per_table if session else VOTES_WITHOUT_MEETING

    @property
    def per_person(self) -> bool:
        """Whether everyone votes and scores in this meeting, and not every table."""
        return self.standing.per_person is True

    @property
    def asks_persons(self) -> bool:
        """Whether votes or scores of persons come in now."""
        round = self.standing.round
        asks = round is Round.STEMMEN or (round is Round.OPHALEN and rows.is_scale(self.question))
        return self.per_person and asks and not self.task

    @property
    def left(self) -> tuple[int, ...]:
        """The tables that have not voted on this question."""
        question = self.question
        return missing_tables(self.dossier, question.id, self.tables, self.standing.session) if question else ()

    @property
    def all_voted(self) -> bool:
        """Whether every table has voted, where somebody said how many there are."""
        return bool(self.tables_said) and not self.left and not self.per_person

    @property
    def turn(self) -> int:
        """The first table that has not voted on this question."""
        voted = {ballot.table for answer in self.answers for ballot in answer.ballots}
        return next(table for table in range(1, HIGHEST_TABLE + 2) if table not in voted)

    @property
    def waits(self) -> bool:
        """Whether the clock stands still though there is time left."""
        return self.standing.round in TIMED and bool(self.standing.seconds) and not self.standing.running

    @property
    def idea_decided_on(self) -> Idea | None:
        """The idea in the four fields about which a decision is typed."""
        return self.fields.current if self.task and self.standing.round is Round.VIERVELD else None

    @property
    def proposed(self) -> str:
        """What the votes lead to."""
        if self.standing.round is Round.UITSLAG and self.question and not rows.is_scale(self.question):
            return proposal(self.votes)
        return ""

    @property
    def is_typed(self) -> bool:
        """Whether there is a line to type on."""
        return self.standing.round in TYPING or self.task is not None

    @property
    def takes_several(self) -> bool:
        """Whether several lines pasted at once are several answers, or several actions."""
        question = self.question
        collects = self.standing.round is Round.OPHALEN and question is not None and question.kind is QuestionKind.OPEN
        return not self.task and (collects or self.standing.round is Round.ACTIES)

    @property
    def is_secret(self) -> bool:
        """Whether what is typed may not be read from the wall."""
        return self.numbers_only and self.item is None

    @property
    def numbers_only(self) -> bool:
        """Whether only numbers can be typed, so that letters are keys."""
        round = self.standing.round
        if self.task:
            return False
        return round in NUMBERS or (round is Round.OPHALEN and rows.is_scale(self.question))
