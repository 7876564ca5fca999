"""The texts of the dossier for inside paragraphs and cells, each with its place, and what is still to be filled in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from sto_tui.documents.word.label_rows import LabelRow
from sto_tui.documents.word.printed import PrintedFields
from sto_tui.documents.word.xml_writing import bookmark, paragraph, run
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.printed import Address, FieldShape, PrintedField, mark_of
from sto_tui.domain.record import Ref
from sto_tui.planning.checks.finding import Finding
from sto_tui.planning.paper_outline import PaperSection
from sto_tui.planning.paper_registry import PaperPart

EMPTY = "–"
"""What stands in a cell for a field that is empty and that nobody asks for."""


class UnknownHoleError(LookupError):
    """A chapter wanted to write a hole that no check finds."""


HoleKey = tuple[str, Ref, str]


def by_key(holes: Iterable[Finding]) -> Mapping[HoleKey, Finding]:
    """Holes by where a chapter writes them: the section, the field, and what tells two of one field apart."""
    return MappingProxyType({(hole.section.key, hole.ref, hole.detail): hole for hole in holes})


@dataclass
class FieldTexts:
    """Writes fields, and notes where. Its holes are those that checks found, and no others.

    `left_open` are those that somebody set aside: nothing is asked there.
    """

    ids: dict[str, str]
    dossier: Dossier
    today: date
    holes: Mapping[HoleKey, Finding] = field(default_factory=dict)
    part: PaperPart = "alles"
    section: PaperSection | None = None
    left_open: frozenset[HoleKey] = frozenset()
    printed: PrintedFields = field(default_factory=PrintedFields)

    def style(self, name: str) -> str:
        """The id of a style in this document."""
        return self.ids.get(name, name)

    def lacks(self, ref: Ref, detail: str = "") -> bool:
        """Whether something is still to be filled in here."""
        return self._key(ref, detail) in self.holes

    @property
    def holes_here(self) -> list[Finding]:
        """What this section lacks, in the order in which it asks."""
        return [hole for hole in self.holes.values() if hole.section == self.section]

    def _key(self, ref: Ref, detail: str) -> HoleKey:
        return (self.section.key if self.section else "", ref, detail)

    def cell_text(self, content: str, style: str = "STOTabeltekst") -> str:
        """A paragraph for a cell."""
        return paragraph(self.style(style), content)

    def bullets(self, items: Iterable[str]) -> str:
        """Bullets for a cell; each item is a run."""
        return "".join(paragraph(self.style("STOTabelopsomming"), item) for item in items)

    def heading_words(self, ref: Ref, text: str) -> str:
        """The text of a heading, which is a field or says the same as one."""
        if self.printed.has_home(ref):
            return self.copy(ref, text)
        self.printed.print(PrintedField(str(ref), FieldShape.LINE, text, mark_of(record_of(ref))))
        return run(text)

    def mark(self, content: str, *addresses: Address) -> str:
        """A label with the marks of the fields or records that are found by it."""
        for address in addresses:
            if name := self.printed.new_mark(address):
                content = bookmark(name, next(self.printed.bookmark_numbers), content)
        return content

    def copy(self, address: Address, text: str, *, bold: bool = False) -> str:
        """A second printing of a field, or a text that comes from it."""
        self.printed.copy(address, text)
        return run(text, bold=bold, style=self.style("STOAfgeleid"))

    def _lines(
        self, shape: FieldShape, ref: Ref, text: str, column: str = "", *, row: Address = "", bold: bool = False
    ) -> list[str]:
        """The lines of a field, or what is still to be filled in; a copy when the field has a home already."""
        style = ""
        if self.printed.has_home(ref):
            self.printed.copy(ref, text)
            style = self.style("STOAfgeleid")
        else:
            mark = mark_of(row or ref)
            self.printed.print(PrintedField(str(ref), shape, text, mark, column))
            if self.lacks(ref):
                return [self.hole(ref)]
        lines = [line for line in text.split("\n") if line.strip()]
        return [run(line, bold=bold, style=style) for line in lines] or [run(EMPTY)]

    def in_column(
        self,
        ref: Ref,
        text: str,
        column: str,
        style: str = "STOTabeltekst",
        *,
        bold: bool = False,
        row: Address | None = None,
    ) -> str:
        """The paragraphs of a field for the cell under a head.

        The first cell of its row has the mark of its record, or of another address, which is `row`.
        """
        lines = self._lines(FieldShape.COLUMN, ref, text, column, row=row or record_of(ref), bold=bold)
        return "".join(self.cell_text(line, style) for line in lines)

    def value(self, ref: Ref, text: str) -> str:
        """The paragraphs of a field for the cell beside its label."""
        return "".join(map(self.cell_text, self._lines(FieldShape.CELL, ref, text)))

    def labelled(self, label: str, ref: Ref, text: str) -> LabelRow:
        """The row of a field with its label."""
        return LabelRow(self.label(label, ref), self.value(ref, text))

    def told(self, label: str, content: str) -> LabelRow:
        """A row of our own: what is said there is derived, or is no field."""
        return LabelRow(self.label(label), self.cell_text(content))

    def label(self, text: str, *addresses: Address) -> str:
        """The paragraph of a label for a cell."""
        return self.cell_text(self.mark(run(text), *addresses), "STOTabellabel")

    def number(self, text: str, record: Address) -> str:
        """The paragraph of the number by which a record is found, for the first cell of its row."""
        return self.cell_text(self.mark(run(text, bold=True), record))

    def items(self, address: Address, items: Sequence[tuple[str, str]]) -> str:
        """The bullets of a list for the cell beside its label: the texts of parts with their addresses."""
        text = "\n".join(words for _, words in items)
        parts = tuple(where for where, _ in items)
        self.printed.print(PrintedField(str(address), FieldShape.LIST, text, mark_of(address), parts=parts))
        return self.bullets(run(words) for _, words in items)

    def hole(self, ref: Ref, detail: str = "") -> str:
        """A run that says what is still to be filled in. Raises UnknownHoleError when no check found it."""
        hole = self.holes.get(self._key(ref, detail))
        if hole is None and self._key(ref, detail) in self.left_open:
            return run("–")
        if hole is None:
            raise UnknownHoleError(f"no check in planning/checks finds it: {self._key(ref, detail)}")
        return run(f"[Nog in te vullen: {hole.hole}]", style=self.style("STONoginte"))


def record_of(ref: Ref) -> str:
    """The address of the record or part of which this is a field."""
    return str(ref).rpartition("/")[0]
