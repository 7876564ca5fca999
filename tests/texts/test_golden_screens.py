"""Every place, list, form and window of the samples, as it stands in `tests/golden/`."""

from pathlib import Path

import pytest

from sto_tui.app import StoApp
from sto_tui.domain.record import Ref
from sto_tui.domain.tables import TABLES
from sto_tui.places import Place
from sto_tui.planning.evaluation.workshop import Round
from sto_tui.planning.new_dossier import new_dossier
from sto_tui.screens.acting import Acting
from sto_tui.screens.workshop.screen import WorkshopScreen
from sto_tui.storage.store import DossierStore
from sto_tui.storage.together.open_dossier import open_session
from tests.support.golden_screens import (
    SMALL,
    USUAL,
    Opening,
    app_in,
    at_both_sizes,
    back_at,
    damaged_app,
    lists_framed,
    opened_framed,
    refused,
    saved_then,
    windows_in_need,
)
from tests.support.golden_texts import GOLDEN_SAMPLES, VOORBEELDREGIO, Golden, GoldenSample
from tests.support.screens import place_of

MOST_ROUNDS = 20
TYPED = {Round.OPHALEN: "Korte lijnen met bedrijven", Round.STEMMEN: "7 7 7"}
OPENINGS = {
    "overzicht": (
        Opening("Toetsen", ("question_mark",)),
        Opening("Meldingen", ("m",)),
        Opening("Zoeken", ("slash", *"lab")),
        Opening("Geschiedenis zonder wijzigingen", ("h",)),
        Opening("Regioprofiel", ("r",)),
        Opening("Onderdeel toevoegen", ("A",), 2),
    ),
    "evaluatie": (
        Opening("Meldingen", ("m",)),
        Opening("Antwoorden", ("right",)),
        Opening("Besluit over een antwoord", ("right", "b")),
        Opening("Vraag toevoegen", ("V",)),
        Opening("Verschillen", ("u",), 4),
        Opening("Filter", ("f",)),
    ),
    "regiovisie": (
        Opening("Schrijven", ("w",)),
        Opening("Andere tekst", ("f",)),
        Opening("Op het scherm", ("p",)),
        Opening("Op het scherm, volgende", ("p", "right")),
        Opening("Tabel van een cijfer", ("t",), 1),
        Opening("Van DUO overnemen", ("i",), 1),
        Opening("Tweede cijfer", ("down",), 1),
    ),
    "plan": (
        Opening("Meldingen", ("m",)),
        Opening("Verwijderen wat ergens aan hangt", ("down", "x")),
        Opening("Speerpunt toevoegen", ("down", "A")),
        Opening("Alles opengevouwen", ("down", "down", "F")),
        Opening("Splitsen", ("home", "down", "down", "S", *"Los", "enter")),
        Opening("Samenvoegen met", ("home", "down", "down", "J")),
        Opening("Twee speerpunten samenvoegen", ("home", "down", "down", "J", "enter")),
        Opening("Hernummeren", ("home", "down", "N", "3", "enter")),
        Opening("Filteren", ("f",)),
        Opening("Per doel", ("down", "down", "o")),
        Opening("Een partij stopt", ("X",), 2),
        Opening("Een partij doet mee", ("M",), 2),
        Opening("Met welke partij samenvoegen", ("J",), 2),
        Opening("Twee partijen samenvoegen", ("J", "enter"), 2),
        Opening("Partij op de regel", ("a", *"Jinc bedrijf"), 2),
    ),
    "mijlpalen": (
        Opening("Terugplannen", ("T",)),
        Opening("Terugplannen, voorstel", ("T", "ctrl+s")),
        Opening("Wacht op", ("down", "d")),
        Opening("Kleiner", ("plus",)),
        Opening("Groter", ("minus", "minus")),
        Opening("Per deelproject", ("o",)),
        Opening("Per partij", ("o",)),
        Opening("Kritiek", ("o", "K")),
    ),
    "veri": (
        Opening("Wat er van een partij gevraagd wordt", ("f",)),
        Opening("Naar partij", ("W",)),
        Opening("Op het scherm", ("p",)),
        Opening("Op het scherm, volgende", ("p", "right", "right")),
        Opening("Tips", ("k",)),
        Opening("In een periode", ("l",)),
        Opening("Alles gevouwen", ("F",)),
    ),
    "voortgang": (
        Opening("Toelichten", ("t",)),
        Opening("Verslag", ("w",)),
        Opening("Te laat", ("f",)),
        Opening("Oranje en rood", ("f",)),
    ),
    "concept": (
        Opening("Wat het hele plan nog mist", ("enter",)),
        Opening("Hoofdstukken van de voortgangsrapportage", ("down", "down", "down", "tab")),
    ),
}
FILES = [
    *(f"{sample.name}/scherm-{place.number}-{place.word}.txt" for sample in GOLDEN_SAMPLES for place in Place),
    *(f"voorbeeldregio/vensters-{place.number}-{place.word}.txt" for place in Place),
    "voorbeeldregio/formulieren.txt",
    "voorbeeldregio/bijeenkomst.txt",
    "voorbeeldregio/vensters-bij-nood.txt",
    "leeg.txt",
    "start.txt",
]

