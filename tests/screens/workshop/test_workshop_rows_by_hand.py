"""The lists on the wall of a meeting, of place 2 and of the money, row by row: words, looks and what each is about."""

from datetime import date

import pytest

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import (
    Action,
    ActionStatus,
    AgendaItem,
    Answer,
    AnswerKind,
    Decision,
    DecisionKind,
    Meeting,
    Question,
    QuestionKind,
    QuestionPart,
    Score,
)
from sto_tui.domain.money import BudgetLine, Cofinancing, CofinancingForm, CofinancingStatus, CostKind
from sto_tui.domain.parties import Party, PartyKind
from sto_tui.domain.plan import Goal, Theme
from sto_tui.domain.record import Ref
from sto_tui.planning.checks.steps import step_states
from sto_tui.planning.evaluation.looking_back import NO_EARLIER_GOALS
from sto_tui.planning.evaluation.results import tally
from sto_tui.planning.evaluation.workshop import Round, Walk, WorkshopPosition
from sto_tui.planning.new_dossier import new_dossier
from sto_tui.screens.evaluation import rows as evaluation_rows
from sto_tui.screens.evaluation.rows import FILTERS, answer_rows, new_question, question_rows
from sto_tui.screens.plan.money_rows import budget_rows, cofinancing_rows
from sto_tui.screens.workshop.ideas_in_fields import IdeasInFields
from sto_tui.screens.workshop.moment import Moment
from sto_tui.screens.workshop.moment_in_words import MomentInWords
from sto_tui.screens.workshop.phone_stand import stand_of
from sto_tui.screens.workshop.rows import (
    EARLIER_ACTIONS,
    action_rows,
    agenda_rows,
    answers_rows,
    decision_rows,
    is_of_goals,
    is_scale,
    points,
    result_rows,
    score_picture,
    score_row,
    score_slips,
    summary_rows,
)
from sto_tui.widgets.four_fields import Idea
from sto_tui.widgets.record_list import Row
from tests.support.by_hand import dossier_with
from tests.support.small_plan import with_records

TODAY = date(2027, 6, 15)
OPEN = Question(id=1, part=QuestionPart.SUCCESSEN, text="Wat ging goed?")
NUMBERS = {1: 1, 2: 2}


def told(row: Row) -> str:
    """Its cells with their looks, what stands below, and what it is about: `1:key A → answers/1`."""
    shown = [
        cell if isinstance(cell, str) else f"{cell[0]}:{cell[1]}" if isinstance(cell, tuple) else "".join(cell[0])
        for cell in row.cells
    ]
    kind = "" if row.kind == "record" else f"[{row.kind}] "
    about = f" → {row.key}" if row.key is not None else ""
    line = f"{kind}{' | '.join(filter(None, shown))}{f' // {row.below}' if row.below else ''}{about}"
    return line.replace("\u00a0", " ")


# The wall.

ANSWERS = (
    Answer(id=1, question=1, text="A", table=3, votes=1, decision=1, impact=0, kind=AnswerKind.SUCCES),
    Answer(id=2, question=1, text="B", votes=2, impact=10),
)
MEETING = dossier_with(OPEN, *ANSWERS, Decision(id=1, text="Stop", kind=DecisionKind.STOPPEN))


def test_answers_as_they_come_in_the_newest_bold() -> None:
    rows = [told(row) for row in answers_rows(ANSWERS, NUMBERS, hidden=False)]
    assert rows == ["1:key | A:text | tafel 3:muted → answers/1", "2:key | B:bold | :muted → answers/2"]
    hidden = [told(row) for row in answers_rows(ANSWERS, NUMBERS, hidden=True)]
    assert hidden == ["1:key | •••:text | tafel 3:muted → answers/1", "2:key | •••:bold | :muted → answers/2"]


def test_answers_with_their_decision() -> None:
    assert [told(row) for row in decision_rows(MEETING, ANSWERS, NUMBERS)] == [
        "1:key | A (1 stem) | → stoppen:bold → answers/1",
        "2:key | B (2 stemmen) | nog geen besluit:muted → answers/2",
    ]


