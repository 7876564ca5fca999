"""What of a header of a template is taken over, piece by piece."""

import io
import zipfile
from collections.abc import Mapping

import pytest
from lxml import etree

from sto_tui.documents.word import TemplateError
from sto_tui.documents.word.template import HIGHEST_RATIO, MOST_ENTRIES, Template
from sto_tui.documents.word.template_header_footer import PartReader, RunningHeads, is_on, part_reader, running_heads
from sto_tui.documents.word.xml_reading import NAMESPACE, W, value
from tests.support.word_templates import picture

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_NAMES = (
    f'xmlns:w="{NAMESPACE}" xmlns:r="{_OFFICE}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
UPRIGHT, LYING = ('<w:pgSz w:w="{}" w:h="{}"/>'.format(*size) for size in ((11906, 16838), (16838, 11906)))
Relations = Mapping[str, tuple[str, str]]


def relations(found: Relations) -> str:
    """By id the kind and target; a target with a colon is outside."""
    outside = ' TargetMode="External"'
    inside = "".join(
        f'<Relationship Id="{identity}" Type="{_OFFICE}/{kind}" Target="{target}"{outside if ":" in target else ""}/>'
        for identity, (kind, target) in found.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}">{inside}</Relationships>'


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def section(size: str = UPRIGHT, *, titled: bool = False, **references: str) -> str:
    """The references are by kind and pages: `header_default`."""
    found = "".join(
        '<w:{}Reference w:type="{}" r:id="{}"/>'.format(*name.split("_"), identity)
        for name, identity in references.items()
    )
    return f"<w:sectPr>{found}{size}{'<w:titlePg/>' if titled else ''}</w:sectPr>"


def template(sections: list[str], strips: Mapping[str, str], known: Relations, settings: str = "") -> Template:
    """`strips` are the insides of headers (and of footers, whose name begins with f) by their id."""
    within = "".join(f"<w:p><w:pPr>{one}</w:pPr></w:p>" for one in sections[:-1])
    roots = {identity: "ftr" if identity.startswith("f") else "hdr" for identity in strips}
    parts: dict[str, str | bytes] = {
        "_rels/.rels": relations({"r": ("officeDocument", "word/document.xml")}),
        "word/document.xml": f"<w:document {_NAMES}><w:body>{within}{''.join(sections[-1:])}</w:body></w:document>",
        "word/_rels/document.xml.rels": relations({one: ("header", f"{one}.xml") for one in strips}),
        "word/settings.xml": f"<w:settings {_NAMES}>{settings}</w:settings>",
        "word/logo.png": picture(1, 2, 3),
        "word/leeg.png": b"",
    }
    for identity, inside in strips.items():
        parts[f"word/{identity}.xml"] = f"<w:{roots[identity]} {_NAMES}>{inside}</w:{roots[identity]}>"
        parts[f"word/_rels/{identity}.xml.rels"] = relations(known)
    return Template(packed(parts), "huis.docx")


def reader_of(found: Template, styles: Mapping[str, str] | None = None) -> PartReader:
    lists = etree.fromstring(f'<w:numbering {_NAMES}><w:num w:numId="5"/></w:numbering>')
    return part_reader(found, styles or {}, lists)


def heads_of(found: Template, styles: Mapping[str, str] | None = None) -> RunningHeads:
    return running_heads(reader_of(found, styles))


def text(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def strip(
    inside: str, known: Relations | None = None, styles: Mapping[str, str] | None = None
) -> etree._Element | None:
    """A header with this in it and some text, taken over."""
    heads = heads_of(template([section(header_default="h")], {"h": inside + text("Kop")}, known or {}), styles)
    return etree.fromstring(heads.header.ordinary.xml) if heads.header.ordinary else None


def names(root: etree._Element | None) -> str:
    """Its elements but those of the text that stands behind it."""
    assert root is not None
    return " ".join(etree.QName(one).localname for one in list(root.iterdescendants())[:-3])


@pytest.mark.parametrize(
    ("inside", "kept"),
    [
        # What was tracked is accepted, what marks comments and bookmarks goes.
        ("<w:p><w:ins><w:r/></w:ins><w:del><w:r/></w:del></w:p>", "p r"),
        ('<w:p><w:bookmarkStart w:id="1"/><w:commentReference/><w:proofErr/></w:p>', "p"),
        ("<w:p><w:smartTag><w:smartTagPr/><w:r/></w:smartTag></w:p>", "p r"),
        ("<w:customXml><w:customXmlPr/><w:p/></w:customXml>", "p"),
        ("<w:p><w:r><w:rPr><w:ins/><w:b/></w:rPr></w:r></w:p>", "p r rPr b"),
        # Data of the document's own properties stays bound, other data does not.
        ('<w:sdt><w:sdtPr><w:dataBinding w:xpath="/ns:core-properties/x"/></w:sdtPr></w:sdt>', "sdt sdtPr dataBinding"),
        (
            '<w:sdt><w:sdtPr><w:dataBinding w:prefixMappings="core-properties"/></w:sdtPr></w:sdt>',
            "sdt sdtPr dataBinding",
        ),
        ('<w:sdt><w:sdtPr><w:dataBinding w:xpath="/x"/></w:sdtPr></w:sdt>', "sdt sdtPr"),
        # Only styles and lists that are there.
        ('<w:p><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:p>', "p pPr numPr numId"),
        ('<w:p><w:pPr><w:numPr><w:numId w:val="6"/></w:numPr></w:pPr></w:p>', "p pPr"),
        ('<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr></w:p>', "p pPr pStyle"),
        ('<w:p><w:pPr><w:pStyle w:val="X"/></w:pPr></w:p>', "p pPr"),
        # No table without rows, no row without cells, no cell without a paragraph; each with its properties and grid.
        ("<w:tbl><w:tr/></w:tbl>", ""),
        ("<w:tbl><w:tblPr/></w:tbl>", ""),
        (
            "<w:tbl><w:tr><w:tc/><w:tc><w:p/></w:tc></w:tr><w:tr/></w:tbl>",
            "tbl tblPr tblGrid gridCol gridCol tr tc p tc p",
        ),
        (
            "<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tblPr/><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>",
            "tbl tblPr tblGrid gridCol tr tc p",
        ),
        # A drawing without its size or number would be refused.
        ("<w:p><w:r><w:drawing/></w:r></w:p>", "p r"),
        ("<w:p><w:r><w:drawing><wp:inline><wp:extent/></wp:inline></w:drawing></w:r></w:p>", "p r"),
        ("<w:p><w:r><w:drawing><wp:inline><wp:docPr/></wp:inline></w:drawing></w:r></w:p>", "p r"),
        (
            '<w:p><w:r><w:drawing><wp:anchor><wp:extent/><wp:docPr id="1"/></wp:anchor></w:drawing></w:r></w:p>',
            "p r drawing anchor extent docPr",
        ),
    ],
)
def test_what_is_kept_of_a_header(inside: str, kept: str) -> None:
    assert names(strip(inside, styles={"A": "B"})) == kept


def test_a_second_style_of_a_name_is_the_first_and_drawings_are_numbered_anew() -> None:
    styled = strip('<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr></w:p>', styles={"A": "B"})
    assert styled is not None
    assert value(styled.find(f".//{W}pStyle")) == "B"
    drawn = '<w:p><w:r><w:drawing><wp:inline><wp:extent/><wp:docPr id="1"/></wp:inline></w:drawing></w:r></w:p>'
    numbered = strip(drawn * 2)
    assert numbered is not None
    assert [one.get("id") for one in numbered.iter() if etree.QName(one).localname == "docPr"] == ["9001", "9002"]


BLIP = (
    '<w:p><w:r><w:drawing><wp:inline><wp:extent/><wp:docPr id="1"/><a:blip r:embed="x"/></wp:inline></w:drawing></w:r>'
    "</w:p>"
)
LINK = '<w:p><w:hyperlink r:id="x"><w:r/></w:hyperlink></w:p>'


@pytest.mark.parametrize(
    ("inside", "relation", "kept", "lost"),
    [
        (BLIP, ("image", "logo.png"), "p r drawing inline extent docPr blip", False),
        # Outside, empty, not there, or no picture at all.
        (BLIP, ("image", "http://voorbeeld.nl/logo.png"), "p r", True),
        (BLIP, ("image", "leeg.png"), "p r", True),
        (BLIP, ("image", "weg.png"), "p r", True),
        (BLIP, ("image", "settings.xml"), "p r", True),
        (BLIP, ("oleObject", "logo.png"), "p r", True),
        (LINK, ("hyperlink", "https://voorbeeld.nl"), "p hyperlink r", False),
        (LINK, ("hyperlink", "mailto:anja@voorbeeld.nl"), "p hyperlink r", False),
        # A link that leads elsewhere keeps its words only.
        (LINK, ("hyperlink", "file:///geheim"), "p hyperlink r", False),
        (LINK, ("hyperlink", "logo.png"), "p hyperlink r", False),
        (LINK, ("image", "https://voorbeeld.nl"), "p hyperlink r", False),
    ],
)
def test_pictures_and_links(inside: str, relation: tuple[str, str], kept: str, lost: bool) -> None:
    reader = reader_of(template([section(header_default="h")], {"h": inside + text("Kop")}, {"x": relation}))
    taken = running_heads(reader).header.ordinary
    assert taken is not None
    root = etree.fromstring(taken.xml)
    assert (names(root), reader.lost) == (kept, lost)
    refers = any(_OFFICE in str(name) for one in root.iter() for name in one.attrib)
    assert refers is bool(taken.images or taken.links)
    assert {one.content_type for one in taken.images.values()} <= {"image/png"}
    assert bool(taken.links) is (relation[1].startswith(("https", "mailto")) and relation[0] == "hyperlink")


def words_of(heads: RunningHeads) -> list[str]:
    """What stands above ordinary, even and first pages, and below the ordinary ones."""
    strips = heads.header.ordinary, heads.header.even, heads.header.first, heads.footer.ordinary
    return ["".join(map(str, etree.fromstring(one.xml).itertext())) if one else "" for one in strips]


HEADS = {
    "h": text("Gewoon"),
    "e": text("Even"),
    "t": text("Titel"),
    "o": text("Ander"),
    "f": text("Voet"),
    "n": "<w:p/>",
}


@pytest.mark.parametrize(
    ("sections", "settings", "words", "own_first"),
    [
        ([section(header_default="h", footer_default="f")], "", ["Gewoon", "", "Gewoon", "Voet"], False),
        # Even pages count when the document says so, the first one when its section does.
        ([section(header_default="h", header_even="e")], "", ["Gewoon", "", "Gewoon", ""], False),
        (
            [section(header_default="h", header_even="e")],
            "<w:evenAndOddHeaders/>",
            ["Gewoon", "Even", "Gewoon", ""],
            False,
        ),
        (
            [section(header_default="h", header_even="e")],
            '<w:evenAndOddHeaders w:val="0"/>',
            ["Gewoon", "", "Gewoon", ""],
            False,
        ),
        ([section(titled=True, header_default="h", header_first="t")], "", ["Gewoon", "", "Titel", ""], True),
        ([section(titled=True, header_default="h")], "", ["Gewoon", "", "", ""], True),
        # Ordinary pages are those of the last upright section; what it leaves out comes from the one before.
        ([section(header_default="t"), section(header_default="h")], "", ["Gewoon", "", "Titel", ""], True),
        ([section(header_default="h"), section(footer_default="f")], "", ["Gewoon", "", "Gewoon", "Voet"], True),
        ([section(header_default="h"), section(LYING, header_default="o")], "", ["Gewoon", "", "Gewoon", ""], False),
        (
            [section(LYING, header_default="h"), section(LYING, header_default="o")],
            "",
            ["Ander", "", "Gewoon", ""],
            True,
        ),
        # A header of which nothing shows is none; nor is a footer that is a header, or one that is not there.
        ([section(header_default="n")], "", ["", "", "", ""], False),
        ([section(header_default="f", footer_default="h")], "", ["", "", "", ""], False),
        ([section(header_default="weg")], "", ["", "", "", ""], False),
        ([], "", ["", "", "", ""], False),
    ],
)
def test_which_header_stands_on_which_pages(
    sections: list[str], settings: str, words: list[str], own_first: bool
) -> None:
    heads = heads_of(template(sections, HEADS, {}, settings))
    assert words_of(heads) == words
    assert heads.own_first is own_first
    assert heads.even_differs is bool(words[1])


@pytest.mark.parametrize("off", ["0", "false", "off"])
def test_switches(off: str) -> None:
    assert not is_on(etree.fromstring(f'<w:titlePg xmlns:w="{NAMESPACE}" w:val="{off}"/>'))
    assert is_on(etree.fromstring(f'<w:titlePg xmlns:w="{NAMESPACE}" w:val="1"/>'))
    assert is_on(etree.fromstring(f'<w:titlePg xmlns:w="{NAMESPACE}"/>'))
    assert not is_on(None)


# The package.

WHOLE = {
    "_rels/.rels": relations({"r": ("officeDocument", "word/document.xml")}),
    "word/document.xml": f"<w:document {_NAMES}/>",
}


@pytest.mark.parametrize(
    ("parts", "usable"),
    [
        (WHOLE, True),
        ({"word/document.xml": WHOLE["word/document.xml"]}, True),
        ({"_rels/.rels": WHOLE["_rels/.rels"]}, False),
        (WHOLE | {"word/document.xml": f"<w:hdr {_NAMES}/>"}, False),
        (WHOLE | {"word/document.xml": f"<!DOCTYPE x []>{WHOLE['word/document.xml']}"}, False),
        (WHOLE | {"word/document.xml": "<w:document"}, False),
        (WHOLE | {"/buiten": ""}, False),
        (WHOLE | {"word/../../buiten": ""}, False),
        (WHOLE | {"word/a..b": ""}, True),
        # The limit of entries, with it and one more.
        (WHOLE | {f"leeg/{number}": "" for number in range(MOST_ENTRIES - 2)}, True),
        (WHOLE | {f"leeg/{number}": "" for number in range(MOST_ENTRIES - 1)}, False),
    ],
)
def test_a_package_that_can_be_used(parts: Mapping[str, str], usable: bool) -> None:
    data = packed(parts)
    if usable:
        assert Template(data, "huis.docx").main == "word/document.xml"
    else:
        with pytest.raises(TemplateError, match=r"^huis\.docx is "):
            Template(data, "huis.docx")


def test_a_package_that_unpacks_to_too_much_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in WHOLE.items():
            archive.writestr(name, content)
        archive.writestr("nullen", b"\0" * 2000 * HIGHEST_RATIO)
    with pytest.raises(TemplateError, match="te groot"):
        Template(buffer.getvalue(), "huis.docx")


def test_what_a_part_is_and_refers_to() -> None:
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    listed = (
        f'<Types xmlns="{types}"><Default Extension="png" ContentType="image/png"/>'
        '<Override PartName="/word/Logo.PNG" ContentType="image/gif"/></Types>'
    )
    found = Template(packed(WHOLE | {
        "[Content_Types].xml": listed,
        "word/_rels/document.xml.rels": relations({
            "a": ("styles", "stijl%20A.xml"),
            "b": ("hyperlink", "https://voorbeeld.nl"), "c": ("image", "/media/x.png"),
            "d": ("theme", "weg.xml"), "e": ("settings", "https://voorbeeld.nl/settings.xml"),
        }),
        "word/stijl A.xml": f"<w:styles {_NAMES}/>", "word/theme/theme1.xml": "<theme/>", "word/settings.xml": "<x/>",
    }), "huis.docx")  # fmt: skip
    told = {identity: (one.kind, one.target, one.outside) for identity, one in found.relations(found.main).items()}
    assert told["a"] == ("styles", "word/stijl A.xml", False)
    assert told["b"] == ("hyperlink", "https://voorbeeld.nl", True)
    assert told["c"] == ("image", "media/x.png", False)
    # By its relation, else in the usual place; never outside.
    assert [found.related(kind) for kind in ("styles", "theme", "settings", "numbering")] == [
        "word/stijl A.xml", "word/theme/theme1.xml", "word/settings.xml", "",
    ]  # fmt: skip
    assert found.xml_of("numbering") is None
    assert [found.content_type(part) for part in ("word/logo.png", "word\\LOGO.png", "ander.png", "x.bin")] == [
        "image/gif", "image/gif", "image/png", "",
    ]  # fmt: skip


def test_measures_of_a_strict_document_become_twips_and_half_points() -> None:
    """A point is 20 twips or two half points; 2.54 cm are an inch of 72 points, and a pica 12."""
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    measures = "1pt", "2.54cm", "25.4mm", "-1in", "1pc", "12", "1ptx"
    values = [("w:sz w:val", "10.5pt"), *(("w:x w:a", measure) for measure in measures)]
    inside = "".join(f'<{name}="{measure}"/>' for name, measure in values)
    parts = WHOLE | {"word/document.xml": f'<w:document xmlns:w="{strict}">{inside}</w:document>'}
    root = Template(packed(parts), "huis.docx").document
    found = [str(next(iter(one.attrib.values()))) for one in root]
    assert found == ["21", "20", "1440", "1440", "-1440", "240", "12", "1ptx"]


@pytest.mark.parametrize(
    ("properties", "said"),
    [
        ("<w:showingPlcHdr/>", "Kop"),
        ('<w:showingPlcHdr w:val="0"/>', "Kies een datumKop"),
        ("", "Kies een datumKop"),
        ('<w:showingPlcHdr/><w:dataBinding w:xpath="/core-properties/title"/>', "Kies een datumKop"),
    ],
)
def test_what_a_control_asks_is_not_printed(properties: str, said: str) -> None:
    control = f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{text('Kies een datum')}</w:sdtContent></w:sdt>"
    strip = heads_of(template([section(header_default="h")], {"h": control + text("Kop")}, {})).header.ordinary
    assert strip is not None
    assert "".join(node.text or "" for node in etree.fromstring(strip.xml).iter(f"{W}t")) == said
