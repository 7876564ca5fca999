"""The line to the server breaks: typing goes on, the screen says so in a word, and nothing is lost."""

from collections.abc import Iterator

import pytest

from sto_tui.app import StoApp
from sto_tui.domain.milestones import Milestone
from sto_tui.places import Place
from sto_tui.screens.windows.listing import Listing
from sto_tui.storage.ahead import sender
from sto_tui.storage.sending_state import SendingState
from tests.support.ahead import ahead, app_on_server, cut, mend, queued, retitled
from tests.support.ahead import until as wait_until
from tests.support.cutting_proxy import CuttingProxy, cutting_proxy
from tests.support.kept import KeptOnServer, check_chain
from tests.support.postgres import on_postgres
from tests.support.screens import place_of, retype, seen, until, until_seen, without_form

pytestmark = on_postgres


@pytest.fixture
def line(there: KeptOnServer) -> Iterator[CuttingProxy]:
    with cutting_proxy(there.database.postgres.folder) as proxy:
        yield proxy


def standing_of(app: StoApp) -> SendingState:
    assert app.opened.session is not None
    return app.opened.session.standing


def waiting_of(app: StoApp) -> int:
    assert app.opened.session is not None
    return app.opened.session.unsent


def title_there(there: KeptOnServer, number: int) -> str:
    title: str = there.tables()["milestones"][str(number)]["title"]
    return title


async def test_work_goes_on_and_arrives_when_the_line_is_back(there: KeptOnServer, line: CuttingProxy) -> None:
    app = app_on_server(there, Place.MIJLPALEN, line=line)
    async with app.run_test() as pilot:
        await until_seen(app, pilot, "bewaard ")
        cut(line)
        await until(pilot, lambda: standing_of(app) is SendingState.CUT)
        await until_seen(app, pilot, " los", "Geen verbinding met de server. Wat je wijzigt wacht veilig")
        await pilot.press("enter")
        retype(app, "title", "Zonder verbinding")
        await pilot.press("ctrl+s")
        await without_form(app, pilot)
        await until_seen(app, pilot, "Zonder verbinding", " los")
        assert title_there(there, 1) != "Zonder verbinding"
        mend(line)
        await until_seen(app, pilot, "bewaard ")
        await until(pilot, lambda: "Er is weer verbinding met de server." in place_of(app).bar.message)
        assert title_there(there, 1) == "Zonder verbinding"
        await pilot.press("z")
        await until(pilot, lambda: title_there(there, 1) != "Zonder verbinding")
    check_chain(there.database)


async def test_what_another_changed_meanwhile_is_chosen_with_a_key(there: KeptOnServer, line: CuttingProxy) -> None:
    app = app_on_server(there, Place.MIJLPALEN, line=line)
    async with app.run_test() as pilot:
        cut(line)
        await until(pilot, lambda: standing_of(app) is SendingState.CUT)
        await pilot.press("enter")
        retype(app, "title", "Van Jan")
        await pilot.press("ctrl+s")
        await without_form(app, pilot)
        with ahead(there, user="anja") as anja:
            retitled(anja, 1, "Van Anja")
            wait_until(lambda: not anja.waiting)
        # A form that is open by then is left alone.
        await pilot.press("down", "enter")
        retype(app, "title", "Nog bezig")
        mend(line)
        await until(pilot, lambda: app.dossier.of(Milestone)[1].title == "Van Anja")
        retype(app, "title", "Proefles 2 is klaar")
        await pilot.press("escape")
        await until_seen(app, pilot, "Druk op C: er staat nog 1 keuze open")
        await pilot.press("C")
        await until(pilot, lambda: isinstance(app.screen, Listing))
        await until_seen(app, pilot, "hier: Van Anja", "het werk van jan: Van Jan")
    check_chain(there.database)


@pytest.mark.parametrize("key", ["", "question_mark", "f1", "ctrl+p", "H", "A", "a", "w"])
async def test_closing_without_a_line_says_what_waits_and_then_closes(
    there: KeptOnServer, line: CuttingProxy, key: str
) -> None:
    """Whatever window stands over the place: it is said there, and stays while others come and go."""
    app = app_on_server(there, Place.MIJLPALEN, line=line)
    async with app.run_test() as pilot:
        cut(line)
        await until(pilot, lambda: standing_of(app) is SendingState.CUT)
        await pilot.press("enter")
        retype(app, "title", "Wacht nog")
        await pilot.press("ctrl+s")
        await without_form(app, pilot)
        await pilot.press(*filter(None, [key]))
        await pilot.press("ctrl+q")
        await until_seen(app, pilot, "1 wijziging is nog niet op de server", "ctrl+q sluit.")
        app.news.say("anja werkt mee.")
        await pilot.pause()
        assert "ctrl+q sluit." in seen(app)
        assert app.is_running
        await pilot.press("ctrl+q")
        await until(pilot, lambda: not app.is_running)
    (file,) = queued(there)
    assert b"Wacht nog" in file.read_bytes()


async def test_closing_waits_for_what_is_being_sent(
    there: KeptOnServer, line: CuttingProxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sender, "NO_ANSWER_SECONDS", 3600.0)
    app = app_on_server(there, Place.MIJLPALEN, line=line)
    async with app.run_test() as pilot:
        await until_seen(app, pilot, "bewaard ")
        with line.slow(3600):
            await pilot.press("enter")
            retype(app, "title", "Nog onderweg")
            await pilot.press("ctrl+s")
            await without_form(app, pilot)
            await until_seen(app, pilot, "Nog onderweg", "wordt bewaard…")
            await pilot.press("ctrl+q")
            await until_seen(app, pilot, "Nog even: 1 wijziging wordt bewaard. Dan sluit sto-tui.")
        await until(pilot, lambda: not app.is_running)
    assert title_there(there, 1) == "Nog onderweg"
    assert queued(there) == []


async def test_a_dossier_that_cannot_be_read_for_now_is_not_called_unsaved(there: KeptOnServer) -> None:
    """As while a backup is put back: nothing waits, so there is nothing that was not saved."""
    app = app_on_server(there, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        await until_seen(app, pilot, "bewaard ")
        there.database.execute("ALTER SCHEMA sto RENAME TO weg")
        try:
            await until_seen(app, pilot, " los", "Op noord staat geen sto-tui.")
            await pilot.press("enter")
            retype(app, "title", "Intussen")
            await pilot.press("ctrl+s")
            await without_form(app, pilot)
            await until_seen(app, pilot, "Intussen", "niet bewaard")
        finally:
            there.database.execute("ALTER SCHEMA weg RENAME TO sto")
        await until_seen(app, pilot, "Intussen", "bewaard ")
        await until(pilot, lambda: not waiting_of(app))
    assert title_there(there, 1) == "Intussen"
    check_chain(there.database)


async def test_no_key_waits_for_a_line_that_is_dead(there: KeptOnServer, line: CuttingProxy) -> None:
    """A line that swallows everything: nothing comes back, and nobody says so."""
    app = app_on_server(there, Place.MIJLPALEN, line=line)
    async with app.run_test() as pilot:
        await until_seen(app, pilot, "bewaard ")
        with line.slow(3600):
            await pilot.press("g", "down", "g", "z", "h", "escape", "6", "down", "right", "v", "8", "5")
            assert waiting_of(app) == 4
            await until_seen(app, pilot, " los")
            await until(pilot, lambda: standing_of(app) is SendingState.CUT)
        await until(pilot, lambda: not waiting_of(app))
    check_chain(there.database)
