"""What the timeline shows: milestones as bars, grouped and folded, and the lines that spell out one of them."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from rich.cells import cell_len

from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.dutch import count, enumerate_words, long_date, short_date, side_by_side
from sto_tui.domain.level_words import LevelWord
from sto_tui.domain.milestones import Milestone, MilestoneKind, Stoplicht
from sto_tui.domain.plan import Speerpunt
from sto_tui.domain.record import Ref
from sto_tui.places import Place
from sto_tui.planning.beginnings import beginning
from sto_tui.planning.checks.finding import Finding, Level
from sto_tui.planning.plan_status import day_to_be_late_on
from sto_tui.planning.progress.as_it_stood import as_of_today
from sto_tui.planning.progress.stoplicht import is_overdue
from sto_tui.planning.schedule.margins import Margins, net, ready_day, ready_on, schedule, successors, too_early
from sto_tui.planning.schedule.predecessors import shown_lag
from sto_tui.planning.veri.matrix import doers
from sto_tui.screens.frame.list_place import ShownPart
from sto_tui.screens.milestones.groups import Group, Grouping, groups_of
from sto_tui.widgets.detail import MOST_LINES, finding_lines, first_lines, lines_each
from sto_tui.widgets.raster import Run, fit
from sto_tui.widgets.signs import light_mark
from sto_tui.widgets.timeline import (
    AFTER,
    BEFORE,
    DONE,
    FAULT,
    FIXED,
    OVERRUN,
    PLANNED,
    SLACK,
    TIGHT,
    TODAY,
    Bar,
    TimelineRow,
)
from sto_tui.widgets.timeline_free import HOLIDAY

GO_NO_GO, QUICK_WIN = "◆", "*"
# In this order for as far as there is room.
LEGEND = (
    (DONE, "gedaan"),
    (PLANNED, "gepland"),
    (OVERRUN, "uitloop"),
    (SLACK, "speling"),
    (TIGHT, "geen speling"),
    (FIXED, "vast"),
    (GO_NO_GO, "go/no-go"),
    (QUICK_WIN, "snel"),
    (TODAY, "vandaag"),
    (FAULT, "te vroeg"),
    (HOLIDAY, "vakantie"),
)
_WEEKS_FROM_DAYS = 14
_ROOM_IN_FULL = 3


def timeline_rows(
    dossier: Dossier,
    today: date,
    grouping: Grouping,
    folded: Collection[object],
    *,
    only_critical: bool,
    part: ShownPart | None = None,
) -> list[TimelineRow]:
    """All rows: heads of groups, and the milestones of those that are open; with `part` only these milestones."""
    dossier = as_of_today(dossier, today)
    windows = schedule(dossier)
    broken = {milestone.id for milestone, _, _ in too_early(dossier)}
    period = dossier.current_period
    is_over = period is not None and period.ended_before(today)
    rows: list[TimelineRow] = []
    for group in groups_of(dossier, grouping):
        shown = [
            milestone
            for milestone in group.milestones
            if (not only_critical or windows[milestone.id].critical)
            and (part is None or ref_of(milestone) in part.refs)
        ]
        if not shown:
            continue
        is_folded = group.key in folded
        rows.append(_head(group, shown, is_folded=is_folded))
        if not is_folded:
            rows += [
                _row(dossier, milestone, windows[milestone.id], milestone.id in broken, today, is_over)
                for milestone in shown
            ]
    return rows


def caption_of(grouped_by: LevelWord, part: ShownPart | None, *, only_critical: bool) -> str:
    """What the timeline shows."""
    if part:
        return f"{part.about}; esc toont alles"
    return f"Kritiek per {grouped_by.singular}" if only_critical else f"Alle {grouped_by.plural}"


def _head(group: Group, shown: Sequence[Milestone], *, is_folded: bool) -> TimelineRow:
    if not is_folded:
        return TimelineRow(group.key, group.number, group.title, is_group=True)
    starts = [day for milestone in shown if (day := milestone.start or milestone.due)]
    dues = [day for milestone in shown if (day := milestone.due or milestone.start)]
    bar = Bar(min(starts), max(dues)) if starts else Bar()
    return TimelineRow(group.key, group.number, f"{group.title} ({len(shown)})", bar, is_group=True, folded=True)


def _row(
    dossier: Dossier, milestone: Milestone, window: Margins, is_broken: bool, today: date, is_over: bool
) -> TimelineRow:
    ref = ref_of(milestone)
    bar = bar_of(milestone, window, today, is_broken=is_broken, is_over=is_over)
    who = side_by_side([dossier.caption(party) for party in doers(dossier, ref)])
    is_late = milestone.light is Stoplicht.NIET_GESTART and is_overdue(milestone, today) and not is_over
    state: Run = ("! laat", "error") if is_late else light_mark(milestone.light)
    return TimelineRow(ref, milestone.number, milestone.title, bar, state, who)


def bar_of(milestone: Milestone, window: Margins, today: date, *, is_broken: bool, is_over: bool) -> Bar:
    """A milestone as a bar: done when it is ready, over when it was or is ready later than planned.

    When the whole period `is_over`, what was never begun does not run over: nobody kept the stoplichten.
    """
    due, light = milestone.due, milestone.light
    if light is Stoplicht.GEREED:
        over = milestone.done_on
    else:
        over = None if light is Stoplicht.NIET_GESTART and is_over else today
    is_open = light is not Stoplicht.GEREED
    mark: Run = (GO_NO_GO, "critical") if milestone.kind is MilestoneKind.GO_NO_GO else ("", "text")
    if milestone.quick_win and not mark[0]:
        mark = (QUICK_WIN, "key")
    return Bar(
        milestone.start,
        due,
        over if over and due and over > due else None,
        window.latest_due if is_open else None,
        is_done=not is_open,
        is_tight=is_open and window.critical,
        is_broken=is_broken,
        is_fixed=milestone.fixed_date and is_open,
        mark=mark,
    )


def linked(dossier: Dossier, milestone: Milestone) -> tuple[list[Ref], list[Ref]]:
    """What a milestone waits on, and what waits on it."""
    before = [Ref("milestones", link.milestone) for link in milestone.after if link.milestone in dossier.of(Milestone)]
    return before, [Ref("milestones", follower) for follower, _ in successors(dossier).get(milestone.id, ())]


def wrong_lines(dossier: Dossier, milestone: Milestone, own: Sequence[Finding], width: int) -> list[list[Run]]:
    """What is wrong with a milestone, dates first, in full."""
    own = sorted(own, key=lambda finding: (finding.level is not Level.FOUT, finding.place is not Place.MIJLPALEN))
    if (ring := net(dossier).ring_of.get(milestone.id)) and not any(
        finding.check == "waits_on_itself" for finding in own
    ):
        names = enumerate_words([member.number for member in dossier.of(Milestone).values() if member.id in ring])
        return first_lines(f"! {names} wachten in een kring op elkaar.", width - 3, MOST_LINES, "error")
    return finding_lines(own, width - 3)


def detail_lines(
    dossier: Dossier, milestone: Milestone, wrong: Sequence[list[Run]], width: int, height: int, today: date
) -> list[list[Run]]:
    """A milestone spelled out, with what is `wrong` with it; when nothing is, the legend.

    With little height its dates and links are said short, and what is wrong comes before them.
    """
    dossier = as_of_today(dossier, today)
    milestone = dossier.of(Milestone)[milestone.id]
    name = first_lines(dossier.caption(ref_of(milestone)), width - 3, 1, "bold")
    short: list[Run] = [("  ", "text"), (fit(_in_short(dossier, milestone, today), width - 3).rstrip(), "text")]
    room = height - len(name)
    if not wrong and room < _ROOM_IN_FULL:
        return [*name, short, legend(width)][:height]
    if len(wrong) > room:
        (_, (last, role)), (_, (following, _)) = wrong[room - 1], wrong[room]
        wrong = [*wrong[: room - 1], [("  ", "text"), (fit(f"{last} {following}", width - 3), role)]]
    room -= len(wrong)
    if room < _ROOM_IN_FULL:
        return [*name, *[short][:room], *wrong]
    told = [dossier.caption(ref_of(milestone)), *_in_full(dossier, milestone, today)]
    roles = ("bold", *["text"] * len(told))
    each = zip(lines_each(told, width - 3, room), roles, strict=False)
    lines: list[list[Run]] = [[("  ", "text"), (line, role)] for own, role in each for line in own] + list(wrong)
    return [*lines, *[[]] * (height - 1 - len(lines)), legend(width)]


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


def _in_full(dossier: Dossier, milestone: Milestone, today: date) -> list[str]:
    window = schedule(dossier)[milestone.id]
    dates = f"{_day(milestone.start)} t/m {_day(milestone.due)}"
    latest = f" · uiterlijk beginnen {long_date(window.latest_start)}" if window.latest_start else ""
    parts = [f"{dates}{latest}", *_about_dates(milestone, window, day_to_be_late_on(dossier, today))]
    return [" · ".join(parts), *_links_in_full(dossier, milestone)]


def _day(day: date | None) -> str:
    return long_date(day) if day else "(geen datum)"


def _links_in_full(dossier: Dossier, milestone: Milestone) -> list[str]:
    before = []
    for link in milestone.after:
        predecessor = dossier.of(Milestone).get(link.milestone)
        if predecessor:
            lag = f" {shown_lag(link.lag_days)}" if link.lag_days else ""
            before.append(f"{predecessor.number}{lag} {predecessor.title} ({_ready(predecessor)})")
    after = [f"{follower.number} {follower.title}" for _, follower in _followers(dossier, milestone)]
    lines = [f"Wacht op   {BEFORE} {'; '.join(before)}"] if before else []
    return [*lines, f"Nodig voor {AFTER} {'; '.join(after)}"] if after else lines


def _ready(milestone: Milestone) -> str:
    day = ready_day(milestone)
    return f"{'gereed' if ready_on(milestone) else 'klaar'} op {long_date(day)}" if day else "geen datum"


def _followers(dossier: Dossier, milestone: Milestone) -> list[tuple[int, Milestone]]:
    return [(lag, dossier.of(Milestone)[follower]) for follower, lag in successors(dossier).get(milestone.id, ())]


def _in_short(dossier: Dossier, milestone: Milestone, today: date) -> str:
    window = schedule(dossier)[milestone.id]
    dates = " t/m ".join(short_date(day) if day else "?" for day in (milestone.start, milestone.due))
    predecessors = [dossier.of(Milestone).get(link.milestone) for link in milestone.after]
    before = ", ".join(predecessor.number for predecessor in predecessors if predecessor)
    after = ", ".join(follower.number for _, follower in _followers(dossier, milestone))
    about = _about_dates(milestone, window, day_to_be_late_on(dossier, today))
    parts = [dates, *about, f"na {before}" if before else "", f"voor {after}" if after else ""]
    return " · ".join(part for part in parts if part)


def _about_dates(milestone: Milestone, window: Margins, day: date) -> list[str]:
    """Late or how much room, and whether the date stands fast; of what is ready only that."""
    if milestone.light is Stoplicht.GEREED:
        return ["gereed"]
    room = "te laat" if is_overdue(milestone, day) else _room(window)
    return [*[room] * bool(room), *["datum staat vast"] * milestone.fixed_date]


def _room(window: Margins) -> str:
    days = window.slack_days
    if days is None:
        return ""
    if days == 0:
        return "geen speling"
    long = abs(days) >= _WEEKS_FROM_DAYS
    amount = count(abs(days) // 7, "week", "weken") if long else count(abs(days), "dag", "dagen")
    return f"speling {amount}" if days > 0 else f"{amount} te laat klaar"


def new_milestone(dossier: Dossier, at: Milestone | None, theme: int | None) -> Mapping[str, Any]:
    """After the milestone of the cursor: in its speerpunt, with the next letter; or in the theme of the group."""
    speerpunt = dossier.of(Speerpunt).get(at.speerpunt or 0) if at else None
    if at is None or speerpunt is None:
        own = at.theme if at else theme
        return {"theme": own} if own else {}
    given = {"speerpunt": speerpunt.id}
    return {**given, **beginning(dossier, Milestone, given)}


def begin_after(at: Milestone | None, values: Mapping[str, Any]) -> Mapping[str, Any]:
    """The begin of a milestone of which no end is given: the day after the one of the cursor is due."""
    if at is None or at.due is None or at.due == date.max or values.get("due"):
        return {}
    return {"start": at.due + timedelta(days=1)}
