"""Looking back, and what was decided."""

from collections.abc import Sequence

from sto_tui.documents.word.chapters.texts import headed, opening
from sto_tui.documents.word.styles import GREY
from sto_tui.documents.word.writer import Writer
from sto_tui.documents.word.xml_writing import run
from sto_tui.domain.dossier import Dossier, list_of, ref_of
from sto_tui.domain.dutch import capital, count, enumerate_words, number
from sto_tui.domain.evaluation import AnswerKind, Decision, Question, QuestionKind, QuestionPart
from sto_tui.domain.learning import Lesson
from sto_tui.domain.plan import Chapter, Goal
from sto_tui.domain.record import Ref
from sto_tui.domain.region import PlanPeriod
from sto_tui.domain.text import shortened
from sto_tui.planning.evaluation.looking_back import action_numbers, goals_looked_back_at, of_which_plan, returns_in
from sto_tui.planning.evaluation.results import ScoreSummary, score_summary, shown_answers, shown_questions
from sto_tui.planning.level_words import level_words, word_of_table
from sto_tui.planning.next_period.what_went_on import Continuation, what_went_on

MOST_ANSWERS = 12
MOST_REFERENCES = 6


def write(dossier: Dossier, writer: Writer) -> None:
    """Goals reached or not, successes and points to improve, scores, decisions."""
    writer.lead(_about(dossier))
    opening(dossier, writer, Chapter.TERUGBLIK)
    writer.ask(list_of("answers"))
    _goals(dossier, writer)
    _went_on(dossier, writer)
    _answers(dossier, writer)
    _scores(dossier, writer, factors=False)
    _scores(dossier, writer, factors=True)
    writer.ask(list_of("decisions"))
    _decisions(dossier, writer)
    _lessons(dossier, writer)
    headed(dossier, writer, Chapter.TERUGBLIK)


def _about(dossier: Dossier) -> str:
    """What of the evaluation is there; only that."""
    kinds = {answer.kind for answer in shown_answers(dossier)}
    topics = [
        *(["in hoeverre de doelen zijn gehaald"] if goals_looked_back_at(dossier) else []),
        *(["wat ervan doorgaat"] if what_went_on(dossier) else []),
        *(["wat goed ging"] if AnswerKind.SUCCES in kinds else []),
        *(["wat beter kan"] if AnswerKind.VERBETERPUNT in kinds else []),
        *(["hoe de partijen over stellingen denken"] if _scored(dossier) else []),
        *(["wat er is besloten"] if dossier.of(Decision) else []),
        *(["wat de regio van anderen leert"] if _learned(dossier) else []),
    ]
    return f"Dit hoofdstuk laat zien {enumerate_words(topics)}." if topics else "Dit hoofdstuk gaat over de evaluatie."


def _lessons(dossier: Dossier, writer: Writer) -> None:
    """Examples, exchanges and aids from which the region takes something."""
    lessons = _learned(dossier)
    if not lessons:
        return
    writer.heading(2, "Wat de regio van anderen leert")
    rows = []
    for lesson in lessons:
        place = ref_of(lesson)
        source = writer.cell_text(writer.field(place.at("source"), lesson.source)) if lesson.source else ""
        taken = writer.field(place.at("lesson"), lesson.lesson) if lesson.lesson else run("–")
        points = [Ref("speerpunten", number) for number in lesson.speerpunten]
        rows.append(
            (
                writer.cell_text(writer.field(place.at("title"), lesson.title), "STOTabellabel") + source,
                writer.cell_text(run(lesson.kind.label)),
                writer.cell_text(taken),
                writer.cell_text(run(where_it_returns(dossier, points) or "–")),
            )
        )
    head = ("Voorbeeld", "Soort", "Wat we meenemen", "Komt terug in")
    writer.table((4.6, 2.9, 5.3, 3.2), head, rows, "Leren van anderen", "Per voorbeeld wat de regio meeneemt.")


def _learned(dossier: Dossier) -> list[Lesson]:
    return [lesson for lesson in dossier.of(Lesson).values() if lesson.lesson or lesson.speerpunten]


def _scored(dossier: Dossier) -> list[tuple[Question, ScoreSummary]]:
    """The statements that are shown and have scores."""
    scales = (question for question in shown_questions(dossier) if question.kind is QuestionKind.SCALE)
    summaries = ((question, score_summary(dossier, question.id)) for question in scales)
    return [(question, summary) for question, summary in summaries if summary]


