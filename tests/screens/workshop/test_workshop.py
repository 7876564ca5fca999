"""The workshop: the walk through rounds, what is typed, and the wall itself on a real dossier."""

import json
import re
import shutil
import signal
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.events import Key, Paste
from textual.pilot import Pilot

from benchmarks.terminal import Terminal, sto
from sto_tui.app import StoApp
from sto_tui.colours import DARK, LIGHT
from sto_tui.domain.change import NotSavedError, adding, changing, removing
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Action, AgendaItem, Answer, Decision, Meeting, Question, Score
from sto_tui.domain.plan import Goal
from sto_tui.domain.record import Ref
from sto_tui.places import Place
from sto_tui.planning.evaluation.phone_entries import PhoneBallot, change_of_entries
from sto_tui.planning.evaluation.typed_changes import (
    action_change,
    answer_change,
    goal_change,
    score_change,
    value_change,
)
from sto_tui.planning.evaluation.workshop import Round, WorkshopPosition, standing_of, walk_of
from sto_tui.screens.editing.decision_form import decision_change
from sto_tui.screens.editing.decisions import decide
from sto_tui.screens.evaluation.screen import EvaluationScreen
from sto_tui.screens.frame.place import PlaceFrame
from sto_tui.screens.workshop.meeting_clock import Stopwatch
from sto_tui.screens.workshop.screen import WorkshopScreen
from sto_tui.storage.store import DossierStore
from sto_tui.storage.together.workshop_position import StandingFile
from tests.conftest import NASTY, clock
from tests.storage.together.test_unfinished import with_dead_owner
from tests.support.evening import evening_dossier
from tests.support.screens import (
    app_on,
    at_every_size,
    form_of,
    lists_of,
    place_of,
    retype,
    seen,
    stored,
    until,
    until_seen,
)

TODAY = date(2026, 9, 3)
QUESTION = "Wat kan beter, ook als het doel wel is gehaald?"


