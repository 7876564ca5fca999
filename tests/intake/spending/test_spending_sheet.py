"""What was spent, from a sheet of the administration: matched by line number, refused with a reason, taken once."""

import zipfile
from datetime import date
from pathlib import Path

import pytest

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.money import BudgetLine, Payment, Realised
from sto_tui.domain.record import Ref
from sto_tui.intake.sheets.table_reader import IntakeError
from sto_tui.intake.sheets.workbook_number import WorkbookNumber
from sto_tui.intake.spending.rows import cents_of
from sto_tui.intake.spending.sheet_proposal import SpendingProposal, framed, proposal_of, read_pasted, read_sheet
from sto_tui.places import Place
from sto_tui.planning.money.spending import balances_by_line
from sto_tui.storage.store import DossierStore
from tests.conftest import clock
from tests.intake.milestones.test_milestone_intake import cells, csv_file, reasons, workbook
from tests.support.by_hand import dossier_with
from tests.support.commands import Sto
from tests.support.screens import app_on, form_at, retype, seen, show_list, stored, until


def post(number: int, code: str, title: str, year: int) -> BudgetLine:
    return BudgetLine(id=number, number=code, title=title, year=year, quantity=1, unit="jaar", price=10_000_00)


# 101 stands in both years, 102 only in 2027; the third has no number, and 104 stands twice in one year.
LINES = (
    post(1, "101", "Uren docenten", 2027),
    post(2, "101", "Uren docenten", 2028),
    post(3, "102", "Kasten", 2027),
    post(4, "", "Bussen", 2027),
    post(5, "104", "Zaal", 2027),
    post(6, "104", "Koffie", 2027),
)
BUDGET = dossier_with(*LINES)


def proposed(path: Path, dossier: Dossier = BUDGET) -> SpendingProposal:
    return proposal_of(read_sheet(path), dossier, date(2029, 1, 1))


def taken(proposal: SpendingProposal) -> list[tuple[int, date, int, str, str]]:
    payments = [edit.after for edit in proposal.change.edits]
    return [
        (one.budget_line, one.date, one.amount, one.note, one.source) for one in payments if isinstance(one, Payment)
    ]


def test_an_export_with_dutch_amounts_and_both_kinds_of_dates(tmp_path: Path) -> None:
    path = csv_file(
        tmp_path,
        "Uitgaven eerste halfjaar;;;;;\n"
        "Regelnr.;Boekdatum;Factuurdatum;Bedrag (€);Omschrijving;Boekstuknummer;Kostenplaats\n"
        "101;2-2-2027;31-1-2027;1.250,50;Januari; F1 ;K4\n"
        "102;2-2-2027;2027-02-01;€ 50,-;Slot;F2;K4\n"
        "102;3-2-2027;3 feb 2027;100,00-;Terug;C1;K4\n"
        "101;8-1-2028;5-1-2028;(75);Correctie;C2;K4\n"
        "Totaal;;;1.125,50;;;\n"
        "De cijfers zijn voorlopig.;;;;;;\n",
    )
    proposal = proposed(path)
    # The date of the invoice counts; 101 is of the year of that date. 1.250,50 + 50 - 100 - 75 = 1.125,50.
    assert taken(proposal) == [
        (1, date(2027, 1, 31), 1_250_50, "Januari", "F1"),
        (3, date(2027, 2, 1), 50_00, "Slot", "F2"),
        (3, date(2027, 2, 3), -100_00, "Terug", "C1"),
        (2, date(2028, 1, 5), -75_00, "Correctie", "C2"),
    ]
    assert (proposal.refused, proposal.cents) == ((), 1_125_50)
    assert list(framed("plan.csv", proposal)) == [
        "plan.csv: 4 uitgaven, €\u00a01.125,50, geen weigeringen.",
        "\nLet op",
        "  Overgeslagen, want een totaal of een saldo: regel 7.",
        "  Overgeslagen, want zonder datum en bedrag: regel 8.",
        "  Niet overgenomen, want geen kolom van uitgaven: Boekdatum en Kostenplaats.",
        "\nNieuw",
        "  101 Uren docenten 2027 · 31-01-2027 · €\u00a01.250,50 · F1 · Januari",
        "  102 Kasten 2027 · 01-02-2027 · €\u00a050 · F2 · Slot",
        "  102 Kasten 2027 · 03-02-2027 · €\u00a0-100 · C1 · Terug",
        "  101 Uren docenten 2028 · 05-01-2028 · €\u00a0-75 · C2 · Correctie",
        "\nPer begrotingsregel",
        "  101 Uren docenten 2027: €\u00a00 → €\u00a01.250,50 van €\u00a010.000",
        "  102 Kasten 2027: €\u00a00 → €\u00a0-50 van €\u00a010.000",
        "  101 Uren docenten 2028: €\u00a00 → €\u00a0-75 van €\u00a010.000",
        "",
    ]


