"""What the chapters of the draft say at their edges, worked out by hand: one more, one less, and neither."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date

import pytest

from sto_tui.documents.word import DraftOptions, build
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Answer, AnswerKind, Decision, DecisionKind, Question, QuestionPart
from sto_tui.domain.learning import Lesson
from sto_tui.domain.milestones import Milestone, Progress, Stoplicht
from sto_tui.domain.money import BudgetLine, Cofinancing, CofinancingStatus, Payment, Realised
from sto_tui.domain.parties import Party
from sto_tui.domain.plan import Chapter, ChapterText, Goal, Phase, Speerpunt, Theme
from sto_tui.domain.record import Record, Ref
from sto_tui.domain.region import PlanPeriod
from tests.support.by_hand import DAY, dossier_with, draft_of, paragraphs_of, tables_of

OLD = PlanPeriod(id=2, label="2025-2026", start=date(2025, 1, 1), end=date(2026, 12, 31))
PLAN = PlanPeriod(id=1, label="2027-2028", start=date(2027, 1, 1), end=date(2028, 12, 31), current=True)
GRANT = PlanPeriod(id=3, label="2027-2030", start=date(2027, 1, 1), end=date(2030, 12, 31), detail="outline")
NO_BREAK = "\N{NO-BREAK SPACE}"


def lines_of(*records: Record, day: date = DAY) -> list[str]:
    return [line.replace(NO_BREAK, " ") for line in paragraphs_of(draft_of(dossier_with(*records), day))]


def table_of(title: str, *records: Record, day: date = DAY) -> list[list[str]]:
    rows = tables_of(draft_of(dossier_with(*records), day))[title]
    return [[cell.replace(NO_BREAK, " ") for cell in row] for row in rows]


# 2 Terugblik.


DECISIONS = "Besluiten en waar ze in dit plan terugkomen"
SPEERPUNT = Speerpunt(id=1, theme=1, number="1.1", title="Labs", periods=(1,))
THEME = Theme(id=1, number=1, title="Ontdekken", periods=(1,))


@pytest.mark.parametrize(
    ("becomes", "why_not", "told"),
    [
        ((), "Te duur.", ["niet in het plan", "Niet in het plan", "Te duur."]),
        # What comes back is in the plan, whatever was written before that was so.
        ((Ref("speerpunten", 1),), "Te duur.", ["speerpunt 1.1"]),
    ],
)
def test_a_decision_comes_back_or_says_why_not(becomes: tuple[Ref, ...], why_not: str, told: list[str]) -> None:
    decision = Decision(id=1, text="Labs blijven", kind=DecisionKind.BEHOUDEN, becomes=becomes, why_not=why_not)
    first, *rest = table_of(DECISIONS, PLAN, THEME, SPEERPUNT, decision)[1:]
    assert [first[-1], *(cell for row in rest for cell in dict.fromkeys(row))] == told


@pytest.mark.parametrize(
    ("lesson", "speerpunten", "row"),
    [
        ("Begin klein", (), ["1", "Bus", "Begin klein", "–"]),
        ("", (1,), ["1", "Bus", "–", "speerpunt 1.1"]),
        ("", (), []),
    ],
)
def test_an_example_of_which_nothing_is_taken_is_not_told(
    lesson: str, speerpunten: tuple[int, ...], row: list[str]
) -> None:
    one = Lesson(id=1, title="Bus", lesson=lesson, speerpunten=speerpunten)
    draft = draft_of(dossier_with(PLAN, THEME, SPEERPUNT, one))
    rows = tables_of(draft).get("Leren van anderen", [])[1:]
    assert [cell for number, title, _, *rest in rows for cell in (number, title, *rest)] == row


def test_where_an_example_comes_from_stands_below_it() -> None:
    lessons = (
        Lesson(id=1, title="Bus", lesson="Begin klein", source="Regio Zuid"),
        Lesson(id=2, title="Lab", lesson="Deel het"),
    )
    assert table_of("Leren van anderen", PLAN, *lessons)[1:] == [
        ["1", *["Bus"] * 2, "praktijkvoorbeeld", "Begin klein", "–"],
        ["Bron", "Bron", *["Regio Zuid"] * 4],
        ["2", *["Lab"] * 2, "praktijkvoorbeeld", "Deel het", "–"],
    ]


def test_a_goal_goes_on_as_that_of_this_plan() -> None:
    """Goal 1 of 2025-2026 goes on as 4 in this plan, and as 7 in the plan op hoofdlijnen beside it."""
    goals = (
        Goal(id=1, number=1, text="Instroom", periods=(2,), outcome="deels"),
        Goal(id=2, number=4, text="Instroom", periods=(1,), continues=1),
        Goal(id=3, number=7, text="Instroom", periods=(3,), continues=1),
    )
    table = table_of("Doelen uit 2025-2026, en hoever ze zijn gehaald", OLD, PLAN, GRANT, *goals)
    assert [row for row in table if row[0] == "Hoe verder"] == [[*["Hoe verder"] * 2, *["Gaat door als doel 4."] * 3]]


def test_a_remark_says_which_goal_was_meant() -> None:
    """Of the plan before, of this plan, a speerpunt, and of none; one that went is not named."""
    asked = Question(id=1, part=QuestionPart.DOELEN, text="Is dit doel gelukt?")
    about = (Ref("goals", 1), Ref("goals", 2), Ref("speerpunten", 1), None, Ref("goals", 9))
    answers = [
        Answer(id=number, question=1, text=f"Ja {number}", kind=AnswerKind.OPMERKING, about=ref, period=2)
        for number, ref in enumerate(about, 1)
    ]
    goals = (
        Goal(id=1, number=3, text="Oud", periods=(2,)),
        Goal(id=2, number=5, text="Nieuw", periods=(1,)),
    )
    rows = table_of("Opmerkingen die de deelnemers inbrachten", OLD, PLAN, THEME, SPEERPUNT, asked, *goals, *answers)
    assert [row[1] for row in rows] == [
        "Opmerking",
        *("Is dit doel gelukt? / Doel 3 (2025-2026)", "Ja 1"),
        *("Is dit doel gelukt? / Doel 5", "Ja 2"),
        *("Is dit doel gelukt? / Speerpunt 1.1", "Ja 3"),
        *("Is dit doel gelukt?", "Ja 4", "Ja 5"),
    ]


def test_remarks_stand_below_their_question_in_the_order_of_the_questions() -> None:
    """Of one question those with the most votes come first; the numbers go on through the table."""
    first, second, third = (
        Question(id=number, part=QuestionPart.SAMENWERKING, text=text, order=order)
        for number, text, order in ((1, "Later?", 2), (2, "Eerst?", 1), (3, "Niemand?", 3))
    )
    answers = [
        Answer(id=number, question=question, text=text, kind=AnswerKind.OPMERKING, votes=votes, period=2)
        for number, question, text, votes in (
            (1, 1, "Veel", 9),
            (2, 2, "Weinig", 1),
            (3, 2, "Meer", 4),
            (4, 1, "Geen", 0),
        )
    ]
    rows = table_of("Opmerkingen die de deelnemers inbrachten", OLD, PLAN, first, second, third, *answers)
    assert rows == [
        ["Nr", "Opmerking", "Stemmen"],
        ["", "Eerst?", ""],
        ["1", "Meer", "4"],
        ["2", "Weinig", "1"],
        ["", "Later?", ""],
        ["3", "Veel", "9"],
        ["4", "Geen", "–"],
    ]


def test_what_most_people_chose_stands_on_top() -> None:
    """Of as many votes the first that was said; what nobody chose stands last."""
    answers = [
        Answer(id=number, question=1, text=text, kind=AnswerKind.SUCCES, votes=votes, period=2)
        for number, (text, votes) in enumerate((("Geen", 0), ("Bus", 2), ("Lab", 5), ("Les", 2)), 1)
    ]
    rows = table_of("Successen die de deelnemers inbrachten", OLD, PLAN, *answers)
    assert rows[1:] == [["1", "Lab", "5"], ["2", "Bus", "2"], ["3", "Les", "2"], ["4", "Geen", "–"]]


def test_what_was_aimed_at_and_reached_has_each_its_own_year() -> None:
    reached = Goal(
        id=1, number=1, text="Instroom", periods=(2,), target="430", target_year=2026, reached="431", reached_year=2025
    )
    rows = table_of("Doelen uit 2025-2026, en hoever ze zijn gehaald", OLD, PLAN, reached)
    assert [(row[0], row[-1]) for row in rows[2:]] == [("Streefwaarde (2026)", "430"), ("Bereikt (2025)", "431")]


def test_what_goes_on_is_said_of_the_plan_before() -> None:
    """*Wat ervan doorgaat* would be said of the goals, which stand before it, or of nothing at all."""
    old = (OLD, Theme(id=9, number=1, title="Oud", periods=(2,)))
    (lead,) = (line for line in lines_of(*old, PLAN, THEME) if line.startswith("Dit hoofdstuk laat zien wat uit"))
    assert lead == "Dit hoofdstuk laat zien wat uit 2025-2026 doorgaat."


# 4 Doelen.


@pytest.mark.parametrize(
    ("of_themes", "of_speerpunt", "legend", "row_itself"),
    [
        (((1, 2), (1, 2)), (), "X draagt bij.", "wat op de rij staat, of "),
        # One theme has a dash, also where another works at all goals.
        (((1, 2), (1,)), (), "X draagt bij; – draagt niet rechtstreeks bij.", "wat op de rij staat, of "),
        (((1, 2), ()), (), "X draagt bij; – draagt niet rechtstreeks bij.", "wat op de rij staat, of "),
        (((), ()), (1,), "X draagt bij; – draagt niet rechtstreeks bij.", ""),
    ],
)
def test_a_dash_is_explained_where_a_theme_has_one(
    of_themes: Sequence[tuple[int, ...]], of_speerpunt: tuple[int, ...], legend: str, row_itself: str
) -> None:
    themes = [Theme(id=number, number=number, title="T", goals=goals) for number, goals in enumerate(of_themes, 1)]
    goals = [Goal(id=number, number=number, text="Doel") for number in (1, 2)]
    plan = dossier_with(*themes, *goals, SPEERPUNT.changed(periods=(), goals=of_speerpunt))
    data = draft_of(plan)
    assert [line for line in paragraphs_of(data) if line.startswith("X draagt bij")] == [legend]
    meaning = f"Een X: {row_itself}ten minste één speerpunt {'ervan, ' if row_itself else ''}werkt aan het doel."
    assert meaning in descriptions_of(data)


def descriptions_of(data: bytes) -> str:
    """What is read aloud of each table."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read("word/document.xml").decode()


