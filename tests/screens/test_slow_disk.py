"""A disk that takes its time: the screen answers, what was asked is done once, and nothing comes before it."""

import asyncio
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Timer

import pytest
from textual.events import Key, Paste
from textual.pilot import Pilot

from sto_tui.app import StoApp
from sto_tui.domain.change import adding, changing
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.parties import Party
from sto_tui.places import Place
from sto_tui.screens.frame.place import PlaceFrame
from sto_tui.session.silent_disk import LOOKS_IN_SILENCE
from sto_tui.storage.store import DossierStore
from sto_tui.widgets.shell import KeyBar
from tests.conftest import clock
from tests.support.screens import (
    app_on,
    at_every_size,
    bodies,
    form_of,
    place_of,
    quick_wins,
    retype,
    seen,
    show_list,
    stored,
    until,
    until_seen,
    window_stands,
)
from tests.support.slow_disk import Disk, disk_of

pytestmark = pytest.mark.slow


@pytest.fixture
def disk(small: Path) -> Iterator[Disk]:
    with disk_of(small) as disk:
        yield disk


@pytest.fixture
def looks_when_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """How often the app looks at the dossier by itself says here how busy the machine is."""
    monkeypatch.setattr("sto_tui.app.POLL_SECONDS", 3600.0)


def title(path: Path) -> object:
    return stored(path, "milestones")["1"]["title"]


async def back(app: StoApp, pilot: Pilot[None]) -> None:
    """The place is in front again, with nothing left to do."""
    await until(pilot, lambda: isinstance(app.screen, PlaceFrame) and not app.changes.waits)
    await pilot.pause()


def past(app: StoApp) -> list[str]:
    return [entry.label for entry in app.opened.store.history.latest(9)]


async def test_a_key_waits_for_the_disk_and_goes_on_by_itself(small: Path, disk: Disk) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        before = quick_wins(small)
        with disk.stopped():
            await pilot.press("asterisk")
            await window_stands(app, pilot)
            await until_seen(app, pilot, "Er wordt opgeslagen")
            await at_every_size(app, pilot, "Er wordt opgeslagen", "traag.", "ctrl+q Sluiten")
            assert app.changes.saved == "wordt bewaard…"
            assert "Niet opslaan" not in seen(app), "it is on its way"
            await pilot.press("escape")
            await pilot.pause(0.2)
            assert app.screen.query(KeyBar), "what is on its way nobody gives up"
            assert quick_wins(small) == before
        await back(app, pilot)
        assert quick_wins(small) == ["1", *before]
        assert len(past(app)) == 1, "once: doing it again would take it back"
        assert app.changes.saved.startswith("opgeslagen")
        await pilot.press("z")
        await until(pilot, lambda: quick_wins(small) == before)


async def test_what_is_short_shows_no_window_and_keeps_the_keys_in_order(small: Path, disk: Disk) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        before = quick_wins(small)
        with disk.stopped():
            await pilot.press("asterisk")
            app.post_message(Key("z", "z"))
            app.post_message(Key("asterisk", "*"))
            assert len(app.screen_stack) == 1
        await back(app, pilot)
        await until(pilot, lambda: len(past(app)) == 3)
        assert [label.split(":")[0] for label in past(app)][1] == "Ongedaan"
        assert quick_wins(small) == ["1", *before]


async def test_lines_typed_meanwhile_are_added_once_and_in_order(small: Path, disk: Disk) -> None:
    app = app_on(small, Place.PLAN)
    async with app.run_test(size=(80, 24)) as pilot:
        show_list(app, "Organisatie")
        before = bodies(small)
        await pilot.press("a", *"Een")
        with disk.stopped():
            await pilot.press("enter")
            await window_stands(app, pilot)
            for sign in "Twee\rDrie\r":
                app.post_message(Key("enter" if sign == "\r" else sign, sign))
            assert bodies(small) == before
        await until(pilot, lambda: len(bodies(small)) == len(before) + 3)
        assert bodies(small) == [*before, "Een", "Twee", "Drie"]
        await back(app, pilot)
        assert not place_of(app).quick.line.text