def test_a_workbook_with_numbers_and_two_columns_of_amounts(tmp_path: Path) -> None:
    rows = cells(
        ["Post", "Datum", "Debet", "Credit", "Jaar", "Toelichting"],
        ["Uren docenten", date(2027, 12, 30), 1234.5, None, 2028, "Vooruit betaald"],
        # 12,345 is what a formula left: half a cent up; 0,1 + 0,2 is not quite 0,3 in a computer.
        ["bussen", date(2027, 3, 1), 12.345, None, None, None],
        ["Kasten", date(2027, 3, 2), 0.1 + 0.2, None, None, None],
        ["Kasten", date(2027, 3, 3), None, 20, None, "Terug"],
    )
    assert [line[:4] for line in taken(proposed(workbook(tmp_path / "a.xlsx", Uitgaven=rows)))] == [
        (2, date(2027, 12, 30), 1_234_50, "Vooruit betaald"),
        (4, date(2027, 3, 1), 12_35, ""),
        (3, date(2027, 3, 2), 30, ""),
        (3, date(2027, 3, 3), -20_00, "Terug"),
    ]


def test_a_sheet_of_libreoffice(tmp_path: Path) -> None:
    path = tmp_path / "uitgaven.ods"
    text = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    head = "".join(map(text.format, ("Regelnummer", "Datum", "Bedrag")))
    row = (
        '<table:table-cell office:value-type="float" office:value="102"/>'
        '<table:table-cell office:value-type="date" office:date-value="2027-04-30"/>'
        '<table:table-cell office:value-type="currency" office:value="1.234" office:currency="EUR"/>'
    )
    names = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"' for short in ("office", "table", "text")
    )
    rows = f"<table:table-row>{head}</table:table-row><table:table-row>{row}</table:table-row>"
    content = (
        f'<office:document-content {names}><office:body><office:spreadsheet><table:table table:name="Blad1">{rows}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest:manifest/>")
        archive.writestr("content.xml", content)
    # A number of a workbook: one euro and 23 cents, and no thousands. Without a document the source is the file.
    assert taken(proposed(path)) == [(3, date(2027, 4, 30), 1_23, "", "uitgaven.ods")]


def test_every_row_that_is_not_taken_says_why(tmp_path: Path) -> None:
    path = csv_file(
        tmp_path,
        "Regelnummer;Post;Datum;Bedrag;Toelichting\n"
        "999;;1-2-2027;10;x\n"
        ";Boeken;1-2-2027;10;x\n"
        ";;1-2-2027;10;x\n"
        "102;;31-2-2027;1,2.3;x\n"
        "102;;;10;x\n"
        "102;;1-2-2027;;x\n"
        "102;;1-2-2027;0;x\n"
        "102;;1-2-2027;-10;\n"
        "102;;1-2-2029;10;x\n"
        "101;;1-2-2029;10;x\n"
        "104;;1-2-2027;10;x\n"
        "102;;1-2-2027;10;goed\n",
    )
    proposal = proposed(path)
    assert reasons(proposal) == [
        "2: regelnummer ‘999’ staat niet in de begroting.",
        "3: post ‘Boeken’ staat niet in de begroting.",
        "4: er staat geen regelnummer en geen post.",
        "5: ‘31-2-2027’ is geen datum. Schrijf bijvoorbeeld 28-2-2027, mrt 2027 of Q127.",
        "5: ‘1,2.3’ is geen getal. Schrijf bijvoorbeeld 12.500,50.",
        "6: er staat geen datum.",
        "7: er staat geen bedrag.",
        "8: het bedrag is nul.",
        "9: Deze uitgave is onder nul (€\u00a0-10): schrijf in de toelichting wat er terugkwam.",
        "10: Deze uitgave is van 01-02-2029, buiten planperiode 2027-2028. Verbeter de datum.",
        "11: regelnummer ‘101’ staat niet in de begroting van 2029.",
        "12: regelnummer ‘104’ staat op 2 regels van 2027. Geef elke regel een eigen nummer.",
    ]
    assert [line[3] for line in taken(proposal)] == ["goed"]


def test_without_any_number_in_the_budget_it_says_what_to_do(tmp_path: Path) -> None:
    bare = dossier_with(post(1, "", "Uren", 2027))
    proposal = proposed(csv_file(tmp_path, "Nr;Datum;Bedrag\n101;1-2-2027;10\n"), bare)
    assert reasons(proposal) == [
        "2: regelnummer ‘101’ staat niet in de begroting. Vul de regelnummers in bij 4 Plan, Begroting."
    ]


def test_a_post_that_is_the_number_of_a_line_is_that_line() -> None:
    block = b"datum;waarvoor;post;bedrag\n12-1-2027;leds;102 Kasten school;100\n3-2-2027;bus;Bussen;50\n"
    proposal = proposal_of(
        read_pasted(block + b"4-2-2027;kabels;102;20\n5-2-2027;x;Vitrine;9\n"), BUDGET, date(2029, 1, 1)
    )
    assert [(line, amount) for line, _, amount, _, _ in taken(proposal)] == [(3, 100_00), (4, 50_00), (3, 20_00)]
    assert "De post is gelezen als regelnummer: regels 2 en 4." in proposal.remarks
    assert [refusal.reason for refusal in proposal.refused] == ["post ‘Vitrine’ staat niet in de begroting."]


def test_a_number_that_a_workbook_made_a_date_is_refused(tmp_path: Path) -> None:
    rows = cells(["Regelnummer", "Datum", "Bedrag"], [date(2027, 1, 1), date(2027, 2, 1), 10])
    assert reasons(proposed(workbook(tmp_path / "a.xlsx", Blad=rows))) == [
        "2: het regelnummer is een datum geworden (01-01-2027). Maak de kolom op als tekst en typ het opnieuw."
    ]


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("1.234,56", 1_234_56),
        ("1.234", 1_234_00),
        ("1234.5", 1_234_50),
        ("EUR 12,50", 12_50),
        ("€ -12,50", -12_50),
        ("12,50-", -12_50),
        ("50,--", 50_00),
        ("(1.000,00)", -1_000_00),
    ],
)
def test_amounts_as_administrations_write_them(text: str, cents: int) -> None:
    assert cents_of(text) == cents


