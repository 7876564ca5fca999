"""How far each step is, what comes next, finding a record, and a dossier that begins; worked out by hand."""

from datetime import date

import pytest

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Answer, Question, QuestionKind, QuestionPart, Score
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.parties import Body, Involvement, Party, PartyStatus
from sto_tui.domain.plan import Goal, Speerpunt, Support, SupportState, Tag, Theme
from sto_tui.domain.record import LINE_LIMIT, Record, Ref
from sto_tui.domain.region import Deadline, DeadlineKind, PlanPeriod
from sto_tui.domain.vision import VisionSection
from sto_tui.planning.checks.goals import measurable
from sto_tui.planning.checks.steps import step_states
from sto_tui.planning.deadlines import next_deadlines
from sto_tui.planning.new_dossier import new_dossier
from sto_tui.planning.search import find
from sto_tui.planning.steering import steered
from tests.support.small_plan import empty_plan, with_records

TODAY = date(2027, 3, 10)
ALL_TAGS = (Tag.PO, Tag.MBO, Tag.BEDRIJVEN, Tag.KLIMAAT, Tag.GELIJKE_KANSEN, Tag.ONDERWIJSPERSONEEL)


def of(*records: Record) -> Dossier:
    return with_records(empty_plan(), *records)


def question(id: int, part: QuestionPart, kind: QuestionKind = QuestionKind.OPEN, *, hidden: bool = False) -> Question:
    return Question(id=id, part=part, kind=kind, hidden=hidden, text=f"Vraag {id}")


SCALE = QuestionKind.SCALE
# Asked are 1, 2, 3, 4, 6 and 7. Answered: 1 with an answer, 3 and 7 with a score; an answer to statement 4 does not
# count, nor a score on the open question 2. Success factors are a step of their own:
# 5 (scored, hidden), 8 (scored) and 9.
QUESTIONS = [
    question(1, QuestionPart.SUCCESSEN),
    question(2, QuestionPart.SUCCESSEN),
    question(3, QuestionPart.SAMENWERKING, SCALE),
    question(4, QuestionPart.BORGING, SCALE),
    question(5, QuestionPart.SUCCESFACTOREN, SCALE, hidden=True),
    question(6, QuestionPart.SAMENWERKING),
    question(7, QuestionPart.DOELEN, SCALE),
    question(8, QuestionPart.SUCCESFACTOREN, SCALE),
    question(9, QuestionPart.SUCCESFACTOREN, SCALE),
    Answer(id=1, question=1, text="Het lab"),
    Answer(id=2, question=4, text="Goed"),
    *(Score(id=place, statement=one, value=4) for place, one in enumerate((2, 3, 5, 7, 8), 1)),
]


State = tuple[int, int, str]


def states(dossier: Dossier) -> tuple[State, ...]:
    """How far each step is; where it leads to has its own tests."""
    return tuple((one.done, one.total, one.phrase) for one in step_states(dossier))


def test_a_plan_that_begins_says_so_at_every_step() -> None:
    assert states(of()) == (
        (0, 0, "nog geen partijen"),
        (0, 0, "nog geen vragen"),
        (0, 0, "nog geen onderdelen"),
        (0, 0, "nog geen doelen"),
        (0, 0, "nog geen lessen"),
        (0, 0, "nog geen mijlpalen"),
        (0, 6, "nog 6 onderwerpen, zoals po"),
        (0, 0, "nog geen vragen"),
    )


