"""Where each field of the dossier stands in a document, so that it can be found again after people changed it in Word.

The address is a hidden bookmark on the label beside the text, never on the text itself: a label keeps its bookmark
however the text is retyped. What delimits a field is the structure around its label, and that is its shape.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from itertools import count

from sto_tui.domain.record import Ref

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


@dataclass(frozen=True)
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


@dataclass
class PrintedFields:
    """The fields of one document in the order of printing. Each has one home; a second printing is a copy."""

    fields: list[PrintedField] = field(default_factory=list)
    bookmark_numbers: Iterator[int] = field(default_factory=lambda: count(1))
    _homes: set[str] = field(default_factory=set)
    _marks: set[str] = field(default_factory=set)

    def has_home(self, address: Address) -> bool:
        """Whether the field was printed already."""
        return str(address) in self._homes

    def print(self, printed: PrintedField) -> None:
        """Notes a field in the place where it can be changed."""
        self._homes.add(printed.address)
        self.fields.append(printed)

    def copy(self, address: Address, text: str) -> None:
        """Notes a text that says the same as a field, or part of it."""
        self.fields.append(PrintedField(str(address), FieldShape.COPY, text))

    def new_mark(self, address: Address) -> str:
        """The bookmark of an address; empty when it was set already, because a name stands in a document once."""
        name = mark_of(address)
        if name in self._marks:
            return ""
        self._marks.add(name)
        return name
