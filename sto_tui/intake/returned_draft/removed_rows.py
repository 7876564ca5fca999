"""What colleagues took away is told once: a record whose row is gone, a table or a chapter; not field by field."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace

from sto_tui.domain.printed import FieldShape
from sto_tui.intake.returned_draft.returned import (
    MissingRecord,
    RemovedBlock,
    ReturnedDraft,
    ReturnedField,
    Sureness,
)


def with_removed_rows(draft: ReturnedDraft) -> ReturnedDraft:
    """The draft in which what is gone together stands together.

    Every record whose row is gone is missing, without the fields that went with it. A table or chapter that is gone
    stays among `removed` when more than one thing went with it, and what went is told nowhere else.
    """
    return _with_blocks(_with_missing(draft))


def _with_missing(draft: ReturnedDraft) -> ReturnedDraft:
    """A risk has its owner and note in rows below its own: who takes away the row of the risk itself means the risk."""
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
    # What belongs to a record that is gone goes with it.
    missing = {
        address: each for address, each in missing.items() if not any(_is_of(address, owner) for owner in missing)
    }
    kept = tuple(
        field
        for field in draft.fields
        if field.sureness is not Sureness.GONE or not any(_is_of(field.address, address) for address in missing)
    )
    return replace(draft, fields=kept, missing_records=tuple(missing.values()))


def _with_blocks(draft: ReturnedDraft) -> ReturnedDraft:
    blocks = []
    for block in draft.removed:
        inside = {*block.fields}
        records = {each.address for each in draft.missing_records if _is_in(each, inside)}
        fields = {each.address for each in draft.fields if each.sureness is Sureness.GONE and each.address in inside}
        if len(records) == 1 and not fields:
            # The table was about this record alone, which says all there is to say.
            draft = _without(draft, set(), set(), block)
        elif len(records) + len(fields) + len(block.texts) > 1:
            draft = _without(draft, records, fields, block)
            blocks.append(block)
    return replace(draft, removed=tuple(blocks))


def _is_in(record: MissingRecord, inside: Collection[str]) -> bool:
    return any(_is_of(address, record.address) for address in inside)


def _without(
    draft: ReturnedDraft, records: Collection[str], fields: Collection[str], block: RemovedBlock
) -> ReturnedDraft:
    texts = {*block.texts}
    return replace(
        draft,
        fields=tuple(each for each in draft.fields if each.address not in fields),
        missing_records=tuple(each for each in draft.missing_records if each.address not in records),
        loose=tuple(each for each in draft.loose if each not in texts),
    )


def _record_of(address: str) -> str:
    return address.rpartition("/")[0]


def _is_of(address: str, record: str) -> bool:
    return address.startswith(f"{record}/")
