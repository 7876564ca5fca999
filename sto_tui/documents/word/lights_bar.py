"""Milestones as a row of small blocks by stoplicht; each carries a letter, so that it prints in black and white."""

from collections.abc import Iterable
from math import ceil

from sto_tui.documents.word.styles import ACCENT, HEAD_TINT, MID_TINT
from sto_tui.documents.word.xml_writing import run
from sto_tui.domain.dutch import capital
from sto_tui.domain.milestones import Stoplicht
from sto_tui.planning.progress.stoplicht import Tally

MOST_BLOCKS = 40
"""Of one row: three lines of a column of 6.4 cm."""
_UNKNOWN = "?"
_MEANS = {
    Stoplicht.GEREED: "K gereed",
    Stoplicht.GROEN: "G groen, op schema",
    Stoplicht.ORANJE: "O oranje, kleine obstakels",
    Stoplicht.ROOD: "R rood, loopt vast",
    Stoplicht.NIET_GESTART: "punt: niet gestart",
}
_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
# Letter, ground, colour of the letter.
_BLOCKS = {
    Stoplicht.GEREED: ("K", ACCENT, "FFFFFF"),
    Stoplicht.GROEN: ("G", MID_TINT, "000000"),
    Stoplicht.ORANJE: ("O", "F6D9A8", "000000"),
    Stoplicht.ROOD: ("R", "8C1D18", "FFFFFF"),
    Stoplicht.NIET_GESTART: ("·", HEAD_TINT, "000000"),
}


def per_block(tallies: Iterable[Tally]) -> int:
    """How many milestones one block stands for, so that the longest row fits."""
    return max(1, ceil(max((tally.total for tally in tallies), default=0) / MOST_BLOCKS))


def blocks_of(many: int, unit: int) -> int:
    """How many blocks stand for so many milestones: what is there is never rounded away."""
    return max(1, round(many / unit)) if many else 0


def legend(tallies: Iterable[Tally]) -> str:
    """What the letters mean that stand in the bars of these rows."""
    shown = list(tallies)
    meanings = [meaning for light, meaning in _MEANS.items() if any(tally.lights[light] for tally in shown)]
    meanings += [f"{_UNKNOWN} niet bekend"] * any(tally.untold for tally in shown)
    return f"{capital(' · '.join(meanings))}."


def lights_bar(tally: Tally, unit: int) -> str:
    """The blocks of a row, as runs with a blank between, so that they can go on on a second line."""
    blocks = []
    for light, (letter, ground, colour) in _BLOCKS.items():
        blocks += [_block(letter, ground, colour)] * blocks_of(tally.lights[light], unit)
    blocks += [_block(_UNKNOWN, "FFFFFF", "000000")] * blocks_of(tally.untold, unit)
    return run(" ").join(blocks)


def _block(letter: str, ground: str, colour: str) -> str:
    inner = f"{_NO_BREAK_SPACE}{letter}{_NO_BREAK_SPACE}"
    return run(inner, bold=True, colour=colour, ground=ground)
