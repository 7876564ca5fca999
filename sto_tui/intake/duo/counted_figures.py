"""Counts of DUO as figures: their titles, labels and values, and over which vestigingen each year was counted."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sto_tui.domain.counting import CountedVestiging, CountingRule
from sto_tui.domain.region import TechniekDefinition
from sto_tui.domain.vision import IndicatorKind
from sto_tui.intake.duo.columns import Exam
from sto_tui.intake.duo.counted_over import counted_vestiging
from sto_tui.intake.duo.counts import Cell, FileCounts, Range, total
from sto_tui.intake.duo.into_counts import DuoResult, DuoSource
from sto_tui.intake.duo.programmes import (
    BROAD,
    CRAFT_TECHNIEK,
    LEERWEGEN,
    OTHER_TECHNIEK,
    PROFILES,
    WITHOUT_PROFILE,
)

PUPILS_SOURCE = "DUO, leerlingen vo per vestiging naar onderwijstype"
GRADES_SOURCE = "DUO, geslaagden, gezakten en cijfers"
FORECASTS_SOURCE = "DUO, prognoses vo"
EXAMS_SOURCE = "DUO, examenkandidaten en geslaagden"
URL = "https://duo.nl/open_onderwijsdata/"
UNIT = "leerlingen"

_HARD = ("PIE", "BWI", "M&T")
# Source: monitor Techniekpact, sources; techniek-breed and the other departments are of before the ten profielen.
COUNTS_AS_TECHNIEK: Mapping[TechniekDefinition, tuple[str, ...]] = {
    TechniekDefinition.HARD3: _HARD,
    TechniekDefinition.TECHNIEKPACT5: (*_HARD, "MVI", "MaT", BROAD, CRAFT_TECHNIEK, OTHER_TECHNIEK),
}

_PERHAPS = "misschien"

Key = tuple[str, int]


@dataclass(frozen=True)
class Figure:
    """A figure as it comes out of the files; `values` by label and year, `labels` all that it may have, in order.

    None is a value that is not known. `counted` are by year the vestigingen with pupils, of those that were chosen.
    """

    title: str
    kind: IndicatorKind
    values: Mapping[Key, Range | None]
    labels: tuple[str, ...]
    source: str
    files: tuple[DuoSource, ...]
    reference_date: date
    definition: TechniekDefinition | None
    counted: Mapping[int, tuple[CountedVestiging, ...]]
    choice: str
    rules: tuple[CountingRule, ...]
    provisional: frozenset[int]

    @property
    def is_forecast(self) -> bool:
        """Whether its values are expected and not counted."""
        return CountingRule.FORECAST in self.rules

    @property
    def years(self) -> set[int]:
        """The years that it says something about."""
        return {year for _, year in self.values}

    @property
    def vestigingen(self) -> tuple[CountedVestiging, ...]:
        """The vestigingen of all its years."""
        return tuple({vestiging.key: vestiging for over in self.counted.values() for vestiging in over}.values())


def counted_figures(result: DuoResult, definition: TechniekDefinition, today: date) -> Iterator[Figure]:
    """All figures that come out of these files."""
    if result.pupils:
        yield from _pupil_figures(_Years(result, result.pupils, PUPILS_SOURCE, result.pupil_sources, today), definition)
    if result.grades:
        yield from _grade_figures(_Years(result, result.grades, GRADES_SOURCE, result.grade_sources, today), definition)
    if result.exams.candidates:
        yield from _exam_figures(result, today)
    if result.forecasts.sums:
        yield _forecast_figure(result)


@dataclass(frozen=True)
class _Years:
    """The counts of files that are each of one year, of which figures are made."""

    result: DuoResult
    counts: Mapping[int, FileCounts]
    source: str
    files: tuple[DuoSource, ...]
    today: date

    def figure(
        self,
        title: str,
        labels: tuple[str, ...],
        label_of: Callable[[Cell], str | None],
        rules: tuple[CountingRule, ...] = (),
        *,
        kind: IndicatorKind = IndicatorKind.OTHER,
        definition: TechniekDefinition | None = None,
    ) -> Figure:
        """A figure with per label and year all that is of that label."""
        ranges = {year: file_counts.ranges() for year, file_counts in self.counts.items()}
        newest = max(ranges)
        masked = any(file_counts.masked for file_counts in self.counts.values())
        empty = any(file_counts.empty_is_masked for file_counts in self.counts.values())
        is_exam = CountingRule.EXAM_YEAR in rules
        return Figure(
            title=title,
            kind=kind,
            values={
                (label, year): _sum_of(cells, label, label_of) for year, cells in ranges.items() for label in labels
            },
            labels=labels,
            source=self.source,
            files=self.files,
            reference_date=date(newest, 7, 31) if is_exam else date(newest, 10, 1),
            definition=definition,
            counted={year: _vestigingen(self.result, counts.counted) for year, counts in self.counts.items()},
            choice=self.result.wanted.choice,
            rules=(*rules, *_masked(masked, empty), CountingRule.OPEN),
            provisional=_provisional(newest, self.today),
        )


def _pupil_figures(years: _Years, definition: TechniekDefinition) -> Iterator[Figure]:
    vocational, intake = (CountingRule.VOCATIONAL,), IndicatorKind.INSTROOM
    yield years.figure("Instroom leerjaar 3 per profiel", PROFILES, _only(3, _profile), vocational, kind=intake)
    yield years.figure("Leerlingen leerjaar 3 en 4 per profiel", PROFILES, _profile, vocational)
    yield years.figure("Leerlingen leerjaar 3 en 4 per leerweg", LEERWEGEN, _leerweg)
    if techniek := _techniek(definition):
        yield years.figure(
            *("Instroom techniek leerjaar 3", ("",), _only(3, techniek), vocational), kind=intake, definition=definition
        )
        yield years.figure("Leerlingen techniek leerjaar 3 en 4", ("",), techniek, vocational, definition=definition)


def _grade_figures(years: _Years, definition: TechniekDefinition) -> Iterator[Figure]:
    by_year = (CountingRule.EXAM_YEAR,)
    vocational = (CountingRule.VOCATIONAL, *by_year)
    techniek = _techniek(definition)
    for name, who in (("Examenkandidaten", Exam.CANDIDATES), ("Geslaagden", Exam.PASSED)):
        yield years.figure(f"{name} per profiel", PROFILES, _only(who, _profile), vocational)
        yield years.figure(f"{name} per leerweg", LEERWEGEN, _only(who, _leerweg), by_year)
        if techniek:
            yield years.figure(f"{name} techniek", ("",), _only(who, techniek), vocational, definition=definition)


def _profile(cell: Cell) -> str | None:
    return cell.profile if cell.leerweg != WITHOUT_PROFILE else None


def _leerweg(cell: Cell) -> str | None:
    return cell.leerweg


def _techniek(definition: TechniekDefinition) -> Callable[[Cell], str | None] | None:
    """The label of what a definition counts as techniek, which is empty; None when it can't be counted.

    Of a technical department that is none of the profielen it is not known which of them it would be.
    """
    technical = COUNTS_AS_TECHNIEK.get(definition)
    if not technical:
        return None

    def label_of(cell: Cell) -> str | None:
        profile = _profile(cell)
        return "" if profile in technical else _PERHAPS if profile == OTHER_TECHNIEK else None

    return label_of


def _sum_of(cells: Mapping[Cell, Range], label: str, label_of: Callable[[Cell], str | None]) -> Range:
    """All that is of a label; what perhaps is makes it a range."""
    certain = total(people for cell, people in cells.items() if label_of(cell) == label)
    perhaps = total(people for cell, people in cells.items() if label_of(cell) == _PERHAPS)
    return certain.plus(Range(0, perhaps.high))


def _only(measure: int | Exam, label_of: Callable[[Cell], str | None]) -> Callable[[Cell], str | None]:
    return lambda cell: label_of(cell) if cell.measure == measure else None


def _exam_figures(result: DuoResult, today: date) -> Iterator[Figure]:
    exams = result.exams
    newest = max(exams.candidates)
    over = {year: _vestigingen(result, exams.counted.get(year, {})) for year in exams.candidates}
    for title, by_year in (
        ("Examenkandidaten techniek per leerweg", exams.candidates),
        ("Geslaagden techniek per leerweg", exams.passed),
    ):
        values = {(label, year): cells.get(label, Range()) for year, cells in by_year.items() for label in LEERWEGEN}
        rules = (
            CountingRule.SECTOR,
            CountingRule.EXAM_YEAR,
            *(CountingRule.UNDIVIDED,) * (None in values.values()),
            *_masked(exams.masked > 0, exams.empty_is_masked),
            CountingRule.OPEN,
        )
        # This file divides exams by sector, not by profiel, so no definition of the region holds for them.
        yield Figure(
            title,
            IndicatorKind.OTHER,
            values,
            LEERWEGEN,
            EXAMS_SOURCE,
            result.exam_sources,
            date(newest, 7, 31),
            None,
            over,
            result.wanted.choice,
            rules,
            _provisional(newest, today),
        )


def _forecast_figure(result: DuoResult) -> Figure:
    """What DUO expects; its reference date is that of the last count before it."""
    values = result.forecasts.ranges()
    years = {year for _, year in values}
    over = _vestigingen(result, result.forecasts.counted)
    return Figure(
        title="Prognose leerlingen vmbo",
        kind=IndicatorKind.OTHER,
        values=values,
        labels=result.forecasts.labels,
        source=FORECASTS_SOURCE,
        files=result.forecast_sources,
        reference_date=date(min(years) - 1, 10, 1),
        definition=None,
        counted=dict.fromkeys(years, over),
        choice=result.wanted.choice,
        rules=(CountingRule.FORECAST, CountingRule.OPEN),
        provisional=frozenset(),
    )


def _masked(masked: bool, empty: bool) -> tuple[CountingRule, ...]:
    return (*(CountingRule.MASKED,) * masked, *(CountingRule.EMPTY,) * empty)


def _provisional(newest: int, today: date) -> frozenset[int]:
    """The newest year is without the accountants' statement until the next one is published."""
    return frozenset({newest} if today.year <= newest + 1 else ())


def _vestigingen(result: DuoResult, names: Mapping[str, str]) -> tuple[CountedVestiging, ...]:
    """The vestigingen as file 02 calls them, or else the file in which they were counted."""
    return tuple(counted_vestiging(key, result.wanted.names.get(key) or names[key]) for key in sorted(names))