def test_results_with_bars_of_their_share_of_the_most() -> None:
    """10 cells for two votes, so 5 for one; those about which effect and effort are asked stand out."""
    rows = [told(row) for row in result_rows(MEETING, tally(MEETING, 1), "Voorstel", 1, per_table=False)]
    assert rows == [
        "[group] Voorstel",
        "[blank] ",
        f"2:key | {'█' * 10}primary | B:bold → answers/2",
        "[note] ▲ Straks effect en moeite van dit antwoord. Met 1-9 kies je hoeveel.",
        "[blank] ",
        f"1:key | {'█' * 5}text | A:text → answers/1",
    ]


def test_answers_without_votes_are_folded_unless_they_were_chosen() -> None:
    answers = [Answer(id=number, question=1, text=f"A{number}", votes=number == 2) for number in range(1, 6)]
    dossier = dossier_with(OPEN, *answers)
    shown = result_rows(dossier, tally(dossier, 1), "Voorstel", 2, per_table=True)
    assert [row.key.id for row in shown if row.kind == "record"] == [2, 1]
    assert told(shown[-1]) == "[note] Zonder stem: 3, 4 en 5."


def test_what_is_to_be_done_with_the_newest_bold() -> None:
    dossier = dossier_with(
        Action(id=1, text="Bel", owner="Anja", due=date(2027, 7, 1), status=ActionStatus.BEZIG),
        Action(id=2, text="Klaar", status=ActionStatus.GEREED),
        Action(id=3, text="Weg", status=ActionStatus.VERVALLEN),
        Action(id=4, text="Mail"),
    )
    assert [told(row) for row in action_rows(dossier)] == [
        "1:key | Bel:text // Anja · 01-07-2027 → actions/1",
        "2:key | Mail:bold // geen eigenaar · geen datum → actions/4",
    ]


def test_actions_of_before_are_folded_and_keep_their_numbers() -> None:
    """Two of before and one of today, which is therefore the third."""
    dossier = dossier_with(*(Action(id=number, text=f"Actie {number}") for number in (4, 5, 9)))
    newest = "3:key | Actie 9:bold // geen eigenaar · geen datum → actions/9"
    assert [told(row) for row in action_rows(dossier, (4, 5))] == [f"▸ 2 acties van eerder → {EARLIER_ACTIONS}", newest]
    opened = [told(row) for row in action_rows(dossier, (4, 5), opened=True)]
    assert (opened[0], len(opened), opened[-1]) == (f"▾ 2 acties van eerder → {EARLIER_ACTIONS}", 4, newest)
    assert told(action_rows(dossier, (4, 5, 9))[-1]).startswith("[note] Nog geen acties van vandaag.")


def test_scores_in_a_picture() -> None:
    """Schools 4 and 2, a company 3: the mean is 3, which takes 27 × 3 / 5 = 16.2 cells; the spreads 0.8 and 1."""
    statement = Question(id=2, part=QuestionPart.BORGING, text="Het blijft", kind=QuestionKind.SCALE)
    dossier = dossier_with(
        statement,
        Party(id=1, name="Noord", kind=PartyKind.VMBO),
        Party(id=2, name="Bouw", kind=PartyKind.BEDRIJF),
        Score(id=1, statement=2, party=1, value=4),
        Score(id=2, statement=2, party=1, value=2),
        Score(id=3, statement=2, party=2, value=3),
    )
    rows = score_picture(dossier, statement)
    assert told(rows[0]) == "[note] Gemiddeld 3,0 van 3 scores, spreiding 0,8."
    assert told(rows[1]) == "[note] 1 helemaal niet · 2 nauwelijks · 3 deels · 4 grotendeels · 5 helemaal"
    # Three is halfway from one to five: 8 of 16 cells.
    bar = [("1 ", "muted"), ("█" * 8, "primary"), ("·" * 8, "rule"), (" 5", "muted"), ("  3,0", "bold")]
    assert [row.cells[0] for row in rows if row.kind == "note"][2:] == [
        [*bar, ("  allemaal", "bold")],
        [*bar, ("  vmbo (2), spreiding 1,0", "text")],
        [*bar, ("  bedrijf (1), spreiding 0,0", "text")],
    ]
    assert [row.kind for row in rows] == [
        "note",
        "note",
        "blank",
        "note",
        "note",
        "note",
        "blank",
        "record",
        "record",
        "record",
    ]
    assert told(score_picture(dossier, OPEN)[0]) == "[note] Nog geen scores."
    tonight = dossier_with(
        statement,
        Score(id=1, statement=2, session=6, table=1, value=1),
        Score(id=2, statement=2, session=6, table=2, value=2),
        Score(id=3, statement=2, session=7, table=1, value=4),
    )
    assert [told(row) for row in score_picture(tonight, statement, 7)[:2]] == [
        "[note] Gemiddeld 4,0 van 1 score, spreiding 0,0.",
        "[note] Eerder 1,5 van 2 scores.",
    ]
    whose = [
        Score(id=9, statement=2, value=5, table=4),
        Score(id=9, statement=2, value=5),
        Score(id=9, statement=2, value=5, party=99),
    ]
    assert [score_row(dossier, one).cells[1] for one in whose] == ["tafel 4", "zonder naam", "onbekend"]
    assert (points(2.25), points(3.25)) == ("2,3", "3,3")


