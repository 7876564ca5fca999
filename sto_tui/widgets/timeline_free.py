"""The line of free days in the head of the timeline: a stroke for each stretch, with its name where that fits.

A cell is a week or a month, so it is marked when most of it is free. What is short of that still has a mark as long as
the cell is not more than twice its length: on a coarse axis the weeks off go, and the summer stays.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from sto_tui.frozen import frozen
from sto_tui.widgets.timeline_axis import Axis, Zoom

HOLIDAY, FREE_DAY = "═", "•"


@frozen
class Stretch:
    """Free days in a row, first and last included, and what they are called, in full and in short."""

    start: date
    end: date
    name: str
    short: str


@frozen
class FreeTime:
    """What the line shows: what it is called, the stretches, and single days that only months have room for."""

    caption: str = ""
    stretches: Sequence[Stretch] = ()
    single: Sequence[date] = ()

    def is_on(self, axis: Axis) -> bool:
        """Whether any of the stretches lies on an axis."""
        return any(_on_axis(axis, stretch) for stretch in self.stretches)


def free_line(axis: Axis, free: FreeTime) -> str:
    """The cells of the whole axis."""
    cells = [" "] * axis.cells
    if axis.zoom is Zoom.MAAND:
        for day in free.single:
            if 0 <= (cell := axis.cell(day)) < axis.cells:
                cells[cell] = FREE_DAY
    for stretch in free.stretches:
        if marked := _marked(axis, stretch):
            cells[marked[0] : marked[-1] + 1] = _stroke(stretch, len(marked))
    return "".join(cells)


def _on_axis(axis: Axis, stretch: Stretch) -> tuple[date, date] | None:
    """The part of a stretch that lies on the axis."""
    if not axis.columns:
        return None
    start, end = max(stretch.start, axis.columns[0].start), min(stretch.end, axis.columns[-1].end)
    return (start, end) if start <= end else None


def _marked(axis: Axis, stretch: Stretch) -> Sequence[int]:
    """The cells next to each other that a stretch marks."""
    part = _on_axis(axis, stretch)
    if part is None:
        return ()
    start, end = part
    length = (end - start).days + 1
    free = Counter(axis.cell(start + timedelta(days=away)) for away in range(length))
    marked = [cell for cell, days in free.items() if 2 * days >= _days_of(axis, cell)]
    middle = axis.cell(start + timedelta(days=length // 2))
    return marked or ([middle] if 2 * length >= _days_of(axis, middle) else [])


def _days_of(axis: Axis, cell: int) -> float:
    """How long a cell is, in days."""
    column = axis.columns[cell // axis.width]
    return ((column.end - column.start).days + 1) / axis.width


def _stroke(stretch: Stretch, size: int) -> str:
    """`═zomer═`, or only the stroke."""
    name = next((name for name in (stretch.name, stretch.short) if len(name) <= size), "")
    return name.center(size, HOLIDAY)
