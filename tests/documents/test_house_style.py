"""House styles that people hand in: made in many ways, damaged in many more; each works or gets one sentence."""

import gc
import io
import random
import re
import zipfile
from collections.abc import Callable
from datetime import date
from typing import Any

import docx
import pytest
from lxml import etree

from sto_tui.documents.word import Draft, DraftOptions, TemplateError, build
from sto_tui.documents.word.decision_list import build_decision_list
from sto_tui.documents.word.xml_reading import W
from sto_tui.domain.dossier import Dossier
from tests.documents.test_widths import check_widths, planned, text_widths
from tests.support.word_packages import RELATIONS, R, check_sound
from tests.support.word_templates import (
    COMMENTS,
    DOCUMENT,
    EVEN,
    FIRST,
    FOOTER,
    HEADER,
    LOGO,
    NUMBERING,
    REFERENCES,
    SETTINGS,
    STYLES,
    THEME,
    TYPES,
    Parts,
    changed,
    cut,
    house_parts,
    pack,
    section,
    strict,
    unpack,
    without,
)

DAY = date(2026, 11, 22)
RELS = "word/_rels/document.xml.rels"


@pytest.fixture(scope="module")
def region() -> Dossier:
    """A small region, whose draft has an upright, a lying and an upright section."""
    return planned(date(2027, 1, 1), date(2028, 12, 31), [date(2027, 6, 1), date(2028, 2, 1)])


def drafted(region: Dossier, data: bytes) -> Draft:
    return build(region, DraftOptions(DAY, template=data, template_name="huis.docx"))


def test_after_a_draft_that_fails_python_collects_its_waste_again(region: Dossier) -> None:
    with pytest.raises(TemplateError):
        drafted(region, b"geen zip")
    assert gc.isenabled()


def strips(data: bytes) -> list[dict[str, str]]:
    """Per section the text of what stands above and below, by `header-default` and the like, with its pictures."""
    parts = unpack(data)
    targets = {one.get("Id"): f"word/{one.get('Target')}" for one in etree.fromstring(parts[RELS]).iter(RELATIONS)}
    current: dict[str, str] = {}
    found = []
    for one in etree.fromstring(parts[DOCUMENT]).iter(f"{W}sectPr"):
        for kind in ("header", "footer"):
            for reference in one.findall(f"{W}{kind}Reference"):
                target = targets[reference.get(f"{R}id")]
                root: Any = etree.fromstring(parts[target])
                text = "".join(node.text or "" for node in root.iter(f"{W}t"))
                pictures = root.xpath("count(//*[local-name()='blip' or local-name()='imagedata'])")
                current[f"{kind}-{reference.get(f'{W}type')}"] = text + "□" * int(pictures)
        titled = one.find(f"{W}titlePg") is not None
        found.append(
            {**{key: text for key, text in current.items() if titled or "first" not in key}, "titled": str(titled)}
        )
    return found


# The running head and foot of the template.

THEIRS = {
    "header-default": "Scholengroep De Waard□",
    "header-even": "Even bladzijde",
    "footer-default": "Postbus 1 Gorinchem 1",
}


def test_header_footer_and_logo_of_a_house_style_stand_in_every_section(region: Dossier) -> None:
    data = drafted(region, pack(house_parts())).data
    parts = check_sound(data)
    first, *others = strips(data)
    assert first == {**THEIRS, "header-first": "□", "titled": "True"}
    assert others == [{**THEIRS, "titled": "False"}] * 2
    assert [parts[name] for name in parts if name.startswith("word/media/")] == [house_parts()[LOGO]]
    document: Any = docx.Document(io.BytesIO(data))
    for place, one in enumerate(document.sections):
        assert one.header.is_linked_to_previous == bool(place)
        assert one.header.tables[0].cell(0, 1).text == "Scholengroep De Waard"
        related = document.sections[0].header.part.rels
        assert [related[key].target_part.blob for key in related] == [house_parts()[LOGO]]
    assert document.sections[1].page_width > document.sections[1].page_height
    assert document.settings.odd_and_even_pages_header_footer


OURS = "Regiovisie en activiteitenplan Sterk Techniekonderwijs Proefland 2027-2028concept"
OUR_FOOT = "22 november 2026pagina 1 van 1"


