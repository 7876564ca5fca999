"""Days and years that came back and do not fit the plan: people mistype a year, and no tick takes that over."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel

from sto_tui.domain.communication import Communication
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import short_date
from sto_tui.domain.learning import Training
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.money import BudgetLine, Cofinancing
from sto_tui.domain.periods import add_months
from sto_tui.domain.plan import Goal
from sto_tui.domain.record import FieldSpec
from sto_tui.domain.region import PlanPeriod

# What is planned, and so falls within the period of the plan.
_PLANNED: Mapping[type[BaseModel], tuple[str, ...]] = MappingProxyType(
    {
        Milestone: ("start", "due"),
        Training: ("date",),
        Communication: ("date",),
        Goal: ("target_year",),
        BudgetLine: ("year",),
        Cofinancing: ("year",),
    }
)
# Other days are of the years around it.
_YEARS_AROUND = 4


def outside_plan(dossier: Dossier, model: type[BaseModel], spec: FieldSpec, value: Any, before: Any = None) -> str:
    """Why a day or year is not likely, as a Dutch sentence; empty when it is, or when it stood as far off before."""
    period = dossier.current_period
    is_planned = spec.name in _PLANNED.get(model, ())
    if period is None or model is PlanPeriod or not (spec.kind == "date" or is_planned):
        return ""
    side = _side(value, period, is_planned=is_planned)
    if not side or side == _side(before, period, is_planned=is_planned):
        return ""
    shown = short_date(value) if isinstance(value, date) else str(value)
    far = "" if is_planned else "ver "
    return f"{shown} valt {far}buiten planperiode {period.label}."


def _side(value: Any, period: PlanPeriod, *, is_planned: bool) -> int:
    """-1 for before the plan, 1 for after it, and 0 within it or for what is no day or year."""
    first, last = period.start, period.end
    if not is_planned:
        first, last = add_months(first, -12 * _YEARS_AROUND), add_months(last, 12 * _YEARS_AROUND)
    if isinstance(value, date):
        return (value > last) - (value < first)
    if isinstance(value, int):
        return (value > last.year) - (value < first.year)
    return 0