@pytest.mark.parametrize(("number", "cents"), [("1.234", 1_23), ("0.005", 1), ("-0.005", -1), ("1250", 1_250_00)])
def test_a_number_of_a_workbook_is_no_text(number: str, cents: int) -> None:
    assert cents_of(WorkbookNumber(number)) == cents


@pytest.mark.parametrize("text", ["1,23,567", "twaalf", "1,005", "--5", "12 13,5x"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"is geen getal|drie cijfers achter"):
        cents_of(text)


def test_the_same_sheet_twice_is_taken_once(tmp_path: Path) -> None:
    text = "Regelnummer;Datum;Bedrag;Boekstuk\n102;1-2-2027;10;F1\n102;1-2-2027;10;F2\n"
    there = dossier_with(*LINES, Payment(id=1, budget_line=3, date=date(2027, 2, 1), amount=10_00, source="F1"))
    assert [line[4] for line in taken(proposed(csv_file(tmp_path, text), there))] == ["F2"]
    # Without the document: one of the two equal rows stands there, and the other is the same row again.
    bare = csv_file(tmp_path, "Regelnummer;Datum;Bedrag\n102;1-2-2027;10\n102;1-2-2027;10\n102;1-2-2027;11\n")
    proposal = proposed(bare, there)
    assert [line[2] for line in taken(proposal)] == [11_00]
    assert proposal.remarks == (f"{TWICE.format('regel 3')}", "Staat er al, en is niet nog eens overgenomen: regel 2.")


TWICE = (
    "Staat twee keer in het blad, en is één keer overgenomen: {}. "
    "Zijn het toch twee uitgaven, voeg de tweede dan met de hand toe."
)


def test_the_same_row_twice_in_a_sheet_is_booked_once_and_named(tmp_path: Path) -> None:
    rows = (
        "102;1-2-2027;10;F1;Schroeven",
        "102;1-2-2027;10;F1;Schroeven, nog eens",  # the same document
        "102;1-2-2027;10;F2;Schroeven",
        "102;1-2-2027;10;;Lijm",
        "102;1-2-2027;10;;Zand",
        "102;1-2-2027;10;;Lijm",
    )
    text = "\n".join(("Regelnummer;Datum;Bedrag;Boekstuk;Omschrijving", *rows))
    proposal = proposed(csv_file(tmp_path, text))
    kept = [("Schroeven", "F1"), ("Schroeven", "F2"), ("Lijm", ""), ("Zand", "")]
    assert [line[3:] for line in taken(proposal)] == kept
    assert proposal.remarks == (TWICE.format("regels 3 en 7"),)


def test_a_day_of_another_year_than_its_line_is_refused_unless_the_sheet_names_the_year(tmp_path: Path) -> None:
    text = "Regelnummer;Datum;Bedrag;Omschrijving;Begrotingsjaar\n102;5-1-2028;10;Slot;\n102;5-1-2028;20;;2027\n"
    proposal = proposed(csv_file(tmp_path, text))
    assert reasons(proposal) == [
        "2: regelnummer ‘102’ is van 2027, en de datum van 2028. Verbeter de datum, of zet in een kolom Begrotingsjaar "
        "2027 als het bij die regel hoort."
    ]
    assert taken(proposal) == [(3, date(2028, 1, 5), 20_00, "Begrotingsjaar 2027 volgens plan.csv", "plan.csv")]


def test_a_sheet_without_the_right_heads_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match="geen koppen van een overzicht van uitgaven"):
        proposed(csv_file(tmp_path, "Naam;Datum\nAnja;1-2-2027\n"))


