"""Which column is what: a supplier is no side of the books, and the date of the invoice decides the year."""

import pytest

from sto_tui.intake.sheets.table_reader import SheetRow
from sto_tui.intake.spending.columns import columns_of, head_row, likely_head


@pytest.mark.parametrize(
    ("heads", "fields", "unknown"),
    [
        # Crediteur is who was paid, until Debet EUR stands beside it: then it is Credit EUR.
        (
            ("Regelnummer", "Datum", "Crediteur", "Bedrag"),
            {"number": 0, "date": 1, "amount": 3},
            ("Crediteur",),
        ),
        (
            ("Regelnummer", "Datum", "Debet EUR", "Credit EUR"),
            {"number": 0, "date": 1, "debit": 2, "credit": 3},
            (),
        ),
        (
            ("Regelnummer", "Boekdatum", "Factuurdatum", "Bedrag"),
            {"number": 0, "date": 2, "amount": 3},
            ("Boekdatum",),
        ),
    ],
)
def test_what_each_column_is(heads: tuple[str, ...], fields: dict[str, int], unknown: tuple[str, ...]) -> None:
    columns = columns_of(SheetRow(1, heads), [], ())
    assert (dict(columns.fields), columns.unknown) == (fields, unknown)


def test_the_number_of_a_line_may_stand_below_the_head_of_its_name() -> None:
    """The ledger has numbers of its own; where none of a budget line stands anywhere, the ledger stays."""
    head = SheetRow(1, ("Datum", "Grootboek", "Bedrag", "Begrotingspost"))
    rows = [SheetRow(2, ("5-2-2027", "4000", "10", "101"))]
    assert dict(columns_of(head, rows, ("101",)).fields) == {"number": 3, "date": 0, "amount": 2}
    assert columns_of(head, rows, ("101",)).taken_for_number == "Begrotingspost"
    assert dict(columns_of(head, rows, ("202",)).fields) == {"number": 1, "title": 3, "date": 0, "amount": 2}


def test_the_row_with_most_heads_is_the_head() -> None:
    rows = [
        SheetRow(1, ("Overzicht 2027",)),
        SheetRow(2, ("Regelnummer", "Bedrag")),
        SheetRow(3, ("Regelnummer", "Datum", "Bedrag")),
        SheetRow(4, ("101", "1-2-2027", "10")),
    ]
    assert head_row(rows) == 2
    assert head_row(rows[:1]) is None


@pytest.mark.parametrize(
    ("heads", "row", "asked"),
    [
        (
            ("Factuurdatum", "Begrotingsregel", "Excl. btw", "Btw", "Incl. btw"),
            ("2-3-2027", "1.1", "100", "21", "121"),
            (4, 2),
        ),
        (("Begrotingsregel", "Datum", "Excl. btw", "Btw"), ("1.1", "2-3-2027", "100", "21"), (2,)),
        (
            ("Totaal incl. btw", "Waarvan btw", "Excl. btw", "Dag", "Regel"),
            ("121", "21", "100", "2-3-2027", "1.1"),
            (0, 2),
        ),
    ],
)
def test_with_or_without_btw_is_asked_wherever_the_days_stand(
    heads: tuple[str, ...], row: tuple[str, ...], asked: tuple[int, ...]
) -> None:
    rows = [SheetRow(1, heads), SheetRow(2, row)]
    assert likely_head(rows) == 0
    assert columns_of(rows[0], rows[1:], ("1.1",)).asked["amount"] == asked
