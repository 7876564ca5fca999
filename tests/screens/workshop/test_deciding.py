"""A decision typed on the wall, line by line: what is asked next, and what is not understood."""

import re
from datetime import date

import pytest

from sto_tui.domain.change import NotSavedError
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Answer, Decision, Question, QuestionPart
from sto_tui.domain.level_words import in_own_words
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.plan import Goal, Speerpunt, Theme
from sto_tui.domain.record import Ref
from sto_tui.screens.editing.decision_form import decision_change
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


@pytest.fixture
def own(plan: Dossier) -> Dossier:
    return plan.with_tables({"region": {1: plan.region.changed(theme_name="Actielijn", speerpunt_name="kans")}})


@pytest.mark.parametrize(
    ("lines", "prompt", "hint"),
    [
        (BEGUN, "komt terug als", "later, doel, kans, mijlpaal, actie, bestaand (is er al) of niet"),
        ((*BEGUN, "k"), "nieuw: kans", "hoe heet dat, enter"),
        # Who types the general word is understood as well.
        ((*BEGUN, "speerpunt"), "nieuw: kans", "hoe heet dat, enter"),
        ((*BEGUN, "kans", "Stages"), "bij actielijn", "het nummer daarvan, enter"),
        ((*BEGUN, "mijlpaal", "Stages"), "bij kans", "het nummer daarvan, of alleen enter"),
        ((*BEGUN, "bestaand"), "nummer", "van een kans of mijlpaal, zoals 1.2, of doel 3"),
    ],
)
def test_a_region_is_asked_in_its_own_words(own: Dossier, lines: tuple[str, ...], prompt: str, hint: str) -> None:
    step = Deciding(lines).step(own, TODAY)
    assert step is not None
    assert (step.prompt, step.hint) == (prompt, hint)


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ((*BEGUN, "x"), "Typ één van: later, doel, kans, mijlpaal, actie, bestaand, niet; de eerste letters"),
        ((*BEGUN, "kans", ""), "Typ eerst hoe het heet."),
        ((*BEGUN, "kans", "Stages", "9"), "Actielijn 9 is er niet; kies uit"),
        ((*BEGUN, "mijlpaal", "Stages", "9.9"), "Kans 9.9 is er niet; typ een nummer als"),
        ((*BEGUN, "bestaand", "9.9"), "Typ het nummer van een kans of mijlpaal, zoals 1.2, of doel 3."),
    ],
)
def test_what_is_wrong_is_said_in_the_words_of_the_region(own: Dossier, lines: tuple[str, ...], sentence: str) -> None:
    with pytest.raises(ValueError, match=re.escape(sentence)):
        Deciding(lines).step(own, TODAY)


def test_a_word_that_means_another_thing_here_is_not_used(plan: Dossier) -> None:
    called = plan.with_tables({"region": {1: plan.region.changed(speerpunt_name="actie")}})
    step = Deciding(BEGUN).step(called, TODAY)
    assert step is not None
    assert step.hint == "later, doel, speerpunt, mijlpaal, actie, bestaand (is er al) of niet"


def test_what_was_typed_is_told_in_the_words_of_the_region(own: Dossier, plan: Dossier) -> None:
    assert Deciding((*BEGUN, "k")).told(own, TODAY)[-1] == "nieuw: kans"
    assert Deciding((*BEGUN, "sp")).told(plan, TODAY)[-1] == "nieuw speerpunt"


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Thema", "Actielijn"),
        ("Speerpunt", "Kans"),
        ("Hoort bij thema", "Hoort bij actielijn"),
        ("nieuw speerpunt", "nieuw: kans"),
        ("nieuw doel", "nieuw doel"),
        ("Themakleur", "Themakleur"),
    ],
)
def test_labels_name_a_level_as_the_region_does(own: Dossier, plan: Dossier, label: str, expected: str) -> None:
    assert (in_own_words(label, own.region), in_own_words(label, plan.region)) == (expected, label)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"back": "speerpunt"}, "Vul bij ‘Naam (nieuw: kans)’ in hoe het heet."),
        ({"back": "speerpunt", "name": "Stages"}, "Kies bij ‘Actielijn’ waar het nieuwe onder valt."),
        ({"back": "speerpunt", "name": "S", "theme": 1, "owner": "Jan"}, "maar ‘Komt terug als’ is ‘nieuw: kans’."),
    ],
)
def test_the_form_of_a_decision_speaks_the_words_of_the_region(
    own: Dossier, typed: dict[str, object], sentence: str
) -> None:
    theme = next(iter(own.of(Theme)))
    given = {"kind": "behouden", "text": "Zo door", **typed} | ({"theme": theme} if "theme" in typed else {})
    with pytest.raises(NotSavedError, match=re.escape(sentence)):
        decision_change(own, ANSWER, given, TODAY)
