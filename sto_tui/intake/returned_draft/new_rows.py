"""Rows that were added to a draft: a new record where the rows around it are records, and else a loose text."""

from collections.abc import Mapping, Sequence

from sto_tui.domain.printed import FieldShape
from sto_tui.intake.returned_draft.field_form import filled_in, lenient
from sto_tui.intake.returned_draft.fields_back import FieldsBack
from sto_tui.intake.returned_draft.layout import SentLayout, family_of, name_in, record_of
from sto_tui.intake.returned_draft.matching import Match
from sto_tui.intake.returned_draft.returned import LooseKind, LooseText, NewRecord
from sto_tui.intake.returned_draft.word_body import BodyUnit


class NewRows:
    """What stands in the units that belong to nothing that was sent."""

    def __init__(
        self, layout: SentLayout, units: Sequence[BodyUnit], matches: Mapping[int, Match], fields: FieldsBack
    ) -> None:
        self._layout, self._units, self._matches, self._fields = layout, units, matches, fields
        self.records: list[NewRecord] = []
        self.loose: list[LooseText] = []
        self._siblings: dict[str, int] = {}

    def run(self, read: set[int]) -> None:
        """Reads all units but those that were read."""
        last = -2
        for number, unit in enumerate(self._units):
            if number in read:
                continue
            sibling = self._sibling(number) if unit.table else None
            if sibling is not None:
                self._record(number, sibling)
                last = number
            elif unit.table and last == number - 1 and self._beside_label(unit):
                last = number
            else:
                self._loose(number)

    def _sibling(self, number: int) -> int | None:
        """The nearest row of its table that is a record with as many cells, first above it."""
        unit = self._units[number]
        above = range(number - 1, -1, -1)
        below = range(number + 1, len(self._units))
        for places in (above, below):
            for place in places:
                if self._units[place].table != unit.table:
                    break
                match = self._matches.get(place)
                same = len(self._units[place].cells) == len(unit.cells)
                if match and same and self._layout.record_at(match.sent):
                    return match.sent
        return None

    def _record(self, number: int, sibling: int) -> None:
        unit, layout = self._units[number], self._layout
        record = layout.record_at(sibling)
        values: list[tuple[str, str]] = []
        unplaced: list[tuple[str, str]] = []
        for cell, text in enumerate(unit.texts):
            if not lenient(filled_in(text)):
                continue
            place = layout.in_cells.get((sibling, cell))
            address = layout.sent.fields[place].address if place is not None else ""
            if address and record_of(address) == record:
                values.append((name_in(address), text))
            else:
                unplaced.append((layout.head(sibling, cell), text))
        self.records.append(
            NewRecord(
                family_of(record),
                tuple(values),
                tuple(unplaced),
                self._fields.places[number],
                self._above(number, family_of(record)),
                unit.authors,
            )
        )

    def _above(self, number: int, family: str) -> str:
        """The record of the same kind above a row in its table."""
        for place in range(number - 1, -1, -1):
            if self._units[place].table != self._units[number].table:
                break
            match = self._matches.get(place)
            record = self._layout.record_at(match.sent) if match else ""
            if record and family_of(record) == family:
                return record
        return ""

    def _beside_label(self, unit: BodyUnit) -> bool:
        """Whether a row is one with a label under the new record; then its text is a value of that."""
        if len(unit.cells) != 2 or not self.records:
            return False
        name = self._labels.get((self.records[-1].within, lenient(unit.texts[0])))
        last = self.records[-1]
        if name is None or any(known == name for known, _ in last.values):
            return False
        values = (*last.values, (name, unit.texts[1])) if lenient(filled_in(unit.texts[1])) else last.values
        authors = tuple(dict.fromkeys([*last.authors, *unit.authors]))
        self.records[-1] = NewRecord(last.within, values, last.unplaced, last.place, last.after, authors)
        return True

    @property
    def _labels(self) -> Mapping[tuple[str, str], str]:
        """The names of fields by the kind of record and their label."""
        sent = self._layout.sent
        return {
            (family_of(record_of(field.address)), lenient(sent.units[field.unit].label)): name_in(field.address)
            for field in sent.fields
            if field.shape is FieldShape.CELL
        }

    def _loose(self, number: int) -> None:
        unit = self._units[number]
        text = "\n".join(text for text in unit.texts if text.strip())
        near = self._fields.near[number]
        place, chapter = self._fields.places[number], self._fields.chapters[number]
        self.loose.append(LooseText(LooseKind.ADDED, text, "", place, near, unit.authors, chapter))