def _goals(dossier: Dossier, writer: Writer) -> None:
    looked_at = goals_looked_back_at(dossier)
    if not looked_at:
        return
    writer.heading(2, "In hoeverre zijn de doelen gehaald")
    rows = [
        (
            writer.cell_text(run(str(goal.number), bold=True)),
            writer.cell_text(run(goal.text)) + _aimed_at(goal, writer),
            writer.cell_text(_outcome(writer, goal)),
            writer.cell_text(writer.value(Ref("goals", goal.id, "why"), goal.why)) + _further(dossier, writer, goal),
        )
        for goal in looked_at
    ]
    writer.table((1.0, 6.4, 2.0, 6.6), ("Nr", "Doel", "Gehaald", "Waarom"), rows, _whose(dossier, looked_at), "")


def _went_on(dossier: Dossier, writer: Writer) -> None:
    """What became of the themes and speerpunten of the period before."""
    parts = what_went_on(dossier)
    earlier = dossier.period_before
    if not parts or earlier is None:
        return
    writer.heading(2, f"Wat doorgaat uit {earlier.label}")
    words = level_words(dossier.region)
    rows = [
        (
            writer.cell_text(run(part.number, bold=True)),
            writer.cell_text(run(part.title, bold=part.ref.table == "themes")),
            writer.cell_text(run(part.became)),
            writer.cell_text(_why(writer, part, words.speerpunt.singular)),
        )
        for part in parts
    ]
    title = f"{capital(words.theme.plural)} en {words.speerpunt.plural} uit {earlier.label}, en wat ervan doorgaat"
    writer.table((1.4, 5.0, 4.6, 5.0), ("Nr", "Wat", "Hoe verder", "Waarom"), rows, title, "")


def _why(writer: Writer, part: Continuation, below: str) -> str:
    """What was decided and why; of a theme its speerpunten tell."""
    if part.lacks_why:
        return writer.hole(list_of("decisions"), str(part.ref))
    return run(part.why or f"Zie per {below}.", colour="" if part.why else GREY)


def _outcome(writer: Writer, goal: Goal) -> str:
    place = Ref("goals", goal.id, "outcome")
    return writer.hole(place) if writer.lacks(place) else run(goal.outcome.label, bold=True)


def _aimed_at(goal: Goal, writer: Writer) -> str:
    """What the goal aimed at and when, and what was reached; nothing of what it does not name."""
    if not goal.target:
        return _reached(goal, writer)
    year = f" ({goal.target_year})" if goal.target_year else ""
    place = Ref("goals", goal.id, "target")
    aim = writer.cell_text(run("Streefwaarde: ") + writer.field(place, goal.target) + run(year))
    return aim + _reached(goal, writer)


def _reached(goal: Goal, writer: Writer) -> str:
    """What was reached, in the words of the region; nothing when it did not say."""
    if not goal.reached:
        return ""
    year = f" ({goal.reached_year})" if goal.reached_year else ""
    return writer.cell_text(run("Bereikt: ") + writer.field(Ref("goals", goal.id, "reached"), goal.reached) + run(year))


def _further(dossier: Dossier, writer: Writer, goal: Goal) -> str:
    """Whether the goal still stands, and as which goal it goes on; nothing when nobody said so."""
    said = {True: "Nog steeds de ambitie.", False: "Niet langer de ambitie."}
    later = dossier.whole.of(Goal).get(goal.reformulated_as or 0)
    words = [said[goal.still_ambition]] if goal.still_ambition is not None else []
    words += [f"Geherformuleerd als doel {later.number}."] if later else []
    copies = (own for own in dossier.plan_goals if own.continues == goal.id)
    words += [f"Gaat door als doel {copy.number}." for copy in copies]
    return writer.cell_text(run(" ".join(words), colour=GREY)) if words else ""


def _whose(dossier: Dossier, goals: Sequence[Goal]) -> str:
    """Of which plan periods these goals are."""
    periods = dossier.of(PlanPeriod)
    labels = dict.fromkeys(periods[number].label for goal in goals for number in goal.periods if number in periods)
    return f"Doelen uit {enumerate_words([*labels])}, en hoever ze zijn gehaald"