def test_scores_stay_hidden_and_tables_are_ticked() -> None:
    statement = Question(id=2, part=QuestionPart.BORGING, text="Het blijft", kind=QuestionKind.SCALE)
    dossier = dossier_with(
        statement,
        Score(id=1, statement=2, value=4, table=2, session=7),
        Score(id=2, statement=2, value=3, table=1, session=6),
    )
    slips = [told(row) for row in score_slips(dossier, statement, 7, 3)]
    assert slips[2:] == [
        "1:key | tafel 1 | –:muted → 1",
        "2:key | tafel 2 | ✓ binnen:bold → 2",
        "3:key | tafel 3 | –:muted → 3",
    ]


@pytest.mark.parametrize(
    ("kind", "scale", "goals"),
    [(QuestionKind.OPEN, False, False), (QuestionKind.SCALE, True, False), (QuestionKind.GOAL_BY_GOAL, False, True)],
)
def test_how_a_question_is_answered(kind: QuestionKind, scale: bool, goals: bool) -> None:
    question = Question(id=1, part=QuestionPart.SUCCESSEN, text="Vraag", kind=kind)
    assert (is_scale(question), is_of_goals(question)) == (scale, goals)
    assert not is_scale(None)
    assert not is_of_goals(None)


def test_what_was_collected_as_one_or_many() -> None:
    one = Meeting(id=1, title="Avond")
    dossier = dossier_with(OPEN, one, Answer(id=1, question=1, text="A", session=1, votes=1))
    walk = Walk(dossier, one, ())
    rows = [told(row) for row in summary_rows(dossier, walk, 95 * 60)]
    assert rows == [
        "[group] Dit hebben we samen opgehaald",
        "[blank] ",
        "1:key | antwoord → antwoord",
        "1:key | stem → stem",
        "[blank] ",
        "[note] De bijeenkomst duurde 95 minuten; gepland: 0.",
        "[note] w schrijft de besluiten- en actielijst, om vanavond nog te mailen.",
    ]
    # Less than a minute is no time that it lasted.
    assert [told(row) for row in summary_rows(dossier, walk, 59)][5] == rows[6]
    assert told(summary_rows(dossier, walk, 60)[5]) == "[note] De bijeenkomst duurde 1 minuut; gepland: 0."
    # One vote, and of two answers a decision; then two votes, and of one.
    for votes, decided, words in ((1, (1, 1), "antwoorden"), (2, (1, None), "antwoord")):
        given = [
            Answer(id=number, question=1, text="A", session=1, votes=votes * (number == 1), decision=decision)
            for number, decision in enumerate(decided, 1)
        ]
        many = dossier_with(OPEN, one, Decision(id=1, text="Door"), *given)
        number = len([each for each in decided if each])
        found = [told(row) for row in summary_rows(many, Walk(many, one, ()), 0)]
        assert f"{number}:key | {words} met een besluit → {words} met een besluit" in found


def test_an_agenda_without_points_has_its_rules() -> None:
    empty = dossier_with()
    kinds = [row.kind for row in agenda_rows(Walk(empty, None, ()))]
    assert kinds == ["group", "note", "note", "note", "note", "blank", "group"]


