"""The texts of the tables of a dossier, kept between edits: an edit changes one or two of their documents."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import is_
from typing import Any, NamedTuple

_TOGETHER = 128
"""Documents that are one piece of text: of one that is another than before they are made a text again."""

_EMPTY: Mapping[str, Any] = {}


class Notation(NamedTuple):
    """How a table is written: by `text_of`, with so much around and between its documents, and in which order."""

    text_of: Callable[[str, Mapping[str, Any]], bytes]
    before: bytes
    between: bytes
    after: bytes
    in_order: Callable[[Mapping[str, Any]], Sequence[str]]


class _Known(NamedTuple):
    """The documents of a table as they were, which nobody changes in place, and the pieces of text they became."""

    table: Mapping[str, Any]
    keys: Sequence[str]
    documents: Sequence[Any]
    pieces: Sequence[bytes]


class TableTexts:
    """Of each table its text in pieces. Those of documents that are the same ones as before are not made again."""

    def __init__(self, notation: Notation) -> None:
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
            return _Known(table, (), (), (self._notation.text_of(name, table),))
        keys = self._notation.in_order(table)
        documents = list(map(table.__getitem__, keys))
        return _Known(table, keys, documents, list(self._pieces(name, keys, documents)))

    def _pieces(self, name: str, keys: Sequence[str], documents: Sequence[Any]) -> Iterator[bytes]:
        known = self._known.get(name)
        text_of, before, between, after, _ = self._notation
        opened = text_of(name, _EMPTY)[: -len(b"}")] + before
        closed = after + b"}"
        for number, start in enumerate(range(0, len(keys), _TOGETHER)):
            part = slice(start, start + _TOGETHER)
            if known and keys[part] == known.keys[part] and all(map(is_, documents[part], known.documents[part])):
                yield known.pieces[number]
            else:
                text = text_of(name, dict(zip(keys[part], documents[part], strict=True)))
                yield (between if number else opened) + text[len(opened) : -len(closed)]
        yield closed
