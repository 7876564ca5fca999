"""Tables of parties, risks, budget, cofinancing and actions from sheets, worked out by hand."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sto_tui.domain.change import carried_out
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import ActionStatus
from sto_tui.domain.money import CofinancingForm, CofinancingStatus, CostKind
from sto_tui.domain.parties import Party, PartyKind, PartyStatus
from sto_tui.domain.plan import Size, Speerpunt, Theme
from sto_tui.intake.proposal import IntakeProposal
from sto_tui.intake.registers.columns import fit_of
from sto_tui.intake.registers.kinds import REGISTERS, fields_of_register
from sto_tui.intake.registers.sheet_proposal import proposal_of, read_pasted, read_sheet
from sto_tui.intake.sheets.table_reader import IntakeError
from tests.intake.milestones.test_milestone_intake import cells, workbook
from tests.support.by_hand import dossier_with

TODAY = date(2026, 11, 22)
EMPTY = dossier_with()
REGION = dossier_with(
    Theme(id=1, number=1, title="Kiezen voor techniek"),
    Speerpunt(id=1, number="1.1", title="Proeflessen", theme=1),
    Speerpunt(id=2, number="1.10", title="Gastlessen", theme=1),
    Party(id=1, name="Autobedrijf Koster", short="ABK"),
    Party(id=2, name="ROC Flevoland"),
)


def pasted(text: str, word: str, dossier: Dossier = REGION, **answers: str) -> IntakeProposal:
    given = {key.replace("__", ":"): value for key, value in answers.items()}
    return proposal_of(read_pasted(text.encode()), word, dossier, TODAY, given, "anja")


def new(proposal: IntakeProposal, *names: str) -> list[tuple[Any, ...]]:
    records = [edit.after for edit in proposal.change.edits if edit.after]
    return [tuple(getattr(record, name) for name in names) for record in records]


def reasons(proposal: IntakeProposal) -> list[tuple[int, str]]:
    return [(refusal.row, refusal.reason) for refusal in proposal.refused]


def questions(proposal: IntakeProposal) -> list[tuple[str, str]]:
    return [(question.key, question.proposed) for question in proposal.questions]


PARTIES = """Partners in de regio

