import subprocess
import sys
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

import pytest

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Answer, Decision, DecisionKind, Question, QuestionKind, QuestionPart
from sto_tui.domain.milestones import Milestone, MilestoneKind, Progress, Stoplicht, Veri
from sto_tui.domain.money import BudgetLine, Cofinancing, CofinancingForm, CofinancingStatus, CostKind
from sto_tui.domain.parties import Body, Party, PartyKind, PartyStatus
from sto_tui.domain.plan import Chapter, ChapterText, Goal, Risk, Speerpunt, Tag, Theme
from sto_tui.domain.record import Ref
from sto_tui.domain.tables import TABLES
from sto_tui.domain.vision import Indicator, VisionSection
from sto_tui.planning.money.fulfilment import fulfilment_by_year
from sto_tui.planning.money.share import contributions, shown_percent
from sto_tui.planning.money.totals import eligible_costs
from sto_tui.storage.file.codec import decode, dossier_from, encode, raw_from

SAMPLES = Path(__file__).parents[2] / "samples"
SAMPLE = SAMPLES / "voorbeeldregio-2027-2028.sto.json"
OBLIGATORY = {Tag.PO, Tag.MBO, Tag.BEDRIJVEN, Tag.KLIMAAT, Tag.GELIJKE_KANSEN, Tag.ONDERWIJSPERSONEEL}


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return dossier_from(decode(SAMPLE.read_bytes(), SAMPLE.name), SAMPLE.name)


@pytest.fixture(scope="module")
def plan(dossier: Dossier) -> Dossier:
    """What is of 2027-2028."""
    return dossier.seen_in()


def numbers_where(milestones: Iterable[Milestone]) -> list[str]:
    return [milestone.number for milestone in milestones]


def late(light: Stoplicht) -> bool:
    return light in (Stoplicht.ORANJE, Stoplicht.ROOD)


@pytest.mark.slow
def test_the_script_makes_the_same_bytes(tmp_path: Path) -> None:
    made = tmp_path / "made.sto.json"
    subprocess.run([sys.executable, str(SAMPLES / "make_voorbeeldregio.py"), str(made)], check=True)
    assert made.read_bytes() == SAMPLE.read_bytes()


def test_the_file_is_as_the_store_writes_it(dossier: Dossier) -> None:
    assert encode(raw_from(dossier)) == SAMPLE.read_bytes()
    assert 250_000 <= SAMPLE.stat().st_size <= 600_000


@pytest.mark.parametrize("table", TABLES)
def test_every_table_has_records_with_ids_in_order(dossier: Dossier, table: str) -> None:
    assert dossier.tables[table]
    assert list(dossier.tables[table]) == list(range(1, len(dossier.tables[table]) + 1))


def test_the_amounts_are_those_of_a_real_region(plan: Dossier) -> None:
    assert 20 <= len(plan.of(Party)) <= 26
    assert 24 <= len(plan.of(Speerpunt)) <= 28
    assert 150 <= len(plan.of(Milestone)) <= 170
    assert all(5 <= len(plan.milestones_of_speerpunt(speerpunt)) <= 7 for speerpunt in plan.of(Speerpunt))
    assert 400 <= len(plan.of(Veri)) <= 500
    assert 100 <= len(plan.of(Progress)) <= 200
    assert 60 <= len(plan.of(Answer)) <= 90
    assert 12 <= len(plan.of(Decision)) <= 16
    assert 60 <= len(plan.of(BudgetLine)) <= 120
    assert 25 <= len(plan.of(Cofinancing)) <= 35
    assert len(plan.of(Body)) == 6
    assert len(plan.of(VisionSection)) == 8
    assert len(plan.of(Risk)) == 8


def test_every_kind_of_choice_is_used(dossier: Dossier) -> None:
    assert {party.kind for party in dossier.of(Party).values()} == set(PartyKind)
    assert {milestone.light for milestone in dossier.of(Milestone).values()} == set(Stoplicht)
    assert {decision.kind for decision in dossier.of(Decision).values()} == set(DecisionKind)
    assert {line.cost_kind for line in dossier.of(BudgetLine).values()} == set(CostKind)
    assert {line.form for line in dossier.of(Cofinancing).values()} == set(CofinancingForm)
    assert {line.status for line in dossier.of(Cofinancing).values()} == set(CofinancingStatus)
    assert {tag for speerpunt in dossier.of(Speerpunt).values() for tag in speerpunt.tags} >= OBLIGATORY
    assert sum(milestone.kind is MilestoneKind.GO_NO_GO for milestone in dossier.of(Milestone).values()) >= 10
    assert sum(milestone.quick_win for milestone in dossier.of(Milestone).values()) >= 15


def test_every_reference_leads_to_a_record(dossier: Dossier) -> None:
    assert [(str(ref), str(target)) for ref, target in dossier.references() if dossier.get(target) is None] == []


