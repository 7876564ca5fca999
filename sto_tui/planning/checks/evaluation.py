"""Looking back: decisions that come back in the plan, and actions that someone carries out."""

from collections.abc import Iterable
from datetime import date

from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier, list_of, ref_of
from sto_tui.domain.evaluation import Action, Decision, Question, QuestionKind, QuestionPart
from sto_tui.domain.level_words import word_of_table
from sto_tui.domain.plan import Chapter
from sto_tui.domain.text import shortened
from sto_tui.places import Place
from sto_tui.planning.checks.empty_field import empty, filled, there
from sto_tui.planning.checks.finding import MET, Found, Level, Point, Points, check, check_each, missing
from sto_tui.planning.evaluation.looking_back import comes_back_nowhere
from sto_tui.planning.evaluation.results import shown_questions
from sto_tui.planning.next_period.what_went_on import Continuation, what_went_on
from sto_tui.planning.paper_outline import ANNEXES
from sto_tui.planning.plan_periods import evaluated_with, looks_back

# In a hole there is less room than in a finding.
_LONGEST_NAME = 50


def _short(text: str) -> str:
    return shortened(" ".join(text.split()), 60)


@check(Level.ONTBREEKT, Place.EVALUATIE, Chapter.TERUGBLIK, in_paper=True)
def no_answers(dossier: Dossier, today: date) -> Points:
    """A plan that does not look back.

    Source: Tips en tools, paragraaf 2.
    """
    yield there(dossier, "answers", "antwoorden uit de evaluatie") if looks_back(dossier) else MET


@check(Level.ONTBREEKT, Place.EVALUATIE, Chapter.TERUGBLIK, in_paper=True)
def no_decisions(dossier: Dossier, today: date) -> Points:
    """An evaluation from which nothing followed.

    Source: Tips en tools, paragraaf 2.
    """
    yield there(dossier, "decisions", "besluiten uit de evaluatie") if looks_back(dossier) else MET


def numbered_decisions(dossier: Dossier) -> Iterable[tuple[int, Decision]]:
    """All decisions with the number that the paper gives them."""
    return enumerate(dossier.of(Decision).values(), 1)


@check_each(numbered_decisions, Level.ONTBREEKT, Place.EVALUATIE, Chapter.TERUGBLIK, in_paper=True)
def decision_without_reason(dossier: Dossier, numbered: tuple[int, Decision]) -> Points:
    """A decision that does not say why.

    Source: Tips en tools, paragraaf 2.
    """
    number, decision = numbered
    yield filled(decision, "why", f"waarom besluit B{number} is genomen")


@check_each(numbered_decisions, Level.ONTBREEKT, Place.EVALUATIE, Chapter.TERUGBLIK, in_paper=True)
def decision_that_leads_nowhere(dossier: Dossier, numbered: tuple[int, Decision]) -> Points:
    """A decision that comes back in nothing that is there, and does not say why not.

    Source: Tips en tools, paragraaf 2.
    """
    number, decision = numbered
    hole = f"waar besluit B{number} terugkomt, of waarom niet"
    yield missing(ref_of(decision, "becomes"), hole) if comes_back_nowhere(dossier, decision) else MET


def parts_looked_back_at(dossier: Dossier) -> Iterable[Continuation]:
    """The themes and speerpunten of the period before this plan."""
    return what_went_on(dossier)


@check_each(parts_looked_back_at, Level.ONTBREEKT, Place.EVALUATIE, Chapter.TERUGBLIK, in_paper=True)
def went_on_without_reason(dossier: Dossier, part: Continuation) -> Points:
    """A speerpunt of the period before that goes on or stops, about which nothing was decided.

    Source: Tips en tools, paragraaf 2: behouden, structureel maken, aanpassen, herformuleren of stoppen, en waarom.
    """
    word = word_of_table(dossier.region, part.ref.table)
    hole = f"besluit over {word.singular} {part.number}: waarom het doorgaat of niet"
    yield missing(list_of("decisions"), hole, str(part.ref)) if part.lacks_why else MET


def open_actions(dossier: Dossier) -> Iterable[Action]:
    """What is still to be done."""
    return (action for action in dossier.of(Action).values() if action.status.waits)


@check_each(open_actions, Level.WAARSCHUWING, Place.EVALUATIE, ANNEXES, in_paper=True)
def action_without_owner(dossier: Dossier, action: Action) -> Points:
    """An open action that belongs to nobody.

    Source: Tips en tools, paragraaf 2; wie doet wat wanneer.
    """
    yield empty(
        action,
        "owner",
        f"De actie ‘{_short(action.text)}’ heeft geen eigenaar. Spreek af wie het doet.",
        f"eigenaar van actie ‘{shortened(action.text, _LONGEST_NAME)}’",
    )


