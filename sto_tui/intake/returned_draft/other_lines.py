"""What came back and is no edited field: new rows, rows that are gone, comments, and text outside the fields."""

import re
from collections.abc import Iterator, Mapping, Sequence

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import capital, count, enumerate_words, short_date
from sto_tui.domain.level_words import word_of_table
from sto_tui.domain.record import Part, Ref
from sto_tui.domain.text import clean_line, plain, shortened
from sto_tui.intake.returned_draft.chapters import ELSEWHERE, chapter_heading, chapter_headings
from sto_tui.intake.returned_draft.field_addresses import field_at, record_at
from sto_tui.intake.returned_draft.field_form import filled_in, lenient
from sto_tui.intake.returned_draft.lines import DraftLine, LineStanding, Wording
from sto_tui.intake.returned_draft.new_lines import new_line
from sto_tui.intake.returned_draft.returned import (
    LooseKind,
    LooseText,
    MissingRecord,
    RemovedBlock,
    ReturnedComment,
    ReturnedDraft,
)
from sto_tui.intake.returned_draft.tracked_words import BY_HAND, told_of
from sto_tui.intake.returned_draft.understanding import Understanding

_MOST_NAMED = 3
_LOOSE = {
    LooseKind.ADDED: "Toegevoegde tekst",
    LooseKind.CHANGED: "Gewijzigd buiten de velden",
    LooseKind.REMOVED: "Weggehaald buiten de velden",
    LooseKind.COPY: "Gewijzigde herhaling",
    LooseKind.REPEATED: "Gekopieerde regel",
    LooseKind.MOVED: "Verplaatst",
}


def other_lines(draft: ReturnedDraft, understanding: Understanding, sender: str) -> Iterator[DraftLine]:
    """A line for each; they have no number yet."""
    dossier = understanding.dossier
    yield from (new_line(new, understanding, sender, doubtful=draft.is_doubtful) for new in draft.new_records)
    yield from (_missing(missing, dossier, sender) for missing in draft.missing_records)
    yield from (_block(block, dossier, sender) for block in draft.removed)
    told = (comment for comment in draft.comments if clean_line(comment.text) and not comment.is_done)
    chapters = _chapters(dossier)
    yield from (_comment(comment, dossier, chapters, sender) for comment in told)
    edits = _edits(draft)
    for loose in draft.loose:
        if not _goes_without_saying(loose, edits):
            yield _loose(loose, dossier, chapters, sender)


def _edits(draft: ReturnedDraft) -> list[tuple[str, str]]:
    """What was replaced by what in the fields, the longest first: a title may stand within another."""
    changed = ((lenient(each.sent), lenient(each.edited)) for each in draft.fields if each.is_changed)
    # A number stands in many a text that it is not the number of.
    named = [(sent, edited) for sent, edited in changed if any(map(str.isalpha, sent))]
    return sorted(named, key=lambda edit: -len(edit[0]))


def _goes_without_saying(loose: LooseText, edits: Sequence[tuple[str, str]]) -> bool:
    """Whether it is only the edit of a field, where it stands again, or a place to fill in that was typed over."""
    if loose.kind is LooseKind.REMOVED:
        return not filled_in(loose.sent).strip()
    if loose.kind is not LooseKind.COPY:
        return False
    text = lenient(loose.sent)
    for sent, edited in edits:
        text = re.sub(rf"(?<!\w){re.escape(sent)}(?!\w)", edited.replace("\\", r"\\"), text)
    return text == lenient(loose.text)


def _missing(missing: MissingRecord, dossier: Dossier, sender: str) -> DraftLine:
    place = record_at(dossier, missing.address)
    ref = place.ref if place else Ref(missing.address.partition("/")[0], 0)
    name = capital(dossier.short_name(place.ref, 70)) if place else missing.place
    sent = "\n".join(text for _, text in missing.texts if text)
    if place and isinstance(place.thing, Part):
        name = f"{name}: {shortened(dossier.part_caption(place.thing), 60)}"
    wording = Wording("", "", missing.authors or (sender,))
    return DraftLine(
        0,
        LineStanding.REMOVED,
        missing.address,
        chapter_heading(dossier, ref),
        name,
        sent,
        sent,
        (wording,),
        missing.place,
        told_of([edit for edit in missing.tracked if edit.way in BY_HAND]),
        is_done=place is None,
    )


