"""Periods, partners and acts as plans write them, worked out by hand."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sto_tui.intake.plan_document.blocks import Paragraph
from sto_tui.intake.plan_document.numbers_before import number_before
from sto_tui.intake.plan_document.partners import PartyNames
from sto_tui.intake.plan_document.pieces import acts_in, seats, times_a_year
from sto_tui.intake.plan_document.written_periods import read_period

PERIODS = {
    "2020 (jan. – juli)": (date(2020, 1, 1), date(2020, 7, 31)),
    "2020 (sept- dec)": (date(2020, 9, 1), date(2020, 12, 31)),
    "2021 - 2023": (date(2021, 1, 1), date(2023, 12, 31)),
    "2022–23": (date(2022, 1, 1), date(2023, 12, 31)),
    "2027 t/m 2028": (date(2027, 1, 1), date(2028, 12, 31)),
    "Activiteiten in 2027:": (date(2027, 1, 1), date(2027, 12, 31)),
    "jan–juli 2027": (date(2027, 1, 1), date(2027, 7, 31)),
    "september 2027 - maart 2028": (date(2027, 9, 1), date(2028, 3, 31)),
    "schooljaar 2027/2028": (date(2027, 8, 1), date(2028, 7, 31)),
    "1e helft 2027": (date(2027, 1, 1), date(2027, 6, 30)),
    "vierde kwartaal van 2027": (date(2027, 10, 1), date(2027, 12, 31)),
    "Q127": (date(2027, 1, 1), date(2027, 3, 31)),
    "mrt/mei 2027": (date(2027, 3, 1), date(2027, 5, 31)),
    "jan 2027 en maart 2028": (date(2027, 1, 1), date(2028, 3, 31)),
    "2027-Q4": (date(2027, 10, 1), date(2027, 12, 31)),
    "schooljaar 27/28": (date(2027, 8, 1), date(2028, 7, 31)),
    "2028 H2": (date(2028, 7, 1), date(2028, 12, 31)),
    "najaar 2027": (date(2027, 9, 1), date(2027, 11, 30)),
    "In het voorjaar van 2028": (date(2028, 3, 1), date(2028, 5, 31)),
    "zomer 2027": (date(2027, 6, 1), date(2027, 8, 31)),
    "begin 2027": (date(2027, 1, 1), date(2027, 3, 31)),
    "medio 2028": (date(2028, 4, 1), date(2028, 9, 30)),
    "eind 2028": (date(2028, 10, 1), date(2028, 12, 31)),
    "Q3 2027": (date(2027, 7, 1), date(2027, 9, 30)),
    "eind schooljaar 2027-2028": (date(2028, 5, 1), date(2028, 7, 31)),
    "najaar 2027 - voorjaar 2028": (date(2027, 9, 1), date(2028, 5, 31)),
    "van najaar 2027 tot voorjaar 2028": (date(2027, 9, 1), date(2028, 5, 31)),
    "2027 (najaar)": (date(2027, 9, 1), date(2027, 11, 30)),
    "in de loop van 2027": (date(2027, 1, 1), date(2027, 12, 31)),
    "vanaf 2028": (date(2028, 1, 1), None),
    "2028 e.v.": (date(2028, 1, 1), None),
    "tot en met juni 2028": (None, date(2028, 6, 30)),
    "uiterlijk eind 2028": (None, date(2028, 12, 31)),
    "tot 2028": (None, None),
    "na de zomer van 2027": (None, None),
    "winter 2027": (None, None),
    "voorjaar en najaar 2028": (None, None),
}


@pytest.mark.parametrize("text", PERIODS)
def test_a_period(text: str) -> None:
    period = read_period(text)
    assert period is not None
    assert (period.start, period.end) == PERIODS[text]


@pytest.mark.parametrize("text", ["In 2027:", "Activiteiten in 2027", "2027"])
def test_a_period_is_called_by_itself(text: str) -> None:
    period = read_period(text)
    assert period is not None
    assert period.label == "2027"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "In 2027 kopen we een bus",
        "2028 - 2027",
        "5e kwartaal 2027",
        "schooljaar 2027-2029",
        "20 leerlingen",
        "1 maart 2027",
    ],
)
def test_no_period(text: str) -> None:
    assert read_period(text) is None


@given(st.text(max_size=70))
def test_any_text_is_a_period_or_none(text: str) -> None:
    period = read_period(text)
    assert period is None or not (period.start and period.end) or period.start <= period.end


KNOWN = {
    name: name
    for name in (
        "Stad & Natuur",
        "mbo College Almere",
        "bedrijven",
        "po-scholen",
        "OTIB",
        "de provincie, team Economie",
    )
}
PARTNERS = {
    "Stad en Natuur": [("Stad & Natuur", "")],
    "2 docenten mbo College Almere": [("mbo College Almere", "2 docenten")],
    "Bedrijven (4)": [("bedrijven", "4")],
    "OTIB: leest mee (in 2027)": [("OTIB", "leest mee (in 2027)")],
    "Medewerkers van bedrijven": [("bedrijven", "Medewerkers")],
    "PO scholen, OTIB": [("po-scholen", ""), ("OTIB", "")],
    "Stad & Natuur en OTIB": [("Stad & Natuur", ""), ("OTIB", "")],
    "4 bedrijven, Bouwend Nederland": [("bedrijven", "4"), ("Bouwend Nederland", "")],
    "OTIB: 60 uur per jaar, 2 docenten": [("OTIB", "60 uur per jaar, 2 docenten")],
    "OTIB: leest mee, bedrijven: 60 uur": [("OTIB", "leest mee"), ("bedrijven", "60 uur")],
    "de provincie, team Economie: geeft geld": [("de provincie, team Economie", "geeft geld")],
    "OTIB; Bouwend Nederland: lessen, materiaal": [("OTIB", ""), ("Bouwend Nederland", "lessen, materiaal")],
    "OTIB: leest mee; Bouwend Nederland; bedrijven": [
        ("OTIB", "leest mee"),
        ("Bouwend Nederland", ""),
        ("bedrijven", ""),
    ],
    "2 docenten per school; bedrijven: 4; alle zes de vmbo-scholen": [
        ("", "2 docenten per school"),
        ("bedrijven", "4"),
        ("", "alle zes de vmbo-scholen"),
    ],
    "OTIB: leest mee; twee docenten en een Trekker": [("OTIB", "leest mee; twee docenten en een Trekker")],
    # What is not sure stays as the plan words it.
    "Kompas College, Gemeente Terelst, OTIB: leest mee": [("", "Kompas College, Gemeente Terelst, OTIB: leest mee")],
    "Rectoren, conrectoren, teamleiders van alle scholen": [
        ("", "Rectoren, conrectoren, teamleiders van alle scholen")
    ],
    "Rectoren, conrectoren en directeuren van OTIB": [("OTIB", "Rectoren, conrectoren en directeuren")],
    "Teamleiders en decanen uit het mbo College Almere": [("mbo College Almere", "Teamleiders en decanen")],
    "Rectoren, conrectoren en directeuren van de scholen in Terelst": [
        ("", "Rectoren, conrectoren en directeuren van de scholen in Terelst")
    ],
    "Rectoren en teamleiders van OTIB, Vmbo De Brug en het Kompas College": [
        ("", "Rectoren en teamleiders van OTIB, Vmbo De Brug en het Kompas College")
    ],
    "Docenten van OTIB, Bouwend Nederland": [("OTIB", "Docenten"), ("Bouwend Nederland", "")],
    "het mbo en Stad & Natuur": [("", "het mbo en Stad & Natuur")],
    "docenten van het Kompas College en OTIB": [("", "docenten van het Kompas College en OTIB")],
    "directie en begeleider bedrijven": [("", "directie en begeleider bedrijven")],
}


@pytest.mark.parametrize("line", PARTNERS)
def test_a_line_of_partners(line: str) -> None:
    names = PartyNames(KNOWN, [line])
    assert [(partner.name, partner.role) for partner in names.partners(line)] == PARTNERS[line]


def test_a_partner_that_stayed_one_with_names_of_several_is_known() -> None:
    names = PartyNames(KNOWN, [])
    several = "Kompas College, Gemeente Terelst, OTIB: leest mee"
    lines = [several, "OTIB: 60 uur, 2 docenten", "Rectoren, conrectoren, teamleiders van alle scholen"]
    groups = [
        "2 docenten per school, directies van de scholen",
        "directies van de scholen, docententeam",
        "trainers; een bureau",
        "Rectoren, conrectoren en directeuren van OTIB en Bouwend Nederland",
        "Rectoren, conrectoren en directeuren van vmbo-scholen en mbo College Almere",
        "Docenten van OTIB en Bouwend Nederland",
    ]
    told = [line for line in (*lines, *groups) for one in names.partners(line) if names.names_several(one)]
    assert told == [several, *groups]


def test_only_what_is_a_name_for_sure_becomes_a_party() -> None:
    lines = [
        "Gemeente Terelst",
        "1 docent per school",
        "Docententeam",
        "OTIB, Innovam, Kenteq",
        "alle zes scholen",
        "Extern",
    ]
    assert [*PartyNames({}, lines).new.values()] == ["Gemeente Terelst", "OTIB", "Innovam", "Kenteq"]


def test_acts_are_items_and_sentences() -> None:
    texts = (
        "▪ Werkgroep starten ▪ Plan maken.",
        "Pilotjaar. Opdoen van ervaringen, bijv. in de les. Klaar 2 dec. 2027.",
        "- les geven",
    )
    assert [*acts_in(map(Paragraph, texts))] == [
        "Werkgroep starten",
        "Plan maken",
        "Pilotjaar",
        "Opdoen van ervaringen, bijv. in de les",
        "Klaar 2 dec. 2027",
        "les geven",
    ]


def test_how_often_and_with_how_many() -> None:
    assert times_a_year("De raad komt drie keer per jaar bijeen. Eén lid werkt 4x per jaar in het lab.") == 3
    assert times_a_year("Zij komt 6x per jaar bijeen. De kerngroep komt maandelijks bijeen.") is None
    assert seats("In totaal telt de stuurgroep zeven leden.") == 7
    assert seats("De stuurgroep bestaat uit directeuren (3 leden), een manager en twee leden.") is None


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("4 Uitwerking per thema", "4", "Uitwerking per thema"),
        ("4.1 uitwerking", "4.1", "uitwerking"),
        ("2. meer leerlingen", "2", "meer leerlingen"),
        ("3) Meer", "3", "Meer"),
        ("Thema 1: Kiezen", "1", "Kiezen"),
        ("20 docenten op stage", "", "20 docenten op stage"),
        ("20% meer leerlingen", "", "20% meer leerlingen"),
        ("2027 is een pilotjaar", "", "2027 is een pilotjaar"),
        ("10:30 uur", "", "10:30 uur"),
    ],
)
def test_a_number_before_words_is_no_part_of_them(text: str, number: str, rest: str) -> None:
    assert number_before(text) == (number, rest)
