"""Which fields a document prints, noted while it is written."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from sto_tui.domain.printed import Address, FieldShape, PrintedField, mark_of


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