async def test_a_second_value_of_one_field_is_written_too(small: Path, disk: Disk) -> None:
    """Both changes have the same label."""
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        for text in "Eerste", "Tweede":
            await pilot.press("enter")
            retype(app, "title", text)
            with disk.stopped():
                await pilot.press("ctrl+s")
                await window_stands(app, pilot)
            await back(app, pilot)
            assert title(small) == text
        assert len(past(app)) == 2


async def test_a_form_stays_open_when_the_disk_is_full_in_the_end(small: Path, disk: Disk) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        before = small.read_bytes()
        await pilot.press("enter")
        retype(app, "title", "Van Jan")
        disk.is_full = True
        with disk.stopped():
            await pilot.press("ctrl+s")
            await window_stands(app, pilot)
            app.post_message(Key("x", "x"))
        await until_seen(app, pilot, "Wat je intussen typte is vervallen.")
        assert "vol" in app.screen.query_one(KeyBar).message
        assert form_of(app).altered
        assert small.read_bytes() == before
        disk.is_full = False
        await pilot.press("ctrl+s")
        await back(app, pilot)
        assert title(small) == "Van Jan"


async def test_what_others_did_meanwhile_is_asked_about(small: Path, disk: Disk) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        retype(app, "title", "Van Jan")
        anja = DossierStore.open(small, "anja", clock)
        milestone = anja.dossier.of(Milestone)[1]
        anja.apply(changing(anja.dossier, milestone, milestone.changed(title="Van Anja")))
        with disk.stopped(looks=True):
            await pilot.press("ctrl+s")
            await window_stands(app, pilot)
        await until_seen(app, pilot, "Dit veld is ook gewijzigd door anja")
        await pilot.pause()
        assert title(small) == "Van Anja"
        with disk.stopped():
            await pilot.press("enter")
            await window_stands(app, pilot)
        await back(app, pilot)
        assert title(small) == "Van Jan"
        assert len(past(app)) == 2


async def test_undo_and_redo_wait_too(small: Path, disk: Disk) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        before = quick_wins(small)
        await pilot.press("asterisk")
        await until(pilot, lambda: len(past(app)) == 1)
        for key, expected in ("z", before), ("ctrl+y", ["1", *before]):
            with disk.stopped():
                await pilot.press(key)
                await window_stands(app, pilot)
            await back(app, pilot)
            assert quick_wins(small) == expected
        assert len(past(app)) == 3


async def test_a_signal_leaves_what_is_written_to_its_end_and_offers_nothing_of_it_again(
    small: Path, disk: Disk
) -> None:
    app = app_on(small, Place.PLAN)
    async with app.run_test(size=(80, 24)) as pilot:
        show_list(app, "Organisatie")
        before = bodies(small)
        await pilot.press("a", *"Een")
        with disk.stopped():
            await pilot.press("enter")
            await window_stands(app, pilot)
            Timer(0.5, disk.answer).start()
            app.exit(return_code=143)
        assert bodies(small) == [*before, "Een"]
    assert not list(small.parent.rglob("onafgemaakt/**/*.json"))
    again = app_on(small, Place.PLAN)
    async with again.run_test(size=(80, 24)) as pilot:
        assert "nog niet opgeslagen" not in seen(again)


async def test_a_form_that_was_written_at_the_end_is_not_offered_again(small: Path, disk: Disk) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        retype(app, "title", "Van Jan")
        with disk.stopped():
            await pilot.press("ctrl+s")
            await window_stands(app, pilot)
            Timer(0.5, disk.answer).start()
            app.exit(return_code=143)
    assert title(small) == "Van Jan"
    assert not list(small.parent.rglob("onafgemaakt/**/*.json"))


