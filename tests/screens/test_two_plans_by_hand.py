"""Three parties, four milestones and two plans, worked out on paper: what each place counts, of each plan.

Noord signed in 2025. Zuid stopped in June 2026 and had promised 300 of the costs of 1.000. West agreed in 2027 and
signed for 200 beside costs of 2.000. On 1 May 2027 the first plan is over, with one milestone on rood (due 30 June
2026) and one gereed; of the second one is late (due 30 April) and one should have begun (1 April).
"""

from datetime import date
from functools import cache

import pytest

from sto_tui.documents.word import DraftOptions, build
from sto_tui.documents.word.party_sheet import build_party_sheet
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Answer, AnswerKind, Meeting, Question, QuestionPart
from sto_tui.domain.milestones import Milestone, Progress, Stoplicht, Veri, VeriCode
from sto_tui.domain.money import BudgetLine, Cofinancing, CofinancingStatus
from sto_tui.domain.parties import Party, PartyKind, PartyStatus
from sto_tui.domain.plan import Goal, GoalOutcome, Partner, Speerpunt, Theme
from sto_tui.domain.record import Record, Ref
from sto_tui.domain.region import PlanPeriod, Region
from sto_tui.planning.checks.finding import findings
from sto_tui.planning.checks.steps import step_states
from sto_tui.planning.evaluation.workshop import Round, WorkshopPosition
from sto_tui.planning.money.share import contributions, shown_percent
from sto_tui.planning.national import SeenRegion, national_rows
from sto_tui.planning.steering_note import steering_note
from sto_tui.screens.evaluation.rows import answer_rows
from sto_tui.screens.progress.rows import tally_rows
from sto_tui.screens.workshop.moment import Moment
from sto_tui.screens.workshop.phone_stand import stand_of
from tests.support.by_hand import dossier_with, paragraphs_of, tables_of

TODAY = date(2027, 5, 1)
DOES, DECIDES = VeriCode.VERANTWOORDELIJK, VeriCode.EINDVERANTWOORDELIJK


def role(number: int, milestone: int, party: int, code: VeriCode) -> Veri:
    return Veri(id=number, row=Ref("milestones", milestone), party=Ref("parties", party), code=code)


def answer(number: int, session: int, text: str, table: int, votes: int) -> Answer:
    return Answer(id=number, question=1, session=session, text=text, kind=AnswerKind.SUCCES, table=table, votes=votes)


RECORDS: tuple[Record, ...] = (
    PlanPeriod(id=1, label="2025-2026", start=date(2025, 1, 1), end=date(2026, 12, 31)),
    PlanPeriod(id=2, label="2027-2028", start=date(2027, 1, 1), end=date(2028, 12, 31), current=True),
    Party(id=1, name="Noord", kind=PartyKind.VMBO, status=PartyStatus.GETEKEND, agreed_on=date(2025, 2, 1)),
    Party(id=2, name="Zuid", kind=PartyKind.BEDRIJF, status=PartyStatus.GESTOPT, stopped_on=date(2026, 6, 30)),
    Party(id=3, name="West", kind=PartyKind.MBO, status=PartyStatus.TOEGEZEGD, agreed_on=date(2027, 2, 1)),
    Goal(id=1, number=1, text="Meer leerlingen", periods=(1,), outcome=GoalOutcome.GEHAALD),
    Goal(id=2, number=1, text="Nog meer leerlingen", periods=(2,)),
    Theme(id=1, number=1, title="Labs", periods=(1,)),
    Theme(id=2, number=1, title="Meer labs", periods=(2,), continues=1),
    Speerpunt(id=1, theme=1, number="1.1", title="Lab", partners=(Partner(id=1, party=1), Partner(id=2, party=2))),
    Speerpunt(id=2, theme=2, number="1.1", title="Lab open", partners=(Partner(id=1, party=1),)),
    Milestone(
        id=1, number="1.1a", title="Lab gekozen", speerpunt=1, due=date(2026, 6, 30), light=Stoplicht.ROOD
    ),
    Milestone(
        id=2, number="1.1b", title="Lab besteld", speerpunt=1, due=date(2026, 12, 31), light=Stoplicht.GEREED,
        done_on=date(2026, 12, 15),
    ),
    Milestone(
        id=3, number="1.1a", title="Lab gebouwd", speerpunt=2, due=date(2027, 4, 30), light=Stoplicht.ORANJE
    ),
    Milestone(
        id=4, number="1.1b", title="Lab geopend", speerpunt=2, start=date(2027, 4, 1), due=date(2027, 12, 31)
    ),
    Progress(id=1, milestone=1, date=date(2026, 6, 1), light=Stoplicht.ROOD),
    Progress(id=2, milestone=2, date=date(2026, 12, 15), light=Stoplicht.GEREED),
    Progress(id=3, milestone=3, date=date(2027, 4, 1), light=Stoplicht.ORANJE),
    *(role(1, 1, 1, DOES), role(2, 2, 2, DOES), role(3, 3, 3, DOES), role(4, 3, 1, DECIDES), role(5, 4, 1, DOES)),
    Question(id=1, part=QuestionPart.SUCCESSEN, text="Wat ging goed?"),
    Meeting(id=1, title="Terugblik", date=date(2026, 5, 1), period=1, tables=2),
    Meeting(id=2, title="Nieuwe terugblik", date=date(2027, 4, 1), period=2, tables=2),
    *(answer(1, 1, "Het lab", 1, 3), answer(2, 1, "De bus", 2, 1), answer(3, 2, "De stages", 1, 5)),
    BudgetLine(id=1, title="Bouw", theme=1, year=2026, quantity=1, price=1_000_00),
    BudgetLine(id=2, title="Inrichting", theme=2, year=2027, quantity=1, price=2_000_00),
    Cofinancing(
        id=1, title="Machine", party=2, year=2026, quantity=1, rate=300_00, status=CofinancingStatus.TOEGEZEGD
    ),
    Cofinancing(id=2, title="Uren", party=3, year=2027, quantity=1, rate=200_00, status=CofinancingStatus.GETEKEND),
)  # fmt: skip


