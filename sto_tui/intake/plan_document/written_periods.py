"""Periods as plans write them above a list of acts: `2020 (jan. – juli)`, `2022 - 2023`, `schooljaar 2027/2028`.

What is written is read as in a sheet; only two years without a word between them are years of the calendar here.
"""

import re
from dataclasses import dataclass
from datetime import date

from sto_tui.domain.periods import month_end
from sto_tui.domain.text import plain
from sto_tui.intake.tables.date_words import MONTH_NUMBERS
from sto_tui.intake.tables.written_dates import written_date

LONGEST = 60
_YEAR = r"20\d\d"
_TO = r" ?(?:-|–|—|t/m|tot en met|tot|en|/) ?"
_MONTH = rf"(?:{'|'.join(sorted(MONTH_NUMBERS, key=len, reverse=True))})\.?"

_LEAD = re.compile(
    r"^(?:activiteiten|acties|planning|periode|in de periode|in het jaar|in|jaar|fase \d+|jaar \d|jaren|kalenderjaar|"
    r"het jaar|de jaren|uitvoering)(?: in| voor| van)?[ :,]+(?=\S)"
)
# What has no first or last day: the words stay.
_VAGUE = re.compile(
    r"(?:begin|medio|eind|voorjaar|najaar|zomer|herfst|winter|lente|vanaf|na|tot|tot en met|t/m|uiterlijk)"
    r"(?: van| in)?(?: het)? (\S.*)"
)
_YEARS = re.compile(rf"({_YEAR})(?:{_TO}({_YEAR}|\d\d))?")
_YEAR_FIRST = re.compile(rf"({_YEAR})(?:-(?=[a-z])|[ ,]*)\(? ?([^()]*?) ?\)?")
# `Fase 1: voorbereiding (2027)`; two of them may be in one year, so the label stays whole.
_PHASE = re.compile(r"fase \d{1,2}\b([^()]*)\(([^()]+)\)")
_AND = re.compile(rf"({_MONTH}(?: {_YEAR})?) en ({_MONTH})")


@dataclass(frozen=True)
class WrittenPeriod:
    """A period with its first and last day, as far as they can be told."""

    label: str
    start: date | None
    end: date | None
    is_named: bool = False
    """Whether it has a name of its own, which may be an act as well."""


def read_period(text: str) -> WrittenPeriod | None:
    """The period that a label names and nothing else; None when it says anything beside it."""
    label = " ".join(text.split()).strip(" :.;")
    if not label or len(label) > LONGEST:
        return None
    phase = _PHASE.fullmatch(plain(label))
    if phase and (inner := read_period(phase[2])):
        return WrittenPeriod(label, inner.start, inner.end, is_named=bool(phase[1].strip(" :-–—")))
    # `In 2027` is a period that is called 2027.
    bare = _LEAD.sub("", plain(label))
    if bare != plain(label) and (days := _days(bare)):
        return WrittenPeriod(label[-len(bare) :], *days)
    key = plain(label).strip(" :")
    if match := _VAGUE.fullmatch(key):
        return WrittenPeriod(label, None, None) if _days(match[1]) else None
    days = _days(key)
    return None if days is None else WrittenPeriod(label, *days)


def _days(typed: str) -> tuple[date, date] | None:
    if match := _YEARS.fullmatch(typed):
        first, last = int(match[1]), int(f"20{match[2] or match[1]}"[-4:])
        return (date(first, 1, 1), date(last, 12, 31)) if first <= last else None
    if match := _YEAR_FIRST.fullmatch(typed):
        typed = f"{match[2]} {match[1]}"
    return _whole_months(_AND.sub(r"\1 - \2", typed.strip("() ")))


def _whole_months(typed: str) -> tuple[date, date] | None:
    """A period that begins with a month and ends with one; a day or a week is no heading of a list of acts."""
    written = written_date(typed)
    if written is None or written.span is None or written.vague or written.without_year:
        return None
    first, last = written.span
    return (first, last) if first.day == 1 and last == month_end(last.year, last.month) else None
