"""The start screen with servers: it stands at once, they are asked meanwhile, and their dossiers open from it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from sto_tui import settings
from sto_tui.app import StoApp
from sto_tui.places import Place
from sto_tui.screens.opening.start import StartScreen
from tests.conftest import clock
from tests.support.cutting_proxy import CuttingProxy, cutting_proxy
from tests.support.kept import KeptOnServer
from tests.support.postgres import on_postgres
from tests.support.screens import SIZES, form_of, place_of, retype, until, until_seen

pytestmark = on_postgres


@pytest.fixture
def started(there: KeptOnServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StoApp:
    """The app without a dossier; of two servers one is away."""
    monkeypatch.chdir(tmp_path)
    reached = {"host": str(there.database.postgres.folder), "database": there.database.name, "user": "jan"}
    path = settings.settings_file()
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps({"servers": {"noord": reached, "zuid": {"host": str(tmp_path / "nergens")}}}))
    return StoApp(None, Place.OVERZICHT, "jan", clock)


@pytest.mark.parametrize("size", SIZES)
async def test_dossiers_on_servers_are_listed_and_open(started: StoApp, size: tuple[int, int]) -> None:
    async with started.run_test(size=size) as pilot:
        await until_seen(started, pilot, "Op noord", "proef@noord", "door jan")
        await until_seen(started, pilot, "Op zuid", "Geen verbinding met zuid.")
        assert isinstance(started.screen, StartScreen)
        started.screen.list.go_to(("served", "proef@noord"))
        await until_seen(started, pilot, "Laatst gewijzigd: ")
        await pilot.press("enter")
        await until_seen(started, pilot, "Proefland", "Overzicht", "bewaard ")
        assert place_of(started).place is Place.OVERZICHT
        assert started.opened.store.title == "proef op noord"
        await pilot.press("question_mark")
        await until_seen(started, pilot, "Dossier: proef@noord")


async def test_a_server_that_is_away_is_asked_again_and_a_dossier_that_is_gone_says_so(
    started: StoApp, there: KeptOnServer
) -> None:
    async with started.run_test(size=(80, 24)) as pilot:
        await until_seen(started, pilot, "proef@noord", "Geen verbinding met zuid.")
        assert isinstance(started.screen, StartScreen)
        started.screen.list.go_to(("server", "zuid"))
        await pilot.press("enter")
        await until_seen(started, pilot, "Geen verbinding met zuid.")
        there.database.clear()
        started.screen.list.go_to(("served", "proef@noord"))
        await pilot.press("enter")
        await until_seen(started, pilot, "geen dossier ‘proef’ waar je bij mag")
        assert isinstance(started.screen, StartScreen)


@pytest.fixture
def line(there: KeptOnServer) -> Iterator[CuttingProxy]:
    with cutting_proxy(there.database.postgres.folder) as proxy:
        yield proxy


@pytest.fixture
def far(started: StoApp, there: KeptOnServer, line: CuttingProxy) -> StoApp:
    """The app without a dossier; the server that it knows is reached over the line."""
    reached = {"host": "127.0.0.1", "port": line.port, "database": there.database.name, "user": "jan"}
    settings.settings_file().write_text(json.dumps({"servers": {"ver": reached}}))
    return started


async def open_typed(app: StoApp, pilot: Pilot[None], address: str) -> None:
    assert isinstance(app.screen, StartScreen)
    app.screen.list.go_to(("other", None))
    await pilot.press("enter")
    retype(app, "file", address)
    await pilot.press("ctrl+s")


async def test_an_address_that_is_typed_opens_while_keys_are_answered(far: StoApp, line: CuttingProxy) -> None:
    async with far.run_test(size=(80, 24)) as pilot:
        await until_seen(far, pilot, "proef@ver")
        with line.slow(20):
            await open_typed(far, pilot, "proef@ver")
            await until_seen(far, pilot, "proef@ver wordt geopend… Met esc stop je dat.")
            await pilot.press("down", "enter")
            assert isinstance(far.screen, StartScreen)
            await until_seen(far, pilot, "Even wachten: er wordt al een dossier geopend.")
        await until_seen(far, pilot, "Proefland", "Overzicht", "bewaard ")


async def test_esc_stops_waiting_and_what_comes_later_is_not_shown(far: StoApp, line: CuttingProxy) -> None:
    async with far.run_test(size=(80, 24)) as pilot:
        await until_seen(far, pilot, "proef@ver")
        with line.slow(20):
            await open_typed(far, pilot, "proef@ver")
            await pilot.press("escape")
            await until_seen(far, pilot, "proef@ver is niet geopend.")
        await until(pilot, lambda: all(worker.is_finished for worker in far.workers))
        await pilot.pause()
        assert isinstance(far.screen, StartScreen)
        assert far.opened.session is None


async def test_an_address_that_does_not_open_stands_in_the_form_again(far: StoApp) -> None:
    async with far.run_test(size=(80, 24)) as pilot:
        await open_typed(far, pilot, "proof@ver")
        await until_seen(far, pilot, "geen dossier ‘proof’ waar je bij mag", "proof@ver")
        retype(far, "file", "proef@ver")
        assert form_of(far).altered
        await pilot.press("ctrl+s")
        await until_seen(far, pilot, "Proefland", "Overzicht", "bewaard ")
