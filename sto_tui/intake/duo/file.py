"""One pass through a file of DUO, piece by piece: its rows, its fingerprint, and how far it is.

The encoding is found per piece and the delimiter from the head, because DUO has used several of both. Never more than
one piece is in memory: these files may be 100 MB. A workbook is read whole, and may have 20.000 rows.
"""

import csv
import hashlib
import re
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from sto_tui.domain.dutch import count, enumerate_words
from sto_tui.domain.text import clean_line
from sto_tui.intake.sheets.comma_file import StrictCommas, best_head
from sto_tui.intake.sheets.table_reader import IntakeError, SheetRow, read_workbook

# How far reading is, in bytes of all files together; whoever answers False wants it to stop.
Progress = Callable[[int, int], bool | None]
# How many heads of columns a row holds that are known; the best row wins.
Score = Callable[[Sequence[str]], int]

WORKBOOKS = (".xlsx", ".xlsm", ".ods")
_PIECE = 256 * 1024
_LONGEST_LINE = 1024 * 1024
_HEAD_BYTES = 64 * 1024
_HEAD_ROWS = 10
_DELIMITERS = ";,\t|"
_MARK = b"\xef\xbb\xbf"
_PACKED = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0", b"\x1f\x8b")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_AROUND = " \t\"'"


class CancelledError(IntakeError):
    """Whoever asked for it has stopped the reading; nothing was done."""


@dataclass(frozen=True)
class DuoTable:
    """What the beginning of a file says: the heads of its columns, and in which row they stand (from zero).

    Of a workbook `sheet` are the rows under the head.
    """

    path: Path
    size: int
    delimiter: str
    head_row: int
    heads: tuple[str, ...]
    sheet: tuple[SheetRow, ...] | None = None

    @property
    def name(self) -> str:
        """The name of the file, safe to show."""
        return clean_line(self.path.name)


class Meter:
    """Counts the bytes that were read, over several files. Raises CancelledError when that is wished."""

    def __init__(self, total: int, progress: Progress | None) -> None:
        self._done, self._total, self._progress = 0, total, progress

    def add(self, count: int) -> None:
        """Tells that so many bytes more were read."""
        self._done += count
        if self._progress and self._progress(min(self._done, self._total), self._total) is False:
            raise CancelledError("Het lezen is gestopt. Er is niets overgenomen.")


