"""Votes, means and spreads, worked out by hand: in the rule, the draft, the list of decisions and on the screen."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sto_tui.documents.decision_list import action_lines, decision_lines, open_points
from sto_tui.domain.evaluation import (
    Action,
    ActionStatus,
    AgendaItem,
    Answer,
    AnswerKind,
    Ballot,
    Decision,
    DecisionKind,
    Meeting,
    Question,
    QuestionKind,
    QuestionPart,
    Score,
)
from sto_tui.domain.parties import Party, PartyKind
from sto_tui.domain.plan import Goal, GoalOutcome
from sto_tui.domain.record import Ref
from sto_tui.domain.region import PlanPeriod
from sto_tui.places import Place
from sto_tui.planning.checks.finding import findings
from sto_tui.planning.evaluation.results import (
    Field,
    agenda_of,
    disagreements,
    field_of,
    score_summary,
    tally,
)
from sto_tui.planning.evaluation.workshop import Walk
from sto_tui.screens.draft.chapter_rows import open_decisions
from sto_tui.screens.evaluation.rows import (
    DECISIONS,
    MEETINGS,
    action_rows,
    answer_rows,
    filters,
    nearest_meeting,
    question_rows,
    score_rows,
)
from sto_tui.screens.workshop.rows import agenda_rows, result_rows, score_picture, summary_rows
from sto_tui.widgets.record_list import Row
from tests.support.by_hand import DAY, Cells, dossier_with, draft_of, paragraphs_of, rows_on_screen, tables_of

SCALE = QuestionKind.SCALE
QUESTION = Question(id=1, part=QuestionPart.SUCCESSEN, text="Wat ging goed?")
SHARED = Question(id=2, part=QuestionPart.SAMENWERKING, text="We weten wie beslist.", kind=SCALE)
KEPT = Question(id=3, part=QuestionPart.SUCCESFACTOREN, text="Er is een trekker.", kind=SCALE)
# Statement 2, schools 4 and 5, companies 1, 2 and 2, a table 3: 17 / 6 = 2,833; companies 5 / 3 = 1,667, schools 4,5.
# Statement 3: 2, 2, 2 and 3 are 9, and 9 / 4 = 2,25, so 2,3.
SCORES = [
    Score(id=place, statement=statement, party=party, table=None if party else 7, value=value)
    for place, (statement, party, value) in enumerate(
        [
            (2, 1, 4),
            (2, 1, 5),
            (2, 2, 1),
            (2, 2, 2),
            (2, 3, 2),
            (2, None, 3),
            (3, 1, 2),
            (3, 1, 2),
            (3, 2, 2),
            (3, 2, 3),
        ],
        1,
    )
]
# Votes 3, 8 (2 + 5 + 1 of three tables) and 1 for successes; 4 for a point to improve.
ANSWERS = [
    Answer(id=1, question=1, text="De bus", kind=AnswerKind.SUCCES, votes=3, impact=8, effort=3, table=2),
    Answer(
        id=2,
        question=1,
        text="Het lab",
        kind=AnswerKind.SUCCES,
        votes=8,
        impact=9,
        effort=7,
        decision=1,
        ballots=(Ballot(id=1, table=1, votes=2), Ballot(id=2, table=2, votes=5), Ballot(id=3, table=3, votes=1)),
    ),
    Answer(id=3, question=1, text="De folder", kind=AnswerKind.SUCCES, votes=1, impact=5, effort=5),
    Answer(id=4, question=1, text="De planning", kind=AnswerKind.VERBETERPUNT, votes=4, impact=2, effort=6, decision=1),
]
SMALL = dossier_with(
    QUESTION,
    SHARED,
    KEPT,
    *SCORES,
    *ANSWERS,
    Party(id=1, name="Noord College", kind=PartyKind.VMBO),
    Party(id=2, name="Jansen bv", kind=PartyKind.BEDRIJF),
    Party(id=3, name="Visser bv", kind=PartyKind.BEDRIJF),
    Decision(
        id=1, text="Het lab blijft", kind=DecisionKind.BEHOUDEN, date=date(2026, 11, 3), becomes=(Ref("goals", 1),)
    ),
    Action(id=1, text="Zaal boeken", owner="Anja", due=date(2027, 2, 1), decision=1, postponed=2),
    Goal(id=1, number=5, text="Meer leerlingen"),
)


@pytest.fixture(scope="module")
def draft() -> bytes:
    return draft_of(SMALL)


@pytest.fixture(scope="module")
def tables(draft: bytes) -> Mapping[str, Cells]:
    return tables_of(draft)


def test_scores_in_word(tables: Mapping[str, Cells]) -> None:
    head = ["Stelling", "Gemiddeld", "Laagst–hoogst", "Scores"]
    assert tables["Hoe de partijen erover denken"] == [head, ["We weten wie beslist.", "2,8", "1–5", "6"]]
    assert tables["Hoe de partijen erover denken (2)"] == [head, ["Er is een trekker.", "2,3", "2–3", "4"]]


def test_votes_in_word(tables: Mapping[str, Cells]) -> None:
    assert tables["Successen die de deelnemers inbrachten"] == [
        ["Nr", "Succes", "Stemmen"],
        ["1", "Het lab", "8"],
        ["2", "De bus", "3"],
        ["3", "De folder", "1"],
    ]
    improve = tables["Verbeterpunten die de deelnemers inbrachten"]
    assert improve == [["Nr", "Verbeterpunt", "Stemmen"], ["1", "De planning", "4"]]


def test_how_many_answers_are_left_out_in_word() -> None:
    # Twelve are shown in a column: of 14 successes and 13 points to improve 2 + 1 stay in the dossier.
    # Two remarks have a table of their own; fifteen successes of a hidden question stand nowhere.
    many = [
        Answer(
            id=place,
            question=1,
            text=f"Punt {place}",
            kind=AnswerKind.SUCCES if place <= 14 else AnswerKind.VERBETERPUNT,
        )
        for place in range(1, 28)
    ]
    remarks = [
        Answer(id=28, question=1, text="Terzijde", kind=AnswerKind.OPMERKING),
        Answer(id=29, question=1, text="Meer bedrijven", kind=AnswerKind.OPMERKING, votes=3),
    ]
    hidden = Question(id=9, part=QuestionPart.SUCCESSEN, text="Oud", hidden=True)
    unseen = [Answer(id=place, question=9, text="Weg", kind=AnswerKind.SUCCES) for place in range(30, 45)]
    draft = draft_of(dossier_with(QUESTION, hidden, *many, *remarks, *unseen))
    shown = [tables_of(draft)[f"{kind} die de deelnemers inbrachten"] for kind in ("Successen", "Verbeterpunten")]
    assert [len(rows) - 1 for rows in shown] == [12, 12]
    assert "Nog 3 antwoorden staan in het dossier." in paragraphs_of(draft)
    assert tables_of(draft)["Opmerkingen die de deelnemers inbrachten"] == [
        ["Nr", "Opmerking", "Stemmen"],
        ["", QUESTION.text, ""],
        ["1", "Meer bedrijven", "3"],
        ["2", "Terzijde", "–"],
    ]


def test_decisions_and_actions_in_their_list() -> None:
    (decision,), (action,) = decision_lines(SMALL), action_lines(SMALL)
    # 8 votes for the lab and 4 for the planning.
    assert (decision.number, decision.when, decision.from_answers) == ("B1", "03-11-2026", "2 antwoorden, 12 stemmen")
    assert (action.number, action.due, action.postponed, action.from_decision) == ("A1", "01-02-2027", "2 keer", "B1")


def test_means_and_spreads_of_a_statement() -> None:
    summary = score_summary(SMALL, 2)
    assert summary is not None
    assert (summary.count, summary.lowest, summary.highest) == (6, 1, 5)
    assert summary.mean == pytest.approx(17 / 6)
    # The squares 16 + 25 + 1 + 4 + 4 + 9 = 59; 59 / 6 less (17 / 6) squared is 65 / 36.
    assert summary.spread == pytest.approx((65 / 36) ** 0.5)
    schools, companies = summary.by_kind
    assert (schools.scores, schools.mean, schools.spread) == (2, 4.5, 0.5)
    # Companies: 1 + 4 + 4 = 9; 9 / 3 less 25 / 9 is 2 / 9.
    assert companies.scores == 3
    assert (companies.mean, companies.spread) == pytest.approx((5 / 3, (2 / 9) ** 0.5))
    assert summary.distance == pytest.approx(4.5 - 5 / 3)
    # Statement 3: schools 2 and companies 2,5 are half a point apart.
    assert [(question, round(found.distance, 3)) for question, found in disagreements(SMALL)] == [(2, 2.833), (3, 0.5)]


def plain(row: Row) -> str:
    """A row as people see it."""
    cells = []
    for cell in row.cells:
        runs: Any = [(cell, "")] if isinstance(cell, str) else [cell] if isinstance(cell[0], str) else cell
        cells.append("".join(text for text, _ in runs))
    return " | ".join(" ".join(cell.split()) for cell in cells if cell) + (f" // {row.below}" if row.below else "")


def test_the_picture_of_the_scores() -> None:
    # 2,833 from 1 to 5 in 16 cells is 7,3; 4,5 is 14; 1,667 is 2,7. The spread of all is 1,344, of companies 0,471.
    assert [plain(row) for row in score_picture(SMALL, SHARED) if row.cells][:5] == [
        "Gemiddeld 2,8 van 6 scores, spreiding 1,3.",
        "1 helemaal niet · 2 nauwelijks · 3 deels · 4 grotendeels · 5 helemaal",
        f"1 {'█' * 7}{'·' * 9} 5 2,8 allemaal",
        f"1 {'█' * 14}{'·' * 2} 5 4,5 vmbo (2), spreiding 0,5",
        f"1 {'█' * 3}{'·' * 13} 5 1,7 bedrijf (3), spreiding 0,5",
    ]
    assert plain(score_picture(SMALL, KEPT)[0]) == "Gemiddeld 2,3 van 4 scores, spreiding 0,4.", "as in the draft"


def test_votes_on_the_screen() -> None:
    assert [plain(row) for row in answer_rows(SMALL, QUESTION)] == [
        f"2 | Het lab // {'▬' * 8} 8 stemmen · succes · → behouden",
        f"4 | De planning // {'▬' * 4} 4 stemmen · verbeterpunt · → behouden",
        f"1 | De bus // tafel 2 · {'▬' * 3} 3 stemmen · succes",
        "3 | De folder // ▬ 1 stem · succes",
    ]
    assert [plain(row) for row in question_rows(SMALL, DAY) if row.cells] == [
        "Samenwerking en proces",
        "1 | We weten wie beslist. | 6",
        "Successen",
        "2 | Wat ging goed? | 4",
        "Succesfactoren",
        "3 | Er is een trekker. | 4",
    ]


def test_who_answered_and_where_a_decision_returns() -> None:
    by_goal = Question(id=5, part=QuestionPart.SUCCESSEN, text="Gehaald?", kind=QuestionKind.GOAL_BY_GOAL)
    found = dossier_with(
        QUESTION,
        by_goal,
        Party(id=1, name="Noord College", kind=PartyKind.VMBO),
        Answer(id=1, question=1, text="A", kind=AnswerKind.SUCCES, party=1, votes=1, table=3),
        PlanPeriod(id=1, label="2025-2026", start=date(2025, 1, 1), end=date(2026, 12, 31)),
        PlanPeriod(id=2, label="2027-2028", start=date(2027, 1, 1), end=date(2028, 12, 31), current=True),
        Goal(
            id=1, number=5, text="Meer leerlingen", outcome=GoalOutcome.DEELS, why="92 in plaats\nvan 110", periods=(1,)
        ),
        Decision(id=1, text="Het lab blijft", kind=DecisionKind.BEHOUDEN, becomes=(Ref("goals", 1),)),
        Decision(id=2, text="De bus stopt", kind=DecisionKind.STOPPEN, why_not="te duur"),
        Decision(id=3, text="Nog te doen", kind=DecisionKind.AANPASSEN),
    )
    assert [plain(row) for row in answer_rows(found, QUESTION)] == [
        "1 | A // tafel 3 · Noord College · ▬ 1 stem · succes"
    ]
    assert [plain(row) for row in answer_rows(found, by_goal)] == ["5 | Meer leerlingen // deels: 92 in plaats van 110"]
    assert [plain(row) for row in DECISIONS.rows(found, DAY)] == [
        "behouden | Het lab blijft // komt terug in doel 5 Meer leerlingen",
        "stoppen | De bus stopt // te duur",
        "aanpassen | Nog te doen // komt nog nergens terug",
    ]


async def test_the_questions_on_the_screen(tmp_path: Path) -> None:
    rows = await rows_on_screen(tmp_path / "a.sto.json", SMALL, "Vragen", place=Place.EVALUATIE)
    text = "\n".join(rows)
    for row in (
        "1 We weten wie beslist. 6",
        "2 Wat ging goed? 4",
        "3 Er is een trekker. 4",
        "2,5 bedrijf (2), spreiding 0,5",
    ):
        assert row in text, text


def test_the_result_of_a_vote() -> None:
    # Only ballots count once there are some: 8 for the lab, of which table 2 gave 5. The bar of the most is 10 cells.
    lines = tally(SMALL, 1)
    assert [(line.answer_id, line.votes) for line in lines] == [(2, 8), (1, 0), (3, 0), (4, 0)]
    shown = [plain(row) for row in result_rows(SMALL, lines, "", 1, per_table=True)]
    assert shown[2] == f"2 | {'█' * 10} 8 stemmen | Het lab // tafel 1: 2 · tafel 2: 5 · tafel 3: 1"
    assert shown[-1] == "Zonder stem: 1, 3 en 4."


def test_effect_and_effort() -> None:
    # Above five is much: 8 and 3; 9 and 7; 5 and 5; 2 and 6.
    assert [field_of(answer) for answer in SMALL.answers_of(1)] == list(Field)


def test_actions_stand_by_day_and_what_is_late_is_marked() -> None:
    # On 22 November 2026 the 21st is late; the 22nd is not, and what is done never is.
    days = {1: date(2026, 11, 22), 2: None, 3: date(2026, 11, 21), 4: date(2026, 11, 20), 5: date(2026, 11, 30)}
    actions = [Action(id=number, text=f"Actie {number}", due=day) for number, day in days.items()]
    # What somebody is at stands among what is open, and not among what is done.
    done, begun = actions[3].changed(status=ActionStatus.GEREED), actions[4].changed(status=ActionStatus.BEZIG)
    rows = action_rows(dossier_with(*actions[:3], done, begun), DAY)
    assert [(row.cells[0], row.cells[2]) for row in rows] == [
        ("Actie 3", ("21-11-2026", "error")),
        ("Actie 1", ("22-11-2026", "text")),
        ("Actie 5", ("30-11-2026", "text")),
        ("Actie 2", ""),
        ("Actie 4", ("20-11-2026", "text")),
    ]


def test_a_meeting_has_its_points_and_minutes() -> None:
    # 5 + 12 + 20 = 37.
    agenda = tuple(
        AgendaItem(id=place, title=f"Punt {place}", minutes=long) for place, long in enumerate((5, 12, 20), 1)
    )
    meetings = dossier_with(Meeting(id=1, title="Startavond", date=DAY, agenda=agenda), Meeting(id=2, title="Later"))
    assert [plain(row) for row in MEETINGS.rows(meetings, DAY)] == [
        "Startavond | 22-11-2026 | 3 agendapunten, 37 minuten",
        "Later",
    ]


def test_the_nearest_meeting_may_be_over_or_still_come() -> None:
    """On 22 November the 12th is ten days away and the 30th eight; the 16th of December is further than both."""
    days = {1: date(2026, 12, 16), 2: date(2026, 11, 12), 3: date(2026, 11, 30), 4: None}
    meetings = [Meeting(id=number, title="Overleg", date=day) for number, day in days.items()]
    assert nearest_meeting(dossier_with(*meetings), DAY) == 3
    assert nearest_meeting(dossier_with(*meetings[:2]), DAY) == 2
    assert nearest_meeting(dossier_with(meetings[3]), DAY) == 4
    assert nearest_meeting(dossier_with(), DAY) is None


def test_scores_stand_under_their_statement() -> None:
    rows = [plain(row) for row in score_rows(SMALL, DAY)]
    assert rows[:7] == [
        "We weten wie beslist.",
        "4 | Noord College",
        "5 | Noord College",
        "1 | Jansen bv",
        "2 | Jansen bv",
        "2 | Visser bv",
        "3 | tafel 7",
    ]
    assert rows[7:9] == ["", "Er is een trekker."]


def test_filters_keep_what_they_say() -> None:
    found = dossier_with(
        QUESTION,
        Party(id=1, name="Noord College", kind=PartyKind.VMBO),
        Party(id=2, name="Jansen bv", kind=PartyKind.BEDRIJF),
        Decision(id=1, text="Besluit"),
        Answer(id=1, question=1, text="A", kind=AnswerKind.SUCCES, party=1, decision=1),
        Answer(id=2, question=1, text="B", kind=AnswerKind.VERBETERPUNT, party=1),
        Answer(id=3, question=1, text="C", kind=AnswerKind.SUCCES),
    )
    kept = {
        one.label: [str(row.cells[1]) for row in answer_rows(found, QUESTION, one) if row.kind == "record"]
        for one in filters(found)
    }
    assert kept == {
        "alles": ["A", "B", "C"],
        "zonder besluit": ["B", "C"],
        "successen": ["A", "C"],
        "verbeterpunten": ["B"],
        "Noord College": ["A", "B"],
    }


def test_what_a_meeting_brought_is_counted() -> None:
    # Of the first meeting: 2 answers, 4 + 1 votes, 1 with a decision. Of all: 3 answers, 12 votes, 2 with a decision.
    first = Meeting(id=1, title="Startavond")
    other = Meeting(id=2, title="Later")
    answers = [
        Answer(id=1, question=1, text="A", votes=4, session=1, decision=1),
        Answer(id=2, question=1, text="B", votes=1, session=1),
        Answer(id=3, question=1, text="C", votes=7, session=2, decision=1),
    ]
    found = dossier_with(
        QUESTION,
        first,
        other,
        *answers,
        Decision(id=1, text="Besluit"),
        *(Action(id=one, text="Doen") for one in (1, 2)),
    )

    def counted(session: Meeting | None) -> list[str]:
        rows = summary_rows(found, Walk(found, session, agenda_of(found, session)), 0)
        return [plain(row) for row in rows if row.kind == "record"]

    in_dossier = ["1 | besluit in het dossier", "2 | acties in het dossier"]
    assert counted(first) == ["2 | antwoorden", "5 | stemmen", "1 | antwoord met een besluit", *in_dossier]
    assert counted(other) == ["1 | antwoord", "7 | stemmen", "1 | antwoord met een besluit", *in_dossier]
    assert counted(None) == ["3 | antwoorden", "12 | stemmen", "2 | antwoorden met een besluit", *in_dossier]


def test_the_agenda_adds_up() -> None:
    long = (5, 12, 20)
    agenda = tuple(AgendaItem(id=place, title=f"Punt {place}", minutes=one) for place, one in enumerate(long, 1))
    meeting = Meeting(id=1, title="Startavond", agenda=agenda)
    found = dossier_with(meeting)
    rows = [plain(row) for row in agenda_rows(Walk(found, meeting, agenda_of(found, meeting)))]
    assert rows[-4:] == ["Agenda, samen 37 minuten", "1 | Punt 1 | 5 min", "2 | Punt 2 | 12 min", "3 | Punt 3 | 20 min"]


def test_where_a_decision_comes_back_is_one_rule() -> None:
    """B1 became the second action; B2 became a goal that is gone and gives blanks as a reason; B3 says why not."""
    found = dossier_with(
        QUESTION,
        Answer(id=1, question=1, text="A", kind=AnswerKind.SUCCES),
        Action(id=1, text="Bel"),
        Action(id=4, text="Mail"),
        Decision(id=1, text="Mailen", why="x", kind=DecisionKind.BEHOUDEN, becomes=(Ref("actions", 4),)),
        Decision(id=2, text="Weg", why="x", kind=DecisionKind.AANPASSEN, becomes=(Ref("goals", 9),), why_not="  "),
        Decision(id=3, text="Niet", why="x", kind=DecisionKind.STOPPEN, why_not="te duur"),
    )
    follow_up = [one.ref for one in findings(found, DAY) if one.check == "decision_without_follow_up"]
    assert follow_up == [Ref("decisions", 2, "becomes")]
    assert [row.key for row in open_decisions(found) if row.key] == [Ref("decisions", 2), Ref("answers", 1)]
    assert [plain(row).rpartition(" // ")[2] for row in DECISIONS.rows(found, DAY)] == [
        "komt terug in actie Mail",
        "komt nog nergens terug",
        "te duur",
    ]
    assert [one.ref.id for one in open_points(found) if one.ref.table == "decisions"] == [2]
    assert [line.comes_back for line in decision_lines(found)] == [
        ("actie A2 Mail",),
        ("nog te bepalen",),
        ("niet in het plan: te duur",),
    ]
    papers = tables_of(draft_of(found))
    assert [row[4] for row in papers["Besluiten en waar ze in dit plan terugkomen"][1:]] == [
        "actie A2",
        "[Nog in te vullen: waar besluit B2 terugkomt, of waarom niet]",
        "niet in het plan",
        "te duur",
    ]
    assert [row[:2] for row in papers["Acties"][1:]] == [["A1", "Bel"], ["A2", "Mail"]]


@pytest.mark.parametrize(
    ("parts", "heading"),
    [
        ((QuestionPart.SAMENWERKING,), "Samenwerking"),
        ((QuestionPart.BORGING, QuestionPart.SAMENWERKING), "Samenwerking en borging"),
        ((QuestionPart.SUCCESSEN,), "Successen"),
        ((QuestionPart.DOELEN, QuestionPart.BORGING), "Doelen en borging"),
    ],
)
def test_statements_stand_under_the_parts_that_they_are_of(parts: tuple[QuestionPart, ...], heading: str) -> None:
    asked = [
        Question(id=id, part=part, text=f"Stelling {id}.", kind=QuestionKind.SCALE) for id, part in enumerate(parts, 1)
    ]
    scores = [Score(id=one.id, statement=one.id, value=3) for one in asked]
    found = paragraphs_of(draft_of(dossier_with(*asked, *scores)))
    assert any(text.endswith(f"  {heading}") or text == heading for text in found), found