async def test_a_disk_that_never_answers_keeps_nobody_and_the_text_is_kept_elsewhere(
    small: Path, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sto_tui.session.changes.LAST_TRY_SECONDS", 0.2)
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        retype(app, "title", "Van Jan")
        with disk.stopped(looks=True):
            await pilot.press("ctrl+s")
            await window_stands(app, pilot)
            await pilot.press("ctrl+q")
            await until_seen(app, pilot, "Nog niet opgeslagen. Nog eens ctrl+q sluit: je tekst blijft")
            await pilot.press("ctrl+q")
            await until(pilot, lambda: app.return_code == 0)
            (kept,) = (small.parent / "instellingen" / "onafgemaakt").rglob("*.json")
            assert "Van Jan" in kept.read_text(), "on the disk that answers"


async def test_the_screen_answers_while_a_look_waits_for_the_disk(small: Path, disk: Disk) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        anja = DossierStore.open(small, "anja", clock)
        anja.apply(adding(anja.dossier, Party(name="Van Anja")))
        with disk.stopped(looks=True):
            for _ in range(LOOKS_IN_SILENCE):
                app.following.poll()
            await until(pilot, disk.asked.is_set)
            await until_seen(app, pilot, "De schijf met regio.sto.json antwoordt niet.")
            await pilot.press("enter")
            retype(app, "title", "Van Jan")
            app.typing.keep()
            (kept,) = (small.parent / "instellingen" / "onafgemaakt").rglob("*.json")
            assert "Van Jan" in kept.read_text(), "on the disk that answers"
            assert "Van Anja" not in [party.name for party in app.dossier.of(Party).values()]
        await until(pilot, lambda: "Van Anja" in [party.name for party in app.dossier.of(Party).values()])
        retype(app, "title", "Van Jan zelf")
        app.typing.keep()
        assert not list((small.parent / "instellingen" / "onafgemaakt").rglob("*.json"))
        await pilot.press("ctrl+s")
        await back(app, pilot)
        assert title(small) == "Van Jan zelf"


async def test_what_is_typed_behind_what_was_put_back_is_done_after_it(small: Path, disk: Disk) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        before = quick_wins(small)
        await pilot.press("asterisk")
        await until(pilot, lambda: len(past(app)) == 1)
        key = app.opened.store.history.latest(1)[0].key
        with disk.stopped():
            place_of(app).try_out(lambda: app.history.put_back([key]))
            await window_stands(app, pilot)
            app.post_message(Key("asterisk", "*"))
        await until(pilot, lambda: len(past(app)) == 3)
        assert quick_wins(small) == ["1", *before]


async def test_an_act_that_comes_while_another_stands_still_is_refused(small: Path, disk: Disk) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        before = quick_wins(small)
        with disk.stopped():
            await pilot.press("asterisk")
            place_of(app).swap(app.changes.undo)
            assert "Eerst wordt het vorige opgeslagen" in place_of(app).bar.message
        await back(app, pilot)
        assert quick_wins(small) == ["1", *before]


async def test_pasted_lines_stand_still_too(small: Path, disk: Disk) -> None:
    app = app_on(small, Place.PLAN)
    async with app.run_test(size=(80, 24)) as pilot:
        show_list(app, "Organisatie")
        before = bodies(small)
        await pilot.press("a")
        app.post_message(Paste("Een\nTwee\n"))
        await until_seen(app, pilot, "toevoegen?")
        with disk.stopped():
            await pilot.press("enter")
            await window_stands(app, pilot)
        await back(app, pilot)
        assert bodies(small) == [*before, "Een", "Twee"]


@pytest.mark.usefixtures("looks_when_told")
async def test_a_disk_that_answers_late_each_time_shows_what_others_did(small: Path) -> None:
    app = app_on(small, Place.MIJLPALEN)
    with disk_of(small) as disk:
        async with app.run_test(size=(80, 24)) as pilot:
            anja = DossierStore.open(small, "anja", clock)
            anja.apply(adding(anja.dossier, Party(name="Van Anja")))
            for _ in range(LOOKS_IN_SILENCE + 1):
                with disk.stopped(looks=True):
                    app.following.poll()
                await until(pilot, lambda: not app.opened.session or not app.opened.session.is_stuck)
                app.following.poll()
            assert "Van Anja" in [party.name for party in app.dossier.of(Party).values()]
            assert "antwoordt niet" not in seen(app)


@pytest.mark.usefixtures("looks_when_told")
async def test_looking_around_touches_no_disk_that_is_silent(small: Path, disk: Disk) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        for place in "185":
            await pilot.press(place)
        await pilot.pause()  # the row of the cursor is spelled out once that rests
        shown = seen(app)
        with disk.stopped(looks=True), pytest.MonkeyPatch.context() as patch:
            app.following.poll()
            patch.setattr(app.opened.store.history, "entries", None)
            (small.parent / "concepten").write_text("geen map")
            for place in "185":
                await pilot.press(place)
            await pilot.resize_terminal(60, 20)
            await pilot.resize_terminal(80, 24)
        assert seen(app).splitlines()[3:] == shown.splitlines()[3:]


@pytest.mark.parametrize(("is_over_before", "key"), [(False, "left"), (True, "left"), (False, "x"), (True, "x")])
def test_what_was_written_after_the_app_had_ended_is_not_offered_again(
    small: Path,
    disk: Disk,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    is_over_before: bool,
    key: str,
) -> None:
    """A letter typed behind it is text for the line, and is offered."""
    monkeypatch.setattr("sto_tui.session.changes.LAST_TRY_SECONDS", 0.2)
    app = app_on(small, Place.PLAN)
    before = bodies(small)

    async def ends_in_the_middle() -> None:
        async with app.run_test(size=(80, 24)) as pilot:
            show_list(app, "Organisatie")
            await pilot.press("a", *"Een", "enter")
            await window_stands(app, pilot)
            app.post_message(Key(key, "x" if key == "x" else None))
            await until(pilot, lambda: app.has_typed_ahead)
            app.exit(return_code=143)

    with disk.stopped():
        asyncio.run(ends_in_the_middle())
        assert bodies(small) == before
        assert list(small.parent.rglob("onafgemaakt/**/*.json"))
        Timer(0.2, disk.answer).start()
        if is_over_before:
            assert app.opened.file
            assert app.opened.file.store.writing.outlast(30)
        app.changes.outlast()
    told = capsys.readouterr().err
    assert ("Wat je typte terwijl er nog iets werd opgeslagen, is vervallen." in told) is (key != "x")
    assert ("Nog even: je laatste wijziging wordt opgeslagen" in told) is not is_over_before
    assert bodies(small) == [*before, "Een"]
    left = [json.loads(kept.read_bytes())["state"] for kept in small.parent.rglob("onafgemaakt/**/*.json")]
    assert [level["new"] for state in left for level in state["levels"]] == [["x"]] * (key == "x")


@pytest.mark.parametrize(
    ("place", "keys"),
    [
        (Place.EVALUATIE, "iwp"),
        (Place.REGIOVISIE, "iEp"),
        (Place.MIJLPALEN, "iCQ"),
        (Place.CONCEPT, "icko"),
        (Place.OVERZICHT, ["f9", "ctrl+o", "Q"]),
    ],
)
async def test_what_would_wait_for_a_silent_disk_is_refused_and_the_program_can_be_closed(
    small: Path, disk: Disk, place: Place, keys: Sequence[str]
) -> None:
    app = app_on(small, place)
    async with app.run_test(size=(80, 24)) as pilot:
        with disk.stopped(looks=True):
            for key in keys:
                place_of(app).say("")
                await pilot.press(key)
                assert "antwoordt niet meteen. Dit is niet gedaan" in place_of(app).bar.message, key
            assert app.return_code is None
            await pilot.press("ctrl+q")
            await until(pilot, lambda: app.return_code == 0)
