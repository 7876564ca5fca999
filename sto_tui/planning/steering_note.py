"""What the stuurgroep reads before its meeting, on a day: two pages, so every list is cut and says what it leaves out.

Sources: mijlpalenplan 2022, a stoplicht on rood asks for a measure; Tips en tools, section 6, deadlines.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.dutch import amount, count, long_date, small
from sto_tui.domain.evaluation import Decision, Meeting
from sto_tui.domain.level_words import level_words
from sto_tui.domain.milestones import Milestone, MilestoneKind, Progress, Stoplicht
from sto_tui.domain.parties import Body
from sto_tui.domain.record import Ref
from sto_tui.domain.region import PlanStatus
from sto_tui.planning.deadlines import next_deadlines, words_of_days
from sto_tui.planning.evaluation.looking_back import comes_back_nowhere
from sto_tui.planning.invitations import is_of_plan_now
from sto_tui.planning.money.account_words import balance_in_words, spent_until
from sto_tui.planning.money.booked_until import newest_realised
from sto_tui.planning.money.booking_words import told_in_short
from sto_tui.planning.money.fulfilment import fulfilment_by_contribution
from sto_tui.planning.money.spending import balances_by_line
from sto_tui.planning.plan_status import day_to_be_late_on, granted_word, plan_is_over
from sto_tui.planning.progress.as_it_stood import PastState, as_it_stood
from sto_tui.planning.progress.stoplicht import LATE, Tally, milestones_by_theme
from sto_tui.planning.steering import steered

SOON_DAYS = 31
"""Within how many days a milestone is told as coming: of half a year there are too many for two pages."""
AHEAD_DAYS = 183
"""How far a note looks ahead: until about the meeting after the next one."""


@dataclass(frozen=True)
class Red:
    """A milestone on rood, since when, what it is stuck on, and what is done about it; empty is not said."""

    milestone: Milestone
    since: date | None
    obstacle: str
    measure: str


@dataclass(frozen=True)
class Late:
    """A milestone or deadline that was not met: its day, its name, for how long, and what is known of it."""

    day: date | None
    title: str
    words: str
    says: str
    is_milestone: bool


@dataclass(frozen=True)
class Ahead:
    """Something with a day that comes: what kind of thing, its name, and how far away."""

    day: date
    kind: str
    title: str
    words: str


@dataclass(frozen=True)
class SteeringNote:
    """All that the note tells; `standing` is the dossier as it was at the end of the day.

    Of a plan that has run the milestones are as they stood on its last day. Nothing of it is late any more, for nobody
    can do anything about it; those that were not gereed then are in `unfinished`.
    """

    standing: PastState
    body: str
    themes: Sequence[tuple[str, Tally]]
    whole: Tally
    reds: Sequence[Red]
    late: Sequence[Late]
    unfinished: Sequence[Late]
    asked: Sequence[str]
    money: Sequence[str]
    ahead: Sequence[Ahead]
    soon: Sequence[Milestone]


def steering_note(dossier: Dossier, today: date) -> SteeringNote:
    """The note of a plan period on a day."""
    now, is_over = as_it_stood(dossier, today, today), plan_is_over(dossier, today)
    standing = as_it_stood(dossier, day_to_be_late_on(dossier, today), today)
    seen = standing.dossier
    word = level_words(seen.region).theme.singular
    reds, late = list(_reds(standing)), [] if is_over else late_of(standing)

    def counted(milestones: Iterable[Milestone]) -> Tally:
        counts = standing.tally(milestones)
        return replace(counts, late=0, behind=0) if is_over else counts

    return SteeringNote(
        standing,
        steering_body(seen),
        [
            (f"{theme.number}  {theme.title}" if theme else f"Zonder {word}", counted(milestones))
            for theme, milestones in milestones_by_theme(seen)
        ],
        counted(seen.of(Milestone).values()),
        reds,
        late,
        _unfinished(standing) if is_over else [],
        [] if is_over else [*_asked(standing, reds, late)],
        [*_money(now, dossier)],
        ahead_of(now.dossier, today),
        [] if is_over else soon_of(standing),
    )


def steering_body(dossier: Dossier) -> str:
    """What those who steer are called: the body with that name, else the one at the top, else `stuurgroep`."""
    bodies = list(dossier.of(Body).values())
    named = next((body for body in bodies if "stuurgroep" in body.name.lower()), None)
    if named is None and any(body.parent for body in bodies):
        named = next(body for body, depth in steered(dossier) if not depth)
    return small(named.name) if named else "stuurgroep"


def _reds(standing: PastState) -> Iterator[Red]:
    """In the order of the plan."""
    for milestone in standing.dossier.of(Milestone).values():
        if standing.light_of(milestone) is not Stoplicht.ROOD:
            continue
        lines = _since_it_turned(standing, milestone)
        yield Red(
            milestone,
            lines[-1].date if lines else None,
            _newest([line.obstacle or line.note for line in lines]),
            _newest([line.measure for line in lines]),
        )


def _since_it_turned(standing: PastState, milestone: Milestone) -> Sequence[Progress]:
    """The lines since it last got its stoplicht, newest first: what was said before is of another one."""
    log, light = standing.dossier.progress_of(milestone.id), standing.light_of(milestone)
    number = next((number for number, line in enumerate(log) if line.light is not light), len(log))
    return log[:number]


def _newest(texts: Sequence[str]) -> str:
    return next((words for text in texts if (words := " ".join(text.split()))), "")


def late_of(standing: PastState) -> Sequence[Late]:
    """The milestones and deadlines that should have been met before the day, the longest ago first."""
    dossier, today = standing.dossier, standing.day
    late = [
        Late(
            milestone.due,
            dossier.caption(ref_of(milestone)),
            words_of_days((milestone.due - today).days),
            _state(standing, milestone),
            is_milestone=True,
        )
        for milestone in dossier.of(Milestone).values()
        if milestone.due and standing.how_late(milestone) == LATE
    ]
    late += [
        Late(item.deadline.date, item.deadline.title, item.words, "termijn", is_milestone=False)
        for item in next_deadlines(dossier, today)
        if item.is_late
    ]
    return sorted(late, key=lambda each: (each.day or today, not each.is_milestone))


def _unfinished(standing: PastState) -> Sequence[Late]:
    """The milestones that were not gereed on the day, the longest ago first; what nobody knows is told elsewhere."""
    left = [
        milestone
        for milestone in standing.dossier.of(Milestone).values()
        if standing.light_of(milestone) not in (None, Stoplicht.GEREED)
    ]
    return [
        Late(milestone.due, standing.dossier.caption(ref_of(milestone)), "", _state(standing, milestone), True)
        for milestone in sorted(left, key=lambda each: each.due or date.max)
    ]


def _state(standing: PastState, milestone: Milestone) -> str:
    """`oranje: geen leverancier`; only the stoplicht when nothing was said since it has that one."""
    latest = _newest([line.obstacle or line.note for line in _since_it_turned(standing, milestone)])
    return f"{milestone.light.label}: {small(latest)}" if latest else milestone.light.label


def _asked(standing: PastState, reds: Sequence[Red], late: Sequence[Late]) -> Iterator[str]:
    """What only the stuurgroep can settle, a sentence each."""
    dossier = standing.dossier
    period = dossier.current_period
    if period and period.plan_status is PlanStatus.VOORGELEGD:
        yield f"Het plan {period.label} vaststellen, of zeggen wat er anders moet."
    elif period and period.submit_by and period.submit_by < standing.day and not period.plan_status.is_handed_in:
        yield (
            f"Het plan {period.label} moest op {long_date(period.submit_by)} zijn ingediend en staat in het dossier op "
            f"{period.plan_status.label}: indienen, of vastleggen dat dat is gedaan."
        )
    for milestone in _go_no_go(dossier):
        days = (milestone.due - standing.day).days if milestone.due else AHEAD_DAYS + 1
        if milestone.due and days <= AHEAD_DAYS:
            name = dossier.caption(ref_of(milestone))
            yield f"Go of no-go bij {name} ({long_date(milestone.due)}, {words_of_days(days)})."
    for red in reds:
        if not red.measure:
            yield f"Een maatregel kiezen voor mijlpaal {dossier.caption(ref_of(red.milestone))}."
    yield from _asked_of_late([each for each in late if each.is_milestone])
    loose = sum(comes_back_nowhere(dossier, decision) for decision in dossier.of(Decision).values())
    if loose:
        which = count(loose, "besluit van de evaluatie", "besluiten van de evaluatie")
        rest = "heeft nog geen vervolg: waar komt het" if loose == 1 else "hebben nog geen vervolg: waar komen ze"
        yield f"{which} {rest} terug, of waarom niet?"


def _asked_of_late(late: Sequence[Late]) -> Iterator[str]:
    """What is to be done about milestones that should have been ready."""
    choice = "alsnog, op een andere dag, of niet meer?"
    if len(late) == 1:
        yield f"Wat gebeurt er met mijlpaal {late[0].title}, die te laat is: {choice}"
    elif late:
        yield f"Wat gebeurt er met de {count(len(late), 'mijlpaal', 'mijlpalen')} die te laat zijn: {choice}"


def _money(standing: PastState, dossier: Dossier) -> Iterator[str]:
    """What was spent and put in, a sentence each with the day until which that is known, as far as it has one."""
    balance = balances_by_line(standing.dossier).whole
    if "payments" in standing.booked and (balance.granted or balance.spent):
        yield f"{spent_until(standing.dossier, standing.day)}: {balance_in_words(balance)}"
    elif balance.granted:
        yield f"{amount(balance.granted)} is {granted_word(standing.dossier)}; uitgaven staan nog niet in het dossier."
    together = fulfilment_by_contribution(standing.dossier).whole
    newest = newest_realised(standing.dossier)
    until = f" (de laatste bijdrage is van {long_date(newest)})" if newest else ""
    if "realised" not in standing.booked and together.planned and not together.realised:
        yield f"{amount(together.planned)} aan cofinanciering is gepland; realisatie staat nog niet in het dossier."
    elif together.planned or together.realised:
        whole = f"Van {amount(together.planned)} aan" if together.planned else "Aan"
        told = f"{whole} cofinanciering is {amount(together.realised)} gerealiseerd{until}."
        # On the same line, since every line takes room from what is late.
        yield " ".join(filter(None, (told, told_in_short(dossier, standing.day))))


def ahead_of(dossier: Dossier, today: date) -> Sequence[Ahead]:
    """Deadlines and meetings that come within half a year, by day; a go/no-go moment stands with what is asked."""
    coming = [
        Ahead(item.deadline.date, "termijn", item.deadline.title, item.words)
        for item in next_deadlines(dossier, today)
        if item.waits and not item.is_late
    ]
    for meeting in dossier.whole.of(Meeting).values():
        if meeting.date and meeting.date >= today and is_of_plan_now(dossier, meeting.date, meeting, today):
            days = (meeting.date - today).days
            coming.append(Ahead(meeting.date, _kind(dossier, meeting), meeting.title, words_of_days(days)))
    within = [item for item in coming if (item.day - today).days <= AHEAD_DAYS]
    return sorted(within, key=lambda item: (item.day, item.kind, item.title))


def soon_of(standing: PastState) -> Sequence[Milestone]:
    """What has to be ready within a month and is not yet, by day; a go/no-go moment stands with what is asked."""
    last = standing.day + timedelta(days=SOON_DAYS)
    coming = [
        (milestone.due, milestone.id, milestone)
        for milestone in standing.dossier.of(Milestone).values()
        if milestone.due
        and standing.day <= milestone.due <= last
        and milestone.kind is not MilestoneKind.GO_NO_GO
        and standing.light_of(milestone) is not Stoplicht.GEREED
    ]
    return [milestone for _, _, milestone in sorted(coming, key=lambda each: each[:2])]


def _kind(dossier: Dossier, meeting: Meeting) -> str:
    body = Ref("bodies", meeting.body or 0)
    return small(dossier.caption(body)) if dossier.get(body) else "bijeenkomst"


def _go_no_go(dossier: Dossier) -> list[Milestone]:
    """Those that are still to be decided, by day."""
    waiting = [
        milestone
        for milestone in dossier.of(Milestone).values()
        if milestone.kind is MilestoneKind.GO_NO_GO and milestone.light is not Stoplicht.GEREED
    ]
    return sorted(waiting, key=lambda milestone: (milestone.due or date.max, milestone.id))
