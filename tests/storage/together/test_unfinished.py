"""What was being typed when a session ended is offered at the next start; a crash and a full disk cost nothing."""

import os
import signal
import subprocess
import sys
import time
from getpass import getuser
from pathlib import Path

import orjson
import pytest
from textual.pilot import Pilot

from benchmarks.terminal import ROOT, Terminal, sto
from sto_tui.app import StoApp
from sto_tui.domain.change import changing, removing
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.plan import Speerpunt
from sto_tui.domain.record import Ref
from sto_tui.places import Place
from sto_tui.screens.editing.conflict import ConflictWindow
from sto_tui.screens.editing.form import FormWindow
from sto_tui.screens.editing.unfinished import UnfinishedWindow
from sto_tui.screens.frame.place import PlaceFrame
from sto_tui.screens.windows.confirm import QuestionWindow
from sto_tui.storage.store import DossierStore
from sto_tui.storage.together.unfinished import TypingRescue
from sto_tui.widgets.editors import PartsEditor
from tests.conftest import clock
from tests.support.screens import app_on, form_of, place_of, retype, seen, stored, takes_keys, until
from tests.terminal.test_terminal import RESTORED

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs signals and a pseudo-terminal")

WHOLE = {
    "about": {"table": "milestones", "id": None, "base": None, "values": {}, "name": "Nieuwe mijlpaal"},
    "levels": [{"typed": {}, "new": []}],
}
TYPED = "Half [x] getypt"


def cut_off(path: Path, number: int) -> None:
    """A session in which something was typed at the end of a milestone, and that then ended by a signal."""
    with Terminal(sto("open", str(path), "--plaats", "mijlpalen"), quiet=0.1) as terminal:
        terminal.wait_for("? Toetsen")
        terminal.press("enter")
        terminal.wait_for("ctrl+s")
        terminal.press("tab", "end", *TYPED)
        terminal.wait_for(TYPED)
        if number == signal.SIGKILL:
            wait_until_kept(path, TYPED)
        terminal.signal(number)


def wait_until_kept(path: Path, text: str) -> None:
    end = time.monotonic() + 120
    while time.monotonic() < end and not any(text in kept.read_text(encoding="utf-8") for kept in unfinished(path)):
        time.sleep(0.05)


def unfinished(path: Path) -> list[Path]:
    folder = path.parent / "regio.sto.d" / "onafgemaakt"
    return list(folder.iterdir()) if folder.exists() else []


async def offered(app: StoApp, pilot: Pilot[None]) -> None:
    """Waits until what was kept is shown."""
    await until(pilot, lambda: isinstance(app.screen, UnfinishedWindow) and bool(seen(app).strip()) and takes_keys(app))


async def resumed(app: StoApp, pilot: Pilot[None]) -> None:
    """Goes on with the first that is offered, until all its forms stand there again."""
    await offered(app, pilot)
    assert isinstance(app.screen, UnfinishedWindow), app.screen
    levels = len(app.screen._forms[0].state["levels"])
    await pilot.press("enter")
    await until(
        pilot,
        lambda: len([form for form in app.front.forms if form.level()]) == levels and app.front.forms[-1].altered,
    )


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
def test_a_form_that_is_open_at_the_end_of_a_session_is_kept(example: Path, tmp_path: Path, number: int) -> None:
    before = example.read_bytes()
    cut_off(example, number)
    assert example.read_bytes() == before, "nothing was saved behind one's back"
    assert [path.stat().st_mode & 0o777 for path in unfinished(example)] == [0o600]
    (kept,) = TypingRescue(example, getuser(), clock, tmp_path / "elders").pending()
    assert TYPED in kept.state["levels"][0]["typed"]["title"]


