"""Small lists and lines of screens, each word of which was worked out by hand."""

from datetime import date

import pytest

from sto_tui.domain.change import Change
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Action, Answer, AnswerKind, Decision, Question, QuestionKind, QuestionPart, Score
from sto_tui.domain.handed_in import ChangeReason, Submission
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.money import Cofinancing, CofinancingStatus, Equipment, Realised
from sto_tui.domain.parties import Party, PartyKind
from sto_tui.domain.plan import Goal, Support, Theme, Visit
from sto_tui.domain.record import Ref
from sto_tui.domain.region import HolidayRegion, PlanPeriod
from sto_tui.domain.steering import Resolution
from sto_tui.planning.checks.steps import step_states
from sto_tui.planning.evaluation.workshop import Round, WorkshopPosition
from sto_tui.planning.handed_in.comparison import Comparison
from sto_tui.planning.handed_in.difference import Difference, DifferenceKind, ReportBy
from sto_tui.planning.quick_entry.grammar import LinePlace
from sto_tui.planning.quick_entry.plan_period import PLAN_PERIOD
from sto_tui.planning.schedule.dates import Dates
from sto_tui.planning.schedule.replanning import Move
from sto_tui.screens.evaluation.rows import answers_head, difference_rows, filters
from sto_tui.screens.milestones.axis_days import free_time
from sto_tui.screens.overview.free_day_list import free_day_rows
from sto_tui.screens.overview.home_rows import NEXT_ACT_FROM, Room, step_rows
from sto_tui.screens.plan.money_rows import cofinancing_rows, equipment_rows
from sto_tui.screens.plan.support_rows import SUPPORT
from sto_tui.screens.plan.tree_rows import new_below
from sto_tui.screens.progress.changes import change_list
from sto_tui.screens.progress.resolution_rows import new_resolution, resolution_rows
from sto_tui.screens.veri.rows import LEGEND, legend
from sto_tui.screens.windows.proposed_moves import ProposalWindow
from sto_tui.screens.workshop.line_tasks import Correcting
from sto_tui.screens.workshop.moment import Moment
from sto_tui.widgets.matrix import NARROW_UNTIL
from sto_tui.widgets.record_list import Row
from tests.support.by_hand import dossier_with
from tests.support.small_tree import small_tree

TODAY = date(2027, 5, 1)
DAY = date(2027, 4, 2)


@pytest.mark.parametrize(
    ("reason", "reported_on", "below"),
    [
        (None, None, "Nog geen reden (t)."),
        ("", None, "Nog geen reden (t)."),
        ("De bouw\nliep uit.", None, "Reden: De bouw liep uit."),
        ("De bouw liep uit.", DAY, "Reden: De bouw liep uit. · gemeld op 02-04-2027"),
        ("", DAY, "Nog geen reden (t). · gemeld op 02-04-2027"),
    ],
)
def test_what_stands_below_a_change(reason: str | None, reported_on: date | None, below: str) -> None:
    handed_in = Submission(id=1, period=1, handed_in_on=DAY)
    about = "milestones/1/time"
    reasons = (
        []
        if reason is None
        else [ChangeReason(id=1, submission=1, about=about, reason=reason, reported_on=reported_on)]
    )
    changed = Difference(
        about, Ref("milestones", 1), DifferenceKind.ACTIVITY_MOVED, ReportBy.NEXT_REPORT, "Lab schuift."
    )
    shown = change_list(dossier_with(handed_in, *reasons), Comparison(handed_in, (changed,)))
    assert [row.below for row in shown.rows if row.cells and row.cells[0] == "Lab schuift."] == [below]


def test_a_decision_of_the_stuurgroep_asks_for_its_first_action_only() -> None:
    dossier = dossier_with(
        Resolution(id=1, text="Bouwen", date=date(2027, 2, 1), number="2027-1"),
        Resolution(id=2, text="Wachten", date=date(2027, 3, 1), number="2027-2"),
        Action(id=1, text="Bel de gemeente", owner="Anja", resolution=1, due=date(2027, 4, 30)),
    )
    told = [
        tuple(cell[0] if isinstance(cell, tuple) else cell for cell in row.cells)
        for row in resolution_rows(dossier, TODAY)
    ]
    assert told == [
        ("2027-2", "01-03-2027", "Wachten"),
        ("", "", "└ nog geen actie; enter maakt er een"),
        ("2027-1", "01-02-2027", "Bouwen"),
        ("", "30-04-2027", "└ Bel de gemeente · Anja · open"),
    ]


