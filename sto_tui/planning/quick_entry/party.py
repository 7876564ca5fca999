"""`Jinc bedrijf`, `mbo College Almere (AER)`: a party with its kind and its short name."""

import re
from collections.abc import Sequence
from difflib import get_close_matches

from sto_tui.domain import dutch
from sto_tui.domain.parties import Party, PartyKind
from sto_tui.domain.record import fields_of
from sto_tui.domain.text import clean_line, plain
from sto_tui.domain.typed_value import parse_entry
from sto_tui.planning.quick_entry.grammar import Grammar, LinePlace, LineRead

_SHORT = re.compile(r"(?P<name>.*\S)\s*\((?P<short>[A-Z][A-Za-z0-9&]{0,4})\)")
_BEHIND = re.compile(r".*(?:\([A-Z][A-Za-z0-9&]{0,4}\)\s*|[,;]\s*)(?P<word>[^\s,;()]+)")
_KINDS = {plain(word): kind for kind in PartyKind for word in (kind.label, kind.value)} | {
    "brancheorganisatie": PartyKind.BRANCHE,
    "netwerk": PartyKind.NETWERK,
    "netw": PartyKind.NETWERK,
    "havo": PartyKind.HAVO_VWO,
    "vwo": PartyKind.HAVO_VWO,
    "gem": PartyKind.GEMEENTE,
    "prov": PartyKind.PROVINCIE,
}
_LISTED = "vmbo mbo po pro vso havo vwo hbo bedrijf branche netwerk gem prov overig"
_LISTED_SHORTER = "vmbo mbo po pro vso havo hbo bedrijf branche netw gem prov"
_LISTED_IN_FULL = "vmbo, mbo, po, pro, vso, havo, vwo, hbo, bedrijf, branche, netwerk, gemeente, provincie of overig"
_ABOVE = ("Nieuwe partij: naam (afkorting) soort, zoals Jinc bedrijf", "Nieuwe partij: naam soort, zoals Jinc bedrijf")
_SHORTEST_MISSPELT = 4
"""Letters from which a word may be a kind with a typing error: `pro` and `po` look like half of the language."""
_ALIKE = 0.75


def _read(place: LinePlace, text: str) -> LineRead:
    line = clean_line(text)
    name, short, kind = _parts(line)
    # The first word says what it is too, and stays: gemeente Almere, mbo College Almere.
    kind = kind or _KINDS.get(plain(name.partition(" ")[0]))
    if kind is None:
        _refuse_unknown_kind(line)
    if short:
        _refuse_used(place, short)
    values = {"name": parse_entry(fields_of(Party)["name"], name), "short": short, "kind": kind}
    return LineRead({field: value for field, value in values.items() if value})


def _parts(line: str) -> tuple[str, str, PartyKind | None]:
    """Name, short name and kind; the last two come in either order."""
    name, short = line, ""
    kind = None
    for _ in range(2):
        head, _, last = name.rpartition(" ")
        if kind is None and head and plain(last) in _KINDS:
            name, kind = head.rstrip(" ,;"), _KINDS[plain(last)]
        if not short and (match := _SHORT.fullmatch(name)):
            name, short = match["name"], match["short"]
    return name, short, kind


def _refuse_unknown_kind(line: str) -> None:
    """Raises ValueError when the last word stands where the kind stands, or looks like one."""
    if match := _BEHIND.fullmatch(line):
        raise ValueError(f"‘{match['word']}’ is geen soort. Kies uit {_LISTED_IN_FULL}.")
    head, _, last = line.rpartition(" ")
    word = plain(last)
    if not head or len(word) < _SHORTEST_MISSPELT:
        return
    kinds = [kind for kind in _KINDS if len(kind) >= _SHORTEST_MISSPELT]
    near = [kind for kind in kinds if kind.startswith(word)] or get_close_matches(word, kinds, n=1, cutoff=_ALIKE)
    if near:
        raise ValueError(
            f"Bedoel je met ‘{last}’ de soort {dutch.small(_KINDS[near[0]].label)}? "
            "Verbeter het, of zet er een soort achter als het bij de naam hoort."
        )


def _refuse_used(place: LinePlace, short: str) -> None:
    """Raises ValueError when a party has this short name: the heads of two columns would be the same."""
    for party in place.dossier.of(Party).values():
        if plain(party.short) == plain(short):
            raise ValueError(f"De afkorting {short} is al van ‘{party.name}’. Kies een andere.")


def _examples(place: LinePlace) -> Sequence[str]:
    used = {plain(party.short) for party in place.dossier.of(Party).values()}
    short = next((f" ({short})" for short in ("SN", "SNA", "StN") if plain(short) not in used), "")
    return [f"Stad & Natuur{short} bedrijf", "Jinc bedrijf"]


PARTY = Grammar(
    _read,
    _examples,
    "naam (afkorting) soort",
    listed=(
        f"Naam (afkorting) soort: {_LISTED_IN_FULL}",
        f"Naam (SN) + {_LISTED}",
        *(f"{above}\n{kinds}" for above in _ABOVE for kinds in (_LISTED_IN_FULL, _LISTED, _LISTED_SHORTER)),
    ),
)
