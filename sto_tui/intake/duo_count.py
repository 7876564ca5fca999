"""Counting pupils and exams of the chosen vestigingen. A masked number stays a range, also in a sum."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from sto_tui.domain.text import cut, plain
from sto_tui.intake.duo_columns import ExamColumns, PupilColumns
from sto_tui.intake.duo_file import Reading, bare
from sto_tui.intake.duo_places import Wanted, key_of
from sto_tui.intake.sheet import IntakeError


class Range(NamedTuple):
    """A count: the lowest and the highest it can be."""

    low: int = 0
    high: int = 0

    def plus(self, other: "Range") -> "Range":
        """The sum."""
        return Range(self.low + other.low, self.high + other.high)


# A masked cell: at least one, and fewer than five.
_MASKED = Range(1, 4)

BB, KB, GL, TL, VM2 = "bb", "kb", "gl", "tl", "vmbo-mbo2"
# Beroepsgericht is bb, kb and gl (article 1.1 of the regulation); tl has no profiel.
WITHOUT_PROFILE = TL
OTHER = "overig"
BROAD = "techniek-breed"
LEERWEGEN = (BB, KB, GL, TL, VM2, OTHER)
PROFILES = ("PIE", "BWI", "M&T", "MVI", "MaT", "Z&W", "E&O", "HBR", "Groen", "D&P", BROAD, OTHER)

_PROFILE_PATTERNS = tuple(
    (label, re.compile(pattern))
    for label, pattern in (
        ("PIE", r"\bproduc\w*\.?,? inst|\bpie\b"),
        ("BWI", r"\bbouwen,? wonen|\bbwi\b"),
        ("M&T", r"\bmobiliteit\b|\bm ?& ?t\b"),
        ("MVI", r"\bmedia,? vorm|\bmvi\b"),
        ("MaT", r"\bmaritiem|\bmat\b"),
        ("Z&W", r"\bzorg (en|&) welzijn|\bz ?& ?w\b"),
        ("E&O", r"\beconomie (en|&) ondern|\be ?& ?o\b"),
        ("HBR", r"\bhoreca\b|\bhbr\b"),
        ("D&P", r"\bdienstverlening (en|&) prod|\bd ?& ?p\b"),
        (BROAD, r"\btechniek[ -]breed\b|\bvakmanschapsroute techniek"),
        ("Groen", r"\bgroen\b"),
    )
)
_LEERWEG = re.compile(
    r"\b(?:vmbo[ -]*)?(?P<word>basisberoeps|kaderberoeps|gemengde|theoretische)"
    r"|\bvmbo[ -]*\(?(?P<code>bb|bl|b|kb|kl|k|gl|g|tl|t)\)?(?![\w/]| ?/)"
)
_WORDS = {"b": BB, "k": KB, "g": GL, "t": TL}


class Cell(NamedTuple):
    """Where a count of pupils belongs."""

    leerweg: str
    profile: str
    leerjaar: int


@dataclass
class Sum:
    """A count that grows; empty cells are kept apart until it is known what they mean."""

    low: int = 0
    high: int = 0
    empty: int = 0


@dataclass
class Counted:
    """What one file gave. `met` are the chosen vestigingen that have a row, `counted` those that have pupils."""

    sums: dict[Cell, Sum] = field(default_factory=lambda: defaultdict(Sum))
    met: set[str] = field(default_factory=set)
    counted: set[str] = field(default_factory=set)
    masked: int = 0
    zeros: int = 0
    no_profile: set[str] = field(default_factory=set)
    no_leerweg: set[str] = field(default_factory=set)
    school_years: set[str] = field(default_factory=set)

    @property
    def empty_is_masked(self) -> bool:
        """A file that writes zeros, marks nothing as masked and has empty cells masks by leaving empty."""
        return self.zeros > 0 and self.masked == 0 and any(one.empty for one in self.sums.values())

    def ranges(self) -> dict[Cell, Range]:
        """The counts."""
        extra = _MASKED.high if self.empty_is_masked else 0
        return {cell: Range(one.low, one.high + extra * one.empty) for cell, one in self.sums.items()}


@dataclass
class Exams:
    """Exams in the sector techniek: by year, then by leerweg, who took part and who passed."""

    candidates: dict[int, dict[str, Range]] = field(default_factory=dict)
    passed: dict[int, dict[str, Range]] = field(default_factory=dict)
    met: set[str] = field(default_factory=set)
    counted: set[str] = field(default_factory=set)
    masked: int = 0
    no_leerweg: set[str] = field(default_factory=set)


def count_pupils(reading: Reading, columns: PupilColumns, wanted: Wanted) -> Counted:
    """Adds up file 01 for the chosen vestigingen, leerjaar 3 and 4 of the vmbo. Raises IntakeError."""
    counted = Counted()
    for key, row in _chosen(reading, columns, wanted):
        counted.met.add(key)
        if columns.school_year is not None:
            counted.school_years.add(bare(row[columns.school_year]))
        education, department = bare(row[columns.kind]), bare(row[columns.department])
        programme = bare(row[columns.programme])
        leerweg = leerweg_of(education, programme)
        if not leerweg:
            continue
        profile = OTHER if leerweg == WITHOUT_PROFILE else profile_of(department, programme)
        flag = columns.masked is not None and bare(row[columns.masked]).upper().startswith("J")
        high = _add_row(counted, reading, columns, row, leerweg, profile, flag)
        if high:
            counted.counted.add(key)
            if leerweg == OTHER:
                counted.no_leerweg.add(cut(education or programme, 60))
            if profile == OTHER and leerweg != WITHOUT_PROFILE:
                counted.no_profile.add(cut(" / ".join(dict.fromkeys(filter(None, (department, programme)))), 60))
    return counted


def _add_row(
    counted: Counted, reading: Reading, columns: PupilColumns, row: list[str], leerweg: str, profile: str, flag: bool
) -> int:
    """Adds the cells of one row, and gives the most pupils that they can stand for."""
    most = 0
    for leerjaar, at in columns.cells:
        found = _range_in(reading, row, at, flag)
        into = counted.sums[Cell(leerweg, profile, leerjaar)]
        if found is None:
            into.empty += 1
            continue
        counted.zeros += found == Range()
        counted.masked += found.low != found.high
        into.low += found.low
        into.high += found.high
        most += found.high
    return most


def count_exams(reading: Reading, columns: ExamColumns, wanted: Wanted) -> Exams:
    """Adds up the exams in the sector techniek of the chosen vestigingen. Raises IntakeError."""
    exams = Exams(
        {year: defaultdict(Range) for year in columns.candidates}, {year: defaultdict(Range) for year in columns.passed}
    )
    for key, row in _chosen(reading, columns, wanted):
        exams.met.add(key)
        programme = bare(row[columns.programme])
        if "vmbo" not in plain(programme) or "techniek" not in plain(programme):
            continue
        leerweg = leerweg_of("", programme) or OTHER
        high = 0
        for into, places in ((exams.candidates, columns.candidates), (exams.passed, columns.passed)):
            for year, where in places.items():
                for at in where:
                    found = _range_in(reading, row, at, False) or Range()
                    exams.masked += found.low != found.high
                    high += found.high
                    into[year][leerweg] = into[year].get(leerweg, Range()).plus(found)
        if high:
            exams.counted.add(key)
            exams.no_leerweg |= {cut(programme, 60)} if leerweg == OTHER else set()
    return exams


def _chosen(reading: Reading, columns: PupilColumns | ExamColumns, wanted: Wanted) -> Iterator[tuple[str, list[str]]]:
    """The rows of the chosen vestigingen with their keys. Most rows are of others, so those go first."""
    at, institutions = columns.institution, wanted.institutions
    for row in reading.rows():
        institution = row[at].strip(" \t\"'").upper()
        if institution not in institutions:
            continue
        key = key_of(institution, row[columns.branch], reading)
        if wanted.takes(key):
            if columns.name is not None and key not in wanted.names:
                wanted.names[key] = bare(row[columns.name])
            yield key, row


def _range_in(reading: Reading, row: list[str], at: int, flag: bool) -> Range | None:
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


@lru_cache(maxsize=2048)
def leerweg_of(education: str, programme: str) -> str:
    """The leerweg; empty for what is no vmbo of an own school (havo, vwo, praktijkonderwijs, brugjaar, vavo)."""
    kind = plain(education)
    if kind and ("vmbo" not in kind or "vavo" in kind):
        return ""
    if "vmbo-mbo" in kind:
        return VM2
    for text in (kind, plain(programme)):
        if match := _LEERWEG.search(text):
            return _WORDS[(match["code"] or match["word"])[0]]
    return OTHER if kind else ""


@lru_cache(maxsize=2048)
def profile_of(*texts: str) -> str:
    """The profiel that a department or a programme names, of the ten since 2016; `overig` for any other."""
    for text in map(plain, texts):
        for label, pattern in _PROFILE_PATTERNS:
            if pattern.search(text):
                return label
    return OTHER


def total(ranges: Iterable[Range]) -> Range:
    """The sum of counts: of ranges a range."""
    result = Range()
    for one in ranges:
        result = result.plus(one)
    return result
