"""The plans of the samples laid out as Word files in three ways give the records of the sample, and no others."""

from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from sto_tui.domain.change import carried_out
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.parties import Body, Party
from sto_tui.domain.plan import Goal, Risk, Speerpunt, Theme
from sto_tui.intake.plan_document.proposing import PlanProposal, proposal_of, read_plan_file
from sto_tui.planning.new_dossier import new_dossier
from sto_tui.planning.plan_periods import named
from sto_tui.storage.store import DossierStore
from tests.conftest import SAMPLES, clock
from tests.support.word_plans import ColumnTables, Headings, LabelTables, Layout, write_plan

TODAY = date(2019, 3, 1)
# Each writes its plans once: what is read from them is one group.
LAYOUTS = pytest.mark.parametrize(
    "layout",
    [
        pytest.param(layout, id=type(layout).__name__, marks=pytest.mark.xdist_group(type(layout).__name__))
        for layout in (Headings(), LabelTables(), ColumnTables())
    ],
)


@pytest.fixture(scope="module")
def sample() -> Dossier:
    return almere()


def empty_with_parties(sample: Dossier) -> Dossier:
    """The region as it is before it has a plan: who takes part is known."""
    kept = ("region", "periods", "parties")
    return sample.with_tables({name: {} for name in sample.tables if name not in kept})


def read(sample: Dossier, layout: Layout, folder: Path, dossier: Dossier) -> PlanProposal:
    path = write_plan(sample, layout, folder / "plan.docx")
    return proposal_of(read_plan_file(path, dossier), dossier, TODAY)


@cache
def of_almere(kind: type[Layout]) -> tuple[Dossier, PlanProposal]:
    """What the region had before its plan, and what is proposed from that."""
    dossier = empty_with_parties(almere())
    with TemporaryDirectory() as folder:
        return dossier, read(almere(), kind(), Path(folder), dossier)


@cache
def almere() -> Dossier:
    """The dossier of a sample."""
    return DossierStore.open(SAMPLES / "almere-2020-2023.sto.json", "iemand", clock).dossier


def said(points: Any) -> dict[str, Any]:
    """What a speerpunt says, without ids."""
    return {
        point.number: (
            point.title,
            " ".join(point.result.split()),
            [(partner.party, partner.role) for partner in point.partners],
            [(phase.label, phase.start, phase.end, [act.text for act in phase.acts]) for phase in point.phases],
        )
        for point in points
    }


@LAYOUTS
def test_every_speerpunt_has_its_partners_and_acts(sample: Dossier, layout: Layout) -> None:
    dossier, proposal = of_almere(type(layout))
    taken = carried_out(dossier, proposal.intake.change)
    got, wanted = said(taken.of(Speerpunt).values()), said(sample.of(Speerpunt).values())
    assert set(got) == set(wanted)
    assert {number for number in wanted if got[number] != wanted[number]} == set()


@LAYOUTS
@pytest.mark.parametrize("years", ["2025-2026", "2027-2028"])
def test_every_speerpunt_of_another_region(layout: Layout, years: str, tmp_path: Path) -> None:
    """Its parties have longer names, and its partners put in more than people."""
    whole = DossierStore.open(SAMPLES / "voorbeeldregio-2027-2028.sto.json", "iemand", clock).dossier
    sample = whole.seen_in(named(whole, years).id)
    dossier = empty_with_parties(whole).seen_in(named(whole, years).id)
    proposal = read(sample, layout, tmp_path, dossier)
    taken = carried_out(dossier, proposal.intake.change)
    assert said(taken.of(Speerpunt).values()) == said(sample.of(Speerpunt).values())
    assert [len(taken.of(model)) for model in (Goal, Theme, Body, Risk)] == [
        len(sample.of(model)) for model in (Goal, Theme, Body, Risk)
    ]
    assert proposal.not_understood == ()


@LAYOUTS
def test_goals_themes_bodies_and_risks_too(sample: Dossier, layout: Layout) -> None:
    dossier, proposal = of_almere(type(layout))
    taken = carried_out(dossier, proposal.intake.change)
    for model, fields in (
        (Goal, ("number", "text", "periods")),
        (Theme, ("number", "title", "result", "periods")),
        (Body, ("name", "meets")),
        (Risk, ("text", "probability", "impact", "measure", "note", "periods")),
    ):
        rows = [
            [tuple(getattr(one, name) for name in fields) for one in of.of(model).values()] for of in (taken, sample)
        ]
        assert rows[0] == rows[1]
    assert taken.of(Party) == dossier.of(Party)
    assert proposal.not_understood == ()


@LAYOUTS
def test_a_second_time_nothing_is_new(sample: Dossier, layout: Layout, tmp_path: Path) -> None:
    dossier = new_dossier("Almere", "2020-2023")
    proposal = read(sample, layout, tmp_path, dossier)
    # A new dossier has a stuurgroep with a task, which only goes on purpose.
    wanted = [offer.number for offer in proposal.offers if not offer.doubt]
    file = read_plan_file(tmp_path / "plan.docx", dossier)
    taken = carried_out(dossier, proposal_of(file, dossier, TODAY, wanted).intake.change)
    again = proposal_of(read_plan_file(tmp_path / "plan.docx", taken), taken, TODAY)
    # What was left because it is in doubt is offered again.
    sure = [offer for offer in again.offers if not offer.doubt]
    assert (len(proposal.offers) > 60, sure, again.intake.change.edits) == (True, [], ())


def test_the_sample_itself_needs_nothing_of_its_own_plan(sample: Dossier, tmp_path: Path) -> None:
    proposal = read(sample, Headings(), tmp_path, sample)
    assert {offer.table for offer in proposal.offers} <= {"texts", "bodies"}
