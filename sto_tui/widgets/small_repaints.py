"""Screens that draw no more than what changed: bytes that a slow line need not carry.

Textual 8.2.8 makes `Screen.focused` a reactive that repaints the whole screen: 7.5 KB for every tab, while the two
fields that really change take 1 KB. And it draws a region that changed from the left edge of its widget: a cell at the
end of a row costs the whole row.
"""

from typing import Any

from rich.console import Console
from textual._compositor import ChopsUpdate, Compositor
from textual.reactive import var
from textual.widget import Widget


class CroppedUpdate(ChopsUpdate):
    """An update of parts of lines that leaves out what stands to the left of them too."""

    def render_segments(self, console: Console) -> str:
        """The bytes for the terminal."""
        pieces: list[str] = []
        for y, first, last in self.spans:
            for end, (x, strip) in zip(self.chop_ends[y], self.chops[y].items(), strict=False):
                if strip is None or x >= last or end <= first:
                    continue
                left = max(x, first)
                pieces.append(f"\x1b[{y + 1};{left + 1}H")
                pieces.append(strip.crop(left - x, min(end, last) - x).render(console))
        return "".join(pieces)


class LeanCompositor(Compositor):
    """Draws only the cells that changed."""

    def render_partial_update(self) -> ChopsUpdate | None:
        """What changed since the last time."""
        update = super().render_partial_update()
        return CroppedUpdate(update.chops, update.spans, update.chop_ends) if update else None


class QuietScreen:
    """Mixed into a screen, before Screen itself."""

    focused: var[Widget | None] = var(None)
    _compositor: Compositor

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._compositor = LeanCompositor()