def _answers(dossier: Dossier, writer: Writer) -> None:
    columns = []
    for kind in (AnswerKind.SUCCES, AnswerKind.VERBETERPUNT):
        kind_answers = [answer for answer in shown_answers(dossier) if answer.kind is kind]
        columns.append(sorted(kind_answers, key=lambda answer: (-answer.votes, answer.id)))
    if not any(columns):
        return
    writer.heading(2, "Successen en verbeterpunten")
    cells = []
    for answers in columns:
        items = [
            writer.field(Ref("answers", answer.id, "text"), answer.text)
            + (run(f" ({count(answer.votes, 'stem', 'stemmen')})") if answer.votes else "")
            for answer in answers[:MOST_ANSWERS]
        ]
        cells.append(writer.bullets(items) or writer.cell_text(run("–")))
    description = "Links wat goed ging, rechts wat beter kan; de meeste stemmen bovenaan."
    writer.table((8.0, 8.0), ("Successen", "Verbeterpunten"), [cells], "Wat de deelnemers inbrachten", description)
    more = sum(max(len(answers) - MOST_ANSWERS, 0) for answers in columns)
    if more:
        verb = "staat" if more == 1 else "staan"
        writer.source(f"Nog {count(more, 'antwoord', 'antwoorden')} {verb} in het dossier.")


def _scores(dossier: Dossier, writer: Writer, *, factors: bool) -> None:
    rows, own = [], False
    parts: list[QuestionPart] = []
    for question, summary in _scored(dossier):
        if (question.part is QuestionPart.SUCCESFACTOREN) is factors:
            parts.append(question.part)
            numbers = (number(summary.mean, 1), f"{summary.lowest}–{summary.highest}", str(summary.count))
            cells = [writer.cell_text(run(text), "STOTabelgetal") for text in numbers]
            rows.append((writer.cell_text(run(question.text)), *cells))
            own = own or question.own
    if rows:
        writer.heading(2, _of_parts(parts))
        head = ("Stelling", "Gemiddeld", "Laagst–hoogst", "Scores")
        writer.table((9.3, 2.0, 2.7, 2.0), head, rows, "Hoe de partijen erover denken", "", numbers_from=1)
        sentences = ["Score van 1 (helemaal niet) tot 5 (helemaal wel)."]
        sentences += ["Succesfactoren uit de landelijke monitor."] * factors
        sentences += [
            "Er staan eigen stellingen bij." if factors else "Eigen stellingen, geen officieel instrument."
        ] * own
        writer.source(" ".join(sentences))


def _of_parts(parts: Sequence[QuestionPart]) -> str:
    """The heading of the statements of these parts: `Samenwerking en borging`, `Successen`."""
    short = {QuestionPart.SAMENWERKING: "samenwerking", QuestionPart.DOELEN: "doelen"}
    return capital(enumerate_words([short.get(part, part.label.casefold()) for part in QuestionPart if part in parts]))


def _decisions(dossier: Dossier, writer: Writer) -> None:
    if not dossier.of(Decision):
        return
    writer.heading(2, "Wat we hebben besloten")
    rows = []
    for index, decision in enumerate(dossier.of(Decision).values(), 1):
        place = Ref("decisions", decision.id)
        text = writer.field(place.at("text"), decision.text)
        back = where_it_returns(dossier, returns_in(dossier, decision))
        if writer.lacks(place.at("becomes")):
            where = writer.hole(place.at("becomes"))
        elif back:
            where = run(back)
        else:
            where = run("Niet in het plan: ") + writer.field(place.at("why_not"), decision.why_not)
        rows.append(
            (
                writer.cell_text(run(f"B{index}", bold=True)),
                writer.cell_text(run(f"{capital(decision.kind.label)}: ") + text),
                writer.cell_text(writer.value(place.at("why"), decision.why)),
                writer.cell_text(where),
            )
        )
    head = ("Nr", "Besluit", "Waarom", "Terug te vinden in")
    writer.table((1.1, 5.6, 5.2, 4.1), head, rows, "Besluiten en waar ze in dit plan terugkomen", "")


def where_it_returns(dossier: Dossier, refs: Sequence[Ref]) -> str:
    """`doel 2; mijlpalen 1.1a, 1.2a en nog 9`: numbered things by their number, others by name."""
    by_table: dict[str, list[str]] = {}
    actions = action_numbers(dossier)
    for ref in refs:
        number = actions.get(ref.id, "") if ref.table == "actions" else str(getattr(dossier.get(ref), "number", ""))
        name = dossier.caption(ref)
        shown_name = number or f"‘{shortened(name, 60)}’"
        by_table.setdefault(ref.table, []).append(f"{shown_name}{of_which_plan(dossier, ref)}")
    parts = []
    for table, names in by_table.items():
        word = word_of_table(dossier.region, table)
        kind = word.singular if len(names) == 1 else word.plural
        shown = names[:MOST_REFERENCES] + [f"nog {len(names) - MOST_REFERENCES}"] * (len(names) > MOST_REFERENCES)
        parts.append(f"{kind} {enumerate_words(shown)}")
    return "; ".join(parts)
