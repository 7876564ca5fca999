"""Finding something by what people remember of it: its number, a word of its name, a word in its text.

What is asked is a few words; all of them must be there. Whole words come before parts, a name before the text under
it, and one typing error is forgiven when there is little else. Capitals, diacritics and punctuation do not count.
"""

import re
import time
import unicodedata
from collections.abc import Iterator, Sequence
from enum import IntEnum
from weakref import WeakKeyDictionary

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.level_words import word_of_table
from sto_tui.domain.record import Ref, fields_of
from sto_tui.domain.tables import TABLES
from sto_tui.frozen import frozen

ENOUGH = 5
"""With so many found as they were typed, nothing is sought that was meant."""
_SHORTEST_MISTYPED = 4
_MOST_MEANT = 12
_BETWEEN = "\x00"
# Without its apostrophe `thema’s` is also found as it is often typed.
_NO_LETTERS = str.maketrans({**dict.fromkeys('\n\t,;:()[]/!?"-', " "), "'": ""})
# What stands in nearly every Dutch text: taken out one by one that is many times as quick as with a table.
_USUAL = {
    "\u0308": "",
    "\u0301": "",
    "\u0300": "",
    "\u0302": "",
    "\u0327": "",
    "‘": "",
    "’": "",
    "“": " ",
    "”": " ",
    "„": " ",
    "–": " ",
    "—": " ",
    "·": " ",
    "€": " ",
}
_COMBINING = re.compile("[\u0300-\u036f]+")


class SoughtKind(IntEnum):
    """What can be found; of what fits equally well, in this order."""

    ACT = 0
    PLACE = 1
    LIST = 2
    RECORD = 3


@frozen
class Sought:
    """Something that can be found: what it is called, and what more is said of it.

    What has no name of its own, as a role in the matrix, is called after other things and comes after them.
    """

    kind: SoughtKind
    target: object
    caption: str
    text: str = ""
    number: str = ""
    has_own_name: bool = True


class Fit(IntEnum):
    """How well something fits what was asked, the best first."""

    NUMBER = 0
    WORDS_OF_NAME = 1
    BEGIN_OF_NUMBER = 2
    BEGINS_OF_WORDS_OF_NAME = 3
    PARTS_OF_NAME = 4
    WORDS_OF_TEXT = 5
    PARTS_OF_TEXT = 6
    MEANT = 7


class SearchIndex:
    """Things made ready to be sought among. Reading them in takes a moment, and can be done a little at a time."""

    def __init__(self, things: Iterator[Sought]) -> None:
        self._unread = things
        self._things: list[Sought] = []
        self._names: list[str] = []
        self._texts: list[str] = []
        self._vocabulary: tuple[str, ...] | None = None

    def read_on(self, seconds: float = float("inf")) -> bool:
        """Reads things in for so long; whether all are."""
        end = time.perf_counter() + seconds
        portion: list[Sought] = []
        for thing in self._unread:
            portion.append(thing)
            if len(portion) % 64 == 0 and time.perf_counter() > end:
                self._take(portion)
                return False
        self._take(portion)
        return True

    def _take(self, portion: Sequence[Sought]) -> None:
        self._things += portion
        self._names += _searchable([thing.caption if thing.has_own_name else "" for thing in portion])
        self._texts += _searchable([f"{thing.caption} {thing.text}" for thing in portion])

    def find(self, words: Sequence[str], *, meant: bool = False) -> list[tuple[Fit, Sought]]:
        """What fits these words, and how well; with `meant` what they may have been meant to be."""
        self.read_on()
        if meant:
            return [(Fit.MEANT, self._things[place]) for place in self._meant(words)]
        return [(self._fit(place, words), self._things[place]) for place in self._with_all(words)]

    def _with_all(self, words: Sequence[str]) -> list[int]:
        """Where every word occurs; the longest word leaves least to look through."""
        first, *rest = sorted(words, key=len, reverse=True)
        places = [place for place, text in enumerate(self._texts) if first in text]
        for word in rest:
            places = [place for place in places if word in self._texts[place]]
        return places

    def _fit(self, place: int, words: Sequence[str]) -> Fit:
        name, number = self._names[place], self._things[place].number
        if number and number == words[0]:
            return Fit.NUMBER
        if all(f" {word} " in name for word in words):
            return Fit.WORDS_OF_NAME
        if number.startswith(words[0]):
            return Fit.BEGIN_OF_NUMBER
        if all(f" {word}" in name for word in words):
            return Fit.BEGINS_OF_WORDS_OF_NAME
        if all(word in name for word in words):
            return Fit.PARTS_OF_NAME
        text = self._texts[place]
        return Fit.WORDS_OF_TEXT if all(f" {word} " in text for word in words) else Fit.PARTS_OF_TEXT

    def _meant(self, words: Sequence[str]) -> list[int]:
        """Where every word, or one of the names that differs from it by one typing error, stands in the name."""
        ways = [[word, *self._near(word)] for word in words]
        if all(len(way) == 1 for way in ways):
            return []
        return [
            place for place, name in enumerate(self._names) if all(any(word in name for word in way) for way in ways)
        ]

    def _near(self, word: str) -> list[str]:
        """Words of names that begin with this one but for one letter: another, one more, one less, or two swapped."""
        if len(word) < _SHORTEST_MISTYPED:
            return []
        if self._vocabulary is None:
            self._vocabulary = tuple(dict.fromkeys("".join(self._names).split()))
        half = len(word) // 2
        begin, end = word[:half], word[half:]
        swapped = word[: half - 1] + word[half] + word[half - 1] + word[half + 1 :]
        # One error leaves one half as it is, unless it swaps the two letters in the middle.
        likely = [
            known
            for known in self._vocabulary
            if known.startswith(begin) or known[half - 1 :].startswith((end, end[:-1])) or end in known[half - 1 :]
        ]
        near = [known for known in likely if begins_nearly(known, word)]
        near += [known for known in self._vocabulary if known.startswith(swapped)]
        return [f" {known} " for known in near[:_MOST_MEANT]]


