"""The text of a template: its cover stands in front, the rest when it is asked for, and what is old stays behind."""

import io
from datetime import date
from typing import Any

import docx
import pytest
from lxml import etree

from benchmarks.pages import entries
from sto_tui.documents.word import Draft, DraftOptions, build
from sto_tui.documents.word.decision_list import build_decision_list
from sto_tui.documents.word.docx_gaps import paragraph_element
from sto_tui.documents.word.starting_template import starting_template
from sto_tui.documents.word.template_front import pages_of_text
from sto_tui.documents.word.xml_reading import W
from sto_tui.domain.dossier import Dossier
from tests.documents.test_pages import calibri
from tests.documents.test_widths import planned
from tests.support.word_packages import check_sound
from tests.support.word_templates import BODY, DOCUMENT, drawing, house_parts, pack, section, unpack, words

DAY = date(2026, 11, 22)
PAGE = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
LYING = (
    '<w:sectPr><w:pgSz w:w="16838" w:h="11906"/><w:pgMar w:left="0" w:right="0"/><w:vAlign w:val="center"/></w:sectPr>'
)


def line(text: str, *, inside: str = "") -> str:
    return f"<w:p>{inside}{words(text)}</w:p>"


def ended(text: str, properties: str = "") -> str:
    """A paragraph with a picture, after which another section begins."""
    end = properties or section("")
    return f"<w:p><w:pPr>{end}</w:pPr>{words(text)}{drawing('rId50')}</w:p>"


def template(body: str) -> bytes:
    parts = house_parts(body=body)
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    logo = f'<Relationship Id="rId50" Type="{relation}" Target="media/logo.png"/></Relationships>'
    place = "word/_rels/document.xml.rels"
    return pack({**parts, place: parts[place].replace(b"</Relationships>", logo.encode())})


def gallery(name: str, text: str) -> str:
    control = f'<w:sdtPr><w:docPartObj><w:docPartGallery w:val="{name}"/></w:docPartObj></w:sdtPr>'
    return f"<w:sdt>{control}<w:sdtContent>{line(text)}</w:sdtContent></w:sdt>"


@pytest.fixture(scope="module")
def region() -> Dossier:
    return planned(date(2027, 1, 1), date(2028, 12, 31), [date(2027, 6, 1)])


def drafted(region: Dossier, body: str, *, whole: bool = False) -> Draft:
    options = DraftOptions(DAY, template=template(body), template_name="huis.docx", template_text=whole)
    return build(region, options)


def before_our_cover(data: bytes) -> str:
    """The text in front of our own cover, sound as the whole is; a picture is □ and a page break is |."""
    parts = check_sound(data)
    marks = {f"{W}t": "", f"{W}drawing": "□", f"{W}br": "|"}
    text = ""
    for block in next(etree.fromstring(parts[DOCUMENT]).iter(f"{W}body")):
        if "Sterk Techniekonderwijs" in "".join(map(str, block.itertext())):
            return text
        text += "".join(marks[node.tag] or node.text or "" for node in block.iter(*marks))
    raise AssertionError("no cover")


LEFT = "De tekst van het sjabloon is niet overgenomen; met --met-tekst staat die voorin (ongeveer {})."
REST = LEFT.replace("De tekst", "De rest van de tekst")


@pytest.mark.parametrize(
    ("body", "front", "notice"),
    [
        ("", "", None),
        (line("Vul hier in"), "", LEFT.format("1 bladzijde")),
        (line("Een") + PAGE * 2, "", LEFT.format("3 bladzijden")),
        (ended("Ons voorblad") + line("x" * 2801), "Ons voorblad□", REST.format("2 bladzijden")),
        # A first section of more pages is no cover.
        (line("x" * 2801) + ended("Einde") + line("Meer"), "", LEFT.format("2 bladzijden")),
        (gallery("Cover Pages", "Van Word") + line("Oud plan"), "Van Word", REST.format("1 bladzijde")),
        (gallery("Cover Pages", "Van Word"), "Van Word", None),
    ],
)
def test_only_a_cover_comes_along_unasked(region: Dossier, body: str, front: str, notice: str | None) -> None:
    draft = drafted(region, body)
    assert before_our_cover(draft.data) == front
    assert [told for told in draft.notices if "tekst" in told] == [notice] * bool(notice)


def test_a_page_break_at_the_end_of_a_cover_leaves_no_empty_page(region: Dossier) -> None:
    """Word ends its covers with one; the section behind it begins a page already."""
    cover = gallery("Cover Pages", "Van Word").replace("</w:sdtContent>", f"{PAGE}</w:sdtContent>")
    assert before_our_cover(drafted(region, cover + line("Oud plan")).data) == "Van Word"


