"""Rows that stand in or under a table and are no part of it: hints, examples, and who agreed to it."""

import re
from collections.abc import Iterator, Sequence

from sto_tui.domain.text import plain
from sto_tui.intake.sheets.table_reader import Cell, SheetRow
from sto_tui.intake.tables.date_words import WEEKDAY_NUMBERS, says_no_date

_HINT = re.compile(r"\(?(?:d{1,2}[-/ .]m{1,2}[-/ .][jy]{2,4}|(?:vul|kies|typ) .*(?:datum|naam).*)\)?")
_EXAMPLE = re.compile(r"\(?(?:voorbeeld|vb|bijv|bijvoorbeeld|example)\b\.? ?[:)].*")
_SIGNED = re.compile(r"(?:akkoord|versie|handtekening|paraaf|opgesteld door|vastgesteld|goedgekeurd|datum ?:|d\.d\.).*")
# Hints and examples stand right below the heads.
_FIRST_ROWS = 3
_SIGNED_ROWS = 3
_FEWEST_LETTERS = 3


def no_part(rows: Sequence[SheetRow]) -> Iterator[int]:
    """The numbers of rows that are a hint, an example or letters of days, or stand signed below an empty row."""
    for at, row in enumerate(rows):
        is_apart = at > 0 and row.number > rows[at - 1].number + 1
        if at >= _FIRST_ROWS and not is_apart:
            continue
        texts = [plain(cell) for cell in row.cells if isinstance(cell, str) and cell]
        if at == 0 and len(texts) >= _FEWEST_LETTERS and all(map(_is_day_letter, texts)):
            yield row.number
        if at < _FIRST_ROWS and (any(map(_HINT.fullmatch, texts)) or (texts and _EXAMPLE.fullmatch(texts[0]))):
            yield row.number
        if is_apart and texts and _SIGNED.fullmatch(texts[0]):
            together = [rest.number for place, rest in enumerate(rows[at:]) if rest.number - row.number == place]
            yield from together if len(together) <= _SIGNED_ROWS else ()


def _is_day_letter(text: str) -> bool:
    """Whether it is a day of the week, or a letter for one, as a second line below the heads has."""
    return text in WEEKDAY_NUMBERS or (len(text) == 1 and text.isalpha() and text != "x")


def is_no_day(cell: Cell) -> bool:
    """Whether what stands in a column of days is a word that is none: the head of another table."""
    return isinstance(cell, str) and bool(cell) and not any(map(str.isdigit, cell)) and not says_no_date(cell)
