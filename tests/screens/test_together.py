"""Two people in one dossier, as they see it: news, both versions, and what stays on disk."""

import json
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import orjson
import pytest

from sto_tui.domain.change import Change, ConflictError, Edit, Occasion, added, adding, changing, edited, removing
from sto_tui.domain.milestones import Dependency, Milestone, Progress, Stoplicht, Veri, VeriCode
from sto_tui.domain.plan import Goal, Speerpunt
from sto_tui.domain.record import Ref
from sto_tui.domain.vision import Indicator, Point
from sto_tui.places import Place
from sto_tui.planning.beginnings import beginning
from sto_tui.planning.quick_entry.line_changes import line_change
from sto_tui.planning.schedule.replanning import DATES, stretched
from sto_tui.screens.editing.conflict import ConflictWindow
from sto_tui.screens.editing.form import FormWindow
from sto_tui.screens.frame.place import PlaceFrame
from sto_tui.screens.windows.confirm import QuestionWindow
from sto_tui.session.dossier_file import LOOKS_BEFORE_SAYING
from sto_tui.storage.file.copies import dated_copies
from sto_tui.storage.store import DossierStore
from sto_tui.storage.together.presence import Presence, this_session
from sto_tui.widgets.editors import PartsEditor
from sto_tui.widgets.shell import HeaderState
from tests.conftest import CONTROLS, NASTY, clock
from tests.support.screens import (
    app_on,
    form_at,
    form_of,
    place_of,
    retype,
    seen,
    stored,
    until,
    until_seen,
    without_form,
)


def anja(path: Path, number: int, **values: object) -> None:
    """What Anja does in another session, meanwhile."""
    store = DossierStore.open(path, "anja", clock)
    record = store.dossier.of(Milestone)[number]
    occasion = Occasion(store.dossier, clock().date(), "anja")
    store.apply(changing(store.dossier, record, record.changed(**values), occasion))


def milestone(path: Path, number: int) -> dict[str, Any]:
    return stored(path, "milestones")[str(number)]


async def test_another_sessions_edit_appears_and_the_cursor_stays(small: Path) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        await pilot.press("down", "down")
        here = place_of(app).current_ref
        anja(small, 1, title="Van Anja")
        app.following.poll()
        await pilot.pause()
        assert "Van Anja" in seen(app)
        assert place_of(app).current_ref == here
        assert place_of(app).bar.message.startswith("anja: ")


async def test_different_fields_of_one_record_both_survive_and_the_form_is_left_alone(small: Path) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        retype(app, "title", "Van Jan")
        anja(small, 1, deelproject="Van Anja")
        app.following.poll()
        await pilot.pause()
        assert "anja wijzigde dit ook; wat jij typt blijft staan." in seen(app)
        await pilot.press("ctrl+s")
        assert isinstance(app.screen, PlaceFrame)
        assert {"title": "Van Jan", "deelproject": "Van Anja"}.items() <= milestone(small, 1).items()


async def to_conflict(app: Any, pilot: Any, path: Path) -> None:
    """The same field on both sides: Jan has typed, Anja was first, Jan saves."""
    await pilot.press("enter")
    retype(app, "title", "Van [b]Jan")
    retype(app, "tangible_result", "Ook van Jan")
    anja(path, 1, title="Van Anja")
    await pilot.press("ctrl+s")
    assert isinstance(app.screen, ConflictWindow)
    text = seen(app)
    assert "Dit veld is ook gewijzigd door anja (14:02)" in text
    assert "Van [b]Jan" in text
    assert "Van Anja" in text
    assert milestone(path, 1)["title"] == "Van Anja", "nothing is saved before there is a choice"


@pytest.mark.parametrize(("keys", "title"), [(("enter",), "Van [b]Jan"), (("down", "enter"), "Van Anja")])
async def test_the_same_field_gives_both_versions_and_a_choice(small: Path, keys: tuple[str, ...], title: str) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        await to_conflict(app, pilot, small)
        await pilot.press(*keys)
        assert isinstance(app.screen, PlaceFrame)
        found = milestone(small, 1)
        assert (found["title"], found["tangible_result"]) == (title, "Ook van Jan")


