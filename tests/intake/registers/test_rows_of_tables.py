"""Which rows of a sheet are records: not headings, notes and totals; a list without heads too."""

from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from sto_tui.domain.plan import Risk, Size
from sto_tui.intake.registers.column_values import says_nothing
from sto_tui.intake.registers.sheet_proposal import proposal_of, read_sheet
from sto_tui.remembered_sheet import RememberedAnswers
from tests.intake.registers.test_register_sheets import EMPTY, REGION, new, pasted, questions
from tests.support.by_hand import dossier_with


def test_rows_with_only_a_name_are_asked() -> None:
    text = "Partner;Soort;Contact\nVmbo;;\nAlmere College;vmbo;decaan\nBedrijven;;\nBouw & Co;bedrijf;directeur\n"
    proposal = pasted(text, "partijen", EMPTY)
    assert questions(proposal) == [("groepen", "over")]
    assert proposal.questions[0].text == "2 regels met alleen een naam: ‘Vmbo’ en ‘Bedrijven’. Wat zijn dat?"
    skipped = pasted(text, "partijen", EMPTY, groepen="over")
    assert new(skipped, "name") == [("Almere College",), ("Bouw & Co",)]
    assert "Als tussenkop overgeslagen: ‘Vmbo’ en ‘Bedrijven’." in skipped.remarks
    taken = pasted(text, "partijen", EMPTY, groepen="mee")
    assert new(taken, "name") == [("Vmbo",), ("Almere College",), ("Bedrijven",), ("Bouw & Co",)]


def test_where_most_have_only_a_name_they_are_no_headings() -> None:
    text = "Partner;Soort\nAlmere College;\nHet Baken;\nBouw & Co;bedrijf\n"
    assert questions(pasted(text, "partijen", EMPTY)) == []


def test_a_last_row_with_only_a_name_is_proposed_as_a_record() -> None:
    text = "Actie;Wie\nBellen;Jan\nMailen;Eva\nOpruimen;\n"
    assert questions(pasted(text, "acties")) == [("groepen", "mee")]


def test_what_stands_below_the_table_is_told() -> None:
    text = "Risico;Kans;Impact\nStaking;laag;m\nBrand;hoog;m\n\nVersie van de stuurgroep;\nOpgesteld door: Eva;\n"
    proposal = pasted(text, "risicos")
    assert (new(proposal, "text"), questions(proposal)) == ([("Staking",), ("Brand",)], [])
    assert proposal.remarks == (
        "Onder de tabel, en niet overgenomen: ‘Versie van de stuurgroep’ en ‘Opgesteld door: Eva’.",
    )


def test_a_list_without_heads_is_asked_and_then_taken_whole() -> None:
    text = "- Anja belt Koster\n- Jan mailt\n"
    assert questions(pasted(text, "acties")) == [("koprij", "geen")]
    assert pasted(text, "acties").change.edits == ()
    assert new(pasted(text, "acties", koprij="geen"), "text") == [("Anja belt Koster",), ("Jan mailt",)]
    head = pasted("Afgesproken\nBellen\nMailen\n", "acties", koprij="1", kolom__actie="A")
    assert new(head, "text") == [("Bellen",), ("Mailen",)]


@pytest.mark.parametrize(
    ("cell", "is_empty"), [("-", True), ("n.v.t.", True), ("—", True), ("✓", False), ("Ж", False), ("?", False)]
)
def test_what_says_nothing(cell: str, is_empty: bool) -> None:
    assert says_nothing(cell) is is_empty


@pytest.mark.parametrize(
    ("word", "text", "asked", "remarks"),
    [
        ("begroting", "Activiteit;Inzet in uren;Uurtarief;Kosten;Jaar\nLes;120;68,50;8220;2027\n", [], 0),
        ("begroting", "Activiteit;Fte;Loonkosten per fte;Bedrag;Jaar\nLes;0,5;90000;45000;2027\n", [], 0),
        # Without a price it is told: the amount is the whole.
        ("begroting", "Activiteit;Fte;Kosten;Jaar\nLes;0,3;8000;2027\n", [], 1),
        ("begroting", "Post;2027;2028\nBus;4500;\nAlgemeen;;\nReis;2000;\n", [("groepen", "over")], 0),
        # Beside the numbers of years it is their total.
        ("begroting", "Post;Uren 2027;Uren 2028;Totaal uren;Uurtarief\nLes;10;20;30;50\nReis;1;2;3;50\n", [], 1),
        ("risicos", "Dreiging;Kans;Gevolgen;Impact\nBrand;hoog;dicht;laag\n", [], 1),
    ],
)
def test_how_many_and_headings_are_told_and_asked_by_what_becomes_of_them(
    word: str, text: str, asked: list[tuple[str, str]], remarks: int
) -> None:
    proposal = pasted(text, word)
    left = [remark for remark in proposal.remarks if remark.startswith("Niet overgenomen")]
    assert (questions(proposal), len(left), proposal.refused) == (asked, remarks, ())