@pytest.mark.parametrize(
    ("supporter", "visits", "below"),
    [
        ("", (), ""),
        ("critical friend", (), "critical friend"),
        # The latest with an outcome; one without a day came before all others.
        ("", ((None, "een lijst"),), "een lijst"),
        ("Anja", ((date(2027, 2, 9), "twee ideeën"), (None, "een lijst")), "Anja · 09-02-2027: twee ideeën"),
        ("", ((None, "een lijst"), (date(2027, 2, 9), "twee ideeën")), "09-02-2027: twee ideeën"),
        ("", ((date(2027, 2, 9), "twee ideeën"), (date(2027, 3, 9), "")), "09-02-2027: twee ideeën"),
    ],
)
def test_what_came_of_support(supporter: str, visits: tuple[tuple[date | None, str], ...], below: str) -> None:
    held = tuple(Visit(id=number, date=day, outcome=outcome) for number, (day, outcome) in enumerate(visits, 1))
    asked = Support(id=1, question="Hoe verder?", supporter=supporter, visits=held)
    (row,) = SUPPORT.rows_of([asked], dossier_with(asked), TODAY)
    assert row.below == below


def texts(row: Row) -> list[str]:
    """What stands in the cells of a row that have anything."""
    found: list[str] = []
    for cell in row.cells:
        runs = [cell] if isinstance(cell, str) else [cell[0]] if isinstance(cell, tuple) else [text for text, _ in cell]
        found.append("".join(map(str, runs)).strip().replace("\N{NO-BREAK SPACE}", " "))
    return list(filter(None, found))


@pytest.mark.parametrize(
    ("at", "given"),
    [
        # Beside an action of this decision another one; a loose action and nothing at all say nothing.
        ("actions/1", {"resolution": 1}),
        ("actions/2", {}),
        (None, {}),
        ("resolutions/2", {"date": date(2027, 3, 1)}),
    ],
)
def test_what_is_new_belongs_to_what_the_cursor_is_on(at: str | None, given: dict[str, object]) -> None:
    dossier = dossier_with(
        Resolution(id=1, text="Bouwen", date=date(2027, 2, 1)),
        Resolution(id=2, text="Wachten", date=date(2027, 3, 1)),
        Action(id=1, text="Bel de gemeente", resolution=1),
        Action(id=2, text="Los"),
    )
    assert new_resolution(dossier, Ref.parse(at) if at else None) == given


def test_machines_are_written_off_per_year_each_and_together() -> None:
    """1.200 over 24 months from January 2027 is 600 a year; 300 over 12 months of 2028."""
    machines = (
        Equipment(id=1, title="Robot", purchase=1_200_00, in_use_from=date(2027, 1, 1), life=24),
        Equipment(id=2, title="Frees", purchase=300_00, in_use_from=date(2028, 1, 1), life=12),
    )
    rows = [texts(row) for row in equipment_rows(dossier_with(*machines), TODAY)]
    assert [[row[0], row[-1]] for row in rows if row] == [
        ["Robot", "€ 1.200"],
        ["2027", "€ 600"],
        ["2028", "€ 600"],
        ["Frees", "€ 300"],
        ["2028", "€ 300"],
        ["Afschrijving per jaar", "Afschrijving per jaar"],
        ["2027", "€ 600"],
        ["2028", "€ 900"],
        ["Totaal", "€ 1.500"],
    ]


@pytest.mark.parametrize(("today", "signed", "given"), [(date(2027, 5, 31), 900, 0), (date(2027, 6, 1), 0, 900)])
def test_what_is_given_on_a_later_day_is_signed_until_then(today: date, signed: int, given: int) -> None:
    gift = Cofinancing(id=1, title="Uren", year=2027, quantity=1, rate=900_00, status=CofinancingStatus.GEREALISEERD)
    came = Realised(id=1, contribution=1, date=date(2027, 6, 1), amount=900_00)
    rows = [texts(row) for row in cofinancing_rows(dossier_with(gift, came), today)[-5:]]
    assert rows == [
        ["beoogd", "€ 0"],
        ["toegezegd", "€ 0"],
        ["getekend", f"€ {signed}"],
        ["gerealiseerd", f"€ {given}"],
        ["Alles samen", "€ 900"],
    ]


