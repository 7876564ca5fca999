"""Tables in a house style keep the columns and pages they have with us: letters of a wide font are a little smaller.

Calibri is narrow. The same text in Verdana of the same size takes a fifth more, and would cut words and pages; what
looks as large to a reader does not, because wide fonts also have high small letters.
"""

from collections.abc import Iterable

from lxml import etree

from sto_tui.documents.word.page_numbers.font_widths import width_of
from sto_tui.documents.word.xml_reading import W, value, whole

_IN_TABLES = ("STO Tabel", "STO Raster", "STO Jaartekst", "STO Bron", "STO Legenda")
# Half points: smaller than 7 pt nobody reads on paper.
_LEAST = 14


def set_as_wide(added: Iterable[etree._Element], font: str) -> None:
    """Makes the letters of our styles for tables as wide as those of Calibri, on average, to half a point."""
    stretch = width_of(font).text
    for style in added:
        if value(style.find(f"{W}name")).startswith(_IN_TABLES):
            for size in style.iterfind(f"{W}rPr/*"):
                if size.tag in (f"{W}sz", f"{W}szCs"):
                    size.set(f"{W}val", str(max(_LEAST, round(whole(size, "val") / stretch))))
