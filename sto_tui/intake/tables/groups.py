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
    """What a row has, to see whether it is a heading."""

    has_name: bool
    only_name: bool
    has_date: bool


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

    Headings right below each other stand in each other; the next one after rows closes them all. Names alone at the
    end are no headings.
    """
    headings: list[int] = []
    nestings = []
    in_row = False
    for at, row in enumerate(rows):
        soon = rows[at + 1 : at + 1 + SOON]
        is_group = row.has_name and row.only_name and _leads_to_date(soon)
        if is_group:
            headings = headings if in_row else []
            nestings.append(Nesting(True, tuple(headings)))
            headings = [*headings, at]
        else:
            nestings.append(Nesting(False, tuple(headings)))
        in_row = is_group
    return tuple(nestings)


def _leads_to_date(rows: Sequence[RowShape]) -> bool:
    """Whether a dated row comes before anything that is neither a name alone nor dated."""
    for row in rows:
        if row.has_date:
            return True
        if not row.only_name:
            return False
    return False
