"""Every theme can be read: contrast is computed, also after the downgrade to 256 colours."""

import pytest
from rich.color import Color, ColorSystem
from textual.color import Color as TextualColor

from sto_tui.colours import ANSI, COLOURS, DARK, LIGHT, THEMES, theme_for_terminal

THEME_NAMES = (LIGHT, DARK)
# role on role: the least contrast (WCAG), for text and for marks.
PAIRS = [
    ("text", "background", 10),
    ("text", "surface", 7),
    ("text", "row", 7),
    ("muted", "background", 10),
    ("muted", "row", 7),
    ("primary", "background", 7),
    ("primary", "row", 7),
    ("accent", "background", 7),
    ("today", "background", 4.5),
    ("critical", "background", 7),
    ("error", "background", 7),
    ("error", "row", 4.5),
    ("hint", "background", 7),
    ("rule", "background", 4.5),
    ("cell-text", "cell", 7),
    ("groen-text", "groen", 7),
    ("oranje-text", "oranje", 7),
    ("rood-text", "rood", 4.5),
]


def luminance(red: int, green: int, blue: int) -> float:
    parts = [value / 255 for value in (red, green, blue)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    high, low = sorted((luminance(*one), luminance(*other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def in_256_colours(colour: str) -> tuple[int, int, int]:
    red, green, blue = Color.parse(colour).downgrade(ColorSystem.EIGHT_BIT).get_truecolor()
    return red, green, blue


@pytest.mark.parametrize("theme", THEME_NAMES)
@pytest.mark.parametrize(("front", "back", "least"), PAIRS, ids=lambda value: str(value))
def test_contrast(theme: str, front: str, back: str, least: float) -> None:
    which = THEME_NAMES.index(theme)
    colours = COLOURS[front][which], COLOURS[back][which]
    assert contrast(*(TextualColor.parse(one).rgb for one in colours)) >= least
    assert contrast(*(in_256_colours(one) for one in colours)) >= min(least, 4.5)


def test_the_ansi_theme_has_colour_in_its_chips_only() -> None:
    ansi = next(theme for theme in THEMES if theme.name == ANSI)
    coloured = {
        role for role in COLOURS if ansi.variables[f"sto-{role}"] not in ("ansi_default", "ansi_white", "ansi_black")
    }
    assert coloured == {"groen", "oranje", "rood", "rood-text"}


@pytest.mark.parametrize(
    ("environment", "remembered", "expected"),
    [
        ({"TERM": "xterm-256color"}, "", LIGHT),
        ({"TERM": "xterm-256color"}, DARK, DARK),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, "", LIGHT),
        ({"TERM": "xterm"}, DARK, ANSI),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, LIGHT, ANSI),
        ({"TERM": "xterm-256color"}, "onbekend", LIGHT),
    ],
)
def test_the_theme_follows_the_terminal(environment: dict[str, str], remembered: str, expected: str) -> None:
    assert theme_for_terminal(remembered, environment) == expected
