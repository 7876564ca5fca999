"""A pasted text as lines, and what is wrong with one of them."""

import re

from sto_tui.domain.text import clean_line
from sto_tui.frozen import frozen

# A bullet, dash or check box; a number before a line may be that of a table.
_LIST_MARK = re.compile(r"^\s*([-–•*·▪☐□]\s+)+")
_COUNTED_MARK = re.compile(rf"{_LIST_MARK.pattern}|^\s*[0-9]{{1,2}}[.)]\s+")


@frozen
class LineTrouble:
    """What is wrong with a line: its number from 1 among the lines that say something, the line, and one sentence."""

    number: int
    text: str
    sentence: str


def pasted_lines(text: str, *, counted: bool = False) -> list[str]:
    """The lines of a pasted text that say something, without the marks of a list before them.

    In a list that is `counted`, `1.` and `2)` are such marks; elsewhere that may be the number of a thing.
    """
    mark = _COUNTED_MARK if counted else _LIST_MARK
    lines = (mark.sub("", clean_line(line)).strip() for line in text.splitlines())
    return [line for line in lines if line]
