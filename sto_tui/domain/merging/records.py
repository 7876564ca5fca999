"""Three-way merge of one record: what someone started from, what they made of it, and what stands there now."""

import json
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Any, TypeVar

from sto_tui.domain.merging.texts import merged_text
from sto_tui.domain.record import FRESH_PART_IDS, FieldSpec, Part, Record, fields_of

Merged = TypeVar("Merged", bound=Record)
RecordOrPart = TypeVar("RecordOrPart", Record, Part)


def merged(base: Merged, mine: Merged, theirs: Merged) -> tuple[Merged, tuple[str, ...]]:
    """The record with both sides' changes, and the names of the fields that both changed differently.

    Those fields keep their value; in a list of parts what does go together is merged all the same. What follows from
    words is left to the record: the numbers of two sides' words need not be those of what comes of them.
    """
    updates, clashes = _merged_fields(base, mine, theirs)
    together, clashing = theirs.model_copy(update=updates).settled_between(base, mine, theirs)
    return together, tuple(dict.fromkeys((*clashes, *clashing)))


def canonical(item: Record | Part) -> str:
    """What a record or part says, as one text: by it two sides stand in the same order on every computer."""
    return json.dumps(item.model_dump(mode="json", exclude={"id", "rev"}), sort_keys=True, ensure_ascii=False)


def merged_value(spec: FieldSpec, old: Any, new: Any, now: Any) -> tuple[Any, bool]:
    """The value of a field with both sides' changes, and whether they changed it differently; then it is theirs."""
    if new in (old, now):
        return now, False
    if now == old:
        return new, False
    if spec.part:
        return _merged_parts(old, new, now)
    if spec.kind in ("choices", "references"):
        return _merged_set(spec, old, new, now), False
    if spec.kind == "text":
        text = merged_text(old, new, now)
        return (now, True) if text is None or len(text) > spec.limit else (text, False)
    return now, True


def _merged_fields(base: RecordOrPart, mine: RecordOrPart, theirs: RecordOrPart) -> tuple[dict[str, Any], list[str]]:
    updates: dict[str, Any] = {}
    clashes: list[str] = []
    for name, spec in fields_of(type(base)).items():
        if spec.follows:
            continue
        value, clash = merged_value(spec, *(getattr(version, name) for version in (base, mine, theirs)))
        updates[name] = value
        clashes += [name] * clash
    return updates, clashes


def _merged_set(spec: FieldSpec, old: Sequence[Any], new: Sequence[Any], now: Sequence[Any]) -> tuple[Any, ...]:
    """What neither side took out and what either put in: first what was there, then the new in a fixed order."""
    kept = [item for item in old if item in new and item in now]
    fresh = {item for item in (*new, *now) if item not in old}
    if spec.choices:
        return tuple(choice for choice in spec.choices if choice in kept or choice in fresh)
    return (*kept, *sorted(fresh))


Parts = tuple[Part, ...]


def _merged_parts(old: Parts, new: Parts, now: Parts) -> tuple[Parts, bool]:
    """Parts that only one side touched follow that side; a part that both changed is merged field by field."""
    old, new, now = map(_each_with_its_own, (old, new, now))
    new, now = _told_apart(old, new, now)
    olds, news, nows = ({part.id: part for part in parts} for parts in (old, new, now))
    together: dict[int, Part] = {}
    clash = False
    for number in dict.fromkeys((*nows, *news)):
        part, differs = _merged_part(olds.get(number), news.get(number), nows.get(number))
        clash = clash or differs
        if part:
            together[number] = part
    order, differs = _order(together, *(tuple(parts) for parts in (olds, news, nows)))
    return tuple(together[number] for number in order), clash or differs


def _each_with_its_own(parts: Parts) -> Parts:
    """The parts, of which no two have one number: what another program left so would be taken for one."""
    if len({part.id for part in parts}) == len(parts):
        return parts
    numbered: dict[int, Part] = {}
    for part in parts:
        kept = part
        while kept.id in numbered:
            kept = _renumbered(kept)
        numbered[kept.id] = kept
    return tuple(numbered.values())


def _merged_part(base: Part | None, mine: Part | None, theirs: Part | None) -> tuple[Part | None, bool]:
    """One part with both sides' changes, and whether they clash; then it is as theirs."""
    if base is None:
        return theirs or mine, mine is not None and theirs is not None and mine != theirs
    if mine == base:
        return theirs, False
    if theirs == base:
        return mine, False
    if mine is None or theirs is None:
        return theirs, mine is not theirs
    updates, clashes = _merged_fields(base, mine, theirs)
    return theirs.model_copy(update=updates), bool(clashes)


def _told_apart(old: Parts, new: Parts, now: Parts) -> tuple[Parts, Parts]:
    """Both sides' parts, in which two that were added with one number have each their own.

    Parts of a new record count from one, so there the number does not make them the same part. Which of the two keeps
    it, and what the other is called, follows from what they say.
    """
    was = {part.id for part in old}
    nows = {part.id: part for part in now}
    for mine in new:
        theirs = nows.get(mine.id)
        if theirs is None or mine.id in was or mine.id in FRESH_PART_IDS or theirs == mine:
            continue
        if canonical(mine) > canonical(theirs):
            new = tuple(_renumbered(part) if part is mine else part for part in new)
        else:
            now = tuple(_renumbered(part) if part is theirs else part for part in now)
    return new, now


def _renumbered(part: Part) -> Part:
    digest = int(sha256(f"{part.id} {canonical(part)}".encode()).hexdigest(), 16)
    return part.model_copy(update={"id": FRESH_PART_IDS[digest % len(FRESH_PART_IDS)]})


def _order(
    together: dict[int, Part], old: Sequence[int], new: Sequence[int], now: Sequence[int]
) -> tuple[list[int], bool]:
    """The order of the parts, and whether both sides moved them, differently; then it is theirs.

    What a side added comes before what it stood before there.
    """
    my_order, their_order = _common(new, now, together), _common(now, new, together)
    i_moved = _common(new, old, my_order) != _common(old, new, my_order)
    they_moved = _common(now, old, my_order) != _common(old, now, my_order)
    spine = my_order if i_moved and not they_moved else their_order
    runs: dict[int | None, list[list[int]]] = {}
    for numbers in (now, new):
        for before, run in _runs([number for number in numbers if number in together], set(spine)):
            runs.setdefault(before, []).append(run)
    placed: list[int] = []
    for before in (*spine, None):
        for run in sorted(runs.get(before, []), key=lambda run: [canonical(together[number]) for number in run]):
            placed += run
        placed += [before] if before is not None else []
    return placed, i_moved and they_moved and my_order != their_order


def _common(numbers: Sequence[int], *among: Any) -> list[int]:
    return [number for number in numbers if all(number in these for these in among)]


def _runs(numbers: Sequence[int], spine: set[int]) -> Iterator[tuple[int | None, list[int]]]:
    """The numbers that are not in the spine, a row at a time, each with the number of the spine that follows it."""
    run: list[int] = []
    for number in numbers:
        if number not in spine:
            run.append(number)
        elif run:
            yield number, run
            run = []
    if run:
        yield None, run
