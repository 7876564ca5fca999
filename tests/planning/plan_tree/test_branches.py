"""The tree by theme and by goal: which row stands under which, what is folded and what a filter leaves."""

import pytest

from sto_tui.domain.change import carried_out, changing
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Veri, VeriCode
from sto_tui.domain.money import BudgetLine
from sto_tui.domain.plan import Goal, ResultMeasure, Tag, Theme
from sto_tui.domain.record import Ref
from sto_tui.domain.region import PlanPeriod
from sto_tui.planning.plan_tree.about import told_of
from sto_tui.planning.plan_tree.branches import Branch, Ordering, shown_rows, tree_of
from sto_tui.planning.plan_tree.filtering import Filter, filters, wanted_by
from sto_tui.planning.plan_tree.renaming_line import following, left_behind
from tests.support.broad_plan import broad_plan
from tests.support.small_tree import occasion, small_tree


def drawn(dossier: Dossier, rows: list[Branch]) -> list[str]:
    """Each row as its number (or head), a dot per level."""
    return [
        "." * row.depth + (str(getattr(dossier.get(row.ref), "number", "")) if row.ref else row.head) for row in rows
    ]


def test_by_theme() -> None:
    dossier = small_tree()
    assert drawn(dossier, list(tree_of(dossier, Ordering.THEMA))) == [
        *("1", ".1.1", "..1.1a", "..1.1b", ".1.2", "..1.2a"),
        *("2", ".2a", ".2.1", "..2.1a", ".2.2"),
        *("Zonder thema", ".9"),
    ]


def with_a_level_above() -> Dossier:
    """Theme 1 and a third one belong to Kijken, theme 2 to nothing."""
    theme = small_tree().of(Theme)[1].changed(above="Kijken", goals=(2,))
    return small_tree(theme, Theme(id=3, number=3, title="Later", above="Kijken", goals=(1,)))


def test_themes_stand_under_what_they_belong_to() -> None:
    dossier = with_a_level_above()
    drawing = [line for line in drawn(dossier, list(tree_of(dossier, Ordering.THEMA))) if not line.startswith(".")]
    assert drawing == ["Programmalijn Kijken", "1", "3", "Zonder programmalijn", "2", "Zonder thema"]
    dossier = dossier.with_tables({"region": {1: dossier.region.changed(above_name="Pijler")}})
    shown = shown_rows(tree_of(dossier, Ordering.THEMA), lambda branch: False, {Ref("themes", 2)})
    assert drawn(dossier, [branch for branch, _ in shown]) == ["Zonder pijler", "2"]
    assert tree_of(dossier, Ordering.THEMA)[0].head == "Pijler Kijken"


def test_a_speerpunt_without_a_goal_serves_those_of_its_theme() -> None:
    """2.2 has no goal and gets one from theme 2; 2.1 has goal 2 itself and keeps to that."""
    dossier = small_tree(small_tree().of(Theme)[2].changed(goals=(1,)))
    drawing = drawn(dossier, list(tree_of(dossier, Ordering.DOEL)))
    assert drawing[drawing.index("1") : drawing.index("2")][-1] == ".2.2"
    assert drawing[drawing.index("2") :].count(".2.1") == 1
    assert ".2.2" not in drawing[drawing.index("2") :]


def test_another_name_for_what_themes_belong_to() -> None:
    """A new name may be meant for theme 3 too; the name of another group, or none, is a move of this theme alone."""
    dossier = with_a_level_above()
    before = dossier.of(Theme)[1]
    after = before.changed(above="Zien")
    now = dossier.with_tables({"themes": {**dossier.tables["themes"], 1: after}})
    assert [theme.number for theme in left_behind(now, before, after)] == [3]
    change = following(occasion(now), before, after)
    assert change.label == "Programmalijn ‘Zien’ ook bij 1 thema"
    assert [theme.above for theme in carried_out(now, change).of(Theme).values()] == ["Zien", "", "Zien"]
    assert left_behind(now, before, before.changed(above="")) == []
    other = carried_out(now, changing(now, now.of(Theme)[2], now.of(Theme)[2].changed(above="Doen")))
    assert left_behind(other, before, before.changed(above="Doen")) == []


