"""The start screen with servers: it stands at once, they are asked meanwhile, and their dossiers open from it."""

import json
from pathlib import Path

import pytest

from sto_tui import settings
from sto_tui.app import StoApp
from sto_tui.places import Place
from sto_tui.screens.opening.start import StartScreen
from tests.conftest import clock
from tests.support.kept import KeptOnServer
from tests.support.postgres import on_postgres
from tests.support.screens import SIZES, place_of, until_seen

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
