"""An older state is put back on the server under open sessions: what was here is kept, and all get to read so."""

from collections.abc import Iterator

import pytest

from sto_tui.domain.milestones import Milestone
from sto_tui.places import Place
from sto_tui.storage.sending_state import SendingState
from tests.screens.served.test_cut_line import standing_of
from tests.support.ahead import ahead, app_on_server, cut, mend, retitled
from tests.support.ahead import until as wait_until
from tests.support.cutting_proxy import CuttingProxy, cutting_proxy
from tests.support.kept import NAME, KeptOnServer
from tests.support.postgres import on_postgres
from tests.support.screens import place_of, retype, until, until_seen, without_form

pytestmark = on_postgres


@pytest.fixture
def line(there: KeptOnServer) -> Iterator[CuttingProxy]:
    with cutting_proxy(there.database.postgres.folder) as proxy:
        yield proxy


async def test_where_the_own_state_lies_is_read_before_anything_else(there: KeptOnServer, line: CuttingProxy) -> None:
    there.back_up()
    app = app_on_server(there, Place.MIJLPALEN, line=line)
    async with app.run_test() as pilot:
        with ahead(there, user="anja") as anja:
            retitled(anja, 1, "Van na de reservekopie")
            await until(pilot, lambda: app.dossier.of(Milestone)[1].title == "Van na de reservekopie")
            wait_until(lambda: not anja.waiting)
        cut(line)
        await until(pilot, lambda: standing_of(app) is SendingState.CUT)
        there.put_backup_back()
        with ahead(there, user="anja") as anja:
            mend(line)
            await until_seen(app, pilot, "Op noord is een oudere stand van proef teruggezet.")
            (own,) = (there.folder / NAME).glob("eigen-*.sto.json")
            await until(pilot, lambda: app.others.present == "anja werkt mee")
            retitled(anja, 2, "Een ander werkt door")
            await until_seen(app, pilot, "Een ander werkt door", "Wat je hier had", own.name)
            await pilot.press("down")
            retitled(anja, 2, "Na de toets")
            await until(pilot, lambda: "oudere stand" not in place_of(app).bar.message)
        await pilot.press("ctrl+o")
        await until_seen(app, pilot, "Een eigen stand van eerder staat in", own.name)
    again = app_on_server(there, Place.MIJLPALEN)
    async with again.run_test() as pilot:
        with ahead(there, user="anja"):
            await until(pilot, lambda: "anja" in again.others.present)
            await until_seen(again, pilot, "Een eigen stand van eerder staat in", own.name)
        own.unlink()
        await pilot.press("ctrl+o")
        await until_seen(again, pilot, "Met het bestand is niets aan de hand.")


async def test_why_it_is_not_kept_stays_until_it_is(there: KeptOnServer, line: CuttingProxy) -> None:
    app = app_on_server(there, Place.MIJLPALEN, "anja", line=line)
    async with app.run_test() as pilot:
        await until_seen(app, pilot, "bewaard ")
        cut(line)
        await until(pilot, lambda: standing_of(app) is SendingState.CUT)
        await pilot.press("enter")
        retype(app, "title", "Van Anja")
        await pilot.press("ctrl+s")
        await without_form(app, pilot)
        server = there.database.server("jan", there.folder)
        server.invite("anja", "lezer", NAME)
        mend(line)
        await until_seen(app, pilot, "rechten")
        with ahead(there, user="jan"):
            await until(pilot, lambda: app.others.present == "jan werkt mee")
            assert "rechten" in place_of(app).bar.message
        server.invite("anja", "bewerker", NAME)
        server.close()
        await until(pilot, lambda: standing_of(app) is SendingState.KEPT)
        await until(pilot, lambda: "rechten" not in place_of(app).bar.message)
