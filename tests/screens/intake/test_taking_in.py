"""A sheet of others is taken in on the screen: which file, what is in doubt, the preview, and then one change."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from textual.pilot import Pilot
from textual.screen import Screen

from sto_tui.app import StoApp
from sto_tui.domain.change import adding
from sto_tui.domain.milestones import Milestone
from sto_tui.places import Place
from sto_tui.screens.editing.incoming import IncomingPreview
from sto_tui.screens.intake.questions import QuestionsWindow
from sto_tui.screens.windows.reading import ReadingWindow
from sto_tui.storage.store import DossierStore
from tests.conftest import clock
from tests.intake.sheets_of_people.all_sheets import SHEETS
from tests.intake.sheets_of_people.made import MadeSheet, written
from tests.intake.sheets_of_people.outcomes import USUAL
from tests.support.screens import SIZES, app_on, form_at, place_of, stored, until, until_seen
from tests.support.textual_gaps import drawn_lines

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


def bold_words(app: StoApp, words: str) -> bool:
    """Whether these words stand on the screen in bold."""
    return any(
        segment.style is not None and bool(segment.style.bold) and words in segment.text
        for strip in drawn_lines(app)
        for segment in strip
    )


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


async def test_what_another_session_took_in_meanwhile_is_seen_before_the_rest_comes_in(
    example: Path, folders: Path
) -> None:
    plan_file(example.parent)
    app = app_on(example, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i", "enter")
        await until_seen(app, pilot, "2 nieuw, 0 gewijzigd")
        store = DossierStore.open(example, "anja", clock)
        store.apply(adding(store.dossier, Milestone(number="9.1", title="Roosters gemaakt")))
        await pilot.press("enter")
        await until_seen(app, pilot, "Het dossier is intussen gewijzigd", "1 nieuw, 1 gewijzigd")
        await pilot.press("enter")
        await until(pilot, lambda: "Lokaal open" in titles(example))
        ref = place_of(app).current_ref
        assert ref is not None
        assert app.dossier.caption(ref).startswith("9.2")
    assert titles(example).count("Roosters gemaakt") == 1


async def test_a_doubt_is_asked_and_shows_what_each_answer_comes_to(example: Path, folders: Path) -> None:
    plan_file(example.parent, role="O")
    app = app_on(example, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i", "enter")
        window = await asked(app, pilot)
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await until_seen(app, pilot, "Vraag 1 ", "overgenomen: 2 nieuw, 0 gewijzigd", "9.1 Roosters gemaakt")
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
        await until_seen(app, pilot, "Alle vragen opnieuw")
        await pilot.press("enter")
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
        await until_seen(app, pilot, "Ander bestand…")
        await pilot.press("end", "enter")
        await form_at(app, pilot, "file")
        await pilot.press(*"er-niet.csv", "ctrl+s")
        await until_seen(app, pilot, "er-niet.csv bestaat niet")
        await pilot.press("end", *(["backspace"] * 11), *"elders/plan.xlsx", "ctrl+s")
        await until_seen(app, pilot, "9.1 Roosters gemaakt · 1 mrt 2027")
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is place_of(app))


async def test_a_day_that_can_be_read_two_ways_is_read_as_the_person_says(example: Path, folders: Path) -> None:
    (example.parent / "plan.csv").write_text(
        "Taak;Start;Einde;Status\nRooster maken;1/3/2027;5/4/2027;on hold\nLokaal;6/4/2027;7/6/2027;te doen\n"
        "Lessen;1/7/2027;1/12/2027;te doen\n",
        encoding="utf-8",
    )
    app = app_on(example, Place.MIJLPALEN)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("i", "enter")
        await until_seen(
            app, pilot, "Vraag 1, hierna nog 1 Hoe lees je", "dag/maand: 1 maart 2027", "1 mrt 2027 – 5 apr 2027"
        )
        await pilot.press("down")
        await until_seen(app, pilot, "3 jan 2027 – 4 mei 2027")
        await pilot.press("enter")
        await until_seen(app, pilot, "Vraag 2 Welk stoplicht hoort bij ‘on hold’")
        await pilot.press("escape")
        await until_seen(app, pilot, "Vraag 1, hierna nog 1", "› maand/dag")
        await pilot.press("up", "enter")
        await until_seen(app, pilot, "Vraag 2", "› oranje", "Lessen · 1 jul 2027 – 1 dec 2027")
        await pilot.press("enter")
        await until_seen(app, pilot, "plan.csv: 3 nieuw", "Overnemen")
        await pilot.press("enter")
        await until(pilot, lambda: "Lessen" in titles(example))
    taken = [milestone for milestone in stored(example, "milestones").values() if milestone["title"] == "Rooster maken"]
    assert [(one["start"], one["due"], one["light"]) for one in taken] == [("2027-03-01", "2027-04-05", "oranje")]


async def test_the_column_that_is_pointed_at_stands_out_in_rows_of_the_sheet(example: Path, folders: Path) -> None:
    people = ["Anja", "Bart", "Cees", "Anja"]
    with xlsxwriter.Workbook(example.parent / "plan.xlsx") as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, ["", "Wie", "Begin", "Eind", "Waar"])
        for row, who in enumerate(people, 1):
            sheet.write_row(row, 0, [f"Stap {row} van het plan", who, f"{row}-3-2027", f"{row + 15}-4-2027", "Kompas"])
    app = app_on(example, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i", "enter")
        await until_seen(app, pilot, "In welke kolom staat wat er gedaan wordt", "Stap 1 van het plan  Anja")
        assert bold_words(app, "Stap 1 van het plan")
        assert not bold_words(app, "Anja")
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await until_seen(app, pilot, "Stap 1 van het plan  Anja", "1 mrt 2027 – 16 apr 2027")
        await pilot.press("enter")
        await until_seen(app, pilot, "plan.xlsx: 4 nieuw")
        await pilot.press("escape")


async def test_a_sheet_that_looks_like_no_plan_can_be_one_all_the_same(example: Path, folders: Path) -> None:
    (example.parent / "los.csv").write_text(
        "Rooster maken;1-3-2027;30-4-2027\nLokaal inrichten;1-5-2027;31-8-2027\nLessen geven;1-9-2027;31-12-2027\n",
        encoding="utf-8",
    )
    app = app_on(example, Place.MIJLPALEN)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("i", "enter")
        await until_seen(app, pilot, "los.csv heeft bij de eerste", "› er zijn geen koppen")
        await until_seen(app, pilot, "Daarna nog 3 vragen.")
        await pilot.press("enter")
        await until_seen(app, pilot, "In welke kolom staat wat er gedaan", "A: Rooster maken")
        await pilot.press("escape", "escape")
        await until(pilot, lambda: app.screen is place_of(app))


async def test_what_cannot_be_read_says_why_and_changes_nothing(example: Path, folders: Path) -> None:
    (example.parent / "los.xlsx").write_text("geen werkmap", encoding="utf-8")
    app = app_on(example, Place.MIJLPALEN)
    async with app.run_test(size=(60, 20)) as pilot:
        before = example.read_bytes()
        await pilot.press("i", "enter")
        await until_seen(app, pilot, "los.xlsx")
        assert isinstance(app.screen, ReadingWindow)
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is place_of(app))
        assert example.read_bytes() == before


async def test_a_person_with_a_sheet_begins_at_the_start_screen(tmp_path: Path, folders: Path) -> None:
    plan_file(folders)
    app = StoApp(None, Place.OVERZICHT, "jan", clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "down", "enter")
        await form_at(app, pilot, "region")
        await pilot.press(*"Zuid", "ctrl+s")
        await until_seen(app, pilot, "Mijlpalen uit een rekenblad", "plan.csv")
        await pilot.press("enter")
        # A new dossier has no party that is called TC.
        await until_seen(app, pilot, "Onder ‘TC’ staan alleen letters (V)")
        await pilot.press("enter")
        await until_seen(app, pilot, "plan.csv: 2 nieuw")
        await pilot.press("enter")
        await until_seen(app, pilot, "Mijlpalen uit plan.csv: 2 nieuw, 0 gewijzigd.", "9.2")
    assert titles(folders / "zuid.sto.json") == ["Roosters gemaakt", "Lokaal open"]


SHAPES = (
    "Taak start einde",
    "Slashes that prove nothing, American",
    "Geen bekende kop boven de namen",
    "Kwartalen met twee kleuren",
    "Meer tabbladen",
    "MS Project Nederlands",
)


async def after_reading(app: StoApp, pilot: Pilot[None]) -> Screen[Any]:
    """The next question, or the preview."""
    await until(pilot, lambda: isinstance(app.screen, QuestionsWindow | IncomingPreview))
    return app.screen


async def answer_as_a_person(app: StoApp, pilot: Pilot[None], made: MadeSheet) -> None:
    """Walks to the answer of a person who knows the sheet, and takes it."""
    window = await asked(app, pilot)
    question = window._asked
    answer = made.answers.get(question.key) or USUAL.get(question.key) or question.proposed
    keys = [choice.key for choice in question.choices]
    await pilot.press("home", *(["down"] * keys.index(answer)), "enter")
    await until(pilot, lambda: app.screen is not window or window._asked is not question)


@pytest.mark.slow
@pytest.mark.parametrize("name", SHAPES)
async def test_sheets_of_every_shape_come_in_as_a_person_reads_them(name: str, example: Path, folders: Path) -> None:
    made = SHEETS[name]
    path = written(made, example.parent)
    app = app_on(example, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        before = titles(example)
        await pilot.press("i")
        await until_seen(app, pilot, "Ander bestand…")
        await pilot.press("enter")
        while isinstance(await after_reading(app, pilot), QuestionsWindow):
            await answer_as_a_person(app, pilot, made)
        await until_seen(app, pilot, f"{path.name}: {len(made.records)} nieuw")
        await pilot.press("enter")
        await until(pilot, lambda: titles(example) != before)
    taken = [milestone for milestone in stored(example, "milestones").values() if milestone["title"] not in before]
    read = {(str(one["title"]), one.get("start") or None, one.get("due") or None) for one in taken}
    assert {title for title, _, _ in read} == {record.title for record in made.records}
    days = {record.title: record.due for record in made.records if isinstance(record.due, date)}
    assert {title: due for title, _, due in read if title in days} == {t: day.isoformat() for t, day in days.items()}
