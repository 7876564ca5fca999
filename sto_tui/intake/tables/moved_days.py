"""A day that was moved, with the old and the new one in a cell: `1-4-2027 -> 1-6-2027`, `was 1-4, nu 1-6`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sto_tui.domain import dutch
from sto_tui.domain.text import clean_line, cut
from sto_tui.intake.sheets.table_reader import SheetRow
from sto_tui.intake.tables.head_words import head_word
from sto_tui.intake.tables.written_dates import WrittenDate, written_date

_ARROW = r"[-=]*>+|[→➔➜➝⇒⟶]"
_MOVED = (
    r"(?:is |werd |wordt |nu )?(?:verplaatst|verschoven|verzet|uitgesteld|verlengd|verlaat|vervroegd|doorgeschoven|"
    r"gewijzigd|aangepast|bijgesteld|moved|postponed|extended)(?: naar| tot| op| in| to| until|:)"
)
_NOW = rf"wordt|werd|is nu|nu|nieuw:?|now|becomes|{_MOVED}"
_WAS = r"was|i\.?p\.?v\.?|in plaats van|oorspronkelijk|eerst|eerder|voorheen|oud|instead of|originally"
_BETWEEN = r"[\s,;.:()]"
_IN_WORDS = (
    re.compile(rf"(?:(?:{_WAS}){_BETWEEN}+)?(?P<old>.*?\d.*?){_BETWEEN}+(?:{_NOW})\s+(?P<new>.+)", re.IGNORECASE),
    re.compile(rf"(?P<new>.*?\d.*?){_BETWEEN}+(?:{_WAS}):?\s+(?P<old>[^)]+)\)?", re.IGNORECASE),
    re.compile(r"niet\s+(?P<old>.+?),?\s+maar\s+(?P<new>.+)", re.IGNORECASE),
)
_ALONE = re.compile(rf"(?:{_MOVED})\s+(?P<new>.+)", re.IGNORECASE)
_BY_ARROW = re.compile(rf"(?P<old>.+?)\s*(?:{_ARROW})\s*(?P<new>[^>→➔➜➝⇒⟶]+)")
# Up to here a new day without a year lies in the year of the old one, or in the next one when that is nearer.
_HALF_A_YEAR = 183
_MOST_TOLD = 6


@dataclass(frozen=True)
class MovedDays:
    """The rows with only the new day in these cells, and what is told of it, in Dutch."""

    rows: Sequence[SheetRow]
    remarks: tuple[str, ...] = ()


def moved_days(heads: Sequence[str], rows: Sequence[SheetRow]) -> MovedDays:
    """The same rows with the new day where a cell of a date has an old one too.

    An arrow says so only below the head of an end: below a begin or a period it goes from the first to the last day.
    """
    kinds = {at: word.kind for at, head in enumerate(heads) if (word := head_word(head))}
    told: list[str] = []
    for at in (at for at, kind in kinds.items() if kind in ("start", "due", "date")):
        moved = []
        for row in rows:
            cell = row.cell(at)
            new = new_day(cell, by_arrow=kinds[at] == "due") if isinstance(cell, str) else ""
            moved.append(replace(row, cells=(*row.cells[:at], new, *row.cells[at + 1 :])) if new else row)
            told += [f"‘{cut(clean_line(str(cell)), 40)}’ is {new} (regel {row.number})"] if new else []
        rows = moved
    if not told:
        return MovedDays(rows)
    more = [f"nog {len(told) - _MOST_TOLD}"] if len(told) > _MOST_TOLD else []
    named = dutch.enumerate_words([*told[:_MOST_TOLD], *more])
    return MovedDays(rows, (f"Verschoven, en de nieuwe dag genomen: {named}.",))


def new_day(text: str, *, by_arrow: bool) -> str:
    """The new day of a cell, in its own words; empty when it does not say of two days which one is new."""
    words = " ".join(text.split())
    for pattern in (*_IN_WORDS, *((_BY_ARROW,) if by_arrow else ())):
        if (match := pattern.fullmatch(words)) and (new := _in_its_year(match["old"], match["new"])):
            return new
    match = _ALONE.fullmatch(words)
    new = match["new"].strip(" ()") if match else ""
    return new if new and _read(new) else ""


def _in_its_year(old: str, new: str) -> str:
    """The new day, with the year that only the old one has; empty when one of them is no date."""
    old, new = old.strip(" ,;:()"), new.strip(" ,;:()")
    before, after = _read(old), _read(new)
    if before is None or after is None or "range" in (before.grain, after.grain):
        return ""
    if not after.without_year or before.start is None:
        return new
    years = (before.start.year, before.start.year + 1)
    ways = {year: span for year in years if (span := _read(new, year))}
    near = [year for year, span in ways.items() if _is_near(before.start, span)]
    return _with_year(new, near[0]) if len(near) == 1 else ""


def _is_near(old: date, new: WrittenDate) -> bool:
    return new.start is not None and abs((new.start - old).days) <= _HALF_A_YEAR


def _with_year(text: str, year: int) -> str:
    sign = next((sign for sign in "/-" if sign in text), "")
    return f"{text}{sign if text.replace(sign, '').isdecimal() and sign else ' '}{year}"


def _read(text: str, year: int | None = None) -> WrittenDate | None:
    """Whether it is a date is the same in every order of day and month."""
    return written_date(text, "dm", year) or written_date(text, "md", year)
