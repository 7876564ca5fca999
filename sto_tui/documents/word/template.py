"""A Word file that someone hands in as house style, which may be anything: opened as a package, read part by part.

Only what is asked for is read, so that damage elsewhere does no harm. Strict documents (ISO 29500) are read as
transitional ones.
"""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Mapping
from functools import cached_property
from urllib.parse import unquote

from lxml import etree

from sto_tui.documents.word import TemplateError
from sto_tui.documents.word.xml_reading import NAMESPACE, W, attributes
from sto_tui.frozen import frozen
from sto_tui.xml_size import MOST_PLACES, places_in

LARGEST_UNPACKED = 50 * 1024 * 1024
HIGHEST_RATIO = 100
MOST_ENTRIES = 2_000
# What Word writes; other ways of packing fail in ways of their own when they are damaged.
_READ_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_OLD_WORD = b"\xd0\xcf\x11\xe0"
_PACKAGE_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_CONTENT_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_STRICT = "http://purl.oclc.org/ooxml/"
_TRANSITIONAL = {
    "http://purl.oclc.org/ooxml/officeDocument/": "http://schemas.openxmlformats.org/officeDocument/2006/",
    "http://purl.oclc.org/ooxml/drawingml/": "http://schemas.openxmlformats.org/drawingml/2006/",
    "http://purl.oclc.org/ooxml/wordprocessingml/": "http://schemas.openxmlformats.org/wordprocessingml/2006/",
}
_MEASURE = re.compile(r"-?\d+(?:\.\d+)?(pt|cm|mm|in|pc|pi)")
_POINTS = {"pt": 1.0, "cm": 72 / 2.54, "mm": 7.2 / 2.54, "in": 72.0, "pc": 12.0, "pi": 12.0}
_IN_HALF_POINTS = frozenset(f"{W}{name}" for name in ("sz", "szCs", "kern", "position"))
_BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)
# Where a part stands when no relation leads to it.
_USUAL_PLACES = {
    "styles": "styles.xml",
    "numbering": "numbering.xml",
    "settings": "settings.xml",
    "theme": "theme/theme1.xml",
    "fontTable": "fontTable.xml",
}


@frozen
class Relation:
    """What a part refers to: another part by its name, or something outside the file."""

    kind: str
    target: str
    outside: bool


