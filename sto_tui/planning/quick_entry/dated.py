"""`1 okt 2026 Plan indienen`, `26-4–4-5-2027 Meivakantie`: what has a day, with the day first or after two blanks."""

from collections.abc import Sequence
from typing import Any

from sto_tui.domain.evaluation import Meeting
from sto_tui.domain.record import Record, fields_of
from sto_tui.domain.region import Deadline, FreeDay
from sto_tui.domain.typed_dates import Beside
from sto_tui.domain.typed_value import parse_entry
from sto_tui.planning.quick_entry.grammar import Grammar, LinePlace, LineRead
from sto_tui.planning.quick_entry.line_dates import Dates, date_at_the_beginning, dates_at_the_end, read_dates
from sto_tui.planning.quick_entry.pieces import pieces_of


def _dates_and_text(text: str, beside: Beside) -> tuple[Dates, str]:
    first, rest = date_at_the_beginning(text, beside)
    if first:
        return read_dates(first, beside), rest
    title, *pieces = pieces_of(text)
    if len(pieces) == 1:
        return read_dates(pieces[0], beside), title
    title, last = dates_at_the_end(text)
    return (read_dates(last, beside) if last else (None, None)), title


def _reads_day(model: type[Record], text_field: str, *, required: bool) -> Grammar:
    def read(place: LinePlace, text: str) -> LineRead:
        (_, day), rest = _dates_and_text(text, place.beside)
        if required and day is None:
            raise ValueError(f"Begin met de datum, bijvoorbeeld {examples(place)[0]}.")
        values = {text_field: parse_entry(fields_of(model)[text_field], rest)}
        return LineRead({**values, "date": day} if day else values)

    def examples(place: LinePlace) -> Sequence[str]:
        titles = {Deadline: "Plan indienen", Meeting: "Evaluatieavond"}
        return [f"1 okt {place.today.year} {titles[model]}"]

    return Grammar(read, examples, "datum tekst")


def _read_free_day(place: LinePlace, text: str) -> LineRead:
    (start, end), rest = _dates_and_text(text, place.beside)
    if start is None and end is None:
        raise ValueError(f"Begin met de dag, bijvoorbeeld {_free_days(place)[0]}.")
    values: dict[str, Any] = {"title": parse_entry(fields_of(FreeDay)["title"], rest), "start": start or end}
    return LineRead({**values, "end": end} if start and end else values)


def _free_days(place: LinePlace) -> Sequence[str]:
    year = place.today.year + 1
    return [f"26-4–4-5-{year} Meivakantie", f"1-2-{year} Studiedag"]


DEADLINE = _reads_day(Deadline, "title", required=True)
MEETING = _reads_day(Meeting, "title", required=False)
FREE_DAY = Grammar(_read_free_day, _free_days, "dag of dagen naam")