def begins_nearly(known: str, word: str) -> bool:
    """Whether a known word begins with what was typed, but for one typing error."""
    return any(_one_error(known[: len(word) + more], word) for more in (-1, 0, 1))


def _one_error(one: str, other: str) -> bool:
    """Whether two words differ by one letter that is another, too many or too few, or by two that are swapped."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, other_rest = one[start:], other[start:]
    while rest and other_rest and rest[-1] == other_rest[-1]:
        rest, other_rest = rest[:-1], other_rest[:-1]
    return max(len(rest), len(other_rest)) <= 1 or (len(rest) == 2 and rest == other_rest[::-1])


def best_of(query: str, indexes: Sequence[SearchIndex]) -> list[Sought]:
    """What fits, the best first; what fits equally well by kind, then in its own order."""
    words = _searchable([query])[0].split()
    if not words:
        return []
    fits = [fit for index in indexes for fit in index.find(words)]
    if len(fits) < ENOUGH:
        there = {thing.target for _, thing in fits}
        meant = [fit for index in indexes for fit in index.find(words, meant=True)]
        fits += [(fit, thing) for fit, thing in meant if thing.target not in there]
    fits.sort(key=lambda fit: (fit[0], fit[1].kind))
    return [thing for _, thing in fits]


_INDEXES: "WeakKeyDictionary[Dossier, SearchIndex]" = WeakKeyDictionary()


def index_of(dossier: Dossier) -> SearchIndex:
    """The records of a dossier, made ready once per version; what was read in of it stays read."""
    if dossier not in _INDEXES:
        _INDEXES[dossier] = SearchIndex(_records(dossier))
    return _INDEXES[dossier]


def find(dossier: Dossier, query: str, most: int | None) -> list[tuple[Ref, str]]:
    """The records that fit what is asked, the best first, each with its caption; `most` is how many, None for all."""
    found = best_of(query, (index_of(dossier),))[:most]
    return [(thing.target, thing.caption) for thing in found if isinstance(thing.target, Ref)]


def _records(dossier: Dossier) -> Iterator[Sought]:
    for table in TABLES.values():
        specs = fields_of(table.model)
        names = [name for name, spec in specs.items() if spec.kind in ("line", "text")]
        kinds = " ".join(dict.fromkeys((table.singular, word_of_table(dossier.region, table.name).singular)))
        has_own_name = not any(specs[name].tables for name in table.caption)
        for record in dossier.ordered(table.name).values():
            ref = Ref(table.name, record.id)
            number = str(getattr(record, "number", ""))
            yield Sought(
                SoughtKind.RECORD,
                ref,
                dossier.caption(ref),
                f"{kinds} {' '.join([record.as_shown(name) for name in names])}",
                number.casefold(),
                has_own_name,
            )


def _searchable(texts: Sequence[str]) -> list[str]:
    """Each as its words between blanks, in small letters without accents; all of them at once, which is quick."""
    joined = _BETWEEN.join(texts).casefold()
    if not joined.isascii():
        joined = unicodedata.normalize("NFKD", joined)
        for usual, instead in _USUAL.items():
            joined = joined.replace(usual, instead)
    if not joined.isascii():
        joined = _COMBINING.sub("", joined)
    joined = joined.translate(_NO_LETTERS).replace(". ", "  ").replace(f".{_BETWEEN}", _BETWEEN)
    return [f" {text.removesuffix('.')} " for text in joined.split(_BETWEEN)]
