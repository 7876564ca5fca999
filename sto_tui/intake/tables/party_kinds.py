"""Which kind of party its own name says: `Gemeente Almere`, `ROC Midden`, `Jansen Bouw BV`."""

import re

from sto_tui.domain.parties import PartyKind
from sto_tui.domain.text import plain

_KINDS: tuple[tuple[re.Pattern[str], PartyKind], ...] = (
    (re.compile(r"\bgemeente\b|^gem\. "), PartyKind.GEMEENTE),
    (re.compile(r"\bprovincie\b"), PartyKind.PROVINCIE),
    (re.compile(r"\bhogeschool\b|\bhbo\b"), PartyKind.HBO),
    (re.compile(r"\bvmbo\b"), PartyKind.VMBO),
    (re.compile(r"\bmbo\b|\broc\b|\baoc\b"), PartyKind.MBO),
    (re.compile(r"\bpraktijkonderwijs\b|\bpraktijkschool\b|\bpro\b"), PartyKind.PRO),
    (re.compile(r"\bvso\b"), PartyKind.VSO),
    (re.compile(r"\b(?:\w*basisschool|obs|cbs|pcbs|rkbs|ikc)\b"), PartyKind.PO),
    (re.compile(r"\bbranche(?:vereniging|organisatie)\b"), PartyKind.BRANCHE),
    (re.compile(r"\b(?:bv|b\.v\.?|nv|n\.v\.?|vof|v\.o\.f\.?)$|\b\w+bedrijf\b"), PartyKind.BEDRIJF),
)


def kind_of(name: str) -> PartyKind:
    """The kind that the name of a party says; `overig` when it says none."""
    return next((kind for pattern, kind in _KINDS if pattern.search(plain(name))), PartyKind.OVERIG)
