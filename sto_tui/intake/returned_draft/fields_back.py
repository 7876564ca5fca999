"""The text of each field in a draft that came back, and which cells and paragraphs those are."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from sto_tui.intake.returned_draft.field_form import lenient
from sto_tui.intake.returned_draft.layout import SentLayout
from sto_tui.intake.returned_draft.matching import Match
from sto_tui.intake.returned_draft.returned import LooseKind, LooseText, Sureness, TrackedEdit
from sto_tui.intake.returned_draft.sent import SentUnit, UnitRole, is_chapter, is_heading, is_own_style
from sto_tui.intake.returned_draft.word_body import BodyParagraph, BodyUnit
from sto_tui.planning.paper_outline import COVER

_COUNTED = re.compile(r"^(Tabel|Figuur) \d+")
_CODE = re.compile(r"^[A-Z]\w+ \d+(\.\d+)*\s+")


@dataclass
class FieldReading:
    """The paragraphs of a field, and how sure it is that they are its own."""

    sureness: Sureness
    place: str
    paragraphs: list[BodyParagraph] = field(default_factory=list)
    tracked: list[TrackedEdit] = field(default_factory=list)

    def add(self, paragraphs: Sequence[BodyParagraph]) -> None:
        """More of its text."""
        self.paragraphs += paragraphs
        self.tracked += [edit for paragraph in paragraphs for edit in paragraph.tracked]


class FieldsBack:
    """One pass over units that were matched. `read` are the units of which every text has a place in the answer.

    `readings` are by the place of the field in the draft that was sent, `homes` tell the address of what stands in a
    unit and cell, for comments.
    """

    def __init__(self, layout: SentLayout, units: Sequence[BodyUnit], matches: Mapping[int, Match]) -> None:
        self._layout, self._units, self._matches = layout, units, matches
        self._there = {match.sent for match in matches.values()}
        self.readings: dict[int, FieldReading] = {}
        self.loose: list[LooseText] = []
        self.read: set[int] = set()
        self.homes: dict[tuple[int, int], str] = {}
        self.places: list[str] = []
        self.near: list[str] = []
        self.chapters: list[str] = []
        self._columns: dict[tuple[int, int, int], Sequence[tuple[int | None, int | None]]] = {}
        self._current: int | None = None
        self._address = ""
        self._heading = ""
        self._chapter = COVER.title if layout.chapters else ""

    def run(self) -> None:
        """Reads all units in their order."""
        for number, unit in enumerate(self._units):
            match = self._matches.get(number)
            if is_heading(unit) or (match and self._unit(match).role is UnitRole.HEADING):
                self._heading = lenient(unit.texts[0])
                # What stands under another heading has nothing to do with the field above that.
                self._address = ""
            if number and unit.table != self._units[number - 1].table:
                # Nor has what stands in or below another table.
                self._address = ""
            if is_chapter(unit) or (match and self._unit(match).is_chapter):
                self._chapter = self._layout.chapter_of(match.sent) if match else self._heading
            self.places.append(self._place(unit))
            self.near.append(self._address)
            self.chapters.append(self._chapter)
            if match is None:
                self._unknown(number, unit)
            elif unit.table:
                self._row(number, unit, match)
            else:
                self._paragraph(number, unit, match)

    def _unit(self, match: Match) -> SentUnit:
        return self._layout.sent.units[match.sent]

    def _place(self, unit: BodyUnit) -> str:
        label = lenient(unit.texts[0])[:60] if unit.table and unit.texts else ""
        return " · ".join(filter(None, (self._heading, label)))

    # Rows.

    def _row(self, number: int, unit: BodyUnit, match: Match) -> None:
        self._current = None
        self.read.add(number)
        for old, new in self._cells(unit, match):
            place = self._layout.in_cells.get((match.sent, old)) if old is not None else None
            if place is not None and new is not None:
                self._take(place, match, number, unit.cells[new].paragraphs)
                self.homes[number, new] = self._address
            elif place is None:
                self._own(number, match, old, new)
        fields = self._layout.of_unit.get(match.sent, ())
        if fields:
            self.homes.setdefault((number, 0), self._layout.sent.fields[fields[0]].address)

    def _cells(self, unit: BodyUnit, match: Match) -> Sequence[tuple[int | None, int | None]]:
        """Which cell is which; where a column came or went the head of the table says it for the rows below."""
        sent = self._unit(match)
        shape = unit.table, len(sent.texts), len(unit.texts)
        if sent.role is UnitRole.HEAD_ROW:
            self._columns[shape] = list(cells_beside(sent.texts, unit.texts))
        return self._columns.get(shape) or list(cells_beside(sent.texts, unit.texts))

    def _take(self, place: int, match: Match, number: int, paragraphs: Sequence[BodyParagraph]) -> None:
        self._address = self._layout.sent.fields[place].address
        reading = self.readings.setdefault(place, FieldReading(match.sureness, self.places[number]))
        reading.add([paragraph for paragraph in paragraphs if not paragraph.is_aside])
        for text in (paragraph.text for paragraph in paragraphs if paragraph.is_aside and paragraph.text.strip()):
            self._add_loose(LooseKind.ADDED, text, "", number, self._address)

    def _own(self, number: int, match: Match, old: int | None, new: int | None) -> None:
        """A text of sto-tui itself."""
        unit, sent = self._units[number], self._unit(match)
        before = sent.texts[old] if old is not None else ""
        after = unit.texts[new] if new is not None else ""
        if own(before) == own(after):
            return
        gone = [text for text in sent.copies if text in before and lenient(text) not in lenient(after)]
        address = next((self._layout.copies[text] for text in gone if text in self._layout.copies), "")
        kind = LooseKind.COPY if address else LooseKind.CHANGED
        if old is None or not before.strip():
            kind = LooseKind.ADDED
        elif new is None or not after.strip():
            kind = LooseKind.REMOVED
        beside = self._layout.of_unit.get(match.sent, ())
        near = address or (self._layout.sent.fields[beside[0]].address if beside else "")
        self._add_loose(kind, after, before, number, near)

    def _add_loose(self, kind: LooseKind, text: str, sent: str, number: int, near: str) -> None:
        place, unit = self.places[number], self._units[number]
        self.loose.append(LooseText(kind, text, sent, place, near, unit.authors, self._chapter, unit.tracked))

    # Paragraphs.

    def _paragraph(self, number: int, unit: BodyUnit, match: Match) -> None:
        layout = self._layout
        if match.sent in layout.prose:
            self._of_prose(number, unit, layout.prose[match.sent], match)
            return
        self.read.add(number)
        if match.sent in layout.lines:
            self._line(number, unit, match)
        else:
            self._own(number, match, 0, 0)
        if match.sent in layout.anchors:
            self._current = layout.anchors[match.sent]
            self._take(self._current, match, number, ())
            self.homes[number, 0] = self._address
        elif self._unit(match).role is UnitRole.HEADING or self._unit(match).marks:
            self._current = None

    def _of_prose(self, number: int, unit: BodyUnit, place: int, match: Match) -> None:
        """A paragraph of a field stays with it when its label is gone, and goes along when it was moved to another."""
        if self._current is None or not self._has_label(place):
            self._current = place
        self._add_to_current(number, unit, Sureness.LIKELY if self._current == place else match.sureness)

    def _has_label(self, place: int) -> bool:
        return place in self.readings or self._layout.sent.fields[place].unit in self._there

    def _add_to_current(self, number: int, unit: BodyUnit, sureness: Sureness) -> None:
        assert self._current is not None
        self.read.add(number)
        self._take(self._current, Match(-1, sureness), number, unit.cells[0].paragraphs)
        self.homes[number, 0] = self._address

    def _line(self, number: int, unit: BodyUnit, match: Match) -> None:
        """The label of a field and its text in one paragraph."""
        sent, place = self._unit(match), self._layout.lines[match.sent]
        text = unit.texts[0]
        label = self._label(unit, sent)
        value = text[len(label) :] if text.startswith(label) else text
        paragraph = BodyParagraph(value.strip(), tracked=unit.cells[0].tracked)
        self._take(place, match, number, (paragraph,))
        self.homes[number, 0] = self._address
        if label and lenient(label) != lenient(sent.label):
            self._add_loose(LooseKind.CHANGED, label, sent.label, number, self._address)

    def _label(self, unit: BodyUnit, sent: SentUnit) -> str:
        """How much of a paragraph is the label; nothing where the text of the field is its label."""
        text = unit.texts[0]
        if lenient(sent.label) == lenient(sent.texts[0]):
            return ""
        if text.startswith(sent.label):
            return sent.label
        marked = next((mark.label for mark in unit.marks if mark.label and mark.name in sent.marks), "")
        if marked and text.startswith(marked) and marked != text:
            return marked
        code = _CODE.match(text)
        return code[0].strip() if code and _CODE.match(f"{sent.label} ") else ""

    # What was not sent.

    def _unknown(self, number: int, unit: BodyUnit) -> None:
        """A paragraph that somebody wrote below the label of a field is of that field."""
        if self._goes_on_from_heading(number, unit):
            return
        is_aside = any(paragraph.is_aside for cell in unit.cells for paragraph in cell.paragraphs)
        if unit.table or self._current is None or is_own_style(unit.style) or is_aside:
            return
        if is_heading(unit) and not self._goes_on(number):
            self._current = None
            return
        on_top = self._stands_on_top(unit)
        self._add_to_current(number, unit, Sureness.SURE)
        if on_top:
            self.readings[self._current].sureness = Sureness.LIKELY

    def _stands_on_top(self, unit: BodyUnit) -> bool:
        """Whether a paragraph stands between a label and a text that is there in full: it may be a note about that."""
        assert self._current is not None
        below = self._layout.sent.fields[self._current].below
        is_first = not self.readings[self._current].paragraphs
        return is_first and bool(below) and {*below} <= self._there and not unit.cells[0].paragraphs[0].is_bullet

    def _goes_on_from_heading(self, number: int, unit: BodyUnit) -> bool:
        """Takes the rest of a heading in which somebody pressed Enter: both together say what was sent."""
        match = self._matches.get(number - 1)
        place = self._layout.lines.get(match.sent) if match and not unit.table else None
        if match is None or place is None or place not in self.readings:
            return False
        above = self.readings[place].paragraphs[-1].text
        if lenient(f"{above} {unit.texts[0]}") != lenient(self._layout.sent.fields[place].text):
            return False
        self.read.add(number)
        self._take(place, match, number, unit.cells[0].paragraphs)
        self.homes[number, 0] = self._address
        return True

    def _goes_on(self, number: int) -> bool:
        """Whether text of the same field comes after a heading that somebody put in it."""
        for later in range(number + 1, len(self._units)):
            match = self._matches.get(later)
            if match is not None:
                return self._layout.prose.get(match.sent) == self._current
        return False


def own(text: str) -> str:
    """A text of sto-tui without what Word counts anew."""
    return _COUNTED.sub(r"\1", lenient(text))


def cells_beside(sent: Sequence[str], back: Sequence[str]) -> Iterator[tuple[int | None, int | None]]:
    """Which cell is which; where a column came or went by what they say, and then by their order."""
    if len(sent) == len(back):
        yield from ((place, place) for place in range(len(sent)))
        return
    mine, theirs = [lenient(text) for text in sent], [lenient(text) for text in back]
    for kind, low, high, first, last in SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes():
        both = high - low if kind == "equal" else min(high - low, last - first)
        yield from ((low + place, first + place) for place in range(both))
        yield from ((place, None) for place in range(low + both, high))
        yield from ((None, place) for place in range(first + both, last))
