"""What stands on a terminal, to send only the cells that are different from it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from rich.cells import get_character_cell_size
from rich.style import Style
from textual.strip import Strip

from sto_tui.frozen import frozen

Cell = tuple[str, Style | None]
# To send so many cells that are the same costs about as much as to move past them and set the colours again.
_SAME_BETWEEN = 16
_FEWEST_MOVED = 4
"""With fewer rows that changed there is too little to win."""


@frozen
class Shift:
    """The rows from `top` up to and including `bottom` all go up so many, or down when it is less than nothing."""

    top: int
    bottom: int
    up: int

    @property
    def sequence(self) -> str:
        """What makes a terminal do it: margins, line feeds at the lower or upper one, and the margins away again.

        Every terminal since the vt100 knows these; those that scroll by a number are not known to all.
        """
        margins = f"\x1b[{self.top + 1};{self.bottom + 1}r"
        feeds = f"\x1b[{self.bottom + 1};1H" + "\n" * self.up if self.up > 0 else ""
        back = f"\x1b[{self.top + 1};1H" + "\x1bM" * -self.up if self.up < 0 else ""
        return f"{margins}{feeds}{back}\x1b[r"


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

    def shift(self, lines: Mapping[int, Strip]) -> Shift | None:
        """How the terminal itself can move what stands there, when that leaves less to send of these whole lines."""
        after = {y: cells_of(strip) for y, strip in lines.items()}
        before: dict[int, Sequence[Cell | None]] = {y: self._rows.get(y, ()) for y in lines}
        found = _common_shift(before, after)
        if found is None:
            return None
        rows = range(found.top, found.bottom + 1)
        if not all(y in after for y in rows):
            return None
        as_it_is = sum(_cost(before[y], after[y]) for y in rows)
        moved = sum(_cost(before[y + found.up] if y + found.up in rows else (), after[y]) for y in rows)
        return found if moved + len(found.sequence) < as_it_is else None

    def moved(self, shift: Shift) -> None:
        """The terminal moved these rows; what stands in the rows that came free is not known."""
        rows = range(shift.top, shift.bottom + 1)
        kept = {y: self._rows.pop(y, []) for y in rows}
        self._rows |= {y: kept[y + shift.up] for y in rows if y + shift.up in kept}

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
        blank = style and _of_blank(style)
        cells += [(char, blank if char == " " else style) for char in text]
    return cells if len(cells) == strip.cell_length else None


@lru_cache(maxsize=512)
def _of_blank(style: Style) -> Style:
    """What is seen of a style where nothing stands."""
    is_drawn = style.reverse or style.underline or style.underline2 or style.strike or style.overline
    return style if is_drawn else Style(bgcolor=style.bgcolor)


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


def _common_shift(
    before: Mapping[int, Sequence[Cell | None]], after: Mapping[int, Sequence[Cell] | None]
) -> Shift | None:
    """By how much most rows that changed moved, and from the first up to the last of those."""
    changed = {y: tuple(row) for y, row in after.items() if row is not None and row != before[y]}
    if len(changed) < _FEWEST_MOVED:
        return None
    stood: dict[tuple[Cell | None, ...], list[int]] = {}
    for y, row in before.items():
        stood.setdefault(tuple(row), []).append(y)
    moves = [(old - y, y) for y, row in changed.items() for old in stood.get(row, ())]
    if not moves:
        return None
    ((up, _),) = Counter(up for up, _ in moves).most_common(1)
    places = [place for move, y in moves if move == up for place in (y, y + up)]
    return Shift(min(places), max(places), up)


def _cost(before: Sequence[Cell | None], after: Sequence[Cell] | None) -> int:
    """About how many bytes a line takes."""
    if after is None or len(before) != len(after):
        return _SAME_BETWEEN + len(after or before)
    return sum(_SAME_BETWEEN + stop - start for start, stop in _differences(before, after))
