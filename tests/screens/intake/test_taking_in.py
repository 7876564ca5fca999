"""A sheet of others is taken in on the screen: which file, what is in doubt, the preview, and then one change."""

import json
from pathlib import Path

import pytest
import xlsxwriter
from textual.pilot import Pilot

from sto_tui.app import StoApp
from sto_tui.places import Place
from sto_tui.screens.intake.questions import QuestionsWindow
from sto_tui.screens.windows.reading import ReadingWindow
from tests.support.screens import SIZES, app_on, form_at, place_of, stored, until, until_seen

PLAN = (
    "Nr;Mijlpaal;Start;Klaar;TC\n9.1;Roosters gemaakt;1-3-2027;30-4-2027;{role}\n9.2;Lokaal open;1-5-2027;31-8-2027;V\n"
)


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The home folder and the one where sto-tui was started have nothing to offer."""
    home = tmp_path / "thuis"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_DOWNLOAD_DIR", str(home / "Downloads"))
    monkeypatch.setenv("STO_CONFIG_DIR", str(tmp_path / "instellingen"))
    monkeypatch.chdir(home)
    return home


def plan_file(folder: Path, name: str = "plan.csv", role: str = "V") -> Path:
    path = folder / name
    path.write_text(PLAN.format(role=role), encoding="utf-8")
    return path


def titles(path: Path) -> list[str]:
    return [str(milestone["title"]) for milestone in stored(path, "milestones").values()]


async def asked(app: StoApp, pilot: Pilot[None]) -> QuestionsWindow:
    await until(pilot, lambda: isinstance(app.screen, QuestionsWindow))
    assert isinstance(app.screen, QuestionsWindow)
    return app.screen


async def test_a_sheet_beside_the_dossier_comes_in_as_one_change(example: Path, folders: Path) -> None:
    plan_file(example.parent)
    app = app_on(example, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        before = titles(example)
        await pilot.press("i")
        await until_seen(app, pilot, "plan.csv", "Ander bestand…")
        await pilot.press("enter")
        await until_seen(app, pilot, "2 nieuw, 0 gewijzigd", "9.1 Roosters gemaakt · 1 mrt 2027 – 30 apr 2027")
        assert titles(example) == before, "nothing is taken before it was seen"
        await pilot.press("enter")
        await until_seen(app, pilot, "Mijlpalen uit plan.csv: 2 nieuw, 0 gewijzigd.")
        assert titles(example) == [*before, "Roosters gemaakt", "Lokaal open"]
        ref = place_of(app).current_ref
        assert ref is not None
        assert app.dossier.caption(ref).startswith("9.1")
        await pilot.press("z")
        await until(pilot, lambda: titles(example) == before)


async def test_a_doubt_is_asked_and_shows_what_each_answer_comes_to(example: Path, folders: Path) -> None:
    plan_file(example.parent, role="O")
    app = app_on(example, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i", "enter")
        window = await asked(app, pilot)
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await until_seen(app, pilot, "Vraag 1 van 1", "overgenomen: 2 nieuw, 0 gewijzigd", "9.1 Roosters gemaakt")
        assert app.screen is window
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is place_of(app))
        assert "Roosters gemaakt" not in titles(example)


async def test_the_same_answers_hold_for_the_next_sheet_until_they_are_asked_again(
    example: Path, folders: Path
) -> None:
    plan_file(example.parent, role="O")
    app = app_on(example, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i", "enter")
        await asked(app, pilot)
        await pilot.press("enter")
        await until_seen(app, pilot, "2 nieuw, 0 gewijzigd", "Overnemen")
        await pilot.press("enter")
        await until(pilot, lambda: "Roosters gemaakt" in titles(example))
        kept = json.loads((example.parent / "instellingen" / "instellingen.json").read_bytes())["sheets"]
        assert [answers["day"] for answers in kept.values()] == ["2026-09-03"]
        plan_file(example.parent, role="O").write_text(
            PLAN.format(role="O").replace("Lokaal open", "Lokaal ingericht"), encoding="utf-8"
        )
        await pilot.press("i", "enter")
        await until_seen(app, pilot, "Zelfde antwoorden als op 3 september 2026", "0 nieuw, 1 gewijzigd")
        await pilot.press("o")
        await asked(app, pilot)


async def test_a_file_that_is_not_offered_is_typed_or_pasted(example: Path, folders: Path) -> None:
    elsewhere = folders / "elders"
    elsewhere.mkdir()
    with xlsxwriter.Workbook(elsewhere / "plan.xlsx") as workbook:
        sheet = workbook.add_worksheet()
        for number, line in enumerate(PLAN.format(role="V").splitlines()):
            sheet.write_row(number, 0, line.split(";"))
    app = app_on(example, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i")
        await form_at(app, pilot, "file")
        await pilot.press(*"er-niet.csv", "ctrl+s")
        await until_seen(app, pilot, "er-niet.csv bestaat niet")
        await pilot.press("end", *(["backspace"] * 11), *"elders/plan.xlsx", "ctrl+s")
        await until_seen(app, pilot, "9.1 Roosters gemaakt · 1 mrt 2027")
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is place_of(app))


async def test_what_cannot_be_read_says_why_and_changes_nothing(example: Path, folders: Path) -> None:
    (example.parent / "los.csv").write_text("a;b\n1;2\n", encoding="utf-8")
    app = app_on(example, Place.MIJLPALEN)
    async with app.run_test(size=(60, 20)) as pilot:
        before = example.read_bytes()
        await pilot.press("i", "enter")
        await until_seen(app, pilot, "los.csv heeft bij de eerste")
        assert isinstance(app.screen, ReadingWindow)
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is place_of(app))
        assert example.read_bytes() == before
