"""The texts of the tables of a dossier, kept between edits: an edit changes one or two of their documents."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain, compress, repeat
from operator import is_not
from typing import Any, NamedTuple

_TOGETHER = 128
"""Documents that are one piece of text: of one that is another than before they are made a text again."""

_EMPTY: Mapping[str, Any] = {}
_NOT_THERE = object()


class TableNotation(NamedTuple):
    """How a table is written: by `text_of`, with so much around and between its documents, sorted or as they stand."""

    text_of: Callable[[str, Mapping[str, Any]], bytes]
    before: bytes
    between: bytes
    after: bytes
    is_sorted: bool


class _Part(NamedTuple):
    """Documents that follow each other, and their text."""

    keys: Sequence[str]
    text: bytes


class _Known(NamedTuple):
    """A table as it was, of which nobody changes a document in place, and the pieces of text it became."""

    table: Mapping[str, Any]
    parts: Sequence[_Part]
    pieces: Sequence[bytes]


class TableTexts:
    """Of each table its text in pieces. Those of documents that are the same ones as before are not made again."""

    def __init__(self, notation: TableNotation) -> None:
        self._notation = notation
        self._known: dict[str, _Known] = {}

    def of(self, tables: Mapping[str, Mapping[str, Any]]) -> list[Sequence[bytes]]:
        """The texts of these tables, in their order."""
        self._known = {name: self._kept_or_made(name, table) for name, table in tables.items()}
        return [known.pieces for known in self._known.values()]

    def _kept_or_made(self, name: str, table: Mapping[str, Any]) -> _Known:
        known = self._known.get(name)
        if known and known.table is table:
            return known
        # What another program put there may be no table at all.
        if not table or not isinstance(table, dict):
            return _Known(table, (), (self._notation.text_of(name, table),))
        parts = self._gone_on(name, known, table) if known and known.parts else []
        parts = parts or [*self._parts(name, table, sorted(table) if self._notation.is_sorted else list(table))]
        opened, closed = self._around(name)
        between = [self._notation.between] * len(parts)
        texts = [opened, *chain.from_iterable(zip((part.text for part in parts), between, strict=True))]
        return _Known(table, parts, [*texts[:-1], closed])

    def _gone_on(self, name: str, known: _Known, table: Mapping[str, Any]) -> list[_Part]:
        """The parts of a table in which few documents are others than before; none when it has to be made anew."""
        other = _others(known.table, table)
        if len(other) > len(known.parts):
            return []
        try:
            parts = [*self._with(name, known.parts, other, table)]
        except ValueError:  # another program may number its documents otherwise
            return []
        # As they stand, documents are in the order of their numbers, unless another program put them otherwise.
        is_right = self._notation.is_sorted or list(table) == [*chain.from_iterable(part.keys for part in parts)]
        return parts if is_right else []

    def _with(
        self, name: str, parts: Sequence[_Part], other: Sequence[str], table: Mapping[str, Any]
    ) -> Iterator[_Part]:
        """The parts, with those anew in which a document is another one. Raises ValueError for a key without order."""
        order = str if self._notation.is_sorted else int
        firsts = [order(part.keys[0]) for part in parts]
        changed: dict[int, set[str]] = defaultdict(set)
        for key in other:
            changed[max(bisect_right(firsts, order(key)) - 1, 0)].add(key)
        for place, part in enumerate(parts):
            if place in changed:
                keys = sorted({*part.keys, *changed[place]} & table.keys(), key=order)
                yield from self._parts(name, table, keys)
            else:
                yield part

    def _parts(self, name: str, table: Mapping[str, Any], keys: Sequence[str]) -> Iterator[_Part]:
        opened, closed = self._around(name)
        for start in range(0, len(keys), _TOGETHER):
            own = keys[start : start + _TOGETHER]
            text = self._notation.text_of(name, {key: table[key] for key in own})
            yield _Part(own, text[len(opened) : -len(closed)])

    def _around(self, name: str) -> tuple[bytes, bytes]:
        """What stands before and behind the documents of a table."""
        opened = self._notation.text_of(name, _EMPTY)[: -len(b"}")] + self._notation.before
        return opened, self._notation.after + b"}"


def _others(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """The keys of documents that are new, gone or other ones than before, of ten thousands of documents at once."""
    other = list(compress(after, map(is_not, after.values(), map(before.get, after, repeat(_NOT_THERE)))))
    come = sum(key not in before for key in other)
    return other if len(after) - come == len(before) else [*other, *(before.keys() - after.keys())]
