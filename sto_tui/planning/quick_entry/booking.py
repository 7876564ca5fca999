"""`101 12-3-2026 1.250,50 factuur; toelichting`: what was spent or realised, and when.

The line of the cursor needs no number. What can be read in two ways is refused: an amount is never a guess.
"""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from sto_tui.domain.dutch import MONTHS, WEEKDAYS, parse_amount
from sto_tui.domain.money import BudgetLine, Cofinancing, Payment, Realised
from sto_tui.domain.record import Record, fields_of
from sto_tui.domain.text import clean_line, plain
from sto_tui.domain.typed_dates import Beside, parse_date
from sto_tui.domain.typed_value import parse_entry
from sto_tui.planning.money.booking import BookingTrouble, line_of, trouble_with
from sto_tui.planning.money.numbered_lines import line_of_year, lines_numbered
from sto_tui.planning.quick_entry.grammar import Grammar, LinePlace, LineRead

_DAY_IN_FIGURES = re.compile(r"\d{1,4}[-/]\d{1,2}(?:[-/]\d{1,4})?")
_AMOUNT_IN_FIGURES = re.compile(r"[-+−]?€?[-+−]?\d[\d.,]*(?:,-)?€?")
_DAY_WORDS = frozenset(("vandaag", "gisteren", "eergisteren", "morgen", "overmorgen", *WEEKDAYS))
_MONTH_WORDS = frozenset((*MONTHS, *(month[:3] for month in MONTHS), "mrt", "sept"))
_MOST_WORDS = 5
_YEAR = re.compile(r"\d{4}")


def _reads_booking(model: type[Record], owner: str, table: str, said: str) -> Grammar:
    """`owner` is the field of what is booked on, a record of `table`; `said` the text at the end."""

    def read(place: LinePlace, text: str) -> LineRead:
        line, _, note = text.partition(";")
        words = clean_line(line).split()
        lines = lines_numbered(place.dossier, words[0]) if table == "budget" and len(words) > 1 else []
        day, rest = _day_in_front(words[1:] if lines else words, place.beside)
        _refuse_no_line(place, table, words, rest)
        amount, source = _amount_in_front(rest, examples(place)[-1])
        _refuse_more_figures(source, place.beside, day)
        values: dict[str, Any] = {"amount": amount, "note": parse_entry(fields_of(model)["note"], note)}
        if day:
            values["date"] = day
        if lines:
            values[owner] = line_of_year(lines, (day or place.today).year, place.given.get(owner)).id
        values[said] = parse_entry(fields_of(model)[said], " ".join(source))
        return LineRead(_with_note(model, place, values, said))

    def examples(place: LinePlace) -> Sequence[str]:
        on, year = _example_line(place, owner, table)
        word = "factuur" if said == "source" else "urenlijst"
        line = f"{on}12-3-{year} 1.250,50"
        return [f"{line} {word}; toelichting", f"{line} {word}", line]

    return Grammar(read, examples)


def booking_trouble(record: Record, place: LinePlace) -> str:
    """Why what a line says is not booked, and how a missing note is typed; empty when nothing is wrong."""
    trouble = _trouble(record, place) if isinstance(record, Payment | Realised) else None
    if trouble is None:
        return ""
    return f"{trouble.sentence} Typ die achter het bedrag." if trouble.field == "note" else trouble.sentence


def _trouble(booking: Payment | Realised, place: LinePlace) -> BookingTrouble | None:
    return trouble_with(booking, place.dossier.whole.get(line_of(booking)), place.dossier)


def _with_note(model: type[Record], place: LinePlace, values: dict[str, Any], said: str) -> dict[str, Any]:
    """What was typed after the amount is the note, where one is asked for and nothing else is."""
    if not values[said] or values["note"]:
        return values
    whole = {"date": place.today, **place.given, **values, "id": -1}
    names = fields_of(model)
    if any(spec.required and name not in whole for name, spec in names.items()):
        return values
    booking = model.model_validate({name: value for name, value in whole.items() if name in names or name == "id"})
    assert isinstance(booking, Payment | Realised)
    trouble = _trouble(booking, place)
    asked = trouble is not None and trouble.field == "note"
    return {**values, said: "", "note": values[said]} if asked else values


