"""What cells of a sheet can mean, and where that is doubtful: numbers, first letters of months and crosses; by hand."""

from collections.abc import Sequence

import pytest

from sto_tui.domain.milestones import Stoplicht
from sto_tui.intake.milestones.doubtful_states import StateDoubt, crosses_beside
from sto_tui.intake.tables.amounts import Mark, Notation, notation_of
from sto_tui.intake.tables.period_cells import initials


@pytest.mark.parametrize(
    ("amounts", "others", "answered", "notation"),
    [
        (("1.250,50",), (), None, Notation("komma")),
        (("1,250.50",), (), None, Notation("punt")),
        # An amount has two decimals at most: a point before three digits is that of thousands.
        (("25.000",), (), None, Notation("komma")),
        # Elsewhere it may be three decimals.
        ((), ("25.000",), None, Notation(None, ("25.000",), "komma")),
        (("1,250",), ("2,500",), None, Notation(None, ("1,250", "2,500"), "punt")),
        # Of texts with a point and with a comma nothing speaks for the point.
        ((), ("1,250", "1.250"), None, Notation(None, ("1,250", "1.250"), "komma")),
        ((), ("1,250",), "komma", Notation("komma")),
        # What proves both proves nothing, and nothing is open.
        (("1.250,50", "1,250.50"), (), None, Notation(None)),
        (("250",), (), None, Notation(None)),
    ],
)
def test_what_the_amounts_of_a_tab_prove(
    amounts: Sequence[str], others: Sequence[str], answered: Mark | None, notation: Notation
) -> None:
    assert notation_of(amounts, others, answered) == notation


@pytest.mark.parametrize(
    ("cells", "first", "last"),
    [
        ("jfmamjjasond", "jan", "dec"),
        ("asondjfmamjj", "aug", "jul"),
        # A row of thirteen, of other letters, and of which it is not sure where it begins.
        ("jfmamjjasondj", "", ""),
        ("jfmaxjjasond", "", ""),
    ],
)
def test_a_row_of_first_letters_of_months(cells: str, first: str, last: str) -> None:
    months = initials([*cells])
    assert (months[0], months[-1]) == (first, last) if months and first else months is None


def test_cells_of_more_letters_are_no_initials() -> None:
    assert initials(["jfm", "amj", "jas", "ond"]) is None
    assert initials(["j", "f", "m", "a", "m", "j", "j", "a", "s", "o", "nd", ""]) == initials([*"jfmamjjasond"])


@pytest.mark.parametrize(
    ("words", "beside", "proposed"),
    [
        (("x", "gereed"), "gereed", Stoplicht.NIET_GESTART),
        (("X", "loopt"), "loopt", Stoplicht.GEREED),
        # Beside what has not begun a cross can only be a yes.
        (("x", "niet gestart"), "", None),
        (("x", ""), "", None),
        (("gereed", "loopt"), "", None),
    ],
)
def test_a_cross_beside_other_words_is_doubtful(words: Sequence[str], beside: str, proposed: Stoplicht | None) -> None:
    said = StateDoubt(f"Naast ‘{beside}’ kan een x ja of nee zijn.", proposed)
    assert crosses_beside(words) == ({"x": said} if beside else {})
