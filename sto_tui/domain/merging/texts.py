"""Three-way merge of a long text, paragraph by paragraph.

Not word by word: that can double a text without anybody noticing. Two edits go together only when a paragraph that
neither side touched stands between them; anything nearer is for people to choose.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

_PARAGRAPH = re.compile(r"[^\n]*\n+|[^\n]+")


class _Hunk(NamedTuple):
    """What stands in place of the paragraphs `start` to `end` of the text that both started from."""

    start: int
    end: int
    paragraphs: tuple[str, ...]


def merged_text(base: str, mine: str, theirs: str) -> str | None:
    """The text with the edits of both sides; None when they are too near each other."""
    end = "\n\n" if "\n\n" in base else "\n"
    was, my_own, their_own = (_PARAGRAPH.findall(text + end) for text in (base, mine, theirs))
    hunks = sorted({*_hunks(was, my_own), *_hunks(was, their_own)})
    if any(second.start <= first.end for first, second in pairwise(hunks)):
        return None
    paragraphs: list[str] = []
    place = 0
    for hunk in hunks:
        paragraphs += [*was[place : hunk.start], *hunk.paragraphs]
        place = hunk.end
    return "".join([*paragraphs, *was[place:]]).removesuffix(end)


def _hunks(was: Sequence[str], now: Sequence[str]) -> list[_Hunk]:
    # Only who merges a text pays for it.
    from difflib import SequenceMatcher

    codes = SequenceMatcher(None, was, now, autojunk=False).get_opcodes()
    return [_Hunk(start, end, tuple(now[first:last])) for tag, start, end, first, last in codes if tag != "equal"]
