"""A damaged dossier as people meet it: what is wrong, what can take its place, and nothing lost on the way."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from sto_tui.app import StoApp
from sto_tui.domain.change import changing
from sto_tui.domain.milestones import Milestone
from sto_tui.places import Place
from sto_tui.screens.editing.form import FormWindow
from sto_tui.screens.frame.place import PlaceFrame
from sto_tui.screens.opening.recovery import RecoveryScreen
from sto_tui.storage.file.errors import DamagedError
from sto_tui.storage.store import DossierStore
from sto_tui.storage.together.open_dossier import DamagedFile, open_session
from tests.conftest import clock
from tests.support.screens import at_every_size, place_of, retype, seen, stored


def worked_on(path: Path) -> str:
    """Three changes, so that there is a version before the last and a history."""
    store = DossierStore.open(path, "anja", clock)
    for number in range(3):
        record = store.dossier.of(Milestone)[1]
        store.apply(changing(store.dossier, record, record.changed(title=f"Versie [{number}")))
    return path.read_text(encoding="utf-8")


def app_on_damaged(path: Path) -> StoApp:
    found = open_session(path, "jan", clock, path.parent / "instellingen")
    assert isinstance(found, DamagedFile)
    return StoApp(found, Place.OVERZICHT, "jan", clock)


DAMAGE: dict[str, Callable[[str], bytes]] = {
    "empty": lambda good: b"",
    "torn": lambda good: good.encode()[:2000],
    "UTF-16": lambda good: good.encode("utf-16"),
    "rubbish behind it": lambda good: good.encode() + b'{"meta": ',
}


@pytest.mark.parametrize("kind", [*DAMAGE, "gone"])
async def test_enter_puts_the_last_state_back_and_keeps_the_damaged_file(example: Path, kind: str) -> None:
    good = worked_on(example)
    damaged = DAMAGE[kind](good) if kind in DAMAGE else None
    if damaged is None:
        example.unlink()
    else:
        example.write_bytes(damaged)
    app = app_on_damaged(example)
    async with app.run_test() as pilot:
        assert isinstance(app.screen, RecoveryScreen)
        await at_every_size(app, pilot, "regio.sto.json is", "178 mijlpalen")
        assert example.exists() == (damaged is not None)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, PlaceFrame)
        assert "Teruggezet" in place_of(app).bar.message
        assert json.loads(example.read_bytes())["milestones"] == json.loads(good)["milestones"]
    kept = [path.read_bytes() for path in example.parent.glob("*.beschadigd-*")]
    assert kept == ([] if damaged is None else [damaged])


async def test_after_the_last_state_was_put_back_one_goes_on_working(example: Path) -> None:
    example.write_bytes(DAMAGE["torn"](worked_on(example)))
    app = app_on_damaged(example)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("5", "enter")
        retype(app, "title", "En weer verder")
        await pilot.press("ctrl+s")
    assert stored(example, "milestones")["1"]["title"] == "En weer verder"


async def test_a_version_can_be_kept_under_another_name_and_nothing_else_changes(example: Path) -> None:
    good = worked_on(example)
    example.write_bytes(b"\0" * 4096)
    app = app_on_damaged(example)
    target = example.parent / "hersteld.sto.json"
    async with app.run_test() as pilot:
        await pilot.press("k")
        assert isinstance(app.screen, FormWindow)
        retype(app, "file", str(example))
        await pilot.press("ctrl+s")
        assert isinstance(app.screen, FormWindow), "an existing file is never written over"
        retype(app, "file", str(target))
        await pilot.press("ctrl+s")
        assert isinstance(app.screen, RecoveryScreen)
    assert json.loads(target.read_bytes())["milestones"] == json.loads(good)["milestones"]
    assert example.read_bytes() == b"\0" * 4096


def test_without_any_good_copy_there_is_one_sentence(example: Path) -> None:
    example.write_bytes(b"")
    with pytest.raises(DamagedError, match="Er is geen goede kopie van"):
        open_session(example, "jan", clock, example.parent)
    assert example.read_bytes() == b""


async def test_what_can_only_be_read_says_so_and_changes_nothing(example: Path) -> None:
    raw = json.loads(example.read_bytes())
    raw["meta"]["1"]["schema"] = 99
    example.write_text(json.dumps(raw), encoding="utf-8")
    before = example.read_bytes()
    found = open_session(example, "jan", clock, example.parent / "instellingen")
    assert not isinstance(found, DamagedFile)
    app = StoApp(found, Place.VOORTGANG, "jan", clock)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "alleen lezen" in seen(app).splitlines()[0]
        for key in ("g", "a", "x"):
            await pilot.press(key)
            assert place_of(app).bar.message.startswith("Alleen lezen: regio.sto.json is gemaakt met een nieuwere")
        await pilot.press("5", "enter")
        retype(app, "title", "Mag niet")
        await pilot.press("ctrl+s")
        assert "Alleen lezen" in seen(app)
        assert "Mag niet" in seen(app)
    assert example.read_bytes() == before
