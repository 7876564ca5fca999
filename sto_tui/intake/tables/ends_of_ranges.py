"""Where the words of a range can be parted: `3-7 maart 2027`, `week 3 t/m 5`, `1 mei tot 3 juni`."""

import re
from collections.abc import Iterator

_SPLIT = re.compile(
    r" ?(?:tot en met|t/m|t\.m\.|tm|tot|until|till|through|thru|to|bis|hasta) |"
    r" ?(?<![a-z])t/m ?| ?- ?| ?/ ?(?=[a-z])|\.\.+"
)
_DAY_NUMBER = re.compile(r"\d{1,2}\.?")
_NUMBER_AND_YEAR = re.compile(r"\d{1,2}(,? '?\d{4}|, '?\d{2})")
_UNIT = re.compile(r"[a-z]+\.?[ -]?(?=\d)")


def ends_of(words: str) -> Iterator[tuple[str, str]]:
    """What may be the two ends of a range, each with what it leaves to the other: `3` of `3-7 maart 2027`."""
    for match in _SPLIT.finditer(words):
        left, right = words[: match.start()], words[match.end() :]
        if not left or not right:
            continue
        yield left, right
        if _DAY_NUMBER.fullmatch(left) and (number := re.match(r"\d{1,2}", right)):
            yield left + right[number.end() :], right
        unit = _UNIT.match(left)
        if unit and (number_and_year := _NUMBER_AND_YEAR.fullmatch(right)):
            yield left + number_and_year[1], unit[0] + right
        elif unit and right[0].isdigit():
            yield left, unit[0] + right
