"""Everything that the app draws, in ASCII: the last thing that happens to a line before it is sent."""

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from sto_tui.terminal.ascii_signs import in_ascii


class AsciiFilter(LineFilter):
    """Signs as ASCII, letters as far as the character set has them."""

    def __init__(self, encoding: str) -> None:
        super().__init__()
        self._table = in_ascii(encoding)

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments in as many cells as they had."""
        return [
            segment if segment.text.isascii() else Segment(self._plain(segment.text), segment.style, segment.control)
            for segment in segments
        ]

    def _plain(self, text: str) -> str:
        plain = text.translate(self._table)
        width = cell_len(text)
        return plain if cell_len(plain) == width else set_cell_size(plain, width)
