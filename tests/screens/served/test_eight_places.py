"""A dossier on a server on the screen: the eight places, others' work, papers, and what only a file can do."""

from sto_tui.domain.change import changing
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.record import Ref
from sto_tui.places import Place
from tests.support.ahead import ahead, app_on_server
from tests.support.kept import KeptOnServer, check_chain
from tests.support.postgres import on_postgres
from tests.support.screens import place_of, retype, until, until_seen, without_form

pytestmark = on_postgres


def by_anja(there: KeptOnServer, number: int, **values: object) -> None:
    anja = there.open("anja")
    record = anja.dossier.of(Milestone)[number]
    anja.apply(changing(anja.dossier, record, record.changed(**values)))


async def test_all_places_show_it_and_an_edit_is_on_the_server(there: KeptOnServer) -> None:
    app = app_on_server(there, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        retype(app, "title", "Van Jan, op de server")
        await pilot.press("ctrl+s")
        await without_form(app, pilot)
        await until_seen(app, pilot, "Van Jan, op de server")
        for key, place in zip("12345678", Place, strict=True):
            await pilot.press(key)
            await until(pilot, lambda place=place: place_of(app).place is place)  # type: ignore[misc]
        await pilot.press("5")
        await until(pilot, lambda: place_of(app).place is Place.MIJLPALEN)
        await pilot.press("z")
        await until_seen(app, pilot, "Ongedaan gemaakt", "Proefles 1 is klaar")
    assert there.open().history.latest(1)[0].label.startswith("Ongedaan: ")
    check_chain(there.database)


async def test_what_another_does_is_seen_and_said(there: KeptOnServer) -> None:
    app = app_on_server(there, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        await pilot.press("down", "down")
        here = place_of(app).current_ref
        by_anja(there, 1, title="Van Anja")
        await until_seen(app, pilot, "Van Anja")
        assert place_of(app).current_ref == here
        assert place_of(app).bar.message.startswith("anja: ")


async def test_the_same_field_is_asked_and_nothing_is_lost(there: KeptOnServer) -> None:
    app = app_on_server(there, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        retype(app, "title", "Van Jan")
        by_anja(there, 1, title="Van Anja")
        await until(pilot, lambda: app.dossier.of(Milestone)[1].title == "Van Anja")
        await pilot.press("ctrl+s")
        await until_seen(app, pilot, "Van Jan", "Van Anja")
    assert there.tables()["milestones"]["1"]["title"] == "Van Anja"


async def test_papers_go_to_the_folder_of_this_person(there: KeptOnServer) -> None:
    app = app_on_server(there, Place.CONCEPT)
    async with app.run_test() as pilot:
        await pilot.press("c")
        await app.workers.wait_for_complete()
        await pilot.pause()
    (paper,) = (there.folder / "proef" / "concepten").iterdir()
    assert paper.suffix == ".docx"
    assert paper.stat().st_mode & 0o077 == 0, "the dossier is not for everybody on this computer"


async def test_what_is_typed_outlives_the_end_and_stays_on_this_computer(there: KeptOnServer) -> None:
    app = app_on_server(there, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        retype(app, "title", "Nog niet af")
        await pilot.pause()
        app.exit()
    assert there.tables()["milestones"]["1"]["title"] != "Nog niet af"
    (kept,) = (there.folder / "proef" / "proef-op-noord.sto.d" / "onafgemaakt").iterdir()
    assert b"Nog niet af" in kept.read_bytes()
    assert kept.stat().st_mode & 0o077 == 0


async def test_handing_in_says_how_it_can_be_done(there: KeptOnServer) -> None:
    app = app_on_server(there, Place.OVERZICHT)
    async with app.run_test() as pilot:
        await pilot.press("I")
        await pilot.pause()
        assert place_of(app).bar.message == (
            "Indienen kan alleen in een bestand: haal het dossier met sto mee van de server."
        )


async def test_who_may_only_read_can_look_everywhere(there: KeptOnServer) -> None:
    server = there.database.server("jan", there.folder)
    server.invite("els", "lezer", "proef")
    server.close()
    app = app_on_server(there, Place.MIJLPALEN, "els")
    async with app.run_test() as pilot:
        await until_seen(app, pilot, "alleen lezen", "je bent lezer van proef op noord")
        await pilot.press("d")
        assert "je bent lezer" in place_of(app).bar.message


async def test_who_else_is_there_is_seen_and_which_record_they_edit(there: KeptOnServer) -> None:
    app = app_on_server(there, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        with ahead(there, user="anja") as anja:
            anja.show(Ref("milestones", 2), serves_phones=True)
            await until_seen(app, pilot, "anja werkt mee")
            await until(pilot, lambda: app.others.who_edits(Ref("milestones", 2)) == "anja")
            assert (app.others.who_edits(Ref("milestones", 1)), app.phones.elsewhere) == ("", "anja")
            await until(pilot, lambda: [user for user, _ in anja.others] == ["jan"])
        await until(pilot, lambda: app.others.present == "")
    # A stranger on the same server shows nothing, and sees no more than that somebody is there.
    names = there.database.execute("SELECT application_name FROM pg_stat_activity WHERE application_name LIKE 'sto%'")
    assert all("proef" not in name for (name,) in names)