@pytest.mark.parametrize(
    ("references", "titled", "first", "others"),
    [
        ("", False, {"titled": "True"}, {"header-default": OURS, "footer-default": OUR_FOOT}),
        (
            '<w:headerReference w:type="default" r:id="rId4"/>',
            False,
            {"titled": "True", "header-first": THEIRS["header-default"]},
            {"header-default": THEIRS["header-default"], "footer-default": OUR_FOOT},
        ),
        (
            '<w:footerReference w:type="default" r:id="rId7"/><w:headerReference w:type="first" r:id="rId5"/>',
            True,
            {"titled": "True", "header-first": "□"},
            {"header-default": OURS, "footer-default": THEIRS["footer-default"]},
        ),
        (
            '<w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId7"/>',
            False,
            {"titled": "False"},
            {"header-default": THEIRS["header-default"], "footer-default": THEIRS["footer-default"]},
        ),
    ],
    ids=["neither", "header only", "footer and first header", "both"],
)
def test_our_line_stands_where_the_house_style_has_none(
    region: Dossier, references: str, titled: bool, first: dict[str, str], others: dict[str, str]
) -> None:
    found = strips(drafted(region, pack(house_parts(references, titled=titled))).data)
    assert found[0] == {**others, **first}
    assert found[1:] == [{**others, "titled": "False"}] * 2


def test_the_cover_is_as_the_first_section_and_the_rest_as_the_last(region: Dossier) -> None:
    cover = f"<w:p><w:pPr>{section(REFERENCES.replace('rId4', 'rId6'))}</w:pPr></w:p>"
    body = cover + "<w:p/>"
    parts = house_parts('<w:headerReference w:type="default" r:id="rId4"/>', titled=False, body=body)
    found = strips(drafted(region, pack(parts)).data)
    assert found[0]["header-first"] == "Even bladzijde"
    assert {one["header-default"] for one in found} == {"Scholengroep De Waard□"}


def test_a_list_of_decisions_has_the_house_styles_header_on_its_first_page(region: Dossier) -> None:
    options = DraftOptions(DAY, template=pack(house_parts(titled=False)), template_name="huis.docx")
    data = build_decision_list(region, options)
    check_sound(data)
    assert strips(data) == [{**THEIRS, "titled": "False"}]


# What is taken over, and what not.


def test_only_the_look_is_taken_over(region: Dossier) -> None:
    draft = drafted(region, pack(house_parts()))
    parts = check_sound(draft.data)
    text = parts[DOCUMENT].decode()
    assert "Oud plan" not in text
    assert "Tekst van vorig jaar" not in text
    assert any("tekst van het sjabloon is niet overgenomen" in notice for notice in draft.notices)
    settings = parts[SETTINGS].decode()
    assert "documentProtection" not in settings
    assert "trackRevisions" not in settings
    assert 'w:val="11"' not in settings
    assert b"Verdana" in parts[THEME]
    styles: Any = etree.fromstring(parts[STYLES])
    assert {one.get(f"{W}val") for one in styles.iter(f"{W}lang")} == {"nl-NL"}
    head = next(one for one in styles if one.get(f"{W}styleId") == "Kop1")
    assert head.find(f"{W}rPr/{W}color").get(f"{W}val") == "AA0000"
    assert [one.get(f"{W}val") for one in head.iter(f"{W}numId")] == ["903"]
    numbering: Any = etree.fromstring(parts[NUMBERING])
    chapters = next(one for one in numbering if one.get(f"{W}abstractNumId") == "903")
    looks = [one.get(f"{W}val") for one in chapters.iter(f"{W}pStyle", f"{W}lvlText")]
    assert looks == ["Kop1", "%1."], "numbered as the house does, and once"
    entry = next(one for one in styles if one.get(f"{W}styleId") == "Inhopg1")
    assert [one.get(f"{W}pos") for one in entry.iter(f"{W}tab")] == ["567", "8504"]


def test_tables_and_charts_are_as_wide_as_the_text_of_the_house_style(region: Dossier) -> None:
    # 11906 - 2 x 1701 upright, 16838 - 2 x 1701 lying.
    data = drafted(region, pack(house_parts())).data
    check_widths(data)
    found = list(text_widths(etree.fromstring(unpack(data)[DOCUMENT])[0]))
    assert {text for text, _ in found} == {8504, 13436}
    for text, table in found:
        widths = [int(one.get(f"{W}w", "")) for one in table.findall(f"{W}tblGrid/{W}gridCol")]
        assert abs(sum(widths) - text) <= len(widths)


