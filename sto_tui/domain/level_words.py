"""What a region calls its themes and speerpunten in running text, for one and for more.

Nothing is guessed: a plural is the one that the region typed, or of a word in the table. For any other word the general
word stands in its place, since a sentence with a wrong plural in it would go to a steering group.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from pydantic import BaseModel

from sto_tui.domain.dutch import capital, small
from sto_tui.domain.record import FieldSpec, fields_of
from sto_tui.domain.region import Region
from sto_tui.domain.tables import TABLES
from sto_tui.frozen import frozen

_PLURALS = {
    "aandachtspunt": "aandachtspunten",
    "actie": "acties",
    "actielijn": "actielijnen",
    "actiepunt": "actiepunten",
    "activiteit": "activiteiten",
    "ambitie": "ambities",
    "beleidslijn": "beleidslijnen",
    "bouwsteen": "bouwstenen",
    "cluster": "clusters",
    "deelproject": "deelprojecten",
    "doel": "doelen",
    "doelstelling": "doelstellingen",
    "domein": "domeinen",
    "hoofddoel": "hoofddoelen",
    "hoofdlijn": "hoofdlijnen",
    "initiatief": "initiatieven",
    "kans": "kansen",
    "kernpunt": "kernpunten",
    "lijn": "lijnen",
    "maatregel": "maatregelen",
    "onderdeel": "onderdelen",
    "ontwikkellijn": "ontwikkellijnen",
    "opgave": "opgaven",
    "pijler": "pijlers",
    "prioriteit": "prioriteiten",
    "programma": "programma’s",
    "programmalijn": "programmalijnen",
    "project": "projecten",
    "sectortafel": "sectortafels",
    "speerpunt": "speerpunten",
    "spoor": "sporen",
    "taak": "taken",
    "thema": "thema’s",
    "werklijn": "werklijnen",
    "werkgroep": "werkgroepen",
    "werkpakket": "werkpakketten",
}
# What stands between quotes is what somebody wrote; the ’ of *thema’s* does not end it.
_NAMED = re.compile(r"‘(?:[^’]|’(?=\w))*’|\b(nieuw )?(?:(thema’s|speerpunten)|(thema|speerpunt))\b", re.IGNORECASE)
_IF_UNKNOWN = ("thema’s", "speerpunten", "onderdelen")


@frozen
class LevelWord:
    """`speerpunt`, `speerpunten`; `is_general` when the plural is not that of the region's own word."""

    singular: str
    plural: str
    is_general: bool = False


@frozen
class LevelWords:
    """The words for the levels; those of the lower two differ, unless the region typed the same twice.

    `above` is what themes belong to, of which only one is named at a time.
    """

    theme: LevelWord
    speerpunt: LevelWord
    above: str


def level_words(region: Region) -> LevelWords:
    """What this region calls its themes and speerpunten."""
    return _level_words(
        region.theme_name, region.theme_plural, region.speerpunt_name, region.speerpunt_plural, region.above_name
    )


@lru_cache
def _level_words(
    theme_name: str, theme_plural: str, speerpunt_name: str, speerpunt_plural: str, above_name: str
) -> LevelWords:
    """Asked for at every row of the matrix, of a region that seldom changes."""
    theme, speerpunt = small(theme_name) or "thema", small(speerpunt_name) or "speerpunt"
    themes, speerpunten = _plural(theme, theme_plural), _plural(speerpunt, speerpunt_plural)
    general = next(word for word in _IF_UNKNOWN if word != speerpunten)
    of_theme = LevelWord(theme, themes or general, is_general=not themes)
    general = next(word for word in _IF_UNKNOWN[1:] if word != of_theme.plural)
    above = small(above_name) or "programmalijn"
    return LevelWords(of_theme, LevelWord(speerpunt, speerpunten or general, is_general=not speerpunten), above)


def word_of_table(region: Region, table: str) -> LevelWord:
    """What a record of a table is called: of the levels the own word, of others that of the table."""
    words = level_words(region)
    own = {"themes": words.theme, "speerpunten": words.speerpunt}
    return own.get(table) or LevelWord(TABLES[table].singular, TABLES[table].plural)


def in_own_words(text: str, region: Region) -> str:
    """A label or sentence of ours as this region says it: `Hoort bij actielijn`, `nieuw: actielijn`.

    The article of an own word is not known, so no such text has *het* or *dit* before the general one. What stands
    between quotes stays as it is.
    """
    return _in_own_words(text, level_words(region))


def own_fields(model: type[BaseModel], region: Region) -> Mapping[str, FieldSpec]:
    """The fields of a record or part, labels and help as this region says them.

    Those of the region itself keep the general words: they ask for its own.
    """
    return fields_of(model) if model is Region else _own_fields(model, level_words(region))


@lru_cache(maxsize=4096)
def _in_own_words(text: str, words: LevelWords) -> str:
    def own(match: re.Match[str]) -> str:
        new, more, one = match.groups()
        general = more or one
        if not general:
            return match[0]
        level = words.theme if general[0] in "tT" else words.speerpunt
        word = level.singular if one else level.plural
        if word == general.lower():
            return match[0]
        if new:
            return f"{new.strip()}: {word}"
        return capital(word) if general[0].isupper() else word

    return _NAMED.sub(own, text)


@lru_cache(maxsize=128)
def _own_fields(model: type[BaseModel], words: LevelWords) -> Mapping[str, FieldSpec]:
    return {
        name: replace(spec, label=_in_own_words(spec.label, words), help=_in_own_words(spec.help, words))
        for name, spec in fields_of(model).items()
    }


def _plural(name: str, typed: str) -> str:
    """The plural of a word; empty when nobody said it."""
    return small(typed) or _PLURALS.get(name.casefold(), "")
