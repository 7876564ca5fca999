"""The lists on the wall in a workshop: answers, votes, values, decisions, actions, agenda and summary."""

from collections.abc import Mapping, Sequence

from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import count, short_date
from sto_tui.domain.evaluation import Action, ActionStatus, Answer, Decision, Question, QuestionKind, Score
from sto_tui.domain.parties import Party
from sto_tui.domain.plan import GoalOutcome
from sto_tui.domain.record import Ref
from sto_tui.planning.evaluation.looking_back import NO_EARLIER_GOALS, goals_looked_back_at
from sto_tui.planning.evaluation.results import TallyLine, score_summary
from sto_tui.planning.evaluation.workshop import Walk
from sto_tui.screens.frame.section import BLANK, note
from sto_tui.widgets.record_list import Column, Row

# The number of an answer by its id: `answer_numbers`.
Numbers = Mapping[int, int]
BAR = 27
ANSWERS = (Column("", 3, align="right"), Column("", wrap=True), Column("", 9, align="right"))
VALUES = (Column("", 3, align="right"), Column("", wrap=True), Column("", 13))
DECISIONS = (Column("", 3, align="right"), Column("", wrap=True), Column("", 20, drop=1))
AGENDA = (Column("", 3, align="right"), Column("", wrap=True), Column("", 8, align="right"))
SUMMARY = (Column("", 6, align="right"), Column("", wrap=True))

GOALS_KNOWN = "doelen waarvan bekend is of ze zijn gehaald"

RULES = (
    "Denk eerst alleen en in stilte.",
    "Luister naar elkaar; elk antwoord telt.",
    "Stem in het geheim en per tafel.",
    "Een besluit heeft een reden, een actie een eigenaar en een datum.",
)


def answers_rows(answers: Sequence[Answer], numbers: Numbers, *, hidden: bool) -> list[Row]:
    """The answers as they came in, the newest bold."""
    rows = []
    for answer in answers:
        text = "•••" if hidden else answer.text
        role = "bold" if answer is answers[-1] else "text"
        table = f"tafel {answer.table}" if answer.table else ""
        cells = ((str(numbers[answer.id]), "key"), (text, role), (table, "muted"))
        rows.append(Row(cells, key=Ref("answers", answer.id)))
    return rows or [note("Nog geen antwoorden.")]


def score_picture(dossier: Dossier, question: Question) -> list[Row]:
    """The scores by table, and how the kinds of party differ."""
    summary = score_summary(dossier, question.id)
    if summary is None:
        return [note("Nog geen scores.")]
    many = count(summary.count, "score", "scores")
    rows = [note(f"Gemiddeld {points(summary.mean)} van {many}, spreiding {points(summary.spread)}."), BLANK]
    overall = ("█" * round(summary.mean * BAR / 5), "primary")
    rows.append(Row(([overall, (f" {points(summary.mean)}", "bold"), ("  allemaal", "text")],), kind="note"))
    for kind, how_many, mean, apart in summary.by_kind:
        bar = ("█" * round(mean * BAR / 5), "primary")
        who = f"  {kind} ({how_many}), spreiding {points(apart)}"
        rows.append(Row(([bar, (f" {points(mean)}", "bold"), (who, "text")],), kind="note"))
    rows += [BLANK] * bool(summary.by_kind)
    return rows + [score_row(dossier, score) for score in dossier.scores_of(question.id)]


def score_row(dossier: Dossier, score: Score) -> Row:
    """One score, and whose."""
    return Row(((str(score.value), "key"), who_scored(dossier, score), ""), key=Ref("scores", score.id))


def who_scored(dossier: Dossier, score: Score) -> str:
    """The party or the table that gave a score."""
    party = dossier.of(Party).get(score.party or 0)
    return party.name if party else f"tafel {score.table}" if score.table else "onbekend"


def points(value: float) -> str:
    """A mean on a scale of five, with one decimal."""
    return dutch.number(value, 1)


def goal_rows(dossier: Dossier) -> list[Row]:
    """The goals and how far each was reached."""
    rows = []
    for goal in goals_looked_back_at(dossier):
        role = "muted" if goal.outcome is GoalOutcome.ONBEKEND else "bold"
        cells = ((str(goal.number), "key"), goal.text, (goal.outcome.label, role))
        rows.append(Row(cells, key=Ref("goals", goal.id), below=" ".join(goal.why.split())))
    return rows or [note(NO_EARLIER_GOALS)]


def result_rows(dossier: Dossier, lines: Sequence[TallyLine], *, per_table: bool) -> list[Row]:
    """The result of a vote: most votes first, a bar for each; how the tables voted only when it is asked for."""
    most = max((line.votes for line in lines), default=0) or 1
    rows = []
    for line in lines:
        bar = "█" * round(line.votes * BAR / most) or "·"
        tables = "   ".join(f"tafel {table}: {votes}" for table, votes in line.by_table) if per_table else ""
        text = dossier.of(Answer)[line.answer_id].text
        below = f"{bar}  {count(line.votes, 'stem', 'stemmen')}   {tables}".rstrip()
        cells = ((str(line.number), "key"), (text, "bold"), "")
        rows.append(Row(cells, key=Ref("answers", line.answer_id), below=below))
    return rows or [note("Nog geen antwoorden.")]


