"""Rows that colleagues took away: a record is told to be gone once, and not as so many fields that were emptied."""

from collections import defaultdict
from dataclasses import replace

from sto_tui.domain.printed import FieldShape
from sto_tui.intake.returned_draft.returned import MissingRecord, ReturnedDraft, ReturnedField, Sureness


def with_removed_rows(draft: ReturnedDraft) -> ReturnedDraft:
    """The draft in which every record whose row is gone is missing, without the fields that went with it.

    A risk has its owner and note in rows below its own: who takes away the row of the risk itself means the risk.
    """
    missing = {each.address: each for each in draft.missing_records}
    rows: dict[str, list[ReturnedField]] = defaultdict(list)
    for field in draft.fields:
        if field.shape is FieldShape.COLUMN:
            rows[_record_of(field.address)].append(field)
    for address, fields in rows.items():
        if address not in missing and all(field.sureness is Sureness.GONE for field in fields):
            texts = tuple((field.address.rpartition("/")[2], field.sent) for field in fields)
            authors = tuple(dict.fromkeys(name for field in fields for name in field.authors))
            missing[address] = MissingRecord(address, texts, fields[0].place, authors)
    kept = tuple(
        field
        for field in draft.fields
        if field.sureness is not Sureness.GONE or not any(_is_of(field, address) for address in missing)
    )
    return replace(draft, fields=kept, missing_records=tuple(missing.values()))


def _record_of(address: str) -> str:
    return address.rpartition("/")[0]


def _is_of(field: ReturnedField, record: str) -> bool:
    return field.address.startswith(f"{record}/")