def test_what_a_contribution_is_called_is_not_its_form() -> None:
    text = "Partner;Soort bijdrage;Omschrijving;Bedrag;Jaar\nABK;in kind;Steiger;900;2027\nABK;cash;Sponsor;300;2027\n"
    proposal = pasted(text, "cofinanciering")
    assert questions(proposal)[0] == ("keuze:form:in kind", "geen")
    answered = pasted(text, "cofinanciering", REGION, **{"keuze:form:in kind": "materiaal", "vorm": "geld"})
    assert [(title, form.value) for title, form in new(answered, "title", "form")] == [
        ("Steiger", "materiaal"), ("Sponsor", "geld"),
    ]  # fmt: skip


@pytest.mark.parametrize("head", ["Aantal jaren", "Looptijd (jaar)", "Jaren", "Duur"])
@pytest.mark.parametrize("cell", ["2", "2 jaar"])
def test_an_amount_for_more_years_than_its_own_is_told(head: str, cell: str) -> None:
    text = f"Post;Bedrag per jaar;{head};Jaar\nBus;5000;{cell};2027\nReis;300;1;2027\n"
    proposal = pasted(text, "begroting")
    assert new(proposal, "title", "quantity", "total") == [("Bus", 1, 5000_00), ("Reis", 1, 300_00)]
    assert "Voor meer dan een jaar: regel 2; alleen het eerste jaar is overgenomen. " in " ".join(proposal.remarks)


@pytest.mark.parametrize(
    ("day", "says"),
    [
        ("31-2-2027", "bestaat niet: die dag heeft de maand niet."),
        ("29 februari 2027", "bestaat niet: die dag heeft de maand niet."),
        ("2027-04-31", "bestaat niet: die dag heeft de maand niet."),
        ("14-25-2027", "is geen datum met een jaar."),
    ],
)
def test_a_day_that_does_not_exist_is_said_to_be_none(day: str, says: str) -> None:
    (refusal,) = pasted(f"Actie;Wie;Wanneer\nBellen;Jan;{day}\nMailen;Jan;1-2-2027\n", "acties").refused
    assert refusal.reason.partition("‘")[2].startswith(f"{day}’ {says}")


def test_a_party_with_amounts_below_it_is_no_sign_of_contributions() -> None:
    text = "Activiteit;School;Mbo;Bedrijf;Totaal 2027\nKaravaan;100;200;300;600\n"
    assert pasted(text, "begroting").questions[0].key == "kolom:post"


def test_codes_are_no_names() -> None:
    text = "Risk ID,Description,Likelihood,Impact\nR1,No staff,High,Low\nR2,Lab late,Low,Low\n"
    assert new(pasted(text, "risicos"), "text") == [("No staff",), ("Lab late",)]
    asked = pasted("Code;Waarover\n1.1;Proeflessen\n1.2;Gastlessen\n", "acties").questions
    assert [question.proposed for question in asked] == ["1"]
    pointed = pasted("Code;Waarover\n1.1;Proeflessen\n1.2;Gastlessen\n", "acties", koprij="1").questions
    assert [[choice.key for choice in question.choices] for question in pointed] == [["B", "geen"]]


def test_sentences_and_amounts_are_no_choices() -> None:
    risks = pasted("Risico;Gevolg\nBrand;De lessen vallen uit\nStaking;Er is geen docent meer\n", "risicos")
    assert (questions(risks), risks.remarks) == (
        [],
        (
            "Niet overgenomen, want geen kolom van risico’s: ‘Gevolg’.",
            "Zonder kans, en daarom ‘middel’: de regels 2 en 3.",
            "Zonder impact, en daarom ‘middel’: de regels 2 en 3.",
        ),
    )
    contributions = pasted("Partner;Toezegging;Jaar\nABK;€ 5.000;2027\n", "cofinanciering")
    assert questions(contributions) == [("kolom:bedrag", "B"), ("vorm", "geld")]


