"""A draft that came back beside the draft as it was sent: each field, each record, and whatever else changed."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sto_tui.domain.dutch import count
from sto_tui.domain.printed import FieldShape
from sto_tui.domain.text import clean_line
from sto_tui.intake.returned_draft.alikeness import alike
from sto_tui.intake.returned_draft.comments import WrittenComment
from sto_tui.intake.returned_draft.field_form import as_read, in_form_of, lenient, pieces_in_word
from sto_tui.intake.returned_draft.fields_back import FieldReading, FieldsBack
from sto_tui.intake.returned_draft.layout import SentLayout, name_in, record_of
from sto_tui.intake.returned_draft.matching import Matching
from sto_tui.intake.returned_draft.new_rows import NewRows
from sto_tui.intake.returned_draft.removed_blocks import removed_blocks
from sto_tui.intake.returned_draft.replaced_records import without_strangers
from sto_tui.intake.returned_draft.returned import (
    DraftChapter,
    EditWay,
    LooseKind,
    LooseText,
    MissingRecord,
    ReturnedComment,
    ReturnedDraft,
    ReturnedField,
    ReturnedItem,
    Sureness,
    TrackedEdit,
)
from sto_tui.intake.returned_draft.sent import SentDraft, SentField, UnitRole, is_contents
from sto_tui.intake.returned_draft.tracked_words import BY_HAND
from sto_tui.intake.returned_draft.what_moved import moved_units
from sto_tui.intake.returned_draft.word_body import BodyUnit, WordBody

_FIGURES = re.compile(r"\d+")
_ASIDE = "in een kop, voettekst of voetnoot"
_ALIKE_ITEM = 0.4
# A hundred lines that changed beside a hundred parts.
_MOST_COMPARED = 10_000


def compared(
    name: str, sent: SentDraft, body: WordBody, comments: Iterable[WrittenComment], aside: Iterable[str]
) -> ReturnedDraft:
    """All that stands in a draft that came back. `aside` are the texts of notes, headers and footers."""
    return _Comparing(sent, body).draft(name, list(comments), aside)


class _Comparing:
    """One comparison. A text that is of no field of the first reading may be of a second copy, and else is new."""

    def __init__(self, sent: SentDraft, body: WordBody) -> None:
        self._sent, self._body, self._layout = sent, body, SentLayout(sent)
        self._units = [unit for unit in _without_contents(sent, body.units) if not unit.is_empty]
        self._numbers = {id(unit): number for number, unit in enumerate(self._units)}
        self._matches = without_strangers(self._layout, self._units, Matching(sent.units, self._units).run())
        self._main = FieldsBack(self._layout, self._units, self._matches)
        self._main.run()
        self._copy, copied = self._second_copy()
        self._new = NewRows(self._layout, self._units, self._matches, self._main)
        self._new.run(self._main.read | copied)

    def _second_copy(self) -> tuple[FieldsBack, set[int]]:
        """What stands in the draft again: a copy of a table, or the draft of somebody else behind this one."""
        tables = {self._units[number].table for number in self._matches}
        rest = [
            number
            for number, unit in enumerate(self._units)
            if number not in self._main.read and not (unit.table and unit.table in tables)
        ]
        units = [self._units[number] for number in rest]
        copy = FieldsBack(self._layout, units, Matching(self._sent.units, units).run_as_copy() if units else {})
        copy.run()
        return copy, {rest[number] for number in copy.read}

    def draft(self, name: str, comments: Sequence[WrittenComment], aside: Iterable[str]) -> ReturnedDraft:
        """The whole answer."""
        fields = tuple(self._field(place, field) for place, field in enumerate(self._sent.fields))
        removed = dict(self._removed())
        moved = moved_units(self._layout, self._units, self._matches, self._main)
        outside = (*self._main.loose, *self._copy.loose, *self._new.loose, *moved)
        loose = (*outside, *removed.values(), *self._aside(aside))
        gone = {place for place, field in enumerate(fields) if field.sureness is Sureness.GONE}
        return ReturnedDraft(
            name,
            self._sent.head,
            fields,
            tuple(self._new.records),
            tuple(self._missing(fields)),
            loose,
            tuple(self._comments(comments)),
            (*_remarks(fields), *self._unsent_by_hand()),
            tuple(removed_blocks(self._layout, self._there, gone, removed, self._who_deleted)),
            chapters=tuple(self._chapters()),
        )

    def _chapters(self) -> Iterator[DraftChapter]:
        for units in self._layout.chapters:
            places = (place for unit in units for place in self._layout.of_unit.get(unit, ()))
            addresses = tuple(self._sent.fields[place].address for place in places)
            yield DraftChapter(self._layout.chapter_name(units), addresses)

    # Fields.

    def _field(self, place: int, field: SentField) -> ReturnedField:
        shared = self._layout.shared.get(place, frozenset())
        readings = [
            found
            for back in (self._main, self._copy)
            if (found := back.readings.get(place) or next(filter(None, map(back.readings.get, sorted(shared))), None))
        ]
        if not readings:
            return self._gone(field)
        texts = [_text_of(field, reading) for reading in readings]
        sent, edited = lenient(field.text), texts[0]
        rivals = [text for text in texts[1:] if lenient(text) not in (sent, lenient(edited))]
        asked = bool(rivals or shared)
        if rivals and lenient(edited) == sent:
            # Only the second printing was edited.
            edited, *rivals = rivals
        reading = readings[0]
        return ReturnedField(
            field.address,
            field.shape,
            field.text,
            edited,
            Sureness.ASK if asked else reading.sureness,
            reading.place,
            lenient(edited) != sent or _lines_differ(field, edited),
            (*(edit for reading in readings for edit in reading.tracked), *self._deleted_of(field)),
            *(_items(field, edited) if field.shape is FieldShape.LIST else ((), ())),
            readings=tuple(dict.fromkeys(rivals)),
            revision=field.revision,
        )

    def _deleted_of(self, field: SentField) -> Iterator[TrackedEdit]:
        """The paragraphs of it that somebody deleted with tracking on; another field may say the same."""
        texts = {lenient(self._sent.units[place].texts[0]) for place in field.below}
        for unit, above in zip(self._body.deleted, self._body.behind, strict=True):
            home = self._main.homes.get((self._numbers.get(id(above), -1), 0), field.address)
            if not unit.table and home == field.address and lenient(unit.texts[0]) in texts:
                yield from unit.cells[0].tracked

    def _gone(self, field: SentField) -> ReturnedField:
        """A field of which the label and the text are nowhere any more."""
        return ReturnedField(
            field.address,
            field.shape,
            field.text,
            "",
            Sureness.GONE,
            self._where(field.unit),
            bool(lenient(field.text)),
            (*(TrackedEdit(field.text, True, name) for name in self._who_deleted({field.unit})), *self._by_hand(field)),
            revision=field.revision,
        )

    def _unsent_by_hand(self) -> Iterator[str]:
        """What somebody wrote and struck through or hid again: nobody sent it, and nobody would see it."""
        known = _squeezed(text for unit in self._sent.units for text in unit.texts)
        edits = (edit for unit in (*self._body.units, *self._body.deleted) for edit in unit.tracked)
        hand = (edit.text for edit in edits if edit.way in BY_HAND)
        if texts := [clean_line(text) for text in hand if _squeezed([text]) not in known]:
            yield f"Doorgehaald of verborgen tekst die niet is verstuurd: ‘{'’, ‘'.join(texts)}’."

    # Records and texts that are gone.

    def _missing(self, fields: Sequence[ReturnedField]) -> Iterator[MissingRecord]:
        of_record: dict[str, list[ReturnedField]] = {}
        for field in fields:
            of_record.setdefault(record_of(field.address), []).append(field)
        gone = {
            record for record, found in of_record.items() if all(field.sureness is Sureness.GONE for field in found)
        }
        for record in of_record:
            if record in gone and not any(record.startswith(f"{owner}/") for owner in gone):
                texts = tuple((name_in(field.address), field.sent) for field in of_record[record] if field.sent)
                first = next(field.unit for field in self._sent.fields if record_of(field.address) == record)
                edits = tuple(dict.fromkeys(edit for field in of_record[record] for edit in field.tracked))
                yield MissingRecord(record, texts, self._where(first), self._deleted_by(record), edits)

    def _where(self, unit: int) -> str:
        """The heading above a row in the draft that was sent, and its label."""
        label = self._sent.units[unit].label if self._sent.units[unit].table else ""
        return " · ".join(filter(None, (self._layout.heading_above(unit), lenient(label))))

    def _deleted_by(self, record: str) -> tuple[str, ...]:
        return self._who_deleted({field.unit for field in self._sent.fields if record_of(field.address) == record})

    def _who_deleted(self, places: set[int]) -> tuple[str, ...]:
        """Who deleted one of these rows with tracking on."""
        marks = {mark for place in places for mark in self._sent.units[place].marks}
        texts = {self._sent.units[place].texts for place in places}
        names: list[str] = []
        for unit in self._body.deleted:
            if marks & {mark.name for mark in unit.marks} or unit.texts in texts:
                names += unit.deleted_by
        return tuple(dict.fromkeys(filter(None, names)))

    def _by_hand(self, field: SentField) -> Iterator[TrackedEdit]:
        """What was struck through or hidden where all of a row or paragraph was."""
        sent = self._sent.units[field.unit]
        for unit in self._body.deleted:
            edits = [edit for edit in unit.tracked if edit.way in BY_HAND]
            gone = _squeezed(edit.text for edit in edits)
            if edits and ({*sent.marks} & {mark.name for mark in unit.marks} or gone == _squeezed(sent.texts)):
                yield from edits

    @property
    def _there(self) -> set[int]:
        """The units of the draft that was sent that came back."""
        return {match.sent for match in self._matches.values()}

    def _removed(self) -> Iterator[tuple[int, LooseText]]:
        """Texts of sto-tui itself that are gone, with the unit they were."""
        there = self._there
        for number, unit in enumerate(self._sent.units):
            fields = [self._sent.fields[place] for place in self._layout.of_unit.get(number, ())]
            if number in there or any(field.text for field in fields) or number in self._layout.prose:
                continue
            # Of a row of which nothing was filled in its label went.
            text = unit.label if fields else "\n".join(filter(None, unit.texts))
            above, chapter = self._layout.heading_above(number), self._layout.chapter_of(number)
            who = self._who_deleted({number})
            yield number, LooseText(LooseKind.REMOVED, "", text, above, authors=who, chapter=chapter)

    def _aside(self, aside: Iterable[str]) -> Iterator[LooseText]:
        # The header of each section says the same, with a page of its own.
        known = {_figureless(text) for text in self._sent.aside}
        for text in aside:
            if text.strip() and _figureless(text) not in known:
                known.add(_figureless(text))
                yield LooseText(LooseKind.ADDED, text, "", _ASIDE)

    def _comments(self, comments: Sequence[WrittenComment]) -> Iterator[ReturnedComment]:
        homes: dict[str, tuple[int, int]] = {}
        for number, unit in enumerate(self._units):
            for cell, content in enumerate(unit.cells):
                for paragraph in content.paragraphs:
                    for comment in paragraph.comments:
                        homes.setdefault(comment, (number, cell))
        for written in comments:
            number, cell = homes.get(written.number, (-1, 0))
            address = self._main.homes.get((number, cell)) or self._main.homes.get((number, 0), "")
            yield ReturnedComment(
                written.text,
                written.author,
                self._body.about.get(written.number, ""),
                address,
                self._main.places[number] if number >= 0 else "",
                written.moment,
                written.is_done,
                self._main.chapters[number] if number >= 0 else "",
            )


def _without_contents(sent: SentDraft, units: Sequence[BodyUnit]) -> Iterator[BodyUnit]:
    """The units that are no line of the contents, which Word makes of the headings and pages."""
    headings = {_letters(unit.texts[0]) for unit in sent.units if unit.role is UnitRole.HEADING}
    headings |= {_letters(unit.texts[0]) for unit in units if not unit.table and "\t" not in unit.texts[0]}
    for unit in units:
        text = unit.texts[0] if not unit.table else ""
        is_line = is_contents(unit) or ("\t" in text and text.rstrip()[-1:].isdecimal())
        if not (is_line and _letters(text) in headings):
            yield unit


def _letters(text: str) -> str:
    """A heading or a line of the contents without its numbers."""
    return "".join(character for character in lenient(text) if character.isalpha()).lower()


def _squeezed(texts: Iterable[str]) -> str:
    return "".join("".join(map(lenient, texts)).split())


def _figureless(text: str) -> str:
    return _FIGURES.sub("#", lenient(text))


def _text_of(field: SentField, reading: FieldReading) -> str:
    return in_form_of(field.text, pieces_in_word(reading.paragraphs, field.shape), field.shape)


def _lines_differ(field: SentField, edited: str) -> bool:
    """Whether a text was only cut into other lines or paragraphs."""
    return edited != field.text and as_read(edited, field.shape) != as_read(field.text, field.shape)


def _items(field: SentField, edited: str) -> tuple[tuple[ReturnedItem, ...], tuple[str, ...]]:
    """The paragraphs of a list with the parts that they are: by equality, then alikeness, then order."""
    before = dict(zip(field.parts, field.text.split("\n"), strict=False))
    lines = [line for line in edited.split("\n") if line.strip()]
    waiting: dict[str, list[str]] = {}
    for part in reversed(before):
        waiting.setdefault(lenient(before[part]), []).append(part)
    owner = {number: same.pop() for number, line in enumerate(lines) if (same := waiting.get(lenient(line)))}
    owner |= _alike_items(before, lines, owner)
    taken = set(owner.values())
    if len(lines) == len(before):
        left = [part for part in before if part not in taken]
        owner |= dict(zip((number for number in range(len(lines)) if number not in owner), left, strict=True))
        taken |= {*left}
    items = tuple(
        ReturnedItem(owner.get(number, ""), before.get(owner.get(number, ""), ""), line)
        for number, line in enumerate(lines)
    )
    return items, tuple(part for part in before if part not in taken)


def _alike_items(before: Mapping[str, str], lines: Sequence[str], owner: Mapping[int, str]) -> Mapping[int, str]:
    """The parts that lines without an owner are much like; none when too much is left."""
    taken = set(owner.values())
    left = [part for part in before if part not in taken]
    open_lines = [number for number in range(len(lines)) if number not in owner]
    owners: dict[int, str] = {}
    if len(left) * len(open_lines) <= _MOST_COMPARED:
        for number in open_lines:
            likeness = {part: alike(before[part], lines[number]) for part in left}
            best = max(left, key=likeness.__getitem__, default="")
            if best and likeness[best] >= _ALIKE_ITEM:
                owners[number] = best
                left.remove(best)
    return owners


def _remarks(fields: Sequence[ReturnedField]) -> Iterator[str]:
    ways = [edit.way for field in fields for edit in field.tracked]
    tracked, by_hand = ways.count(EditWay.TRACKED), sum(way in BY_HAND for way in ways)
    if tracked:
        how_many = count(tracked, "wijziging is", "wijzigingen zijn")
        yield f"{how_many} in Word nog niet geaccepteerd. Die zijn gelezen alsof ze geaccepteerd zijn."
    if by_hand:
        yield "Tekst die met de hand is doorgehaald of verborgen, is gelezen als weggehaald en niet aangevinkt."
    gone = sum(field.sureness is Sureness.GONE for field in fields)
    if gone * 2 > len(fields):
        there = len(fields) - gone
        yield (
            f"Van {count(len(fields), 'veld', 'velden')} staan er {there} in dit bestand. "
            "Wat er niet in staat, blijft in het dossier zoals het is."
        )
