"""What companies contribute: every contribution, and the totals per party and status as the plan has them."""

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
from sto_tui.domain.money import Cofinancing, CofinancingForm, CofinancingStatus
from sto_tui.domain.parties import Party
from sto_tui.domain.plan import Speerpunt
from sto_tui.frozen import frozen
from sto_tui.planning.money.booked_until import booked_until
from sto_tui.planning.money.booking_words import told_of_realised
from sto_tui.planning.money.fulfilment import fulfilment_by_contribution, fulfilment_by_party
from sto_tui.planning.money.totals import cofinancing_by_party
from sto_tui.planning.money.what_counts import party_of
from sto_tui.planning.money.words import party_name, status_head
from sto_tui.planning.sheet_homes import SUM, field_home

NAME = "Cofinanciering"
_TOTAL, _REALISED, _STATUS = "Bedrag", "Gerealiseerd", "Status"
_QUANTITY, _RATE = "Aantal", "Tarief per eenheid"
_HOW = (
    "Bedragen in euro. Een nieuwe bijdrage komt in een lege rij onder haar partij. Wat beoogd is, telt nog niet mee "
    "voor het minimum, en staat wel in het totaal."
)


@frozen
class _Rows:
    party: int | None
    first: int
    last: int


def grid(dossier: Dossier, day: date) -> Grid | None:
    """The contributions by party, then the totals per party and status; None without contributions."""
    beside = told_of_realised(dossier, day)
    dossier = booked_until(dossier, day)
    if not dossier.of(Cofinancing):
        return None
    about = [*about_lines(dossier, day), " ".join([_HOW, *beside])]
    sheet = Grid(NAME, "Cofinanciering", about, _columns(dossier))
    groups = list(_add_parties(sheet, dossier))
    sheet.add(GridRow([], kind=RowKind.NOTE))
    _add_totals(sheet, dossier, groups)
    return sheet


def _columns(dossier: Dossier) -> list[GridColumn]:
    speerpunt = capital(level_words(dossier.region).speerpunt.singular)
    column = partial(field_column, Cofinancing)
    return [
        column("title", 44),
        GridColumn(speerpunt, 14, CellLook.CENTRE, field_home("speerpunt")),
        column("year", 14, CellLook.YEAR),
        column("form", 14, choices=tuple(form.label for form in CofinancingForm)),
        column("quantity", 14, CellLook.NUMBER),
        column("unit", 14),
        column("rate", 14, CellLook.MONEY),
        GridColumn(_TOTAL, 14, CellLook.MONEY, SUM),
        column("status", 14, choices=tuple(status.label for status in CofinancingStatus)),
        GridColumn(_REALISED, 14, CellLook.MONEY),
        column("evidence", 34),
    ]


def _add_parties(sheet: Grid, dossier: Dossier) -> list[_Rows]:
    groups = []
    for party in (*dossier.of(Party), None):
        lines = [line for line in dossier.of(Cofinancing).values() if party_of(dossier, line) == party]
        if lines:
            sheet.add(GridRow([party_name(dossier, party)], f"parties/{party or 0}", RowKind.GROUP, is_group=True))
            first = sheet.next_row
            for line in lines:
                sheet.add(_line(sheet, dossier, line))
            groups.append(_Rows(party, first, sheet.add(_spare(sheet))))
    return groups


def _amount(sheet: Grid) -> str:
    """The formula of what the next row comes to."""
    many, rate = (sheet.at(head, sheet.next_row) for head in (_QUANTITY, _RATE))
    return f'=IF(OR({many}="",{rate}=""),"",ROUND({many}*{rate},2))'


def _spare(sheet: Grid) -> GridRow:
    """An empty row that reckons as soon as something is typed in it."""
    cells: list[CellValue] = [None] * len(sheet.columns)
    cells[sheet.places[_TOTAL]] = Formula(_amount(sheet), "")
    return GridRow(cells, kind=RowKind.SPARE)


def _line(sheet: Grid, dossier: Dossier, line: Cofinancing) -> GridRow:
    total = euros(line.total)
    speerpunt = dossier.whole.of(Speerpunt).get(line.speerpunt or 0)
    cells: list[CellValue] = [
        line.title,
        speerpunt.number if speerpunt else "",
        line.year,
        line.form.label,
        quantity(line.quantity),
        line.unit,
        euros(line.rate),
        Formula(_amount(sheet), "" if total is None else total),
        line.status.label,
        euros(fulfilment_by_contribution(dossier).of[line.id].realised),
        line.evidence,
    ]
    return GridRow(cells, str(ref_of(line)))


def _add_totals(sheet: Grid, dossier: Dossier, groups: Sequence[_Rows]) -> None:
    """A row per party with a column per status and one of what was realised, all as formulas."""
    totals = cofinancing_by_party(dossier)
    statuses = totals.columns
    sheet.add(GridRow(["Partij", *map(status_head, statuses), "Totaal", _REALISED], kind=RowKind.HEAD))
    first = sheet.next_row
    realised = fulfilment_by_party(dossier).of
    for group in groups:
        if group.party not in totals.rows and not realised[group.party].realised:
            continue
        amounts, states = (sheet.span(head, group.first, group.last) for head in (_TOTAL, _STATUS))
        cents = [totals.cells.get((group.party, status), 0) for status in statuses]
        formulas = [f'=SUMIFS({amounts},{states},"{status.label}")' for status in statuses]
        given = _euro_sum(sheet.span(_REALISED, group.first, group.last), realised[group.party].realised)
        _add_sums(sheet, party_name(dossier, group.party), formulas, cents, given, RowKind.ROW)
    last = sheet.next_row - 1
    if last < first:
        return
    heads = [column.head for column in sheet.columns[1 : len(statuses) + 3]]
    *foot, _, of_realised = (sheet.span(head, first, last) for head in heads)
    whole = fulfilment_by_party(dossier).whole.realised
    sums = [f"=SUM({span})" for span in foot]
    cents = [totals.of_column(status) for status in statuses]
    _add_sums(sheet, "Totaal", sums, cents, _euro_sum(of_realised, whole), RowKind.TOTAL)


def _euro_sum(span: str, cents: int) -> Formula:
    return Formula(f"=SUM({span})", Decimal(cents) / 100)


def _add_sums(
    sheet: Grid, name: str, formulas: Sequence[str], cents: Sequence[int], realised: Formula, kind: RowKind
) -> None:
    row = sheet.next_row
    left, right = (sheet.at(sheet.columns[place].head, row) for place in (1, len(cents)))
    cells: list[CellValue] = [name]
    cells += [Formula(formula, Decimal(value) / 100) for formula, value in zip(formulas, cents, strict=True)]
    cells += [_euro_sum(f"{left}:{right}", sum(cents)), realised]
    sheet.add(GridRow(cells, kind=kind))
