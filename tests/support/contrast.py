"""How well colours can be told apart: the contrast of WCAG 2, on the palettes of usual terminals."""

from collections.abc import Mapping
from dataclasses import dataclass

from rich.color import Color, ColorSystem

Rgb = tuple[int, int, int]


def luminance(colour: Rgb) -> float:
    """The relative luminance: 0 for black, 1 for white."""
    parts = [value / 255 for value in colour]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Rgb, other: Rgb) -> float:
    """From 1, the same, to 21, black and white."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@dataclass(frozen=True)
class Palette:
    """What a terminal makes of the sixteen colours, and of its own two."""

    text: Rgb
    background: Rgb
    sixteen: tuple[Rgb, ...]

    def rgb(self, colour: Color | None, *, of_text: bool, bold: bool) -> Rgb:
        """How it draws a colour; many terminals draw bold text in one of the first eight in the bright one."""
        if colour is None or colour.is_default:
            return self.text if of_text else self.background
        if colour.number is None:
            return rgb_of(colour)
        brighter = 8 if of_text and bold and colour.number < 8 else 0
        return self.sixteen[colour.number + brighter]


def palette(text: str, background: str, sixteen: str) -> Palette:
    """A palette from hexadecimal colours."""
    return Palette(rgb_of(Color.parse(text)), rgb_of(Color.parse(background)), _all(sixteen))


def _all(colours: str) -> tuple[Rgb, ...]:
    return tuple(rgb_of(Color.parse(f"#{colour}")) for colour in colours.split())


def rgb_of(colour: Color) -> Rgb:
    """A colour that does not depend on the terminal, in red, green and blue."""
    red, green, blue = colour.get_truecolor()
    return red, green, blue


def in_256_colours(colour: Color) -> Rgb:
    """What a terminal of 256 colours makes of it."""
    return rgb_of(colour.downgrade(ColorSystem.EIGHT_BIT))


PALETTES: Mapping[str, Palette] = {
    "xterm": palette(
        "#000000",
        "#ffffff",
        "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 "
        "7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff",
    ),
    "Windows": palette(
        "#cccccc",
        "#0c0c0c",
        "0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc "
        "767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2",
    ),
    "Windows before 2017": palette(
        "#c0c0c0",
        "#000000",
        "000000 800000 008000 808000 000080 800080 008080 c0c0c0 "
        "808080 ff0000 00ff00 ffff00 0000ff ff00ff 00ffff ffffff",
    ),
    "Linux console": palette(
        "#aaaaaa",
        "#000000",
        "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa "
        "555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff",
    ),
    "GNOME": palette(
        "#d0cfcc",
        "#171421",
        "171421 c01c28 26a269 a2734c 12488b a347ba 2aa1b3 d0cfcc "
        "5e5c64 f66151 33d17a e9ad0c 2a7bde c061cb 33c7de ffffff",
    ),
    "PuTTY": palette(
        "#bbbbbb",
        "#000000",
        "000000 bb0000 00bb00 bbbb00 0000bb bb00bb 00bbbb bbbbbb "
        "555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff",
    ),
    "macOS": palette(
        "#000000",
        "#ffffff",
        "000000 990000 00a600 999900 0000b2 b200b2 00a6b2 bfbfbf "
        "666666 e50000 00d900 e5e500 0000ff e500e5 00e5e5 e5e5e5",
    ),
}
"""As the terminals have them when nobody chose others."""