def test_where_kinds_differ_the_highest_is_named_and_then_the_lowest() -> None:
    """A school gave 2, an mbo 4 and a company 5: 3 points between the last and the first."""
    kinds = ((PartyKind.VMBO, 2), (PartyKind.MBO, 4), (PartyKind.BEDRIJF, 5))
    asked = Question(id=1, part=QuestionPart.SAMENWERKING, kind=QuestionKind.SCALE, text="Wij werken samen")
    parties = [Party(id=number, name=kind.label, kind=kind) for number, (kind, _) in enumerate(kinds, 1)]
    scores = [Score(id=number, statement=1, party=number, value=value) for number, (_, value) in enumerate(kinds, 1)]
    (row,) = difference_rows(dossier_with(asked, *parties, *scores))
    assert row.below == "Verschil 3,0: bedrijf 5,0, vmbo 2,0"


@pytest.mark.parametrize(
    ("label", "told"),
    [("alles", None), ("successen", "Filter: successen (2 van 3); esc toont alles.")],
)
def test_a_filter_says_how_many_of_the_answers_it_shows(label: str, told: str | None) -> None:
    asked = Question(id=1, part=QuestionPart.SUCCESSEN, text="Wat ging goed?")
    kinds = (AnswerKind.SUCCES, AnswerKind.VERBETERPUNT, AnswerKind.SUCCES)
    answers = [Answer(id=number, question=1, text="Bus", kind=kind) for number, kind in enumerate(kinds, 1)]
    dossier = dossier_with(asked, *answers)
    kept = next(one for one in filters(dossier) if one.label == label)
    lines = [" ".join(texts(row)) for row in answers_head(dossier, asked, kept)]
    assert [line for line in lines if line.startswith("Filter")] == [told] * bool(told)


@pytest.mark.parametrize(
    ("at", "given"),
    [
        ("themes/1", {"theme": 1, "number": "1.3"}),
        ("speerpunten/1", {"speerpunt": 1, "number": "1.1c"}),
        ("milestones/1", {"speerpunt": 1, "number": "1.1c"}),
        ("milestones/4", {"theme": 2, "number": "2.1"}),
        ("milestones/6", {"number": "10"}),
        # Of two themes nobody knows which one is meant.
        ("goals/2", {"goals": (2,)}),
        (None, {"number": 3}),
    ],
)
def test_what_is_new_in_the_tree_belongs_below_the_cursor(at: str | None, given: dict[str, object]) -> None:
    assert new_below(small_tree(), Ref.parse(at) if at else None) == given


def test_a_speerpunt_of_a_goal_comes_in_the_only_theme() -> None:
    one = dossier_with(Goal(id=1, number=1, text="Instroom"), Theme(id=7, number=4, title="Labs"))
    assert new_below(one, Ref("goals", 1)) == {"goals": (1,), "theme": 7, "number": "4.1"}


@pytest.mark.parametrize(("width", "is_told"), [(NEXT_ACT_FROM - 1, False), (NEXT_ACT_FROM, True)])
def test_a_wide_window_says_what_comes_next_in_each_step(width: int, is_told: bool) -> None:
    dossier = dossier_with()
    for row, state in zip(step_rows(dossier, (), Room(width, 30)), step_states(dossier), strict=True):
        assert any(text.endswith(state.next_act) for text in texts(row)) is (is_told and not state.is_done)


@pytest.mark.parametrize(("width", "is_told"), [(NARROW_UNTIL - 1, False), (NARROW_UNTIL, True)])
def test_a_narrow_matrix_explains_its_letters_only(width: int, is_told: bool) -> None:
    words = " ".join(text for line in legend(width) for text, _ in line)
    assert "eindverantwoordelijk" in words
    assert (LEGEND[-1][1] in words) is is_told


def test_the_axis_has_no_public_holiday_that_falls_in_a_weekend() -> None:
    """In 2027 Christmas is a Saturday and a Sunday, and 27 April a Tuesday; Easter Monday 29 March, Ascension 6 May."""
    span = (date(2027, 1, 1), date(2027, 12, 31))
    single = free_time(dossier_with(), span).single
    assert date(2027, 12, 25) not in single
    assert date(2027, 12, 26) not in single
    assert {date(2027, 1, 1), date(2027, 3, 29), date(2027, 4, 27), date(2027, 5, 6)} <= set(single)
    assert free_time(dossier_with(holiday_region=HolidayRegion.NOORD), span).caption == "Vrij, regio noord"


