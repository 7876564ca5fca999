"""Who types on without looking chooses nothing unseen, and what was typed comes where it was meant to."""

import json
from collections.abc import Iterator
from pathlib import Path
from threading import Timer

import pytest
from textual.events import Key, Paste
from textual.pilot import Pilot

from sto_tui.app import StoApp
from sto_tui.domain.change import changing, removing
from sto_tui.domain.milestones import Milestone
from sto_tui.places import Place
from sto_tui.screens.editing.conflict import ConflictWindow
from sto_tui.screens.frame.place import PlaceFrame
from sto_tui.screens.windows.confirm import QuestionWindow
from sto_tui.storage.store import DossierStore
from tests.conftest import clock
from tests.support.screens import (
    app_on,
    bodies,
    form_of,
    place_of,
    retype,
    show_list,
    stored,
    until,
    until_seen,
    window_stands,
)
from tests.support.slow_disk import Disk, disk_of

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("eyes")]

NAMES = {"\r": "enter", "\x7f": "backspace", " ": "space", "\x13": "ctrl+s"}
SETTLED = 0.5


@pytest.fixture
def disk(small: Path) -> Iterator[Disk]:
    with disk_of(small) as disk:
        yield disk


def typed(app: StoApp, text: str) -> None:
    """All of it at once, as a stalled line or fast fingers bring it."""
    for sign in text:
        app.post_message(Key(NAMES.get(sign, sign), sign if sign.isprintable() or sign in "\r\x7f" else None))


def by_anja(path: Path) -> None:
    anja = DossierStore.open(path, "anja", clock)
    milestone = anja.dossier.of(Milestone)[1]
    anja.apply(changing(anja.dossier, milestone, milestone.changed(title="Van Anja")))


def removed_by_anja(path: Path) -> None:
    anja = DossierStore.open(path, "anja", clock)
    anja.apply(removing(anja.dossier, anja.dossier.of(Milestone)[1]))


def titles(path: Path) -> list[object]:
    return [milestone["title"] for milestone in stored(path, "milestones").values()]


def with_dead_owners(path: Path) -> None:
    """Also of what was kept where the disk could not be reached."""
    for kept in path.parent.rglob("onafgemaakt/**/*.json"):
        said = json.loads(kept.read_bytes())
        kept.write_text(json.dumps({**said, "pid": 2**22 + 1}))


async def back(app: StoApp, pilot: Pilot[None]) -> None:
    await until(pilot, lambda: isinstance(app.screen, PlaceFrame) and not app.changes.waits and not app.has_typed_ahead)


@pytest.mark.parametrize("is_slow", [False, True])
async def test_a_choice_between_two_versions_waits_for_eyes_and_what_was_typed_follows_it(
    small: Path, disk: Disk, is_slow: bool
) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        retype(app, "title", "Van Jan")
        by_anja(small)
        if is_slow:
            with disk.stopped(looks=True):
                await pilot.press("ctrl+s")
                await window_stands(app, pilot)
                typed(app, "aRegel een\r")
        else:
            typed(app, "\x13aRegel een\r")
        await until(pilot, lambda: isinstance(app.screen, ConflictWindow))
        typed(app, "Twee\r")
        await until_seen(app, pilot, "Je typte al ‘aRegel een / Twee’; dat volgt na je keuze.")
        assert titles(small)[0] == "Van Anja", "nobody chose"
        await pilot.pause(SETTLED)
        await pilot.press("down", "enter")
        await until(pilot, lambda: titles(small)[-2:] == ["Regel een", "Twee"])
        await back(app, pilot)
        assert titles(small)[0] == "Van Anja"
        assert not place_of(app).quick.line.text


@pytest.mark.parametrize("key", ["escape", "e"])
async def test_what_was_typed_for_after_a_save_lapses_with_a_word_when_nothing_is_saved(small: Path, key: str) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        retype(app, "title", "Van Jan")
        by_anja(small)
        typed(app, "\x13aRegel\r")
        await until_seen(app, pilot, "Je typte al ‘aRegel’")
        await pilot.pause(SETTLED)
        await pilot.press(key)
        await until_seen(app, pilot, "Wat je intussen typte is vervallen: ‘aRegel’.")
        assert form_of(app)._form.typed["title"] == "Van Jan"
        assert not app.has_typed_ahead


async def test_what_someone_removed_is_not_brought_back_unseen(small: Path) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        retype(app, "title", "Van Jan")
        removed_by_anja(small)
        typed(app, "\x13")
        for _ in range(3):
            app.post_message(Key("left", None))
        typed(app, "\r")
        await until(pilot, lambda: isinstance(app.screen, QuestionWindow))
        await pilot.pause(SETTLED)
        assert "Van Jan" not in titles(small)
        await pilot.press("left", "enter")
        await until(pilot, lambda: "Van Jan" in titles(small))


async def test_pasted_lines_are_not_added_by_what_was_typed_behind_them(small: Path) -> None:
    app = app_on(small, Place.PLAN)
    async with app.run_test(size=(80, 24)) as pilot:
        show_list(app, "Organisatie")
        before = bodies(small)
        await pilot.press("a")
        app.post_message(Paste("Een\nTwee\n"))
        typed(app, "Drie\r")
        await until_seen(app, pilot, "toevoegen?", "Je typte al ‘Drie’")
        assert bodies(small) == before
        await pilot.pause(SETTLED)
        await pilot.press("enter")
        await until(pilot, lambda: bodies(small) == [*before, "Een", "Twee", "Drie"])


