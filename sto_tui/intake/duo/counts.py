"""Counting pupils and exams of the chosen vestigingen. A masked number stays a range, also in a sum."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from sto_tui.domain.text import cut, plain
from sto_tui.intake.duo.columns import Exam, ExamColumns, GradeColumns, PupilColumns
from sto_tui.intake.duo.file import DuoReading, bare
from sto_tui.intake.duo.programmes import (
    OTHER,
    OTHER_TECHNIEK,
    WITHOUT_PROFILE,
    is_undivided,
    leerweg_of,
    profile_in_sector,
)
from sto_tui.intake.duo.vestigingen import Wanted, key_of
from sto_tui.intake.sheets.table_reader import IntakeError


class Range(NamedTuple):
    """A count: the lowest and the highest it can be."""

    low: int = 0
    high: int = 0

    def plus(self, other: "Range") -> "Range":
        """The sum."""
        return Range(self.low + other.low, self.high + other.high)


_NOBODY = Range()
_MOST_SEEN = 10_000
# A masked cell: at least one, and fewer than five.
_MASKED = Range(1, 4)


class Cell(NamedTuple):
    """Where a count belongs: of pupils a leerjaar, of an exam who is counted."""

    leerweg: str
    profile: str
    measure: int | Exam


@dataclass
class Sum:
    """A count that grows; empty cells are kept apart until it is known what they mean."""

    low: int = 0
    high: int = 0
    empty: int = 0

    def add(self, count: Range | None) -> None:
        """Adds a cell; None is an empty one."""
        if count is None:
            self.empty += 1
        else:
            self.low += count.low
            self.high += count.high

    def range(self, marks: "Marks") -> Range:
        """The count, now that all of the file was seen."""
        return Range(self.low, self.high + marks.empty.high * self.empty)


@dataclass
class Marks:
    """What all rows of a file, also those of other schools, say of how it masks."""

    masked: bool = False
    zeros: bool = False
    small: bool = False
    _seen: set[str] = field(default_factory=set, repr=False, compare=False)

    def look(self, cells: Collection[str], flag: bool) -> None:
        """Looks at the counts in a row; what is no count is for who counts that row."""
        if self.masked or (not flag and self._seen.issuperset(cells)):
            return
        for cell in cells:
            try:
                count = range_of(cell, flag)
            except ValueError:
                continue
            if count is not None:
                self.masked |= count.low != count.high
                self.zeros |= count == _NOBODY
                self.small |= 0 < count.high < _MASKED.high
        # The same few numbers come back in every row; they are looked at once.
        if not flag and len(self._seen) < _MOST_SEEN:
            self._seen.update(cells)

    @property
    def empty(self) -> Range:
        """What an empty cell stands for: nothing only when that is sure.

        It is when the file marks what it masks, or when it shows small counts and writes no zeros.
        """
        return Range() if self.masked or (self.small and not self.zeros) else Range(0, _MASKED.high)


@dataclass
class FileCounts:
    """What one file gave. `met` are the chosen vestigingen that have a row, `counted` those that have pupils.

    Those are kept with the name that the file gives them.
    """

    sums: dict[Cell, Sum] = field(default_factory=lambda: defaultdict(Sum))
    met: set[str] = field(default_factory=set)
    counted: dict[str, str] = field(default_factory=dict)
    masked: int = 0
    marks: Marks = field(default_factory=Marks)
    no_profile: dict[str, set[str]] = field(default_factory=dict)
    no_leerweg: set[str] = field(default_factory=set)
    school_years: set[str] = field(default_factory=set)

    @property
    def empty_is_masked(self) -> bool:
        """Whether empty cells that were counted may be masked."""
        return self.marks.empty.high > 0 and any(cell_sum.empty for cell_sum in self.sums.values())

    def ranges(self) -> dict[Cell, Range]:
        """The counts."""
        return {cell: cell_sum.range(self.marks) for cell, cell_sum in self.sums.items()}


@dataclass
class Exams:
    """Exams in the sector techniek: by year, then by leerweg, who took part and who passed.

    None is unknown: DUO did not divide that leerweg by sector in that year. `counted` are by year the vestigingen with
    candidates, each with its name.
    """

    candidates: dict[int, dict[str, Range | None]] = field(default_factory=dict)
    passed: dict[int, dict[str, Range | None]] = field(default_factory=dict)
    met: set[str] = field(default_factory=set)
    counted: dict[int, dict[str, str]] = field(default_factory=dict)
    masked: int = 0
    empty_is_masked: bool = False
    no_leerweg: set[str] = field(default_factory=set)


def count_pupils(reading: DuoReading, columns: PupilColumns, wanted: Wanted) -> FileCounts:
    """Adds up file 01 for the chosen vestigingen, leerjaar 3 and 4 of the vmbo. Raises IntakeError."""

    def described(row: list[str]) -> _Described:
        education, programme = bare(row[columns.kind]), bare(row[columns.programme])
        return _Described(leerweg_of(education, programme), education, bare(row[columns.department]), programme)

    return _counted(reading, columns, wanted, described)


def count_grades(reading: DuoReading, columns: GradeColumns, wanted: Wanted) -> FileCounts:
    """Adds up the exams of the vmbo in one year, per leerweg and profiel. Raises IntakeError."""

    def described(row: list[str]) -> _Described:
        education, leerweg = bare(row[columns.kind]), bare(row[columns.leerweg])
        found = leerweg_of(education, f"vmbo {leerweg}")
        return _Described(found, f"{education} {leerweg}", bare(row[columns.department]), "")

    return _counted(reading, columns, wanted, described)


class _Described(NamedTuple):
    """What a row is about: its leerweg (empty for no vmbo), and the words of the file for it."""

    leerweg: str
    education: str
    department: str
    programme: str


def _counted(
    reading: DuoReading,
    columns: PupilColumns | GradeColumns,
    wanted: Wanted,
    described: Callable[[list[str]], _Described],
) -> FileCounts:
    counted = FileCounts()
    for key, row, flag in _chosen(reading, columns, wanted, counted.marks):
        counted.met.add(key)
        if columns.school_year is not None and (said := bare(row[columns.school_year])):
            counted.school_years.add(said)
        about = described(row)
        if not about.leerweg:
            continue
        has_profile = about.leerweg != WITHOUT_PROFILE
        sector = row[columns.sector] if columns.sector is not None else ""
        profile = profile_in_sector(bare(sector), about.department, about.programme) if has_profile else OTHER
        if _add_row(counted, reading, columns, row, about.leerweg, profile, flag):
            counted.counted[key] = _name_in(columns, row)
            if about.leerweg == OTHER:
                counted.no_leerweg.add(cut((about.education or about.programme).strip(), 60))
            if profile in (OTHER, OTHER_TECHNIEK) and has_profile:
                words = dict.fromkeys(filter(None, (about.department, about.programme)))
                counted.no_profile.setdefault(profile, set()).add(cut(" / ".join(words) or about.education, 60))
    return counted


def _add_row(
    counted: FileCounts,
    reading: DuoReading,
    columns: PupilColumns | GradeColumns,
    row: list[str],
    leerweg: str,
    profile: str,
    flag: bool,
) -> int:
    """Adds the cells of one row, and gives the most people that they can stand for."""
    most = 0
    for measure, at in columns.cells:
        count = _range_in(reading, row, at, flag)
        counted.sums[Cell(leerweg, profile, measure)].add(count)
        if count is not None:
            counted.masked += count.low != count.high
            most += count.high
    return most


def count_exams(reading: DuoReading, columns: ExamColumns, wanted: Wanted) -> Exams:
    """Adds up the exams in the sector techniek of the chosen vestigingen. Raises IntakeError."""
    exams, marks = Exams(counted={year: {} for year in columns.candidates}), Marks()
    undivided: set[tuple[int, str]] = set()
    sums: list[dict[int, defaultdict[str, Sum]]] = [
        {year: defaultdict(Sum) for year in places} for places in (columns.candidates, columns.passed)
    ]
    for key, row, flag in _chosen(reading, columns, wanted, marks):
        exams.met.add(key)
        programme = bare(row[columns.programme])
        if is_undivided(programme):
            undivided |= _undivided_in(reading, columns, row, flag, leerweg_of("", programme))
        if "vmbo" not in plain(programme) or "techniek" not in plain(programme):
            continue
        leerweg = leerweg_of("", programme) or OTHER
        years_with: set[int] = set()
        for into, places in zip(sums, (columns.candidates, columns.passed), strict=True):
            for year, at in ((year, at) for year, where in places.items() for at in where):
                count = _range_in(reading, row, at, flag)
                into[year][leerweg].add(count)
                if count is not None:
                    exams.masked += count.low != count.high
                    years_with |= {year} if count.high else set()
        for year in years_with:
            exams.counted[year][key] = _name_in(columns, row)
        if years_with and leerweg == OTHER:
            exams.no_leerweg.add(cut(programme, 60))
    empty = any(cell_sum.empty for into in sums for cells in into.values() for cell_sum in cells.values())
    exams.empty_is_masked = empty and marks.empty.high > 0
    exams.candidates, exams.passed = (
        {
            year: {
                leerweg: None if (year, leerweg) in undivided else cells[leerweg].range(marks)
                for leerweg in {*cells, *(unknown for at, unknown in undivided if at == year)}
            }
            for year, cells in into.items()
        }
        for into in sums
    )
    return exams


def _undivided_in(
    reading: DuoReading, columns: ExamColumns, row: list[str], flag: bool, leerweg: str
) -> set[tuple[int, str]]:
    """The years in which a row without a sector has candidates: how many of them are technical is not known."""
    counts = ((year, _range_in(reading, row, at, flag)) for year, places in columns.candidates.items() for at in places)
    return {(year, leerweg) for year, count in counts if count is not None and count.high}


def _chosen(
    reading: DuoReading, columns: PupilColumns | ExamColumns | GradeColumns, wanted: Wanted, marks: Marks
) -> Iterator[tuple[str, list[str], bool]]:
    """The rows of the chosen vestigingen, each with its key and whether it is flagged; all rows are looked at."""
    at, masked = columns.institution, columns.masked
    counts = _cells_at(columns.counts)

    @lru_cache(maxsize=2048)
    def wanted_institution(cell: str) -> str:
        institution = cell.strip(" \t\"'").upper()
        return institution if institution in wanted.institutions else ""

    for row in reading.rows():
        flag = masked is not None and bare(row[masked]).upper().startswith("J")
        if not marks.masked:
            marks.look(counts(row), flag)
        if not (institution := wanted_institution(row[at])):
            continue
        key = key_of(institution, row[columns.branch], reading)
        if wanted.takes(key):
            yield key, row, flag


def _cells_at(places: Collection[int]) -> Callable[[list[str]], tuple[str, ...]]:
    """What gives the cells of a row in these columns."""
    if len(places) > 1:
        return itemgetter(*places)
    return lambda row: tuple(row[at] for at in places)


def _name_in(columns: PupilColumns | ExamColumns | GradeColumns, row: list[str]) -> str:
    return bare(row[columns.name]) if columns.name is not None else ""


def _range_in(reading: DuoReading, row: list[str], at: int, flag: bool) -> Range | None:
    try:
        return range_of(row[at], flag)
    except ValueError as error:
        raise IntakeError(
            f"{reading.table.name}, regel {reading.line}, kolom {cut(reading.table.heads[at], 60)}: "
            f"‘{cut(bare(row[at]), 20)}’ is geen aantal. Er is niets overgenomen; download het bestand opnieuw bij DUO."
        ) from error


@lru_cache(maxsize=2048)
def range_of(cell: str, flag: bool = False) -> Range | None:
    """The lowest and highest count a cell can stand for; None for an empty one. Raises ValueError for what is no count.

    `<5`, -1 and x stand for one to four, as does a 4 that is marked as masked.
    """
    text = bare(cell).replace(" ", "")
    if not text:
        return None
    if text == "-1" or text.casefold() == "x" or (flag and text == "4"):
        return _MASKED
    if match := re.fullmatch(r"<(\d{1,3})", text, re.ASCII):
        return Range(1, int(match[1]) - 1) if int(match[1]) > 1 else Range()
    # Excel writes thousands with a point, and may add decimals to whole numbers.
    match = re.fullmatch(r"(\d{1,9}|\d{1,3}(?:\.\d{3}){1,2})(?:,0+)?", text, re.ASCII)
    if not match:
        raise ValueError(f"‘{text}’ is geen aantal")
    whole = int(match[1].replace(".", ""))
    return Range(whole, whole)


def total(ranges: Iterable[Range]) -> Range:
    """The sum of counts: of ranges a range."""
    result = Range()
    for count in ranges:
        result = result.plus(count)
    return result
