"""Rows that are headings of the rows below them: by level, number with dots, leading blanks, or a name alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

# A row with only a name is a heading when a row with a date follows this soon.
SOON = 3
# Numbers make levels when nearly all of what has a dot lies below a number that is there.
_PARENTED = 0.8
_DOTTED = re.compile(r"([A-Za-z]{0,4}\d+(?:\.\d+)*)\.?")


@dataclass(frozen=True)
class Nesting:
    """A row and the headings above it, by place in the list, from the outermost to the nearest."""

    is_group: bool
    parents: tuple[int, ...] = ()

    @property
    def level(self) -> int:
        """How many headings stand above it."""
        return len(self.parents)


@dataclass(frozen=True)
class RowShape:
    """What a row has, to see whether it is a heading; `look` is how its name is written, such as bold."""

    has_name: bool
    only_name: bool
    has_date: bool
    look: str = ""


def nested(levels: Sequence[int]) -> tuple[Nesting, ...]:
    """The headings above each row by level: a row is one when the next row is deeper.

    A heading closes as soon as a row of its own level comes, and not only when another heading does.
    """
    stack: list[int] = []
    nestings = []
    for row, level in enumerate(levels):
        while stack and levels[stack[-1]] >= level:
            stack.pop()
        is_group = row + 1 < len(levels) and levels[row + 1] > level
        nestings.append(Nesting(is_group, tuple(stack)))
        if is_group:
            stack.append(row)
    return tuple(nestings)


def levels_of_numbers(numbers: Sequence[str]) -> tuple[int, ...] | None:
    """The levels of `1`, `1.1`, `1.1.2`; None when they are no such numbers, or have no level below the first.

    A version or an amount has dots too: so nearly each of them must lie below a number that stands before it. Rows
    below the last number (a note) are of the outermost level.
    """
    keys = [match[1] if (match := _DOTTED.fullmatch(number.strip())) else "" for number in numbers]
    while keys and not keys[-1]:
        keys.pop()
    if not keys or not all(keys) or any(number.strip() for number in numbers[len(keys) :]):
        return None
    seen: set[str] = set()
    below = parented = 0
    for key in keys:
        if "." in key:
            below += 1
            parented += key.rpartition(".")[0] in seen
        seen.add(key)
    if not below or len(seen) < len(keys) or parented < _PARENTED * below:
        return None
    return tuple(key.count(".") for key in keys) + (0,) * (len(numbers) - len(keys))


def levels_of_blanks(names: Sequence[str]) -> tuple[int, ...] | None:
    """The levels of names with blanks before them; None when all begin alike, or the first lies deeper than another."""
    widths = [len(name.expandtabs(4)) - len(name.expandtabs(4).lstrip()) for name in names]
    if len(set(widths)) < 2 or widths[0] > min(widths):
        return None
    order = {width: level for level, width in enumerate(sorted(set(widths)))}
    return tuple(order[width] for width in widths)


def nested_by_shape(rows: Sequence[RowShape]) -> tuple[Nesting, ...]:
    """Without levels: a row with only a name, and a dated row soon below it, is the heading of what follows.

    Headings right below each other stand in each other. When they look different (`THEMA` and `Fase`, bold and not),
    how they look says their level; else the next one after rows closes them all. Names alone at the end are none.
    """
    is_heading = [
        row.has_name and row.only_name and _leads_to_date(rows[at + 1 : at + 1 + SOON]) for at, row in enumerate(rows)
    ]
    ranks = _ranks(rows, is_heading)
    headings: list[int] = []
    nestings = []
    for at, row in enumerate(rows):
        if not is_heading[at]:
            nestings.append(Nesting(False, tuple(headings)))
            continue
        if ranks:
            headings = [above for above in headings if ranks[rows[above].look] < ranks[row.look]]
        elif not (at and is_heading[at - 1]):
            headings = []
        nestings.append(Nesting(True, tuple(headings)))
        headings = [*headings, at]
    return tuple(nestings)


def _ranks(rows: Sequence[RowShape], is_heading: Sequence[bool]) -> dict[str, int]:
    """The level of each look of headings; empty when no two that stand right below each other look different."""
    pairs = [(at - 1, at) for at in range(1, len(rows)) if is_heading[at - 1] and is_heading[at]]
    if not any(rows[first].look != rows[then].look for first, then in pairs):
        return {}
    looks = [row.look for row, heads in zip(rows, is_heading, strict=True) if heads]
    ranks = {look: rank for rank, look in enumerate(dict.fromkeys(looks))}
    # A look that also stands above one that came first says nothing about levels.
    falls = any(ranks[rows[first].look] >= ranks[rows[then].look] for first, then in pairs)
    return {} if falls else ranks


def undecided_headings(nestings: Sequence[Nesting]) -> list[int]:
    """Headings after rows that may stand under one above them too: earlier two stood right below each other."""
    two = False
    undecided = []
    for at, nesting in enumerate(nestings):
        below = at > 0 and nestings[at - 1].is_group
        if nesting.is_group and not nesting.parents and two and not below:
            followed = at + 1 < len(nestings) and nestings[at + 1].is_group
            undecided += [] if followed else [at]
        two |= nesting.is_group and below
    return undecided


def _leads_to_date(rows: Sequence[RowShape]) -> bool:
    """Whether a dated row comes before anything that is neither a name alone nor dated."""
    for row in rows:
        if row.has_date:
            return True
        if not row.only_name:
            return False
    return False