def test_a_total_is_one_by_what_the_row_is_called() -> None:
    text = (
        "Post;Toelichting;Bedrag;Jaar\nTotaalinstallatie lab;;1000;2027\nSubtotaal machines;;500;2027\n"
        "Draaibank;Gemiddeld 2 dagen;300;2027\nFrees;Totaal;200;2027\n;Totaal;2000;\n"
    )
    proposal = pasted(text, "begroting")
    assert new(proposal, "title", "total") == [
        ("Totaalinstallatie lab", 1000_00), ("Draaibank", 300_00), ("Frees", 200_00),
    ]  # fmt: skip
    assert "Overgeslagen, want een totaal of nog eens de koppen: de regels 3 en 6." in proposal.remarks


def test_a_contribution_without_a_form_is_asked_for_it_and_hours_have_one() -> None:
    text = "Partner;Bijdrage;Bedrag;Aantal;Tarief;Jaar\nABK;Subsidie;15000;;;2027\nABK;Les;;40;50;2027\n"
    assert questions(pasted(text, "cofinanciering")) == [("vorm", "geld")]
    assert pasted(text, "cofinanciering").change.edits == ()
    answered = pasted(text, "cofinanciering", vorm="geld")
    assert [(title, form.value) for title, form in new(answered, "title", "form")] == [
        ("Subsidie", "geld"), ("Les", "uren"),
    ]  # fmt: skip


def test_words_in_place_of_a_day_are_told() -> None:
    text = "Actie;Wie;Wanneer\nTarief;allen;z.s.m.\nAgenda;Kim;1-3-2027\nNota;Kim;n.t.b.\nBrief;Kim;doorlopend\n"
    proposal = pasted(text, "acties")
    assert [day and day.isoformat() for (day,) in new(proposal, "due")] == [None, "2027-03-01", None, None]
    assert proposal.remarks == (
        "Geen datum, en niet overgenomen: regel 2 ‘z.s.m.’, regel 4 ‘n.t.b.’ en regel 5 ‘doorlopend’.",
    )


def test_words_beside_a_day_are_told() -> None:
    text = "Actie;Wie;Wanneer\nTarief;allen;15-11-2026 (vervallen)\nAgenda;Kim;1-3-2027\nNota;Kim;1-5-2027 (za)\n"
    proposal = pasted(text, "acties")
    assert [day.isoformat() for (day,) in new(proposal, "due")] == ["2026-11-15", "2027-03-01", "2027-05-01"]
    assert "Van de datum is alleen de dag overgenomen: regel 2 ‘15-11-2026 (vervallen)’." in proposal.remarks


def test_days_without_a_year_on_both_sides_of_new_year_are_rather_in_a_school_year() -> None:
    text = "Actielijst 3 november 2026\nActie;Wie;Wanneer\nRooster;Wim;10-11\nBus;Wim;1 dec\nBrief;Nora;wk 3\n"
    assert questions(pasted(text, "acties")) == [("jaar", "2026-2027")]
    in_school_year = pasted(text, "acties", jaar="2026-2027")
    # Week 3 of 2027 ends, for work, on Friday 22 January.
    assert [day.isoformat() for (day,) in new(in_school_year, "due")] == ["2026-11-10", "2026-12-01", "2027-01-22"]
    in_one_year = pasted(text, "acties", jaar="2026")
    assert [day.isoformat() for (day,) in new(in_one_year, "due")] == ["2026-11-10", "2026-12-01", "2026-01-16"]


def test_lines_in_a_cell_are_names_only_where_people_stand() -> None:
    """A title that was broken off to fit its column is still the same title, which the dossier may have."""
    text = 'Actie;Wie\n"Docenten\nwerven";"Jan Bos\n\nEva Vos"\nBellen;Jan\n'
    assert new(pasted(text, "acties"), "text", "owner") == [("Docenten werven", "Jan Bos, Eva Vos"), ("Bellen", "Jan")]


def test_what_a_risk_of_the_dossier_already_says_is_not_told_as_guessed() -> None:
    known = dossier_with(Risk(id=1, text="Brand", probability=Size.GROOT, impact=Size.GROOT))
    proposal = pasted("Risico;Maatregel\nBrand;Blussen\nStaking;Praten\n", "risicos", known)
    assert new(proposal, "text", "probability") == [("Brand", Size.GROOT), ("Staking", Size.MIDDEL)]
    assert proposal.remarks == (
        "Zonder kans, en daarom ‘middel’: regel 3.",
        "Zonder impact, en daarom ‘middel’: regel 3.",
    )


