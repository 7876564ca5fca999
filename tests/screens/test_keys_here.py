"""The footer belongs to the list with the cursor, and a key that does nothing there says why."""

from pathlib import Path

import pytest

from sto_tui.acts import ACTS, EVERYWHERE
from sto_tui.acts.manual_pages import MANUAL_PAGES
from sto_tui.app import StoApp
from sto_tui.content.manual import topic_of
from sto_tui.domain.typed_dates import ALONE
from sto_tui.places import Place
from sto_tui.planning.new_dossier import new_dossier
from sto_tui.screens.workshop.screen import WorkshopScreen
from sto_tui.storage.store import DossierStore
from sto_tui.storage.together.open_dossier import Session
from sto_tui.widgets.editors import PartsEditor
from sto_tui.widgets.shell import KeyBar
from tests.conftest import clock
from tests.support.screens import SIZES, app_on, at_every_size, place_of, seen, show_list, stored, until, until_seen
from tests.support.textual_gaps import says_something_of_its_own


def footer(app: StoApp) -> str:
    """The last line."""
    return seen(app).rstrip().split("\n")[-1]


async def test_the_footer_names_what_can_be_done_where_the_cursor_is(small: Path) -> None:
    app = app_on(small, Place.PLAN)
    async with app.run_test(size=(160, 40)) as pilot:
        await pilot.pause()
        assert "Vouwen" in footer(app)
        assert "Bewerken" not in footer(app), "the whole plan has no form"
        await pilot.press("down", "right")
        await until_seen(app, pilot, "enter Bewerken")
        assert footer(app).startswith(" ← Teruggaan")
        await pilot.press("escape")
        assert "→ Lezen" in footer(app)
        show_list(app, "Partijen")
        await until_seen(app, pilot, "Partij stoppen")
        show_list(app, "Begroting")
        await pilot.pause()
        assert footer(app).startswith(" a Toevoegen"), "where nothing is yet, first how to add it"
        assert "Partij stoppen" not in footer(app)
        assert "Bewerken" not in footer(app)
        await pilot.resize_terminal(60, 20)
        await until_seen(app, pilot, "ctrl+q Sluiten  ? Toetsen")


async def test_a_key_is_called_by_what_it_does_with_the_row_of_the_cursor(example: Path) -> None:
    """On a head of a group enter folds, on counts it shows whose they are; and a click on that name does the same."""
    app = app_on(example, Place.MIJLPALEN)
    async with app.run_test(size=(220, 40)) as pilot:
        await pilot.press("home")
        await until_seen(app, pilot, "enter Vouwen")
        assert "Bewerken" not in footer(app), "the cursor is on the head of thema 1"
        app.screen.post_message(KeyBar.KeyClicked("Vouwen"))
        await until_seen(app, pilot, "▸ 1 ")
        assert "K Kritieke tonen" in footer(app)
        await pilot.press("K", "home")
        await until_seen(app, pilot, "K Alles tonen")
        await pilot.press("K", "home", "enter", "down")
        await until_seen(app, pilot, "enter Bewerken")
        await pilot.press("7")
        await until_seen(app, pilot, "enter Bewerken")
        show_list(app, "Tellingen")
        await until_seen(app, pilot, "enter Mijlpalen tonen")
        app.screen.post_message(KeyBar.KeyClicked("Mijlpalen tonen"))
        await until_seen(app, pilot, "Met esc zie je weer alles.")


async def test_the_key_that_agrees_on_a_text_is_called_by_what_it_takes_away(example: Path) -> None:
    app = app_on(example, Place.REGIOVISIE)
    async with app.run_test(size=(160, 40)) as pilot:
        await until_seen(app, pilot, "g Intrekken")
        assert "✓ vastgesteld" in seen(app)
        await pilot.press("g")
        await until_seen(app, pilot, "g Vaststellen")
        assert "Intrekken" not in footer(app)
        await pilot.press("p")
        await until_seen(app, pilot, "onderdeel 1 van")
        assert "g Vaststellen" in footer(app)
        await pilot.press("g")
        await until_seen(app, pilot, "g Intrekken")


async def test_at_the_welcome_of_a_meeting_only_keys_that_do_something_are_for_now(small: Path) -> None:
    app = app_on(small, Place.EVALUATIE)
    async with app.run_test(size=(100, 60)) as pilot:
        await pilot.press("p")
        await until(pilot, lambda: isinstance(app.screen, WorkshopScreen))
        await pilot.press("question_mark")
        await until_seen(app, pilot, "Op een ander moment")
        now, later = seen(app).split("Op een ander moment")
        assert "Volgende vraag" in now
        for label in (
            "Pauzeren",
            "Verlengen",
            "Vorige",
            "Typen",
            "Bewerken",
            "Samenvoegen",
            "Besluiten",
            "Aantekening",
        ):
            assert f" {label}" not in now
            assert f" {label}" in later
        await pilot.press("escape", "space")
        await until_seen(app, pilot, "Er loopt nu geen klok; die loopt bij een vraag.")


