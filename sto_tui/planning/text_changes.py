"""What changed between two texts, word by word, so that a group sees what the new regiovisie does differently."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal

from sto_tui.domain.dutch import count

Kind = Literal["same", "added", "removed"]
Changed = tuple[Kind, str]

# A word or a sign with the blanks before it; the end of a line stands by itself, so that paragraphs stay.
_TOKEN = re.compile(r"\n+|[^\S\n]*(?:\w+(?:[-’'.,/]\w+)*|[^\w\s])|[^\S\n]+")
_WORD = re.compile(r"\w+(?:[-’'.,/]\w+)*")
# Above so many pairs of words difflib passes over the words that come back most; else it takes seconds.
_MOST_PAIRS = 400_000
# Fewer equal words than this between two changes only break up what is read.
_FEWEST_SAME = 2


def changed_words(previous: str, new: str) -> list[Changed]:
    """The new text with what was added and what was removed; without the removed parts it is exactly `new`.

    Equal paragraphs are paired first, then words.
    """
    runs: list[Changed] = []
    for old_lines, new_lines, equal in _blocks(_lines(previous), _lines(new)):
        if equal:
            runs.append(("same", "".join(new_lines)))
        else:
            runs += _words("".join(old_lines), "".join(new_lines))
    return _joined(_smoothed(_joined(runs)))


def summary(changes: Sequence[Changed]) -> str:
    """`12 woorden erbij, 8 woorden weg`, or that nothing changed."""
    added, removed = (
        sum(len(_WORD.findall(text)) for kind, text in changes if kind == counted_kind) for counted_kind in _DIFFERENT
    )
    if not added and not removed:
        return "geen woord veranderd"
    parts = [f"{count(added, 'woord', 'woorden')} erbij"] * bool(added)
    parts += [f"{count(removed, 'woord', 'woorden')} weg"] * bool(removed)
    return ", ".join(parts)


_DIFFERENT: tuple[Kind, Kind] = ("added", "removed")


def _lines(text: str) -> list[str]:
    return re.findall(r"[^\n]*\n+|[^\n]+$", text)


def _blocks(old: list[str], new: list[str]) -> Iterator[tuple[list[str], list[str], bool]]:
    matcher = SequenceMatcher(None, [line.strip() for line in old], [line.strip() for line in new], autojunk=False)
    for tag, low, high, new_low, new_high in matcher.get_opcodes():
        yield old[low:high], new[new_low:new_high], tag == "equal"


def _words(old: str, new: str) -> Iterator[Changed]:
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    matcher = SequenceMatcher(
        None,
        [_key(token) for token in before],
        [_key(token) for token in after],
        len(before) * len(after) > _MOST_PAIRS,
    )
    for tag, low, high, new_low, new_high in matcher.get_opcodes():
        if tag == "equal":
            yield "same", "".join(after[new_low:new_high])
        else:
            yield "removed", "".join(before[low:high])
            yield "added", "".join(after[new_low:new_high])


def _key(token: str) -> str:
    return token.strip() or token[:1]


def _smoothed(runs: list[Changed]) -> list[Changed]:
    """A single word that stayed between two changes goes along with them."""
    smooth: list[Changed] = []
    for place, (kind, text) in enumerate(runs):
        inside = 0 < place < len(runs) - 1
        if kind == "same" and inside and "\n" not in text and len(_WORD.findall(text)) < _FEWEST_SAME:
            smooth += [("removed", text), ("added", text)]
        else:
            smooth.append((kind, text))
    return smooth


def _joined(runs: Sequence[Changed]) -> list[Changed]:
    """Neighbours of one kind together; between two equal runs what was removed comes before what was added."""
    joined: list[Changed] = []
    waiting: dict[Kind, str] = {"removed": "", "added": ""}
    for kind, text in [*runs, ("same", "")]:
        if kind != "same":
            waiting[kind] += text
            continue
        for changed_kind in ("removed", "added"):
            if waiting[changed_kind]:
                joined.append((changed_kind, waiting[changed_kind]))
                waiting[changed_kind] = ""
        if not text:
            continue
        if joined and joined[-1][0] == "same":
            joined[-1] = ("same", joined[-1][1] + text)
        else:
            joined.append(("same", text))
    return joined
