"""The first list of Overzicht: what changed since somebody was last here, and how it fits."""

from pathlib import Path

import pytest

from sto_tui.domain.change import changing
from sto_tui.domain.milestones import Milestone
from sto_tui.places import Place
from sto_tui.storage.store import DossierStore
from tests.conftest import clock
from tests.support.screens import SIZES, app_on, place_of, place_with_lists, seen, until, until_seen


def renamed_by(path: Path, person: str, title: str) -> None:
    store = DossierStore.open(path, person, clock)
    milestone = store.dossier.of(Milestone)[1]
    store.apply(changing(store.dossier, milestone, milestone.changed(title=title)))


async def test_what_others_changed_since_the_last_visit_is_told_per_person(example: Path) -> None:
    """Jan was here; then Anja changed twice, Piet once, and Jan himself from elsewhere."""
    app = app_on(example)
    async with app.run_test(size=(120, 40)) as pilot:
        await until_seen(app, pilot, "Gewijzigd")
        assert "niets sinds je vorige keer" not in seen(app)
        await pilot.press("ctrl+q")
    for person, title in (("anja", "Een"), ("piet", "Twee"), ("anja", "Drie"), ("jan", "Vier")):
        renamed_by(example, person, title)
    app = app_on(example)
    async with app.run_test(size=(120, 40)) as pilot:
        await until_seen(app, pilot, "anja 2 wijzigingen", "piet 1 wijziging", "jan 1 wijziging")
        await pilot.resize_terminal(80, 24)
        await until_seen(app, pilot, "jan 1 wijziging", " +2")
        await pilot.resize_terminal(120, 40)
        await until_seen(app, pilot, "piet 1 wijziging")
        rows = place_with_lists(app).list.rows
        first = next(number for number, row in enumerate(rows) if "jan" in str(row.cells))
        place_of(app).main.move_to(first)
        await pilot.press("enter")
        await until_seen(app, pilot, "Vier")
        assert place_of(app).place is Place.MIJLPALEN
        await pilot.press("ctrl+q")
    app = app_on(example)
    async with app.run_test(size=(120, 40)) as pilot:
        await until_seen(app, pilot, "niets sinds je vorige keer")


@pytest.mark.parametrize("size", SIZES)
async def test_what_does_not_fit_is_announced(example: Path, size: tuple[int, int]) -> None:
    app = app_on(example)
    async with app.run_test(size=size) as pilot:
        await until_seen(app, pilot, "1 Partijen betrekken", "8 Ondersteuning vragen", "Nu te doen", "Termijn ")
        await until(pilot, lambda: app.findings.is_worked_out)
        await pilot.pause()
        below = place_of(app).main.hidden.below
        assert f"nog {below}" in seen(app) if below else "Meldingen  " in seen(app)
