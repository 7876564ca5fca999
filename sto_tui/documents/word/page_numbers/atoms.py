"""What is divided over pages: lines of text and rows of tables, each with its height."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain

from sto_tui.documents.word.page_numbers.row_texts import RowText
from sto_tui.documents.word.page_numbers.style_looks import Look


@dataclass(slots=True)
class Atom:
    """A line or a row; lengths in twips.

    `gap` is the room above it, `before` that room at the top of a new page, `head` the repeated head of its table.
    `slack` is what must fit below it too, or may hang over when it is negative. `loose` is how much higher it may be.
    A row that is higher than a page is cut at the lines of its cells: those stand in `cells`, `around` is the room
    that the row needs above and below them on every page, and `least` must fit where it begins.
    `under` is where the table begins that stands right above it: with one that began on an earlier page it is not kept.
    `row` is a row that does not end its table; `under_head` are the rows that repeat it as their head.
    """

    height: float
    gap: int
    page_height: int
    may_break: bool
    new_page: bool = False
    before: int = 0
    head: float = 0
    slack: float = 0
    loose: float = 0
    bookmarks: tuple[str, ...] = ()
    table: "KeptTable | None" = None
    cells: "Sequence[Sequence[Atom]]" = ()
    around: float = 0
    least: float = 0
    under: int | None = None
    row: RowText | None = None
    under_head: "list[Atom]" = field(default_factory=list)

    def heighten(self, step: int) -> None:
        """Makes its row so many twips higher; a head is that much higher on every page."""
        self.height += step
        for atom in self.under_head:
            atom.head += step
            for line in chain.from_iterable(atom.cells):
                line.page_height -= step
        if self.row is not None:
            self.row.heighten(round(self.height))


@dataclass(slots=True, eq=False)
class KeptTable:
    """A table that is asked to stay on one page: its rows that may be let go, and where they stand among the atoms.

    A row that says with a value that it stays with the next does so on any page.
    """

    rows: list[RowText]
    first: int
    height: float = 0
    kept: bool = True

    def let_go(self, atoms: Sequence[Atom]) -> None:
        """Its rows may stand on several pages."""
        self.kept = False
        for number, row in enumerate(self.rows):
            row.let_go()
            atoms[self.first + number + 1].may_break = not row.is_bound


@dataclass(slots=True)
class MeasuredParagraph:
    """A paragraph that was measured."""

    look: Look
    text: bool
    lines: int
    height: int
    overhang: int
    marks: tuple[str, ...]
    loose: float
