"""Rows that hold what other rows hold are asked; so are fields that no head says, where a column may hold them."""

import pytest

from sto_tui.domain.plan import Theme
from sto_tui.intake.registers.columns import fit_of
from sto_tui.intake.registers.kinds import fields_of_register
from tests.intake.registers.test_register_sheets import new, pasted, questions
from tests.support.by_hand import dossier_with

HEADS = "Post;Bedrag;Jaar\n"


@pytest.mark.parametrize(
    ("rows", "counted", "proposed"),
    [
        # 21 = 13 + 8, and 24 is one row: every row is a sum or its group.
        ("Personeel;21;2027\nDocent;13;2027\nCoach;8;2027\nSpullen;24;2027\nRobot;24;2027\n", "2 5", "over"),
        # The sums stand below.
        ("Docent;13;2027\nCoach;8;2027\nPersoneel;21;2027\nRobot;24;2027\nSpullen;24;2027\n", "4 6", "over"),
        # What is part of a row counts in no group: 21 = 13 + 8.
        ("Personeel;21;2027\nDocent;13;2027\nwaarvan reis;3;2027\nCoach;8;2027\nRobot;24;2027\n", "2 4", "over"),
        # It may be chance: two of five rows come to another one.
        ("Bus;50;2027\nLab;30;2027\nKist;12;2027\nFolder;18;2027\nGids;7;2027\n", "3", "mee"),
        # The same amounts in other years add up to nothing.
        ("Bus;50;2027\nLab;30;2028\nKist;20;2028\n", "", ""),
        ("Bus;50;2027\nLab;50;2027\nKist;20;2027\n", "", ""),
    ],
)
def test_the_sum_of_a_group_is_asked(rows: str, counted: str, proposed: str) -> None:
    proposal = pasted(HEADS + rows, "begroting")
    asked = [question for question in proposal.questions if question.key == "delen"]
    assert [question.proposed for question in asked] == [proposed] * bool(counted)
    assert all(f"regel {number} " in question.text for question in asked for number in counted.split())
    assert all(question.text.count("regel ") == len(counted.split()) for question in asked)


def test_lines_with_a_dash_may_be_part_of_the_amount_above_them() -> None:
    text = f"{HEADS}Lab;50;2027\n- machines;30;2027\n- meubels;15;2027\nCoach;20;2027\n"
    assert questions(pasted(text, "begroting")) == [("delen", "over")]
    assert new(pasted(text, "begroting", delen="over"), "title") == [("Lab",), ("Coach",)]
    # A heading without an amount only names its group, and a list may have marks before every line.
    assert questions(pasted(f"{HEADS}Lab;;2027\n- machines;30;2027\n", "begroting")) == []
    assert questions(pasted(f"{HEADS}- machines;30;2027\n- meubels;15;2027\n", "begroting")) == []


def test_a_product_is_the_head_of_neither() -> None:
    chance, impact = (fields_of_register("risicos")[name] for name in ("probability", "impact"))
    assert [fit_of(head, chance) for head in ("Kans", "Kans (1-5)", "K (1-5)", "Kans x impact")] == [3, 3, 1, 0]
    assert [fit_of(head, impact) for head in ("Impact", "I", "Impact × kans")] == [3, 1, 0]


def test_a_risk_with_an_open_question_is_not_taken_in() -> None:
    proposal = pasted("Risico;Kans;Impact\nBrand;3;groot\nStaking;klein;klein\n", "risicos")
    assert questions(proposal) == [("keuze:probability:3", "geen")]
    assert new(proposal, "text") == [("Staking",)]
    assert "Nog niet overgenomen, want er is een vraag over: regel 2." in proposal.remarks