def test_a_result_has_several_measures_in_words() -> None:
    measures = (
        ResultMeasure(id=1, indicator="Keuzevak", baseline="120", baseline_year=2026, target="200", target_year=2028),
        ResultMeasure(id=2, indicator="Scholen", target="6"),
        ResultMeasure(id=3, indicator="Tevredenheid"),
    )
    dossier = small_tree(small_tree().of(Theme)[1].changed(measures=measures))
    told = {each.label: each.lines for each in told_of(dossier, Ref("themes", 1))}
    assert told["Te meten aan"] == ("Keuzevak: van 120 (2026) naar 200 (2028)", "Scholen: naar 6", "Tevredenheid")


def test_by_goal_a_speerpunt_of_two_goals_stands_under_both() -> None:
    dossier = small_tree()
    assert drawn(dossier, list(tree_of(dossier, Ordering.DOEL))) == [
        *("1", ".2.1a", ".1.1", "..1.1a", "..1.1b", ".1.2", "..1.2a"),
        *("2", ".1.1", "..1.1a", "..1.1b", ".2.1", "..2.1a"),
        *("Zonder doel", ".2.2", ".2a", ".9"),
    ]


def test_goals_of_an_earlier_period_stand_below() -> None:
    early = PlanPeriod.model_validate({"id": 9, "label": "2025-2026", "start": "2025-01-01", "end": "2026-12-31"})
    dossier = small_tree(early, Goal(id=9, number=7, text="Toen", periods=(9,)))
    assert drawn(dossier, list(tree_of(dossier, Ordering.DOEL)))[-2:] == ["Doelen uit 2025-2026", "7"]


@pytest.mark.parametrize("ordering", Ordering)
def test_nothing_is_left_out(ordering: Ordering) -> None:
    for dossier in (small_tree(), broad_plan()):
        tops = ("goals", "themes", "speerpunten", "milestones")
        every = {
            Ref(table, number) for table in tops if table != ordering.turned.table for number in dossier.tables[table]
        }
        assert {branch.ref for branch in tree_of(dossier, ordering) if branch.ref} == every


def test_folded_rows_hide_what_stands_under_them() -> None:
    dossier = small_tree()
    tree = tree_of(dossier, Ordering.THEMA)
    rows = shown_rows(tree, lambda branch: branch.ref == Ref("themes", 1))
    assert drawn(dossier, [branch for branch, _ in rows]) == ["1", ".1.1", ".1.2", "2", "Zonder thema", ".9"]
    assert [is_open for _, is_open in rows] == [True, False, False, False, None, None]


@pytest.mark.parametrize(
    ("chosen", "kept"),
    [
        (Filter("Mensen", record=Ref("themes", 2)), ["2", ".2a", ".2.1", "..2.1a", ".2.2"]),
        # Jansen takes part in 1.1 and 1.2, and decides about 1.2a.
        (Filter("Jansen", record=Ref("parties", 2)), ["1", ".1.1", ".1.2", "..1.2a"]),
        (Filter("po", tag=Tag.PO), ["1", ".1.1", "..1.1a", "..1.1b"]),
        # In the title of a milestone, whose speerpunt and theme are shown with it; accents and capitals do not matter.
        (Filter("stage", text="EERSTE stagé"), ["2", ".2.1", "..2.1a"]),
        (Filter("act", text="bus kopen"), ["1", ".1.2"]),
        (Filter("melding", with_finding=True), ["1", ".1.2"]),
        (Filter("niets", text="qqq"), []),
    ],
    ids=lambda case: case.label if isinstance(case, Filter) else "",
)
def test_what_a_filter_leaves(chosen: Filter, kept: list[str]) -> None:
    dossier = small_tree()
    wanted = wanted_by(dossier, chosen, [Ref("speerpunten", 2, "title"), Ref("parties", 1)])
    rows = shown_rows(tree_of(dossier, Ordering.THEMA), lambda branch: True, wanted)
    assert drawn(dossier, [branch for branch, _ in rows]) == kept


def test_the_filters_that_there_are() -> None:
    labels = {kind: [each.label for each in choices] for kind, choices in filters(small_tree()).items()}
    assert labels == {
        "themes": ["1 Labs", "2 Mensen"],
        "parties": ["Noord College", "Jansen bv"],
        "tags": ["po", "mbo"],
    }


