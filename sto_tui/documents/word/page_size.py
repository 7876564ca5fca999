"""The page of a document: its size and margins, upright and on its side. Everything in twips unless it says so."""

from dataclasses import replace

from sto_tui.frozen import frozen

TWIPS_PER_CM = 567


def twips(centimetres: float) -> int:
    """Twentieths of a point."""
    return round(centimetres * TWIPS_PER_CM)


@frozen
class PageSheet:
    """A page in one direction."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    header: int
    footer: int
    gutter: int = 0

    @property
    def text(self) -> int:
        """The width of the text."""
        return self.width - self.left - self.right - self.gutter

    @property
    def text_cm(self) -> float:
        """The width of the text in centimetres, to a tenth of a millimetre."""
        return round(self.text / TWIPS_PER_CM, 2)

    @property
    def lying(self) -> bool:
        """Whether it is wider than it is high."""
        return self.width > self.height

    def turned(self) -> "PageSheet":
        """The same margins on the sheet turned a quarter, so that a header stays as far from the edge."""
        return replace(self, width=self.height, height=self.width)


@frozen
class PageSetup:
    """The sheets of a document."""

    upright: PageSheet
    lying: PageSheet

    def sheet(self, *, landscape: bool) -> PageSheet:
        """The sheet in a direction."""
        return self.lying if landscape else self.upright


def _margins(top: float, side: float, bottom: float) -> tuple[int, ...]:
    return tuple(map(twips, (top, side, bottom, side, 1.25, 1.1)))


OUR_PAGE = PageSetup(
    PageSheet(11906, 16838, *_margins(2.7, 2.5, 2.4)),
    PageSheet(16838, 11906, *_margins(2.3, 2.0, 2.0)),
)
