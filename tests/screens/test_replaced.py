"""Another version of the file put over the dossier that is open, as people see it, while they type or not."""

import json
import shutil
from pathlib import Path

import pytest

from sto_tui.domain.change import changing
from sto_tui.domain.milestones import Milestone
from sto_tui.places import Place
from sto_tui.planning.new_dossier import new_dossier
from sto_tui.screens.editing.form import FormWindow
from sto_tui.screens.editing.version_window import VersionWindow
from sto_tui.screens.frame.place import PlaceFrame
from sto_tui.session.dossier_file import LOOKS_BEFORE_SAYING
from sto_tui.storage.store import DossierStore
from sto_tui.widgets.record_list import RecordList
from sto_tui.widgets.shell import KeyBar
from tests.conftest import clock
from tests.support.screens import app_on, form_of, place_of, retype, seen, stored, until


def rename(path: Path, number: int, title: str) -> None:
    store = DossierStore.open(path, "jan", clock)
    milestone = store.dossier.of(Milestone)[number]
    store.apply(changing(store.dossier, milestone, milestone.changed(title=title)))


def titles(path: Path) -> list[str]:
    return [record["title"] for record in stored(path, "milestones").values()][:3]


def put_over(source: Path, path: Path) -> None:
    """What a sync program does."""
    arriving = path.with_name("binnen")
    shutil.copy(source, arriving)
    arriving.replace(path)


@pytest.fixture
def older(small: Path) -> Path:
    """The dossier as it was before Jan changed a title."""
    start = Path(shutil.copy(small, small.with_name("eerder.json")))
    rename(small, 1, "Van Jan")
    return start


async def test_an_older_version_takes_nothing_away_and_typing_goes_on(small: Path, older: Path) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        await pilot.press("down", "down", "enter")
        retype(app, "title", "Half getypt")
        put_over(older, small)
        app.following.poll()
        await pilot.pause()
        assert isinstance(app.screen, FormWindow), "no window over what is typed"
        assert "Druk op ctrl+o: er staat een oudere versie, zonder 1 wijziging." in seen(app)
        (own,) = (small.parent / "regio.sto.d").glob("eigen-*.sto.json")
        assert titles(own)[0] == "Van Jan", "what no file holds is kept before anything else happens"
        await pilot.press("ctrl+s")
        assert "Er is niets opgeslagen. Kies eerst met ctrl+o welke versie geldt" in seen(app)
        assert small.read_bytes() == older.read_bytes()
        await pilot.press("ctrl+o")
        assert isinstance(app.screen, VersionWindow)
        assert "Mijlpaal 1.1 Van Jan gewijzigd: mijlpaal" in seen(app), "what the older one lacks"
        await pilot.press("n")
        assert isinstance(app.screen, FormWindow)
        assert form_of(app).altered
        await pilot.press("ctrl+s")
        assert isinstance(app.screen, PlaceFrame)
        assert titles(small)[0] == "Van Jan"
        assert "Half getypt" in titles(small)
        assert "oudere versie" not in place_of(app).bar.message, "that is no longer so"
        assert not own.exists()
        (aside,) = (small.parent / "regio.sto.d").glob("bewaard-*.sto.json")
        assert json.loads(aside.read_bytes())["milestones"] == json.loads(older.read_bytes())["milestones"]


async def test_what_was_settled_in_a_form_is_said_nowhere_any_more(small: Path, older: Path) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        await pilot.press("down", "down", "enter")
        put_over(older, small)
        app.following.poll()
        app.news.say("anja: Mijlpaal 1.2 op groen.")
        app.following.poll()
        app.file.put_back()
        assert "oudere versie" not in seen(app)
        await pilot.press("x")
        assert "oudere versie" not in seen(app), "not when typing goes on either"
        await pilot.press("escape", "left", "enter")
        await pilot.pause()
        assert isinstance(app.screen, PlaceFrame)
        assert place_of(app).bar.message == "anja: Mijlpaal 1.2 op groen."


async def test_what_became_the_dossier_of_another_region_is_never_merged_by_itself(small: Path, older: Path) -> None:
    store = DossierStore.open(older, "anja", clock)
    region = store.dossier.region
    store.apply(changing(store.dossier, region, region.changed(name="Elders")))
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        put_over(older, small)
        app.following.poll()
        await pilot.pause()
        assert app.dossier.region.name != "Elders"
        await pilot.press("ctrl+o")
        assert "regio.sto.json van Proefland" in seen(app)


async def test_the_older_version_can_be_gone_on_with(small: Path, older: Path) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        put_over(older, small)
        app.following.poll()
        await pilot.pause()
        assert "kies: ctrl+o" in seen(app).splitlines()[0]
        assert "Van Jan" in seen(app)
        await pilot.press("ctrl+o", "o")
        await pilot.pause()
        assert place_of(app).bar.message == "Je werkt nu in de andere versie; de jouwe is ernaast bewaard."
        assert "Van Jan" not in seen(app)
        assert "opgeslagen" in seen(app).splitlines()[0]
        await pilot.press("down", "down", "enter")
        retype(app, "title", "Verder in de oude")
        await pilot.press("ctrl+s")
        assert "Verder in de oude" in titles(small)
        (aside,) = (small.parent / "regio.sto.d").glob("bewaard-*.sto.json")
        assert titles(aside)[0] == "Van Jan"
        labels = [entry.label for entry in app.opened.store.history.latest(2)]
        assert labels[1] == "Verder gegaan met een andere versie van het dossier; de eigen is ernaast bewaard"