Organisatie;Type;Contactpersoon;Status;Telefoon
Almere College;vmbo;teamleider;toegezegd;036-1
Bouw & Co;bedrijf;[bold]directeur[/bold];getekend;036-2
"=HYPERLINK(""x"")";gemeente;;beoogd;
"""


def test_parties_of_a_list_of_contacts() -> None:
    proposal = pasted(PARTIES, "partijen", EMPTY)
    assert new(proposal, "name", "kind", "contact", "status") == [
        ("Almere College", PartyKind.VMBO, "teamleider", PartyStatus.TOEGEZEGD),
        ("Bouw & Co", PartyKind.BEDRIJF, "[bold]directeur[/bold]", PartyStatus.GETEKEND),
        ('=HYPERLINK("x")', PartyKind.GEMEENTE, "", PartyStatus.BEOOGD),
    ]
    assert proposal.remarks == ("Niet overgenomen, want geen kolom van partijen: ‘Telefoon’.",)
    assert proposal.questions == ()


def test_a_row_with_a_word_that_is_no_choice_waits_for_its_answer() -> None:
    text = "Naam;Soort\nStad & Natuur;stichting\nJinc;bedrijf\n"
    proposal = pasted(text, "partijen")
    assert questions(proposal) == [("keuze:kind:stichting", "geen")]
    assert new(proposal, "name", "kind") == [("Jinc", PartyKind.BEDRIJF)]
    assert "Nog niet overgenomen, want er is een vraag over: regel 2." in proposal.remarks
    answered = pasted(text, "partijen", keuze__kind__stichting="netwerk")
    assert new(answered, "kind") == [(PartyKind.NETWERK,), (PartyKind.BEDRIJF,)]
    assert answered.questions == ()


def test_a_party_is_known_by_its_name_or_short_name_and_keeps_what_the_sheet_leaves_empty() -> None:
    proposal = pasted("Partij;Afkorting;Status\nABK;;getekend\nroc flevoland;ABK;\nNieuw;N;\n", "partijen")
    changes = [(changed.caption, [each.new for each in changed.differences]) for changed in proposal.changed]
    assert changes == [("Autobedrijf Koster", ["getekend"])]
    assert [record.caption for record in proposal.added] == ["Nieuw"]
    assert reasons(proposal) == [
        (3, "Afkorting: ABK is al van ‘Autobedrijf Koster’. Alleen dit veld is niet overgenomen.")
    ]


def test_a_party_that_is_called_by_its_short_name_keeps_it() -> None:
    text = "Partij;Afkorting;Toelichting\nABK;K;Garage\n"
    once = carried_out(REGION, pasted(text, "partijen").change)
    party = once.of(Party)[1]
    assert (party.name, party.short, party.note) == ("Autobedrijf Koster", "ABK", "Garage")
    assert pasted(text, "partijen", once).change.edits == ()


def test_two_columns_that_may_be_the_name_are_asked() -> None:
    text = "Naam;Organisatie;Soort\nJan de Boer;Almere College;vmbo\n"
    proposal = pasted(text, "partijen")
    assert questions(proposal) == [("kolom:naam", "B")]
    assert proposal.change.edits == ()
    assert new(pasted(text, "partijen", kolom__naam="B"), "name") == [("Almere College",)]


def test_risks_in_dutch_and_in_english() -> None:
    dutch = pasted("Risico's;Kans;Impact;Maatregelen;Wie\nTe weinig docenten;Hoog;gemiddeld;Werven;HR\n", "risicos")
    english = pasted("Risk,Probability,Severity,Mitigation,Owner\nNo staff,High,low,Hire,HR\n", "risicos")
    names = ("text", "probability", "impact", "measure", "owner")
    assert new(dutch, *names) == [("Te weinig docenten", Size.GROOT, Size.MIDDEL, "Werven", "HR")]
    assert new(english, *names) == [("No staff", Size.GROOT, Size.KLEIN, "Hire", "HR")]


FIGURES = "Risico;Kans;Impact\nA;3;5\nB;1;laag\n"


def test_chances_in_figures_are_one_question_about_their_scale() -> None:
    proposal = pasted(FIGURES, "risicos")
    assert questions(proposal) == [("schaal", "5")]
    assert [choice.key for choice in proposal.questions[0].choices] == ["5", "10", "5om", "los"]


@pytest.mark.parametrize(
    ("scale", "sizes"),
    [
        ("5", [(Size.MIDDEL, Size.GROOT), (Size.KLEIN, Size.KLEIN)]),
        ("10", [(Size.KLEIN, Size.MIDDEL), (Size.KLEIN, Size.KLEIN)]),
    ],
)
def test_figures_are_what_they_are_on_the_scale_that_was_answered(scale: str, sizes: list[tuple[Size, Size]]) -> None:
    assert new(pasted(FIGURES, "risicos", schaal=scale), "probability", "impact") == sizes


@pytest.mark.parametrize(
    "figures", [FIGURES, "Risico;Kans;Impact\nA;3;hoog\nB;laag;laag\n", "Risico;Kans;Impact\nA;25;3\nB;3;2\n"]
)
def test_figures_are_asked_each_when_that_is_wished_or_there_is_only_one(figures: str) -> None:
    asked = questions(pasted(figures, "risicos", schaal="los"))
    assert ("keuze:probability:3", "geen") in asked
    assert all(key.startswith("keuze:") for key, _ in asked)


BUDGET = """Nr;Post;Kostensoort;Speerpunt;Aantal;Eenheid;Tarief;Bedrag;Jaar
101;Uren docenten;intern;1.1;200;uur;€ 65,-;€ 13.000,00;2027
102;Lab inrichten;materiaal;Gastlessen;;;;25.000;2027
103;Scholing;scholing;;10;dag;;7.500;2028
104;Fout;overig;;3;stuk;100;500;2028
105;Geen speerpunt;overig;9.9;1;stuk;100;100;2028
;Totaal;;;;;;46.000;
"""


def test_a_budget_with_how_many_times_how_much_or_an_amount() -> None:
    proposal = pasted(BUDGET, "begroting")
    assert new(proposal, "number", "cost_kind", "speerpunt", "quantity", "unit", "price", "total", "year") == [
        ("101", CostKind.INTERN_PERSONEEL, 1, 200, "uur", 65_00, 13_000_00, 2027),
        ("102", CostKind.MATERIEEL, 2, 1, "", 25_000_00, 25_000_00, 2027),
        ("103", CostKind.SCHOLING, None, 10, "dag", 750_00, 7_500_00, 2028),
        ("105", CostKind.OVERIG, None, 1, "stuk", 100_00, 100_00, 2028),
    ]
    assert reasons(proposal) == [
        (5, "3 × €\u00a0100 is €\u00a0300, en er staat €\u00a0500. Verbeter een van beide."),
        (
            6,
            "Speerpunt: Er is geen speerpunt ‘9.9’. Controleer de naam of het nummer. Alleen dit veld is niet "
            "overgenomen.",
        ),
    ]
    assert "Overgeslagen, want een totaal of nog eens de koppen: regel 7." in proposal.remarks
    assert "Samen is het blad €\u00a045.600." in proposal.remarks


def test_amounts_of_years_side_by_side_are_a_line_each() -> None:
    text = "Post\tBegroting 2027\t2028\tTotaal\nLab\t1.250,50\t-\t1.250,50\nZaal\t\t€ 2.000\t2.000\n"
    proposal = pasted(text, "begroting")
    assert new(proposal, "title", "year", "total") == [("Lab", 2027, 1_250_50), ("Zaal", 2028, 2_000_00)]


def test_an_amount_that_may_be_two_things_is_asked_and_shown_both_ways() -> None:
    text = 'Post,Bedrag,Jaar\nLab,"25,000",2027\n'
    proposal = pasted(text, "begroting")
    assert questions(proposal) == [("decimalen", "punt")]
    assert [choice.examples for choice in proposal.questions[0].choices] == [("25",), ("25.000",)]
    assert proposal.change.edits == ()
    assert new(pasted(text, "begroting", decimalen="punt"), "total") == [(25_000_00,)]


def test_three_decimals_among_amounts_with_two_are_refused() -> None:
    proposal = pasted("Post;Bedrag;Jaar\nLab;12.50;2027\nZaal;2.000;2027\n", "begroting")
    assert new(proposal, "title", "total") == [("Lab", 12_50)]
    assert reasons(proposal) == [
        (3, "Bedrag: ‘2.000’ heeft drie cijfers achter de punt, en andere bedragen niet. Typ het opnieuw.")
    ]


def test_a_budget_without_a_year_or_without_money_asks() -> None:
    text = "Post;Bedrag\nLab;100\n"
    assert questions(pasted(text, "begroting")) == [("jaar", "2027")]
    assert new(pasted(text, "begroting", jaar="2028"), "title", "year", "total") == [("Lab", 2028, 100_00)]
    other = "Post;Jaar;Prognose Q1\nLab;2027;100\n"
    assert questions(pasted(other, "begroting")) == [("kolom:bedrag", "C")]
    assert new(pasted(other, "begroting", kolom__bedrag="C"), "total") == [(100_00,)]


def test_a_workbook_has_real_numbers_and_has_lost_the_zero_of_a_number(tmp_path: Path) -> None:
    rows = cells(["Post", "Speerpunt", "Prijs", "Aantal", "Jaar"], ["Lab", 1.1, 12.345, 2.5, 2027])
    proposal = proposal_of(read_sheet(workbook(tmp_path / "b.xlsx", Begroting=rows)), "begroting", REGION, TODAY)
    # 12,345 is rounded to 12,35; 2,5 × 12,35 = 30,875, which is 30,88.
    assert new(proposal, "price", "quantity", "total", "speerpunt") == [(12_35, 2.5, 30_88, None)]
    assert "Afgerond op hele centen: regel 2." in proposal.remarks
    assert [row for row, reason in reasons(proposal) if "kan ook 1.10 zijn" in reason] == [2]


def test_cofinancing_by_name_of_the_company() -> None:
    text = (
        "Bedrijf;Omschrijving;Speerpunt;Vorm;Aantal uren;Uurtarief;Bedrag;Jaar;Status\n"
        "Koster;Gastlessen;1.10;uren;40;€ 50;€ 2.000;2027;toezegging\n"
        "ABK;Lesauto;1.1;materialen;;;€ 12.500,50;2027;beoogd\n"
        "Onbekend bv;Iets;;geld;;;100;2027;beoogd\n"
    )
    proposal = pasted(text, "cofinanciering")
    assert new(proposal, "party", "title", "speerpunt", "form", "quantity", "rate", "total", "status") == [
        (1, "Gastlessen", 2, CofinancingForm.UREN, 40, 50_00, 2_000_00, CofinancingStatus.TOEGEZEGD),
        (1, "Lesauto", 1, CofinancingForm.MATERIAAL, 1, 12_500_50, 12_500_50, CofinancingStatus.BEOOGD),
    ]
    assert reasons(proposal)[0][1].startswith("Partij: Er is geen partij ‘Onbekend bv’.")
    assert "Gelezen als wat in het dossier zo begint of zo heet: ‘Koster’ is Autobedrijf Koster." in proposal.remarks


def test_an_amount_below_bijdrage_is_no_name_of_it() -> None:
    rest = "Jaar\nKoster;€ 1.000,-;2027\nABK;250;2028\n"
    proposal = pasted(f"Partner;Bijdrage;{rest}", "cofinanciering", vorm="geld")
    assert new(proposal, "party", "title", "total") == [(1, "", 1_000_00), (1, "", 250_00)]


def test_actions_with_days_that_may_be_two_things() -> None:
    text = "Actiepunt;Wie;Deadline;Stand\nBel Koster;Anja;3-4-2027;in progress\nMail;Jan;5-6-2027;klaar\n"
    proposal = pasted(text, "acties", datumvolgorde="dm")
    assert new(proposal, "text", "owner", "due", "status") == [
        ("Bel Koster", "Anja", date(2027, 4, 3), ActionStatus.BEZIG),
        ("Mail", "Jan", date(2027, 6, 5), ActionStatus.GEREED),
    ]
    slashes = pasted(text.replace("-", "/"), "acties")
    assert questions(slashes) == [("datumvolgorde", "dm")]
    assert slashes.change.edits == ()
    assert questions(pasted(text.replace("3-4-2027", "mrt 27"), "acties")) == [("datumvolgorde", "dm")]
    months = pasted("Actie;Deadline\nBellen;mrt 27\nMailen;mei 2027\n", "acties")
    assert new(months, "text", "due") == [("Bellen", date(2027, 3, 31)), ("Mailen", date(2027, 5, 31))]
    assert "Een getal achter een maand is gelezen als jaar, en niet als dag: mrt 27 is maart 2027." in months.remarks


def test_a_day_without_a_year_asks_for_it() -> None:
    text = "Actie;Wanneer\nBellen;15 mei\n"
    assert questions(pasted(text, "acties")) == [("jaar", "2026")]
    assert new(pasted(text, "acties", jaar="2027"), "due") == [(date(2027, 5, 15),)]


ALL = {
    "partijen": PARTIES,
    "risicos": "Risico;Kans\nA;hoog\n",
    "begroting": BUDGET,
    "cofinanciering": "Partij;Bijdrage;Jaar;Aantal;Tarief\nABK;Les;2027;1,5;50\nABK;Les;2028;1,5;50\n",
    "acties": "Actie;Eigenaar;Klaar op\nBellen;Jan;31-3-2027\nBellen;Anja;31-3-2027\n",
}


@pytest.mark.parametrize("word", REGISTERS)
def test_a_second_time_changes_nothing(word: str) -> None:
    first = pasted(ALL[word], word)
    assert first.added
    once = carried_out(REGION, first.change)
    assert pasted(ALL[word], word, once).change.edits == ()


def test_one_changed_cell_is_one_changed_field() -> None:
    once = carried_out(REGION, pasted(BUDGET, "begroting").change)
    again = pasted(BUDGET.replace("25.000", "26.000"), "begroting", once)
    assert [(each.label, each.old, each.new) for changed in again.changed for each in changed.differences] == [
        ("Prijs per eenheid", "€ 25.000", "€ 26.000")
    ]


def test_the_same_row_twice_is_one_record() -> None:
    proposal = pasted("Risico;Kans\nA;hoog\na;laag\n", "risicos")
    assert new(proposal, "text") == [("A",)]
    assert reasons(proposal) == [(3, "risico ‘a’ staat ook op regel 2.")]


@pytest.mark.parametrize(
    ("word", "text", "says"),
    [
        ("risicos", PARTIES, "Het lijkt een tabel van partijen: sto invoer partijen."),
        ("begroting", "zomaar een tekst\nzonder tabel\n", "wijs aan: --kolom Post=A."),
    ],
)
def test_what_is_no_such_table_is_refused_with_its_heads(word: str, text: str, says: str) -> None:
    with pytest.raises(IntakeError) as refused:
        pasted(text, word)
    assert says in str(refused.value)


@pytest.mark.parametrize(
    ("word", "text", "asked", "says"),
    [
        (
            "partijen",
            "Naam;Klas;Geboortedatum\nKim;2b;1-1-2012\n",
            ("kolom:naam", "A"),
            "gelezen op regel 1 zijn ‘Naam’, ‘Klas’",
        ),
        ("acties", "=1+1;[red]x[/red]\n2;3\n", ("koprij", "1"), "gelezen op regel 1 zijn ‘=1+1’ en ‘[red]x[/red]’"),
    ],
)
def test_what_may_be_no_such_table_is_asked_and_then_refused_with_its_heads(
    word: str, text: str, asked: tuple[str, str], says: str
) -> None:
    proposal = pasted(text, word)
    assert (questions(proposal), proposal.change.edits) == ([asked], ())
    name = fields_of_register(word)[REGISTERS[word].name].spec.label
    with pytest.raises(IntakeError) as refused:
        pasted(text, word, REGION, **{"koprij": "1", f"kolom__{name.lower()}": "geen"})
    assert says in str(refused.value)


def test_every_label_of_a_table_is_a_head() -> None:
    """What `sto lijst --csv` writes has these heads."""
    for word in REGISTERS:
        about = fields_of_register(word)
        for name, each in about.items():
            best = max(about, key=lambda other: fit_of(each.spec.label, about[other]))
            assert best == name, (word, name)


def test_a_party_is_known_with_its_first_word_in_full_and_shown_by_its_name() -> None:
    region = dossier_with(Party(id=1, name="Gemeente Hazelmonde", short="GH"), Party(id=2, name="ROC Zuid", short="RZ"))
    text = "Partij;Wat;Vorm;Jaar;Bedrag\ngem. Hazelmonde;Lokaal;ruimte;2027;100\nRZH;Les;geld;2027;50\n"
    proposal = pasted(text, "cofinanciering", region)
    assert new(proposal, "party", "total") == [(1, 100_00)]
    near = "Partij: Er is geen partij ‘RZH’. Het dichtst erbij: ‘ROC Zuid’ (RZ)."
    assert [refusal.reason for refusal in proposal.refused] == [near]
    again = pasted("Naam;Soort\ngem. Hazelmonde;gemeente\n", "partijen", region)
    assert (again.added, [changed.caption for changed in again.changed]) == ((), ["Gemeente Hazelmonde"])


def test_more_words_for_heads() -> None:
    budget = pasted("Regelnr;Post;Jaar;Bedrag\nB1;Lassen;2027;100\n", "begroting")
    assert new(budget, "number", "title") == [("B1", "Lassen")]
    region = dossier_with(Party(id=1, name="Jansen"))
    given = pasted(
        "Bedrijf;Inzet;Aantal uren;Tarief;Jaar;Toegezegd\nJansen;Stages;10;50;2027;ja\n", "cofinanciering", region
    )
    assert new(given, "title", "quantity", "status") == [("Stages", 10, CofinancingStatus.TOEGEZEGD)]


def test_what_says_when_it_begins_is_no_day_on_which_an_action_is_ready() -> None:
    proposal = pasted("Actie;Wie;Klaar\nBellen;Jan;uiterlijk 1 mei 2027\nLab;Eva;start 1 juni 2027\n", "acties")
    assert new(proposal, "text", "due") == [("Bellen", date(2027, 5, 1)), ("Lab", None)]
    told = " ".join(refusal.reason for refusal in proposal.refused) + " ".join(proposal.remarks)
    assert "‘start 1 juni 2027’ zegt wanneer het begint, en niet wanneer het klaar is." in told
