"""The way through an evening, how long each round takes, and what a typed line becomes; worked out by hand."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from sto_tui.documents.word import DraftOptions, build
from sto_tui.domain.change import Change
from sto_tui.domain.evaluation import (
    Action,
    AgendaItem,
    Answer,
    AnswerKind,
    Ballot,
    Meeting,
    Question,
    QuestionKind,
    QuestionPart,
    Score,
)
from sto_tui.domain.plan import Goal, GoalOutcome
from sto_tui.domain.record import LINE_LIMIT, TEXT_LIMIT, Record, Ref
from sto_tui.domain.region import PlanPeriod
from sto_tui.planning.checks.finding import findings
from sto_tui.planning.evaluation.looking_back import goals_looked_back_at
from sto_tui.planning.evaluation.results import AgendaPoint, agenda_of
from sto_tui.planning.evaluation.typed_changes import (
    action_change,
    answer_change,
    ballot_change,
    ballot_of,
    goal_change,
    reveal_change,
    score_change,
    value_change,
)
from sto_tui.planning.evaluation.workshop import Round, Walk, WorkshopPosition, standing_of, walk_of
from tests.support.by_hand import dossier_with, tables_of

TODAY = date(2026, 9, 3)
OPEN = Question(id=1, part=QuestionPart.SUCCESSEN, text="Wat ging goed?")
SCALE = Question(id=2, part=QuestionPart.BORGING, text="Wij gaan door.", kind=QuestionKind.SCALE)
GOALS = Question(id=3, part=QuestionPart.DOELEN, text="Doelen gehaald?", kind=QuestionKind.GOAL_BY_GOAL)
HIDDEN = Question(id=4, part=QuestionPart.DOELEN, text="Niet vandaag", hidden=True)
EVENING = Meeting(
    id=1,
    title="Avond",
    tables=4,
    agenda=(
        AgendaItem(id=1, title="Welkom", minutes=15),
        AgendaItem(id=2, question=1, minutes=10),
        AgendaItem(id=3, question=4, minutes=10),
        AgendaItem(id=4, question=9, minutes=10),
        AgendaItem(id=5, question=2, minutes=4),
    ),
)
EMPTY = Meeting(id=2, title="Zonder agenda")
PLAN = dossier_with(OPEN, SCALE, GOALS, HIDDEN, EVENING, EMPTY)
THREE_PERIODS = [
    PlanPeriod(id=id, label=f"{year}-{year + 1}", start=date(year, 1, 1), end=date(year + 1, 12, 31), current=id == 3)
    for id, year in ((1, 2023), (2, 2025), (3, 2027))
]
NO_QUESTIONS = dossier_with(Meeting(id=1, title="Niets"))

# Welcome, a point of the agenda, thinking, collecting, voting, its result, effect, effort, the four fields, deciding,
# actions, and the end.
W, P, N, C, S, R, E, M, V, B, A, Z = Round


def test_the_agenda_leaves_out_what_is_hidden_or_gone() -> None:
    assert agenda_of(PLAN, EVENING) == [
        AgendaPoint(None, "Welkom", 15),
        AgendaPoint(1, "Wat ging goed?", 10),
        AgendaPoint(2, "Wij gaan door.", 4),
    ]
    all_of_them = [AgendaPoint(3, "Doelen gehaald?", 10), AgendaPoint(1, "Wat ging goed?", 10)]
    assert agenda_of(PLAN, EMPTY) == agenda_of(PLAN, None) == [*all_of_them, AgendaPoint(2, "Wij gaan door.", 10)]
    assert agenda_of(NO_QUESTIONS, NO_QUESTIONS.of(Meeting)[1]) == []


@pytest.mark.parametrize(
    ("minutes", "seconds"),
    # Thinking and voting a quarter each, in quarters of a minute: 7 is 420, of which 105; three and five at the most.
    [
        (1, (15, 30, 15)),
        (4, (60, 120, 60)),
        (7, (105, 210, 105)),
        (10, (150, 300, 150)),
        (13, (180, 405, 195)),
        (60, (180, 3120, 300)),
    ],
)
def test_the_minutes_of_a_point_are_those_of_its_whole_question(minutes: int, seconds: tuple[int, int, int]) -> None:
    walk = Walk(PLAN, EVENING, [AgendaPoint(1, "Wat ging goed?", minutes)])
    assert tuple(walk.seconds_of(0, one) for one in (N, C, S)) == seconds
    assert sum(seconds) == minutes * 60
    assert [walk.seconds_of(0, one) for one in (R, E, B, A)] == [0, 0, 0, 0]


def at(point: int, round: Round, seconds: int = 0, **more: Any) -> WorkshopPosition:
    questions = {0: None, 1: 1, 2: 2}
    values: dict[str, Any] = {"session": 1, "running": round in (P, N, C, S), "question": questions[point], **more}
    return replace(WorkshopPosition(point=point, round=round, seconds=seconds), **values)


WAY = [
    at(0, P, 15 * 60),
    at(1, N, 150),
    at(1, C, 300),
    at(1, S, 150),
    *(at(1, one) for one in (R, E, M, V, B, A)),
    at(2, N, 60),
    at(2, C, 180),
    at(2, R),
    at(2, A),
]


def test_every_step_of_an_evening_forth_and_back() -> None:
    walk = walk_of(PLAN, 1)
    standing = WorkshopPosition(session=1)
    found = []
    for _ in WAY:
        standing = walk.next(standing)
        found.append(standing)
    assert found == WAY
    end = walk.next(standing)
    assert end == at(2, Z, running=False)
    assert walk.next(end) == end
    back = []
    for _ in WAY:
        end = walk.previous(end)
        back.append(end)
    assert back == WAY[::-1]
    begin = walk.previous(end)
    assert begin == at(0, W, running=False)
    assert walk.previous(begin) == begin


@pytest.mark.parametrize(
    ("standing", "skipped", "next_point"),
    [
        (at(0, P), (1, N), (1, N)),
        (at(1, N), (1, C), (2, N)),
        (at(1, S), (1, E), (2, N)),
        (at(1, R), (1, E), (2, N)),
        (at(1, E), (1, B), (2, N)),
        (at(1, V), (1, B), (2, N)),
        (at(1, B), (1, A), (2, N)),
        (at(1, A), (2, N), (2, N)),
        (at(2, A), (2, Z), (2, Z)),
    ],
)
def test_skipping_a_round_or_a_point(
    standing: WorkshopPosition, skipped: tuple[int, Round], next_point: tuple[int, Round]
) -> None:
    walk = walk_of(PLAN, 1)
    after, point = walk.skip(standing), walk.next_point(standing)
    assert ((after.point, after.round), (point.point, point.round)) == (skipped, next_point)
    assert point.round is not Z or (point.seconds, point.running) == (0, False)


def test_only_voting_and_the_four_fields_can_be_skipped_with_one_key() -> None:
    assert [one for one in Round if one.optional] == [S, R, E, M, V]


def test_an_evening_without_an_agenda_goes_from_the_welcome_to_the_end_and_back() -> None:
    walk = walk_of(NO_QUESTIONS, 1)
    end = walk.next(WorkshopPosition(session=1))
    assert end.round is Z
    assert walk.previous(end).round is W
    assert walk.settled(at(1, C, 30)) == WorkshopPosition(1, 0, Z, question=1)


def test_which_question_is_on_the_wall() -> None:
    walk = walk_of(PLAN, 1)
    found = [walk.question_of(one) for one in (at(0, P), at(1, N), at(2, A), at(1, W), at(1, Z))]
    assert found == [None, OPEN, SCALE, None, None]
    assert walk.question_of(WorkshopPosition(point=3, round=C)) is None


@pytest.mark.parametrize(
    ("standing", "expected"),
    [
        pytest.param(at(1, C, 30), at(1, C, 30), id="as it was"),
        pytest.param(at(1, C, 30, question=None), at(1, C, 30), id="an old standing without a question"),
        pytest.param(at(0, C, 30, question=2), at(2, C, 30), id="its question moved to the end"),
        pytest.param(at(2, C, 30, question=1), at(1, C, 30), id="its question moved forward"),
        pytest.param(at(1, C, 30, question=9), at(1, N, 150), id="its question is gone: the next begins"),
        pytest.param(
            WorkshopPosition(1, 3, C, 30, running=True, question=9),
            WorkshopPosition(1, 2, Z, 0, running=False, question=9),
            id="its question is gone and was the last",
        ),
        pytest.param(
            WorkshopPosition(1, 3, C, 30, running=True, question=None),
            WorkshopPosition(1, 2, Z, 0, running=False, question=None),
            id="beyond the end",
        ),
        pytest.param(WorkshopPosition(7, 0, W), WorkshopPosition(1, 0, W), id="welcome"),
        pytest.param(WorkshopPosition(7, 2, Z), WorkshopPosition(1, 2, Z), id="end"),
    ],
)
def test_a_workshop_goes_on_when_another_changes_the_agenda(
    standing: WorkshopPosition, expected: WorkshopPosition
) -> None:
    assert walk_of(PLAN, 1).settled(standing) == expected


def test_a_workshop_goes_on_without_its_meeting() -> None:
    walk = walk_of(PLAN, 9)
    assert [point.question for point in walk.agenda] == [3, 1, 2]
    assert walk_of(PLAN, None) == walk
    assert walk.settled(WorkshopPosition(9, 0, W)).session is None
    assert walk.settled(WorkshopPosition(9, 1, C, 30, question=1)) == WorkshopPosition(None, 1, C, 30, question=1)


@pytest.mark.parametrize(
    ("stored", "standing"),
    [
        (
            {"session": None, "point": -2, "round": "stemmen", "seconds": -9},
            WorkshopPosition(None, 0, Round.STEMMEN, 0),
        ),
        (
            {"session": "3", "point": "1", "round": "ophalen", "seconds": 1, "question": "5"},
            WorkshopPosition(3, 1, C, 1, False, 5),
        ),
        ({"session": 3, "point": 1, "round": "dansen", "seconds": 1}, None),
        ({"session": 3, "point": [], "round": "ophalen", "seconds": 1}, None),
        ({"session": 3, "point": 1, "round": "ophalen"}, None),
    ],
)
def test_what_was_stored_is_read_or_passed_over(stored: dict[str, object], standing: WorkshopPosition | None) -> None:
    assert standing_of(stored) == standing


# What a typed line becomes.


def after_of(change: Change) -> list[Record | None]:
    return [edit.after for edit in change.edits]


def test_an_answer_is_of_a_kind_by_the_part_of_its_question_and_of_a_table() -> None:
    better = OPEN.model_copy(update={"part": QuestionPart.VERBETERPUNTEN})
    for question, kind in ((OPEN, AnswerKind.SUCCES), (better, AnswerKind.VERBETERPUNT), (SCALE, AnswerKind.OPMERKING)):
        (found,) = after_of(answer_change(PLAN, question, EVENING, "3: Ouders kwamen mee"))
        assert isinstance(found, Answer)
        assert (found.text, found.table, found.session, found.kind) == ("Ouders kwamen mee", 3, 1, kind)
    (found,) = after_of(answer_change(PLAN, OPEN, None, "99: zonder bijeenkomst"))
    assert isinstance(found, Answer)
    assert (found.table, found.session) == (99, None)


@pytest.mark.parametrize("length", [TEXT_LIMIT, TEXT_LIMIT + 1])
def test_the_longest_answer(length: int) -> None:
    if length == TEXT_LIMIT:
        assert len(after_of(answer_change(PLAN, OPEN, None, "a" * length))) == 1
    else:
        with pytest.raises(ValueError, match="teken"):
            answer_change(PLAN, OPEN, None, "a" * length)


SCORED = dossier_with(
    SCALE,
    EVENING,
    Score(id=1, statement=2, value=1, session=1, table=1),
    Score(id=2, statement=2, value=2, session=1, table=1),
    Score(id=3, statement=2, value=3, table=1),
    Score(id=4, statement=2, value=4, session=1, table=1, party=1),
    Score(id=5, statement=2, value=5, session=1, table=2),
)


def test_scores_replace_the_last_of_the_same_table_and_meeting() -> None:
    change = score_change(SCORED, SCALE, EVENING, "1: 5  2: 5; 4:1")
    assert change.label == "Scores van tafel 1, 2, 4"
    found = [one for one in after_of(change) if isinstance(one, Score)]
    # Table 1 had a 2 as its last score, table 2 has a five already, table 4 has none.
    assert [(one.id, one.table, one.value, one.session) for one in found] == [(2, 1, 5, 1), (-3, 4, 1, 1)]
    (alone,) = after_of(score_change(SCORED, SCALE, None, "1: 1"))
    assert isinstance(alone, Score)
    assert (alone.id, alone.value, alone.session) == (3, 1, None)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Typ per tafel een score, bijvoorbeeld 1: 4  2: 3."),
        ("1: 4 en 2: 3", "Typ per tafel een score, bijvoorbeeld 1: 4  2: 3."),
        ("1: 4  1: 3", "Een tafel staat er twee keer; geef elke tafel één score."),
        ("1: 4  01: 3", "Een tafel staat er twee keer; geef elke tafel één score."),
        ("3: 0", "Een score gaat van 1 tot en met 5; bij tafel 3 staat 0."),
        ("3: 6", "Een score gaat van 1 tot en met 5; bij tafel 3 staat 6."),
        ("5: 3", "Tafel 5 is er niet; kies tafel 1 tot en met 4."),
    ],
)
def test_scores_that_are_not_right_are_explained(typed: str, sentence: str) -> None:
    with pytest.raises(ValueError, match="^" + sentence.replace(".", r"\.") + "$"):
        score_change(SCORED, SCALE, EVENING, typed)


@pytest.mark.parametrize(
    ("typed", "outcome", "why"),
    [
        ("2: gehaald", "gehaald", "Eerst dit."),
        ("2 : GEHAALD", "gehaald", "Eerst dit."),
        ("2: niet gehaald, omdat de bus niet reed.", "niet", "de bus niet reed"),
        ("2: deels want\nde kasten", "deels", "de kasten"),
    ],
)
def test_how_far_a_goal_was_reached(typed: str, outcome: str, why: str) -> None:
    plan = dossier_with(
        *THREE_PERIODS,
        Goal(id=1, number=1, text="Een", periods=(2,)),
        Goal(id=2, number=2, text="Twee", why="Eerst dit.", periods=(2,)),
    )
    (found,) = after_of(goal_change(plan, typed))
    assert isinstance(found, Goal)
    assert (found.id, found.outcome, found.why) == (2, outcome, why)
    with pytest.raises(ValueError, match=r"Doel 3 is er niet; kies uit 1, 2\."):
        goal_change(plan, "3: niet")
    with pytest.raises(ValueError, match=r"Er zijn geen doelen van een eerdere planperiode om op terug te kijken\."):
        goal_change(dossier_with(), "3: niet")


def test_the_goals_of_the_last_period_are_looked_back_at() -> None:
    """Doel 1 of 2023-2024, of 2025-2026, of 2027-2028 and without a period: the second is meant."""
    goals = [
        Goal(id=id, number=1, text=f"Doel {id}", periods=(period,) if period else ())
        for id, period in enumerate((1, 2, 3, None), 1)
    ]
    plan = dossier_with(*THREE_PERIODS, *goals)
    (found,) = after_of(goal_change(plan, "1: gehaald"))
    assert found
    assert found.id == 2
    assert [goal.id for goal in goals_looked_back_at(plan)] == [2]
    # Of two that overlap the one that ended last is meant, and not the one that began last.
    long = PlanPeriod(id=1, label="2023-2026", start=date(2023, 1, 1), end=date(2026, 12, 31))
    short = PlanPeriod(id=2, label="2025", start=date(2025, 1, 1), end=date(2025, 12, 31))
    assert [goal.id for goal in goals_looked_back_at(dossier_with(long, short, THREE_PERIODS[2], *goals))] == [1]
    first = dossier_with(THREE_PERIODS[2], *goals[2:])
    with pytest.raises(ValueError, match="geen doelen van een eerdere planperiode"):
        goal_change(first, "1: gehaald")
    # Doel 1 of this plan and the one without a period are both of this plan; of an earlier one it may be the same.
    same = [(one.check, one.ref) for one in findings(plan, TODAY) if one.check.startswith("same_number")]
    assert same == [("same_number_plan", Ref("goals", 4, "number"))]


def test_chapter_two_lists_every_goal_that_is_looked_back_at() -> None:
    """Of 2025-2026 one is known and one is asked for; the plan of 2025-2026 looked back at 2023-2024."""
    goals = [
        Goal(id=1, number=1, text="Al lang", periods=(1,), outcome=GoalOutcome.NIET),
        Goal(id=2, number=2, text="Nooit verteld", periods=(1,)),
        Goal(id=3, number=1, text="Pas nog", periods=(2,), outcome=GoalOutcome.GEHAALD),
        Goal(id=4, number=2, text="Nog te vertellen", periods=(2,)),
        Goal(id=5, number=1, text="Van dit plan", periods=(3,)),
    ]
    draft = build(dossier_with(*THREE_PERIODS, *goals), DraftOptions(TODAY, "activiteitenplan"))
    table = next(table for table in tables_of(draft.data).values() if table[0] == ["Nr", "Doel", "Gehaald", "Waarom"])
    assert [row[1:3] for row in table[1:]] == [
        ["Pas nog", "gehaald"],
        ["Nog te vertellen", "[Nog in te vullen: in hoeverre doel 2 is gehaald]"],
    ]
    assert "in hoeverre doel 2 is gehaald" in [one.hole for one in draft.missing]


def voted(number: int, *ballots: tuple[int, int], votes: int = 0) -> Answer:
    parts = tuple(Ballot(id=place, table=table, votes=many) for place, (table, many) in enumerate(ballots, 1))
    return Answer(id=number, question=1, text=f"Antwoord {number}", ballots=parts, votes=votes)


ANSWERS = (voted(11, (1, 2), (2, 1)), voted(12), voted(13, (2, 3), votes=7))
# On the wall stand the fourth, sixth and seventh answer.
NUMBERS = {11: 4, 12: 6, 13: 7}


def test_the_votes_of_a_table_replace_its_earlier_ones() -> None:
    change = ballot_change(ANSWERS, NUMBERS, 2, "4 4 6", 3)
    found = [one for one in after_of(change) if isinstance(one, Answer)]
    # Table 2 gives two to the first and one to the second; its three for the third are gone, table 1 keeps its two.
    ballots = {one.id: sorted((ballot.table, ballot.votes) for ballot in one.ballots) for one in found}
    assert ballots == {11: [(1, 2), (2, 2)], 12: [(2, 1)], 13: []}
    assert change.label == "Stemmen van tafel 2"
    untouched = ballot_change(ANSWERS, NUMBERS, 3, "6", 1)
    assert [edit.ref.id for edit in untouched.edits] == [12]


@pytest.mark.parametrize(
    ("typed", "table", "tables", "expected"),
    [
        ("1 1 2", 2, 4, (2, "1 1 2")),
        ("3: 1 1 2", 2, 4, (3, " 1 1 2")),
        ("4:1", None, 4, (4, "1")),
        ("1:1", None, 4, (1, "1")),
        ("99: 1", 2, 0, (99, " 1")),
    ],
)
def test_whose_votes_these_are(typed: str, table: int | None, tables: int, expected: tuple[int, str]) -> None:
    assert ballot_of(typed, table, tables) == expected


@pytest.mark.parametrize(
    ("typed", "table", "sentence"),
    [
        ("1 1 2", None, "Alle stemmen zijn binnen; zet de tafel ervoor om te verbeteren, zoals 3: 1 1 2"),
        ("5: 1 1 2", 1, "Tafel 5 is er niet; kies tafel 1 tot en met 4"),
        ("0: 1 1 2", 1, "Tafel 0 is er niet; kies tafel 1 tot en met 4"),
    ],
)
def test_votes_of_no_table_are_explained(typed: str, table: int | None, sentence: str) -> None:
    with pytest.raises(ValueError, match=rf"^{sentence}\.$"):
        ballot_of(typed, table, 4)


def test_the_result_gives_every_answer_its_number_of_votes() -> None:
    found = [(one.id, one.votes) for one in after_of(reveal_change(ANSWERS)) if isinstance(one, Answer)]
    # 2 + 1; the second has none and had none; three ballots, so no longer the seven that were typed.
    assert found == [(11, 3), (13, 3)]
    assert reveal_change((voted(1, votes=7), voted(2))).edits == ()
    old = voted(2, votes=7)
    assert [one.votes for one in after_of(reveal_change((voted(1, (1, 1)), old))) if isinstance(one, Answer)] == [1, 0]


@pytest.mark.parametrize(
    ("axis", "typed", "value", "label"),
    [("impact", "0", 0, "Effect van ‘Antwoord 12’: 0"), ("effort", " 10 ", 10, "Moeite van ‘Antwoord 12’: 10")],
)
def test_effect_and_effort_from_nothing_to_ten(axis: str, typed: str, value: int, label: str) -> None:
    change = value_change(ANSWERS[1], axis, typed)
    assert [getattr(one, axis) for one in after_of(change)] == [value]
    assert change.label == label


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Bel de school", ("Bel de school", "", None)),
        ("Bel de school; Anja", ("Bel de school", "Anja", None)),
        ("Bel de school; Anja; ", ("Bel de school", "Anja", None)),
        ("Bel de school;; 1-3-2027", ("Bel de school", "", date(2027, 3, 1))),
        ("a" * LINE_LIMIT + ";Anja", ("a" * LINE_LIMIT, "Anja", None)),
    ],
)
def test_an_action_with_or_without_owner_and_day(typed: str, expected: tuple[str, str, date | None]) -> None:
    (found,) = after_of(action_change(PLAN, typed, TODAY))
    assert isinstance(found, Action)
    assert (found.text, found.owner, found.due) == expected


@pytest.mark.parametrize("typed", ["a" * (LINE_LIMIT + 1), "Bel; " + "a" * (LINE_LIMIT + 1)])
def test_an_action_that_is_too_long_is_explained(typed: str) -> None:
    with pytest.raises(ValueError, match="teken"):
        action_change(PLAN, typed, TODAY)
