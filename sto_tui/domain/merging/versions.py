"""Merging one record of two copies, so that it comes out the same whichever of the two is ours."""

from collections.abc import Collection, Iterator
from typing import Any, TypeVar, cast

from pydantic import ValidationError

from sto_tui.domain.merging.choices import Chosen, Copy, OpenChoice, Reason
from sto_tui.domain.merging.records import canonical, merged
from sto_tui.domain.record import FieldSpec, Part, Record, Ref, fields_of

RecordOrPart = TypeVar("RecordOrPart", Record, Part)


def merged_versions(
    ref: Ref, base: Record | None, ours: Record, theirs: Record, chosen: Chosen, *, start_unknown: bool = False
) -> tuple[Record, tuple[OpenChoice, ...]]:
    """The record with the changes of both copies, and what there is to choose in it.

    `base` is what both started from. Without it only what one copy left empty is known not to be a change. With
    `start_unknown` nobody knows of any record what it started from: then one that never was edited is what the other
    started from.
    """
    if _same(ours, theirs):
        return max(ours, theirs, key=lambda version: version.rev), ()
    first, second = sorted((ours, theirs), key=canonical)
    unedited = _unedited(ours, theirs) if start_unknown else None
    start = base or unedited or _what_both_say(first, second)
    together, clashes = merged(start, first, second)
    choices = [
        OpenChoice(Reason.BOTH_CHANGED, ref, fields, ours, theirs)
        for fields in _chosen_together(type(start), {*clashes, *_halves(start, ours, theirs)}, ours, theirs)
    ]
    ways = _ways(start, ours, theirs) | {None: base or _ways(start, second, first)[Copy.THEIRS]}
    for choice in choices:
        way = ways[chosen.get(choice.key)]
        fields = [*choice.fields, *_following(type(start), choice.fields)]
        together = together.model_copy(update={name: getattr(way, name) for name in fields})
    try:
        type(together).model_validate(dict(together))
    except ValidationError:
        # Each copy is right, but together they are not: then it is one of them.
        choices = [OpenChoice(Reason.BOTH_CHANGED, ref, (), ours, theirs)]
        sides: dict[Copy | None, Record] = {None: base or first, Copy.OURS: ours, Copy.THEIRS: theirs}
        together = sides[chosen.get(choices[0].key)]
    return _counted(together, ours, theirs), tuple(choices)


def _ways(start: Record, ours: Record, theirs: Record) -> dict[Copy | None, Record]:
    """The record in the way of each copy: in lists and texts with what the other did elsewhere in them."""
    ways: dict[Copy | None, Record] = {}
    for copy, mine, yours in ((Copy.OURS, ours, theirs), (Copy.THEIRS, theirs, ours)):
        # Only a list or a text can hold something of both.
        whole = {
            name: getattr(mine, name)
            for name, spec in fields_of(type(start)).items()
            if not spec.many and spec.kind != "text" and not spec.follows
        }
        ways[copy] = merged(start, yours, mine)[0].model_copy(update=whole)
    return ways


def _same(ours: Record, theirs: Record) -> bool:
    return ours is theirs or ours.model_copy(update={"rev": theirs.rev}) == theirs


def _counted(together: Record, ours: Record, theirs: Record) -> Record:
    """With the version number of the copy that it is as, or the next one."""
    alike = [version.rev for version in (ours, theirs) if _same(version, together)]
    return together.model_copy(update={"rev": max(alike, default=max(ours.rev, theirs.rev) + 1)})


def _unedited(ours: Record, theirs: Record) -> Record | None:
    """The copy that was never edited, when the other was."""
    if bool(ours.rev) == bool(theirs.rev):
        return None
    return theirs if ours.rev else ours


def _what_both_say(first: RecordOrPart, second: RecordOrPart) -> RecordOrPart:
    """In place of an unknown start: what is the same in both; of the rest nothing, so that what one says is new."""
    updates = {}
    for name, spec in fields_of(type(first)).items():
        values = getattr(first, name), getattr(second, name)
        updates[name] = values[0] if values[0] == values[1] else _start_of(spec, *values)
    return first.model_copy(update=updates)


def _start_of(spec: FieldSpec, first: Any, second: Any) -> Any:
    if spec.part:
        others = {part.id: part for part in second}
        return tuple(_what_both_say(cast(Part, part), others[part.id]) for part in first if part.id in others)
    if spec.kind in ("line", "text"):
        return ""
    return spec.default if spec.many or spec.default in (first, second) else None


def _halves(start: Record, ours: Record, theirs: Record) -> Iterator[str]:
    """The fields that say one thing together, of which each copy changed something else, and those that both moved.

    A longer and a shift may come to one end day: that is not one wish, and the begin of the one goes with its end.
    """
    for names in type(start).one_value:
        was, our_own, their_own = ([getattr(version, name) for name in names] for version in (start, ours, theirs))
        if was != our_own != their_own != was:
            yield from names
    moved = type(start).moved_together
    if any(getattr(start, name) not in (getattr(ours, name), getattr(theirs, name)) for name in moved):
        yield from moved


def _chosen_together(
    model: type[Record], clashes: Collection[str], ours: Record, theirs: Record
) -> list[tuple[str, ...]]:
    """The clashing fields, in the order of the form; those that say one thing are one choice."""
    groups: dict[str, list[str]] = {}
    group_of = {name: names[0] for names in model.one_value for name in names}
    for name in fields_of(model):
        if name in clashes and getattr(ours, name) != getattr(theirs, name):
            groups.setdefault(group_of.get(name, name), []).append(name)
    return [tuple(names) for names in groups.values()]


def _following(model: type[Record], names: Collection[str]) -> list[str]:
    """The fields that follow from the words of these."""
    return [name for name, spec in fields_of(model).items() if spec.follows in names and name not in names]