# 5 Thema’s en speerpunten.


@pytest.mark.parametrize(
    ("serves", "told"),
    [
        ((2,), [["Draagt bij aan", "doel 5"]]),
        # Their numbers, in the order of the plan.
        ((3, 1), [["Draagt bij aan", "doelen 4 en 6"]]),
        # Goal 4 is of the plan before.
        ((4,), []),
        ((), []),
    ],
)
def test_a_theme_serves_its_own_goals(serves: tuple[int, ...], told: list[list[str]]) -> None:
    goals = [Goal(id=number, number=number + 3, text="Meer", periods=(1,)) for number in (1, 2, 3)]
    before = Goal(id=4, number=1, text="Oud", periods=(2,))
    draft = draft_of(dossier_with(OLD, PLAN, *goals, before, THEME.changed(goals=serves)))
    assert tables_of(draft).get("Waar thema 1 bij hoort", []) == told


@pytest.mark.parametrize(
    ("spans", "told"),
    [
        # In the order of the region, which need not be that of the years.
        (((2028, 2029), (2027, 2027)), "Looptijd 2027–2029"),
        (((2027, 2027), (2027, 2027)), "Looptijd 2027"),
        ((), ""),
    ],
)
def test_a_speerpunt_runs_from_its_first_year_to_its_last(spans: Sequence[tuple[int, int]], told: str) -> None:
    phases = tuple(
        Phase(id=number, label=str(first), start=date(first, 1, 1), end=date(last, 12, 31))
        for number, (first, last) in enumerate(spans, 1)
    )
    rows = table_of("Speerpunt 1.1 Labs", PLAN, THEME, SPEERPUNT.changed(phases=phases))
    assert rows[0][2].partition(" · ")[0].removeprefix("[") in (told, "Nog in te vullen: doelen bij speerpunt 1.1]")
    assert ("Looptijd" in rows[0][2]) is bool(told)