def given(text: str, **answers: str) -> SpendingProposal:
    """A pasted block with answers; `kolom__` begins the key of a column."""
    keys = {key.replace("__", ":"): value for key, value in answers.items()}
    return proposal_of(read_pasted(text.encode()), BUDGET, date(2029, 1, 1), keys)


def asked(proposal: SpendingProposal) -> list[tuple[str, str]]:
    assert not proposal.change.edits, "what is asked is not taken in"
    return [(question.key, question.proposed) for question in proposal.questions]


# The cells are hand-worked: 101 in 2027 is line 1, 102 is line 3.
FOREIGN = "Ref\tJour\tMontant\tSolde\n102\t14-2-2027\t1.250,50\t9\n102\t15-2-2027\t12\t8\n"


def test_heads_that_nobody_knows_are_pointed_at() -> None:
    assert asked(given(FOREIGN)) == [("kolom:regelnummer", "A"), ("kolom:datum", "B"), ("kolom:bedrag", "C")]
    pointed = given(FOREIGN, kolom__regelnummer="A", kolom__datum="B", kolom__bedrag="C")
    assert [line[:3] for line in taken(pointed)] == [
        (3, date(2027, 2, 14), 1_250_50),
        (3, date(2027, 2, 15), 12_00),
    ]
    assert pointed.heads == given(FOREIGN.replace("1.250,50", "7")).heads != ""


