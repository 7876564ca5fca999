"""What a period brought, as a text for the stuurgroep: only what the log and the days of gereed say.

Source: the monitoring page of 2022, where the log feeds the progress reports.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.dutch import MONTHS, count, enumerate_words, long_date, short_date
from sto_tui.domain.milestones import Milestone, Progress, Stoplicht
from sto_tui.domain.money import Payment, Realised
from sto_tui.domain.periods import Period
from sto_tui.domain.plan import Chapter, ChapterText
from sto_tui.domain.region import PlanPeriod
from sto_tui.frozen import frozen
from sto_tui.patterns import pattern
from sto_tui.planning.paper_registry import Paper
from sto_tui.planning.progress.as_it_stood import PastState, as_it_stood
from sto_tui.planning.progress.stoplicht import is_overdue

_HEADING = pattern(r"Voortgang (\d{1,2}) ([a-z]+)(?: (\d{4}))? t/m (\d{1,2}) ([a-z]+) (\d{4})")
PART_NAMES = ("Wat ging goed", "Waar liep het vast", "Wat is eraan gedaan")
_STUCK = (Stoplicht.ORANJE, Stoplicht.ROOD)


@frozen
class ReportPeriod:
    """A period to report on, both days included."""

    start: date
    end: date

    def __str__(self) -> str:
        """`1 januari t/m 30 juni 2027`."""
        first = long_date(self.start)
        same_year = self.start.year == self.end.year
        return f"{first.rpartition(' ')[0] if same_year else first} t/m {long_date(self.end)}"

    def __contains__(self, day: date) -> bool:
        """Whether a day is in it."""
        return self.start <= day <= self.end


@frozen
class PeriodReport:
    """Three parts, each an opening sentence with a line per milestone."""

    went_well: tuple[str, ...]
    stuck: tuple[str, ...]
    done: tuple[str, ...]

    @property
    def text(self) -> str:
        """As one text: each part under its name, a sentence, and lines that begin with a dash."""
        blocks = []
        for name, (first, *lines) in zip(PART_NAMES, (self.went_well, self.stuck, self.done), strict=True):
            blocks += [name, "\n".join([first, *(f"- {line}" for line in lines)])]
        return "\n\n".join(blocks)


def period_report(reported: "Reported") -> PeriodReport:
    """What went well, what got stuck and what was done about it, from the lines of the log in the period."""
    stories = list(_stories(reported))
    return PeriodReport(
        (_opening_well(stories), *(line for story in stories if (line := story.well))),
        (_opening_stuck(stories), *(line for story in stories if (line := story.stuck))),
        (_opening_done(stories), *(line for story in stories if (line := story.done))),
    )


def entries_in(dossier: Dossier, span: ReportPeriod) -> list[Progress]:
    """The lines of the log in a period, newest first."""
    return [entry for entry in dossier.of(Progress).values() if entry.date in span]


@frozen
class _Story:
    """What the log tells of one milestone in the period, oldest line first; `ready` is since when it was gereed."""

    caption: str
    span: ReportPeriod
    entries: Sequence[Progress]
    light: Stoplicht | None
    ready: date | None
    late: bool = False

    @property
    def became_ready(self) -> bool:
        return self.ready is not None and self.ready in self.span

    @property
    def ready_without_day(self) -> bool:
        return self.light is Stoplicht.GEREED and self.ready is None

    @property
    def said_when_ready(self) -> bool:
        """Whether something was told of it that became ready before the period."""
        was_ready = self.light is Stoplicht.GEREED and not self.became_ready and not self.ready_without_day
        return was_ready and bool(self.entries and self.entries[-1].note.strip())

    @property
    def on_schedule(self) -> bool:
        return self.light is Stoplicht.GROEN and not self.late

    @property
    def green_though_late(self) -> bool:
        return self.light is Stoplicht.GROEN and self.late

    @property
    def worst(self) -> Stoplicht | None:
        """Rood or oranje, when it was that in the period."""
        lights = {entry.light for entry in self.entries}
        return next((light for light in (Stoplicht.ROOD, Stoplicht.ORANJE) if light in lights), None)

    @property
    def well(self) -> str:
        """The line of what went well; empty when it is no such milestone."""
        note = _sentence(self.entries[-1].note) if self.entries else ""
        if self.ready and self.became_ready:
            return f"{self.caption}: gereed op {long_date(self.ready)}. {note}".rstrip()
        if self.ready_without_day:
            return f"{self.caption}: gereed, maar het dossier zegt niet sinds wanneer. {note}".rstrip()
        if self.said_when_ready:
            return f"{self.caption}: was al gereed. {note}"
        if self.green_though_late:
            return f"{self.caption}: groen gemeld, maar te laat. {note}".rstrip()
        again = "weer " if self.worst else ""
        return f"{self.caption}: {again}op schema. {note}".rstrip() if self.on_schedule else ""

    @property
    def stuck(self) -> str:
        """The line of where it got stuck, with every obstacle once; empty when it did not."""
        troubles = [entry for entry in self.entries if entry.light in _STUCK or entry.obstacle]
        if not troubles:
            return ""
        sentences = [_sentence(entry.obstacle or (entry.note if entry.light in _STUCK else "")) for entry in troubles]
        why = " ".join(dict.fromkeys(filter(None, sentences))) or "Het logboek noemt geen knelpunt."
        first = next((entry.date for entry in troubles if entry.light is self.worst), troubles[0].date)
        state = f"{self.worst.label} op {long_date(first)}" if self.worst else f"knelpunt op {long_date(first)}"
        now = self.entries[-1].light
        since = f", daarna {now.label}" if self.worst and now is not self.worst else ""
        return f"{self.caption}: {state}{since}. {why}"

    @property
    def done(self) -> str:
        """The line of what was done about it; empty when the log has no measure."""
        measures = dict.fromkeys(_sentence(entry.measure) for entry in self.entries if entry.measure.strip())
        return f"{self.caption}: {' '.join(measures)}" if measures else ""


def _stories(reported: "Reported") -> Iterator[_Story]:
    standing, span = reported.standing, reported.span
    dossier = standing.dossier
    for milestone in dossier.of(Milestone).values():
        entries = [entry for entry in reversed(dossier.progress_of(milestone.id)) if entry.date in span]
        caption = _caption(dossier, milestone)
        late = is_overdue(milestone, standing.day)
        story = _Story(caption, span, entries, standing.light_of(milestone), standing.ready_since(milestone), late)
        if entries or story.became_ready:
            yield story


def _caption(dossier: Dossier, milestone: Milestone) -> str:
    return " ".join(dossier.caption(ref_of(milestone)).split()).rstrip(".")


def _sentence(text: str) -> str:
    """The text on one line, with a full stop."""
    line = " ".join(text.split())
    return line if not line or line.rstrip("’”'\")")[-1:] in (".", "!", "?", "…") else f"{line}."


def _many(how_many: int, singular: str, plural: str) -> list[str]:
    """`1 mijlpaal liep vast`, `3 mijlpalen liepen vast`; nothing for none."""
    return [f"{how_many} {singular if how_many == 1 else plural}"] if how_many else []


def _opening_well(stories: Sequence[_Story]) -> str:
    parts = _many(
        sum(story.became_ready for story in stories), "mijlpaal is gereed gemeld", "mijlpalen zijn gereed gemeld"
    )
    well = sum(story.on_schedule for story in stories)
    parts += _many(well, "mijlpaal lag op schema", "mijlpalen lagen op schema")
    late = sum(story.green_though_late for story in stories)
    parts += _many(late, "mijlpaal is groen gemeld, maar te laat", "mijlpalen zijn groen gemeld, maar te laat")
    undated = sum(story.ready_without_day for story in stories)
    parts += _many(undated, "mijlpaal is gereed, zonder dag", "mijlpalen zijn gereed, zonder dag")
    already = sum(story.said_when_ready for story in stories)
    parts += _many(already, "mijlpaal was al gereed", "mijlpalen waren al gereed")
    if not parts:
        return "Het logboek noemt geen mijlpaal die gereed is gemeld of op schema lag."
    return f"{enumerate_words(parts)}."


def _opening_stuck(stories: Sequence[_Story]) -> str:
    """By the worst that the log said of each in the period; what the stoplicht means is what it is at the end."""
    said: list[str] = []
    for light in (Stoplicht.ROOD, Stoplicht.ORANJE):
        many = sum(story.worst is light for story in stories)
        said += _many(many, f"mijlpaal stond op {light.label}", f"mijlpalen stonden op {light.label}")
    with_obstacle = sum(story.worst is None and bool(story.stuck) for story in stories)
    said += _many(with_obstacle, "mijlpaal had een knelpunt", "mijlpalen hadden een knelpunt")
    return f"{enumerate_words(said) if said else 'Het logboek noemt geen knelpunten'}."


def _opening_done(stories: Sequence[_Story]) -> str:
    measures = sum(bool(story.done) for story in stories)
    if not measures:
        return "Het logboek noemt geen maatregelen."
    return f"Bij {measures} {'mijlpaal' if measures == 1 else 'mijlpalen'} is een maatregel gekozen."


# Reports that were kept.


def report_heading(span: ReportPeriod) -> str:
    """The heading under which a report is kept: `Voortgang 1 januari t/m 30 juni 2027`."""
    return f"Voortgang {span}"


def reported_span(heading: str) -> ReportPeriod | None:
    """The inverse of `report_heading`; None when it is the heading of something else."""
    match = _HEADING.fullmatch(" ".join(heading.split()))
    if match is None or match[2] not in MONTHS or match[5] not in MONTHS:
        return None
    try:
        return ReportPeriod(
            date(int(match[3] or match[6]), MONTHS.index(match[2]) + 1, int(match[1])),
            date(int(match[6]), MONTHS.index(match[5]) + 1, int(match[4])),
        )
    except ValueError:
        return None


def kept_reports(dossier: Dossier) -> list[tuple[ReportPeriod, ChapterText]]:
    """The reports in the chapter on monitoring, the latest last."""
    texts = (text for text in dossier.of(ChapterText).values() if text.chapter is Chapter.MONITORING)
    reports = [(span, text) for text in texts if (span := reported_span(text.heading))]
    return sorted(reports, key=lambda report: (report[0].end, report[0].start, report[1].id))


def reports_of_plan(dossier: Dossier) -> list[tuple[ReportPeriod, ChapterText]]:
    """Those whose period lies in this plan, the latest last: what is kept of another plan tells nothing of this one."""
    return [(span, text) for span, text in kept_reports(dossier) if not _outside_plan(dossier, span)]


def kept_report(dossier: Dossier, span: ReportPeriod) -> ChapterText | None:
    """The report of exactly this period."""
    return next((text for kept, text in kept_reports(dossier) if kept == span), None)


def why_not_reported(dossier: Dossier, span: ReportPeriod) -> str:
    """Why a period can't be reported on, as a Dutch sentence; empty when it lies in the plan and has something to tell.

    That is a line of the log, or money that was spent or realised. A half-year is reported on also when nothing
    happened in it, and a report that was kept can be made again. Without any log one period is as good as another.
    """
    if span.end < span.start:
        return "Het einde ligt vóór het begin. Verander een van de twee datums."
    if why := _outside_plan(dossier, span):
        return why
    is_half_year = span == _half_year(span.start, dossier.current_period)
    if is_half_year or kept_report(dossier, span) or not dossier.of(Progress):
        return ""
    if entries_in(dossier, span) or _has_money(dossier, span):
        return ""
    return f"Het logboek heeft geen regels van {span}. Kies een andere periode."


def _has_money(dossier: Dossier, span: ReportPeriod) -> bool:
    booked: list[Payment | Realised] = [*dossier.of(Payment).values(), *dossier.of(Realised).values()]
    return any(booking.date in span for booking in booked)


def _outside_plan(dossier: Dossier, span: ReportPeriod) -> str:
    plan = dossier.current_period
    if plan is None or (plan.start <= span.start and span.end <= plan.end):
        return ""
    return f"Kies een periode binnen het plan: {short_date(plan.start)} t/m {short_date(plan.end)}."


def not_begun(dossier: Dossier, span: ReportPeriod, today: date) -> str:
    """What a report on a period that is still to come is, as Dutch sentences; empty once the period has begun."""
    if span.start <= today:
        return ""
    warning = f"De periode {span} is op {long_date(today)} nog niet begonnen; dit is hoe het er nu voor staat."
    ahead = sum(entry.date > today for entry in dossier.of(Progress).values())
    if ahead:
        lines = count(ahead, "regel van het logboek gaat", "regels van het logboek gaan")
        warning += f" {lines} over een latere dag en {'telt' if ahead == 1 else 'tellen'} nog niet mee."
    return warning


@frozen
class Reported:
    """The period of a report, and how things stood at its end: the day, and the dossier as it was.

    `remark` says what the report is when the period has not begun.
    """

    span: ReportPeriod
    standing: PastState
    remark: str = ""


def reported_on(dossier: Dossier, today: date, span: ReportPeriod | None = None) -> Reported:
    """What a report on a period has to tell; without a period that of `span_to_report`."""
    about = span or span_to_report(dossier, today)
    return Reported(about, as_it_stood(dossier, about.end, today), not_begun(dossier, about, today))


def reported_in(paper: Paper, dossier: Dossier, today: date, span: ReportPeriod | None = None) -> Reported:
    """What a report has to tell; a final one of its whole plan period, whatever the span."""
    return reported_on(dossier, today, reported_span_of(paper, dossier, today, span))


def reported_span_of(paper: Paper, dossier: Dossier, today: date, span: ReportPeriod | None = None) -> ReportPeriod:
    """The period of a report on this day."""
    plan = dossier.current_period
    if paper.is_final and plan:
        return ReportPeriod(plan.start, plan.end)
    return span or span_to_report(dossier, today)


def standing_to_tell(dossier: Dossier, today: date) -> PastState:
    """How the plan itself tells that things stand: at the end of the period of its latest report, else today.

    A plan that is over tells how they stood on its last day.
    """
    kept, plan = reports_of_plan(dossier), dossier.current_period
    last = min(today, plan.end) if plan else today
    return as_it_stood(dossier, kept[-1][0].end if kept else last, today)


def span_to_report(dossier: Dossier, today: date) -> ReportPeriod:
    """The period of the report on this day: that of the latest kept one, else the half-year that the log is about."""
    kept = reports_of_plan(dossier)
    return kept[-1][0] if kept else _half_year_of_log(dossier, today)


def _half_year_of_log(dossier: Dossier, today: date) -> ReportPeriod:
    """The half-year of today, or that of the newest line when the log says nothing in it; as far as it is planned."""
    plan = dossier.current_period
    now = _half_year(_within(plan, today), plan)
    newest = next(
        (entry.date for entry in dossier.of(Progress).values() if _within(plan, entry.date) == entry.date), None
    )
    return now if newest is None or entries_in(dossier, now) else _half_year(newest, plan)


def _within(plan: PlanPeriod | None, day: date) -> date:
    return min(max(day, plan.start), plan.end) if plan else day


def _half_year(day: date, plan: PlanPeriod | None) -> ReportPeriod:
    half = Period(day.year, 1 if day.month <= 6 else 2, 2)
    return ReportPeriod(_within(plan, half.start), _within(plan, half.end))


def next_order(dossier: Dossier) -> int:
    """The place after all other texts of the chapter on monitoring."""
    orders = (text.order for text in dossier.of(ChapterText).values() if text.chapter is Chapter.MONITORING)
    return min(max(orders, default=0) + 1, 999)
