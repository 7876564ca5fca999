"""What one copy of a dossier removed, while the other went on with it.

A removal takes along what hangs on a record and empties the links to it, so half of it cannot be kept: what the other
copy touched comes back with all that belongs to it.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping

from sto_tui.domain.change import without_reference
from sto_tui.domain.dossier import Dossier, Tables, record_targets
from sto_tui.domain.record import Record, Ref


def with_what_comes_back(base: Dossier, copy: Dossier, other: Dossier) -> tuple[Tables, tuple[Ref, ...]]:
    """The tables of `copy` in which stands again, as it was, what it removed and `other` needs.

    Also the addresses of what the other copy itself changed, or newly refers to.
    """
    removed = {
        Ref(table, number)
        for table, records in base.tables.items()
        for number in records
        if number not in copy.tables.get(table, {})
    }
    touched = sorted(_touched(removed, base, other))
    back: set[Ref] = set()
    waiting = list(touched)
    while waiting:
        ref = waiting.pop()
        if ref in back:
            continue
        back.add(ref)
        needed = record_targets(other.get(ref) or base.tables[ref.table][ref.id])
        hanging_on_it = (owner.at(None) for owner in base.referrers(ref))
        waiting += [near for near in (*needed, *hanging_on_it) if near in removed and other.get(near)]
    return _with(back, removed, base, copy), tuple(touched)


def _touched(removed: Collection[Ref], base: Dossier, other: Dossier) -> set[Ref]:
    touched = {ref for ref in removed if (record := other.get(ref)) and record != base.get(ref)}
    for table, records in other.tables.items():
        before = base.tables.get(table, {})
        for number, record in records.items():
            was = before.get(number)
            if record is not was and record != was:
                new = set(record_targets(record)) - set(record_targets(was) if was else ())
                touched |= {target for target in new if target in removed and other.get(target)}
    return touched


def _with(back: Collection[Ref], removed: Collection[Ref], base: Dossier, copy: Dossier) -> Tables:
    tables: dict[str, Mapping[int, Record]] = dict(copy.tables)
    put_in: dict[str, dict[int, Record]] = defaultdict(dict)
    for ref in back:
        put_in[ref.table][ref.id] = base.tables[ref.table][ref.id]
        for link in base.referrers(ref):
            owner = put_in[link.table].get(link.id) or copy.get(link.at(None))
            was = base.get(link.at(None))
            if owner and was and link.field and link.at(None) not in back:
                put_in[link.table][link.id] = _linked_again(owner, was, link.field, back, removed)
    for table, records in put_in.items():
        tables[table] = {**tables.get(table, {}), **records}
    return tables


def _linked_again(owner: Record, was: Record, field: str, back: Collection[Ref], removed: Collection[Ref]) -> Record:
    """The owner with the links that the removal emptied; a field that was changed besides is left as it is."""
    emptied = kept = was
    for target in set(record_targets(was)) & set(removed):
        emptied = without_reference(emptied, field, target)
        if target not in back:
            kept = without_reference(kept, field, target)
    if getattr(owner, field) != getattr(emptied, field):
        return owner
    return owner.model_copy(update={field: getattr(kept, field)})
