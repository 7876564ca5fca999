"""What stands in a Word file, in order: paragraphs and tables, without anything of Word itself."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Spot:
    """Where something stands: the paragraph counted from the beginning, or the row of a table; 0 is none."""

    paragraph: int = 0
    table: int = 0
    row: int = 0


BOXED = "het staat in een tekstvak, los van de tekst eromheen"
STRUCK = "het is doorgehaald"
NOTED = "het is een voetnoot"
NOTED_AT_END = "het is een eindnoot"
DELETED = "het is verwijderd met wijzigingen bijhouden"
COMMENTED = "het is een opmerking in de kantlijn"
HIDDEN = "het is verborgen tekst"
EDGED = "het staat in de kop- of voettekst"
DRAWN = "het staat in een schema"
TO_FILL_IN = "dit moet nog worden ingevuld"
TITLED = "het is de titel"
"""Of the document itself: that is no part of the plan, unless it names one."""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph as it reads.

    `level` is that of its heading style, 0 for none; `marker` is what Word puts before it (`1.1`, `•`); `strong` says
    that all of it is bold, underlined, in italics or larger than the rest; `apart` says why it is no
    part of the text around it; `inserted` that some of it was put in with tracking on; `depth` is how deep it stands in
    a list, 0 for the first level; `indent` how far it begins from the side, in twentieths of a point; `painted` that it
    is the mark of a cell that only has a colour.
    """

    text: str
    spot: Spot = Spot()
    level: int = 0
    marker: str = ""
    strong: bool = False
    apart: str = ""
    inserted: bool = False
    depth: int = 0
    indent: int = 0
    painted: bool = False

    @property
    def is_item(self) -> bool:
        """Whether it stands in a list."""
        return bool(self.marker) and not self.level

    @property
    def words(self) -> str:
        """The text with the number before it that Word counts."""
        return f"{self.marker} {self.text}" if self.marker and self.marker[0].isalnum() else self.text


@dataclass(frozen=True)
class WordCell:
    """A cell with the column it begins in and how many it spans; `continues` is the rest of a cell higher up.

    `fill` is its colour as Word writes it; empty when it has none.
    """

    paragraphs: tuple[Paragraph, ...]
    column: int = 0
    span: int = 1
    continues: bool = False
    fill: str = ""

    @property
    def text(self) -> str:
        """Its paragraphs, a line each."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


@dataclass(frozen=True)
class WordRow:
    """A row of a table; a cell that was merged downwards stands in all its rows."""

    cells: tuple[WordCell, ...]
    spot: Spot

    @property
    def filled(self) -> tuple[WordCell, ...]:
        """The cells with text."""
        return tuple(cell for cell in self.cells if cell.paragraphs)


@dataclass(frozen=True)
class WordTable:
    """A table, with how many columns it has."""

    rows: tuple[WordRow, ...]
    columns: int


Block = Paragraph | WordTable


def paragraphs_in(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """All paragraphs, also those in the cells of tables, each once."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for cell in (cell for row in block.rows for cell in row.cells if not cell.continues):
                yield from cell.paragraphs
