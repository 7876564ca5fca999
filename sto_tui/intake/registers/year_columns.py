"""Columns with the amount of a year each: which year a head says, and in which calendar years a school year falls."""

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Literal, cast

from sto_tui.domain import dutch
from sto_tui.domain.record import Choice
from sto_tui.domain.text import plain
from sto_tui.intake.questions import IntakeChoice, IntakeQuestion
from sto_tui.intake.registers.counted_heads import ANY_YEAR, unit_of_head, without_unit
from sto_tui.intake.registers.words import choice_of
from sto_tui.intake.sheets.heads import head_key
from sto_tui.intake.sheets.table_reader import Cell
from sto_tui.intake.tables.table_answers import NONE, TableAnswers
from sto_tui.intake.tables.written_dates import written_date

SCHOOL_YEAR = "schooljaar"
"""The key of the question in which calendar year a school year counts."""
SchoolYearAs = Literal["eerste", "tweede", "verdeeld"]
Part = Literal["school year", "part"]

_BRACKETED = re.compile(r"[(\[].*?[)\]]")
_ABOUT_MONEY = (
    r"(?:begroting|begroot|bedrag|kosten|budget|jaar|kalenderjaar|raming|prognose|bijdrage|waarde|cofinanciering)"
)
_YEAR = re.compile(
    rf"{_ABOUT_MONEY}?(20\d\d)(?:euro|bedrag|begroting|begroot|totaal|heel|geheel|heeljaar|helejaar|hetgehelejaar)?"
)
_AROUND_PERIOD = re.compile(rf"^{_ABOUT_MONEY}\s+|\s+{_ABOUT_MONEY}$", re.IGNORECASE)
_ABOUT = re.compile(rf"\b{_ABOUT_MONEY}\b")
_EURO = re.compile(r"€|\beuros?\b|\beur\b")
_BRACKETS = re.compile(r"[()\[\]:/-]")
_IN_KIND = ("in kind", "in natura", "natura", "kind")
# Where years are expected it is no day: `26/27`.
_SHORT_SCHOOL_YEAR = re.compile(r"(2\d)[/-](\d\d)")
# From August up to the end of the year.
_OF_FIRST = Fraction(5, 12)


def year_of_head(cell: Cell) -> int | None:
    """The year that a head says, and nothing else: `2027`, `Begroting 2027 (x € 1.000)`."""
    is_amount = isinstance(cell, str) and unit_of_head(cell) is None
    match = _YEAR.fullmatch(head_key(_BRACKETED.sub("", str(cell)))) if is_amount else None
    return int(match[1]) if match else None


def year_and_form(cell: Cell, forms: tuple[Choice, ...]) -> tuple[int, Choice | None] | None:
    """The year and the form that a head says: `2027 cash`; in kind may be any of several forms, which is None."""
    if not isinstance(cell, str) or len(years := ANY_YEAR.findall(cell)) != 1:
        return None
    said = form_said(ANY_YEAR.sub(" ", cell), forms)
    return (int(years[0]), said[0]) if said else None


def form_said(head: Cell, forms: tuple[Choice, ...]) -> tuple[Choice | None] | None:
    """The form that a head says: `Materiaal (€)`; in kind may be any of several forms, which is None in a tuple."""
    word = " ".join(_ABOUT.sub(" ", _EURO.sub(" ", _BRACKETS.sub(" ", plain(str(head))))).split())
    form = choice_of(word.removeprefix("in "), forms) if word else None
    return (form,) if form or word in _IN_KIND else None


def school_year_of(cell: Cell) -> int | None:
    """The year in which a school year begins, where a cell says nothing else: `2026/2027`, `Begroting sj 26-27`."""
    if not isinstance(cell, str) or unit_of_head(cell) is not None:
        return None
    text = _AROUND_PERIOD.sub("", _BRACKETED.sub("", cell).strip())
    short = _SHORT_SCHOOL_YEAR.fullmatch(text)
    if short and int(short[2]) == int(short[1]) + 1:
        return 2000 + int(short[1])
    written = written_date(text)
    if written is None or written.grain != "school year" or written.vague or written.start is None:
        return None
    return written.start.year