async def test_a_name_that_ends_in_a_full_stop_gets_no_second_one_above_the_choice(small: Path) -> None:
    anja(small, 1, title="Lab open.")
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        await to_conflict(app, pilot, small)
        words = " ".join(seen(app).replace("│", " ").split())
        assert "Lab open. Er is nog niets opgeslagen: kies wat blijft staan." in words


async def test_from_the_conflict_back_to_typing_beside_their_version(small: Path) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        await to_conflict(app, pilot, small)
        await pilot.press("escape")
        await pilot.press("ctrl+s")
        assert isinstance(app.screen, ConflictWindow), "still unsettled"
        await pilot.press("e")
        assert "anja: Van Anja" in seen(app)
        retype(app, "title", "Van Jan en Anja")
        await pilot.press("ctrl+s")
        assert isinstance(app.screen, PlaceFrame)
        assert milestone(small, 1)["title"] == "Van Jan en Anja"


async def test_a_text_that_nobody_touched_is_saved_to_the_letter_and_is_no_conflict(small: Path) -> None:
    """A list of another program begins with an indent and ends in an empty line; Anja gives another text meanwhile."""
    given = "  - een\n    - twee\n"
    anja(small, 1, tangible_result=given)
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        for title, theirs in (("Eerst", None), ("Daarna", "Van Anja")):
            await pilot.press("enter")
            retype(app, "title", title)
            if theirs:
                anja(small, 1, tangible_result=theirs)
            await pilot.press("ctrl+s")
            assert isinstance(app.screen, PlaceFrame)
            found = milestone(small, 1)
            assert (found["title"], found["tangible_result"]) == (title, theirs or given)


async def test_several_fields_are_chosen_one_by_one(small: Path) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        retype(app, "title", "Van Jan")
        retype(app, "deelproject", "Van Jan")
        anja(small, 1, title="Van Anja", deelproject="Van Anja")
        await pilot.press("ctrl+s", "enter", "down", "enter")
        assert isinstance(app.screen, PlaceFrame)
        found = milestone(small, 1)
        assert (found["title"], found["deelproject"]) == ("Van Jan", "Van Anja")


async def test_someone_changes_it_again_while_the_choice_is_open(small: Path) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        await to_conflict(app, pilot, small)
        anja(small, 1, title="Van Anja, nog eens")
        await pilot.press("enter")
        assert isinstance(app.screen, ConflictWindow)
        assert "nog eens" in seen(app)
        await pilot.press("enter")
        assert isinstance(app.screen, PlaceFrame)
        assert milestone(small, 1)["title"] == "Van [b]Jan"


async def test_what_someone_else_removed_comes_back_whole_with_what_was_typed(small: Path) -> None:
    store = DossierStore.open(small, "anja", clock)
    waiting = store.dossier.of(Milestone)[1]
    follower = next(one for one in store.dossier.of(Milestone).values() if one.id != 1)
    line = Progress(milestone=1, date=clock().date(), light=Stoplicht.ORANJE, note="Traag", by="anja")
    store.apply(Change("Regel", added(line.model_copy(update={"id": -1}), Occasion(store.dossier, line.date, "anja"))))
    party = Ref("parties", next(iter(store.dossier.tables["parties"])))
    store.apply(adding(store.dossier, Veri(row=Ref("milestones", 1), party=party, code=VeriCode.BEIDE)))
    store.apply(changing(store.dossier, follower, follower.changed(after=(Dependency(milestone=1),))))
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        before = json.loads(small.read_bytes())
        await pilot.press("enter")
        retype(app, "title", "Van Jan")
        store.apply(removing(store.dossier, store.dossier.of(Milestone)[waiting.id]))
        store.apply(changing(store.dossier, later := store.dossier.of(Milestone)[7], later.changed(title="Later")))
        removed = json.loads(small.read_bytes())
        assert removed["veri"] != before["veri"]
        app.following.poll()
        await pilot.press("ctrl+s")
        assert isinstance(app.screen, QuestionWindow)
        assert "Verwijderd door anja" in seen(app)
        await pilot.press("enter")
        assert form_of(app).altered, "what was typed is still there"
        await pilot.press("ctrl+s", "left", "enter")
        assert isinstance(app.screen, PlaceFrame)
        assert "teruggezet, met " in place_of(app).bar.message
        now = json.loads(small.read_bytes())
        assert now["milestones"]["1"]["title"] == "Van Jan"
        assert now["milestones"]["7"]["title"] == "Later", "what she did besides stays"
        for table in ("progress", "veri"):
            assert now[table] == before[table]
        assert now["milestones"][str(follower.id)]["after"] == before["milestones"][str(follower.id)]["after"]
        await pilot.press("z")
        taken_back = json.loads(small.read_bytes())
        assert (taken_back["veri"], taken_back["progress"]) == (removed["veri"], removed["progress"])
        assert "1" not in taken_back["milestones"]


