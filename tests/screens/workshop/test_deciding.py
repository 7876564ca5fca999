"""A decision typed on the wall, line by line: what is asked next, and what is not understood."""

from datetime import date

import pytest

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Answer, Decision, Question, QuestionPart
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.plan import Goal, Speerpunt, Theme
from sto_tui.domain.record import Ref
from sto_tui.screens.workshop.deciding import Deciding
from tests.support.by_hand import dossier_with

TODAY = date(2026, 9, 3)
ANSWER = Answer(id=1, question=1, text="Meer stages")
BEGUN = ("aan", "Elke school een plek", "Het werkte")


@pytest.fixture
def plan() -> Dossier:
    return dossier_with(
        Question(id=1, part=QuestionPart.SUCCESSEN, text="Wat ging goed?"),
        ANSWER,
        Theme(id=4, number=2, title="Labs"),
        Speerpunt(id=7, theme=4, number="2.3", title="Open labs"),
        Goal(id=5, number=6, text="Meer leerlingen"),
    )


@pytest.mark.parametrize(
    ("lines", "asked"),
    [
        ((), "soort"),
        (BEGUN[:1], "besluit"),
        (BEGUN[:2], "waarom"),
        (BEGUN, "komt terug als"),
        ((*BEGUN, "later"), None),
        ((*BEGUN, "doel"), "naam van het doel"),
        ((*BEGUN, "speer", "Stages"), "bij thema"),
        ((*BEGUN, "m", "Stages geregeld", ""), "klaar op"),
        ((*BEGUN, "actie", "Bel"), "eigenaar"),
        ((*BEGUN, "niet"), "waarom niet"),
        ((*BEGUN, "bestaand"), "nummer"),
    ],
)
def test_what_is_asked_next(plan: Dossier, lines: tuple[str, ...], asked: str | None) -> None:
    step = Deciding(lines).step(plan, TODAY)
    assert (step.prompt if step else None) == asked


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (("s",), "Typ één van"),
        (("x",), "de eerste letters zijn genoeg"),
        (("aan", " "), "wat jullie afspreken"),
        ((*BEGUN, "doel", ""), "hoe het doel heet"),
        ((*BEGUN, "speerpunt", "Stages", "9"), "Thema 9 is er niet; kies uit 2"),
        ((*BEGUN, "mijlpaal", "Stages", "9.9"), "Speerpunt 9.9 is er niet"),
        ((*BEGUN, "actie", "Bel", "", "ooit"), "geen datum"),
        ((*BEGUN, "bestaand", "9.9"), "zoals 1.2, of doel 3"),
        ((*BEGUN, "niet", ""), "Typ waarom niet"),
    ],
)
def test_a_line_that_is_not_understood_is_explained(plan: Dossier, lines: tuple[str, ...], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        Deciding(lines).step(plan, TODAY)


def test_what_it_makes_has_its_own_name_and_place(plan: Dossier) -> None:
    change = Deciding((*BEGUN, "mijlpaal", "Stages geregeld", "2.3", "Q127")).change(plan, ANSWER, TODAY)
    made = {type(edit.after): edit.after for edit in change.edits}
    milestone, decision = made[Milestone], made[Decision]
    assert isinstance(milestone, Milestone)
    assert isinstance(decision, Decision)
    assert (milestone.title, milestone.speerpunt, milestone.number) == ("Stages geregeld", 7, "2.3a")
    assert milestone.due == date(2027, 3, 31)
    assert (decision.text, decision.kind, decision.why) == ("Elke school een plek", "aanpassen", "Het werkte")
    assert Deciding((*BEGUN, "best", "Doel 6")).typed(plan, TODAY)["existing"] == Ref("goals", 5)
    assert Deciding(BEGUN).told(plan, TODAY)[0] == "aanpassen"