class DuoReading:
    """One pass through the rows under the head; the fingerprint is known when it has come to the end."""

    def __init__(self, table: DuoTable, meter: Meter) -> None:
        self.table = table
        self._meter = meter
        self._hash = hashlib.sha256()
        self._torn: list[int] = []
        # Whether there is a return that ends no line so far: only then a row may have one in it.
        self._has_returns = False
        self._row_number = 0
        self._doubled = _doubled_quotes(table.delimiter)
        self._reader = csv.reader(self._lines(), StrictCommas, delimiter=table.delimiter)

    @property
    def line(self) -> int:
        """The line of the file, or the row of the workbook, that was read last, from one."""
        return self._row_number if self.table.sheet is not None else self._reader.line_num

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of what was read, in hexadecimal."""
        return self._hash.hexdigest()

    def rows(self) -> Iterator[list[str]]:
        """The rows as they stand there, each on a line of its own.

        Raises IntakeError for a row that has not as many cells as there are heads, for a quote that is not closed, and
        at the end for rows that took more than one line: behind a stray quote other rows may have gone.
        """
        width, before = len(self.table.heads), 0
        if self.table.sheet is not None:
            yield from self._rows_of(self.table.sheet, width)
            return
        reader, head = self._reader, self.table.head_row
        try:
            for number, row in enumerate(reader):
                first, before = before + 1, reader.line_num
                if number <= head:
                    continue
                if before > first or (self._has_returns and "\r" in "".join(row)):
                    self._torn.append(first)
                elif len(row) == width:
                    yield row
                elif sum(1 for cell in row if cell.strip()) > 1:
                    yield self._fitted(row, width)
        except csv.Error as error:
            self._check_torn()
            raise IntakeError(
                f"{self.table.name} klopt niet bij regel {self.line}: een aanhalingsteken staat er half, "
                "of een cel is te lang. Download het bestand opnieuw bij DUO."
            ) from error
        self._check_torn()

    def _rows_of(self, sheet: Sequence[SheetRow], width: int) -> Iterator[list[str]]:
        with _opened(self.table.path) as file:
            while piece := file.read(_PIECE):
                self._hash.update(piece)
                self._meter.add(len(piece))
        for row in sheet:
            self._row_number = row.number
            cells = [str(cell) for cell in row.cells]
            if sum(1 for cell in cells if cell.strip()) > 1:
                yield self._fitted([*cells, *[""] * (width - len(cells))], width)

    def _check_torn(self) -> None:
        if self._torn:
            rows = count(len(self._torn), "rij loopt", "rijen lopen")
            where = "" if len(self._torn) == 1 else "; de eerste begint daar"
            raise IntakeError(
                f"{self.table.name}, regel {self._torn[0]}: {rows} door over meer dan één regel{where}. "
                "Er is niets overgenomen; een aanhalingsteken of regeleinde staat verkeerd. "
                "Download het bestand opnieuw bij DUO."
            )

    def _fitted(self, row: list[str], width: int) -> list[str]:
        """The row with only empty cells added or dropped at its end."""
        if len(row) >= width and not any(cell.strip() for cell in row[width:]):
            return row[:width]
        raise IntakeError(
            f"{self.table.name}, regel {self.line}: hier staan {len(row)} kolommen en in de kop {width}. "
            "Download het bestand opnieuw bij DUO en bewaar het niet eerst in Excel."
        )

    def _lines(self) -> Iterator[str]:
        rest, first = b"", True
        with _opened(self.table.path) as file:
            while piece := file.read(_PIECE):
                self._hash.update(piece)
                self._meter.add(len(piece))
                data = piece.removeprefix(_MARK) if first else rest + piece
                first = False
                cut = data.rfind(b"\n") + 1
                if not cut and len(data) > _LONGEST_LINE:
                    raise _no_text(self.table.name)
                if cut:
                    self._has_returns |= data.count(b"\r", 0, cut) != data.count(b"\r\n", 0, cut)
                    yield from self._single_quotes(_text(data[:cut], self.table.name))[:-1]
                rest = data[cut:]
        if rest:
            self._has_returns |= b"\r" in rest
            yield from self._single_quotes(_text(rest, self.table.name))

    def _single_quotes(self, text: str) -> list[str]:
        """The lines of a text, with a cell between doubled quotes as one between quotes."""
        lines = text.split("\n")
        return [self._doubled.sub(r'"\1"', line) for line in lines] if '""' in text else lines


def beginning_of(path: Path, score: Score) -> DuoTable:
    """What the first lines of a file say; without a known head it has no heads. Raises IntakeError."""
    name = clean_line(path.name)
    size = _size_of(path, name)
    if path.suffix.lower() in WORKBOOKS:
        return _beginning_of_workbook(path, size, score)
    with _opened(path) as file:
        data = file.read(_HEAD_BYTES)
    if data.startswith(_PACKED):
        raise IntakeError(
            f"{name} is geen CSV maar een werkmap of een ingepakt bestand. Pak een zip eerst uit, en geef een werkmap "
            "de naam die hij had, zoals .xlsx."
        )
    if data.startswith(_UTF16):
        raise _no_text(name)
    if not data.strip(b"\x00 \t\r\n;,\xef\xbb\xbf"):
        raise IntakeError(f"{name} is leeg. Download het bestand opnieuw bij DUO.")
    cut = data.rfind(b"\n") + 1 if len(data) == _HEAD_BYTES else 0
    lines = _text(data[: cut or None].removeprefix(_MARK), name).split("\n")
    head = best_head(lines, _DELIMITERS, _HEAD_ROWS, lambda cells: score(_bare_row(cells)))
    return DuoTable(path, size, head.delimiter, head.row, _bare_row(head.cells))


def _beginning_of_workbook(path: Path, size: int, score: Score) -> DuoTable:
    """The sheet with the heads of DUO. Raises IntakeError when more sheets have them: each would count for itself."""

    def heads_of(rows: Sequence[SheetRow]) -> tuple[int, int]:
        scores = [score(_bare_row(map(str, row.cells))) for row in rows[:_HEAD_ROWS]]
        best = max(scores, default=0)
        return best, scores.index(best) if scores else 0

    sheets = {name: (rows, *heads_of(rows)) for name, rows in read_workbook(path).items() if rows}
    most = max((known for _, known, _ in sheets.values()), default=0)
    chosen = [name for name, (_, known, _) in sheets.items() if known == most]
    if not most or not sheets:
        return DuoTable(path, size, _DELIMITERS[0], 0, (), ())
    if len(chosen) > 1:
        raise IntakeError(
            f"{clean_line(path.name)} heeft meer dan één blad met cijfers: {enumerate_words(chosen)}. "
            "Bewaar elk blad als een bestand van zichzelf."
        )
    rows, _, at = sheets[chosen[0]]
    return DuoTable(path, size, _DELIMITERS[0], at, _bare_row(map(str, rows[at].cells)), rows[at + 1 :])


def bare(cell: str) -> str:
    """A cell without the blanks and quotes that some files leave around it."""
    return clean_line(cell).strip(_AROUND)


def _size_of(path: Path, name: str) -> int:
    """The size in bytes. Raises IntakeError for what is no file, is not there or may not be seen."""
    try:
        about = path.stat()
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise IntakeError(f"{name} bestaat niet. Controleer de naam en de map.") from error
    except OSError as error:
        raise _not_readable(name) from error
    if stat.S_ISDIR(about.st_mode):
        raise IntakeError(f"{name} is een map. Kies een bestand van DUO: .csv of .xlsx.")
    if not stat.S_ISREG(about.st_mode):
        raise IntakeError(f"{name} is geen gewoon bestand. Kies een bestand van DUO: .csv of .xlsx.")
    return about.st_size


def _bare_row(cells: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(bare, cells))


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """The file, to read from; what the disk refuses becomes a sentence."""
    try:
        with path.open("rb") as file:
            yield file
    except OSError as error:
        raise _not_readable(clean_line(path.name)) from error


def _doubled_quotes(delimiter: str) -> re.Pattern[str]:
    """A cell between doubled quotes: some files have `""01AB""`."""
    mark = re.escape(delimiter)
    return re.compile(rf'(?<![^{mark}])""([^"{mark}]+)""(?=[{mark}\r]|$)')


def _text(data: bytes, name: str) -> str:
    """UTF-8, and what is no UTF-8 as older files of DUO are: the text of Windows."""
    if b"\x00" in data:
        raise _no_text(name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _not_readable(name: str) -> IntakeError:
    return IntakeError(f"{name} is niet te lezen. Controleer of je het mag openen.")


def _no_text(name: str) -> IntakeError:
    return IntakeError(f"{name} is geen leesbare CSV. Download het bestand opnieuw bij DUO, als CSV.")
