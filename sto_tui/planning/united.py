"""Two values as one, when two records become one: nothing is said twice, and nothing is lost."""

from sto_tui.domain.milestones import VeriCode
from sto_tui.domain.record import LINE_LIMIT

# What a role asks, the most first.
_WEIGHT = ("VE", "E", "V", "S", "R", "I", "O")


def together(first: VeriCode, second: VeriCode) -> VeriCode:
    """The role of who has both: V and E are VE; of others the one that asks most stays."""
    if {first, second} == {VeriCode.VERANTWOORDELIJK, VeriCode.EINDVERANTWOORDELIJK}:
        return VeriCode.BEIDE
    return min(first, second, key=lambda code: _WEIGHT.index(code.value))


def joined_words(first: str, second: str) -> str | None:
    """Two lines as one, without saying a thing twice; None when that is too long."""
    if second in first.split("; "):
        return first
    joined = "; ".join(filter(None, (first, second)))
    return joined if len(joined) <= LINE_LIMIT else None
