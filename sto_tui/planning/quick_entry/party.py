"""`Jinc bedrijf`, `mbo College Almere (AER)`: a party with its kind and its short name."""

import re
from collections.abc import Sequence

from sto_tui.domain.parties import Party, PartyKind
from sto_tui.domain.record import fields_of
from sto_tui.domain.text import clean_line, plain
from sto_tui.domain.typed_value import parse_entry
from sto_tui.planning.quick_entry.grammar import Grammar, LinePlace, LineRead

_SHORT = re.compile(r"(?P<name>.*\S)\s*\((?P<short>[A-Z][A-Za-z0-9&]{0,4})\)")
_KINDS = {plain(word): kind for kind in PartyKind for word in (kind.label, kind.value)} | {
    "brancheorganisatie": PartyKind.BRANCHE,
    "netwerk": PartyKind.NETWERK,
    "havo": PartyKind.HAVO_VWO,
    "vwo": PartyKind.HAVO_VWO,
}


def _read(place: LinePlace, text: str) -> LineRead:
    name, short = clean_line(text), ""
    kind = None
    for _ in range(2):
        # Kind and short name come in either order.
        head, _, last = name.rpartition(" ")
        if kind is None and head and plain(last) in _KINDS:
            name, kind = head.rstrip(" ,;"), _KINDS[plain(last)]
        if not short and (match := _SHORT.fullmatch(name)):
            name, short = match["name"], match["short"]
    # The first word says what it is too, and stays: gemeente Almere, mbo College Almere.
    kind = kind or _KINDS.get(plain(name.partition(" ")[0]))
    values = {"name": parse_entry(fields_of(Party)["name"], name), "short": short, "kind": kind}
    return LineRead({field: value for field, value in values.items() if value})


def _examples(place: LinePlace) -> Sequence[str]:
    return ["Stad & Natuur (SN) bedrijf", "Jinc bedrijf"]


PARTY = Grammar(_read, _examples, "naam (afkorting) soort")
