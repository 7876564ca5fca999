"""The status of the plan, and what the texts say of it."""

import re
from datetime import date

from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.dutch import long_date
from sto_tui.domain.plan import ChapterText
from sto_tui.domain.region import PeriodStatus, PlanPeriod, PlanStatus
from sto_tui.places import Place
from sto_tui.planning.checks.finding import Found, Level, Points, check
from sto_tui.planning.checks.texts import where
from sto_tui.planning.outline import COVER
from sto_tui.planning.plan_status import plan_status

_CALLED_FINAL = re.compile(
    r"\b(?:(?:dit|het) (?:plan|activiteitenplan)|(?:deze|de) (?:regiovisie|versie)|versie [\d.]+) (?:is|werd) "
    r"(?:(?!niet|nog)\w+ )?(?:definitief|vastgesteld)\b|\bdefinitieve (?:versie|plan|activiteitenplan|regiovisie)\b",
    re.IGNORECASE,
)
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
        if found := _CALLED_FINAL.search(text.text):
            yield Found(
                ref_of(text, "text"),
                f"{where(dossier, ref_of(text))} zegt ‘{found[0]}’, maar de status van het plan is {status.label}. "
                "Pas de tekst aan, of bij 1 Overzicht, Planperioden de status.",
            )


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
