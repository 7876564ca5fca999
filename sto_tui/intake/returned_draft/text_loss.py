"""Whether a text that came back lost so much that people are asked whether they meant it."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from sto_tui.intake.returned_draft.field_form import as_read

_FEWEST_WORDS = 20
"""What is shorter can be cut to anything: its difference is seen at a glance."""


def lost_much(sent: str, text: str) -> bool:
    """Whether a paragraph of some length is gone or kept less than half of its letters; moved is not gone."""
    before, after = ([" ".join(lines) for lines in as_read(each)] for each in (sent, text))
    stayed, came = set(before) & set(after), SequenceMatcher(None, before, after, autojunk=False)
    return any(
        _much(
            [each for each in before[low:high] if each not in stayed],
            [each for each in after[first:last] if each not in stayed],
        )
        for kind, low, high, first, last in came.get_opcodes()
        if kind in ("delete", "replace")
    )


def _much(gone: Sequence[str], instead: Sequence[str]) -> bool:
    words = sum(len(each.split()) for each in gone)
    return words > _FEWEST_WORDS and sum(map(len, instead)) * 2 < sum(map(len, gone))