async def test_a_refusal_stands_until_the_next_key_and_the_news_is_said_then(small: Path) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        retype(app, "title", "Van Jan")
        await pilot.press("ctrl+s")
        anja(small, 1, title="Van Anja")
        await pilot.press("z")
        refusal = place_of(app).bar.message
        assert "is intussen door anja gewijzigd" in refusal
        anja(small, 7, title="Ook van Anja")
        for _ in range(3):
            app.following.poll()
            await pilot.pause()
            assert place_of(app).bar.message == refusal
        assert "Ook van Anja" in seen(app), "the rows do follow"
        await pilot.press("down")
        app.following.poll()
        await pilot.pause()
        assert "anja: " in place_of(app).bar.message


async def test_a_key_that_moves_between_rows_without_a_record_ends_what_stands(example: Path) -> None:
    """At 1 Overzicht the rows are steps and not records: a move of the cursor is a next key there too."""
    app = app_on(example)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("x")
        assert (place_of(app).current_ref, place_of(app).stands) == (None, True)
        await pilot.press("down")
        await until(pilot, lambda: not place_of(app).stands)
        assert place_of(app).current_ref is None


async def test_why_nothing_can_be_taken_back_is_said_every_time(small: Path) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        retype(app, "title", "Van Jan")
        await pilot.press("ctrl+s")
        anja(small, 1, title="Van Anja")
        app.following.poll()
        for _ in range(3):
            await pilot.press("z")
            assert "is intussen door anja gewijzigd bij mijlpaal" in place_of(app).bar.message
        assert milestone(small, 1)["title"] == "Van Anja"


async def test_what_two_move_at_one_moment_is_moved_once(small: Path) -> None:
    """Anja makes 1.1 a quarter longer, Jan shifts it a quarter: its end would be one day by both, and be both's."""
    anja(small, 1, start=date(2027, 3, 1), due=date(2027, 9, 30))
    before = milestone(small, 1)
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test(size=(160, 40)) as pilot:
        place_of(app).show_record(Ref("milestones", 1))
        await pilot.pause()
        longer = DossierStore.open(small, "anja", clock)
        was = longer.dossier.of(Milestone)[1]
        longer.apply(changing(longer.dossier, was, stretched(was, "quarter", 1)))
        await pilot.press("]")
        assert "is intussen door anja gewijzigd bij" in place_of(app).bar.message
        assert milestone(small, 1)["start"] == before["start"]
        longer.undo()
        assert {name: milestone(small, 1)[name] for name in DATES} == {name: before[name] for name in DATES}
        app.following.poll()
        await pilot.press("]")
        assert milestone(small, 1)["start"] > before["start"]


async def give_two_titles(app: Any, pilot: Any) -> None:
    """Jan changes milestone 7, then 1."""
    for number, title in ((7, "Eerste van Jan"), (1, "Tweede van Jan")):
        place_of(app).show_record(Ref("milestones", number))
        await pilot.press("enter")
        retype(app, "title", title)
        await pilot.press("ctrl+s")
        await without_form(app, pilot)


async def test_after_a_refusal_the_change_before_it_is_named_before_it_is_taken_back(small: Path) -> None:
    """Whoever presses z again still means what was refused; and the own message stands before the news of anja."""
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test(size=(160, 40)) as pilot:
        await give_two_titles(app, pilot)
        anja(small, 1, title="Van Anja")
        await pilot.press("z")
        assert "is intussen door anja gewijzigd" in place_of(app).bar.message
        anja(small, 2, title="Ook van Anja")
        app.following.poll()
        await pilot.press("z")
        named = place_of(app).bar.message
        assert named.startswith("Druk nog eens om dit ongedaan te maken: Mijlpaal ")
        assert milestone(small, 7)["title"] == "Eerste van Jan"
        app.following.poll()
        assert place_of(app).bar.message == named
        await pilot.press("z")
        assert milestone(small, 7)["title"] != "Eerste van Jan"
        assert milestone(small, 1)["title"] == "Van Anja"
        app.following.poll()
        told = place_of(app).bar.message
        assert told.startswith("Ongedaan gemaakt: Mijlpaal ")
        assert "anja: Mijlpaal " in told


