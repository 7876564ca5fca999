"""The place of an open dossier is gone, or another thing stands there: nothing is made there, and nothing is lost."""

import errno
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sto_tui.domain.change import changing
from sto_tui.domain.milestones import Milestone
from sto_tui.places import Place
from sto_tui.screens.editing.form import FormWindow
from sto_tui.session.dossier_file import LOOKS_BEFORE_SAYING
from sto_tui.storage.file.companion_folder import lock_of
from sto_tui.storage.file.durable_write import why_lost, write_new
from sto_tui.storage.file.errors import DossierError, LostError
from sto_tui.storage.store import DossierStore
from sto_tui.storage.together.open_dossier import Session
from tests.conftest import clock
from tests.support.screens import app_on, form_of, place_of, retype, seen, stored

STATE = {
    "about": {"table": "milestones", "id": None, "base": None, "values": {}, "name": "nieuwe mijlpaal"},
    "levels": [{"typed": {"title": "Half"}, "new": []}],
}


def socket_at(path: Path) -> None:
    """A name of a socket is at most 100 characters long."""
    here = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(path.name)
    finally:
        os.chdir(here)


IN_PLACE: dict[str, Callable[[Path], object]] = {"pipe": os.mkfifo, "folder": os.mkdir, "socket": socket_at}
if not hasattr(os, "mkfifo"):
    IN_PLACE = {"folder": os.mkdir}


def take_away(path: Path) -> None:
    if path.is_dir():
        path.rmdir()
    else:
        path.unlink()


def rename(store: DossierStore, title: str) -> None:
    milestone = store.dossier.of(Milestone)[1]
    store.apply(changing(store.dossier, milestone, milestone.changed(title=title)))


@pytest.fixture
def folder(small: Path, tmp_path: Path) -> Path:
    """A folder with a dossier in it."""
    made = tmp_path / "regio"
    made.mkdir()
    shutil.copy(small, made / "regio.sto.json")
    return made


def test_a_folder_that_was_moved_gets_nothing_at_its_old_place(folder: Path, tmp_path: Path) -> None:
    path = folder / "regio.sto.json"
    session = Session(path, "jan", clock, tmp_path / "instellingen")
    session.enter()
    rename(session.store, "Een")
    moved = folder.rename(tmp_path / "verplaatst")
    with pytest.raises(LostError, match=r"De map van regio\.sto\.json is verplaatst of hernoemd, of de schijf is los"):
        rename(session.store, "Twee")
    with pytest.raises(LostError):
        session.store.poll()
    session.look_around(None)
    session.workshop.keep({"question": 1})
    assert session.keep_typing(STATE)
    assert session.keep_own()
    with pytest.raises(DossierError, match="Er is niets teruggezet"):
        session.put_in_place(clock())
    with pytest.raises(DossierError, match="de map bestaat niet"):
        write_new(folder / "concepten" / "plan.docx", b"", of=path)
    session.leave()
    assert not folder.exists()
    kept = tmp_path / "instellingen" / "onafgemaakt"
    assert ["Half" in file.read_text() for file in kept.rglob("*.json")] == [True]
    moved.rename(folder)
    rename(session.store, "Twee")
    assert stored(path, "milestones")["1"]["title"] == "Twee"


def test_an_empty_folder_where_the_disk_was_stays_empty(folder: Path, tmp_path: Path) -> None:
    session = Session(folder / "regio.sto.json", "jan", clock, tmp_path / "instellingen")
    session.enter()
    folder.rename(tmp_path / "los")
    folder.mkdir()
    with pytest.raises(LostError, match=r"regio\.sto\.json is weg of de schijf is los\. Er is niets opgeslagen"):
        rename(session.store, "Twee")
    with pytest.raises(DossierError, match="de map bestaat niet"):
        write_new(folder / "concepten" / "plan.docx", b"", of=session.store.path)
    session.look_around(None)
    session.workshop.keep({"question": 1})
    assert session.keep_typing(STATE)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("kind", IN_PLACE)
def test_what_is_no_file_is_no_lock(small: Path, kind: str) -> None:
    store = DossierStore.open(small, "jan", clock)
    before = small.read_bytes()
    IN_PLACE[kind](lock_of(small))
    with pytest.raises(DossierError, match=r"\.lock is niet te gebruiken: .* haal het weg"):
        rename(store, "Twee")
    assert small.read_bytes() == before
    take_away(lock_of(small))
    rename(store, "Twee")
    assert stored(small, "milestones")["1"]["title"] == "Twee"


