"""A dossier of two periods through the lens of each, worked out by hand; and that no lens loses anything."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sto_tui.domain.change import NotSavedError, Occasion, adding, carried_out, changing, removing
from sto_tui.domain.communication import Communication
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Action, Answer, Decision, Meeting, Question, QuestionPart, Score
from sto_tui.domain.lens import before
from sto_tui.domain.milestones import Milestone, Progress, Stoplicht, Veri, VeriCode
from sto_tui.domain.money import BudgetLine, Cofinancing
from sto_tui.domain.parties import Party
from sto_tui.domain.plan import Chapter, ChapterText, Goal, Risk, Speerpunt, Theme
from sto_tui.domain.record import Record, Ref
from sto_tui.domain.region import Deadline, PlanPeriod, Region
from sto_tui.domain.steering import Resolution
from sto_tui.domain.tables import BY_MODEL, TABLES
from sto_tui.domain.vision import VisionSection

OLD, NOW, NEXT = 1, 2, 3
PERIODS = (
    PlanPeriod(id=OLD, label="2023-2024", start=date(2023, 1, 1), end=date(2024, 12, 31)),
    PlanPeriod(id=NOW, label="2025-2026", start=date(2025, 1, 1), end=date(2026, 12, 31), current=True),
    PlanPeriod(id=NEXT, label="2027-2028", start=date(2027, 1, 1), end=date(2028, 12, 31)),
)


def dossier_of(*records: Record) -> Dossier:
    tables: dict[str, dict[int, Record]] = {name: {} for name in TABLES}
    for record in (Region(id=1, name="Proefland"), *PERIODS, *records):
        tables[BY_MODEL[type(record)].name][record.id] = record
    return Dossier(tables)


TWO = dossier_of(
    Party(id=1, name="Kompas"),
    Risk(id=1, text="Van nu", periods=(NOW,)),
    Risk(id=2, text="Van straks", periods=(NEXT,), continues=1),
    Risk(id=3, text="Van geen"),
    Question(id=1, part=QuestionPart.SUCCESSEN, text="Wat ging goed?"),
    Goal(id=1, number=1, text="Van toen", periods=(NOW,), reformulated_as=2),
    Goal(id=2, number=1, text="Van straks", periods=(NEXT,)),
    Goal(id=3, number=2, text="Van beide", periods=(NOW, NEXT)),
    Goal(id=4, number=3, text="Van geen"),
    Theme(id=1, number=1, title="Nu", periods=(NOW,)),
    Theme(id=2, number=1, title="Straks", periods=(NEXT,)),
    Theme(id=3, number=2, title="Loopt door", periods=(NOW,)),
    Speerpunt(id=1, theme=1, number="1.1", title="Als het thema"),
    Speerpunt(id=2, theme=2, number="1.1", title="Straks"),
    Speerpunt(id=3, theme=3, number="2.1", title="Alleen straks", periods=(NEXT,)),
    Milestone(id=1, number="1.1a", title="Nu", speerpunt=1, due=date(2027, 3, 1)),
    Milestone(id=2, number="1.1a", title="Straks", speerpunt=2),
    Milestone(id=3, number="M1", title="Naar de dag", start=date(2026, 11, 1), due=date(2027, 2, 1)),
    Milestone(id=4, number="M2", title="Zonder dag"),
    Milestone(id=5, number="2.1a", title="Van het thema", theme=3, due=date(2028, 1, 1)),
    Milestone(id=6, number="M3", title="Laatste dag", due=date(2026, 12, 31)),
    Milestone(id=7, number="M4", title="Eerste dag", start=date(2027, 1, 1)),
    Veri(id=1, row=Ref("milestones", 2), party=Ref("parties", 1), code=VeriCode.VERANTWOORDELIJK),
    Progress(id=1, milestone=1, date=date(2026, 1, 1), light=Stoplicht.GROEN),
    BudgetLine(id=1, title="Nu", year=2026),
    BudgetLine(id=2, title="Straks", year=2027),
    BudgetLine(id=3, title="Ooit", year=2031),
    Cofinancing(id=1, title="Uren", year=2028),
    ChapterText(id=1, chapter=Chapter.INLEIDING, text="Nu.", period=NOW),
    ChapterText(id=2, chapter=Chapter.INLEIDING, text="Straks.", period=NEXT),
    VisionSection(id=1, section="Aanbod", period=NOW),
    VisionSection(id=2, section="Aanbod", period=NEXT),
    Meeting(id=1, title="Over toen", period=OLD),
    Meeting(id=2, title="Over nu", period=NOW),
    Decision(id=1, text="Uit toen", period=OLD),
    Decision(id=2, text="Uit de antwoorden"),
    Answer(id=1, question=1, text="Van de bijeenkomst", session=2, decision=2),
    Answer(id=2, question=1, text="Los", period=OLD),
    Answer(id=3, question=1, text="Van geen"),
    Score(id=1, statement=1, value=4, session=1),
    Action(id=1, text="Bel", decision=2),
)


def seen(dossier: Dossier) -> dict[str, set[int]]:
    return {table: set(records) for table, records in dossier.tables.items() if records and table != "region"}


EVERYWHERE = {"periods": {1, 2, 3}, "parties": {1}, "questions": {1}}


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        # At hand: with what belongs to nothing. The evaluation of 2025-2026 stands with the plan that follows from it.
        (
            NOW,
            {
                "goals": {1, 3, 4},
                "themes": {1, 3},
                "speerpunten": {1},
                "milestones": {1, 3, 4, 6},
                "progress": {1},
                "risks": {1, 3},
                "budget": {1, 3},
                "texts": {1},
                "vision": {1},
                "sessions": {1},
                "decisions": {1},
                "answers": {2},
                "scores": {1},
            },
        ),
        # 2027-2028 has no plan after it, so its own evaluation would stand here too; theme 3 comes with its speerpunt.
        # Milestone 5 names theme 3, which is of both: its day is in 2028.
        (
            NEXT,
            {
                "goals": {2, 3},
                "themes": {2, 3},
                "speerpunten": {2, 3},
                "milestones": {2, 3, 5, 7},
                "veri": {1},
                "risks": {2},
                "budget": {2},
                "cofinancing": {1},
                "texts": {2},
                "vision": {2},
                "sessions": {2},
                "decisions": {2},
                "answers": {1},
                "actions": {1},
            },
        ),
        # What looks back at no period looks back at what was before the first one.
        (OLD, {"answers": {3}}),
    ],
)
def test_each_period_by_hand(period: int, expected: dict[str, set[int]]) -> None:
    assert seen(TWO.seen_in(period)) == EVERYWHERE | expected


@pytest.mark.parametrize(
    ("day", "period"), [(date(2027, 3, 1), NEXT), (date(2026, 12, 31), NOW), (None, NOW), (date(2031, 1, 1), NOW)]
)
def test_what_is_told_is_of_the_plan_of_its_day_else_of_its_milestone(day: date | None, period: int) -> None:
    """Milestone 1 is of 2025-2026, and is told of in March 2027; a day of no plan says nothing."""
    line = Communication(id=1, audience="Ouders", message="Open", date=day, milestone=1)
    told = dossier_of(*TWO.of(Theme).values(), *TWO.of(Speerpunt).values(), TWO.of(Milestone)[1], line)
    assert [each for each in (OLD, NOW, NEXT) if told.seen_in(each).of(Communication)] == [period]


def test_by_default_it_is_the_period_at_hand_also_when_the_one_asked_for_is_gone() -> None:
    assert TWO.seen_in() is TWO.seen_in(NOW) is TWO.seen_in(99) is TWO.seen_in(NEXT).seen_in()
    assert [TWO.seen_in(period).current_period for period in (OLD, NOW, NEXT)] == list(PERIODS)


def test_a_plan_does_not_look_back_at_its_own_period() -> None:
    held = dossier_of(Meeting(id=1, title="Over straks", period=NEXT))
    assert set(held.seen_in(NEXT).of(Meeting)) == {1}
    assert set(held.seen_in(NEXT, as_plan=True).of(Meeting)) == set()


def test_what_is_of_another_period_has_its_name_and_its_links() -> None:
    """`Geherformuleerd als` leads from one lens to the other."""
    straks = TWO.seen_in(NEXT)
    assert 1 not in straks.of(Goal)
    assert straks.caption(Ref("goals", 1)) == "1 Van toen"
    assert straks.referrers(Ref("goals", 2)) == [Ref("goals", 1, "reformulated_as")]
    assert straks.periods_of("goals", TWO.of(Goal)[3]) == {NOW, NEXT}


def test_removing_through_a_lens_empties_what_refers_to_it_in_another_period() -> None:
    straks = TWO.seen_in(NEXT)
    after = carried_out(straks, removing(straks, straks.of(Goal)[2]))
    assert after.whole.of(Goal)[1].reformulated_as is None
    assert set(after.whole.of(Goal)) == {1, 3, 4}
    assert set(after.of(Goal)) == {3}


def test_what_a_lens_does_not_show_can_be_changed_and_removed_through_it() -> None:
    straks = TWO.seen_in(NEXT)
    hidden = TWO.of(Goal)[1]
    after = carried_out(straks, changing(straks, hidden, hidden.changed(text="Toch anders")))
    assert (after.whole.of(Goal)[1].text, set(after.of(Goal))) == ("Toch anders", {2, 3})
    assert 1 not in carried_out(straks, removing(straks, hidden)).whole.of(Goal)


def test_stoplicht_and_log_of_what_a_lens_does_not_show_change_together() -> None:
    straks = TWO.seen_in(NEXT)
    hidden = TWO.of(Milestone)[1]
    occasion = Occasion(straks, date(2026, 2, 1), "ik")
    ready = hidden.changed(light=Stoplicht.GEREED)
    for seen_as in (TWO, straks):
        assert changing(seen_as, hidden, ready, occasion) == changing(
            TWO, hidden, ready, Occasion(TWO, occasion.day, "ik")
        )
    with pytest.raises(NotSavedError, match="Op 1 januari 2026 stond deze mijlpaal volgens het logboek op groen"):
        changing(straks, hidden, ready.changed(done_on=date(2025, 12, 1)), occasion)
    lit = carried_out(
        TWO, adding(TWO, Progress(milestone=1, date=occasion.day, light=Stoplicht.ROOD), occasion=occasion)
    )
    assert lit.of(Milestone)[1].light is Stoplicht.ROOD
    line = next(line for line in lit.progress_of(1) if line.light is Stoplicht.ROOD)
    # Without its last line it stands as the line before says.
    taken_back = carried_out(lit.seen_in(NEXT), removing(lit.seen_in(NEXT), line))
    assert taken_back.whole.of(Milestone)[1].light is Stoplicht.GROEN


def test_a_dossier_of_one_period_is_seen_as_it_is() -> None:
    one = Dossier({**TWO.tables, "periods": {NOW: PERIODS[1]}})
    assert set(one.seen_in().of(BudgetLine)) == {1, 2, 3}
    assert dossier_of().seen_in(NOW) is not None


numbers = st.lists(st.sampled_from([OLD, NOW, NEXT]), max_size=3, unique=True).map(tuple)
days = st.none() | st.dates(date(2022, 1, 1), date(2029, 12, 31))


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    own = st.none() | st.sampled_from([OLD, NOW, NEXT, 9])
    records: list[Record] = []
    for number in range(1, 4):
        records += [
            Goal(id=number, number=number, text="Doel", periods=draw(numbers)),
            Theme(id=number, number=number, title="Thema", periods=draw(numbers)),
            Speerpunt(id=number, theme=draw(st.integers(1, 4)), number=f"1.{number}", title="S", periods=draw(numbers)),
            Milestone(
                id=number,
                number=f"m{number}",
                title="Mijlpaal",
                speerpunt=draw(st.none() | st.integers(1, 4)),
                theme=draw(st.none() | st.integers(1, 4)),
                start=draw(days),
                due=draw(days),
            ),
            Progress(id=number, milestone=draw(st.integers(1, 4)), date=date(2025, 1, 1), light=Stoplicht.GROEN),
            BudgetLine(id=number, title="Post", year=draw(st.integers(2021, 2030))),
            ChapterText(id=number, chapter=Chapter.INLEIDING, text="Tekst", period=draw(own)),
            Meeting(id=number, title="Bijeenkomst", period=draw(own)),
            Decision(id=number, text="Besluit", period=draw(own)),
            Answer(id=number, question=1, text="Antwoord", session=draw(st.none() | st.integers(1, 4))),
            Action(id=number, text="Actie", decision=draw(st.none() | st.integers(1, 4))),
        ]
    return dossier_of(*records)


@given(dossiers())
def test_no_record_is_lost_from_sight_and_none_is_told_where_it_does_not_belong(dossier: Dossier) -> None:
    views = {period.id: dossier.seen_in(period.id) for period in PERIODS}
    for table, records in dossier.tables.items():
        for number, record in records.items():
            where = {period for period, view in views.items() if number in view.tables[table]}
            assert where, f"{table}/{number} is in no view"
            belongs = dossier.periods_of(table, record)
            if table in ("goals", "themes", "speerpunten", "milestones", "progress", "budget", "texts"):
                assert where == (belongs or {NOW})
    for view in views.values():
        assert all(
            speerpunt.theme in view.of(Theme) for speerpunt in view.of(Speerpunt).values() if speerpunt.theme < 4
        )


@given(dossiers(), st.sampled_from([OLD, NOW, NEXT]))
def test_a_change_through_a_lens_is_the_change_of_the_whole(dossier: Dossier, period: int) -> None:
    view = dossier.seen_in(period)
    for record in [*view.of(Goal).values(), *view.of(Milestone).values()]:
        after: Any = record.changed(number=7 if isinstance(record, Goal) else "7")
        for change in (changing(view, record, after), removing(view, record)):
            assert carried_out(view, change).whole.tables == carried_out(dossier, change).tables


def test_an_action_is_of_the_decision_of_the_evaluation_also_when_the_stuurgroep_decided_on_it() -> None:
    """The evaluation of 2023-2024 stands with 2025-2026; the stuurgroep decided in 2027."""
    resolution = Resolution(id=1, text="Doen", date=date(2027, 3, 1))
    decision = Decision(id=1, text="Blijft", period=OLD)
    for action, expected in (
        (Action(id=1, text="Bel", decision=1, resolution=1), {NOW}),
        (Action(id=1, text="Bel", resolution=1), {NEXT}),
        (Action(id=1, text="Bel", decision=1), {NOW}),
    ):
        dossier = dossier_of(resolution, decision, action)
        assert {period for period in (OLD, NOW, NEXT) if dossier.seen_in(period).of(Action)} == expected


def test_the_plan_before_is_the_one_that_ended_last() -> None:
    """The plan op hoofdlijnen began before the one within it, and ended a year later."""
    outline = PlanPeriod(id=4, label="2022-2025", start=date(2022, 1, 1), end=date(2025, 12, 31))
    within = PlanPeriod(id=5, label="2023-2024", start=date(2023, 1, 1), end=date(2024, 12, 31))
    later = PlanPeriod(id=6, label="2026-2027", start=date(2026, 1, 1), end=date(2027, 12, 31))
    assert before((outline, within, later), later) == outline
    assert before((outline, within, later), outline) is None


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        # The plan of 2025-2026 begins to be made on 1 July 2023, that of 2027-2028 on 1 July 2025.
        (date(2019, 3, 27), {OLD}),
        (date(2023, 6, 30), {OLD}),
        (date(2023, 7, 1), {OLD, NOW}),
        # 2023-2024 is accounted for until the end of 2025, 2025-2026 until the end of 2027.
        (date(2025, 12, 31), {OLD, NOW, NEXT}),
        (date(2026, 1, 1), {NOW, NEXT}),
        (date(2028, 1, 1), {NEXT}),
        (date(2035, 1, 1), {NEXT}),
    ],
)
def test_a_deadline_is_of_the_plan_that_is_made_or_accounted_for_then(day: date, expected: set[int]) -> None:
    dossier = dossier_of(Deadline(id=1, title="Rapportage", date=day))
    assert {period for period in (OLD, NOW, NEXT) if dossier.seen_in(period).of(Deadline)} == expected
