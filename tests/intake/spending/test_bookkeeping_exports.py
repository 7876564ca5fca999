"""Ledger cards as administrations export them: what is read, what is left out, and what is refused, by hand.

The forms are those of Exact Online, AFAS, Twinfield and Snelstart, of a page from a printer's view, and of a sheet that
somebody keeps by hand; the names and figures are invented.
"""

from datetime import date
from pathlib import Path

import pytest

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.money import BudgetLine
from sto_tui.intake.sheets.workbook_number import WorkbookNumber
from sto_tui.intake.spending.rows import cents_of
from sto_tui.intake.spending.sheet_proposal import SpendingProposal, proposal_of, read_sheet
from tests.intake.milestones.test_milestone_intake import Value, cells, csv_file, reasons, workbook
from tests.intake.spending.test_spending_sheet import taken
from tests.support.by_hand import dossier_with


def post(number: int, code: str, title: str) -> BudgetLine:
    return BudgetLine(id=number, number=code, title=title, year=2027, quantity=1, unit="jaar", price=10_000_00)


BUDGET = dossier_with(post(1, "1.1", "Uren docenten"), post(2, "1.2", "Kasten"), post(3, "1.10", "Zaal"))
MARCH = date(2027, 3, 31)


def proposed(path: Path, dossier: Dossier = BUDGET) -> SpendingProposal:
    return proposal_of(read_sheet(path), dossier, date(2028, 1, 1))


def booked(proposal: SpendingProposal) -> list[tuple[int, date, int, str]]:
    """The budget line, the day, the cents and the document."""
    return [(line, day, cents, source) for line, day, cents, _, source in taken(proposal)]


def test_exact_online_with_debit_credit_and_a_running_balance(tmp_path: Path) -> None:
    names = "Datum Dagboek Boekstuknummer Omschrijving Kostenplaats Kostendrager Debet Credit Saldo"
    heads: list[Value] = [*names.split()]
    rows = cells(
        ["Grootboekkaart 4710 Leermiddelen"],
        ["Administratie 12 Stichting Voorbeeld", None, None, "01-01-2027 t/m 31-12-2027"],
        heads,
        [date(2027, 1, 1), None, None, "Saldo per 1 januari", None, "1.2", 900.0, None, 900.0],
        [MARCH, "Inkoop", 27700012, "Kasten lokaal 3", "VO", "1.2", 1234.56, None, 2134.56],
        [date(2027, 4, 2), "Inkoop", 27700015, "Creditnota kast", "VO", "1.2", None, 100, 2034.56],
        [date(2027, 4, 9), "Memoriaal", 27900001, "Totaalpakket gereedschap", "VO", "1.1", 50.5, 0, 2085.06],
        ["Totaal", None, None, None, None, None, 2185.06, 100, 2085.06],
        heads,
    )
    proposal = proposed(workbook(tmp_path / "a.xlsx", Grootboekkaart=rows))
    assert booked(proposal) == [
        (2, MARCH, 1_234_56, "27700012"),
        (2, date(2027, 4, 2), -100_00, "27700015"),
        (1, date(2027, 4, 9), 50_50, "27900001"),
    ]
    assert proposal.refused == ()
    assert proposal.remarks == (
        "Als regelnummer is de kolom ‘Kostendrager’ gelezen.",
        "Overgeslagen, want een totaal of een saldo: regels 4 en 8.",
        "Overgeslagen, want zonder datum en bedrag: regel 9.",
        "Niet overgenomen, want geen kolom van uitgaven: Dagboek, Kostenplaats en Saldo.",
    )


