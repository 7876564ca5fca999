"""What was edited with tracking on and not accepted yet, in words: how much, and who did it on which day."""

from collections.abc import Sequence

from sto_tui.domain.dutch import MONTHS, count
from sto_tui.domain.text import shortened
from sto_tui.intake.returned_draft.returned import TrackedEdit

_MOST_NAMED, _LONGEST_NAME = 4, 40


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
