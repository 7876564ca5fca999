"""Where in a document something stands, in words that a reader can follow."""

from sto_tui.domain.text import shortened
from sto_tui.intake.plan_document.blocks import Spot
from sto_tui.intake.plan_document.plan_sections import PlanHead

_LONGEST = 48


def place_of_head(head: PlanHead) -> str:
    """`kop ‘4.1 Basis op orde’`, or the row of a table."""
    return _row(head.spot) or (f"kop ‘{shortened(head.text, _LONGEST)}’" if head.text else "begin")


def place_of(spot: Spot, head: PlanHead) -> str:
    """`‘2. Hoofddoelen’, alinea 4`, or `tabel 3, rij 2`."""
    if spot.table:
        return _row(spot)
    if not head.text:
        return f"alinea {spot.paragraph}, vóór de eerste kop"
    if head.spot.table or spot.paragraph <= head.spot.paragraph:
        return f"alinea {spot.paragraph}"
    return f"‘{shortened(head.text, _LONGEST)}’, alinea {spot.paragraph - head.spot.paragraph}"


def _row(spot: Spot) -> str:
    return f"tabel {spot.table}, rij {spot.row}" if spot.table else ""
