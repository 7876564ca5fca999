"""Three-way merge of one record: what someone started from, what they made of it, and what stands there now."""

from typing import Any, TypeVar

from sto_tui.domain.record import Part, Record, fields_of

Merged = TypeVar("Merged", bound=Record)


def merged(base: Merged, mine: Merged, theirs: Merged) -> tuple[Merged, tuple[str, ...]]:
    """The record with both sides' changes, and the names of the fields that both changed differently.

    Those fields keep their value. Lists of parts merge by the parts' ids, and part by part by field. What follows from
    words is left to the record: the numbers of two sides' words need not be those of what comes of them.
    """
    updates: dict[str, Any] = {}
    clashes: list[str] = []
    for name, spec in fields_of(type(base)).items():
        old, new, now = getattr(base, name), getattr(mine, name), getattr(theirs, name)
        if spec.follows or new in (old, now):
            continue
        if now == old:
            updates[name] = new
        elif spec.part:
            parts, clash = _merged_parts(old, new, now)
            updates[name] = parts
            clashes += [name] * clash
        else:
            clashes.append(name)
    together, clashing = theirs.model_copy(update=updates).settled_between(base, mine, theirs)
    return together, (*clashes, *clashing)


def _merged_parts(old: tuple[Part, ...], new: tuple[Part, ...], now: tuple[Part, ...]) -> tuple[tuple[Part, ...], bool]:
    """Parts that only one side touched follow that side; the order is theirs, then what is new of mine.

    A part that both sides added gets the next id here: the same id does not make it the same part.
    """
    olds, news, nows = ({part.id: part for part in parts} for parts in (old, new, now))
    highest = max([0, *olds, *news, *nows])
    result: list[Part] = []
    clash = False
    for part in now:
        base, mine = olds.get(part.id), news.get(part.id)
        if base is None or mine == base:
            result.append(part)
        elif mine is None:
            if part != base:
                clash = True
                result.append(part)
        else:
            both, differs = _merged_part(base, mine, part)
            clash = clash or differs
            result.append(both)
    for part in new:
        if part.id not in olds and part not in now:
            highest += part.id in nows
            result.append(part.model_copy(update={"id": highest}) if part.id in nows else part)
        elif part.id in olds and part.id not in nows and part != olds[part.id]:
            clash = True
    i_moved, they_moved = _order_changed(old, new), _order_changed(old, now)
    if i_moved and not they_moved:
        places = {part.id: place for place, part in enumerate(new)}
        result.sort(key=lambda part: places.get(part.id, len(places)))
    return tuple(result), clash or (i_moved and they_moved and _order_changed(new, now))


def _order_changed(before: tuple[Part, ...], after: tuple[Part, ...]) -> bool:
    """Whether the parts that are in both stand in another order."""
    common = {part.id for part in before} & {part.id for part in after}
    return [part.id for part in before if part.id in common] != [part.id for part in after if part.id in common]


def _merged_part(base: Part, mine: Part, theirs: Part) -> tuple[Part, bool]:
    updates: dict[str, Any] = {}
    clash = False
    for name in fields_of(type(base)):
        old, new, now = getattr(base, name), getattr(mine, name), getattr(theirs, name)
        if new in (old, now):
            continue
        if now == old:
            updates[name] = new
        else:
            clash = True
    return theirs.model_copy(update=updates), clash
