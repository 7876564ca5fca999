"""Another process holds the lock of the dossier: the screen answers, nothing is overtaken and nothing is lost."""

import errno
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual.events import Key, Paste
from textual.pilot import Pilot

from sto_tui.app import StoApp
from sto_tui.places import Place
from sto_tui.screens.frame.place import PlaceFrame
from sto_tui.storage.file.companion_folder import lock_of
from sto_tui.storage.file.lock_holder import holder_in
from tests.support.screens import (
    app_on,
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

pytestmark = pytest.mark.slow

HOLDING = """
import sys
from pathlib import Path
from filelock import FileLock
from sto_tui.storage.together.presence import Presence
Presence(Path(sys.argv[1]), "anja").enter()
lock = FileLock(sys.argv[2])
lock.acquire()
print("vast", flush=True)
sys.stdin.read()
"""


@contextmanager
def held(path: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """Anja's process holds the lock meanwhile."""
    command = [sys.executable, "-c", HOLDING, str(path), str(lock_of(path))]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        try:
            yield process
        finally:
            process.kill()


async def test_a_key_waits_says_for_whom_and_goes_on_by_itself(small: Path) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        before = quick_wins(small)
        with held(small):
            await pilot.press("asterisk")
            await window_stands(app, pilot)
            await until_seen(app, pilot, "regio.sto.json is bezet door anja.", "Zodra dat klaar is")
            assert app.changes.saved == "wordt bewaard…"
            assert quick_wins(small) == before
        await until(pilot, lambda: isinstance(app.screen, PlaceFrame))
        await until(pilot, lambda: quick_wins(small) == ["1", *before])
        await pilot.press("z")
        assert quick_wins(small) == before


async def test_a_signal_while_a_change_waits_makes_it_when_the_dossier_comes_free(small: Path) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        before = quick_wins(small)
        with held(small) as holder:
            await pilot.press("asterisk")
            await window_stands(app, pilot)
            threading.Timer(0.5, holder.kill).start()
            app.exit(return_code=143)
        assert quick_wins(small) == ["1", *before]


async def test_what_was_given_up_is_not_made_at_the_end(small: Path) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        before = small.read_bytes()
        with held(small):
            await pilot.press("asterisk")
            await window_stands(app, pilot)
            await pilot.press("escape")
            await until(pilot, lambda: isinstance(app.screen, PlaceFrame))
        app.exit()
        assert small.read_bytes() == before


async def test_who_gives_up_is_told_that_nothing_was_saved(small: Path) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        before = small.read_bytes()
        with held(small):
            await pilot.press("asterisk")
            await window_stands(app, pilot)
            await pilot.press("escape")
            await until(
                pilot, lambda: "Niet opgeslagen: regio.sto.json is bezet door anja." in place_of(app).bar.message
            )
            app.following.poll()
            await pilot.pause()
            assert "Niet opgeslagen" in place_of(app).bar.message, "also with news of others"
        assert small.read_bytes() == before


async def test_what_was_typed_comes_back_to_the_form_and_is_saved_when_it_can(small: Path) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        retype(app, "title", "Van Jan")
        with held(small):
            await pilot.press("ctrl+s")
            await window_stands(app, pilot)
            app.typing.keep()
            (kept,) = (small.parent / "regio.sto.d" / "onafgemaakt").glob("*.json")
            assert "Van Jan" in kept.read_text(), "also when the line breaks now"
            await pilot.press("escape")
            assert form_of(app).altered
            await until(pilot, lambda: "Niet opgeslagen: regio.sto.json is bezet door anja." in seen(app))
            await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, PlaceFrame))
        assert stored(small, "milestones")["1"]["title"] == "Van Jan"


async def test_keys_in_one_packet_are_done_in_order_or_not_at_all(small: Path) -> None:
    """What was typed ahead may reach the place under the window before the window stands there."""
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        before, kind = quick_wins(small), stored(small, "milestones")["1"]["kind"]
        with held(small):
            await pilot.press("asterisk")
            await window_stands(app, pilot)
            covered = app.screen_stack[-2]
            assert isinstance(covered, PlaceFrame)
            covered.action_act("go")
            covered.action_act("place_6")
            assert len(app.screen_stack) == 2, app.screen_stack
            assert "Eerst wordt het vorige opgeslagen" in covered.bar.message
        await until(pilot, lambda: isinstance(app.screen, PlaceFrame))
        await until(pilot, lambda: quick_wins(small) == ["1", *before])
        assert stored(small, "milestones")["1"]["kind"] == kind


async def test_taking_back_waits_too(small: Path) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        before = quick_wins(small)
        await pilot.press("asterisk")
        with held(small):
            await pilot.press("z")
            await window_stands(app, pilot)
            assert quick_wins(small) == ["1", *before]
        await until(pilot, lambda: quick_wins(small) == before)


async def line_opened(app: StoApp, pilot: Pilot[None]) -> None:
    """The line on which bodies are typed is open."""
    show_list(app, "Organisatie")
    await pilot.press("a")


async def type_three(app: StoApp, pilot: Pilot[None]) -> None:
    """The first line waits for the lock; the others are typed, and one word of them pasted, while it does."""
    await pilot.press(*"Een", "enter")
    for typed in "Twee ", Paste("keer twee"), "\rDriie\x7f\x7fe\r":
        names = {"\r": "enter", "\x7f": "backspace", " ": "space"}
        for event in [typed] if isinstance(typed, Paste) else [Key(names.get(sign, sign), sign) for sign in typed]:
            app.post_message(event)


