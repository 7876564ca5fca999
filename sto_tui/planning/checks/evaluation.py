"""Looking back: decisions that come back in the plan, and actions that someone carries out."""

from collections.abc import Iterator
from datetime import date

from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.evaluation import Action, ActionStatus, Decision, Question
from sto_tui.domain.record import Ref
from sto_tui.places import Place
from sto_tui.planning.checks.finding import Level, rule


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:59].rstrip()}…"


def _open_actions(dossier: Dossier) -> Iterator[Action]:
    done = (ActionStatus.GEREED, ActionStatus.VERVALLEN)
    return (action for action in dossier.of(Action).values() if action.status not in done)


@rule(Level.WAARSCHUWING, Place.EVALUATIE)
def decision_without_follow_up(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """A decision that comes back nowhere, without a reason.

    Source: Tips en tools, paragraaf 2.
    """
    for decision in dossier.of(Decision).values():
        if not decision.becomes and not decision.why_not:
            yield (
                ref_of(decision, "becomes"),
                f"Het besluit ‘{_short(decision.text)}’ komt nergens terug in het plan. Koppel het, of schrijf op "
                "waarom niet.",
            )


@rule(Level.WAARSCHUWING, Place.EVALUATIE)
def votes_without_decision(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """Answers to a question that got votes, and from which no decision followed; at the one with the most votes.

    Source: Tips en tools, paragraaf 2; stemmen is nog geen besluit.
    """
    for question in dossier.of(Question).values():
        answers = dossier.answers_of(question.id)
        chosen = [answer for answer in answers if answer.decision is None and answer.votes]
        if chosen and not question.hidden:
            verb = "kreeg" if len(chosen) == 1 else "kregen"
            yield (
                ref_of(max(chosen, key=lambda answer: answer.votes), "decision"),
                f"Bij de vraag ‘{_short(question.text)}’ {verb} {dutch.count(len(chosen), 'antwoord', 'antwoorden')} "
                "stemmen, maar geen besluit. Besluit wat ermee gebeurt.",
            )


@rule(Level.TIP, Place.EVALUATIE)
def question_without_decision(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """A question that was answered without votes, and from which nothing followed.

    Source: Tips en tools, paragraaf 2.
    """
    for question in dossier.of(Question).values():
        answers = dossier.answers_of(question.id)
        open_ones = [answer for answer in answers if answer.decision is None and not answer.votes]
        if answers and not question.hidden and len(open_ones) == len(answers):
            verb = "staat" if len(answers) == 1 else "staan"
            yield (
                ref_of(question),
                f"Bij de vraag ‘{_short(question.text)}’ {verb} {dutch.count(len(answers), 'antwoord', 'antwoorden')}, "
                "maar geen besluit. Besluit wat ermee gebeurt.",
            )


@rule(Level.WAARSCHUWING, Place.EVALUATIE)
def action_without_owner(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """An open action that belongs to nobody.

    Source: Tips en tools, paragraaf 2; wie doet wat wanneer.
    """
    for action in _open_actions(dossier):
        if not action.owner:
            yield (
                ref_of(action, "owner"),
                f"De actie ‘{_short(action.text)}’ heeft geen eigenaar. Spreek af wie het doet.",
            )


@rule(Level.WAARSCHUWING, Place.EVALUATIE)
def action_without_date(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """An open action without a date.

    Source: Tips en tools, paragraaf 2; wie doet wat wanneer.
    """
    for action in _open_actions(dossier):
        if action.due is None:
            yield ref_of(action, "due"), f"De actie ‘{_short(action.text)}’ heeft geen datum. Spreek een datum af."


@rule(Level.WAARSCHUWING, Place.EVALUATIE)
def action_past_due(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """An open action whose date has passed.

    Source: Tips en tools, paragraaf 2; wie doet wat wanneer.
    """
    for action in _open_actions(dossier):
        if action.due is not None and action.due < today:
            yield (
                ref_of(action, "due"),
                f"De actie ‘{_short(action.text)}’ moest klaar zijn op {dutch.long_date(action.due)}. Zet de "
                "actie op gereed of kies een nieuwe datum.",
            )
