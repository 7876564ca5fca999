"""What a line typed in a workshop becomes: an answer, scores, the votes of a table, a value, an action.

Every function gives the Change to carry out, or raises ValueError with one Dutch sentence that says what is wrong.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import chain
from typing import Any

from sto_tui.domain import dutch
from sto_tui.domain.change import Change, Edit, added, adding, changing, edited
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import (
    Action,
    Answer,
    AnswerKind,
    Ballot,
    Meeting,
    Question,
    QuestionPart,
    Score,
)
from sto_tui.domain.plan import Goal, GoalOutcome
from sto_tui.domain.record import LINE_LIMIT, TEXT_LIMIT
from sto_tui.domain.text import clean_line, clean_text
from sto_tui.domain.typed_dates import parse_date
from sto_tui.domain.typed_value import too_long
from sto_tui.planning.evaluation.joining import join_change
from sto_tui.planning.evaluation.looking_back import NO_EARLIER_GOALS, goals_looked_back_at
from sto_tui.planning.evaluation.results import (
    answer_numbered,
    called,
    check_table,
    own_numbers,
    parse_ballot,
    parse_entry_line,
    votes_of,
)
from sto_tui.planning.working_days.named_days import beside_today

HIGHEST = 10
ALL_IN = "Alle stemmen zijn binnen"
"""How each sentence begins that is only so as long as every table has voted."""
_SCORE = re.compile(r"(\d{1,2})\s*:\s*(\d+)")
_GOAL = re.compile(
    r"((?P<number>\d+)\s*:)?\s*(?P<outcome>gehaald|deels|niet)(\s+gehaald)?\b(?P<why>.*)", re.IGNORECASE | re.DOTALL
)
_JOIN = re.compile(r"([0-9]{1,4})\s*=\s*([0-9]{1,4})")
_BALLOT = re.compile(r"(?P<table>\d{1,2})\s*:(?P<votes>.*)")
_KINDS = {QuestionPart.SUCCESSEN: AnswerKind.SUCCES, QuestionPart.VERBETERPUNTEN: AnswerKind.VERBETERPUNT}


def answer_change(dossier: Dossier, question: Question, session: Meeting | None, typed: str) -> Change:
    """An answer as it was typed: `3: Ouders kwamen mee` is of table 3."""
    table, text = parse_entry_line(typed, session.tables if session else None)
    if not text:
        raise ValueError("Typ eerst een antwoord.")
    if len(text) > TEXT_LIMIT:
        raise ValueError(too_long(text, TEXT_LIMIT))
    kind = kind_of_answer(question)
    answer = Answer(question=question.id, text=text, table=table, session=session.id if session else None, kind=kind)
    return adding(dossier, answer)


def kind_of_answer(question: Question) -> AnswerKind:
    """What an answer to it says: among successes it is one."""
    return _KINDS.get(question.part, AnswerKind.OPMERKING)


def joined_by_line(dossier: Dossier, question: Question, typed: str) -> Change | None:
    """`7=3` joins answer 7 with answer 3, which stays; None for a line that says something else."""
    match = _JOIN.fullmatch(clean_line(typed))
    if match is None:
        return None
    joined, kept = (answer_numbered(dossier, question.id, number) for number in match.groups())
    return join_change(kept, joined)


def is_joining(typed: str) -> bool:
    """Whether a line joins two answers."""
    return _JOIN.fullmatch(clean_line(typed)) is not None


def corrected_answer(dossier: Dossier, answer: Answer, typed: str) -> Change:
    """An answer with other words, and the table that stands before them, or none."""
    session = dossier.of(Meeting).get(answer.session or 0)
    table, text = parse_entry_line(typed, session.tables if session else None)
    if not text:
        raise ValueError("Er staat niets meer; met x verwijder je het antwoord.")
    if len(text) > TEXT_LIMIT:
        raise ValueError(too_long(text, TEXT_LIMIT))
    return changing(dossier, answer, answer.changed(text=text, table=table))


def corrected_score(score: Score, typed: str) -> Change:
    """Another score, from 1 to 5."""
    if typed.strip() not in ("1", "2", "3", "4", "5"):
        raise ValueError("Een score gaat van 1 tot en met 5.")
    return Change("Score gewijzigd", edited(score, value=int(typed)))


def score_change(dossier: Dossier, question: Question, session: Meeting | None, typed: str) -> Change:
    """Scores by table: `1: 4  2: 3` is a four of table 1 and a three of table 2; an earlier score is replaced."""
    typed_scores = _SCORE.findall(clean_text(typed))
    if not typed_scores or _SCORE.sub("", clean_text(typed)).strip(" ,;"):
        raise ValueError("Typ per tafel een score, bijvoorbeeld 1: 4  2: 3.")
    if len({int(table) for table, _ in typed_scores}) < len(typed_scores):
        raise ValueError("Een tafel staat er twee keer; geef elke tafel één score.")
    edits: list[Edit] = []
    for index, (table_text, value_text) in enumerate(typed_scores, 1):
        table, _ = parse_entry_line(f"{table_text}: x", session.tables if session else None)
        if value_text not in ("1", "2", "3", "4", "5"):
            raise ValueError(f"Een score gaat van 1 tot en met 5; bij tafel {table_text} staat {value_text}.")
        meeting = session.id if session else None
        score = Score(id=-index, statement=question.id, value=int(value_text), table=table, session=meeting)
        before = score_of_table(dossier, meeting, question.id, table)
        if before:
            edits += edited(before, value=score.value)
        else:
            edits += added(score)
    tables = ", ".join(table for table, _ in typed_scores)
    return Change(f"Scores van tafel {tables}", tuple(edits))


def score_of_table(dossier: Dossier, meeting: int | None, question: int, table: int | None) -> Score | None:
    """The score that a table gave a statement in a meeting."""
    about = (table, meeting, None)
    same = [one for one in dossier.scores_of(question) if (one.table, one.session, one.party) == about]
    return same[-1] if same else None


def goal_change(dossier: Dossier, typed: str, on_wall: Goal | None = None) -> Change:
    """How far a goal was reached, and why: `deels, want de kasten kwamen te laat`, of the goal that is on the wall.

    `2: deels` is of goal 2.
    """
    match, goal = _goal_typed(dossier, typed, on_wall)
    why = re.sub(r"^(want|omdat)\s+", "", match["why"].strip(" ,;:."), flags=re.IGNORECASE) or goal.why
    return changing(dossier, goal, goal.changed(outcome=GoalOutcome(match["outcome"].lower()), why=why))


def goal_of_line(dossier: Dossier, typed: str, on_wall: Goal) -> Goal:
    """The goal that a line is about."""
    return _goal_typed(dossier, typed, on_wall)[1]


def _goal_typed(dossier: Dossier, typed: str, on_wall: Goal | None) -> tuple[re.Match[str], Goal]:
    match = _GOAL.fullmatch(clean_text(typed).strip())
    goals = goals_looked_back_at(dossier)
    numbers = [str(goal.number) for goal in goals]
    if match is None or not (match["number"] or on_wall):
        raise ValueError("Typ gehaald, deels of niet, en waarom; bijvoorbeeld deels, want … of bij doel 2: 2: deels.")
    if not goals:
        raise ValueError(NO_EARLIER_GOALS)
    goal = next((goal for goal in goals if str(goal.number) == match["number"]), None)
    goal = goal if match["number"] else on_wall
    if goal is None:
        raise ValueError(f"Doel {match['number']} is er niet; kies uit {', '.join(numbers)}.")
    return match, goal


def ballot_change(answers: Sequence[Answer], numbers: Mapping[int, int], table: int, typed: str, votes: int) -> Change:
    """The votes of a table on these answers, by `answer_numbers`; earlier ones of the table are replaced."""
    own = {answer.id: tuple(map(int, own_numbers(answer, numbers))) for answer in answers}
    votes_by_number = parse_ballot(typed, [number for mine in own.values() for number in mine], votes)
    edits: list[Edit] = []
    for answer in answers:
        given = sum(votes_by_number.get(number, 0) for number in own[answer.id])
        other_ballots = tuple(ballot for ballot in answer.ballots if ballot.table != table)
        mine = (Ballot(table=table, votes=given),) if given else ()
        edits += edited(answer, ballots=(*other_ballots, *mine))
    return Change(f"Stemmen van tafel {table}", tuple(edits))


def ballot_of(typed: str, table: int | None, tables: int) -> tuple[int, str]:
    """Whose votes these are: `3: 1 1 4` is of table 3, else of the table whose turn it is (None: all have voted)."""
    match = _BALLOT.fullmatch(clean_text(typed).strip())
    if match is None and table is None:
        raise ValueError(f"{ALL_IN}; zet de tafel ervoor om te verbeteren, zoals 3: 1 1 2.")
    if match is None:
        return table or 1, typed
    check_table(int(match["table"]), tables or None)
    return int(match["table"]), match["votes"]


def names_table(typed: str) -> bool:
    """Whether a line with votes says of which table they are."""
    return _BALLOT.fullmatch(clean_text(typed).strip()) is not None


def with_tables(meeting: Meeting, tables: int) -> Change:
    """A meeting to which tables come, so that there are so many."""
    return Change(f"Tafel {tables} erbij", edited(meeting, tables=tables))


def reveal_change(answers: Sequence[Answer]) -> Change:
    """The result of a vote: every answer gets the number of its votes, none included.

    Without edits when it is known already, or when nobody voted.
    """
    if not any(answer.ballots for answer in answers):
        return Change("Uitslag van de stemming", ())
    edits = chain.from_iterable(edited(answer, votes=votes_of(answer) if answer.ballots else 0) for answer in answers)
    return Change("Uitslag van de stemming", tuple(edits))


def value_change(answer: Answer, axis: str, typed: str) -> Change:
    """Effect (`impact`) or effort (`effort`) of an answer, 0 to 10."""
    text = clean_line(typed)
    if not text.isdecimal() or int(text) > HIGHEST:
        raise ValueError(f"‘{text[:20]}’ is geen getal van 0 tot en met {HIGHEST}.")
    axis_word = "effect" if axis == "impact" else "moeite"
    label = f"{dutch.capital(axis_word)} van {called(answer)}: {int(text)}"
    return Change(label, edited(answer, **{axis: int(text)}))


def action_change(dossier: Dossier, typed: str, today: date) -> Change:
    """`Bel de bedrijven; Anja; 1-3-2027` as an action with its owner and date; owner and date may follow later."""
    return adding(dossier, Action(**_action_fields(dossier, typed, today)))


def corrected_action(dossier: Dossier, action: Action, typed: str, today: date) -> Change:
    """An action as it is typed now: what is left out is emptied."""
    return Change("Actie gewijzigd", edited(action, **_action_fields(dossier, typed, today)))


def _action_fields(dossier: Dossier, typed: str, today: date) -> dict[str, Any]:
    parts = [clean_line(part) for part in clean_text(typed).split(";")]
    if not parts[0]:
        raise ValueError("Typ een actie, bijvoorbeeld Bel de bedrijven; Anja; 1-3-2027.")
    if len(parts) > 3:
        raise ValueError("Na de actie komen alleen de eigenaar en de datum, met een puntkomma ertussen.")
    if longest := next((part for part in parts if len(part) > LINE_LIMIT), ""):
        raise ValueError(too_long(longest, LINE_LIMIT))
    due = parse_date(parts[2], "end", beside_today(dossier, today)) if len(parts) == 3 and parts[2] else None
    return {"text": parts[0], "owner": parts[1] if len(parts) > 1 else "", "due": due}
