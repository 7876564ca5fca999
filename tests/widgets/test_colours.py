"""Every theme can be read: contrast is computed, also after the downgrade to 256 colours and on sixteen."""

import pytest
from rich.color import Color, ColorSystem
from textual.color import Color as TextualColor

from sto_tui.colours import ANSI, COLOURS, DARK, LIGHT, THEMES, theme_for_terminal, themes_for_terminal
from sto_tui.domain.milestones import Stoplicht
from sto_tui.widgets.signs import light_mark
from tests.support.contrast import PALETTES, Palette, contrast, in_256_colours, luminance, rgb_of

THEME_NAMES = (LIGHT, DARK)
# role on role: the least contrast (WCAG), for text and for marks.
PAIRS = [
    ("text", "background", 10),
    ("text", "surface", 7),
    ("text", "row", 7),
    ("muted", "background", 10),
    ("muted", "surface", 7),
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
    ("ink", "paper", 20),
    ("groen-text", "groen", 7),
    ("oranje-text", "oranje", 7),
    ("rood-text", "rood", 4.5),
]
CHIPS = ("groen", "oranje", "rood")


# From which degree to which on the wheel of colours a word may stand: red at 0, orange at 36, green at 135.
HUES = {"groen": (90, 150), "oranje": (25, 45), "rood": (-15, 15)}


@pytest.mark.parametrize("theme", THEME_NAMES)
@pytest.mark.parametrize("chip", CHIPS)
def test_a_stoplicht_has_the_colour_of_its_word(theme: str, chip: str) -> None:
    variables = next(one for one in THEMES if one.name == theme).variables
    lowest, highest = HUES[chip]
    degrees = TextualColor.parse(variables[f"sto-{chip}"]).hsl.h * 360
    assert lowest <= (degrees - 360 if degrees > 180 else degrees) <= highest


@pytest.mark.parametrize("chip", CHIPS)
def test_in_sixteen_colours_the_letters_or_the_ground_have_it(chip: str) -> None:
    variables = next(one for one in THEMES if one.name == ANSI).variables
    named = {"groen": "green", "oranje": "yellow", "rood": "red"}[chip]
    assert any(named in variables[role] for role in (f"sto-{chip}", f"sto-{chip}-text"))


def test_the_mark_of_a_milestone_says_its_stoplicht_and_is_drawn_so() -> None:
    marks = {light: light_mark(light) for light in Stoplicht}
    assert {light: (text[0], text[1:].strip(), role) for light, (text, role) in marks.items()} == {
        Stoplicht.NIET_GESTART: ("–", "", "muted"),
        Stoplicht.GROEN: ("●", "groen", "groen"),
        Stoplicht.ORANJE: ("▲", "oranje", "oranje"),
        Stoplicht.ROOD: ("■", "rood", "rood"),
        Stoplicht.GEREED: ("✓", "gereed", "text"),
    }


def test_contrast_as_worked_out_by_hand() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((9, 9, 9), (9, 9, 9)) == 1
    # #777777: 119/255 = 0.4667, linear ((0.4667 + 0.055) / 1.055) ^ 2.4 = 0.1845; on white 1.05 / 0.2345 = 4.48.
    assert luminance((119, 119, 119)) == pytest.approx(0.1845, abs=0.0001)
    assert contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.005)
    # Pure green is 0.7152 of the light: with black (0.7152 + 0.05) / 0.05 = 15.3, with white 1.05 / 0.7652 = 1.37.
    assert contrast((0, 255, 0), (0, 0, 0)) == pytest.approx(15.304)
    assert contrast((0, 255, 0), (255, 255, 255)) == pytest.approx(1.37, abs=0.005)


