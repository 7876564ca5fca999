"""The eight steps of Overzicht: what each counts, worked out by hand, and the list that enter opens."""

import re
from datetime import date
from pathlib import Path

import pytest

from sto_tui.content.library import steps
from sto_tui.domain.dossier import Dossier, list_of
from sto_tui.domain.evaluation import Answer, Question, QuestionKind, QuestionPart, Score
from sto_tui.domain.learning import Lesson
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.parties import Involvement, Party, PartyKind, PartyStatus
from sto_tui.domain.plan import Goal, Speerpunt, Support, SupportState, Tag, Theme
from sto_tui.domain.record import Ref
from sto_tui.domain.vision import VisionSection
from sto_tui.places import Place
from sto_tui.planning.checks.finding import findings
from sto_tui.planning.checks.steps import StepState, step_errors, step_states
from sto_tui.planning.new_dossier import new_dossier
from sto_tui.screens.frame.list_place import PlaceScreen
from sto_tui.screens.overview.home_rows import Room, step_rows
from sto_tui.screens.overview.screen import deadline_rows
from sto_tui.widgets.record_list import _as_runs
from tests.support.by_hand import app_of
from tests.support.screens import app_on, place_of, place_with_lists, seen, until, until_seen
from tests.support.small_plan import TODAY, empty_plan, whole_plan, with_records

USUAL = Room(80, 16)


def state_of(dossier: Dossier, key: str) -> StepState:
    return next(state for step, state in zip(steps(), step_states(dossier), strict=True) if step.key == key)


def asks(number: int, part: QuestionPart, kind: QuestionKind = QuestionKind.SCALE, *, hidden: bool = False) -> Question:
    return Question(id=number, order=number, part=part, text="Vraag", kind=kind, hidden=hidden)


FACTOR, TOGETHER = QuestionPart.SUCCESFACTOREN, QuestionPart.SAMENWERKING
ASKED = with_records(
    empty_plan(),
    asks(1, QuestionPart.SUCCESSEN, QuestionKind.OPEN),
    asks(2, QuestionPart.SUCCESSEN, QuestionKind.OPEN),
    asks(3, TOGETHER),
    asks(4, FACTOR),
    asks(5, FACTOR),
    asks(6, FACTOR),
    asks(7, FACTOR, hidden=True),
    Answer(id=1, question=2, text="Het lab"),
    Score(id=1, statement=3, value=4),
    Score(id=2, statement=5, value=2),
)
# Two parties take part of three; the fourth stopped.
PARTIES = with_records(
    empty_plan(),
    Party(id=1, name="A", involved_in=(Involvement.UITVOERING,)),
    Party(id=2, name="B"),
    Party(id=3, name="C", involved_in=(Involvement.EVALUATIE,)),
    Party(id=4, name="D", status=PartyStatus.GESTOPT),
)
VISION = with_records(
    empty_plan(), VisionSection(id=1, section="Aanbod", text="Ja."), VisionSection(id=2, section="Trends", text="  ")
)
# The first has all; the second a year to begin from and no value; the third no year to reach it in.
GOALS = with_records(
    empty_plan(),
    Goal(id=1, number=1, text="A", baseline="80", target="90", target_year=2028),
    Goal(id=2, number=2, text="B", baseline_year=2026, target="10% meer", target_year=2028),
    Goal(id=3, number=3, text="C", baseline="80", target="90"),
)
MILESTONES = with_records(
    empty_plan(),
    Milestone(id=1, number="1", title="A", start=date(2027, 1, 1), due=date(2027, 2, 1)),
    Milestone(id=2, number="2", title="B", due=date(2027, 2, 1)),
)
# One statement scored; of two examples one says what is taken from it.
LEARNED = with_records(
    empty_plan(),
    Question(id=1, part=QuestionPart.SUCCESFACTOREN, kind=QuestionKind.SCALE, text="Vraag"),
    Score(id=1, statement=1, value=4),
    Lesson(id=1, title="Lab", lesson="Begin klein."),
    Lesson(id=2, title="Bus", lesson=" "),
)
# Of the subjects of the regulation only po is dealt with; lob is none of them.
WITHOUT_SUBJECT = with_records(
    empty_plan(),
    Theme(id=1, number=1, title="A"),
    Speerpunt(id=1, theme=1, number="1.1", title="A", tags=(Tag.PO,)),
    Speerpunt(id=2, theme=1, number="1.2", title="B", tags=(Tag.LOB,)),
)
SUPPORT = with_records(empty_plan(), Support(id=1, question="A", state=SupportState.ASKED), Support(id=2, question="B"))


