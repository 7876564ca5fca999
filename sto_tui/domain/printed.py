"""Where each field of the dossier stands in a document, so that it can be found again after people changed it in Word.

The address is a hidden bookmark on the label beside the text, never on the text itself: a label keeps its bookmark
however the text is retyped. What delimits a field is the structure around its label, and that is its shape.
"""

import re
import zlib
from enum import Enum

from sto_tui.domain.record import Ref
from sto_tui.frozen import frozen

PREFIX = "_sto_"
# Word cuts the name of a bookmark after so many characters.
_LONGEST_NAME, _KEPT = 40, 31
_NO_LETTER = re.compile(r"\W", re.ASCII)

Address = Ref | str
"""Of a field `risks/3/note`, of a record `risks/3`, and in a part `bodies/1/members#2/role`."""


class FieldShape(Enum):
    """What delimits the text of a field."""

    LINE = "what stands behind its label in the same paragraph"
    PROSE = "the paragraphs below its label, up to the next heading, label, caption or table; ours have styles of ours"
    CELL = "the cell beside its label"
    LIST = "the cell beside its label, where each paragraph is the text of a part"
    COLUMN = "the cell under a head, in the row where its record has its label"
    COPY = "a second printing, or a text that is derived from the field: the field itself stands elsewhere"


@frozen
class PrintedField:
    """A field as it was printed; `text` is what it says there, and empty where it is still to be filled in.

    `mark` is the bookmark on its label, `column` the head of its column. The `parts` of a list are the addresses of its
    paragraphs, in their order.
    """

    address: str
    shape: FieldShape
    text: str
    mark: str = ""
    column: str = ""
    parts: tuple[str, ...] = ()


def mark_of(address: Address) -> str:
    """The bookmark of an address: at most 40 letters, digits and underscores; the underscore before it hides it."""
    name = PREFIX + _NO_LETTER.sub("_", str(address))
    if len(name) <= _LONGEST_NAME:
        return name
    return f"{name[:_KEPT]}_{zlib.crc32(str(address).encode()):08x}"
