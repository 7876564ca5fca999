"""A contribution in two parts: the cents of both are those of the whole."""

import pytest

from sto_tui.domain.money import Cofinancing
from sto_tui.planning.money.split import split


@pytest.mark.parametrize(
    ("quantity", "rate", "cents", "parts"),
    [
        (4.0, 15_00, 22_50, [(1.5, "uur", 22_50), (2.5, "uur", 37_50)]),
        # 13,33 of 40 is no number of hours with two decimals: two amounts.
        (1.0, 40_00, 13_33, [(1.0, "", 13_33), (1.0, "", 26_67)]),
        # A third of an hour at 0,03 is 0,01; the rest is 0,02 and not 0,03 twice rounded.
        (1.0, 3, 1, [(1.0, "", 1), (1.0, "", 2)]),
        # 1,5 times 0,25 is 0,38 with half a cent up, and so is 0,98 times 0,25 with 0,25.
        (1.5, 25, 13, [(0.52, "uur", 13), (0.98, "uur", 25)]),
        # More came than was promised back: nothing was given after all.
        (2.0, 10_00, 0, [(0.0, "uur", 0), (2.0, "uur", 20_00)]),
        (0.1, 10_00, 30, [(0.03, "uur", 30), (0.07, "uur", 70)]),
    ],
)
def test_both_parts_are_the_whole(quantity: float, rate: int, cents: int, parts: list[tuple[float, str, int]]) -> None:
    whole = Cofinancing(id=7, rev=3, title="Uren", year=2027, quantity=quantity, unit="uur", rate=rate)
    both = split(whole, cents)
    assert [(part.quantity, part.unit, part.total) for part in both] == parts
    assert sum(part.total or 0 for part in both) == whole.total
    assert [(part.id, part.rev) for part in both] == [(7, 3), (0, 0)]
