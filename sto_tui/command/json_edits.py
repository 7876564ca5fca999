"""An array of edits as JSON, taken as one change.

Values are what `sto lijst --json` gives, or text as people type it. A new record may have an id below zero, by which
the edits after it refer to it.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from typing import Any

import orjson
from pydantic import BaseModel, ValidationError

from sto_tui.command.edits import Read, TypedEdits
from sto_tui.command.output import CommandError, remark_left_out
from sto_tui.domain.change import NotSavedError
from sto_tui.domain.record import FieldSpec, Ref, fields_of
from sto_tui.domain.tables import TABLES
from sto_tui.domain.typed_address import ID_MARK, Addresses, table_named, typed_table
from sto_tui.domain.typed_dates import Beside
from sto_tui.domain.typed_names import NotUnderstoodError, field_named
from sto_tui.domain.typed_record import beside_of, explained, read_typed
from sto_tui.planning.working_days.named_days import beside_today
from sto_tui.storage.file.encodings import UTF_8_WITH_MARK, UTF_16, encoding_of

SET, ADD, REMOVE = "zet", "voeg-toe", "verwijder"
_EXAMPLE = 'Schrijf bijvoorbeeld [{"zet": "mijlpalen/1.2", "velden": {"klaar-op": "Q327"}}].'
_NEW = re.compile(rf"(?P<table>[^/]+)/(?:{ID_MARK})?(?P<id>-\d+)(?P<rest>/.*)?")
_NUMBERS = ("whole", "decimal", "amount")


class JsonEdits:
    """Carries out an array of edits on `edits`, one after another."""

    def __init__(self, edits: TypedEdits, today: date) -> None:
        self._edits = edits
        self._today = today
        self._new: dict[tuple[str, int], int] = {}
        self.removes = False

    def carry_out(self, source: bytes) -> None:
        """All of them, or none. Raises CommandError, which says which of them is not right, or NotSavedError."""
        try:
            steps = orjson.loads(_utf_8(source))
        except orjson.JSONDecodeError as error:
            raise CommandError(f"Dit is geen JSON (regel {error.lineno}, teken {error.colno}). {_EXAMPLE}") from error
        remark_left_out(_texts_in(steps))
        if not isinstance(steps, list):
            raise CommandError(f"Dit is geen lijst van wijzigingen. {_EXAMPLE}")
        for number, step in enumerate(steps, 1):
            try:
                self._carry_out(step)
            except (NotUnderstoodError, NotSavedError) as error:
                raise CommandError(f"Wijziging {number}: {error}") from error

    def _carry_out(self, step: Any) -> None:
        acts = [act for act in (SET, ADD, REMOVE) if isinstance(step, dict) and act in step]
        if len(acts) != 1 or not isinstance(step[acts[0]], str):
            raise NotUnderstoodError(f"hier hoort één van zet, voeg-toe en verwijder. {_EXAMPLE}")
        (act,) = acts
        fields = step.get("velden", {})
        allowed_keys = {act} | ({"velden"} if act != REMOVE else set()) | ({"id"} if act == ADD else set())
        if (unknown := sorted(set(step) - allowed_keys)) or not isinstance(fields, dict):
            raise NotUnderstoodError(f"‘{unknown[0] if unknown else 'velden'}’ kan hier zo niet. {_EXAMPLE}")
        address = self._address(step[act])
        if act == REMOVE:
            self.removes = True
            self._edits.remove(address)
        elif act == SET:
            self._edits.set(address, self._reader(fields))
        else:
            self._add(address, step.get("id"), self._reader(fields))

    def _add(self, address: str, number: object, read: Read) -> None:
        if number is not None and not (type(number) is int and number < 0):
            raise NotUnderstoodError("een id van iets nieuws is een geheel getal onder nul, zoals -1.")
        table = table_named(address, self._edits.dossier.region)
        if isinstance(number, int) and table and (table.name, number) in self._new:
            raise NotUnderstoodError(f"id {number} is al gebruikt voor een andere regel ({table.singular}).")
        ref = self._edits.add(address, read)
        if isinstance(number, int):
            self._new[ref.table, number] = ref.id

    def _address(self, typed: str) -> str:
        """The address, in which a new record has the id that it was given."""
        match = _NEW.fullmatch(typed)
        region = self._edits.dossier.region
        table = table_named(match["table"], region) if match else None
        if match is None or table is None:
            return typed
        word = typed_table(table, region)
        return f"{word}/{ID_MARK}{self._id(table.name, int(match['id']))}{match['rest'] or ''}"

    def _id(self, table: str, number: int) -> int:
        if number >= 0:
            return number
        if (table, number) not in self._new:
            raise NotUnderstoodError(
                f"een {TABLES[table].singular} met id {number} staat er niet eerder in deze lijst."
            )
        return self._new[table, number]

    def _reader(self, fields: Mapping[str, Any]) -> Read:
        def read(model: type[BaseModel], before: Mapping[str, Any], addresses: Addresses) -> dict[str, Any]:
            return self._values(model, before, fields, addresses)

        return read

    def _values(
        self, model: type[BaseModel], before: Mapping[str, Any], fields: Mapping[str, Any], addresses: Addresses
    ) -> dict[str, Any]:
        order = list(fields_of(model))
        region = addresses.dossier.region
        # What a script read from `--json` it may write, whatever the region calls so.
        codes = {name for name, spec in fields_of(model).items() if not spec.hidden}
        given = {
            name if name in codes else field_named(model, name, region).name: value for name, value in fields.items()
        }
        values: dict[str, Any] = {}
        for name in sorted(given, key=order.index):
            spec = fields_of(model)[name]
            beside = beside_of(model, name, {**before, **values}, beside_today(addresses.dossier, self._today))
            try:
                values[name] = self._value(spec, given[name], addresses, beside, before.get(name))
            except NotUnderstoodError as error:
                raise NotUnderstoodError(f"{spec.label}: {error}") from error
        return values

    def _value(self, spec: FieldSpec, value: Any, addresses: Addresses, beside: Beside, before: Any) -> Any:
        if value is None:
            return read_typed(spec, "", addresses, beside, before)
        if isinstance(value, list) and spec.many:
            return tuple(item for part in value for item in self._items(spec, part, addresses, beside))
        if isinstance(value, bool) and spec.kind == "tick":
            return value
        if isinstance(value, int | float) and not isinstance(value, bool):
            if spec.kind in _NUMBERS:
                return value
            if spec.kind == "reference" and not spec.by_ref and isinstance(value, int):
                return self._record(spec, Ref(spec.tables[0], value), addresses)
        if isinstance(value, str):
            ref = _stored_ref(spec, value)
            return self._record(spec, ref, addresses) if ref else read_typed(spec, value, addresses, beside, before)
        raise NotUnderstoodError(f"hier hoort {_wanted(spec)}.")

    def _items(self, spec: FieldSpec, item: Any, addresses: Addresses, beside: Beside) -> tuple[Any, ...]:
        """The values that one element of an array stands for."""
        if isinstance(item, dict) and spec.part:
            number = item.get("id", 0)
            fields = {name: value for name, value in item.items() if name != "id"}
            try:
                values = self._values(spec.part, {}, fields, addresses)
                return (spec.part.model_validate({**values, "id": number}),)
            except ValidationError as error:
                raise NotUnderstoodError(explained(spec.part, error)) from error
        if isinstance(item, int) and not isinstance(item, bool) and spec.tables and not spec.by_ref:
            return (self._record(spec, Ref(spec.tables[0], item), addresses),)
        if isinstance(item, str) and spec.kind != "parts":
            ref = _stored_ref(spec, item)
            if ref:
                return (self._record(spec, ref, addresses),)
            read: tuple[Any, ...] = read_typed(spec, item, addresses, beside, ())
            return read
        raise NotUnderstoodError(f"hier hoort {_wanted(spec)}.")

    def _record(self, spec: FieldSpec, ref: Ref, addresses: Addresses) -> Any:
        """What the field holds for a record that has to be there."""
        there = Ref(ref.table, self._id(ref.table, ref.id))
        if addresses.dossier.get(there) is None:
            raise NotUnderstoodError(f"er is geen {TABLES[ref.table].singular} met id {ref.id}.")
        return there if spec.by_ref else there.id


def _utf_8(source: bytes) -> bytes:
    """The same in UTF-8 without a mark: PowerShell puts one in front, or writes UTF-16."""
    encoding = encoding_of(source)
    if encoding in (UTF_8_WITH_MARK, UTF_16):
        with suppress(UnicodeDecodeError):
            return source.decode(encoding.codec).encode()
    return source


def _texts_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _texts_in(item)


def _stored_ref(spec: FieldSpec, text: str) -> Ref | None:
    """The address in a field that holds one, as it is stored (`milestones/12`); None when it is something else."""
    if not spec.by_ref:
        return None
    try:
        ref = Ref.parse(text)
    except ValueError:
        return None
    return ref.at(None) if ref.table in spec.tables else None


def _wanted(spec: FieldSpec) -> str:
    if spec.kind == "tick":
        return "true of false"
    if spec.kind in _NUMBERS:
        return "een getal, of tekst tussen aanhalingstekens"
    if spec.kind == "parts":
        return "een lijst van objecten, zoals sto lijst --json die geeft"
    return "een lijst" if spec.many else "tekst tussen aanhalingstekens"
