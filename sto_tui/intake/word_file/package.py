"""A Word file from outside, opened as a package: nothing is unpacked before its size is known, no entity resolved."""

import contextlib
import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from lxml import etree

from sto_tui.frozen import frozen
from sto_tui.intake.sheets.other_files import SAVE_IN_WORD, other_file
from sto_tui.intake.sheets.package import LARGEST_UNPACKED, PackageError, check_size
from sto_tui.intake.sheets.table_reader import IntakeError
from sto_tui.xml_size import MOST_PLACES, places_in

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NAMESPACE}}}"
_DOCUMENT, _BODY, _PARAGRAPH = f"{W}document", f"{W}body", f"{W}p"
# Office writes these too, when asked for the strict form of the standard.
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_OLD_WORD = b"\xd0\xcf\x11\xe0"
_LARGEST_FILE = 50 * 1024 * 1024
LARGEST_TEXT = 20 * 1024 * 1024
"""The text of a thousand pages; the rest of a file is pictures."""
LARGEST_DRAFT = 200 * 1024 * 1024
"""The draft of forty times the voorbeeldregio is 125 MB; there is room for what people put in it."""
MOST_PARAGRAPHS = 900_000
"""That draft has 560,000."""
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)
# What Word calls the part in which it hides a text behind a password.
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_MAIN, _ABOUT = "word/document.xml", ("word/styles.xml", "word/numbering.xml")
_TOO_LONG = "is te groot: er staat meer tekst in dan in duizend bladzijden past"
_DIVIDE = "Verdeel het in Word over meer bestanden en neem die één voor één over."
_TAKE_OUT = "Maak er in Word een kopie van zonder plaatjes en bijlagen, sla die op als .docx en kies die."


class _StrangeError(PackageError):
    """A part that no program for texts writes so: saving it again mends it."""


class _LongError(PackageError):
    """A part with more text than is read at once."""


@frozen
class WordParts:
    """The parts of a Word file that say what stands in it; those that it does not have are None."""

    name: str
    content: bytes
    """The XML of the document itself."""
    styles: etree._Element | None
    numbering: etree._Element | None
    others: Mapping[str, etree._Element]
    """What was asked for besides these, by its name in small letters."""
    is_ours: bool = False
    """Whether it was made just now, so that nothing in it can be meant to take memory."""

    @cached_property
    def document(self) -> etree._Element:
        """The document as a whole. Raises IntakeError with one Dutch sentence."""
        with _told(self.name):
            if not self.is_ours:
                _check_places(self.content)
            root = _root(self.content)
        if root.tag != _DOCUMENT:
            raise _no_word(self.name)
        return root

    def body(self) -> Iterator[etree._Element]:
        """What stands in the body, one after another; of a large document each is emptied when the next is asked for.

        Raises IntakeError with one Dutch sentence.
        """
        if len(self.content) > LARGEST_TEXT:
            with _told(self.name):
                yield from self._streamed()
        elif (body := child_of(self.document, _BODY)) is not None:
            yield from body

    def _streamed(self) -> Iterator[etree._Element]:
        """The same without a tree of it all, which takes fourteen times as much memory as the file."""
        within: list[str] = []
        children = places = paragraphs = 0
        events = etree.iterparse(
            io.BytesIO(self.content),
            ("start", "end"),
            resolve_entities=False,
            no_network=True,
            remove_comments=True,
            remove_pis=True,
        )
        for event, element in events:
            if event == "start":
                if not within and _checked(element).tag != _DOCUMENT:
                    raise _no_word(self.name)
                within.append(element.tag)
                places += 1 + len(element.attrib)
                paragraphs += element.tag == _PARAGRAPH
                if (places > MOST_PLACES or paragraphs > MOST_PARAGRAPHS) and not self.is_ours:
                    raise _LongError(_TOO_LONG)
                continue
            within.pop()
            if within == [_DOCUMENT, _BODY]:
                yield element
                element.clear()
                # What was emptied stays where it was.
                children += 1
                places = children


def word_parts(path: Path, others: str = "", largest: int = LARGEST_TEXT) -> WordParts:
    """The parts of a file, and those whose name in small letters fits the pattern `others`.

    No part may be larger than `largest`. Raises IntakeError with one Dutch sentence.
    """
    return parts_in(_bytes_of(path), path.name, others, largest)


