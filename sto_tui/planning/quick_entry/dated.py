"""`1 okt 2026 Plan indienen`, `26-4–4-5-2027 Meivakantie`: what has a day, with the day first or after two blanks."""

import re
from collections.abc import Sequence
from typing import Any

from sto_tui.domain.evaluation import Meeting
from sto_tui.domain.record import fields_of
from sto_tui.domain.region import Deadline, FreeDay
from sto_tui.domain.typed_dates import Beside
from sto_tui.domain.typed_value import parse_entry
from sto_tui.planning.quick_entry.grammar import Grammar, LinePlace, LineRead
from sto_tui.planning.quick_entry.line_dates import Dates, date_at_the_beginning, dates_at_the_end, read_dates
from sto_tui.planning.quick_entry.pieces import pieces_of

_TABLES = re.compile(r"(.*\S)(?:\s*;\s*|\s{2,})(\d+)\s+tafels?\s*", re.IGNORECASE)


def _dates_and_text(text: str, beside: Beside) -> tuple[Dates, str]:
    first, rest = date_at_the_beginning(text, beside)
    if first:
        return read_dates(first, beside), rest
    title, *pieces = pieces_of(text)
    if len(pieces) == 1:
        return read_dates(pieces[0], beside), title
    title, last = dates_at_the_end(text)
    return (read_dates(last, beside) if last else (None, None)), title


def _read_deadline(place: LinePlace, text: str) -> LineRead:
    (_, day), rest = _dates_and_text(text, place.beside)
    if day is None:
        raise ValueError(f"Begin met de datum, bijvoorbeeld {_deadlines(place)[0]}.")
    return LineRead({"title": parse_entry(fields_of(Deadline)["title"], rest), "date": day})


def _deadlines(place: LinePlace) -> Sequence[str]:
    return [f"1 okt {place.today.year} Plan indienen"]


def _read_meeting(place: LinePlace, text: str) -> LineRead:
    specs = fields_of(Meeting)
    counted = _TABLES.fullmatch(text)
    (_, day), rest = _dates_and_text(counted[1] if counted else text, place.beside)
    if counted and not rest.strip():
        # Beside a day alone these words are its name.
        counted, ((_, day), rest) = None, _dates_and_text(text, place.beside)
    values: dict[str, Any] = {"title": parse_entry(specs["title"], rest)}
    values |= {"tables": parse_entry(specs["tables"], counted[2])} if counted else {}
    return LineRead({**values, "date": day} if day else values)


def _meetings(place: LinePlace) -> Sequence[str]:
    return [f"1 okt {place.today.year} Evaluatieavond; 4 tafels", f"1 okt {place.today.year} Evaluatieavond"]


def _read_free_day(place: LinePlace, text: str) -> LineRead:
    (start, end), rest = _dates_and_text(text, place.beside)
    if start is None and end is None:
        raise ValueError(f"Begin met de dag, bijvoorbeeld {_free_days(place)[0]}.")
    values: dict[str, Any] = {"title": parse_entry(fields_of(FreeDay)["title"], rest), "start": start or end}
    return LineRead({**values, "end": end} if start and end else values)


def _free_days(place: LinePlace) -> Sequence[str]:
    year = place.today.year + 1
    return [f"26-4–4-5-{year} Meivakantie", f"1-2-{year} Studiedag"]


DEADLINE = Grammar(_read_deadline, _deadlines, "datum tekst")
MEETING = Grammar(_read_meeting, _meetings, "datum tekst; tafels")
FREE_DAY = Grammar(_read_free_day, _free_days, "dag of dagen naam")
