"""Files of DUO, in any order and of any generation, into counts per year for the chosen vestigingen.

First the heads of all files, so that what is missing is said before anything large is read; then file 02, so that the
choice can be checked; then the rest, in one pass each. Nothing here knows a dossier.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from sto_tui.domain import dutch
from sto_tui.intake.duo.columns import (
    ForecastColumns,
    GradeColumns,
    PlaceColumns,
    PupilColumns,
    own_place_columns,
    place_columns,
)
from sto_tui.intake.duo.counts import Exams, FileCounts, count_exams, count_grades, count_pupils
from sto_tui.intake.duo.file import DuoReading, DuoTable, Meter, Progress
from sto_tui.intake.duo.forecasts import Forecasts, count_forecasts
from sto_tui.intake.duo.programmes import OTHER, OTHER_TECHNIEK
from sto_tui.intake.duo.recognising import check_same, recognised
from sto_tui.intake.duo.vestigingen import DuoChoice, Vestiging, Wanted, read_places, wanted_by
from sto_tui.intake.duo.wording import first_named
from sto_tui.intake.proposal import Refusal
from sto_tui.intake.sheets.table_reader import IntakeError

_Columns = TypeVar("_Columns", PupilColumns, GradeColumns)


@dataclass(frozen=True)
class DuoSource:
    """A file that was read: its name, its SHA-256 and the last year in it."""

    name: str
    fingerprint: str
    year: int


@dataclass(frozen=True)
class DuoResult:
    """The counts per year: of pupils the year of 1 October, of exams the year in which they were held."""

    pupils: Mapping[int, FileCounts]
    grades: Mapping[int, FileCounts]
    exams: Exams
    forecasts: Forecasts
    pupil_sources: tuple[DuoSource, ...]
    grade_sources: tuple[DuoSource, ...]
    exam_sources: tuple[DuoSource, ...]
    forecast_sources: tuple[DuoSource, ...]
    wanted: Wanted
    refused: tuple[Refusal, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def by_year(self) -> tuple[FileCounts, ...]:
        """The counts of every file that is of one year."""
        return (*self.pupils.values(), *self.grades.values())


@dataclass(frozen=True)
class _Chosen:
    """What is chosen; a file that names the gemeenten itself has its own vestigingen in them."""

    wanted: Wanted
    own: Mapping[Path, Wanted] = field(default_factory=dict)

    def of(self, table: DuoTable) -> Wanted:
        """What is chosen of a file."""
        return self.own.get(table.path, self.wanted)


def read_duo(paths: Sequence[Path], choice: DuoChoice, today: date, progress: Progress | None = None) -> DuoResult:
    """The counts of the chosen vestigingen in these files.

    `progress` gets the bytes that are read and the bytes there are; when it answers False, CancelledError is raised.
    Raises IntakeError; NotChosenError and UnknownYearError when a choice is still to be made.
    """
    choice = choice.without_blanks()
    files = recognised(paths, choice, today)
    naming = [] if files.places else _naming_gemeenten(files.with_counts, choice)
    every_pass = (*files.places, *(table for table, _ in naming), *files.with_counts)
    meter = Meter(sum(table.size for table in every_pass), progress)
    chosen = _chosen_themselves(naming, choice, meter) if naming else _Chosen(_wanted(files.places, choice, meter))
    if not files.with_counts:
        raise IntakeError("Bestand 02 alleen bevat geen aantallen. Voeg bestand 01 of de examens toe.")
    pupils, pupil_sources = _of_years(files.pupils, count_pupils, 0, chosen, meter)
    grades, grade_sources = _of_years(files.grades, count_grades, 1, chosen, meter)
    exams, exam_sources = Exams(), []
    for table, exam_places in sorted(files.exams, key=lambda exam_file: max(exam_file[1].candidates)):
        reading = DuoReading(table, meter)
        _add_exams(exams, count_exams(reading, exam_places, chosen.of(table)))
        exam_sources.append(DuoSource(table.name, reading.fingerprint, max(exam_places.candidates)))
    forecasts, forecast_sources = _forecasts(files.forecasts, chosen, meter, today)
    result = DuoResult(
        *(pupils, grades, exams, forecasts),
        *(pupil_sources, grade_sources, tuple(exam_sources), forecast_sources),
        chosen.wanted,
    )
    remarks = (*_not_everywhere(naming, chosen), *_remarks(result))
    return replace(result, refused=tuple(_refused(result)), remarks=remarks)


def _of_years(
    files: Mapping[int, tuple[DuoTable, _Columns]],
    count: Callable[[DuoReading, _Columns, Wanted], FileCounts],
    after_october: int,
    chosen: _Chosen,
    meter: Meter,
) -> tuple[dict[int, FileCounts], tuple[DuoSource, ...]]:
    """The counts of files that are each of one year, so many years after that of 1 October."""
    counts: dict[int, FileCounts] = {}
    sources = []
    for year, (table, columns) in sorted(files.items()):
        reading = DuoReading(table, meter)
        counts[year] = count(reading, columns, chosen.of(table))
        check_same(table, columns, counts[year].school_years, year - after_october)
        sources.append(DuoSource(table.name, reading.fingerprint, year))
    return counts, tuple(sources)


def _forecasts(
    files: Sequence[tuple[DuoTable, ForecastColumns]], chosen: _Chosen, meter: Meter, today: date
) -> tuple[Forecasts, tuple[DuoSource, ...]]:
    """What is expected from the first 1 October that is still to come."""
    first_year = today.year + (today >= date(today.year, 10, 1))
    for table, columns in files:
        reading = DuoReading(table, meter)
        forecasts = count_forecasts(reading, columns, chosen.of(table), first_year)
        return forecasts, (DuoSource(table.name, reading.fingerprint, first_year),)
    return Forecasts(), ()


# Which vestigingen.


def _wanted(tables: Sequence[DuoTable], choice: DuoChoice, meter: Meter) -> Wanted:
    """What is chosen, with the help of file 02 when it is there."""
    places: dict[str, Vestiging] = {}
    for table in tables:
        read_places(DuoReading(table, meter), place_columns(table, by_rmc=bool(choice.rmcs)), places)
    return wanted_by(choice, places.values() if tables else None)


def _naming_gemeenten(tables: Sequence[DuoTable], choice: DuoChoice) -> list[tuple[DuoTable, PlaceColumns]]:
    """The files that say themselves in which gemeente a vestiging is, when that is needed to choose.

    Raises IntakeError when some do and others do not: from those their vestigingen would be missing.
    """
    if choice.rmcs or (choice.brins and not choice.gemeenten):
        return []
    naming = [(table, columns) for table in tables if (columns := own_place_columns(table))]
    silent = [table.name for table in tables if own_place_columns(table) is None]
    if naming and silent and choice.gemeenten:
        raise IntakeError(
            f"In {dutch.enumerate_words(silent)} staan geen gemeenten. Voeg bestand 02 (alle vestigingen vo) toe, "
            "of kies op BRIN."
        )
    return naming


def _chosen_themselves(naming: Sequence[tuple[DuoTable, PlaceColumns]], choice: DuoChoice, meter: Meter) -> _Chosen:
    """What is chosen by the gemeenten that each of these files names."""
    everywhere: list[Vestiging] = []
    own: dict[Path, Wanted] = {}
    for table, columns in naming:
        places: dict[str, Vestiging] = {}
        read_places(DuoReading(table, meter), columns, places)
        everywhere += places.values()
        if choice.gemeenten:
            own[table.path] = wanted_by(choice, places.values(), partly=True)
    where = naming[0][0].name if len(naming) == 1 else "deze bestanden"
    wanted = wanted_by(choice, everywhere, where)
    return _Chosen(wanted, {path: replace(part, choice=wanted.choice) for path, part in own.items()})


def _not_everywhere(naming: Sequence[tuple[DuoTable, PlaceColumns]], chosen: _Chosen) -> Iterator[str]:
    """The files in which there is no vestiging in the chosen gemeenten."""
    if names := [table.name for table, _ in naming if not chosen.of(table).institutions]:
        yield f"Geen vestigingen in de gekozen gemeenten in {first_named(names)}."


# What is told.


def _add_exams(into: Exams, more: Exams) -> None:
    """Of a year that stands in two files the later file counts."""
    into.candidates |= more.candidates
    into.passed |= more.passed
    into.met |= more.met
    into.counted |= more.counted
    into.no_leerweg |= more.no_leerweg
    into.masked += more.masked
    into.empty_is_masked |= more.empty_is_masked


def _refused(result: DuoResult) -> Iterator[Refusal]:
    """The BRINs that are in none of the files. Raises IntakeError when nothing at all was found."""
    met = result.exams.met | result.forecasts.met | result.forecasts.left_out
    met = met.union(*(file_counts.met for file_counts in result.by_year))
    # Prognoses are of whole schools, of which a vestiging may be chosen.
    unknown = [brin for brin in result.wanted.typed if not any(key.startswith(brin) or key == brin[:4] for key in met)]
    names = first_named(unknown)
    if not met:
        subject = f"BRIN {names} staat" if unknown else "De gekozen vestigingen staan"
        raise IntakeError(f"{subject} niet in deze bestanden. Er is niets overgenomen; controleer de keuze.")
    if unknown:
        yield Refusal(0, f"BRIN {names} staat in geen van deze bestanden en telt dus niet mee.")


def _remarks(result: DuoResult) -> Iterator[str]:
    if result.forecasts.left_out:
        yield (
            "De prognose is per school en niet per vestiging. Niet alle vestigingen zijn gekozen, dus zonder prognose: "
            f"{first_named(sorted(result.forecasts.left_out))}."
        )
    if result.forecasts.has_past:
        yield "Van de prognose zijn alleen de jaren overgenomen die nog komen; tellingen staan in bestand 01."
    for year, counted in result.pupils.items():
        if counted.empty_is_masked:
            yield f"In het bestand van {year} zijn lege cellen gelezen als afgeschermd (0 tot en met 4)."
    if result.exams.empty_is_masked or any(counted.empty_is_masked for counted in result.grades.values()):
        yield "Bij de examens zijn lege cellen gelezen als afgeschermd (0 tot en met 4)."
    yield from _undivided(result.exams)
    for label in (OTHER_TECHNIEK, OTHER):
        words = set().union(*(file_counts.no_profile.get(label, set()) for file_counts in result.by_year))
        if words:
            yield f"Geen van de tien profielen, dus geteld bij {label}: {first_named(sorted(words))}."
    no_leerweg = set(result.exams.no_leerweg).union(*(file_counts.no_leerweg for file_counts in result.by_year))
    if no_leerweg:
        yield f"Zonder bekende leerweg, dus geteld bij {OTHER}: {first_named(sorted(no_leerweg))}."
    masked = sum(file_counts.masked for file_counts in result.by_year) + result.exams.masked
    if masked:
        cells = dutch.count(masked, "cel is", "cellen zijn")
        shown = f"{cells[0].upper()}{cells[1:]} afgeschermd (minder dan vijf)"
        yield f"{shown}. Een som daarmee is een bereik, zoals 102–108."


def _undivided(exams: Exams) -> Iterator[str]:
    unknown: dict[str, list[str]] = {}
    for year, cells in sorted(exams.candidates.items()):
        for leerweg in (leerweg for leerweg, count in cells.items() if count is None):
            unknown.setdefault(leerweg, []).append(str(year))
    for leerweg, years in unknown.items():
        yield (
            f"Examens {leerweg} van {dutch.enumerate_words(years)}: DUO verdeelde die niet naar sector. "
            "Hoeveel daarvan techniek is, is onbekend en niet 0."
        )
