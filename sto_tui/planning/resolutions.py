"""What the stuurgroep decided, and its own actions, in the order in which they are read."""

from collections.abc import Sequence
from datetime import date

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Action
from sto_tui.domain.resolution_numbers import day_of
from sto_tui.domain.steering import Resolution


def taken_until(dossier: Dossier, day: date) -> Sequence[Resolution]:
    """The decisions of up to and including a day, the newest first; one without a day is of no meeting yet."""
    dated = [
        (taken, resolution.id, resolution)
        for resolution in dossier.of(Resolution).values()
        if (taken := day_of(dossier, resolution)) and taken <= day
    ]
    return [resolution for *_, resolution in sorted(dated, key=lambda item: item[:2], reverse=True)]


def newest_first(dossier: Dossier) -> Sequence[Resolution]:
    """All of them; one without a day was just written down and stands first."""

    def newest(resolution: Resolution) -> tuple[date, int]:
        return day_of(dossier, resolution) or date.max, resolution.id

    return sorted(dossier.of(Resolution).values(), key=newest, reverse=True)


def actions_of(dossier: Dossier, resolution: int) -> Sequence[Action]:
    """The actions that follow from a decision of the stuurgroep, in the order of their days."""
    following = [action for action in dossier.whole.of(Action).values() if action.resolution == resolution]
    return sorted(following, key=by_day)


def open_actions(dossier: Dossier, day: date) -> Sequence[Action]:
    """What is still to be done of what the stuurgroep had decided by the end of a day, the nearest first."""
    taken = [resolution.id for resolution in taken_until(dossier, day)]
    return sorted(
        (action for number in taken for action in actions_of(dossier, number) if action.status.waits), key=by_day
    )


def by_day(action: Action) -> tuple[bool, date, int]:
    """What has no day yet stands last."""
    return action.due is None, action.due or date.max, action.id
