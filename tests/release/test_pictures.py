"""The pictures that are shown are there, none lies there unshown, and a column stands right in any font."""

import re

import pytest

from release.pictures import PAGE_OF_PLAN, PICTURES, SCREENS, in_any_font
from tests.conftest import ROOT

SHOWN_IN = (ROOT / "README.md", ROOT / "docs" / "handleiding.md")


def test_each_picture_is_made_and_shown() -> None:
    there = {path.name for path in PICTURES.iterdir()}
    shown = {name for path in SHOWN_IN for name in re.findall(r"pictures/([\w.-]+)", path.read_text("utf-8"))}
    assert there == shown == {f"{picture.name}.svg" for picture in SCREENS} | {PAGE_OF_PLAN}


@pytest.mark.parametrize(
    ("run", "stretches"),
    [
        # Two blanks before `Nr` are 24.4 wide; `Nr` takes two cells of 12.2, and so does the wide sign.
        ("&#160;&#160;Nr&#160;", [(24.4, 24.4, "Nr")]),
        ("1&#160;Nr&#160;&#160;&#160;Mijlpaal", [(0, 48.8, "1\xa0Nr"), (85.4, 97.6, "Mijlpaal")]),
        ("漢&#160;&#160;&lt;a", [(0, 24.4, "漢"), (48.8, 24.4, "&lt;a")]),
        ("&#160;\n", []),
    ],
)
def test_each_stretch_of_words_has_its_own_place(run: str, stretches: list[tuple[float, float, str]]) -> None:
    svg = f'<text class="r1" x="0" y="20" textLength="99" clip-path="url(#a)">{run}</text>'
    found = re.findall(r'x="([\d.]+)" y="20" textLength="([\d.]+)" clip-path="url\(#a\)">([^<]*)<', in_any_font(svg))
    assert [(float(left), float(width), text) for left, width, text in found] == stretches
