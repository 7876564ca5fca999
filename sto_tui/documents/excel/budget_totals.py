"""The totals of the budget as the plan has them: per theme and year, per kind of cost and year, and what is left."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

from sto_tui.documents.excel.about import about_lines
from sto_tui.documents.excel.budget import (
    ELIGIBLE,
    KIND,
    LEFT,
    SPENT,
    TO_SPEND,
    TOTAL,
    YEAR,
    BudgetSheet,
    budget_sheet,
)
from sto_tui.documents.excel.grid import CellLook, CellValue, Formula, Grid, GridColumn, GridRow, RowKind
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import capital
from sto_tui.domain.level_words import level_words
from sto_tui.domain.money import CostKind
from sto_tui.planning.money.booked_until import booked_until
from sto_tui.planning.money.spending import Balance, balances_by_theme
from sto_tui.planning.money.totals import budget_by_kind, budget_by_theme, eligible_by_year
from sto_tui.planning.money.words import theme_name
from sto_tui.planning.sheet_homes import SUM

NAME = "Begroting totaal"
_FEWEST_AMOUNTS = 3


def grid(dossier: Dossier, day: date) -> Grid | None:
    """The three tables under each other; None without a line that has an amount."""
    dossier = booked_until(dossier, day)
    lines, themes = budget_sheet(dossier, day), budget_by_theme(dossier)
    if lines is None or not themes.rows:
        return None
    word = capital(level_words(dossier.region).theme.singular)
    years = [str(year) for year in themes.columns]
    about = [*about_lines(dossier, day), f"Bedragen in euro, opgeteld uit het blad {lines.grid.name}."]
    sheet = Grid(NAME, "Totalen van de begroting", about, _columns(word, years), frozen=1)
    _add_themes(sheet, dossier, lines)
    _add_kinds(sheet, dossier, lines, years)
    _add_balances(sheet, dossier, lines, word)
    return sheet


def _columns(word: str, years: Sequence[str]) -> list[GridColumn]:
    """Those of the first table; the others use the same ones, which are three at the least."""
    heads = [*years, "Totaal", *(" " * number for number in range(1, _FEWEST_AMOUNTS - len(years)))]
    return [GridColumn(word, 46, home=SUM), *(GridColumn(head, 15, CellLook.MONEY, SUM) for head in heads)]


def _add_themes(sheet: Grid, dossier: Dossier, lines: BudgetSheet) -> None:
    totals = budget_by_theme(dossier)

    def formula(row: int | None, year: int) -> str:
        first, last = lines.rows_of_theme[row]
        amounts, years = (lines.grid.span(head, first, last, elsewhere=True) for head in (TOTAL, YEAR))
        return f"=SUMIFS({amounts},{years},{year})"

    first = sheet.next_row
    for theme in totals.rows:
        values = [totals.cells.get((theme, year), 0) for year in totals.columns]
        formulas = [formula(theme, year) for year in totals.columns]
        _add_row(sheet, theme_name(dossier, theme), formulas, values)
    _add_foot(sheet, first, [totals.of_column(year) for year in totals.columns])
    ours = eligible_by_year(dossier)
    amounts, years, eligible = (_whole(lines, head) for head in (TOTAL, YEAR, ELIGIBLE))
    formulas = [f'=SUMIFS({amounts},{years},{year},{eligible},"ja")' for year in ours]
    _add_row(sheet, "waarvan subsidiabel", formulas, list(ours.values()))


def _add_kinds(sheet: Grid, dossier: Dossier, lines: BudgetSheet, years: Sequence[str]) -> None:
    totals = budget_by_kind(dossier)
    _add_heads(sheet, ["Kostensoort", *years, "Totaal"])
    amounts, years_of_lines, kinds = (_whole(lines, head) for head in (TOTAL, YEAR, KIND))

    def formula(kind: CostKind, year: int) -> str:
        return f'=SUMIFS({amounts},{years_of_lines},{year},{kinds},"{kind.label}")'

    first = sheet.next_row
    for kind in totals.rows:
        values = [totals.cells.get((kind, year), 0) for year in totals.columns]
        _add_row(sheet, capital(kind.label), [formula(kind, year) for year in totals.columns], values)
    _add_foot(sheet, first, [totals.of_column(year) for year in totals.columns])


def _add_balances(sheet: Grid, dossier: Dossier, lines: BudgetSheet, word: str) -> None:
    balances = balances_by_theme(dossier)
    _add_heads(sheet, [word, TO_SPEND, SPENT, LEFT])
    sums: Sequence[tuple[str, Callable[[Balance], int]]] = (
        (TO_SPEND, lambda balance: balance.granted),
        (SPENT, lambda balance: balance.spent),
        (LEFT, lambda balance: balance.left),
    )
    first = sheet.next_row
    for theme, balance in balances.of.items():
        rows = lines.rows_of_theme[theme]
        cells: list[CellValue] = [theme_name(dossier, theme)]
        cells += [
            Formula(f"=SUM({lines.grid.span(head, *rows, elsewhere=True)})", _euros(cents_of(balance)))
            for head, cents_of in sums
        ]
        sheet.add(GridRow(cells))
    last = sheet.next_row - 1
    foot: list[CellValue] = ["Totaal"]
    for place, (_, cents_of) in enumerate(sums, 1):
        span = sheet.span(sheet.columns[place].head, first, last)
        foot.append(Formula(f"=SUM({span})", _euros(cents_of(balances.whole))))
    sheet.add(GridRow(foot, kind=RowKind.TOTAL))


def _whole(lines: BudgetSheet, head: str) -> str:
    return lines.grid.span(head, lines.first, lines.last, elsewhere=True)


def _add_heads(sheet: Grid, heads: Sequence[str]) -> None:
    sheet.add(GridRow([], kind=RowKind.NOTE))
    sheet.add(GridRow(list(heads), kind=RowKind.HEAD))


def _add_row(sheet: Grid, name: str, formulas: Sequence[str], cents: Sequence[int]) -> None:
    """A row of formulas with their amounts, and the sum of the row."""
    row = sheet.next_row
    cells: list[CellValue] = [name]
    cells += [Formula(formula, _euros(value)) for formula, value in zip(formulas, cents, strict=True)]
    cells.append(_row_sum(sheet, row, cents))
    sheet.add(GridRow(cells))


def _add_foot(sheet: Grid, first: int, cents: Sequence[int]) -> None:
    """The sums of the columns since the row `first`."""
    row = sheet.next_row
    cells: list[CellValue] = ["Totaal"]
    for place, value in enumerate(cents, 1):
        cells.append(Formula(f"=SUM({sheet.span(sheet.columns[place].head, first, row - 1)})", _euros(value)))
    cells.append(_row_sum(sheet, row, cents))
    sheet.add(GridRow(cells, kind=RowKind.TOTAL))


def _row_sum(sheet: Grid, row: int, cents: Sequence[int]) -> Formula:
    left, right = (sheet.at(sheet.columns[place].head, row) for place in (1, len(cents)))
    return Formula(f"=SUM({left}:{right})", _euros(sum(cents)))


def _euros(cents: int) -> Decimal:
    return Decimal(cents) / 100
