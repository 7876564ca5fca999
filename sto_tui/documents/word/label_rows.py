"""Rows with a label that stand between the rows of a table, for what has no room in its columns."""

from collections.abc import Sequence
from itertools import accumulate

from sto_tui.documents.word.styles import LABEL_TINT
from sto_tui.documents.word.xml_writing import cell
from sto_tui.frozen import frozen

LABEL_WIDTH = 3.3
# A column that ends so near the width of a label is as wide as the label.
_NEAR = 0.6


@frozen
class LabelRow:
    """A label, and the paragraphs beside it over the other columns; it stays with the row above it."""

    label: str
    content: str


@frozen
class TableGrid:
    """The widths of the grid, how many of those each column takes, and how many the label of a label row."""

    widths: tuple[float, ...]
    spans: tuple[int, ...]
    label_span: int = 0

    @classmethod
    def of(cls, widths: Sequence[float], *, labelled: bool) -> "TableGrid":
        """The grid of columns of these widths; with `labelled` one of its lines stands where labels end."""
        if not labelled:
            return cls(tuple(widths), (1,) * len(widths))
        ends = list(accumulate(widths))
        near = [place for place, end in enumerate(ends[:-1], 1) if abs(end - LABEL_WIDTH) < _NEAR]
        if near:
            return cls(tuple(widths), (1,) * len(widths), near[0])
        cut = next(place for place, end in enumerate(ends) if end > LABEL_WIDTH)
        before = LABEL_WIDTH - (ends[cut] - widths[cut])
        grid = (*widths[:cut], before, widths[cut] - before, *widths[cut + 1 :])
        spans = tuple(2 if place == cut else 1 for place in range(len(widths)))
        return cls(grid, spans, cut + 1)

    def label_cells(self, row: LabelRow) -> tuple[str, str]:
        """The two cells of a label row."""
        beside = len(self.widths) - self.label_span
        widths = sum(self.widths[: self.label_span]), sum(self.widths[self.label_span :])
        return (
            cell(widths[0], [row.label], shade=LABEL_TINT, span=self.label_span),
            cell(widths[1], [row.content], span=beside),
        )
