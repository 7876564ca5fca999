"""What of the contributions is of no company, and the shares without it; worked out by hand."""

from datetime import date

from sto_tui.domain.money import BudgetLine, Cofinancing, CofinancingStatus, Realised
from sto_tui.domain.parties import Party, PartyKind
from sto_tui.planning.money.share import contributions, remarks
from tests.support.small_plan import empty_plan, with_records


def test_what_is_not_of_companies_is_told_with_the_shares_without_it() -> None:
    """Costs 800; 100 of a company, and of a gemeente 100 and 30 of the 80 it intends: without it 100 of 900."""
    given = [
        Cofinancing(id=number, year=2027, party=number, quantity=1, rate=100_00, status=CofinancingStatus.TOEGEZEGD)
        for number in (1, 2)
    ]
    plan = with_records(
        empty_plan(),
        Party(id=1, name="Metaal", kind=PartyKind.BEDRIJF),
        Party(id=2, name="Dal", kind=PartyKind.GEMEENTE),
        BudgetLine(id=1, title="Uren", year=2027, quantity=1, price=800_00),
        *given,
        Cofinancing(id=3, year=2027, party=2, quantity=1, rate=80_00),
        Realised(id=1, contribution=3, date=date(2027, 3, 1), amount=30_00),
    ).seen_in()
    state = contributions(plan)
    assert state is not None
    assert (state.counted, state.not_companies) == (230_00, 130_00)
    told = (
        "€\u00a0130 van wat meetelt is van partijen die niet als bedrijf in het dossier staan. "
        "Zonder dat is het 11,1% van de subsidiabele begroting met"
    )
    assert any(sentence.startswith(told) for sentence in remarks(state)), remarks(state)