@pytest.fixture(scope="session")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier with a meeting of four tables about one question, with three answers; made once, to copy."""
    path = tmp_path_factory.mktemp("bijeenkomst") / "regio.sto.json"
    evening_dossier(path)
    store = DossierStore.open(path, "jan", clock)
    question = next(one for one in store.dossier.of(Question).values() if one.text == QUESTION)
    scale = next(one for one in store.dossier.of(Question).values() if one.kind == "scale")
    goals = next(one for one in store.dossier.of(Question).values() if one.kind == "goal_by_goal")
    agenda = tuple(AgendaItem(question=one.id, minutes=10) for one in (question, scale, goals))
    session = Meeting(title="Proefavond", date=TODAY, tables=4, agenda=agenda, period=2)
    number = store.apply(adding(store.dossier, session)).edits[0].ref.id
    for table, text in enumerate(("Eerste [idee]", "Tweede ‘idee’", "Derde idée"), 1):
        store.apply(adding(store.dossier, Answer(question=question.id, session=number, table=table, text=text)))
    return path


@pytest.fixture
def meeting(evening: Path, tmp_path: Path) -> Path:
    """A copy of that dossier."""
    return Path(shutil.copy(evening, tmp_path))


def dossier_of(path: Path) -> Dossier:
    return DossierStore.open(path, "jan", clock).dossier


def session_of(dossier: Dossier) -> Meeting:
    return next(one for one in dossier.of(Meeting).values() if one.title == "Proefavond")


# The walk.


def test_the_walk_visits_every_round_and_comes_back_the_same_way(meeting: Path) -> None:
    dossier = dossier_of(meeting)
    walk = walk_of(dossier, session_of(dossier).id)
    standing = WorkshopPosition(session=session_of(dossier).id)
    way = [standing]
    while standing.round is not Round.AFSLUITING:
        standing = walk.next(standing)
        way.append(standing)
    assert [one.round.value for one in way] == [
        "welkom",
        *("nadenken", "ophalen", "stemmen", "uitslag", "effect", "moeite", "vier velden", "besluit", "acties"),
        *("nadenken", "ophalen", "uitslag", "acties"),
        *("nadenken", "ophalen", "acties"),
        "afsluiting",
    ]
    for expected in reversed(way[:-1]):
        standing = walk.previous(standing)
        assert (standing.point, standing.round) == (expected.point, expected.round)
    assert walk.previous(standing) == standing
    assert [one.seconds for one in way[1:4]] == [150, 300, 150]
    assert walk.skip(way[3]).round is Round.EFFECT
    assert walk.skip(way[5]).round is Round.BESLUIT
    assert walk.next_point(way[3]).point == 1


@pytest.mark.parametrize("stored", [{}, {"session": "x", "point": 0, "round": "welkom", "seconds": 1}, {"round": 5}])
def test_a_standing_that_cannot_be_read_is_none(stored: dict[str, Any]) -> None:
    assert standing_of(stored) is None


def test_a_standing_comes_back_paused() -> None:
    standing = WorkshopPosition(3, 2, Round.OPHALEN, 271, running=True)
    assert standing_of(standing.stored()) == WorkshopPosition(3, 2, Round.OPHALEN, 271, running=False)


# What is typed.


@pytest.mark.parametrize(
    ("typed", "words"),
    [("", "Typ eerst"), ("5: te veel", "Tafel 5 is er niet"), ("3:", "nog geen antwoord"), ("0: nul", "Tafel 0")],
)
def test_an_answer_that_is_not_right_is_explained(meeting: Path, typed: str, words: str) -> None:
    dossier = dossier_of(meeting)
    question = next(one for one in dossier.of(Question).values() if one.text == QUESTION)
    with pytest.raises(ValueError, match=words):
        answer_change(dossier, question, session_of(dossier), typed)


def test_scores_goals_values_and_actions_are_read_or_explained(meeting: Path) -> None:
    dossier = dossier_of(meeting)
    scale = next(one for one in dossier.of(Question).values() if one.kind == "scale")
    change = score_change(dossier, scale, session_of(dossier), "1: 4  2: 3, 4:5")
    scores = [edit.after for edit in change.edits if isinstance(edit.after, Score)]
    assert [(score.table, score.value) for score in scores] == [(1, 4), (2, 3), (4, 5)]
    for typed, words in (("1: 6", "van 1 tot en met 5"), ("veel", "per tafel"), ("9: 3", "Tafel 9")):
        with pytest.raises(ValueError, match=words):
            score_change(dossier, scale, session_of(dossier), typed)
    (edit,) = goal_change(dossier, "1: deels, want de kasten kwamen te laat").edits
    assert isinstance(edit.after, Goal)
    assert (edit.after.outcome, edit.after.why) == ("deels", "de kasten kwamen te laat")
    for typed, words in (("99: niet", "Doel 99 is er niet"), ("1: half", "gehaald, deels of niet")):
        with pytest.raises(ValueError, match=words):
            goal_change(dossier, typed)
    (edit,) = action_change(dossier, "Bel de bedrijven; Anja; Q127", TODAY).edits
    assert isinstance(edit.after, Action)
    assert (edit.after.text, edit.after.owner, edit.after.due) == ("Bel de bedrijven", "Anja", date(2027, 3, 31))
    for typed, words in (("; Anja", "Typ een actie"), ("a; b; c; d", "puntkomma"), ("a; b; 31-2-2027", "geen datum")):
        with pytest.raises(ValueError, match=words):
            action_change(dossier, typed, TODAY)
    answer = next(iter(dossier.of(Answer).values()))
    (edit,) = value_change(answer, "impact", " 7 ").edits
    assert isinstance(edit.after, Answer)
    assert edit.after.impact == 7
    for typed in ("11", "-1", "veel", ""):
        with pytest.raises(ValueError, match="geen getal van 0 tot en met 10"):
            value_change(answer, "impact", typed)


# The wall.


def wall(app: StoApp) -> WorkshopScreen:
    assert isinstance(app.screen, WorkshopScreen), app.screen
    return app.screen


async def begin(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press("p", *keys)
    await pilot.pause()


async def typed(app: StoApp, pilot: Pilot[None], *lines: str) -> None:
    for line in lines:
        wall(app).entry.value = line
        await pilot.press("enter")
        await pilot.pause()


async def test_a_whole_question_from_thinking_to_actions(meeting: Path) -> None:
    app = app_on(meeting, Place.EVALUATIE, DARK)
    async with app.run_test() as pilot:
        await begin(pilot)
        assert app.theme == LIGHT
        await at_every_size(app, pilot, "Proefavond")
        await pilot.press("right")
        assert "nadenken" in seen(app).splitlines()[0]
        await pilot.press("right")
        await typed(app, pilot, "3: Ouders [kwamen] mee", f"2: {'lang ' * 120}einde")
        assert "5 antwoorden" in seen(app)
        texts = [one["text"] for one in stored(meeting, "answers").values()]
        assert "Ouders [kwamen] mee" in texts
        assert any(str(text).endswith("einde") and len(str(text)) > 600 for text in texts)
        await typed(app, pilot, "9: onbekende tafel")
        await at_every_size(app, pilot, "Tafel 9 is er niet")
        assert wall(app).entry.value == "9: onbekende tafel", "nothing typed is lost"
        await pilot.press("escape", "right")
        await typed(app, pilot, "10 10 11", "10 11 11")
        await at_every_size(app, pilot, "nog 2 van 4 tafels")
        assert {one.get("votes") for one in stored(meeting, "answers").values() if one.get("ballots")} == {0}, "hidden"
        await pilot.press("z")
        assert "tafel 2 ›" in seen(app), "the table whose vote was wrong is asked again"
        await typed(app, pilot, "10 10 10", "12 12 12", "10 11 12")
        assert "Alle stemmen zijn binnen" in seen(app)
        await pilot.press("right")
        votes = {str(one["text"]): one["votes"] for one in stored(meeting, "answers").values() if one.get("ballots")}
        assert votes == {"Eerste [idee]": 6, "Tweede ‘idee’": 2, "Derde idée": 4}
        await at_every_size(app, pilot, "Voorstel")
        await pilot.press("3", "right")
        assert "antwoord 10 · 6 stemmen" in seen(app)
        await typed(app, pilot, "9", "3")
        await pilot.press("z")
        assert "effect van 12 ›" in seen(app), "the idea of which the number was taken back is asked again"
        await typed(app, pilot, "3", "7")
        await pilot.press("right")
        await typed(app, pilot, "2", "8", "9")
        await pilot.press("right")
        await at_every_size(app, pilot, "SNEL DOEN", "10 Eerste")
        await pilot.press("pagedown", "b")
        await at_every_size(app, pilot, "soort ›", "Eerste [idee]")
        await typed(app, pilot, "half", "beh")
        assert wall(app).entry.value == "", "a decision is not the answer over again"
        await typed(app, pilot, "Zo gaan we door", "Het werkte", "actie", "Bel de scholen", "Anja")
        assert "klaar op ›" in seen(app)
        await pilot.press("escape")
        assert wall(app).entry.value == "Anja", "a step back"
        await typed(app, pilot, "Anja", "1-3-2027")
        assert "Besluit vastgelegd. Komt terug in: Actie Bel de scholen." in seen(app)
        decision = list(stored(meeting, "decisions").values())[-1]
        assert (decision["text"], decision["kind"], decision["why"]) == ("Zo gaan we door", "behouden", "Het werkte")
        assert str(decision["becomes"][0]).startswith("actions/")
        await pilot.press("right")
        await typed(app, pilot, "Bel de bedrijven; Piet; 1-3-2027")
        assert list(stored(meeting, "actions").values())[-1]["owner"] == "Piet"
        await pilot.press("escape", "left", "enter")
        assert isinstance(app.screen, PlaceFrame)
        assert app.theme == DARK


def numbered(app: StoApp, *texts: str) -> dict[str, int]:
    """The number that stands in front of each of these answers on the screen."""
    found = re.findall(r"(?m)^[ ›]*(\d+) +(?:█*  ?\d+ stem(?:men)? +)?(\S+ idee)", seen(app).replace("›", " "))
    return {text: int(number) for number, text in found if text in texts}


async def test_an_answer_has_one_number_in_every_round_and_at_evaluatie(meeting: Path) -> None:
    """Nine answers of an earlier meeting stand before these three, which are therefore 10, 11 and 12 everywhere."""
    ideas = ("Eerste idee", "Tweede idee", "Derde idee")
    dossier = dossier_of(meeting)
    store = DossierStore.open(meeting, "jan", clock)
    for answer, text in zip(list(dossier.of(Answer).values())[-3:], ideas, strict=True):
        store.apply(changing(store.dossier, answer, answer.changed(text=text)))
    numbers = dict(zip(ideas, (10, 11, 12), strict=True))
    app = app_on(meeting, Place.EVALUATIE)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, "right", "right")
        assert numbered(app, *ideas) == numbers, "collecting"
        assert " 13 ›" in seen(app), "the next answer"
        await pilot.press("right")
        assert numbered(app, *ideas) == numbers, "voting"
        await typed(app, pilot, "12 12 12", "12 12 11", "12 11 11", "12 12 12")
        await pilot.press("right")
        # Votes: 12 has 3 + 2 + 1 + 3 = 9, 11 has 1 + 2 = 3, 10 has none.
        shown = re.findall(r"(\d+) █+ (\d+) stemmen +(\S+ idee)", seen(app))
        assert shown == [("12", "9", "Derde idee"), ("11", "3", "Tweede idee")], "most votes first"
        assert "Zonder stem: 10." in seen(app)
        assert "Voorstel: besluit over antwoord 12 (9 van 12 stemmen)." in seen(app)
        await pilot.press("2", "right")
        assert "effect van 12" in seen(app), "the most votes first"
        await typed(app, pilot, "9")
        assert "effect van 11" in seen(app)
        await typed(app, pilot, "8")
        assert "Alle antwoorden hebben een getal" in seen(app), "two were chosen"
        await pilot.press("up", "right")
        await typed(app, pilot, "1", "9")
        await pilot.press("right")
        assert "Pijlen verplaatsen antwoord 12; pgdn gaat verder." in seen(app), "the four fields, with the cursor"
        await pilot.press("right")
        assert "12 Derde idee: veel effect, veel moeite" in seen(app), "an arrow moves it"
        efforts = {one["text"]: one.get("effort") for one in stored(meeting, "answers").values()}
        assert efforts["Derde idee"] == 9, "as far behind the middle as it stood before it"
        await pilot.press("z", "tab", "down")
        assert "11 Tweede idee: weinig effect, veel moeite" in seen(app)
        await pilot.press("b")
        assert "soort ›" in seen(app)
        await pilot.press("escape", "pagedown")
        assert numbered(app, *ideas) == numbers, "decisions, though they stand by votes"
        assert list(numbered(app, *ideas)) == ["Derde idee", "Tweede idee", "Eerste idee"]
        await pilot.press("escape", "left", "enter")
        place = app.screen
        assert isinstance(place, EvaluationScreen)
        place.show_record(Ref("questions", 15))
        await pilot.pause()
        rows = {str(row.cells[1]): row.cells[0] for row in place.answers.rows if len(row.cells) > 1}
        assert [rows[text] for text in ideas] == [("10", "key"), ("11", "key"), ("12", "key")], "at Evaluatie"


async def test_the_workshop_goes_on_where_it_stopped(meeting: Path) -> None:
    app = app_on(meeting, Place.EVALUATIE)
    async with app.run_test() as pilot:
        await begin(pilot, "right", "right")
        wall(app).tick()
        wall(app).tick()
        left = wall(app).standing.seconds
        assert left == 298, "two seconds by hand"
    app = app_on(meeting, Place.EVALUATIE)
    async with app.run_test() as pilot:
        await pilot.press("p")
        await until_seen(app, pilot, f"Ronde: ophalen, nog {left // 60}:{left % 60:02}.")
        day = "(3 september 2026)"
        assert f"Verdergaan: Proefavond {day}." in seen(app)
        assert f"Opnieuw beginnen: Proefavond {day}, 3 agendapunten." in seen(app)
        await pilot.press("enter")
        await pilot.pause()
        assert (wall(app).standing.round, wall(app).standing.seconds) == (Round.OPHALEN, left)
        assert not wall(app).standing.running
        await pilot.press("space")
        assert wall(app).standing.running
        await pilot.press("plus")
        assert wall(app).standing.seconds == left + 60


async def test_the_end_of_the_time_is_seen_and_typing_goes_on(meeting: Path) -> None:
    app = app_on(meeting, Place.EVALUATIE)
    async with app.run_test() as pilot:
        await begin(pilot, "right", "right")
        wall(app).standing = WorkshopPosition(wall(app).standing.session, 0, Round.OPHALEN, 1, running=True)
        wall(app).entry.value = "1: nog aan het ty"
        wall(app).tick()
        await pilot.pause()
        assert "De tijd is om." in seen(app)
        assert wall(app).entry.value == "1: nog aan het ty"


async def test_statements_and_goals_have_their_own_way_of_answering(meeting: Path) -> None:
    app = app_on(meeting, Place.EVALUATIE)
    async with app.run_test() as pilot:
        await begin(pilot)
        wall(app)._go(WorkshopPosition(wall(app).standing.session, 1, Round.OPHALEN, 60))
        await pilot.pause()
        before = len(stored(meeting, "scores"))
        await typed(app, pilot, "1: 4  2: 2")
        assert len(stored(meeting, "scores")) == before + 2
        await typed(app, pilot, "1: 5")
        assert len(stored(meeting, "scores")) == before + 2, "a table has one score"
        wall(app)._go(WorkshopPosition(wall(app).standing.session, 2, Round.OPHALEN, 60))
        await pilot.pause()
        await typed(app, pilot, "1: niet, te weinig docenten")
        assert {"outcome": "niet", "why": "te weinig docenten"}.items() <= stored(meeting, "goals")["7"].items()
        assert stored(meeting, "goals")["1"]["outcome"] == "onbekend", "doel 1 of the plan has only begun"


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_a_clock_that_stands_still_says_so_in_words(meeting: Path, size: tuple[int, int]) -> None:
    """While people think it stands beside the time that is left, in other rounds under the question."""
    app = app_on(meeting, Place.EVALUATIE)
    async with app.run_test(size=size) as pilot:
        await begin(pilot)
        for standing, told in (
            (WorkshopPosition(wall(app).standing.session, 0, Round.NADENKEN, 150), "  Pauze  "),
            (WorkshopPosition(wall(app).standing.session, 0, Round.OPHALEN, 600), "pauze · "),
        ):
            wall(app)._go(standing)
            await pilot.pause()
            assert not wall(app).standing.running
            assert told in seen(app)


@pytest.mark.parametrize("away", ["enter", "escape"])
async def test_a_clock_goes_on_as_it_was_after_the_question_whether_to_stop(meeting: Path, away: str) -> None:
    """The time in which it is asked does not count."""
    still = "De klok staat stil; met spatie loopt die weer."
    app = app_on(meeting, Place.EVALUATIE)
    async with app.run_test() as pilot:
        await begin(pilot)
        on_wall = wall(app)
        for round, seconds, running, said in (
            (Round.NADENKEN, 9000, True, ""),
            (Round.NADENKEN, 9000, False, still),
            (Round.OPHALEN, 9000, True, ""),
            (Round.OPHALEN, 9000, False, still),
            (Round.STEMMEN, 9000, False, still),
            (Round.ACTIES, 0, False, ""),
        ):
            on_wall._go(WorkshopPosition(on_wall.standing.session, 0, round, seconds))
            on_wall.standing = replace(on_wall.standing, running=running)
            await pilot.press("escape")
            await until(pilot, lambda: app.screen is not on_wall)
            held = on_wall.standing.seconds
            on_wall.tick(2)
            assert (on_wall.standing.seconds, on_wall.standing.running) == (held, False)
            await pilot.press(away)
            await until(pilot, lambda: app.screen is on_wall)
            assert on_wall.standing.running == running
            assert (on_wall.bar.message == still) == (said == still)
        on_wall._go(WorkshopPosition(on_wall.standing.session, 0, Round.NADENKEN, 9000))
        await pilot.press("escape", away, "space")
        assert on_wall.standing.running, "the key that was named works"


async def test_the_facilitators_note_is_hidden_behind_a_key_and_answers_can_be_hidden(meeting: Path) -> None:
    store = DossierStore.open(meeting, "jan", clock)
    question = next(one for one in store.dossier.of(Question).values() if one.text == QUESTION)
    store.apply(changing(store.dossier, question, question.changed(notes="Vraag door op ouders")))
    app = app_on(meeting, Place.EVALUATIE)
    async with app.run_test() as pilot:
        await begin(pilot, "right", "right")
        assert "Vraag door" not in seen(app)
        await pilot.press("tab", "f")
        assert "Vraag door op ouders" in seen(app)
        await pilot.press("escape", "H")
        assert "Eerste [idee]" not in seen(app)
        await pilot.press("H")
        assert "Eerste [idee]" in seen(app)


@pytest.mark.parametrize(
    ("answers", "why_not"), [(True, ""), (False, "Er zijn nog geen antwoorden met effect en moeite.")]
)
async def test_in_the_four_fields_a_decision_is_about_an_answer(meeting: Path, answers: bool, why_not: str) -> None:
    if not answers:
        raw = json.loads(meeting.read_bytes())
        raw["answers"] = {}
        meeting.write_text(json.dumps(raw), encoding="utf-8")
    app = app_on(meeting, Place.EVALUATIE)
    async with app.run_test(size=(120, 40)) as pilot:
        await begin(pilot, "right", "right")
        wall(app).standing = replace(wall(app).standing, round=Round.VIERVELD)
        assert wall(app).why_not("decide") == why_not


async def test_every_round_shows_nasty_texts_as_they_are(meeting: Path) -> None:
    raw = json.loads(meeting.read_bytes())
    answers = [
        one for one in raw["answers"].values() if one["text"] in ("Eerste [idee]", "Tweede ‘idee’", "Derde idée")
    ]
    for document, text in zip(answers, NASTY, strict=False):
        document["text"] = text
    meeting.write_text(json.dumps(raw), encoding="utf-8")
    app = app_on(meeting, Place.EVALUATIE)
    async with app.run_test(size=(120, 40)) as pilot:
        await begin(pilot, "right", "right")
        for _ in range(6):
            assert NASTY[0] in seen(app) or wall(app).standing.round is Round.VIERVELD
            await pilot.press("right")
        assert isinstance(app.screen, WorkshopScreen)


@pytest.mark.slow
def test_a_countdown_is_light_and_a_killed_workshop_is_resumed_at_the_same_moment(meeting: Path) -> None:
    with Terminal(sto("open", str(meeting), "--plaats", "evaluatie"), quiet=0.2) as terminal:
        terminal.wait_for("? Toetsen")
        terminal.press("p")
        terminal.wait_for("Proefavond")
        terminal.press("right")
        terminal.wait_for("Straks: ophalen")
        terminal.press("right")
        terminal.wait_for("3 antwoorden")
        terminal.until_quiet(at_least=1.2)
        terminal.press(" ")
        terminal.until_quiet(at_least=0.8)
        assert terminal.until_quiet(at_least=1.5).size == 0
        paused = standing_of(StandingFile(meeting).read() or {})
        terminal.press(" ")
        terminal.until_quiet(at_least=0.8)
        assert 0 < terminal.until_quiet(at_least=2.2).size <= 3 * 200
        terminal.signal(signal.SIGKILL)
    standing = standing_of(StandingFile(meeting).read() or {})
    assert paused is not None
    assert standing is not None
    assert (paused.round, standing.round) == (Round.OPHALEN, Round.OPHALEN)
    assert 260 <= standing.seconds < paused.seconds < 300, "while it runs it is kept every two seconds"


# The place.


async def test_votes_decisions_filter_and_order_in_the_place(meeting: Path) -> None:
    app = app_on(meeting, Place.EVALUATIE)
    async with app.run_test(size=(120, 40)) as pilot:
        answer = next(one for one in app.dossier.of(Answer).values() if one.text == "Derde idée")
        app.going.go_to(Ref("answers", answer.id))
        await pilot.pause()
        await pilot.press("plus", "plus", "minus")
        assert stored(meeting, "answers")[str(answer.id)]["votes"] == 1
        await pilot.press("b")
        retype(app, "text", "Dit blijft")
        form_of(app)._form.take({"kind": "behouden"})
        await pilot.press("ctrl+s")
        assert stored(meeting, "answers")[str(answer.id)]["decision"]
        await pilot.press("z")
        assert not stored(meeting, "answers")[str(answer.id)].get("decision"), "one step takes all of it back"
        await pilot.press("f", "down", "enter")
        assert "Filter: zonder besluit (" in seen(app)
        await pilot.press("escape")
        assert "Filter:" not in seen(app), "away with one key"
        for _ in range(lists_of(app) - 1):
            await pilot.press("tab", "f")
            assert place_of(app).bar.message == "Antwoorden kies je uit in de lijst Vragen; tab gaat erheen."
        await pilot.press("tab", "right")
        await pilot.press("left")
        question = app.dossier.of(Question)[answer.question]
        part = [one.text for one in app.dossier.of(Question).values() if one.part is question.part]
        await pilot.press("shift+up")
        moved = [one.text for one in app.dossier.of(Question).values() if one.part is question.part]
        assert sorted(part) == sorted(moved)
        assert part != moved
        await pilot.press("H")
        assert stored(meeting, "questions")[str(question.id)]["hidden"]
        assert len(app.dossier.answers_of(question.id)) > 2, "answers stay"
        await pilot.press("z", "u")
        assert "verschil" in seen(app)


@pytest.mark.parametrize(("size", "at_least"), [((80, 24), 12), ((120, 40), 20)])
async def test_questions_take_a_line_and_the_chosen_one_stands_once(
    meeting: Path, size: tuple[int, int], at_least: int
) -> None:
    app = app_on(meeting, Place.EVALUATIE)
    async with app.run_test(size=size) as pilot:
        place = app.screen
        assert isinstance(place, EvaluationScreen)
        place.show_record(Ref("questions", 15))
        place.list.action_edge(0)
        place.show_record(Ref("questions", 13))
        await pilot.pause()
        questions = re.findall(r"(?m)^[› ]*\d+ \S.*?(?:\d+|–) +│", seen(app))
        assert len(questions) >= at_least
        text = app.dossier.of(Question)[13].text
        beside = "\n".join(line.partition("│")[2] for line in seen(app).splitlines())
        assert " ".join(beside.split()).count(text) == 1
        *_, last, rule, _ = seen(app).splitlines()
        assert last.strip(" │") or "nog" not in rule, "no row stands empty while there are more"


async def test_the_list_of_decisions_is_one_key(meeting: Path) -> None:
    app = app_on(meeting, Place.EVALUATIE)
    async with app.run_test() as pilot:
        await pilot.press("w")
        names = sorted(path.suffix for path in (meeting.parent / "concepten").iterdir())
        assert names == [".docx", ".md"]
        assert "besluiten-en-acties.docx en .md." in seen(app)


async def test_pasted_lines_are_answers_and_a_table_may_come_in_later(meeting: Path) -> None:
    app = app_on(meeting, Place.EVALUATIE)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, "right", "right")
        assert "bijeenkomst 0 van 30 min" in seen(app)
        assert "spatie Pauzeren" in seen(app)
        await pilot.press("space")
        assert "spatie Verder" in seen(app), "what the key does now"
        wall(app).entry.post_message(Paste("- Meer stages\r\r\u2022 2: Vaste dagen\r  3. Eén agenda\r"))
        await until_seen(app, pilot, "Geplakt: 3 antwoorden. Toevoegen?")
        await pilot.press("enter")
        await until_seen(app, pilot, "4 antwoorden van 3 tafels, 2 zonder")
        added = list(stored(meeting, "answers").values())[-3:]
        assert [(one["text"], one.get("table")) for one in added] == [
            ("Meer stages", None),
            ("Vaste dagen", 2),
            ("Eén agenda", None),
        ]
        await pilot.press("ctrl+z")
        assert "3 antwoorden van 3 tafels" in seen(app), "one step takes all of them back"
        wall(app).entry.post_message(Paste("Goed\n\n9: fout"))
        await until_seen(app, pilot, "Regel 2 klopt niet. De andere toevoegen?")
        assert "Regel 2 ‘9: fout’: Tafel 9 is er niet" in seen(app)
        assert "1 antwoord toevoegen" in seen(app)
        await pilot.press("enter")
        await until_seen(app, pilot, "Niet toegevoegd: regel 2; die staat nu op de regel.")
        assert wall(app).entry.value == "9: fout"
        await pilot.press("escape")
        wall(app).entry.post_message(Paste("1: Goed\n5: Wij waren later"))
        await until_seen(app, pilot, "Is er een tafel 5 bij gekomen?")
        await pilot.press("enter")
        await until_seen(app, pilot, "5 antwoorden van 4 tafels, 1 zonder")
        assert session_of(app.dossier).tables == 5
        await pilot.press("ctrl+z")
        assert session_of(app.dossier).tables == 4, "one step takes the answers and the table back"
        await typed(app, pilot, "5: Wij kwamen later")
        assert "Is er een tafel 5 bij gekomen?" in seen(app)
        assert "De bijeenkomst heeft nu 4 tafels. Wat je typte hoort dan bij tafel 5." in seen(app)
        await pilot.press("left", "enter")
        await until_seen(app, pilot, "4 antwoorden van 4 tafels, 1 zonder")
        assert session_of(app.dossier).tables == 5
        assert list(stored(meeting, "answers").values())[-1]["table"] == 5


async def test_answers_are_corrected_and_joined_in_one_line(meeting: Path) -> None:
    """The others keep their numbers, and a table that votes for 10 or for 11 then votes for the same answer."""
    app = app_on(meeting, Place.EVALUATIE)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, "right", "right", "tab")
        wall(app).list.action_edge(0)
        await pilot.press("enter")
        await at_every_size(app, pilot, "wijzig 10 ›")
        assert wall(app).entry.value == "1: Eerste [idee]"
        await typed(app, pilot, "3: Beter idee")
        answer = next(one for one in stored(meeting, "answers").values() if one["text"] == "Beter idee")
        assert answer["table"] == 3
        await pilot.press("tab", "home", "J")
        assert "10 hoort bij ›" in seen(app)
        await typed(app, pilot, "11=99")
        assert "Antwoord 99 is er niet" in seen(app)
        await pilot.press("escape")
        await typed(app, pilot, "11")
        assert "tafel 2+3" in seen(app)
        assert "Beter idee" not in seen(app)
        assert "12 Derde idée" in seen(app), "what was 12 stays 12"
        await typed(app, pilot, "4: Nieuw")
        assert "13 Nieuw" in seen(app)
        await typed(app, pilot, "13=12")
        assert "Nieuw" not in seen(app)
        await pilot.press("right")
        await typed(app, pilot, "10 12 13", "12 12 12", "11 11 11", "10 11 12")
        await pilot.press("right")
        votes = {str(one["text"]): one["votes"] for one in stored(meeting, "answers").values() if one.get("ballots")}
        assert votes == {"Tweede ‘idee’": 1 + 3 + 2, "Derde idée": 2 + 3 + 1}
        await pilot.press("x")
        assert "Er is al gestemd." in seen(app), "no number changes after the vote"


async def test_what_was_half_typed_is_there_after_a_kill(meeting: Path) -> None:
    app = app_on(meeting, Place.EVALUATIE)
    async with app.run_test() as pilot:
        await begin(pilot, "right", "right")
        wall(app).entry.value = "2: half een antw"
        wall(app).tick()
    app = app_on(meeting, Place.EVALUATIE)
    async with app.run_test() as pilot:
        await begin(pilot, "enter")
        assert wall(app).entry.value == "2: half een antw"
        await at_every_size(app, pilot, "Dit typte je nog: enter neemt het over, esc wist het.")
        wall(app)._go(WorkshopPosition(wall(app).standing.session, 0, Round.BESLUIT, question=15))
        await pilot.press("b")
        await typed(app, pilot, "aanpassen")
        wall(app).entry.value = "We doen het and"
        wall(app).tick()
    app = app_on(meeting, Place.EVALUATIE)
    async with app.run_test() as pilot:
        await begin(pilot, "enter")
        assert "besluit ›" in seen(app)
        assert wall(app).entry.value == "We doen het and"
        await typed(app, pilot, "We doen het anders", "", "later")
        assert list(stored(meeting, "decisions").values())[-1]["text"] == "We doen het anders"


async def test_typing_ahead_gives_one_answer_per_line(meeting: Path) -> None:
    app = app_on(meeting, Place.EVALUATIE)
    async with app.run_test() as pilot:
        await begin(pilot, "right", "right")
        line = wall(app).entry
        for text in ("1: eerste", "2: tweede"):
            line.value = text
            await line.on_key(Key("enter", None))
        await pilot.pause()
        texts = [str(one["text"]) for one in stored(meeting, "answers").values()][-2:]
        assert texts == ["eerste", "tweede"]


@pytest.mark.parametrize("what", ["hidden", "removed", "session", "moved"])
async def test_an_agenda_that_another_session_changes_never_ends_the_evening(meeting: Path, what: str) -> None:
    app = app_on(meeting, Place.EVALUATIE)
    async with app.run_test() as pilot:
        await begin(pilot, "right", "right")
        session = session_of(app.dossier)
        wall(app)._go(WorkshopPosition(session.id, 2, Round.OPHALEN, 60, question=session.agenda[2].question))
        await pilot.pause()
        wall(app).entry.value = "1: half"
        other = DossierStore.open(meeting, "anja", clock)
        question = other.dossier.of(Question)[session.agenda[2].question or 0]
        if what == "hidden":
            other.apply(changing(other.dossier, question, question.changed(hidden=True)))
        elif what == "removed":
            other.apply(changing(other.dossier, session, session.changed(agenda=session.agenda[:1])))
        elif what == "session":
            other.apply(removing(other.dossier, other.dossier.of(Meeting)[session.id]))
        else:
            other.apply(changing(other.dossier, session, session.changed(agenda=session.agenda[::-1])))
        app.following.poll()
        await pilot.pause()
        if what == "moved":
            assert wall(app).question == app.dossier.of(Question)[question.id]
            assert wall(app).entry.value == "1: half"
        for key in ("tab", "left", "left", "right", "right", "right", "left"):
            await pilot.press(key)
        assert isinstance(app.screen, WorkshopScreen)


async def test_undo_takes_what_stands_on_the_line_before_the_votes_of_a_table(meeting: Path) -> None:
    app = app_on(meeting, Place.EVALUATIE)
    async with app.run_test() as pilot:
        await begin(pilot, "right", "right", "right")
        await typed(app, pilot, "10 10 10", "99 10 10")
        assert "Deze stemmen kloppen niet" in seen(app)
        for keys, turn, line in ((), 2, "99 10 10"), (("z",), 2, ""), (("z",), 1, ""):
            await pilot.press(*keys)
            assert (wall(app).moment.turn, wall(app).entry.value) == (turn, line)


async def test_a_table_is_named_to_correct_its_votes_and_nobody_is_overwritten(meeting: Path) -> None:
    app = app_on(meeting, Place.EVALUATIE)
    async with app.run_test() as pilot:
        await begin(pilot, "right", "right", "right")
        await typed(app, pilot, "10 10 10", "11 11 11")
        await pilot.press("left", "right")
        assert "tafel 3 \u203a" in seen(app)
        await typed(app, pilot, "12 12 12", "12 12 12", "10 10 10")
        assert "Alle stemmen zijn binnen" in seen(app)
        taken_back = [PhoneBallot(wall(app).standing.question or 0, 4, {})]
        app.changes.apply(change_of_entries(app.dossier, wall(app).moment.walk.session, taken_back), by="telefoons")
        wall(app).show()
        assert "Alle stemmen zijn binnen" not in seen(app), "as table 4 has to vote again"
        assert "3 nummers van antwoorden" in seen(app)
        on_phone = [PhoneBallot(wall(app).standing.question or 0, 4, {wall(app).moment.answers[-1].id: 3})]
        app.changes.apply(change_of_entries(app.dossier, wall(app).moment.walk.session, on_phone), by="telefoons")
        wall(app).show()
        assert "Alle stemmen zijn binnen; → toont de uitslag." in seen(app), "also when the last came from a phone"
        await typed(app, pilot, "4: 11 11 11")
        await pilot.press("right")
        votes = [one["votes"] for one in stored(meeting, "answers").values() if "id" in str(one["text"])][-3:]
        assert votes == [3, 6, 3]


async def test_secret_votes_are_nowhere_to_be_seen_before_the_result(meeting: Path) -> None:
    app = app_on(meeting, Place.EVALUATIE)
    async with app.run_test() as pilot:
        await begin(pilot, "right", "right", "right")
        before = list(app.findings.latest)
        await typed(app, pilot, "10 10 10")
        await typed(app, pilot, "9 9 9")
        assert "Deze stemmen kloppen niet: een nummer is er niet" in seen(app)
        await typed(app, pilot, "10 10")
        assert "Deze stemmen kloppen niet: te weinig nummers" in seen(app)
        assert wall(app).entry.value == "10 10", "behind dots, to be completed"
        await pilot.pause()
        assert list(app.findings.latest) == before
        assert all(not one["votes"] for one in stored(meeting, "answers").values() if one.get("ballots"))


@pytest.mark.parametrize(
    ("typed", "table"),
    [
        ({"back": "goal", "name": "Meer meisjes"}, "goals"),
        ({"back": "speerpunt", "theme": 1, "name": "Meer meisjes"}, "speerpunten"),
        ({"back": "milestone", "due": "2027-06-30", "name": "Meer meisjes"}, "milestones"),
        ({"back": "action", "owner": "Anja", "name": "Meer meisjes"}, "actions"),
        ({"back": "existing", "existing": "goals/1"}, "goals"),
        ({"back": "not", "why_not": "Te duur"}, ""),
        ({"back": "open"}, ""),
    ],
    ids=lambda value: str(value)[:20],
)
def test_a_decision_comes_back_in_one_step_linked_both_ways(meeting: Path, typed: dict[str, Any], table: str) -> None:
    store = DossierStore.open(meeting, "jan", clock)
    answer = next(one for one in store.dossier.of(Answer).values() if one.text == "Derde idée")
    entry = {"kind": "behouden", "text": "Dit gaan we doen", "why": "Het werkt", **typed}
    store.apply(decision_change(store.dossier, answer, entry, TODAY))
    decision = store.dossier.of(Decision)[store.dossier.of(Answer)[answer.id].decision or 0]
    assert (decision.text, decision.why_not) == ("Dit gaan we doen", typed.get("why_not", ""))
    assert [ref.table for ref in decision.becomes] == ([table] if table else [])
    assert all(store.dossier.get(ref) for ref in decision.becomes)
    if "name" in typed:
        assert "Meer meisjes" in store.dossier.caption(decision.becomes[0])
    store.undo()
    assert store.dossier.of(Answer)[answer.id].decision is None


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"back": "existing"}, "Wat er al is"),
        ({"back": "not"}, "waarom"),
        ({"back": "speerpunt", "name": "Meer"}, "Thema"),
        ({"back": "goal"}, "Naam van het nieuwe doel’ in hoe het heet"),
        ({"back": "open", "why_not": "Te duur"}, "Bij ‘Waarom niet’ staat iets"),
        ({"back": "existing", "existing": "goals/1", "why_not": "Te duur"}, "is ‘iets dat er al is’"),
        ({"back": "goal", "name": "Meer", "owner": "Anja"}, "Bij ‘Eigenaar’ staat iets"),
        ({"back": "not", "why_not": "Te duur", "due": "2027-06-30"}, "Bij ‘Klaar op’ staat iets"),
        ({"back": "open", "name": "Meer"}, "Bij ‘Naam van het nieuwe’ staat iets"),
    ],
)
def test_a_decision_that_lacks_something_is_explained(meeting: Path, typed: dict[str, Any], words: str) -> None:
    dossier = dossier_of(meeting)
    entry = {"kind": "behouden", "text": "Dit", **typed}
    with pytest.raises(NotSavedError, match=words):
        decision_change(dossier, next(iter(dossier.of(Answer).values())), entry, TODAY)


async def test_the_longest_question_is_not_cut_on_the_smallest_screen(meeting: Path) -> None:
    store = DossierStore.open(meeting, "jan", clock)
    question = next(one for one in store.dossier.of(Question).values() if one.text == QUESTION)
    words = " ".join(f"woord{number:02}" for number in range(37))
    store.apply(changing(store.dossier, question, question.changed(text=words)))
    app = app_on(meeting, Place.EVALUATIE)
    async with app.run_test(size=(60, 20)) as pilot:
        await begin(pilot, "right")
        assert all(word in seen(app) for word in words.split())
        await pilot.press("right")
        assert all(word in seen(app) for word in words.split())


async def test_a_half_typed_decision_of_place_2_is_there_after_the_session_ended(meeting: Path) -> None:
    app = app_on(meeting, Place.EVALUATIE)
    async with app.run_test(size=(80, 24)) as pilot:
        answer = list(app.dossier.of(Answer).values())[-1]
        assert isinstance(app.screen, EvaluationScreen)
        decide(app.screen, answer)
        await pilot.pause()
        retype(app, "text", "Half besloten")
        form_of(app).take({"back": "milestone"})
        await pilot.pause()
        await pilot.resize_terminal(80, 60)
        await until_seen(app, pilot, "Naam van de nieuwe mijlpaal")
        await pilot.press("ctrl+q")
    with_dead_owner(meeting)
    app = app_on(meeting, Place.OVERZICHT)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_seen(app, pilot, "Verder met wat je typte?", "Besluit over: Derde idée", "Half besloten")
        await pilot.press("enter")
        await until_seen(app, pilot, "Besluit over: Derde idée", "Half besloten")
        form_of(app).take({"kind": "aanpassen"})
        retype(app, "name", "Stages geregeld")
        await pilot.press("ctrl+s")
        await until_seen(app, pilot, "Stages geregeld")
        assert list(stored(meeting, "decisions").values())[-1]["text"] == "Half besloten"


def test_a_clock_that_is_asked_late_tells_all_seconds() -> None:
    times = iter([100.0, 100.98, 102.04, 105.9, 106.0])
    watch = Stopwatch(lambda: next(times))
    assert [watch.passed() for _ in range(4)] == [1, 1, 4, 0]


async def test_seconds_in_which_nothing_ticked_count(meeting: Path) -> None:
    app = app_on(meeting, Place.EVALUATIE)
    async with app.run_test() as pilot:
        await begin(pilot, "right", "right")
        standing = wall(app).standing
        wall(app).standing = replace(standing, seconds=603, spent=57, running=True)
        wall(app).tick(5)
        await pilot.pause()
        assert (wall(app).standing.seconds, wall(app).standing.spent) == (598, 62)
        wall(app).tick(599)
        await pilot.pause()
        assert "De tijd is om." in seen(app)
        assert (wall(app).standing.seconds, wall(app).standing.running) == (0, False)
