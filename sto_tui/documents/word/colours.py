"""The colours of tables, notes and charts in a house style: its own accent with tints of it, or grey."""

import re
from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from sto_tui.documents.word.styles import ACCENT, HEAD_TINT, LABEL_TINT, MID_TINT, RULE
from sto_tui.documents.word.template_styles import chain
from sto_tui.documents.word.xml_reading import W, value

Colour = tuple[int, int, int]
_PLAIN: Colour = (0x40, 0x40, 0x40)
# How much of the accent is in each tint; the rest is white.
_PARTS = {HEAD_TINT: 0.11, LABEL_TINT: 0.05, MID_TINT: 0.3, RULE: 0.33}
# The accents that Word gives every document since 2007, 2013, 2016 and 2023: nobody chose them.
_NOBODYS = frozenset(("4F81BD", "5B9BD5", "4472C4", "156082"))
_LEAST_CONTRAST, _LEAST_HUE = 7.0, 24
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
# What the headings of Word call the colours of a theme that it writes otherwise.
_IN_THEME = {"text1": "dk1", "dark1": "dk1", "text2": "dk2", "dark2": "dk2", "hyperlink": "hlink"}
_HEX, _BYTE = re.compile(r"[0-9A-Fa-f]{6}"), re.compile(r"[0-9A-Fa-f]{2}")


def house_colours(styles: etree._Element, theme: etree._Element | None) -> Mapping[str, str]:
    """For each colour of ours the one in a house style with these styles and this theme."""
    accent = _legible(next(_accents(styles, theme), _PLAIN))
    return {ACCENT: _written(accent), **{ours: _written(_tint(accent, part)) for ours, part in _PARTS.items()}}


def recolour(roots: Sequence[etree._Element], colours: Mapping[str, str]) -> None:
    """Gives what has a colour of ours that of the house style; text stays as it is."""
    for root in roots if colours else ():
        for element in root.iter():
            for name, text in element.attrib.items():
                if text in colours:
                    element.set(name, colours[str(text)])


def recoloured(part: bytes, colours: Mapping[str, str]) -> bytes:
    """The same for a part of the package."""
    if not colours:
        return part
    root = etree.fromstring(part)
    recolour([root], colours)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _accents(styles: etree._Element, theme: etree._Element | None) -> Iterator[Colour]:
    """The colour of its chapter headings, and the first accent of its theme; not when that is black or grey."""
    for style in styles.findall(f"{W}style"):
        if value(style.find(f"{W}name")).casefold() == "heading 1":
            inherited = (ancestor.find(f"{W}rPr/{W}color") for ancestor in chain(styles, value(style, "styleId")))
            yield from _heading_colour(next((colour for colour in inherited if colour is not None), None), theme)
    written = _of_theme(theme, "accent1")
    if written.upper() not in _NOBODYS:
        yield from _coloured(written)


def _heading_colour(colour: etree._Element | None, theme: etree._Element | None) -> Iterator[Colour]:
    """As written, or else as the theme has it; a shade is that much of it, and of a tint the rest is white."""
    if colour is None:
        return
    if _HEX.fullmatch(value(colour)):
        yield from _coloured(value(colour))
        return
    named = value(colour, "themeColor")
    for red, green, blue in _coloured(_of_theme(theme, _IN_THEME.get(named, named))):
        shade, tint = (_part(value(colour, name)) for name in ("themeShade", "themeTint"))
        yield _tint((round(red * shade), round(green * shade), round(blue * shade)), tint)


def _part(written: str) -> float:
    return int(written, 16) / 255 if _BYTE.fullmatch(written) else 1


def _of_theme(theme: etree._Element | None, name: str) -> str:
    """The colour of this name in a theme; empty when there is none, or the system chooses it."""
    colour = theme.find(f".//{_DRAWING}{name}/{_DRAWING}srgbClr") if theme is not None and name.isalnum() else None
    return "" if colour is None else str(colour.get("val", ""))


def _coloured(written: str) -> Iterator[Colour]:
    if _HEX.fullmatch(written):
        red, green, blue = (int(written[at : at + 2], 16) for at in (0, 2, 4))
        if max(red, green, blue) - min(red, green, blue) >= _LEAST_HUE:
            yield red, green, blue


def _legible(colour: Colour) -> Colour:
    """As dark as it must be to be read on its own tint."""
    while _contrast(colour, _tint(colour, _PARTS[HEAD_TINT])) < _LEAST_CONTRAST:
        red, green, blue = colour
        colour = int(red * 0.95), int(green * 0.95), int(blue * 0.95)
    return colour


def _tint(colour: Colour, part: float) -> Colour:
    red, green, blue = (round(255 - (255 - channel) * part) for channel in colour)
    return red, green, blue


def _contrast(dark: Colour, light: Colour) -> float:
    """As WCAG reckons it."""
    return (_luminance(light) + 0.05) / (_luminance(dark) + 0.05)


def _luminance(colour: Colour) -> float:
    parts = [channel / 255 for channel in colour]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _written(colour: Colour) -> str:
    return "".join(f"{channel:02X}" for channel in colour)
