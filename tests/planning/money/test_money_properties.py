"""What must hold for the money of any dossier: all ways of adding up agree, and so do the screen and the document."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import amount, parse_amount
from sto_tui.domain.money import BudgetLine, Cofinancing, CofinancingForm, CofinancingStatus, CostKind
from sto_tui.domain.parties import Party, PartyStatus
from sto_tui.domain.plan import Speerpunt, Theme
from sto_tui.domain.record import Record
from sto_tui.planning.money.share import contributions
from sto_tui.planning.money.subsidy import over_subsidy
from sto_tui.planning.money.totals import (
    R,
    Totals,
    budget_by_kind,
    budget_by_theme,
    cofinancing_by_form,
    cofinancing_by_party,
    cofinancing_by_theme,
    cofinancing_by_year,
    eligible_by_year,
)
from sto_tui.planning.money.what_counts import Standing, money_base, sum_of
from sto_tui.screens.plan.money_rows import budget_rows, cofinancing_rows
from sto_tui.widgets.record_list import Row
from tests.support.by_hand import DAY, dossier_with, draft_of, tables_of

IN_PLAN, OUTSIDE = (2027, 2028), (2026, 2029, 2031)
AROUND: tuple[Record, ...] = (
    Theme(id=1, number=1, title="Kiezen"),
    Theme(id=2, number=2, title="Labs"),
    Speerpunt(id=1, theme=2, number="2.1", title="Lab"),
    Speerpunt(id=2, theme=9, number="3", title="Los"),
    Party(id=1, name="Jansen bv"),
    Party(id=2, name="Visser bv", status=PartyStatus.GESTOPT),
)
_COMMON = {
    "theme": st.sampled_from((None, 1, 2, 9)),
    "speerpunt": st.sampled_from((None, 1, 2, 9)),
    "quantity": st.none() | st.integers(0, 80).map(lambda quarters: quarters / 4),
}
_MONEY = st.none() | st.integers(0, 900_00)


def posts(years: tuple[int, ...] = IN_PLAN + OUTSIDE) -> st.SearchStrategy[BudgetLine]:
    return st.builds(
        BudgetLine,
        title=st.just("Post"),
        year=st.sampled_from(years),
        cost_kind=st.sampled_from(CostKind),
        eligible=st.booleans(),
        price=_MONEY,
        **_COMMON,
    )


def gifts(years: tuple[int, ...] = IN_PLAN + OUTSIDE) -> st.SearchStrategy[Cofinancing]:
    return st.builds(
        Cofinancing,
        year=st.sampled_from(years),
        form=st.sampled_from(CofinancingForm),
        status=st.sampled_from(CofinancingStatus),
        party=st.sampled_from((None, 1, 2, 9)),
        rate=_MONEY,
        **_COMMON,
    )


LINES = st.tuples(st.lists(posts(), max_size=8), st.lists(gifts(), max_size=8))
SUBSIDY = st.none() | st.integers(1, 9_000_00)


def dossier_of(lines: tuple[list[BudgetLine], list[Cofinancing]], subsidy: int | None = None) -> Dossier:
    """With numbers for the lines."""
    numbered = [one.model_copy(update={"id": number}) for some in lines for number, one in enumerate(some, 1)]
    return dossier_with(*AROUND, *numbered, subsidy=subsidy)


@pytest.mark.slow
@settings(max_examples=60)
@given(LINES)
def test_all_ways_of_adding_up_agree(lines: tuple[list[BudgetLine], list[Cofinancing]]) -> None:
    dossier = dossier_of(lines)
    budget = sum(one.total or 0 for one in lines[0])
    assert {budget_by_theme(dossier).whole, budget_by_kind(dossier).whole} == {budget}
    assert sum(eligible_by_year(dossier).values()) == sum(one.total or 0 for one in lines[0] if one.eligible)
    by_status = [sum(one.total or 0 for one in lines[1] if one.status is status) for status in CofinancingStatus]
    for columns, rows in (
        sums_of(cofinancing_by_party(dossier)),
        sums_of(cofinancing_by_theme(dossier)),
        sums_of(cofinancing_by_year(dossier)),
        sums_of(cofinancing_by_form(dossier)),
    ):
        assert (columns, rows) == (by_status, sum(by_status))


def sums_of(totals: Totals[R, CofinancingStatus]) -> tuple[list[int], int]:
    """The foot of every column, and what the ends of the rows come to."""
    assert sum(map(totals.of_row, totals.rows)) == totals.whole
    return [totals.of_column(status) for status in CofinancingStatus], totals.whole


@settings(max_examples=60)
@given(LINES, SUBSIDY)
def test_each_contribution_counts_or_has_one_reason_not_to(
    lines: tuple[list[BudgetLine], list[Cofinancing]], subsidy: int | None
) -> None:
    dossier = dossier_of(lines, subsidy)
    base = money_base(dossier)
    ids = Counter(one.id for some in base.by_standing.values() for one in some)
    assert ids == Counter(one.id for one in base.contributions)
    state = contributions(dossier)
    if state is None:
        assert not base.years
        return
    assert state.counted + state.intended + state.stopped + state.elsewhere == sum_of(base.contributions)
    assert sum_of(base.costs) + state.uncounted == sum(eligible_by_year(dossier).values())
    for share in state.shares:
        assert (share.percent is None) == bool(share.why_not)
        if share.percent is not None:
            assert share.percent >= 0
            assert (share.short > 0) == (share.percent < share.minimum)
    of_budget = state.shares[0].percent
    assert of_budget is None or of_budget < 100


@pytest.mark.slow
@settings(max_examples=60)
@given(
    st.tuples(st.lists(posts(IN_PLAN), max_size=5), st.lists(gifts(IN_PLAN), max_size=5)),
    st.tuples(st.lists(posts(OUTSIDE), max_size=5), st.lists(gifts(OUTSIDE), max_size=5)),
    SUBSIDY,
)
def test_nothing_outside_the_plan_counts_anywhere(
    inside: tuple[list[BudgetLine], list[Cofinancing]],
    outside: tuple[list[BudgetLine], list[Cofinancing]],
    subsidy: int | None,
) -> None:
    alone = dossier_of(inside, subsidy)
    both = dossier_of((inside[0] + outside[0], inside[1] + outside[1]), subsidy)
    state, more = contributions(alone), contributions(both)
    assert over_subsidy(alone) == over_subsidy(both)
    assert money_base(alone).by_standing[Standing.COUNTS] == money_base(both).by_standing[Standing.COUNTS]
    assert (state is None) == (more is None)
    if state and more:
        assert replace(more, elsewhere=0, uncounted=0) == state


@settings(max_examples=60)
@given(LINES, SUBSIDY)
def test_what_is_short_is_just_enough(lines: tuple[list[BudgetLine], list[Cofinancing]], subsidy: int | None) -> None:
    """With what is said to be missing the minimum is met, and with a cent less it is not."""
    state = contributions(dossier_of(lines, subsidy))
    for which, share in enumerate(state.shares if state else ()):
        for cents in (share.short, share.short - 1) if share.short else ():
            extra = Cofinancing(id=1, year=2027, quantity=1, rate=cents, status=CofinancingStatus.TOEGEZEGD, party=1)
            after = contributions(dossier_of((lines[0], [*lines[1], extra]), subsidy))
            assert after is not None
            # A year without amounts may have come in, whose subsidy is the same that the region typed.
            assert (after.shares[which].short == 0) == (cents == share.short)


# The screen and the document.


def on_screen(rows: list[Row], title: str) -> Counter[str]:
    """What stands under a head, per name; the rows of a name come together."""
    found: Counter[str] = Counter()
    here, name = False, ""
    for row in rows:
        if row.kind == "group":
            here = row.cells[0] == title
        elif here and row.kind == "record":
            words = [cell if isinstance(cell, str) else str(cell[0]) for cell in row.cells]
            bold = isinstance(row.cells[-1], tuple) and row.cells[-1][1] == "bold"
            name = next((word for word in words[:3] if word), name)
            if not bold:
                found[name.split(",")[0].lower()] += parse_amount(words[-1])
    return found


def in_word(table: list[list[str]]) -> Counter[str]:
    """The last column of a table without its foot, per name."""
    found: Counter[str] = Counter()
    for row in table[1:]:
        if row[0] not in ("Totaal", "waarvan subsidiabel"):
            found[row[0].lower()] += parse_amount(row[-1])
    return found


def heads_of(rows: list[Row]) -> set[str]:
    """The heads of groups, without what stands after the amount."""
    return {str(row.cells[0]).split(", ", 1)[0] for row in rows if row.kind == "group"}


@pytest.mark.slow
@settings(max_examples=8)
@given(LINES)
def test_the_screen_and_the_document_say_the_same(lines: tuple[list[BudgetLine], list[Cofinancing]]) -> None:
    dossier = dossier_of(lines)
    tables = tables_of(draft_of(dossier))
    budget, cofinancing = list(budget_rows(dossier, DAY)), list(cofinancing_rows(dossier, DAY))
    for title, table in tables.items():
        if title.startswith("Projectkosten per kostensoort"):
            assert on_screen(budget, "Totaal per kostensoort") == in_word(table)
        if title.startswith("Projectkosten per thema"):
            assert heads_of(budget) >= {f"{row[0]}: {amount(parse_amount(row[-1]))}" for row in table[1:-2]}
        if title == "Cofinanciering naar partij en status, in euro":
            assert heads_of(cofinancing) >= {f"{row[0]}: {amount(parse_amount(row[-1]))}" for row in table[1:-1]}
        for word in ("thema", "vorm", "jaar"):
            if title == f"Cofinanciering naar {word} en status, in euro":
                assert on_screen(cofinancing, f"Totaal per {word}") == in_word(table)
    named = "Cofinanciering naar partij en status, in euro"
    assert (named in tables) == any(one.total is not None for one in lines[1])