class Template:
    """The parts of a Word file. Raises TemplateError, with one Dutch sentence, for a file that is none."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        if data.startswith(_OLD_WORD):
            raise TemplateError(
                f"{name} is een oud of met een wachtwoord beveiligd Word-bestand. "
                "Sla het in Word op als .docx of .dotx."
            )
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN_ZIP as error:
            raise self._no_word() from error
        self._check_size()
        self._names = {_plain(part): part for part in self._archive.namelist()}
        self.main = self._find_main()
        self.document = self.xml(self.main)
        if self.document.tag != f"{W}document":
            raise self._no_word()

    def _no_word(self) -> TemplateError:
        return TemplateError(f"{self.name} is geen Word-bestand, of is beschadigd. Kies een ander .docx of .dotx.")

    def _too_large(self) -> TemplateError:
        return TemplateError(f"{self.name} is uitgepakt te groot of vreemd opgebouwd en is daarom niet gebruikt.")

    def _damaged(self, part: str) -> TemplateError:
        return TemplateError(
            f"{self.name} is beschadigd: het onderdeel {part} is niet te lezen. "
            "Open het bestand in Word, sla het opnieuw op als .docx en kies dat."
        )

    def _check_size(self) -> None:
        entries = self._archive.infolist()
        if any(entry.compress_type not in _READ_PACKINGS for entry in entries):
            raise self._no_word()
        unpacked = sum(entry.file_size for entry in entries)
        packed = max(1, sum(entry.compress_size for entry in entries))
        strange = any(entry.filename.startswith(("/", "\\")) or ".." in _steps(entry.filename) for entry in entries)
        if len(entries) > MOST_ENTRIES or unpacked > LARGEST_UNPACKED or unpacked / packed > HIGHEST_RATIO or strange:
            raise self._too_large()

    def _find_main(self) -> str:
        """The part that holds the text."""
        candidates = [relation.target for relation in self.relations("").values() if relation.kind == "officeDocument"]
        for candidate in (*candidates, "word/document.xml"):
            if self.has(candidate):
                return candidate
        raise self._no_word()

    def has(self, part: str) -> bool:
        """Whether the part is there."""
        return _plain(part) in self._names

    def read(self, part: str) -> bytes:
        """The content of a part. Raises TemplateError."""
        try:
            return self._archive.read(self._names[_plain(part)])
        except (KeyError, *_BROKEN_ZIP) as error:
            raise self._damaged(part) from error

    def xml(self, part: str) -> etree._Element:
        """A part as XML, transitional, without comments. Raises TemplateError."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
        data = self.read(part)
        if places_in(data) > MOST_PLACES:
            raise self._too_large()
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self._damaged(part) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise self._damaged(part)
        return _transitional(root)

    def relations(self, part: str) -> Mapping[str, Relation]:
        """What a part refers to, by id; of the package itself for an empty name. Raises TemplateError."""
        folder, file = posixpath.split(part)
        place = posixpath.join(folder, "_rels", f"{file}.rels")
        if not self.has(place):
            return {}
        relations = {}
        for element in self.xml(place).iter(_PACKAGE_RELATION):
            target, kind = element.get("Target"), element.get("Type", "").rstrip("/").rpartition("/")[2]
            outside = element.get("TargetMode") == "External"
            if target and not outside:
                target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
            if target:
                relations[element.get("Id", "")] = Relation(kind, target, outside)
        return relations

    def related(self, kind: str) -> str:
        """The part of this kind that the text uses, or else the one that stands in the usual place; may be empty."""
        targets = [
            relation.target
            for relation in self.relations(self.main).values()
            if relation.kind == kind and not relation.outside
        ]
        usual = posixpath.join(posixpath.dirname(self.main), _USUAL_PLACES[kind])
        return next((candidate for candidate in (*targets, usual) if self.has(candidate)), "")

    def xml_of(self, kind: str) -> etree._Element | None:
        """The part of this kind as XML, when there is one. Raises TemplateError."""
        part = self.related(kind)
        return self.xml(part) if part else None

    @cached_property
    def _types(self) -> Mapping[str, str]:
        if not self.has("[Content_Types].xml"):
            return {}
        types = {}
        for element in self.xml("[Content_Types].xml"):
            key = (
                element.get("PartName")
                if element.tag == f"{_CONTENT_TYPES}Override"
                else f".{element.get('Extension', '')}"
            )
            types[_plain(key or "")] = element.get("ContentType", "")
        return types

    def content_type(self, part: str) -> str:
        """What the package says that a part is; may be empty."""
        return self._types.get(_plain(part)) or self._types.get(posixpath.splitext(_plain(part))[1], "")


def _plain(part: str) -> str:
    """Names of parts do not differ in capitals, and some programs write them in the manner of Windows."""
    return part.replace("\\", "/").lstrip("/").casefold()


def _steps(name: str) -> list[str]:
    return name.replace("\\", "/").split("/")


def _transitional(root: etree._Element) -> etree._Element:
    """The same content in the names and measures that Word and LibreOffice write by default."""
    if not any(uri.startswith(_STRICT) for uri in root.nsmap.values()):
        return root
    text = etree.tostring(root, encoding="unicode")
    for strict, transitional in _TRANSITIONAL.items():
        text = text.replace(strict, transitional)
    root = etree.fromstring(text)
    for element in root.iter(f"{{{NAMESPACE}}}*"):
        for name, value in attributes(element).items():
            if match := _MEASURE.fullmatch(value):
                points = float(value.removesuffix(match[1])) * _POINTS[match[1]]
                element.set(name, str(round(points * (2 if element.tag in _IN_HALF_POINTS else 20))))
    return root
