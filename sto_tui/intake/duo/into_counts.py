"""Files of DUO, in any order and of any generation, into counts per year for the chosen vestigingen.

First the heads of all files, so that what is missing is said before anything large is read; then file 02, so that the
choice can be checked; then the rest, in one pass each. Nothing here knows a dossier.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from sto_tui.domain import dutch
from sto_tui.domain.record import YEAR_LIMITS
from sto_tui.domain.text import cut
from sto_tui.intake.duo.columns import (
    DuoKind,
    ExamColumns,
    PupilColumns,
    exam_columns,
    head_score,
    kind_of,
    place_columns,
    pupil_columns,
)
from sto_tui.intake.duo.counts import Exams, FileCounts, count_exams, count_pupils
from sto_tui.intake.duo.file import DuoReading, DuoTable, Meter, Progress, bare, beginning_of
from sto_tui.intake.duo.programmes import OTHER
from sto_tui.intake.duo.vestigingen import DuoChoice, Vestiging, Wanted, read_places, wanted_by
from sto_tui.intake.duo.wording import MOST_NAMED, first_named
from sto_tui.intake.proposal import Refusal
from sto_tui.intake.sheets.table_reader import IntakeError

# In the column SCHOOLJAAR a school year is also written as 2024/2025, in the name of a file only with a dash.
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")


class UnknownYearError(IntakeError):
    """Neither the name nor a column of a file says of which year it is."""

    def __init__(self, name: str) -> None:
        super().__init__(f"Van welk jaar is {name}? De naam van het bestand en de kolommen zeggen het niet.")


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
    exams: Exams
    pupil_sources: tuple[DuoSource, ...]
    exam_sources: tuple[DuoSource, ...]
    wanted: Wanted
    refused: tuple[Refusal, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass
class _Files:
    """The files by what they are, each with its columns."""

    pupils: dict[int, tuple[DuoTable, PupilColumns]] = field(default_factory=dict)
    exams: list[tuple[DuoTable, ExamColumns]] = field(default_factory=list)
    places: list[DuoTable] = field(default_factory=list)

    @property
    def total(self) -> int:
        tables = [table for table, _ in (*self.pupils.values(), *self.exams)] + self.places
        return sum(table.size for table in tables)


def read_duo(paths: Sequence[Path], choice: DuoChoice, today: date, progress: Progress | None = None) -> DuoResult:
    """The counts of the chosen vestigingen in these files.

    `progress` gets the bytes that are read and the bytes there are; when it answers False, CancelledError is raised.
    Raises IntakeError; NotChosenError and UnknownYearError when a choice is still to be made.
    """
    files = _recognised(paths, choice, today)
    meter = Meter(files.total, progress)
    wanted = wanted_by(choice, _places(files.places, choice, meter))
    if not files.pupils and not files.exams:
        raise IntakeError("Bestand 02 alleen bevat geen aantallen. Voeg bestand 01 of de examens toe.")
    pupils: dict[int, FileCounts] = {}
    pupil_sources = []
    for year, (table, columns) in sorted(files.pupils.items()):
        reading = DuoReading(table, meter)
        pupils[year] = counted = count_pupils(reading, columns, wanted)
        if len(counted.school_years) > 1:
            raise IntakeError(f"{table.name} heeft rijen van meer dan één schooljaar. Kies per jaar één bestand.")
        for said in counted.school_years:
            _check_same(table, columns, said, year)
        pupil_sources.append(DuoSource(table.name, reading.fingerprint, year))
    exams, exam_sources = Exams(), []
    for table, exam_places in sorted(files.exams, key=lambda exam_file: max(exam_file[1].candidates)):
        reading = DuoReading(table, meter)
        _add_exams(exams, count_exams(reading, exam_places, wanted))
        exam_sources.append(DuoSource(table.name, reading.fingerprint, max(exam_places.candidates)))
    result = DuoResult(pupils, exams, tuple(pupil_sources), tuple(exam_sources), wanted)
    return replace(result, refused=tuple(_refused(result)), remarks=tuple(_remarks(result)))


def _recognised(paths: Sequence[Path], choice: DuoChoice, today: date) -> _Files:
    """All files by what they are. Raises IntakeError for one that can't be used."""
    files = _Files()
    for path in dict.fromkeys(paths):
        table = beginning_of(path, head_score)
        kind = kind_of(table)
        if kind is DuoKind.OLD_PUPILS:
            raise IntakeError(
                f"{table.name} is 01voins: dat bestand bevat alleen oude jaren (2014 tot en met 2018) en is niet "
                "bijgewerkt. Kies bij DUO bestand 01, leerlingen vo per vestiging naar onderwijstype."
            )
        if kind is DuoKind.PLACES:
            place_columns(table, by_rmc=bool(choice.rmcs))
            files.places.append(table)
        elif kind is DuoKind.EXAMS:
            files.exams.append((table, exam_columns(table)))
        else:
            columns = pupil_columns(table)
            year = _year_of(table, columns, choice, today)
            if year in files.pupils:
                both = f"{files.pupils[year][0].name} en {table.name}"
                raise IntakeError(f"{both} zijn beide van 1 oktober {year}. Kies een van de twee.")
            files.pupils[year] = table, columns
    if choice.year and choice.year not in files.pupils:
        file_years = [f"{table.name} is van {year}" for year, (table, _) in sorted(files.pupils.items())]
        but = f", {dutch.enumerate_words(file_years[:MOST_NAMED])}" if file_years else ""
        raise IntakeError(
            f"Geen van deze bestanden is van 1 oktober {choice.year}{but}. Laat het peiljaar weg: "
            "het is er alleen voor een bestand dat zelf geen jaar noemt."
        )
    return files