def test_an_empty_list_says_so() -> None:
    empty = dossier_with()
    lists = [
        answers_rows((), {}, hidden=False),
        decision_rows(MEETING, (), {}),
        result_rows(MEETING, (), "", 0, per_table=True),
        action_rows(empty),
        evaluation_rows.DECISIONS.rows(empty, TODAY),
        evaluation_rows.action_rows(empty, TODAY),
        evaluation_rows.MEETINGS.rows(empty, TODAY),
        evaluation_rows.score_rows(empty, TODAY),
        question_rows(empty, TODAY),
        budget_rows(empty, TODAY),
        cofinancing_rows(empty, TODAY),
    ]
    assert [[row.kind for row in rows] for rows in lists] == [["note"]] * len(lists)


# Place 2.


def test_questions_stand_by_part_and_are_counted_on() -> None:
    hidden = Question(id=2, part=QuestionPart.SUCCESSEN, text="Niet", hidden=True)
    scale = Question(id=3, part=QuestionPart.BORGING, text="Het blijft", kind=QuestionKind.SCALE)
    dossier = dossier_with(
        OPEN, hidden, scale, ANSWERS[0], Score(id=1, statement=3, value=4), Score(id=2, statement=1, value=4)
    )
    assert [told(row) for row in question_rows(dossier, TODAY)] == [
        "[group] Successen",
        "1:muted | Wat ging goed? | 1:bold → questions/1",
        "[blank] ",
        "[group] Borging",
        "2:muted | Het blijft | 1:bold → questions/3",
    ]
    assert told(question_rows(dossier_with(OPEN), TODAY)[1]) == "1:muted | Wat ging goed? | –:muted → questions/1"


def test_answers_by_votes_with_what_they_are_about() -> None:
    many = Answer(id=3, question=1, text="C", votes=13, about=Ref("goals", 1))
    dossier = dossier_with(
        OPEN, *ANSWERS, many, Decision(id=1, text="Stop", kind=DecisionKind.STOPPEN), Goal(id=1, number=4, text="Meer")
    )
    # A sign per vote, at most twelve.
    assert [told(row) for row in answer_rows(dossier, OPEN)] == [
        f"3:key | C // {'▬' * 12} 13 stemmen · opmerking · doel 4 Meer → answers/3",
        "2:key | B // ▬▬ 2 stemmen · opmerking → answers/2",
        "1:key | A // tafel 3 · ▬ 1 stem · succes · → stoppen → answers/1",
    ]
    assert told(answer_rows(dossier, OPEN, FILTERS[3])[0]) == (
        "[note] Geen antwoorden bij dit filter. Met f kies je een ander."
    )
    empty = dossier_with(OPEN)
    assert told(answer_rows(empty, OPEN)[0]) == "[note] Nog geen antwoorden. Druk op a om er een toe te voegen."
    goals = Question(id=1, part=QuestionPart.DOELEN, text="Gehaald?", kind=QuestionKind.GOAL_BY_GOAL)
    assert told(answer_rows(empty, goals)[0]) == f"[note] {NO_EARLIER_GOALS}"
    assert told(answer_rows(dossier, goals)[0]).startswith("3:key"), "once there are answers those are shown"


def test_a_new_question_comes_last_in_the_part_of_the_cursor() -> None:
    keeping = Question(id=2, part=QuestionPart.BORGING, order=7, text="Blijft het?")
    dossier = dossier_with(OPEN, keeping, ANSWERS[1])
    last = {"part": QuestionPart.SUCCESSEN, "order": 2, "own": True}
    assert new_question(dossier, Ref("questions", 2)) == {"part": QuestionPart.BORGING, "order": 8, "own": True}
    # Without a question at the cursor, or with another record of the same number, among the successes.
    assert new_question(dossier, None) == last
    assert new_question(dossier, Ref("answers", 2)) == last
    assert new_question(dossier_with(), None)["order"] == 1


def test_a_decision_on_one_line() -> None:
    decision = Decision(id=1, text="Stop", why_not="Te\nduur", kind=DecisionKind.STOPPEN)
    assert told(evaluation_rows.DECISIONS.rows(dossier_with(decision), TODAY)[0]) == (
        "stoppen:bold | Stop // Te duur → decisions/1"
    )


