"""Goals that were dropped, added or changed. Source: domain.md §1.7, goals dropped or added are reported at once."""

from sto_tui.domain.dossier import ref_of
from sto_tui.domain.dutch import capital
from sto_tui.domain.plan import Goal
from sto_tui.planning.handed_in.difference import (
    Difference,
    DifferenceKind,
    Differences,
    ReportBy,
    Sides,
    field_changes,
    told,
)

_WHAT_IS_WANTED = ("text", "indicator", "target", "target_year")
_THE_REST = ("baseline", "baseline_year")


def goal_differences(sides: Sides) -> Differences:
    """By number; what was handed in first, then what is new."""
    before = {goal.id: goal for goal in sides.before.plan_goals}
    now = {goal.id: goal for goal in sides.now.plan_goals}
    for number, goal in before.items():
        if number not in now:
            yield _dropped(sides, goal, now)
        else:
            yield from _changed(sides, goal, now[number])
    for number, goal in now.items():
        if number not in before:
            text = f"{capital(sides.name(goal))} is nieuw."
            ref = ref_of(goal)
            yield Difference(
                f"{ref}", ref, DifferenceKind.GOAL_ADDED, ReportBy.AT_ONCE, text, now=sides.now.caption(ref)
            )


def _dropped(sides: Sides, goal: Goal, now: dict[int, Goal]) -> Difference:
    ref = ref_of(goal)
    text = f"{capital(sides.name(goal))} {sides.gone(ref)}."
    still = sides.now.get(ref)
    again = now.get(still.reformulated_as or 0) if isinstance(still, Goal) else None
    if again:
        text += f" Geherformuleerd als {sides.name(again)}."
    return Difference(
        str(ref), ref, DifferenceKind.GOAL_DROPPED, ReportBy.AT_ONCE, text, before=sides.before.caption(ref)
    )


def _changed(sides: Sides, before: Goal, now: Goal) -> Differences:
    """What is wanted otherwise is like another goal; another baseline is not."""
    ref = ref_of(now)
    for names, key, report in (
        (_WHAT_IS_WANTED, "", ReportBy.AT_ONCE),
        (_THE_REST, "/baseline", ReportBy.NEXT_REPORT),
    ):
        if changes := field_changes(sides, before, now, names):
            text = f"Doel {now.number}: {', '.join(map(str, changes))}."
            yield Difference(f"{ref}{key}", ref, DifferenceKind.GOAL_CHANGED, report, text, **told(changes))