def test_how_far_each_step_is() -> None:
    plan = of(
        Party(id=1, name="Een", involved_in=(Involvement.EVALUATIE,)),
        Party(id=2, name="Twee"),
        Party(id=3, name="Drie", involved_in=(Involvement.UITVOERING,), status=PartyStatus.GESTOPT),
        *QUESTIONS,
        VisionSection(id=1, section="Aanbod", text="Alles blijft."),
        VisionSection(id=2, section="Instroom", text=" \n"),
        Goal(id=1, number=1, text="Meer", target="90", target_year=2028, baseline="80"),
        Goal(id=2, number=2, text="Beter"),
        Milestone(id=1, number="1.1", title="Klaar", start=TODAY, due=TODAY),
        Milestone(id=2, number="1.2", title="Klaar", start=TODAY),
        Milestone(id=3, number="1.3", title="Klaar", due=TODAY),
        Speerpunt(id=1, theme=1, number="1.1", title="Lab", tags=ALL_TAGS[:4]),
        Support(id=1, question="Wie helpt?"),
        *(Support(id=id, question="Wie?", state=one) for id, one in enumerate(list(SupportState)[1:], 2)),
    )
    assert states(plan) == (
        (1, 2, "1 van 2 partijen"),
        (3, 6, "3 van 6 vragen"),
        (1, 2, "1 van 2 onderdelen"),
        (1, 2, "1 van 2 doelen meetbaar"),
        (1, 3, "1 van 3 factoren en lessen"),
        (1, 3, "1 van 3 mijlpalen"),
        (4, 6, "nog 2 onderwerpen"),
        (3, 4, "3 van 4 vragen gesteld"),
    )


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        (ALL_TAGS, (6, 6, "6 van 6 onderwerpen")),
        (ALL_TAGS[1:], (5, 6, "nog open: po")),
        (ALL_TAGS[2:], (4, 6, "nog 2 onderwerpen, zoals po")),
    ],
)
def test_the_subjects_of_the_regulation(tags: tuple[Tag, ...], expected: State) -> None:
    assert states(of(Speerpunt(id=1, theme=1, number="1.1", title="Lab", tags=tags)))[6] == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"target": "90", "target_year": 2028, "baseline": "80"}, True),
        ({"target": "90", "target_year": 2028, "baseline_year": 2026}, False),
        ({"target": "90", "target_year": 2028}, False),
        ({"target": "90", "baseline": "80"}, False),
        ({"target_year": 2028, "baseline": "80"}, False),
    ],
)
def test_when_a_goal_can_be_measured(values: dict[str, object], expected: bool) -> None:
    assert measurable(Goal.model_validate({"number": 1, "text": "Meer", **values})) is expected


# What comes next.


def deadline(id: int, day: date, *, national: bool = False, done: bool = False) -> Deadline:
    kind = DeadlineKind.NATIONAL if national else DeadlineKind.REGION
    return Deadline(id=id, title=f"Dag {id}", date=day, kind=kind, done=done)


def test_what_comes_next_and_what_is_over() -> None:
    plan = of(
        deadline(1, date(2027, 3, 12)),
        deadline(2, date(2027, 3, 10)),
        deadline(3, date(2027, 3, 9)),
        deadline(4, date(2027, 3, 8)),
        deadline(5, date(2027, 3, 11), national=True),
        deadline(6, date(2027, 3, 10), national=True),
        deadline(7, date(2027, 3, 9), national=True),
        deadline(8, date(2027, 3, 1), national=True),
        deadline(9, date(2027, 3, 5), done=True),
        deadline(10, date(2027, 4, 1), done=True),
    )
    found = [(one.deadline.id, one.days_left, one.words, one.is_late) for one in next_deadlines(plan, TODAY)]
    assert found == [
        (4, -2, "2 dagen te laat", True),
        (3, -1, "1 dag te laat", True),
        (2, 0, "vandaag", False),
        (6, 0, "vandaag", False),
        (5, 1, "nog 1 dag", False),
        (1, 2, "nog 2 dagen", False),
        (10, 22, "gedaan", False),
        (7, -1, "voorbij", False),
        (9, -5, "gedaan", False),
        (8, -9, "voorbij", False),
    ]


# Finding a record.

SOUGHT = of(
    Theme(id=1, number=1, title="Kiezen voor techniek", result="Elke school een café."),
    Theme(id=11, number=11, title="Docenten"),
    Milestone(id=1, number="1.1", title="Lab open", tangible_result="Het café is open."),
    Milestone(id=2, number="1.10", title="Open dag"),
    Milestone(id=3, number="2.1", title="Café Één opent"),
    Party(id=1, name="Cafébedrijf"),
)


@pytest.mark.parametrize(
    ("query", "refs"),
    [
        pytest.param("1.1", ["milestones/1", "milestones/2"], id="its number before what begins with it"),
        pytest.param("1", ["themes/1", "themes/11", "milestones/1", "milestones/2"], id="1, then what begins with it"),
        pytest.param("cafe", ["milestones/3", "parties/1", "themes/1", "milestones/1"], id="word, part, in text"),
        pytest.param("docneten", ["themes/11"], id="two letters swapped"),
        pytest.param("cafebedrijven", [], id="more than one error"),
        pytest.param("CAFÉ open", ["milestones/3", "milestones/1"], id="every word"),
        pytest.param("mijlpaal open", ["milestones/1", "milestones/2", "milestones/3"], id="the word for its kind"),
        pytest.param("café dak", [], id="one word that is nowhere"),
        pytest.param("  ", [], id="nothing"),
    ],
)
def test_a_record_is_found_by_what_people_remember(query: str, refs: list[str]) -> None:
    found = [f"{ref.table}/{ref.id}" for ref, _ in find(SOUGHT, query, 50)]
    found = [one for one in found if not one.startswith("periods")]
    assert found[: len(refs)] == refs
    assert query == "1" or len(found) == len(refs)


