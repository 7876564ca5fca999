"""Heads of states at a moment: `Stoplicht sept`, `Status Q3`, `Stand 1-10`. Of several it is asked which one counts."""

import re

from sto_tui.domain.text import plain
from sto_tui.intake.tables.date_words import MONTH

_MOMENT = re.compile(rf"\b{MONTH}(?![a-z])|\d")


def is_of_a_moment(head: str) -> bool:
    """Whether a head of states says when they held."""
    return bool(_MOMENT.search(plain(head)))