def test_a_milestone_of_a_speerpunt_that_is_gone_stands_with_its_theme() -> None:
    """Of three of theme 1: one of speerpunt 1.1, one of none, and one of a speerpunt that was removed."""
    milestones = [
        Milestone(id=number, number=f"1.{number}", title="Stap", theme=1, speerpunt=speerpunt, due=date(2027, 5, 1))
        for number, speerpunt in enumerate((1, None, 9), 1)
    ]
    rows = table_of("Mijlpalen van thema 1 als geheel", PLAN, THEME, SPEERPUNT, *milestones)
    assert [row[0] for row in rows[1:]] == ["1.2", "1.3"]


# 8 Planning.


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        # The last day of the plan is one of its days.
        (((2028, 12, 31),), ""),
        (((2028, 6, 1), (2028, 7, 1), (2029, 1, 1)), "De mijlpaal die klaar is {}, staat in een eigen tabel."),
        (((2028, 6, 1), (2029, 1, 1), (2029, 2, 1)), "Wat klaar is {}, staat in een eigen tabel."),
    ],
)
def test_what_is_due_after_the_plan_is_counted_by_what_lies_there(
    days: Sequence[tuple[int, int, int]], sentence: str
) -> None:
    milestones = [
        Milestone(id=number, number=f"1.{number}", title="Stap", theme=1, due=date(*day))
        for number, day in enumerate(days, 1)
    ]
    (lead,) = (line for line in lines_of(PLAN, THEME, *milestones) if line.startswith("De mijlpalen staan per kw"))
    outside = sentence.format("buiten de planperiode 2027-2028")
    assert lead == f"De mijlpalen staan per kwartaal. {outside}".rstrip()


