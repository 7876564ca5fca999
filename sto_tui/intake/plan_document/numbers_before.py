"""The number before a heading or an item, told apart from a number that is part of the words."""

import re

from sto_tui.intake.plan_document.blocks import Paragraph
from sto_tui.intake.plan_document.plan_words import SPEERPUNT_WORDS, THEME_WORDS

# A number alone is followed by a capital: `20 docenten op stage` has none before it, `4 Uitwerking` has.
_NUMBER = re.compile(
    r"((?:[A-Z]\.?)?\d{1,2}(?:\.\d{1,2}){0,3}[a-z]?)"
    r"(?:[.)]\s*(?=[^\W\d])|[.:)]\s+|\s+[-–—]\s+|\s+(?=[A-ZÀ-Þ‘’“\"(\[])|(?<=\.\d)\s+|(?<=\.\d\d)\s+)"
    r"(\S.*)",
    re.DOTALL,
)
_MARKER = re.compile(r"\D{0,20}?(\d{1,2}(?:\.\d{1,2}){0,3})[.:)]*")
_LEVEL = re.compile(rf"(?:{'|'.join(sorted(THEME_WORDS | SPEERPUNT_WORDS))})\s+(?=\d)", re.IGNORECASE)

# Words that say of a title only what kind of part it is; `Spoor Noord` and `Cluster Bouw` may be names.
_KIND = re.compile(
    r"(?i:(?:hoofd)?thema|(?:actie|programma|beleids|ontwikkel|werk|hoofd)lijn|pijler|speerpunt|deelproject|werkpakket)"
    r"(?:\s+\d{1,2}(?:\.\d{1,2})*)?\s*[:.–-]?\s+(?=[‘“\"]?[A-ZÀ-Þ])"
)


def without_kind(title: str) -> str:
    """`Leerroutes` of `Actielijn Leerroutes`: the title without the word for what it is the title of."""
    return _KIND.sub("", title, count=1) if _KIND.match(title) else title


def number_before(text: str) -> tuple[str, str]:
    """`4.1` and `Basis op orde`; no number when there is none before it."""
    match = _NUMBER.fullmatch(_LEVEL.sub("", text, count=1) if _LEVEL.match(text) else text)
    return (match[1], match[2]) if match else ("", text)


def number_of(paragraph: Paragraph) -> tuple[str, str]:
    """The same, where Word may have counted the number."""
    match = _MARKER.fullmatch(paragraph.marker)
    return (match[1], paragraph.text) if match else number_before(paragraph.text)
