"""The label of a field or choice with the region's own word for the level that it names."""

import re

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import capital
from sto_tui.domain.tables import TABLES

_LEVELS = {TABLES[table].singular: table for table in ("themes", "speerpunten")}
_NAMED = re.compile(rf"\b(nieuw )?({'|'.join(_LEVELS)})\b", re.IGNORECASE)


def in_own_words(label: str, dossier: Dossier) -> str:
    """`Hoort bij actielijn`, `nieuw: actielijn`: the article of an own word is not known."""

    def own(match: re.Match[str]) -> str:
        new, general = match[1] or "", match[2]
        word = dossier.word_of(_LEVELS[general.lower()])
        if word == general.lower():
            return match[0]
        if new:
            return f"{new.strip()}: {word}"
        return capital(word) if general[0].isupper() else word

    return _NAMED.sub(own, label)