# 9 Monitoring.


def test_the_log_of_a_plan_that_is_over_ends_with_the_plan() -> None:
    """A line of the day after the plan is of a later one; a text without a heading opens the chapter, and once."""
    over = PLAN.changed(label="2025-2026", start=date(2025, 1, 1), end=date(2026, 12, 31))
    lines = [
        Progress(id=number, milestone=1, date=day, light=Stoplicht.GROEN, note=note)
        for number, (day, note) in enumerate(((date(2026, 12, 31), "Laatste dag"), (date(2027, 1, 1), "Erna")), 1)
    ]
    milestone = Milestone(id=1, number="1.1", title="Bus", theme=1, light=Stoplicht.GROEN, due=date(2026, 12, 1))
    opening = ChapterText(id=1, chapter=Chapter.MONITORING, text="Zo volgen wij het plan.")
    records = (over, THEME, milestone, opening, *lines)
    rows = table_of("Logboek, nieuwste boven", *records, day=date(2027, 3, 1))
    assert [row[3] for row in rows[1:]] == ["Laatste dag"]
    assert lines_of(*records, day=date(2027, 3, 1)).count("Zo volgen wij het plan.") == 1


def test_a_line_of_the_log_tells_what_it_was_stuck_on_and_what_was_done() -> None:
    """Of each line only what was said; the newest stands on top."""
    log = (
        Progress(id=1, milestone=1, date=date(2027, 2, 1), light=Stoplicht.GROEN, note="Loopt"),
        Progress(id=2, milestone=1, date=date(2027, 3, 1), light=Stoplicht.ROOD, obstacle="Geen bus", measure="Huren"),
    )
    milestone = Milestone(id=1, number="1.1", title="Bus", theme=1, light=Stoplicht.ROOD, due=date(2027, 12, 1))
    rows = table_of("Logboek, nieuwste boven", PLAN, THEME, milestone, *log, day=date(2027, 3, 2))
    assert [list(dict.fromkeys(row)) for row in rows[1:]] == [
        ["01-03-2027", "1.1 Bus", "rood", "–"],
        ["Knelpunt", "Geen bus"],
        ["Maatregel", "Huren"],
        ["01-02-2027", "1.1 Bus", "groen", "Loopt"],
    ]


