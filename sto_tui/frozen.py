"""Frozen records of the program itself, made only when the first of a class is.

Each `dataclass(frozen=True)` compiles six methods while its module is imported; with a hundred and fifty of them that
was a quarter of the time that a command takes. Here only `__init__` is compiled, for the first record of a class: few
of those that are imported are used. The other methods are shared, and that nothing is assigned afterwards is seen by
the type checker instead of by every assignment.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from operator import attrgetter
from threading import RLock
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")
_FIELDS = "__dataclass_fields__"
_making = RLock()


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[T]) -> type[T]:
    """A class with the fields that stand in it, equal and hashed by their values, that is not changed afterwards."""
    unmade: Any = cls

    def make_and_begin(self: T, *values: Any, **named: Any) -> None:
        _make(cls)
        unmade.__init__(self, *values, **named)

    unmade.__init__ = make_and_begin
    setattr(cls, _FIELDS, _FieldsWhenAsked(cls))
    return cls


@dataclass_transform(frozen_default=True, order_default=True, field_specifiers=(field,))
def frozen_in_order(cls: type[T]) -> type[T]:
    """The same of what is made and looked up by ten thousands, and sorted: all its methods are compiled at once.

    `dataclass(frozen=True)` would have each value set through a door of its own, which takes three times as long.
    """
    return dataclass(order=True, unsafe_hash=True)(cls)


class _FieldsWhenAsked:
    """Stands where `dataclasses` looks for the fields of a class, until it looks."""

    def __init__(self, of: type[Any]) -> None:
        self._of = of

    def __get__(self, record: object, owner: type[Any]) -> Any:
        _make(self._of)
        return getattr(self._of, _FIELDS)


def _make(cls: type[Any]) -> None:
    with _making:
        if not isinstance(vars(cls)[_FIELDS], _FieldsWhenAsked):
            return
        made: Any = dataclass(init=False, repr=False, eq=False)(cls)
        names = [each.name for each in fields(made) if each.compare]
        values: Callable[[Any], Any] = attrgetter(*names) if names else type

        def is_equal(self: object, other: object) -> bool:
            return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

        def hashed(self: object) -> int:
            return hash(values(self))

        made.__eq__, made.__hash__, made.__repr__ = is_equal, hashed, _shown
        # Taken from a class below it, so that no other thread finds this one without its `__init__`. With a docstring,
        # or `dataclasses` would work out its signature for one.
        meta: Any = type(cls)
        told = {"__module__": cls.__module__, "__qualname__": cls.__qualname__, "__doc__": cls.__doc__}
        below = meta(cls.__name__, (cls,), told)
        made.__init__ = vars(dataclass(repr=False, eq=False)(below))["__init__"]


def _shown(self: Any) -> str:
    values = (f"{each.name}={getattr(self, each.name)!r}" for each in fields(self) if each.repr)
    return f"{type(self).__qualname__}({', '.join(values)})"
