"""What a task waits on, as MS Project and others write it: `2EB+5 dagen`, `3FS-1w`, `4-FS=P2D`, or names."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from sto_tui.domain.text import clean_line, plain

LinkKind = Literal["FS", "SS", "FF", "SF"]
"""Finish to start, and the three that this program has not."""

_KINDS: Mapping[str, LinkKind] = {
    "fs": "FS", "ss": "SS", "ff": "FF", "sf": "SF",
    # Dutch: einde-begin; German: Ende-Anfang; French: fin-début.
    "eb": "FS", "bb": "SS", "ee": "FF", "be": "SF", "ea": "FS", "aa": "SS", "ae": "SF", "fd": "FS", "dd": "SS",
    "df": "SF",
}  # fmt: skip
_UNITS = (
    ("day", r"d|dg|dgn|dag|dagen|days?|tage?|jours?"),
    ("week", r"w|wk|wkn|wks|week|weken|weeks?|wochen?|sem"),
    ("month", r"m|mnd|mnden|maand|maanden|mon|mons|months?"),
    ("hour", r"u|uur|uren|h|hrs?|hours?"),
    ("minute", r"min|minuten|minutes?|mins"),
    ("percent", r"%"),
)
# MS Project puts a letter before a unit that counts weekends too: `5 edays`, `5 vdagen`.
_ELAPSED = r"(?:e|v|v\.)?"
_UNIT = _ELAPSED + "(?:" + "|".join(f"(?P<{unit}>{words})" for unit, words in _UNITS) + ")"
_LINK = re.compile(
    r"(?P<target>[a-z]{0,10}[-_ ]?\d+(?:\.\d+)*)"
    rf"(?: ?-? ?(?P<kind>{'|'.join(_KINDS)})(?![a-z]))?"
    r"(?: ?(?P<sign>[+-]) ?(?P<size>\d{1,5}(?:\.\d{1,12})?(?:,\d{1,12}(?= ?[a-z%]))?)"
    rf" ?(?P<unit>{_UNIT})?(?![a-z%]))?"
    r"(?:=p(?P<iso>-?\d{1,5})d)?\.?"
)
_BETWEEN = re.compile(r" *(?:[;,&\n/]|\ben\b|\band\b) *")
_FIRST_WORD = re.compile(r"^(?:na|after|wacht op) +")
_NO_LINK = frozenset(("", "-", "–", "geen", "none", "n.v.t.", "nvt", "n/a", "start"))

# Notion puts behind a name where that page is.
_ADDRESS = re.compile(r"\s*\([^()\s]*(?:://|%20|\.md|\.csv)[^()\s]*\)")

LONGEST = 400
ENOUGH = 0.8
# The next numbering is no rival when it scores below this part of the best.
RIVAL = 0.9
_WORKING_DAYS = 5


@dataclass(frozen=True, slots=True)
class WrittenLink:
    """One task that is waited on, by what stands for it, with the calendar days between.

    `lag_days` is None when the lag cannot be said in days (`+50%`); `written` is the link as it stands.
    """

    target: str
    kind: LinkKind = "FS"
    lag_days: int | None = 0
    written: str = ""


@dataclass(frozen=True)
class Numbering:
    """What the numbers of the links may point at, and how well that goes with the dates."""

    name: str
    score: float
    found_cells: int
    fitting: int
    pairs: int


@dataclass(frozen=True)
class NumberMeaning:
    """What the numbers point at; `taken` is None when two numberings fit alike, or none does, so that it is asked."""

    taken: str | None
    ranked: tuple[Numbering, ...]


@lru_cache(maxsize=20_000)
def written_links(text: str) -> tuple[WrittenLink, ...] | None:
    """The links of a cell; None when anything in it is no number with a kind and a lag (a name, for one)."""
    words = " ".join(plain(text.replace("\n", ";")).split()).strip(" ;,.")
    words = _FIRST_WORD.sub("", words)
    if len(text) > LONGEST:
        return None
    if words in _NO_LINK:
        return ()
    links = []
    at = 0
    while True:
        match = _LINK.match(words, at)
        if match is None:
            return None
        links.append(_link(match))
        if match.end() == len(words):
            return tuple(links)
        between = _BETWEEN.match(words, match.end())
        if between is None:
            return None
        at = between.end()


def _link(match: re.Match[str]) -> WrittenLink:
    kind = _KINDS[match["kind"]] if match["kind"] else "FS"
    lag: int | None = int(match["iso"]) if match["iso"] else 0
    if match["size"]:
        size = float(match["size"].replace(",", ".")) * (-1 if match["sign"] == "-" else 1)
        lag = _calendar_days(size, match)
    return WrittenLink(match["target"].strip().upper(), kind, lag, match[0])


def _calendar_days(size: float, match: re.Match[str]) -> int | None:
    """Days of MS Project are working days, five to a week; those that count weekends say so."""
    if match["percent"]:
        return None
    unit = match["unit"] or "d"
    if match["week"]:
        return round(size * 7)
    if match["month"]:
        return round(size * 30)
    days = size / 8 if match["hour"] else size / (8 * 60) if match["minute"] else size
    if unit[0] in "ev":
        return round(days if not match["hour"] else size / 24)
    weeks, rest = divmod(abs(days), _WORKING_DAYS)
    calendar_days = round(weeks * 7 + rest)
    return calendar_days if size >= 0 else -calendar_days


def links_by_name(text: str, names: Mapping[str, int]) -> tuple[int, ...] | None:
    """The rows whose names stand in a cell: as a whole, else its parts; None when one of them is no name.

    `names` has rows by the `plain` name; a name that more rows have should not be in it.
    """
    if plain(text).strip() in _NO_LINK:
        return ()
    text = clean_line(_ADDRESS.sub("", text)) if _ADDRESS.search(text) else text
    whole = names.get(plain(text))
    if whole is not None:
        return (whole,)
    for mark in ("\n", ";", ","):
        parts = [part for part in text.split(mark) if part.strip()]
        rows = [names.get(plain(clean_line(part))) for part in parts]
        if len(parts) > 1 and all(row is not None for row in rows):
            return tuple(row for row in rows if row is not None)
    return None


def number_meaning(
    cells: Mapping[int, str],
    numberings: Mapping[str, Mapping[str, int]],
    start: Callable[[int], date | None],
    end: Callable[[int], date | None],
) -> NumberMeaning:
    """What the numbers in the link column (`cells`, by row) point at: a column, the order of the rows, or their number.

    Each of the `numberings` gives rows by number, with capitals. It scores by how many cells it can follow and how
    many of those fit the dates. The best is taken when it is good, and the next is not nearly so good or says the same.
    """
    links = {row: read for row, text in cells.items() if (read := written_links(text))}
    ranked = sorted(
        (_numbering(name, links, rows, len(cells), start, end) for name, rows in numberings.items()),
        key=lambda numbering: -numbering.score,
    )
    if not ranked or ranked[0].score < ENOUGH:
        return NumberMeaning(None, tuple(ranked))
    best = _targets(links, numberings[ranked[0].name])
    rivals = [
        numbering
        for numbering in ranked[1:]
        if numbering.score >= RIVAL * ranked[0].score and _targets(links, numberings[numbering.name]) != best
    ]
    return NumberMeaning(None if rivals else ranked[0].name, tuple(ranked))


def _numbering(
    name: str,
    links: Mapping[int, Sequence[WrittenLink]],
    rows: Mapping[str, int],
    cells: int,
    start: Callable[[int], date | None],
    end: Callable[[int], date | None],
) -> Numbering:
    found = fitting = pairs = 0
    for row, of_row in links.items():
        targets = [rows.get(link.target) for link in of_row]
        if None in targets or row in targets:
            continue
        found += 1
        for link, target in zip(of_row, targets, strict=True):
            if target is None or link.kind not in ("FS", "SS"):
                continue
            after, before = start(row), end(target) if link.kind == "FS" else start(target)
            if after and before:
                pairs += 1
                fitting += after >= before
    share = found / cells if cells else 0.0
    return Numbering(name, share * (fitting / pairs if pairs else 0.5), found, fitting, pairs)


def _targets(links: Mapping[int, Sequence[WrittenLink]], rows: Mapping[str, int]) -> list[int | None]:
    return [rows.get(link.target) for of_row in links.values() for link in of_row]