@pytest.mark.parametrize(
    ("plan", "key", "done", "total", "phrase", "ref"),
    [
        (PARTIES, "parties", 2, 3, "2 van 3 partijen", Ref("parties", 2)),
        (ASKED, "evaluation", 2, 3, "2 van 3 vragen", Ref("questions", 1)),
        (ASKED, "learning", 1, 4, "1 van 4 factoren en lessen", list_of("lessons")),
        (LEARNED, "learning", 2, 3, "2 van 3 factoren en lessen", Ref("lessons", 2)),
        (VISION, "vision", 1, 2, "1 van 2 onderdelen", Ref("vision", 2)),
        (GOALS, "goals", 1, 3, "1 van 3 doelen meetbaar", Ref("goals", 2)),
        (MILESTONES, "schedule", 1, 2, "1 van 2 mijlpalen", Ref("milestones", 2)),
        (SUPPORT, "support", 1, 2, "1 van 2 vragen gesteld", Ref("support", 2)),
        (whole_plan(), "regulation", 6, 6, "6 van 6 onderwerpen", list_of("speerpunten")),
    ],
)
def test_a_step_counted_by_hand(plan: Dossier, key: str, done: int, total: int, phrase: str, ref: Ref) -> None:
    state = state_of(plan, key)
    assert (state.done, state.total, state.phrase, state.ref) == (done, total, phrase, ref)
    number = [step.key for step in steps()].index(key)
    assert step_rows(plan, (), USUAL)[number].cells[0][-1] == (phrase, "text")


@pytest.mark.parametrize(
    ("plan", "key", "next_act", "open_numbers"),
    [
        (PARTIES, "parties", "Kies waaraan B meedoet.", [2]),
        (LEARNED, "learning", "Schrijf bij ‘Bus’ op wat jullie ervan meenemen.", [2]),
        (WITHOUT_SUBJECT, "regulation", "Kies bij een speerpunt het label mbo.", [2]),
        (ASKED, "learning", "Voeg bij 4 Plan, Leren van anderen, een voorbeeld of uitwisseling toe.", []),
        (GOALS, "goals", "Geef doel 2 een beginwaarde, een streefwaarde en een jaar.", [2, 3]),
        (MILESTONES, "schedule", "Geef mijlpaal 2 een begin en een einde.", [2]),
        (SUPPORT, "support", "Stel de vraag ‘B’ aan de ondersteuners.", [2]),
        (whole_plan(), "regulation", "Deze stap is gedaan.", []),
        (empty_plan(), "goals", "Voeg bij 4 Plan het eerste doel toe.", []),
    ],
)
def test_what_comes_next_in_a_step(plan: Dossier, key: str, next_act: str, open_numbers: list[int]) -> None:
    state = state_of(plan, key)
    assert (state.next_act, [ref.id for ref in state.open]) == (next_act, open_numbers)


def test_nothing_yet_is_said_of_each_step() -> None:
    assert [state.phrase for state in step_states(empty_plan())] == [
        "nog geen partijen",
        "nog geen vragen",
        "nog geen onderdelen",
        "nog geen doelen",
        "nog geen lessen",
        "nog geen mijlpalen",
        "nog 6 onderwerpen, zoals po",
        "nog geen vragen",
    ]


@pytest.mark.parametrize(
    ("left_out", "phrase"),
    [
        ({Tag.PO}, "nog open: po"),
        ({Tag.BEDRIJVEN}, "nog open: bedrijven"),
        ({Tag.GELIJKE_KANSEN}, "nog open: gelijke kansen"),
        ({Tag.KLIMAAT, Tag.MBO}, "nog 2 onderwerpen, zoals mbo"),
    ],
)
def test_subjects_that_are_missing(left_out: set[Tag], phrase: str) -> None:
    """Of six subjects one or two are touched by no speerpunt."""
    speerpunt = whole_plan().of(Speerpunt)[1]
    plan = with_records(
        whole_plan(), speerpunt.changed(tags=tuple(tag for tag in speerpunt.tags if tag not in left_out))
    )
    state = state_of(plan, "regulation")
    assert (state.done, state.phrase) == (6 - len(left_out), phrase)


def test_the_mark_of_a_step_is_what_was_found_there() -> None:
    """Goals B and C have no target: two errors. A subject without a speerpunt is to be looked up: no error."""
    goals = [Goal(id=number, number=number, text=text) for number, text in ((1, "B"), (2, "C"))]
    speerpunt = whole_plan().of(Speerpunt)[1].changed(tags=(Tag.MBO,))
    plan = with_records(whole_plan(), *goals, speerpunt)
    found = findings(plan, TODAY)
    missing = {one.ref for one in found if one.check == "goal_without_target"}
    assert missing == {Ref("goals", 1, "target"), Ref("goals", 2, "target")}
    assert step_errors(plan, found)[3] == 2
    assert step_errors(plan, found)[6] == 0
    right = [row.cells[1] for row in step_rows(plan, found, USUAL)]
    assert (right[3], right[6]) == (("! 2 fouten", "error"), ("", "text"))


async def test_almere_has_two_errors_at_its_goals_and_none_at_the_regulation(almere: Path) -> None:
    """Goals 4 and 5 of Almere have no target; no goal has a start value, so none can be measured."""
    app = app_on(almere)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        lines = seen(app).splitlines()
    goals, regulation = (next(line for line in lines if title in line) for title in ("4 Ambitie", "7 Aansluiten"))
    assert ("0 van 5 doelen meetbaar" in goals, "! 2 fouten" in goals) == (True, True)
    assert "!" not in regulation