def test_a_row_that_sums_up_is_left_out_of_every_table() -> None:
    text = "Risico;Kans;Impact;Score\nLevertijd;groot;middel;12\nAnimo;klein;klein;4\nTotaal;;;16\n"
    proposal = pasted(text, "risicos")
    assert new(proposal, "text") == [("Levertijd",), ("Animo",)]
    assert "Overgeslagen, want een totaal of nog eens de koppen: regel 4." in proposal.remarks
    left = pasted("Plaats;Naam;Soort\nAlmere;De Linde;vmbo\nTotaal;4;\n", "partijen", EMPTY)
    assert new(left, "name") == [("De Linde",)]
    counted = pasted("Actie;Wie;Uren\nBellen;Jan;2\nAantal acties: 1;;\nTotaal uren;;2\n", "acties")
    assert new(counted, "text") == [("Bellen",)]
    named = pasted("Risico;Kans\nTotaal gebrek aan docenten;groot\nStaking;klein\n", "risicos")
    assert new(named, "text") == [("Totaal gebrek aan docenten",), ("Staking",)]


def test_the_first_row_of_a_group_names_it_for_the_rows_below() -> None:
    text = "Soort;Organisatie;Plaats\nvmbo;De Linde;Urk\n;Het Anker;Urk\nbedrijf;Jansen;Urk\n;Kuiper;Urk\n"
    proposal = pasted(text, "partijen", EMPTY)
    assert [kind for _, kind in new(proposal, "name", "kind")] == ["vmbo", "vmbo", "bedrijf", "bedrijf"]
    told = "Bij ‘Soort’ leeg, en genomen wat erboven staat: de regels 3 en 5."
    assert any(remark.startswith(told) for remark in proposal.remarks)
    assert [kind for _, kind in new(pasted(text, "partijen", EMPTY, doorvullen="geen"), "name", "kind")] == [
        "vmbo", "overig", "bedrijf", "overig"
    ]  # fmt: skip


def test_an_empty_cell_behind_the_name_is_asked_and_nobody_is_put_in_charge() -> None:
    behind = "Organisatie;Soort;Plaats\nDe Linde;vmbo;Urk\nHet Anker;;Urk\nJansen;bedrijf;Urk\nKuiper;;Urk\n"
    assert questions(pasted(behind, "partijen", EMPTY)) == [("doorvullen", "door")]
    after = "Actie;Wie;Klaar\nBellen;Jan;1-3-2027\nMailen;;2-3-2027\nZagen;Eva;3-3-2027\n"
    assert new(pasted(after, "acties"), "owner") == [("Jan",), ("",), ("Eva",)]
    before = new(
        pasted("Wie;Actie;Klaar\nJan;Bellen;1-3-2027\n;Mailen;2-3-2027\nEva;Zagen;3-3-2027\n", "acties"), "owner"
    )
    assert before == [("Jan",), ("Jan",), ("Eva",)]


def test_one_value_above_an_empty_cell_is_asked() -> None:
    text = "Jaar;Post;Bedrag\n2027;Lassen;100\n;Zagen;200\n"
    assert questions(pasted(text, "begroting")) == [("doorvullen", "door")]
    assert new(pasted(text, "begroting", doorvullen="door"), "title", "year") == [("Lassen", 2027), ("Zagen", 2027)]


def test_two_rows_of_heads_are_read_as_one() -> None:
    text = "Partner;Soort;Contact;;Deelregio\n;;naam;telefoon;\nLyceum Oost;havo/vwo;mw. Bakker;06-1;Noord\n"
    text += "De Kiel;bedrijf;dhr. Tom;06-2;Zuid\n"
    proposal = pasted(text, "partijen", EMPTY)
    assert new(proposal, "name", "contact", "deelregio") == [
        ("Lyceum Oost", "mw. Bakker", "Noord"),
        ("De Kiel", "dhr. Tom", "Zuid"),
    ]
    money = "Post;2027;;2028;\n;Aantal;Bedrag;Aantal;Bedrag\nLassen;2;1000;3;1500\nZagen;1;200;;\n"
    read = new(pasted(money, "begroting"), "title", "year", "total")
    assert read == [("Lassen", 2027, 1_000_00), ("Lassen", 2028, 1_500_00), ("Zagen", 2027, 200_00)]
    titled = "Acties van 12 november;;\nnr.;actie;actiehouder\n1;Bellen;Jan\n2;Mailen;Eva\n"
    assert new(pasted(titled, "acties"), "text") == [("Bellen",), ("Mailen",)]
    plainly = "Naam;;Soort\nDe Linde;;vmbo\nHet Anker;;pro\n"
    assert new(pasted(plainly, "partijen", EMPTY), "name") == [("De Linde",), ("Het Anker",)]


