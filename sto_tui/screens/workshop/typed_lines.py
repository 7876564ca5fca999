"""What a line that was typed in a workshop means, round by round."""

from datetime import date

from sto_tui.domain.change import Change
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import count
from sto_tui.domain.evaluation import Answer, Meeting, Question
from sto_tui.domain.plan import Goal
from sto_tui.planning.evaluation.pasted_entries import Read
from sto_tui.planning.evaluation.results import ballot_example, which_numbers
from sto_tui.planning.evaluation.typed_changes import (
    action_change,
    answer_change,
    ballot_change,
    ballot_of,
    goal_change,
    is_joining,
    joined_by_line,
    names_table,
    score_change,
    value_change,
)
from sto_tui.planning.evaluation.workshop import Round
from sto_tui.screens.workshop import rows
from sto_tui.screens.workshop.moment import SCORED, Moment


def change_typed(moment: Moment, typed: str, today: date) -> Change:
    """The change that a line makes. Raises ValueError with a Dutch sentence."""
    question, session, round = moment.question, moment.walk.session, moment.standing.round
    if round is Round.ACTIES:
        return action_change(moment.dossier, typed, today)
    if question is None:
        raise ValueError("Bij dit punt valt niets te typen.")
    if round is Round.STEMMEN:
        table, votes = ballot_of(typed, turn_of(moment), moment.tables_said)
        try:
            return ballot_change(moment.answers, moment.numbers, table, votes, moment.votes_per_table)
        except ValueError as error:
            raise wrong_votes(moment, votes) from error
    if round in SCORED:
        if not isinstance(moment.item, Answer):
            raise ValueError("Er zijn nog geen antwoorden.")
        return value_change(moment.item, moment.axis, typed)
    if rows.is_of_goals(question):
        return goal_change(moment.dossier, typed, moment.item if isinstance(moment.item, Goal) else None)
    if rows.is_scale(question):
        return score_change(moment.dossier, question, session, typed)
    return joined_by_line(moment.dossier, question, typed) or answer_change(moment.dossier, question, session, typed)


def turn_of(moment: Moment) -> int | None:
    """The table that a line with votes is of when it names none; None when all have voted."""
    return None if moment.all_voted else moment.turn


def turn_passed(moment: Moment, typed: str, begun: int | None) -> str:
    """Asks of which table a line is that names none, when the one whose turn it was has voted since; empty else."""
    turn = turn_of(moment)
    if moment.task or moment.standing.round is not Round.STEMMEN or begun in (None, turn) or names_table(typed):
        return ""
    now = f"Met enter geldt dit voor tafel {turn}; met" if turn else "Met"
    return f"Tafel {begun} stemde intussen. {now} {begun}: ervoor toch voor tafel {begun}."


def wrong_votes(moment: Moment, typed: str) -> ValueError:
    """Says what is not right: nothing that was voted may be read from the wall."""
    return ValueError(f"{_what_is_wrong(moment, typed)} {ballot_help(moment)}")


def _what_is_wrong(moment: Moment, typed: str) -> str:
    """What is not right about the votes, without a number that was voted."""
    excess = len(typed.replace(",", " ").replace(";", " ").split()) - moment.votes_per_table
    if excess:
        return "Deze stemmen kloppen niet: " + ("te veel nummers." if excess > 0 else "te weinig nummers.")
    return "Deze stemmen kloppen niet: een nummer is er niet."


def ballot_help(moment: Moment) -> str:
    """How to vote, in words."""
    numbers = [moment.numbers[answer.id] for answer in moment.answers]
    if not numbers:
        return "Er zijn nog geen antwoorden om op te stemmen."
    votes = moment.votes_per_table
    wanted = count(votes, "nummer", "nummers")
    return f"Typ {wanted}: {which_numbers(numbers)}; bijvoorbeeld {ballot_on_wall(moment)}."


def ballot_on_wall(moment: Moment) -> str:
    """How a table may vote on what stands there."""
    return ballot_example(moment.votes_per_table, [moment.numbers[answer.id] for answer in moment.answers])


def reader_of_pasted(moment: Moment, today: date) -> Read:
    """How a pasted line is read: an action in their round, else an answer to the question."""

    def read_action(dossier: Dossier, meeting: Meeting | None, line: str) -> Change:
        return action_change(dossier, line, today)

    def read_answer(dossier: Dossier, meeting: Meeting | None, line: str) -> Change:
        question = dossier.of(Question).get(moment.question.id if moment.question else 0)
        if question is None:
            raise ValueError("De vraag is intussen verwijderd.")
        if is_joining(line):
            raise ValueError("Samenvoegen typ je op een eigen regel, en plak je niet tussen antwoorden.")
        return answer_change(dossier, question, meeting, line)

    return read_action if moment.standing.round is Round.ACTIES else read_answer