async def test_what_someone_else_changed_is_shown_before_it_is_removed(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sto_tui.app.POLL_SECONDS", 3600)  # On a slow machine the change would have been seen by now.
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        record = Milestone(number="9.9", title="Nieuw")
        ref = app.changes.apply(Change("Erbij", (Edit(Ref("milestones", -1), None, record),))).edits[0].ref
        place_of(app).update()
        place_of(app).show_record(ref)
        anja(small, ref.id, title="Van Anja")
        await pilot.press("x")
        assert isinstance(app.screen, QuestionWindow)
        assert "Mijlpaal: Van Anja" in seen(app)
        await pilot.press("enter")
        assert milestone(small, ref.id)["title"] == "Van Anja"
        await pilot.press("x")
        assert str(ref.id) not in stored(small, "milestones"), "after one look it goes without a question"


async def test_after_a_refusal_what_can_be_done_again_is_named_before_it_is_done(small: Path) -> None:
    """The second of two was taken back first, so the first is next; Anja has it otherwise by now."""
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test(size=(160, 40)) as pilot:
        await give_two_titles(app, pilot)
        await pilot.press("z", "z")
        was = milestone(small, 1)["title"]
        anja(small, 7, title="Van Anja")
        await pilot.press("ctrl+y")
        assert "is intussen door anja gewijzigd" in place_of(app).bar.message
        await pilot.press("ctrl+y")
        assert place_of(app).bar.message.startswith("Druk nog eens om dit opnieuw te doen: Mijlpaal ")
        assert milestone(small, 1)["title"] == was != "Tweede van Jan"
        await pilot.press("ctrl+y")
        assert place_of(app).bar.message.startswith("Opnieuw gedaan: Mijlpaal ")
        assert milestone(small, 1)["title"] == "Tweede van Jan"
        assert milestone(small, 7)["title"] == "Van Anja"


def test_what_somebody_else_put_back_already_is_said_with_the_name(small: Path) -> None:
    jan, other = (DossierStore.open(small, name, clock) for name in ("jan", "anja"))
    jan.apply(removing(jan.dossier, jan.dossier.of(Milestone)[1]))
    other.poll()
    other.put_back(other.history.latest(1))
    with pytest.raises(ConflictError, match=r"^Mijlpaal 1\.1 .* is intussen al teruggezet door anja\. Er is niets"):
        jan.undo()
    assert "1" in stored(small, "milestones")


async def test_others_work_is_told_when_the_form_is_closed(small: Path) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        anja(small, 7, title="Van Anja")
        app.following.poll()
        await pilot.press("escape")
        assert place_of(app).bar.message.startswith("anja: ")


async def test_what_was_saved_in_a_form_is_told_before_what_others_did_meanwhile(small: Path) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        anja(small, 7, title="Van Anja")
        app.following.poll()
        retype(app, "title", "Van Jan")
        await pilot.press("ctrl+s")
        own, theirs = place_of(app).bar.message.split(" anja: ")
        assert own == f"Mijlpaal {milestone(small, 1)['number']} Van Jan gewijzigd: mijlpaal."
        assert theirs == f"Mijlpaal {milestone(small, 7)['number']} Van Anja gewijzigd: mijlpaal."
        anja(small, 6, title="Ook van Anja")
        app.following.poll()
        assert place_of(app).bar.message.startswith(f"{own} anja: "), "until the next key"
        assert "Ook van Anja" in place_of(app).bar.message


async def test_what_is_removed_after_a_question_is_told_before_what_others_did(small: Path) -> None:
    anja(small, 1, light=Stoplicht.ROOD)
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        name = milestone(small, 1)["title"]
        place_of(app).act_delete()
        await pilot.pause()
        assert isinstance(app.screen, QuestionWindow)
        anja(small, 7, title="Van Anja")
        app.following.poll()
        app.screen.dismiss(True)
        await pilot.pause()
        said = place_of(app).bar.message
        assert name[:20] in said.partition(" verwijderd")[0]
        assert "Van Anja" in said.partition(" verwijderd")[2]


@pytest.mark.parametrize(("keys", "is_told"), [(("enter",), False), (("down", "enter"), True)])
async def test_what_one_chose_to_write_over_is_no_news(
    small: Path, keys: tuple[str, ...], is_told: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sto_tui.app.POLL_SECONDS", 3600)  # The form may not hear it before the choice.
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        await to_conflict(app, pilot, small)
        await pilot.press(*keys)
        app.following.poll()
        said = place_of(app).bar.message
        assert said.startswith(f"Mijlpaal {milestone(small, 1)['number']} Van ")
        assert ("anja: " in said) is is_told


def test_the_header_names_all_who_are_there_or_says_how_many() -> None:
    one, two = (
        HeaderState(present="bob werkt mee", others=("bob",)),
        HeaderState(present="bob en carla de Wit werken mee", others=("bob", "carla de Wit")),
    )
    assert [one.present_within(room) for room in (13, 12, 0)] == ["bob werkt mee", "+bob", "+bob"]
    assert [two.present_within(room) for room in (30, 29, 13, 12)] == [
        "bob en carla de Wit werken mee",
        "+bob en carla",
        "+bob en carla",
        "+2",
    ]
    assert HeaderState().present_within(40) == ""


async def test_a_file_that_is_away_for_a_moment_does_not_end_the_app(small: Path) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        content = small.read_bytes()
        small.unlink()
        for _ in range(LOOKS_BEFORE_SAYING):
            assert "opgeslagen" in seen(app).splitlines()[0]
            app.following.poll()
        await pilot.pause()
        assert seen(app).splitlines()[0].rstrip().endswith("bestand weg")
        assert place_of(app).bar.message == (
            "regio.sto.json is weg of de schijf is los. Opslaan kan weer zodra het er is. Jouw versie is veilig."
        )
        small.write_bytes(content)
        app.following.poll()
        assert place_of(app).bar.message == "regio.sto.json is er weer."
        assert "opgeslagen" in seen(app).splitlines()[0]
        await pilot.press("down")
        assert "›" in seen(app)


async def test_why_a_line_was_not_saved_stands_until_the_next_key_of_the_line(small: Path) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        aside = small.rename(small.with_name("anders.json"))
        await pilot.press("a", *"Proef", "enter")
        assert seen(app).splitlines()[0].rstrip().endswith("bestand weg"), "the refusal says so at once"
        for _ in range(LOOKS_BEFORE_SAYING):
            app.following.poll()
            assert "Er is niets opgeslagen" in place_of(app).bar.message
        aside.rename(small)
        app.following.poll()
        assert "Er is niets opgeslagen" not in place_of(app).bar.message, "it is no longer so"
        assert "opgeslagen" in seen(app).splitlines()[0]
        await pilot.press("enter")
        assert "Proef" in {one["title"] for one in stored(small, "milestones").values()}


SITTING = """
import sys
from pathlib import Path
from sto_tui.domain.record import Ref
from sto_tui.storage.together.presence import Presence
presence = Presence(Path(sys.argv[1]), sys.argv[2])
presence.enter()
presence.beat(Ref("milestones", 1))
print("er", flush=True)
sys.stdin.read()
"""


async def test_who_else_is_there_takes_the_place_of_no_copy_beside_it(small: Path) -> None:
    said = "Druk op C: naast dit dossier ligt een kopie met ander werk."
    beside = Path(shutil.copy2(small, small.with_name("regio.sto-LAPTOP-4K2.json")))
    store = DossierStore.open(beside, "anja", clock)
    store.apply(removing(store.dossier, store.dossier.of(Milestone)[2]))
    with subprocess.Popen(
        [sys.executable, "-c", SITTING, str(small), "anja"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        other.stdout.readline()
        app = app_on(small, Place.MIJLPALEN)
        async with app.run_test() as pilot:
            await until_seen(app, pilot, "+anja", said)
            app.following.poll()
            assert place_of(app).bar.message == said
            await pilot.press("down")
            app.following.poll()
            assert place_of(app).bar.message == "anja werkt mee."
        other.kill()


async def test_who_else_is_there_is_seen_and_a_dead_process_is_not(small: Path) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        with subprocess.Popen(
            [sys.executable, "-c", SITTING, str(small), "anja\x1b[31m"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as other:
            assert other.stdout is not None
            other.stdout.readline()
            app.following.poll()
            await pilot.pause()
            assert "+anja" in seen(app).splitlines()[0]
            assert place_of(app).bar.message == "anja[31m werkt mee."
            await pilot.press("enter")
            await pilot.pause()
            assert "anja[31m heeft dit formulier ook open." in seen(app)
            await pilot.press("escape")
            other.kill()
            other.wait()
            app.following.poll()
            await pilot.pause()
            assert "anja" not in seen(app).splitlines()[0]


def test_a_number_that_another_process_got_later_is_not_taken_for_the_session(small: Path) -> None:
    here = Presence(small, "jan")
    here.enter()
    folder = small.parent / "regio.sto.d" / "sessies"
    said = {**this_session(), "user": "anja", "editing": None}
    (folder / "een.json").write_bytes(orjson.dumps(said))
    assert [other.user for other in here.other_sessions()] == ["anja"]
    (folder / "een.json").write_bytes(orjson.dumps({**said, "born": "1"}))
    (folder / "twee.json").write_bytes(b'{"user": ')
    assert here.other_sessions() == ()
    here.leave()
    assert [path.name for path in folder.iterdir()] == ["twee.json"]


async def test_history_leads_back_and_is_itself_taken_back(small: Path) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        old = milestone(small, 1)["title"]
        anja(small, 1, title="Van Anja")
        anja(small, 2, title="Ook van Anja")
        app.following.poll()
        await pilot.press("h")
        assert "Geschiedenis" in seen(app)
        await pilot.press("down", "enter")
        assert isinstance(app.screen, QuestionWindow)
        assert "2 wijzigingen van anja" in seen(app)
        await pilot.press("left", "enter")
        assert milestone(small, 1)["title"] == old
        assert "2 wijzigingen teruggezet" in place_of(app).bar.message
        await pilot.press("z")
        assert milestone(small, 1)["title"] == "Van Anja"
        assert not isinstance(app.screen, FormWindow)


async def test_a_history_that_someone_else_wrote_is_text_only(small: Path) -> None:
    folder = small.parent / "regio.sto.d"
    folder.mkdir()
    texts = [*NASTY, CONTROLS]
    lines = [{"key": text, "at": "2026-09-01T10:00:00", "by": text, "label": text, "edits": []} for text in texts]
    (folder / "geschiedenis.jsonl").write_bytes(b"".join(orjson.dumps(line) + b"\n" for line in lines))
    app = app_on(small)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("h")
        for text in texts:
            assert ("voor]0;xna31mom" if text == CONTROLS else text[:40]) in seen(app)
        await pilot.press("enter")
        assert "voor]0;xna31mom" in seen(app)
        assert "\x1b" not in seen(app)
        await pilot.press("left", "enter")
        assert place_of(app).bar.message == "Er is niets veranderd: alles staat al zo."


async def test_a_choice_that_was_made_holds_when_one_goes_on_typing(small: Path) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        for field in ("title", "deelproject", "tangible_result"):
            retype(app, field, "Van Jan")
        anja(small, 1, title="Van Anja", deelproject="Van Anja", tangible_result="Van Anja")
        await pilot.press("ctrl+s", "down", "enter", "enter", "e")
        retype(app, "tangible_result", "Van ons samen")
        await pilot.press("ctrl+s")
        assert isinstance(app.screen, PlaceFrame)
    found = milestone(small, 1)
    assert (found["title"], found["deelproject"], found["tangible_result"]) == ("Van Anja", "Van Jan", "Van ons samen")


@pytest.mark.parametrize(
    ("keys", "values"),
    [(("enter",), {10: 1.0, 11: 5.0}), (("down", "enter"), {10: 2.0, 11: 5.0}), (("e", "ctrl+s"), {10: 1.0, 11: 5.0})],
)
async def test_a_list_keeps_what_only_one_side_touched(
    small: Path, keys: tuple[str, ...], values: dict[int, float]
) -> None:
    """Both changed the first point; the other point is Anja's alone."""
    store = DossierStore.open(small, "anja", clock)
    point = Point(id=10, label="Noord", year=2020, value=0.0)
    added = store.apply(adding(store.dossier, Indicator(title="Proef", series=(point,))))
    ref = added.edits[0].ref
    app = app_on(small, Place.REGIOVISIE)
    async with app.run_test() as pilot:
        place_of(app).open_form(ref)
        await pilot.pause()
        editor = form_of(app)._form.editor("series")
        assert isinstance(editor, PartsEditor)
        editor.put(point, point.model_copy(update={"value": 1.0}))
        store.poll()
        before = store.dossier.of(Indicator)[ref.id]
        hers = (point.model_copy(update={"value": 2.0}), Point(id=11, label="Zuid", year=2021, value=5.0))
        store.apply(changing(store.dossier, before, before.changed(series=hers)))
        await pilot.press("ctrl+s")
        assert isinstance(app.screen, ConflictWindow)
        await pilot.press(*keys)
        assert isinstance(app.screen, PlaceFrame), seen(app)
    points = stored(small, "indicators")[str(ref.id)]["series"]
    assert isinstance(points, list)
    assert {one["id"]: one["value"] for one in points} == values


async def test_what_was_right_on_both_sides_and_is_not_together_is_a_choice(small: Path) -> None:
    store = DossierStore.open(small, "anja", clock)
    point = Point(id=10, label="Noord", year=2020, value_min=10.0, value_max=60.0)
    ref = store.apply(adding(store.dossier, Indicator(title="Proef", series=(point,)))).edits[0].ref
    before = store.dossier.of(Indicator)[ref.id]
    other = DossierStore.open(small, "jan", clock)
    lower = (point.model_copy(update={"value_max": 30.0}),)
    store.apply(changing(store.dossier, before, before.changed(series=lower)))
    higher = (point.model_copy(update={"value_min": 50.0}),)
    with pytest.raises(ConflictError, match="past niet bij wat anja") as caught:
        other.apply(changing(other.dossier, before, before.changed(series=higher)))
    assert caught.value.fields == ("series",)
    assert DossierStore.open(small, "piet", clock).dossier.aside == ()


async def test_a_file_that_is_spoilt_while_it_is_open_is_written_again_from_the_screen(small: Path) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        retype(app, "title", "Half getypt")
        good = json.loads(small.read_bytes())
        small.write_bytes(small.read_bytes()[:3000])
        await pilot.press("ctrl+s")
        assert "Er is niets opgeslagen" in seen(app)
        for _ in range(LOOKS_BEFORE_SAYING):
            app.following.poll()
        await pilot.pause()
        assert isinstance(app.screen, FormWindow), "no window over what is typed"
        await pilot.press("ctrl+o")
        assert "houdt op regel" in seen(app)
        await pilot.press("n")
        assert json.loads(small.read_bytes()) == good
        assert form_of(app).altered
        assert "Teruggezet. Het oude bestand heet nu" in seen(app)
        assert f"{next(small.parent.glob('*.beschadigd-*')).name}." in seen(app), "the whole name"
        await pilot.press("ctrl+s")
        assert isinstance(app.screen, PlaceFrame)
    assert milestone(small, 1)["title"] == "Half getypt"
    (copy,) = dated_copies(small)
    assert json.loads(copy.read_bytes()) == good


async def test_a_file_where_the_folder_should_be_is_said(small: Path) -> None:
    (small.parent / "regio.sto.d").write_text("in de weg")
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "regio.sto.d is geen map" in seen(app)
        await pilot.press("h")
        assert "kan niet gelezen worden" in seen(app)
        await pilot.press("enter")
        retype(app, "title", "Toch opgeslagen")
        await pilot.press("ctrl+s")
        assert "maar" in place_of(app).bar.message
    assert milestone(small, 1)["title"] == "Toch opgeslagen"


async def test_one_news_does_not_push_out_another(small: Path) -> None:
    app = app_on(small, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        await pilot.press("question_mark")
        anja(small, 3, title="Een")
        app.following.poll()
        anja(small, 4, title="Twee")
        app.following.poll()
        await pilot.press("escape")
        assert "Een gewijzigd" in place_of(app).bar.message
        assert "Twee gewijzigd" in place_of(app).bar.message


def goal_in(path: Path, **values: object) -> int:
    """The number of a new goal whose target is 25% more."""
    store = DossierStore.open(path, "anja", clock)
    goal = Goal.model_validate({"number": 9, "text": "Meer", "baseline": "400", "target": "25% meer", **values})
    return store.apply(adding(store.dossier, goal)).refs[0].id


def anja_sets(path: Path, number: int, **values: object) -> None:
    store = DossierStore.open(path, "anja", clock)
    store.apply(Change("Doel gewijzigd", edited(store.dossier.of(Goal)[number], **values)))


@pytest.mark.parametrize(
    ("theirs", "keys", "expected"),
    [
        # The number is that of the words that stay, whoever wrote them, and also when the other had one by hand.
        ({"target": "30% meer"}, ("enter",), ("25 leerlingen meer", 25, "meer")),
        ({"target": "30% meer"}, ("down", "enter"), ("30% meer", 30, "procent")),
        ({"target": "30% meer"}, ("e", "ctrl+s"), ("25 leerlingen meer", 25, "meer")),
        ({"target": "30% meer", "target_value": 33}, ("enter",), ("25 leerlingen meer", 25, "meer")),
        ({"target": "30% meer", "target_value": 33}, ("down", "enter"), ("30% meer", 33, "procent")),
    ],
)
async def test_the_number_of_a_target_is_that_of_the_words_that_stay(
    small: Path, theirs: dict[str, Any], keys: tuple[str, ...], expected: tuple[str, int, str]
) -> None:
    number = goal_in(small)
    app = app_on(small, Place.PLAN)
    async with app.run_test() as pilot:
        place_of(app).open_form(Ref("goals", number))
        await pilot.pause()
        retype(app, "target", "25 leerlingen meer")
        anja_sets(small, number, **theirs)
        await pilot.press("ctrl+s")
        assert isinstance(app.screen, ConflictWindow)
        assert "Streefgetal" not in seen(app)
        await pilot.press(*keys)
        assert isinstance(app.screen, PlaceFrame)
    found = stored(small, "goals")[str(number)]
    assert (found["target"], found["target_value"], found["target_kind"]) == expected


@pytest.mark.parametrize(("keys", "value"), [(("enter",), 35), (("down", "enter"), 33), (("e", "ctrl+s"), 35)])
async def test_two_numbers_by_hand_are_chosen_once(small: Path, keys: tuple[str, ...], value: int) -> None:
    number = goal_in(small, target="30 leerlingen")
    app = app_on(small, Place.PLAN)
    async with app.run_test() as pilot:
        place_of(app).open_form(Ref("goals", number))
        await pilot.pause()
        retype(app, "target_value", "35")
        anja_sets(small, number, target_value=33)
        await pilot.press("ctrl+s")
        assert isinstance(app.screen, ConflictWindow)
        assert "Streefgetal" in seen(app)
        await pilot.press(*keys)
        assert isinstance(app.screen, PlaceFrame)
    found = stored(small, "goals")[str(number)]
    assert (found["target"], found["target_value"]) == ("30 leerlingen", value)


@pytest.mark.parametrize("typed", ["", "2.1c"])
@pytest.mark.parametrize("polled", [False, True])
async def test_a_number_of_a_form_goes_on_behind_who_took_it(example: Path, polled: bool, typed: str) -> None:
    """The sample has 1.1a to 1.1f; a number that was typed stays, also when it is the same as another."""
    app = app_on(example, Place.MIJLPALEN)
    async with app.run_test(size=(100, 30)) as pilot:
        store = DossierStore.open(example, "anja", clock)
        given = {"speerpunt": max(n for n, one in store.dossier.of(Speerpunt).items() if one.number == "1.1")}
        place_of(app).open_new("milestones", {**beginning(app.dossier, Milestone, given), **given})
        form = await form_at(app, pilot, "title")
        retype(app, "title", "Van Jan")
        if typed:
            retype(app, "number", typed)
        store.apply(line_change("milestones", given, "Van Anja", Occasion(store.dossier, clock().date())))
        if polled:
            app.following.poll()
        form.act_save()
        await without_form(app, pilot)
        await until_seen(app, pilot, f"Mijlpaal {typed or '1.1h'} Van Jan toegevoegd.")
    records = {record["title"]: record["number"] for record in stored(example, "milestones").values()}
    assert (records["Van Anja"], records["Van Jan"]) == ("1.1g", typed or "1.1h")