@pytest.mark.parametrize(
    ("light", "logged", "told"),
    [
        (Stoplicht.NIET_GESTART, None, "Het logboek heeft geen regels: "),
        (Stoplicht.GROEN, date(2027, 3, 1), ""),
        (Stoplicht.GROEN, date(2027, 3, 2), "Het logboek heeft tot en met 1 maart 2027 geen regels: "),
    ],
)
def test_counts_that_rest_on_an_empty_log_say_so(light: Stoplicht, logged: date | None, told: str) -> None:
    line = [Progress(id=1, milestone=1, date=logged, light=light)] if logged else []
    milestone = Milestone(id=1, number="1.1", title="Bus", theme=1, light=light, due=date(2027, 12, 1))
    lines = lines_of(PLAN, THEME, milestone, *line, day=date(2027, 3, 1))
    rest = "wat nergens gereed is gemeld, telt hier als niet gestart."
    said = [line for line in lines if line.endswith(rest)]
    assert len(said) == bool(told)
    assert all(line.endswith(told + rest) for line in said)


# 11 Begroting.


def test_what_cannot_be_reckoned_has_a_dash_and_no_zero() -> None:
    """Costs of 9.000 and 500 given; nobody said what the subsidy is, so of that nothing is short and nothing enough."""
    line = BudgetLine(id=1, title="Lab", year=2027, quantity=1, unit="post", price=9_000_00)
    given = Cofinancing(id=1, title="Uren", year=2027, quantity=10, unit="uur", rate=50_00, status="getekend")
    rows = table_of("Cofinanciering naast het minimum, 2027", PLAN, line, given)
    # 500 of 9.500 is 5,26%; a tenth of the whole asks 1.000 beside 9.000.
    assert rows[1:] == [
        ["Subsidiabele begroting met cofinanciering", "€ 9.500", "€ 500", "5,3%", "10%", "€ 500"],
        ["Subsidie", "–", "€ 500", "–", "10%", "–"],
    ]


def test_the_money_of_a_plan_is_that_of_its_years_until_its_newest_booking() -> None:
    """What was proved in 2026 is of the plan before; the day is that of the last payment, not that of the paper."""
    gifts = [
        Cofinancing(id=year, title="Uren", year=year, quantity=1, unit="uur", rate=50_00, evidence=f"Lijst {year}")
        for year in (2026, 2027)
    ]
    line = BudgetLine(id=1, title="Lab", year=2027, quantity=1, unit="post", price=900_00)
    paid = Payment(id=1, budget_line=1, date=date(2027, 2, 1), amount=100_00)
    records = (OLD, PLAN, line, paid, *gifts)
    proof = table_of("Bewijs bij de cofinanciering", *records, day=date(2027, 3, 15))
    assert [row[-1] for row in proof[1:]] == ["Lijst 2027"]
    assert "Uitgaven tot en met 1 februari 2027." in lines_of(*records, day=date(2027, 3, 15))