async def test_how_to_go_on_and_stop_stays_beside_a_long_message(small: Path) -> None:
    """A room that reads a message of two lines still has to see how the meeting goes on."""
    app = app_on(small, Place.EVALUATIE)
    long = (
        "Deze stemmen kloppen niet: te weinig nummers. Typ drie nummers van 1 tot en met 4, zoals 1 1 1, en dan enter."
    )
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        await until(pilot, lambda: isinstance(app.screen, WorkshopScreen))
        assert isinstance(app.screen, WorkshopScreen)
        app.screen.say(long)
        await until_seen(app, pilot, "→ Volgende  esc Stoppen  ? ")
        await pilot.resize_terminal(60, 20)
        await until(pilot, lambda: footer(app).endswith("→  esc  ? Alles lezen"))
        app.screen.say("")
        await until(pilot, lambda: footer(app) == " → Volgende  p Telefoons  esc Stoppen  ? Toetsen")


async def test_in_the_narrowest_window_the_header_and_the_keys_say_what_matters_most(tmp_path: Path) -> None:
    path = tmp_path / "leeg.sto.json"
    DossierStore.create(path, new_dossier("Twente", "2027-2028"))
    app = app_on(path)
    async with app.run_test(size=(60, 20)) as pilot:
        await until_seen(app, pilot, " meldingen ", "enter Openen")
        assert "?" not in seen(app).split("\n")[0], "a number of findings has its word where there is room"
        await pilot.resize_terminal(40, 10)
        await until(pilot, lambda: footer(app) == " ctrl+q Sluiten  ? Toetsen…")


async def test_colours_are_named_as_people_see_them(small: Path) -> None:
    app = app_on(small)
    async with app.run_test(size=(80, 24)) as pilot:
        for words in ("Kleuren: donker.", "Kleuren: de 16 kleuren van de terminal.", "Kleuren: licht."):
            await pilot.press("ctrl+t")
            await until_seen(app, pilot, words)