async def test_enter_on_a_step_opens_the_list_that_it_counts(almere: Path) -> None:
    """No goal of Almere can be measured; step 7 counts speerpunten, step 8 asks for support."""
    app = app_on(almere)
    async with app.run_test(size=(80, 24)) as pilot:
        for number, table, record in (
            (0, "parties", 1),
            (3, "goals", 1),
            (6, "speerpunten", None),
            (7, "support", None),
        ):
            app.going.open_place(Place.OVERZICHT)
            await pilot.pause()
            place_of(app).main.move_to(number)
            await pilot.press("enter")
            await pilot.pause()
            await pilot.pause()
            place = place_of(app)
            assert isinstance(place, PlaceScreen)
            assert place.section.table == table
            assert record is None or place.current_ref == Ref(table, record)


async def test_a_step_opens_what_is_open_in_it_and_a_key_leads_back(tmp_path: Path) -> None:
    """Of three goals the second and third are not measurable: enter shows those two, esc all, 0 goes back."""
    app = app_of(tmp_path / "a.sto.json", GOALS, Place.OVERZICHT)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        place_of(app).main.move_to(3)
        await pilot.press("enter")
        await until_seen(app, pilot, "2 nog niet meetbaar; esc toont alles")
        assert place_with_lists(app).list.row_count == 2
        await pilot.press("escape")
        assert place_with_lists(app).list.row_count == 3
        await pilot.press("0")
        await until(pilot, lambda: place_of(app).place is Place.OVERZICHT)
        assert place_with_lists(app).list.cursor == 3
        await pilot.press("0")
        await until_seen(app, pilot, "niets om naar terug te gaan")


async def test_the_step_about_the_planning_shows_the_milestones_without_dates(tmp_path: Path) -> None:
    """Of two milestones the second has no begin: the timeline shows that one, and esc both."""
    app = app_of(tmp_path / "a.sto.json", MILESTONES, Place.OVERZICHT)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        place_of(app).main.move_to(5)
        await pilot.press("enter")
        await until_seen(app, pilot, "1 zonder begin of einde; esc toont alles")
        assert place_of(app).main.row_count == 2, "the head of its group, and the milestone"
        assert place_of(app).current_ref == Ref("milestones", 2)
        await pilot.press("escape")
        assert place_of(app).main.row_count == 3


async def test_phrases_of_the_steps_fit(small: Path) -> None:
    app = app_on(small)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "nog 6 onderwerpen, zoals po" in seen(app)
        assert "0 van 9 factoren en lessen" in seen(app)
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert "0 van 9 factoren en lessen" in seen(app)


async def test_every_step_of_a_new_dossier_has_a_bar_and_every_deadline_its_year(tmp_path: Path) -> None:
    app = app_of(tmp_path / "a.sto.json", new_dossier("Proefland", "2027-2028"), Place.OVERZICHT)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        shown = seen(app).splitlines()
    bars = [line for line in shown if "□□□□□□□□□□" in line]
    assert len(bars) == 8, shown
    rows = deadline_rows(new_dossier("Proefland", "2027-2028"), date(2026, 9, 3))
    days = ["".join(text for text, _ in _as_runs(row.cells[0])) for row in rows if row.key]
    assert days
    assert all(re.fullmatch(r"\d\d-\d\d-\d{4}", day) for day in days), days


async def test_enter_on_the_step_of_learning_without_anything_learned_opens_its_list(almere: Path) -> None:
    """Almere has no question and no example at all: enter on step 5 opens the list in which one is added."""
    app = app_on(almere)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        place_of(app).main.move_to(4)
        await pilot.press("enter")
        await pilot.pause()
        assert place_of(app).place is Place.PLAN
        assert "Leren van anderen" in seen(app)


async def test_all_that_a_chapter_lacks_stands_in_full_under_the_chapters(almere: Path) -> None:
    """The row of the regiovisie has room for half of its first point; the inleiding lacks nothing."""
    app = app_on(almere, Place.CONCEPT)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("tab")
        for row, told in ((3, True), (1, False)):
            place_of(app).main.move_to(row)
            place_of(app).show_detail()
            await pilot.pause()
            assert ("Ontbreekt nog: onderdelen van de regiovisie;" in seen(app)) is told


def test_the_first_step_is_not_done_while_those_that_are_asked_for_lack() -> None:
    """All three parties take part in something; there is one vmbo school, and no mbo, company or po."""
    done = with_records(PARTIES, Party(id=2, name="B", kind=PartyKind.VMBO, involved_in=(Involvement.UITVOERING,)))
    state = state_of(done, "parties")
    assert (state.done, state.phrase, state.is_done) == (3, "3 van 3 partijen", False)
    assert "mee." in state.next_act