@pytest.mark.parametrize(
    ("text", "key", "proposed", "answers"),
    [
        # Days and months that prove nothing, and a month behind the day that does.
        (
            "Nr;Datum;Bedrag\n102;5/2/2027;10\n",
            "datumvolgorde",
            "dm",
            {"dm": [(3, date(2027, 2, 5), 10_00)], "md": [(3, date(2027, 5, 2), 10_00)]},
        ),
        (
            "Nr;Datum;Bedrag\n102;5-2-2027;1,250\n",
            "decimalen",
            "punt",
            {"punt": [(3, date(2027, 2, 5), 1_250_00)], "komma": []},
        ),
        (
            "Nr;Datum;Bedrag;Bedrag\n102;5-2-2027;10;20\n",
            "kolom:bedrag",
            "C",
            {"c": [(3, date(2027, 2, 5), 10_00)], "D": [(3, date(2027, 2, 5), 20_00)]},
        ),
    ],
)
def test_what_can_be_read_in_two_ways_is_asked(
    text: str, key: str, proposed: str, answers: dict[str, list[tuple[int, date, int]]]
) -> None:
    assert asked(given(text)) == [(key, proposed)]
    for answer, payments in answers.items():
        answered = given(text, **{key: answer})
        assert ([line[:3] for line in taken(answered)], answered.questions) == (payments, ())


def test_one_american_day_makes_them_all_so() -> None:
    proposal = given("Nr;Datum;Bedrag\n102;5/2/2027;1,250.50\n102;1/16/2027;3,000\n")
    assert [line[:3] for line in taken(proposal)] == [
        (3, date(2027, 5, 2), 1_250_50),
        (3, date(2027, 1, 16), 3_000_00),
    ]


def test_a_tab_for_each_month_is_asked_and_the_others_are_named(tmp_path: Path) -> None:
    january = cells(["Nr", "Datum", "Bedrag"], ["102", date(2027, 1, 20), 10])
    path = workbook(tmp_path / "a.xlsx", Jan=january, Feb=january)
    proposal = proposed(path)
    assert asked(proposal) == [("tab", "Jan")]
    assert proposal.remarks[0] == "Gelezen is tabblad ‘Jan’; niet gelezen: ‘Feb’."


def test_the_command_shows_asks_and_takes_it_as_one_change(tmp_path: Path, sto: Sto) -> None:
    path = tmp_path / "regio.sto.json"
    DossierStore.create(path, BUDGET)
    source = csv_file(tmp_path, "Regelnummer;Datum;Bedrag\n102;1-2-2027;10.500\n999;1-2-2027;1\n101;1-3-2027;7\n")
    before = path.read_bytes()
    shown = sto("invoer", "uitgaven", path, source)
    assert (shown.code, path.read_bytes()) == (1, before)
    assert "Hierdoor is meer geboekt dan toegekend op 102 Kasten 2027." in shown.out
    assert "Er is niets overgenomen. Voeg --ja toe om over te nemen." in shown.err
    done = sto("invoer", "uitgaven", path, source, "--ja")
    assert done.code == 1, "a row was refused"
    assert "Overgenomen: 2 uitgaven, €\u00a010.507." in done.out
    store = DossierStore.open(path, "anja", clock)
    assert balances_by_line(store.dossier).of[3].left == -500_00
    again = sto("invoer", "uitgaven", path, source, "--ja")
    assert "niets nieuws" in again.out
    assert sto("geschiedenis", path).out.count("uitgaven") == 1


# Typed.


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (("begrotingsregel=999", "datum=1-2-2027", "bedrag=10"), "Er is geen begrotingsregel ‘999’."),
        (("begrotingsregel=102", "datum=1-2-2027", "bedrag=-10"), "schrijf in de toelichting wat er terugkwam."),
        (("begrotingsregel=102", "datum=1-2-2029", "bedrag=10"), "buiten planperiode 2027-2028."),
        (
            ("begrotingsregel=102", "datum=1-2-2028", "bedrag=10"),
            "en de regel is van 2027: schrijf in de toelichting waarom, of kies een regel van 2028.",
        ),
        (
            ("begrotingsregel=101", "datum=1-2-2029", "bedrag=10"),
            "Begrotingsregel: Regelnummer 101 is van 2027 en 2028, en niet van 2029.",
        ),
    ],
)
def test_what_cannot_be_booked_is_one_sentence_and_changes_nothing(
    tmp_path: Path, sto: Sto, fields: tuple[str, ...], said: str
) -> None:
    path = tmp_path / "regio.sto.json"
    DossierStore.create(path, BUDGET)
    before = path.read_bytes()
    result = sto("voeg-toe", path, "uitgaven", *fields)
    assert (result.code, path.read_bytes()) == (2, before)
    assert said in result.err
    assert result.err.count("\n") == 1


