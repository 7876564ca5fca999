"""Beginning the next plan period on the screen, and switching between the two."""

from pathlib import Path

from sto_tui.places import Place
from tests.planning.next_period.test_next_period import BEFORE
from tests.support.by_hand import app_of
from tests.support.commands import raw
from tests.support.screens import seen, stored, until_seen


async def test_what_is_ticked_goes_on_and_one_z_takes_it_back(tmp_path: Path) -> None:
    """Nine of fourteen are proposed; without the first goal it is eight."""
    path = tmp_path / "proef.sto.json"
    app = app_of(path, BEFORE, Place.OVERZICHT)
    before = {name: records for name, records in raw(path).items() if name != "meta"}
    async with app.run_test(size=(80, 24)) as pilot:
        await until_seen(app, pilot, "Proefland · 2025-2026")
        await pilot.press("n")
        await until_seen(app, pilot, "2027-2028 beginnen vanuit 2025-2026", "9 van 14 gekozen")
        await pilot.press("escape")
        assert stored(path, "periods").keys() == {"1"}
        await pilot.press("n")
        await until_seen(app, pilot, "9 van 14 gekozen")
        await pilot.press("down", "space")
        await until_seen(app, pilot, "8 van 14 gekozen")
        await pilot.press("a")
        await until_seen(app, pilot, "9 van 14 gekozen, zoals voorgesteld")
        await pilot.press("space")
        await until_seen(app, pilot, "8 van 14 gekozen")
        await pilot.press("end")
        await until_seen(app, pilot, "Gaat niet mee", "1 keer ‘Wacht op’ gaat niet mee")
        await pilot.press("ctrl+s")
        await until_seen(app, pilot, "Proefland · 2027-2028", "Het plan gaat nu over 2027-2028")
        assert [goal["continues"] for goal in stored(path, "goals").values() if goal.get("continues")] == [1]
        await pilot.press("P")
        await until_seen(app, pilot, "Proefland · 2025-2026", "Planperiode 2025-2026. Het plan gaat over 2027-2028.")
        await pilot.press("4")
        await until_seen(app, pilot, "Gestopt werk")
        await pilot.press("P")
        await until_seen(app, pilot, "Planperiode 2027-2028: hierover gaat het plan.")
        assert "Gestopt werk" not in seen(app)
        await pilot.press("z")
        await until_seen(app, pilot, "Ongedaan gemaakt: Planperiode 2027-2028 begonnen vanuit 2025-2026.")
        await until_seen(app, pilot, "Proefland · 2025-2026")
    after = {name: records for name, records in raw(path).items() if name != "meta"}
    assert _without_rev(after) == _without_rev(before)


def _without_rev(tables: dict[str, dict[str, dict[str, object]]]) -> dict[str, dict[str, dict[str, object]]]:
    return {
        table: {number: {**record, "rev": 0} for number, record in records.items()} for table, records in tables.items()
    }