@pytest.mark.parametrize(
    ("text", "word", "asked"),
    [
        ("Actie;Wie;Deadline;Uiterlijk\nBellen;Jan;1-3-2027;1-4-2027\n", "acties", "kolom:klaar-op"),
        ("Partij;Naam;Soort\nROC;ROC West;mbo\n", "partijen", "kolom:naam"),
        ("Post;Jaar;Bedrag;Kosten\nBus;2027;10;20\n", "begroting", "kolom:bedrag"),
        # Of what matters less the first is taken, and the other is told.
        ("Partij;Soort;Toelichting;Opmerking\nROC;mbo;een;twee\n", "partijen", ""),
        ("Actie;Wie;Deadline;Status;Stand\nBellen;Jan;1-3-2027;open;klaar\n", "acties", ""),
    ],
)
def test_of_two_columns_for_a_name_a_day_or_an_amount_it_is_asked_which(text: str, word: str, asked: str) -> None:
    proposal = pasted(text, word)
    assert [key for key, _ in questions(proposal)] == [asked] * bool(asked)
    assert any(remark.startswith("Niet overgenomen, want geen kolom van") for remark in proposal.remarks)


@pytest.mark.parametrize("head", ["Gereed voor", "Gereed op", "Deadline", "Realisatie eind"])
def test_the_day_of_an_action_is_known_by_many_names(head: str) -> None:
    proposal = pasted(f"Actie;Wie;{head}\nBellen;Kim;1-3-2027\nMailen;Wim;15-4-2027\n", "acties")
    assert [str(due) for (due,) in new(proposal, "due")] == ["2027-03-01", "2027-04-15"]


def test_days_under_a_head_that_nobody_knows_are_asked_and_those_of_a_log_are_not() -> None:
    text = "Actie;Wie;{}\nBellen;Kim;31-3-2027\nMailen;Wim;15-4-2027\n"
    assert questions(pasted(text.format("Moet er zijn"), "acties")) == [("kolom:klaar-op", "C")]
    # It may be the day of the meeting.
    assert questions(pasted(text.format("Datum"), "acties")) == [("kolom:klaar-op", "C")]
    assert questions(pasted(text.format("Aangemaakt op"), "acties")) == []


def test_years_with_a_form_are_a_contribution_each() -> None:
    text = "Partner;2027 cash;2027 in kind;Natura 2028\nABK;1.000;2.000;500\n"
    assert questions(pasted(text, "cofinanciering")) == [("vorm", "uren")]
    told = new(pasted(text, "cofinanciering", vorm="uren"), "year", "form", "total")
    assert [(year, form.value, cents) for year, form, cents in told] == [
        (2027, "geld", 1000_00), (2027, "uren", 2000_00), (2028, "uren", 500_00),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("heads", "dues"),
    [
        ("Deadline;Nieuwe deadline", ["01-05-2027", "01-04-2027"]),
        ("Wanneer;Herzien", ["01-05-2027", "01-04-2027"]),
        ("Klaar op;Verschoven naar", ["01-05-2027", "01-04-2027"]),
        ("Oorspronkelijke deadline;Deadline", ["01-05-2027", ""]),
    ],
)
def test_a_newer_day_of_an_action_goes_before_the_first_and_that_is_told(heads: str, dues: list[str]) -> None:
    proposal = pasted(f"Actie;Wie;{heads}\nA;Kees;1-3-2027;1-5-2027\nB;Anna;1-4-2027;\n", "acties")
    assert [due.strftime("%d-%m-%Y") if due else "" for (due,) in new(proposal, "due")] == dues
    told = [remark for remark in proposal.remarks if "Anders: --kolom klaar-op=C." in remark]
    assert len(told) == (heads.split(";")[1] != "Deadline")


def test_of_two_newer_days_of_an_action_it_is_asked() -> None:
    text = "Actie;Deadline;Nieuwe deadline;Definitieve deadline\nA;1-3-2027;1-5-2027;\nB;1-4-2027;5-5-2027;3-3-2027\n"
    assert questions(pasted(text, "acties")) == [("kolom:klaar-op", "D")]


