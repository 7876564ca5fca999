"""The figures of place 3: drawn beside the list, typed as a table, taken in from DUO."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from sto_tui.app import StoApp
from sto_tui.domain.change import ConflictError, NotSavedError
from sto_tui.domain.counting import CountedVestiging, CountedYear, Counting, CountingRule
from sto_tui.domain.vision import Indicator
from sto_tui.places import Place
from sto_tui.screens.editing.incoming import IncomingPreview, show_incoming
from sto_tui.screens.host.papers import Incoming
from sto_tui.screens.vision.duo import DuoEntry, DuoReadingWindow
from sto_tui.screens.vision.figures import figure_page
from sto_tui.screens.vision.screen import VisionScreen
from sto_tui.screens.windows.confirm import QuestionWindow
from sto_tui.session.duo import SessionDuo
from sto_tui.storage.store import DossierStore
from tests.conftest import clock
from tests.intake.duo.test_duo import PIE, pupils
from tests.intake.duo.test_duo_grades import grades
from tests.support.by_hand import dossier_with
from tests.support.screens import SIZES, app_on, form_of, retype, seen, stored, until


def place(app: StoApp) -> VisionScreen:
    assert isinstance(app.screen, VisionScreen)
    return app.screen


def seen_all(app: StoApp, *words: str) -> bool:
    return all(word in seen(app) for word in words)


async def ask_duo(pilot: Pilot[None], app: StoApp, source: Path) -> None:
    """Asks for a file, from the list of figures."""
    await pilot.press("i")
    retype(app, "files", str(source))
    retype(app, "brins", "01AB")
    await pilot.press("ctrl+s")


async def test_a_figure_is_drawn_with_its_numbers_source_and_definition(example: Path) -> None:
    app = app_on(example, Place.REGIOVISIE)
    async with app.run_test(size=SIZES[0]) as pilot:
        await pilot.press("tab")
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await until(pilot, lambda: seen_all(app, "Leerlingen vmbo leerjaar 3 en 4", "▒", "1.412"))
        assert "bron: DUO" in seen(app)
        assert "techniek: BWI, PIE" in seen(app)


def test_a_figure_of_duo_says_over_which_vestigingen_it_was_counted() -> None:
    counting = Counting(years=(CountedYear(year=2025),), vestigingen=(CountedVestiging(key="01AB02", name="Kompas"),))
    counted = Indicator(title="Instroom", countings=(counting,), counting_rules=(CountingRule.OPEN,))
    for figure, said in ((counted, True), (counted.changed(countings=(), counting_rules=()), False)):
        page = figure_page(dossier_with(figure.changed(id=1)), figure, (), 80, 20)
        text = "\n".join("".join(run[0] for run in line) for line in page.foot)
        assert ("Vestigingen 2025: Kompas (01AB02). Open data van DUO (CC0)." in text) is said


async def test_values_are_typed_as_a_table(example: Path) -> None:
    app = app_on(example, Place.REGIOVISIE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("t")
        assert "Dat kan bij de cijfers" in seen(app)
        await pilot.press("tab", "down", "t")
        form_of(app)
        retype(app, "table", "reeks; 2025; 2026*\nPIE; 104; veel")
        await pilot.press("ctrl+s")
        assert "Regel 2, 2026: ‘veel’ is geen waarde" in seen(app).replace("\n", " ")
        retype(app, "table", "reeks; 2025; 2026*\nPIE; 104; 110\nMVI; <5;")
        await pilot.press("ctrl+s")
        await pilot.pause()
        series = list(stored(example, "indicators").values())[1]["series"]
        assert isinstance(series, list)
        found = [(one["label"], one["year"], one.get("value"), one.get("value_max")) for one in series]
        assert found == [("PIE", 2025, 104.0, None), ("PIE", 2026, 110.0, None), ("MVI", 2025, None, 4.0)]
        await pilot.press("z")
        assert len(list(stored(example, "indicators").values())[1]["series"]) > 3


async def test_a_figure_that_is_there_is_not_added_again(example: Path) -> None:
    app = app_on(example, Place.REGIOVISIE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab")
        for _ in range(2):
            await pilot.press("A")
            retype(app, "title", "Stages")
            await pilot.press("ctrl+s")
        assert "Cijfer Stages staat er al." in seen(app)
        assert form_of(app).altered
        assert [one["title"] for one in stored(example, "indicators").values()].count("Stages") == 1


async def test_files_of_duo_are_read_previewed_and_taken_over(example: Path, tmp_path: Path) -> None:
    source = pupils(tmp_path, ("01AB", "02", "VMBO BL lj 3-4", PIE, (5, "<5", 3, 4)), encoding="cp1252")
    app = app_on(example, Place.REGIOVISIE)
    async with app.run_test(size=(80, 24)) as pilot:
        before = example.read_bytes()
        await pilot.press("tab")
        await ask_duo(pilot, app, source)
        await until(pilot, lambda: "Cijfers van DUO:" in seen(app))
        assert "leerjaar 3" in seen(app)
        assert example.read_bytes() == before, "nothing is taken before it was seen"
        await pilot.press("enter")
        await pilot.pause()
        titles = [str(one["title"]) for one in stored(example, "indicators").values()]
        assert any("leerweg" in title.lower() for title in titles)
        await ask_duo(pilot, app, tmp_path / "er-niet.csv")
        await until(pilot, lambda: "er-niet.csv" in seen(app))
        await pilot.press("escape")
        assert place(app).figures.figure is not None or not place(app).in_sections


async def test_years_stand_in_columns_in_a_small_window_too(example: Path, tmp_path: Path) -> None:
    """Nine years do not fit beside each other: the last two stand below, and no column is torn."""
    many = [
        pupils(tmp_path, ("01AB", "02", "VMBO BL lj 3-4", PIE, (year, 0, 0, 0)), name=f"01-{2000 + year}.csv")
        for year in range(15, 24)
    ]
    app = app_on(example, Place.REGIOVISIE)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("tab")
        incoming = app.duo.read(DuoEntry(files="\n".join(map(str, many)), brins="01AB"), lambda done, total: True)
        show_incoming(place(app), "Cijfers van DUO", incoming)
        await until(pilot, lambda: "Cijfers van DUO:" in seen(app))
        assert "PIE    15    16    17    18    19    20    21" in seen(app)
        await pilot.press("pagedown", "pagedown")
        await until(pilot, lambda: "PIE    22    23" in seen(app))


async def test_the_gemeenten_that_can_be_chosen_are_named(example: Path, tmp_path: Path) -> None:
    source = grades(tmp_path, ("01AB02", "BL", "techniek", "PIE", 30, 28))
    app = app_on(example, Place.REGIOVISIE)
    async with app.run_test(size=(80, 24)):
        with pytest.raises(NotSavedError, match=r"Gemeenten in deze bestanden: 's-Gravenhage\."):
            app.duo.read(DuoEntry(files=str(source)), lambda done, total: True)


async def test_two_sessions_that_take_in_the_same_files_get_every_figure_once(example: Path, tmp_path: Path) -> None:
    source = pupils(tmp_path, ("01AB", "02", "VMBO BL lj 3-4", PIE, (5, 6, 3, 4)), encoding="cp1252")
    one, other = app_on(example, Place.REGIOVISIE), app_on(example, Place.REGIOVISIE, user="anja")
    async with one.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab")
        await ask_duo(pilot, one, source)
        await until(pilot, lambda: isinstance(one.screen, IncomingPreview))
        found = other.duo.read(DuoEntry(files=str(source), brins="01AB"), lambda done, total: True)
        store = DossierStore.open(example, "anja", clock)
        store.apply(found.change)
        taken = stored(example, "indicators")
        with pytest.raises(ConflictError, match="al ingevuld door anja"):
            DossierStore.open(example, "jan", clock).apply(found.change)
        await pilot.press("enter")
        await until(pilot, lambda: "Het dossier is intussen gewijzigd" in seen(one))
        assert "niets nieuws" in seen(one)
        await pilot.press("enter")
        await until(pilot, lambda: "Hier is niets om over te nemen. Sluit met esc." in seen(one))
        await pilot.press("escape")
        await pilot.pause()
        assert place(one)
        assert stored(example, "indicators") == taken


async def test_what_was_read_under_another_window_is_not_lost(
    example: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    source = pupils(tmp_path, ("01AB", "02", "VMBO BL lj 3-4", PIE, (5, 6, 3, 4)), encoding="cp1252")
    go = threading.Event()
    read = SessionDuo.read

    def slowly(duo: SessionDuo, question: DuoEntry, progress: Callable[[int, int], bool]) -> Incoming:
        go.wait(10)
        return read(duo, question, progress)

    monkeypatch.setattr(SessionDuo, "read", slowly)
    app = app_on(example, Place.REGIOVISIE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab")
        await ask_duo(pilot, app, source)
        await until(pilot, lambda: isinstance(app.screen, DuoReadingWindow))
        reading = app.screen
        assert isinstance(reading, DuoReadingWindow)
        await app.push_screen(QuestionWindow("Even iets anders?", [], yes="Ja", no="Nee"))
        go.set()
        await until(pilot, lambda: reading._ended)
        assert isinstance(app.screen, QuestionWindow)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, IncomingPreview))
        await pilot.press("escape")
        go.clear()
        await ask_duo(pilot, app, source)
        await until(pilot, lambda: "Bezig met lezen" in seen(app))
        await pilot.press("escape")
        await until(pilot, lambda: "Stoppen…" in seen(app))
        go.set()
        await until(pilot, lambda: isinstance(app.screen, VisionScreen))
