"""What stands in the calendar, and for whom. Names of people and ways to reach them stay out."""

from collections.abc import Iterator
from datetime import date, time

from sto_tui.domain.clock_time import time_of
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.dutch import enumerate_words
from sto_tui.domain.evaluation import Meeting
from sto_tui.domain.milestones import Milestone, MilestoneKind, Stoplicht, VeriCode
from sto_tui.domain.record import Ref
from sto_tui.domain.region import Deadline, DeadlineKind
from sto_tui.frozen import frozen
from sto_tui.planning.invitations import comes_to, meetings_of_plan
from sto_tui.planning.veri.matrix import MatrixRow, rows_by_ref

MILESTONE, GO_NO_GO, DEADLINE, MEETING = "Mijlpaal", "Go/no-go", "Termijn", "Bijeenkomst"
_MINUTES_WITHOUT_AGENDA = 120
_TO_WARN_OF = (GO_NO_GO, DEADLINE)


@frozen
class CalendarEvent:
    """Something on one day. `ref` is the record it comes from, which has changed `changes` times.

    With a time it begins then and takes so many minutes; without one it is the whole day.
    """

    ref: Ref
    changes: int
    day: date
    kind: str
    title: str
    about: tuple[str, ...] = ()
    is_over: bool = False
    begins_at: time | None = None
    minutes: int = 0

    @property
    def is_warned_of(self) -> bool:
        """Whether people want to hear of it some time before."""
        return self.kind in _TO_WARN_OF and not self.is_over


def events_of(dossier: Dossier, party: Ref | None = None) -> list[CalendarEvent]:
    """All events by day; of a party or body those in which it has a part.

    Deadlines are those of the region as a whole, for its penvoerder to meet: a party has none of its own.
    """
    events = [*_milestones(dossier, party), *_meetings(dossier, party)]
    if party is None:
        events += [*_deadlines(dossier), *_handing_in(dossier)]
    return sorted(events, key=lambda event: (event.day, event.ref))


def _milestones(dossier: Dossier, party: Ref | None) -> Iterator[CalendarEvent]:
    for milestone in dossier.of(Milestone).values():
        row = rows_by_ref(dossier)[ref_of(milestone)]
        codes = row.shown.get(party, ()) if party else ()
        takes_part = any(code is not VeriCode.OUT_OF_THE_LOOP for code in codes)
        is_ready = milestone.light is Stoplicht.GEREED
        day = milestone.done_on or milestone.due if is_ready else milestone.due
        if day is None or (party and not takes_part):
            continue
        kind = GO_NO_GO if milestone.kind is MilestoneKind.GO_NO_GO else MILESTONE
        title = f"{'Gereed' if is_ready else kind}: {milestone.number} {milestone.title}"
        role = f"Rol: {enumerate_words([code.label for code in codes])}" if codes else ""
        about = tuple(filter(None, (*_place(dossier, milestone), *_who(dossier, row), role)))
        yield CalendarEvent(ref_of(milestone), milestone.rev, day, kind, title, about, is_ready)


def _place(dossier: Dossier, milestone: Milestone) -> Iterator[str]:
    if milestone.tangible_result:
        yield f"Resultaat: {milestone.tangible_result}"
    theme = dossier.theme_of(milestone)
    if theme:
        name = dossier.name(ref_of(theme))
        yield name[:1].upper() + name[1:]


def _who(dossier: Dossier, row: MatrixRow) -> Iterator[str]:
    for words, does in (("Voert uit", lambda code: code.does), ("Beslist", lambda code: code.decides)):
        names = [dossier.caption(party) for party, codes in row.shown.items() if any(map(does, codes))]
        if names:
            yield f"{words}: {enumerate_words(names)}"


def _deadlines(dossier: Dossier) -> Iterator[CalendarEvent]:
    for deadline in dossier.of(Deadline).values():
        source = f"Bron: {deadline.source}" if deadline.source else ""
        kind = "Landelijke termijn" if deadline.kind is DeadlineKind.NATIONAL else "Termijn van de regio"
        title = f"{'Gedaan' if deadline.done else DEADLINE}: {deadline.title}"
        about = tuple(filter(None, (kind, source)))
        yield CalendarEvent(ref_of(deadline), deadline.rev, deadline.date, DEADLINE, title, about, deadline.done)


def _handing_in(dossier: Dossier) -> Iterator[CalendarEvent]:
    """The day on which the plan has to be with DUS-I, unless a deadline says so already."""
    period = dossier.current_period
    if period is None or period.submit_by is None:
        return
    if any(deadline.date == period.submit_by for deadline in dossier.of(Deadline).values()):
        return
    is_done = period.plan_status.is_handed_in
    title = f"{'Ingediend' if is_done else DEADLINE}: plan {period.label} uiterlijk indienen"
    yield CalendarEvent(ref_of(period), period.rev, period.submit_by, DEADLINE, title, is_over=is_done)


def _meetings(dossier: Dossier, party: Ref | None) -> Iterator[CalendarEvent]:
    for day, meeting in meetings_of_plan(dossier):
        if party is None or comes_to(dossier, meeting, party):
            begins_at = time_of(meeting.begins_at)
            yield CalendarEvent(
                ref_of(meeting),
                meeting.rev,
                day,
                MEETING,
                f"{MEETING}: {meeting.title}",
                tuple(_of_meeting(dossier, meeting, begins_at)),
                begins_at=begins_at,
                minutes=meeting.minutes or _MINUTES_WITHOUT_AGENDA,
            )


def _of_meeting(dossier: Dossier, meeting: Meeting, begins_at: time | None) -> Iterator[str]:
    """Whose meeting it is, when it begins in words that are no time, and its agenda."""
    if meeting.body:
        yield f"Overleg van: {dossier.caption(Ref('bodies', meeting.body))}"
    if meeting.begins_at and begins_at is None:
        yield f"Begintijd: {meeting.begins_at}"
    points = [_point(dossier, item.question, item.title) for item in meeting.agenda]
    if any(points):
        yield f"Agenda: {'; '.join(filter(None, points))}"


def _point(dossier: Dossier, question: int | None, title: str) -> str:
    return title or (dossier.caption(Ref("questions", question)) if question else "")
