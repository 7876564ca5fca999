"""Which file of DUO a table is, and where its columns stand. Source: the heads that DUO has used since 2014.

Columns are found by name: between 2014 and 2025 their order, number and names have changed.

Geslaagden, gezakten en cijfers (`geslaagden-gezakten-en-cijfers-2024-2025.csv`; 2021-2022 has a comma in its name) is
the only open file with exams per profiel. A row is a vestiging, leerweg, sector and afdeling. Its heads:
INSTELLINGSCODE (before: BRIN NUMMER), VESTIGINGSCODE (before: VESTIGINGSNUMMER), INSTELLINGSNAAM VESTIGING,
GEMEENTENAAM VESTIGING, PROVINCIE VESTIGING, ONDERWIJSTYPE VO (VMBO, HAVO, VWO), LEERWEG VMBO (BL, KL, GL, TL),
VMBO SECTOR, AFDELING (PIE, BWI, MVI, ZWE, DP), EXAMENKANDIDATEN, GESLAAGDEN, GEZAKTEN, and
GEMIDDELD CIJFER SCHOOLEXAMEN, CENTRAAL EXAMEN and CIJFERLIJST. A count under five is `<5`, or -1 where it is read by
program (with SCHOOLJAAR and BRINVESTIGINGSNUMMER). Source: public programs that read the files of 2018 and of 2022 to
2025; DUO's own explanation, `toelichting-07-geslaagden-gezakten-en-cijfers.pdf`, was not read. The averages are not
taken in: they can only be added up with the number of candidates behind each, which the file does not give.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from sto_tui.domain.dutch import enumerate_words
from sto_tui.domain.text import cut, plain
from sto_tui.intake.duo.file import DuoTable
from sto_tui.intake.sheets.table_reader import IntakeError

YEARS_COUNTED = (3, 4)


def head_key(head: str) -> str:
    """A head as heads are compared: without case, accents, blanks, dashes and line ends."""
    return "".join(char for char in plain(head) if char.isalnum())


class DuoKind(Enum):
    """The files of DUO that are known; the value is what people call them."""

    PUPILS = "leerlingen vo per vestiging naar onderwijstype"
    PLACES = "alle vestigingen vo"
    EXAMS = "examenkandidaten en geslaagden"
    GRADES = "geslaagden, gezakten en cijfers"
    FORECASTS = "prognoses vo"
    OLD_PUPILS = "01voins"


class Exam(Enum):
    """Of whom an exam is counted."""

    CANDIDATES = "examenkandidaten"
    PASSED = "geslaagden"


@dataclass(frozen=True)
class DuoColumn:
    """A column: its present name, and the names it had."""

    name: str
    old_names: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """All its names, as they are compared."""
        return tuple(head_key(name) for name in (self.name, *self.old_names))


@dataclass(frozen=True)
class PupilColumns:
    """Where file 01 has what is counted; `cells` are the counts, each with its leerjaar."""

    institution: int
    branch: int
    name: int | None
    kind: int
    department: int
    programme: int
    cells: tuple[tuple[int, int], ...]
    masked: int | None
    school_year: int | None
    sector: int | None = None

    @property
    def counts(self) -> tuple[int, ...]:
        """The columns with a count."""
        return tuple(at for _, at in self.cells)


@dataclass(frozen=True)
class GradeColumns:
    """Where geslaagden, gezakten en cijfers has what is counted; `cells` are the counts, each with what it is of."""

    institution: int
    branch: int
    name: int | None
    kind: int
    leerweg: int
    department: int
    cells: tuple[tuple[Exam, int], ...]
    masked: int | None
    school_year: int | None
    sector: int | None = None

    @property
    def counts(self) -> tuple[int, ...]:
        """The columns with a count."""
        return tuple(at for _, at in self.cells)


@dataclass(frozen=True)
class ForecastColumns:
    """Where a file with prognoses has what is expected: a column per level and year, or a row for each."""

    institution: int
    branch: int | None
    name: int | None
    cells: tuple[tuple[str, int, int], ...] = ()
    level: int | None = None
    year: int | None = None
    amount: int | None = None


@dataclass(frozen=True)
class PlaceColumns:
    """Where file 02, or a file with counts, has what a vestiging is chosen by."""

    institution: int
    branch: int
    name: int | None
    gemeente: int
    rmc_code: int | None = None
    rmc_name: int | None = None


@dataclass(frozen=True)
class ExamColumns:
    """Where the exam file has its counts: per year (in which the exam was) the columns to add up."""

    institution: int
    branch: int
    name: int | None
    programme: int
    candidates: Mapping[int, tuple[int, ...]]
    passed: Mapping[int, tuple[int, ...]]
    masked: int | None

    @property
    def counts(self) -> tuple[int, ...]:
        """The columns with a count."""
        return tuple(at for columns in (self.candidates, self.passed) for places in columns.values() for at in places)


INSTITUTION = DuoColumn("INSTELLINGSCODE", ("BRIN NUMMER", "BRIN", "INSTELLING"))
BRANCH = DuoColumn("VESTIGINGSCODE", ("VESTIGINGSNUMMER", "BRINVESTIGINGSNUMMER"))
BRANCH_NAME = DuoColumn("INSTELLINGSNAAM VESTIGING", ("VESTIGINGSNAAM",))
PLACE_NAME = DuoColumn("VESTIGINGSNAAM", ("INSTELLINGSNAAM VESTIGING",))
EDUCATION = DuoColumn("ONDERWIJSTYPE VO EN LEER- OF VERBLIJFSJAAR")
SECTOR = DuoColumn("VMBO SECTOR")
DEPARTMENT = DuoColumn("AFDELING")
PROGRAMME = DuoColumn("OPLEIDINGSNAAM")
EXAM_EDUCATION = DuoColumn("ONDERWIJSTYPE VO")
LEERWEG = DuoColumn("LEERWEG VMBO")
CANDIDATES = DuoColumn("EXAMENKANDIDATEN")
PASSED = DuoColumn("GESLAAGDEN")
LEVEL = DuoColumn(
    "ONDERWIJSNIVEAU", ("NIVEAU", "TYPE_VO", "ONDERWIJSTYPE VO", "ONDERWIJSTYPE", "ONDERWIJSSOORT", "LEERWEG VMBO")
)
FORECAST_YEAR = DuoColumn("JAAR")
AMOUNT = DuoColumn("AANTAL", ("PROGNOSEAANTALLEN", "PROGNOSEAANTAL", "PROGNOSE", "AANTAL LEERLINGEN"))
FORECAST_NAME = DuoColumn("INSTELLINGSNAAM VESTIGING", ("INSTELLINGSNAAM", "VESTIGINGSNAAM", "BRIN_NAAM"))
GEMEENTE = DuoColumn("GEMEENTENAAM", ("GEMEENTENAAM VESTIGING",))
MASKED = DuoColumn("INDICATIEAVG", ("INDICATIE AVG",))
SCHOOL_YEAR = DuoColumn("SCHOOLJAAR", ("PEILDATUM", "PEILJAAR", "TELDATUM"))
RMC_CODE = DuoColumn("RMC-REGIO CODE", ("RMC REGIOCODE", "RMC CODE", "CODE RMC-REGIO", "CODE RMC"))
RMC_NAME = DuoColumn("RMC-REGIO NAAM", ("RMC REGIONAAM", "RMC NAAM", "NAAM RMC-REGIO", "NAAM RMC"))

_COUNT = re.compile(r"leerofverblijfsjaar(\d)(man|vrouw|onbekend|x)")
_COUNTED = re.compile(rf"leerofverblijfsjaar({'|'.join(map(str, YEARS_COUNTED))})(man|vrouw|onbekend|x)")
_EXAM = re.compile(r"(examenkandidaten|geslaagden)schooljaar(\d{4})(\d{4})(man|vrouw|onbekend|totaal)")
_FORECAST = re.compile(r"(vmbo[a-z]*)((?:19|20)\d\d)(?:(?:19|20)\d\d)?")
_OF_PLACES = {"vestigingsnaam", "gemeentenaam", "straatnaam", "postcode", "denominatie", "onderwijsstructuur"}
_OF_GRADES = {"leerwegvmbo", "examenkandidaten", "geslaagden", "gezakten", "gemiddeldcijfercijferlijst"}
_OF_OLD_PUPILS = {"aantalleerlingen", "leerjaar", "afdeling"}
_KNOWN = frozenset(
    key
    for column in (INSTITUTION, BRANCH, BRANCH_NAME, EDUCATION, DEPARTMENT, PROGRAMME, GEMEENTE, SCHOOL_YEAR)
    for key in column.keys
) | {"vmbosector", "provincievestiging", "plaatsnaamvestiging", "onderwijstypevo", "jaar", *_OF_GRADES, *AMOUNT.keys}


def head_score(heads: Sequence[str]) -> int:
    """How many of these heads are of a file of DUO."""
    return sum(1 for key in map(head_key, heads) if _is_known(key))


def kind_of(table: DuoTable) -> DuoKind:
    """Which file this is. Raises IntakeError when it is none that is known."""
    keys = set(map(head_key, table.heads))
    if any(_EXAM.fullmatch(key) for key in keys):
        return DuoKind.EXAMS
    if any("vaknaam" in key for key in keys):
        raise IntakeError(
            f"{table.name} gaat over examens per vak, en die zijn niet op te tellen tot leerlingen. Kies bij DUO "
            "‘geslaagden, gezakten en cijfers’."
        )
    if keys >= _OF_OLD_PUPILS:
        return DuoKind.OLD_PUPILS
    if len(keys & _OF_GRADES) >= 2:
        return DuoKind.GRADES
    if ("jaar" in keys and keys & set(AMOUNT.keys)) or sum(1 for key in keys if _FORECAST.fullmatch(key)) >= 2:
        return DuoKind.FORECASTS
    if any(_COUNT.fullmatch(key) for key in keys) or EDUCATION.keys[0] in keys:
        return DuoKind.PUPILS
    if len(keys & _OF_PLACES) >= 3:
        return DuoKind.PLACES
    raise IntakeError(
        f"{table.name} is geen bestand van DUO dat sto-tui kent. Kies bestand 01 (leerlingen per vestiging naar "
        "onderwijstype), 02 (alle vestigingen), geslaagden, gezakten en cijfers, examenkandidaten en geslaagden, of "
        "de prognoses vo."
    )


def pupil_columns(table: DuoTable) -> PupilColumns:
    """The columns of file 01. Raises IntakeError that names those that are missing."""
    finder = _Finder(table)
    cells = sorted((int(match[1]), at) for match, at in finder.matching(_COUNTED))
    for year in YEARS_COUNTED:
        for sex in ("MAN", "VROUW"):
            finder.need(DuoColumn(f"LEER- OF VERBLIJFSJAAR {year} - {sex}"))
    columns = PupilColumns(
        finder.need(INSTITUTION),
        finder.need(BRANCH),
        finder.at(BRANCH_NAME),
        finder.need(EDUCATION),
        finder.need(DEPARTMENT),
        finder.need(PROGRAMME),
        tuple(cells),
        finder.at(MASKED),
        finder.at(SCHOOL_YEAR),
        finder.at(SECTOR),
    )
    finder.check()
    return columns


def place_columns(table: DuoTable, *, by_rmc: bool) -> PlaceColumns:
    """The columns of file 02; the RMC-regio has to be there when vestigingen are chosen by it. Raises IntakeError."""
    finder = _Finder(table)
    rmc_code, rmc_name = finder.at(RMC_CODE), finder.at(RMC_NAME)
    if by_rmc and rmc_code is None and rmc_name is None:
        finder.need(RMC_CODE)
    columns = PlaceColumns(
        finder.need(INSTITUTION),
        finder.need(BRANCH),
        finder.need(PLACE_NAME),
        finder.need(GEMEENTE),
        rmc_code,
        rmc_name,
    )
    finder.check()
    return columns


def own_place_columns(table: DuoTable) -> PlaceColumns | None:
    """Where a file with counts says itself in which gemeente a vestiging is; None when it does not."""
    finder = _Finder(table)
    institution, branch, gemeente = finder.at(INSTITUTION), finder.at(BRANCH), finder.at(GEMEENTE)
    if institution is None or branch is None or gemeente is None:
        return None
    finder.check()
    return PlaceColumns(institution, branch, None, gemeente)


def grade_columns(table: DuoTable) -> GradeColumns:
    """The columns of geslaagden, gezakten en cijfers. Raises IntakeError that names those that are missing."""
    finder = _Finder(table)
    columns = GradeColumns(
        finder.need(INSTITUTION),
        finder.need(BRANCH),
        finder.at(BRANCH_NAME),
        finder.need(EXAM_EDUCATION),
        finder.need(LEERWEG),
        finder.need(DEPARTMENT),
        ((Exam.CANDIDATES, finder.need(CANDIDATES)), (Exam.PASSED, finder.need(PASSED))),
        finder.at(MASKED),
        finder.at(SCHOOL_YEAR),
        finder.at(SECTOR),
    )
    finder.check()
    return columns


def forecast_columns(table: DuoTable) -> ForecastColumns:
    """The columns of prognoses, of both forms. Raises IntakeError that names those that are missing."""
    if "typepo" in map(head_key, table.heads):
        raise IntakeError(f"{table.name} is van het basisonderwijs. Kies bij DUO de prognoses van het vo.")
    finder = _Finder(table)
    cells = tuple(
        (re.split(r"[\W_]*(?:19|20)\d\d", table.heads[at])[0], int(match[2]), at)
        for match, at in finder.matching(_FORECAST)
    )
    in_rows = not cells
    columns = ForecastColumns(
        finder.need(INSTITUTION),
        finder.at(BRANCH),
        finder.at(FORECAST_NAME),
        cells,
        finder.need(LEVEL) if in_rows else None,
        finder.need(FORECAST_YEAR) if in_rows else None,
        finder.need(AMOUNT) if in_rows else None,
    )
    finder.check()
    return columns


def exam_columns(table: DuoTable) -> ExamColumns:
    """The columns of the exam file; a total, or else the columns it is the sum of. Raises IntakeError."""
    finder = _Finder(table)
    years: dict[str, dict[int, dict[str, int]]] = {"examenkandidaten": {}, "geslaagden": {}}
    for match, at in finder.matching(_EXAM):
        years[match[1]].setdefault(int(match[3]), {})[match[4]] = at
    for year in sorted({year for columns in years.values() for year in columns}):
        for group, columns in years.items():
            parts = columns.get(year, {})
            if "totaal" not in parts and not {"man", "vrouw"} <= parts.keys():
                finder.missing.append(f"{group.upper()} SCHOOLJAAR {year - 1}-{year} - TOTAAL")
    institution, branch = finder.need(INSTITUTION), finder.need(BRANCH)
    programme, name, masked = finder.need(PROGRAMME), finder.at(BRANCH_NAME), finder.at(MASKED)
    finder.check()
    candidates, passed = (
        {year: (parts["totaal"],) if "totaal" in parts else tuple(parts.values()) for year, parts in columns.items()}
        for columns in years.values()
    )
    return ExamColumns(institution, branch, name, programme, candidates, passed, masked)


class _Finder:
    """Finds columns in the heads of a table, and keeps which are missing and which stand there more than once."""

    def __init__(self, table: DuoTable) -> None:
        self.missing: list[str] = []
        self._table = table
        self._places: dict[str, list[int]] = {}
        self._doubled: dict[str, None] = {}
        for at, head in enumerate(table.heads):
            self._places.setdefault(head_key(head), []).append(at)

    def at(self, column: DuoColumn) -> int | None:
        return next((self._only(key) for key in column.keys if key in self._places), None)

    def _only(self, key: str) -> int:
        first, *doubles = self._places[key]
        if doubles:
            self._doubled[self._table.heads[first]] = None
        return first

    def need(self, column: DuoColumn) -> int:
        place = self.at(column)
        if place is None:
            old = f" (vroeger {column.old_names[0]})" if column.old_names else ""
            self.missing.append(f"{column.name}{old}")
        return place or 0

    def matching(self, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], int]]:
        for key in self._places:
            if match := pattern.fullmatch(key):
                yield match, self._only(key)

    def check(self) -> None:
        if self.missing:
            noun = "de kolom" if len(self.missing) == 1 else "de kolommen"
            raise IntakeError(
                f"{self._table.name} mist {noun} {enumerate_words(self.missing)}. Er is niets overgenomen; "
                "download het bestand opnieuw bij DUO."
            )
        if self._doubled:
            noun = "de kolom" if len(self._doubled) == 1 else "de kolommen"
            names = enumerate_words([cut(head, 80) for head in self._doubled])
            raise IntakeError(
                f"{self._table.name} heeft {noun} {names} meer dan eens, en welke telt is niet te zien. "
                "Er is niets overgenomen; download het bestand opnieuw bij DUO."
            )


def _is_known(key: str) -> bool:
    patterns = (_COUNT, _EXAM, _FORECAST)
    return key in _KNOWN or key in _OF_PLACES or any(pattern.fullmatch(key) for pattern in patterns)
