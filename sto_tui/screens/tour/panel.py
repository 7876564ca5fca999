"""The panel of the tour, below whatever screen is in front."""

from collections.abc import Sequence

from rich.cells import cell_len

from sto_tui.widgets.markdown_lines import lines_of_markdown
from sto_tui.widgets.raster import Run
from sto_tui.widgets.shell import ALL_NAMES_FROM, Drawn
from sto_tui.widgets.signs import with_plain_arrows

LINES = 2
"""Under the rule; a narrow window needs one more."""
_KEYS = (("f2", "Terug"), ("f3", "Overslaan"), ("esc", "Stoppen"))
"""The last one where esc has nothing else to do."""


class TourPanel(Drawn):
    """A rule with how far the tour is and its keys, and what to do now."""

    DEFAULT_CSS = "TourPanel { split: bottom; height: 3; background: $sto-surface; }"

    def __init__(self) -> None:
        super().__init__()
        self._headings: tuple[str, ...] = ("",)
        self._lines: list[list[Run]] = []
        self._text = ""
        self._keys: tuple[tuple[str, str], ...] = _KEYS

    def show(self, headings: tuple[str, ...], text: str, *, esc_stops: bool) -> None:
        """Shows another step, under the longest heading that fits."""
        keys = _KEYS if esc_stops else _KEYS[:-1]
        if (headings, text, keys) != (self._headings, self._text, self._keys):
            self._headings, self._text, self._keys = headings, text, keys
            self._arrange()

    def on_resize(self) -> None:
        """Wraps it anew; a narrow window needs a line more."""
        height = 1 + LINES + (self.size.width < ALL_NAMES_FROM)
        if self.size.height != height:
            self.styles.height = height
        self._arrange()

    def _arrange(self) -> None:
        width = self.size.width - 4
        self._lines = lines_of_markdown(with_plain_arrows(self._text, self), width) if width > 0 else []
        self.refresh()

    @property
    def fits(self) -> bool:
        """Whether all of the text is in sight."""
        return len(self._lines) < self.size.height

    def line(self, y: int, width: int) -> Sequence[Run]:
        """Rule and text."""
        if y:
            return [("  ", "text"), *self._lines[y - 1]] if y <= len(self._lines) else ()
        keys = sum(cell_len(f"{key} {label}") + 2 for key, label in self._keys)
        room = width - keys - 5
        heading = next((heading for heading in self._headings if cell_len(heading) <= room), self._headings[-1])
        runs: list[Run] = [("══ ", "rule"), (heading, "bold"), (" ", "text")]
        runs.append(("═" * max(0, width - keys - cell_len(heading) - 6), "rule"))
        for key, label in self._keys:
            runs += [("  ", "text"), (key, "key"), (f" {label}", "muted")]
        return runs
