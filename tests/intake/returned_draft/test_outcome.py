"""What is told of taking over a text, where the text itself does not say it; worked out by hand."""

from datetime import date

import pytest

from sto_tui.domain.evaluation import Action
from sto_tui.domain.learning import Training
from sto_tui.domain.plan import Goal
from sto_tui.domain.vision import VisionSection
from sto_tui.intake.returned_draft.lines import DraftLine, LineStanding, Wording
from sto_tui.intake.returned_draft.outcome import outcome
from sto_tui.intake.returned_draft.returned import NewRecord
from tests.support.by_hand import dossier_with

TODAY = date(2026, 11, 29)
DOSSIER = dossier_with(
    Training(id=1, who="Decanen", what="Stage", date=date(2028, 4, 30), days=24),
    Action(id=1, text="Bellen", due=date(2027, 1, 15)),
    VisionSection(id=1, section="Ambitie", text="Wij willen dit. En dat.", agreed_on=date(2026, 9, 17)),
    Goal(id=1, number=1, text="Meer", target="1.500 leerlingen", target_value=1500, target_unit="leerlingen"),
)


def line(
    address: str, text: str, standing: LineStanding = LineStanding.EDITED, new: NewRecord | None = None
) -> DraftLine:
    return DraftLine(1, standing, address, "6", "Regel", "", "", (Wording(text, text, ("Anja",)),), new=new)


@pytest.mark.parametrize(
    ("address", "text", "told"),
    [
        ("training/1/date", "eind mei", ["eind mei → 31-05-2028"]),
        ("training/1/date", "Q228", ["Q228 → 30-06-2028"]),
        ("training/1/date", "31-05-2028", []),
        ("training/1/date", "vorig jaar of zo", []),
        ("training/1/days", "36", []),
        ("training/1/what", "eind mei", []),
        ("actions/1/status", "Gereed", []),
        ("vision/1/text", "Wij willen dit.\n\nEn dat.", ["Wijzigt mee: vastgesteld op 17-09-2026 → (leeg)."]),
        ("vision/1/goes_well", "Veel.", []),
    ],
)
def test_what_is_understood_and_what_changes_along(address: str, text: str, told: list[str]) -> None:
    assert list(outcome(line(address, text), text, DOSSIER, TODAY)) == told


def test_the_unit_of_a_target_that_is_lost_is_told() -> None:
    told = outcome(line("goals/1/target", "2.000 kinderen"), "2.000 kinderen", DOSSIER, TODAY)
    assert any("eenheid streefgetal leerlingen → (leeg)" in each for each in told)


def test_a_date_in_a_new_row_is_told() -> None:
    new = NewRecord("actions", (("text", "Bus huren"), ("due", "1 mei 2027"), ("status", "open")))
    row = line("actions", "", LineStanding.NEW, new)
    assert outcome(row, "", DOSSIER, TODAY) == ("Klaar op: 1 mei 2027 → 01-05-2027",)