def test_numbers_and_abbreviations_are_unique(plan: Dossier) -> None:
    for numbers in (
        [milestone.number for milestone in plan.of(Milestone).values()],
        [milestone.title for milestone in plan.of(Milestone).values()],
        [speerpunt.number for speerpunt in plan.of(Speerpunt).values()],
        [theme.number for theme in plan.of(Theme).values()],
        [goal.number for goal in plan.plan_goals],
        [goal.number for goal in plan.earlier_goals],
        [party.short for party in plan.of(Party).values()] + [body.short for body in plan.of(Body).values()],
    ):
        assert len(set(numbers)) == len(numbers)


def test_numbers_follow_the_tree(plan: Dossier) -> None:
    for milestone in plan.of(Milestone).values():
        assert milestone.speerpunt is not None
        speerpunt = plan.of(Speerpunt)[milestone.speerpunt]
        assert milestone.number[:-1] == speerpunt.number
        assert speerpunt.number.startswith(f"{plan.of(Theme)[speerpunt.theme].number}.")
        assert milestone.goal is None or milestone.goal in speerpunt.goals


def test_every_milestone_has_a_place_in_the_matrix(dossier: Dossier) -> None:
    for milestone in dossier.of(Milestone).values():
        row = dossier.veri_row(Ref("milestones", milestone.id))
        assert row, milestone.number
        assert len({role.party for role in row}) == len(row), milestone.number


def test_dates_fall_inside_the_period(plan: Dossier) -> None:
    period = plan.current_period
    assert period is not None
    assert period.label == "2027-2028"
    for milestone in plan.of(Milestone).values():
        assert milestone.start is not None
        assert milestone.due is not None
        assert period.start <= milestone.start < milestone.due <= period.end, milestone.number
        assert milestone.due - milestone.start >= timedelta(days=28), milestone.number
        assert milestone.start.weekday() < 5 > milestone.due.weekday(), milestone.number
    for entry in plan.of(Progress).values():
        about = plan.of(Milestone)[entry.milestone]
        assert about.start is not None
        assert about.start <= entry.date <= (about.done_on or entry.date), about.number


def test_lights_agree_with_the_log(dossier: Dossier) -> None:
    for milestone in dossier.of(Milestone).values():
        entries = dossier.progress_of(milestone.id)
        assert (entries[0].light if entries else Stoplicht.NIET_GESTART) == milestone.light, milestone.number
        assert (milestone.done_on is not None) == (milestone.light is Stoplicht.GEREED), milestone.number


def test_the_planted_faults_in_the_matrix_are_the_only_ones(dossier: Dossier) -> None:
    rows = {one.number: dossier.veri_row(Ref("milestones", one.id)) for one in dossier.of(Milestone).values()}
    deciders = {number: sum(role.code.decides for role in row) for number, row in rows.items()}
    assert [number for number, count in deciders.items() if count == 0] == ["3.2d"]
    assert [number for number, count in deciders.items() if count > 1] == ["4.2c"]
    assert [number for number, row in rows.items() if not any(role.code.does for role in row)] == ["5.4c"]


def test_one_milestone_starts_too_early(dossier: Dossier) -> None:
    def too_early(milestone: Milestone) -> bool:
        for dependency in milestone.after:
            due = dossier.of(Milestone)[dependency.milestone].due
            assert due is not None
            assert milestone.start is not None
            if milestone.start <= due + timedelta(days=dependency.lag_days):
                return True
        return False

    assert numbers_where(one for one in dossier.of(Milestone).values() if too_early(one)) == ["3.5c"]


def test_one_late_milestone_has_no_explanation(dossier: Dossier) -> None:
    def unexplained(milestone: Milestone) -> bool:
        newest = dossier.progress_of(milestone.id)[0]
        return not (newest.note and newest.obstacle and newest.measure)

    troubled = [one for one in dossier.of(Milestone).values() if late(one.light)]
    assert numbers_where(one for one in troubled if unexplained(one)) == ["4.3b"]
    assert sum(one.light is Stoplicht.ROOD for one in troubled) >= 2


def test_only_the_goals_of_the_period_before_say_how_they_went(dossier: Dossier) -> None:
    """The text of chapter 2 counts them: one reached, two in part, two not."""
    went = [(goal.number, goal.outcome.label, goal.reformulated_as) for goal in dossier.earlier_goals]
    assert went == [(1, "deels", 1), (2, "niet", 2), (3, "gehaald", 3), (4, "deels", 4), (5, "niet", 6)]
    assert {goal.outcome.label for goal in dossier.plan_goals} == {"onbekend"}


def test_one_goal_has_no_target_and_one_chapter_no_text(dossier: Dossier) -> None:
    assert [goal.number for goal in dossier.plan_goals if not goal.target] == [6]
    for goal in dossier.plan_goals:
        if goal.target:
            assert all((goal.indicator, goal.baseline, goal.baseline_year, goal.target_year, goal.source))
    assert set(Chapter) - {text.chapter for text in dossier.of(ChapterText).values()} == {Chapter.RISICOS}


