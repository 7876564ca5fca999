"""How wide text is: the letter widths of Carlito, which are those of Calibri."""

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

UNITS = 2048
_UNKNOWN = 1100
_ASCENT, _DESCENT = 1950, 550
_STEPS = 6


@cache
def _known() -> Any:
    return json.loads(files(__package__).joinpath("carlito.json").read_text(encoding="utf-8"))


@cache
def _widths(weight: str) -> Mapping[str, int]:
    """The width of each letter in 1/2048 of the size of the font."""
    return dict(zip(_known()["letters"], _known()[weight], strict=True))


@cache
def _ligatures(weight: str) -> Mapping[str, int]:
    """The same of letters that are set as one sign; the longest first."""
    ligatures = _known()[f"{weight} ligatures"]
    return {sign: ligatures[sign] for sign in sorted(ligatures, key=len, reverse=True)}


class _Widths(dict[str, int]):
    """The width of each letter, and of one that is not there."""

    unknown: int

    def __missing__(self, letter: str) -> int:
        return self.unknown


class Face:
    """Letters of one weight and size; `size` and `apart`, the extra room between letters, in twips.

    A line is `line` high, of which `descent` lies below the letters. `stretch` is how much wider the letters are.
    """

    def __init__(self, weight: str, size: int, apart: int, *, capitals: bool, stretch: float = 1) -> None:
        self.size = size
        # Each rounded to whole twips, as LibreOffice does.
        self.descent = round(size * _DESCENT / UNITS)
        self.line = round(size * _ASCENT / UNITS) + self.descent
        self._letters = _Widths({letter: self._steps(units) for letter, units in _widths(weight).items()})
        self._letters.unknown = self._steps(_UNKNOWN)
        self._saved = {
            sign: sum(self._letters[letter] for letter in sign) - self._steps(units)
            for sign, units in _ligatures(weight).items()
        }
        self._signs = re.compile("|".join(self._saved))
        self._apart, self._capitals, self._stretch = apart, capitals, stretch
        self._words: dict[str, float] = {}

    def _steps(self, units: int) -> int:
        """A width in steps of a sixth of a twip, to which LibreOffice rounds every letter."""
        return int(units * self.size * _STEPS / UNITS + 0.5)

    def width(self, word: str) -> float:
        """The width in twips; remembered, because plans are written with few words."""
        width = self._words.get(word)
        if width is None:
            width = self._words[word] = self.width_once(word)
        return width

    def width_once(self, text: str) -> float:
        """The width of a text that does not return, which is not remembered."""
        shown = text.upper() if self._capitals else text
        steps = sum(map(self._letters.__getitem__, shown))
        if not self._apart and (signs := self._signs.findall(shown)):
            steps -= sum(map(self._saved.__getitem__, signs))
        return steps * self._stretch / _STEPS + self._apart * len(shown)

    def knows(self, text: str) -> bool:
        """Whether every letter has a width; another font, perhaps with taller lines, stands in for the others."""
        return text.isascii() or all(letter in self._letters for letter in text if letter != "\n")


@cache
def face(*, bold: bool, italic: bool, size: int, apart: int, capitals: bool, stretch: float = 1) -> Face:
    """The face for text in this look; bold italic is as wide as bold."""
    return Face("bold" if bold else "italic" if italic else "regular", size, apart, capitals=capitals, stretch=stretch)
