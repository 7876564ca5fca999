"""The budget: every line with quantity times price, what was granted, spent and left, per theme and as a whole."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import partial

from sto_tui.documents.excel.about import about_lines
from sto_tui.documents.excel.grid import (
    CellLook,
    CellValue,
    Formula,
    Grid,
    GridColumn,
    GridRow,
    RowKind,
    euros,
    field_column,
    quantity,
)
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.dutch import capital
from sto_tui.domain.level_words import level_words
from sto_tui.domain.money import BudgetLine, CostKind, Payment
from sto_tui.domain.plan import Speerpunt
from sto_tui.frozen import frozen
from sto_tui.planning.money.booked_until import booked_until, payments_after
from sto_tui.planning.money.booking_words import told_later
from sto_tui.planning.money.spending import balances_by_line
from sto_tui.planning.money.what_counts import theme_of, themes_of_money
from sto_tui.planning.money.words import theme_name
from sto_tui.planning.sheet_homes import SUM, field_home, label_of

NAME = "Begroting"
TOTAL, TO_SPEND, SPENT, LEFT = "Bedrag", "Te besteden", "Uitgegeven", "Over"
YEAR, KIND, ELIGIBLE = "Jaar", "Kostensoort", "Subsidiabel"
_TITLE, _QUANTITY, _PRICE, _GRANTED = "Post", "Aantal", "Prijs per eenheid", "Toegekend"
_SUMS = (TOTAL, TO_SPEND, SPENT, LEFT)
_HOW = (
    "Bedragen in euro. Een nieuwe regel komt in een lege rij onder haar groep. Te besteden is wat is toegekend, en "
    "anders het bedrag van de regel zelf. Een regel zonder een van beide telt nergens mee."
)


@frozen
class BudgetSheet:
    """The sheet, and on which rows the lines of each theme and of the whole stand: the first and the last."""

    grid: Grid
    rows_of_theme: dict[int | None, tuple[int, int]]
    first: int
    last: int


def grid(dossier: Dossier, day: date) -> Grid | None:
    """The sheet; None without a budget."""
    sheet = budget_sheet(dossier, day)
    return sheet.grid if sheet else None


def budget_sheet(dossier: Dossier, day: date) -> BudgetSheet | None:
    """The lines by theme, with sums as formulas and the amounts of the dossier in them."""
    later = told_later(payments_after(dossier, day), day)
    dossier = booked_until(dossier, day)
    if not dossier.of(BudgetLine):
        return None
    about = [*about_lines(dossier, day), " ".join([_HOW, *later])]
    if payments := dossier.of(Payment).values():
        newest = max(payment.date for payment in payments)
        about.append(f"De laatste uitgave is van {newest:%d-%m-%Y}.")
    sheet = Grid(NAME, "Begroting", about, _columns(dossier), frozen=2)
    rows_of_theme: dict[int | None, tuple[int, int]] = {}
    sum_rows: list[int] = []
    first = sheet.next_row
    for theme in themes_of_money(dossier):
        lines = [line for line in dossier.of(BudgetLine).values() if theme_of(dossier, line) == theme]
        if lines:
            rows_of_theme[theme] = _add_theme(sheet, dossier, theme, lines)
            sum_rows.append(sheet.next_row - 1)
    last = sheet.next_row - 1
    _add_total(sheet, dossier, "Totaal", list(dossier.of(BudgetLine).values()), _sum_of_cells(sheet, sum_rows))
    return BudgetSheet(sheet, rows_of_theme, first, last)


def _columns(dossier: Dossier) -> list[GridColumn]:
    speerpunt = capital(level_words(dossier.region).speerpunt.singular)
    column = partial(field_column, BudgetLine)
    return [
        column("number", 12),
        column("title", 38),
        GridColumn(speerpunt, 10, CellLook.CENTRE, field_home("speerpunt")),
        column("year", 7, CellLook.YEAR),
        column("cost_kind", 18, choices=tuple(kind.label for kind in CostKind)),
        column("quantity", 10, CellLook.NUMBER),
        column("unit", 10),
        column("price", 12, CellLook.MONEY),
        GridColumn(TOTAL, 14, CellLook.MONEY, SUM),
        column("eligible", 11, CellLook.CENTRE, ("ja", "nee")),
        column("granted", 14, CellLook.MONEY),
        GridColumn(TO_SPEND, 14, CellLook.MONEY, SUM),
        GridColumn(SPENT, 14, CellLook.MONEY),
        GridColumn(LEFT, 14, CellLook.MONEY, SUM),
        column("note", 40),
    ]


def _add_theme(sheet: Grid, dossier: Dossier, theme: int | None, lines: Sequence[BudgetLine]) -> tuple[int, int]:
    """The group with its lines, an empty row in which a new one can be typed, and its sums."""
    sheet.add(GridRow([theme_name(dossier, theme)], f"themes/{theme or 0}", RowKind.GROUP, is_group=True))
    first = sheet.next_row
    for line in lines:
        sheet.add(_line(sheet, dossier, line))
    last = sheet.add(_spare(sheet))
    sums = {head: f"=SUM({sheet.span(head, first, last)})" for head in _SUMS}
    _add_total(sheet, dossier, f"Totaal {theme_name(dossier, theme)}", lines, sums)
    return first, last


def _line(sheet: Grid, dossier: Dossier, line: BudgetLine) -> GridRow:
    balance = balances_by_line(dossier).of[line.id]
    speerpunt = dossier.whole.of(Speerpunt).get(line.speerpunt or 0)
    amount, to_spend, left = _formulas(sheet)
    cells: list[CellValue] = [
        line.number,
        line.title,
        speerpunt.number if speerpunt else "",
        line.year,
        line.cost_kind.label,
        quantity(line.quantity),
        line.unit,
        euros(line.price),
        Formula(f"={amount}", _shown(euros(line.total))),
        label_of(line.eligible),
        euros(line.granted),
        Formula(f"={to_spend}", _shown(euros(balance.granted))),
        euros(balance.spent),
        Formula(f"={left}", _shown(euros(balance.left))),
        line.note,
    ]
    return GridRow(cells, str(ref_of(line)))


def _formulas(sheet: Grid) -> tuple[str, str, str]:
    """What the next row comes to, what of it may be spent, and what is left."""
    row = sheet.next_row
    many, price, total = (sheet.at(head, row) for head in (_QUANTITY, _PRICE, TOTAL))
    granted, to_spend, spent = (sheet.at(head, row) for head in (_GRANTED, TO_SPEND, SPENT))
    amount = f'IF(OR({many}="",{price}=""),"",ROUND({many}*{price},2))'
    return amount, f'IF({granted}="",N({total}),{granted})', f"{to_spend}-{spent}"


def _spare(sheet: Grid) -> GridRow:
    """An empty row that reckons as soon as something is typed in it."""
    amount, to_spend, left = _formulas(sheet)
    title = sheet.at(_TITLE, sheet.next_row)
    cells: list[CellValue] = [None] * len(sheet.columns)
    for head, formula in ((TOTAL, amount), (TO_SPEND, to_spend), (LEFT, left)):
        cells[sheet.places[head]] = Formula(f'=IF({title}="","",{formula})', "")
    return GridRow(cells, kind=RowKind.SPARE)


def _shown(amount: Decimal | None) -> Decimal | str:
    return "" if amount is None else amount


def _sum_of_cells(sheet: Grid, rows: Sequence[int]) -> dict[str, str]:
    return {head: "=" + "+".join(sheet.at(head, row) for row in rows) for head in _SUMS}


def _add_total(sheet: Grid, dossier: Dossier, name: str, lines: Sequence[BudgetLine], formulas: dict[str, str]) -> None:
    per_line = balances_by_line(dossier).of
    cents = {
        TOTAL: sum(line.total or 0 for line in lines),
        TO_SPEND: sum(per_line[line.id].granted for line in lines),
        SPENT: sum(per_line[line.id].spent for line in lines),
        LEFT: sum(per_line[line.id].left for line in lines),
    }
    cells: list[CellValue] = [None] * len(sheet.columns)
    cells[1] = name
    for head, formula in formulas.items():
        cells[sheet.places[head]] = Formula(formula, Decimal(cents[head]) / 100)
    sheet.add(GridRow(cells, kind=RowKind.TOTAL))
