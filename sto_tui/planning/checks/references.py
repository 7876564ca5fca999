"""References to what is no longer there, and records that cannot be read."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from operator import attrgetter
from typing import Any

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import capital, enumerate_words
from sto_tui.domain.level_words import own_fields, word_of_table
from sto_tui.domain.record import FieldSpec, Record, Ref, fields_of
from sto_tui.domain.tables import TABLES
from sto_tui.planning.checks.finding import Found, Level, Points
from sto_tui.planning.checks.per_place import check_per_place


def _refers(spec: FieldSpec) -> bool:
    return bool(spec.tables) or (spec.part is not None and any(map(_refers, fields_of(spec.part).values())))


_REFERRING = [table for table in TABLES if any(map(_refers, fields_of(TABLES[table].model).values()))]


@check_per_place(Level.FOUT, _REFERRING)
def lost_reference(dossier: Dossier, today: date, tables: tuple[str, ...]) -> Points:
    """A field that refers to a record that does not exist.

    Source: opbouw van het dossier, elke verwijzing leidt naar een onderdeel.
    """
    there = _Numbers(dossier.whole)
    for table in tables:
        records = dossier.tables.get(table, {}).values()
        for spec in own_fields(TABLES[table].model, dossier.region).values():
            for record, target, number in _lost(spec, records, there) if _refers(spec) else ():
                ref = Ref(table, record.id, spec.name)
                gone = word_of_table(dossier.region, target).singular if target in TABLES else "regel"
                yield Found(
                    ref,
                    f"‘{spec.label}’ van {word_of_table(dossier.region, table).singular} ‘{dossier.caption(ref)}’ "
                    f"verwijst naar {gone} "
                    f"{number}, maar dat is er niet meer. Kies iets anders of haal de verwijzing weg.",
                )


class _Numbers(dict[str, Mapping[int, Record]]):
    """The records of the tables that were asked for, and of no others: a check has read what it asked for."""

    def __init__(self, dossier: Dossier) -> None:
        super().__init__()
        self._dossier = dossier

    def __missing__(self, table: str) -> Mapping[int, Record]:
        self[table] = self._dossier.tables.get(table, {})
        return self[table]


def _lost(spec: FieldSpec, records: Iterable[Record], there: _Numbers) -> Iterable[tuple[Record, str, int]]:
    """The records of which a field refers to what is not there, with the table and number of that."""
    read = attrgetter(spec.name)
    if spec.by_ref and not spec.many:
        # That is the matrix, which has ten thousands.
        return [
            (record, ref.table, ref.id)
            for record in records
            if (ref := read(record)) and ref.id not in there[ref.table]
        ]
    return (
        (record, target, number)
        for record in records
        for target, number in _targets(spec, read(record))
        if number not in there[target]
    )


@check_per_place(Level.FOUT, TABLES)
def set_aside(dossier: Dossier, today: date, tables: tuple[str, ...]) -> Points:
    """A record in the file that can't be used: it stays in the file, but takes no part in anything.

    Source: opbouw van het dossier, elk onderdeel voldoet aan zijn velden.
    """
    for aside in dossier.aside:
        if aside.ref.table in tables:
            yield Found(aside.ref, f"{aside.sentence}.")


@check_per_place(Level.FOUT, TABLES)
def open_choice(dossier: Dossier, today: date, tables: tuple[str, ...]) -> Points:
    """What two copies that were brought together say differently, and nobody has chosen yet.

    Source: samenvoegen van kopieën, wat beide wijzigden is een keuze.
    """
    for choice in dossier.unsettled:
        if choice.ref.table not in tables:
            continue
        specs = own_fields(TABLES[choice.ref.table].model, dossier.region)
        labels = enumerate_words([f"‘{specs[name].label}’" for name in choice.fields if name in specs])
        name = capital(dossier.name(choice.ref))
        field = choice.fields[0] if choice.other and choice.fields else None
        if choice.other:
            said = f"{name} heeft bij {labels} iets anders in {choice.source}."
        elif choice.is_removed_here:
            said = f"{name} is hier verwijderd en in {choice.source} gewijzigd of gebruikt."
        else:
            said = f"{name} is in {choice.source} verwijderd en hier gewijzigd of gebruikt."
        yield Found(choice.ref.at(field), f"{said} Kies wat blijft, met C (Samenvoegen).")


def _targets(spec: FieldSpec, value: Any) -> Iterator[tuple[str, int]]:
    """The table and number of what a field refers to; a Ref for each would take half of the time of all checks."""
    if not value:
        return
    if spec.tables:
        for target in value if spec.many else (value,):
            yield (target.table, target.id) if isinstance(target, Ref) else (spec.tables[0], target)
    elif spec.part:
        for part in value:
            for inner in fields_of(spec.part).values():
                yield from _targets(inner, getattr(part, inner.name))