def test_no_more_records_than_asked() -> None:
    assert find(SOUGHT, "open", 2) == [
        (Ref("milestones", 1), "1.1 Lab open"),
        (Ref("milestones", 2), "1.10 Open dag"),
    ]


# A dossier that begins.


@pytest.mark.parametrize(
    ("typed", "label", "first", "last"),
    [
        ("2031-2032", "2031-2032", date(2031, 1, 1), date(2032, 12, 31)),
        ("2031 – 2031", "2031-2031", date(2031, 1, 1), date(2031, 12, 31)),
        ("2000-2005", "2000-2005", date(2000, 1, 1), date(2005, 12, 31)),
        ("2094-2099", "2094-2099", date(2094, 1, 1), date(2099, 12, 31)),
        ("2025-2029", "2025-2028", date(2025, 1, 1), date(2028, 12, 31)),
    ],
)
def test_the_period_of_a_dossier_that_begins(typed: str, label: str, first: date, last: date) -> None:
    period = new_dossier("Proefland", typed).of(PlanPeriod)[1]
    assert (period.label, period.start, period.end, period.current) == (label, first, last, True)


@pytest.mark.parametrize("typed", ["1999-2003", "2091-2100", "2031-2041"])
def test_a_period_that_is_none_is_explained(typed: str) -> None:
    sentence = f"‘{typed}’ is geen planperiode van hoogstens zes jaar. Schrijf bijvoorbeeld 2027-2028."
    with pytest.raises(ValueError, match=f"^{sentence}$"):
        new_dossier("Proefland", typed)


def test_the_name_of_a_region_has_a_length() -> None:
    assert new_dossier("a" * LINE_LIMIT, "2027-2028").region.name == "a" * LINE_LIMIT
    with pytest.raises(ValueError, match="langer dan"):
        new_dossier("a" * (LINE_LIMIT + 1), "2027-2028")
    with pytest.raises(ValueError, match="leeg"):
        new_dossier(" ", "2027-2028")


@pytest.mark.parametrize(
    ("period", "days"),
    [
        # A year and a half before 1 January 2026 is 1 July 2024: the day of 1 June 2024 falls off.
        ("2026-2026", [date(2024, 10, 1), date(2024, 12, 31), date(2025, 4, 15), date(2026, 10, 1)]),
        ("2025-2025", [date(2024, 6, 1), date(2024, 10, 1), date(2024, 12, 31), date(2025, 4, 15)]),
        ("2027-2028", [date(2026, 10, 1)]),
    ],
)
def test_the_national_deadlines_around_a_period(period: str, days: list[date]) -> None:
    assert [one.date for one in new_dossier("Proefland", period).of(Deadline).values()] == days


@pytest.mark.parametrize("typed", ["?", " -- ", "…"])
def test_the_name_of_a_region_has_a_letter_or_a_figure(typed: str) -> None:
    with pytest.raises(ValueError, match="is geen naam"):
        new_dossier(typed, "2027-2028")


def test_a_dossier_that_begins_names_bodies_and_says_nothing_about_them() -> None:
    began = new_dossier("Proefland", "2027-2028")
    assert [(body.name, body.short, depth) for body, depth in steered(began)] == [
        ("stuurgroep", "SG", 0),
        ("adviesraad", "AR", 0),
        ("programmamanager", "PM", 0),
        ("deelprojectleiders", "DP", 0),
        ("werkgroepen", "WG", 0),
    ]
    assert {body.changed(id=0, name="x", short="") for body in began.of(Body).values()} == {Body(name="x")}
    assert began.region.kind is None


def test_what_every_region_begins_with_is_numbered() -> None:
    began = new_dossier("Proefland", "2027-2028")
    assert [list(found) == list(range(1, len(found) + 1)) for found in began.tables.values()] == [True] * len(
        began.tables
    )
    assert [section.order for section in began.of(VisionSection).values()] == list(
        range(1, len(began.of(VisionSection)) + 1)
    )
    for part in QuestionPart:
        orders = [one.order for one in began.of(Question).values() if one.part is part]
        assert orders == list(range(1, len(orders) + 1))


def test_a_period_that_ends_before_it_begins_is_said_to_do_so() -> None:
    with pytest.raises(ValueError, match="‘2028-2027’ eindigt vóór het begin"):
        new_dossier("Proefland", "2028-2027")
