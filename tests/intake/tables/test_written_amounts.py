"""Numbers as people write them: by hand, and whatever is written, never a value that it is not."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sto_tui.intake.sheets.table_reader import SheetRow
from sto_tui.intake.sheets.workbook_number import WorkbookNumber
from sto_tui.intake.tables.amounts import Mark, Notation, notation_of, number_in, written_number
from sto_tui.intake.tables.thousands import SaidInThousands, said_in_thousands

SURE = [
    ("1250", "1250"),
    ("€ 1.250,50", "1250.50"),
    ("1,250.50", "1250.50"),
    ("€ 1.250,-", "1250.00"),
    ("1.250,--", "1250.00"),
    ("EUR 12,5", "12.5"),
    ("12.50 euro", "12.50"),
    ("1 250 000", "1250000"),
    ("1'250.75", "1250.75"),
    ("1.250.000", "1250000"),
    ("1,250,000", "1250000"),
    ("(100,00)", "-100.00"),
    ("100,00-", "-100.00"),
    ("−5", "-5"),
    ("-/- 75,00", "-75.00"),
    ("€ -/- 1.250,-", "-1250.00"),
    ("75,00 -/-", "-75.00"),
    ("-/-€ 75", "-75"),
    ("- / - 75", "-75"),
    ("0,125", "0.125"),
    ("0.125", "0.125"),
    ("1234.567", "1234.567"),
    ("1.234,567", "1234.567"),
    ("25k", "25000"),
    ("€ 2,5 K", "2500.0"),
    ("-1.5k", "-1500.0"),
]
NONE = [
    "",
    "-",
    "1.2.3",
    "1,23,4",
    "1.250,50,1",
    "12a",
    "=B2*C2",
    "[bold]5[/bold]",
    "5%",
    "(-5)",
    "--5",
    "75,-/-",
    "-/-",
    "-/--5",
    "1..5",
    "k",
    "25kk",
    "2k5",
    "25k-",
    "١٢",
]


@pytest.mark.parametrize(("text", "value"), SURE)
def test_what_can_be_read_in_one_way_is_so_in_every_notation(text: str, value: str) -> None:
    marks: tuple[Mark, Mark] = ("komma", "punt")
    assert [number_in(text, mark) for mark in marks] == [Decimal(value)] * 2


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_number_is_refused(text: str) -> None:
    assert written_number(text) is None


def test_three_figures_behind_a_mark_are_thousands_or_decimals() -> None:
    assert number_in("1.250", "komma") == 1250
    assert number_in("1.250", "punt") == Decimal("1.25")
    assert number_in("1,250", "punt") == 1250
    with pytest.raises(ValueError, match="kan twee dingen zijn"):
        number_in("1.250", None)
    with pytest.raises(ValueError, match="drie cijfers achter de punt"):
        number_in("2.000", "punt", is_amount=True)


@pytest.mark.parametrize(
    ("amounts", "others", "answered", "notation"),
    [
        (["25.000", "12,50"], [], None, Notation("komma")),
        (["25,000", "12.50"], [], None, Notation("punt")),
        # An amount has no three decimals.
        (["25.000", "1.500"], [], None, Notation("komma")),
        (["25,000"], [], None, Notation(None, ("25,000",), "punt")),
        (["25,000"], [], "punt", Notation("punt")),
        # How many can have them, and nothing proves it.
        ([], ["1.250"], None, Notation(None, ("1.250",), "komma")),
        (["12,50"], ["1.250"], None, Notation("komma")),
        # Two people filled it in.
        (["12,50", "12.50", "1.250"], [], None, Notation(None, ("1.250",), "komma")),
        ([WorkbookNumber("25.5"), "1.250"], [], None, Notation("komma")),
        (["100"], ["7"], None, Notation(None)),
    ],
)
def test_one_tab_is_written_in_one_notation(
    amounts: list[str], others: list[str], answered: Mark | None, notation: Notation
) -> None:
    assert notation_of(amounts, others, answered) == notation


def dutch(cents: int) -> str:
    return f"{cents // 100:,}".replace(",", ".") + f",{cents % 100:02}"


def english(cents: int) -> str:
    return f"{cents // 100:,}.{cents % 100:02}"


@given(st.integers(0, 10**12), st.booleans(), st.sampled_from(["{}", "€ {}", "{} euro", "({})", "-{}", " {} "]))
def test_an_amount_with_cents_is_itself_in_every_notation(cents: int, is_dutch: bool, frame: str) -> None:
    text = frame.format(dutch(cents) if is_dutch else english(cents))
    sign = -1 if frame in ("({})", "-{}") else 1
    assert {number_in(text, "komma"), number_in(text, "punt")} == {Decimal(sign * cents) / 100}


@given(st.text(alphabet="0123456789.,- €()'", max_size=14))
def test_no_text_is_read_as_other_figures_than_it_has(text: str) -> None:
    number = written_number(text)
    if number is None:
        return
    digits = "".join(sign for sign in text if sign.isdecimal())
    for mark in ("komma", "punt"):
        value = number.value(mark)
        shown = "".join(sign for sign in format(value, "f") if sign.isdecimal())
        assert shown.lstrip("0") in (digits.lstrip("0"), f"{digits}00".lstrip("0"))
        assert number.is_open or value == number.value("komma")


@given(st.lists(st.text(alphabet="0123456789.,", max_size=9), max_size=6), st.sampled_from([None, "komma", "punt"]))
def test_in_doubt_there_is_no_notation_or_no_example(texts: list[str], answered: Mark | None) -> None:
    notation = notation_of(texts, [], answered)
    assert not (notation.mark and notation.examples)


@pytest.mark.parametrize(
    ("head", "is_said"),
    [
        ("Bedrag (x € 1.000)", True), ("bedragen × 1000", True), ("Begroting in duizenden euro’s", True),
        ("Bedrag (k€)", True), ("Prijs x 1.000,-", True), ("Bedrag", False), ("Aantal x prijs", False),
        ("Begroting 2027 x 10.000", False), ("€ kosten", False), ("Bedragen in € 1.000", True),
        ("Maximaal € 1.000 per school", False), ("Amounts in thousands", True),
    ],
)  # fmt: skip
def test_a_head_in_thousands_is_that_of_its_column_and_a_title_of_all(head: str, is_said: bool) -> None:
    of_column = said_in_thousands([SheetRow(1, ("Begroting",))], SheetRow(3, ("Omschrijving", head)))
    of_all = said_in_thousands([SheetRow(1, ("", head))], SheetRow(3, ("Omschrijving", "Bedrag")))
    assert of_column == (SaidInThousands(3, head, frozenset({1})) if is_said else None)
    assert of_all == (SaidInThousands(1, head, None) if is_said else None)
