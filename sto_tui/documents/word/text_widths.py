"""How wide a column must be for its texts on one line: in the letters of Calibri, whatever the house style has."""

from collections.abc import Iterable

from sto_tui.documents.word.page_numbers.letter_widths import face
from sto_tui.documents.word.page_size import TWIPS_PER_CM

_RASTER_SIZE = 180
# The margins beside a text in a raster, and what rounding may take, in centimetres.
_BESIDE = 0.22


def raster_width(texts: Iterable[str], *, bold: bool = False) -> float:
    """What the widest of these texts takes in a raster, with its margins, in centimetres; 0 of no texts."""
    letters = face(bold=bold, italic=False, size=_RASTER_SIZE, apart=0, capitals=False)
    widest = max((letters.width(text) for text in texts), default=0.0)
    return round(widest / TWIPS_PER_CM + _BESIDE, 2) if widest else 0.0