async def test_into_the_dossier_of_another_region_nothing_is_written(small: Path, older: Path) -> None:
    elsewhere = small.with_name("elders.sto.json")
    DossierStore.create(elsewhere, new_dossier("Almere", "2027-2028"))
    app = app_on(small, Place.VOORTGANG)
    async with app.run_test() as pilot:
        put_over(elsewhere, small)
        await pilot.press("g")
        assert (
            "Kies eerst met ctrl+o welke versie geldt. Hier staat nu het dossier van Almere."
            in place_of(app).bar.message
        )
        assert small.read_bytes() == elsewhere.read_bytes()
        app.following.poll()
        assert "Er is niets opgeslagen" in place_of(app).bar.message, "until the next key"
        await pilot.press("down")
        app.following.poll()
        await pilot.pause()
        assert place_of(app).bar.message == (
            "Druk op ctrl+o: hier staat nu het dossier van Almere. Jouw versie is veilig."
        )
        await pilot.press("ctrl+o", "s")
        assert "Samenvoegen kan niet: dit is een ander dossier, van Almere." in seen(app)
        await pilot.press("o")
        assert "Zet met n eerst jouw dossier terug" in seen(app)
        await pilot.press("b")
        retype(app, "file", "mijn-regio")
        await pilot.press("ctrl+s")
        assert place_of(app).bar.message == f"De versie is bewaard als mijn-regio.sto.json in {small.parent}."
        assert small.read_bytes() == elsewhere.read_bytes()
        assert titles(small.with_name("mijn-regio.sto.json"))[0] == "Van Jan"


async def test_ours_comes_back_where_another_dossier_was_put_and_that_one_gets_its_own_file(
    small: Path, older: Path
) -> None:
    elsewhere = small.with_name("elders.sto.json")
    DossierStore.create(elsewhere, new_dossier("Almere", "2027-2028"))
    small.with_name("regio-almere.sto.json").write_text("van een ander")
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        await pilot.press("down", "down", "enter")
        retype(app, "title", "Half getypt")
        put_over(elsewhere, small)
        app.following.poll()
        await pilot.press("ctrl+o", "n")
        assert "Het dossier van Almere krijgt een eigen bestand hiernaast." in seen(app)
        await pilot.press("enter")
        assert small.read_bytes() == elsewhere.read_bytes(), "not without an answer"
        await pilot.press("n", "left", "enter")
        await pilot.pause()
        assert isinstance(app.screen, FormWindow)
        assert "het andere dossier staat in" in seen(app)
        assert "regio-almere-2.sto.json." in seen(app)
        await pilot.press("ctrl+s")
        assert "Half getypt" in titles(small)
    assert DossierStore.open(small.with_name("regio-almere-2.sto.json"), "jan", clock).dossier.region.name == "Almere"
    assert small.with_name("regio-almere.sto.json").read_text() == "van een ander"


async def test_who_closes_without_a_choice_is_told_once_and_asked_at_the_next_start(small: Path, older: Path) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        put_over(older, small)
        app.following.poll()
        await pilot.press("ctrl+q")
        assert "Er is nog niet gekozen welke versie geldt. Jouw versie is veilig." in place_of(app).bar.message
        await pilot.press("ctrl+q")
        await until(pilot, lambda: app.return_code == 0)
    again = app_on(small, Place.MIJLPALEN)
    async with again.run_test() as pilot:
        await until(pilot, lambda: isinstance(again.screen, PlaceFrame) and bool(again.screen.bar.message))
        assert place_of(again).bar.message == (
            "Druk op ctrl+o: er ligt nog een eigen versie van eerder: 1 wijziging staat niet in het dossier."
        )
        await pilot.press("ctrl+o", "n")
        await pilot.pause()
        assert "Van Jan" in seen(again)
    assert titles(small)[0] == "Van Jan"
    last = app_on(small, Place.MIJLPALEN)
    async with last.run_test() as pilot:
        await pilot.press("ctrl+o")
        assert place_of(last).bar.message == "Met het bestand is niets aan de hand."


async def test_on_the_wall_it_is_one_line(small: Path, older: Path) -> None:
    app = app_on(small, Place.VERI)
    async with app.run_test() as pilot:
        await pilot.press("p")
        wall = app.screen
        put_over(older, small)
        for _ in range(LOOKS_BEFORE_SAYING):
            app.following.poll()
        await pilot.pause()
        assert app.screen is wall
        assert "Druk op ctrl+o: er staat een oudere versie, zonder 1 wijziging." in seen(app)
        put_over(small.parent / "regio.sto.d" / next((small.parent / "regio.sto.d").glob("eigen-*")).name, small)
        app.following.poll()
        await pilot.pause()
        assert "regio.sto.json is er weer." in seen(app)
        assert not list((small.parent / "regio.sto.d").glob("eigen-*"))