@pytest.mark.parametrize(
    ("pattern", "replacement"),
    [
        (r'w:left="\d+"', 'w:left="5600"'),
        (r'w:w="11906"', 'w:w="-5"'),
        (r'w:w="11906"', 'w:w="veel"'),
        (r'w:bottom="\d+"', 'w:bottom="12000"'),
    ],
)
def test_a_page_on_which_tables_cannot_be_read_is_not_taken(region: Dossier, pattern: str, replacement: str) -> None:
    draft = drafted(region, pack(changed(DOCUMENT, pattern, replacement)(house_parts())))
    sheets = re.findall(r'<w:pgSz w:w="(\d+)"', unpack(draft.data)[DOCUMENT].decode())
    assert sheets == ["11906", "16838", "11906"]
    sensible = "veel" in replacement
    assert any("te klein voor de tabellen" in notice for notice in draft.notices) != sensible
    check_widths(draft.data)


# Files made in other ways.

WORKING: dict[str, Callable[[Parts], Parts]] = {
    "made by python-docx": lambda parts: unpack(saved(docx.Document())),
    "a template": lambda parts: changed(TYPES, r"document\.main\+xml", "template.main+xml")(parts),
    "with macros": lambda parts: {
        **changed(TYPES, r"[^\"]*document\.main\+xml", MACROS)(parts),
        "word/vbaProject.bin": b"x",
    },
    "strict": strict,
    "no lists": without(NUMBERING),
    "no styles": without(STYLES),
    "no theme": without(THEME),
    "no settings": without(SETTINGS),
    "no relations of the document": without(RELS),
    "no relations of the package": without("_rels/.rels"),
    "no content types": without(TYPES),
    "no logo": without(LOGO),
    "no header part": without(HEADER),
    "a style without a name": changed(STYLES, r'(w:styleId="Kop2">)<w:name w:val="heading 2"/>', r"\1"),
    "a style without an id": changed(STYLES, ' w:styleId="Kop1"'),
    "a style of a strange kind": changed(STYLES, 'w:type="paragraph" w:styleId="Kop1"', 'w:type="x" w:styleId="Kop1"'),
    "a heading that is a character style": changed(
        STYLES, 'w:type="paragraph" w:styleId="Kop1"', 'w:type="character" w:styleId="Kop1"'
    ),
    "no name anywhere": changed(STYLES, r"<w:name [^>]*>"),
    "double ids": changed(STYLES, 'styleId="Kop2"', 'styleId="Kop1"'),
    "double names": changed(STYLES, 'w:val="heading 2"', 'w:val="heading 1"'),
    "styles based on each other": changed(
        STYLES, r'(w:styleId="Standaard" w:default="1"><w:name w:val="Normal"/>)', r'\1<w:basedOn w:val="Kop1"/>'
    ),
    "a style based on nothing": changed(STYLES, 'w:basedOn w:val="Standaard"', 'w:basedOn w:val="Weg"'),
    "properties in a wrong order": changed(STYLES, r"(<w:b/>)(<w:color [^>]*>)(<w:sz [^>]*>)", r"\3\2\1"),
    "bullets without a list": changed(NUMBERING, r'<w:num w:numId="2">.*?</w:num>'),
    "lists with our numbers": changed(NUMBERING, 'w:numId="2"', 'w:numId="901"'),
    "no section": changed(DOCUMENT, r"<w:sectPr>.*</w:sectPr>"),
    "an empty section": changed(DOCUMENT, r"<w:sectPr>.*</w:sectPr>", "<w:sectPr/>"),
    "no body": changed(DOCUMENT, r"<w:body>.*</w:body>"),
    "only a table": lambda parts: house_parts(body="<w:tbl><w:tr><w:tc/></w:tr></w:tbl>"),
    "a header of another kind": lambda parts: {**parts, HEADER: parts[FOOTER]},
    "an empty header": changed(HEADER, r"(<w:hdr [^>]*>).*</w:hdr>", r"\1</w:hdr>"),
    "a table without rows in the header": changed(HEADER, r"<w:tr>.*</w:tr>"),
    "a cell without text in the header": changed(HEADER, r"(<w:tc>)<w:tcPr>.*?</w:tc>", r"\1</w:tc>"),
    "a text box in the header": changed(
        FIRST,
        r"<v:shape.*</v:shape>",
        "<v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>Naam</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape>",
    ),
    "tracked changes in the header": changed(
        EVEN,
        r"<w:r>(.*?)</w:r>",
        r'<w:del w:id="1"><w:r><w:delText>x</w:delText></w:r></w:del><w:ins w:id="2"><w:r>\1</w:r></w:ins>',
    ),
    "a link in the header": lambda parts: linked(parts, "https://voorbeeld.nl"),
    "a link to a file in the header": lambda parts: linked(parts, "file:///c:/geheim.docx"),
    "damaged comments": cut(COMMENTS),
    "damaged pictures": cut(LOGO),
    "names as Windows writes them": lambda parts: {name.replace("/", "\\"): data for name, data in parts.items()},
    "names in capitals": lambda parts: {name.upper() if name == STYLES else name: data for name, data in parts.items()},
    "very many styles": lambda parts: many_styles(parts, 4_000),
}
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
REFUSED: dict[str, tuple[Callable[[Parts], Parts], str]] = {
    "damaged document": (cut(DOCUMENT), "word/document.xml is niet te lezen"),
    "damaged styles": (cut(STYLES), "word/styles.xml is niet te lezen"),
    "damaged lists": (cut(NUMBERING), "word/numbering.xml is niet te lezen"),
    "damaged settings": (cut(SETTINGS), "word/settings.xml is niet te lezen"),
    "damaged header": (cut(HEADER), "word/header1.xml is niet te lezen"),
    "damaged theme": (cut(THEME), "word/theme/theme1.xml is niet te lezen"),
    "damaged relations": (cut(RELS), "document.xml.rels is niet te lezen"),
    "no document": (without(DOCUMENT), "geen Word-bestand, of is beschadigd"),
    "nothing": (lambda parts: {}, "geen Word-bestand, of is beschadigd"),
    "a workbook": (lambda parts: {**parts, DOCUMENT: b"<workbook/>"}, "geen Word-bestand, of is beschadigd"),
    "entities": (
        lambda parts: {**parts, STYLES: b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'},
        "word/styles.xml is niet te lezen",
    ),
    "very deep": (
        lambda parts: {**parts, STYLES: b"<x>" * 5_000 + b"</x>" * 5_000},
        "word/styles.xml is niet te lezen",
    ),
}


def saved(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def linked(parts: Parts, target: str) -> Parts:
    """The header with a link on its words."""
    parts = changed(HEADER, r"(<w:r><w:t>Schol.*?</w:r>)", r'<w:hyperlink r:id="rId9">\1</w:hyperlink>')(parts)
    relation = f'<Relationship Id="rId9" Type="x/hyperlink" Target="{target}" TargetMode="External"/></Relationships>'
    return changed("word/_rels/header1.xml.rels", "</Relationships>", relation)(parts)


def many_styles(parts: Parts, many: int) -> Parts:
    more = "".join(
        f'<w:style w:type="paragraph" w:styleId="X{one}"><w:name w:val="Extra {one}"/></w:style>' for one in range(many)
    )
    return changed(STYLES, "</w:styles>", f"{more}</w:styles>")(parts)


@pytest.mark.slow
@pytest.mark.parametrize("name", WORKING)
def test_a_file_made_in_another_way_works(region: Dossier, name: str) -> None:
    draft = drafted(region, pack(WORKING[name](house_parts())))
    check_sound(draft.data)
    check_widths(draft.data)
    assert all(re.fullmatch(r"[A-Z][^\n]+\.", notice) for notice in draft.notices)


@pytest.mark.parametrize("name", REFUSED)
def test_a_damaged_file_gets_one_sentence(region: Dossier, name: str) -> None:
    make, told = REFUSED[name]
    with pytest.raises(TemplateError) as caught:
        drafted(region, pack(make(house_parts())))
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("damaged", [False, True])
@pytest.mark.parametrize("how", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_file_is_packed_as_word_packs(region: Dossier, how: int, damaged: bool) -> None:
    data = pack(house_parts(), how)
    if damaged:
        begin = data.index(DOCUMENT.encode()) + len(DOCUMENT)
        data = data[:begin] + bytes(255 - one for one in data[begin : begin + 40]) + data[begin + 40 :]
    with pytest.raises(TemplateError, match="geen Word-bestand, of is beschadigd"):
        drafted(region, data)


def test_what_could_not_be_taken_is_told(region: Dossier) -> None:
    draft = drafted(region, pack(without(LOGO)(house_parts())))
    assert any("plaatje" in notice for notice in draft.notices)
    found = strips(draft.data)
    assert found[0]["header-default"] == "Scholengroep De Waard"
    assert "header-first" not in found[0]
    lacking = next(notice for notice in draft.notices if "mist" in notice)
    assert lacking == (
        "Het sjabloon mist de opmaakprofielen ‘Ondertitel’, ‘Kop van inhoudsopgave’, ‘Inhopg 2’ en ‘Inhopg 3’; "
        "die van sto-tui zijn gebruikt."
    )


def test_bullets_of_the_house_style_stay_and_lost_ones_become_ours(region: Dossier) -> None:
    for change, number in ((lambda parts: parts, "2"), (WORKING["bullets without a list"], "901")):
        styles = etree.fromstring(unpack(drafted(region, pack(change(house_parts()))).data)[STYLES])
        bullet = next(one for one in styles if one.get(f"{W}styleId") == "Lijstopsomteken")
        assert [one.get(f"{W}val") for one in bullet.iter(f"{W}numId")] == [number]


def test_a_link_keeps_its_words_and_leads_only_to_the_web(region: Dossier) -> None:
    for target, stays in (("https://voorbeeld.nl", True), ("file:///c:/geheim.docx", False)):
        data = drafted(region, pack(linked(house_parts(), target))).data
        assert strips(data)[0]["header-default"] == "Scholengroep De Waard□"
        assert any(target.encode() in content for content in unpack(data).values()) is stays


def damaged(parts: Parts, chance: random.Random) -> Parts:
    """The parts with one to three things gone: a part, an element, an attribute, or the end of a part."""
    parts = dict(parts)
    for _ in range(chance.randint(1, 3)):
        name = chance.choice(sorted(parts))
        what = chance.choice(("part", "element", "element", "element", "attribute", "attribute", "end", "move"))
        if what == "part":
            del parts[name]
        elif what == "end":
            parts[name] = parts[name][: chance.randrange(len(parts[name]) + 1)]
        elif name.endswith((".xml", ".rels")):
            try:
                root = etree.fromstring(parts[name])
            except etree.XMLSyntaxError:
                continue
            change_one(root, what, chance)
            parts[name] = etree.tostring(root)
    return parts


def change_one(root: etree._Element, what: str, chance: random.Random) -> None:
    element = chance.choice(list(root.iter()))
    parent = element.getparent()
    if what == "attribute" and element.attrib:
        del element.attrib[chance.choice(sorted(element.attrib))]
    elif what == "move" and parent is not None:
        parent.append(element)
    elif parent is not None:
        parent.remove(element)


@pytest.mark.slow
@pytest.mark.parametrize("seed", [*range(38), 7010, 9063])
def test_whatever_is_damaged_gives_a_sound_draft_or_one_sentence(region: Dossier, seed: int) -> None:
    template = pack(damaged(house_parts(), random.Random(seed)))
    draft: Draft | None = None
    told = ""
    try:
        draft = drafted(region, template)
    except TemplateError as error:
        told = str(error)
    if draft is None:
        assert re.fullmatch(r"huis\.docx [^\n]+\.", told)
    else:
        check_sound(draft.data)
        check_widths(draft.data)


def test_headings_and_captions_stay_with_what_they_name(region: Dossier) -> None:
    """The house style asks it of none."""
    made = build(region, DraftOptions(DAY, template=pack(house_parts()), template_name="huis.docx")).data
    kept = {
        str(style.name).casefold()
        for style in docx.Document(io.BytesIO(made)).styles
        if style.element.find(f"{W}pPr/{W}keepNext") is not None
    }
    assert {"heading 1", "heading 2", "caption"} <= kept
