"""Looking back, and what was decided."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from sto_tui.documents.word.chapters.texts import headed, opening
from sto_tui.documents.word.label_rows import LabelRow
from sto_tui.documents.word.styles import GREY, LABEL_TINT
from sto_tui.documents.word.writer import Writer
from sto_tui.documents.word.xml_writing import run
from sto_tui.domain.dossier import Dossier, list_of, ref_of
from sto_tui.domain.dutch import capital, count, enumerate_words, number
from sto_tui.domain.evaluation import Answer, AnswerKind, Decision, Question, QuestionKind, QuestionPart
from sto_tui.domain.learning import Lesson
from sto_tui.domain.level_words import level_words, word_of_table
from sto_tui.domain.plan import Chapter, Goal
from sto_tui.domain.record import Ref
from sto_tui.domain.region import PlanPeriod
from sto_tui.domain.text import shortened
from sto_tui.planning.evaluation.looking_back import action_numbers, goals_looked_back_at, of_which_plan, returns_in
from sto_tui.planning.evaluation.results import ScoreSummary, score_summary, shown_answers, shown_questions
from sto_tui.planning.next_period.what_went_on import Continuation, what_went_on
from sto_tui.planning.plan_periods import looks_back, plan_after

MOST_ANSWERS = 12
_NAMES = {
    AnswerKind.SUCCES: ("Succes", "Successen"),
    AnswerKind.VERBETERPUNT: ("Verbeterpunt", "Verbeterpunten"),
    AnswerKind.OPMERKING: ("Opmerking", "Opmerkingen"),
}
MOST_REFERENCES = 6


def write(dossier: Dossier, writer: Writer) -> None:
    """Goals reached or not, successes and points to improve, scores, decisions."""
    writer.lead(_about(dossier))
    if own := _own_evaluation(dossier):
        writer.text(own)
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
    kinds, earlier = {answer.kind for answer in shown_answers(dossier)}, dossier.period_before
    topics = [
        *(["in hoeverre de doelen zijn gehaald"] if goals_looked_back_at(dossier) else []),
        *([f"wat uit {earlier.label} doorgaat"] if earlier and what_went_on(dossier) else []),
        *(["wat goed ging"] if AnswerKind.SUCCES in kinds else []),
        *(["wat beter kan"] if AnswerKind.VERBETERPUNT in kinds else []),
        *(["wat de deelnemers opmerkten"] if AnswerKind.OPMERKING in kinds else []),
        *(["hoe de partijen over stellingen denken"] if _scored(dossier) else []),
        *(["wat er is besloten"] if dossier.of(Decision) else []),
        *(["wat de regio van anderen leert"] if _learned(dossier) else []),
    ]
    if topics:
        return f"Dit hoofdstuk laat zien {enumerate_words(topics)}."
    plan = dossier.current_period
    if plan and not looks_back(dossier):
        return f"Een evaluatie van vóór {plan.label} staat niet in dit dossier."
    return "Dit hoofdstuk gaat over de evaluatie."


def _own_evaluation(dossier: Dossier) -> str:
    """Why what people said of this plan itself stands nowhere in it, as long as no plan follows in which it does."""
    plan = dossier.current_period
    answers = dossier.whole.of(Answer).values()
    if plan is None or plan_after(dossier) or not any(plan.id in dossier.periods_of("answers", one) for one in answers):
        return ""
    return f"Wat de evaluatie van {plan.label} zelf opleverde hoort bij het plan dat daarop volgt."


def _lessons(dossier: Dossier, writer: Writer) -> None:
    """Examples, exchanges and aids from which the region takes something."""
    lessons = _learned(dossier)
    if not lessons:
        return
    writer.heading(2, "Wat de regio van anderen leert")
    head = ("Nr", "Voorbeeld", "Soort", "Wat we meenemen", "Komt terug in")
    rows: list[Sequence[str] | LabelRow] = []
    for index, lesson in enumerate(lessons, 1):
        place = ref_of(lesson)
        points = [Ref("speerpunten", number) for number in lesson.speerpunten]
        rows.append(
            (
                writer.number(str(index), place),
                writer.in_column(place.at("title"), lesson.title, head[1], "STOTabellabel"),
                writer.in_column(place.at("kind"), lesson.kind.label, head[2]),
                writer.in_column(place.at("lesson"), lesson.lesson, head[3]),
                writer.cell_text(run(where_it_returns(dossier, points) or "–")),
            )
        )
        rows += [writer.labelled("Bron", place.at("source"), lesson.source)] if lesson.source else []
    writer.table((0.9, 4.2, 2.7, 5.2, 3.0), head, rows, "Leren van anderen", "Per voorbeeld wat de regio meeneemt.")


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
    head = ("Nr", "Doel", "Gehaald", "Waarom")
    rows: list[Sequence[str] | LabelRow] = []
    for goal in looked_at:
        place = ref_of(goal)
        rows.append(
            (
                writer.number(str(goal.number), place),
                writer.in_column(place.at("text"), goal.text, head[1]),
                writer.in_column(place.at("outcome"), goal.outcome.label, head[2], bold=True),
                writer.in_column(place.at("why"), goal.why, head[3]),
            )
        )
        rows += _aimed_at(goal, writer)
        further = _further(dossier, goal)
        rows += [writer.told("Hoe verder", run(further))] if further else []
    writer.table((1.0, 6.4, 2.0, 6.6), head, rows, _whose(dossier, looked_at), "")


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
    tables = [part.ref.table for part in parts]
    groups = [place for place, (own, below) in enumerate(pairwise(tables)) if own == "themes" and below != own]
    writer.table((1.4, 5.0, 4.6, 5.0), ("Nr", "Wat", "Hoe verder", "Waarom"), rows, title, "", groups=groups)


def _why(writer: Writer, part: Continuation, below: str) -> str:
    """What was decided and why; of a theme its speerpunten tell."""
    if part.lacks_why:
        return writer.hole(list_of("decisions"), str(part.ref))
    return run(part.why or f"Zie per {below}.", colour="" if part.why else GREY)


def _aimed_at(goal: Goal, writer: Writer) -> list[LabelRow]:
    """What the goal aimed at and when, and what was reached; nothing of what it does not name."""
    place = ref_of(goal)
    told = (
        ("Streefwaarde", "target", goal.target, goal.target_year),
        ("Bereikt", "reached", goal.reached, goal.reached_year),
    )
    return [
        writer.labelled(f"{label} ({year})" if year else label, place.at(name), text)
        for label, name, text, year in told
        if text
    ]


def _further(dossier: Dossier, goal: Goal) -> str:
    """Whether the goal still stands, and as which goal it goes on; nothing when nobody said so."""
    said = {True: "Nog steeds de ambitie.", False: "Niet langer de ambitie."}
    later = dossier.whole.of(Goal).get(goal.reformulated_as or 0)
    words = [said[goal.still_ambition]] if goal.still_ambition is not None else []
    words += [f"Geherformuleerd als doel {later.number}."] if later else []
    copies = (own for own in dossier.plan_goals if own.continues == goal.id)
    words += [f"Gaat door als doel {copy.number}." for copy in copies]
    return " ".join(words)


def _whose(dossier: Dossier, goals: Sequence[Goal]) -> str:
    """Of which plan periods these goals are."""
    periods = dossier.of(PlanPeriod)
    labels = dict.fromkeys(periods[number].label for goal in goals for number in goal.periods if number in periods)
    return f"Doelen uit {enumerate_words([*labels])}, en hoever ze zijn gehaald"


def _answers(dossier: Dossier, writer: Writer) -> None:
    of_kind: dict[AnswerKind, list[Answer]] = {kind: [] for kind in AnswerKind}
    for answer in sorted(shown_answers(dossier), key=lambda answer: (-answer.votes, answer.id)):
        of_kind[answer.kind].append(answer)
    remarks = of_kind.pop(AnswerKind.OPMERKING)
    if any(of_kind.values()):
        writer.heading(2, "Successen en verbeterpunten")
        for kind, answers in of_kind.items():
            if answers:
                _answers_table(dossier, writer, kind, answers)
        _left_in_dossier(writer, of_kind.values())
    if remarks:
        writer.heading(2, "Opmerkingen")
        _answers_table(dossier, writer, AnswerKind.OPMERKING, remarks)
        _left_in_dossier(writer, [remarks])


def _left_in_dossier(writer: Writer, tables: Iterable[Sequence[Answer]]) -> None:
    more = sum(max(len(answers) - MOST_ANSWERS, 0) for answers in tables)
    if more:
        verb = "staat" if more == 1 else "staan"
        writer.source(f"Nog {count(more, 'antwoord', 'antwoorden')} {verb} in het dossier.")


def _answers_table(dossier: Dossier, writer: Writer, kind: AnswerKind, answers: Sequence[Answer]) -> None:
    """The first answers of one kind, remarks below their question; a column for votes when there are any."""
    name, plural = _NAMES[kind]
    answers = answers[:MOST_ANSWERS]
    voted = any(answer.votes for answer in answers)
    head = ("Nr", name, *(("Stemmen",) if voted else ()))
    rows: list[Sequence[str]] = []
    groups: list[int] = []
    counted = 0
    for asked, to_this in _by_question(dossier, answers) if kind is AnswerKind.OPMERKING else [((), answers)]:
        if asked:
            groups.append(len(rows))
            question = "".join(writer.cell_text(run(text, bold=not place)) for place, text in enumerate(asked))
            rows.append(["", question, *[""] * voted])
        for answer in to_this:
            counted += 1
            votes = [writer.cell_text(run(str(answer.votes or "–")), "STOTabelgetal")] if voted else []
            text = writer.in_column(ref_of(answer, "text"), answer.text, name)
            rows.append([writer.number(str(counted), ref_of(answer)), text, *votes])
    widths = (0.9, 13.1 if voted else 15.1, *((2.0,) if voted else ()))
    title = f"{plural} die de deelnemers inbrachten"
    order = "met de meeste stemmen bovenaan" * voted
    described = ", ".join(filter(None, (f"{plural} per vraag" if groups else plural, order)))
    shades = {(place, column): LABEL_TINT for place in groups for column in range(len(head))}
    writer.table(
        widths, head, rows, title, f"{described}.", numbers_from=len(head) - voted, shades=shades, groups=groups
    )


def _by_question(dossier: Dossier, answers: Sequence[Answer]) -> Iterator[tuple[Sequence[str], Sequence[Answer]]]:
    """Per question, in their order, and per goal or speerpunt that was meant by *dit doel*: the words, the answers."""
    of_question: dict[Sequence[str], list[Answer]] = {}
    order = list(dossier.ordered("questions"))
    known = {number: place for place, number in enumerate(order)}
    for answer in sorted(answers, key=lambda answer: known.get(answer.question, len(order))):
        of_question.setdefault(_asked(dossier, answer), []).append(answer)
    yield from of_question.items()


def _asked(dossier: Dossier, answer: Answer) -> tuple[str, ...]:
    """The question, and below it which goal or speerpunt was meant by *dit doel*."""
    question, about = dossier.caption(Ref("questions", answer.question)), answer.about
    if about and dossier.get(about):
        return question, capital(where_it_returns(dossier, [about]))
    return (question,)


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
    head = ("Nr", "Soort", "Besluit", "Waarom", "Terug te vinden in")
    rows: list[Sequence[str] | LabelRow] = []
    for index, decision in enumerate(dossier.of(Decision).values(), 1):
        place = ref_of(decision)
        back = where_it_returns(dossier, returns_in(dossier, decision))
        rows.append(
            (
                writer.number(f"B{index}", place),
                writer.in_column(place.at("kind"), capital(decision.kind.label), head[1]),
                writer.in_column(place.at("text"), decision.text, head[2]),
                writer.in_column(place.at("why"), decision.why, head[3]),
                writer.cell_text(_returns(writer, place.at("becomes"), back)),
            )
        )
        if decision.why_not and not back and not writer.lacks(place.at("becomes")):
            rows.append(writer.labelled("Niet in het plan", place.at("why_not"), decision.why_not))
    writer.table((1.1, 2.7, 4.8, 4.3, 3.1), head, rows, "Besluiten en waar ze in dit plan terugkomen", "")


def _returns(writer: Writer, place: Ref, back: str) -> str:
    """Where a decision comes back, that this is still to be told, or that it does not."""
    return writer.hole(place) if writer.lacks(place) else run(back or "niet in het plan")


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
