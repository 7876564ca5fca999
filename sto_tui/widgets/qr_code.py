"""A QR code in half blocks: two modules in a cell, black on white in every theme."""

from collections.abc import Sequence

from sto_tui.widgets.raster import Run
from sto_tui.widgets.shell import Drawn

BORDER = 4
"""Modules of white around it; without them no phone reads it."""
_BLOCKS = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


class QrCode(Drawn):
    """Shows the modules of a code, rows of dark (true) and light; its size is that of the code, or twice that."""

    def __init__(self, modules: Sequence[Sequence[bool]]) -> None:
        super().__init__()
        blank = [False] * (len(modules[0]) + 2 * BORDER)
        inside = [[*[False] * BORDER, *row, *[False] * BORDER] for row in modules]
        rows = [*[blank] * BORDER, *inside, *[blank] * BORDER]
        self.large = ["".join("██" if module else "  " for module in row) for row in rows]
        rows += [blank] * (len(rows) % 2)
        pairs = zip(rows[::2], rows[1::2], strict=True)
        self.small = ["".join(_BLOCKS[pair] for pair in zip(*two, strict=True)) for two in pairs]
        self.lines = self.small
        self.fit(0, 0)

    def fit(self, width: int, height: int) -> None:
        """Twice as large where that fits: a module is then two cells, and reads from twice as far."""
        fits = len(self.large[0]) <= width and len(self.large) <= height
        self.lines = self.large if fits else self.small
        self.styles.width, self.styles.height = len(self.lines[0]), len(self.lines)
        self.refresh()

    def line(self, y: int, width: int) -> Sequence[Run]:
        """In one style: each change of it would be sent too."""
        return [(self.lines[y], "module")] if y < len(self.lines) else ()
