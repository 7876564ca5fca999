"""One moment of a workshop: what is asked, what came in, and the words for it. Nothing here draws."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import count
from sto_tui.domain.evaluation import Answer, Question, QuestionKind
from sto_tui.domain.plan import Goal
from sto_tui.planning.evaluation.joining import tables_of
from sto_tui.planning.evaluation.looking_back import goals_looked_back_at
from sto_tui.planning.evaluation.results import (
    HIGHEST_TABLE,
    TallyLine,
    answer_numbers,
    missing_tables,
    proposal,
    proposed_count,
    scores_in,
    tally,
)
from sto_tui.planning.evaluation.workshop import TIMED, Round, Walk, WorkshopPosition, walk_of
from sto_tui.screens.workshop import rows
from sto_tui.screens.workshop.ideas_in_fields import IdeasInFields, ideas_of
from sto_tui.screens.workshop.line_tasks import LineTask, task_of
from sto_tui.screens.workshop.one_by_one import OneByOne

SCORED = (Round.EFFECT, Round.MOEITE)
NUMBERS = (Round.STEMMEN, *SCORED)
AXES = {Round.EFFECT: "effect", Round.MOEITE: "moeite"}
TYPING = (Round.OPHALEN, Round.STEMMEN, Round.EFFECT, Round.MOEITE, Round.ACTIES)
HINTS = {
    Round.OPHALEN: "tafel, dubbele punt, antwoord, enter",
    Round.STEMMEN: "de nummers van de antwoorden, enter",
    Round.EFFECT: "0 is geen effect, 10 heel veel, enter",
    Round.MOEITE: "0 is geen moeite, 10 heel veel, enter",
    Round.ACTIES: "actie; eigenaar; datum, enter",
}


@dataclass(frozen=True)
class Moment:
    """Where the workshop stands in the dossier as it is, and what the facilitator chose to show.

    Large because: each thing that the wall says in words is a property.
    """

    dossier: Dossier
    standing: WorkshopPosition
    hidden: bool = False
    per_table: bool = False
    today: date = date.min

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
        return OneByOne(items, self.standing.item, self.axis)

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
    def tables(self) -> int:
        """How many tables there are: as the meeting says, or as many as gave answers."""
        session = self.walk.session
        return (session.tables if session else None) or max((answer.table or 0 for answer in self.answers), default=0)

    @property
    def left(self) -> tuple[int, ...]:
        """The tables that have not voted on this question."""
        question = self.question
        return missing_tables(self.dossier, question.id, self.tables, self.standing.session) if question else ()

    @property
    def all_voted(self) -> bool:
        """Whether every table has voted."""
        return bool(self.tables) and not self.left

    @property
    def turn(self) -> int:
        """The first table that has not voted on this question."""
        voted = {ballot.table for answer in self.answers for ballot in answer.ballots}
        return next(table for table in range(1, HIGHEST_TABLE + 2) if table not in voted)

    @property
    def head(self) -> str:
        """The line at the top."""
        walk, question = self.walk, self.question
        if self.standing.round is Round.WELKOM:
            return walk.session.title if walk.session else f"Evaluatie {self.dossier.region.name}"
        if self.standing.round is Round.AFSLUITING:
            return "Afsluiting"
        if question is None:
            return f"Punt {self.standing.point + 1} van {len(walk.agenda)}"
        part = f" · {question.part.label}"
        return f"Vraag {self.standing.point + 1} van {len(walk.agenda)}{part}"

    @property
    def waits(self) -> bool:
        """Whether the clock stands still though there is time left."""
        return self.standing.round in TIMED and bool(self.standing.seconds) and not self.standing.running

    def below(self, *, with_minutes: bool) -> str:
        """What stands under the question; that the clock stands still too, as its colour alone does not say so."""
        paused = "pauze" if self.waits else ""
        how_far = " · ".join(filter(None, (paused, self._how_far(with_minutes=with_minutes))))
        return "\n".join(filter(None, (how_far, self.meeting_time)))

    @property
    def meeting_time(self) -> str:
        """How long the meeting has taken, of how long; so that people see it run late."""
        return f"bijeenkomst {self.meeting_minutes}"

    @property
    def meeting_minutes(self) -> str:
        """The same where there is little room."""
        return f"{self.standing.spent // 60} van {self.walk.minutes} min"

    def _how_far(self, *, with_minutes: bool) -> str:
        """What came in, and the time when there is no clock."""
        question = self.question
        if question is None:
            return ""
        if self.task and self.task.lines:
            return " · ".join(self.task.told(self.dossier, self.today))
        if self.item:
            return self.one_by_one.place
        if self.standing.round is Round.UITSLAG and not rows.is_scale(question):
            total = sum(line.votes for line in self.votes)
            tables = len({table for line in self.votes for table, _ in line.by_table})
            from_tables = f" van {count(tables, 'tafel', 'tafels')}" if tables else ""
            return f"{count(total, 'stem', 'stemmen')}{from_tables}"
        if self.standing.round is Round.STEMMEN:
            tables = self.tables
            left = missing_tables(self.dossier, question.id, tables, self.standing.session) if tables else ()
            if tables and not left:
                return "de tafel heeft gestemd" if tables == 1 else "alle tafels hebben gestemd"
            if tables == 1:
                return "de tafel stemt nog"
            return f"nog {len(left)} van {tables} tafels" if tables else "geheime stemming per tafel"
        tables = len({table for answer in self.answers for table in tables_of(answer)})
        many = (
            len(scores_in(self.dossier, question.id, self.standing.session))
            if rows.is_scale(question)
            else len(self.answers)
        )
        how_many = count(many, "score", "scores") if rows.is_scale(question) else count(many, "antwoord", "antwoorden")
        how_many = f"{how_many} van {count(tables, 'tafel', 'tafels')}" if tables else how_many
        minutes = -(-self.standing.seconds // 60)
        return f"{how_many} · nog {minutes} minuten" if with_minutes and self.standing.round in TIMED else how_many

    @property
    def large(self) -> str:
        """What stands in large letters: the question, the point of the agenda, or the idea or goal in turn."""
        if self.item:
            return self.item.text
        return self.question.text if self.question else self.walk.title_of(self.standing)

    @property
    def short(self) -> str:
        """What stands small and bold: the question, or what is asked of the one in turn."""
        answer = self.dossier.get(self.task.about) if self.task else None
        if isinstance(answer, Answer):
            return answer.text
        if isinstance(self.item, Goal):
            return f"Doel {self.item.number}: gehaald, deels of niet?"
        if self.item:
            votes = f" · {count(self.item.votes, 'stem', 'stemmen')}" if self.item.votes else ""
            return f"van idee {self.numbers[self.item.id]}{votes}"
        return self.question.text if self.question else self.walk.title_of(self.standing)

    @property
    def hint(self) -> str:
        """What can be typed in this round."""
        question = self.question
        if self.task:
            return self.task.asked(self.dossier, self.today)[1]
        if self.standing.round is Round.OPHALEN and rows.is_scale(question):
            return "per tafel een score, zoals 1: 4  2: 3, enter"
        if self.is_goals:
            return "gehaald, deels of niet, en waarom, enter"
        return HINTS[self.standing.round]

    @property
    def proposed(self) -> str:
        """What the votes lead to."""
        if self.standing.round is Round.UITSLAG and self.question and not rows.is_scale(self.question):
            return proposal(self.votes)
        return ""

    @property
    def prompt(self) -> str:
        """What stands before the line that is typed."""
        if self.task:
            return self.task.asked(self.dossier, self.today)[0]
        if self.standing.round is Round.STEMMEN:
            return "alle" if self.tables and not self.left else f"tafel {self.turn}"
        if isinstance(self.item, Goal):
            return f"doel {self.item.number}"
        if self.item:
            return f"{AXES[self.standing.round]} van {self.numbers[self.item.id]}"
        if self.standing.round in (*SCORED, Round.ACTIES):
            return AXES.get(self.standing.round, "actie")
        return str(len(self.numbers) + 1) if self.question and self.question.kind is QuestionKind.OPEN else ""

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
