"""The texts of the tables of a dossier, kept between edits: an edit changes one or two of them."""

from collections.abc import Callable, Mapping
from typing import Any

TextOfTable = Callable[[str, Mapping[str, Any]], bytes]


class TableTexts:
    """Of each table its documents as they were, which nobody changes in place, and the text that was made of them."""

    def __init__(self, text_of: TextOfTable) -> None:
        self._text_of = text_of
        self._known: dict[str, tuple[Mapping[str, Any], bytes]] = {}

    def of(self, tables: Mapping[str, Mapping[str, Any]]) -> list[bytes]:
        """The texts of these tables, in their order; of those that are other ones than before they are made again."""
        self._known = {name: self._kept_or_made(name, documents) for name, documents in tables.items()}
        return [text for _, text in self._known.values()]

    def _kept_or_made(self, name: str, documents: Mapping[str, Any]) -> tuple[Mapping[str, Any], bytes]:
        known = self._known.get(name)
        return known if known and known[0] is documents else (documents, self._text_of(name, documents))
