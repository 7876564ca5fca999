"""The status of the plan, and what the texts say of it."""

import re
from datetime import date

from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.dutch import long_date
from sto_tui.domain.plan import ChapterText
from sto_tui.domain.region import PeriodStatus, PlanPeriod, PlanStatus
from sto_tui.domain.text import shortened
from sto_tui.places import Place
from sto_tui.planning.checks.finding import Found, Level, Points, check
from sto_tui.planning.checks.texts import where
from sto_tui.planning.paper_outline import COVER
from sto_tui.planning.plan_status import plan_status

_PAPER = r"(?:meerjaren|activiteiten)?plan|regiovisie|versie|document|stuk"
# Not what stands in this plan, nor the plan of another year.
_IN_IT = "".join(f"(?<!{word} )" for word in ("in", "van", "bij", "voor", "uit", "aan", "met", "op", "over"))
_PLAN = (
    rf"{_IN_IT}(?:dit|deze|ons|onze|het voorliggende|de voorliggende|het|de) (?:{_PAPER})\b"
    r"(?! (?:van|voor|uit|over) (?:de periode )?\d)|versie \d[\d.]*"
)
_FINAL = r"\b(?:definitief|vastgesteld)\b"
# What stands between subject and verb, or between those and the word itself, without a second statement.
_BETWEEN = r"(?:(?!\b(?:zijn|worden|wordt|dat|die|waarin|hoe|wat)\b)[^;:])*?"
_CALLED_FINAL = re.compile(
    rf"\b(?:(?:{_PLAN}){_BETWEEN} (?:is|werd) {_BETWEEN}{_FINAL}"
    rf"|(?:is|werd|heeft|hebben) {_BETWEEN}\b(?:{_PLAN}){_BETWEEN}{_FINAL}"
    rf"|(?:dit is|hier ligt|voor u ligt) (?:de|het|een|ons|onze) definitie(?:ve|f) (?:{_PAPER})\b"
    rf"|(?:dit|deze|onze) definitieve (?:{_PAPER})\b"
    rf"|^(?:(?:de|het) )?definitieve (?:{_PAPER})(?=\W*$| \d)"
    r"|^(?:status|versie) ?: (?:definitief|vastgesteld)\b)",
    re.IGNORECASE,
)
# Before the word they make it a wish, a plan or a condition.
_NOT_YET = re.compile(
    r"\b(?:niet|nog|nooit|geen|pas|bijna|zodra|wanneer|nadat|voordat|totdat|tenzij|indien|zal|straks)\b|^(?:als|of)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")
_LONGEST_QUOTE = 80
_HANDED_IN = {
    PeriodStatus.SUBMITTED: "ingediend",
    PeriodStatus.GRANTED: "toegekend",
    PeriodStatus.RUNNING: "in uitvoering",
}


@check(Level.TIP, Place.CONCEPT, COVER)
def called_final(dossier: Dossier, today: date) -> Points:
    """A text that calls the plan final or adopted, while it is not.

    Source: opbouw van het concept, de tekst klopt met het voorblad.
    """
    status = plan_status(dossier)
    if status is PlanStatus.VASTGESTELD:
        return
    for text in dossier.of(ChapterText).values():
        if claim := _called_final(text.text):
            yield Found(
                ref_of(text, "text"),
                f"{where(dossier, ref_of(text))} zegt ‘{shortened(claim, _LONGEST_QUOTE)}’, maar de status van het "
                f"plan is {status.label}. "
                "Pas de tekst aan, of bij 1 Overzicht, Planperioden de status.",
            )


def _called_final(text: str) -> str:
    """The words with which a text calls the plan final or adopted; empty when it does not."""
    for sentence in _SENTENCE_END.split(text):
        claim = _CALLED_FINAL.search(sentence.strip())
        if claim and not _NOT_YET.search(sentence.strip()[: claim.end()]):
            return claim[0]
    return ""


@check(Level.TIP, Place.OVERZICHT, COVER)
def adopted_day_without_status(dossier: Dossier, today: date) -> Points:
    """A day of adoption on a plan that is not adopted.

    Source: opbouw van het concept, het voorblad noemt de status.
    """
    for period in dossier.of(PlanPeriod).values():
        if period.adopted_on and period.plan_status is not PlanStatus.VASTGESTELD:
            yield Found(
                ref_of(period, "plan_status"),
                f"Het plan {period.label} heeft een dag van vaststelling, maar is {period.plan_status.label}. "
                "Kies bij ‘Status van het plan’ vastgesteld, of maak de dag leeg.",
            )


@check(Level.TIP, Place.OVERZICHT, COVER)
def handed_in_as_concept(dossier: Dossier, today: date) -> Points:
    """A plan that was handed in, while it says of itself that it is a concept.

    Source: opbouw van het concept, het voorblad noemt de status.
    """
    period = dossier.current_period
    if period and period.status in _HANDED_IN and period.plan_status is PlanStatus.CONCEPT:
        yield Found(
            ref_of(period, "plan_status"),
            f"Het plan {period.label} is {_HANDED_IN[period.status]}, maar de status van het plan is concept. "
            "Kies bij ‘Status van het plan’ hoe ver het is.",
        )


@check(Level.WAARSCHUWING, Place.OVERZICHT, COVER)
def adopted_in_the_future(dossier: Dossier, today: date) -> Points:
    """An adopted plan whose day of adoption is still to come.

    Source: opbouw van het concept, het voorblad noemt de status.
    """
    for period in dossier.of(PlanPeriod).values():
        if period.plan_status is PlanStatus.VASTGESTELD and period.adopted_on and period.adopted_on > today:
            yield Found(
                ref_of(period, "adopted_on"),
                f"Het plan {period.label} is vastgesteld op {long_date(period.adopted_on)}; die dag moet nog komen. "
                "Verbeter de dag, of kies een andere status.",
            )