@check_each(open_actions, Level.WAARSCHUWING, Place.EVALUATIE, ANNEXES, in_paper=True)
def action_without_date(dossier: Dossier, action: Action) -> Points:
    """An open action without a date.

    Source: Tips en tools, paragraaf 2; wie doet wat wanneer.
    """
    yield empty(
        action,
        "due",
        f"De actie ‘{_short(action.text)}’ heeft geen datum. Spreek een datum af.",
        f"wanneer actie ‘{shortened(action.text, _LONGEST_NAME)}’ gereed is",
    )


def asked_questions(dossier: Dossier) -> Iterable[Question]:
    """The questions of the evaluation that are shown, without the success factors."""
    return (question for question in shown_questions(dossier) if question.part is not QuestionPart.SUCCESFACTOREN)


def success_factors(dossier: Dossier) -> Iterable[Question]:
    """The success factors of the national monitor that are shown."""
    return (question for question in shown_questions(dossier) if question.part is QuestionPart.SUCCESFACTOREN)


@check_each(asked_questions, Level.ONTBREEKT, Place.EVALUATIE, Chapter.TERUGBLIK)
def question_without_answer(dossier: Dossier, question: Question) -> Points:
    """A question of the evaluation that nobody answered or scored.

    Source: Tips en tools, paragraaf 2.
    """
    yield _answered(dossier, question)


@check_each(success_factors, Level.ONTBREEKT, Place.EVALUATIE, Chapter.TERUGBLIK)
def success_factor_without_score(dossier: Dossier, question: Question) -> Points:
    """A success factor that nobody scored.

    Source: Tips en tools, paragraaf 5.
    """
    yield _answered(dossier, question)


def _answered(dossier: Dossier, question: Question) -> Point:
    replies = dossier.scores_of if question.kind is QuestionKind.SCALE else dossier.answers_of
    return (
        MET
        if replies(question.id) or evaluated_with(dossier)
        else missing(ref_of(question), f"antwoord op ‘{_short(question.text)}’")
    )


@check(Level.WAARSCHUWING, Place.EVALUATIE, Chapter.TERUGBLIK)
def decision_without_follow_up(dossier: Dossier, today: date) -> Points:
    """A decision of which it is not known yet where it comes back: nowhere so far, and it does not say why not.

    Source: Tips en tools, paragraaf 2.
    """
    for decision in dossier.of(Decision).values():
        if comes_back_nowhere(dossier, decision):
            yield Found(
                ref_of(decision, "becomes"),
                f"Nog te bepalen: waar het besluit ‘{_short(decision.text)}’ in het plan terugkomt. Koppel het, of "
                "schrijf op waarom niet.",
            )


@check(Level.WAARSCHUWING, Place.EVALUATIE, Chapter.TERUGBLIK)
def votes_without_decision(dossier: Dossier, today: date) -> Points:
    """Answers to a question that got votes, and from which no decision followed; at the one with the most votes.

    Source: Tips en tools, paragraaf 2; stemmen is nog geen besluit.
    """
    for question in dossier.of(Question).values():
        answers = dossier.answers_of(question.id)
        chosen = [answer for answer in answers if answer.decision is None and answer.votes]
        if chosen and not question.hidden:
            verb = "kreeg" if len(chosen) == 1 else "kregen"
            yield Found(
                ref_of(max(chosen, key=lambda answer: answer.votes), "decision"),
                f"Bij de vraag ‘{_short(question.text)}’ {verb} {dutch.count(len(chosen), 'antwoord', 'antwoorden')} "
                "stemmen, maar geen besluit. Besluit wat ermee gebeurt.",
            )


@check(Level.TIP, Place.EVALUATIE, Chapter.TERUGBLIK)
def question_without_decision(dossier: Dossier, today: date) -> Points:
    """A question that was answered without votes, and from which nothing followed.

    Source: Tips en tools, paragraaf 2.
    """
    for question in dossier.of(Question).values():
        answers = dossier.answers_of(question.id)
        open_answers = [answer for answer in answers if answer.decision is None and not answer.votes]
        if answers and not question.hidden and len(open_answers) == len(answers):
            verb = "staat" if len(answers) == 1 else "staan"
            yield Found(
                ref_of(question),
                f"Bij de vraag ‘{_short(question.text)}’ {verb} {dutch.count(len(answers), 'antwoord', 'antwoorden')}, "
                "maar geen besluit. Besluit wat ermee gebeurt.",
            )


@check(Level.WAARSCHUWING, Place.EVALUATIE, ANNEXES)
def action_past_due(dossier: Dossier, today: date) -> Points:
    """An open action whose date has passed.

    Source: Tips en tools, paragraaf 2; wie doet wat wanneer.
    """
    for action in open_actions(dossier):
        if action.due is not None and action.due < today:
            yield Found(
                ref_of(action, "due"),
                f"De actie ‘{_short(action.text)}’ moest klaar zijn op {dutch.long_date(action.due)}. Zet de "
                "actie op gereed of kies een nieuwe datum.",
            )
