"""The private parts of python-docx that we use are where they were, and do what we think."""

import io
import zipfile
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree

from sto_tui.documents.word.docx_gaps import (
    members,
    paragraph_element,
    replace_bytes,
    replace_document,
    replace_root,
    section_properties,
)

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read_back(document: Any) -> Any:
    stream = io.BytesIO()
    document.save(stream)
    return docx.Document(io.BytesIO(stream.getvalue()))


def part_of(document: Any, kind: str) -> Any:
    return next(relation.target_part for relation in document.part.rels.values() if relation.reltype == kind)


def test_a_part_gets_other_bytes_and_another_root() -> None:
    document = docx.Document()
    theme = b"<a:theme xmlns:a='urn:a' name='van ons'/>"
    replace_bytes(part_of(document, RELATIONSHIP_TYPE.THEME), theme)
    styles = part_of(document, RELATIONSHIP_TYPE.STYLES)
    root = etree.fromstring(etree.tostring(styles.element))
    root.append(
        etree.fromstring(
            f'<w:style xmlns:w="{W[1:-1]}" w:type="paragraph" w:styleId="Nieuw"><w:name w:val="Nieuw"/></w:style>'
        )
    )
    replace_root(styles, etree.tostring(root))
    again = read_back(document)
    assert part_of(again, RELATIONSHIP_TYPE.THEME).blob == theme
    assert "Nieuw" in [style.name for style in again.styles]


def test_a_document_gets_another_body() -> None:
    document = docx.Document()
    document.add_paragraph("oud")
    replace_document(document, etree.tostring(document.element).replace(b"oud", b"nieuw"))
    assert [paragraph.text for paragraph in document.paragraphs] == ["nieuw"]
    document.add_paragraph("erbij")
    assert [paragraph.text for paragraph in read_back(document).paragraphs] == ["nieuw", "erbij"]


def test_the_files_of_a_package_are_those_that_python_docx_writes() -> None:
    document = docx.Document()
    document.add_paragraph("één")
    stream = io.BytesIO()
    document.save(stream)
    with zipfile.ZipFile(stream) as package:
        assert members(document) == [(name, package.read(name)) for name in package.namelist()]


def test_the_elements_of_a_section_and_a_paragraph() -> None:
    document = docx.Document()
    assert section_properties(document.sections[0]).tag == f"{W}sectPr"
    assert paragraph_element(document.add_paragraph("a")).tag == f"{W}p"