# The money.


def money() -> Dossier:
    """€ 1.000 and a line without a price in the theme, € 2.500,50 of the whole project in the year after."""
    return dossier_with(
        Theme(id=1, number=1, title="Kiezen"),
        Party(id=1, name="Kompas"),
        Party(id=2, name="Zonrijk"),
        BudgetLine(id=1, title="Machine", theme=1, year=2027, quantity=2, price=500_00, cost_kind=CostKind.MATERIEEL),
        BudgetLine(id=2, title="Bus", theme=1, year=2027, quantity=2),
        BudgetLine(id=3, title="Scholing", year=2028, quantity=1, price=2500_50, eligible=False),
        Cofinancing(id=1, party=1, title="Uren", theme=1, year=2027, quantity=10, rate=50_00),
        Cofinancing(
            id=2,
            party=1,
            title="Zaal",
            theme=1,
            year=2028,
            quantity=1,
            rate=300_00,
            form=CofinancingForm.RUIMTE,
            status=CofinancingStatus.GETEKEND,
        ),
        Cofinancing(
            id=3, party=2, title="Geld", year=2028, form=CofinancingForm.GELD, status=CofinancingStatus.TOEGEZEGD
        ),
    )


def test_the_budget_row_by_row() -> None:
    assert [told(row) for row in budget_rows(money(), TODAY)] == [
        "[group] 1 Kiezen: € 1.000, 1 regel zonder bedrag",
        "2027 | Machine | materieel:muted | € 1.000 → budget/1",
        "2027 | Bus | overig:muted | geen prijs:hint → budget/2",
        "[blank] ",
        "[group] Hele project: € 2.500,50",
        "2028 | Scholing | overig:muted | € 2.500,50 → budget/3",
        "[blank] ",
        "[group] Totaal per kostensoort",
        ":text | materieel:text | € 1.000:text → ('total', '', 'materieel')",
        ":text | overig:text | € 2.500,50:text → ('total', '', 'overig')",
        "[blank] ",
        "[group] Totaal per jaar",
        "2027:text | :text | € 1.000:text → ('total', '2027', '')",
        "2028:text | :text | € 2.500,50:text → ('total', '2028', '')",
        ":bold | Totaal:bold | € 3.500,50:bold → ('total', '', 'Totaal')",
        ":text | waarvan subsidiabel:text | € 1.000:text → ('total', '', 'waarvan subsidiabel')",
    ]


def test_contributions_row_by_row() -> None:
    rows = [told(row) for row in cofinancing_rows(money(), TODAY)]
    assert rows[:7] == [
        "[group] Kompas: € 800, waarvan € 500 beoogd",
        "2027 | Uren | uren:muted | beoogd:text | € 500 → cofinancing/1",
        "2028 | Zaal | ruimte:muted | getekend:bold | € 300 → cofinancing/2",
        "[blank] ",
        "[group] Zonrijk: nog geen bedragen",
        "2028 | Geld | geld:muted | toegezegd:text | geen aantal en tarief:hint → cofinancing/3",
        "[blank] ",
    ]
    shown = [line.partition(" → ")[0] for line in rows[7:]]
    theme = shown.index("[group] Totaal per thema")
    # A name stands once: at the sum when there are several statuses, else at its only amount.
    assert shown[theme : theme + 5] == [
        "[group] Totaal per thema",
        "1 Kiezen:bold | :bold | € 800:bold",
        ":text | beoogd:text | € 500:text",
        ":text | getekend:text | € 300:text",
        "[blank] ",
    ]
    form = shown.index("[group] Totaal per vorm")
    assert shown[form + 1 : form + 4] == [
        "uren:text | beoogd:text | € 500:text",
        "ruimte:text | getekend:text | € 300:text",
        "[blank] ",
    ]
    assert shown[-6:] == [
        "[group] Totaal",
        ":text | beoogd:text | € 500:text",
        ":text | toegezegd:text | € 0:text",
        ":text | getekend:text | € 300:text",
        ":text | gerealiseerd:text | € 0:text",
        "Alles samen:bold | :bold | € 800:bold",
    ]
    assert shown[shown.index("[group] Naast het minimum") - 1] == "[blank] "


