"""Two people in one dossier, as they see it: news, both versions, and what stays on disk."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import orjson
import pytest

from sto_tui.domain.change import Change, Edit, changing, removing
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.record import Ref
from sto_tui.screens.dialogs.conflict import ConflictWindow
from sto_tui.screens.dialogs.form import FormWindow
from sto_tui.screens.dialogs.question import Question
from sto_tui.screens.place import PlaceScreen
from sto_tui.storage.presence import Presence, this_session
from sto_tui.storage.store import DossierStore
from tests.conftest import CONTROLS, NASTY, clock
from tests.screens import app_on, form_of, place_of, retype, seen, stored


def anja(path: Path, number: int, **values: object) -> None:
    """What Anja does in another session, meanwhile."""
    store = DossierStore.open(path, "anja", clock)
    record = store.dossier.milestones[number]
    store.apply(changing(store.dossier, record, record.changed(**values)))


def milestone(path: Path, number: int) -> dict[str, Any]:
    return stored(path, "milestones")[str(number)]


async def test_another_sessions_edit_appears_and_the_cursor_stays(example: Path) -> None:
    app = app_on(example, 5)
    async with app.run_test() as pilot:
        await pilot.press("down", "down")
        here = place_of(app).current_ref
        anja(example, 1, title="Van Anja")
        app._poll()
        await pilot.pause()
        assert "Van Anja" in seen(app)
        assert place_of(app).current_ref == here
        assert place_of(app).bar.message.startswith("anja: ")


async def test_different_fields_of_one_record_both_survive_and_the_form_is_left_alone(example: Path) -> None:
    app = app_on(example, 5)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        retype(app, "title", "Van Jan")
        anja(example, 1, deelproject="Van Anja")
        app._poll()
        await pilot.pause()
        assert "anja wijzigde dit ook; wat jij typt blijft staan." in seen(app)
        await pilot.press("ctrl+s")
        assert isinstance(app.screen, PlaceScreen)
        assert {"title": "Van Jan", "deelproject": "Van Anja"}.items() <= milestone(example, 1).items()


async def to_conflict(app: Any, pilot: Any, path: Path) -> None:
    """The same field on both sides: Jan has typed, Anja was first, Jan saves."""
    await pilot.press("enter")
    retype(app, "title", "Van [b]Jan")
    retype(app, "tangible_result", "Ook van Jan")
    anja(path, 1, title="Van Anja")
    await pilot.press("ctrl+s")
    assert isinstance(app.screen, ConflictWindow)
    text = seen(app)
    assert "Anja heeft dit veld ook gewijzigd (14:02)" in text
    assert "Van [b]Jan" in text
    assert "Van Anja" in text
    assert milestone(path, 1)["title"] == "Van Anja", "nothing is saved before there is a choice"


@pytest.mark.parametrize(("keys", "title"), [(("enter",), "Van [b]Jan"), (("down", "enter"), "Van Anja")])
async def test_the_same_field_gives_both_versions_and_a_choice(
    example: Path, keys: tuple[str, ...], title: str
) -> None:
    app = app_on(example, 5)
    async with app.run_test() as pilot:
        await to_conflict(app, pilot, example)
        await pilot.press(*keys)
        assert isinstance(app.screen, PlaceScreen)
        found = milestone(example, 1)
        assert (found["title"], found["tangible_result"]) == (title, "Ook van Jan")


async def test_from_the_conflict_back_to_typing_beside_their_version(example: Path) -> None:
    app = app_on(example, 5)
    async with app.run_test() as pilot:
        await to_conflict(app, pilot, example)
        await pilot.press("escape")
        await pilot.press("ctrl+s")
        assert isinstance(app.screen, ConflictWindow), "still unsettled"
        await pilot.press("e")
        assert "anja: Van Anja" in seen(app)
        retype(app, "title", "Van Jan en Anja")
        await pilot.press("ctrl+s")
        assert isinstance(app.screen, PlaceScreen)
        assert milestone(example, 1)["title"] == "Van Jan en Anja"


async def test_several_fields_are_chosen_one_by_one(example: Path) -> None:
    app = app_on(example, 5)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        retype(app, "title", "Van Jan")
        retype(app, "deelproject", "Van Jan")
        anja(example, 1, title="Van Anja", deelproject="Van Anja")
        await pilot.press("ctrl+s", "enter", "down", "enter")
        assert isinstance(app.screen, PlaceScreen)
        found = milestone(example, 1)
        assert (found["title"], found["deelproject"]) == ("Van Jan", "Van Anja")


async def test_someone_changes_it_again_while_the_choice_is_open(example: Path) -> None:
    app = app_on(example, 5)
    async with app.run_test() as pilot:
        await to_conflict(app, pilot, example)
        anja(example, 1, title="Van Anja, nog eens")
        await pilot.press("enter")
        assert isinstance(app.screen, ConflictWindow)
        assert "nog eens" in seen(app)
        await pilot.press("enter")
        assert isinstance(app.screen, PlaceScreen)
        assert milestone(example, 1)["title"] == "Van [b]Jan"


async def test_what_someone_else_removed_can_be_brought_back_with_what_was_typed(example: Path) -> None:
    app = app_on(example, 5)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        retype(app, "title", "Van Jan")
        other = DossierStore.open(example, "anja", clock)
        other.apply(removing(other.dossier, other.dossier.milestones[1]))
        app._poll()
        await pilot.press("ctrl+s")
        assert isinstance(app.screen, Question)
        assert "Anja heeft dit verwijderd" in seen(app)
        await pilot.press("enter")
        assert form_of(app).altered, "what was typed is still there"
        await pilot.press("ctrl+s", "left", "enter")
        assert isinstance(app.screen, PlaceScreen)
        assert milestone(example, 1)["title"] == "Van Jan"


async def test_what_someone_else_changed_is_shown_before_it_is_removed(example: Path) -> None:
    app = app_on(example, 5)
    async with app.run_test() as pilot:
        record = Milestone(number="9.9", title="Nieuw")
        ref = app.apply(Change("Erbij", (Edit(Ref("milestones", -1), None, record),))).edits[0].ref
        place_of(app).update()
        place_of(app).show_record(ref)
        anja(example, ref.id, title="Van Anja")
        await pilot.press("x")
        assert isinstance(app.screen, Question)
        assert "Mijlpaal: Van Anja" in seen(app)
        await pilot.press("enter")
        assert milestone(example, ref.id)["title"] == "Van Anja"
        await pilot.press("x")
        assert str(ref.id) not in stored(example, "milestones"), "after one look it goes without a question"


async def test_others_work_is_told_when_the_form_is_closed(example: Path) -> None:
    app = app_on(example, 5)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        anja(example, 7, title="Van Anja")
        app._poll()
        await pilot.press("escape")
        assert place_of(app).bar.message.startswith("anja: ")


async def test_a_file_that_is_away_for_a_moment_does_not_end_the_app(example: Path) -> None:
    app = app_on(example, 5)
    async with app.run_test() as pilot:
        content = example.read_bytes()
        example.unlink()
        app._poll()
        await pilot.pause()
        assert "bestaat niet" in place_of(app).bar.message
        example.write_bytes(content)
        app._poll()
        await pilot.press("down")
        assert "›" in seen(app)


SITTING = """
import sys, time
from pathlib import Path
from sto_tui.domain.record import Ref
from sto_tui.storage.presence import Presence
presence = Presence(Path(sys.argv[1]), sys.argv[2])
presence.enter()
presence.beat(Ref("milestones", 1))
print("er", flush=True)
time.sleep(60)
"""


async def test_who_else_is_there_is_seen_and_a_dead_process_is_not(example: Path) -> None:
    app = app_on(example, 5)
    async with app.run_test() as pilot:
        with subprocess.Popen(
            [sys.executable, "-c", SITTING, str(example), "anja\x1b[31m"], stdout=subprocess.PIPE
        ) as other:
            assert other.stdout is not None
            other.stdout.readline()
            app._poll()
            await pilot.pause()
            assert "+anja" in seen(app).splitlines()[0]
            assert place_of(app).bar.message == "anja[31m kijkt ook."
            await pilot.press("enter")
            await pilot.pause()
            assert "anja[31m heeft dit formulier ook open." in seen(app)
            await pilot.press("escape")
            other.kill()
            other.wait()
            app._poll()
            await pilot.pause()
            assert "anja" not in seen(app).splitlines()[0]


def test_a_number_that_another_process_got_later_is_not_taken_for_the_session(example: Path) -> None:
    here = Presence(example, "jan")
    here.enter()
    folder = example.parent / "regio.sto.d" / "sessies"
    said = {**this_session(), "user": "anja", "editing": None}
    (folder / "een.json").write_bytes(orjson.dumps(said))
    assert [other.user for other in here.others()] == ["anja"]
    (folder / "een.json").write_bytes(orjson.dumps({**said, "born": "1"}))
    (folder / "twee.json").write_bytes(b'{"user": ')
    assert here.others() == ()
    here.leave()
    assert [path.name for path in folder.iterdir()] == ["twee.json"]


async def test_history_leads_back_and_is_itself_taken_back(example: Path) -> None:
    app = app_on(example, 5)
    async with app.run_test() as pilot:
        old = milestone(example, 1)["title"]
        anja(example, 1, title="Van Anja")
        anja(example, 2, title="Ook van Anja")
        app._poll()
        await pilot.press("h")
        assert "Geschiedenis" in seen(app)
        await pilot.press("down", "enter")
        assert isinstance(app.screen, Question)
        assert "2 wijzigingen van anja" in seen(app)
        await pilot.press("left", "enter")
        assert milestone(example, 1)["title"] == old
        assert "2 wijzigingen teruggenomen" in place_of(app).bar.message
        await pilot.press("z")
        assert milestone(example, 1)["title"] == "Van Anja"
        assert not isinstance(app.screen, FormWindow)


@pytest.mark.parametrize("text", [*NASTY, CONTROLS], ids=lambda text: repr(text)[:24])
async def test_a_history_that_someone_else_wrote_is_text_only(example: Path, text: str) -> None:
    line = {"key": "x", "at": "2026-09-01T10:00:00", "by": text, "label": text, "edits": []}
    folder = example.parent / "regio.sto.d"
    folder.mkdir()
    (folder / "geschiedenis.jsonl").write_bytes(orjson.dumps(line) + b"\n")
    visible = "voor]0;xna31mom" if text == CONTROLS else text
    app = app_on(example)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("h")
        assert visible[:40] in seen(app)
        await pilot.press("enter")
        assert visible[:40] in seen(app)
        assert "\x1b" not in seen(app)
        await pilot.press("left", "enter")
        assert place_of(app).bar.message == "Er is niets veranderd: alles staat al zo."
