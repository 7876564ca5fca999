"""Three-way merge of a long text, paragraph by paragraph.

Not word by word: that can double a text without anybody noticing. Two edits go together only when a paragraph that
neither side touched stands between them; anything nearer is for people to choose.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from sto_tui.patterns import pattern

_PARAGRAPH = pattern(r"[^\n]*\n+|[^\n]+")


class _Hunk(NamedTuple):
    """What stands in place of the paragraphs `start` to `end` of the text that both started from."""

    start: int
    end: int
    paragraphs: tuple[str, ...]


def merged_text(base: str, mine: str, theirs: str, *, neighbours: bool = False) -> str | None:
    """The text with the edits of both sides; None when they are too near each other.

    Where people look at what comes of it, `neighbours` lets edits of paragraphs that touch go together as well.
    """
    end = "\n\n" if "\n\n" in base else "\n"
    was, my_own, their_own = (_PARAGRAPH.findall(text + end) for text in (base, mine, theirs))
    hunks = sorted({*_hunks(was, my_own), *_hunks(was, their_own)})
    if any(
        second.start < first.end + (not (neighbours and _are_apart(first, second))) for first, second in pairwise(hunks)
    ):
        return None
    paragraphs: list[str] = []
    place = 0
    for hunk in hunks:
        paragraphs += [*was[place : hunk.start], *hunk.paragraphs]
        place = hunk.end
    return "".join([*paragraphs, *was[place:]]).removesuffix(end)


def _are_apart(first: _Hunk, second: _Hunk) -> bool:
    """Whether each stands in place of paragraphs of its own: where one only adds, nobody knows the order."""
    return first.start < first.end and second.start < second.end


def text_differences(here: str, there: str) -> list[tuple[str, str]]:
    """What stands in the one text and what in the other in its place, for each stretch of paragraphs that differs."""
    ours, theirs = _paragraphs(here), _paragraphs(there)
    return [("\n".join(ours[hunk.start : hunk.end]), "\n".join(hunk.paragraphs)) for hunk in _hunks(ours, theirs)]


def both_texts(here: str, there: str) -> str:
    """All paragraphs of both texts: what is the same once, and where they differ first those of here."""
    texts = f"{here} {there}"
    end = "\n" if "\n" in texts and "\n\n" not in texts else "\n\n"
    ours, theirs = _paragraphs(here), _paragraphs(there)
    together: list[str] = []
    place = 0
    for hunk in _hunks(ours, theirs):
        together += [*ours[place : hunk.end], *hunk.paragraphs]
        place = hunk.end
    return end.join([*together, *ours[place:]])


def _paragraphs(text: str) -> list[str]:
    """The paragraphs without the white lines between them."""
    return [paragraph for paragraph in text.split("\n") if paragraph]


def _hunks(was: Sequence[str], now: Sequence[str]) -> list[_Hunk]:
    # Only who merges a text pays for it.
    from difflib import SequenceMatcher

    codes = SequenceMatcher(None, was, now, autojunk=False).get_opcodes()
    return [_Hunk(start, end, tuple(now[first:last])) for tag, start, end, first, last in codes if tag != "equal"]
