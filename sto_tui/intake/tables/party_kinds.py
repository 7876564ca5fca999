"""What the name of a party says: its kind (`Gemeente Almere`, `Jansen Bouw BV`), and which other it is like."""

import re
from collections.abc import Sequence
from difflib import get_close_matches

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

_NEARLY, _LEAST = 0.85, 6


def kind_of(name: str) -> PartyKind:
    """The kind that the name of a party says; `overig` when it says none."""
    return next((kind for pattern, kind in _KINDS if pattern.search(plain(name))), PartyKind.OVERIG)


def party_like(name: str, known: Sequence[str]) -> str:
    """The known name that this one nearly is, or begins, or begins with; empty when there is none."""
    keys = {_letters(other): other for other in known}
    key = _letters(name)
    near = [*get_close_matches(key, keys, 1, _NEARLY)]
    near += [other for other in keys if min(len(key), len(other)) >= _LEAST and _begins(key, other)]
    return keys[near[0]] if near else ""


def _begins(first: str, second: str) -> bool:
    return f"{first} ".startswith(f"{second} ") or f"{second} ".startswith(f"{first} ")


def _letters(name: str) -> str:
    return " ".join(re.findall(r"\w+", plain(name)))
