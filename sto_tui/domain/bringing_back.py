"""A record that someone else removed while it was edited comes back, with all that went with it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sto_tui.domain.change import Change, Edit, Occasion, added, between, carried_out, changing
from sto_tui.domain.dossier import Dossier, record_targets, ref_of
from sto_tui.domain.dutch import count
from sto_tui.domain.merging.records import merged
from sto_tui.domain.record import Record, Ref


def brought_back(removal: Change | None, base: Record, mine: Record, name: str, occasion: Occasion) -> Change:
    """The change that brings a record back as it was when it was removed, with my edit of `base` on top.

    `removal` is what took it away, turned round, when the history tells. Of that comes along what hung on the record:
    what was removed with it and the links to it. A link stays away when its field was changed since. `name` says in
    Dutch which record it is.
    """
    if removal is None:
        return Change(f"{name} teruggezet", added(mine, occasion))
    dossier, ref = occasion.dossier, ref_of(base)
    back = dict(_still_to_come(_hanging_on(ref, removal.edits), dossier))
    restored = _with_records(dossier, back)
    together, _ = merged(base, back[ref], mine)
    on_top = changing(restored, back[ref], together, replace(occasion, dossier=restored))
    along = len(back) - 1
    changed_with_it = ("regel die mee verwijderd of aangepast was", "regels die mee verwijderd of aangepast waren")
    more = f", met {count(along, *changed_with_it)}" if along else ""
    return Change(f"{name} teruggezet{more}", between(dossier.tables, carried_out(restored, on_top).tables))


def _hanging_on(ref: Ref, edits: Sequence[Edit]) -> list[Edit]:
    """Of edits that bring records back or change them: those that belong to this record."""
    back = {edit.ref: edit.after for edit in edits if edit.before is None and edit.after is not None}
    belonging: set[Ref] = set()
    following = {ref}
    while following:
        belonging |= following
        targets = {target for member in following for target in record_targets(back[member])}
        owners = {owner for owner, record in back.items() if not following.isdisjoint(record_targets(record))}
        following = ((targets & back.keys()) | owners) - belonging
    return [edit for edit in edits if edit.ref in belonging or _links_to(belonging, edit)]


def _links_to(refs: set[Ref], edit: Edit) -> bool:
    """Whether an edit of a record that stayed gives it back a link."""
    if edit.before is None or edit.after is None:
        return False
    return not refs.isdisjoint(set(record_targets(edit.after)) - set(record_targets(edit.before)))


def _still_to_come(edits: Sequence[Edit], dossier: Dossier) -> Iterator[tuple[Ref, Record]]:
    """The records as they can come back in the dossier as it is by now."""
    for edit in edits:
        current = dossier.get(edit.ref)
        if edit.after is None:
            continue
        if edit.before is None and current is None:
            yield edit.ref, edit.after
        elif edit.before is not None and current is not None:
            together, clashes = merged(edit.before, edit.after, current)
            if not clashes and together != current:
                yield edit.ref, together


def _with_records(dossier: Dossier, records: Mapping[Ref, Record]) -> Dossier:
    tables: dict[str, dict[int, Record]] = {}
    for ref, record in records.items():
        tables.setdefault(ref.table, dict(dossier.tables[ref.table]))[ref.id] = record
    return dossier.with_tables(tables)
