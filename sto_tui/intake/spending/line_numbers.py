"""Which budget lines have the number that a sheet of the administration writes."""

import re
from collections.abc import Collection, Sequence
from decimal import Decimal, InvalidOperation

from sto_tui.domain import dutch
from sto_tui.domain.money import BudgetLine
from sto_tui.domain.text import clean_line, cut, plain
from sto_tui.intake.spending.rows import BookedRow, BookingError

_LEAST_FIGURES = 3
_LONGEST = 60
_NUMBER = re.compile(r"\d+(?:\.\d+)*")
_LISTED = re.compile(rf"({_NUMBER.pattern})\s*(?:[+&/;,]|en)\s*({_NUMBER.pattern})(?![\w.,])")


def numbered(lines: Sequence[BudgetLine], booked: BookedRow) -> list[BudgetLine]:
    """The lines with the number of a row, or else with the number that it begins with: `1.2 Uren docenten`.

    Before a number of three figures or more words may stand: `STO 301 Projectleider`.
    A workbook that holds it as a number lost its zeros: 0101 is 101. Raises BookingError where 1.1 may have been 1.10.
    """
    typed = plain(booked.number)
    first = typed.split()[0].rstrip(":-") if typed else ""
    if booked.is_counted:
        alike = [line for line in lines if _value(line.number) == _value(typed)]
        numbers = {plain(line.number) for line in alike}
        if numbers - {typed} and "." in typed:
            others = " of ".join(sorted(numbers))
            raise BookingError(
                f"regelnummer {typed} staat als getal in het blad en kan {others} zijn. Maak de kolom op als tekst en "
                "typ het opnieuw."
            )
        return [line for line in alike if plain(line.number) == typed] or alike
    if named := [line for line in lines if line.number and plain(line.number) == typed]:
        return named
    if several := _several(typed, {plain(line.number) for line in lines if line.number}):
        raise BookingError(
            f"regelnummer ‘{cut(clean_line(booked.number), _LONGEST)}’ noemt meer regels: "
            f"{dutch.enumerate_words(several)}. Zet elk bedrag in een eigen rij, met één regelnummer."
        )
    for meant in (first, first.replace(",", "."), _behind_words(typed)):
        if named := [line for line in lines if line.number and plain(line.number) == meant]:
            return named
    return []


def _several(typed: str, numbers: Collection[str]) -> list[str]:
    """The numbers of budget lines that a text names, when there are more than one.

    Behind a mark such as `+` or `en` stands one that may be unknown too; elsewhere a short number may be a quantity.
    """
    listed = _LISTED.match(typed)
    found = [number for number in _NUMBER.findall(typed) if number in numbers and (len(number) >= _LEAST_FIGURES)]
    both = [*dict.fromkeys([*([listed[1], listed[2]] if listed else []), *found])]
    return both if len(both) > 1 and any(number in numbers for number in both) else []


def _behind_words(typed: str) -> str:
    """The first word with a figure in it, when it is a number that is long enough to be no other; empty without."""
    word = next((word.strip(":-–.,()") for word in typed.split() if any(map(str.isdecimal, word))), "")
    is_year = len(word) == 4 and word.startswith(("19", "20"))
    return word if len(word) >= _LEAST_FIGURES and word.replace(".", "").isdecimal() and not is_year else ""


def _value(number: str) -> Decimal | None:
    try:
        return Decimal(number.strip())
    except InvalidOperation:
        return None