def test_more_than_was_intended_takes_nothing_from_another_contribution() -> None:
    """1.000 intended of which 1.500 came counts as 1.500, and 700 intended stays intended."""
    hoped = [
        Cofinancing(id=number, title="Uren", year=2027, quantity=1, unit="post", rate=cents, status="beoogd")
        for number, cents in enumerate((1_000_00, 700_00), 1)
    ]
    line = BudgetLine(id=1, title="Lab", year=2027, quantity=1, unit="post", price=9_000_00)
    came = Realised(id=1, contribution=1, date=date(2026, 11, 1), amount=1_500_00)
    lines = lines_of(PLAN, line, *hoped, came)
    assert any("€ 700 is alleen beoogd en telt niet mee." in told for told in lines)
    rows = table_of("Cofinanciering naast het minimum, 2027", PLAN, line, *hoped, came)
    assert [row[2] for row in rows[1:]] == ["€ 1.500", "€ 1.500"]


# The cover, and the report.


@pytest.mark.parametrize(
    ("status", "day"),
    [("concept", "22 november 2026"), ("voorgelegd", "22 november 2026"), ("vastgesteld", "17 september 2026")],
)
def test_the_day_on_which_a_plan_was_adopted_is_its_day_once_it_is(status: str, day: str) -> None:
    """Who sends an adopted plan back has its day still, and it is no day of that plan any more."""
    plan = PLAN.changed(plan_status=status, adopted_on=date(2026, 9, 17))
    rows = table_of("Gegevens van dit plan", plan)
    assert [row[1] for row in rows if row[0] == "Datum"] == [day]


def test_a_report_counts_what_was_ready_before_its_period_apart() -> None:
    """1.1 was ready in March, 1.2 in August, 1.3 is groen: 2 of 3, of which 1 before July."""
    done = (date(2027, 3, 1), date(2027, 8, 1), None)
    milestones = [
        Milestone(
            id=number,
            number=f"1.{number}",
            title="Stap",
            speerpunt=1,
            start=date(2027, 1, 1),
            due=date(2028, 3, 1),
            light=Stoplicht.GEREED if day else Stoplicht.GROEN,
            done_on=day,
        )
        for number, day in enumerate(done, 1)
    ]
    log = Progress(id=1, milestone=3, date=date(2027, 8, 2), light=Stoplicht.GROEN)
    plan = dossier_with(PLAN, THEME, SPEERPUNT, *milestones, log)
    assert counts_in(plan, "voortgangsrapportage") == "2 van 3 gereed (1 al eerder)."
    assert counts_in(plan, "eindverslag") == "2 van 3 gereed."


def counts_in(plan: Dossier, part: str) -> str:
    """What a report on the second half of 2027 says of its only speerpunt."""
    data = build(plan, DraftOptions(date(2027, 12, 31), part)).data
    (row,) = (row for cells in tables_of(data).values() for row in cells if row[:2] == ["1.1", "Labs"])
    return row[-1]


@pytest.mark.parametrize(
    ("given_by", "told"),
    [
        ((1,), "van 1 partij; die heeft iets gerealiseerd."),
        # What nobody put in is put in by no party.
        ((None,), "van 1 partij; die heeft nog niets gerealiseerd."),
        ((1, None), "van 1 partij; die heeft iets gerealiseerd."),
    ],
)
def test_of_how_many_parties_something_came(given_by: Sequence[int | None], told: str) -> None:
    parties = (1, None)
    planned = [
        Cofinancing(
            id=number, party=party, year=2027, quantity=1, unit="post", rate=100_00, status=CofinancingStatus.GETEKEND
        )
        for number, party in enumerate(parties, 1)
    ]
    came = [
        Realised(id=number, contribution=parties.index(party) + 1, date=date(2027, 2, 1), amount=50_00)
        for number, party in enumerate(given_by, 1)
    ]
    plan = dossier_with(PLAN, THEME, Party(id=1, name="Staal bv"), *planned, *came)
    data = build(plan, DraftOptions(date(2027, 6, 1), "voortgangsrapportage")).data
    assert any(told in line for line in paragraphs_of(data))