def _day_in_front(words: Sequence[str], beside: Beside) -> tuple[date | None, Sequence[str]]:
    """The day with which it begins, and the words after it. Raises ValueError for one that cannot be."""
    for count in range(min(_MOST_WORDS, len(words)), 0, -1):
        head = " ".join(words[:count])
        if _YEAR.fullmatch(head) or not (any(char.isdigit() for char in head) or _is_day_word(words[count - 1])):
            continue
        try:
            return parse_date(head, "end", beside, happened=True), words[count:]
        except ValueError:
            continue
    if words and (_DAY_IN_FIGURES.fullmatch(words[0]) or _names_day(words)):
        # Of no calendar: 31-2-2025 is no amount either.
        parse_date(words[0] if _DAY_IN_FIGURES.fullmatch(words[0]) else " ".join(words[:2]), "end", beside)
    return None, words


def _is_day_word(word: str) -> bool:
    return plain(word) in _DAY_WORDS


def _names_day(words: Sequence[str]) -> bool:
    return len(words) > 1 and words[0].isdecimal() and plain(words[1]).rstrip(".") in _MONTH_WORDS


def _amount_in_front(words: Sequence[str], example: str) -> tuple[int, Sequence[str]]:
    """The amount in cents, and the words after it."""
    rest = words[1:] if words[:1] == ["€"] else words
    if not rest:
        raise ValueError(f"Typ het bedrag, bijvoorbeeld {example}.")
    try:
        return parse_amount(rest[0].strip("€")), rest[2:] if rest[1:2] == ["€"] else rest[1:]
    except ValueError as error:
        raise ValueError(f"‘{rest[0]}’ is geen bedrag. Schrijf bijvoorbeeld {example}.") from error


def _refuse_no_line(place: LinePlace, table: str, words: Sequence[str], rest: Sequence[str]) -> None:
    """Raises ValueError when it begins with what can only be the number of a line, while no line has it."""
    if len(rest) != len(words) or len(words) < 2 or not any(char.isdigit() for char in words[0]):
        return
    if not (_is_amount(words[1]) or _begins_with_day(words[1:], place.beside)):
        return
    if table != "budget":
        raise ValueError(
            f"‘{words[0]}’ kan hier niet voorop staan: een bijdrage heeft geen nummer. Begin met de datum."
        )
    period = place.dossier.current_period
    where = f"planperiode {period.label}" if period else "dit dossier"
    raise ValueError(
        f"Regelnummer {words[0]} bestaat niet in {where}. Begin met een nummer uit de begroting, of met de datum."
    )


def _refuse_more_figures(source: Sequence[str], beside: Beside, day: date | None) -> None:
    """Raises ValueError when a second amount, or a day, stands after what was taken for the amount."""
    if not source:
        return
    if _DAY_IN_FIGURES.fullmatch(source[0]) or (day is None and _begins_with_day(source, beside)):
        raise ValueError(f"‘{source[0]}’ staat achter het bedrag. Zet de datum ervoor.")
    if _is_amount(source[0]):
        raise ValueError(
            f"Achter het bedrag staat nog een getal: ‘{source[0]}’. Is dat geen bedrag, zet er dan een woord voor."
        )


def _is_amount(word: str) -> bool:
    return bool(_AMOUNT_IN_FIGURES.fullmatch(word)) or word == "€"


def _begins_with_day(words: Sequence[str], beside: Beside) -> bool:
    """Whether it does, also with one that cannot be."""
    try:
        return _day_in_front(words, beside)[0] is not None or plain(words[0]).rstrip(".") in _MONTH_WORDS
    except ValueError:
        return True


def _example_line(place: LinePlace, owner: str, table: str) -> tuple[str, int]:
    """The number of a line that can be typed, of this year when there is one, and its year."""
    lines = place.dossier.ordered(table)
    if isinstance(line := lines.get(place.given.get(owner) or 0), BudgetLine | Cofinancing):
        return "", line.year
    times = Counter((line.number, line.year) for line in place.dossier.of(BudgetLine).values() if table == "budget")
    numbered = [key for key, count in times.items() if key[0] and " " not in key[0] and count == 1]
    number, year = next((key for key in numbered if key[1] == place.today.year), (*numbered, ("", place.today.year))[0])
    return f"{number} " if number else "", year


PAYMENT = _reads_booking(Payment, "budget_line", "budget", "source")
REALISED = _reads_booking(Realised, "contribution", "cofinancing", "evidence")
