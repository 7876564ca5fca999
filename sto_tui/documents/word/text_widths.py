"""How wide a column must be for its texts on one line: in the letters of Calibri, whatever the house style has."""

import re
from collections.abc import Iterable, Sequence

from sto_tui.documents.word.page_numbers.letter_widths import face
from sto_tui.documents.word.page_size import TWIPS_PER_CM
from sto_tui.documents.word.xml_writing import unescaped

_RASTER_SIZE = 180
_TABLE_SIZE = 190
# The margins beside a text in a raster, and what rounding may take, in centimetres.
_BESIDE = 0.22
_BESIDE_IN_TABLE = 0.42
_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>|<w:(?:tab|br)/>|</w:p>")
# A line may be broken after these.
_PIECE = re.compile(r"[^\s\-–/]+[\-–/]*|[\-–/]+")


def raster_width(texts: Iterable[str], *, bold: bool = False) -> float:
    """What the widest of these texts takes in a raster, with its margins, in centimetres; 0 of no texts."""
    letters = face(bold=bold, italic=False, size=_RASTER_SIZE, apart=0, capitals=False)
    widest = max((letters.width(text) for text in texts), default=0.0)
    return round(widest / TWIPS_PER_CM + _BESIDE, 2) if widest else 0.0


def with_room_for_words(widths: Sequence[float], columns: Iterable[Sequence[str]]) -> tuple[float, ...]:
    """The widths, changed where a word of a cell would be broken: what it lacks comes from where there is room.

    `columns` are the paragraphs in each, as XML. Nothing changes where there is not room enough for all words.
    """
    needs = [max(map(_longest_word, cells), default=0.0) for cells in columns]
    lacks = sum(max(0.0, need - width) for need, width in zip(needs, widths, strict=True))
    room = [max(0.0, width - need) for need, width in zip(needs, widths, strict=True)]
    if not lacks or sum(room) < lacks:
        return tuple(widths)
    part = lacks / sum(room)
    fitting = [
        round(max(need, width - spare * part), 2) for need, width, spare in zip(needs, widths, room, strict=True)
    ]
    widest = room.index(max(room))
    fitting[widest] = round(fitting[widest] + sum(widths) - sum(fitting), 2)
    return tuple(fitting)


def _longest_word(xml: str) -> float:
    """What the longest word of a cell takes with the margins beside it, in centimetres."""
    is_bold = "<w:b/>" in xml or "STOTabellabel" in xml or "STOTabelkop" in xml
    letters = face(bold=is_bold, italic=False, size=_TABLE_SIZE, apart=0, capitals=False)
    text = unescaped("".join([" " if found is None else found for found in _TEXT.split(xml)[1::2]]))
    widest = max(map(letters.width, _PIECE.findall(text)), default=0.0)
    return widest / TWIPS_PER_CM + _BESIDE_IN_TABLE if widest else 0.0