def _block(block: RemovedBlock, dossier: Dossier, sender: str) -> DraftLine:
    """A table or chapter that went: what was in it by name, or by number when that are many."""
    refs = dict.fromkeys(place.ref for address in block.fields if (place := record_at(dossier, _record_in(address))))
    of_table: dict[str, list[Ref]] = {}
    for ref in refs:
        of_table.setdefault(ref.table, []).append(ref)
    told = "; ".join(_named(dossier, table, found) for table, found in of_table.items())
    texts = "" if told else "; ".join(text.sent.replace("\n", " · ") for text in block.texts)
    first = next(iter(refs), None)
    return DraftLine(
        0,
        LineStanding.REMOVED_WHOLE,
        "",
        chapter_heading(dossier, first) if first else ELSEWHERE,
        block.name,
        f"Daarin: {told}." if told else texts,
        "",
        (Wording("", "", block.authors or (sender,)),),
        note="In het dossier blijft alles staan. Moet er iets weg, verwijder het daar.",
    )


def _record_in(address: str) -> str:
    return "/".join(address.split("/")[:2])


def _named(dossier: Dossier, table: str, refs: Sequence[Ref]) -> str:
    if len(refs) > _MOST_NAMED:
        word = word_of_table(dossier.region, table)
        return count(len(refs), word.singular, word.plural or word.singular)
    return enumerate_words([dossier.short_name(ref, 60) for ref in refs])


def _comment(comment: ReturnedComment, dossier: Dossier, chapters: Mapping[str, str], sender: str) -> DraftLine:
    place = field_at(dossier, comment.address)
    if place:
        chapter = chapter_heading(dossier, place.owner.ref)
        label = f"{capital(dossier.short_name(place.owner.ref, 60))}, {place.spec.label_in_text}"
    else:
        chapter, label = chapters.get(plain(comment.chapter)) or ELSEWHERE, comment.place or "Opmerking"
    return DraftLine(
        0,
        LineStanding.COMMENT,
        comment.address,
        chapter,
        label,
        comment.about,
        "",
        (Wording(comment.text, comment.text, (comment.author or sender,)),),
        comment.place,
        f"Overnemen maakt er een actie van.{_written_on(comment)}",
    )


def _written_on(comment: ReturnedComment) -> str:
    day = comment.moment
    return f" Geschreven op {short_date(day.date())}." if day else ""


def _loose(loose: LooseText, dossier: Dossier, chapters: Mapping[str, str], sender: str) -> DraftLine:
    """Text that can go to the end of the field it stands behind, when that is a text; else it is only told."""
    place = field_at(dossier, loose.near)
    is_near = loose.kind in (LooseKind.ADDED, LooseKind.COPY)
    takes = bool(place and place.spec.kind == "text" and loose.kind is LooseKind.ADDED)
    now = str(place.value or "") if place and takes else ""
    name = capital(dossier.short_name(place.owner.ref, 60)) if place else ""
    where = f"{name}, {place.spec.label_in_text}" if place else ""
    of_field = chapter_heading(dossier, place.owner.ref) if place else ELSEWHERE
    match loose.kind:
        case LooseKind.ADDED:
            note = f"Overnemen zet het achteraan bij {where}." if takes else "Hoort bij geen veld: neem het zelf over."
        case LooseKind.COPY:
            note = f"Dit staat op {where}; wijzig het daar." if where else "Dit staat ergens anders; wijzig het daar."
        case LooseKind.REPEATED:
            note = "Deze regel staat al in het concept, met dezelfde tekst."
        case LooseKind.MOVED:
            note = "De volgorde en de plaats wijzig je in sto-tui."
        case _:
            note = "Deze tekst maakt sto-tui zelf. Staat het elders in het dossier, wijzig het dan daar."
    return DraftLine(
        0,
        LineStanding.LOOSE if takes else LineStanding.ONLY_TOLD,
        loose.near,
        of_field if takes else chapters.get(plain(loose.chapter)) or of_field,
        _LOOSE[loose.kind] + (f" bij {where}" if where and is_near else f": {loose.place}" if loose.place else ""),
        loose.sent,
        now,
        (Wording(loose.text, loose.text, loose.authors or (sender,)),),
        loose.place,
        " ".join(filter(None, (note, told_of(loose.tracked)))),
    )


def _chapters(dossier: Dossier) -> Mapping[str, str]:
    """The chapters as the dossier calls them, by the heading that each has in the draft, with its number or without."""
    named: dict[str, str] = {}
    for name in chapter_headings(dossier):
        for heading in filter(None, (plain(name), plain(name).partition(" ")[2])):
            named.setdefault(heading, name)
    return named
