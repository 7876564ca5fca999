"""Setting a stoplicht, as a line of the log and on the milestone; what is late; and how many stand where."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sto_tui.domain.change import Change, Edit
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.milestones import Milestone, Progress, Stoplicht
from sto_tui.domain.plan import Theme
from sto_tui.domain.record import Ref
from sto_tui.planning.veri import doers
from sto_tui.planning.veri_columns import columns


def light_change(
    dossier: Dossier, milestone: Milestone, light: Stoplicht, today: date, note: str = "", by: str = ""
) -> Change:
    """The change that sets a milestone's stoplicht now, and writes it in the log.

    A line of today that says nothing yet is used again; without edits when everything stands like that already.
    Source: the monitoring page of 2022, where stoplicht and explanation together make the log.
    """
    caption = dossier.caption(ref_of(milestone))
    label = f"Mijlpaal {caption} op {light.label}"
    log = dossier.progress_of(milestone.id)
    latest = next((entry for entry in log if entry.date == today), None)
    if latest and not note and latest.light is light and milestone.light is light:
        return Change(label, ())
    if latest is None or latest.speaks or latest.by != by:
        return _change(dossier, Progress(milestone=milestone.id, date=today, light=light, note=note, by=by), milestone)
    earlier = next((entry.light for entry in log if entry.id != latest.id and entry.date <= today), None)
    if not note and light is Stoplicht.NIET_GESTART and earlier in (None, light):
        line = Edit(ref_of(latest), latest, None)
    else:
        line = Edit(ref_of(latest), latest, latest.changed(light=light, note=note))
    return Change(label, tuple(edit for edit in (line, _with_light(milestone, light, today)) if edit))


def entry_change(dossier: Dossier, entry: Progress) -> Change:
    """The change that adds a line to the log; only the newest line sets the stoplicht of its milestone."""
    newer = [one for one in dossier.progress_of(entry.milestone) if one.date > entry.date]
    return _change(dossier, entry, None if newer else dossier.milestones.get(entry.milestone))


def _change(dossier: Dossier, entry: Progress, milestone: Milestone | None) -> Change:
    edits = [Edit(Ref("progress", -1), None, entry.model_copy(update={"id": -1}))]
    if milestone and (edit := _with_light(milestone, entry.light, entry.date)):
        edits.append(edit)
    caption = dossier.caption(Ref("milestones", entry.milestone))
    return Change(f"Mijlpaal {caption} op {entry.light.label}", tuple(edits))


def _with_light(milestone: Milestone, light: Stoplicht, day: date) -> Edit | None:
    done_on = (milestone.done_on or day) if light is Stoplicht.GEREED else None
    after = milestone.changed(light=light, done_on=done_on)
    return Edit(ref_of(milestone), milestone, after) if after != milestone else None


def is_overdue(milestone: Milestone, today: date) -> bool:
    """Whether it should have been ready before today."""
    return milestone.due is not None and milestone.due < today and milestone.light is not Stoplicht.GEREED


def is_late(milestone: Milestone, today: date) -> bool:
    """Whether it should have been ready, or have begun, before today."""
    waits = milestone.light is Stoplicht.NIET_GESTART and milestone.start is not None and milestone.start < today
    return waits or is_overdue(milestone, today)


@dataclass(frozen=True)
class Tally:
    """How many milestones there are, how many of each stoplicht, and how many of them are late."""

    total: int
    lights: Counter[Stoplicht]
    late: int


def tally(milestones: Iterable[Milestone], today: date) -> Tally:
    """The counts of these milestones."""
    found = list(milestones)
    return Tally(len(found), Counter(one.light for one in found), sum(is_late(one, today) for one in found))


def milestones_by_theme(dossier: Dossier) -> list[tuple[Theme | None, Sequence[Milestone]]]:
    """The themes that have milestones, with those; last what has no theme."""
    themes: list[Theme | None] = [*dossier.themes.values(), None]
    found = ((theme, dossier.milestones_of(theme.id if theme else 0)) for theme in themes)
    return [(theme, milestones) for theme, milestones in found if milestones]


def milestones_by_doer(dossier: Dossier) -> list[tuple[Ref | None, Sequence[Milestone]]]:
    """Who has a V, in the order of the VERI matrix, with the milestones they carry out; last what nobody does.

    A milestone without a row of its own follows the row of its speerpunt, or else of its theme.
    """
    found: dict[Ref | None, list[Milestone]] = defaultdict(list)
    for milestone in dossier.milestones.values():
        who: Sequence[Ref | None] = doers(dossier, ref_of(milestone)) or (None,)
        for doer in who:
            found[doer].append(milestone)
    order: list[Ref | None] = [*columns(dossier, hidden=True), None]
    return [(doer, found[doer]) for doer in order if doer in found]
