"""Records in whose place something else stands: nothing of that is ticked at the record that was there before.

Who types over a row, or removes one and writes a new one below it, leaves cells that still have the marks or the labels
of the record that was sent. What a record is called says which one it is; where that went or became something unlike,
the rest of the row may be of another one.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from pydantic import BaseModel

from sto_tui.domain.record import fields_of
from sto_tui.domain.tables import TABLES
from sto_tui.intake.returned_draft.alikeness import alike
from sto_tui.intake.returned_draft.field_form import lenient
from sto_tui.intake.returned_draft.layout import SentLayout, name_in, record_of
from sto_tui.intake.returned_draft.matching import Match
from sto_tui.intake.returned_draft.returned import ReturnedDraft, ReturnedField, Sureness
from sto_tui.intake.returned_draft.word_body import BodyUnit

_FIRM = (Sureness.SURE, Sureness.ONE_WITNESS)
_NAMING = ("line", "text", "reference")
# Names of one thing share half of their words, or most of their letters where a name is spelled otherwise.
_WORDS, _LETTERS = 0.5, 0.7


def without_strangers(
    layout: SentLayout, units: Sequence[BodyUnit], matches: Mapping[int, Match]
) -> Mapping[int, Match]:
    """The matches without rows below a new record that only have the label of a row of a record that is gone."""
    there = {layout.record_at(match.sent) for match in matches.values()}
    strangers: set[int] = set()
    table, is_below_new = 0, False
    for number, unit in enumerate(units):
        match = matches.get(number)
        if unit.table != table:
            table, is_below_new = unit.table, False
        if match is None:
            is_below_new = bool(unit.table)
        elif layout.record_at(match.sent) or not unit.table:
            is_below_new = False
        elif is_below_new and not unit.marks and _is_of_gone(layout, match.sent, there):
            strangers.add(number)
    return {number: match for number, match in matches.items() if number not in strangers}


def _is_of_gone(layout: SentLayout, sent: int, there: set[str]) -> bool:
    """Whether a row with a label belongs to a record that has a row of its own, which did not come back."""
    units = layout.sent.units
    owners = {record_of(layout.sent.fields[place].address) for place in layout.of_unit.get(sent, ())}
    above = (layout.record_at(place) for place in range(sent - 1, -1, -1) if units[place].table == units[sent].table)
    return bool(owners) and next(filter(None, above), "") in owners - there


def with_replaced_records(draft: ReturnedDraft) -> ReturnedDraft:
    """The draft in which every field that changed says which name went, where it may be of another record."""
    fields: dict[str, list[ReturnedField]] = defaultdict(list)
    for field in draft.fields:
        fields[record_of(field.address)].append(field)
    changed = [(field.address, {*_owners(field.address)}) for field in draft.fields if field.is_changed]
    replaced = {each.address for each in draft.missing_records}
    for record, group in fields.items():
        name = _replaced_name(record, group)
        if name and any(record in owners and address != name for address, owners in changed):
            replaced.add(record)
    if draft.is_doubtful or not replaced:
        return draft
    return replace(draft, fields=tuple(_marked(each, replaced) for each in draft.fields))


def _marked(field: ReturnedField, replaced: Collection[str]) -> ReturnedField:
    owner = next((owner for owner in _owners(field.address) if owner in replaced), "") if field.is_changed else ""
    return replace(field, replaced=owner)


def _owners(address: str) -> Iterator[str]:
    """The record or part of a field, and what that is a part of."""
    record = record_of(address)
    while record.count("/"):
        yield record
        record = record.rpartition("/")[0]


def _replaced_name(record: str, group: Sequence[ReturnedField]) -> str:
    """The address of the field that calls a record by its name, when that may be of another one by now."""
    of_name = {name_in(field.address): field for field in group}
    name = next((name for name in _names(record) if name in of_name), "")
    field = of_name.get(name)
    return field.address if field and lenient(field.sent) and field.is_changed and _is_other(field) else ""


def _is_other(field: ReturnedField) -> bool:
    if field.sureness not in _FIRM:
        return True
    sent, edited = lenient(field.sent).lower(), lenient(field.edited).lower()
    letters = SequenceMatcher(None, sent, edited, autojunk=False).ratio()
    return alike(sent, edited) < _WORDS and letters < _LETTERS


def _names(record: str) -> list[str]:
    """The fields by which people call a record or a part, the first that is printed before others."""
    table, _, rest = record.partition("/")
    model: type[BaseModel] | None = TABLES[table].model if table in TABLES else None
    steps = rest.split("/")[1:]
    for step in steps:
        spec = fields_of(model).get(step.partition("#")[0]) if model else None
        model = spec.part if spec else None
    specs = fields_of(model) if model else {}
    names = list(specs) if steps else TABLES[table].caption if table in TABLES else ()
    return [name for name in names if name != "number" and name in specs and specs[name].kind in _NAMING]
