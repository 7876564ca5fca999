"""The lists of place 2: questions, answers, decisions, actions, meetings and scores."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any

from sto_tui.domain.change import Change, edited
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import count, enumerate_words
from sto_tui.domain.evaluation import (
    Action,
    Answer,
    AnswerKind,
    Decision,
    Meeting,
    Question,
    QuestionKind,
    QuestionPart,
    Score,
)
from sto_tui.domain.parties import Party
from sto_tui.domain.plan import Goal
from sto_tui.domain.record import Ref
from sto_tui.domain.region import PlanPeriod
from sto_tui.planning.beginnings import beginning
from sto_tui.planning.evaluation.joining import counted_by_table, tables_of
from sto_tui.planning.evaluation.looking_back import NO_EARLIER_GOALS, goals_looked_back_at, of_which_plan, returns_in
from sto_tui.planning.evaluation.results import answer_numbers, disagreements
from sto_tui.planning.plan_periods import where_evaluated
from sto_tui.screens.frame.columns import Around, ListOf, Shown
from sto_tui.screens.frame.section import BLANK, group, note
from sto_tui.screens.workshop.rows import points, score_picture, who_scored
from sto_tui.widgets.record_list import Cell, Row

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


def _replies(question: Question, around: Around) -> Cell:
    """How many answers or scores."""
    scale = question.kind is QuestionKind.SCALE
    replies = len(around.dossier.scores_of(question.id) if scale else around.dossier.answers_of(question.id))
    return (str(replies), "bold") if replies else ("–", "muted")


QUESTIONS = ListOf(
    Question,
    Shown(width=2, align="right", cell=lambda question, around: (str(around.number), "muted")),
    Shown("text", head=""),
    Shown(width=3, align="right", cell=_replies),
    none="Nog geen vragen. Druk op a om er een toe te voegen.",
)


def question_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """Questions by part, each with the number of its answers or scores."""
    rows: list[Row] = []
    first = 1
    for part in QuestionPart:
        questions = [
            question for question in dossier.of(Question).values() if question.part is part and not question.hidden
        ]
        if questions:
            rows += [BLANK] * bool(rows) + [group(part.label)]
            rows += QUESTIONS.rows_of(questions, dossier, today, first=first)
            first += len(questions)
    return rows or [QUESTIONS.none]


def answers_head(dossier: Dossier, question: Question, kept: AnswerFilter) -> list[Row]:
    """The question in full, what came in, and which of that is shown when it is a part."""
    rows = [group(question.text)]
    answers = dossier.answers_of(question.id)
    if answers:
        rows.append(note(counted_by_table(answers)))
    if kept is not EVERYTHING and question.kind is not QuestionKind.SCALE:
        how_many = sum(kept.keeps(dossier, answer) for answer in answers)
        filtered = f"Filter: {kept.label} ({how_many} van {len(answers)}); esc toont alles."
        rows.append(Row(([(filtered, "hint")],), kind="note"))
    return [*rows, BLANK]


def filter_rows(dossier: Dossier, question: Question | None, choices: Sequence[AnswerFilter]) -> list[Row]:
    """The filters to choose from, each with how many answers to the question it keeps."""
    answers = dossier.answers_of(question.id) if question else ()
    rows = []
    for choice in choices:
        how_many = sum(choice.keeps(dossier, answer) for answer in answers)
        rows.append(Row((choice.label, (count(how_many, "antwoord", "antwoorden"), "muted")), key=choice.label))
    return rows


def answer_rows(dossier: Dossier, question: Question, kept: AnswerFilter = EVERYTHING) -> list[Row]:
    """The answers to a question, most votes first, each with its number, table, party, votes and decision."""
    if question.kind is QuestionKind.SCALE:
        return score_picture(dossier, question)
    if question.kind is QuestionKind.GOAL_BY_GOAL and not dossier.answers_of(question.id):
        return [
            Row(((str(goal.number), "key"), goal.text), key=Ref("goals", goal.id), below=_reached(goal))
            for goal in goals_looked_back_at(dossier)
        ] or [note(NO_EARLIER_GOALS)]
    kept_answers = [answer for answer in dossier.answers_of(question.id) if kept.keeps(dossier, answer)]
    answers = sorted(kept_answers, key=lambda answer: (-answer.votes, answer.id))
    numbers, about = answer_numbers(dossier, question.id), _looks_back_at(dossier, dossier.answers_of(question.id))
    if not answers and kept is not EVERYTHING:
        return [note("Geen antwoorden bij dit filter. Met f kies je een ander.")]
    return [
        Row(
            ((str(numbers[answer.id]), "key"), answer.text),
            key=Ref("answers", answer.id),
            below=_about(dossier, answer, about.get(answer.id, "")),
            below_in_full=True,
        )
        for answer in answers
    ] or [note(where_evaluated(dossier) or "Nog geen antwoorden. Druk op a om er een toe te voegen.")]


def _reached(goal: Goal) -> str:
    why = " ".join(goal.why.split())
    return f"{goal.outcome.label}{f': {why}' if why else ''}"


def _looks_back_at(dossier: Dossier, answers: Sequence[Answer]) -> Mapping[int, str]:
    """`over 2027-2028` per answer, where two evaluations stand in one list: their votes are not comparable."""
    periods = {answer.id: dossier.periods_of("answers", answer) for answer in answers}
    if len({*periods.values()}) < 2:
        return {}
    labels = {number: period.label for number, period in dossier.of(PlanPeriod).items()}
    return {
        answer: f"over {enumerate_words([labels[number] for number in sorted(of)])}"
        for answer, of in periods.items()
        if of
    }


def _about(dossier: Dossier, answer: Answer, plan: str) -> str:
    party = dossier.of(Party).get(answer.party or 0)
    decision = dossier.of(Decision).get(answer.decision or 0)
    parts = [
        plan,
        f"tafel {'+'.join(map(str, tables))}" if (tables := tables_of(answer)) else "",
        party.name if party else "",
        f"{'▬' * min(answer.votes, BAR)} {count(answer.votes, 'stem', 'stemmen')}" if answer.votes else "",
        answer.kind.label,
        dossier.name(answer.about) if answer.about else "",
        f"→ {decision.kind.label}" if decision else "",
    ]
    return " · ".join(part for part in parts if part)


def _comes_back(decision: Decision, around: Around) -> str:
    """Where the decision comes back."""
    back = "; ".join(
        f"{around.dossier.name(ref)}{of_which_plan(around.dossier, ref)}"
        for ref in returns_in(around.dossier, decision)
    )
    where = f"komt terug in {back}" if back else decision.why_not.strip() or "komt nog nergens terug"
    return where.replace("\n", " ")


DECISIONS = ListOf(
    Decision,
    Shown("kind", width=17, role="bold"),
    Shown("text", wrap=True),
    none="Nog geen besluiten. Druk op a om er een toe te voegen.",
    below=_comes_back,
)


def _lateness(action: Action, around: Around) -> str:
    late = action.due is not None and action.due < around.today and action.status.waits
    return "error" if late else "text"


ACTIONS = ListOf(
    Action,
    Shown("text", share=2, wrap=True),
    Shown("owner", width=20, drop=1),
    Shown("due", width=10, role=_lateness),
    Shown("status", head="", width=9, role="muted"),
    none="Nog geen acties. Druk op a om er een toe te voegen.",
)


def action_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """Who does what by when; what is still to be done first."""
    actions = sorted(
        dossier.of(Action).values(), key=lambda action: (not action.status.waits, action.due or date.max, action.id)
    )
    return ACTIONS.rows_of(actions, dossier, today) or [ACTIONS.none]


def _agenda(meeting: Meeting, around: Around) -> Cell:
    """How many points, and how long."""
    minutes = sum(item.minutes for item in meeting.agenda)
    how_many = count(len(meeting.agenda), "agendapunt", "agendapunten")
    return f"{how_many}, {count(minutes, 'minuut', 'minuten')}" if meeting.agenda else "", "muted"


MEETINGS = ListOf(
    Meeting,
    Shown("title", wrap=True),
    Shown("date", width=10),
    Shown("tables", head="Tafels", width=6, align="right"),
    Shown("agenda", width=30, drop=1, cell=_agenda),
    none="Nog geen bijeenkomsten. Druk op a om er een toe te voegen.",
)

SCORES = ListOf(
    Score,
    Shown("value", head="", width=2, role="key"),
    Shown("party", head="", cell=lambda score, around: who_scored(around.dossier, score)),
    none="Nog geen scores. Druk op a om er een toe te voegen.",
)


def score_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """All scores by statement."""
    rows: list[Row] = []
    for question in dossier.of(Question).values():
        if scores := dossier.scores_of(question.id):
            rows += [BLANK] * bool(rows) + [group(question.text), *SCORES.rows_of(scores, dossier, today)]
    return rows or [SCORES.none]


def new_question(dossier: Dossier, at: Ref | None) -> Mapping[str, Any]:
    """In the part of the cursor, after the last one."""
    question = dossier.of(Question).get(at.id) if at and at.table == "questions" else None
    given = {"part": question.part} if question else {}
    return {**beginning(dossier, Question, given), **given}


def difference_rows(dossier: Dossier) -> list[Row]:
    """The statements on which kinds of party differ most."""
    rows = []
    for number, summary in disagreements(dossier):
        by_mean = sorted(summary.by_kind, key=lambda of_kind: -of_kind.mean)
        ends = [f"{of_kind.kind} {points(of_kind.mean)}" for of_kind in (*by_mean[:1], *by_mean[1:][-1:])]
        bar = ("█" * round(summary.distance * 4) or "·", "primary")
        text = dossier.of(Question)[number].text
        below = f"Verschil {points(summary.distance)}: {', '.join(ends)}"
        rows.append(Row((bar, text), key=Ref("questions", number), below=below))
    return rows or [note("Er zijn nog geen stellingen met twee of meer scores.")]


def moved_question(dossier: Dossier, question: Question, step: int) -> Change | None:
    """The question so many places down within its part; None when it stands at the end."""
    part = [sibling for sibling in dossier.of(Question).values() if sibling.part is question.part]
    shown = [sibling for sibling in part if not sibling.hidden]
    place = shown.index(question) + step
    if not 0 <= place < len(shown):
        return None
    part.remove(question)
    part.insert(part.index(shown[place]) + (step > 0), question)
    edits = chain.from_iterable(edited(sibling, order=order) for order, sibling in enumerate(part, 1))
    return Change("Volgorde van de vragen", tuple(edits))


def nearest_meeting(dossier: Dossier, today: date) -> int | None:
    """The meeting whose date is nearest to today, else the first."""
    meetings = dossier.of(Meeting)
    dated = [(abs((meeting.date - today).days), number) for number, meeting in meetings.items() if meeting.date]
    return min(dated, key=lambda days_and_number: days_and_number[0])[1] if dated else next(iter(meetings), None)
