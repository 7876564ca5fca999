"""Heads that stand twice below different bands: `Planning` over `Van, Tot`, beside `Realisatie` over `Van, Tot`."""

from collections import Counter
from collections.abc import Sequence

from sto_tui.domain.text import clean_line
from sto_tui.intake.sheets.heads import head_key
from sto_tui.intake.sheets.table_reader import SheetRow
from sto_tui.intake.tables.head_words import head_word

# Below these bands stands nothing that is planned.
_NOT_PLANNED = ("never", "done_on")


def told_apart(heads: Sequence[str], band: SheetRow | None) -> list[str]:
    """The heads, each that stands there twice with the band above it; a band goes on to the right until the next."""
    keys = [head_key(head) for head in heads]
    again = {key for key, times in Counter(keys).items() if key and times > 1}
    above = _carried(band, len(heads)) if band and again else []
    bands = {key: {above[at] for at, each in enumerate(keys) if each == key} for key in again} if above else {}
    return [
        _joined(above[at], head) if len(bands.get(keys[at], ())) > 1 and above[at] else head
        for at, head in enumerate(heads)
    ]


def _carried(band: SheetRow, width: int) -> list[str]:
    names: list[str] = []
    for at in range(width):
        names.append(clean_line(band.text(at)) or (names[-1] if names else ""))
    return names


def _joined(band: str, head: str) -> str:
    """`Realisatie Van`, which is no planned day; else with the band in brackets, which leaves the head its meaning."""
    whole = f"{band} {head}"
    word = head_word(whole)
    return whole if word and word.kind in _NOT_PLANNED else f"{head} ({band})"
