"""The lists on the wall in a workshop: answers, votes, values, decisions, actions, agenda and summary."""

from collections.abc import Collection, Mapping, Sequence
from statistics import fmean

from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import count, short_date
from sto_tui.domain.evaluation import Action, Answer, Decision, Question, QuestionKind, Score
from sto_tui.domain.parties import Party
from sto_tui.domain.plan import GoalOutcome
from sto_tui.domain.record import Ref
from sto_tui.planning.evaluation.joining import tables_of
from sto_tui.planning.evaluation.looking_back import goals_looked_back_at
from sto_tui.planning.evaluation.results import SCALE_WORDS, TallyLine, score_summary, scores_in
from sto_tui.planning.evaluation.workshop import Walk
from sto_tui.screens.frame.section import BLANK, note
from sto_tui.widgets.record_list import Column, Row

# The number of an answer by its id: `answer_numbers`.
Numbers = Mapping[int, int]
BAR = 16
RESULT_BAR = 10
LOWEST_SCORE, HIGHEST_SCORE = 1, 5
SCALE_IN_WORDS = " · ".join(f"{score} {word}" for score, word in enumerate(SCALE_WORDS, 1))
EARLIER_ACTIONS = "earlier actions"
"""The row under which actions of earlier meetings are folded."""
NO_ANSWERS = "Nog geen antwoorden."
ANSWERS = (Column("", 3, align="right"), Column("", wrap=True), Column("", 9, align="right"))
# The number of the answer, as in every round; then the bar with its votes in words.
RESULT = (Column("", 3, align="right"), Column("", RESULT_BAR + len(" 99 stemmen")), Column("", wrap=True))
DECISIONS = (Column("", 3, align="right"), Column("", wrap=True), Column("", 20, drop=1))
AGENDA = (Column("", 3, align="right"), Column("", wrap=True), Column("", 8, align="right"))
SUMMARY = (Column("", 6, align="right"), Column("", wrap=True))

GOALS_KNOWN = "doelen waarvan bekend is of ze zijn gehaald"

VOTE_PER_TABLE, VOTE_PER_PERSON = "Stem in het geheim en per tafel.", "Stem in het geheim, ieder voor zich."
RULES = (
    "Denk eerst alleen en in stilte.",
    "Luister naar elkaar; elk antwoord telt.",
    VOTE_PER_TABLE,
    "Een besluit heeft een reden, een actie een eigenaar en een datum.",
)


def answers_rows(answers: Sequence[Answer], numbers: Numbers, *, hidden: bool) -> list[Row]:
    """The answers as they came in, the newest bold."""
    rows = []
    for answer in answers:
        text = "•••" if hidden else answer.text
        role = "bold" if answer is answers[-1] else "text"
        tables = tables_of(answer)
        table = f"tafel {'+'.join(map(str, tables))}" if tables else ""
        cells = ((str(numbers[answer.id]), "key"), (text, role), (table, "muted"))
        rows.append(Row(cells, key=Ref("answers", answer.id)))
    return rows or [note(NO_ANSWERS)]


def score_slips(dossier: Dossier, question: Question, session: int | None, tables: int) -> list[Row]:
    """What the scores mean, and which tables gave one; what they gave stays hidden until the result."""
    given = {score.table for score in dossier.scores_of(question.id) if score.session == session}
    rows = [note(SCALE_IN_WORDS), BLANK]
    for table in range(1, tables + 1):
        is_in = ("✓ binnen", "bold") if table in given else ("–", "muted")
        rows.append(Row(((str(table), "key"), f"tafel {table}", is_in), key=table))
    return rows


def score_picture(dossier: Dossier, question: Question, session: int | None = None) -> list[Row]:
    """The scores of a meeting by table on a bar with its ends, and how the kinds of party differ."""
    summary = score_summary(dossier, question.id, session)
    before = _scored_before(dossier, question, session)
    if summary is None:
        return [note("Nog geen scores."), *before]
    many = count(summary.count, "score", "scores")
    rows = [note(f"Gemiddeld {points(summary.mean)} van {many}, spreiding {points(summary.spread)}.")]
    rows += [*before, note(SCALE_IN_WORDS), BLANK]
    rows.append(_bar_row(summary.mean, "allemaal", "bold"))
    for kind, how_many, mean, apart in summary.by_kind:
        rows.append(_bar_row(mean, f"{kind} ({how_many}), spreiding {points(apart)}", "text"))
    rows += [BLANK] * bool(summary.by_kind)
    return rows + [score_row(dossier, score) for score in scores_in(dossier, question.id, session)]


def _scored_before(dossier: Dossier, question: Question, session: int | None) -> list[Row]:
    """What was scored outside the meeting, told apart."""
    here = scores_in(dossier, question.id, session)
    values = [score.value for score in dossier.scores_of(question.id) if score not in here]
    return [note(f"Eerder {points(fmean(values))} van {count(len(values), 'score', 'scores')}.")] if values else []


def _bar_row(mean: float, who: str, role: str) -> Row:
    """A mean between the ends of its scale: a bar of nothing is a one, a full one a five."""
    filled = round((mean - LOWEST_SCORE) / (HIGHEST_SCORE - LOWEST_SCORE) * BAR)
    bar = [("1 ", "muted"), ("█" * filled, "primary"), ("·" * (BAR - filled), "rule"), (" 5", "muted")]
    return Row(([*bar, (f"  {points(mean)}", "bold"), (f"  {who}", role)],), kind="note")


def score_row(dossier: Dossier, score: Score) -> Row:
    """One score, and whose."""
    return Row(((str(score.value), "key"), who_scored(dossier, score), ""), key=Ref("scores", score.id))