@cache
def of_plan(number: int) -> Dossier:
    return dossier_with(*RECORDS).seen_in(number)


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        # Groen, oranje, rood, gereed, niet gestart, te laat: of the first on its last day, of the second today.
        (1, {"Alle mijlpalen": "– – 1 1 – 1", "1 Labs": "– – 1 1 – 1", "Noord": "– – 1 – – 1", "Zuid": "– – – 1 – –"}),
        (
            2,
            {
                "Alle mijlpalen": "– 1 – – 1 1",
                "1 Meer labs": "– 1 – – 1 1",
                "Noord": "– – – – 1 –",
                "West": "– 1 – – – 1",
            },
        ),
    ],
)
def test_the_counts_of_the_stoplicht(plan: int, expected: dict[str, str]) -> None:
    rows = [row for row in tally_rows(of_plan(plan), TODAY) if row.kind == "record"]
    counted = {str(row.cells[0]): " ".join(str(cell[0]) for cell in row.cells[1:]) for row in rows}
    assert counted == expected


@pytest.mark.parametrize(
    ("plan", "total", "late", "behind", "told_late", "unfinished"),
    # To those who steer nothing of a plan that is over is late; what was not gereed at its end is named.
    [
        (1, 2, 0, 0, [], [(date(2026, 6, 30), "1.1a Lab gekozen", "rood")]),
        (2, 2, 1, 1, ["1.1a Lab gebouwd"], []),
    ],
)
def test_the_counts_of_the_note(
    plan: int, total: int, late: int, behind: int, told_late: list[str], unfinished: list[tuple[date, str, str]]
) -> None:
    note = steering_note(of_plan(plan), TODAY)
    assert (note.whole.total, note.whole.late, note.whole.behind) == (total, late, behind)
    assert [one.title for one in note.late] == told_late
    assert [(one.day, one.title, one.says) for one in note.unfinished] == unfinished


@pytest.mark.parametrize(
    ("lines", "done_on", "says"),
    [
        # Ready in January, after the end: on 31 December it stood on oranje.
        ((("2026-11-01", "oranje", "Geen lokaal"), ("2027-01-15", "gereed", "")), "2027-01-15", "oranje: geen lokaal"),
        ((("2026-11-01", "oranje", ""), ("2026-12-31", "gereed", "")), "2026-12-31", None),
        # What was said after the end is not of then.
        ((("2026-11-01", "rood", ""), ("2027-02-01", "rood", "Stroom")), None, "rood"),
        # Its first line is of later: it had not begun.
        ((("2027-02-01", "groen", ""),), None, "niet gestart"),
    ],
)
def test_the_note_on_a_plan_that_is_over_tells_how_it_stood_at_its_end(
    lines: tuple[tuple[str, str, str], ...], done_on: str | None, says: str | None
) -> None:
    light = lines[-1][1]
    log = [
        Progress(id=number, milestone=1, date=date.fromisoformat(day), light=Stoplicht(each), obstacle=obstacle)
        for number, (day, each, obstacle) in enumerate(lines, 1)
    ]
    lab = Milestone(id=1, number="1", title="Lab", due=date(2026, 12, 31), light=Stoplicht(light))
    ended = lab.changed(done_on=date.fromisoformat(done_on)) if done_on else lab
    dossier = dossier_with(Region(id=1, name="Delta"), *RECORDS[:2], ended, *log).seen_in(1)
    note = steering_note(dossier, TODAY)
    assert [one.says for one in note.unfinished] == ([says] if says else [])
    words = paragraphs_of(build(dossier, DraftOptions(TODAY, "stuurgroep")).data)
    assert ("Niet gereed op 31 december 2026: 1 mijlpaal" in words) is bool(says)
    stood = (
        "de mijlpalen staan hier zoals ze er op die dag voor stonden. Welke mijlpalen er zijn, hun thema en hun datums"
    )
    assert f"Planperiode 2025-2026 eindigde op 31 december 2026; {stood} zijn zoals nu." in words


