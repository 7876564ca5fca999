"""Drafts that came back beside what was sent and what the dossier says now: what to take, and what to ask.

Pure: from drafts, a dossier, what it prints now and a day always follow the same lines.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from sto_tui.domain.change import NotSavedError
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import capital
from sto_tui.domain.merging.texts import merged_text
from sto_tui.domain.record import Part, Ref
from sto_tui.domain.text import clean_line, shortened
from sto_tui.domain.typed_names import NotUnderstoodError
from sto_tui.intake.returned_draft.already_there import is_there, once_each
from sto_tui.intake.returned_draft.chapters import chapter_heading, chapter_headings
from sto_tui.intake.returned_draft.field_addresses import FieldAt, RecordAt, field_at, record_at
from sto_tui.intake.returned_draft.lines import DraftLine, LaidBeside, LineStanding, Wording
from sto_tui.intake.returned_draft.new_parties import new_parties
from sto_tui.intake.returned_draft.other_lines import other_lines
from sto_tui.intake.returned_draft.outside_plan import outside_plan
from sto_tui.intake.returned_draft.removed_rows import with_removed_rows
from sto_tui.intake.returned_draft.replaced_records import with_replaced_records
from sto_tui.intake.returned_draft.returned import EditWay, ReturnedDraft, ReturnedField, Sureness
from sto_tui.intake.returned_draft.second_printings import with_second_printings
from sto_tui.intake.returned_draft.taking_over import asked_when_refused
from sto_tui.intake.returned_draft.text_loss import lost_much
from sto_tui.intake.returned_draft.tracked_words import BY_HAND, told_of
from sto_tui.intake.returned_draft.understanding import Understanding, same_words

_TEXTS = ("line", "text", "lines")
_LONGEST_NAME = 70
_REPLACED = "De naam hiervan is weg of heel anders: neem de regels die erbij horen samen over, of geen ervan."
# Of what is shorter people see at a glance what went.
_LONGEST_SEEN = 60
_FIRM = (Sureness.SURE, Sureness.ONE_WITNESS)


@dataclass(frozen=True)
class _Returned:
    """A field in one draft, and who sent that draft back."""

    field: ReturnedField
    people: tuple[str, ...]


def _texts_of(field: ReturnedField) -> tuple[str, ...]:
    """What it says there; more than one when it stands in the draft more than once."""
    return (field.edited, *field.readings)


def laid_beside(
    drafts: Sequence[ReturnedDraft], dossier: Dossier, printed_now: Mapping[str, str], today: date
) -> LaidBeside:
    """The lines to decide about. `printed_now` has each field as the same paper would print it now, by its address."""
    drafts = [_whole(draft) for draft in dict.fromkeys(drafts)]
    beside = _Beside(dossier, printed_now, Understanding(dossier, today))
    returned: dict[str, list[_Returned]] = {}
    for draft in drafts:
        for each in draft.fields:
            if each.is_changed and not beside.is_written_otherwise(each):
                people = each.authors or (sender_of(draft),)
                returned.setdefault(each.address, []).append(_Returned(each, people))
    lines = [beside.line(address, group) for address, group in returned.items()]
    understanding = beside.understanding
    found = (line for draft in drafts for line in other_lines(draft, understanding, sender_of(draft)))
    others = list(once_each(found, understanding))
    lines += [replace(line, is_done=line.is_done or is_there(line, understanding)) for line in others]
    already = sum(line.is_done for line in lines)
    lines += new_parties(lines, understanding)
    lines = _sorted(lines, chapter_headings(dossier))
    addresses = {each.address for draft in drafts for each in draft.fields}
    laid = LaidBeside(
        tuple(draft.name for draft in drafts),
        (),
        untouched=len(addresses - set(returned)),
        already=already,
        remarks=tuple(dict.fromkeys(remark for draft in drafts for remark in draft.remarks)),
    )
    return asked_when_refused(laid.with_lines(lines), dossier, today)


def _whole(draft: ReturnedDraft) -> ReturnedDraft:
    """A draft with what its parts say together."""
    return with_second_printings(with_replaced_records(with_removed_rows(draft)))


def _sorted(lines: Sequence[DraftLine], headings: Sequence[str]) -> list[DraftLine]:
    """The lines by chapter; all that is asked of one record in whose place something else stands stays together."""
    replaced = {line.replaced for line in lines} - {""}
    first: dict[str, int] = {}
    for place, line in enumerate(lines):
        first.setdefault(line.replaced or line.address, place)
    keys = [line.replaced or (line.address if line.address in replaced else "") for line in lines]
    order = [
        (headings.index(line.chapter), first[key] if key else place)
        for place, (line, key) in enumerate(zip(lines, keys, strict=True))
    ]
    return [lines[place] for place in sorted(range(len(lines)), key=order.__getitem__)]


def why_not_taken(line: DraftLine, text: str, dossier: Dossier, today: date) -> str:
    """Why a text cannot become that of a line, as a Dutch sentence; empty when it can."""
    place = field_at(dossier, line.address)
    if place is None or not line.standing.is_of_a_field:
        return ""
    try:
        Understanding(dossier, today).value(place.owner.thing, place.spec, text, line.sent_parts)
    except NotUnderstoodError as error:
        return str(error)
    return ""


def sender_of(draft: ReturnedDraft) -> str:
    """Who edited what is not signed: the name of the file says it best."""
    return draft.name.removesuffix(".docx")


@dataclass(frozen=True)
class _Beside:
    dossier: Dossier
    printed_now: Mapping[str, str]
    understanding: Understanding

    def is_written_otherwise(self, field: ReturnedField) -> bool:
        """Whether it says the same as was sent in other signs: that is no edit."""
        place = field_at(self.dossier, field.address)
        return place is not None and all(self._same(place, field.sent, text) for text in _texts_of(field))

    def _same(self, place: FieldAt, text: str, other: str) -> bool:
        return same_words(text, other) or self.understanding.says_the_same(place.owner.thing, place.spec, text, other)

    def line(self, address: str, group: Sequence[_Returned]) -> DraftLine:
        """What there is to decide about a field; it is done when the dossier says so already."""
        place = field_at(self.dossier, address)
        if place is None:
            return _gone(self.dossier, address, group)
        now = self._now(address, place)
        if all(self._is_now(place, text, now) for each in group for text in _texts_of(each.field)):
            return self._done(address, place, group)
        group = [each for each in group if not all(self._is_now(place, text, now) for text in _texts_of(each.field))]
        wordings = tuple(self._wordings(place, now, group))
        # Of drafts of several days the one that the dossier moved on from says what changed in it.
        behind = next((each.field for each in group if not self._same(place, each.field.sent, now)), None)
        first = behind or group[0].field
        line = DraftLine(
            0,
            self._standing(place, group, wordings, moved_on=behind is not None),
            address,
            chapter_heading(self.dossier, place.owner.ref),
            label_of(self.dossier, place),
            first.sent,
            now,
            wordings,
            first.place,
            sent_parts=_sent_parts(group),
            has_moved_on=behind is not None,
            replaced=next((each.field.replaced for each in group if each.field.replaced), ""),
        )
        far = self.outside(place, wordings[0].to_take) if line.standing is LineStanding.OUTSIDE_PLAN else ""
        return replace(line, note=" ".join(filter(None, (far, _note(line, place, group)))))

    def _done(self, address: str, place: FieldAt, group: Sequence[_Returned]) -> DraftLine:
        texts = ((each, text) for each in group for text in _texts_of(each.field))
        wordings = tuple(Wording(text, text, each.people) for each, text in texts)
        chapter, label = chapter_heading(self.dossier, place.owner.ref), label_of(self.dossier, place)
        replaced = next((each.field.replaced for each in group if each.field.replaced), "")
        done = DraftLine(0, LineStanding.EDITED, address, chapter, label, "", "", wordings, is_done=True)
        return replace(done, replaced=replaced)

    def _is_now(self, place: FieldAt, text: str, now: str) -> bool:
        """Whether the dossier says what a text gives, in other words or not: `begin november` became a day."""
        if self._same(place, text, now):
            return True
        if place.spec.kind in _TEXTS or not text.strip():
            return False
        with suppress(ValueError):
            return bool(self.understanding.value(place.owner.thing, place.spec, text) == place.value)
        return False

    def _now(self, address: str, place: FieldAt) -> str:
        if place.spec.kind in ("line", "text"):
            return str(place.value or "")
        shown = self.dossier.shown(place.spec, place.value)
        return self.printed_now.get(address, shown)

    def _wordings(self, place: FieldAt, now: str, group: Sequence[_Returned]) -> Iterator[Wording]:
        """The different texts, each with all who wrote it; without those that say what the dossier says."""
        by_text: list[Wording] = []
        for returned in group:
            for text in _texts_of(returned.field):
                if self._is_now(place, text, now):
                    continue
                wording = Wording(
                    text,
                    _to_take(place, returned.field.sent, text, now),
                    returned.people,
                    self._problem(place, text, group),
                )
                same = next((each for each in by_text if self._same(place, each.text, text)), None)
                if same is None:
                    by_text.append(wording)
                else:
                    people = tuple(dict.fromkeys((*same.people, *returned.people)))
                    by_text[by_text.index(same)] = replace(same, people=people)
        yield from by_text

    def _problem(self, place: FieldAt, text: str, group: Sequence[_Returned]) -> str:
        try:
            self.understanding.value(place.owner.thing, place.spec, text, _sent_parts(group))
        except (NotUnderstoodError, NotSavedError) as error:
            return capital(str(error))
        return ""

    def _standing(
        self, place: FieldAt, group: Sequence[_Returned], wordings: Sequence[Wording], *, moved_on: bool
    ) -> LineStanding:
        """The gravest first: what is asked is never taken by default, whatever else is true of it."""
        fields = [returned.field for returned in group]
        now = str(place.value or "")
        if place.spec.kind == "line" and all(_has_only_enter(each.text, now) for each in wordings):
            return LineStanding.ONLY_TOLD
        if len(wordings) > 1 or any(each.readings for each in fields):
            # Texts that differ hide nothing of what the dossier says by now.
            return LineStanding.CONFLICT if moved_on else LineStanding.SEVERAL
        if any(lost_most(place, each.sent, wordings[0].text) for each in fields):
            return LineStanding.EMPTIED
        if wordings[0].problem:
            return LineStanding.NOT_UNDERSTOOD
        if moved_on:
            return LineStanding.CONFLICT
        if any(each.replaced for each in fields):
            return LineStanding.REPLACED
        ways = {edit.way for each in fields for edit in each.tracked}
        if ways & {*BY_HAND}:
            return LineStanding.STRUCK if EditWay.STRUCK in ways else LineStanding.HIDDEN
        if any(each.sureness not in _FIRM for each in fields):
            return LineStanding.DOUBTFUL
        if self.outside(place, wordings[0].to_take):
            return LineStanding.OUTSIDE_PLAN
        return LineStanding.EDITED

    def outside(self, place: FieldAt, text: str) -> str:
        """Why a day or year is not likely; empty when it is, or when it is not understood."""
        model, value = type(place.owner.thing), None
        with suppress(NotUnderstoodError):
            value = self.understanding.value(place.owner.thing, place.spec, text)
        return outside_plan(self.dossier, model, place.spec, value, place.value)


def _has_only_enter(text: str, now: str) -> bool:
    """Whether a text of one line is only cut in two, be it within a word: nobody means that of a name."""
    return clean_line(text) == clean_line(now) or ("\n" in text and "".join(text.split()) == "".join(now.split()))


def lost_most(place: FieldAt, sent: str, text: str) -> bool:
    """Whether a field is empty that was not, or a text or a paragraph of it kept less than half of its letters."""
    kept = 0 if same_words(text, "") else len(text.strip())
    if not kept:
        return not same_words(sent, "")
    if place.spec.kind not in _TEXTS:
        return False
    before = len(sent.strip())
    return (before > _LONGEST_SEEN and kept * 2 < before) or lost_much(sent, text)


def label_of(dossier: Dossier, place: FieldAt) -> str:
    """`Risico Partners vallen af, Maatregel`, and of a part also what the part is."""
    return f"{name_of(dossier, place.owner)}, {place.spec.label_in_text}"


def name_of(dossier: Dossier, owner: RecordAt) -> str:
    """A record by its name, or a part by that and its own words."""
    name = capital(dossier.short_name(owner.ref, _LONGEST_NAME))
    return f"{name}, {shortened(dossier.part_caption(owner.thing), 40)}" if isinstance(owner.thing, Part) else name


def _gone(dossier: Dossier, address: str, group: Sequence[_Returned]) -> DraftLine:
    first = group[0].field
    wordings = tuple(Wording(each.field.edited, "", each.people) for each in group)
    table = address.partition("/")[0]
    owner = record_at(dossier, "/".join(address.split("/")[:2]))
    ref = owner.ref if owner else Ref(table, 0)
    label = first.place or address
    return DraftLine(
        0,
        LineStanding.ONLY_TOLD,
        address,
        chapter_heading(dossier, ref),
        label,
        first.sent,
        "",
        wordings,
        first.place,
        "Dit staat niet meer in het dossier.",
    )


def _to_take(place: FieldAt, sent: str, text: str, now: str) -> str:
    """The text, with the edits of the dossier that lie apart from those in Word."""
    if place.spec.kind != "text" or same_words(sent, now):
        return text
    return merged_text(sent, text, now, neighbours=True) or text


def _sent_parts(group: Sequence[_Returned]) -> frozenset[int] | None:
    """The ids of the parts of a list that was sent; None when nobody knows."""
    addresses = [
        address for each in group for address in (*(item.address for item in each.field.items), *each.field.gone)
    ]
    numbers = (address.rpartition("#")[2].partition("/")[0] for address in addresses if address)
    ids = frozenset(int(number) for number in numbers if number.isdecimal())
    return ids if ids or not any(each.field.sent.strip() for each in group) else None


def _note(line: DraftLine, place: FieldAt, group: Sequence[_Returned]) -> str:
    notes = []
    if line.standing is LineStanding.ONLY_TOLD:
        notes.append("Er is alleen een Enter in gezet. Dit veld heeft één regel.")
    elif place.spec.kind == "line" and any("\n" in wording.text for wording in line.wordings):
        notes.append("Dit veld heeft één regel; de regels komen achter elkaar.")
    if any(each.field.sureness is Sureness.GONE for each in group):
        notes.append("Dit veld staat niet meer in het concept.")
    if line.replaced:
        notes.append(_REPLACED)
    # A draft that came back twice has every edit twice.
    drafts = dict.fromkeys(each.field.tracked for each in group)
    if told := told_of([edit for tracked in drafts for edit in tracked]):
        notes.append(told)
    if line.has_moved_on and line.standing is not LineStanding.CONFLICT:
        notes.append("Ook in het dossier gewijzigd.")
    if line.has_moved_on and all(wording.to_take != wording.text for wording in line.wordings):
        notes.append("Beide wijzigingen passen naast elkaar: overnemen houdt ook die in het dossier.")
    elif line.has_moved_on and place.spec.kind == "text" and line.now.strip():
        notes.append("Overnemen vervangt de tekst in het dossier: wat daar intussen is gewijzigd, gaat verloren.")
    return " ".join(notes)
