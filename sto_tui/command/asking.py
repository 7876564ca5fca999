"""Asking before something is done, when there is someone at the terminal to answer."""

import sys

from sto_tui.command.output import flush


def is_terminal() -> bool:
    """Whether someone can answer."""
    return sys.stdin is not None and sys.stdin.isatty()


def agreed() -> bool:
    """Whether the answer is yes; no answer is no."""
    return typed("Overnemen? [j/N] ").lower() in ("j", "ja")


def typed(prompt: str) -> str:
    """What was typed after a question, without blanks around it; empty when the input has ended."""
    flush()
    try:
        return input(prompt).strip()
    except EOFError:
        return ""
