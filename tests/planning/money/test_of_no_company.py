"""What of the contributions is of no company, and the shares without it; worked out by hand."""

from datetime import date

import pytest

from sto_tui.domain.money import BudgetLine, Cofinancing, CofinancingStatus, Realised
from sto_tui.domain.parties import Party, PartyKind
from sto_tui.domain.record import Record
from sto_tui.planning.money.share import Contributions, contributions, remarks
from tests.support.small_plan import empty_plan, with_records


def plan(*records: Record) -> Contributions:
    """Costs of 800, and 100 that a company promised."""
    base = (
        Party(id=1, name="Metaal", kind=PartyKind.BEDRIJF),
        Party(id=2, name="Dal", kind=PartyKind.GEMEENTE),
        Party(id=3, name="Stichting Vonk"),
        BudgetLine(id=1, title="Uren", year=2027, quantity=1, price=800_00),
        promised(1, 100),
    )
    state = contributions(with_records(empty_plan(), *base, *records).seen_in())
    assert state is not None
    return state


def promised(party: int, euros: int, status: CofinancingStatus = CofinancingStatus.TOEGEZEGD) -> Cofinancing:
    return Cofinancing(id=party, year=2027, party=party, quantity=1, rate=euros * 100, status=status)


OF_GEMEENTE = (
    promised(2, 100),
    Cofinancing(id=9, year=2027, party=2, quantity=1, rate=80_00),
    Realised(id=1, contribution=9, date=date(2027, 3, 1), amount=30_00),
)
"""100, and 30 of the 80 that it intends."""
COSTS = "van de subsidiabele begroting met cofinanciering."


@pytest.mark.parametrize(
    ("records", "counted", "said"),
    [
        ((), 100, []),
        # 100 of 900.
        (OF_GEMEENTE, 230, [f"€ 130 van wat meetelt is van scholen en overheden. Zonder dat is het 11,1% {COSTS}"]),
        # Nobody said whether it is a company; 100 of 900 again.
        (
            (promised(3, 50),),
            150,
            [f"€ 50 van wat meetelt is van partijen van de soort overig. Zonder dat is het 11,1% {COSTS}"],
        ),
        # Without the gemeente 150 of 950.
        (
            (*OF_GEMEENTE, promised(3, 50)),
            280,
            [
                f"€ 130 van wat meetelt is van scholen en overheden. Zonder dat is het 15,8% {COSTS}",
                f"€ 50 van wat meetelt is van partijen van de soort overig. Zonder beide is het 11,1% {COSTS}",
            ],
        ),
    ],
    ids=["company", "gemeente", "overig", "both"],
)
def test_what_is_not_of_companies_is_told_with_the_shares_without_it(
    records: tuple[Record, ...], counted: int, said: list[str]
) -> None:
    state = plan(*records)
    assert state.counted == counted * 100
    assert [sentence.replace("\u00a0", " ") for sentence in remarks(state) if "Zonder" in sentence] == said