async def test_a_form_that_was_open_in_a_killed_session_is_offered_at_the_next_start(example: Path) -> None:
    before = stored(example, "milestones")["1"]["title"]
    cut_off(example, signal.SIGKILL)
    assert stored(example, "milestones")["1"]["title"] == before, "nothing was saved behind one's back"
    assert [path.stat().st_mode & 0o777 for path in unfinished(example)] == [0o600]
    app = app_on(example, Place.OVERZICHT, user=getuser())
    async with app.run_test() as pilot:
        await offered(app, pilot)
        assert TYPED in seen(app)
        await resumed(app, pilot)
        assert form_of(app)._form.typed["title"] == f"{before}{TYPED}"
        await pilot.press("ctrl+s")
        assert isinstance(app.screen, PlaceFrame)
        assert app.screen.place is Place.MIJLPALEN
    assert stored(example, "milestones")["1"]["title"] == f"{before}{TYPED}"
    assert unfinished(example) == []


async def leave_typing(path: Path, keys: tuple[str, ...], field: str, text: str) -> None:
    """A session that was closed with ctrl+q while a form was open."""
    app = app_on(path, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        retype(app, field, text)
        await pilot.pause()
        await pilot.press("ctrl+q")
    with_dead_owner(path)


def with_dead_owner(path: Path) -> None:
    """As if the process that kept the typing has ended: within a test it is this one."""
    for kept in unfinished(path):
        kept.write_bytes(kept.read_bytes().replace(f'"pid":{os.getpid()}'.encode(), b'"pid":99999999'))
        kept.rename(kept.with_name("eerder.json"))


async def test_what_others_changed_meanwhile_is_merged_or_chosen(example: Path) -> None:
    await leave_typing(example, ("enter",), "title", "Van Jan")
    other = DossierStore.open(example, "anja", clock)
    record = other.dossier.of(Milestone)[1]
    other.apply(changing(other.dossier, record, record.changed(title="Van Anja", deelproject="Ook van Anja")))
    app = app_on(example)
    async with app.run_test() as pilot:
        await resumed(app, pilot)
        await pilot.press("ctrl+s")
        assert isinstance(app.screen, ConflictWindow)
        await pilot.press("enter")
    found = stored(example, "milestones")["1"]
    assert (found["title"], found["deelproject"]) == ("Van Jan", "Ook van Anja")


async def test_a_record_that_is_gone_can_be_brought_back(example: Path) -> None:
    await leave_typing(example, ("enter",), "title", "Van Jan")
    other = DossierStore.open(example, "anja", clock)
    other.apply(removing(other.dossier, other.dossier.of(Milestone)[1]))
    app = app_on(example)
    async with app.run_test() as pilot:
        await resumed(app, pilot)
        await pilot.press("ctrl+s")
        assert isinstance(app.screen, QuestionWindow)
        await pilot.press("left", "enter")
    assert stored(example, "milestones")["1"]["title"] == "Van Jan"


async def test_a_new_record_and_wrong_input_come_back_as_they_were(example: Path) -> None:
    await leave_typing(example, ("A",), "due", "31-2-20")
    app = app_on(example)
    async with app.run_test() as pilot:
        await resumed(app, pilot)
        assert form_of(app)._form.typed["due"] == "31-2-20"
        retype(app, "title", "Nieuw")
        await pilot.press("ctrl+s")
        assert isinstance(app.screen, FormWindow)
        retype(app, "due", "Q127")
        await pilot.press("ctrl+s")
        assert isinstance(app.screen, PlaceFrame)
    assert [one["title"] for one in stored(example, "milestones").values()][-1] == "Nieuw"


async def test_the_small_form_over_a_form_comes_back_too(example: Path) -> None:
    app = app_on(example, Place.PLAN)
    async with app.run_test() as pilot:
        speerpunt = next(one for one in app.dossier.of(Speerpunt).values() if len(one.partners) > 1)
        place_of(app).open_form(Ref("speerpunten", speerpunt.id))
        await pilot.pause()
        editor = form_of(app)._form.editor("partners")
        assert isinstance(editor, PartsEditor)
        editor.focus()
        await pilot.press("down", "enter")
        retype(app, "role", "Half getypte rol")
        await pilot.pause()
        await pilot.press("ctrl+q")
    with_dead_owner(example)
    app = app_on(example)
    async with app.run_test() as pilot:
        await resumed(app, pilot)
        assert form_of(app)._form.typed["role"] == "Half getypte rol"
        await pilot.press("ctrl+s", "ctrl+s")
        assert isinstance(app.screen, PlaceFrame)
    partners = stored(example, "speerpunten")[str(speerpunt.id)]["partners"]
    assert isinstance(partners, list)
    assert [one["id"] for one in partners] == [one.id for one in speerpunt.partners]
    assert partners[1]["role"] == "Half getypte rol"


async def test_later_keeps_it_and_throwing_away_forgets_it(example: Path) -> None:
    await leave_typing(example, ("enter",), "title", "Van Jan")
    for keys, left in ((("x", "enter", "escape"), 1), (("x", "left", "enter"), 0)):
        app = app_on(example)
        async with app.run_test() as pilot:
            await offered(app, pilot)
            await pilot.press(*keys)
            assert isinstance(app.screen, PlaceFrame)
        assert len(unfinished(example)) == left


async def test_nobody_else_is_offered_it_and_a_broken_file_is_passed_over(example: Path) -> None:
    await leave_typing(example, ("enter",), "title", "Van Jan")
    (example.parent / "regio.sto.d" / "onafgemaakt" / "stuk.json").write_bytes(b'{"user": "anja", "state"')
    app = app_on(example, user="anja")
    async with app.run_test() as pilot:
        await pilot.pause()
        assert isinstance(app.screen, PlaceFrame)


async def test_a_form_that_was_saved_or_thrown_away_is_not_offered(example: Path) -> None:
    app = app_on(example, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        retype(app, "title", "Van Jan")
        app.typing.keep()
        assert len(unfinished(example)) == 1
        await pilot.press("ctrl+s")
        assert unfinished(example) == []
        await pilot.press("enter")
        retype(app, "title", "Toch niet")
        app.typing.keep()
        await pilot.press("escape", "left", "enter")
        assert unfinished(example) == []


def test_typing_goes_elsewhere_when_nothing_can_be_written_beside_the_dossier(example: Path, tmp_path: Path) -> None:
    (tmp_path / "regio.sto.d").write_text("geen map")
    rescue = TypingRescue(example, "jan", clock, tmp_path / "elders")
    assert rescue.keep(WHOLE)
    (kept,) = (tmp_path / "elders" / "onafgemaakt").rglob("*.json")
    kept.write_bytes(kept.read_bytes().replace(f'"pid":{os.getpid()}'.encode(), b'"pid":99999999'))
    kept.rename(kept.with_name("eerder.json"))
    assert len(TypingRescue(example, "jan", clock, tmp_path / "elders").pending()) == 1


def test_what_was_kept_elsewhere_is_newer_than_what_is_out_of_reach(example: Path, tmp_path: Path) -> None:
    """Also where the clock says that both are of one moment."""
    rescue = TypingRescue(example, "jan", clock, tmp_path / "elders")
    newer = {**WHOLE, "levels": [{"typed": {"title": "Verder getypt"}, "new": ["Verder getypt"]}]}
    assert rescue.keep(WHOLE)
    assert rescue.keep(newer, in_reach=False)
    for kept in [*unfinished(example), *(tmp_path / "elders").rglob("*.json")]:
        kept.write_bytes(kept.read_bytes().replace(f'"pid":{os.getpid()}'.encode(), b'"pid":99999999'))
    (offered,) = TypingRescue(example, "jan", clock, tmp_path / "elders").pending()
    assert offered.state == newer


CRASHING = """
import sys
from sto_tui import cli
from sto_tui.session import colours
def broken(self):
    raise RuntimeError("Dit staat in het dossier")
colours.SessionColours.switch = broken
sys.argv = ["sto", *sys.argv[1:]]
sys.exit(cli.run())
"""


@pytest.mark.slow
def test_a_crash_frees_the_terminal_and_says_one_sentence_without_user_data(example: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", CRASHING, "open", str(example), "--plaats", "mijlpalen"]
    with Terminal(command, quiet=0.1) as terminal:
        terminal.wait_for("? Toetsen")
        terminal.press("\x14")
        assert terminal.wait_for_end() == 2
        said = bytes(terminal.raw).rpartition(b"\x1b[?1049l")[2]
        for sequence in RESTORED:
            assert sequence in terminal.raw[-4000:], sequence
    assert b"sto-tui is gestopt door een fout in het programma; het dossier is niet beschadigd." in said
    assert b"Traceback" not in said
    assert b"Acht proeflessen" not in said
    (log,) = (tmp_path / "instellingen" / "log").iterdir()
    assert "Acht proeflessen" not in log.read_text()


@pytest.mark.slow
def test_a_full_disk_keeps_the_form_open(example: Path) -> None:
    blocks = example.stat().st_size // 1024
    command = [
        "bash",
        "-c",
        f'ulimit -S -f {blocks}; exec "$@"',
        "sto",
        *sto("open", str(example), "--plaats", "mijlpalen"),
    ]
    before = example.read_bytes()
    with Terminal(command, quiet=0.1) as terminal:
        terminal.wait_for("? Toetsen")
        terminal.press("enter")
        terminal.wait_for("ctrl+s")
        terminal.press("tab", "end", *" een heel eind verder")
        terminal.press("\x13")
        terminal.wait_for("is niet geschreven")
        assert "is niet geschreven" in terminal.text
        assert "een heel eind verder" in terminal.text
        assert example.read_bytes() == before
        subprocess.run(["prlimit", f"--pid={terminal.process}", "--fsize=unlimited"], check=True, cwd=ROOT)
        terminal.press("\x13")
        end = time.monotonic() + 120
        while example.read_bytes() == before and time.monotonic() < end:
            terminal.until_quiet(at_least=0.1)
    assert "een heel eind verder" in str(stored(example, "milestones")["1"]["title"])


BROKEN = [
    {"about": {}, "levels": []},
    {"about": {"table": "wensen", "id": 1, "base": {}, "values": {}, "name": "x"}, "levels": [{"typed": {}, "new": 5}]},
    {"about": {"table": 5, "id": "x", "base": 3, "values": None, "name": None}, "levels": [5]},
    5,
    None,
]


async def test_what_is_no_kept_form_is_left_alone(example: Path) -> None:
    folder = example.parent / "regio.sto.d" / "onafgemaakt"
    folder.mkdir(parents=True)
    for number, state in enumerate(BROKEN):
        said = {"user": "jan", "host": "vm", "pid": 99999999, "at": "2026-09-01T10:00:00", "state": state}
        (folder / f"x{number}.json").write_bytes(orjson.dumps(said))
        (folder / f"y{number}.json").write_bytes(orjson.dumps({**said, "at": "2026-09-01T10:00:00+02:00"}))
    app = app_on(example)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert isinstance(app.screen, PlaceFrame)
    assert len(unfinished(example)) == 2 * len(BROKEN)


async def test_what_can_not_be_resumed_stays_and_typing_goes_on_being_kept(example: Path) -> None:
    await leave_typing(example, ("enter",), "title", "Van Jan")
    (kept,) = unfinished(example)
    said = orjson.loads(kept.read_bytes())
    said["state"]["about"]["base"] = {"kleur": "paars"}
    kept.write_bytes(orjson.dumps(said))
    app = app_on(example, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, PlaceFrame))
        assert "blijft bewaard" in place_of(app).bar.message
        await pilot.press("enter")
        retype(app, "title", "Nieuw werk van een uur")
        await pilot.pause()
        await pilot.press("ctrl+q")
    texts = sorted(path.read_text(encoding="utf-8") for path in unfinished(example))
    assert len(texts) == 2
    assert any("Van Jan" in text for text in texts)
    assert any("Nieuw werk van een uur" in text for text in texts)


def test_keeping_is_tried_again_after_it_failed(example: Path, tmp_path: Path) -> None:
    beside = tmp_path / "regio.sto.d"
    beside.write_text("geen map")
    (tmp_path / "elders").write_text("ook geen map")
    rescue = TypingRescue(example, "jan", clock, tmp_path / "elders")
    state = WHOLE
    assert not rescue.keep(state)
    assert not rescue.keep(state)
    beside.unlink()
    assert rescue.keep(state)
    assert len(unfinished(example)) == 1
