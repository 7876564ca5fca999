"""A line of the log about a day to come: what is shown and what is typed goes by today, and what is kept stays.

Worked out by hand: 1.1a is oranje since 1 June 2026, and a line says groen on a day that no test sees.
"""

import json
from datetime import date
from pathlib import Path

from sto_tui.domain.milestones import Milestone, Progress, Stoplicht
from sto_tui.domain.plan import Speerpunt, Theme
from sto_tui.domain.region import PlanPeriod
from sto_tui.places import Place
from sto_tui.storage.store import DossierStore
from tests.conftest import clock
from tests.support.by_hand import app_of, dossier_with
from tests.support.commands import Sto
from tests.support.screens import seen, stored

JUNE_1, TO_COME = date(2026, 6, 1), date(2099, 10, 3)
PLAN = dossier_with(
    PlanPeriod(id=1, label="2025-2026", start=date(2025, 1, 1), end=date(2026, 12, 31), current=True),
    Theme(id=1, number=1, title="Labs", periods=(1,)),
    Speerpunt(id=1, theme=1, number="1.1", title="Lab"),
    Milestone(id=1, number="1.1a", title="Lab besteld", speerpunt=1, due=date(2026, 12, 31), light=Stoplicht.GROEN),
    Progress(id=1, milestone=1, date=JUNE_1, light=Stoplicht.ORANJE, note="Levering laat"),
    Progress(id=2, milestone=1, date=TO_COME, light=Stoplicht.GROEN),
)


async def test_rows_of_every_place_and_the_form_of_a_new_line_go_by_today(tmp_path: Path) -> None:
    path = tmp_path / "regio.sto.json"
    app = app_of(path, PLAN, Place.MIJLPALEN)
    async with app.run_test(size=(110, 40)) as pilot:
        for keys, place in ((["5"], "timeline"), (["4", "down", "down", "space"], "tree"), (["7"], "stoplicht")):
            await pilot.press(*keys)
            await pilot.pause()
            (row,) = [line for line in seen(app).splitlines() if "Lab besteld" in line and "▲" in line]
            assert "●" not in row, place
        # The lines that spell out the row say it too.
        assert "groen" not in seen(app)
        await pilot.press("t")
        await pilot.pause()
        assert "oranje" in seen(app)
        await pilot.press(*"Nog niet", "ctrl+s")
        lines = stored(path, "progress")
        (new,) = [line for number, line in lines.items() if number not in ("1", "2")]
        assert (new["date"], new["light"], new["note"]) == (f"{clock():%Y-%m-%d}", "oranje", "Nog niet")


def test_a_list_goes_by_today_and_json_gives_what_is_kept(sto: Sto, tmp_path: Path) -> None:
    path = tmp_path / "regio.sto.json"
    DossierStore.create(path, PLAN)
    assert "oranje" in sto("lijst", path, "mijlpalen").out
    assert json.loads(sto("lijst", path, "mijlpalen", "--json").out)[0]["light"] == "groen"
    assert "oranje" in sto("lijst", path, "mijlpalen", "--csv").out


def test_a_line_that_is_added_by_command_has_the_stoplicht_of_its_day(sto: Sto, tmp_path: Path) -> None:
    path = tmp_path / "regio.sto.json"
    DossierStore.create(path, PLAN)
    for day, light in (("1-5-2026", "niet_gestart"), ("2-6-2026", "oranje"), ("4-10-2099", "groen")):
        assert sto("voeg-toe", path, "voortgang", "mijlpaal=1.1a", f"datum={day}", "toelichting=Stand").code == 0
        assert list(stored(path, "progress").values())[-1]["light"] == light, day
