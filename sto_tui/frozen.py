"""Frozen records of the program itself, made several times as fast as by `dataclasses`.

Each `dataclass(frozen=True)` compiles six methods while its module is imported; with a hundred and fifty of them that
was a quarter of the time that a command takes. Here only `__init__` is compiled; the other methods are shared, and that
nothing is assigned afterwards is seen by the type checker instead of by every assignment.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[T]) -> type[T]:
    """A class with the fields that stand in it, equal and hashed by their values, that is not changed afterwards."""
    made: Any = dataclass(repr=False, eq=False)(cls)
    names = [each.name for each in fields(made) if each.compare]
    values: Callable[[Any], Any] = attrgetter(*names) if names else type

    def is_equal(self: T, other: object) -> bool:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: T) -> int:
        return hash(values(self))

    made.__eq__, made.__hash__, made.__repr__ = is_equal, hashed, _shown
    return cls


def _shown(self: Any) -> str:
    values = (f"{each.name}={getattr(self, each.name)!r}" for each in fields(self) if each.repr)
    return f"{type(self).__qualname__}({', '.join(values)})"
