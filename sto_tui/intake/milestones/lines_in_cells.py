"""A cell of names with several lines: several things, or one of which the name was broken. It is asked once."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sto_tui.domain import dutch
from sto_tui.domain.text import clean_line, shortened
from sto_tui.intake.milestones.answers import LINES, SheetAnswers
from sto_tui.intake.milestones.named import rows_named
from sto_tui.intake.questions import IntakeChoice, IntakeQuestion
from sto_tui.intake.sheets.table_reader import SheetRow

APART = "los"
_BULLET = re.compile(r"\s*(?:[-–—•·*▪◦]|\d{1,2}[.)])\s+")
_LONGEST_NAME = 30


def lines_of(row: SheetRow, title: int | None, *, is_calendar: bool) -> tuple[str, ...]:
    """The lines that may be things by themselves: with bullets, or in a calendar, which has all that is in a month."""
    lines = [line for line in str(row.cell(title)).split("\n") if line.strip()] if title is not None else []
    if len(lines) < 2 or not (is_calendar or all(map(_BULLET.match, lines))):
        return ()
    return tuple(clean_line(_BULLET.sub("", line, 1)) for line in lines)


def apart(row: SheetRow, title: int | None, answers: SheetAnswers, *, is_calendar: bool) -> list[SheetRow]:
    """The row once for each of its lines, when that was answered; each keeps its number."""
    if is_calendar and title is not None and not row.cell(title) and sum(map(bool, row.cells)) <= 1:
        # A month in which nothing is; a name without a month is still something to do.
        return []
    lines = lines_of(row, title, is_calendar=is_calendar) if answers.get(LINES) == APART else ()
    if not lines or title is None:
        return [row]
    return [replace(row, cells=(*row.cells[:title], line, *row.cells[title + 1 :])) for line in lines]


def lines_questions(
    rows: Sequence[SheetRow], title: int | None, answers: SheetAnswers, *, is_calendar: bool
) -> list[IntakeQuestion]:
    """Whether lines in one cell are several milestones, where there are any."""
    found = {row.number: lines for row in rows if (lines := lines_of(row, title, is_calendar=is_calendar))}
    if answers.get(LINES) or not found:
        return []
    lines = next(iter(found.values()))
    shown = dutch.enumerate_words([f"‘{shortened(line, _LONGEST_NAME)}’" for line in lines])
    text = f"In één cel staan meer regels tekst ({rows_named([*found])}), zoals {shown}. Zijn dat losse mijlpalen?"
    choices = (
        IntakeChoice(APART, "ja, elke regel tekst is er een", tuple(lines)),
        IntakeChoice("een", "nee, samen één", (shortened(" ".join(lines), 2 * _LONGEST_NAME),)),
    )
    return [IntakeQuestion(LINES, text, choices, APART)]