@pytest.mark.parametrize("theme", THEME_NAMES)
@pytest.mark.parametrize(("front", "back", "least"), PAIRS, ids=lambda value: str(value))
def test_contrast(theme: str, front: str, back: str, least: float) -> None:
    which = THEME_NAMES.index(theme)
    colours = COLOURS[front][which], COLOURS[back][which]
    assert contrast(*(TextualColor.parse(one).rgb for one in colours)) >= least
    assert contrast(*(in_256_colours(Color.parse(one)) for one in colours)) >= min(least, 4.5)


@pytest.mark.parametrize("terminal", PALETTES.values(), ids=list(PALETTES))
@pytest.mark.parametrize("chip", CHIPS)
def test_a_chip_in_sixteen_colours_can_be_read(chip: str, terminal: Palette) -> None:
    variables = next(theme for theme in THEMES if theme.name == ANSI).variables
    front, back = (TextualColor.parse(variables[name]).rich_color for name in (f"sto-{chip}-text", f"sto-{chip}"))
    for bold in (False, True):
        drawn = terminal.rgb(front, of_text=True, bold=bold), terminal.rgb(back, of_text=False, bold=bold)
        assert contrast(*drawn) >= 4.5


def test_a_light_theme_in_sixteen_colours_cannot_be_read_and_is_not_offered() -> None:
    hint, background = (
        Color.parse(COLOURS[role][0]).downgrade(ColorSystem.STANDARD) for role in ("hint", "background")
    )
    shown = [PALETTES["xterm"].rgb(colour, of_text=True, bold=False) for colour in (hint, background)]
    assert shown == [(205, 205, 0), (255, 255, 255)]
    # 205/255 = 0.804, linear 0.6105; yellow has 0.2126 + 0.7152 of it: 0.5664. On white 1.05 / 0.6164 = 1.70.
    assert contrast(*shown) == pytest.approx(1.70, abs=0.005)
    assert themes_for_terminal({"TERM": "xterm-16color"}, windows=False) == [ANSI]


def test_the_ansi_theme_has_colour_in_its_chips_only() -> None:
    ansi = next(theme for theme in THEMES if theme.name == ANSI)
    coloured = {role for role in COLOURS if ansi.variables[f"sto-{role}"] != "ansi_default"}
    assert coloured == {"ink", "paper", *(role for chip in CHIPS for role in (chip, f"{chip}-text"))}, "and the QR code"


def test_a_palette_draws_bold_in_the_bright_colour() -> None:
    terminal = PALETTES["xterm"]
    assert terminal.rgb(Color.parse("color(0)"), of_text=True, bold=True) == (127, 127, 127)
    assert terminal.rgb(Color.parse("color(0)"), of_text=False, bold=True) == (0, 0, 0)
    assert terminal.rgb(Color.default(), of_text=False, bold=True) == (255, 255, 255)
    assert rgb_of(Color.parse("#010203")) == (1, 2, 3)


@pytest.mark.parametrize(
    ("environment", "remembered", "expected"),
    [
        ({"TERM": "xterm-256color"}, "", LIGHT),
        ({"TERM": "xterm-256color"}, DARK, DARK),
        ({"TERM": "tmux-256color"}, DARK, DARK),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, "", LIGHT),
        ({"TERM": "xterm"}, DARK, ANSI),
        ({"TERM": "screen"}, DARK, ANSI),
        ({"TERM": "linux"}, LIGHT, ANSI),
        ({"TERM": "vt100"}, LIGHT, ANSI),
        ({"TERM": "xterm-16color"}, LIGHT, ANSI),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, LIGHT, ANSI),
        ({"TERM": "xterm-256color"}, "onbekend", LIGHT),
    ],
)
def test_the_theme_follows_the_terminal(environment: dict[str, str], remembered: str, expected: str) -> None:
    assert theme_for_terminal(remembered, themes_for_terminal(environment, windows=False)) == expected


def test_windows_says_nothing_of_its_colours_and_has_them() -> None:
    assert themes_for_terminal({}, windows=True) == [LIGHT, DARK, ANSI]
    assert themes_for_terminal({"NO_COLOR": "1"}, windows=True) == [ANSI]
