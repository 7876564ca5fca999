"""Periods as plans write them above a list of acts: `2020 (jan. – juli)`, `2022 - 2023`, `schooljaar 2027/2028`."""

import re
from dataclasses import dataclass
from datetime import date

from sto_tui.domain.dutch import MONTHS
from sto_tui.domain.periods import PERIOD_CODE, Period, month_end
from sto_tui.domain.text import plain

LONGEST = 60
_YEAR = r"20\d\d"
_TO = r" ?(?:-|–|—|t/m|tot en met|tot|en|/) ?"
_NAMES = {name: number for number, name in enumerate(MONTHS, 1)}
_NAMES |= {name[:3]: number for name, number in [*_NAMES.items()]} | {"mrt": 3, "sept": 9}
_MONTH = rf"({'|'.join(sorted(_NAMES, key=len, reverse=True))})\.?"

_LEAD = re.compile(
    r"^(?:activiteiten|acties|planning|periode|in de periode|in het jaar|in|jaar|fase \d+|jaar \d|jaren|kalenderjaar|"
    r"het jaar|de jaren|uitvoering)(?: in| voor| van)?[ :,]+(?=\S)"
)
_YEARS = re.compile(rf"({_YEAR})(?:{_TO}({_YEAR}|\d\d))?")
_IN_YEAR = re.compile(rf"({_YEAR})[ ,]*\(? ?{_MONTH}(?:{_TO}{_MONTH})? ?\)?")
_MONTHS_OF = re.compile(rf"\(? ?{_MONTH}(?:{_TO}{_MONTH})?[ ,]*(?:van )?({_YEAR}) ?\)?")
_MONTH_TO_MONTH = re.compile(rf"{_MONTH} ({_YEAR}){_TO}{_MONTH} ({_YEAR})")
_SCHOOL_YEAR = re.compile(rf"schooljaar ({_YEAR}) ?[-–/] ?({_YEAR}|\d\d)")
_ORDINALS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4}
_PART = re.compile(rf"(?:(\d)(?:e|ste|de)?|(eerste|tweede|derde|vierde)) (kwartaal|halfjaar|helft)(?: van)? ({_YEAR})")
_PART_LAST = re.compile(rf"({_YEAR})[ ,]*\(? ?(?:(\d)(?:e|ste|de)?|(eerste|tweede)) (kwartaal|halfjaar|helft) ?\)?")
_CODE_LAST = re.compile(rf"({_YEAR}) ?[-,]? ?([qkh][1-4])")


@dataclass(frozen=True)
class WrittenPeriod:
    """A period with its first and last day, as far as they can be told."""

    label: str
    start: date | None
    end: date | None


def read_period(text: str) -> WrittenPeriod | None:
    """The period that a label names and nothing else; None when it says anything beside it."""
    label = " ".join(text.split()).strip(" :.;")
    if not label or len(label) > LONGEST:
        return None
    days = _days(plain(label).strip(" :"))
    if days is None:
        bare = _LEAD.sub("", plain(label))
        days = _days(bare) if bare != plain(label) else None
        label = label[-len(bare) :]
    return None if days is None else WrittenPeriod(label, *days)


def _days(typed: str) -> tuple[date, date] | None:
    try:
        days = _read(typed)
    except (ValueError, OverflowError):
        return None
    return days if days and days[0] <= days[1] else None


def _read(typed: str) -> tuple[date, date] | None:
    if PERIOD_CODE.fullmatch(typed):
        period = Period.parse(typed)
        return period.start, period.end
    if match := _CODE_LAST.fullmatch(typed):
        period = Period.parse(f"{match[2]} {match[1]}")
        return period.start, period.end
    if match := _SCHOOL_YEAR.fullmatch(typed):
        first, last = int(match[1]), int(f"20{match[2]}"[-4:])
        return (date(first, 8, 1), date(last, 7, 31)) if last == first + 1 else None
    if match := _YEARS.fullmatch(typed):
        return date(int(match[1]), 1, 1), date(int(f"20{match[2] or match[1]}"[-4:]), 12, 31)
    if match := _MONTH_TO_MONTH.fullmatch(typed):
        return date(int(match[2]), _NAMES[match[1]], 1), month_end(int(match[4]), _NAMES[match[3]])
    return _months(typed) or _part(typed)


def _months(typed: str) -> tuple[date, date] | None:
    if match := _IN_YEAR.fullmatch(typed):
        year, first, last = match[1], match[2], match[3]
    elif match := _MONTHS_OF.fullmatch(typed):
        first, last, year = match[1], match[2], match[3]
    else:
        return None
    return date(int(year), _NAMES[first], 1), month_end(int(year), _NAMES[last or first])


def _part(typed: str) -> tuple[date, date] | None:
    if match := _PART.fullmatch(typed):
        number, word, kind, year = match[1], match[2], match[3], match[4]
    elif match := _PART_LAST.fullmatch(typed):
        year, number, word, kind = match[1], match[2], match[3], match[4]
    else:
        return None
    nth, parts = int(number or _ORDINALS[word]), 4 if kind == "kwartaal" else 2
    if not 1 <= nth <= parts:
        return None
    period = Period(int(year), nth, 4 if parts == 4 else 2)
    return period.start, period.end
