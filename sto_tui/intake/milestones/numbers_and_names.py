"""The number and the name of a milestone as a sheet writes them."""

import re

from sto_tui.domain.text import clean_line

_COMMA_NUMBER = re.compile(r"\d+(,\d+)+")
# What can hardly be the name of a milestone: `1.1c`, `12`, `1,10`.
_LIKE_NUMBER = re.compile(r"\d+([.,]\d+)*[a-z]?\.?", re.IGNORECASE)
_BULLET = re.compile(r"^[-–—•·▪◦]\s+")


def read_number(text: str) -> tuple[str, bool]:
    """The number of a milestone, and whether a comma in it was read as a point."""
    number = clean_line(text).rstrip(".")
    return (number.replace(",", "."), True) if _COMMA_NUMBER.fullmatch(number) else (number, False)


def looks_like_number(title: str) -> bool:
    """Whether what stands for a title is most likely a number in the wrong column."""
    return bool(_LIKE_NUMBER.fullmatch(title))


def without_bullet(title: str) -> str:
    """A name without the bullet that it has in a list."""
    return _BULLET.sub("", title, 1) or title