@pytest.mark.parametrize(
    ("today", "last"),
    [
        (date(2040, 1, 1), "Van na vandaag zijn ze sto-tui niet bekend; voeg ze met a toe."),
        (None, "Kies in het regioprofiel een vakantieregio, dan staan hier ook de schoolvakanties."),
    ],
)
def test_which_school_holidays_are_not_known(today: date | None, last: str) -> None:
    dossier = dossier_with(holiday_region=HolidayRegion.MIDDEN) if today else dossier_with()
    assert free_day_rows(dossier, today or TODAY)[-1].cells == (last,)


def test_the_last_school_holiday_that_is_known_is_named() -> None:
    rows = free_day_rows(dossier_with(holiday_region=HolidayRegion.MIDDEN), TODAY)
    until = rows[-2].cells[2]
    assert rows[-1].cells == (f"Na {until} zijn ze sto-tui niet bekend; voeg ze met a toe.",)


@pytest.mark.parametrize(
    ("about", "typed", "said"),
    [
        ("decisions/1", "  ", "Typ eerst het besluit."),
        ("decisions/9", "Elk jaar", "Dit is intussen verwijderd."),
    ],
)
def test_a_decision_is_corrected_in_one_line(about: str, typed: str, said: str) -> None:
    dossier = dossier_with(Decision(id=1, text="Elke maand"))
    with pytest.raises(ValueError, match=said):
        Correcting(Ref.parse(about)).entered(dossier, typed, TODAY)
    change = Correcting(Ref("decisions", 1)).entered(dossier, " Elk jaar ", TODAY)
    assert isinstance(change, Change)
    assert (change.label, [getattr(edit.after, "text", "") for edit in change.edits]) == (
        "Besluit gewijzigd",
        ["Elk jaar"],
    )


def test_the_example_of_a_period_follows_the_last_one() -> None:
    periods = {
        number: PlanPeriod(id=number, label=f"{year}-{year + 1}", start=date(year, 1, 1), end=date(year + 1, 12, 31))
        for number, year in ((1, 2027), (2, 2025))
    }
    dossier = dossier_with().with_tables({"periods": periods})
    assert PLAN_PERIOD.examples(LinePlace(dossier, {}, TODAY)) == ["2029-2030"]
    assert PLAN_PERIOD.examples(LinePlace(dossier.with_tables({"periods": {}}), {}, TODAY)) == ["2028-2029"]


@pytest.mark.parametrize(("tables", "expected"), [((1, 4, 2), 4), ((), 0), ((None, 3), 3)])
def test_without_a_meeting_there_are_as_many_tables_as_gave_answers(
    tables: tuple[int | None, ...], expected: int
) -> None:
    answers = [Answer(id=number, question=1, text="Ja", table=table) for number, table in enumerate(tables, 1)]
    dossier = dossier_with(Question(id=1, part=QuestionPart.SUCCESSEN, text="Wat ging goed?"), *answers)
    assert at_question(dossier).tables == expected


def at_question(dossier: Dossier) -> Moment:
    walk = Moment(dossier, WorkshopPosition()).walk
    point = next(place for place, at in enumerate(walk.agenda) if at.question == 1)
    return Moment(dossier, WorkshopPosition(point=point, round=Round.OPHALEN, question=1))


async def test_a_proposed_move_of_a_milestone_that_is_gone_says_so() -> None:
    dossier = dossier_with(Milestone(id=1, number="1.1a", title="Lab open"))
    spans = Dates(date(2027, 1, 1), date(2027, 3, 31)), Dates(date(2027, 2, 1), date(2027, 4, 30))
    window = ProposalWindow("Schuiven", [], dossier, [Move(1, *spans, "na 1.1"), Move(9, *spans, "na 1.2")])
    rows = [window.line(place, "x") for place in (0, 1)]
    told = [(row.cells[1], str(row.cells[2]).splitlines()[0], row.below) for row in rows]
    assert told == [(("1.1a", "bold"), "Lab open", "na 1.1"), (("", "bold"), "(vervallen)", "na 1.2")]
