"""Periods that refer to each other crosswise: through each lens every list, finding and paper can be made."""

from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sto_tui.documents.decision_list import decision_lines, markdown
from sto_tui.documents.word import DraftOptions, build
from sto_tui.documents.word.chapters.terugblik import where_it_returns
from sto_tui.documents.word.decision_list import build_decision_list
from sto_tui.documents.word.party_sheet import build_party_sheet
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.evaluation import Action, Decision
from sto_tui.domain.parties import Party
from sto_tui.domain.record import Ref
from sto_tui.planning.checks.finding import findings
from sto_tui.planning.next_period.carrying_over import begun
from sto_tui.planning.next_period.proposal import next_period
from sto_tui.planning.progress.period_report import ReportPeriod
from tests.screens.test_every_list import lists
from tests.support.broad_plan import broad_plan
from tests.support.by_hand import dossier_with
from tests.support.crossed_periods import PERIODS, crossed

TODAY = date(2027, 5, 20)
OPTIONS = DraftOptions(TODAY)
REPORT = DraftOptions(TODAY, part="voortgangsrapportage", span=ReportPeriod(date(2025, 1, 1), date(2027, 6, 30)))
BASE = broad_plan()
randoms = st.randoms(use_true_random=False)
few = settings(max_examples=6)


def views(dossier: Dossier) -> list[Dossier]:
    return [dossier, *(dossier.seen_in(period) for period in PERIODS)]


@few
@given(randoms)
def test_every_list_and_every_finding_can_be_made_through_each_lens(chance: Random) -> None:
    for view in views(crossed(BASE, chance)):
        findings(view, TODAY)
        for section in lists().values():
            list(section.rows(view, TODAY))


@few
@given(randoms)
def test_the_next_period_can_be_begun_from_any_of_them(chance: Random) -> None:
    dossier = crossed(BASE, chance)
    for typed in ("2025-2026", "2027-2028", "2029-2030"):
        proposal = next_period(dossier, typed)
        refs = [edit.ref for edit in begun(dossier, proposal, {item.ref for item in proposal.items}).edits]
        assert len(refs) == len(set(refs))


@pytest.mark.slow
@settings(few, max_examples=3)
@given(randoms)
def test_every_paper_can_be_made_through_each_lens(chance: Random) -> None:
    for view in views(crossed(BASE, chance)):
        assert build(view, OPTIONS).data
        assert build(view, REPORT).data
        assert build_decision_list(view, OPTIONS)
        assert markdown(view, "Besluiten", TODAY)
        assert build_party_sheet(view, ref_of(next(iter(view.of(Party).values()))), OPTIONS)


def test_an_action_of_another_period_is_named_without_a_number() -> None:
    """A decision about 2025-2026 comes back in an action that follows from one about 2023-2024."""
    dossier = dossier_with(
        *PERIODS.values(),
        Decision(id=1, text="Toen", period=1),
        Decision(id=2, text="Nu", period=2, becomes=(Ref("actions", 1), Ref("actions", 2))),
        Action(id=1, text="Bel de scholen", decision=1),
        Action(id=2, text="Bel de bedrijven", decision=2),
    )
    view = dossier.seen_in(3)
    (line,) = decision_lines(view)
    assert line.comes_back == ("actie Bel de scholen", "actie A1 Bel de bedrijven")
    assert where_it_returns(view, [Ref("actions", 1), Ref("actions", 2)]) == "acties ‘Bel de scholen’ en A1"
