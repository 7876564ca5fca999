"""Counts of DUO as figures: their titles, labels and values, and over which vestigingen each year was counted."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sto_tui.domain.counting import CountedVestiging, CountingRule
from sto_tui.domain.region import TechniekDefinition
from sto_tui.domain.vision import IndicatorKind
from sto_tui.intake.duo.counted_over import counted_vestiging
from sto_tui.intake.duo.counts import Cell, Range, total
from sto_tui.intake.duo.into_counts import DuoResult, DuoSource
from sto_tui.intake.duo.programmes import BROAD, CRAFT_TECHNIEK, LEERWEGEN, PROFILES, WITHOUT_PROFILE

PUPILS_SOURCE = "DUO, leerlingen vo per vestiging naar onderwijstype"
EXAMS_SOURCE = "DUO, examenkandidaten en geslaagden"
URL = "https://duo.nl/open_onderwijsdata/"
UNIT = "leerlingen"

_HARD = ("PIE", "BWI", "M&T")
# Source: monitor Techniekpact, sources; techniek-breed is of before the ten profielen.
COUNTS_AS_TECHNIEK: Mapping[TechniekDefinition, tuple[str, ...]] = {
    TechniekDefinition.HARD3: _HARD,
    TechniekDefinition.TECHNIEKPACT5: (*_HARD, "MVI", "MaT", BROAD, CRAFT_TECHNIEK),
}

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
        yield from _pupil_figures(result, definition, today)
    if result.exams.candidates:
        yield from _exam_figures(result, today)


def _pupil_figures(result: DuoResult, definition: TechniekDefinition, today: date) -> Iterator[Figure]:
    counts = {year: counted.ranges() for year, counted in result.pupils.items()}
    newest = max(counts)
    masked = any(file_counts.masked for file_counts in result.pupils.values())
    empty = any(file_counts.empty_is_masked for file_counts in result.pupils.values())
    over = {year: _vestigingen(result, file_counts.counted) for year, file_counts in result.pupils.items()}
    choice = result.wanted.choice
    tail, provisional = (*_masked(masked, empty), CountingRule.OPEN), _provisional(newest, today)

    def figure(
        title: str,
        kind: IndicatorKind,
        labels: tuple[str, ...],
        label_of: Callable[[Cell], str | None],
        rules: tuple[CountingRule, ...] = (),
        definition: TechniekDefinition | None = None,
    ) -> Figure:
        values = {
            (label, year): total(pupils for cell, pupils in cells.items() if label_of(cell) == label)
            for year, cells in counts.items()
            for label in labels
        }
        files, day = result.pupil_sources, date(newest, 10, 1)
        said = (*rules, *tail)
        return Figure(
            title, kind, values, labels, PUPILS_SOURCE, files, day, definition, over, choice, said, provisional
        )

    def profile(cell: Cell) -> str | None:
        return cell.profile if cell.leerweg != WITHOUT_PROFILE else None

    def third(label_of: Callable[[Cell], str | None]) -> Callable[[Cell], str | None]:
        return lambda cell: label_of(cell) if cell.leerjaar == 3 else None

    other_kind, intake = IndicatorKind.OTHER, IndicatorKind.INSTROOM
    yield figure("Instroom leerjaar 3 per profiel", intake, PROFILES, third(profile), (CountingRule.VOCATIONAL,))
    yield figure("Leerlingen leerjaar 3 en 4 per profiel", other_kind, PROFILES, profile, (CountingRule.VOCATIONAL,))
    yield figure("Leerlingen leerjaar 3 en 4 per leerweg", other_kind, LEERWEGEN, lambda cell: cell.leerweg)
    if technical := COUNTS_AS_TECHNIEK.get(definition):

        def techniek(cell: Cell) -> str | None:
            return "" if profile(cell) in technical else None

        yield figure(
            "Instroom techniek leerjaar 3", intake, ("",), third(techniek), (CountingRule.VOCATIONAL,), definition
        )
        yield figure(
            "Leerlingen techniek leerjaar 3 en 4", other_kind, ("",), techniek, (CountingRule.VOCATIONAL,), definition
        )


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
        # DUO divides exams by sector, not by profiel, so no definition of the region holds for them.
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


def _masked(masked: bool, empty: bool) -> tuple[CountingRule, ...]:
    return (*(CountingRule.MASKED,) * masked, *(CountingRule.EMPTY,) * empty)


def _provisional(newest: int, today: date) -> frozenset[int]:
    """The newest year is without the accountants' statement until the next one is published."""
    return frozenset({newest} if today.year <= newest + 1 else ())


def _vestigingen(result: DuoResult, names: Mapping[str, str]) -> tuple[CountedVestiging, ...]:
    """The vestigingen as file 02 calls them, or else the file in which they were counted."""
    return tuple(counted_vestiging(key, result.wanted.names.get(key) or names[key]) for key in sorted(names))
