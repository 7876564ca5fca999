"""The goals that people look back at, and where decisions come back in the plan. Source: Tips en tools, section 2."""

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import enumerate_words
from sto_tui.domain.evaluation import Action, Decision
from sto_tui.domain.plan import Goal
from sto_tui.domain.record import Ref
from sto_tui.domain.region import PlanPeriod

NO_EARLIER_GOALS = (
    "Er zijn geen doelen van een eerdere planperiode om op terug te kijken. Kies bij 4 Plan bij zulke doelen hun "
    "planperiode."
)


def goals_looked_back_at(dossier: Dossier) -> tuple[Goal, ...]:
    """The goals of the last plan period before this one that has goals; their outcome is asked for.

    Goals of this plan, and those without a period, have no outcome yet: they are what the plan is to reach.
    """
    periods = dossier.of(PlanPeriod)
    earlier = [periods[number] for goal in dossier.earlier_goals for number in goal.periods]
    last = max(earlier, key=lambda period: (period.end, period.start, period.id), default=None)
    return tuple(goal for goal in dossier.earlier_goals if last and last.id in goal.periods)


def nothing_decided(dossier: Dossier) -> str:
    """That there are no decisions and actions here, which is not to say that there are none of another plan."""
    if dossier.whole.tables["decisions"] or dossier.whole.tables["actions"]:
        return "In dit plan staan geen besluiten of acties uit een evaluatie."
    return "Er zijn nog geen besluiten of acties vastgelegd."


def returns_in(dossier: Dossier, decision: Decision) -> list[Ref]:
    """What of the plan of the lens a decision became, and the actions; of another plan only when that is all there is.

    What goes on has a copy in the next plan with, as a rule, the same number: both would be told as one thing twice.
    """
    there = [ref for ref in decision.becomes if dossier.get(ref)]
    return [ref for ref in there if ref.table == "actions" or is_of_lens(dossier, ref)] or there


def is_of_lens(dossier: Dossier, ref: Ref) -> bool:
    """Whether a record is of the plan period of the lens."""
    return ref.id in dossier.tables[ref.table]


def of_which_plan(dossier: Dossier, ref: Ref) -> str:
    """` (2020-2023)` after the name of a part of another plan; empty for one of the plan of the lens."""
    record = dossier.get(ref)
    if record is None or ref.table == "actions" or is_of_lens(dossier, ref):
        return ""
    belongs = dossier.periods_of(ref.table, record)
    labels = [period.label for number, period in dossier.of(PlanPeriod).items() if number in belongs]
    return f" ({enumerate_words(labels)})" if labels else ""


def comes_back_nowhere(dossier: Dossier, decision: Decision) -> bool:
    """Whether a decision became nothing that is there, and does not say why not."""
    return not returns_in(dossier, decision) and not decision.why_not.strip()


def action_numbers(dossier: Dossier) -> dict[int, str]:
    """The number that papers give to each action: A1, A2."""
    return {action: f"A{index}" for index, action in enumerate(dossier.of(Action), 1)}