@pytest.mark.parametrize("kind", IN_PLACE)
async def test_what_takes_the_place_of_an_open_dossier_is_refused(small: Path, kind: str) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        retype(app, "title", "Half getypt")
        aside = small.rename(small.with_name("opzij"))
        IN_PLACE[kind](small)
        await pilot.press("ctrl+s")
        assert isinstance(app.screen, FormWindow)
        assert "Er is niets" in seen(app)
        for _ in range(LOOKS_BEFORE_SAYING):
            app.following.poll()
        await pilot.press("ctrl+o")
        assert "regio.sto.json kan niet gelezen worden: " in seen(app)
        await pilot.press("escape")
        take_away(small)
        aside.rename(small)
        app.following.poll()
        assert form_of(app).altered
        assert "Er is niets" not in seen(app), "why it was not saved is no longer so"
        assert "regio.sto.json is er weer." in seen(app)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert stored(small, "milestones")["1"]["title"] == "Half getypt"
        assert place_of(app).bar.message == "Mijlpaal 1.1 Half getypt gewijzigd: mijlpaal."


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOENT, "regio.sto.json is weg of de schijf is los."),
        (errno.ENOTDIR, "regio.sto.json is weg of de schijf is los."),
        (errno.ESTALE, "De schijf met regio.sto.json antwoordt niet."),
        (errno.EIO, "De schijf met regio.sto.json antwoordt niet."),
        (errno.ENOTCONN, "De schijf met regio.sto.json antwoordt niet."),
        (errno.EACCES, "regio.sto.json kan niet gelezen worden: geen schrijfrechten in deze map."),
    ],
)
def test_what_became_of_a_file_is_said_in_one_sentence(small: Path, number: int, sentence: str) -> None:
    assert why_lost(small, OSError(number, "")) == sentence


READ_ONLY = """
set -e
mount -t tmpfs none "$1"
cp "$2" "$1/regio.sto.json"
mount -o remount,ro "$1"
"$3" stoplicht "$1/regio.sto.json" 1.1 groen
"""


@pytest.mark.slow
def test_a_read_only_disk_is_called_that(small: Path, tmp_path: Path) -> None:
    disk = tmp_path / "schijf"
    disk.mkdir()
    if not shutil.which("unshare") or subprocess.run(["unshare", "-m", "true"], check=False).returncode:
        pytest.skip("mounts are not allowed here")
    sto = Path(sys.executable).with_name("sto")
    command = ["unshare", "-m", "sh", "-c", READ_ONLY, "sh", str(disk), str(small), str(sto)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (
        2,
        "Alleen lezen: regio.sto.json staat op een schijf die alleen gelezen kan worden. "
        "Kopieer het naar een andere schijf om het te wijzigen.\n",
    )


BECOMES_WRITABLE = """
set -e
mount -t tmpfs none "$1"
cp "$2" "$1/regio.sto.json"
mount -o remount,ro "$1"
exec "$3" -c "$4" "$1"
"""
FOLLOWED = """
import asyncio, subprocess, sys
from pathlib import Path
from sto_tui.places import Place
from tests.support.screens import app_on, until, until_seen

folder = Path(sys.argv[1])

def remount(how):
    subprocess.run(["mount", "-o", f"remount,{how}", str(folder)], check=True)

async def follow():
    app = app_on(folder / "regio.sto.json", Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_seen(app, pilot, "alleen lezen")
        remount("rw")
        app.following.poll()
        await until_seen(app, pilot, "regio.sto.json is weer te wijzigen.", "opgeslagen")
        await pilot.press("asterisk")
        assert sorted(path.name for path in (folder / "regio.sto.d").iterdir())[-1] == "sessies"
        await until(pilot, lambda: bool(app.opened.store.history.latest(1)))
        remount("ro")
        app.following.poll()
        await until_seen(app, pilot, "Alleen lezen: regio.sto.json staat op een schijf", "alleen lezen")

asyncio.run(follow())
"""


@pytest.mark.slow
def test_a_disk_that_becomes_writable_is_used_and_one_that_no_longer_is_is_said(small: Path, tmp_path: Path) -> None:
    disk = tmp_path / "schijf"
    disk.mkdir()
    if not shutil.which("unshare") or subprocess.run(["unshare", "-m", "true"], check=False).returncode:
        pytest.skip("mounts are not allowed here")
    command = ["unshare", "-m", "sh", "-c", BECOMES_WRITABLE, "sh", str(disk), str(small), sys.executable, FOLLOWED]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