@pytest.mark.parametrize("is_long", [False, True])
async def test_lines_typed_while_another_writes_are_all_added_in_order(small: Path, is_long: bool) -> None:
    app = app_on(small, Place.PLAN)
    async with app.run_test(size=(80, 24)) as pilot:
        await line_opened(app, pilot)
        before = bodies(small)
        with held(small) as holder:
            if not is_long:
                threading.Timer(0.2, holder.kill).start()
            await type_three(app, pilot)
            if is_long:
                await window_stands(app, pilot)
                await until(pilot, lambda: "ook met wat je nu typt" in " ".join(seen(app).replace("│", "").split()))
                assert bodies(small) == before
                holder.kill()
            await until(pilot, lambda: len(bodies(small)) == len(before) + 3)
        assert bodies(small) == [*before, "Een", "Twee keer twee", "Drie"]
        await until(pilot, lambda: isinstance(app.screen, PlaceFrame) and not place_of(app).quick.line.text)


async def test_giving_up_leaves_the_line_and_says_that_what_came_after_it_lapsed(small: Path) -> None:
    app = app_on(small, Place.PLAN)
    async with app.run_test(size=(80, 24)) as pilot:
        await line_opened(app, pilot)
        before = bodies(small)
        with held(small):
            await type_three(app, pilot)
            await window_stands(app, pilot)
            await pilot.press("escape", *"12")
            await until(pilot, lambda: "wat je intussen typte is vervallen" in place_of(app).bar.message)
            await until(pilot, lambda: not app.has_typed_ahead)
            assert "Niet opgeslagen" in seen(app)
            assert place_of(app).quick.line.text == "Een12"
        assert bodies(small) == before
        await pilot.press("enter")
        await until(pilot, lambda: bodies(small) == [*before, "Een12"])


async def test_closing_while_a_line_waits_says_what_is_not_saved_and_keeps_it(small: Path) -> None:
    app = app_on(small, Place.PLAN)
    async with app.run_test(size=(80, 24)) as pilot:
        await line_opened(app, pilot)
        before = small.read_bytes()
        with held(small):
            await type_three(app, pilot)
            await window_stands(app, pilot)
            await pilot.press("ctrl+q")
            await until_seen(app, pilot, "Nog eens ctrl+q sluit: je tekst blijft bewaard.")
            app.news.say("anja werkt mee.")
            await pilot.pause()
            assert "Nog eens ctrl+q sluit: je tekst blijft bewaard." in seen(app)
            await pilot.press("ctrl+q")
            await until(pilot, lambda: app.return_code == 0)
    assert small.read_bytes() == before
    (kept,) = (small.parent / "regio.sto.d" / "onafgemaakt").glob("*.json")
    assert json.loads(kept.read_bytes())["state"]["levels"][0]["new"] == ["Een", "Twee keer twee", "Drie"]


async def test_closing_while_a_key_waits_makes_it_when_the_dossier_comes_free(small: Path) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        before = quick_wins(small)
        with held(small) as holder:
            await pilot.press("asterisk")
            await window_stands(app, pilot)
            await pilot.press("ctrl+q")
            await until_seen(app, pilot, "Nog niet opgeslagen. Nog eens ctrl+q sluit: je laatste", "vervallen.")
            threading.Timer(0.5, holder.kill).start()
            await pilot.press("ctrl+q")
            await until(pilot, lambda: app.return_code == 0)
    assert quick_wins(small) == ["1", *before]


async def test_what_was_typed_is_not_played_into_a_line_that_was_refused(
    small: Path, monkeypatch: pytest.MonkeyPatch, eyes: float
) -> None:
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    fsync = os.fsync
    app = app_on(small, Place.PLAN)
    async with app.run_test(size=(80, 24)) as pilot:
        await line_opened(app, pilot)
        before = small.read_bytes()
        with held(small):
            await type_three(app, pilot)
            await window_stands(app, pilot)
            monkeypatch.setattr(os, "fsync", full)
        waits = "Wat je daarna typte wacht: ‘Twee keer twee / Drie’."
        await until(pilot, lambda: isinstance(app.screen, PlaceFrame) and waits in place_of(app).bar.message)
        assert "vol" in place_of(app).bar.message
        assert place_of(app).quick.line.text == "Een"
        assert small.read_bytes() == before
        monkeypatch.setattr(os, "fsync", fsync)
        bodies_before = bodies(small)
        await pilot.pause(eyes)
        await pilot.press("enter")
        await until(pilot, lambda: bodies(small) == [*bodies_before, "Een", "Twee keer twee", "Drie"])


def test_who_holds_a_lock_is_read_from_the_table_of_linux() -> None:
    locks = """\
1: POSIX  ADVISORY  WRITE 11 fe:00:77 0 EOF
2: FLOCK  ADVISORY  WRITE 12 fe:00:88 0 EOF
2: -> FLOCK  ADVISORY  WRITE 13 fe:00:77 0 EOF
3: FLOCK  ADVISORY  WRITE 14 fe:00:77 0 EOF
4: FLOCK  ADVISORY  WRITE -1 fe:00:99 0 EOF
"""
    assert [holder_in(locks, inode) for inode in (77, 88, 99, 66)] == [14, 12, None, None]