places = pytest.mark.parametrize("place", Place, ids=lambda place: place.word)


@pytest.mark.parametrize("sample", GOLDEN_SAMPLES, ids=lambda sample: sample.name)
@places
async def test_every_list_of_a_place(sample: GoldenSample, place: Place, tmp_path: Path, golden: Golden) -> None:
    app = app_in(sample, tmp_path, place)
    async with app.run_test(size=USUAL) as pilot:
        frames = await lists_framed(app, pilot)
        await pilot.resize_terminal(*SMALL)
        frames += await lists_framed(app, pilot)
    golden(f"{sample.name}/scherm-{place.number}-{place.word}.txt", "\n".join(frames))


async def test_every_list_of_a_new_dossier(tmp_path: Path, golden: Golden) -> None:
    path, clock = tmp_path / "leeg.sto.json", VOORBEELDREGIO.clock
    DossierStore.create(path, new_dossier("Rivierenland", "2027-2028"))
    session = open_session(saved_then(path, VOORBEELDREGIO), "jan", clock, tmp_path / "instellingen")
    app = StoApp(session, Place.OVERZICHT, "jan", clock)
    frames: list[str] = []
    async with app.run_test(size=USUAL) as pilot:
        for place in Place:
            app.going.open_place(place)
            frames += await lists_framed(app, pilot)
    golden("leeg.txt", "\n".join(frames))


@places
async def test_every_window_of_a_place(
    place: Place, tmp_path: Path, golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    app = app_in(VOORBEELDREGIO, tmp_path, place)
    async with app.run_test(size=USUAL) as pilot:
        frames = await opened_framed(app, pilot, OPENINGS[place.word])
    golden(f"voorbeeldregio/vensters-{place.number}-{place.word}.txt", "\n".join(frames))


async def test_a_form_of_every_table(tmp_path: Path, golden: Golden) -> None:
    app = app_in(VOORBEELDREGIO, tmp_path, Place.PLAN)
    frames: list[str] = []
    async with app.run_test(size=USUAL) as pilot:
        place = place_of(app)
        for name, table in TABLES.items():
            numbers = list(app.dossier.ordered(name))
            assert numbers, f"the sample has no record of {name}"
            place.open_form(Ref(name, numbers[0]))
            frames += await at_both_sizes(app, pilot, table.singular)
            await back_at(app, pilot, place)
    golden("voorbeeldregio/formulieren.txt", "\n".join(frames))


async def test_every_round_of_a_meeting(tmp_path: Path, golden: Golden, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(WorkshopScreen, "tick", lambda screen: None)  # the clock stands still
    app = app_in(VOORBEELDREGIO, tmp_path, Place.EVALUATIE)
    frames: list[str] = []
    async with app.run_test(size=USUAL) as pilot:
        await pilot.press("p")
        screen = app.screen
        assert isinstance(screen, WorkshopScreen)
        for number in range(1, MOST_ROUNDS):
            if typed := TYPED.get(screen.standing.round):
                await pilot.press(*typed, "enter")
            frames += [*await at_both_sizes(app, pilot, f"{number}: {screen.standing.round}"), *refused(screen), ""]
            if screen.standing.round is Round.AFSLUITING:
                break
            on = "pagedown" if screen.standing.round is Round.VIERVELD else "right"
            await pilot.press("ctrl+n" if number > 12 else on)
    golden("voorbeeldregio/bijeenkomst.txt", "\n".join(frames))


async def test_every_window_in_need(tmp_path: Path, golden: Golden) -> None:
    frames: list[str] = []
    app = app_in(VOORBEELDREGIO, tmp_path, Place.OVERZICHT)
    async with app.run_test(size=USUAL) as pilot:
        place = place_of(app)
        for name, window in windows_in_need().items():
            app.push_screen(window)
            assert isinstance(window, Acting)
            frames += [*await at_both_sizes(app, pilot, name), *refused(window), ""]
            await back_at(app, pilot, place)
    damaged = damaged_app(tmp_path)
    async with damaged.run_test(size=USUAL) as pilot:
        frames += await at_both_sizes(damaged, pilot, "Beschadigd")
    golden("voorbeeldregio/vensters-bij-nood.txt", "\n".join(frames))


async def test_the_start_screen(golden: Golden) -> None:
    app = StoApp(None, Place.OVERZICHT, "jan", VOORBEELDREGIO.clock)
    async with app.run_test(size=USUAL) as pilot:
        frames = await at_both_sizes(app, pilot, "Begin")
    golden("start.txt", "\n".join(frames))
