"""Guards for a workbook that is a zip file: nothing of it reaches the reader before its true size is known.

Source: the limits for files that come in; a workbook of 1 KB can ask for more memory than any machine has.
"""

import io
import zipfile
import zlib

from sto_tui.intake.sheets.package_xml import Extent, StrangeError, TooLargeError, plainly

LARGEST_UNPACKED = 50 * 1024 * 1024
HIGHEST_RATIO = 100
MOST_ENTRIES = 2_000
# What Excel and LibreOffice write; other ways of packing fail in ways of their own when they are damaged.
_READ_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# The XML that a reader of sheets may look at, and the name of the kind in .ods; pictures and macros it never needs.
_XML, _KIND = (".xml", ".rels"), "mimetype"
TOO_LARGE = "is te groot: er staat te veel in, of een cel te ver naar rechts of naar onderen"


class PackageError(ValueError):
    """A package that is not read; `str()` says in Dutch what is the matter, without the name of the file."""


def safe_package(data: bytes) -> bytes:
    """The sheets of a package in plain XML, packed again from what was really in it. Raises PackageError."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            check_size(archive)
            parts = {entry.filename: _content(archive, entry) for entry in archive.infolist() if _is_read(entry)}
    except PackageError:
        raise
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise PackageError("is beschadigd: het is niet uit te pakken") from error
    except RuntimeError as error:
        raise PackageError("is met een wachtwoord beveiligd") from error
    try:
        return _packed(_plain(parts))
    except TooLargeError as error:
        raise PackageError(TOO_LARGE) from error
    except StrangeError as error:
        raise PackageError("is vreemd opgebouwd: geen rekenprogramma schrijft het zo") from error


def _is_read(entry: zipfile.ZipInfo) -> bool:
    return entry.filename == _KIND or entry.filename.lower().endswith(_XML)


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """What is in an entry, and never more than it says; without a size all of it would be unpacked at once."""
    with archive.open(entry) as file:
        return file.read(entry.file_size + 1)


def _plain(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The parts that are XML, as they were measured; what is no XML goes."""
    extent = Extent()
    plain = {name: part if name == _KIND else plainly(part, extent) for name, part in parts.items()}
    return {name: part for name, part in plain.items() if part is not None}


def check_size(archive: zipfile.ZipFile, largest: int = LARGEST_UNPACKED) -> None:
    """Looks at what a package says of itself, before anything is unpacked. Raises PackageError."""
    entries = archive.infolist()
    if any(entry.compress_type not in _READ_PACKINGS for entry in entries):
        raise PackageError("is ingepakt op een manier die Word en Excel niet kennen")
    unpacked = sum(entry.file_size for entry in entries)
    packed = max(1, sum(entry.compress_size for entry in entries))
    if len(entries) > MOST_ENTRIES or unpacked > largest or unpacked / packed > HIGHEST_RATIO:
        raise PackageError("is uitgepakt te groot")
    for entry in entries:
        name = entry.filename.replace("\\", "/")
        if name.startswith("/") or ".." in name.split("/") or name[1:2] == ":":
            raise PackageError("is vreemd opgebouwd: er staat een bestand in dat buiten de map wil")


def _packed(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as target:
        for name, content in parts.items():
            target.writestr(name, content)
    return buffer.getvalue()
