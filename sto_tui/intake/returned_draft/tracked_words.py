"""What was edited and not accepted yet, in words: how much, and who did it on which day; and what went by hand."""

from collections.abc import Sequence

from sto_tui.domain.dutch import MONTHS, capital, count
from sto_tui.domain.text import clean_line, shortened
from sto_tui.intake.returned_draft.returned import EditWay, TrackedEdit

_MOST_NAMED, _LONGEST_NAME = 4, 40
_LONGEST_TEXT = 120
BY_HAND = (EditWay.STRUCK, EditWay.HIDDEN)


def told_of(edits: Sequence[TrackedEdit]) -> str:
    """What is not accepted, and what was struck through or hidden, as `Doorgehaald met de hand: ‘…’.` with its text."""
    told = [not_accepted([edit for edit in edits if edit.way is EditWay.TRACKED])]
    for way in BY_HAND:
        of_way = [edit for edit in edits if edit.way is way]
        if text := shortened(clean_line("".join(edit.text for edit in of_way)), _LONGEST_TEXT):
            days = who_and_when(of_way)
            behind = f" ({days})." if days else "" if text[-1] in ".?!…" else "."
            told.append(f"{capital(way.value)}: ‘{text}’{behind}")
    return " ".join(filter(None, told))


def not_accepted(edits: Sequence[TrackedEdit]) -> str:
    """`Nog niet geaccepteerd, gelezen als geaccepteerd: 2 wijzigingen (K. Bos, 12 mei).`; empty without any."""
    if not edits:
        return ""
    told = f"Nog niet geaccepteerd, gelezen als geaccepteerd: {count(len(edits), 'wijziging', 'wijzigingen')}"
    days = who_and_when(edits)
    return f"{told} ({days})." if days else f"{told}."


def who_and_when(edits: Sequence[TrackedEdit]) -> str:
    """`K. Bos, 12 mei; A. Smit`, each name with each day once, as it stood on the clock there."""
    pairs = list(dict.fromkeys(words for edit in edits if (words := _one(edit))))
    more = len(pairs) - _MOST_NAMED
    return "; ".join([*pairs[:_MOST_NAMED], *([f"en nog {more}"] if more > 0 else [])])


def _one(edit: TrackedEdit) -> str:
    day = f"{edit.moment.day} {MONTHS[edit.moment.month - 1]}" if edit.moment else ""
    return ", ".join(filter(None, (shortened(edit.author, _LONGEST_NAME), day)))
