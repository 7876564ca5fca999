"""A text over the whole window, in which a typed character draws only the cells that changed.

Textual 8.2.8 draws the whole area again for every key: 7.7 KB in a window of 80 by 24. Here the lines that were drawn
last are kept and compared.
"""

from typing import Self

from rich.cells import cell_len
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip

from sto_tui.widgets.editors import TextEditor

KEYS_BEFORE_DRAWING = 32
"""How many keys that came faster than they are drawn go into one drawing."""


class WritingArea(TextEditor):
    """A text of several lines, as high as its room."""

    DEFAULT_CSS = """
    WritingArea { height: 1fr; background: $sto-background;
        &:focus { background: $sto-background; }
        &:ansi { text-style: none; }
    }
    """

    # Widgets are refreshed before they are complete.
    _drawn: dict[int, Strip] | None = None
    _looking = False
    _undrawn = 0

    def render_line(self, y: int) -> Strip:
        """One line; remembered, because it is on its way to the terminal."""
        strip = super().render_line(y)
        if self._drawn is None:
            self._drawn = {}
        self._drawn[y] = strip
        return strip

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Draws what changed, when nothing more is asked for than to draw all again."""
        if regions or layout or recompose or not repaint or not self._drawn:
            return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        if not self._looking:
            self._looking = True
            self.call_next(self._draw_changed)
        return self

    def _draw_changed(self) -> None:
        if self.message_queue_size and self._undrawn < KEYS_BEFORE_DRAWING:
            self._undrawn += 1
            self.call_later(self._draw_changed)
            return
        self._looking, self._undrawn = False, 0
        drawn = self._drawn or {}
        changed = []
        for y in range(self.size.height):
            strip = super().render_line(y)
            if strip != drawn.get(y):
                first, last = _differing(drawn.get(y), strip)
                changed.append(Region(first, y, max(1, last - first), 1))
        if changed:
            super().refresh(*changed)


def _differing(old: Strip | None, new: Strip) -> tuple[int, int]:
    """The first cell that differs, and the one after the last."""
    before, after = _cells(old) if old else [], _cells(new)
    length = max(len(before), len(after))
    before += [None] * (length - len(before))
    after += [None] * (length - len(after))
    different = [place for place in range(length) if before[place] != after[place]]
    return (different[0], different[-1] + 1) if different else (0, length)


def _cells(strip: Strip) -> list[tuple[str, Style | None] | None]:
    """What stands in each cell; the second cell of a wide character counts as the same character."""
    cells: list[tuple[str, Style | None] | None] = []
    for text, style, _ in strip:
        for character in text:
            cells += [(character, style)] * cell_len(character)
    return cells
