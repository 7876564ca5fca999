"""Two records that two copies gave one number.

New numbers are so large that this does not happen; the small ones of older files counted from one in every copy.
"""

from collections.abc import Collection, Iterator, Mapping
from hashlib import sha256

from sto_tui.domain.change import with_references
from sto_tui.domain.dossier import Tables, record_targets, targets_of
from sto_tui.domain.merging.records import canonical
from sto_tui.domain.record import Record, Ref, fields_of
from sto_tui.domain.tables import TABLES

HIGHEST_COUNTED = 999_999_999
"""Up to here numbers were counted; above it a number is of one record only."""

_ABOVE_ALL = 1 << 52


def told_apart(base: Tables, ours: Tables, theirs: Tables) -> tuple[Tables, Tables, Mapping[Ref, int]]:
    """Both copies, in which of two different records with one number one has another number.

    Which one, and what number, follows from what they say, so that it is the same on every computer. Also the new
    numbers. `base` is what both copies started from, empty when that is not known.
    """
    ours_anew: dict[Ref, int] = {}
    theirs_anew: dict[Ref, int] = {}
    # What refers to one of two different records is not the same in both copies either.
    while more := list(_pairs(base, ours, theirs, {*ours_anew, *theirs_anew})):
        for ref, our_own, their_own in more:
            ours_moves = _place(our_own, ours_anew) > _place(their_own, theirs_anew)
            number = _new_number(ref.table, our_own if ours_moves else their_own)
            (ours_anew if ours_moves else theirs_anew)[ref] = number
    return _renumbered(ours, ours_anew, base), _renumbered(theirs, theirs_anew, base), ours_anew | theirs_anew


def _pairs(base: Tables, ours: Tables, theirs: Tables, moved: Collection[Ref]) -> Iterator[tuple[Ref, Record, Record]]:
    """Two different records with one number, which are not in `moved` yet."""
    for table in TABLES:
        our_own, their_own = ours.get(table, {}), theirs.get(table, {})
        for number in sorted(our_own.keys() & their_own.keys() - base.get(table, {}).keys()):
            ref = Ref(table, number)
            if table == "region" or number > HIGHEST_COUNTED or ref in moved:
                continue
            if not _is_one(table, our_own[number], their_own[number], moved):
                yield ref, our_own[number], their_own[number]


def _place(record: Record, moved: Mapping[Ref, int]) -> tuple[bool, str, str]:
    """Of two records the one with the later place moves: with what it refers to, else by what it says."""
    moves = any(target in moved for target in record_targets(record))
    return moves, canonical(record), canonical(with_references(record, moved))


def _is_one(table: str, ours: Record, theirs: Record, moved: Collection[Ref]) -> bool:
    """Whether people would call both by the same name."""
    specs = fields_of(type(ours))
    return all(
        getattr(ours, name) == getattr(theirs, name)
        and not any(target in moved for target in targets_of(specs[name], getattr(ours, name)))
        for name in TABLES[table].caption
    )


def _new_number(table: str, record: Record) -> int:
    digest = sha256(f"{table} {record.id} {canonical(record)}".encode()).digest()
    return _ABOVE_ALL | int.from_bytes(digest[:8]) >> 12


def _renumbered(copy: Tables, numbers: Mapping[Ref, int], base: Tables) -> Tables:
    """The copy in which these records have their new numbers, also where they are referred to."""
    if not numbers:
        return copy
    tables: dict[str, dict[int, Record]] = {}
    for table, records in copy.items():
        before = base.get(table, {})
        tables[table] = {}
        for number, record in records.items():
            # What both had at the start refers to nothing that came later.
            if record is not before.get(number) and any(target in numbers for target in record_targets(record)):
                record = with_references(record, numbers)
            number = numbers.get(Ref(table, number), number)
            tables[table][number] = record if record.id == number else record.model_copy(update={"id": number})
    return tables
