"""What a typed line books: the line, day, amount and text worked out by hand, and what is refused for being a guess."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from sto_tui.domain.change import Occasion
from sto_tui.domain.money import BudgetLine, Cofinancing, Payment, Realised
from sto_tui.domain.parties import Party, PartyKind
from sto_tui.domain.record import Record
from sto_tui.domain.region import PeriodDetail, PlanPeriod
from sto_tui.planning.quick_entry.grammar import LinePlace
from sto_tui.planning.quick_entry.line_changes import line_change
from sto_tui.planning.quick_entry.reading import grammar_of
from tests.support.by_hand import dossier_with

# A Saturday.
TODAY = date(2026, 11, 28)
A03_2025, A03_2026, TEN = 5, 6, 7
LESSONS = 8


def period(number: int, first: int, last: int, detail: PeriodDetail = PeriodDetail.DETAILED) -> PlanPeriod:
    return PlanPeriod(
        id=number, label=f"{first}-{last}", start=date(first, 1, 1), end=date(last, 12, 31), detail=detail
    )


WHOLE = dossier_with(
    period(1, 2025, 2028, PeriodDetail.OUTLINE),
    period(2, 2025, 2026),
    period(3, 2027, 2028),
    Party(id=1, name="Jinc", kind=PartyKind.BEDRIJF),
    BudgetLine(id=A03_2025, number="A03", title="Docenten", year=2025),
    BudgetLine(id=A03_2026, number="A03", title="Docenten", year=2026),
    BudgetLine(id=TEN, number="10", title="Bussen", year=2026),
    BudgetLine(id=9, number="101", title="Kasten", year=2027),
    Cofinancing(id=LESSONS, party=1, title="Gastlessen", year=2026),
)
DOSSIER = WHOLE.seen_in(2)
ON_BUSES = {"budget_line": TEN, "date": TODAY}


def booked(table: str, given: Mapping[str, Any], text: str) -> Record | None:
    return line_change(table, given, text, Occasion(DOSSIER, TODAY)).edits[0].after


@pytest.mark.parametrize(
    ("text", "line", "day", "cents", "source", "note"),
    [
        ("12-3-2026 10 factuur", TEN, date(2026, 3, 12), 1000, "factuur", ""),
        ("12-3-2026 10; notitie", TEN, date(2026, 3, 12), 1000, "", "notitie"),
        ("12-3-2026 10;notitie", TEN, date(2026, 3, 12), 1000, "", "notitie"),
        ("12-3-2026 € 1.250,50 factuur 4711; te laat", TEN, date(2026, 3, 12), 125050, "factuur 4711", "te laat"),
        ("12-3-2026 €10 factuur 2026-114", TEN, date(2026, 3, 12), 1000, "factuur 2026-114", ""),
        # The day says of which year a number is.
        ("A03 12-3-2025 10 bon", A03_2025, date(2025, 3, 12), 1000, "bon", ""),
        ("a03 12-3-2026 10 bon", A03_2026, date(2026, 3, 12), 1000, "bon", ""),
        ("A03 10 bon", A03_2026, TODAY, 1000, "bon", ""),
        ("10 250 bon", TEN, TODAY, 25000, "bon", ""),
        # Days by their names; a weekday is the last one before today.
        ("vandaag 10 bon", TEN, TODAY, 1000, "bon", ""),
        ("zondag 7 bon", TEN, date(2026, 11, 22), 700, "bon", ""),
        ("A03 gisteren 7 bon", A03_2026, date(2026, 11, 27), 700, "bon", ""),
        ("zondag 15 maart 2026 7 bon", TEN, date(2026, 3, 15), 700, "bon", ""),
        ("3 mei 7 bon", TEN, date(2026, 5, 3), 700, "bon", ""),
        # A text is the note where one is asked for: money that came back, or another year.
        ("12-3-2026 -10 creditnota", TEN, date(2026, 3, 12), -1000, "", "creditnota"),
        ("12-3-2026 -10 factuur 7; creditnota", TEN, date(2026, 3, 12), -1000, "factuur 7", "creditnota"),
        ("12-3-2025 10 kwam later", TEN, date(2025, 3, 12), 1000, "", "kwam later"),
    ],
)
def test_a_payment(text: str, line: int, day: date, cents: int, source: str, note: str) -> None:
    payment = booked("payments", ON_BUSES, text)
    assert isinstance(payment, Payment)
    said = (payment.budget_line, payment.date, payment.amount, payment.source, payment.note)
    assert said == (line, day, cents, source, note)


def test_the_name_of_the_line_is_cut_and_never_the_amount() -> None:
    long = "Docenten keuzevakken buiten de eigen school, tweede helft van het jaar"
    lines = WHOLE.with_tables({"budget": {TEN: BudgetLine(id=TEN, number="10", title=long, year=2026)}}).seen_in(2)
    change = line_change("payments", ON_BUSES, "12-3-2026 12.500,50 factuur", Occasion(lines, TODAY))
    assert change.label == "Uitgave 10 Docenten keuz… 12-03-2026 €\u00a012.500,50 toegevoegd"


def test_a_contribution_that_was_realised() -> None:
    given = booked("realised", {"contribution": LESSONS, "date": TODAY}, "vandaag 500 urenlijst")
    assert isinstance(given, Realised)
    assert (given.date, given.amount, given.evidence) == (TODAY, 50000, "urenlijst")


NO_101 = "Regelnummer 101 bestaat niet in planperiode 2025-2026."


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("101 12-3-2026 1.250,50 factuur", NO_101),
        ("101 1.250,50 factuur", NO_101),
        ("101 € 1.250,50", NO_101),
        ("101 vandaag 10 factuur", NO_101),
        ("101 3 mei 10 factuur", NO_101),
        ("A99 12-3-2026 10 factuur", "Regelnummer A99 bestaat niet"),
        ("1 250,50 factuur", "Regelnummer 1 bestaat niet"),
        ("12-3-2026 10 4711", "Achter het bedrag staat nog een getal: ‘4711’."),
        ("A03 12-3-2026 10 € 20", "Achter het bedrag staat nog een getal: ‘20’."),
        ("10 7 3-5 bon", "‘3-5’ staat achter het bedrag. Zet de datum ervoor."),
        ("A03 7 gisteren bon", "‘gisteren’ staat achter het bedrag."),
        ("A03 12-3-2027 10 bon", "Regelnummer A03 is van 2025 en 2026, en niet van 2027."),
        ("31-2-2025 10 x", "‘31-2-2025’ is geen datum."),
        ("31 feb 10 x", "‘31 feb’ is geen datum."),
        ("12-3-2026 -10", "schrijf in de toelichting wat er terugkwam. Typ die achter het bedrag."),
        ("12-3-2026 0 bon", "Deze uitgave is van nul euro. Vul het bedrag in."),
        ("12-3-2025 10", "en de regel is van 2026: schrijf in de toelichting waarom, of kies een regel van 2025."),
        ("12-3-2027 10; te laat", "buiten planperiode 2025-2026. Verbeter de datum, of kies een regel van 2027."),
        ("12-3-2028 10; te laat", "buiten planperiode 2025-2026. Verbeter de datum."),
    ],
)
def test_what_would_be_a_guess_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=re.escape(sentence)):
        booked("payments", ON_BUSES, text)


def test_a_contribution_has_no_number_in_front() -> None:
    with pytest.raises(ValueError, match="een bijdrage heeft geen nummer"):
        booked("realised", {"contribution": LESSONS}, "101 12-3-2026 10 urenlijst")


def test_the_examples_name_a_line_of_their_year() -> None:
    examples = grammar_of("payments").examples(LinePlace(DOSSIER, {"date": TODAY}, TODAY))
    assert examples[1] == "10 12-3-2026 1.250,50 factuur"
    for text in examples:
        payment = booked("payments", {"date": TODAY}, text)
        assert isinstance(payment, Payment)
        assert (payment.budget_line, payment.amount) == (TEN, 125050)
