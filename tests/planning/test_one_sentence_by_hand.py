"""What a line, a choice or an act refuses in one sentence, and what it makes when it does not."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

import pytest

from sto_tui.domain.change import Change, Edit, NotSavedError, Occasion
from sto_tui.domain.dossier import Dossier, Unsettled, ref_of
from sto_tui.domain.evaluation import Action, Answer, Meeting, Question, QuestionPart, Score
from sto_tui.domain.learning import Lesson
from sto_tui.domain.merging.unsettled import keeping_both, settling
from sto_tui.domain.milestones import Milestone, Veri, VeriCode
from sto_tui.domain.money import CofinancingForm
from sto_tui.domain.parties import Party
from sto_tui.domain.plan import Goal, Speerpunt, Theme
from sto_tui.domain.record import Ref
from sto_tui.domain.region import PlanPeriod
from sto_tui.planning.beginnings import form_of_unit
from sto_tui.planning.evaluation.person_votes import is_of_fewer
from sto_tui.planning.evaluation.typed_changes import (
    corrected_answer,
    corrected_score,
    is_joining,
    joined_by_line,
)
from sto_tui.planning.handed_in.handing_in import handing_in
from sto_tui.planning.next_period.proposal import following
from sto_tui.planning.plan_tree.branches import goals_elsewhere
from sto_tui.planning.plan_tree.duplicating import duplicated
from sto_tui.planning.plan_tree.moving import moved, numbered_after_theme
from sto_tui.planning.plan_tree.numbering import renumbered
from sto_tui.planning.veri.party_tasks import party_view
from tests.support.by_hand import DAY, dossier_with

ASKED = Question(id=1, part=QuestionPart.SUCCESSEN, text="Wat ging goed?")
EVENING = Meeting(id=1, title="Avond", tables=4)
ANSWERS = (
    Answer(id=11, question=1, text="Het lab", session=1, votes=2),
    Answer(id=12, question=1, text="De bus", session=1, votes=3),
)
TALKED = dossier_with(ASKED, EVENING, *ANSWERS)


def refused(act: Callable[[], object]) -> str:
    """The sentence; empty when it goes."""
    try:
        act()
    except (ValueError, NotSavedError) as error:
        return str(error)
    return ""


@pytest.mark.parametrize(
    ("typed", "text", "table", "said"),
    [
        ("Ouders kwamen mee", "Ouders kwamen mee", None, ""),
        ("3: Ouders kwamen mee", "Ouders kwamen mee", 3, ""),
        ("4: Laatste tafel", "Laatste tafel", 4, ""),
        ("  ", "", None, "Er staat niets meer; met x verwijder je het antwoord."),
    ],
)
def test_an_answer_is_corrected_with_its_table(typed: str, text: str, table: int | None, said: str) -> None:
    act = partial(corrected_answer, TALKED, ANSWERS[0], typed)
    assert refused(act) == said
    if not said:
        (edit,) = act().edits
        assert isinstance(edit.after, Answer)
        assert (edit.after.id, edit.after.text, edit.after.table, edit.after.votes) == (11, text, table, 2)


@pytest.mark.parametrize(("typed", "value"), [("1", 1), (" 5 ", 5), ("0", 0), ("6", 0), ("12", 0), ("", 0), ("x", 0)])
def test_a_score_is_one_to_five(typed: str, value: int) -> None:
    act = partial(corrected_score, Score(id=1, statement=1, table=1, value=3), typed)
    assert refused(act) == ("" if value else "Een score gaat van 1 tot en met 5.")
    if value:
        assert [getattr(edit.after, "value", None) for edit in act().edits] == [value]


@pytest.mark.parametrize(
    ("typed", "kept", "said"),
    [
        # Of the most votes `De bus` is 2 by the order of adding: 1 joined with 2 stays as 2.
        ("1=2", {"De bus": 5}, ""),
        ("2=1", {"Het lab": 5}, ""),
        ("Ouders=1", None, ""),
        ("9=1", None, "Antwoord 9 is er niet; typ een nummer dat op de muur staat."),
        ("1=1", None, "Dit is hetzelfde antwoord; typ het nummer van een ander."),
    ],
)
def test_a_line_joins_the_first_with_the_second_which_stays(typed: str, kept: dict[str, int] | None, said: str) -> None:
    act = partial(joined_by_line, TALKED, ASKED, typed)
    assert refused(act) == said
    assert is_joining(typed) is not typed.startswith("Ouders")
    change = None if said else act()
    stay = [edit.after for edit in change.edits if isinstance(edit.after, Answer)] if change else []
    assert {answer.text: answer.votes for answer in stay} == (kept or {})


@pytest.mark.parametrize(
    ("edits", "fewer"),
    [
        (((ANSWERS[0], ANSWERS[0].changed(votes=1)),), True),
        (((ANSWERS[0], ANSWERS[0].changed(votes=2)),), False),
        # One less for the lab and one more for the bus is as many.
        (((ANSWERS[0], ANSWERS[0].changed(votes=1)), (ANSWERS[1], ANSWERS[1].changed(votes=4))), False),
        # A score counts as one, whatever it is.
        (((Score(id=1, statement=1, table=1, value=5), None),), True),
        (((Score(id=1, statement=1, table=1, value=5), Score(id=1, statement=1, table=1, value=1)),), False),
        (((None, Score(id=1, statement=1, table=1, value=1)),), False),
    ],
)
def test_a_result_with_fewer_votes_is_seen(edits: tuple[tuple[Any, Any], ...], fewer: bool) -> None:
    change = Change("", tuple(Edit(ref_of(before or after), before, after) for before, after in edits))
    assert is_of_fewer(change) is fewer


TWICE = dossier_with(
    PlanPeriod(id=1, label="2027-2028", start=date(2027, 1, 1), end=date(2028, 12, 31), current=True),
    Theme(id=1, number=1, title="Kiezen"),
    Theme(id=2, number=1, title="Leren"),
    Theme(id=3, number=3, title="Werken"),
    Speerpunt(id=1, theme=1, number="1.1", title="Bus", goals=(1, 2)),
    Speerpunt(id=2, theme=3, number="3.4", title="Lab"),
    Goal(id=1, number=1, text="Meer"),
    Goal(id=2, number=2, text="Beter"),
    Action(id=1, text="Bel"),
)
WHEN = Occasion(TWICE, DAY)


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (lambda: moved(WHEN, Ref("actions", 1), None, 1), "Dit is niet te verplaatsen."),
        (lambda: moved(WHEN, Ref("goals", 2), None, 1), "Dit staat al onderaan."),
        (lambda: moved(WHEN, Ref("goals", 1), None, -1), "Dit staat al bovenaan."),
        (
            lambda: moved(WHEN, Ref("themes", 1), None, 1),
            "Nummer 1 is er twee keer. Geef met N eerst elk een eigen nummer.",
        ),
        (lambda: duplicated(WHEN, Ref("actions", 1)), "Dit is niet te dupliceren."),
        (lambda: renumbered(WHEN, Ref("goals", 9), "3"), "Dit is er niet meer."),
        (
            lambda: handing_in(TWICE, 9, DAY, "1.0", today=DAY),
            "Deze planperiode is er niet meer. Er is niets ingediend.",
        ),
        (
            lambda: following(TWICE.with_tables({"periods": {}})),
            "Er is nog geen planperiode. Voeg die toe bij 1 Overzicht, Planperioden.",
        ),
        (lambda: following(TWICE), ""),
    ],
)
def test_what_cannot_be_done_says_why(act: Callable[[], object], said: str) -> None:
    assert refused(act) == said


@pytest.mark.parametrize(
    ("theme", "number", "label"),
    [
        # 3.4 is the last of theme 3.
        (3, "1.1", "Speerpunt 1.1 Bus heeft nu nummer 3.5"),
        # It stays in its theme, its number told of another theme, and that theme is gone.
        (1, "1.1", ""),
        (3, "9.1", ""),
        (9, "1.1", ""),
    ],
)
def test_a_speerpunt_that_went_to_another_theme_is_numbered_there(theme: int, number: str, label: str) -> None:
    before = TWICE.of(Speerpunt)[1].changed(number=number)
    now = TWICE.with_tables({"speerpunten": {**TWICE.of(Speerpunt), 1: before.changed(theme=theme)}})
    told = numbered_after_theme(Occasion(now, DAY), before)
    assert (told.label if told else "") == label


def test_under_which_other_goals_a_speerpunt_stands() -> None:
    places = [(Ref("speerpunten", 1), Ref("goals", 1)), (Ref("speerpunten", 1), Ref("themes", 1))]
    places += [(Ref("goals", 1), Ref("goals", 1))]
    assert [[goal.id for goal in goals_elsewhere(TWICE, *place)] for place in places] == [[2], [], []]


@pytest.mark.parametrize(
    ("unit", "form"),
    [
        ("", CofinancingForm.GELD),
        ("uur", CofinancingForm.UREN),
        ("Uren", CofinancingForm.UREN),
        ("m2", CofinancingForm.MATERIAAL),
    ],
)
def test_in_what_a_contribution_is_counted(unit: str, form: CofinancingForm) -> None:
    assert form_of_unit(unit) is form


@pytest.mark.parametrize(
    ("code", "start", "due", "period", "nothing"),
    [
        (VeriCode.RAADPLEGEN, date(2027, 3, 1), None, "begint 1 mrt 2027", ""),
        (VeriCode.RAADPLEGEN, None, date(2027, 3, 1), "klaar op 1 mrt 2027", ""),
        (VeriCode.RAADPLEGEN, date(2027, 3, 1), date(2027, 4, 1), "1 mrt 2027 t/m 1 apr 2027", ""),
        (VeriCode.RAADPLEGEN, None, None, "zonder datums", ""),
        (VeriCode.OUT_OF_THE_LOOP, None, None, "", "Van Jansen wordt niets gevraagd."),
        (None, None, None, "", "Jansen heeft geen rol in de VERI-matrix."),
    ],
)
def test_what_is_asked_of_a_party_and_when(
    code: VeriCode | None, start: date | None, due: date | None, period: str, nothing: str
) -> None:
    roles = [Veri(id=1, row=Ref("milestones", 1), party=Ref("parties", 1), code=code)] if code else []
    step = Milestone(id=1, number="1.1", title="Bus", start=start, due=due)
    view = party_view(dossier_with(Party(id=1, name="Jansen"), step, *roles), Ref("parties", 1))
    assert [line.period for _, lines in view.groups for line in lines] == [period] * bool(period)
    assert view.nothing == nothing


LONG = Lesson(id=1, title="Bus", lesson="Bel de school")
OTHERS = {
    "another": Unsettled(Ref("lessons", 1), ("lesson",), LONG.changed(lesson="Mail de school"), "laptop"),
    "not a text": Unsettled(Ref("lessons", 1), ("source",), LONG.changed(source="Zuid"), "laptop"),
    "gone": Unsettled(Ref("lessons", 9), ("lesson",), LONG.changed(lesson="Mail"), "laptop"),
}


@pytest.mark.parametrize(
    ("which", "text"), [("another", "Bel de school\n\nMail de school"), ("not a text", ""), ("gone", "")]
)
def test_both_texts_are_kept_where_that_still_goes(which: str, text: str) -> None:
    dossier = dossier_with(LONG)
    act = partial(keeping_both, dossier, OTHERS[which], Occasion(dossier, DAY))
    assert refused(act) == ("" if text else "Beide houden kan niet meer. De keuze blijft open.")
    assert not text or [getattr(edit.after, "lesson", "") for edit in act().edits] == [text]


def test_a_choice_about_what_is_gone_changes_nothing() -> None:
    dossier: Dossier = dossier_with(LONG)
    assert settling(dossier, OTHERS["gone"], Occasion(dossier, DAY)) == Change("", ())
