"""Opening a house style: a .docx or .dotx that someone hands in, which may be anything."""

import io
import zipfile
from typing import Any

import docx
from docx.opc.exceptions import PackageNotFoundError

from sto_tui.documents.word import TemplateError

LARGEST_UNPACKED = 50 * 1024 * 1024
HIGHEST_RATIO = 100
MOST_ENTRIES = 2_000
_TEMPLATE_TYPES = (
    b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    b"application/vnd.ms-word.document.macroEnabled.main+xml",
)
_DOCUMENT_TYPE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OLD_WORD = b"\xd0\xcf\x11\xe0"


def opened_template(data: bytes, name: str) -> Any:
    """The template as a python-docx document. Raises TemplateError with one Dutch sentence."""
    if data.startswith(_OLD_WORD):
        raise TemplateError(
            f"{name} is een oud of met een wachtwoord beveiligd Word-bestand. Sla het in Word op als .docx of .dotx."
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_size(archive, name)
            data = _as_document(archive)
        return docx.Document(io.BytesIO(data))
    except (zipfile.BadZipFile, PackageNotFoundError, KeyError, ValueError, OSError) as error:
        raise TemplateError(f"{name} is geen Word-sjabloon. Kies een bestand dat eindigt op .docx of .dotx.") from error


def _check_size(archive: zipfile.ZipFile, name: str) -> None:
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    packed = max(1, sum(entry.compress_size for entry in entries))
    strange = any(entry.filename.startswith(("/", "\\")) or ".." in entry.filename.split("/") for entry in entries)
    if len(entries) > MOST_ENTRIES or unpacked > LARGEST_UNPACKED or unpacked / packed > HIGHEST_RATIO or strange:
        raise TemplateError(f"{name} is uitgepakt te groot of vreemd opgebouwd en is daarom niet gebruikt.")


def _as_document(archive: zipfile.ZipFile) -> bytes:
    """The same package as an ordinary document: python-docx refuses templates."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name in archive.namelist():
            content = archive.read(name)
            if name == "[Content_Types].xml":
                for kind in _TEMPLATE_TYPES:
                    content = content.replace(kind, _DOCUMENT_TYPE)
            target.writestr(name, content)
    return buffer.getvalue()
