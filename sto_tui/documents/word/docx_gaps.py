"""What python-docx 1.2 can do and does not offer: its private parts stand here, and nowhere else.

It reads and writes whole packages, and has no way to give a part other bytes, a document another body, or a section a
header that is made elsewhere, nor to say when a package was written. `tests/documents/test_docx_gaps.py` fails when a
release moves one of these.
"""

from typing import Any

from docx.opc.pkgwriter import PackageWriter
from docx.oxml.parser import parse_xml


def replace_bytes(part: Any, data: bytes) -> None:
    """Gives a part that python-docx keeps as bytes (a theme, a font table, properties) other bytes."""
    part._blob = data


def replace_root(part: Any, xml: bytes | str) -> None:
    """Gives a part that python-docx keeps as XML another root."""
    part._element = parse_xml(xml)


def replace_document(document: Any, xml: bytes | str) -> None:
    """Gives a document another root, and lets it look its body up again."""
    replace_root(document.part, xml)
    document._element = document.part.element
    document._Document__body = None


def section_properties(section: Any) -> Any:
    """The `w:sectPr` of a section."""
    return section._sectPr


def paragraph_element(paragraph: Any) -> Any:
    """The `w:p` of a paragraph."""
    return paragraph._p


class _Members(list[tuple[str, bytes]]):
    """Collects what python-docx would put in a zip file."""

    def write(self, uri: Any, data: bytes) -> None:
        self.append((uri.membername, data))


def members(document: Any) -> list[tuple[str, bytes]]:
    """The files in the package of a document, in order, each with its bytes."""
    package, collected = document.part.package, _Members()
    writer: Any = PackageWriter
    for part in package.parts:
        part.before_marshal()
    writer._write_content_types_stream(collected, package.parts)
    writer._write_pkg_rels(collected, package.rels)
    writer._write_parts(collected, package.parts)
    return list(collected)
