"""What the wall says about a moment of a workshop, in words."""

from dataclasses import dataclass

from sto_tui.domain.dutch import count
from sto_tui.domain.evaluation import Answer, Question, QuestionKind, QuestionPart
from sto_tui.domain.plan import Goal
from sto_tui.planning.checks.evaluation import success_factors
from sto_tui.planning.evaluation.joining import counted_by_table
from sto_tui.planning.evaluation.results import scores_in
from sto_tui.planning.evaluation.typed_changes import ALL_IN
from sto_tui.planning.evaluation.workshop import TIMED, Round
from sto_tui.screens.workshop import rows
from sto_tui.screens.workshop.moment import AXES, SCORED, Moment
from sto_tui.screens.workshop.typed_lines import ballot_on_wall

HINTS = {
    Round.OPHALEN: "tafel, dubbele punt, antwoord, enter",
    Round.EFFECT: "0 is geen effect, 10 heel veel, enter",
    Round.MOEITE: "0 is geen moeite, 10 heel veel, enter",
    Round.ACTIES: "actie; eigenaar; datum, enter",
}


@dataclass(frozen=True)
class MomentInWords:
    """The words for a moment."""

    moment: Moment

    @property
    def head(self) -> str:
        """The line at the top."""
        walk, question = self.moment.walk, self.moment.question
        if self.moment.standing.round is Round.WELKOM:
            return walk.session.title if walk.session else f"Evaluatie {self.moment.dossier.region.name}"
        if self.moment.standing.round is Round.AFSLUITING:
            return "Afsluiting"
        if question is None:
            return f"Punt {self._counted(of_factors=False)}"
        if question.part is QuestionPart.SUCCESFACTOREN:
            return f"Succesfactor {self._counted(of_factors=True)}"
        return f"Vraag {self._counted(of_factors=False)} · {question.part.label}"

    def _counted(self, *, of_factors: bool) -> str:
        """`3 van 24`: the success factors apart, as Overzicht counts them in a step of their own."""
        factors = {question.id for question in success_factors(self.moment.dossier)}
        kinds = [point.question in factors for point in self.moment.walk.agenda]
        until_here = kinds[: self.moment.standing.point + 1]
        return f"{until_here.count(of_factors)} van {kinds.count(of_factors)}"

    def below(self, *, with_minutes: bool) -> str:
        """What stands under the question; that the clock stands still too, as its colour alone does not say so."""
        paused = "pauze" if self.moment.waits else ""
        how_far = " · ".join(filter(None, (paused, self._how_far(with_minutes=with_minutes))))
        return "\n".join(filter(None, (how_far, self.meeting_time)))

    @property
    def meeting_time(self) -> str:
        """How long the meeting has taken, of how long; so that people see it run late."""
        return f"bijeenkomst {self.meeting_minutes}"

    @property
    def meeting_minutes(self) -> str:
        """The same where there is little room."""
        return f"{self.moment.standing.spent // 60} van {self.moment.walk.minutes} min"

    def _how_far(self, *, with_minutes: bool) -> str:
        """What came in, and the time when there is no clock."""
        moment = self.moment
        round, question = moment.standing.round, moment.question
        if question is None:
            return ""
        if moment.task and moment.task.lines:
            return " · ".join(moment.task.told(moment.dossier, moment.today))
        if moment.item:
            return moment.one_by_one.place
        if round is Round.UITSLAG and not rows.is_scale(question):
            return self._votes
        if round is Round.STEMMEN:
            return self._who_votes
        minutes = f"nog {count(-(-moment.standing.seconds // 60), 'minuut', 'minuten')}"
        how_many = self._how_many_of(question)
        return f"{how_many} · {minutes}" if with_minutes and round in TIMED else how_many

    @property
    def _votes(self) -> str:
        votes = self.moment.votes
        tables = len({table for line in votes for table, _ in line.by_table})
        from_tables = f" van {count(tables, 'tafel', 'tafels')}" if tables else ""
        return f"{count(sum(line.votes for line in votes), 'stem', 'stemmen')}{from_tables}"

    @property
    def _who_votes(self) -> str:
        moment = self.moment
        tables = moment.tables_said
        votes = count(moment.votes_per_table, "stem", "stemmen")
        if moment.per_person:
            return f"geheim, per persoon {votes}"
        if not tables:
            voted = moment.tables_voted
            given = f"{count(voted, 'tafel heeft', 'tafels hebben')} gestemd" if voted else "geheim"
            return f"{given} · {votes} per tafel"
        if moment.all_voted:
            return "de tafel heeft gestemd" if tables == 1 else "alle tafels hebben gestemd"
        if tables == 1:
            return f"de tafel stemt nog · {votes}"
        return f"nog {len(moment.left)} van {tables} tafels te stemmen · {votes} per tafel"

    def _how_many_of(self, question: Question) -> str:
        """How many scores or answers there are, and of how many tables the answers are."""
        moment = self.moment
        if moment.asks_persons:
            return "een score per persoon"
        if rows.is_scale(question):
            return count(len(scores_in(moment.dossier, question.id, moment.standing.session)), "score", "scores")
        return counted_by_table(moment.answers)

    @property
    def large(self) -> str:
        """What stands in large letters: the question, the point of the agenda, or the idea or goal in turn."""
        moment = self.moment
        if moment.idea_decided_on:
            return moment.idea_decided_on.text
        if moment.item:
            return moment.item.text
        return moment.question.text if moment.question else moment.walk.title_of(moment.standing)

    @property
    def short(self) -> str:
        """What stands small and bold: the question, or what is asked of the one in turn."""
        moment = self.moment
        if idea := moment.idea_decided_on:
            return f"Besluit over antwoord {idea.number}"
        answer = moment.dossier.get(moment.task.about) if moment.task else None
        if isinstance(answer, Answer):
            return answer.text
        if isinstance(moment.item, Goal):
            return f"Doel {moment.item.number}: gehaald, deels of niet?"
        if moment.item:
            votes = f" · {count(moment.item.votes, 'stem', 'stemmen')}" if moment.item.votes else ""
            return f"van antwoord {moment.numbers[moment.item.id]}{votes}"
        return moment.question.text if moment.question else moment.walk.title_of(moment.standing)

    @property
    def hint(self) -> str:
        """What can be typed in this round."""
        moment = self.moment
        question = moment.question
        if moment.task:
            return moment.task.asked(moment.dossier, moment.today)[1]
        if moment.standing.round is Round.OPHALEN and moment.asks_persons:
            return "per persoon een score van 1 tot en met 5, enter"
        if moment.standing.round is Round.OPHALEN and rows.is_scale(question):
            return "per tafel een score, zoals 1: 4  2: 3, enter"
        if moment.is_goals:
            return "gehaald, deels of niet, en waarom, enter"
        if moment.standing.round is Round.STEMMEN and moment.all_voted:
            return f"{ALL_IN}; → toont de uitslag."
        if moment.standing.round is Round.STEMMEN:
            votes = count(moment.votes_per_table, "nummer", "nummers")
            return f"{votes} van antwoorden, zoals {ballot_on_wall(moment)}, enter"
        return HINTS[moment.standing.round]

    @property
    def prompt(self) -> str:
        """What stands before the line that is typed."""
        moment = self.moment
        if moment.task:
            return moment.task.asked(moment.dossier, moment.today)[0]
        if moment.asks_persons:
            return f"persoon {moment.persons_typed + 1}"
        if moment.standing.round is Round.STEMMEN:
            return "alle" if moment.all_voted else f"tafel {moment.turn}"
        if isinstance(moment.item, Goal):
            return f"doel {moment.item.number}"
        if moment.item:
            return f"{AXES[moment.standing.round]} van {moment.numbers[moment.item.id]}"
        if moment.standing.round in (*SCORED, Round.ACTIES):
            return AXES.get(moment.standing.round, "actie")
        is_open = moment.question is not None and moment.question.kind is QuestionKind.OPEN
        return f"antwoord {len(moment.numbers) + 1}" if is_open else ""
