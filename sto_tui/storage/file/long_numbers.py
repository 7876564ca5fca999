"""Numbers of another program with more digits than a computer's own numbers hold: they stay as they are written."""

from decimal import Decimal, InvalidOperation

import orjson

from sto_tui.patterns import pattern

# A quick look for numbers that may be altered by reading them; what else it stops at only costs a slower reading. The
# hashes in a dossier are full of what looks like them, so a number has to stand where JSON has one.
_SUSPECT = pattern(rb"[:\[,]\s*-?[0-9][0-9.]*(?:(?<=[0-9.]{15})|[eE][+-]?[0-9]{3})")
_MOST_INT_DIGITS = 20
_LOWEST, _HIGHEST = -(2**63), 2**64 - 1


class WrittenNumber(float):
    """A number whose value no float or 64 bits hold; `text` is how it stands in the file.

    Two are equal when they are written the same: as floats two long numbers may seem equal that are not.
    """

    __slots__ = ("text",)
    text: str

    def __new__(cls, text: str) -> "WrittenNumber":
        """The number that is written so in JSON."""
        number = super().__new__(cls, text)
        number.text = text
        return number

    def __eq__(self, other: object) -> bool:
        return isinstance(other, WrittenNumber) and other.text == self.text

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self.text)


def may_have_long_numbers(data: bytes) -> bool:
    """Whether a plain reading of this JSON could change the value of a number."""
    return _SUSPECT.search(data) is not None


def whole_number(text: str) -> int | WrittenNumber:
    """The whole number that is written in JSON."""
    if len(text) > _MOST_INT_DIGITS or not _LOWEST <= (number := int(text)) <= _HIGHEST:
        return WrittenNumber(text)
    return number


def broken_number(text: str) -> float:
    """The number with a point or exponent that is written in JSON."""
    number = float(text)
    try:
        is_kept = Decimal(text) == Decimal(repr(number))
    except InvalidOperation:
        is_kept = False
    return number if is_kept else WrittenNumber(text)


def as_written(value: object) -> orjson.Fragment:
    """For orjson: what it does not know itself. Raises TypeError."""
    if isinstance(value, WrittenNumber):
        return orjson.Fragment(value.text)
    raise TypeError(f"{type(value).__name__} is not in a dossier file")