def test_everything_about_a_speerpunt() -> None:
    told = {each.label: each.lines for each in told_of(small_tree(), Ref("speerpunten", 1))}
    assert told == {
        "Beoogd resultaat": ("Een lab dat draait, zie 1.2.",),
        "Thema": ("1 Labs",),
        "Partners": ("Noord College · lokaal", "Jansen bv · machines"),
        "2027": ("- Lokaal kiezen", "- Lab inrichten"),
        "2028": ("- Lab openen",),
        "Werkt aan doel": ("1 Meer leerlingen in de techniek", "2 Docenten kennen het werk"),
        "Onderwerpen": ("po",),
        # 10 hours at € 50; one machine of € 1.000.
        "Begroting": ("€\u00a0500 in 1 regel",),
        "Cofinanciering": ("€\u00a01.000 in 1 regel",),
        "Rollen": ("V Noord College",),
    }


def test_roles_from_the_row_above_say_so() -> None:
    told = {each.label: each.lines for each in told_of(small_tree(), Ref("milestones", 2))}
    assert told["Rollen"] == ("V Noord College", "(van 1.1 Lab op school)")
    assert told["Wacht op"] == ("1.1a Lokaal gekozen",)


def test_what_a_filter_lets_through_by_itself() -> None:
    """Jansen leads theme 2 too; and a number is found as it is written."""
    dossier = small_tree(Theme(id=2, number=2, title="Mensen", lead=2))
    jansen = Filter("Jansen", record=Ref("parties", 2))
    by_hand = {"themes/2", "speerpunten/1", "speerpunten/2", "milestones/3"}
    assert set(map(str, wanted_by(dossier, jansen))) == by_hand
    assert wanted_by(dossier, Filter("2.1a", text="2.1a")) == {Ref("milestones", 5)}
    assert wanted_by(small_tree(Goal(id=9, number=77, text="Meer")), Filter("77", text="77")) == {Ref("goals", 9)}


def money(number: int, **values: object) -> BudgetLine:
    return BudgetLine.model_validate({"id": number, "title": f"Post {number}", "year": 2027, **values})


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        # Docenturen of 1.1 is 10 times 50; 2.1 is of another theme, also when the line names this one.
        ((), "€\u00a0500 in 1 regel"),
        ((money(2, theme=1, quantity=2, price=100_00),), "€\u00a0700 in 2 regels"),
        ((money(2, theme=1, speerpunt=3, quantity=2, price=100_00),), "€\u00a0500 in 1 regel"),
        ((money(2, theme=1, quantity=2),), "€\u00a0500 in 2 regels, waarvan 1 nog zonder bedrag"),
        ((money(1, speerpunt=1, quantity=10),), "1 regel, nog zonder bedrag"),
        ((money(1, speerpunt=1), money(2, theme=1)), "2 regels, nog zonder bedrag"),
    ],
)
def test_the_money_of_a_theme(lines: tuple[BudgetLine, ...], told: str) -> None:
    by_label = {each.label: each.lines for each in told_of(small_tree(*lines), Ref("themes", 1))}
    assert by_label["Begroting"] == (told,)


def test_a_year_without_its_value_is_not_told_and_roles_stand_in_the_order_of_the_legend() -> None:
    goal = Goal(id=1, number=1, text="Meer", baseline_year=2026, target="500", target_year=2028)
    role = Veri(id=9, row=Ref("speerpunten", 2), party=Ref("parties", 2), code=VeriCode.VERANTWOORDELIJK)
    dossier = small_tree(goal, role)
    of_goal = {each.label: each.lines for each in told_of(dossier, Ref("goals", 1))}
    assert "Nulwaarde" not in of_goal
    assert of_goal["Streefwaarde"] == ("500 (2028)",)
    of_speerpunt = {each.label: each.lines for each in told_of(dossier, Ref("speerpunten", 2))}
    assert of_speerpunt["Rollen"] == ("V Jansen bv", "R Noord College")


def test_the_words_of_the_region() -> None:
    dossier = small_tree(theme_name="Actielijn", speerpunt_name="Activiteit")
    assert drawn(dossier, list(tree_of(dossier, Ordering.THEMA)))[-2] == "Zonder actielijn"
    assert [each.label for each in told_of(dossier, Ref("themes", 1))][2] == "Activiteiten"
