"""Money that was spent without any grant: no share of nothing, and no forecast of what was never granted."""

from datetime import date

from sto_tui.domain.dutch import NO_BREAK_SPACE
from sto_tui.domain.money import BudgetLine, Payment
from sto_tui.domain.region import PlanPeriod
from sto_tui.planning.money.account_words import balance_in_words
from sto_tui.planning.money.forecast import forecast
from sto_tui.planning.money.spending import Balance
from tests.support.by_hand import dossier_with

PLAN = PlanPeriod(id=1, label="2027-2028", start=date(2027, 1, 1), end=date(2028, 12, 31))
PAID = Payment(id=1, budget_line=1, date=date(2027, 3, 1), amount=500_00)


def test_nothing_is_a_share_of_nothing() -> None:
    told = balance_in_words(Balance(0, 500_00)).replace(NO_BREAK_SPACE, " ")
    assert told == "€ 500 is uitgegeven, en er is niets begroot of toegekend."


def test_what_was_not_granted_has_no_forecast() -> None:
    line = BudgetLine(id=1, title="Lab", year=2027)
    assert forecast(dossier_with(PLAN, line, PAID), date(2027, 6, 15)) is None
    assert forecast(dossier_with(PLAN, line.changed(quantity=1, price=100), PAID), date(2027, 6, 15)) is not None
