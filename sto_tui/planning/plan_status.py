"""How far the plan itself is: concept, put before the stuurgroep, or adopted; not how far its period is at DUS-I."""

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import capital, long_date
from sto_tui.domain.region import PlanStatus


def plan_status(dossier: Dossier) -> PlanStatus:
    """The status of the plan; without a period it is a concept."""
    period = dossier.current_period
    return period.plan_status if period else PlanStatus.CONCEPT


def status_in_words(dossier: Dossier) -> str:
    """For the cover: `Concept: nog niet vastgesteld door de stuurgroep`, `Vastgesteld op 27 maart 2019`."""
    status = plan_status(dossier)
    if status is PlanStatus.CONCEPT:
        return "Concept: nog niet vastgesteld door de stuurgroep"
    if status is PlanStatus.VOORGELEGD:
        return "Voorgelegd aan de stuurgroep, nog niet vastgesteld"
    return capital(_adopted(dossier))


def beginning(dossier: Dossier) -> str:
    """How a sentence about the plan begins: `Dit concept beschrijft`, `Dit plan is vastgesteld. Het beschrijft`."""
    status = plan_status(dossier)
    if status is PlanStatus.CONCEPT:
        return "Dit concept beschrijft"
    state = _adopted(dossier) if status is PlanStatus.VASTGESTELD else "nog niet vastgesteld"
    return f"Dit plan is {state}. Het beschrijft"


def _adopted(dossier: Dossier) -> str:
    period = dossier.current_period
    return f"vastgesteld op {long_date(period.adopted_on)}" if period and period.adopted_on else "vastgesteld"
