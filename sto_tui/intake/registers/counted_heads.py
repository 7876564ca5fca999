"""Heads that say in what a column counts, and of which year it is: `Uren 2027`, `Status 2028`, `Materiaal (€)`."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from sto_tui.domain.text import plain
from sto_tui.intake.sheets.table_reader import Cell

ANY_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
# A euro sign before a figure is a price: `Uren (à € 60)`.
_EURO = re.compile(r"€(?!\s*\d)|\beur(?:o|os|o’s|o's)?\b", re.IGNORECASE)
_MONEY = re.compile(r"\w*(?:bedrag|kosten|waarde|prijs|tarief|loon|budget|rate|cost|amount|value|price)\w*")
_UNITS: Mapping[str, re.Pattern[str]] = {
    "uur": re.compile(r"(?!\w*huren\b)\w*uren|uur|u|hours?"),
    "dag": re.compile(r"\w*dagen|dag|days?"),
    "dagdeel": re.compile(r"dagdelen|dagdeel"),
    "week": re.compile(r"weken|weeks?"),
    "stuk": re.compile(r"stuks?"),
    "fte": re.compile(r"fte'?s?"),
    "": re.compile(r"aantal(?:len)?|hoeveelheid|quantity|qty"),
}
_WORD = re.compile(r"[^\W\d_][\w'’]*")
# `Kosten per uur`, `Bedrag p/st`, `Waarde p.p.`; behind a stroke only what is counted: `kosten/baten` are two things.
_PER = re.compile(
    r"\b(?:per|à)\s+([^\W\d_]+)|\bp[./]\s?([^\W\d_]+)|"
    r"/\s?(uur|u|dag|dagdeel|week|maand|stuk|st|keer|leerling|persoon|les|fte)\b"
)
# Of each of these a row is one, so that its amount is a whole: unless it is said how many of them there are.
_ROWS = frozenset(
    (
        *("jaar", "schooljaar", "kalenderjaar", "periode", "fase", "post", "begrotingspost", "kostenpost", "regel"),
        *("onderdeel", "activiteit", "actie", "project", "deelproject", "thema", "speerpunt", "soort", "kostensoort"),
        *("categorie", "partij", "partner", "organisatie", "bedrijf", "school"),
    )
)
_LEAST_STEM = 3
_YEARS = re.compile(
    r"(?:aantal |hoeveel )(?:school|kalender)?(?:jaren|jaar)|(?:school)?jaren|"
    r"(?:looptijd|duur)(?: ?\(?(?:in )?(?:jaren|jaar)\)?)?"
)
_PLANNED = frozenset(("inzet", "begrote", "geplande", "verwachte", "begroot", "gepland", "verwacht", "in", "per"))
_EMPTY_BRACKETS = re.compile(r"\(\s*\)|\[\s*\]")


def says_euro(head: Cell) -> bool:
    """Whether a head says that the numbers below it are euros: `Uren (€)`."""
    return isinstance(head, str) and _EURO.search(head) is not None


@lru_cache(maxsize=4096)
def unit_of_head(head: Cell) -> str | None:
    """What is counted below a head, empty when it does not say in what; None when it is no head of a number of things.

    One that says euro, costs or a price is not.
    """
    if not isinstance(head, str) or says_euro(head):
        return None
    words = re.findall(r"\w+", plain(head))
    if any(map(_MONEY.fullmatch, words)):
        return None
    units = [unit for unit, known in _UNITS.items() if any(map(known.fullmatch, words))]
    return units[0] if units else None


def counts_years(head: Cell) -> bool:
    """Whether a head says for how many years something is: `Aantal jaren`, `Looptijd (jaar)`."""
    return isinstance(head, str) and _YEARS.fullmatch(plain(head).strip(" :.")) is not None


def without_unit(head: str) -> str:
    """A head of a number of things without the words that say so: `Aantal uren 2026-2027` is `2026-2027`."""
    words = _EMPTY_BRACKETS.sub("", _WORD.sub(lambda word: "" if _says_unit(plain(word[0])) else word[0], head))
    return " ".join(words.split()).strip(" -–:/,()")


def _says_unit(word: str) -> bool:
    return word in _PLANNED or any(known.fullmatch(word) for known in _UNITS.values())


def counted_in_year(head: Cell) -> tuple[int, str] | None:
    """The year and the unit of a head of how many there are in that year: `Aantal uren 2027`; None for another."""
    year, unit = year_and_rest(head), unit_of_head(head)
    return None if year is None or unit is None else (year[0], unit)


def year_and_rest(head: Cell) -> tuple[int, str] | None:
    """The only year in a head, and what else it says: `Status 2028`; None without one, or when it says nothing else."""
    if not isinstance(head, str) or len(years := ANY_YEAR.findall(head)) != 1:
        return None
    rest = _EMPTY_BRACKETS.sub("", ANY_YEAR.sub(" ", head)).strip(" -–:/,")
    return (int(years[0]), " ".join(rest.split())) if any(map(str.isalpha, rest)) else None


def says_price(head: Cell, heads: Iterable[Cell]) -> bool:
    """Whether a head is that of what one costs, beside another of how many: `Kosten per uur` beside `Aantal uren`."""
    if not isinstance(head, str) or not (found := _PER.search(plain(head))):
        return False
    if not (says_euro(head) or any(map(_MONEY.fullmatch, re.findall(r"\w+", plain(head))))):
        return False
    unit = next(filter(None, found.groups()))
    counts = [plain(str(other)) for other in heads if unit_of_head(other) is not None]
    return any(unit not in _ROWS or unit[:_LEAST_STEM] in other for other in counts)
