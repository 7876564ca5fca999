"""What stands on a terminal, to send only the cells that are different from it."""

from collections.abc import Iterator, Sequence

from rich.cells import get_character_cell_size
from rich.style import Style
from textual.strip import Strip

Cell = tuple[str, Style | None]
# To send so many cells that are the same costs about as much as to move past them and set the colours again.
_SAME_BETWEEN = 16


class Painted:
    """The cells of a terminal as they were last sent, as far as that is known."""

    def __init__(self) -> None:
        self._rows: dict[int, list[Cell | None]] = {}

    def forget(self) -> None:
        """Nothing is known any more: everything is sent anew."""
        self._rows.clear()

    def keep(self, x: int, y: int, strip: Strip) -> None:
        """A strip was sent whole to this place."""
        self._put(x, y, strip, cells_of(strip))

    def changed(self, x: int, y: int, strip: Strip) -> Iterator[tuple[int, int]]:
        """Where a strip for this place differs from what stands there, from and up to which of its cells; it is sent.

        What is not one cell wide is sent whole: terminals do not agree on its width, and cells beside it may be wrong.
        """
        row, cells = self._row(x, y, strip.cell_length), cells_of(strip)
        before = row[x : x + strip.cell_length]
        self._put(x, y, strip, cells)
        if cells is None or None in before:
            yield 0, strip.cell_length
        else:
            yield from _differences(before, cells)

    def _row(self, x: int, y: int, length: int) -> list[Cell | None]:
        row = self._rows.setdefault(y, [])
        row += [None] * (x + length - len(row))
        return row

    def _put(self, x: int, y: int, strip: Strip, cells: Sequence[Cell | None] | None) -> None:
        self._row(x, y, strip.cell_length)[x : x + strip.cell_length] = cells or [None] * strip.cell_length


def cells_of(strip: Strip) -> list[Cell] | None:
    """A cell for each character; None when a character is not one cell wide."""
    cells: list[Cell] = []
    for text, style, _ in strip:
        if not text.isascii() and any(get_character_cell_size(char) != 1 for char in text):
            return None
        cells += [(char, style) for char in text]
    return cells if len(cells) == strip.cell_length else None


def _differences(before: Sequence[Cell | None], after: Sequence[Cell]) -> Iterator[tuple[int, int]]:
    first = last = -1
    for place, (old, new) in enumerate(zip(before, after, strict=True)):
        if old == new:
            continue
        if first >= 0 and place - last > _SAME_BETWEEN:
            yield first, last + 1
            first = place
        first, last = (place if first < 0 else first), place
    if first >= 0:
        yield first, last + 1
