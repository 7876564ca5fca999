"""A Word file from outside, opened as a package: nothing is unpacked before its size is known, no entity resolved."""

import io
import re
import zipfile
import zlib
from collections.abc import Collection, Mapping
from pathlib import Path

from lxml import etree

from sto_tui.frozen import frozen
from sto_tui.intake.sheets.package import PackageError, check_size
from sto_tui.intake.sheets.table_reader import IntakeError

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NAMESPACE}}}"
# Office writes these too, when asked for the strict form of the standard.
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_OLD_WORD = b"\xd0\xcf\x11\xe0"
_PDF = b"%PDF-"
_LARGEST_FILE = 50 * 1024 * 1024
# The text of a thousand pages; the rest of a file is pictures.
_LARGEST_PART = 20 * 1024 * 1024
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)
_RICH_TEXT = b"{\\rtf"
# What Word calls the part in which it hides a text behind a password.
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_SAVE_AS = "Open het in Word, sla het op als .docx en kies dat."
_TAKE_OUT = "Maak er in Word een kopie van zonder plaatjes en bijlagen, sla die op als .docx en kies die."


class _StrangeError(PackageError):
    """A part that no program for texts writes so: saving it again mends it."""


@frozen
class WordParts:
    """The parts of a Word file that say what stands in it; those that it does not have are None."""

    document: etree._Element
    styles: etree._Element | None
    numbering: etree._Element | None
    others: Mapping[str, etree._Element]
    """What was asked for besides these, by its name in small letters."""


def word_parts(path: Path, others: str = "") -> WordParts:
    """The parts of a file, and those whose name in small letters fits the pattern `others`.

    Raises IntakeError with one Dutch sentence.
    """
    return parts_in(_content(path), path.name, others)


def parts_in(data: bytes, name: str, others: str = "") -> WordParts:
    """The same of the bytes of a file with this name."""
    _check_kind(data, name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if any(entry.compress_type not in _PACKINGS for entry in archive.infolist()):
                raise IntakeError(f"{name} is ingepakt op een manier die Word niet kent. {_SAVE_AS}")
            check_size(archive)
            entries = {entry.filename.lower(): entry for entry in archive.infolist()}
            if "word/document.xml" not in entries:
                raise _no_word(name, entries)
            parts = [
                _xml(archive, entries[part]) if part in entries else None
                for part in ("word/document.xml", "word/styles.xml", "word/numbering.xml")
            ]
            asked = [part for part in entries if others and re.fullmatch(others, part)]
            more = {part: _xml(archive, entries[part]) for part in asked}
    except _StrangeError as error:
        raise IntakeError(f"{name} {error}. {_SAVE_AS}") from error
    except PackageError as error:
        raise IntakeError(f"{name} {error}. {_TAKE_OUT}") from error
    except etree.XMLSyntaxError as error:
        raise IntakeError(f"{name} is beschadigd: de tekst is niet te lezen. {_SAVE_AS}") from error
    except _BROKEN as error:
        raise _no_word(name) from error
    document = parts[0]
    if document is None or document.tag != f"{W}document":
        raise _no_word(name)
    return WordParts(document, parts[1], parts[2], more)


def child_of(element: etree._Element | None, tag: str) -> etree._Element | None:
    """Its first child with this tag: `find` reads it as a path, which takes five times as long."""
    for child in () if element is None else element:
        if child.tag == tag:
            return child
    return None


def _check_kind(data: bytes, name: str) -> None:
    """Raises IntakeError for a file of another kind, with how it becomes one of Word."""
    if data.startswith(_OLD_WORD) and _LOCKED in data:
        raise IntakeError(f"{name} is met een wachtwoord beveiligd. Haal dat er in Word af en sla het weer op.")
    if data.startswith(_OLD_WORD):
        raise IntakeError(f"{name} is een oud Word-bestand (.doc). {_SAVE_AS}")
    if data.startswith(_RICH_TEXT):
        raise IntakeError(f"{name} is een RTF-bestand. {_SAVE_AS}")
    if not data:
        raise IntakeError(f"{name} is leeg. Sla het opnieuw op, of vraag het nog eens, en kies dat.")
    if data.startswith(_PDF):
        raise IntakeError(f"{name} is een pdf en geen Word-bestand. Vraag om het Word-bestand en kies dat.")


def _no_word(name: str, entries: Collection[str] = ()) -> IntakeError:
    """What a file is by the parts that it has, and what to do."""
    if "content.xml" in entries:
        return IntakeError(f"{name} is een OpenDocument-bestand. Sla het in LibreOffice op als .docx en kies dat.")
    if "xl/workbook.xml" in entries:
        return IntakeError(f"{name} is een Excel-bestand en geen Word-bestand. Kies een bestand dat eindigt op .docx.")
    return IntakeError(f"{name} is geen Word-bestand, of is beschadigd. Kies een bestand dat eindigt op .docx.")


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise IntakeError(f"{path.name} is te groot: meer dan 50 MB. {_TAKE_OUT}")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise IntakeError(f"{path.name} is er niet. Controleer de naam en de map.") from error
    except OSError as error:
        raise IntakeError(f"{path.name} is niet te openen. Sluit het in Word, of kopieer het eerst.") from error


def _xml(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> etree._Element:
    if entry.file_size > _LARGEST_PART:
        raise PackageError("is te groot: er staat meer tekst in dan in duizend bladzijden past")
    with archive.open(entry) as file:
        content = file.read(_LARGEST_PART + 1).replace(_STRICT, NAMESPACE.encode())
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(content, parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise _StrangeError("is vreemd opgebouwd: geen tekstverwerker schrijft het zo")
    return root
