"""Names that are written otherwise and mean the same."""

from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import combinations

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.parties import Party
from sto_tui.domain.text import plain
from sto_tui.patterns import pattern

Words = tuple[str, ...]

_WORD = pattern(r"\w+")
IN_BRACKETS = pattern(r"\(([^()]*)\)")
# Shorter words differ by a letter from too many others: mbo and vmbo, po and pro.
SHORTEST_MISSPELT = 4
_TWO_LETTERS_FROM = 7
# What may stand with the name of a company or not.
_LEGAL_FORMS = frozenset(("bv", "nv", "vof", "stichting", "vereniging", "de", "het"))


@lru_cache(4_096)
def words_of(text: str) -> Words:
    """The words of a text as they are compared."""
    return tuple(_WORD.findall(plain(text).replace("&", " en ")))


@lru_cache(16_384)
def is_nearly(word: str, right: str) -> bool:
    """Whether a word differs by a letter, or in a long word two; a plural or other ending is no mistake."""
    most = 2 if len(right) >= _TWO_LETTERS_FROM else 1
    if len(right) < SHORTEST_MISSPELT or abs(len(word) - len(right)) > most:
        return False
    if word.startswith(right) or right.startswith(word) or not word.isalpha():
        return False
    changes = SequenceMatcher(None, word, right, autojunk=False).get_opcodes()
    return sum(max(i2 - i1, j2 - j1) for kind, i1, i2, j1, j2 in changes if kind != "equal") <= most


def likely_pairs(dossier: Dossier) -> Iterator[tuple[Party, Party]]:
    """The parties that may be one: the same words in any order, or all but one that differs by a letter.

    What stands in brackets and a legal form do not count.
    """
    buckets: dict[object, list[tuple[Party, Words]]] = defaultdict(list)
    for party in dossier.of(Party).values():
        name = _core(party.name)
        if not name:
            continue
        gaps = [gap for gap, word in enumerate(name) if len(word) >= SHORTEST_MISSPELT]
        for key in (tuple(sorted(name)), *((gap, around(name, gap)) for gap in gaps)):
            buckets[key].append((party, name))
    pairs: dict[tuple[int, int], tuple[Party, Party]] = {}
    for bucket in buckets.values():
        for (first, name), (second, other_name) in combinations(bucket, 2):
            if first.id != second.id and is_alike(name, other_name):
                pairs[first.id, second.id] = first, second
    yield from pairs.values()


def around(words: Words, gap: int) -> Words:
    """The words around one; for a single word its first letter, so that few names are compared."""
    return (*words[:gap], *words[gap + 1 :]) if len(words) > 1 else (words[0][0],)


def is_alike(name: Words, other_name: Words) -> bool:
    """Whether two names are the same words, or differ in one word by a letter."""
    if name == other_name or sorted(name) == sorted(other_name):
        return True
    different = [pair for pair in zip(name, other_name, strict=False) if pair[0] != pair[1]]
    if len(name) != len(other_name) or len(different) != 1:
        return False
    ((word, right),) = different
    if len(word) < SHORTEST_MISSPELT:
        return False
    return is_nearly(word, right)


def _core(name: str) -> Words:
    """The words of a name that tell it from others; `b.v.` is `bv`."""
    words = words_of(IN_BRACKETS.sub(" ", name).replace(".", ""))
    return tuple(word for word in words if word not in _LEGAL_FORMS) or words