def test_the_national_row_is_of_the_plan_that_runs() -> None:
    whole = of_plan(2).whole
    tables = ("region", "periods", "themes", "speerpunten", "milestones", "goals")
    given = {
        table: {number: record.model_dump(mode="json") for number, record in whole.tables[table].items()}
        for table in tables
    }
    chosen = {table: tuple(next(iter(documents.values()))) for table, documents in given.items()}
    for day, period, found in (
        (TODAY, "2027-2028", "te laat: 1.1a; had moeten beginnen: 1.1b"),
        (date(2026, 12, 31), "2025-2026", "te laat: 1.1a"),
        (date(2029, 1, 1), "2027-2028", "plan afgelopen en niet gereed: 1.1a, 1.1b"),
    ):
        (row,) = national_rows([SeenRegion("proef", given, chosen)], day)
        assert (row.period, row.milestones, row.goals, row.findings_in_words) == (period, 2, 1, found)


@pytest.mark.parametrize(
    ("plan", "counted", "stopped", "share"),
    # 0 of 1.000 + 0; 200 of 2.000 + 200.
    [(1, 0, 300_00, "0,0%"), (2, 200_00, 0, "9,1%")],
)
def test_what_counts_for_the_minimum(plan: int, counted: int, stopped: int, share: str) -> None:
    state = contributions(of_plan(plan))
    assert state is not None
    assert (state.counted, state.stopped, shown_percent(state.shares[0])) == (counted, stopped, share)


@pytest.mark.parametrize(
    ("plan", "parties", "evaluation", "planning"),
    # Only one milestone has both a begin and an end.
    [
        (1, "0 van 1 partijen", "staat bij 2027-2028", "0 van 2 mijlpalen"),
        (2, "0 van 2 partijen", "1 van 1 vragen", "1 van 2 mijlpalen"),
    ],
)
def test_the_steps_of_overzicht(plan: int, parties: str, evaluation: str, planning: str) -> None:
    states = step_states(of_plan(plan))
    assert (states[0].phrase, states[1].phrase, states[5].phrase) == (parties, evaluation, planning)


@pytest.mark.parametrize(
    ("plan", "party", "expected"),
    [
        (1, 1, {"Voert uit (V)": ["1.1a Lab gekozen"]}),
        (1, 2, {"Voert uit (V)": ["1.1b Lab besteld (gereed)"]}),
        (1, 3, {}),
        (2, 1, {"Beslist (E)": ["1.1a Lab gebouwd"], "Voert uit (V)": ["1.1b Lab geopend"]}),
        (2, 2, {}),
        (2, 3, {"Voert uit (V)": ["1.1a Lab gebouwd"]}),
    ],
)
def test_the_sheet_of_a_party(plan: int, party: int, expected: dict[str, list[str]]) -> None:
    sheet = tables_of(build_party_sheet(of_plan(plan), Ref("parties", party), DraftOptions(TODAY)))
    assert {title: [" ".join(row[1:3]) for row in rows[1:]] for title, rows in sheet.items()} == expected


@pytest.mark.parametrize(
    ("meeting", "answers"),
    # Each meeting votes on its own answers, on the wall and on the phones alike.
    [(1, [("Het lab", 3), ("De bus", 1)]), (2, [("De stages", 5)])],
)
def test_the_wall_and_the_phones_show_the_answers_of_their_meeting(
    meeting: int, answers: list[tuple[str, int]]
) -> None:
    dossier = of_plan(2)
    walk = Moment(dossier, WorkshopPosition(session=meeting)).walk
    point = next(place for place, at in enumerate(walk.agenda) if at.question == 1)
    moment = Moment(dossier, WorkshopPosition(session=meeting, point=point, round=Round.STEMMEN, question=1))
    assert [(one.text, one.votes) for one in moment.by_votes] == answers
    stand = stand_of(moment)
    assert (stand.text, [one.text for one in stand.answers]) == ("Wat ging goed?", [text for text, _ in answers])


def test_a_list_with_two_evaluations_says_which_each_answer_is_of() -> None:
    dossier = of_plan(2)
    rows = answer_rows(dossier, dossier.of(Question)[1])
    assert [(row.cells[1], row.below) for row in rows] == [
        ("De stages", "over 2027-2028 · tafel 1 · ▬▬▬▬▬ 5 stemmen · succes"),
        ("Het lab", "over 2025-2026 · tafel 1 · ▬▬▬ 3 stemmen · succes"),
        ("De bus", "over 2025-2026 · tafel 2 · ▬ 1 stem · succes"),
    ]
    answers = {number: one for number, one in dossier.whole.of(Answer).items() if number < 3}
    one = dossier.whole.with_tables({"answers": answers}).seen_in(2)
    assert [row.below for row in answer_rows(one, one.of(Question)[1])] == [
        "tafel 1 · ▬▬▬ 3 stemmen · succes",
        "tafel 2 · ▬ 1 stem · succes",
    ]


def test_who_stopped_in_a_plan_that_is_over_is_no_finding_any_more() -> None:
    """Zuid stopped in it with a role, a partnership and a contribution; nobody can take them over now."""
    for day, expected in ((date(2026, 12, 31), 2), (date(2027, 1, 1), 0)):
        told = [one for one in findings(of_plan(1), day) if one.check.startswith("stopped_party")]
        assert len(told) == expected
