"""A party that stops, joins or merges, as the person at the screen does it; what is on disk, and one key back."""

import json
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from sto_tui.app import StoApp
from sto_tui.domain.change import ConflictError, Occasion, adding
from sto_tui.domain.milestones import Veri
from sto_tui.domain.parties import Party, PartyKind
from sto_tui.domain.record import Ref
from sto_tui.places import Place
from sto_tui.planning.parties.merging import merging
from sto_tui.storage.store import DossierStore
from tests.conftest import clock
from tests.support.screens import app_on, at_every_size, place_of, place_with_lists, seen, show_list, stored, until
from tests.support.small_region import region, role

DAY = clock().date().isoformat()
AMERE = Party(id=7, name="mbo College Amere", kind=PartyKind.MBO)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The small region, with an mbo that is written in two ways."""
    path = tmp_path / "regio.sto.json"
    DossierStore.create(
        path, region(AMERE, role(8, "milestones/1", "parties/3", "R"), role(9, "milestones/1", "parties/7", "V"))
    )
    return path


def records_of(path: Path) -> dict[str, Any]:
    """What the dossier says, without how often it was changed."""
    tables = json.loads(path.read_text(encoding="utf-8"))
    return {
        name: {number: {**record, "rev": 0} for number, record in tables[name].items()}
        for name in ("parties", "bodies", "themes", "speerpunten", "veri", "cofinancing")
    }


async def at_party(app: StoApp, pilot: Pilot[None], number: int) -> None:
    await pilot.pause()
    show_list(app, "Partijen")
    assert place_with_lists(app).list.go_to(Ref("parties", number))
    await pilot.pause()


async def test_a_party_stops(path: Path) -> None:
    before = records_of(path)
    app = app_on(path, Place.PLAN)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_party(app, pilot, 4)
        await pilot.press("X")
        await at_every_size(app, pilot, "Jansen bv stopt", "100 → €", "I bij mijlpaal 1.1a Lab open", "→ vervalt")
        assert "10,0% → 4,3%" in seen(app)
        await pilot.press("right")
        assert "Keuze 2 van" in seen(app)
        await pilot.press("space", "end", "right")
        assert "→ blijft op naam van wie stopt en telt niet mee" in seen(app)
        await pilot.press("left", "enter")
        await pilot.pause()
        assert "Partij ‘Jansen bv’ gestopt." in seen(app)
        assert stored(path, "parties")["4"]["status"] == "gestopt"
        assert stored(path, "parties")["4"]["stopped_on"] == DAY
        assert "3" not in stored(path, "veri")
        assert [partner["party"] for partner in stored(path, "speerpunten")["1"]["partners"]] == [1, 2, 5]
        assert stored(path, "cofinancing")["1"].get("party") is None
        assert stored(path, "cofinancing")["1"]["status"] == "beoogd"
        await pilot.press("X")
        assert "Jansen bv is al gestopt. Met M doet de partij weer mee." in seen(app)
        await pilot.press("z")
        await pilot.pause()
        assert records_of(path) == before


async def test_nothing_happens_before_it_is_chosen(path: Path) -> None:
    before = path.read_bytes()
    app = app_on(path, Place.PLAN)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_party(app, pilot, 1)
        await pilot.press("X", "a", "space", "escape")
        await pilot.pause()
        assert "Er is niets gewijzigd." in seen(app)
        assert path.read_bytes() == before
        show_list(app, "Doelen")
        await pilot.press("X")
        assert "Kies eerst een partij in de lijst Partijen." in seen(app)


async def test_all_is_left_open_and_proposed_again(path: Path) -> None:
    app = app_on(path, Place.PLAN)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_party(app, pilot, 1)
        await pilot.press("X")
        assert "4 regels, waarvan 0 open" in seen(app)
        await pilot.press("a")
        assert "4 regels, waarvan 4 open" in seen(app)
        await pilot.press("space")
        assert "4 regels, waarvan 3 open" in seen(app)
        await pilot.press("a", "a")
        assert "4 regels, waarvan 0 open" in seen(app)


async def test_a_party_joins(path: Path) -> None:
    before = records_of(path)
    app = app_on(path, Place.PLAN)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_party(app, pilot, 3)
        await pilot.press("M")
        await at_every_size(app, pilot, "mbo College Almere doet mee", "→ wordt partner", "Zonder partner: mbo")
        await pilot.press("enter")
        await pilot.pause()
        assert [partner["party"] for partner in stored(path, "speerpunten")["1"]["partners"]] == [1, 2, 4, 5, 3]
        await pilot.press("z")
        await pilot.pause()
        assert records_of(path) == before


async def test_two_parties_become_one(path: Path) -> None:
    before = records_of(path)
    app = app_on(path, Place.PLAN)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_party(app, pilot, 3)
        await pilot.press("J")
        assert "Heet bijna hetzelfde" in seen(app)
        await pilot.press("enter")
        await pilot.pause()
        await at_every_size(app, pilot, "mbo College Almere en mbo College Amere samenvoegen", "Wat blijft")
        text = seen(app)
        assert "→ V, van mbo College Amere" in text
        assert "Gaat over van mbo College Amere naar mbo College Almere: 1 VERI-rol." in text
        await pilot.press("end", "left", "enter")
        await pilot.pause()
        assert "7" not in stored(path, "parties")
        assert stored(path, "veri")["8"]["code"] == "R"
        assert "9" not in stored(path, "veri")
        await pilot.press("z")
        await pilot.pause()
        assert records_of(path) == before


async def test_a_school_and_a_company_become_one_only_after_a_question(path: Path) -> None:
    before = path.read_bytes()
    app = app_on(path, Place.PLAN)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_party(app, pilot, 1)
        await pilot.press("J")
        await until(pilot, lambda: "samenvoegen met" in seen(app))
        await pilot.press("down", "down", "enter")
        await pilot.pause()
        await at_every_size(app, pilot, "Let op: Noord College is vmbo en Jansen bv is bedrijf")
        await pilot.press("enter")
        await until(pilot, lambda: "Niet samenvoegen" in seen(app))
        await pilot.press("enter")
        await pilot.pause()
        assert "Er is niets gewijzigd." in seen(app)
        assert path.read_bytes() == before


def give_role_elsewhere(path: Path, party: int) -> None:
    """Anja gives a party a role in a row in which it had none."""
    store = DossierStore.open(path, "anja", clock)
    store.apply(adding(store.dossier, role(0, "themes/2", f"parties/{party}", "V")))


async def test_what_others_changed_meanwhile_is_looked_at_again(path: Path) -> None:
    app = app_on(path, Place.PLAN)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_party(app, pilot, 4)
        await pilot.press("X")
        give_role_elsewhere(path, 4)
        await until(pilot, lambda: len(app.dossier.of(Veri)) == 8)
        await pilot.press("enter")
        await pilot.pause()
        # Over two lines, beside what is out of sight.
        assert place_of(app).bar.message == "Intussen is gewijzigd waar dit voorstel over gaat. Bekijk het opnieuw."
        assert stored(path, "parties")["4"]["status"] == "getekend"


def test_a_party_is_not_gone_while_another_session_counts_on_it(path: Path) -> None:
    store = DossierStore.open(path, "jan", clock)
    parties = store.dossier.of(Party)
    proposal = merging(parties[3], parties[7], Occasion(store.dossier, clock().date(), "jan"))
    give_role_elsewhere(path, 7)
    with pytest.raises(ConflictError, match="is intussen nodig voor VERI-rol"):
        store.apply(proposal.change(proposal.proposed))
    assert stored(path, "parties")["7"]["name"] == "mbo College Amere"
