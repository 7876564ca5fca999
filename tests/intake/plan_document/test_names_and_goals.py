"""Names that `en` joins or that stand behind a word for a body, goals by number, and lists of parties."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from sto_tui.domain.change import Change, added, carried_out
from sto_tui.domain.parties import Party
from sto_tui.domain.plan import Goal, Speerpunt, Theme
from sto_tui.intake.plan_document.goal_numbers import goals_served, numbers_in
from sto_tui.intake.plan_document.offered_values import measures_values
from sto_tui.intake.plan_document.only_text import lost_lines
from sto_tui.intake.plan_document.partners import PartyNames, name_key
from sto_tui.intake.plan_document.plan_reading import read_plan
from sto_tui.intake.plan_document.plan_sections import PlanWords
from sto_tui.intake.plan_document.proposing import NotChosenRightError, PlanFile, PlanProposal, chosen_of, proposal_of
from sto_tui.intake.plan_document.running_text import names_together
from sto_tui.intake.plan_document.telling_words import TellingWords
from sto_tui.intake.plan_document.word_reading import read_blocks
from sto_tui.planning.new_dossier import new_dossier
from tests.support.docx_gaps import element_of
from tests.support.word_plans import bold, new_document, read, table, told

REGION = new_dossier("Proefland", "2027-2028")
KNOWN = {name: name for name in ("Bouw en Infra BV", "ROC X en Y")}
LISTS = {
    "ROC Zuid, Vmbo De Brug en Jansen Techniek": ["ROC Zuid", "Vmbo De Brug", "Jansen Techniek"],
    "ROC Zuid, Vmbo De Brug, en Jansen Techniek": ["ROC Zuid", "Vmbo De Brug", "Jansen Techniek"],
    "ROC Zuid alsmede Vmbo De Brug": ["ROC Zuid", "Vmbo De Brug"],
    "ROC Zuid & Vmbo De Brug": ["ROC Zuid", "Vmbo De Brug"],
    "ROC Zuid/Vmbo De Brug": ["ROC Zuid", "Vmbo De Brug"],
    "ROC Zuid (penvoerder) en Vmbo De Brug": ["ROC Zuid (penvoerder)", "Vmbo De Brug"],
    "o.a. het ROC Zuid en bedrijven": ["het ROC Zuid", "bedrijven"],
    "Bouw en Infra BV en ROC Zuid": ["Bouw en Infra BV", "ROC Zuid"],
    "ROC X en Y, Vmbo De Brug": ["ROC X en Y", "Vmbo De Brug"],
    "Jansen & De Vries": ["Jansen & De Vries"],
    "ROC Zuid, Jansen Bouw B.V.": ["ROC Zuid", "Jansen Bouw B.V."],
    "ROC Zuid en Jansen Bouw N. V.": ["ROC Zuid", "Jansen Bouw N. V."],
    "Jansen Bouw B.V.; Philips Techniek Inc.;": ["Jansen Bouw B.V.", "Philips Techniek Inc."],
    "Vmbo De Brug, scholen Noord e.o.": ["Vmbo De Brug", "scholen Noord e.o."],
    "ROC Zuid, Jansen Bouw BV.": ["ROC Zuid", "Jansen Bouw BV"],
    "ROC Zuid: les aan Vmbo De Brug en Jansen Techniek": ["ROC Zuid: les aan Vmbo De Brug en Jansen Techniek"],
}


@pytest.mark.parametrize("line", LISTS)
def test_partners_that_en_joins(line: str) -> None:
    names = PartyNames(KNOWN, [line])
    partners = [*names.partners(line)]
    assert [partner.words for partner in partners] == LISTS[line]
    assert [partner for partner in partners if names.names_several(partner)] == []
    assert names.doubtful == {}


@pytest.mark.parametrize("other", ["Jansen Bouw BV", "Jansen Bouw B.V", "jansen bouw b. v.", "De Jansen Bouw B.V.,"])
def test_a_legal_form_with_or_without_its_dots_is_one_name(other: str) -> None:
    (partner,) = PartyNames({"Jansen Bouw B.V.": "Jansen Bouw B.V."}, [other]).partners(other)
    assert (name_key(other), partner.name) == ("jansen bouw bv", "Jansen Bouw B.V.")


@pytest.mark.parametrize(
    ("heads", "under", "sure"),
    [
        ("Partner | Rol / inbreng", "", True),
        ("Partner | Rol en bijdrage", "", True),
        ("Partner(s) / organisatie(s) | Inbreng (uren of geld)", "", True),
        ("Samenwerkingspartner | Rol binnen het project", "", True),
        ("Organisatie | Bijdrage", "", True),
        ("School / bedrijf | Inbreng", "", True),
        ("School of bedrijf | Rol", "", True),
        ("Vmbo-school | Bijdrage in het project", "", True),
        ("Naam bedrijf | Wat brengt men in", "", True),
        ("Naam | Rol", "Betrokken partners", True),
        ("Naam | Rol", "", False),
    ],
)
def test_heads_above_partners_are_no_partners(heads: str, under: str, *, sure: bool, tmp_path: Path) -> None:
    document = of_labs("Een bus.", *[under] * bool(under))
    table(document, [heads.split(" | "), ["ROC Noord", "trekker"], ["Jansen Bouw B.V.", "levert wielen"]])
    plan = read(document, tmp_path)
    (point,) = plan.speerpunten
    named = point.partners if sure else [name for doubt in point.doubts for name in doubt.partners]
    assert named == ["ROC Noord: trekker", "Jansen Bouw B.V.: levert wielen"]
    assert (len(point.doubts), plan.not_understood) == (0 if sure else 1, [])


def test_what_companies_promised_makes_them_partners(tmp_path: Path) -> None:
    document = of_labs("Een bus.")
    table(document, [["Bedrijf/instelling", "Toegezegde uren"], ["ROC Noord", "40"], ["Jansen Bouw B.V.", "60"]])
    plan = read(document, tmp_path)
    assert plan.speerpunten[0].partners == ["ROC Noord", "Jansen Bouw B.V."]
    assert [line.text for line in plan.not_understood] == ["Toegezegde uren: 40", "Toegezegde uren: 60"]


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ("Beeldmerk", ["ROC Noord", "Vmbo De Brug"]),
        ("Toegezegde uren en middelen", ["Kompasschool", "Philips"]),
        ("Contactpersoon", ["ouders", "Philips"]),
    ],
)
def test_what_stands_beside_partners_is_told_under_a_head_of_any_word(
    head: str, names: list[str], tmp_path: Path
) -> None:
    document = of_labs("Een bus.")
    table(document, [["Partner", head], [names[0], "blauw"], [names[1], "groen"]])
    plan = read(document, tmp_path)
    assert plan.speerpunten[0].partners == names
    assert [line.text for line in plan.not_understood] == [f"{head}: blauw", f"{head}: groen"]


def test_labels_with_partners_beside_them_are_no_heads(tmp_path: Path) -> None:
    document = of_labs("Een bus.")
    table(document, [["Partners", "Philips"], ["Locatie", "Noord"], ["Kosten", "Een ton"]])
    assert read(document, tmp_path).speerpunten[0].partners == ["Philips"]


@pytest.mark.parametrize(
    ("line", "lead", "untaken"),
    [
        ("Trekker: ROC Noord", "ROC Noord", []),
        ("Kartrekker: Jansen Bouw B.V.", "Jansen Bouw B.V.", []),
        (
            "Trekker: ROC Noord (Els Til)",
            "ROC Noord",
            [("trekker: Els Til", "van de trekker is alleen de partij overgenomen")],
        ),
        (
            "Trekker: nog te bepalen",
            "",
            [("trekker: nog te bepalen", "dit is niet zeker één partij; kies de trekker zelf")],
        ),
        (
            "Trekker: ROC Noord, Vmbo De Brug",
            "",
            [("trekker: ROC Noord, Vmbo De Brug", "dit is niet zeker één partij; kies de trekker zelf")],
        ),
        ("Budget: een ton", "", [("Budget: een ton", "hiervoor heeft een thema geen veld")]),
    ],
)
@pytest.mark.parametrize("is_there", [False, True])
def test_who_leads_a_theme(
    line: str, lead: str, untaken: list[tuple[str, str]], *, is_there: bool, tmp_path: Path
) -> None:
    """Also of a theme that the dossier has, and when only the theme is taken."""
    document = new_document()
    document.add_heading("Thema 1: Labs", 1)
    document.add_paragraph(line)
    document.add_heading("Speerpunt 1.1: Bus", 2)
    region = REGION
    if is_there:
        region = carried_out(REGION, Change("Thema", added(Theme(id=-1, number=1, title="Labs"))))
    proposal = proposal_of(PlanFile("plan.docx", read(document, tmp_path)), region, date(2026, 1, 1))
    themes = [offer.number for offer in proposal.offers if isinstance(offer.after, Theme)]
    for chosen in (None, themes):
        taken = proposal_of(PlanFile("plan.docx", read(document, tmp_path)), region, date(2026, 1, 1), chosen)
        after = carried_out(region, taken.intake.change)
        (theme,) = after.of(Theme).values()
        assert (after.of(Party)[theme.lead].name if theme.lead else "") == lead
    assert [(told.text, told.reason) for told in proposal.not_understood] == untaken


@pytest.mark.parametrize(
    "line",
    ["Hout en Meubel BV", "ROC Noord en Philips", "Stichting Jeugd en Gezin", "KAF/Kunstlinie Almere"],
)
def test_one_name_or_more_is_a_doubt_that_is_told(line: str) -> None:
    names = PartyNames(KNOWN, [line])
    (partner,) = names.partners(line)
    assert (partner.words, names.names_several(partner)) == (line, True)
    assert [*names.doubtful.values()] == [(line, "dit kan één partij zijn of meer")]


def offered(document: Document, folder: Path) -> PlanProposal:
    return proposal_of(PlanFile("plan.docx", read(document, folder)), REGION, date(2026, 1, 1))


def of_labs(*lines: str) -> Document:
    document = new_document()
    document.add_heading("Thema 1: Labs", 1)
    document.add_heading("Speerpunt 1.1: Bus", 2)
    for line in lines:
        document.add_paragraph(line)
    return document


def test_a_name_of_one_word_is_offered_in_doubt_and_words_stay_words_without_it(tmp_path: Path) -> None:
    file = PlanFile("plan.docx", read(of_labs("Partners: Kompasschool", "2027: Rijden"), tmp_path))
    proposal = proposal_of(file, REGION, date(2026, 1, 1))
    assert [(offer.caption, offer.doubt) for offer in proposal.offers if offer.doubt] == [
        ("Kompasschool", "of dit een partij is, is niet zeker")
    ]
    for chosen, tied in ((None, (None, "Kompasschool")), ([1, 2, 3], (1, ""))):
        change = proposal_of(file, REGION, date(2026, 1, 1), chosen).intake.change
        (point,) = carried_out(REGION, change).of(Speerpunt).values()
        assert [(bool(one.party) or None, one.role) for one in point.partners] == [(bool(tied[0]) or None, tied[1])]


@pytest.mark.parametrize("line", ["Kompasschool", "Kompasschool: rijdt mee", "Hout en Meubel BV"])
def test_a_party_left_in_doubt_can_be_taken_later_and_becomes_the_partner(line: str, tmp_path: Path) -> None:
    file = PlanFile("plan.docx", read(of_labs(f"Partners: {line}", "2027: Rijden"), tmp_path))
    taken = [carried_out(REGION, proposal_of(file, REGION, date(2026, 1, 1)).intake.change)]
    doubts = [offer.number for offer in proposal_of(file, taken[0], date(2026, 1, 1)).offers if offer.doubt]
    for region, chosen in (
        (taken[0], doubts),
        (REGION, [offer.number for offer in proposal_of(file, REGION, date(2026, 1, 1)).offers]),
    ):
        assert chosen
        taken.append(carried_out(region, proposal_of(file, region, date(2026, 1, 1), chosen).intake.change))
    later, at_once = (
        [
            (after.of(Party)[partner.party].name if partner.party else "", partner.role)
            for point in after.of(Speerpunt).values()
            for partner in point.partners
        ]
        for after in taken[1:]
    )
    assert later == at_once
    assert all(name for name, _ in later)
    assert proposal_of(file, taken[1], date(2026, 1, 1)).offers == ()


def test_bodies_are_called_by_the_name_behind_their_word(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Organisatie", 1)
    document.add_paragraph(
        "De werkgroep PO stemt de dagen af. De werkgroep komt vier keer per jaar bijeen. De werkgroep Labs en Machines "
        "beheert de labs. De projectgroep plant. De projectgroep meet. In de werkgroep Havo zit een rector."
    )
    plan = read(document, tmp_path)
    assert [(body.name, body.meets, body.doubt) for body in plan.bodies] == [
        ("Werkgroep PO", 4, ""),
        ("Werkgroep Labs en Machines", None, ""),
        ("Projectgroep", None, "de tekst kan over meer dan één projectgroep gaan"),
    ]
    assert plan.remarks == ["De tekst over de organisatie noemt werkgroep Havo; als orgaan voeg je die zelf toe."]


@pytest.mark.parametrize(
    ("text", "only", "served"),
    [
        ("Bijdrage aan doel 1 en 3", [1, 3], [1, 3]),
        ("Hoort bij doelstelling 2", [2], [2]),
        ("Doelen 1, 2", [1, 2], []),
        ("Dit speerpunt draagt bij aan de doelen 1 t/m 3.", [1, 2, 3], [1, 2, 3]),
        ("Draagt bij aan doel 1 en 20 leerlingen", [], [1]),
        ("Draagt bij aan 3 doelen", [], []),
        ("Doel 2 is gehaald", [], []),
    ],
)
def test_goals_by_number(text: str, only: list[int], served: list[int]) -> None:
    assert (numbers_in(text), goals_served(text)) == (only, served)


def test_goals_that_a_speerpunt_serves_are_links_and_an_unknown_one_is_told(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Doelen", 1)
    heads = ["Nr", "Doel", "Nulmeting 2025", "Streefwaarde 2028", "Bron"]
    table(document, [heads, ["1", "Meer PIE", "110", "150", "DUO"], ["2", "Meer meisjes", "", "15%", ""]])
    document.add_heading("Thema 1: Labs", 1)
    document.add_heading("Speerpunt 1.1: Bus", 2)
    for line in ("Draagt bij aan doel 2 en 4. De bus rijdt.", "Doel: 1", "Elke dag.", "Wie doen er mee? ROC Zuid"):
        document.add_paragraph(line)
    file = PlanFile("plan.docx", read(document, tmp_path))
    proposal = proposal_of(file, REGION, date(2026, 1, 1))
    after = carried_out(REGION, proposal.intake.change)
    goals = {goal.id: goal for goal in after.of(Goal).values()}
    assert [(goal.baseline, goal.baseline_year, goal.target, goal.target_year) for goal in goals.values()] == [
        ("110", 2025, "150", 2028),
        ("", None, "15%", 2028),
    ]
    (point,) = after.of(Speerpunt).values()
    assert (point.result, [goals[number].number for number in point.goals]) == ("De bus rijdt.\n\nElke dag.", [2, 1])
    assert [party.name for party in after.of(Party).values()] == ["ROC Zuid"]
    assert [(line.text, line.reason) for line in proposal.not_understood] == [
        ("kolom ‘Bron’ (1 rij)", "deze kolom is niet overgenomen"),
        ("doel 4", "dit doel staat niet in het plan"),
    ]


def test_what_is_not_in_the_list_is_said_by_its_kind(tmp_path: Path) -> None:
    offers = offered(of_labs("2027: Rijden"), tmp_path).offers
    with pytest.raises(NotChosenRightError, match="Er staat niets in twijfel in de lijst"):
        chosen_of("twijfel", offers)
    assert chosen_of("twijfel, 1", offers) == {1}


ACTIONS = ("Partners: ROC Zuid en Vmbo De Brug", "Najaar 2027: lijst van machines")


@pytest.mark.parametrize("words", [PlanWords(), PlanWords.with_own("thema", "actielijn")])
def test_lines_of_action_with_partners_and_acts_are_speerpunten_of_a_theme_in_doubt(
    words: PlanWords, tmp_path: Path
) -> None:
    document = new_document()
    for number, title in ((1, "Leren"), (2, "Delen")):
        document.add_heading(f"Actielijn {number} {title}", 2)
        for line in ACTIONS:
            document.add_paragraph(line)
    document.save(str(tmp_path / "plan.docx"))
    plan = read_plan(read_blocks(tmp_path / "plan.docx"), words)
    assert [(theme.title, theme.doubt) for theme in plan.themes] == [
        ("Thema 1", "het plan heeft geen thema’s; dit is er een om de speerpunten onder te zetten, geef het een naam")
    ]
    acts = (["ROC Zuid en Vmbo De Brug"], [("Najaar 2027", ["lijst van machines"])])
    assert told(plan) == {"1.1 Leren": acts, "1.2 Delen": acts}
    # What somebody takes of it takes the theme along.
    proposal = proposal_of(PlanFile("plan.docx", plan), REGION, date(2026, 1, 1))
    assert len(carried_out(REGION, proposal.intake.change).of(Speerpunt)) == 2


def test_comments_and_tracked_changes_are_told(tmp_path: Path) -> None:
    document = of_labs("Honderd leerlingen.")
    paragraph = document.paragraphs[-1]
    for tag, inner, text in (("del", "delText", " In 2029 tweehonderd."), ("ins", "t", " In 2028 meer.")):
        run = f'<w:r><w:{inner} xml:space="preserve">{text}</w:{inner}></w:r>'
        element_of(paragraph).append(parse_xml(f'<w:{tag} {nsdecls("w")} w:id="1" w:author="a">{run}</w:{tag}>'))
    document.add_comment(paragraph.runs[0], "Klopt dit?", "Piet", "P")
    plan = read(document, tmp_path)
    assert plan.speerpunten[0].result == ["Honderd leerlingen. In 2028 meer."]
    assert [(line.text, line.reason) for line in plan.not_understood] == [
        ("In 2029 tweehonderd.", "het is verwijderd met wijzigingen bijhouden"),
        ("Klopt dit?", "het is een opmerking in de kantlijn"),
    ]
    assert plan.remarks[-1] == (
        "In 1 alinea is tekst ingevoegd met wijzigingen bijhouden, zoals in ‘Honderd leerlingen. In 2028 meer.’; die "
        "telt mee."
    )


def test_periods_without_acts_are_told_and_one_between_brackets_is_that_of_its_act(tmp_path: Path) -> None:
    document = of_labs("Partners: ROC Zuid (lokaal) en Technova (docenten)", "Activiteiten:")
    for line in ("Inrichten (voorjaar 2027)", "2028", "2029", "Draaien"):
        document.add_paragraph(line, style="List Bullet")
    document.add_heading("Risico’s", 1)
    document.add_paragraph("Te weinig docenten.", style="List Bullet")
    proposal = offered(document, tmp_path)
    offers = {offer.caption: offer for offer in proposal.offers}
    point = offers["1.1 Bus"].after
    assert isinstance(point, Speerpunt)
    assert [(phase.label, [act.text for act in phase.acts]) for phase in point.phases] == [
        ("voorjaar 2027", ["Inrichten"]),
        ("2029", ["Draaien"]),
    ]
    assert bool(offers["Te weinig docenten"].doubt)
    assert [(line.text, line.reason) for line in proposal.not_understood] == [
        ("2028", "er staan geen activiteiten bij deze periode"),
        ("ROC Zuid (lokaal) en Technova (docenten)", "dit is één partner gebleven; splits het zelf"),
    ]


def test_bodies_in_a_list_have_no_mark_in_their_name(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Organisatie", 1)
    document.add_paragraph("Werkgroep Vmbo: voert uit", style="List Bullet")
    assert [(body.name, body.task) for body in read(document, tmp_path).bodies] == [("Werkgroep Vmbo", ["voert uit"])]


def test_partners_in_a_sentence_end_where_it_goes_on() -> None:
    assert names_together("Samen met Het Streek en De Noordgraaf organiseren we een dag.") == [
        "Het Streek",
        "De Noordgraaf",
    ]
    assert names_together("Hieraan doen mee: Candea College en Metaalunie.") == ["Candea College", "Metaalunie"]


def test_heads_that_are_no_acts_and_what_is_elsewhere(tmp_path: Path) -> None:
    document = of_labs("Partners: zie bijlage 2")
    table(document, [["Activiteit", "Start", "Verantwoordelijk"], ["Rooster maken", "1-2-2027", "Tata Steel"]])
    plan = read(document, tmp_path)
    assert told(plan) == {"1.1 Bus": ([], [("vanaf 1-2-2027", ["Rooster maken"])])}
    assert [line.text for line in plan.not_understood] == [
        "partner: zie bijlage 2",
        "Verantwoordelijk: Tata Steel",
    ]


def test_what_stands_below_a_value_of_a_goal_is_no_part_of_it(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Doelen", 1)
    document.add_heading("Doel 1: Meer instroom", 2)
    for line in ("Nulmeting 2025: 120", "Streefwaarde 2028: 160", "Bron: DUO"):
        document.add_paragraph(line)
    document.add_heading("Thema 1: Labs", 1)
    document.add_heading("Speerpunt 1.1: Bus (doel 1)", 2)
    document.add_heading("Organisatie", 1)
    table(document, [["Overleg", "Hoe vaak", "Doel"], ["Kernteam", "4x per jaar", "besluiten"]])
    plan = read(document, tmp_path)
    (goal,) = plan.goals
    assert (goal.baseline, goal.baseline_year, goal.target, goal.target_year) == ("120", 2025, "160", 2028)
    assert [(point.title, point.goals) for point in plan.speerpunten] == [("Bus", [1])]
    assert [line.text for line in plan.not_understood] == ["Bron: DUO", "kolom ‘doel’ (1 rij)"]


def test_the_sign_beside_a_name_that_is_one_by_itself_is_a_doubt() -> None:
    names = PartyNames({}, ["mboRijnland & Scala College"])
    (partner,) = names.partners("mboRijnland & Scala College")
    assert ([*names.doubtful.values()], names.names_several(partner)) == (
        [("mboRijnland & Scala College", "dit kan één partij zijn of meer")],
        True,
    )


@pytest.mark.parametrize(
    ("said", "text", "values"),
    [
        (
            "Meer leerlingen. Nulmeting 2025: 250 leerlingen. Streefwaarde 2028: 300 leerlingen.",
            "Meer leerlingen.",
            ("", "250 leerlingen", 2025, "300 leerlingen", 2028),
        ),
        (
            "Meer leerlingen (nulmeting 2025: 250; streefwaarde: 2.500).",
            "Meer leerlingen",
            ("", "250", 2025, "2.500", None),
        ),
        ("Meer leerlingen; indicator: inschrijvingen", "Meer leerlingen", ("inschrijvingen", "", None, "", None)),
        (
            "Meer leerlingen. Streefwaarde: 3. Streefwaarde: 4.",
            "Meer leerlingen. Streefwaarde: 4.",
            ("", "", None, "3", None),
        ),
        ("Meer leerlingen: 300 in 2028.", "Meer leerlingen: 300 in 2028.", ("", "", None, "", None)),
        *(
            (f"Meer. Nulmeting 2026: {value}{sign}{label} 2028: 40%.", "Meer.", ("", value, 2026, "40%", 2028))
            for value in ("31%", "31 procent", "€ 5.000", "3,5", "ca. 30%", "31% (DUO)")
            for sign in (". ", ", ", "; ", " - ", " – ", " / ", " en ", "\n", ".\n")
            for label in ("Streefwaarde", "doelwaarde")
        ),
        (
            "Meer (nulmeting 2026: 31%, streefwaarde 2028: 40%) in de regio. Elk jaar.",
            "Meer in de regio. Elk jaar.",
            ("", "31%", 2026, "40%", 2028),
        ),
        ("Meer. Nulmeting (2026): 31%. Streefwaarde (2028): 40%.", "Meer.", ("", "31%", 2026, "40%", 2028)),
        (
            "Meer. Nulmeting: 31%. Streefwaarde: 40%. Wij meten dit.",
            "Meer. Wij meten dit.",
            ("", "31%", None, "40%", None),
        ),
        ("Meer. Nulmeting 2026: 31%, streefwaarde 2028 40%.", "Meer.", ("", "31%", 2026, "40%", 2028)),
        ("Meer. Streefwaarde 2028: 40%, nulmeting 2026: 31%.", "Meer.", ("", "31%", 2026, "40%", 2028)),
        ("Meer. Indicator: inschrijvingen, PIE. Norm: 3.", "Meer.", ("inschrijvingen, PIE", "", None, "3", None)),
        ("Ons doel is de norm: iedereen.", "Ons doel is de norm: iedereen.", ("", "", None, "", None)),
        ("Een nulmeting maken: dat doen we.", "Een nulmeting maken: dat doen we.", ("", "", None, "", None)),
    ],
)
def test_what_a_goal_says_that_is_measured(said: str, text: str, values: tuple[object, ...], tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Doelen", 1)
    document.add_paragraph(f"Doel 1: {said}")
    (goal,) = read(document, tmp_path).goals
    told = (goal.indicator, goal.baseline, goal.baseline_year, goal.target, goal.target_year)
    assert (goal.text, told) == (text, values)


def test_a_label_ends_the_value_beside_a_label_too(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Doelen", 1)
    table(document, [["Nr", "Doel", "Nulmeting 2025"], ["2", "Meer PIE", "110; streefwaarde 2028: 150"]])
    document.add_heading("Doel 1: Meer instroom", 2)
    document.add_paragraph("Nulmeting 2026: 31%. Streefwaarde 2028: 40%.")
    told = [
        (goal.baseline, goal.baseline_year, goal.target, goal.target_year) for goal in read(document, tmp_path).goals
    ]
    assert told == [("110", 2025, "150", 2028), ("31%", 2026, "40%", 2028)]


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("3.1 Actielijn Leerroutes", "Leerroutes"),
        ("3.1 Programmalijn: Leerroutes", "Leerroutes"),
        ("3.1 Spoor Noord", "Spoor Noord"),
        ("3.1 Themadagen Techniek", "Themadagen Techniek"),
        ("3.1 Thema en verhaal", "Thema en verhaal"),
    ],
)
def test_a_word_for_a_kind_of_part_is_no_part_of_its_title(heading: str, title: str, tmp_path: Path) -> None:
    document = new_document()
    bold(document, "3 Activiteitenplan")
    for number, text in ((1, heading), (2, "3.2 Actielijn Labs")):
        bold(document, text)
        bold(document, f"3.{number}.1 Bus {number}")
        for label in ("Partners: ROC Noord", "2027: rijden"):
            document.add_paragraph(label)
    assert [theme.title for theme in read(document, tmp_path).themes] == [title, "Labs"]


def test_the_letter_that_all_goals_have_before_their_number_is_no_part_of_them(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Doelen", 1)
    for line in ("N01 Meer leerlingen", "N04 Meer docenten"):
        document.add_paragraph(line)
    goals = read(document, tmp_path).goals
    assert [(goal.number, goal.text) for goal in goals] == [(1, "Meer leerlingen"), (4, "Meer docenten")]


def test_letters_that_differ_are_words_of_the_goals(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Doelen", 1)
    for line in ("H2 Waterstof in elke werkplaats", "G4 Steden doen mee"):
        document.add_paragraph(line)
    goals = read(document, tmp_path).goals
    assert [(goal.number, goal.text) for goal in goals] == [
        (1, "H2 Waterstof in elke werkplaats"),
        (2, "G4 Steden doen mee"),
    ]


@pytest.mark.parametrize(
    ("tables", "numbers"),
    [
        ([["A1", "A2", "B1", "B2"]], [1, 2, 3, 4]),
        ([["A1", "A2"], ["B1", "B2"]], [1, 2, 3, 4]),
        ([["N2", "N4"]], [2, 4]),
        ([["N4"]], [1]),
    ],
)
def test_letters_in_a_column_part_goals_unless_all_have_the_same(
    tables: Sequence[Sequence[str]], numbers: Sequence[int], tmp_path: Path
) -> None:
    """B1 was number 1 as A1 is, and was refused."""
    document = new_document()
    document.add_heading("Doelen", 1)
    for rows in tables:
        table(document, [["Nr", "Doel", "Streefwaarde"], *([number, f"Meer bij {number}", "20"] for number in rows)])
        document.add_paragraph("Deze doelen zijn besproken.")
    assert [(goal.number, goal.text) for goal in read(document, tmp_path).goals] == [
        (number, f"Meer bij {code}")
        for number, code in zip(numbers, [code for rows in tables for code in rows], strict=True)
    ]


@pytest.mark.parametrize(("codes", "numbers"), [(("A1", "A2", "B1"), (1, 2, 3)), (("N2", "N4", "N5"), (2, 4, 5))])
def test_letters_in_two_lists_part_goals_unless_all_have_the_same(
    codes: Sequence[str], numbers: Sequence[int], tmp_path: Path
) -> None:
    document = new_document()
    for part, of_part in (("Doelen onderwijs", codes[:2]), ("Doelen bedrijven", (codes[2], f"{codes[2][0]}9"))):
        document.add_heading(part, 1)
        for code in of_part:
            document.add_paragraph(f"{code} Meer leerlingen voor {code}")
    goals = read(document, tmp_path).goals
    assert tuple(goal.number for goal in goals[:3]) == tuple(numbers)
    assert len(goals) == 4


def test_heads_that_say_now_and_later_are_values_of_a_goal(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Hoofddoelen", 1)
    table(
        document,
        [["Doel", "Nu (2026)", "Straks (2028)", "Hoe meten we dit?"], ["Meer meisjes", "8%", "15%", "Telling"]],
    )
    [goal] = read(document, tmp_path).goals
    assert (goal.text, goal.baseline, goal.baseline_year, goal.target, goal.target_year, goal.indicator) == (
        "Meer meisjes",
        "8%",
        2026,
        "15%",
        2028,
        "Telling",
    )


def test_goals_that_are_taken_are_not_told_as_taken_nowhere(tmp_path: Path) -> None:
    """The letter before their number, and the heads *Nu* and *Straks*, were lost words."""
    document = new_document()
    document.add_heading("Doelen", 1)
    for line in ("N01 Meer leerlingen", "N02 Betere aansluiting"):
        document.add_paragraph(line)
    document.add_heading("Hoofddoelen", 1)
    heads = ["Nr", "Doel", "Nu (2026)", "Straks (2028)", "Hoe meten we dit?"]
    table(document, [heads, ["N03", "Meer meisjes", "8%", "15%", "Telling"], ["N04", "Meer stages", "2", "6", "Lijst"]])
    plan = read(document, tmp_path)
    assert [goal.number for goal in plan.goals] == [1, 2, 3, 4]
    assert [*lost_lines(plan, plan.not_understood, TellingWords(()))] == []


def test_what_an_indicator_of_a_part_says_of_its_values_stands_in_their_fields() -> None:
    assert measures_values(
        ["instroom. Nulmeting 2025: 22%. Streefwaarde: 30%.", "keuzevak: 30", "instroom. Norm: 3. Zie bijlage 2."]
    ) == (
        {"indicator": "instroom", "baseline": "22%", "baseline_year": 2025, "target": "30%"},
        {"indicator": "keuzevak: 30"},
        {"indicator": "instroom. Norm: 3. Zie bijlage 2."},
    )
