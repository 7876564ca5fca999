"""What the timeline shows: milestones as bars, grouped and folded, and the lines that spell out one of them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from rich.cells import cell_len

from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.dutch import count, long_date, short_date
from sto_tui.domain.milestones import Milestone, MilestoneKind, Stoplicht
from sto_tui.domain.record import Ref
from sto_tui.planning.findings import Finding
from sto_tui.planning.schedule import Window, schedule, successors, too_early
from sto_tui.planning.waiting import shown_lag
from sto_tui.widgets.detail import finding_lines, first_lines
from sto_tui.widgets.marks import light_mark
from sto_tui.widgets.raster import Run, fit
from sto_tui.widgets.timeline import AFTER, BEFORE, DONE, FAULT, OVERRUN, PLANNED, SLACK, TIGHT, TODAY, Bar, TimelineRow

GO_NO_GO, QUICK_WIN = "◆", "*"
# In this order for as far as there is room.
LEGEND = (
    (DONE, "gedaan"),
    (PLANNED, "gepland"),
    (OVERRUN, "uitloop"),
    (SLACK, "ruimte"),
    (TIGHT, "geen"),
    (GO_NO_GO, "go/no-go"),
    (QUICK_WIN, "snel"),
    (TODAY, "vandaag"),
    (FAULT, "te vroeg"),
)
_WEEKS_FROM_DAYS = 14


class Grouping(StrEnum):
    """What the rows are grouped by."""

    THEMA = "thema's"
    DEELPROJECT = "deelprojecten"
    PARTIJ = "partijen"

    @property
    def one(self) -> str:
        """`thema`, `deelproject` or `partij`."""
        return self.name.lower()


@dataclass(frozen=True)
class Group:
    """A head with its milestones."""

    key: tuple[str, object]
    number: str
    title: str
    milestones: Sequence[Milestone]


def groups_of(dossier: Dossier, grouping: Grouping) -> list[Group]:
    """The groups that have milestones; under a party is what it carries out, so a milestone can be in several."""
    if grouping is Grouping.THEMA:
        return _by_theme(dossier)
    if grouping is Grouping.DEELPROJECT:
        return _by_deelproject(dossier)
    return _by_party(dossier)


def _by_theme(dossier: Dossier) -> list[Group]:
    found = [
        Group((Grouping.THEMA, theme.id), str(theme.number), theme.title, dossier.milestones_of(theme.id))
        for theme in dossier.themes.values()
    ]
    found.append(Group((Grouping.THEMA, 0), "", "Zonder thema", dossier.milestones_of(0)))
    return [group for group in found if group.milestones]


def _by_deelproject(dossier: Dossier) -> list[Group]:
    members: dict[str, list[Milestone]] = {}
    for milestone in dossier.milestones.values():
        members.setdefault(milestone.deelproject, []).append(milestone)
    names = sorted(members, key=lambda name: (not name, name.casefold()))
    return [
        Group((Grouping.DEELPROJECT, name), "", name or "Zonder deelproject", members[name])
        for name in names
        if members[name]
    ]


def _by_party(dossier: Dossier) -> list[Group]:
    members: dict[Ref, list[Milestone]] = {}
    left = []
    for milestone in dossier.milestones.values():
        doers = dict.fromkeys(role.party for role in dossier.veri_row(ref_of(milestone)) if role.code.does)
        for party in doers:
            members.setdefault(party, []).append(milestone)
        if not doers:
            left.append(milestone)
    found = [
        Group((Grouping.PARTIJ, party), "", dossier.caption(party), members[party])
        for party in dossier.veri_columns
        if party in members
    ]
    return [*found, Group((Grouping.PARTIJ, None), "", "Nog niemand voert uit", left)] if left else found


def timeline_rows(
    dossier: Dossier, today: date, grouping: Grouping, folded: Collection[object], *, only_critical: bool
) -> list[TimelineRow]:
    """All rows: heads of groups, and the milestones of those that are open."""
    windows = schedule(dossier)
    broken = {milestone.id for milestone, _, _ in too_early(dossier)}
    period = dossier.current_period
    is_over = period is not None and period.end < today
    rows: list[TimelineRow] = []
    for group in groups_of(dossier, grouping):
        shown = [one for one in group.milestones if not only_critical or windows[one.id].critical]
        if not shown:
            continue
        is_folded = group.key in folded
        rows.append(_head(group, shown, is_folded=is_folded))
        if not is_folded:
            rows += [_row(dossier, one, windows[one.id], one.id in broken, today, is_over) for one in shown]
    return rows


def _head(group: Group, shown: Sequence[Milestone], *, is_folded: bool) -> TimelineRow:
    if not is_folded:
        return TimelineRow(group.key, group.number, group.title, is_group=True)
    starts = [day for one in shown if (day := one.start or one.due)]
    dues = [day for one in shown if (day := one.due or one.start)]
    bar = Bar(min(starts), max(dues)) if starts else Bar()
    return TimelineRow(group.key, group.number, f"{group.title} ({len(shown)})", bar, is_group=True, folded=True)


def _row(
    dossier: Dossier, milestone: Milestone, window: Window, is_broken: bool, today: date, is_over: bool
) -> TimelineRow:
    ref = ref_of(milestone)
    bar = bar_of(milestone, window, today, is_broken=is_broken, is_over=is_over)
    who = ", ".join(dossier.doers_of(ref))
    return TimelineRow(ref, milestone.number, milestone.title, bar, light_mark(milestone.light), who)


def bar_of(milestone: Milestone, window: Window, today: date, *, is_broken: bool, is_over: bool) -> Bar:
    """A milestone as a bar: done as far as the work has run, over when it was or is ready later than planned.

    When the whole period `is_over`, what was never begun does not run over: nobody kept the stoplichten.
    """
    due, light = milestone.due, milestone.light
    done: date | None = None
    over: date | None = None
    if light is Stoplicht.GEREED:
        done = min(milestone.done_on, due) if milestone.done_on and due else milestone.done_on or due
        over = milestone.done_on
    elif light is not Stoplicht.NIET_GESTART:
        done = min(today, due) if due else today
        over = today
    elif not is_over:
        over = today
    if done and milestone.start and done < milestone.start:
        done = None
    is_open = light is not Stoplicht.GEREED
    mark: Run = (GO_NO_GO, "critical") if milestone.kind is MilestoneKind.GO_NO_GO else ("", "text")
    if milestone.quick_win and not mark[0]:
        mark = (QUICK_WIN, "key")
    return Bar(
        milestone.start,
        due,
        done,
        over if over and due and over > due else None,
        window.latest_due if is_open else None,
        is_open and window.critical,
        is_broken,
        mark,
    )


def linked(dossier: Dossier, milestone: Milestone) -> tuple[list[Ref], list[Ref]]:
    """What a milestone waits on, and what waits on it."""
    before = [Ref("milestones", one.milestone) for one in milestone.after if one.milestone in dossier.milestones]
    return before, [Ref("milestones", one) for one, _ in successors(dossier).get(milestone.id, ())]


def detail_lines(
    dossier: Dossier, milestone: Milestone, own: Sequence[Finding], width: int, height: int
) -> list[list[Run]]:
    """A milestone spelled out, with what is wrong with it; when nothing is, the legend."""
    wrong = finding_lines(own, width - 3, 2 if height > 3 else 1)
    name = first_lines(dossier.caption(ref_of(milestone)), width - 3, 1, "bold")
    if height > 3:
        waits = [[("  ", "text"), (fit(line, width - 3).rstrip(), "text")] for line in _in_full(dossier, milestone)]
        lines = [*name, *waits[: height - 2 - len(wrong)], *wrong]
        return [*lines, *[[]] * (height - 1 - len(lines)), legend(width)]
    short: list[Run] = [("  ", "text"), (fit(_in_short(dossier, milestone), width - 3).rstrip(), "text")]
    return [*name, short, wrong[0] if wrong else legend(width)] if height > 2 else [*name, wrong[0] if wrong else short]


def legend(width: int) -> list[Run]:
    """What the signs mean, as many as fit."""
    runs: list[Run] = [(" ", "text")]
    used = 1
    for sign, meaning in LEGEND:
        used += cell_len(sign) + cell_len(meaning) + 2
        if used >= width:
            break
        runs.append((f" {sign} {meaning}", "muted"))
    return runs


def _in_full(dossier: Dossier, milestone: Milestone) -> list[str]:
    window = schedule(dossier)[milestone.id]
    dates = f"{_day(milestone.start)} t/m {_day(milestone.due)}"
    latest = f" · uiterlijk beginnen {long_date(window.latest_start)}" if window.latest_start else ""
    return [f"{dates}{latest} · {_room(window)}", *_links_in_full(dossier, milestone)]


def _day(day: date | None) -> str:
    return long_date(day) if day else "(geen datum)"


def _links_in_full(dossier: Dossier, milestone: Milestone) -> list[str]:
    before = []
    for link in milestone.after:
        other = dossier.milestones.get(link.milestone)
        if other:
            lag = f" {shown_lag(link.lag_days)}" if link.lag_days else ""
            before.append(f"{other.number}{lag} {other.title} (klaar {_day(other.due)})")
    after = [f"{one.number} {one.title}" for _, one in _followers(dossier, milestone)]
    lines = [f"Wacht op   {BEFORE} {'; '.join(before)}"] if before else []
    return [*lines, f"Nodig voor {AFTER} {'; '.join(after)}"] if after else lines


def _followers(dossier: Dossier, milestone: Milestone) -> list[tuple[int, Milestone]]:
    return [(lag, dossier.milestones[one]) for one, lag in successors(dossier).get(milestone.id, ())]


def _in_short(dossier: Dossier, milestone: Milestone) -> str:
    window = schedule(dossier)[milestone.id]
    dates = " t/m ".join(short_date(day) if day else "?" for day in (milestone.start, milestone.due))
    others = [dossier.milestones.get(link.milestone) for link in milestone.after]
    before = ", ".join(other.number for other in others if other)
    after = ", ".join(other.number for _, other in _followers(dossier, milestone))
    parts = [dates, _room(window), f"na {before}" if before else "", f"voor {after}" if after else ""]
    return " · ".join(part for part in parts if part)


def _room(window: Window) -> str:
    days = window.slack_days
    if days is None:
        return ""
    if days == 0:
        return "geen ruimte"
    long = abs(days) >= _WEEKS_FROM_DAYS
    amount = count(abs(days) // 7, "week", "weken") if long else count(abs(days), "dag", "dagen")
    return f"ruimte {amount}" if days > 0 else f"{amount} te laat klaar"


def new_milestone(dossier: Dossier, at: Milestone | None, theme: int | None) -> Mapping[str, Any]:
    """After the milestone of the cursor: in its speerpunt, with the next letter; or in the theme of the group."""
    speerpunt = dossier.speerpunten.get(at.speerpunt or 0) if at else None
    if at is None or speerpunt is None:
        own = at.theme if at else theme
        return {"theme": own} if own else {}
    used = {one.number for one in dossier.milestones_of_speerpunt(speerpunt.id)}
    letters = (f"{speerpunt.number}{letter}" for letter in "abcdefghijklmnopqrstuvwxyz")
    number = next((one for one in letters if one not in used), "")
    return {"speerpunt": speerpunt.id, "number": number}
