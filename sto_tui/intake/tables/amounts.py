"""Numbers and amounts as people write them in a sheet: with a comma or a point, and what of them can be both."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from sto_tui.domain import dutch
from sto_tui.domain.text import clean_line, cut
from sto_tui.intake.sheets.table_reader import Cell
from sto_tui.intake.sheets.workbook_number import WorkbookNumber

Mark = Literal["komma", "punt"]
"""What stands before the decimals."""

_CURRENCY = re.compile(r"€|\beuro?'?s?\b", re.IGNORECASE)
_NO_CENTS = re.compile(r"([.,])(?:-{1,2}|–|—|=)$")
_BLANK = re.compile(r"(?<=\d)[ '’\u00a0\u202f](?=\d{3}(?!\d))")
# The minus of Dutch bookkeeping; not the end of `75,-/-`, which can be two things.
_MINUS = re.compile(r"−|(?<![.,])-\s?/\s?-")
_IN_BRACKETS = re.compile(r"\((.+)\)")
_FIGURES = re.compile(r"\d+(?:[.,]\d+)*")
_IN_THOUSANDS = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*")
# Behind a figure: `25k`, `1,2 mln`.
_SCALED = re.compile(r"([^km]*\d)\s?(k|mln\.?|miljoen)", re.IGNORECASE)
_MOST_SHOWN = 40


@dataclass(frozen=True)
class SheetFigure:
    """A number as it is written: its sign, its figures, and by which mark its decimals are told apart.

    Without a mark it can be read both ways: `1.250` is a thousand or little more than one.
    """

    below_zero: bool
    figures: str
    mark: Mark | None
    is_open: bool
    scale: int = 1

    def value(self, mark: Mark) -> Decimal:
        """Its value, where it can be read both ways with this mark before the decimals."""
        decimal, thousands = (",", ".") if (self.mark or mark) == "komma" else (".", ",")
        number = Decimal(self.figures.replace(thousands, "").replace(decimal, ".")) * self.scale
        return -number if self.below_zero else number


def written_number(text: str) -> SheetFigure | None:
    """Reads `€ 1.250,-`, `1,250.50`, `(100,00)`, `100-`, `-/- 100`, `1 250`, `25k`, `1,2 mln`; None for no number."""
    bare = _MINUS.sub("-", _CURRENCY.sub("", clean_line(text)).strip())
    if scaled := _SCALED.fullmatch(bare):
        number = written_number(scaled[1])
        scale = 1000 if scaled[2].casefold() == "k" else 1_000_000
        return replace(number, scale=scale) if number and number.scale == 1 else None
    bracketed = _IN_BRACKETS.fullmatch(bare)
    bare = _NO_CENTS.sub(r"\g<1>00", bracketed[1].strip() if bracketed else bare)
    signs = (bare[:1] in "+-") + bare.endswith("-") if bare else 0
    below_zero = bool(bracketed) or bare.startswith("-") or bare.endswith("-")
    figures = _BLANK.sub("", bare.removesuffix("-").removeprefix("+").removeprefix("-").strip())
    if signs + bool(bracketed) > 1 or not _FIGURES.fullmatch(figures) or not figures.isascii():
        return None
    return _marked(below_zero, figures)


def _marked(below_zero: bool, figures: str) -> SheetFigure | None:
    marks = [sign for sign in figures if sign in ".,"]
    kinds: dict[str, Mark] = {",": "komma", ".": "punt"}
    if not marks:
        return SheetFigure(below_zero, figures, None, is_open=False)
    last, whole = marks[-1], figures.rpartition(marks[-1])[0]
    if len({*marks}) == 2 or len(marks) == 1:
        is_whole = whole.isdecimal() if len(marks) == 1 else _thousands_with(marks[0], whole)
        if marks.count(last) > 1 or not is_whole:
            return None
        looks_like_thousands = len(marks) == 1 and _thousands_with(last, figures) and not figures.startswith("0")
        return SheetFigure(below_zero, figures, None if looks_like_thousands else kinds[last], looks_like_thousands)
    # One mark, more than once: it keeps thousands apart, so that the other is for decimals.
    other: Mark = "komma" if last == "." else "punt"
    return SheetFigure(below_zero, figures, other, is_open=False) if _thousands_with(last, figures) else None


def _thousands_with(mark: str, figures: str) -> bool:
    match = _IN_THOUSANDS.fullmatch(figures)
    return match is not None and match[1] == mark


@dataclass(frozen=True)
class Notation:
    """How the numbers of a tab are written: proved by some of them, or answered; `examples` leave it open."""

    mark: Mark | None
    examples: tuple[str, ...] = ()
    proposed: Mark = "komma"


def notation_of(amounts: Iterable[Cell], others: Iterable[Cell], answered: Mark | None) -> Notation:
    """What the texts of a tab prove together. An amount has two decimals at most, so `25.000` is a thousandfold.

    That holds only as long as no number is written with a point before its decimals.
    """
    in_euros = _written(amounts)
    numbers = in_euros | _written(others)
    proved = {number.mark for number in numbers.values() if number.mark}
    if len(proved) == 1:
        return Notation(proved.pop())
    open_ones = [text for text, number in numbers.items() if number.is_open]
    if answered or not open_ones:
        return Notation(answered)
    if not proved and all(text in in_euros and "." in text for text in open_ones):
        return Notation("komma")
    only_commas = not proved and all("," in text for text in open_ones)
    return Notation(None, tuple(open_ones[:3]), "punt" if only_commas else "komma")


def _written(cells: Iterable[Cell]) -> dict[str, SheetFigure]:
    texts = (cell for cell in cells if isinstance(cell, str) and cell and not isinstance(cell, WorkbookNumber))
    return {text: number for text in texts if (number := written_number(text))}


def number_in(cell: Cell, mark: Mark | None, *, is_amount: bool = False) -> Decimal:
    """The number in a cell. Raises ValueError with a Dutch sentence, also for an amount with three decimals."""
    if isinstance(cell, WorkbookNumber):
        return Decimal(cell)
    if not isinstance(cell, str):
        raise ValueError(f"dit is een datum geworden ({dutch.short_date(cell)}). Typ het opnieuw als getal.")
    shown = cut(clean_line(cell), _MOST_SHOWN)
    number = written_number(cell)
    if number is None:
        raise ValueError(f"‘{shown}’ is geen getal.")
    if number.is_open and mark is None:
        raise ValueError(f"‘{shown}’ kan twee dingen zijn.")
    value = number.value(mark or "komma")
    if number.is_open and is_amount and value.as_tuple().exponent == -3:
        raise ValueError(f"‘{shown}’ heeft drie cijfers achter de {mark}, en andere bedragen niet. Typ het opnieuw.")
    return value
