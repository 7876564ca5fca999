"""Guards for a workbook that is a zip file: nothing of it reaches the reader before its true size is known.

Source: the limits for files that come in; a workbook of 1 KB can ask for more memory than any machine has.
"""

import io
import re
import zipfile
import zlib

LARGEST_UNPACKED = 50 * 1024 * 1024
HIGHEST_RATIO = 100
MOST_ENTRIES = 2_000
# What Excel and LibreOffice write; other ways of packing fail in ways of their own when they are damaged.
_READ_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# The reader keeps a cell for every place up to the last filled one, also when all others are empty.
MOST_CELLS = 2_000_000

# A tag as far as its end; a `>` may stand between quotes. The reader passes over the prefix, so this does too.
# Without giving back and without asking for the end no byte is read twice, also when no tag is ever closed.
_ATTRIBUTES = rb"""((?:[^>"']++|"[^"]*+"|'[^']*+')*+)"""
_XLSX_TAG = re.compile(rb"<(?:[^\s<>/!?:]+:)?(row|c)(?=[\s/>])" + _ATTRIBUTES)
_ODS_TAG = re.compile(rb"<(?:[^\s<>/!?:]+:)?(table-row|table-cell|covered-table-cell|table)(?=[\s/>])" + _ATTRIBUTES)
_ADDRESS = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{0,4})(\d{1,10})["']""")
_REPEATED = re.compile(rb"""number-(?:rows|columns)-repeated\s*=\s*["'](\d{1,10})["']""")


class PackageError(ValueError):
    """A package that is not read; `str()` says in Dutch what is the matter, without the name of the file."""


def safe_package(data: bytes) -> bytes:
    """The same package, packed again from what was really in it. Raises PackageError."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_size(archive)
            parts = {entry.filename: archive.read(entry) for entry in archive.infolist() if not entry.is_dir()}
    except PackageError:
        raise
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise PackageError("is beschadigd: het is niet uit te pakken") from error
    except RuntimeError as error:
        raise PackageError("is met een wachtwoord beveiligd") from error
    if any(_cells_in_xlsx(part) > MOST_CELLS or _cells_in_ods(part) > MOST_CELLS for part in parts.values()):
        raise PackageError("heeft een cel zo ver naar rechts of naar onderen dat het blad te groot is")
    return _packed(parts)


def _check_size(archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    if any(entry.compress_type not in _READ_PACKINGS for entry in entries):
        raise PackageError("is ingepakt op een manier die Excel niet kent")
    unpacked = sum(entry.file_size for entry in entries)
    packed = max(1, sum(entry.compress_size for entry in entries))
    if len(entries) > MOST_ENTRIES or unpacked > LARGEST_UNPACKED or unpacked / packed > HIGHEST_RATIO:
        raise PackageError("is uitgepakt te groot")
    for entry in entries:
        name = entry.filename.replace("\\", "/")
        if name.startswith("/") or ".." in name.split("/") or name[1:2] == ":":
            raise PackageError("is vreemd opgebouwd: er staat een bestand in dat buiten de map wil")


def _cells_in_xlsx(part: bytes) -> int:
    """How many places a sheet spans, from its first cell to its last filled one."""
    row = column = rows = columns = 0
    for tag, attributes in _XLSX_TAG.findall(part):
        address = _ADDRESS.search(attributes)
        if tag == b"row":
            row, column = int(address[2]) if address else row + 1, 0
            continue
        column = _column_number(address[1]) if address else column + 1
        if not attributes.endswith(b"/"):
            rows = max(rows, int(address[2]) if address else row)
            columns = max(columns, column)
    return rows * columns


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _cells_in_ods(part: bytes) -> int:
    """How many places the largest sheet spans, with what is repeated written out."""
    most = row = column = rows = columns = 0
    for tag, attributes in _ODS_TAG.findall(part):
        repeat = int(match[1]) if (match := _REPEATED.search(attributes)) else 1
        if tag == b"table":
            row = column = rows = columns = 0
        elif tag == b"table-row":
            row, column = row + repeat, 0
        else:
            column += repeat
            if b"value-type" in attributes:
                rows, columns = max(rows, row), max(columns, column)
                most = max(most, rows * columns)
    return most


def _packed(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as target:
        for name, content in parts.items():
            target.writestr(name, content)
    return buffer.getvalue()