async def test_a_refused_line_stays_as_it_was_and_what_follows_waits_for_it(example: Path) -> None:
    app = app_on(example, Place.MIJLPALEN)
    async with app.run_test(size=(120, 40)) as pilot:
        before = titles(example)
        await pilot.press("down", "a")
        typed(app, "S11 @nergens\rS12\rS13\r")
        await until(pilot, lambda: place_of(app).bar.message.endswith("Wat je daarna typte wacht: ‘S12 / S13’."))
        assert place_of(app).quick.line.text == "S11 @nergens"
        assert titles(example) == before
        await pilot.pause(SETTLED)
        await pilot.press(*["backspace"] * 9, "enter")
        await until(pilot, lambda: len(titles(example)) == len(before) + 3)
        await back(app, pilot)
        assert titles(example)[-3:] == ["S11", "S12", "S13"]


async def test_what_waits_for_a_refused_line_goes_on_without_it_or_lapses_with_it(example: Path) -> None:
    app = app_on(example, Place.MIJLPALEN)
    async with app.run_test(size=(120, 40)) as pilot:
        before = titles(example)
        await pilot.press("down", "a")
        typed(app, "S11 @nergens\rS12 @nergens\rS13\r")
        await until(pilot, lambda: place_of(app).bar.message.endswith("wacht: ‘S12 @nergens / S13’."))
        await pilot.pause(SETTLED)
        await pilot.press("ctrl+u", "enter")
        await until(pilot, lambda: place_of(app).bar.message.endswith("wacht: ‘S13’."))
        assert place_of(app).quick.line.text == "S12 @nergens"
        await pilot.pause(SETTLED)
        await pilot.press("escape")
        assert "Vervallen is wat je daarna typte: ‘S13’. Niet toegevoegd: ‘S12 @nergens’" in place_of(app).bar.message
        assert not app.has_typed_ahead
        assert titles(example) == before


async def test_closing_says_that_what_waits_for_a_choice_lapses(small: Path) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        retype(app, "title", "Van Jan")
        by_anja(small)
        typed(app, "\x13aRegel\r")
        await until_seen(app, pilot, "Je typte al ‘aRegel’")
        await pilot.press("ctrl+q")
        await until_seen(app, pilot, "Nog eens ctrl+q sluit, en dan vervalt wat je al typte.")
        assert app.return_code is None
        await pilot.press("ctrl+q")
        await until(pilot, lambda: app.return_code == 0)
    assert "Van Jan" in next(small.parent.rglob("onafgemaakt/**/*.json")).read_text()


@pytest.mark.parametrize("is_written", [False, True])
async def test_what_was_typed_behind_a_line_that_waits_is_offered_after_a_signal(
    small: Path, disk: Disk, monkeypatch: pytest.MonkeyPatch, is_written: bool, eyes: float
) -> None:
    monkeypatch.setattr("sto_tui.session.changes.LAST_TRY_SECONDS", 30 if is_written else 0.1)
    app = app_on(small, Place.PLAN)
    async with app.run_test(size=(80, 24)) as pilot:
        show_list(app, "Organisatie")
        before = bodies(small)
        await pilot.press("a", *"Een")
        with disk.stopped(looks=not is_written):
            await pilot.press("enter")
            await window_stands(app, pilot)
            typed(app, "Twee\rDrie\x7f\x7fe")
            await until(pilot, lambda: app.has_typed_ahead)
            if is_written:
                Timer(0.3, disk.answer).start()
            else:
                disk.is_full = True
            app.exit(return_code=143)
    assert bodies(small) == [*before, *["Een"] * is_written]
    app.changes.outlast()
    disk.is_full = False
    with_dead_owners(small)
    again = app_on(small, Place.OVERZICHT)
    async with again.run_test(size=(80, 24)) as pilot:
        await until_seen(again, pilot, "Verder met wat je typte?")
        await pilot.pause(eyes)
        await pilot.press("enter")
        first = "Twee" if is_written else "Een"
        await until(pilot, lambda: isinstance(again.screen, PlaceFrame) and place_of(again).quick.line.text == first)
        waits = "Wat je daarna typte wacht: ‘Dre’." if is_written else "Wat je daarna typte wacht: ‘Twee / Dre’."
        await until(pilot, lambda: place_of(again).bar.message == waits)
        await pilot.pause(eyes)
        await pilot.press("enter")
        await until(pilot, lambda: place_of(again).quick.line.text == "Dre")
        assert bodies(small) == [*before, "Een", "Twee"], "what was being typed is not entered"


async def test_pasted_lines_that_were_asked_about_at_a_signal_are_asked_about_again(small: Path, eyes: float) -> None:
    app = app_on(small, Place.PLAN)
    async with app.run_test(size=(80, 24)) as pilot:
        show_list(app, "Organisatie")
        before = bodies(small)
        await pilot.press("a")
        app.post_message(Paste("Een\nTwee\n"))
        await until_seen(app, pilot, "toevoegen?")
        app.exit(return_code=129)
    with_dead_owners(small)
    again = app_on(small, Place.OVERZICHT)
    async with again.run_test(size=(80, 24)) as pilot:
        await until_seen(again, pilot, "Verder met wat je typte?")
        await pilot.pause(eyes)
        await pilot.press("enter")
        await until_seen(again, pilot, "2 organen toevoegen?")
        await pilot.pause(eyes)
        await pilot.press("enter")
        await until(pilot, lambda: bodies(small) == [*before, "Een", "Twee"])
        await back(again, pilot)
        assert not place_of(again).quick.kept.altered
