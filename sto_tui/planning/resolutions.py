"""What the stuurgroep decided, and its own actions, in the order in which they are read."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Action, Meeting
from sto_tui.domain.resolution_numbers import day_of
from sto_tui.domain.steering import Resolution
from sto_tui.planning.invitations import is_of_plan_now


def taken_until(dossier: Dossier, day: date) -> Sequence[Resolution]:
    """The decisions of the plan up to and including a day, the newest first; one without a day is of no meeting yet."""
    return _newest_first(dossier, day, lambda taken, meeting: is_of_plan_now(dossier, taken, meeting, day))


def taken_before(dossier: Dossier, day: date) -> Sequence[Resolution]:
    """The decisions up to a day that were taken before the plan began, and are of an earlier one."""
    plan = dossier.current_period
    return _newest_first(
        dossier,
        day,
        lambda taken, meeting: (
            plan is not None and taken < plan.start and not is_of_plan_now(dossier, taken, meeting, day)
        ),
    )


def undated(dossier: Dossier) -> int:
    """How many decisions have no day; they are told with the plan at hand."""
    if dossier.current_period != dossier.whole.period_at_hand:
        return 0
    return sum(day_of(dossier, resolution) is None for resolution in dossier.of(Resolution).values())


def _newest_first(
    dossier: Dossier, day: date, is_wanted: Callable[[date, Meeting | None], bool]
) -> Sequence[Resolution]:
    meetings = dossier.whole.of(Meeting)
    dated = [
        (taken, resolution.id, resolution)
        for resolution in dossier.of(Resolution).values()
        if (taken := day_of(dossier, resolution))
        and taken <= day
        and is_wanted(taken, meetings.get(resolution.session or 0))
    ]
    return [resolution for *_, resolution in sorted(dated, key=lambda item: item[:2], reverse=True)]


def by_plan(dossier: Dossier, today: date) -> tuple[Sequence[Resolution], Sequence[Resolution]]:
    """Those of the plan, and those of others; the newest first, above it what was just written down without a day."""
    meetings = dossier.whole.of(Meeting)

    def newest(resolution: Resolution) -> tuple[date, int]:
        return day_of(dossier, resolution) or date.max, resolution.id

    def is_own(resolution: Resolution) -> bool:
        day = day_of(dossier, resolution)
        return day is None or is_of_plan_now(dossier, day, meetings.get(resolution.session or 0), today)

    ordered = sorted(dossier.of(Resolution).values(), key=newest, reverse=True)
    return [one for one in ordered if is_own(one)], [one for one in ordered if not is_own(one)]


def actions_of(dossier: Dossier, resolution: int) -> Sequence[Action]:
    """The actions that follow from a decision of the stuurgroep, in the order of their days."""
    following = [action for action in dossier.whole.of(Action).values() if action.resolution == resolution]
    return sorted(following, key=by_day)


def open_actions(dossier: Dossier, day: date) -> Sequence[Action]:
    """What is still to be done of what the stuurgroep had decided in the plan by a day, the nearest first."""
    return _waiting(dossier, taken_until(dossier, day))


def open_from_before(dossier: Dossier, day: date) -> Sequence[Action]:
    """The same of what it had decided in earlier plans."""
    return _waiting(dossier, taken_before(dossier, day))


def _waiting(dossier: Dossier, resolutions: Iterable[Resolution]) -> Sequence[Action]:
    following = (action for resolution in resolutions for action in actions_of(dossier, resolution.id))
    return sorted((action for action in following if action.status.waits), key=by_day)


def by_day(action: Action) -> tuple[bool, date, int]:
    """What has no day yet stands last."""
    return action.due is None, action.due or date.max, action.id