def test_the_questions_stand_in_the_order_of_the_tips(dossier: Dossier) -> None:
    questions = list(dossier.of(Question).values())
    assert [question.id for question in questions] == sorted(dossier.of(Question))
    per_part = {part: [one for one in questions if one.part is part] for part in QuestionPart}
    assert [one.kind for one in per_part[QuestionPart.DOELEN]] == [QuestionKind.GOAL_BY_GOAL]
    assert len(per_part[QuestionPart.SUCCESSEN]) == 5
    assert len(per_part[QuestionPart.VERBETERPUNTEN]) == 4
    for part, count in ((QuestionPart.SAMENWERKING, 3), (QuestionPart.BORGING, 4)):
        statements = [one for one in per_part[part] if one.kind is QuestionKind.SCALE]
        assert len(statements) == count
        assert all(one.own and dossier.scores_of(one.id) for one in statements)


def test_decisions_come_back_in_the_plan_but_for_three(dossier: Dossier) -> None:
    decisions = dossier.of(Decision).values()
    assert all(decision.why for decision in decisions)
    assert all(not (decision.becomes and decision.why_not) for decision in decisions)
    assert sum(bool(decision.why_not) for decision in decisions) == 2
    assert sum(not decision.becomes and not decision.why_not for decision in decisions) == 1
    assert all(dossier.answers_of_decision(decision.id) for decision in decisions)


def test_the_money_adds_up(plan: Dossier) -> None:
    budget = sum(line.total or 0 for line in plan.of(BudgetLine).values())
    cofinancing = sum(line.total or 0 for line in plan.of(Cofinancing).values())
    subsidy = plan.current_period.subsidy if plan.current_period else None
    assert 2_300_000_00 <= budget <= (subsidy or 0) <= 2_500_000_00
    assert plan.region.subsidy_max == 2 * (subsidy or 0), "four years against two"
    assert 0.10 <= cofinancing / (budget + cofinancing) <= 0.14
    assert {line.year for line in plan.of(BudgetLine).values()} == {2027, 2028}
    assert {line.year for line in plan.of(Cofinancing).values()} == {2027, 2028}
    assert {line.speerpunt for line in plan.of(BudgetLine).values()} >= set(plan.of(Speerpunt))


def words_of(chapter: Chapter, plan: Dossier) -> str:
    return " ".join(text.text for text in plan.of(ChapterText).values() if text.chapter is chapter)


def test_the_words_name_the_amounts_that_the_lists_compute(dossier: Dossier, plan: Dossier) -> None:
    """€ 2.387.140 is subsidiable; of both periods a share of the budget with cofinancing; 51.940/555.940."""
    share, share_before = contributions(plan), contributions(dossier.seen_in(2))
    assert share
    assert share_before
    assert [shown_percent(share.shares[0]), shown_percent(share_before.shares[0])] == ["11,2%", "11,4%"]
    money = words_of(Chapter.BEGROTING, plan)
    assert "bijna € 2,4 miljoen" in money
    assert eligible_costs(plan) == 2_387_140_00
    assert "Bedrijven dragen ruim 11% van de begroting bij" in money
    assert any("Voor 2025 en 2026 is 11,4% cofinanciering toegezegd." in part.goes_well for part in vision(plan))
    (counted,) = [known for known in plan.of(Indicator).values() if known.title == "Cofinanciering gerealiseerd"]
    given, costs = 51_940, 504_000
    assert fulfilment_by_year(dossier.seen_in(2)).of[2025].realised == given * 100
    assert counted.series[-1].value == round(100 * given / (costs + given), 1)
    outcomes = [goal.outcome.label for goal in dossier.seen_in(2).of(Goal).values()]
    assert [outcomes.count(word) for word in ("gehaald", "deels", "niet")] == [1, 2, 2]
    assert "Eén doel is gehaald, twee zijn deels gehaald en twee niet." in words_of(Chapter.TERUGBLIK, plan)
    # Of the 1.467 in leerjaar 3 and 4 that are expected in 2028 half are in leerjaar 3: 495 of those is 67%.
    (pupils,) = [known for known in plan.of(Indicator).values() if known.title == "Leerlingen vmbo leerjaar 3 en 4"]
    (expected,) = [point.value for point in pupils.series if point.year == 2028]
    assert expected
    assert round(495 / (expected / 2), 2) == 0.67
    assert any("twee derde van de leerlingen in leerjaar 3" in part.text for part in vision(plan))
    taking_part = [party for party in dossier.of(Party).values() if party.status is not PartyStatus.GESTOPT]
    assert any(part.now.startswith(f"{len(taking_part)} partijen doen mee") for part in vision(plan))


def vision(plan: Dossier) -> list[VisionSection]:
    return list(plan.of(VisionSection).values())


def test_there_is_long_and_accented_text_but_no_test_material_in_titles(dossier: Dossier) -> None:
    assert not [
        one.title for one in dossier.of(Milestone).values() if len(one.title) > 90 or set("[]") & set(one.title)
    ]
    assert any(len(answer.text) > 550 for answer in dossier.of(Answer).values())
    assert any("ë" in party.name for party in dossier.of(Party).values())