def test_page_numbers_count_a_cover_in_front(region: Dossier) -> None:
    """A cover is a page. Of the whole text nobody knows how many it takes in Word, so then there are no numbers."""

    def numbered(front: str, *, whole: bool = False) -> list[int | None]:
        parts = calibri(house_parts(body=front))
        options = DraftOptions(DAY, template=pack(parts), template_name="huis.docx", template_text=whole)
        return list(entries(build(region, options).data).values())

    cover = gallery("Cover Pages", "Van Word") + line("Oud plan")
    without = numbered("")
    assert None not in without
    assert numbered(cover) == [number + 1 for number in without if number]
    assert set(numbered(cover, whole=True)) == {None}


def test_the_whole_text_comes_along_when_asked_without_what_is_old(region: Dossier) -> None:
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
    field += f'<w:fldSimple w:instr=" DATE ">{words("Op ")}</w:fldSimple>'
    link = f'<w:p><w:hyperlink w:anchor="_Toc000001">{words("Link.")}</w:hyperlink></w:p>'
    body = ended("Voorblad.") + gallery("Table of Contents", "Oude inhoud") + BODY + link + line("dag", inside=field)
    draft = drafted(region, body, whole=True)
    assert before_our_cover(draft.data) == "Voorblad.□|Oud planTekst van vorig jaarLink.Op dag"
    assert "De tekst van het sjabloon staat voorin: ongeveer 2 bladzijden." in draft.notices
    text = unpack(draft.data)[DOCUMENT].decode()
    front = text[: text.index("Sterk Techniekonderwijs")]
    assert not [old for old in ("fldChar", "fldSimple", "anchor", "bookmark", "comment", "w:ins ") if old in front]
    # Its headings leave the numbers of our chapters alone.
    document: Any = docx.Document(io.BytesIO(draft.data))
    (old,) = [paragraph for paragraph in document.paragraphs if paragraph.text == "Oud plan"]
    assert old.style.name == "Heading 1"
    properties = paragraph_element(old).pPr
    assert properties.numPr.numId.val == 0
    # Nor do they begin a page where the template does not say so; ours do.
    assert properties.pageBreakBefore.val is False
    assert old.style.paragraph_format.page_break_before


def test_a_cover_keeps_its_sheet_and_the_plan_begins_on_a_page_of_its_own(region: Dossier) -> None:
    draft = drafted(region, ended("Liggend", LYING) + line("Tekst"))
    document: Any = docx.Document(io.BytesIO(draft.data))
    cover, plan = list(document.sections)[:2]
    assert (cover.page_width > cover.page_height, plan.page_width > plan.page_height) == (True, False)
    assert (cover.left_margin, plan.left_margin.twips) == (0, 1701)


def test_a_control_that_shows_the_title_shows_that_of_the_plan(region: Dossier) -> None:
    binding = (
        "<w:dataBinding w:prefixMappings=\"xmlns:c='http://schemas.openxmlformats.org/package/2006/metadata/"
        'core-properties\'" w:xpath="/c:coreProperties[1]/d:title[1]" w:storeItemID="{1}"/>'
    )
    control = f"<w:sdt><w:sdtPr>{binding}<w:text/></w:sdtPr><w:sdtContent>{line('[Titel]')}</w:sdtContent></w:sdt>"
    draft = drafted(region, control + ended("") + line("Tekst"))
    assert before_our_cover(draft.data) == "Regiovisie en activiteitenplan 2027-2028□"


def test_papers_without_a_cover_have_none_of_the_template(region: Dossier) -> None:
    options = DraftOptions(DAY, template=template(ended("Ons voorblad") + line("Tekst")))
    assert b"Ons voorblad" not in unpack(build_decision_list(region, options))[DOCUMENT]


def test_pages_of_a_text_by_its_breaks_or_its_letters() -> None:
    body = etree.fromstring(unpack(template(PAGE + line("x" * 9000)))[DOCUMENT])
    assert pages_of_text(list(body[0])) == 4
    assert pages_of_text(list(body[0])[:1]) == 2
    assert pages_of_text([]) == 1


def test_the_starting_template_is_sound_and_gives_a_plan_as_without_one(region: Dossier) -> None:
    data = starting_template()
    check_sound(data)
    assert starting_template() == data
    draft = build(region, DraftOptions(DAY, template=data, template_name="huisstijl.docx"))
    assert draft.notices == (LEFT.format("1 bladzijde"),)
    assert "Naam en logo van de penvoerder" in str([unpack(draft.data)[name] for name in unpack(draft.data)])
