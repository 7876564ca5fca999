"""Amounts and numbers below zero: what came back is booked so, and a deduction is; of the rest nobody means one."""

from datetime import date
from pathlib import Path

import pytest

from sto_tui.domain.change import NotSavedError, changing
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.money import BudgetLine, Cofinancing
from sto_tui.domain.record import Ref
from sto_tui.domain.region import PlanPeriod
from sto_tui.planning.checks.finding import findings
from sto_tui.planning.money.booking import refuse_misbooked
from tests.support.by_hand import dossier_with
from tests.support.commands import Sto

PLAN = PlanPeriod(id=1, label="2027-2028", start=date(2027, 1, 1), end=date(2028, 12, 31), current=True)
COST = BudgetLine(id=1, year=2027, title="Lab", unit="stuk", quantity=3, price=12_50)
GIFT = Cofinancing(id=1, year=2027, title="Uren", unit="uur", quantity=2, rate=49_99)
SMALL = dossier_with(PLAN, COST, GIFT)


def said(dossier: Dossier) -> list[tuple[str, str]]:
    found = findings(dossier, date(2027, 5, 1))
    return [(str(one.ref), one.message.replace("\u00a0", " ")) for one in found if one.check == "money_below_zero"]


@pytest.mark.parametrize(
    ("ref", "field", "value", "told"),
    [
        ("cofinancing/1", "quantity", -2.0, "‘Aantal’ is onder nul (-2). Vul nul of een hoger getal in."),
        ("cofinancing/1", "rate", -49_99, "‘Tarief per eenheid’ is onder nul (-49,99). Vul nul of een hoger getal in."),
        ("region/1", "subsidy_max", -500, "‘Maximale subsidie’ is onder nul (-5). Vul nul of een hoger getal in."),
        (
            "periods/1",
            "subsidy",
            -500,
            "‘Subsidie voor deze periode’ is onder nul (-5). Vul nul of een hoger getal in.",
        ),
    ],
)
def test_what_cannot_be_below_zero_is_refused_and_found_where_it_stands(
    ref: str, field: str, value: float, told: str
) -> None:
    record = SMALL.get(Ref.parse(ref))
    assert record
    wrong = record.changed(**{field: value})
    with pytest.raises(NotSavedError) as refused:
        refuse_misbooked(changing(SMALL, record, wrong), SMALL)
    assert str(refused.value) == told
    # In a dossier of before it stays, and may be left as it is.
    old = SMALL.with_tables({Ref.parse(ref).table: {1: wrong}})
    (found,) = said(old)
    assert found[0] == f"{ref}/{field}"
    assert found[1].endswith(told)
    other = "title" if ref.startswith("cofinancing") else "version" if ref == "periods/1" else "place"
    refuse_misbooked(changing(old, wrong, wrong.changed(**{other: "Anders"})), old)


@pytest.mark.parametrize(("field", "value"), [("price", -12_50), ("quantity", -3.0)])
def test_a_deduction_from_the_costs_may_stand_there_and_is_told(field: str, value: float) -> None:
    """3 times 12,50 less is 37,50."""
    less = COST.changed(**{field: value})
    refuse_misbooked(changing(SMALL, COST, less), SMALL)
    told = (
        "Begrotingsregel ‘Lab 2027’ is onder nul (€ -37,50) en gaat van de kosten af. Controleer of dat een aftrek is."
    )
    ((ref, message),) = said(dossier_with(PLAN, less, GIFT))
    assert ref == f"budget/1/{field}"
    assert message == told
    assert said(dossier_with(PLAN, COST, GIFT.changed(quantity=0.0))) == []


def test_a_grant_below_zero_is_found_and_does_not_keep_out_its_sheet() -> None:
    wrong = COST.changed(granted=-1)
    refuse_misbooked(changing(SMALL, COST, wrong), SMALL)
    ((ref, message),) = said(dossier_with(PLAN, wrong, GIFT))
    assert ref == "budget/1/granted"
    assert message == "Bij ‘Lab 2027’: ‘Toegekend’ is onder nul (-0,01). Vul nul of een hoger getal in."


def test_on_the_command_line_it_is_refused(tmp_path: Path, sto: Sto) -> None:
    path = str(tmp_path / "a.sto.json")
    sto("nieuw", path, "--regio", "Proefland", "--periode", "2027-2028")
    done = sto(
        "voeg-toe", path, "cofinanciering", "bijdrage=Uren", "jaar=2027", "aantal=-2", "eenheid=uur", "tarief=49,99"
    )
    assert done.code != 0
    assert "‘Aantal’ is onder nul (-2). Vul nul of een hoger getal in." in done.err
    assert sto("zet", path, "regio", "maximale-subsidie=-5").code != 0