def test_afas_with_dimensions_and_days_without_marks(tmp_path: Path) -> None:
    text = (
        "Rekeningnr.;Omschrijving;Boekdatum;Boekstuknr.;Regelnummer;Bedrag debet;Bedrag credit;Verbijzondering 1;"
        "Verbijzondering 2\n"
        "4710;Saldo vorige periode;;;;1.000,00;;;\n"
        "4710;Uren maart;20270331;2027-0044;1;1.234,56;0,00;10 Noord;1.1 - Uren docenten\n"
        "4710;Zaalhuur;46477;2027-0045;2;75,00;;10 Noord;1.10\n"
        "1600;Uren maart;20270331;2027-0044;3;;1.234,56;;\n"
    )
    proposal = proposed(csv_file(tmp_path, text, "utf-8-sig"))
    # 46477 is the day that Excel counts for 31 March 2027.
    assert booked(proposal) == [(1, MARCH, 1_234_56, "2027-0044"), (3, MARCH, 75_00, "2027-0045")]
    assert reasons(proposal) == ["5: er staat geen regelnummer en geen post."], "the other side of the entry"
    assert proposal.remarks[:2] == (
        "Als regelnummer is de kolom ‘Verbijzondering 2’ gelezen.",
        "Overgeslagen, want een totaal of een saldo: regel 2.",
    )


def test_twinfield_with_a_side_and_a_minus_behind(tmp_path: Path) -> None:
    text = (
        "Grootboek;Dagboek;Boekingsnummer;Datum;Kostenplaats;Project;Omschrijving;Bedrag;D/C\n"
        "4710;INK;202700012;31-03-2027;K100;1.2;Kasten;1.234,56;D\n"
        "4710;INK;202700013;31-03-2027;K100;1.2;Retour;50,00;C\n"
        "4710;MEMO;202700014;31-03-2027;K100;1.2;Correctie;10,00-;D\n"
        "4710;MEMO;202700015;31-03-2027;K100;1.2;Wat nu;-10,00;C\n"
        "4710;MEMO;202700016;31-03-2027;K100;1.2;Onleesbaar;10,00;X\n"
    )
    proposal = proposed(csv_file(tmp_path, text, "cp1252"))
    assert [line[2] for line in booked(proposal)] == [1_234_56, -50_00, -10_00]
    assert reasons(proposal) == [
        "5: het bedrag is onder nul (€\u00a0-10) en staat op credit: dat kan twee dingen betekenen. Laat het minteken "
        "weg, of de C.",
        "6: ‘X’ is geen debet (D) of credit (C).",
    ]


def test_snelstart_with_accents_of_windows_and_a_line_sep(tmp_path: Path) -> None:
    text = (
        "sep=;\n"
        "Datum;Boekstuk;Grootboek;Omschrijving;Kostenplaats;Bedrag;Debet;Credit\n"
        "31-3-2027 00:00:00;M0001;4710;Coördinatie én reis;1.2 Kasten;12,50;12,50;\n"
        "31-3-2027;M0002;4710;Anders;1.2 Kasten;12,50;13,50;\n"
        "Eindtotaal;;;;;25,00;26,00;\n"
    )
    proposal = proposed(csv_file(tmp_path, text, "cp1252"))
    assert taken(proposal) == [(2, MARCH, 12_50, "Coördinatie én reis", "M0001")]
    assert reasons(proposal) == ["3: bedrag (€\u00a012,50) en debet en credit (€\u00a013,50) verschillen."]


def test_a_printed_card_with_text_in_every_cell(tmp_path: Path) -> None:
    text = (
        "Grootboekkaart\t4710\n\nDatum\tStuknr.\tKostendrager\tOmschrijving\tDebet EUR\tCredit EUR\tCrediteur\n"
        "01-01-2027\t\t\tOpeningsbalans\t5.000,00\t\t\n"
        "31-03-2027\t17\t1.2\tKast\t€ 1.234,56\t\t2001\n"
        "31-03-2027\t18\t1.2\tRetour\t\t€ 34,56\t2001\n"
        "Subtotaal maart\t\t\t\t1.234,56\t34,56\t\n"
        "Pagina 1 van 1\n"
    )
    path = tmp_path / "kaart.txt"
    path.write_bytes(text.encode("utf-16"))
    proposal = proposed(path)
    assert booked(proposal) == [(2, MARCH, 1_234_56, "17"), (2, MARCH, -34_56, "18")]
    assert "Overgeslagen, want een totaal of een saldo: regels 4 en 7." in proposal.remarks
    assert reasons(proposal)[0].startswith("8: er staat geen regelnummer")


