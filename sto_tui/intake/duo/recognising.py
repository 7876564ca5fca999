"""Which files of DUO there are, and of which year: from their heads, their names and the column of the year."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sto_tui.domain.dutch import enumerate_words
from sto_tui.domain.record import YEAR_LIMITS
from sto_tui.domain.text import cut
from sto_tui.intake.duo.columns import (
    DuoKind,
    ExamColumns,
    ForecastColumns,
    GradeColumns,
    PupilColumns,
    exam_columns,
    forecast_columns,
    grade_columns,
    head_score,
    kind_of,
    place_columns,
    pupil_columns,
)
from sto_tui.intake.duo.file import DuoReading, DuoTable, Meter, bare, beginning_of
from sto_tui.intake.duo.vestigingen import DuoChoice
from sto_tui.intake.duo.wording import MOST_NAMED
from sto_tui.intake.sheets.table_reader import IntakeError

# In the column SCHOOLJAAR a school year is also written as 2024/2025, in the name of a file only with a dash.
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")


class UnknownYearError(IntakeError):
    """Neither the name nor a column of a file says of which year it is."""

    def __init__(self, name: str) -> None:
        super().__init__(f"Van welk jaar is {name}? De naam van het bestand en de kolommen zeggen het niet.")


@dataclass
class DuoFiles:
    """The files by what they are, each with its columns.

    Pupils are by the year of 1 October, grades by the year of the exam.
    """

    pupils: dict[int, tuple[DuoTable, PupilColumns]] = field(default_factory=dict)
    grades: dict[int, tuple[DuoTable, GradeColumns]] = field(default_factory=dict)
    exams: list[tuple[DuoTable, ExamColumns]] = field(default_factory=list)
    forecasts: list[tuple[DuoTable, ForecastColumns]] = field(default_factory=list)
    places: list[DuoTable] = field(default_factory=list)

    @property
    def with_counts(self) -> list[DuoTable]:
        """The files that have something to count."""
        return [table for table, _ in (*self.pupils.values(), *self.grades.values(), *self.exams, *self.forecasts)]


def recognised(paths: Sequence[Path], choice: DuoChoice, today: date) -> DuoFiles:
    """All files by what they are. Raises IntakeError for one that can't be used."""
    files = DuoFiles()
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
        elif kind is DuoKind.FORECASTS:
            files.forecasts.append((table, forecast_columns(table)))
            if len(files.forecasts) > 1:
                both = f"{files.forecasts[0][0].name} en {table.name}"
                raise IntakeError(f"{both} zijn beide prognoses. Kies de nieuwste.")
        elif kind is DuoKind.GRADES:
            columns = grade_columns(table)
            exam_year = _exam_year_of(table, columns, today)
            _check_once(files.grades, exam_year, table, f"de examens van {exam_year - 1}-{exam_year}")
            files.grades[exam_year] = table, columns
        else:
            pupils = pupil_columns(table)
            year = _year_of(table, pupils, choice, today)
            _check_once(files.pupils, year, table, f"1 oktober {year}")
            files.pupils[year] = table, pupils
    _check_year(choice, files)
    return files


def check_same(table: DuoTable, columns: PupilColumns | GradeColumns, school_years: set[str], year: int) -> None:
    """Raises IntakeError when the column of the year says another year than the file was taken for, or more years.

    `year` is that of 1 October. Of exams one year alone may be either of the two, and says nothing.
    """
    if len(school_years) > 1:
        raise IntakeError(f"{table.name} heeft rijen van meer dan één schooljaar. Kies per jaar één bestand.")
    fewest = 2 if isinstance(columns, GradeColumns) else 1
    for said in school_years:
        years = _years_in(said)
        if columns.school_year is not None and len(years) >= fewest and years[0] != year:
            head = cut(table.heads[columns.school_year], 40)
            raise IntakeError(
                f"{table.name} zou van 1 oktober {year} zijn, maar in de kolom {head} staat {cut(said, 20)}. "
                "Er is niets overgenomen; controleer het bestand en geef het de naam van zijn jaar."
            )


def _check_once(
    there: Mapping[int, tuple[DuoTable, PupilColumns | GradeColumns]], year: int, table: DuoTable, period: str
) -> None:
    if year in there:
        both = f"{there[year][0].name} en {table.name}"
        raise IntakeError(f"{both} zijn beide van {period}. Kies een van de twee.")


def _check_year(choice: DuoChoice, files: DuoFiles) -> None:
    """Raises IntakeError when a year was said and none of the files is of it."""
    if choice.year and choice.year not in files.pupils:
        file_years = [f"{table.name} is van {year}" for year, (table, _) in sorted(files.pupils.items())]
        but = f", {enumerate_words(file_years[:MOST_NAMED])}" if file_years else ""
        raise IntakeError(
            f"Geen van deze bestanden is van 1 oktober {choice.year}{but}. Laat het peiljaar weg: "
            "het is er alleen voor een bestand dat zelf geen jaar noemt."
        )


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
    check_same(table, columns, {said}, year)
    if not YEAR_LIMITS[0] <= year <= YEAR_LIMITS[1] or date(year, 10, 1) > today:
        raise IntakeError(
            f"{table.name}: 1 oktober {year} kan geen peildatum zijn. Controleer de naam van het bestand."
        )
    return year


def _exam_year_of(table: DuoTable, columns: GradeColumns, today: date) -> int:
    """The year in which the exams of a file were: the second of the school year in its name, or in a column.

    One year alone says too little: it may be the one in which the school year began. Raises IntakeError.
    """
    said = _said_in_column(table, columns)
    pairs = [years[:2] for years in map(_years_in, (table.path.stem, said)) if len(years) > 1]
    years = next((pair for pair in pairs if pair[1] == pair[0] + 1), None)
    if years is None:
        raise IntakeError(
            f"Van welk schooljaar is {table.name}? Geef het bestand de naam die het bij DUO had, met het schooljaar "
            "erin, zoals geslaagden-gezakten-en-cijfers-2024-2025.csv."
        )
    check_same(table, columns, {said}, years[0])
    if not YEAR_LIMITS[0] <= years[1] <= YEAR_LIMITS[1] or years[0] >= today.year:
        raise IntakeError(
            f"{table.name}: van schooljaar {years[0]}-{years[1]} kunnen nog geen examens bekend zijn. "
            "Controleer de naam van het bestand."
        )
    return years[1]


def _said_in_column(table: DuoTable, columns: PupilColumns | GradeColumns) -> str:
    """What the column of the year says, in the first row that says something; empty when nothing does."""
    at = columns.school_year
    if at is None:
        return ""
    cells = (bare(row[at]) for row in DuoReading(table, Meter(0, None)).rows())
    return next(filter(None, cells), "")


def _years_in(text: str) -> list[int]:
    return [int(year) for year in _YEAR.findall(text)]
