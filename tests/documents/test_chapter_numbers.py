"""The numbers of chapters, which their headings get from a list: those of a part, of annexes, and of a house style."""

import pytest
from lxml import etree

from sto_tui.documents.word.blank_package import blank_document
from sto_tui.documents.word.chapter_numbers import ChapterNumbers, house_level, install_chapter_list
from sto_tui.documents.word.xml_reading import NAMESPACE, W, value


@pytest.mark.parametrize(
    ("chapters", "starts", "lists"),
    [
        ([1, 2, 3, 0], {}, ["", "", "", "0"]),
        ([3, 0], {904: 3}, ["904", "0"]),  # the regiovisie alone
        ([1, 2, 4, 5, 0], {904: 4}, ["", "", "904", "904", "0"]),  # without it
        ([1, 3, 5], {904: 3, 905: 5}, ["", "904", "905"]),
    ],
)
def test_a_chapter_that_does_not_follow_begins_a_list(
    chapters: list[int], starts: dict[int, int], lists: list[str]
) -> None:
    numbers = ChapterNumbers()
    said = [etree.fromstring(f'<w:pPr xmlns:w="{NAMESPACE}">{numbers.properties(one)}</w:pPr>') for one in chapters]
    assert [value(one.find(f"{W}numPr/{W}numId")) for one in said] == lists
    assert numbers.starts == starts


def xml(content: str) -> etree._Element:
    return etree.fromstring(f'<w:root xmlns:w="{NAMESPACE}">{content}</w:root>')


def heading(number: str) -> etree._Element:
    return xml(f'<w:style w:styleId="Kop1"><w:name w:val="Heading 1"/><w:pPr>{number}</w:pPr></w:style>')


def level(number: int, text: str, form: str = "decimal") -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="4"/><w:numFmt w:val="{form}"/><w:pStyle w:val="Kop1"/>'
        f'<w:suff w:val="space"/><w:lvlText w:val="{text}"/></w:lvl>'
    )


@pytest.mark.parametrize(
    ("levels", "wanted", "text"),
    [
        (level(0, "%1."), 0, "%1."),
        (level(0, "Deel %1") + level(1, "Hoofdstuk %2:"), 1, "Hoofdstuk %1:"),
        (level(0, "%1") + level(1, "%1.%2"), 1, None),  # two numbers: ours
        (level(0, "%1", "upperRoman"), 0, None),  # texts say `hoofdstuk 4`
        (level(0, "Hoofdstuk"), 0, None),
    ],
)
def test_the_look_of_the_number_of_a_house_style_is_taken_over(levels: str, wanted: int, text: str | None) -> None:
    numbering = xml(
        f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>'
    )
    taken = house_level(heading(f'<w:numPr><w:ilvl w:val="{wanted}"/><w:numId w:val="7"/></w:numPr>'), numbering)
    assert (None if taken is None else value(taken.find(f"{W}lvlText"))) == text
    if taken is not None:
        assert (value(taken, "ilvl"), value(taken.find(f"{W}start"))) == ("0", "1")
        assert [etree.QName(one).localname for one in taken] == ["start", "numFmt", "suff", "lvlText"]


@pytest.mark.parametrize("number", ["", '<w:numPr><w:numId w:val="8"/></w:numPr>'])
def test_headings_without_a_list_get_ours(number: str) -> None:
    assert house_level(heading(number), xml("")) is None


@pytest.mark.parametrize(("half_points", "room"), [(44, 680), (96, 1440), (48, 720)])
def test_a_number_has_room_in_the_size_of_its_heading(half_points: int, room: int) -> None:
    """48 pt is 96 half points: 96 × 15 = 1440 twips; 24 pt: 720; 22 pt: 660, and at least 1.2 cm is 680."""
    document = blank_document()
    size = (
        f'<w:basedOn w:val="Groot"/></w:style><w:style w:styleId="Groot"><w:rPr><w:sz w:val="{half_points}"/></w:rPr>'
    )
    document.styles.element.extend(xml(f'<w:style w:styleId="Kop1">{size}</w:style>'))
    install_chapter_list(document, "Kop1")
    (indent,) = document.part.numbering_part.element.iter(f"{W}ind")
    assert (value(indent, "left"), value(indent, "hanging")) == (str(room), str(room))