def apart(path: Path, *changes: tuple[int, str]) -> Path:
    """A copy in which Anja went on by herself, while Jan changed a title here."""
    copy = Path(shutil.copy(path, path.with_name("anja.sto.json")))
    for number, title in changes:
        rename(copy, number, title)
    rename(path, 1, "Van Jan")
    return copy


async def test_a_copy_that_went_apart_comes_in_by_itself_when_there_is_nothing_to_choose(small: Path) -> None:
    copy = apart(small, (2, "Van Anja"), (3, "Ook van Anja"))
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        await pilot.press("down", "down", "enter")
        retype(app, "deelproject", "Half getypt")
        put_over(copy, small)
        app.following.poll()
        await pilot.pause()
        assert "Andere kopie samengevoegd: 2 wijzigingen. Terugzetten kan met h." in seen(app)
        assert titles(small) == ["Van Jan", "Van Anja", "Ook van Anja"]
        await pilot.press("ctrl+s")
        assert isinstance(app.screen, PlaceFrame)
        assert "Half getypt" in {record.get("deelproject") for record in stored(small, "milestones").values()}
        await pilot.press("z", "z")
        assert titles(small)[:2] == ["Van Jan", "Proefles 2 is klaar"]
    kept = sorted((small.parent / "regio.sto.d").glob("samengevoegd-*"))
    assert len(kept) == 2, "both are kept"
    assert DossierStore.open(small, "jan", clock).history.latest(4)[-2].parents != ()


async def test_a_key_that_comes_before_the_copy_is_seen_is_saved_after_it_was_brought_in(small: Path) -> None:
    copy = apart(small, (2, "Van Anja"))
    app = app_on(small, Place.VOORTGANG)
    async with app.run_test() as pilot:
        put_over(copy, small)
        await pilot.press("g")
        await pilot.pause()
        assert "niets opgeslagen" not in seen(app)
        assert "groen" in [record.get("light") for record in stored(small, "milestones").values()]
        assert titles(small)[:2] == ["Van Jan", "Van Anja"]


async def test_why_a_save_was_refused_is_said_as_long_as_it_is_so(small: Path, older: Path) -> None:
    ours = small.read_bytes()
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        for in_the_way in (b"", ours[:3000], older.read_bytes()):
            await pilot.press("enter")
            retype(app, "deelproject", f"Getypt {len(in_the_way)}")
            ours = small.read_bytes()
            small.write_bytes(in_the_way)
            await pilot.press("ctrl+s")
            assert "niets opgeslagen" in app.screen.query_one(KeyBar).message
            small.write_bytes(ours)
            app.following.poll()
            await pilot.pause()
            assert "niets opgeslagen" not in app.screen.query_one(KeyBar).message
            await pilot.press("ctrl+s")
            await pilot.pause()
            assert isinstance(app.screen, PlaceFrame)
            assert "gewijzigd: deelproject" in place_of(app).bar.message, "and not that the file is there again"
            app.following.poll()
            assert "is er weer" not in place_of(app).bar.message


async def test_with_a_form_open_a_choice_is_not_said_to_be_a_letter_away(small: Path) -> None:
    copy = apart(small, (1, "Van Anja"))
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("down", "down", "enter")
        put_over(copy, small)
        app.following.poll()
        await pilot.pause()
        assert "Druk op ctrl+o: er staat een andere kopie" in seen(app)
        await pilot.press("ctrl+o", "s")
        await pilot.pause()
        assert isinstance(app.screen, FormWindow)
        assert "Samengevoegd; nog 1 keuze, met C" in seen(app)


async def test_a_copy_that_went_apart_waits_when_there_is_something_to_choose(small: Path) -> None:
    copy = apart(small, (1, "Van Anja"), (3, "Ook van Anja"))
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        put_over(copy, small)
        app.following.poll()
        await pilot.pause()
        assert "Druk op ctrl+o: er staat een andere kopie, zonder 1 wijziging." in place_of(app).bar.message
        assert titles(small) == ["Van Anja", "Proefles 2 is klaar", "Ook van Anja"]
        await pilot.press("ctrl+o")
        assert "mijlpalen: 1 gewijzigd; 1 keuze: die blijft staan zoals hier tot je kiest" in seen(app)
        named = str([row.cells for row in app.screen.query_one(RecordList).rows])
        assert "Mijlpaal 1.3 Ook van Anja gewijzigd: mijlpaal" in named
        assert "Keuze: Mijlpaal 1.1 Van Jan, bij ‘Mijlpaal’" in named
        await pilot.press("s")
        await pilot.pause()
        assert place_of(app).bar.message == "Samengevoegd. Druk op C: nog 1 keuze; z maakt het ongedaan."
        assert titles(small) == ["Van Jan", "Proefles 2 is klaar", "Ook van Anja"]
        app.following.poll()
        await pilot.press("C")
        assert "Van Anja" in seen(app)
