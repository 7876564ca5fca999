"""The cover: who is responsible for the plan, for which period, and since when it is adopted."""

from datetime import date

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.region import PlanStatus
from sto_tui.places import Place
from sto_tui.planning.checks.empty_field import filled, there
from sto_tui.planning.checks.finding import Level, Points, check
from sto_tui.planning.paper_outline import COVER


@check(Level.ONTBREEKT, Place.OVERZICHT, COVER, in_paper=True)
def region_without_lead_school(dossier: Dossier, today: date) -> Points:
    """The school that applies for the subsidy.

    Source: opbouw van het concept, het voorblad.
    """
    yield filled(dossier.region, "lead_school", "naam van de penvoerder")


@check(Level.ONTBREEKT, Place.OVERZICHT, COVER, in_paper=True)
def region_without_programme_manager(dossier: Dossier, today: date) -> Points:
    """The person who leads the programme.

    Source: opbouw van het concept, het voorblad.
    """
    yield filled(dossier.region, "programme_manager", "naam van de programmamanager")


@check(Level.ONTBREEKT, Place.OVERZICHT, COVER, in_paper=True)
def region_without_kind(dossier: Dossier, today: date) -> Points:
    """Which of the two kinds of region of the regulation it is.

    Source: opbouw van het concept, het voorblad.
    """
    yield filled(dossier.region, "kind", "techniekregio of techniekluwe regio")


@check(Level.ONTBREEKT, Place.OVERZICHT, COVER, in_paper=True)
def no_period(dossier: Dossier, today: date) -> Points:
    """The period that the plan is for.

    Source: opbouw van het concept, het voorblad.
    """
    yield there(dossier, "periods", "de planperiode")


@check(Level.ONTBREEKT, Place.OVERZICHT, COVER, in_paper=True)
def adopted_without_day(dossier: Dossier, today: date) -> Points:
    """The day on which an adopted plan was adopted.

    Source: opbouw van het concept, het voorblad noemt de status.
    """
    period = dossier.current_period
    if period and period.plan_status is PlanStatus.VASTGESTELD:
        yield filled(period, "adopted_on", "de dag waarop het plan is vastgesteld")
