"""The number before or behind a heading or an item, told apart from a number that is part of the words."""

import re

from sto_tui.intake.plan_document.blocks import Paragraph
from sto_tui.intake.plan_document.plan_words import SPEERPUNT_WORDS, THEME_WORDS

# A number alone is followed by a capital: `20 docenten op stage` has none before it, `4 Uitwerking` has.
_NUMBER = re.compile(
    r"((?:(?:[A-Z]|[IVX]{2,4})\.?)?\d{1,2}(?:\.\d{1,2}){0,3}[a-z]?)"
    r"(?:[.)]\s*(?=[^\W\d])|[.:)]\s+|\s+[-–—|]\s+|\s+(?=[A-ZÀ-Þ‘’“\"(\[])|(?<=\.\d)\s+|(?<=\.\d\d)\s+)"
    r"(\S.*)",
    re.DOTALL,
)
_ALONE = re.compile(r"((?:[A-Z]\.?)?\d{1,2}(?:\.\d{1,2}){0,3}[a-z]?)[.:)]?")
_MARKER = re.compile(r"\D{0,20}?(\d{1,2}(?:\.\d{1,2}){0,3})[.:)]*")
_LEVELS = "|".join(sorted(THEME_WORDS | SPEERPUNT_WORDS))
_LEVEL = re.compile(rf"(?:{_LEVELS}|hoofdstuk|paragraaf)\s+(?=\d)", re.IGNORECASE)

# `Vervolg 1.2 Lab` and `Lab (vervolg)` on the next page are the same part.
_GOES_ON = re.compile(rf"^\(?vervolg\)?[ :–-]+(?=(?:(?:{_LEVELS})\s+)?\d)", re.IGNORECASE)
_WENT_ON = re.compile(r"\s*(?:[–-]\s*vervolg|\(vervolg\))$", re.IGNORECASE)

# `A. Instroom`, `II – Doorstroom` and `b) Bus`: one of these before the title of a part is its number. `T - shaped`
# and `X – factor` are words.
_LETTER = re.compile(r"(?:([A-Z]|[IVX]{2,4}|[a-z])[.):]\s+|([A-H]|[IVX]{2,4})\s+[–—-]\s+)(?=[^\W_])")
# `Instroom (thema 1)`, `Bus – speerpunt 1.2`.
_BEHIND = re.compile(
    r"(\S.*?)(?:\s+[–—-]|\s*[,|:])?\s+(\()?([^\W\d]+)\s+(?:nr\.?\s*)?((?:[A-Z]\.?)?\d{1,2}(?:\.\d{1,2})*[a-z]?|[A-Z])(?(2)\))"
)
_ORDINALS = ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste")
_NTH = re.compile(rf"({'|'.join(_ORDINALS)})\s+([^\W\d]+)(?:\s*:|\s+[–—-])\s+(\S.*)", re.IGNORECASE)
_MARKED = re.compile(r"[(–—|,:-]\s*[^\W\d]+\s[^()–—|,:]*\)?$")

# Words that say of a title only what kind of part it is; `Spoor Noord` and `Cluster Bouw` may be names.
_KIND = re.compile(
    r"(?i:(?:hoofd)?thema|(?:actie|programma|beleids|ontwikkel|werk|hoofd)lijn|pijler|speerpunt|deelproject|werkpakket)"
    r"(?:\s+\d{1,2}(?:\.\d{1,2})*)?\s*[:.–-]?\s+(?=[‘“\"]?[A-ZÀ-Þ])"
)
# Of these a title may begin with the word itself, as `Project Vakwerk`: only a mark behind it tells them apart.
_KIND_MARKED = re.compile(
    rf"(?:{_LEVELS})(?:\s+\d{{1,2}}(?:\.\d{{1,2}})*)?"
    r"(?:\s*:\s*|\s+[–—-]\s+)(?=[^\W_]|[‘“\"])",
    re.IGNORECASE,
)
_KIND_COLON = re.compile(rf"(?:{_LEVELS})(?:\s+\d{{1,2}}(?:\.\d{{1,2}})*)?\s*:\s*(?=[^\W_]|[‘“\"])", re.IGNORECASE)


def without_kind(title: str, number: str) -> str:
    """`Leerroutes` of `Actielijn Leerroutes` or `A. Leerroutes`: the title without what only says what it is of.

    Behind a number of its own a letter or a dash is part of the title: `1.1 I. Bakker prijs`, `2.1 Spoor – trein`.
    """
    title = _WENT_ON.sub("", title)
    for before in (_KIND, _KIND_COLON) if number else (_LETTER, _KIND, _KIND_MARKED):
        title = before.sub("", title, count=1) if before.match(title) else title
    return title


def letter_before(text: str) -> str:
    """The letter or Roman number with which a heading begins; empty when there is none."""
    match = _LETTER.match(text)
    return match[1] or match[2] if match else ""


def number_behind(text: str) -> tuple[str, str, str] | None:
    """`Instroom`, `thema` and `1` of `Instroom (thema 1)` or `Eerste thema: Instroom`: when a mark parts them."""
    if nth := _NTH.fullmatch(text):
        return nth[3], nth[2], str(_ORDINALS.index(nth[1].lower()) + 1)
    match = _BEHIND.fullmatch(text)
    return (match[1].rstrip(" –—-,|:"), match[3], match[4]) if match and _MARKED.search(text) else None


def number_before(text: str) -> tuple[str, str]:
    """`4.1` and `Basis op orde`; no number when there is none before it."""
    said = _GOES_ON.sub("", text)
    match = _NUMBER.fullmatch(_LEVEL.sub("", said, count=1) if _LEVEL.match(said) else said)
    return (match[1], match[2]) if match else ("", text)


def number_alone(text: str) -> str:
    """`1.2` of `1.2` or `Speerpunt 1.2`; empty when there are more words."""
    match = _ALONE.fullmatch(_LEVEL.sub("", text.strip(), count=1))
    return match[1] if match else ""


def number_of(paragraph: Paragraph) -> tuple[str, str]:
    """The same, where Word may have counted the number."""
    match = _MARKER.fullmatch(paragraph.marker)
    return (match[1], paragraph.text) if match else number_before(paragraph.text)
