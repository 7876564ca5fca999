"""Rows that were added to a draft: a new record where the rows around it are records, and else a loose text."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from sto_tui.domain.printed import FieldShape
from sto_tui.intake.returned_draft.field_form import filled_in, lenient
from sto_tui.intake.returned_draft.fields_back import FieldsBack
from sto_tui.intake.returned_draft.layout import SentLayout, family_of, name_in, record_of
from sto_tui.intake.returned_draft.matching import Match
from sto_tui.intake.returned_draft.returned import NUMBER_HEAD, LooseKind, LooseText, NewRecord
from sto_tui.intake.returned_draft.word_body import BodyUnit

_SHORTEST_COPY = 10


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
            owner = self._record_with_labels(number)
            if sibling is None and unit.table and last == number - 1 and self._beside_label(unit):
                last = number
            elif unit.table and self._is_copy(unit, sibling):
                self._loose(number, LooseKind.REPEATED)
            elif sibling is not None:
                self._record(number, sibling)
                last = number
            elif owner is not None:
                self._below_labels(number, owner)
                last = number
            else:
                self._loose(number, LooseKind.ADDED)

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
        blank: list[str] = []
        for cell, text in enumerate(unit.texts):
            name, head = layout.column(sibling, cell), layout.head(sibling, cell)
            if not cell and not name and text.isdecimal() and layout.sent.units[sibling].texts[0].isdecimal():
                head = NUMBER_HEAD
            if not lenient(filled_in(text)):
                blank.append(name or head)
            elif name:
                values.append((name, text))
            else:
                unplaced.append((head, text))
        self._add(
            number, NewRecord(family_of(record), tuple(values), tuple(unplaced), blank=tuple(filter(None, blank)))
        )

    def _add(self, number: int, new: NewRecord) -> None:
        """Notes a new record with where it stands."""
        above, below = (range(number - 1, -1, -1), range(number + 1, len(self._units)))
        self.records.append(
            replace(
                new,
                place=self._fields.places[number],
                chapter=self._fields.chapters[number],
                after=self._nearest(above, number, new.within),
                before=self._nearest(below, number, new.within),
                authors=self._units[number].authors,
                tracked=self._units[number].tracked,
            )
        )

    def _record_with_labels(self, number: int) -> int | None:
        """The row of the record that has the row above this one below it, as a risk has its owner; None for others."""
        unit, match = self._units[number], self._matches.get(number - 1)
        if match is None or self._units[number - 1].table != unit.table or not unit.table:
            return None
        if not any(lenient(filled_in(text)) for text in unit.texts):
            return None
        layout = self._layout
        owners = {record_of(layout.sent.fields[place].address) for place in layout.of_unit.get(match.sent, ())}
        rows = (place for place in range(match.sent - 1, -1, -1) if layout.record_at(place) in owners)
        row = next(rows, None)
        is_same_table = row is not None and layout.sent.units[row].table == layout.sent.units[match.sent].table
        is_label = row is not None and (family_of(layout.record_at(row)), lenient(unit.texts[0])) in self._labels
        same_shape = len(self._units[number - 1].cells) == len(unit.cells)
        return row if is_same_table and same_shape and not is_label else None

    def _below_labels(self, number: int, owner: int) -> None:
        """A row that Word made like the label above it: its first words say what it is, the rest has no column."""
        texts = [text for text in self._units[number].texts if lenient(filled_in(text))]
        first = next((text for text in texts if any(map(str.isalpha, text))), texts[0])
        names = [
            name
            for cell in range(len(self._layout.sent.units[owner].texts))
            if (name := self._layout.column(owner, cell))
        ]
        texts.remove(first)
        family, unplaced = family_of(self._layout.record_at(owner)), tuple(("", text) for text in texts)
        self._add(number, NewRecord(family, ((names[0], first),), unplaced, blank=tuple(names[1:])))

    def _nearest(self, places: Iterable[int], number: int, family: str) -> str:
        """The first record of the same kind on a way through the table of a row."""
        for place in places:
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
        self.records[-1] = replace(last, values=values, authors=authors)
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

    def _is_copy(self, unit: BodyUnit, sibling: int | None) -> bool:
        """Whether a row was sent so: of a record of this kind, or of none. A partner may give the same elsewhere."""
        texts = tuple(map(lenient, unit.texts))
        kinds = self._rows_sent.get(texts, set[str]())
        mine = family_of(self._layout.record_at(sibling)) if sibling is not None else ""
        return sum(map(len, texts)) >= _SHORTEST_COPY and not kinds.isdisjoint((mine, ""))

    @cached_property
    def _rows_sent(self) -> Mapping[tuple[str, ...], set[str]]:
        """Of which kinds of records the rows are that were sent, by what stood in them; "" for those of none."""
        rows: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for place, unit in enumerate(self._layout.sent.units):
            if unit.table:
                record = self._layout.record_at(place)
                rows[tuple(map(lenient, unit.texts))].add(family_of(record) if record else "")
        return rows

    def _loose(self, number: int, kind: LooseKind) -> None:
        unit = self._units[number]
        text = "\n".join(text for text in unit.texts if text.strip())
        near = self._fields.near[number]
        place, chapter = self._fields.places[number], self._fields.chapters[number]
        self.loose.append(LooseText(kind, text, "", place, near, unit.authors, chapter, unit.tracked))
