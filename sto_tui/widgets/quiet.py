"""Screens that do not repaint themselves for a focus move.

Textual makes `Screen.focused` a reactive that repaints the whole screen: 7.5 KB for every tab on a slow line, while the
two fields that really change take 1 KB.
"""

from textual.reactive import var
from textual.widget import Widget


class QuietFocus:
    """Mixed into a screen, before Screen itself."""

    focused: var[Widget | None] = var(None)
