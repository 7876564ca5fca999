"""Somebody else begins or marks another plan period: who works in one stays there, and is told."""

from datetime import date
from pathlib import Path

from sto_tui.domain.change import Occasion, changing
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.plan import Speerpunt, Theme
from sto_tui.domain.region import PlanPeriod
from sto_tui.places import Place
from sto_tui.planning.next_period.carrying_over import begun
from sto_tui.planning.next_period.proposal import following, next_period
from sto_tui.storage.store import DossierStore
from tests.conftest import clock
from tests.support.by_hand import app_of, dossier_with
from tests.support.screens import place_of, seen, stored

PLAN = dossier_with(
    PlanPeriod(id=1, label="2025-2026", start=date(2025, 1, 1), end=date(2026, 12, 31), current=True),
    Theme(id=1, number=1, title="Labs", periods=(1,)),
    Speerpunt(id=1, theme=1, number="1.1", title="Lab"),
    Milestone(id=1, number="1.1a", title="Lab gekozen", speerpunt=1, due=date(2026, 6, 30)),
    Milestone(id=2, number="1.1b", title="Lab besteld", speerpunt=1, due=date(2026, 12, 31)),
)


def anja_begins_the_next(path: Path) -> None:
    store = DossierStore.open(path, "anja", clock)
    proposal = next_period(store.dossier, following(store.dossier))
    store.apply(begun(store.dossier, proposal, proposal.proposed))


async def test_who_works_in_a_period_stays_there_when_another_begins_the_next(tmp_path: Path) -> None:
    path = tmp_path / "regio.sto.json"
    app = app_of(path, PLAN, Place.VOORTGANG)
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("end")
        assert str(place_of(app).current_ref) == "milestones/2"
        anja_begins_the_next(path)
        app.following.poll()
        await pilot.pause()
        assert "· 2025-2026" in seen(app)
        assert str(place_of(app).current_ref) == "milestones/2"
        assert place_of(app).bar.message == (
            "anja: Planperiode 2027-2028 begonnen vanuit 2025-2026. Je blijft bij 2025-2026; P wisselt."
        )
        store = DossierStore.open(path, "anja", clock)
        lab = store.dossier.of(Milestone)[1]
        store.apply(changing(store.dossier, lab, lab.changed(title="Lab uitgezocht")))
        app.following.poll()
        assert place_of(app).bar.message.endswith("gewijzigd: mijlpaal."), "said once, not with each piece of news"
        await pilot.press("k")
        milestones = stored(path, "milestones")
        assert len(milestones) == 4
        assert [number for number, milestone in milestones.items() if milestone["light"] == "gereed"] == ["2"]
        await pilot.press("P")
        assert "· 2027-2028" in seen(app)
        await pilot.press("z")
        assert "· 2027-2028" in seen(app), "taking back what one did oneself goes nowhere else"


async def test_an_own_mark_takes_the_screen_along_and_so_does_its_undo(tmp_path: Path) -> None:
    path = tmp_path / "regio.sto.json"
    app = app_of(path, PLAN, Place.VOORTGANG)
    async with app.run_test(size=(100, 24)) as pilot:
        anja_begins_the_next(path)
        app.following.poll()
        await pilot.press("P")
        assert "· 2027-2028" in seen(app)
        dossier = app.dossier
        before = dossier.of(PlanPeriod)[1]
        marking = changing(dossier, before, before.changed(current=True), Occasion(dossier, clock().date()))
        app.changes.apply(marking)
        place_of(app).update()
        await pilot.pause()
        assert "· 2025-2026" in seen(app)
        await pilot.press("z")
        assert "· 2027-2028" in seen(app)
        assert [period["current"] for period in stored(path, "periods").values()] == [False, True]