@pytest.mark.parametrize(
    ("word", "text", "asked"),
    [
        ("acties", "Actie;;Deadline\nOfferte;Kees;1-3-2027\nZaal;ROC Flevoland;1-4-2027\n", [("kolom:eigenaar", "B")]),
        ("acties", "Actie;;Deadline\nOfferte;Hoog;1-3-2027\nZaal;Laag;1-4-2027\n", []),
        ("acties", "Actie;Wie;;Deadline\nBod;Kees;open;1-3-2027\nZaal;Anna;klaar;1-4-2027\n", [("kolom:status", "C")]),
        ("acties", "Actie;Wie;;Deadline\nOfferte;Kees;Truus;1-3-2027\nZaal;Anna;Ria;1-4-2027\n", []),
        ("partijen", ";Naam;Status\nVO;De Brug;beoogd\nBedrijven;Hulst;beoogd\n", [("kolom:soort", "A")]),
        ("partijen", ";Naam;Status\n1;De Brug;beoogd\n2;Hulst;beoogd\n", []),
        ("cofinanciering", ";Partij;2027\nuren;ABK;3000\ngeld;ROC Flevoland;500\n", [("kolom:vorm", "A")]),
        ("begroting", "Post;Bedrag;\nBus;100;2027\nLab;50;2028\n", [("kolom:jaar", "C")]),
        ("begroting", "Post;2027;\nBus;100;x\nLab;50;\n", []),
    ],
)  # fmt: skip
def test_a_column_without_a_head_that_fits_a_free_field_is_asked(
    word: str, text: str, asked: list[tuple[str, str]]
) -> None:
    assert questions(pasted(text, word)) == asked


def test_what_a_list_of_contacts_has_beside_the_organisation_is_known() -> None:
    for text in (
        "Organisatie;Functie;E-mail;Telefoon\nHulst hout;directeur;k@h.nl;06-1\n",
        "Voornaam;Achternaam;Organisatie;Functie;E-mailadres\nKees;Hulst;Hulst hout;directeur;k@h.nl\n",
        "Bedrijf;Mobiel;Website;Plaats\nHulst hout;06-1;h.nl;Emmen\n",
    ):
        assert questions(pasted(text, "partijen")) == []
        assert new(pasted(text, "partijen"), "name", "contact") == [("Hulst hout", "")]


def test_a_sheet_of_which_nothing_is_taken_says_so_and_what_can_be_done() -> None:
    text = "Post;Coördinatie;Scholing\nKostensoort;intern;scholing\nBedrag 2027;400;80\nBedrag 2028;410;80\n"
    remarks = pasted(text, "begroting", kolom__post="A", kolom__bedrag="B", jaar="2027").remarks
    assert any(
        remark.startswith("Niet gelezen, want onder andere koppen: de regels 2 tot en met 4") for remark in remarks
    )
    assert remarks[-1].startswith(
        "Van dit blad is niets overgenomen: onder de koppen op regel 1 (‘Post’, ‘Coördinatie’"
    )
    assert "koprij=NUMMER" in remarks[-1]
    again = pasted("Actie;Wie\nOfferte;Kees\n", "acties")
    assert not any("niets overgenomen" in remark for remark in again.remarks)


@pytest.mark.parametrize(
    ("last", "is_told"),
    [
        ("\nPartner;Rol\nHulst;gastheer\n", True),
        ("\nDirectie;Jan Pot\n", True),
        ("\nZaal;n.t.b.\n", False),
        ("\nZaal;1-5-2027\n", False),
        ("Zaal;volgt nog\n", False),
    ],
)
def test_words_behind_an_empty_row_where_days_stand_above_are_told(last: str, is_told: bool) -> None:
    text = f"Actie;Klaar op\nOfferte;1-3-2027\nBus;1-4-2027\n{last}".replace("\n\n", "\n;\n")
    told = [remark for remark in pasted(text, "acties").remarks if "onder een lege regel" in remark]
    asked = [key for key, _ in questions(pasted(text, "acties")) if key.startswith("tabel:")]
    assert bool(told or asked) == is_told


def test_the_title_above_the_heads_is_the_group_of_the_first_rows() -> None:
    """The lines of the first theme had none, where a second one stood above the lines of its own."""
    dossier = dossier_with(Theme(id=1, number=1, title="Instroom"), Theme(id=2, number=2, title="Docenten"))
    text = "Thema 1 Instroom;;\nPost;Bedrag;Jaar\nBus;21;2027\nThema 2 Docenten;;\nStage;13;2027\n"
    proposal = pasted(text, "begroting", dossier)
    assert new(proposal, "title", "theme") == [("Bus", 1), ("Stage", 2)]
    told = "Van de regels eronder gelezen als thema of speerpunt: ‘Thema 1 Instroom’ (boven de koppen), ‘Thema 2"
    assert any(remark.startswith(told) for remark in proposal.remarks)
