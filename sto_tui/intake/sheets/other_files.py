"""What a file is that is no Word file or no sheet, and how it becomes one: by what stands in it, then by its name."""

import io
import zipfile
import zlib
from pathlib import PurePath

from sto_tui.frozen import frozen

SAVE_IN_WORD = "Open het in Word, sla het op als .docx en kies dat."
_SAVE_IN_EXCEL = "Open het in Excel of LibreOffice, sla het op als .xlsx en kies dat."
_ASK_WORD, _ASK_SHEET = "Vraag om het Word-bestand en kies dat.", "Vraag om het rekenblad en kies dat."
_PASTE_IN_WORD = "Plak de tekst in Word, sla die op als .docx en kies dat."
_PASTE_IN_SHEET = "Staat er een tabel in, plak die in een leeg rekenblad, sla dat op als .xlsx en kies dat."
_ATTACHED = "Bewaar de bijlage op je computer en kies die."
_PLAN = "Een plan uit Word neem je over met sto invoer plan, of met i bij 4 Plan."
_PLAN_TO_SAVE = "Een plan sla je eerst op als .docx; dat neem je over met sto invoer plan, of met i bij 4 Plan."
_SHEET = "Een planning uit een rekenblad neem je over met sto invoer mijlpalen, of met i bij 5 Mijlpalen."


@frozen
class OtherFile:
    """What a file is, and what makes it one of Word or a sheet; empty for what it is already."""

    kind: str
    to_word: str
    to_sheet: str

    def said_beside(self, wanted: str) -> str:
        """`is een pdf en geen Word-bestand`; an old Word file is one too."""
        return f"is {self.kind}" if wanted in self.kind else f"is {self.kind} en geen {wanted}"


_WORD = OtherFile("een Word-bestand", "", f"{_PLAN} {_PASTE_IN_SHEET}")
_OLD_WORD = OtherFile("een oud Word-bestand (.doc)", SAVE_IN_WORD, f"{_PLAN_TO_SAVE} {_PASTE_IN_SHEET}")
_EXCEL = OtherFile("een Excel-bestand", _SHEET, "")
_BINARY_EXCEL = OtherFile("een binair Excel-bestand (.xlsb)", _SHEET, _SAVE_IN_EXCEL)
_SLIDES = OtherFile("een presentatie", _PASTE_IN_WORD, _PASTE_IN_SHEET)
_TEXT_OF_OFFICE = OtherFile(
    "een OpenDocument-bestand", "Sla het in LibreOffice op als .docx en kies dat.", f"{_PLAN_TO_SAVE} {_PASTE_IN_SHEET}"
)
_SHEET_OF_OFFICE = OtherFile("een rekenblad van LibreOffice", _SHEET, "")
_FLAT = OtherFile("een bestand van LibreOffice in platte XML", SAVE_IN_WORD, _SAVE_IN_EXCEL)
_PAGES = OtherFile(
    "een bestand van Pages", "Kies in Pages voor Exporteer naar Word, en kies wat je dan krijgt.", _PASTE_IN_SHEET
)
_NUMBERS = OtherFile(
    "een bestand van Numbers", _SHEET, "Kies in Numbers voor Exporteer naar Excel, en kies wat je dan krijgt."
)
_OF_APPLE = OtherFile(
    "een bestand van Pages, Numbers of Keynote",
    "Exporteer het daar naar Word en kies dat.",
    "Exporteer het daar naar Excel en kies dat.",
)
_GOOGLE = OtherFile(
    "alleen een verwijzing naar Google",
    "Kies daar Bestand, Downloaden, Microsoft Word (.docx), en kies dat.",
    "Kies daar Bestand, Downloaden, Microsoft Excel (.xlsx), en kies dat.",
)
_PDF = OtherFile("een pdf", _ASK_WORD, _ASK_SHEET)
_RICH_TEXT = OtherFile("een RTF-bestand", SAVE_IN_WORD, _PASTE_IN_SHEET)
_PICTURE = OtherFile("een afbeelding", _ASK_WORD, _ASK_SHEET)
_MAIL = OtherFile("een e-mail", _ATTACHED, _ATTACHED)
_PLAIN = OtherFile("gewone tekst", _PASTE_IN_WORD, "")
_PAGE = OtherFile("een webpagina", _PASTE_IN_WORD, _PASTE_IN_SHEET)
_TABLE = OtherFile("een tabel in gewone tekst", _SHEET, "")

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_IN_PACKAGE = (
    ("word/document.xml", _WORD),
    ("xl/workbook.xml", _EXCEL),
    ("xl/workbook.bin", _BINARY_EXCEL),
    ("ppt/presentation.xml", _SLIDES),
)
_MIME_TYPES = ((b"opendocument.spreadsheet", _SHEET_OF_OFFICE), (b"opendocument.presentation", _SLIDES))
# Names within the files of Office before 2007, and of its mail.
_IN_OLE = (("WordDocument", _OLD_WORD), ("Workbook", _EXCEL), ("__substg1.0_", _MAIL), ("PowerPoint Document", _SLIDES))
_BEGINNINGS = (
    (b"%PDF-", _PDF),
    (b"{\\rtf", _RICH_TEXT),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
)
_NAMES = {
    ".pages": _PAGES,
    ".numbers": _NUMBERS,
    ".gdoc": _GOOGLE,
    ".gsheet": _GOOGLE,
    ".txt": _PLAIN,
    ".md": _PLAIN,
    ".htm": _PAGE,
    ".html": _PAGE,
    ".eml": _MAIL,
    ".msg": _MAIL,
    ".csv": _TABLE,
    ".tsv": _TABLE,
    ".fodt": _FLAT,
    ".fods": _FLAT,
}
# What a file of LibreOffice is stands in a part of its own, most often at its very beginning.
_TYPE, _LONGEST_TYPE = "mimetype", 200
_SHEETS = (".ods", ".xlsx", ".xlsm")


def other_file(data: bytes, name: str) -> OtherFile | None:
    """What a file is; None when nothing tells."""
    suffix = PurePath(name).suffix.casefold()
    if data.startswith(_ZIP):
        return _packed(data, suffix)
    if data.startswith(_OLE):
        found = [kind for part, kind in _IN_OLE if part.encode("utf-16-le") in data]
        # In a workbook a text may be embedded, and in a text a workbook: then it is what its name says. A mail holds
        # what was attached to it.
        named = _EXCEL if suffix == ".xls" else _NAMES.get(suffix)
        return named if named in (*found, _MAIL) else next(iter(found), None)
    return next((kind for mark, kind in _BEGINNINGS if data.startswith(mark)), _NAMES.get(suffix))


def _packed(data: bytes, suffix: str) -> OtherFile | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {part.casefold() for part in archive.namelist()}
            mime_type = _mime_type(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError):
        return None
    if any(part.endswith(".iwa") for part in parts):
        return _NAMES.get(suffix, _OF_APPLE)
    if found := next((kind for part, kind in _IN_PACKAGE if part in parts), None):
        return found
    if "content.xml" not in parts or (suffix in _SHEETS and not mime_type):
        return None
    return next((kind for mark, kind in _MIME_TYPES if mark in mime_type), _TEXT_OF_OFFICE)


def _mime_type(archive: zipfile.ZipFile) -> bytes:
    """What a file of LibreOffice says that it is; empty when it says nothing."""
    if _TYPE not in archive.namelist():
        return b""
    with archive.open(_TYPE) as part:
        return part.read(_LONGEST_TYPE)
