"""What comes in which month of a school year, for all or for one party: milestones, moments, dates and holidays."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.level_words import level_words
from sto_tui.domain.milestones import Milestone, MilestoneKind, Stoplicht, VeriCode
from sto_tui.domain.periods import month_end
from sto_tui.domain.record import Ref
from sto_tui.domain.region import Deadline, PlanPeriod
from sto_tui.planning.invitations import comes_to, meetings_of_plan
from sto_tui.planning.progress.as_it_stood import as_it_stood
from sto_tui.planning.progress.stoplicht import milestones_by_theme
from sto_tui.planning.veri.matrix import rows_by_ref
from sto_tui.planning.working_days.free_days import FIRST_MONTH_OF_SCHOOL, free_days, school_year_of

GO_NO_GO, DEADLINES, MEETINGS, HOLIDAYS = "Go/no-go", "Termijnen", "Bijeenkomsten", "Schoolvakanties"
_LAST_YEAR = date.max.year - 1
_DONE = "(gedaan)"


@dataclass(frozen=True)
class SchoolYear:
    """The school year that begins on 1 August of `first` and ends on 31 July of the next year."""

    first: int

    @property
    def label(self) -> str:
        """`2027-2028`."""
        return f"{self.first}-{self.first + 1}"

    @property
    def months(self) -> tuple[tuple[int, int], ...]:
        """Its twelve months in order, each with its year."""
        return tuple(
            (self.first + (month > 12), (month - 1) % 12 + 1)
            for month in range(FIRST_MONTH_OF_SCHOOL, FIRST_MONTH_OF_SCHOOL + 12)
        )


@dataclass(frozen=True)
class YearEntry:
    """Something in a month: its number or days, its name, and the letters that a party has in it."""

    day: date
    sign: str
    title: str = ""
    roles: str = ""
    is_ready: bool = False


@dataclass(frozen=True)
class YearRow:
    """A theme or a kind of date with what it has in each of the twelve months."""

    name: str
    months: tuple[tuple[YearEntry, ...], ...]
    is_theme: bool = False

    @property
    def total(self) -> int:
        """How many entries it has in all."""
        return sum(map(len, self.months))


@dataclass(frozen=True)
class YearPage:
    """A school year: its rows that have anything, and how many themes have nothing in it."""

    year: SchoolYear
    rows: tuple[YearRow, ...]
    empty_themes: int


@dataclass(frozen=True)
class YearPlan:
    """The school years of a plan period, and how many milestones have no month in them.

    Years in which nothing is asked of the party that it is about stand in `nothing_in`, and have no page.
    """

    pages: tuple[YearPage, ...]
    without_day: int
    outside: int
    nothing_in: tuple[SchoolYear, ...] = ()


def year_plan(dossier: Dossier, today: date, party: Ref | None = None) -> YearPlan:
    """The pages of the seen plan period; of a party or body only the milestones in which it has a part.

    A milestone stands in the month in which it is due. Deadlines are those of the region as a whole, for its penvoerder
    to meet: a party has none of its own.
    """
    seen = as_it_stood(dossier, today, today).dossier
    years = school_years(seen.current_period)
    rows = [*_themes(seen, party), *_moments(seen, party)]
    rows += [] if party else [(DEADLINES, [*_deadlines(seen)], False)]
    rows += [(MEETINGS, [*_meetings(seen, party)], False)]
    shown = _shown(seen, party, seen.of(Milestone).values())
    months = {month for year in years for month in year.months}
    outside = sum((entry.day.year, entry.day.month) not in months for entry in _entries(shown))
    undated = sum(_day_of(milestone) is None for milestone, _ in shown)
    pages = tuple(_page(seen, year, rows) for year in years)
    kept = tuple(page for page in pages if party is None or any(row.name != HOLIDAYS for row in page.rows))
    return YearPlan(kept, undated, outside, tuple(page.year for page in pages if page not in kept))


def school_years(period: PlanPeriod | None) -> tuple[SchoolYear, ...]:
    """Those in which a plan period has a day."""
    if period is None:
        return ()
    last = min(school_year_of(period.end), _LAST_YEAR)
    return tuple(SchoolYear(first) for first in range(school_year_of(period.start), last + 1))


def joined(rows: Sequence[YearRow], most: int, name: Callable[[int], str]) -> list[YearRow]:
    """The rows with at most so many themes of their own; what the others have stands together in one row."""
    themes = [row for row in rows if row.is_theme]
    rest = themes[most:]
    if not rest:
        return list(rows)
    together = tuple(
        tuple(sorted((entry for row in rest for entry in row.months[place]), key=_order)) for place in range(12)
    )
    others = [row for row in rows if not row.is_theme]
    return [*themes[:most], YearRow(name(len(rest)), together, is_theme=True), *others]


_Entries = tuple[str, list[YearEntry], bool]


def _page(dossier: Dossier, year: SchoolYear, rows: Sequence[_Entries]) -> YearPage:
    holidays = (HOLIDAYS, [*_holidays(dossier, year)], False)
    by_month = [YearRow(name, _in_months(entries, year), theme) for name, entries, theme in [*rows, holidays]]
    empty = sum(row.is_theme and not row.total for row in by_month)
    return YearPage(year, tuple(row for row in by_month if row.total), empty)


def _in_months(entries: Iterable[YearEntry], year: SchoolYear) -> tuple[tuple[YearEntry, ...], ...]:
    by_month: dict[tuple[int, int], list[YearEntry]] = {month: [] for month in year.months}
    for entry in sorted(entries, key=_order):
        if (entry.day.year, entry.day.month) in by_month:
            by_month[entry.day.year, entry.day.month].append(entry)
    return tuple(map(tuple, by_month.values()))


def _order(entry: YearEntry) -> date:
    """By day; what is on one day stays in the order of the plan."""
    return entry.day


def _day_of(milestone: Milestone) -> date | None:
    """When it is due; of one without such a day when it was ready."""
    return milestone.due or milestone.done_on


def _shown(dossier: Dossier, party: Ref | None, milestones: Iterable[Milestone]) -> list[tuple[Milestone, str]]:
    """The milestones in which the party has a part, with its letters; for all parties together all, without."""
    if party is None:
        return [(milestone, "") for milestone in milestones]
    shown = []
    for milestone in milestones:
        codes = rows_by_ref(dossier)[ref_of(milestone)].shown.get(party, ())
        letters = " ".join(code.value for code in codes if code is not VeriCode.OUT_OF_THE_LOOP)
        shown += [(milestone, letters)] * bool(letters)
    return shown


def _entries(shown: Iterable[tuple[Milestone, str]]) -> Iterator[YearEntry]:
    for milestone, letters in shown:
        if day := _day_of(milestone):
            is_ready = milestone.light is Stoplicht.GEREED
            yield YearEntry(day, milestone.number, milestone.title, letters, is_ready)


def _themes(dossier: Dossier, party: Ref | None) -> Iterator[_Entries]:
    """Each theme with its results."""
    word = level_words(dossier.region).theme.singular
    for theme, milestones in milestones_by_theme(dossier):
        results = (milestone for milestone in milestones if milestone.kind is not MilestoneKind.GO_NO_GO)
        name = f"{theme.number}  {theme.title}" if theme else f"Zonder {word}"
        yield name, [*_entries(_shown(dossier, party, results))], True


def _moments(dossier: Dossier, party: Ref | None) -> Iterator[_Entries]:
    moments = (milestone for milestone in dossier.of(Milestone).values() if milestone.kind is MilestoneKind.GO_NO_GO)
    yield GO_NO_GO, [*_entries(_shown(dossier, party, moments))], False


def _deadlines(dossier: Dossier) -> Iterator[YearEntry]:
    """Those of the plan, and the day on which it has to be with DUS-I unless one of them is that day."""
    deadlines = dossier.of(Deadline).values()
    for deadline in deadlines:
        title = f"{deadline.title} {_DONE}" if deadline.done else deadline.title
        yield YearEntry(deadline.date, str(deadline.date.day), title)
    period = dossier.current_period
    if period and period.submit_by and all(deadline.date != period.submit_by for deadline in deadlines):
        done = f" {_DONE}" * period.plan_status.is_handed_in
        yield YearEntry(period.submit_by, str(period.submit_by.day), f"plan {period.label} indienen{done}")


def _meetings(dossier: Dossier, party: Ref | None) -> Iterator[YearEntry]:
    for day, meeting in meetings_of_plan(dossier):
        if party is None or comes_to(dossier, meeting, party):
            yield YearEntry(day, str(day.day), meeting.title)


def _holidays(dossier: Dossier, year: SchoolYear) -> Iterator[YearEntry]:
    """Each with the days that it has in a month."""
    for holiday in free_days(dossier).holidays:
        for number, month in year.months:
            first = max(holiday.start, date(number, month, 1))
            last = min(holiday.end, month_end(number, month))
            if first <= last:
                days = str(first.day) if first == last else f"{first.day}–{last.day}"
                yield YearEntry(first, days, _of_holiday(holiday.name))


def _of_holiday(name: str) -> str:
    """`voorjaar` for the voorjaarsvakantie: its row says that it is one."""
    season = name.casefold().removesuffix("vakantie")
    return season.removesuffix("s") if season != name.casefold() else name
