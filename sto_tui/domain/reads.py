"""Which tables of a dossier an answer was worked out from, so that it can be kept while these stay the same.

It is noted while working it out and not said beforehand: of two hundred checks one would be said wrong one day. What is
remembered with a version of the dossier is remembered with what it was read from, so that who is handed it has read
that as well.
"""

import threading
from collections.abc import Callable, ItemsView, Iterable, Iterator, KeysView, Mapping, ValuesView
from typing import Any, Generic, TypeVar, overload

Answer = TypeVar("Answer")
Reads = frozenset[str]


class _Noting(threading.local):
    """What the answer that this thread is working out has read so far."""

    reads: set[str] | None = None


_noting = _Noting()


def note(names: Iterable[str]) -> None:
    """These tables were read, or what was worked out from them."""
    reads = _noting.reads
    if reads is not None:
        reads.update(names)


def note_one(name: str) -> None:
    """The same of one table, which ten thousands of look-ups do."""
    reads = _noting.reads
    if reads is not None:
        reads.add(name)


def noted(work_out: Callable[[], Answer]) -> tuple[Answer, Reads]:
    """An answer, and what it was worked out from; whoever asks for it now has not read that by this."""
    outer, _noting.reads = _noting.reads, set()
    try:
        answer = work_out()
        return answer, frozenset(_noting.reads)
    finally:
        _noting.reads = outer


class Watched(dict[str, Mapping[int, Any]]):
    """The tables of a dossier: reading one is noted, and looking at all of them is reading all."""

    def __getitem__(self, name: str) -> Mapping[int, Any]:
        note_one(name)
        return dict.__getitem__(self, name)

    def get(self, name: str, default: Any = None) -> Any:
        """The records of a table."""
        note_one(name)
        return dict.get(self, name, default)

    def __iter__(self) -> Iterator[str]:
        note(super().keys())
        return super().__iter__()

    def keys(self) -> KeysView[str]:  # type: ignore[override]
        """The names of the tables."""
        note(super().keys())
        return super().keys()

    def values(self) -> ValuesView[Mapping[int, Any]]:  # type: ignore[override]
        """The records of every table."""
        note(super().keys())
        return super().values()

    def items(self) -> ItemsView[str, Mapping[int, Any]]:  # type: ignore[override]
        """Every table by its name."""
        note(super().keys())
        return super().items()


class kept(Generic[Answer]):  # noqa: N801
    """As `functools.cached_property`, and remembers what the answer was worked out from."""

    def __init__(self, work_out: Callable[[Any], Answer]) -> None:
        self._work_out = work_out
        self.__doc__ = work_out.__doc__
        self._name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = f"{name} kept"

    @overload
    def __get__(self, holder: None, owner: type) -> "kept[Answer]": ...

    @overload
    def __get__(self, holder: object, owner: type) -> Answer: ...

    def __get__(self, holder: object | None, owner: type) -> "kept[Answer] | Answer":
        if holder is None:
            return self
        known: tuple[Answer, Reads] | None = holder.__dict__.get(self._name)
        if known is None:
            known = holder.__dict__[self._name] = noted(lambda: self._work_out(holder))
        reads = _noting.reads
        if reads is not None:
            reads.update(known[1])
        return known[0]
