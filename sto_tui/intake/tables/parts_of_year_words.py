"""How a quarter or half of a year is written: `Q3 2027`, `2e kwartaal`, `eerste helft van 2027`."""

import re
from typing import Literal

YEAR = r"(?:[ ,/-]*(?:van |of |in )?(?P<year>\d{4}|'\d{2}))?"
_SHORT_YEAR = r"(?:[ ,/-]*(?P<year>\d{4}|'?\d{2}))?"
NTH = r"(?:(?P<part>[1-4])(?:e|ste|de|st|nd|rd|th)?|(?P<word>eerste|tweede|derde|vierde|first|second|third|fourth))"
ORDINALS = {
    word: number
    for number, words in enumerate(("eerste first", "tweede second", "derde third", "vierde fourth"), 1)
    for word in words.split()
}


def _period_patterns(parts: Literal[2, 4], words: str, letters: str) -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(pattern)
        for pattern in (
            rf"[{letters}] ?(?P<part>[1-{parts}]){_SHORT_YEAR}",
            rf"(?P<year>\d{{4}})[ /-]{{0,2}}[{letters}](?P<part>[1-{parts}])",
            rf"(?P<part>[1-{parts}])[{letters}]{_SHORT_YEAR}",
            rf"{NTH} (?:{words})(?: van| of)?{YEAR}",
            rf"(?:{words}) (?P<part>[1-{parts}]){YEAR}",
            rf"(?P<year>\d{{4}})[ ,/-]+(?:{words}) (?P<part>[1-{parts}])",
        )
    )


# `kw 2` alone is also a week in German; with an ordinal or a year it is a quarter.
_KW = tuple(map(re.compile, (rf"{NTH} kw\.?{YEAR}", r"kw\.? ?(?P<part>[1-4])[ ,/-]+(?:van )?(?P<year>\d{4}|'\d{2})")))
PERIODS: tuple[tuple[Literal["quarter", "half"], Literal[2, 4], tuple[re.Pattern[str], ...]], ...] = (
    ("quarter", 4, _period_patterns(4, "kwartaal|quarter|quartal|qtr", "qk")),
    ("quarter", 4, _KW),
    ("half", 2, _period_patterns(2, "half ?jaar|helft|half ?year|half", "h")),
)
