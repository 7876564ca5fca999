"""What signs on a line say together: twice the same is refused, and what a line leaves open stays open."""

from typing import Any

import pytest

from sto_tui.domain.change import Occasion
from sto_tui.domain.milestones import Stoplicht
from sto_tui.domain.plan import Goal, Size, Theme
from sto_tui.planning.quick_entry.grammar import LinePlace
from sto_tui.planning.quick_entry.line_changes import line_change
from sto_tui.planning.quick_entry.reading import explanations
from tests.planning.quick_entry.test_lines_by_hand import DOSSIER, PLAN, TODAY, read
from tests.support.by_hand import dossier_with

MORE = dossier_with(*PLAN, Goal(id=2, number=2, text="Meer docenten"), Theme(id=2, number=2, title="Mensen"))


@pytest.mark.parametrize(
    ("table", "text"),
    [
        ("speerpunten", "Lab  bij 1  bij 2"),
        ("milestones", "Lab  bij 1  bij 1.2"),
        ("budget", "Lab  bij 1  bij 1.2  2 × 3 = 2027"),
        ("cofinancing", "Lab  bij 1  bij 2  2 × 3 = 2027"),
    ],
)
def test_what_belongs_to_two_is_refused(table: str, text: str) -> None:
    with pytest.raises(ValueError, match=r"staat er twee keer\. Laat er één staan\."):
        read(table, text, dossier=MORE)


@pytest.mark.parametrize(
    ("text", "goals"),
    [("doel 1", (1,)), ("doel 1  doel 2", (1, 2)), ("doelen 2 en 1", (2, 1)), ("doel 1, 1", (1,))],
)
def test_the_goals_of_a_speerpunt(text: str, goals: tuple[int, ...]) -> None:
    assert read("speerpunten", f"Lab  bij 1  {text}", dossier=MORE)["goals"] == goals


@pytest.mark.parametrize(
    ("table", "text", "given", "values"),
    [
        ("cofinancing", "Machines 2 stuks × 500 = 2027", {}, {"form": "materiaal", "unit": "stuks"}),
        ("cofinancing", "Lessen 2 uren × 50 = 2027", {}, {"form": "uren", "unit": "uren"}),
        ("cofinancing", "Gift 2 × 500 = 2027", {}, {"form": "geld", "unit": ""}),
        # Under 1.1 the number of another milestone begins a line of that one only when a stoplicht follows.
        (
            "progress",
            "1.3 groen Klaar",
            {"milestone": 11},
            {"milestone": 13, "light": Stoplicht.GROEN, "note": "Klaar"},
        ),
        ("progress", "1.3 is later", {"milestone": 11}, {"note": "1.3 is later"}),
        ("risks", "Ziekte;;groot", {}, {"text": "Ziekte", "impact": Size.GROOT}),
    ],
)
def test_what_a_line_says_and_leaves_open(table: str, text: str, given: dict[str, Any], values: dict[str, Any]) -> None:
    line = read(table, text, given, DOSSIER)
    assert {name: line.get(name) for name in values} == values
    if table != "cofinancing":
        assert set(line) == set(values)


def test_who_is_named_twice_has_one_role() -> None:
    change = line_change("milestones", {"speerpunt": 2}, "Lab klaar Q327  @Jinc  @Jinc", Occasion(DOSSIER, TODAY))
    assert [edit.ref.table for edit in change.edits] == ["milestones", "veri"]


def test_the_rule_above_the_line_says_to_what_it_will_belong() -> None:
    assert explanations("milestones", LinePlace(DOSSIER, {"speerpunt": 2}, TODAY))[0].startswith(
        "Nieuwe mijlpaal bij 1.2: "
    )