async def test_the_start_screen_tells_of_stopping_only_when_there_is_something_to_stop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = StoApp(None, Place.OVERZICHT, "jan", clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_seen(app, pilot, "› Rondleiding")
        await pilot.press("question_mark")
        await until_seen(app, pilot, "In dit scherm", "Er wordt nu geen dossier geopend.")
        assert "op een server" not in seen(app)


async def test_an_empty_plan_tells_how_it_begins_and_no_keys_that_do_nothing(tmp_path: Path) -> None:
    path = tmp_path / "leeg.sto.json"
    DossierStore.create(path, new_dossier("Twente", "2027-2028"))
    app = app_on(path, Place.PLAN)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_seen(app, pilot, "Druk op a en typ de naam van een eerste thema.", "in Word, druk dan op i.")
        assert "Hernummeren" not in seen(app)
        await pilot.press("5")
        await until_seen(app, pilot, "Nog geen mijlpalen.")
        assert footer(app).startswith(" a Toevoegen")
        assert "Verschuiven" not in footer(app)
        await pilot.press("4", "a", *"Loopbaan", "enter", "escape", "home")
        await until_seen(app, pilot, "Wat hier kan", "Hernummeren")


async def test_a_key_that_does_nothing_here_says_so_and_changes_nothing(small: Path) -> None:
    app = app_on(small, Place.MIJLPALEN)
    before = small.read_bytes()
    async with app.run_test(size=(80, 24)) as pilot:
        for key, words in {
            "q": "Sluiten doe je met ctrl+q",
            "tab": "Deze plaats heeft maar één lijst.",
            "b": "‘b’ doet hier niets; bij 2 Evaluatie is het Besluiten.",
            "f5": "f5 doet hier niets.",
            "escape": "Hier is alles al te zien.",
        }.items():
            await pilot.press(key)
            assert words in seen(app), key
        assert small.read_bytes() == before
        await pilot.press("asterisk")
        assert any(milestone["quick_win"] for milestone in stored(small, "milestones").values())


@pytest.mark.parametrize("place", Place, ids=lambda place: place.word)
async def test_the_keys_lead_to_the_page_of_the_place(small: Path, place: Place) -> None:
    app = app_on(small, place)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("question_mark", "question_mark")
        await until_seen(app, pilot, "Handleiding", place.numbered, "o Onderwerp kiezen")
        await pilot.press("o", "end", "enter")
        await until_seen(app, pilot, "Wat sto-tui niet doet", "stuurt niets naar DUS-I")
        await pilot.press("escape", "escape")
        assert place_of(app).place is place


@pytest.mark.parametrize("size", SIZES)
async def test_a_page_of_the_manual_is_scrolled_to_its_end(small: Path, size: tuple[int, int]) -> None:
    app = app_on(small, Place.VERI)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press("question_mark", "question_mark")
        await until_seen(app, pilot, "6 VERI", "▼ nog")
        await pilot.press("end")
        await until_seen(app, pilot, "het formulier van de rij", "▲")
        assert "▼" not in seen(app)


def test_every_list_of_keys_has_a_page() -> None:
    with_help = {where for act in ACTS if act.id == "help" for where in act.where} - {EVERYWHERE}
    assert set(MANUAL_PAGES) == with_help | {place.word for place in Place}
    assert all(topic_of(title) for title in MANUAL_PAGES.values())


async def test_a_form_says_where_you_are_and_goes_on_with_the_next(small: Path) -> None:
    app = app_on(small, Place.PLAN)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        show_list(app, "Partijen")
        before = len(stored(small, "parties"))
        await pilot.press("A")
        await until_seen(app, pilot, "Nieuwe partij", "veld 1 van", "ctrl+n Volgende")
        await pilot.press("ctrl+n")
        await until_seen(app, pilot, "! Vul")
        await pilot.press(*"Eerste", "ctrl+n")
        await until_seen(app, pilot, "Nieuwe partij", "veld 1 van")
        assert "Eerste" not in seen(app)
        await pilot.press(*"Tweede", "ctrl+s")
        await until_seen(app, pilot, "Tweede", "toegevoegd")
        assert [party["name"] for party in stored(small, "parties").values()][before:] == ["Eerste", "Tweede"]


async def test_a_form_over_a_form_says_that_it_goes_into_the_form_below(small: Path) -> None:
    app = app_on(small, Place.PLAN)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        place_of(app).open_new("support", {})
        await until_seen(app, pilot, "Nieuwe", "veld ")
        visits = next(iter(app.screen.query(PartsEditor)))
        visits.focus()
        await pilot.press("a")
        await until_seen(app, pilot, "ctrl+s In formulier zetten")
        await pilot.press("tab", "backspace", "2", "ctrl+n")
        await until_seen(app, pilot, "ctrl+s In formulier zetten")
        await pilot.press("escape", "a", "tab", "backspace", "3", "ctrl+s")
        await pilot.pause()
        await until_seen(app, pilot, "Het staat nu in dit formulier; ctrl+s slaat op.")
        assert [visit.half_days for visit in visits.read(ALONE)] == [2, 3]


async def test_a_row_a_cell_and_a_text_are_copied_without_control_characters(small: Path) -> None:
    app = app_on(small, Place.PLAN)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        show_list(app, "Partijen")
        await pilot.press("y")
        name = next(iter(stored(small, "parties").values()))["name"]
        assert name in app.clipboard.split("\t")
        await until_seen(app, pilot, "Gekopieerd: ‘")
        show_list(app, "Plan")
        await pilot.press("down", "right", "ctrl+c")
        assert "\n" in app.clipboard
        await pilot.press("6")
        await pilot.pause()
        await pilot.press("v", "left", "y")
        assert app.clipboard.isalpha()
        assert app.clipboard.isupper()
        await pilot.press("5", "y")
        assert all(character.isprintable() for character in app.clipboard)


async def test_in_ascii_an_arrow_is_no_other_key(example: Path) -> None:
    app = StoApp(Session(example, "jan", clock, example.parent / "i"), Place.EVALUATIE, "jan", clock, ascii_for="ascii")
    async with app.run_test(size=(100, 24)) as pilot:
        await until_seen(app, pilot, " -> Antwoorden")
        await pilot.press("5")
        await until_seen(app, pilot, "shift+<-/-> Verschuiven")
        await pilot.resize_terminal(80, 24)
        await pilot.press("question_mark")
        await until_seen(app, pilot, "shift+<-/-> ]", "eerder is shift+<- of [")
        await pilot.press("end")
        await until_seen(app, pilot, "pijl-op/pijl-neer")
        assert not {"←", "→", "↑", "↓"} & set(seen(app))


@pytest.mark.parametrize(("size", "fits", "longer"), [((80, 24), 115, 135), ((60, 20), 75, 95)])
async def test_a_long_message_leaves_how_to_close_and_the_key_to_read_all_of_it(
    small: Path, size: tuple[int, int], fits: int, longer: int
) -> None:
    """Of 80 cells the rule holds 74, and 43 stand beside both keys; of 60 cells 54 and 23."""
    app = app_on(small, Place.EVALUATIE)
    async with app.run_test(size=size) as pilot:
        await until_seen(app, pilot, "ctrl+q Sluiten")
        place = place_of(app)
        for length in (fits, longer):
            words = " ".join(["woorden"] * (length // 8 - 1))
            place.say(f"{words} einde.", error=True)
            await until_seen(app, pilot, "ctrl+q Sluiten", "? Alles lezen" if length == longer else "? Toetsen")
            assert ("einde." in seen(app)) == (length == fits)
        await pilot.press("question_mark")
        await until_seen(app, pilot, "einde.", "nog eens ? toont de uitleg")


async def test_ctrl_c_says_in_dutch_how_to_close_and_nothing_else(small: Path) -> None:
    app = app_on(small, Place.EVALUATIE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        await until(pilot, lambda: isinstance(app.screen, WorkshopScreen))
        await pilot.press("ctrl+c")
        await at_every_size(app, pilot, "Sluiten doe je met ctrl+q.")
        for keys in (("question_mark",), ("escape", "escape"), ("left", "enter", "1"), ("7",), ("ctrl+k",)):
            await pilot.press(*keys, "ctrl+c")
            await pilot.pause()
            assert not says_something_of_its_own(app), keys
