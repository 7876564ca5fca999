"""Tables and charts in a house style have its accent, or grey; never ours."""

import io
import zipfile

import pytest
from lxml import etree

from sto_tui.documents.word import DraftOptions, build
from sto_tui.documents.word.colours import house_colours
from sto_tui.documents.word.styles import ACCENT, HEAD_TINT, LABEL_TINT, MID_TINT, RULE
from sto_tui.documents.word.xml_reading import NAMESPACE
from tests.conftest import SAMPLES
from tests.documents.test_word_draft import dossier_of
from tests.support.small_plan import TODAY
from tests.support.word_templates import house_parts, pack

MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"


def styles_with(heading: str) -> etree._Element:
    return etree.fromstring(
        f'<w:styles xmlns:w="{NAMESPACE}"><w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/>'
        f'<w:rPr><w:color w:val="{heading}"/></w:rPr></w:style></w:styles>'
    )


def theme_with(accent: str) -> etree._Element:
    return etree.fromstring(
        f'<a:theme xmlns:a="{MAIN}"><a:themeElements><a:clrScheme name="x"><a:accent1><a:srgbClr val="{accent}"/>'
        "</a:accent1></a:clrScheme></a:themeElements></a:theme>"
    )


@pytest.mark.parametrize(
    ("heading", "accent", "found"),
    [
        ("7A1F3D", "006633", "7A1F3D"),
        # Black, grey and automatic headings have no colour to take.
        ("000000", "004422", "004422"),
        ("auto", "004422", "004422"),
        # What Word gives everybody is nobody's colour.
        ("404040", "4472C4", "404040"),
    ],
)
def test_the_accent_is_that_of_the_headings_or_of_the_theme(heading: str, accent: str, found: str) -> None:
    assert house_colours(styles_with(heading), theme_with(accent))[ACCENT] == found


@pytest.mark.parametrize(
    ("colour", "found"),
    [
        ('w:val="auto" w:themeColor="accent1"', "7A1F3D"),
        ('w:themeColor="accent1" w:themeShade="80"', "3D101F"),  # 128/255: 122 is 61, 31 is 16, 61 is 31
        ('w:val="123456" w:themeColor="accent1"', "123456"),  # what Word kept of it
        ('w:val="auto" w:themeColor="accent9"', "7A1F3D"),  # not there: the first accent
        ('w:val="auto" w:themeColor="./.." w:themeShade="x"', "7A1F3D"),
    ],
)
def test_a_heading_in_a_colour_of_the_theme(colour: str, found: str) -> None:
    styles = styles_with("auto")
    text = etree.tostring(styles, encoding="unicode").replace('w:val="auto"', colour)
    assert house_colours(etree.fromstring(text), theme_with("7A1F3D"))[ACCENT] == found


def test_tints_are_so_much_of_the_accent_and_the_rest_white() -> None:
    """7A is 122 and 255 - 122 = 133: of that 11% is 15, 5% 7, 30% 40, 33% 44; 1F is 31: 25, 11, 67, 74;
    3D is 61: 21, 10, 58, 64."""
    colours = house_colours(styles_with("7A1F3D"), None)
    assert colours[HEAD_TINT] == "F0E6EA"
    assert colours[LABEL_TINT] == "F8F4F5"
    assert colours[MID_TINT] == "D7BCC5"
    assert colours[RULE] == "D3B5BF"


def test_a_light_accent_is_made_dark_enough_to_read() -> None:
    found = house_colours(styles_with("F5A623"), None)[ACCENT]
    red, green, blue = (int(found[at : at + 2], 16) for at in (0, 2, 4))
    assert red > green > blue, "still the same hue"
    assert max(red, green, blue) < 0x80


@pytest.mark.slow
def test_nothing_of_a_draft_in_a_house_style_has_our_colours() -> None:
    dossier = dossier_of(SAMPLES / "voorbeeldregio-2027-2028.sto.json")
    made = build(dossier, DraftOptions(TODAY, template=pack(house_parts()), template_name="huis.docx")).data
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        texts = {name: package.read(name).decode() for name in package.namelist() if name.endswith(".xml")}
    assert any(name.startswith("word/charts/") for name in texts)
    for name, text in texts.items():
        assert [ours for ours in (ACCENT, HEAD_TINT, LABEL_TINT, MID_TINT, RULE) if f'"{ours}"' in text] == [], name
    of_its_headings = house_colours(styles_with("AA0000"), None)
    assert f'w:fill="{of_its_headings[HEAD_TINT]}"' in texts["word/document.xml"]