def _year_of(table: DuoTable, columns: PupilColumns, choice: DuoChoice, today: date) -> int:
    """The year of 1 October that a file 01 is about: from its name, a column, or as it was said.

    Raises IntakeError when name and column disagree: guessing would put the pupils in the wrong year.
    """
    named = _years_in(table.path.stem)
    if len(named) > 1 and named[1] != named[0] + 1:
        named = []
    said = _said_in_column(table, columns)
    years = named[:1] or _years_in(said)[:1] or ([choice.year] if choice.year else [])
    if not years:
        raise UnknownYearError(table.name)
    year = years[0]
    _check_same(table, columns, said, year)
    if not YEAR_LIMITS[0] <= year <= YEAR_LIMITS[1] or date(year, 10, 1) > today:
        raise IntakeError(
            f"{table.name}: 1 oktober {year} kan geen peildatum zijn. Controleer de naam van het bestand."
        )
    return year


def _said_in_column(table: DuoTable, columns: PupilColumns) -> str:
    """What the column of the year says, in the first row that says something; empty when nothing does."""
    if columns.school_year is None:
        return ""
    cells = (bare(row[columns.school_year]) for row in DuoReading(table, Meter(0, None)).rows())
    return next(filter(None, cells), "")


def _years_in(text: str) -> list[int]:
    return [int(year) for year in _YEAR.findall(text)]


def _check_same(table: DuoTable, columns: PupilColumns, said: str, year: int) -> None:
    """Raises IntakeError when the column of the year says another year than the file was taken for."""
    if columns.school_year is not None and (years := _years_in(said)) and years[0] != year:
        raise IntakeError(
            f"{table.name} zou van 1 oktober {year} zijn, maar in de kolom {cut(table.heads[columns.school_year], 40)} "
            f"staat {cut(said, 20)}. Er is niets overgenomen; controleer het bestand en geef het de naam van zijn jaar."
        )


def _places(tables: Sequence[DuoTable], choice: DuoChoice, meter: Meter) -> dict[str, Vestiging] | None:
    if not tables:
        return None
    places: dict[str, Vestiging] = {}
    for table in tables:
        read_places(DuoReading(table, meter), place_columns(table, by_rmc=bool(choice.rmcs)), places)
    return places


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
    met = set(result.exams.met).union(*(file_counts.met for file_counts in result.pupils.values()))
    unknown = [brin for brin in result.wanted.typed if not any(key.startswith(brin) for key in met)]
    names = first_named(unknown)
    if not met:
        subject = f"BRIN {names} staat" if unknown else "De gekozen vestigingen staan"
        raise IntakeError(f"{subject} niet in deze bestanden. Er is niets overgenomen; controleer de keuze.")
    if unknown:
        yield Refusal(0, f"BRIN {names} staat in geen van deze bestanden en telt dus niet mee.")


def _remarks(result: DuoResult) -> Iterator[str]:
    for year, counted in result.pupils.items():
        if counted.empty_is_masked:
            yield f"In het bestand van {year} zijn lege cellen gelezen als afgeschermd (0 tot en met 4)."
    if result.exams.empty_is_masked:
        yield "Bij de examens zijn lege cellen gelezen als afgeschermd (0 tot en met 4)."
    yield from _undivided(result.exams)
    no_profile = set().union(*(file_counts.no_profile for file_counts in result.pupils.values()))
    if no_profile:
        yield f"Geen van de tien profielen, dus geteld bij overig: {first_named(sorted(no_profile))}."
    no_leerweg = set(result.exams.no_leerweg).union(*(file_counts.no_leerweg for file_counts in result.pupils.values()))
    if no_leerweg:
        yield f"Zonder bekende leerweg, dus geteld bij {OTHER}: {first_named(sorted(no_leerweg))}."
    masked = sum(file_counts.masked for file_counts in result.pupils.values()) + result.exams.masked
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
