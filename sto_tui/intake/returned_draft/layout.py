"""Where in the draft that was sent the fields stood, looked up by row and cell."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from sto_tui.domain.printed import FieldShape
from sto_tui.intake.returned_draft.field_form import lenient
from sto_tui.intake.returned_draft.sent import SentDraft, SentField, UnitRole
from sto_tui.planning.paper_outline import COVER


def record_of(address: str) -> str:
    """The record or part of which this is a field."""
    return address.rpartition("/")[0]


def name_in(address: str) -> str:
    """The name of a field within its record or part."""
    return address.rpartition("/")[2]


def family_of(record: str) -> str:
    """Where a record stands with others of its kind: `risks`, or for parts `bodies/1/members`."""
    last = record.rpartition("/")[2]
    return record.rpartition("#")[0] if "#" in last else record.rpartition("/")[0]


class SentLayout:
    """Look-ups in a draft as it was sent; fields are told by their place in it."""

    def __init__(self, sent: SentDraft) -> None:
        self.sent = sent

    @cached_property
    def in_cells(self) -> Mapping[tuple[int, int], int]:
        """The field of a cell of a row."""
        shapes = (FieldShape.CELL, FieldShape.LIST, FieldShape.COLUMN)
        return {(field.unit, field.cell): place for place, field in self._fields if field.shape in shapes}

    @cached_property
    def lines(self) -> Mapping[int, int]:
        """The field behind a label in one paragraph."""
        return {field.unit: place for place, field in self._fields if field.shape is FieldShape.LINE}

    @cached_property
    def anchors(self) -> Mapping[int, int]:
        """The field that begins below a heading or label."""
        return {field.unit: place for place, field in self._fields if field.shape is FieldShape.PROSE}

    @cached_property
    def prose(self) -> Mapping[int, int]:
        """The field that a paragraph is part of."""
        return {unit: place for place, field in self._fields for unit in field.below}

    @cached_property
    def of_unit(self) -> Mapping[int, Sequence[int]]:
        """The fields of a row, from left to right."""
        units: dict[int, list[int]] = defaultdict(list)
        for place, field in sorted(self._fields, key=lambda item: item[1].cell):
            units[field.unit].append(place)
        return units

    @cached_property
    def copies(self) -> Mapping[str, str]:
        """The address of a text that was printed a second time."""
        return {text: address for address, text in self.sent.copies if text}

    @cached_property
    def chapters(self) -> Sequence[range]:
        """The units of each chapter; first those of the cover, which is before them. None when nobody knows."""
        starts = [place for place, unit in enumerate(self.sent.units) if unit.is_chapter]
        return [range(first, last) for first, last in pairwise([0, *starts, len(self.sent.units)])] if starts else []

    def chapter_of(self, unit: int) -> str:
        """The heading of the chapter of a unit; empty when nobody knows."""
        return next((self.chapter_name(chapter) for chapter in self.chapters if unit in chapter), "")

    def chapter_name(self, chapter: range) -> str:
        """Its heading."""
        first = self.sent.units[chapter.start]
        return lenient(first.texts[0]) if first.is_chapter else COVER.title

    @cached_property
    def shared(self) -> Mapping[int, frozenset[int]]:
        """Fields that stand, as a draft says, where another one stands as well, with all that stand there.

        No program of ours writes that; whose text it is, is a question.
        """
        spots: dict[object, set[int]] = defaultdict(set)
        paragraphs = {unit for _, field in self._fields for unit in field.below}
        for place, field in self._fields:
            if field.unit in paragraphs:
                # A label within a text that is of another field.
                spots[field.unit].add(place)
            spots[field.address].add(place)
            kind = field.shape if field.shape in (FieldShape.LINE, FieldShape.PROSE) else FieldShape.CELL
            spots[kind, field.unit, field.cell].add(place)
            for unit in field.below:
                spots[unit].add(place)
        return {place: frozenset(there) for there in spots.values() if len(there) > 1 for place in there}

    def record_at(self, unit: int) -> str:
        """The record of a row with columns; empty for another row."""
        shapes = ((self.sent.fields[place].shape, self.sent.fields[place].address) for place in self.of_unit[unit])
        return next((record_of(address) for shape, address in shapes if shape is FieldShape.COLUMN), "")

    def head(self, unit: int, cell: int) -> str:
        """What stands in the head above a cell, of the table or of the rows of one kind in it; empty without one."""
        row = self.sent.units[unit]
        for above in range(unit - 1, -1, -1):
            candidate = self.sent.units[above]
            if candidate.table != row.table:
                break
            is_words = not self.of_unit.get(above) and all(any(map(str.isalpha, text)) for text in candidate.texts)
            if len(candidate.texts) == len(row.texts) and (candidate.role is UnitRole.HEAD_ROW or is_words):
                return candidate.texts[cell]
        return ""

    def column(self, unit: int, cell: int) -> str:
        """The name of the field in a column of records; one of its kind says it where this row has none."""
        record, rows = self.record_at(unit), self.sent.units
        same = (
            place
            for place, row in enumerate(rows)
            if row.table == rows[unit].table
            and len(row.texts) == len(rows[unit].texts)
            and (place, cell) in self.in_cells
        )
        for place in (unit, *same):
            number = self.in_cells.get((place, cell))
            address = "" if number is None else self.sent.fields[number].address
            of_record = self.record_at(place)
            if address and record_of(address) == of_record and family_of(of_record) == family_of(record):
                return name_in(address)
        return ""

    def heading_above(self, unit: int) -> str:
        """The heading under which a row or paragraph stood."""
        units = self.sent.units
        return next(
            (" ".join(units[at].texts[0].split()) for at in range(unit, -1, -1) if units[at].role is UnitRole.HEADING),
            "",
        )

    @cached_property
    def _fields(self) -> Sequence[tuple[int, SentField]]:
        return list(enumerate(self.sent.fields))
