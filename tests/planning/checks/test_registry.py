"""Every check in the registry is whole, and every hole that a paper prints comes from one."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

import sto_tui
from sto_tui.content.library import steps
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.plan import Chapter, Goal, Phase, Speerpunt
from sto_tui.domain.record import Ref, fields_of
from sto_tui.domain.region import PlanPeriod, PlanStatus
from sto_tui.domain.tables import TABLES
from sto_tui.places import Place
from sto_tui.planning.checks import SUBJECTS
from sto_tui.planning.checks.finding import CHECKS, MET, Check, Level, Seen, all_checks, findings
from sto_tui.planning.checks.holes import holes
from sto_tui.planning.checks.steps import _STEPS, _Counted, _LookingBack
from sto_tui.planning.paper_outline import ANNEXES, COVER, REPORT, WHOLE
from sto_tui.planning.paper_registry import PARTS
from tests.planning.checks.test_findings import CASES, edited
from tests.planning.checks.test_milestone_findings import CHAIN_CASES
from tests.support.small_plan import TODAY, emptied, empty_plan, whole_plan, with_records, without

ROOT = Path(sto_tui.__file__).parent
SECTIONS = {*Chapter, COVER, ANNEXES, WHOLE, *REPORT}


@pytest.mark.parametrize("one", all_checks(), ids=lambda one: one.name)
def test_a_check_is_whole(one: Check) -> None:
    assert one.source
    assert isinstance(one.level, Level)
    assert isinstance(one.place, Place)
    assert one.section in SECTIONS
    assert one.subject in SUBJECTS
    assert not (one.listed and one.level is Level.ONTBREEKT)
    assert not (one.in_paper and one.section is WHOLE)


ENDED = date(2029, 1, 1)
"""The day after the plan of the cases."""
UNTIL_END = {
    *("starts_too_early", "pushes_fixed_date", "due_too_late", "without_dates", "too_many_in_a_quarter"),
    *("no_tangible_result", "not_smart", "shorter_than_a_month", "no_quick_win", "no_moment_to_decide"),
    *("waits_on_other_theme", "trouble_without_explanation"),
    *("goal_without_speerpunt", "theme_without_speerpunt", "uneven_phases", "subject_without_speerpunt"),
    *("several_doers", "many_consulted", "many_informed", "nobody_heard", "does_and_decides"),
    *("only_on_the_side", "party_everywhere", "party_without_role"),
    *("empty_matrix", "milestone_without_role", "not_one_decider", "no_doer"),
    *("speerpunt_without_goal", "speerpunt_without_result", "speerpunt_without_partners", "speerpunt_without_phases"),
    *("goal_without_figure", "lesson_without_follow_up"),
    *("too_few_vmbo", "no_mbo", "no_company", "no_po", "invited_and_not_there"),
    *("chapter_without_text", "professionalisation_without_training"),
}


def test_which_checks_ask_what_can_be_done_until_a_plan_has_run() -> None:
    assert {one.name for one in all_checks() if one.until_end} == UNTIL_END


@pytest.mark.parametrize("name", sorted(UNTIL_END))
def test_of_a_plan_that_has_run_nobody_asks_what_can_not_be_done_any_more(name: str) -> None:
    case = next(case for case in (*CASES, *CHAIN_CASES) if case.rule == name)
    dossier = edited(*case.edits)
    assert name in {one.check for one in findings(dossier, case.today)}
    assert name in {one.check for one in findings(dossier, ENDED - timedelta(days=1))}
    assert name not in {one.check for one in findings(dossier, ENDED)}


def test_every_module_with_checks_is_a_subject() -> None:
    modules = (ROOT / "planning" / "checks").glob("*.py")
    registering = re.compile(r"^@(?:check|_once_for_all)", re.MULTILINE)
    assert {path.stem for path in modules if registering.search(path.read_text())} == set(SUBJECTS)


def test_what_only_misses_is_not_listed() -> None:
    found = findings(empty_plan(), TODAY)
    assert {one.level for one in found} <= {Level.FOUT, Level.WAARSCHUWING, Level.TIP}
    assert all(CHECKS[one.check].listed for one in found)


def lacking() -> Iterator[Dossier]:
    """Plans that lack everything, or one table, or one field, or what a case of the findings lacks."""
    whole = whole_plan()
    yield empty_plan()
    yield from (without(whole, table) for table in TABLES if table != "region")
    for table, records in whole.tables.items():
        for number, record in records.items():
            optional = [name for name, spec in fields_of(type(record)).items() if not spec.required]
            yield from (emptied(whole, Ref(table, number, name)) for name in optional)
    yield from (edited(*case.edits) for case in CASES)
    adopted = whole.of(PlanPeriod)[1].changed(plan_status=PlanStatus.VASTGESTELD, adopted_on=None)
    idle = whole.of(Speerpunt)[1].changed(phases=(Phase(id=1, label="2027"),))
    yield from (with_records(whole, record) for record in (adopted, idle))
    before = PlanPeriod(id=9, label="2021-2022", start=date(2021, 1, 1), end=date(2022, 12, 31))
    yield with_records(whole, before, Goal(id=9, number=1, text="Meer meiden", periods=(9,)))


def test_every_check_of_a_paper_makes_a_hole_that_leads_to_where_it_is_filled_in() -> None:
    found = {hole for plan in lacking() for part in PARTS for hole in holes(plan, part, TODAY)}
    assert {hole.check for hole in found} == {one.name for one in all_checks() if one.in_paper}
    for hole in found:
        assert hole.hole, hole
        assert not hole.hole.endswith("."), hole
        assert hole.place in (TABLES[hole.ref.table].place, Place.VERI), hole


def test_what_counts_for_a_step_only_has_a_sentence_too() -> None:
    """A check of level ontbreekt that is no hole counts for a step of Overzicht; whoever lists it later finds words."""
    for one in all_checks():
        if one.level is Level.ONTBREEKT and not one.in_paper:
            said = [point for plan in lacking() for point in one.points(Seen(plan, TODAY)) if point is not MET]
            assert all(point.message.startswith("Nog in te vullen: ") for point in said), one.name


def test_only_the_writer_prints_holes() -> None:
    """A chapter has no words of its own for what is missing: it names the field, and the check says what."""
    folder = ROOT / "documents" / "word"
    marks = re.compile(r"\[Nog in te vullen|STONoginte")
    printing = {path.relative_to(folder).as_posix() for path in folder.rglob("*.py") if marks.search(path.read_text())}
    # The style itself, and the list of decisions, whose open cells are no part of the plan.
    assert printing == {"field_texts.py", "styles.py", "decision_list.py"}


def test_a_step_counts_what_a_check_asks() -> None:
    steps_that_count = [step.look if isinstance(step, _LookingBack) else step for step in _STEPS.values()]
    counted = [step.asks for step in steps_that_count if isinstance(step, _Counted)]
    assert {step.__name__ for step in counted} <= {one.name for one in all_checks()}
    # The first asks four checks, the fifth counts examples too, and the seventh the subjects of the regulation.
    assert len(counted) == len(steps()) - 3
