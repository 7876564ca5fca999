"""Dates on a line: what is meant as a date though it stands in a text, and a span of two dates."""

import re
from dataclasses import replace
from datetime import date

from sto_tui.domain.dutch import MONTHS
from sto_tui.domain.periods import PERIOD_CODE
from sto_tui.domain.text import plain
from sto_tui.domain.typed_dates import Beside, parse_date

Dates = tuple[date | None, date | None]
"""Begin and end; of one date only the end, with `vanaf` before it only the begin."""

_MONTH = rf"(?:{'|'.join((*MONTHS, *(month[:3] for month in MONTHS), 'mrt', 'sept'))})\.?"
_FIGURES = r"\d{1,2}[-/]\d{1,2}[-/](?:\d{4}|\d{2})"
_SURE = rf"(?:[qh][1-4]\d\d|{_FIGURES}|\d{{4}}-\d{{2}}-\d{{2}}|(?:\d{{1,2}} )?{_MONTH} '?\d{{4}})"
_BEGIN = rf"(?:{_SURE}|(?:\d{{1,2}} )?{_MONTH}|\d{{1,2}}-\d{{1,2}})"
_BETWEEN = r"\s*(?:–|—|-|t/m|tot en met|tot)\s*"
_TAIL = re.compile(rf"(?:^|(?<=\s))(?:vanaf {_SURE}|(?:{_BEGIN}{_BETWEEN})?{_SURE})$", re.IGNORECASE)
_SEPARATOR = re.compile(_BETWEEN, re.IGNORECASE)
_FROM = re.compile(r"vanaf\s+(.+)", re.IGNORECASE)
_NO_YEAR = re.compile(rf"(?:\d{{1,2}} )?{_MONTH}|\d{{1,2}}[-/]\d{{1,2}}", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")
MOST_WORDS = 4


def dates_at_the_end(text: str) -> tuple[str, str]:
    """A text without the date or span at its end, and that; only what can be nothing else counts.

    A year alone may be part of a title, and so may `1 mei`; a number or a dash is.
    """
    match = _TAIL.search(text)
    return (text[: match.start()].rstrip(), match[0]) if match else (text, "")


def date_at_the_beginning(text: str, beside: Beside, edge_words: int = MOST_WORDS) -> tuple[str, str]:
    """The date or span with which a text begins, and the text after it; without one the text alone."""
    words = text.split(" ")
    for count in range(min(edge_words * 2 + 1, len(words)), 0, -1):
        head = " ".join(words[:count])
        if _YEAR.fullmatch(head) or not any(char.isdigit() for char in head):
            continue
        try:
            read_dates(head, beside)
        except ValueError:
            continue
        return head, " ".join(words[count:]).strip()
    return "", text


def read_dates(text: str, beside: Beside) -> Dates:
    """Begin and end of `mrt 2027–Q327`, the end of `Q327`, the begin of `vanaf mrt 2027`.

    Raises ValueError with a Dutch sentence.
    """
    if match := _FROM.fullmatch(text.strip()):
        return parse_date(match[1], "start", beside), None
    try:
        return None, parse_date(text, "end", beside)
    except ValueError as error:
        alone = error
    for separator in _SEPARATOR.finditer(text):
        first, last = text[: separator.start()], text[separator.end() :]
        try:
            return _span(first, last, beside)
        except _BackwardsError as error:
            raise ValueError(str(error)) from error
        except ValueError:
            continue
    raise ValueError(str(alone))


class _BackwardsError(ValueError):
    pass


def _span(first: str, last: str, beside: Beside) -> Dates:
    end = parse_date(last, "end", beside)
    if _NO_YEAR.fullmatch(first.strip()) and _names_year(last):
        # In `mrt–jun 2027` the year is that of both; in `nov–feb 2028` March cannot be meant to come after February.
        start = parse_date(_with_year(first, end.year), "start")
        start = start if start <= end else parse_date(_with_year(first, end.year - 1), "start")
    else:
        start = parse_date(first, "start", beside)
        end = parse_date(last, "end", replace(beside, earlier=start))
    if end < start:
        raise _BackwardsError(f"‘{first.strip()}’ ligt na ‘{last.strip()}’. Zet het begin voorop.")
    return start, end


def _names_year(text: str) -> bool:
    return bool(_YEAR.search(text)) or bool(PERIOD_CODE.fullmatch(plain(text)))


def _with_year(text: str, year: int) -> str:
    separator = "-" if text.strip()[-1].isdigit() else " "
    return f"{text.strip()}{separator}{year}"
