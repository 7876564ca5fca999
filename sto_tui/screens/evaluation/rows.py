"""The lists of place 2: questions, answers, decisions, actions, meetings and scores."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any

from sto_tui.domain.change import Change, edited
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import count, short_date
from sto_tui.domain.evaluation import (
    Action,
    Answer,
    AnswerKind,
    Decision,
    Meeting,
    Question,
    QuestionKind,
    QuestionPart,
)
from sto_tui.domain.parties import Party
from sto_tui.domain.plan import Goal
from sto_tui.domain.record import Ref
from sto_tui.planning.evaluation.looking_back import NO_EARLIER_GOALS, goals_looked_back_at, returns_in
from sto_tui.planning.evaluation.results import answer_numbers, disagreements
from sto_tui.planning.evaluation.workshop import Walk, WorkshopPosition
from sto_tui.screens.frame.section import BLANK, group, note
from sto_tui.screens.workshop.rows import points, score_picture, score_row
from sto_tui.widgets.record_list import Row

BAR = 12


@dataclass(frozen=True)
class AnswerFilter:
    """Which answers are shown."""

    label: str
    keeps: Callable[[Dossier, Answer], bool]


EVERYTHING = AnswerFilter("alles", lambda dossier, answer: True)
FILTERS = (
    EVERYTHING,
    AnswerFilter("zonder besluit", lambda dossier, answer: answer.decision not in dossier.of(Decision)),
    AnswerFilter("successen", lambda dossier, answer: answer.kind is AnswerKind.SUCCES),
    AnswerFilter("verbeterpunten", lambda dossier, answer: answer.kind is AnswerKind.VERBETERPUNT),
)


def filters(dossier: Dossier) -> tuple[AnswerFilter, ...]:
    """The fixed filters, and one for every party that answered."""
    parties = {answer.party for answer in dossier.of(Answer).values()}
    return (
        *FILTERS,
        *(_of_party(number, party.name) for number, party in dossier.of(Party).items() if number in parties),
    )


def _of_party(number: int, name: str) -> AnswerFilter:
    return AnswerFilter(name, lambda dossier, answer: answer.party == number)


def question_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """Questions by part, each with the number of its answers or scores."""
    rows: list[Row] = []
    number = 0
    for part in QuestionPart:
        questions = [one for one in dossier.of(Question).values() if one.part is part and not one.hidden]
        if not questions:
            continue
        rows += [BLANK] * bool(rows) + [group(part.label)]
        for question in questions:
            number += 1
            found = _replies(dossier, question)
            rows.append(
                Row(
                    (
                        (str(number), "muted"),
                        question.text,
                        (str(found) if found else "–", "bold" if found else "muted"),
                    ),
                    key=Ref("questions", question.id),
                )
            )
    return rows or [note("Nog geen vragen. Druk op a om er een toe te voegen.")]


def _replies(dossier: Dossier, question: Question) -> int:
    scale = question.kind is QuestionKind.SCALE
    return len(dossier.scores_of(question.id) if scale else dossier.answers_of(question.id))


def answer_rows(dossier: Dossier, question: Question, kept: AnswerFilter = EVERYTHING) -> list[Row]:
    """The answers to a question, most votes first, each with its number, table, party, votes and decision."""
    if question.kind is QuestionKind.SCALE:
        return score_picture(dossier, question)
    if question.kind is QuestionKind.GOAL_BY_GOAL and not dossier.answers_of(question.id):
        return [
            Row(((str(goal.number), "key"), goal.text), key=Ref("goals", goal.id), below=_reached(goal))
            for goal in goals_looked_back_at(dossier)
        ] or [note(NO_EARLIER_GOALS)]
    found = [answer for answer in dossier.answers_of(question.id) if kept.keeps(dossier, answer)]
    answers = sorted(found, key=lambda answer: (-answer.votes, answer.id))
    numbers = answer_numbers(dossier, question.id)
    if not answers and kept is not EVERYTHING:
        return [note(f"Geen antwoorden bij filter ‘{kept.label}’. Met f kies je een ander.")]
    return [
        Row(
            ((str(numbers[answer.id]), "key"), answer.text),
            key=Ref("answers", answer.id),
            below=_about(dossier, answer),
        )
        for answer in answers
    ] or [note("Nog geen antwoorden. Druk op a om er een toe te voegen.")]


def _reached(goal: Goal) -> str:
    why = " ".join(goal.why.split())
    return f"{goal.outcome.label}{f': {why}' if why else ''}"


def _about(dossier: Dossier, answer: Answer) -> str:
    party = dossier.of(Party).get(answer.party or 0)
    decision = dossier.of(Decision).get(answer.decision or 0)
    parts = [
        f"tafel {answer.table}" if answer.table else "",
        party.name if party else "",
        f"{'▬' * min(answer.votes, BAR)} {count(answer.votes, 'stem', 'stemmen')}" if answer.votes else "",
        answer.kind.label,
        dossier.name(answer.about) if answer.about else "",
        f"→ {decision.kind.label}" if decision else "",
    ]
    return " · ".join(part for part in parts if part)


def decision_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """Decisions, and where they come back."""
    rows = []
    for decision in dossier.of(Decision).values():
        back = "; ".join(dossier.name(ref) for ref in returns_in(dossier, decision))
        where = f"komt terug in {back}" if back else decision.why_not.strip() or "komt nog nergens terug"
        cells = ((decision.kind.label, "bold"), decision.text)
        rows.append(Row(cells, key=Ref("decisions", decision.id), below=where.replace("\n", " ")))
    return rows or [note("Nog geen besluiten. Druk op a om er een toe te voegen.")]


def action_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """Who does what by when; open ones first."""
    rows = []
    for action in sorted(
        dossier.of(Action).values(), key=lambda one: (one.status != "open", one.due or date.max, one.id)
    ):
        late = action.due is not None and action.due < today and action.status in ("open", "bezig")
        due = (short_date(action.due) if action.due else "", "error" if late else "text")
        cells = (action.text, action.owner, due, (action.status.label, "muted"))
        rows.append(Row(cells, key=Ref("actions", action.id)))
    return rows or [note("Nog geen acties. Druk op a om er een toe te voegen.")]


def session_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """Meetings with their agenda."""
    rows = []
    for session in dossier.of(Meeting).values():
        minutes = sum(item.minutes for item in session.agenda)
        agenda = (
            f"{count(len(session.agenda), 'agendapunt', 'agendapunten')}, {count(minutes, 'minuut', 'minuten')}"
            if session.agenda
            else ""
        )
        day = short_date(session.date) if session.date else ""
        rows.append(Row((session.title, day, (agenda, "muted")), key=Ref("sessions", session.id)))
    return rows or [note("Nog geen bijeenkomsten. Druk op a om er een toe te voegen.")]


def score_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """All scores by statement."""
    rows: list[Row] = []
    for question in dossier.of(Question).values():
        if scores := dossier.scores_of(question.id):
            rows += [BLANK] * bool(rows) + [group(question.text)]
            rows += [score_row(dossier, score) for score in scores]
    return rows or [note("Nog geen scores. Druk op a om er een toe te voegen.")]


def new_question(dossier: Dossier, at: Ref | None) -> Mapping[str, Any]:
    """In the part of the cursor, after the last one."""
    question = dossier.of(Question).get(at.id) if at and at.table == "questions" else None
    part = question.part if question else QuestionPart.SUCCESSEN
    orders = [one.order for one in dossier.of(Question).values() if one.part is part]
    return {"part": part, "order": max(orders, default=0) + 1, "own": True}


def difference_rows(dossier: Dossier) -> list[Row]:
    """The statements on which kinds of party differ most."""
    rows = []
    for number, summary in disagreements(dossier):
        by_mean = sorted(summary.by_kind, key=lambda one: -one.mean)
        ends = [f"{one.kind} {points(one.mean)}" for one in (*by_mean[:1], *by_mean[1:][-1:])]
        bar = ("█" * round(summary.distance * 4) or "·", "primary")
        text = dossier.of(Question)[number].text
        below = f"Verschil {points(summary.distance)}: {', '.join(ends)}"
        rows.append(Row((bar, text), key=Ref("questions", number), below=below))
    return rows or [note("Er zijn nog geen stellingen met twee of meer scores.")]


def kind_of_answer(part: QuestionPart) -> str:
    """What an answer in a part is, to begin with."""
    kinds = {QuestionPart.SUCCESSEN: "succes", QuestionPart.VERBETERPUNTEN: "verbeterpunt"}
    return kinds.get(part, "opmerking")


def moved_question(dossier: Dossier, question: Question, step: int) -> Change | None:
    """The question so many places down within its part; None when it stands at the end."""
    part = [one for one in dossier.of(Question).values() if one.part is question.part]
    shown = [one for one in part if not one.hidden]
    place = shown.index(question) + step
    if not 0 <= place < len(shown):
        return None
    part.remove(question)
    part.insert(part.index(shown[place]) + (step > 0), question)
    edits = chain.from_iterable(edited(one, order=order) for order, one in enumerate(part, 1))
    return Change("Volgorde van de vragen", tuple(edits))


def nearest_meeting(dossier: Dossier, today: date) -> int | None:
    """The meeting whose date is nearest to today, else the first."""
    meetings = dossier.of(Meeting)
    dated = [(abs((one.date - today).days), number) for number, one in meetings.items() if one.date]
    return min(dated, key=lambda one: one[0])[1] if dated else next(iter(meetings), None)


def position_lines(walk: Walk, position: WorkshopPosition) -> list[str]:
    """Where a workshop stopped, in words."""
    point = walk.agenda[position.point].title
    minutes, seconds = divmod(position.seconds, 60)
    left = f", nog {minutes}:{seconds:02}" if position.seconds else ""
    return [
        walk.session.title if walk.session else "Alle vragen",
        f"Vraag {position.point + 1} van {len(walk.agenda)}: {point}",
        f"Ronde: {position.round.value}{left}",
    ]
