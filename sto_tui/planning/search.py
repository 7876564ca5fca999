"""Finding a record by what people remember of it: its number, a word of its name, a word in its text."""

from dataclasses import dataclass
from weakref import WeakKeyDictionary

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.record import Ref, fields_of
from sto_tui.domain.tables import TABLES
from sto_tui.domain.text import plain


@dataclass(frozen=True)
class _Entry:
    ref: Ref
    caption: str
    number: str
    name: str
    text: str


_INDEXES: "WeakKeyDictionary[Dossier, tuple[_Entry, ...]]" = WeakKeyDictionary()


def find(dossier: Dossier, query: str, most: int | None) -> list[tuple[Ref, str]]:
    """Records in which every word of `query` occurs; number first, then name, then text; diacritics ignored.

    `most` is how many, None for all of them.
    """
    words = plain(query).split()
    if not words:
        return []
    ranked = [(rank, entry) for entry in _index(dossier) if (rank := _rank(entry, words)) is not None]
    ranked.sort(key=lambda pair: pair[0])
    return [(entry.ref, entry.caption) for _, entry in ranked[:most]]


def _rank(entry: _Entry, words: list[str]) -> int | None:
    if not all(word in entry.text for word in words):
        return None
    if entry.number == words[0]:
        return 0
    if entry.number.startswith(words[0]):
        return 1
    if entry.name.startswith(words[0]):
        return 2
    return 3 if all(word in entry.name for word in words) else 4


def _index(dossier: Dossier) -> tuple[_Entry, ...]:
    if dossier not in _INDEXES:
        _INDEXES[dossier] = tuple(_entries(dossier))
    return _INDEXES[dossier]


def _entries(dossier: Dossier) -> list[_Entry]:
    entries = []
    for table in TABLES.values():
        texts = [name for name, spec in fields_of(table.model).items() if spec.kind in ("line", "text")]
        for record in dossier.ordered(table.name).values():
            ref = Ref(table.name, record.id)
            caption = dossier.caption(ref)
            name = plain(caption)
            text = plain(f"{table.singular} {caption} " + " ".join(record.as_shown(field) for field in texts))
            entries.append(_Entry(ref, caption, plain(str(getattr(record, "number", ""))), name, text))
    return entries
