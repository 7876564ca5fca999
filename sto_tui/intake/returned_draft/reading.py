"""Reads a draft that came back from its file, and finds what it has to be compared with."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from lxml import etree

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import count, long_date
from sto_tui.domain.region import PlanPeriod
from sto_tui.intake.returned_draft.comments import ANSWERS, COMMENTS, comments_in
from sto_tui.intake.returned_draft.comparing import compared
from sto_tui.intake.returned_draft.field_addresses import record_at
from sto_tui.intake.returned_draft.manifest import ManifestError, is_manifest, read_manifest
from sto_tui.intake.returned_draft.paragraph_text import moment_of
from sto_tui.intake.returned_draft.returned import ReturnedDraft
from sto_tui.intake.returned_draft.sent import SentDraft
from sto_tui.intake.returned_draft.word_body import WordBody, read_aside, read_body
from sto_tui.intake.sheets.table_reader import IntakeError
from sto_tui.intake.word_file.package import WordParts, word_parts

ASIDE = r"word/(?:header|footer)\d*\.xml|word/(?:foot|end)notes\.xml"
VISIBLE_MARK = re.compile(r"\b[Kk]enmerk:? +([0-9A-F]{4}-\d{1,6})\b")
"""The line in a draft by which people and programs know which one it is."""

_ITEMS, _PROPERTIES = r"customxml/item\d+\.xml", r"docprops/custom\.xml"
_ALL = f"{ASIDE}|{_ITEMS}|{_PROPERTIES}|{re.escape(COMMENTS)}|{re.escape(ANSWERS)}"

Kept = Callable[[str], SentDraft | None]
"""What the dossier kept of a draft, by its mark (`7F3A-12`); None when it kept nothing."""


def read_returned_draft(path: Path, dossier: Dossier, kept: Kept) -> ReturnedDraft:
    """A draft of this dossier that came back. Raises IntakeError with one Dutch sentence; then nothing is read."""
    parts = word_parts(path, _ALL)
    body = read_body(parts)
    sent = _sent(parts, body, path.name, dossier.key, kept)
    _check_period(path.name, sent, dossier)
    aside = [
        text
        for name, part in parts.others.items()
        if re.fullmatch(ASIDE, name)
        for text in read_aside(part, parts.styles)
    ]
    returned = compared(path.name, sent, body, comments_in(parts.others), aside)
    return replace(returned, remarks=(*returned.remarks, *_changed_since(sent, dossier)))


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


def _sent(parts: WordParts, body: WordBody, name: str, dossier: str, kept: Kept) -> SentDraft:
    """What was sent, from the file itself, else from what the dossier kept of it."""
    try:
        found = next((read_manifest(part) for part in parts.others.values() if is_manifest(part)), None)
    except ManifestError:
        found = None
    other = found.head.dossier if found else _property(parts, "sto.dossier")
    if other and other != dossier:
        raise IntakeError(f"{name} is een concept uit een ander dossier. Open dat dossier en neem het daar terug.")
    mark = _visible_mark(body)
    sent = found or (kept(mark) if mark else None)
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
    return sent


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
