"""The list of goals at place 4, with what is measured of each in one look."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.plan import Goal
from sto_tui.domain.record import Ref
from sto_tui.domain.region import PlanPeriod
from sto_tui.screens.frame.columns import ListOf, Shown
from sto_tui.screens.frame.section import BLANK, group
from sto_tui.widgets.record_list import Row

GOALS = ListOf(
    Goal,
    Shown("number", width=2, align="right", role="bold"),
    Shown("text", share=3, least=30, wrap=True),
    Shown("baseline", width=16, drop=1, empty=("–", "muted")),
    Shown("target", width=18, empty=("–", "muted")),
    Shown("target_year", head="Jaar", width=5, empty="–"),
    Shown("agreed_on", head="Vastgesteld", width=11, drop=2, role="muted", empty=("nog niet", "muted")),
    none="Nog geen doelen. Druk op a om er een toe te voegen.",
)


def goal_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """Goals with what is measured; those of an earlier period below, under its name."""
    rows = GOALS.rows_of(dossier.plan_goals, dossier, today)
    for period in dossier.of(PlanPeriod).values():
        of_period = [goal for goal in dossier.earlier_goals if period.id in goal.periods]
        if of_period:
            rows += [BLANK] * bool(rows) + [group(f"Doelen uit {period.label}")]
            rows += GOALS.rows_of(of_period, dossier, today)
    return rows or [GOALS.none]


def new_goal(dossier: Dossier, at: Ref | None) -> Mapping[str, Any]:
    """With the next number."""
    return {"number": max((goal.number for goal in dossier.plan_goals), default=0) + 1}
