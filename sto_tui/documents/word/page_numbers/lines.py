"""How many lines a paragraph takes: where Word and LibreOffice break a line."""

import re
from collections.abc import Sequence
from math import inf
from typing import Literal

from sto_tui.documents.word.blank_package import DEFAULT_STOP
from sto_tui.documents.word.page_numbers.letter_widths import Face
from sto_tui.frozen import frozen

TAB, BREAK = "\t", "\n"
# What is lost or won by adding up parts of a twip.
_HAIR = 0.01
# Texts up to this length return often enough to be remembered whole.
_SHORT = 40
_HYPHENS = ("-", "–")
_CLOSING = r"[\-,.;:!?)\]}’”\"'%/…]"
# Hyphens and dashes after which no line begins: before another hyphen and before what closes.
_JOINED = rf"-(?={_CLOSING})|–(?=[ ,.;:!?)])"
# A word with what ends it: spaces, or a hyphen or dash after which a line may begin.
_CHUNK = re.compile(rf"((?:[^ \-–]+|{_JOINED})*[-–]?)( *)")

Piece = tuple[str, Face]
Stop = tuple[int, Literal["left", "right"]]


@frozen
class Measure:
    """The line a paragraph has, in twips from the margin: where its first and other lines begin, and where they end.

    `stops` are its tabs, each with its kind.
    """

    first: int
    left: int
    right: int
    stops: tuple[Stop, ...] = ()


def chunks(text: str) -> list[tuple[str, str]]:
    """The text in parts that stay on one line, each with the spaces behind it."""
    # What is found at the end of the text is empty, and nothing else is.
    return _CHUNK.findall(text)[:-1]


def line_count(pieces: Sequence[Piece], measure: Measure) -> int:
    """The number of lines that these pieces of text take; a piece may be a tab or a break."""
    if len(pieces) == 1 and pieces[0][0] not in (TAB, BREAK):
        text, face = pieces[0]
        width = face.width(text) if len(text) < _SHORT else face.width_once(text)
        if measure.first + width <= measure.right + _HAIR:
            return 1
    setter = _Setter(measure)
    for number, (text, face) in enumerate(pieces):
        if text == BREAK:
            setter.end_word()
            setter.new_line()
        elif text == TAB:
            setter.end_word()
            setter.tab(_width_to_next_tab(pieces[number + 1 :]))
        else:
            setter.add(text, face)
    setter.end_word()
    return setter.lines


def _width_to_next_tab(pieces: Sequence[Piece]) -> float:
    total = 0.0
    for text, face in pieces:
        if text in (TAB, BREAK):
            break
        total += face.width(text.rstrip(" "))
    return total


class _Setter:
    """Sets words one after another; a word may come in parts, of different faces."""

    def __init__(self, measure: Measure) -> None:
        self._measure = measure
        self._end = measure.right + _HAIR
        self._start = self._place = float(measure.first)
        self._word: list[tuple[str, Face]] = []
        self.lines = 1

    def new_line(self) -> None:
        self.lines += 1
        self._start = self._place = float(self._measure.left)

    def add(self, text: str, face: Face) -> None:
        """Sets the words of a text; the last may go on in the next piece."""
        if self._word or "-" in text or "–" in text or "  " in text:
            self._add_chunks(text, face)
            return
        width_of, end, space = face.width, self._end, face.width(" ")
        *words, last = text.split(" ")
        for word in words:
            width = width_of(word)
            if self._place + width <= end or not word:
                self._place += width + space
            else:
                self._put_below(width, ((word, face),))
                self._place += space
        if last:
            self._word.append((last, face))

    def _add_chunks(self, text: str, face: Face) -> None:
        width_of, end = face.width, self._end
        for word, spaces in chunks(text):
            is_whole = bool(spaces) or word.endswith(_HYPHENS)
            if self._word or not is_whole:
                self._word.append((word, face))
                if is_whole:
                    self.end_word()
            elif word:
                width = width_of(word)
                if self._place + width <= end:
                    self._place += width
                else:
                    self._put_below(width, ((word, face),))
            if spaces:
                self._place += width_of(spaces)

    def end_word(self) -> None:
        """Puts the word on this line, or on the next when it does not fit."""
        if not self._word:
            return
        (part, face), *others = self._word
        width = face.width(part)
        for part, face in others:
            width += face.width(part)
        if self._place + width <= self._end:
            self._place += width
        else:
            self._put_below(width, self._word)
        self._word.clear()

    def _put_below(self, width: float, word: Sequence[Piece]) -> None:
        """Puts a word that does not fit on this line on the next. One that is longer goes on wherever that falls."""
        if self._place > self._start:
            self.new_line()
        if self._place + width <= self._end:
            self._place += width
            return
        for part, face in word:
            for letter in part:
                width = face.width(letter)
                if self._place + width > self._end and self._place > self._start:
                    self.new_line()
                self._place += width

    def tab(self, following: float) -> None:
        """Moves to the next stop; text after a stop at the right ends there."""
        stops = self._measure.stops
        if self._place < self._measure.left:
            stops = (*stops, (self._measure.left, "left"))
        place, kind = min((stop for stop in stops if stop[0] > self._place), default=(inf, "left"))
        if place == inf:
            place = (self._place // DEFAULT_STOP + 1) * DEFAULT_STOP
        if kind == "right":
            end = min(place, self._end)
            if self._place + following > end:
                self.new_line()
            self._place = end - following
        else:
            self._place = float(place)