def value_rows(answers: Sequence[Answer], numbers: Numbers, axis: str) -> list[Row]:
    """The answers with their effect or effort as a measure of ten."""
    rows = []
    for answer in answers:
        value = getattr(answer, axis)
        shown = f"{'■' * value}{'□' * (10 - value)} {value}" if value is not None else "–"
        cells = ((str(numbers[answer.id]), "key"), answer.text, (shown, "primary"))
        rows.append(Row(cells, key=Ref("answers", answer.id)))
    return rows or [note("Nog geen antwoorden.")]


def decision_rows(dossier: Dossier, answers: Sequence[Answer], numbers: Numbers) -> list[Row]:
    """The answers by votes, each with what was decided about it."""
    rows = []
    for answer in answers:
        decision = dossier.of(Decision).get(answer.decision or 0)
        votes = f" ({count(answer.votes, 'stem', 'stemmen')})" if answer.votes else ""
        kind = (f"→ {decision.kind.label}", "bold") if decision else ("nog geen besluit", "muted")
        cells = ((str(numbers[answer.id]), "key"), f"{answer.text}{votes}", kind)
        rows.append(Row(cells, key=Ref("answers", answer.id)))
    return rows or [note("Nog geen antwoorden.")]


def action_rows(dossier: Dossier) -> list[Row]:
    """Who does what by when, as far as it still has to be done; the newest last and bold."""
    open_ones = (ActionStatus.OPEN, ActionStatus.BEZIG)
    actions = [action for action in dossier.of(Action).values() if action.status in open_ones]
    rows = []
    for place, action in enumerate(actions, 1):
        due = short_date(action.due) if action.due else "geen datum"
        role = "bold" if place == len(actions) else "text"
        below = f"{action.owner or 'geen eigenaar'} · {due}"
        rows.append(Row(((str(place), "key"), (action.text, role), ""), key=Ref("actions", action.id), below=below))
    return rows or [note("Nog geen acties. Typ er een: actie; eigenaar; datum.")]


def agenda_rows(walk: Walk) -> list[Row]:
    """How we work together, and what we will talk about."""
    rows = [Row(("Zo werken we",), kind="group"), *(note(f"· {rule}") for rule in RULES), BLANK]
    rows.append(Row((f"Agenda, samen {count(walk.minutes, 'minuut', 'minuten')}",), kind="group"))
    for number, point in enumerate(walk.agenda, 1):
        rows.append(Row(((str(number), "key"), point.title, (f"{point.minutes} min", "muted")), key=number))
    return rows


def summary_rows(dossier: Dossier, walk: Walk, spent: int) -> list[Row]:
    """What was collected, and how many seconds that took."""
    session = walk.session.id if walk.session else None
    answers = [answer for answer in dossier.of(Answer).values() if session is None or answer.session == session]
    decided = sum(1 for answer in answers if answer.decision)
    votes = sum(answer.votes for answer in answers)
    scores = sum(1 for score in dossier.of(Score).values() if session is None or score.session == session)
    goals = sum(1 for goal in goals_looked_back_at(dossier) if goal.outcome is not GoalOutcome.ONBEKEND)
    counts = (
        (len(answers), "antwoord" if len(answers) == 1 else "antwoorden"),
        (votes, "stem" if votes == 1 else "stemmen"),
        (scores, "score" if scores == 1 else "scores"),
        (goals, "doel waarvan bekend is of het is gehaald" if goals == 1 else GOALS_KNOWN),
        (decided, "antwoord met een besluit" if decided == 1 else "antwoorden met een besluit"),
        (len(dossier.of(Decision)), "besluit" if len(dossier.of(Decision)) == 1 else "besluiten in het dossier"),
        (len(dossier.of(Action)), "actie" if len(dossier.of(Action)) == 1 else "acties in het dossier"),
    )
    rows = [Row(("Dit hebben we samen opgehaald",), kind="group"), BLANK]
    rows += [Row(((str(number), "key"), text), key=text) for number, text in counts if number]
    lasted = f"De bijeenkomst duurde {count(spent // 60, 'minuut', 'minuten')}; gepland: {walk.minutes}."
    return [
        *rows,
        BLANK,
        *[note(lasted)] * (spent >= 60),
        note("l schrijft de besluiten- en actielijst, om vanavond nog te mailen."),
    ]


def is_scale(question: Question | None) -> bool:
    """Whether a question is answered with scores."""
    return question is not None and question.kind is QuestionKind.SCALE


def is_of_goals(question: Question | None) -> bool:
    """Whether a question is answered goal by goal."""
    return question is not None and question.kind is QuestionKind.GOAL_BY_GOAL
