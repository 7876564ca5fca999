"""Two records that two copies gave one number.

New numbers are so large that this does not happen; the small ones of older files counted from one in every copy.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from hashlib import sha256

from sto_tui.domain.change import with_references
from sto_tui.domain.dossier import Tables, record_targets, targets_of
from sto_tui.domain.merging.records import canonical
from sto_tui.domain.record import Record, Ref, fields_of
from sto_tui.domain.tables import TABLES

HIGHEST_COUNTED = 999_999_999
"""Up to here numbers were counted; above it a number is of one record only."""

_ABOVE_ALL = 1 << 52
_ALIKE = 0.6
"""So much of the words of a name is the same when somebody changed it a little; of two names less is."""


def told_apart(base: Tables | None, ours: Tables, theirs: Tables) -> tuple[Tables, Tables, Mapping[Ref, int]]:
    """Both copies, in which of two different records with one number one has another number.

    Which one, and what number, follows from what they say, so that it is the same on every computer. Also the new
    numbers. `base` is what both copies started from. Without it one number is mostly one record that was changed:
    then two are told apart only by how little they have in common.
    """
    is_one = _can_be_one if base is None else _is_one
    base = base or {}
    ours_anew: dict[Ref, int] = {}
    theirs_anew: dict[Ref, int] = {}
    # What refers to one of two different records is not the same in both copies either.
    while more := list(_pairs(base, ours, theirs, {*ours_anew, *theirs_anew}, is_one)):
        for ref, our_own, their_own in more:
            ours_moves = _place(our_own, ours_anew) > _place(their_own, theirs_anew)
            number = _new_number(ref.table, our_own if ours_moves else their_own)
            (ours_anew if ours_moves else theirs_anew)[ref] = number
    return _renumbered(ours, ours_anew, base), _renumbered(theirs, theirs_anew, base), ours_anew | theirs_anew


_IsOne = Callable[[str, Record, Record, Collection[Ref]], bool]


def _pairs(
    base: Tables, ours: Tables, theirs: Tables, moved: Collection[Ref], is_one: _IsOne
) -> Iterator[tuple[Ref, Record, Record]]:
    """Two different records with one number, which are not in `moved` yet."""
    for table in TABLES:
        our_own, their_own = ours.get(table, {}), theirs.get(table, {})
        for number in sorted(our_own.keys() & their_own.keys() - base.get(table, {}).keys()):
            ref = Ref(table, number)
            if table == "region" or number > HIGHEST_COUNTED or ref in moved:
                continue
            if not is_one(table, our_own[number], their_own[number], moved):
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


def _can_be_one(table: str, ours: Record, theirs: Record, moved: Collection[Ref]) -> bool:
    """Whether one record can have become both. Two that nobody changed since they were made were made apart.

    What stands in a cell of the matrix never moves to another.
    """
    if _is_one(table, ours, theirs, moved):
        return True
    if any(target in moved for record in (ours, theirs) for target in record_targets(record)):
        return False
    specs = fields_of(type(ours))
    cell = [name for name in TABLES[table].single if specs[name].tables]
    if cell:
        return all(getattr(ours, name) == getattr(theirs, name) for name in cell)
    if any(_alike(getattr(ours, name), getattr(theirs, name)) for name in _words(table)):
        return True
    return bool(ours.rev or theirs.rev) and _mostly_the_same(ours, theirs)


def _words(table: str) -> Iterator[str]:
    """The words that call a record by its name; a number is given to the next one too."""
    specs = fields_of(TABLES[table].model)
    return (name for name in TABLES[table].caption if specs[name].kind in ("line", "text") and name != "number")


def _alike(one: str, another: str) -> bool:
    # Only who merges without a start pays for it.
    from difflib import SequenceMatcher

    return bool(one and SequenceMatcher(None, one, another, autojunk=False).ratio() >= _ALIKE)


def _mostly_the_same(ours: Record, theirs: Record) -> bool:
    """Whether at least half of what both say is the same; what one of them left empty tells nothing."""
    said = [
        bool(getattr(ours, name) == getattr(theirs, name))
        for name, spec in fields_of(type(ours)).items()
        if spec.default not in (getattr(ours, name), getattr(theirs, name))
    ]
    return 2 * sum(said) >= len(said)


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
