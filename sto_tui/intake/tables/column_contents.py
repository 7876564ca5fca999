"""What the cells of a column hold, whatever stands above it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import islice

from sto_tui.domain.text import plain
from sto_tui.intake.sheets.table_reader import Cell
from sto_tui.intake.tables.date_words import says_no_date
from sto_tui.intake.tables.states import percentages, share_of_states
from sto_tui.intake.tables.written_dates import written_date

ROWS_TO_JUDGE = 400
_YES_OR_NO = frozenset(("ja", "nee", "j", "n", "yes", "no", "y", "true", "false", "waar", "onwaar"))
_CODE = re.compile(r"[a-z]{0,6}[-_ .]?\d{1,6}([.-]\d{1,4})*[a-z]?\.?", re.IGNORECASE)
_NUMBER = re.compile(r"[-+]?\d+([.,]\d+)?")
_COUNTED_ON = re.compile(r"\+\s?\d+\s?[a-z]+")
_LONG_ENOUGH = 3
_WORDS_OF_SENTENCE = 4
_HIGHEST_GRADE = 5
# So long are the codes of programs: in figures, and with letters of both kinds between them.
_LONG_ID, _SHORTEST_ID, _LONGEST_CODE = 8, 6, 20


@dataclass(frozen=True)
class Content:
    """Shares of the filled cells, from 0 to 1, of what they hold; words like `n.t.b.` count as empty."""

    filled: int
    of_rows: float
    dates: float
    numbers: float
    states: float
    states_by_content: float
    yes_no: float
    percents: float
    grades: float
    codes: float
    texts: float
    sentences: float
    different: float


def content_of(cells: Sequence[Cell]) -> Content:
    """What a column holds, judged on its first few hundred filled cells."""
    told = (cell for cell in cells if cell and not (isinstance(cell, str) and says_no_date(cell)))
    filled = (*islice(told, ROWS_TO_JUDGE),)
    if not filled:
        return Content(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    return _content_of(filled, min(len(cells), ROWS_TO_JUDGE))


@lru_cache(maxsize=1024)
def _content_of(filled: tuple[Cell, ...], rows: int) -> Content:
    many = len(filled)
    texts = [cell for cell in filled if isinstance(cell, str)]
    dates = many - len(texts) + sum(map(_is_date, texts))
    return Content(
        filled=many,
        of_rows=many / rows,
        dates=dates / many,
        numbers=_share(many, (bool(_NUMBER.fullmatch(text)) for text in texts)),
        states=share_of_states(texts) * len(texts) / many,
        states_by_content=share_of_states(texts, by_content=True) * len(texts) / many,
        yes_no=_share(many, (plain(text) in _YES_OR_NO for text in texts)),
        percents=percentages(texts).told / many,
        grades=_share(many, (text.isdecimal() and int(text) <= _HIGHEST_GRADE for text in texts)),
        codes=_share(many, (bool(_CODE.fullmatch(text)) for text in texts)),
        texts=_share(many, (_is_text(text) for text in texts)),
        sentences=_share(many, (len(text.split()) >= _WORDS_OF_SENTENCE for text in texts)),
        different=len({str(cell) for cell in filled}) / many,
    )


def _share(many: int, holds: Iterable[bool]) -> float:
    return sum(holds) / many


@lru_cache(maxsize=20_000)
def _is_date(text: str) -> bool:
    """Also a day counted on from the begin; a number alone is none."""
    if text.isdecimal():
        return len(text) == 8 and written_date(text) is not None
    return written_date(text) is not None or bool(_COUNTED_ON.fullmatch(text.lower()))


@lru_cache(maxsize=20_000)
def _is_text(text: str) -> bool:
    letters = sum(letter.isalpha() for letter in text)
    return (
        letters >= _LONG_ENOUGH and not _CODE.fullmatch(text) and not _is_date(text) and plain(text) not in _YES_OR_NO
    )


def is_code(text: str) -> bool:
    """Whether it is a number or code of a task: `10001`, `STO-12`."""
    return bool(_CODE.fullmatch(text))


def are_program_ids(cells: Iterable[str]) -> bool:
    """Whether most are codes that a program gives its tasks and nobody says: `1206611223344551`, `aB3_x-9`."""
    filled = [cell for cell in cells if cell]
    return bool(filled) and 2 * sum(map(_is_program_id, filled)) > len(filled)


def _is_program_id(text: str) -> bool:
    if text.isdecimal():
        return len(text) >= _LONG_ID
    kinds = (any(map(str.islower, text)), any(map(str.isupper, text)), any(map(str.isdecimal, text)))
    return len(text) >= _SHORTEST_ID and " " not in text and (all(kinds) or len(text) >= _LONGEST_CODE)


def is_date(cell: Cell) -> bool:
    """Whether a cell holds a day or a period; a year alone is a number here."""
    return isinstance(cell, date) or (bool(cell) and _is_date(cell))