def year_of_part(cell: Cell) -> int | None:
    """The year of a part of a year that a head says, and nothing else: `Q1 2027`; 0 when it says none (`maart`)."""
    if not isinstance(cell, str) or unit_of_head(cell) is not None:
        return None
    written = written_date(_AROUND_PERIOD.sub("", _BRACKETED.sub("", cell).strip()))
    if written is None or written.grain not in ("month", "quarter", "half") or written.vague or written.order_open:
        return None
    return written.start.year if written.start else 0


def counted_in_part(cell: Cell) -> tuple[Part, int, str] | None:
    """The part of a head of a number of things, its year and the unit: `Uren 2026-2027`, `Uren jan 2027`, `Uren Q1`.

    The year is that in which a school year begins, and 0 where a part of a year says none; None for any other head.
    """
    unit = unit_of_head(cell)
    text = without_unit(cell) if isinstance(cell, str) and unit is not None else ""
    if unit is None or not text:
        return None
    if begin := school_year_of(text):
        return "school year", begin, unit
    # `Week 12 2027` leaves two numbers, which are no month.
    year = year_of_part(text) if any(map(str.isalpha, text)) else None
    return None if year is None else ("part", year, unit)


def is_period(cell: Cell) -> bool:
    """Whether a head says of which year, school year or part of a year its amounts are."""
    return any(read(cell) is not None for read in (year_of_head, school_year_of, year_of_part))


def answered_as(answers: TableAnswers) -> SchoolYearAs | None:
    """How a school year counts; None as long as it is asked."""
    answer = answers.get(SCHOOL_YEAR)
    return cast(SchoolYearAs, answer) if answer in ("eerste", "tweede", "verdeeld") else None


def is_refused(answers: TableAnswers) -> bool:
    """Whether somebody said that a school year is none of these."""
    return answers.get(SCHOOL_YEAR) == NONE


def parts_of(school_year: int, counts_as: SchoolYearAs) -> Mapping[int, Fraction]:
    """Which share of a school year belongs to which calendar year."""
    if counts_as == "verdeeld":
        return {school_year: _OF_FIRST, school_year + 1: 1 - _OF_FIRST}
    return {school_year + (counts_as == "tweede"): Fraction(1)}


def divided(cents: int, parts: Mapping[int, Fraction]) -> dict[int, int]:
    """An amount over calendar years: the last takes what rounding leaves, so that together they are the amount."""
    *first, last = parts
    shares = {year: round(cents * parts[year]) for year in first}
    return {**shares, last: cents - sum(shares.values())}


def school_year_question(begins: Sequence[int], *, may_divide: bool, what: str = "bedragen") -> IntakeQuestion:
    """In which calendar year the school years that begin in these years count; a budget is one of calendar years."""
    all_years = [*dict.fromkeys(begins)]
    shown = all_years[:2]
    named = dutch.enumerate_words([f"{year}-{year + 1}" for year in all_years])
    divided_label = "verdeeld: 5/12 in het eerste jaar (augustus tot en met december), 7/12 in het tweede"
    choices = [
        IntakeChoice("eerste", "in het kalenderjaar waarin het begint", tuple(_told(year, 0) for year in shown)),
        IntakeChoice("tweede", "in het kalenderjaar waarin het eindigt", tuple(_told(year, 1) for year in shown)),
        *([IntakeChoice("verdeeld", divided_label)] if may_divide else []),
        IntakeChoice(NONE, "in geen van deze: niet overnemen"),
    ]
    subject = "Schooljaar" if len(all_years) == 1 else "De schooljaren"
    text = f"{subject} {named}: in welk kalenderjaar tellen de {what}?"
    return IntakeQuestion(SCHOOL_YEAR, text, tuple(choices), "verdeeld" if may_divide else "eerste")


def _told(year: int, later: int) -> str:
    return f"{year}-{year + 1} is {year + later}"
