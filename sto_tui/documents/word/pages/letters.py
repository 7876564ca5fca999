"""How wide text is: the letter widths of Carlito, which are those of Calibri."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

UNITS = 2048
_UNKNOWN = 1100
_ASCENT, _DESCENT = 1950, 550


@cache
def _widths(weight: str) -> Mapping[str, int]:
    """The width of each letter in 1/2048 of the size of the font."""
    known = json.loads(files(__package__).joinpath("carlito.json").read_text(encoding="utf-8"))
    return dict(zip(known["letters"], known[weight], strict=True))


class Face:
    """Letters of one weight and size; `size` and `apart`, the extra room between letters, in twips."""

    def __init__(self, weight: str, size: int, apart: int, *, capitals: bool) -> None:
        self.size = size
        self._letters = _widths(weight)
        self._apart, self._capitals = apart, capitals
        self._words: dict[str, float] = {}

    @property
    def line(self) -> int:
        """The height of a line in twips, rounded up and down as LibreOffice does."""
        return round(self.size * _ASCENT / UNITS) + self.descent

    @property
    def descent(self) -> int:
        """What of it lies below the letters."""
        return round(self.size * _DESCENT / UNITS)

    def width(self, word: str) -> float:
        """The width in twips; remembered, because plans are written with few words."""
        known = self._words.get(word)
        if known is None:
            shown = word.upper() if self._capitals else word
            units = sum(self._letters.get(letter, _UNKNOWN) for letter in shown)
            known = self._words[word] = units * self.size / UNITS + self._apart * len(shown)
        return known

    def knows(self, text: str) -> bool:
        """Whether every letter has a width; another font, perhaps with taller lines, stands in for the others."""
        return text.isascii() or all(letter in self._letters for letter in text if letter != "\n")


@cache
def face(*, bold: bool, italic: bool, size: int, apart: int, capitals: bool) -> Face:
    """The face for text in this look; bold italic is as wide as bold."""
    return Face("bold" if bold else "italic" if italic else "regular", size, apart, capitals=capitals)
