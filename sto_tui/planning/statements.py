"""Vision and ambition in a few sentences: those of the plan period, else those of the region.

Source: Tips en tools, section 3: each plan says anew where the region wants to go.
"""

from typing import Literal

from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.record import Ref
from sto_tui.domain.region import PlanPeriod
from sto_tui.frozen import frozen

StatementName = Literal["vision_statement", "ambition"]
STATEMENTS: tuple[StatementName, ...] = ("vision_statement", "ambition")


@frozen
class Statement:
    """What a plan says, and the field in which it stands or has to be written."""

    ref: Ref
    text: str


def statement(dossier: Dossier, name: StatementName) -> Statement:
    """That of the period through which the dossier is seen; what nobody wrote yet is to be written for that period.

    In a dossier of one period the region's own is that of its plan.
    """
    region, period = dossier.region, dossier.current_period
    own = getattr(period, name) if period else ""
    of_region = getattr(region, name)
    of_period = own.strip() or (not of_region.strip() and len(dossier.of(PlanPeriod)) > 1)
    if period and of_period:
        return Statement(ref_of(period, name), own)
    return Statement(ref_of(region, name), of_region)
