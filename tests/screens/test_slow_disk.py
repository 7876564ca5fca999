"""A disk that takes its time: the screen answers, an accepted change is on the disk, and none is made twice."""

import errno
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sto_tui.domain.change import adding
from sto_tui.domain.parties import Body, Party
from sto_tui.places import Place
from sto_tui.screens.frame.place import PlaceFrame
from sto_tui.screens.windows.waiting import WaitingWindow
from sto_tui.session.dossier_file import LOOKS_BEFORE_SAYING
from sto_tui.storage.store import DossierStore
from sto_tui.storage.together import errands
from tests.conftest import clock
from tests.support.screens import app_on, form_of, place_of, retype, seen, show_list, stored, until, until_seen

pytestmark = pytest.mark.slow
SLOW = "De schijf met regio.sto.json antwoordt traag"


class Disk:
    """A disk that answers, or that keeps whoever asks waiting until it does."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._answers = threading.Event()
        self._answers.set()
        self.asked = threading.Event()
        self.is_full = False
        self._keeps_looks = False
        self._fsync, self._lstat = os.fsync, Path.lstat

    def stop(self, *, looks: bool) -> None:
        """From here on it keeps what was written waiting, or who looks at the dossier as well."""
        self._keeps_looks = looks
        self._answers.clear()

    def go_on(self) -> None:
        """It answers again."""
        self._answers.set()

    def fsync(self, descriptor: int) -> None:
        """What `os.fsync` does on it."""
        self._wait()
        if self.is_full:
            raise OSError(errno.ENOSPC, "full")
        self._fsync(descriptor)

    def lstat(self, path: Path) -> os.stat_result:
        """What a look at the dossier does on it."""
        if path == self._path and self._keeps_looks:
            self._wait()
        return self._lstat(path)

    def _wait(self) -> None:
        if threading.current_thread() is not threading.main_thread():
            self.asked.set()
            assert self._answers.wait(30)


@pytest.fixture
def disk(small: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    """The disk of the dossier, of which a screen has little patience."""
    disk = Disk(small)
    monkeypatch.setattr(os, "fsync", disk.fsync)
    monkeypatch.setattr(Path, "lstat", lambda path: disk.lstat(path))
    yield disk
    disk.go_on()


@contextmanager
def stopped(disk: Disk, *, looks: bool = False) -> Iterator[None]:
    """The disk does not answer meanwhile, and a screen waits for it no longer than it has to."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(errands, "PATIENCE_SECONDS", 0.05)
        disk.stop(looks=looks)
        try:
            yield
        finally:
            disk.go_on()


def quick_wins(path: Path) -> list[str]:
    return [key for key, milestone in stored(path, "milestones").items() if milestone["quick_win"]]


async def test_a_key_waits_for_the_disk_and_goes_on_by_itself(small: Path, disk: Disk) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        before = quick_wins(small)
        with stopped(disk):
            await pilot.press("asterisk")
            assert isinstance(app.screen, WaitingWindow)
            await until_seen(app, pilot, SLOW, "Zodra dat klaar is")
            await pilot.press("x", "6", "ctrl+q", "enter")
            assert "Even wachten, of geef het op met esc." in seen(app)
            assert app.changes.saved == "wordt bewaard…"
            assert quick_wins(small) == before
        await until(pilot, lambda: isinstance(app.screen, PlaceFrame))
        assert quick_wins(small) == ["1", *before], "once: doing it again would take it back"
        assert app.changes.saved.startswith("opgeslagen")
        assert len(app.opened.store.history.latest(2)) == 1
        await pilot.press("z")
        assert quick_wins(small) == before


async def test_what_is_new_is_added_once_and_shown(small: Path, disk: Disk) -> None:
    app = app_on(small, Place.PLAN)
    async with app.run_test(size=(80, 24)) as pilot:
        show_list(app, "Organisatie")
        await pilot.press("a", *"Werkgroep vervoer")
        before = len(stored(small, "bodies"))
        with stopped(disk):
            await pilot.press("enter")
            assert isinstance(app.screen, WaitingWindow)
        await until(pilot, lambda: isinstance(app.screen, PlaceFrame) and len(app.dossier.of(Body)) > before)
        await pilot.pause()
        assert [body["name"] for body in stored(small, "bodies").values()][before:] == ["Werkgroep vervoer"]
        ref = place_of(app).current_ref
        assert ref
        assert app.dossier.caption(ref) == "Werkgroep vervoer"
        await pilot.press(*"half", "escape", "z")
        assert len(stored(small, "bodies")) == before


