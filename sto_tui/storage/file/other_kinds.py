"""What a file is that is no dossier: told by what stands in it, whatever it is called, and where it can be taken in."""

import io
import zipfile
import zlib
from pathlib import PurePath

from sto_tui.storage.file.errors import OtherKindError

_PLAN = (
    "Begin op het beginscherm met ‘Nieuw, met plan uit Word’, of neem het over in een dossier dat er al is: "
    "sto invoer plan DOSSIER {name}."
)
_SHEET = (
    "Begin op het beginscherm met ‘Nieuw, met een planning’, of neem het over in een dossier dat er al is: "
    "sto invoer mijlpalen DOSSIER {name}."
)
_SAVE_AS = "Open het in Word, sla het op als .docx, en neem dat over in een dossier: sto invoer plan DOSSIER PLAN.docx."
_UNLOCK = "Haal het wachtwoord eraf, en neem het over in een dossier met sto invoer."
_OTHER = "Kies een ander bestand."

_WORD = ("een Word-bestand", _PLAN)
_OLD_WORD = ("een oud Word-bestand", _SAVE_AS)
_EXCEL = ("een Excel-bestand", _SHEET)
_TABLE = ("een rekenblad", _SHEET)

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0"
# A part of the package, and what a file with it is; the first that it has tells.
_IN_PACKAGE = (
    ("word/document.xml", _WORD),
    ("xl/workbook.xml", _EXCEL),
    ("xl/workbook.bin", ("een binair Excel-bestand (.xlsb)", "Open het in Excel, sla het op als .xlsx en kies dat.")),
    ("ppt/presentation.xml", ("een presentatie", _OTHER)),
)
_MIME_TYPES = {
    "application/vnd.oasis.opendocument.spreadsheet": _TABLE,
    "application/vnd.oasis.opendocument.text": ("een tekst van LibreOffice", _SAVE_AS),
}
# Names within the older files of Office, as they stand in them.
_IN_OLE = (
    ("EncryptedPackage", ("een Office-bestand met een wachtwoord", _UNLOCK)),
    ("WordDocument", _OLD_WORD),
    ("Workbook", _EXCEL),
    ("Book", _EXCEL),
)
_BEGINNINGS = (
    (b"%PDF-", ("een pdf", _SAVE_AS)),
    (b"{\\rtf", ("een RTF-bestand", _SAVE_AS)),
    (b"\x89PNG", ("een afbeelding", _OTHER)),
    (b"\xff\xd8\xff", ("een afbeelding", _OTHER)),
)
_NAMES = {".csv": _TABLE, ".tsv": _TABLE}
_LONGEST_TYPE = 100


def other_kind(data: bytes, name: str) -> OtherKindError | None:
    """What this file is instead of a dossier, and what to do with it; None when nothing tells."""
    found = _by_content(data) or _NAMES.get(PurePath(name).suffix.casefold())
    if not found:
        return None
    kind, advice = found
    return OtherKindError(f"{name} is {kind} en geen dossier.", advice, name)


def _by_content(data: bytes) -> tuple[str, str] | None:
    if data.startswith(_ZIP):
        return _packed(data)
    if data.startswith(_OLE):
        parts = (kind for part, kind in _IN_OLE if part.encode("utf-16-le") in data)
        return next(parts, ("een ouder Office-bestand", _OTHER))
    return next((kind for mark, kind in _BEGINNINGS if data.startswith(mark)), None)


def _packed(data: bytes) -> tuple[str, str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {part.casefold() for part in archive.namelist()}
            mime_type = _mime_type(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError):
        return ("een zip-bestand dat niet heel is", _OTHER)
    by_part = (kind for part, kind in _IN_PACKAGE if part in parts)
    return next(by_part, _MIME_TYPES.get(mime_type, ("een zip-bestand", "Pak het uit en kies wat erin zit.")))


def _mime_type(archive: zipfile.ZipFile) -> str:
    """What a file of LibreOffice says of itself in its first part."""
    if "mimetype" not in archive.namelist():
        return ""
    with archive.open("mimetype") as part:
        return part.read(_LONGEST_TYPE).decode("ascii", "replace").strip()
