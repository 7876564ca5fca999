"""What colleagues took away is told once: a record whose row is gone, a table or a chapter; not field by field."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace

from pydantic import BaseModel

from sto_tui.domain.printed import FieldShape
from sto_tui.domain.record import fields_of
from sto_tui.domain.tables import TABLES
from sto_tui.intake.returned_draft.field_form import lenient
from sto_tui.intake.returned_draft.layout import family_of
from sto_tui.intake.returned_draft.returned import (
    LooseKind,
    LooseText,
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
    draft, columns = _with_columns(_with_missing(draft))
    return _with_blocks(draft, columns)


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
            edits = tuple(dict.fromkeys(edit for field in fields for edit in field.tracked))
            missing[address] = MissingRecord(address, texts, fields[0].place, authors, edits)
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


def _with_columns(draft: ReturnedDraft) -> tuple[ReturnedDraft, list[RemovedBlock]]:
    """The columns that were taken out of a table, each with its head, and the draft without the field of each row."""
    columns: dict[tuple[str, str, str], list[ReturnedField]] = defaultdict(list)
    for field in draft.fields:
        if field.shape is FieldShape.COLUMN:
            family, name = family_of(_record_of(field.address)), field.address.rpartition("/")[2]
            columns[lenient(field.place.rpartition(" · ")[0]), family, name].append(field)
    blocks = []
    for (heading, family, name), column in columns.items():
        if len(column) > 1 and all(field.sureness is Sureness.GONE for field in column):
            label = _label(family, name)
            heads = tuple(each for each in draft.loose if _is_head(each, label, heading))
            authors = tuple(dict.fromkeys(author for field in column for author in field.authors))
            above = f" onder ‘{column[0].place.rpartition(' · ')[0]}’" if heading else ""
            blocks.append(RemovedBlock(f"Kolom ‘{label}’{above}", tuple(f.address for f in column), heads, authors))
    gone = {address for block in blocks for address in block.fields}
    told = {text for block in blocks for text in block.texts}
    fields = tuple(each for each in draft.fields if each.address not in gone)
    return replace(draft, fields=fields, loose=tuple(each for each in draft.loose if each not in told)), blocks


def _label(family: str, name: str) -> str:
    """What the field of a column is called; its own name where nobody knows."""
    table, *lists = family.split("/")
    model: type[BaseModel] | None = TABLES[table].model if table in TABLES else None
    for step in lists[1:]:
        spec = fields_of(model).get(step.partition("#")[0]) if model else None
        model = spec.part if spec else None
    specs = fields_of(model) if model else {}
    return specs[name].label if name in specs else name


def _is_head(loose: LooseText, label: str, heading: str) -> bool:
    is_gone = loose.kind is LooseKind.REMOVED and loose.sent.strip() == label
    return is_gone and lenient(loose.place).startswith(lenient(heading))


def _with_blocks(draft: ReturnedDraft, columns: Collection[RemovedBlock]) -> ReturnedDraft:
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
    return replace(draft, removed=(*blocks, *columns))


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
