"""The money of place 4: the budget by theme and the contributions by party, each with its totals."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import amount, capital, count
from sto_tui.domain.level_words import level_words
from sto_tui.domain.money import BudgetLine, Cofinancing, CofinancingStatus, Equipment
from sto_tui.domain.parties import Party
from sto_tui.planning.money.booked_until import booked_until
from sto_tui.planning.money.booking_words import told_not_yet
from sto_tui.planning.money.depreciation import depreciation_by_year
from sto_tui.planning.money.share import contributions, in_words, remarks
from sto_tui.planning.money.totals import (
    R,
    Totals,
    budget_by_kind,
    budget_by_theme,
    cofinancing_by_form,
    cofinancing_by_party,
    cofinancing_by_theme,
    cofinancing_by_year,
    eligible_costs,
)
from sto_tui.planning.money.what_counts import outside_plan, party_of, theme_of, themes_of_money, unpriced
from sto_tui.planning.money.words import lacking, lacking_words, party_name, theme_name
from sto_tui.screens.frame.columns import Around, ListOf, Shown
from sto_tui.screens.frame.section import BLANK, group, note
from sto_tui.widgets.record_list import Cell, Row

_MACHINE = Shown[Equipment]("title", least=16)
_PURCHASE = Shown[Equipment]("purchase", head="Aanschaf, per jaar", width=18, align="right")


def _amount(line: BudgetLine | Cofinancing, around: Around) -> Cell:
    """The amount, or what it lacks; a unit is no part of the sum."""
    if line.total is not None:
        return amount(line.total)
    return f"geen {lacking_words(name for name in lacking(line) if name != 'unit')}", "hint"


_POST = Shown[BudgetLine]("title")
_YEAR = Shown[BudgetLine]("year", width=5)
_COSTS = Shown[BudgetLine](head="Bedrag", width=20, align="right", cell=_amount)
BUDGET = ListOf(
    BudgetLine,
    _YEAR,
    Shown("number", head="Nr", width=6, drop=2, role="muted"),
    _POST,
    Shown("cost_kind", head="Soort", width=17, drop=1, role="muted"),
    _COSTS,
    none="Nog geen begroting. Druk op a om een regel toe te voegen.",
)


EQUIPMENT = ListOf(
    Equipment,
    _MACHINE,
    Shown("in_use_from", head="Vanaf", width=10, drop=1),
    Shown("life", head="Levensduur", width=11, drop=1),
    Shown("share_of_use", head="Deel %", width=6, align="right", drop=2),
    _PURCHASE,
    none="Nog geen apparatuur. Druk op a: sto-tui rekent de afschrijving per jaar uit.",
)


def equipment_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """Equipment with what is written off of it in each year; then the total per year."""
    per_year = depreciation_by_year(dossier)
    rows: list[Row] = []
    for equipment in dossier.of(Equipment).values():
        rows += [BLANK] * bool(rows) + EQUIPMENT.rows_of([equipment], dossier, today)
        rows += [
            _written_off(equipment.id, str(year), per_year.cells[equipment.id, year])
            for year in per_year.columns
            if (equipment.id, year) in per_year.cells
        ]
    if not rows:
        return [EQUIPMENT.none]
    rows += [BLANK, group("Afschrijving per jaar")]
    rows += [_written_off(0, str(year), per_year.of_column(year)) for year in per_year.columns]
    return [*rows, _written_off(0, "Totaal", per_year.whole, "bold")]


def _written_off(of: int, name: str, cents: int, role: str = "text") -> Row:
    return EQUIPMENT.other_row((of, name), {_MACHINE: (f"  {name}", role), _PURCHASE: (amount(cents), role)})


def _firmness(line: Cofinancing, around: Around) -> str:
    return "bold" if line.status in (CofinancingStatus.GETEKEND, CofinancingStatus.GEREALISEERD) else "text"


_CONTRIBUTION = Shown[Cofinancing]("title")
_STATUS = Shown[Cofinancing]("status", width=12, role=_firmness)
_WORTH = Shown[Cofinancing](head="Bedrag", width=21, align="right", cell=_amount)
COFINANCING = ListOf(
    Cofinancing,
    Shown("year", width=5),
    _CONTRIBUTION,
    Shown("form", width=9, drop=1, role="muted"),
    _STATUS,
    _WORTH,
    none="Nog geen cofinanciering. Druk op a om een bijdrage toe te voegen.",
)


def _head(name: str, lines: Sequence[BudgetLine | Cofinancing], total: str) -> Row:
    """The head of a group: its total, and how many lines are not in it."""
    bare = len(unpriced(lines))
    if bare == len(lines):
        return group(f"{name}: nog geen bedragen")
    return group(f"{name}: {total}" + (f", {count(bare, 'regel', 'regels')} zonder bedrag" if bare else ""))


def budget_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """Budget lines by theme, each theme with its total; then the totals per kind of cost and year."""
    lines = list(dossier.of(BudgetLine).values())
    if not lines:
        return [BUDGET.none]
    totals = budget_by_theme(dossier)
    rows: list[Row] = []
    for theme in themes_of_money(dossier):
        theme_lines = [line for line in lines if theme_of(dossier, line) == theme]
        if theme_lines:
            rows += [BLANK] * bool(rows) + [
                _head(theme_name(dossier, theme), theme_lines, amount(totals.of_row(theme)))
            ]
            rows += BUDGET.rows_of(theme_lines, dossier, today)
    return rows + (_budget_totals(dossier) if totals.rows else [])


def _budget_totals(dossier: Dossier) -> list[Row]:
    kinds = budget_by_kind(dossier)
    rows = [BLANK, group("Totaal per kostensoort")]
    rows += [_costs(kind.label, kinds.of_row(kind)) for kind in kinds.rows]
    rows += [BLANK, group("Totaal per jaar")]
    rows += [
        _costs(capital(outside_plan(dossier, year)), kinds.of_column(year), year=str(year)) for year in kinds.columns
    ]
    rows += [_costs("Totaal", kinds.whole, "bold")]
    return [*rows, _costs("waarvan subsidiabel", eligible_costs(dossier))]


def _costs(name: str, cents: int, role: str = "text", *, year: str = "") -> Row:
    """A row with a total; the cursor can reach it, and there is nothing to edit."""
    return BUDGET.other_row(
        ("total", year, name), {_YEAR: (year, role), _POST: (name, role), _COSTS: (amount(cents), role)}
    )


def cofinancing_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """Contributions by party, each party with its total; then totals by status, and the share in both bases."""
    lines = list(dossier.of(Cofinancing).values())
    if not lines:
        return [COFINANCING.none]
    totals = cofinancing_by_party(dossier)
    rows: list[Row] = []
    for party in (*dossier.of(Party), None):
        party_lines = [line for line in lines if party_of(dossier, line) == party]
        if party_lines:
            total = _with_intended(totals.of_row(party), totals.cells.get((party, CofinancingStatus.BEOOGD), 0))
            rows += [BLANK] * bool(rows) + [_head(party_name(dossier, party), party_lines, total)]
            rows += COFINANCING.rows_of(party_lines, dossier, today)
    not_yet = told_not_yet(dossier, today)
    return rows + (_cofinancing_totals(booked_until(dossier, today), not_yet) if totals.rows else [])


def _with_intended(cents: int, intended: int) -> str:
    return amount(cents) + (f", waarvan {amount(intended)} beoogd" if intended else "")


def _cofinancing_totals(dossier: Dossier, not_yet: Sequence[str]) -> list[Row]:
    """Sentences stand between the records, and few together: then the cursor passes them all in the smallest window."""
    by_year, state = cofinancing_by_year(dossier), contributions(dossier)
    counting = [*(remarks(state) if state else ()), *not_yet]
    per_theme = f"Totaal per {level_words(dossier.region).theme.singular}"
    return [
        *_by_status(per_theme, cofinancing_by_theme(dossier), lambda theme: theme_name(dossier, theme)),
        *_by_status("Totaal per vorm", cofinancing_by_form(dossier), lambda form: form.label),
        *(_told("Naast het minimum", in_words(state)) if state else ()),
        *_by_status(
            "Totaal per jaar", by_year, lambda year: ", ".join(filter(None, (str(year), outside_plan(dossier, year))))
        ),
        *(_told("Wat er meetelt", counting) if counting else ()),
        BLANK,
        group("Totaal"),
        *(_worth("total", "", status.label, by_year.of_column(status)) for status in CofinancingStatus),
        _worth("total", "Alles samen", "", by_year.whole, "bold"),
    ]


def _told(title: str, sentences: Iterable[str]) -> Iterable[Row]:
    return [BLANK, group(title), *map(note, sentences)]


def _by_status(title: str, totals: Totals[R, CofinancingStatus], name: Callable[[R], str]) -> Iterable[Row]:
    """Per row of the totals its amounts by status, and their sum when there are several."""
    yield BLANK
    yield group(title)
    for row in totals.rows:
        statuses = [status for status in totals.columns if (row, status) in totals.cells]
        if len(statuses) > 1:
            yield _worth((title, name(row)), name(row), "", totals.of_row(row), "bold")
        for status in statuses:
            label = name(row) if len(statuses) == 1 else ""
            yield _worth((title, name(row)), label, status.label, totals.cells[row, status])


def _worth(of: Hashable, name: str, status: str, cents: int, role: str = "text") -> Row:
    cells: dict[Shown[Cofinancing], Cell] = {_CONTRIBUTION: (name, role), _STATUS: (status, role)}
    return COFINANCING.other_row((of, name, status), {**cells, _WORTH: (amount(cents), role)})