def parts_in(data: bytes, name: str, others: str = "", largest: int = LARGEST_TEXT) -> WordParts:
    """The same of the bytes of a file with this name."""
    _check_kind(data, name)
    with _told(name), zipfile.ZipFile(io.BytesIO(data)) as archive:
        if any(entry.compress_type not in _PACKINGS for entry in archive.infolist()):
            raise IntakeError(f"{name} is ingepakt op een manier die Word niet kent. {SAVE_IN_WORD}")
        check_size(archive, max(LARGEST_UNPACKED, largest))
        entries = {entry.filename.lower(): entry for entry in archive.infolist()}
        if _MAIN not in entries:
            raise _no_word(name)
        contents = {
            part: _content(archive, entry, LARGEST_TEXT if part in _ABOUT else largest)
            for part, entry in entries.items()
            if part in (_MAIN, *_ABOUT) or (others and re.fullmatch(others, part))
        }
        _check_places(*(content for part, content in contents.items() if part != _MAIN))
        return _parts_of(contents, name)


def parts_of_ours(data: bytes, others: str) -> WordParts:
    """The same of a draft that was made just now, however large it is."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if name.lower() in (_MAIN, *_ABOUT) or re.fullmatch(others, name)]
        return replace(_parts_of({name.lower(): archive.read(name) for name in names}, "concept"), is_ours=True)


def _parts_of(contents: Mapping[str, bytes], name: str) -> WordParts:
    trees = {part: _root(content) for part, content in contents.items() if part != _MAIN}
    styles, numbering = (trees.pop(part, None) for part in _ABOUT)
    return WordParts(name, contents[_MAIN], styles, numbering, trees)


@contextlib.contextmanager
def _told(name: str) -> Iterator[None]:
    """Says in Dutch what is the matter with a package or with the XML in it, and what to do."""
    try:
        yield
    except _StrangeError as error:
        raise IntakeError(f"{name} {error}. {SAVE_IN_WORD}") from error
    except _LongError as error:
        raise IntakeError(f"{name} {error}. {_DIVIDE}") from error
    except PackageError as error:
        raise IntakeError(f"{name} {error}. {_TAKE_OUT}") from error
    except etree.XMLSyntaxError as error:
        raise IntakeError(f"{name} is beschadigd: de tekst is niet te lezen. {SAVE_IN_WORD}") from error
    except _BROKEN as error:
        raise _no_word(name) from error


def child_of(element: Iterable[etree._Element] | None, tag: str) -> etree._Element | None:
    """Its first child with this tag: `find` reads it as a path, which takes five times as long."""
    for child in () if element is None else element:
        if child.tag == tag:
            return child
    return None


def _check_kind(data: bytes, name: str) -> None:
    """Raises IntakeError for a file of another kind, with how it becomes one of Word."""
    if data.startswith(_OLD_WORD) and _LOCKED in data:
        raise IntakeError(f"{name} is met een wachtwoord beveiligd. Haal dat er in Word af en sla het weer op.")
    if not data:
        raise IntakeError(f"{name} is leeg. Sla het opnieuw op, of vraag het nog eens, en kies dat.")
    other = other_file(data, name)
    if other and other.to_word:
        raise IntakeError(f"{name} {other.said_beside('Word-bestand')}. {other.to_word}")
    if data.startswith(_OLD_WORD):
        raise IntakeError(f"{name} is een oud Word-bestand, of van een ander programma. {SAVE_IN_WORD}")


def _no_word(name: str) -> IntakeError:
    return IntakeError(f"{name} is geen Word-bestand, of is beschadigd. Kies een bestand dat eindigt op .docx.")


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise IntakeError(f"{path.name} is te groot: meer dan 50 MB. {_TAKE_OUT}")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise IntakeError(f"{path.name} is er niet. Controleer de naam en de map.") from error
    except OSError as error:
        raise IntakeError(f"{path.name} is niet te openen. Sluit het in Word, of kopieer het eerst.") from error


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, largest: int) -> bytes:
    if entry.file_size > largest:
        raise _LongError(_TOO_LONG)
    with archive.open(entry) as file:
        return file.read(largest + 1).replace(_STRICT, NAMESPACE.encode())


def _check_places(*contents: bytes) -> None:
    """Raises _LongError for what would take more memory than any plan."""
    if places_in(*contents) > MOST_PLACES:
        raise _LongError(_TOO_LONG)


def _root(content: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    return _checked(etree.fromstring(content, parser))


def _checked(root: etree._Element) -> etree._Element:
    if root.getroottree().docinfo.internalDTD is not None:
        raise _StrangeError("is vreemd opgebouwd: geen tekstverwerker schrijft het zo")
    return root
