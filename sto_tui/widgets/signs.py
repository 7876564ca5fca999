"""Small drawn signs that several places use."""

import re
from collections.abc import Mapping, Sequence

from textual.dom import DOMNode

from sto_tui.domain.milestones import Stoplicht
from sto_tui.widgets.raster import Run
from sto_tui.widgets.textual_gaps import GuardedApp

MEASURE = 10
_ARROWS = {"←": "<-", "→": "->", "↑": "pijl-op", "↓": "pijl-neer"}
_ONE_OR_MORE = re.compile("[←→↑↓]+")
_LIGHTS: Mapping[Stoplicht, Run] = {
    Stoplicht.NIET_GESTART: ("–", "muted"),
    Stoplicht.GROEN: ("● groen ", "groen"),
    Stoplicht.ORANJE: ("▲ oranje", "oranje"),
    Stoplicht.ROOD: ("■ rood  ", "rood"),
    Stoplicht.GEREED: ("✓ gereed", "text"),
}


def draws_ascii(node: DOMNode) -> bool:
    """Whether only ASCII is drawn."""
    return node.is_attached and isinstance(node.app, GuardedApp) and node.app.ascii_only


def with_plain_arrows(text: str, node: DOMNode) -> str:
    """A text that names keys; where only ASCII is drawn an arrow is more than one sign.

    One sign for each, as elsewhere, would be a key of its own: `>` and `v` are.
    """
    return (
        _ONE_OR_MORE.sub(lambda found: "/".join(_ARROWS[arrow] for arrow in found[0]), text)
        if draws_ascii(node)
        else text
    )


def light_mark(light: Stoplicht) -> Run:
    """The stoplicht as shape and word, and in colour where there is one."""
    return _LIGHTS[light]


def measure(done: int, total: int) -> Sequence[Run]:
    """A ten-cell measure: full only when everything is done, empty only when nothing is."""
    cells = done * MEASURE // total if total else 0
    cells = max(cells, 1) if done else 0
    return [("■" * cells, "primary"), ("□" * (MEASURE - cells), "rule")]
