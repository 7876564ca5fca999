"""The start screen: what is here, what was opened before, and what is due in it; and what `sto` opens by itself."""

import os
import shutil
from pathlib import Path

import pytest

from sto_tui.app import StoApp
from sto_tui.command.opening import dossier_to_begin_with
from sto_tui.places import Place
from sto_tui.screens.opening.start import StartScreen
from sto_tui.settings import remember_dossier
from sto_tui.storage.file.paths import no_dossiers_in
from tests.conftest import clock
from tests.support.screens import SIZES, place_of, seen, until, until_seen


def started() -> StoApp:
    return StoApp(None, Place.OVERZICHT, "jan", clock)


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_here_comes_first_with_region_period_and_what_is_due(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    """On 3 September 2026 the plan that has to be in on 1 October is 28 days away."""
    here = tmp_path / "hier"
    here.mkdir()
    for name in ("een", "twee"):
        shutil.copy(small, here / f"{name}.sto.json")
    (here / "kapot.sto.json").write_text("{")
    (here / "ander.json").write_text("{}")
    remember_dossier(here / "twee.sto.json")
    remember_dossier(small)
    monkeypatch.chdir(here)
    app = started()
    async with app.run_test(size=size) as pilot:
        await until_seen(app, pilot, "Proefland · 2027-2028", "(nog 28 dagen)")
        await until(pilot, lambda: all(worker.is_finished for worker in app.workers))
        await pilot.pause()
        lines = [
            line.split()[0].lstrip("›") or line.split()[1] for line in seen(app).splitlines() if "sto.json" in line
        ]
        assert lines[:4] == ["twee.sto.json", "een.sto.json", "kapot.sto.json", "regio.sto.json"]
        assert "Nieuw hier?" not in seen(app), "something was opened before"
        (broken,) = [line for line in seen(app).splitlines() if "kapot.sto.json" in line]
        assert broken.split()[1:] == ["niet", "te", "lezen"]
        (row,) = [line for line in seen(app).splitlines() if "een.sto.json" in line and "/" not in line]
        is_told = "2027-2028  nog 28 dagen: " in row
        assert is_told == (size[0] > 60)
        assert is_told or "…" not in row, "what does not fit is left out, and stands below the list"
        await pilot.press("enter")
        await until_seen(app, pilot, "Proefland", "Overzicht")
        assert place_of(app).place is Place.OVERZICHT
        assert app.opened.store.place == here / "twee.sto.json"


async def test_the_cursor_begins_on_a_dossier_that_is_whole(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "hier"
    here.mkdir()
    (here / "a.sto.json").write_bytes(b"")
    (here / "b.sto.json").write_bytes(b"%PDF-1.7")
    for name in ("c", "d"):
        shutil.copy(small, here / f"{name}.sto.json")
    monkeypatch.chdir(here)
    app = started()
    async with app.run_test(size=(80, 24)) as pilot:
        await until_seen(app, pilot, "› c.sto.json", "a.sto.json", "niet te lezen", "geen dossier")
        await pilot.press("up")
        await until_seen(app, pilot, "› b.sto.json")
        await pilot.press("enter")
        await until_seen(app, pilot, "b.sto.json is een pdf en geen dossier.")


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_what_is_no_file_is_said_in_a_line_and_hides_no_dossier(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    """A link that goes in a circle cannot even be asked whether it is a file."""
    here, elsewhere = tmp_path / "hier", tmp_path / "elders"
    here.mkdir()
    elsewhere.mkdir()
    for name in ("een", "twee"):
        shutil.copy(small, here / f"{name}.sto.json")
        remember_dossier(elsewhere / f"weg-{name}.sto.json")
    (here / "kring.sto.json").symlink_to("kring.sto.json")
    monkeypatch.chdir(here)
    app = started()
    async with app.run_test(size=size) as pilot:
        await until_seen(
            app,
            pilot,
            "een.sto.json",
            "twee.sto.json",
            "Niet getoond: kring.sto.json (link naar niets).",
            "Niet te vinden: weg-twee.sto.json en weg-een.sto.json.",
        )
    (here / "los.sto.json").symlink_to("nergens")
    (here / "map.sto.json").mkdir()
    (here / ".oud.sto.json").mkdir()
    assert no_dossiers_in(here) == {
        here / "kring.sto.json": "link naar niets",
        here / "los.sto.json": "link naar niets",
        here / "map.sto.json": "een map",
    }
    app = started()
    async with app.run_test(size=size) as pilot:
        await until_seen(app, pilot, "Niet getoond: kring.sto.json (link naar niets) en nog 2.")


async def test_what_is_said_of_a_file_goes_when_another_one_is_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.sto.json").write_bytes(b"")
    monkeypatch.chdir(tmp_path)
    app = started()
    async with app.run_test(size=(60, 20)) as pilot:
        await until_seen(app, pilot, "› a.sto.json")
        await pilot.press("enter")
        await until_seen(app, pilot, "a.sto.json is leeg")
        await pilot.press("down")
        await until_seen(app, pilot, "› b.sto.json", "enter Openen")
        assert "is leeg" not in seen(app)


async def test_who_never_opened_a_dossier_is_told_how_to_begin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    app = started()
    async with app.run_test(size=(60, 20)) as pilot:
        await until_seen(app, pilot, "Nieuw hier?", "Nieuw dossier", "voorbeeldregio-2027-2028")
        assert "…" not in seen(app), "what each way to begin is can be read in full"
        await pilot.press("question_mark", "question_mark")
        await until_seen(app, pilot, "Handleiding", "Beginnen")


async def test_closing_says_that_a_new_dossier_half_filled_in_lapses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = started()
    async with app.run_test(size=(80, 24)) as pilot:
        await until_seen(app, pilot, "Nieuw hier?")
        assert isinstance(app.screen, StartScreen)
        app.screen.list.go_to(("new", None))
        await pilot.press("enter")
        await until_seen(app, pilot, "ctrl+s")
        await pilot.press(*"Gooi", "ctrl+q")
        await until_seen(app, pilot, "Gooi", "Nog eens ctrl+q sluit, en dan vervalt wat je al typte.")
        assert app.return_code is None
        await pilot.press("ctrl+q")
        await until(pilot, lambda: app.return_code == 0)
    assert list(tmp_path.glob("*.sto.json")) == []


def test_one_dossier_in_the_folder_is_opened_of_several_none(small: Path, tmp_path: Path) -> None:
    empty, one, two = (tmp_path / name for name in ("leeg", "een", "twee"))
    for folder, many in ((empty, 0), (one, 1), (two, 2)):
        folder.mkdir()
        for number in range(many):
            shutil.copy(small, folder / f"{number}.sto.json")
    assert [dossier_to_begin_with(folder) for folder in (empty, one, two)] == [None, one / "0.sto.json", None]
    remember_dossier(small)
    assert dossier_to_begin_with(empty) is None, "the start screen lists it; it may be one to practise on"
