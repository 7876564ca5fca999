"""Names of gemeenten and RMC-regio's: as DUO writes them, as people write them, and which of them are the same."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from sto_tui.domain.text import plain

# Names that are no spelling of each other, by the name that comes first; Frisian gemeenten have a Dutch name too.
_DOUBLES = (
    ("s gravenhage", "den haag", "the hague"),
    ("s hertogenbosch", "den bosch"),
    ("nuenen gerwen en nederwetten", "nuenen c.a.", "nuenen"),
    ("sudwest fryslan", "zuidwest friesland"),
    ("noardeast fryslan", "noordoost friesland"),
    ("de fryske marren", "de friese meren", "friese meren", "fryske marren"),
    ("tytsjerksteradiel", "tietjerksteradeel"),
    ("dantumadiel", "dantumadeel"),
    ("smallingerland", "smellingerlan"),
    ("heerenveen", "it hearrenfean"),
    ("leeuwarden", "ljouwert"),
    ("harlingen", "harns"),
    ("opsterland", "opsterlan"),
    ("ooststellingwerf", "eaststellingwerf"),
    ("terschelling", "skylge"),
    ("ameland", "it amelan"),
    ("vlieland", "flylan"),
    ("schiermonnikoog", "skiermuntseach"),
    ("littenseradiel", "littenseradeel"),
    ("menameradiel", "menaldumadeel"),
    ("ferwerderadiel", "ferwerderadeel"),
    ("leeuwarderadeel", "ljouwerteradiel"),
    ("boarnsterhim", "boornsterhem"),
    ("gaasterlan sleat", "gaasterland sloten"),
    ("kollumerland en nieuwkruisland", "kollumerland c.a.", "kollumerland"),
)
_OVER_THE = re.compile(r"\ba\s?[./]\s?d\b\.?")
_PROVINCE = re.compile(r"\s*\((?:gemeente|[a-z]{1,2}\.?)\)$")
_SMALL_WORDS = frozenset(["aan", "bij", "de", "den", "der", "en", "het", "in", "op", "over", "te", "ten", "ter", "van"])
_WITH_ACCENTS = {"sudwestfryslan": "Súdwest-Fryslân", "noardeastfryslan": "Noardeast-Fryslân"}
_LIKENESS = 0.6


def _letters(name: str) -> str:
    written = _OVER_THE.sub("aan den ", plain(name)).replace("friesland", "fryslan")
    return "".join(char for char in written if char.isalnum())


_FIRST_OF = {_letters(name): _letters(names[0]) for names in _DOUBLES for name in names}


def place_key(name: str) -> str:
    """A name as names of places are compared: `Den Haag`, `'s-Gravenhage` and `S GRAVENHAGE` are one."""
    letters = _letters(name)
    return _FIRST_OF.get(letters, letters)


def without_province(name: str) -> str:
    """The key of a name without the province behind it: `Hengelo (O)` is `Hengelo`."""
    return place_key(_PROVINCE.sub("", plain(name)))


def shown_place(name: str) -> str:
    """A name that DUO writes in capitals as people write it: `'s-Gravenhage`, `Alphen aan den Rijn`."""
    if name != name.upper():
        return name
    if accented := _WITH_ACCENTS.get(place_key(name)):
        return accented
    words = name.lower().split()
    if words[:1] in (["s"], ["'s"]) and len(words) > 1:
        return f"'s-{_capital(words[1])}" + "".join(f" {_capital(word)}" for word in words[2:])
    return " ".join(word if at and word in _SMALL_WORDS else _capital(word) for at, word in enumerate(words))


def nearest_first(typed: str, names: Iterable[str]) -> list[str]:
    """The names that are like what was typed, most like first; all of them in alphabetical order when none is."""
    wish = place_key(typed)
    likeness = {name: _likeness(wish, place_key(name)) for name in names}
    near = [name for name, score in likeness.items() if score >= _LIKENESS]
    return sorted(near or likeness, key=lambda name: (-likeness[name] if near else 0, plain(name)))


def _likeness(wish: str, key: str) -> float:
    """From 0 to 1; a name that begins with what was typed is like it, however long it is."""
    begins = len(wish) >= 3 and (key.startswith(wish) or wish in key)
    return max(SequenceMatcher(None, wish, key).ratio(), 0.8 if begins else 0.0)


def _capital(word: str) -> str:
    """A word with its capitals; `ij` is one letter, of a word with dashes each part has one, and (NH) has all."""
    if word.startswith("("):
        return word.upper()
    return "-".join(
        part[:2].upper() + part[2:] if part.startswith("ij") else part[:1].upper() + part[1:]
        for part in word.split("-")
    )