async def test_a_form_stays_open_until_it_is_on_the_disk_or_that_is_full(small: Path, disk: Disk) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        before = small.read_bytes()
        await pilot.press("enter")
        retype(app, "title", "Van Jan")
        disk.is_full = True
        with stopped(disk):
            await pilot.press("ctrl+s")
            assert isinstance(app.screen, WaitingWindow)
        await until_seen(app, pilot, "de schijf is vol")
        assert form_of(app).altered
        assert small.read_bytes() == before
        disk.is_full = False
        with stopped(disk):
            await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, PlaceFrame))
        assert stored(small, "milestones")["1"]["title"] == "Van Jan"


async def test_who_gives_up_hears_later_what_came_of_it(small: Path, disk: Disk) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        before = quick_wins(small)
        with stopped(disk):
            await pilot.press("asterisk", "escape")
            await until_seen(app, pilot, f"Nog niet opgeslagen: {SLOW}.")
            app.following.poll()
            await until_seen(app, pilot, "wordt bewaard…")
            await pilot.press("5", "down", "up")
            assert quick_wins(small) == before
        await until_seen(app, pilot, "Alsnog opgeslagen:")
        assert quick_wins(small) == ["1", *before]
        assert "wordt bewaard…" not in seen(app)
        await pilot.press("z")
        assert quick_wins(small) == before


async def test_closing_waits_for_what_was_given_up(small: Path, disk: Disk) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        before = quick_wins(small)
        with stopped(disk):
            await pilot.press("asterisk", "escape")
            await until(pilot, lambda: isinstance(app.screen, PlaceFrame))
            await pilot.press("5", "ctrl+q")
            await until_seen(app, pilot, "Nog even: 1 wijziging wordt bewaard. Dan sluit sto-tui.")
        await until(pilot, lambda: app.return_code is not None)
        assert quick_wins(small) == ["1", *before]


async def test_a_signal_leaves_the_write_to_its_end(small: Path, disk: Disk) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        before = quick_wins(small)
        with stopped(disk):
            await pilot.press("asterisk")
            assert isinstance(app.screen, WaitingWindow)
            threading.Timer(0.5, disk.go_on).start()
            app.exit(return_code=143)
        assert quick_wins(small) == ["1", *before]


async def test_the_screen_answers_while_a_look_waits_for_the_disk(small: Path, disk: Disk) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        with stopped(disk, looks=True):
            anja = DossierStore.open(small, "anja", clock)
            anja.apply(adding(anja.dossier, Party(name="Van Anja")))
            app.following.poll()
            assert disk.asked.is_set()
            await pilot.press("enter")
            retype(app, "title", "Van Jan")
            app.typing.keep()
            (kept,) = (small.parent / "instellingen" / "onafgemaakt").rglob("*.json")
            assert "Van Jan" in kept.read_text(), "on the disk that answers"
            assert "Van Anja" not in [party.name for party in app.dossier.of(Party).values()]
        await until(pilot, lambda: "Van Anja" in [party.name for party in app.dossier.of(Party).values()])
        app.typing.keep()
        assert not list((small.parent / "instellingen" / "onafgemaakt").rglob("*.json"))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, PlaceFrame))
        assert stored(small, "milestones")["1"]["title"] == "Van Jan"


async def test_a_look_that_waits_says_nothing_of_a_file_that_was_gone(small: Path, disk: Disk) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        data = small.read_bytes()
        small.unlink()
        for _ in range(LOOKS_BEFORE_SAYING):
            app.following.poll()
        await until_seen(app, pilot, "Jouw versie is veilig.")
        (own,) = small.parent.rglob("eigen-*.sto.json")
        with stopped(disk, looks=True):
            app.following.poll()
            await pilot.pause()
            app.following.poll()
            assert own.exists(), "the file is still gone"
            assert "is er weer" not in seen(app)
        small.write_bytes(data)
        app.following.poll()
        await until_seen(app, pilot, "regio.sto.json is er weer.")
        await until(pilot, lambda: not own.exists())