def test_a_party_without_a_kind_has_that_of_its_name_or_it_is_told() -> None:
    proposal = pasted("Naam\nVmbo De Linde\nGemeente Zandwijk\nROC Zuid\nKuiper\n", "partijen", EMPTY)
    assert [kind for _, kind in new(proposal, "name", "kind")] == ["vmbo", "gemeente", "mbo", "overig"]
    read = "Soort uit de naam gelezen: ‘Vmbo De Linde’ vmbo, ‘Gemeente Zandwijk’ gemeente en ‘ROC Zuid’ mbo."
    assert [*proposal.remarks] == [read, "Zonder soort, en daarom ‘overig’: regel 5."]


def test_yes_below_a_head_that_names_a_choice_is_that_choice() -> None:
    text = "Organisatie;Type;Convenant getekend?\nDe Linde;vmbo;ja\nJansen;bedrijf;nee\nKuiper;bedrijf;intentie\n"
    proposal = pasted(text, "partijen", EMPTY)
    assert [status for _, status in new(proposal, "name", "status")] == ["getekend", "beoogd", "beoogd"]
    assert "Bij ‘Convenant getekend?’ is ja gelezen als getekend; nee zegt niets." in proposal.remarks
    done = pasted("Actie;Wie;Afgehandeld\nBellen;Jan;x\nMailen;Eva;\n", "acties")
    assert [status for _, status in new(done, "text", "status")] == ["gereed", "open"]


def test_a_row_that_was_a_sum_is_left_out_by_its_name_when_it_is_none_any_more() -> None:
    text = (
        "Post;2027;2028\nPersoneel;300;600\nCoach;100;200\nBeheer;200;400\nMaterieel;50;70\nHout;20;30\nStaal;30;40\n"
    )
    first = pasted(text, "begroting", delen="over")
    assert first.kept == {"som:personeel": "over", "som:materieel": "over"}
    remembered = RememberedAnswers({"delen": "over", **first.kept}, date(2026, 9, 3)).told
    assert remembered == (
        "Zelfde antwoorden als op 3 september 2026: delen=over en als som overgeslagen ‘personeel’ en ‘materieel’."
    )
    mended = text.replace("Coach;100", "Coach;150")
    again = pasted(mended, "begroting", delen="over", som__personeel="over", som__materieel="over")
    assert {title for (title,) in new(again, "title")} == {"Coach", "Beheer", "Hout", "Staal"}
    told = "Was een som, en is nu niet meer gelijk aan haar regels: regel 2 ‘Personeel’. Verbeter de som."
    assert told in again.remarks


@pytest.mark.parametrize(
    ("many", "told"),
    [
        (1, "1 regel is doorgestreept: ‘Risico 1’ (regel 2). Wat zegt dat?"),
        (2, "2 regels zijn doorgestreept: ‘Risico 1’ en ‘Risico 2’ (de regels 2 en 3). Wat zegt dat?"),
    ],
)
def test_rows_that_are_struck_are_asked_about_as_one_or_more(tmp_path: Path, many: int, told: str) -> None:
    path = tmp_path / "door.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet, struck = book.add_worksheet(), book.add_format({"font_strikeout": True})
        sheet.write_row(0, 0, ["Risico", "Maatregel"])
        for row in range(1, 5):
            sheet.write_row(row, 0, [f"Risico {row}", "Flyers"], struck if row <= many else None)
    (question,) = proposal_of(read_sheet(path), "risicos", EMPTY, date(2026, 11, 22)).questions
    assert question.text == told


def test_of_a_cell_that_is_struck_in_part_only_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "deels.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet, struck, plain = book.add_worksheet(), book.add_format({"font_strikeout": True}), book.add_format()
        sheet.write_row(0, 0, ["Risico", "Maatregel"])
        sheet.write_rich_string(1, 0, struck, "Vlogs ", plain, "Podcasts trekken niemand")
        sheet.write_string(1, 1, "Flyers")
        sheet.write_string(2, 0, "Animo")
        sheet.write_rich_string(2, 1, struck, "Folder", struck, " en brief")
    proposal = proposal_of(read_sheet(path), "risicos", EMPTY, date(2026, 11, 22))
    assert new(proposal, "text", "measure") == [("Podcasts trekken niemand", "Flyers"), ("Animo", "Folder en brief")]
    told = " ".join(proposal.remarks)
    assert "Deels doorgestreept, en alleen de rest is gelezen: ‘Podcasts trekken niemand’ (regel 2)." in told
    assert "Doorgestreept, en toch gelezen: ‘Folder en brief’ (regel 3)." in told
