"""Several days in one cell: `22 en 23 januari` goes on for two days, `3, 10 en 17 juni` from the first to the last.

Two quarters that follow each other are one stretch of time: `1e en 2e kwartaal 2027`, `Q1 en Q2 2027`.
"""

import re
from dataclasses import dataclass

from sto_tui.domain.typed_dates import Span

_DAY = r"\d{1,2}(?: [a-z]{3,9}\.?)?"
_LISTED = re.compile(rf"({_DAY}(?:, ?{_DAY})*)(?:, ?|,? ?(?:en|and|&|\+) ?)(\d{{1,2}} [a-z]{{3,9}}\b.*)")
_QUARTERS = (
    re.compile(
        r"(?P<first>[1-4])e?(?: kwartaal)? ?(?:en|and|&|\+|/) ?(?P<last>[1-4])e (?:kwartaal|quarter)(?P<rest>.*)"
    ),
    re.compile(
        r"(?:kwartaal |kwartalen |[qk] ?)(?P<first>[1-4]) ?(?:en|and|&|\+|/) ?(?:kwartaal |[qk] ?)?(?P<last>[1-4])"
        r"(?P<rest>\D.*)?"
    ),
)
_DAYS_OF_TWO_QUARTERS = 185
_COMMA = re.compile(r", ?")


@dataclass(frozen=True)
class ListedDays:
    """A cell with several days: as a range that reads in their place, and how many days it names."""

    as_range: str
    how_many: int

    def are_apart(self, span: Span | None) -> bool:
        """Whether between the first and the last lie days that are not named."""
        return span is not None and (span[1] - span[0]).days >= self.how_many


def listed_days(words: str) -> ListedDays | None:
    """The days that are listed in these words, from early to late; None for anything else."""
    quarters = next(filter(None, (pattern.fullmatch(words) for pattern in _QUARTERS)), None)
    if quarters and int(quarters["last"]) == int(quarters["first"]) + 1:
        rest = quarters["rest"] or ""
        return ListedDays(f"q{quarters['first']} - q{quarters['last']}{rest}", _DAYS_OF_TWO_QUARTERS)
    match = _LISTED.fullmatch(words)
    if match is None:
        return None
    firsts, last = _COMMA.split(match[1]), match[2]
    numbers = [int(day) for day in (*firsts, last.split(" ")[0]) if day.isdecimal()]
    if len(numbers) > len(firsts) and numbers != sorted(set(numbers)):
        return None
    return ListedDays(f"{firsts[0]} - {last}", len(firsts) + 1)