def test_a_sheet_by_hand_in_which_numbers_lost_their_zeros(tmp_path: Path) -> None:
    rows = cells(
        ["Uitgaven STO", None, None, "bijgewerkt door Anja"],
        ["Regelnummer", "Datum", "Wat", "Bedrag"],
        [1.2, 46477.5, "Kast", 1234.56],
        [1.1, MARCH, "1.1 of 1.10?", 10],
        ["1.10", MARCH, "Zaal", "1.234,56-"],
        ["1,1", MARCH, "Uren", "12,50 C"],
        [None, None, "nog uitzoeken", None],
        [None, None, "samen", 1257.06],
    )
    proposal = proposed(workbook(tmp_path / "hand.xlsx", Blad1=rows))
    assert booked(proposal) == [(2, MARCH, 1_234_56, "hand.xlsx")]
    assert reasons(proposal) == [
        "4: regelnummer 1.1 staat als getal in het blad en kan 1.1 of 1.10 zijn. Maak de kolom op als tekst en typ het "
        "opnieuw.",
        "5: Deze uitgave is onder nul (€\u00a0-1.234,56): schrijf in de toelichting wat er terugkwam.",
        "6: Deze uitgave is onder nul (€\u00a0-12,50): schrijf in de toelichting wat er terugkwam.",
        "8: er staat geen regelnummer en geen post.",
        "8: er staat geen datum.",
    ]


def test_a_number_that_lost_its_leading_zero_is_still_that_line(tmp_path: Path) -> None:
    dossier = dossier_with(post(1, "0101", "Uren"), post(2, "102", "Kasten"))
    rows = cells(["Regelnummer", "Datum", "Bedrag"], [101, MARCH, 1], [102, MARCH, 2])
    assert [line[0] for line in booked(proposed(workbook(tmp_path / "a.xlsx", Blad=rows), dossier))] == [1, 2]


def test_lines_that_count_themselves_are_not_taken_for_those_of_the_budget(tmp_path: Path) -> None:
    dossier = dossier_with(post(1, "1", "Uren"), post(2, "2", "Kasten"), post(3, "30", "Zaal"))
    text = "Regelnummer;Kostendrager;Datum;Bedrag\n1;30;31-3-2027;5\n2;30;31-3-2027;6\n3;2;31-3-2027;7\n"
    proposal = proposed(csv_file(tmp_path, text), dossier)
    assert [line[0] for line in booked(proposal)] == [3, 3, 2]
    assert "Als regelnummer is de kolom ‘Kostendrager’ gelezen." in proposal.remarks


def test_costs_with_a_minus_before_them_are_asked_about(tmp_path: Path) -> None:
    text = "Kostendrager;Datum;Bedrag;Omschrijving\n1.1;31-3-2027;-50,00;Uren\n1.2;31-3-2027;-20,00;Kast\n"
    proposal = proposed(csv_file(tmp_path, text))
    assert "Samen komt er €\u00a070 terug. Kijk of een minteken in dit blad een uitgave is;" in " ".join(
        proposal.remarks
    )


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("1.234,56-", -1_234_56),
        ("- 1.234,56", -1_234_56),
        ("1.234,56 -", -1_234_56),
        ("-€ 12,50", -12_50),
        ("€ 12,50-", -12_50),
        ("12,50 D", 12_50),
        ("12,50 C", -12_50),
        ("12,50CR", -12_50),
        ("12,50- D", -12_50),
        ("1234.56", 1_234_56),
        ("1,234.56", 1_234_56),
        ("€ 25k", 25_000_00),
        (WorkbookNumber("-0.1"), -10),
    ],
)
def test_signs_as_programs_write_them(text: str, cents: int) -> None:
    assert cents_of(text) == cents


@pytest.mark.parametrize("text", ["12,50- C", "1.23.456", "12,50 X", "−"])
def test_what_may_mean_two_things_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"[.]$"):
        cents_of(text)
