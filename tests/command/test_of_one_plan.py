"""`sto lijst` and `sto zoek` in a dossier of two plans: what each shows of whom, worked out by hand."""

from datetime import date
from pathlib import Path

import pytest

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Meeting
from sto_tui.domain.handed_in import ChangeReason, Submission
from sto_tui.domain.parties import Body, Party, PartyStatus
from sto_tui.domain.plan import Theme
from sto_tui.domain.record import Record, Ref
from sto_tui.domain.region import PeriodDetail, PlanPeriod
from sto_tui.domain.steering import Resolution
from sto_tui.domain.typed_address import Addresses
from sto_tui.planning.of_plan import of_other_plan, records_of_plan
from sto_tui.storage.store import DossierStore
from tests.support.by_hand import dossier_with
from tests.support.commands import Sto

RUNS, MADE = date(2027, 5, 1), date(2026, 11, 22)
FIRST = PlanPeriod(id=1, label="2025-2026", start=date(2025, 1, 1), end=date(2026, 12, 31))
SECOND = PlanPeriod(id=2, label="2027-2028", start=date(2027, 1, 1), end=date(2028, 12, 31), current=True)
WHOLE = PlanPeriod(id=3, label="2025-2028", start=date(2025, 1, 1), end=date(2028, 12, 31), detail=PeriodDetail.OUTLINE)
RECORDS: tuple[Record, ...] = (
    FIRST,
    SECOND,
    WHOLE,
    Theme(id=1, number=1, title="Labs", periods=(1,)),
    Meeting(id=1, title="Terugblik", date=date(2026, 5, 1), period=1),
    # In the first plan; while the second is made; where people look back in the first, for the second; no day; now.
    Resolution(id=1, text="Vroeg kiezen", date=date(2025, 3, 1), number="2025-1"),
    Resolution(id=2, text="Laat kiezen", date=date(2026, 10, 1), number="2026-2"),
    Resolution(id=3, text="Terugblik kiezen", session=1, number="2026-1"),
    Resolution(id=4, text="Ooit kiezen"),
    Resolution(id=5, text="Nu kiezen", date=date(2027, 2, 1), number="2027-1"),
    Party(id=1, name="Kiezen bv", status=PartyStatus.GESTOPT, stopped_on=date(2026, 3, 31)),
    Party(id=2, name="Later kiezen bv", status=PartyStatus.GETEKEND, agreed_on=date(2027, 2, 1)),
    Party(id=3, name="Blijft kiezen", status=PartyStatus.GETEKEND, agreed_on=date(2025, 2, 1)),
    Body(id=1, name="stuurgroep"),
    Body(id=2, name="werkgroep", theme=1),
    Submission(id=1, period=1, handed_in_on=date(2025, 4, 1), version="1.0"),
    Submission(id=2, period=2, handed_in_on=date(2026, 9, 28), version="2.0"),
    ChangeReason(id=1, submission=1, about="milestones/1/time", reason="Bouw"),
    ChangeReason(id=2, submission=2, about="milestones/1/time", reason="Ziek"),
)


def both() -> Dossier:
    return dossier_with(*RECORDS)


@pytest.mark.parametrize(
    ("table", "day", "first", "second"),
    [
        ("resolutions", RUNS, [1, 2, 3], [3, 4, 5]),
        # As long as the second plan is made, what is decided in that half-year is of both.
        ("resolutions", MADE, [1, 2, 3], [2, 3, 4, 5]),
        ("parties", RUNS, [1, 3], [2, 3]),
        # Three bodies come with a new dossier.
        ("bodies", RUNS, [1, 2, 3, 4, 5], [1, 3, 4, 5]),
        ("submissions", RUNS, [1], [2]),
        ("reasons", RUNS, [1], [2]),
        ("themes", RUNS, [1], []),
    ],
)
def test_what_is_of_a_plan(table: str, day: date, first: list[int], second: list[int]) -> None:
    assert [sorted(records_of_plan(both().seen_in(number), table, day)) for number in (1, 2)] == [first, second]


@pytest.mark.parametrize(
    ("lens", "told"),
    [
        (2, [" (2025-2026)", " (2025-2026)", "", "", ""]),
        # What has no day is told with the plan at hand, and nobody can tell that it is of another.
        (1, ["", "", "", "", " (2027-2028)"]),
    ],
)
def test_of_which_other_plan_a_decision_is(lens: int, told: list[str]) -> None:
    dossier = both().seen_in(lens)
    assert [of_other_plan(dossier, Ref("resolutions", number), RUNS) for number in range(1, 6)] == told
    assert of_other_plan(dossier, Ref("parties", 1), RUNS) == ""


def test_the_address_of_a_record_of_another_plan_is_that_of_no_other() -> None:
    """Seen in the second plan: 1 is a theme there, so the theme 1 of the first has its id; 2 is only of the first."""
    themes = (
        Theme(id=2, number=2, title="Bus", periods=(1,)),
        Theme(id=3, number=1, title="Bouw", periods=(2,)),
    )
    addresses = Addresses(dossier_with(*RECORDS, *themes).seen_in(2))
    told = [addresses.of(Ref("themes", number)) for number in (1, 2, 3)]
    assert told == ["themas/id1", "themas/2", "themas/1"]
    assert [addresses.named(("themes",), address.partition("/")[2]).id for address in told] == [1, 2, 3]


def test_a_list_and_a_search_of_one_plan(tmp_path: Path, sto: Sto) -> None:
    path = tmp_path / "proef.sto.json"
    DossierStore.create(path, both())
    assert "3 stuurgroepbesluiten." in sto("lijst", path, "stuurgroepbesluiten", "--periode", "2025-2026").err
    assert "5 stuurgroepbesluiten." in sto("lijst", path, "stuurgroepbesluiten").err
    assert "2 partijen." in sto("lijst", path, "partijen", "--periode", "2025-2026").err
    found = sto("zoek", path, "kiezen", "--periode", "2025-2026").out.splitlines()
    assert [line.split(maxsplit=1)[1] for line in found] == [
        "Kiezen bv", "Blijft kiezen", "2025-1 Vroeg kiezen", "2026-2 Laat kiezen", "2026-1 Terugblik kiezen",
    ]  # fmt: skip
    every = sto("zoek", path, "kiezen").out
    assert "2025-1 Vroeg kiezen (2025-2026)\n" in every
    assert "2027-1 Nu kiezen\n" in every
