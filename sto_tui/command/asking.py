"""Asking before something is done, when there is someone at the terminal to answer."""

import sys
from typing import TYPE_CHECKING

from sto_tui.command.output import as_drawn, is_read, remark, say

if TYPE_CHECKING:
    from sto_tui.domain.change import Change
    from sto_tui.storage.any_store import Store

_NOT_TAKEN = "Er is niets overgenomen."


def is_terminal() -> bool:
    """Whether someone can answer."""
    return sys.stdin is not None and sys.stdin.isatty()


def agreed() -> bool:
    """Whether the answer is yes; no answer is no."""
    return typed("Overnemen? [j/N] ").lower() in ("j", "ja")


def typed(prompt: str) -> str:
    """What was typed after a question, without blanks around it; empty when the input has ended."""
    if not is_read():
        # Nobody would see what is asked.
        return ""
    try:
        return input(as_drawn(prompt, sys.stdout)).strip()
    except EOFError:
        return ""


def take_over(store: "Store", change: "Change", counts: str, *, without_asking: bool) -> bool:
    """Asks whether what was read may be taken over, and does it; False when it was not. Raises DossierError."""
    asks = not without_asking and is_terminal()
    if not without_asking and not asks:
        remark(f"{_NOT_TAKEN} Voeg --ja toe om over te nemen.")
        return False
    if asks and not agreed():
        remark(_NOT_TAKEN)
        return False
    store.apply(change)
    done = f"Overgenomen: {counts}."
    say(done)
    if not is_read():
        remark(done)
    if store.remark:
        remark(store.remark)
    return True
