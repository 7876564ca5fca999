"""Reads a draft that came back from its file, and finds what it has to be compared with."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from lxml import etree

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import count, long_date
from sto_tui.domain.region import PlanPeriod
from sto_tui.intake.returned_draft.comments import ANSWERS, COMMENTS, comments_in
from sto_tui.intake.returned_draft.comparing import compared
from sto_tui.intake.returned_draft.field_addresses import record_at
from sto_tui.intake.returned_draft.field_form import lenient
from sto_tui.intake.returned_draft.manifest import ManifestError, is_manifest, read_manifest
from sto_tui.intake.returned_draft.paragraph_text import moment_of
from sto_tui.intake.returned_draft.returned import ReturnedDraft, Sureness
from sto_tui.intake.returned_draft.sent import SentDraft
from sto_tui.intake.returned_draft.word_body import WordBody, read_aside, read_body
from sto_tui.intake.sheets.table_reader import IntakeError
from sto_tui.intake.word_file.package import LARGEST_DRAFT, WordParts, word_parts

ASIDE = r"word/(?:header|footer)\d*\.xml|word/(?:foot|end)notes\.xml"
VISIBLE_MARK = re.compile(r"\b[Kk]enmerk:? +([0-9A-F]{4}-\d{1,6})\b")
"""The line in a draft by which people and programs know which one it is."""

_ITEMS, _PROPERTIES = r"customxml/item\d+\.xml", r"docprops/custom\.xml"
_ALL = f"{ASIDE}|{_ITEMS}|{_PROPERTIES}|{re.escape(COMMENTS)}|{re.escape(ANSWERS)}"

_FOUND = (Sureness.SURE, Sureness.ONE_WITNESS, Sureness.LIKELY)
_FEWEST_COMPARED = 10
_SHARED = (
    "Kenmerk {} staat waarschijnlijk ook op een ander concept, van een kopie van dit dossier. "
    "Daarom is er niets aangevinkt: kijk elke regel na."
)

_WITHOUT_MARK = (
    "Het kenmerk ontbreekt; dit is vergeleken met concept {}, het laatste waar deze tekst in stond. "
    "Daarom is er niets aangevinkt: kijk elke regel na."
)
# As many fields as are not the same in two dossiers by chance.
_FEWEST_SAME, _LONG_ENOUGH = 3, 20

Kept = Callable[[str], Iterable[SentDraft]]
"""What the dossier kept of the draft with a mark (`7F3A-12`); without a mark of each draft, the newest first."""


def read_returned_draft(path: Path, dossier: Dossier, kept: Kept) -> ReturnedDraft:
    """A draft of this dossier that came back. Raises IntakeError with one Dutch sentence; then nothing is read."""
    parts = word_parts(path, _ALL, LARGEST_DRAFT)
    body = read_body(parts)
    sent, is_from_file = _sent(parts, body, path.name, dossier.key, kept)
    _check_period(path.name, sent, dossier)
    aside = [
        text
        for name, part in parts.others.items()
        if re.fullmatch(ASIDE, name)
        for text in read_aside(part, parts.styles)
    ]
    returned = compared(path.name, sent, body, comments_in(parts.others), aside)
    remarks = (*returned.remarks, *_changed_since(sent, dossier))
    if not is_from_file and not _visible_mark(body):
        return _asked(replace(returned, remarks=(_WITHOUT_MARK.format(sent.head.mark), *remarks)))
    known = next(iter(kept(sent.head.mark)), None)
    is_other = known is not None and not _is_same(known, sent)
    if is_other or (not is_from_file and (_is_of_another_day(sent, body) or _is_mostly_other(returned))):
        return _asked(replace(returned, remarks=(_SHARED.format(sent.head.mark), *remarks)))
    return replace(returned, remarks=remarks)


def _is_same(known: SentDraft, sent: SentDraft) -> bool:
    """Whether a draft is the one that the dossier kept; one that does not tell its day does not carry it along."""
    moment = sent.head.moment or known.head.moment
    return (known.head.moment, known.units, known.fields) == (moment, sent.units, sent.fields)


def _is_of_another_day(sent: SentDraft, body: WordBody) -> bool:
    """Whether a row that had the day of the draft that the dossier kept has another text now."""
    moment = moment_of(sent.head.moment)
    day = long_date(moment.date()) if moment else ""
    dated = {unit.label: unit.texts[1] for unit in sent.units if day and unit.texts[1:] and day in unit.texts[1]}
    texts = {label: [unit.texts for unit in body.units if unit.label == label] for label in dated}
    return any(rows and not any(day in text for row in rows for text in row) for rows in texts.values())


def _is_mostly_other(returned: ReturnedDraft) -> bool:
    """Whether more is different in it than people change."""
    written = [field for field in returned.fields if field.sent and field.sureness in _FOUND]
    changed = sum(field.is_changed for field in written)
    return len(written) >= _FEWEST_COMPARED and changed * 2 > len(written)


def _asked(returned: ReturnedDraft) -> ReturnedDraft:
    """The same, of which nothing is taken before somebody looked at it."""
    fields = tuple(
        replace(field, sureness=Sureness.ASK) if field.is_changed and field.sureness in _FOUND else field
        for field in returned.fields
    )
    return replace(returned, fields=fields, is_doubtful=True)


def _check_period(name: str, sent: SentDraft, dossier: Dossier) -> None:
    """Raises IntakeError for a draft of another plan period."""
    here = dossier.seen_in(dossier.lens).current_period
    if not sent.head.period or (here and sent.head.period == str(here.id)):
        return
    periods = {str(number): period.label for number, period in dossier.whole.of(PlanPeriod).items()}
    label = periods.get(sent.head.period)
    if label is None:
        raise IntakeError(
            f"{name} is van een planperiode die niet meer in het dossier staat. Neem het terug in een kopie van het "
            "dossier van voordat die planperiode werd verwijderd."
        )
    raise IntakeError(f"{name} is van planperiode {label}. Kies die planperiode en neem het daar terug.")


def revision_in(dossier: Dossier, address: str) -> int:
    """How often the record of an address was changed; -1 when it is not there."""
    place = record_at(dossier, "/".join(address.split("/")[:2]))
    return place.record.rev if place else -1


def _changed_since(sent: SentDraft, dossier: Dossier) -> Iterator[str]:
    """That the dossier moved on after a draft was written."""
    records = {"/".join(field.address.split("/")[:2]): field.revision for field in sent.fields}
    changed = sum(0 <= revision != revision_in(dossier, record) for record, revision in records.items())
    if changed:
        day = moment_of(sent.head.moment)
        since = f"Sinds dit concept van {long_date(day.date())}" if day else "Sinds dit concept"
        yield f"{since} is in het dossier gewijzigd: {count(changed, 'onderdeel', 'onderdelen')}."


def _sent(parts: WordParts, body: WordBody, name: str, dossier: str, kept: Kept) -> tuple[SentDraft, bool]:
    """What was sent, and whether the file itself says so; else it is what the dossier kept of it."""
    try:
        found = next((read_manifest(part) for part in parts.others.values() if is_manifest(part)), None)
    except ManifestError:
        found = None
    other = found.head.dossier if found else _property(parts, "sto.dossier")
    if other and other != dossier:
        raise IntakeError(f"{name} is een concept uit een ander dossier. Open dat dossier en neem het daar terug.")
    mark = _visible_mark(body)
    sent = found or next((each for each in kept(mark) if mark or _holds_part_of(body, each)), None)
    if sent is None and mark:
        raise IntakeError(
            f"{name} heeft kenmerk {mark}, maar wat er toen is geschreven staat niet in het bestand of bij dit "
            "dossier. Open het dossier waaruit het is geschreven en neem het daar terug."
        )
    if sent is None:
        raise IntakeError(
            f"{name} heeft geen kenmerk en is daarom niet terug te lezen. Kies een plan of verslag dat sto-tui "
            "schreef, met de regel waar het kenmerk in staat."
        )
    return sent, found is not None


def _holds_part_of(body: WordBody, sent: SentDraft) -> bool:
    """Whether some of the fields of a draft stand in a document as they were sent, as when a chapter was pasted."""
    there = {tuple(map(lenient, unit.texts)) for unit in body.units}
    places = {place for field in sent.fields if field.text for place in (field.below or (field.unit,))}
    texts = (tuple(map(lenient, sent.units[place].texts)) for place in places)
    return sum(text in there and sum(map(len, text)) >= _LONG_ENOUGH for text in texts) >= _FEWEST_SAME


def _visible_mark(body: WordBody) -> str:
    lines = (text for unit in reversed(body.units) for text in unit.texts)
    return next((match[1] for match in map(VISIBLE_MARK.search, lines) if match), "")


def _property(parts: WordParts, name: str) -> str:
    root = parts.others.get("docprops/custom.xml")
    for element in () if root is None else root:
        if element.get("name") == name:
            return "".join(map(str, element.itertext())).strip()
    return ""


def kept_manifest(data: bytes) -> SentDraft | None:
    """What the dossier kept of a draft; None when it can't be read."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        return read_manifest(etree.fromstring(data, parser))
    except (etree.XMLSyntaxError, ManifestError):
        return None