def test_the_date_says_of_which_year_a_typed_number_is(tmp_path: Path, sto: Sto) -> None:
    path = tmp_path / "regio.sto.json"
    DossierStore.create(path, BUDGET)
    for year in (2027, 2028):
        assert sto("voeg-toe", path, "uitgaven", "begrotingsregel=101", f"datum=1-2-{year}", "bedrag=10").code == 0
    years = {line.id: line.year for line in LINES if isinstance(line, BudgetLine) and line.number == "101"}
    assert [years[payment["budget_line"]] for payment in stored(path, "payments").values()] == [2027, 2028]


def test_a_payment_may_stay_where_its_period_moved_and_its_note_be_mended(tmp_path: Path, sto: Sto) -> None:
    path = tmp_path / "regio.sto.json"
    payment = Payment(id=1, budget_line=3, date=date(2029, 2, 1), amount=10_00)
    DossierStore.create(path, dossier_with(*LINES, payment))
    assert sto("zet", path, "uitgaven/id1", "toelichting=Nagekomen").code == 0
    assert "buiten planperiode" in sto("zet", path, "uitgaven/id1", "datum=2-2-2029").err


async def test_a_sheet_is_taken_in_at_place_7(tmp_path: Path) -> None:
    path = tmp_path / "regio.sto.json"
    DossierStore.create(path, BUDGET)
    source = csv_file(tmp_path, "Regelnummer;Datum;Bedrag\n102;1-2-2027;12,34\n")
    app = app_on(path, Place.VOORTGANG)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i", "end", "enter")
        await form_at(app, pilot, "file")
        await pilot.press(*"er-niet.csv", "ctrl+s")
        await until(pilot, lambda: "er-niet.csv bestaat niet" in seen(app))
        retype(app, "file", str(source))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "102 Kasten 2027 · 01-02-2027" in seen(app))
        assert not stored(path, "payments")
        await pilot.press("enter")
        await until(pilot, lambda: bool(stored(path, "payments")))
        await until(pilot, lambda: "12,34" in seen(app) and "Uitgaven uit" in seen(app))


async def test_a_payment_is_typed_on_the_line_of_the_cursor(tmp_path: Path) -> None:
    path = tmp_path / "regio.sto.json"
    DossierStore.create(path, BUDGET)
    app = app_on(path, Place.VOORTGANG)
    async with app.run_test(size=(60, 20)) as pilot:
        show_list(app, "Geld")
        await pilot.press("A")
        await until(pilot, lambda: "Nieuwe uitgave" in seen(app))
        await pilot.press(*"-5", "ctrl+s")
        await until(pilot, lambda: "wat er terugkwam" in seen(app))
        assert not stored(path, "payments")
        await pilot.press("escape")


def test_what_is_realised_follows_the_same_rules(tmp_path: Path, sto: Sto, example: Path) -> None:
    before = example.read_bytes()
    address = ("voeg-toe", example, "gerealiseerd", "bijdrage=cofinanciering/id1")
    assert "buiten planperiode" in sto(*address, "datum=1-1-2030", "bedrag=10").err
    assert example.read_bytes() == before
    assert sto(*address, "datum=1-5-2027", "bedrag=10", "bewijs=Bon").code == 0
    dossier = DossierStore.open(example, "anja", clock).dossier
    newest = max(dossier.of(Realised).values(), key=lambda realised: realised.id)
    assert (newest.amount, newest.evidence, dossier.referrers(Ref("cofinancing", 1))[-1].table) == (
        10_00,
        "Bon",
        "realised",
    )