def who_scored(dossier: Dossier, score: Score) -> str:
    """The party or the table that gave a score; a person who scored has no name here."""
    if score.party:
        party = dossier.of(Party).get(score.party)
        return party.name if party else "onbekend"
    return f"tafel {score.table}" if score.table else "zonder naam"


def points(value: float) -> str:
    """A mean on a scale of five, with one decimal."""
    return dutch.number(value, 1)


def result_rows(
    dossier: Dossier, lines: Sequence[TallyLine], proposed: str, chosen: int, *, per_table: bool
) -> list[Row]:
    """The result of a vote: what it proposes, and a bar for every answer with votes, most first.

    The first `chosen` stand out: about those effect and effort are asked. How the tables voted is shown only when it is
    asked for.
    """
    if not lines:
        return [note(NO_ANSWERS)]
    most = lines[0].votes or 1
    rows = [Row((proposed,), kind="group"), BLANK]
    for place, line in enumerate(lines):
        if not line.votes and place >= chosen:
            break
        stands_out = place < chosen
        bar = "█" * round(line.votes * RESULT_BAR / most)
        tables = [f"tafel {table}: {votes}" for table, votes in line.by_table] if per_table else []
        votes = f" {count(line.votes, 'stem', 'stemmen')}"
        cells = (
            (str(line.number), "key"),
            [(bar, "primary" if stands_out else "text"), (votes, "bold")],
            (dossier.of(Answer)[line.answer_id].text, "bold" if stands_out else "text"),
        )
        rows.append(Row(cells, key=Ref("answers", line.answer_id), below=" · ".join(tables), below_in_full=True))
        if place == chosen - 1:
            which = "dit antwoord" if chosen == 1 else f"deze {count(chosen, 'antwoord', 'antwoorden')}"
            rows += [note(f"▲ Straks effect en moeite van {which}. Met 1-9 kies je hoeveel."), BLANK]
    without = [str(line.number) for line in lines[chosen:] if not line.votes]
    if without:
        rows += [BLANK, note(f"Zonder stem: {dutch.enumerate_words(without)}.")]
    return rows


def decision_rows(dossier: Dossier, answers: Sequence[Answer], numbers: Numbers) -> list[Row]:
    """The answers by votes, each with what was decided about it."""
    rows = []
    for answer in answers:
        decision = dossier.of(Decision).get(answer.decision or 0)
        # Kept together: half of it at the end of a line runs into what was decided beside it.
        votes = f" ({answer.votes}\u00a0{'stem' if answer.votes == 1 else 'stemmen'})" if answer.votes else ""
        kind = (f"→ {decision.kind.label}", "bold") if decision else ("nog geen besluit", "muted")
        cells = ((str(numbers[answer.id]), "key"), f"{answer.text}{votes}", kind)
        rows.append(Row(cells, key=Ref("answers", answer.id)))
    return rows or [note(NO_ANSWERS)]


def action_rows(dossier: Dossier, earlier: Collection[int] = (), *, opened: bool = False) -> list[Row]:
    """Who does what by when, as far as it still has to be done; the newest last and bold.

    The `earlier` ones, by id, are folded unless they were opened.
    """
    actions = [action for action in dossier.of(Action).values() if action.status.waits]
    folded = [action for action in actions if action.id in earlier]
    rows = []
    if folded:
        sign = "▾" if opened else "▸"
        rows.append(Row(("", f"{sign} {count(len(folded), 'actie', 'acties')} van eerder", ""), key=EARLIER_ACTIONS))
    for place, action in enumerate(actions, 1):
        if action.id in earlier and not opened:
            continue
        due = short_date(action.due) if action.due else "geen datum"
        role = "bold" if place == len(actions) else "text"
        below = f"{action.owner or 'geen eigenaar'} · {due}"
        rows.append(Row(((str(place), "key"), (action.text, role), ""), key=Ref("actions", action.id), below=below))
    if len(folded) == len(actions):
        rows.append(note("Nog geen acties van vandaag. Typ er een: actie; eigenaar; datum."))
    return rows


def agenda_rows(walk: Walk, *, per_person: bool = False) -> list[Row]:
    """How we work together, and what we will talk about."""
    rules = [VOTE_PER_PERSON if per_person and rule == VOTE_PER_TABLE else rule for rule in RULES]
    rows = [Row(("Zo werken we",), kind="group"), *(note(f"· {rule}") for rule in rules), BLANK]
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
        (
            len(dossier.of(Decision)),
            "besluit in het dossier" if len(dossier.of(Decision)) == 1 else "besluiten in het dossier",
        ),
        (len(dossier.of(Action)), "actie in het dossier" if len(dossier.of(Action)) == 1 else "acties in het dossier"),
    )
    rows = [Row(("Dit hebben we samen opgehaald",), kind="group"), BLANK]
    rows += [Row(((str(number), "key"), text), key=text) for number, text in counts if number]
    lasted = f"De bijeenkomst duurde {count(spent // 60, 'minuut', 'minuten')}; gepland: {walk.minutes}."
    return [
        *rows,
        BLANK,
        *[note(lasted)] * (spent >= 60),
        note("w schrijft de besluiten- en actielijst, om vanavond nog te mailen."),
    ]


def is_scale(question: Question | None) -> bool:
    """Whether a question is answered with scores."""
    return question is not None and question.kind is QuestionKind.SCALE


def is_of_goals(question: Question | None) -> bool:
    """Whether a question is answered goal by goal."""
    return question is not None and question.kind is QuestionKind.GOAL_BY_GOAL
