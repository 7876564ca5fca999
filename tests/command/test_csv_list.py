"""`sto lijst --csv`: as Excel in Dutch reads it, and no text that it takes for a formula."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest

from sto_tui.command.csv_table import csv_of, harmless
from sto_tui.domain.money import BudgetLine, Payment
from sto_tui.domain.tables import TABLES
from tests.support.by_hand import dossier_with
from tests.support.commands import Sto, assert_refused


@pytest.mark.parametrize("text", ["=1+1", "+31", "-x", "@a", "\ta", "\ra", "＝1"])
def test_a_text_that_begins_like_a_formula_is_made_harmless(text: str) -> None:
    assert harmless(text) == f"'{text}"


def test_numbers_stay_numbers_and_text_keeps_its_signs() -> None:
    line = BudgetLine(id=1, title='=a; "b"', year=2027, quantity=3.5, price=1_234_50, note="twee\nregels")
    dossier = dossier_with(line, Payment(id=1, budget_line=1, date=date(2026, 11, 1), amount=-5_05))
    data = csv_of(TABLES["budget"], [line], dossier)
    assert data.startswith(b"\xef\xbb\xbf")
    heads, row = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";")
    cells = dict(zip(heads, row, strict=True))
    assert (cells["Post"], cells["Toelichting"]) == ('\'=a; "b"', "twee\nregels")
    assert (cells["Jaar"], cells["Aantal"], cells["Prijs per eenheid"]) == ("2027", "3,5", "1234,50")
    assert (cells["Subsidiabel"], cells["Toegekend"]) == ("ja", "")
    # Money that came back is a number below zero, and no text that begins with a minus sign.
    assert b";01-11-2026;-5,05;" in csv_of(TABLES["payments"], dossier.of(Payment).values(), dossier)


@pytest.mark.parametrize("table", ["mijlpalen", "veri", "cijfers"])
def test_every_record_has_a_line_and_nothing_else_is_said(example: Path, sto: Sto, table: str) -> None:
    done = sto("lijst", example, table, "--csv")
    rows = list(csv.reader(io.StringIO(done.out.removeprefix("\ufeff"), newline=""), delimiter=";"))
    assert (done.code, done.err) == (0, "")
    assert len(rows) > 5
    assert len({len(row) for row in rows}) == 1


def test_not_with_json_as_well(example: Path, sto: Sto) -> None:
    assert_refused(sto("lijst", example, "mijlpalen", "--csv", "--json"))
