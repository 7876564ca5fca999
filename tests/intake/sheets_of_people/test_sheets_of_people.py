"""No sheet of the collection is taken in wrong without a word: doubt is a question, or a refusal."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from sto_tui.domain.change import carried_out
from sto_tui.intake.milestones.sheet_proposal import proposal_of
from sto_tui.intake.sheets.table_reader import IntakeError
from sto_tui.planning.new_dossier import new_dossier
from tests.intake.sheets_of_people import grids, offered
from tests.intake.sheets_of_people.all_sheets import SHEETS
from tests.intake.sheets_of_people.by_lot import bars_by_lot, cells_by_lot, list_by_lot
from tests.intake.sheets_of_people.made import MadeSheet
from tests.intake.sheets_of_people.outcomes import TODAY, Kind, outcome_of
from tests.intake.sheets_of_people.varied import varied

RIGHT = (Kind.RIGHT, Kind.FEW_ANSWERS)


OFFERED = {sheet.name for sheet in (*offered.SHEETS, *grids.SHEETS)}
# Nearly every sheet can be made in these ways, so each is seen with a third of the sheets; with all of them by
# `python -m benchmarks.sheets --varied`.
OF_NEARLY_ALL = ("with a title", "with notes", "with an empty column", "as csv")


def varied_sheets() -> Iterator[MadeSheet]:
    """Variations of every sheet: all of those that few sheets have, and in turn one or two of the others."""
    for number, made in enumerate(SHEETS.values()):
        for name, sheet in varied(made):
            if name not in OF_NEARLY_ALL or (number + OF_NEARLY_ALL.index(name)) % 3 == 0:
                yield sheet


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_is_right_or_asked_or_refused_and_never_wrong_in_silence(name: str, tmp_path: Path) -> None:
    outcome = outcome_of(SHEETS[name], tmp_path)
    assert outcome.kind is not Kind.WRONG, outcome.wrong
    if not SHEETS[name].is_plan:
        assert outcome.kind is Kind.REFUSED_RIGHTLY, outcome.wrong
    if name in OFFERED:
        assert outcome.kind in (*RIGHT, Kind.MORE_ANSWERS), f"what a person offered comes in whole: {outcome}"


def test_what_a_person_offered_is_among_them() -> None:
    assert OFFERED
    assert set(SHEETS) >= OFFERED


@pytest.mark.slow
@pytest.mark.parametrize("part", range(4))
def test_the_same_sheet_made_by_somebody_else_is_not_wrong_in_silence_either(part: int, tmp_path: Path) -> None:
    sheets = [*varied_sheets()][part::4]
    outcomes = {sheet.name: outcome_of(sheet, tmp_path) for sheet in sheets}
    assert {name: outcome.wrong for name, outcome in outcomes.items() if outcome.kind is Kind.WRONG} == {}


def test_there_are_enough_sheets_of_each_kind() -> None:
    plans = [sheet for sheet in SHEETS.values() if sheet.is_plan]
    assert len(SHEETS) >= 60
    assert len(plans) >= 50


@pytest.mark.slow
@pytest.mark.parametrize("by_lot", [list_by_lot, bars_by_lot])
@pytest.mark.parametrize("first", range(0, 160, 40))
def test_plans_by_lot_are_right_or_asked(first: int, by_lot: Callable[[int], MadeSheet], tmp_path: Path) -> None:
    outcomes = {seed: outcome_of(by_lot(seed), tmp_path) for seed in range(first, first + 40)}
    assert {seed: outcome for seed, outcome in outcomes.items() if outcome.kind not in RIGHT} == {}


@pytest.mark.slow
@pytest.mark.parametrize("first", range(0, 150, 75))
def test_any_cells_give_a_proposal_or_a_refusal_and_no_question_twice(first: int) -> None:
    """Seed 51 has a plan of which no column is the name, after that was asked."""
    dossier = new_dossier("Proef", "2027-2028")
    for seed in range(first, first + 75):
        sheet, lot = cells_by_lot(seed), Random(seed)
        answers: dict[str, str] = {}
        with suppress(IntakeError):
            while questions := (proposal := proposal_of(sheet, dossier, TODAY, answers)).questions:
                assert questions[0].key not in answers, seed
                answers[questions[0].key] = lot.choice(questions[0].choices).key
            carried_out(dossier, proposal.change)
