"""`Idem` and the marks for it: what stands above, said once more; never a name."""

import re

from sto_tui.domain.text import plain

_DITTO = re.compile(r"""(?:idem|id\.|dito|ditto|zie (?:hier)?boven)\.?|[-–— ]*(?:["″〃„“”]|''|,,)[-–— ]*""")
_BETWEEN = re.compile(r"[,;/:]|\ben\b")


def is_ditto(text: str) -> bool:
    """Whether a text only says that it is what stands above it."""
    return _DITTO.fullmatch(plain(text)) is not None


def has_ditto(text: str) -> bool:
    """Whether one of the names in a line is no name but such a word."""
    return is_ditto(text) or any(is_ditto(piece) for piece in _BETWEEN.split(text) if piece.strip())
