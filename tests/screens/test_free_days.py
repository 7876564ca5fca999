"""The list Vrije dagen at Overzicht: what the region wrote, and the school holidays of its vakantieregio."""

from datetime import date
from pathlib import Path

from sto_tui.domain.region import FreeDay
from sto_tui.widgets.shell import KeyBar
from tests.support.screens import app_on, form_at, seen, show_list, stored, until_seen, without_form


async def test_enter_on_a_school_holiday_makes_one_of_the_region_in_its_place(example: Path) -> None:
    app = app_on(example)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.pause()
        show_list(app, "Vrije dagen")
        await until_seen(app, pilot, "Schoolvakanties van regio midden")
        await pilot.press("down", "down")
        await until_seen(app, pilot, "enter Opnemen")
        app.screen.post_message(KeyBar.KeyClicked("Opnemen"))
        await form_at(app, pilot, "source")
        assert "Herfstvakantie" in seen(app)
        await pilot.press("ctrl+s")
        await without_form(app, pilot)
        own = [free for free in app.dossier.of(FreeDay).values() if free.title == "Herfstvakantie"]
        assert [(free.start, free.end) for free in own] == [(date(2026, 10, 17), date(2026, 10, 25))]
        assert any(free["start"] == "2026-10-17" for free in stored(example, "free_days").values())
        shown = [line for line in seen(app).splitlines() if "Herfstvakantie" in line and "2026" in line]
        assert len(shown) == 1
