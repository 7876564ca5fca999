"""The change that a typed line makes."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from sto_tui.domain import dutch
from sto_tui.domain.change import Change, Edit, Occasion, added, adding
from sto_tui.domain.level_words import own_fields
from sto_tui.domain.milestones import Progress, Veri, VeriCode
from sto_tui.domain.record import Record, Ref
from sto_tui.domain.tables import TABLES
from sto_tui.domain.typed_record import explained, lacking
from sto_tui.planning.beginnings import beginning, begun_with, why_unnumbered
from sto_tui.planning.progress.stoplicht import entry_change
from sto_tui.planning.quick_entry.booking import booking_trouble
from sto_tui.planning.quick_entry.grammar import LinePlace
from sto_tui.planning.quick_entry.reading import line_read, owner_gone


def line_change(table: str, given: Mapping[str, Any], text: str, occasion: Occasion, number: int = -1) -> Change:
    """The change that adds what a line says, beside what is given; `number` is the id of the new record until then.

    Raises ValueError with one Dutch sentence.
    """
    dossier, model = occasion.dossier, TABLES[table].model
    place = LinePlace(dossier, given, occasion.day)
    read = line_read(table, place, text)
    values = {**given, **read.values}
    values = {**beginning(dossier, model, values), **values}
    if missing := lacking(model, values):
        if gone := owner_gone(table, place):
            raise ValueError(f"Waar dit bij hoort ({gone}) is intussen verwijderd. Kies met ↑ of ↓ een ander.")
        own = own_fields(model, dossier.region)
        names = dutch.enumerate_words([own[spec.name].label_in_text for spec in missing])
        why = why_unnumbered(dossier, model, values)
        raise ValueError(f"{why}Hierbij hoort ook: {names}. Druk op tab en vul dat in het formulier in.")
    try:
        record = model.model_validate({**values, "id": number})
    except ValidationError as error:
        raise ValueError(explained(model, error)) from error
    if trouble := booking_trouble(record, place):
        raise ValueError(trouble)
    change = _added(record, occasion)
    begun = (Ref(table, number),) * ("number" not in {**given, **read.values} and begun_with(dossier, record))
    return Change(change.label, (*change.edits, *_roles(Ref(table, number), read.doers, number)), begun)


def with_roles(change: Change, table: str, doers: Sequence[Ref]) -> Change:
    """The change that adds a record of a table, with that these parties carry it out."""
    new = next((edit.ref for edit in change.edits if edit.ref.table == table and edit.before is None), None)
    return replace(change, edits=(*change.edits, *_roles(new, doers, -1))) if new and doers else change


def _added(record: Record, occasion: Occasion) -> Change:
    """A line of the log is named after the stoplicht that it sets."""
    if isinstance(record, Progress):
        return entry_change(record, occasion)
    return adding(occasion.dossier, record, occasion=occasion)


def _roles(row: Ref, doers: Sequence[Ref], number: int) -> tuple[Edit, ...]:
    return tuple(
        edit
        for index, doer in enumerate(doers)
        for edit in added(Veri(id=number - index, row=row, party=doer, code=VeriCode.VERANTWOORDELIJK))
    )