def test_lines_without_any_amount_have_no_totals() -> None:
    bare = dossier_with(BudgetLine(id=1, title="Bus", year=2027), Cofinancing(id=1, title="Uren", year=2027))
    assert [row.kind for row in budget_rows(bare, TODAY)] == ["group", "record"]
    assert [row.kind for row in cofinancing_rows(bare, TODAY)] == ["group", "record"]


def test_a_long_idea_in_the_fields_is_cut_and_its_place_never() -> None:
    """On 60 columns a message has 54 cells."""
    idea = Idea(3, 7, "Docenten durven zelf met bedrijven afspraken te maken", (0, 0))
    assert IdeasInFields((idea,), 3).told(54) == "7 Docenten durven zelf me…: veel effect, weinig moeite"
    assert IdeasInFields((idea,), 3).told(120) == f"7 {idea.text}: veel effect, weinig moeite"


# The standard list has 24 questions and 8 success factors; Overzicht counts them in two steps.
@pytest.mark.parametrize(
    ("agenda", "point", "head"),
    [
        ((), 0, "Vraag 1 van 24 · Samenwerking en proces"),
        ((), 23, "Vraag 24 van 24 · Borging"),
        ((), 24, "Succesfactor 1 van 8"),
        ((), 31, "Succesfactor 8 van 8"),
        # A meeting of its own: a word of welcome and two questions with a factor between them.
        ((None, 1, 25, 2), 0, "Punt 1 van 3"),
        ((None, 1, 25, 2), 1, "Vraag 2 van 3 · Samenwerking en proces"),
        ((None, 1, 25, 2), 2, "Succesfactor 1 van 1"),
        ((None, 1, 25, 2), 3, "Vraag 3 van 3 · Samenwerking en proces"),
    ],
)
def test_the_wall_counts_questions_as_overzicht_does(agenda: tuple[int | None, ...], point: int, head: str) -> None:
    items = [
        AgendaItem(id=number, question=question, title="" if question else "Welkom")
        for number, question in enumerate(agenda, 1)
    ]
    began = with_records(new_dossier("Kust", "2027-2028"), Meeting(id=1, title="Avond", agenda=tuple(items)))
    moment = Moment(began, WorkshopPosition(session=1, point=point, round=Round.NADENKEN))
    assert MomentInWords(moment).head == head
    assert [state.total for state in step_states(began)][1] == 24


@pytest.mark.parametrize(
    ("seconds", "left"),
    [(61, "nog 2 minuten"), (60, "nog 1 minuut"), (1, "nog 1 minuut"), (600, "nog 10 minuten")],
)
def test_a_minute_that_began_is_still_there(seconds: int, left: str) -> None:
    """The meeting took 119 seconds so far, which is one minute; of the five of its agenda."""
    meeting = Meeting(id=1, title="Avond", agenda=(AgendaItem(id=1, question=1, minutes=5),))
    dossier = dossier_with(Question(id=1, part=QuestionPart.SUCCESSEN, text="Wat ging goed?"), meeting)
    standing = WorkshopPosition(session=1, round=Round.OPHALEN, question=1, seconds=seconds, spent=119, running=True)
    below = MomentInWords(Moment(dossier, standing)).below(with_minutes=True)
    assert below == f"geen antwoorden · {left}\nbijeenkomst 1 van 5 min"


def test_every_table_that_scored_is_known_to_the_phones() -> None:
    """Of three tables the first and the last gave a score; table 2 did so in another meeting."""
    question = Question(id=1, part=QuestionPart.SAMENWERKING, text="Wij overleggen", kind=QuestionKind.SCALE)
    meetings = [
        Meeting(id=id, title="Avond", tables=3, agenda=(AgendaItem(id=1, question=1, minutes=5),)) for id in (1, 2)
    ]
    scores = [
        Score(id=id, statement=1, table=table, value=4, session=session)
        for id, (table, session) in enumerate(((1, 1), (3, 1), (2, 2)), 1)
    ]
    standing = WorkshopPosition(session=1, round=Round.OPHALEN, question=1)
    stand = stand_of(Moment(dossier_with(question, *meetings, *scores), standing))
    assert (stand.tables, stand.given) == (3, {1, 3})
