"""How wide the fonts of house styles are beside Calibri, measured over the words of two plans.

For fonts whose every letter we do not know: enough to give columns and pages room, too little for a page number.
"""

from sto_tui.frozen import frozen

_EXACT = frozenset({"calibri", "carlito"})


@frozen
class FontWidth:
    """Times the width of Calibri: a running text, and the widest long word that is bold.

    `known` says whether these were measured; a font that nobody measured is taken to be as wide as the widest.
    """

    text: float
    word: float
    known: bool = True


# Arial by Liberation Sans, Times by Liberation Serif, Cambria by Caladea, Century Gothic by URW Gothic, Palatino by
# P052 and Bookman by URW Bookman, which have the same widths. Aptos, Segoe UI and Source Sans were not measured: these
# are estimates on the wide side.
_WIDTHS = {
    "arial": (1.08, 1.25),
    "avenir next": (1.13, 1.26),
    "avenir": (1.1, 1.2),
    "aptos": (1.1, 1.25),
    "bookman old style": (1.19, 1.33),
    "calibri light": (1.0, 1.0),
    "cambria": (1.0, 1.17),
    "century gothic": (1.19, 1.28),
    "comic sans ms": (1.13, 1.3),
    "dejavu serif": (1.25, 1.44),
    "georgia": (1.09, 1.34),
    "helvetica": (1.08, 1.25),
    "inter": (1.16, 1.29),
    "lato": (1.08, 1.11),
    "noto sans": (1.16, 1.26),
    "open sans": (1.14, 1.25),
    "palatino linotype": (1.09, 1.22),
    "roboto": (1.09, 1.17),
    "segoe ui": (1.13, 1.25),
    "source sans pro": (1.0, 1.1),
    "tahoma": (1.07, 1.28),
    "times new roman": (1.0, 1.16),
    "trebuchet ms": (1.09, 1.21),
    "verdana": (1.22, 1.44),
}
_SAME = {
    "aptos": ("aptos display",),
    "arial": ("liberation sans", "arimo"),
    "cambria": ("caladea",),
    "georgia": ("gelasio",),
    "helvetica": ("helvetica neue", "nimbus sans"),
    "noto sans": ("noto serif",),
    "open sans": ("open sans light", "open sans semibold"),
    "palatino linotype": ("palatino", "book antiqua", "p052"),
    "roboto": ("roboto light", "roboto medium"),
    "segoe ui": ("segoe ui light", "segoe ui semilight", "segoe ui semibold", "selawik"),
    "source sans pro": ("source sans 3",),
    "times new roman": ("times", "liberation serif", "tinos"),
    "verdana": ("dejavu sans", "bitstream vera sans"),
}
_BY_NAME = {
    **{name: FontWidth(*widths) for name, widths in _WIDTHS.items()},
    **{twin: FontWidth(*_WIDTHS[name]) for name, twins in _SAME.items() for twin in twins},
    **dict.fromkeys(_EXACT, FontWidth(1.0, 1.0)),
}
_UNKNOWN = FontWidth(1.0, 1.44, known=False)


def is_exact(font: str) -> bool:
    """Whether every letter of the font is as wide as ours."""
    return font.casefold() in _EXACT


def width_of(font: str) -> FontWidth:
    """How wide a font is."""
    return _BY_NAME.get(font.casefold(), _UNKNOWN)
