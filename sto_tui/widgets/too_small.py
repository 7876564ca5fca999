"""What a window that is too small says, over whatever is in it, as long as it is."""

from typing import Any

from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Static

SMALLEST = Size(60, 20)
"""From here on everything fits."""


class TooSmall(Static):
    """The sentence, on top of the first line."""

    DEFAULT_CSS = """
    TooSmall { layer: too-small; dock: top; width: 100%; height: auto;
        background: $sto-cell; color: $sto-cell-text; text-style: $block-cursor-text-style; }
    """


def show_too_small(screen: Screen[Any], size: Size) -> None:
    """Says both sizes on a screen that is too small; on one that is not, what was said is gone."""
    is_too_small = size.width < SMALLEST.width or size.height < SMALLEST.height
    notice = next(iter(screen.query_children(TooSmall)), None)
    if notice is None and is_too_small:
        notice = TooSmall(markup=False)
        screen.mount(notice)
    if notice is not None:
        needed = f"{SMALLEST.width}x{SMALLEST.height}"
        notice.update(Content(f"Venster te klein: {size.width}x{size.height}, nodig {needed}."))
        notice.display = is_too_small
