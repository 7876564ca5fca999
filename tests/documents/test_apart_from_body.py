"""Styles of ours in a house style whose ordinary text is indented, centred, numbered or in capitals."""

from datetime import date

import pytest
from lxml import etree

from sto_tui.documents.word import DraftOptions, build
from sto_tui.documents.word.apart_from_body import set_apart
from sto_tui.documents.word.xml_reading import NAMESPACE, W
from sto_tui.planning.new_dossier import new_dossier
from tests.support.word_packages import check_sound
from tests.support.word_templates import STYLES, changed, house_parts, pack


def local(name: object) -> str:
    return str(etree.QName(str(name)).localname)


@pytest.mark.parametrize(
    ("body", "ours", "settled"),
    [
        ("", "", []),
        ("<w:pPr><w:spacing/></w:pPr><w:rPr><w:color/></w:rPr>", "", []),
        ('<w:pPr><w:ind w:left="567" w:firstLine="567"/></w:pPr>', "", ["ind left=0 right=0 firstLine=0"]),
        (
            '<w:pPr><w:ind w:right="9"/></w:pPr>',
            '<w:ind w:left="80" w:hanging="80"/>',
            ["ind left=80 hanging=80 right=0"],
        ),
        ('<w:pPr><w:keepNext/><w:jc w:val="both"/></w:pPr>', "", ["keepNext val=0", "jc val=left"]),
        ('<w:pPr><w:jc w:val="both"/></w:pPr>', '<w:jc w:val="right"/>', ["jc val=right"]),
        ('<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', "", ["numPr", "numId val=0"]),
        ("<w:pPr><w:shd/></w:pPr>", "", ["shd val=clear color=auto fill=auto"]),
        ("<w:rPr><w:b/><w:caps/></w:rPr>", "", ["b val=0", "caps val=0"]),
    ],
)
def test_what_ordinary_text_says_of_paragraphs_is_undone(body: str, ours: str, settled: list[str]) -> None:
    root = etree.fromstring(
        f'<w:styles xmlns:w="{NAMESPACE}"><w:style w:styleId="Standaard">{body}</w:style>'
        f'<w:style w:styleId="STOTabeltekst"><w:basedOn w:val="Standaard"/><w:pPr>{ours}</w:pPr></w:style></w:styles>'
    )
    set_apart([root[1]], root, "Standaard")
    said = []
    for node in root[1].iter():
        settings = (f"{local(name)}={node.get(name)}" for name in node.attrib)
        said.append(" ".join([local(node.tag), *settings]))
    assert [line for line in said[2:] if line not in ("pPr", "rPr")] == settled


def test_borders_of_ordinary_text_stop_at_ours() -> None:
    border = '<w:pPr><w:pBdr><w:{} w:val="single"/></w:pBdr></w:pPr>'
    root = etree.fromstring(
        f'<w:styles xmlns:w="{NAMESPACE}"><w:style w:styleId="Body">{border.format("left")}</w:style>'
        f'<w:style w:styleId="Ours"><w:basedOn w:val="Body"/>{border.format("top")}</w:style></w:styles>'
    )
    set_apart([root[1]], root, "Body")
    assert [side.get(f"{W}val") for side in root[1].iterfind(f"{W}pPr/{W}pBdr/*")] == ["single", *["nil"] * 4]


def test_running_text_is_as_the_house_has_it_and_tables_are_not() -> None:
    """The text that opens a chapter is indented; that in tables is not."""
    look = '<w:name w:val="Normal"/><w:pPr><w:ind w:left="850" w:firstLine="567"/><w:jc w:val="both"/></w:pPr>'
    data = pack(changed(STYLES, '<w:name w:val="Normal"/>', look)(house_parts()))
    draft = build(new_dossier("Proefland", "2027-2028"), DraftOptions(date(2026, 11, 22), template=data))
    root = etree.fromstring(check_sound(draft.data)[STYLES])
    indents = {
        style.get(f"{W}styleId"): indent.get(f"{W}firstLine")
        for style in root.iter(f"{W}style")
        for indent in style.iterfind(f"{W}pPr/{W}ind")
    }
    assert (indents["STOTabeltekst"], indents["STOBron"], indents.get("STOInleiding")) == ("0", "0", None)
