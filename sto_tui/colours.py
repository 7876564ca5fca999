"""The three themes: paper for the projector, a dark one, and the terminal's own sixteen colours.

Contrast was computed; `tests/widgets/test_colours.py` computes it again for every terminal and its palette, and
`tests/screens/test_drawn_colours.py` for what is really drawn.
"""

import os
from collections.abc import Mapping, Sequence

from textual.theme import Theme

LIGHT = "sto-licht"
DARK = "sto-donker"
ANSI = "sto-ansi"
EVERY_THEME = (LIGHT, DARK, ANSI)
THEME_NAMES = {LIGHT: "licht", DARK: "donker", ANSI: "de 16 kleuren van de terminal"}
"""How people read which theme is shown."""
ON_THE_WALL = {DARK: LIGHT}
"""Which theme takes the place of one that a projector washes out."""

# role: (sto-licht, sto-donker). Every text role stands on `background`, the row and cell roles on their own.
COLOURS: Mapping[str, tuple[str, str]] = {
    "background": ("#ffffff", "#0d1117"),
    "surface": ("#eef1f6", "#1c232d"),
    "text": ("#0d1117", "#f3f5f8"),
    "muted": ("#2d323a", "#d6dbe3"),
    "rule": ("#585e67", "#99a1ad"),
    "row": ("#dde7f5", "#1b2a40"),
    "cell": ("#0a2f6e", "#9ecbff"),
    "cell-text": ("#ffffff", "#06101f"),
    "primary": ("#0a2f6e", "#93c5ff"),
    "accent": ("#00545c", "#7fe0d8"),
    "ink": ("#000000", "#000000"),
    "paper": ("#ffffff", "#ffffff"),
    "today": ("#a1005f", "#ff8fd0"),
    "critical": ("#86103f", "#ff9ec0"),
    "error": ("#a30014", "#ff8a80"),
    "hint": ("#7a4700", "#ffc766"),
    "groen": ("#4ccb6c", "#4ccb6c"),
    "groen-text": ("#000000", "#000000"),
    "oranje": ("#ffa31a", "#ffa31a"),
    "oranje-text": ("#000000", "#000000"),
    "rood": ("#bd1020", "#ff7066"),
    "rood-text": ("#ffffff", "#000000"),
}
# Textual's own style sheets name these; only a theme of the terminal's colours uses them.
_ANSI_BASE = {"ansi-background": "ansi_default", "ansi-foreground": "ansi_default"}
# Bright on black: many terminals draw bold black as grey, which on green or yellow nobody reads (1.3 to 2.9 to 1).
_ANSI_CHIPS = {
    "ink": "ansi_black",
    "paper": "ansi_bright_white",
    "groen": "ansi_black",
    "groen-text": "ansi_bright_green",
    "oranje": "ansi_black",
    "oranje-text": "ansi_bright_yellow",
    "rood": "ansi_red",
    "rood-text": "ansi_bright_white",
}


def _theme(name: str, colours: Mapping[str, str], *, dark: bool, ansi: bool = False) -> Theme:
    emphasis = "bold reverse" if ansi else "bold"
    own = {f"sto-{role}": colour for role, colour in colours.items()}
    cursor = {
        "block-cursor-background": colours["cell"],
        "block-cursor-foreground": colours["cell-text"],
        "block-cursor-blurred-background": colours["row"],
        "block-cursor-blurred-foreground": colours["text"],
        "block-hover-background": colours["surface"],
        "input-cursor-background": colours["cell"],
        "input-cursor-foreground": colours["cell-text"],
        "input-selection-background": colours["row"],
        "input-selection-foreground": colours["text"],
        "block-cursor-text-style": emphasis,
        "button-focus-text-style": emphasis,
        "input-cursor-text-style": "reverse" if ansi else "none",
        "border": colours["rule"],
        "border-blurred": colours["rule"],
        "scrollbar": colours["rule"],
        "scrollbar-hover": colours["text"],
        "scrollbar-active": colours["text"],
        "scrollbar-background": colours["background"],
        "scrollbar-background-hover": colours["background"],
        "scrollbar-background-active": colours["background"],
        "scrollbar-corner-color": colours["background"],
    }
    return Theme(
        name=name,
        primary=colours["primary"],
        secondary=colours["primary"],
        accent=colours["accent"],
        warning=colours["hint"],
        error=colours["error"],
        success=colours["accent"],
        foreground=colours["text"],
        background=colours["background"],
        surface=colours["surface"],
        panel=colours["surface"],
        boost=colours["surface"],
        dark=dark,
        ansi=ansi,
        text_alpha=1.0,
        variables=own | cursor | _ANSI_BASE,
    )


def _ansi_colours() -> dict[str, str]:
    return dict.fromkeys(COLOURS, "ansi_default") | _ANSI_CHIPS


THEMES = (
    _theme(LIGHT, {role: pair[0] for role, pair in COLOURS.items()}, dark=False),
    _theme(DARK, {role: pair[1] for role, pair in COLOURS.items()}, dark=True),
    _theme(ANSI, _ansi_colours(), dark=True, ansi=True),
)


def themes_for_terminal(environment: Mapping[str, str] = os.environ, *, windows: bool = os.name == "nt") -> list[str]:
    """The themes that can be read: with few colours, or none, only the one of the terminal's own."""
    if "NO_COLOR" in environment or not (windows or many_colours(environment)):
        return [ANSI]
    return list(EVERY_THEME)


def theme_for_terminal(remembered: str, offered: Sequence[str]) -> str:
    """The remembered theme when it is offered, else the first: paper, or the terminal's own colours."""
    return remembered if remembered in offered else offered[0]


def many_colours(environment: Mapping[str, str]) -> bool:
    """Whether the terminal says it has 256 colours or more."""
    term = environment.get("TERM", "")
    return environment.get("COLORTERM", "") in ("truecolor", "24bit") or "256color" in term or "kitty" in term
