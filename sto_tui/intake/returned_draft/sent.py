"""What stood in a draft when it was sent: its rows and paragraphs as the reader itself reads them, and its fields.

Whoever reads a draft that came back compares it with this, so that nothing that was changed, anywhere, is passed over.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum

from sto_tui.domain.printed import FieldShape, PrintedField
from sto_tui.frozen import frozen
from sto_tui.intake.returned_draft.returned import ManifestHead
from sto_tui.intake.returned_draft.word_body import BodyUnit

_HEADING = re.compile(r"(?:heading|kop) ?\d|title|subtitle|titel|ondertitel|caption|bijschrift")
_CHAPTER = re.compile(r"(?:heading|kop) ?1")
_CONTENTS = re.compile(r"(?:toc|inhopg) ?\d")
_CELL_HEAD = "sto tabelkop"


class UnitRole(StrEnum):
    """What a row or paragraph was in the draft as it was sent."""

    HEADING = "h"
    """It begins something: the text of a field does not go on below it."""
    HEAD_ROW = "t"
    ROW = "r"
    PLAIN = "p"


@frozen
class SentUnit:
    """A row or paragraph as it was sent. `label` is what its marks stand around, else its first cell or whole text.

    `copies` are texts in it that were printed a second time; `is_chapter` says that it is the heading of a chapter.
    """

    table: int
    role: UnitRole
    label: str
    texts: tuple[str, ...]
    marks: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    is_chapter: bool = False


@frozen
class SentField:
    """A field with where it stood: the unit of its label, the cell with its text, or the units of its paragraphs."""

    address: str
    shape: FieldShape
    text: str
    unit: int
    cell: int = 0
    below: tuple[int, ...] = ()
    parts: tuple[str, ...] = ()
    column: str = ""
    revision: int = -1


@frozen
class SentDraft:
    """A draft as it was sent; `copies` are the texts that were printed a second time, with the addresses they have."""

    head: ManifestHead
    units: tuple[SentUnit, ...]
    fields: tuple[SentField, ...]
    copies: tuple[tuple[str, str], ...] = ()
    aside: tuple[str, ...] = ()


class FieldNotThereError(LookupError):
    """A field was noted as printed, and its label stands nowhere in the document."""


def is_contents(unit: BodyUnit) -> bool:
    """Whether it is a line of the contents, which Word makes anew."""
    return not unit.table and bool(_CONTENTS.fullmatch(unit.style))


def is_heading(unit: BodyUnit) -> bool:
    """Whether its style says that something begins here."""
    return not unit.table and bool(_HEADING.fullmatch(unit.style))


def is_chapter(unit: BodyUnit) -> bool:
    """Whether a chapter begins here."""
    return not unit.table and bool(_CHAPTER.fullmatch(unit.style))


class _Heads:
    """Where the cells stand that are heads of columns: place and first column, by their table and their name."""

    def __init__(self, units: Sequence[BodyUnit]) -> None:
        self._units = units
        self._places: dict[tuple[int, str], list[tuple[int, int]]] = defaultdict(list)
        for place, unit in enumerate(units):
            for cell in unit.cells:
                if cell.paragraphs and cell.paragraphs[0].style.startswith(_CELL_HEAD):
                    self._places[unit.table, cell.text].append((place, cell.start))

    def cell_under(self, place: int, column: str) -> int:
        """The cell of a row that begins where the nearest head of this name above it begins."""
        row = self._units[place]
        for above, start in reversed(self._places[row.table, column]):
            if above < place:
                return [beside.start for beside in row.cells].index(start)
        # The head of a table that tells about one record is its own row.
        return 1


def sent_draft(
    head: ManifestHead,
    printed: Iterable[PrintedField],
    units: Sequence[BodyUnit],
    aside: Iterable[str],
    revision: Callable[[str], int],
) -> SentDraft:
    """A document that was just made, as it is read back. Raises FieldNotThereError.

    `revision` tells that of the record of an address.
    """
    units = [unit for unit in units if not is_contents(unit) and not unit.is_empty]
    places = {mark.name: place for place, unit in enumerate(units) for mark in unit.marks}
    heads = _Heads(units)
    fields: list[SentField] = []
    copies: list[tuple[str, str]] = []
    for field in printed:
        if field.shape is FieldShape.COPY:
            copies.append((field.address, field.text))
        elif field.mark not in places:
            raise FieldNotThereError(f"no label has the mark of {field.address}")
        else:
            fields.append(_placed(field, units, places[field.mark], heads, revision(field.address)))
    kept = tuple(_sent_unit(unit) for unit in units)
    return SentDraft(head, kept, tuple(fields), tuple(dict.fromkeys(copies)), tuple(dict.fromkeys(aside)))


def _sent_unit(unit: BodyUnit) -> SentUnit:
    role = UnitRole.HEADING if is_heading(unit) else UnitRole.PLAIN
    if unit.table:
        role = UnitRole.HEAD_ROW if unit.is_head else UnitRole.ROW
    copies = tuple(text for cell in unit.cells for paragraph in cell.paragraphs for text in paragraph.copies)
    marks = tuple(mark.name for mark in unit.marks)
    return SentUnit(unit.table, role, unit.label, unit.texts, marks, copies, is_chapter(unit))


def _placed(field: PrintedField, units: Sequence[BodyUnit], place: int, heads: _Heads, revision: int) -> SentField:
    cell = 0
    below: tuple[int, ...] = ()
    if field.shape is FieldShape.PROSE:
        below = tuple(_below(units, place))
    elif field.shape is FieldShape.COLUMN:
        cell = heads.cell_under(place, field.column)
    elif field.shape is not FieldShape.LINE:
        cell = 1
    return SentField(field.address, field.shape, field.text, place, cell, below, field.parts, field.column, revision)


def _below(units: Sequence[BodyUnit], place: int) -> Iterator[int]:
    """The paragraphs of a field below its label; ours have styles of ours."""
    for number in range(place + 1, len(units)):
        unit = units[number]
        if unit.table or is_heading(unit) or unit.marks:
            return
        if not is_own_style(unit.style):
            yield number


def is_own_style(style: str) -> bool:
    """Whether a style is one of sto-tui for what it says itself; that of labels within a text is the text's."""
    return style.startswith("sto ") and style != "sto veldkop"
