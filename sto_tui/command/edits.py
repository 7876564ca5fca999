"""Edits that are typed, one after another, as one change: each sees what those before it made."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import BaseModel, ValidationError

from sto_tui.domain import dutch
from sto_tui.domain.change import Change, Occasion, adding, between, carried_out, changing, removing
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.level_words import own_fields
from sto_tui.domain.milestones import Progress
from sto_tui.domain.record import FieldSpec, Part, Record, Ref
from sto_tui.domain.region import Region
from sto_tui.domain.tables import TABLES, Table
from sto_tui.domain.typed_address import Addresses, table_named, tables_to_type, typed_table
from sto_tui.domain.typed_names import NotUnderstoodError, field_named, typed_field
from sto_tui.domain.typed_record import explained, lacking
from sto_tui.planning.beginnings import beginning, begun_with, why_unnumbered
from sto_tui.planning.evaluation.looking_back import of_which_plan
from sto_tui.planning.lacking_parts import refuse_lacking
from sto_tui.planning.money.booking import refuse_misbooked
from sto_tui.planning.plan_periods import in_its_period, refuse_misfits, refuse_unmarked
from sto_tui.planning.progress.stoplicht import entry_change
from sto_tui.planning.reversed_days import refuse_reversed

Read = Callable[[type[BaseModel], Mapping[str, Any], Addresses], dict[str, Any]]
"""Reads the values that were given for a model, beside those that it has. Raises NotUnderstoodError."""

# Far below the ids that a stoplicht gives to a new line of the log; they go up, so that records stay in order.
_FIRST_NEW_ID = -(2**60)


@dataclass(frozen=True)
class PartStep:
    """A list inside a record or part, and the place in it, from 1; None is after the last."""

    spec: FieldSpec
    place: int | None


@dataclass(frozen=True)
class Aim:
    """What an address points at: a table (for a new record), a record, or something inside it."""

    table: Table
    ref: Ref | None
    inside: tuple[PartStep, ...] = ()


class TypedEdits:
    """What is typed about one dossier, by whom and on which day. Edits raise NotUnderstoodError or NotSavedError.

    With `only_seen` nothing of another plan period than the one that is seen is changed by its name or number; else
    `of_plan` says of which one the last was, ` (2025-2026)`.
    """

    def __init__(self, dossier: Dossier, today: date, by: str, *, only_seen: bool = False) -> None:
        self._start = self.dossier = dossier
        self._only_seen = only_seen
        self.of_plan = ""
        self._today = today
        self._by = by
        self._labels: list[str] = []
        self._begun: list[Ref] = []
        self._new_id = _FIRST_NEW_ID

    def set(self, address: str, read: Read) -> None:
        """Gives a record, or a part of one, other values."""
        target, record = self._record_at(address)

        def filled(part: Part | None) -> Part:
            assert part is not None
            return type(part).model_validate({**dict(part), **self._read(read, type(part), dict(part))})

        if target.inside:
            self._replace(record, _with_part(record, target.inside, filled))
        else:
            values = self._read(read, type(record), dict(record))
            self._replace(record, record.model_copy(update=values))

    def add(self, address: str, read: Read) -> Ref:
        """Adds a record to a table, or a part to a record; the address of the record."""
        target = target_of(self._addresses, address, new=True)
        if target.ref is None:
            return self._add_record(target.table, read)
        record = self._get(target.ref)

        def begun(part: Part | None) -> Part:
            model = target.inside[-1].spec.part
            assert model is not None
            return model.model_validate(self._complete(model, self._read(read, model, {})))

        self._replace(record, _with_part(record, target.inside, begun))
        return target.ref

    def remove(self, address: str, *, is_asked: bool = False) -> tuple[str, Ref]:
        """Removes a record with all that cannot stand without it, or a part: its Dutch name, and the record.

        Where nobody `is_asked` a number or name is that of the plan that is seen: what is removed twice would else be
        the record of that number in another one.
        """
        target, record = self._record_at(address, only_seen=not is_asked)
        name = dutch.capital(self.dossier.name(ref_of(record)))
        if target.inside:
            self._replace(record, _with_part(record, target.inside, lambda part: None))
            where = " ".join(f"‘{step.spec.label}’ {step.place}" for step in target.inside)
            return f"{name}, {where}", ref_of(record)
        if isinstance(record, Region):
            raise NotUnderstoodError(
                "Een dossier heeft altijd een regioprofiel. Wijzig het met: sto zet BESTAND regio VELD=WAARDE."
            )
        self._carry_out(removing(self.dossier, record))
        return name, ref_of(record)

    @property
    def change(self) -> Change:
        """All of it as one change; without edits when everything stood like that already. Raises NotSavedError."""
        first, *more = self._labels or [""]
        label = f"{first}, en nog {dutch.count(len(more), 'wijziging', 'wijzigingen')}" if more else first
        change = Change(label, between(self._start.whole.tables, self.dossier.whole.tables), tuple(self._begun))
        refuse_unmarked(change, self._start)
        return change

    def _add_record(self, table: Table, read: Read) -> Ref:
        if table.model is Region:
            raise NotUnderstoodError(
                "Een dossier heeft één regioprofiel. Wijzig het met: sto zet BESTAND regio VELD=WAARDE."
            )
        given = {**self._beforehand(table), **self._read(read, table.model, {})}
        values = self._complete(table.model, {**beginning(self.dossier, table.model, given), **given})
        with _explaining(table.model):
            record = table.model.model_validate({**values, "id": self._new_id})
            self._new_id += 1
            if "number" not in given and begun_with(self.dossier, record):
                self._begun.append(ref_of(record))
            if isinstance(record, Progress):
                change = entry_change(record, self._occasion)
            else:
                change = adding(self.dossier, record, occasion=self._occasion)
        self._carry_out(in_its_period(change, self.dossier, self._today))
        return ref_of(record)

    def _beforehand(self, table: Table) -> Mapping[str, Any]:
        return {"date": self._today, "by": self._by} if table.model is Progress else {}

    def _complete(self, model: type[BaseModel], values: dict[str, Any]) -> dict[str, Any]:
        if missing := lacking(model, values):
            names = dutch.enumerate_words([f"{typed_field(model, spec, self.dossier.region)}=…" for spec in missing])
            raise NotUnderstoodError(f"{why_unnumbered(self.dossier, model, values)}Er ontbreekt nog: {names}.")
        return values

    def _record_at(self, address: str, *, only_seen: bool = False) -> tuple[Aim, Record]:
        addresses = Addresses(self.dossier, only_seen=True) if only_seen else self._addresses
        target = target_of(addresses, address)
        assert target.ref is not None
        self.of_plan = of_which_plan(self.dossier, target.ref)
        return target, self._get(target.ref)

    def _get(self, ref: Ref) -> Record:
        record = self.dossier.get(ref)
        assert record is not None
        return record

    def _read(self, read: Read, model: type[BaseModel], before: Mapping[str, Any]) -> dict[str, Any]:
        with _explaining(model):
            return read(model, before, Addresses(self.dossier))

    def _replace(self, before: Record, after: Record) -> None:
        with _explaining(type(before)):
            change = changing(self.dossier, before, after, self._occasion)
        self._carry_out(change)

    def _carry_out(self, change: Change) -> None:
        refuse_misfits(change, self.dossier)
        refuse_misbooked(change, self.dossier)
        refuse_reversed(change)
        refuse_lacking(change)
        if change.edits:
            self._labels.append(change.label)
        self.dossier = carried_out(self.dossier, change)

    @property
    def _addresses(self) -> Addresses:
        return Addresses(self.dossier, only_seen=self._only_seen)

    @property
    def _occasion(self) -> Occasion:
        return Occasion(self.dossier, self._today, self._by)


@contextmanager
def _explaining(model: type[BaseModel]) -> Iterator[None]:
    try:
        yield
    except ValidationError as error:
        raise NotUnderstoodError(explained(model, error)) from error


def target_of(addresses: Addresses, typed: str, *, new: bool = False) -> Aim:
    """What an address points at; `new` is for something that is to be added there. Raises NotUnderstoodError."""
    head, _, rest = typed.partition("/")
    region = addresses.dossier.region
    table = table_named(head, region)
    if table is None:
        raise NotUnderstoodError(f"‘{head}’ is geen tabel. Kies uit {dutch.enumerate_words(tables_to_type(region))}.")
    if not rest and new:
        return Aim(table, None)
    if not rest and table.model is Region:
        return Aim(table, ref_of(addresses.dossier.region))
    if not rest:
        raise NotUnderstoodError(
            f"Noem ook welke: {typed_table(table, region)}/NR. Zoek het met: sto zoek BESTAND WOORDEN."
        )
    ref, inside = _record_and_rest(addresses, table, rest.split("/"))
    if new and not inside:
        raise NotUnderstoodError(f"{dutch.capital(addresses.dossier.name(ref))} is er al. Wijzig het met: sto zet.")
    return Aim(table, ref, _steps(TABLES[ref.table].model, inside, new, region))


def _record_and_rest(addresses: Addresses, table: Table, pieces: Sequence[str]) -> tuple[Ref, list[str]]:
    """The record that the first pieces name, and the other pieces; a name may have a stroke of its own."""
    for end in range(len(pieces), 1, -1):
        try:
            return addresses.named((table.name,), "/".join(pieces[:end])), list(pieces[end:])
        except NotUnderstoodError:
            continue
    return addresses.named((table.name,), pieces[0]), list(pieces[1:])


def _steps(model: type[BaseModel], pieces: Sequence[str], new: bool, region: Region) -> tuple[PartStep, ...]:
    steps: list[PartStep] = []
    for index in range(0, len(pieces), 2):
        spec = field_named(model, pieces[index], region)
        word = typed_field(model, spec, region)
        if spec.part is None:
            label = own_fields(model, region)[spec.name].label
            raise NotUnderstoodError(f"‘{label}’ is een veld. Schrijf het apart: {word}=WAARDE.")
        place = pieces[index + 1] if index + 1 < len(pieces) else ""
        last_of_new = new and index + 2 > len(pieces) - 1
        if bool(place) is last_of_new or (place and not (place.isdecimal() and int(place))):
            where = f"…/{word}"
            raise NotUnderstoodError(f"Schrijf {where if last_of_new else f'{where}/1 voor de eerste regel'}.")
        steps.append(PartStep(spec, int(place) if place else None))
        model = spec.part
    return tuple(steps)


def _with_part(owner: Any, steps: Sequence[PartStep], made: Callable[[Part | None], Part | None]) -> Any:
    """The record or part in which `made` took the place of what the steps lead to; None takes it away."""
    (step, *rest) = steps
    parts = list(getattr(owner, step.spec.name))
    place = len(parts) if step.place is None else step.place - 1
    if step.place is not None and place >= len(parts):
        there = dutch.count(len(parts), "regel", "regels")
        raise NotUnderstoodError(f"‘{step.spec.label}’ heeft {there}; regel {step.place} is er niet.")
    old = parts[place] if step.place is not None else None
    with _explaining(step.spec.part or type(owner)):
        part = _with_part(old, rest, made) if rest else made(old)
    parts[place : place + 1] = [part] if part is not None else []
    return owner.model_copy(update={step.spec.name: tuple(parts)})
