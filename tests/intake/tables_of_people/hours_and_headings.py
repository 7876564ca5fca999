"""Hours of school years and months, headings with a note, millions, and tables side by side or on their side."""

from tests.intake.tables_of_people.made_table import table

TABLES = [
    table(
        "cofinanciering",
        "Uren per schooljaar",
        """
        Partij | Uren 2026-2027 | Uren 2027-2028 | Tarief
        ROC Flevoland | 12 | 24 | 50
        Autobedrijf Koster | | 12 | 60
        """,
        """
        party | form | year | quantity | rate | total
        ROC Flevoland | uren | 2026 | 5 | 50 | 250
        ROC Flevoland | uren | 2027 | 17 | 50 | 850
        ROC Flevoland | uren | 2028 | 14 | 50 | 700
        Autobedrijf Koster | uren | 2027 | 5 | 60 | 300
        Autobedrijf Koster | uren | 2028 | 7 | 60 | 420
        """,
        answers={"schooljaar": "verdeeld"},
    ),
    table(
        "cofinanciering",
        "Uren per maand",
        """
        Partij | Uren jan 2027 | Uren feb 2027 | Uren jan 2028 | Uurtarief
        ROC Flevoland | 12 | 20,5 | 4 | 50
        Autobedrijf Koster | | 10 | | 60
        """,
        """
        party | form | year | quantity | rate | total
        ROC Flevoland | uren | 2027 | 32,5 | 50 | 1.625
        ROC Flevoland | uren | 2028 | 4 | 50 | 200
        Autobedrijf Koster | uren | 2027 | 10 | 60 | 600
        """,
    ),
    table(
        "cofinanciering",
        "Dagen per kwartaal zonder jaar",
        """
        Partij | Vorm | Dagen Q1 | Dagen Q2 | Dagtarief
        Autobedrijf Koster | ruimte | 3 | 2 | 400
        """,
        """
        party | form | year | quantity | unit | rate | total
        Autobedrijf Koster | ruimte | 2028 | 5 | dag | 400 | 2.000
        """,
        answers={"jaar": "2028"},
    ),
    table(
        "begroting",
        "Uren en bedragen onder het schooljaar",
        """
        Post | 2026-2027 | | 2027-2028 |
        | Uren | Bedrag | Uren | Bedrag
        Coach | 10 | 600 | 20 | 1.200
        """,
        """
        title | year | quantity | price | total
        Coach | 2027 | 10 | 60 | 600
        Coach | 2028 | 20 | 60 | 1.200
        """,
        answers={"schooljaar": "tweede"},
    ),
    table(
        "begroting",
        "Aantal uren per halfjaar en een totaal",
        """
        Post | Aantal uren 1e halfjaar 2027 | Aantal uren 2e halfjaar 2027 | Totaal uren | Tarief
        Coach | 10 | 30 | 40 | 60
        Docent | 8 | | 8 | 50
        """,
        """
        title | year | quantity | price | total
        Coach | 2027 | 40 | 60 | 2.400
        Docent | 2027 | 8 | 50 | 400
        """,
        told=("‘Totaal uren’",),
    ),
    table(
        "cofinanciering",
        "Uren van een jaar twee keer",
        """
        Partij | Vorm | Uren 2027 | Inzet uren 2027 | Tarief
        ROC Flevoland | uren | 12 | 14 | 30
        """,
        """
        party | form | year | rate | total
        ROC Flevoland | uren | 2027 | 30 |
        """,
        told=("‘Uren 2027’", "‘Inzet uren 2027’", "Zonder bedrag"),
    ),
    table(
        "begroting",
        "Tussenkoppen met een verwijzing",
        """
        Post | 2027 | 2028 | Toelichting
        Personeel | | | Zie bijlage 2
        Projectleider | 7.000 | 8.000 |
        Docenten | 500 | 600 | Twee per school
        Materieel | | | Zie offerte
        Bus | 900 | | Tweedehands
        """,
        """
        title | year | total | note
        Projectleider | 2027 | 7.000 |
        Projectleider | 2028 | 8.000 |
        Docenten | 2027 | 500 | Twee per school
        Docenten | 2028 | 600 | Twee per school
        Bus | 2027 | 900 | Tweedehands
        """,
        answers={"groepen": "over"},
        told=("‘Personeel’ (Zie bijlage 2)", "‘Materieel’ (Zie offerte)"),
    ),
    table(
        "begroting",
        "Bedragen in miljoenen",
        """
        Investeringen (subsidie van 2 miljoen)
        Post | Bedrag x € 1.000.000 | Jaar
        Techlab | 1,2 | 2027
        Bussen | 0,35 | 2028
        """,
        """
        title | year | total
        Techlab | 2027 | 1.200.000
        Bussen | 2028 | 350.000
        """,
        told=("maal een miljoen",),
    ),
    table(
        "begroting",
        "Kosten en dekking naast elkaar",
        """
        Kosten | | | Dekking |
        Post | 2027 | | Post | 2027
        Coach | 1.000 | | Subsidie OCW | 1.200
        Bus | 500 | | Bijdrage bedrijven | 300
        """,
        """
        title | year | total
        Coach | 2027 | 1.000
        Bus | 2027 | 500
        """,
        told=("lees de tabel ernaast apart",),
    ),
    table(
        "begroting",
        "Twee jaren met elk hun posten naast elkaar",
        """
        Nr | Post | Bedrag 2027 | Nr | Post | Bedrag 2028
        1 | Coach | 1.000 | 1 | Bus | 1.200
        2 | Bus | 500 | 2 | Coach | 300
        | | | 3 | Lasrobot | 70
        """,
        """
        title | year | total
        Bus | 2028 | 1.200
        Coach | 2028 | 300
        Lasrobot | 2028 | 70
        """,
        answers={"tabel": "D"},
    ),
    table(
        "acties",
        "Twee actielijsten naast elkaar",
        """
        Actie | Wie | Klaar | | Actie | Wie | Klaar
        Bellen | Jan | 1-3-2027 | | Mailen | Eva | 2-3-2027
        Bus huren | Kim | 4-4-2027 | | | |
        """,
        """
        text | owner | due
        Bellen | Jan | 01-03-2027
        Bus huren | Kim | 04-04-2027
        """,
        told=("lees de tabel ernaast apart",),
    ),
    table(
        "partijen",
        "Naam van de school en van de mens",
        """
        Naam | Soort | Naam | Functie
        Vmbo De Brug | vmbo | Jan | decaan
        ROC West | mbo | Kim | docent
        """,
        """
        name | kind
        Vmbo De Brug | vmbo
        ROC West | mbo
        """,
        told=("tabel",),
    ),
    table(
        "risicos",
        "Risico’s naast elkaar met de koppen ervoor",
        """
        Risico | Te weinig docenten | Machines te laat | Bedrijf haakt af
        Kans | groot | klein | middel
        Impact | groot | middel | groot
        Maatregel | Werven | Vroeg bestellen | Contract
        """,
        """
        text | probability | impact | measure
        Te weinig docenten | groot | groot | Werven
        Machines te laat | klein | middel | Vroeg bestellen
        Bedrijf haakt af | middel | groot | Contract
        """,
        told=("De koppen staan onder elkaar",),
    ),
    table(
        "begroting",
        "Miljoenen achter het bedrag",
        """
        Post | Bedrag | Jaar
        Techlab | € 1,2 mln | 2027
        Bussen | 350k | 2028
        Lesmateriaal | 900 | 2028
        """,
        """
        title | year | total
        Techlab | 2027 | 1.200.000
        Bussen | 2028 | 350.000
        Lesmateriaal | 2028 | 900
        """,
    ),
    table(
        "cofinanciering",
        "Soort partij met een verwijzing ernaast",
        """
        Partij | Bedrag | Jaar | Waar het staat
        Bedrijven | | | brief van maart
        Autobedrijf Koster | 1.000 | 2027 |
        Onderwijs | | | convenant
        ROC Flevoland | 2.000 | 2027 |
        """,
        """
        party | total | year
        Autobedrijf Koster | 1.000 | 2027
        ROC Flevoland | 2.000 | 2027
        """,
        answers={"groepen": "over"},
        told=("‘Bedrijven’ (brief van maart)",),
    ),
    table(
        "begroting",
        "Kosten per eenheid naast een aantal",
        """
        Post | Jaar | Aantal leerlingen | Kosten per leerling
        Kaartjes | 2027 | 100 | € 12,50
        Labdag | 2028 | 200 | 10
        """,
        """
        title | year | quantity | price
        Kaartjes | 2027 | 100 | 12,50
        Labdag | 2028 | 200 | 10
        """,
    ),
    table(
        "begroting",
        "Bedrag p/st en aantal maanden",
        """
        Post | Jaar | Bedrag p/mnd | Aantal maanden
        Loods | 2027 | 840 | 12
        Busje | 2027 | 420 | 6
        """,
        """
        title | year | quantity | price
        Loods | 2027 | 12 | 840
        Busje | 2027 | 6 | 420
        """,
    ),
    table(
        "begroting",
        "Bedrag per jaar is een bedrag",
        """
        Post | Jaar | Bedrag per jaar | Aantal leerlingen
        Loods | 2027 | 8400 | 100
        """,
        """
        title | year | total
        Loods | 2027 | 8.400
        """,
    ),
    table(
        "cofinanciering",
        "Waarde per uur naast uren",
        """
        Partij | Jaar | Uren | Waarde per uur
        Metaal Noord | 2027 | 40 | 60
        """,
        """
        party | year | quantity | rate
        Metaal Noord | 2027 | 40 | 60
        """,
    ),
    table(
        "begroting",
        "Weken maal uren per week",
        """
        Functie | Jaar | Weken | Uren per week | Uurtarief
        Coördinator | 2027 | 40 | 8 | 70
        Instructeur | 2027 | 12,5 | 4 | 55
        Secretaris | 2028 | | 4 | 60
        """,
        """
        title | year | quantity | price
        Coördinator | 2027 | 320 | 70
        Instructeur | 2027 | 50 | 55
        Secretaris | 2028 | 4 | 60
        """,
        answers={"tweeaantallen": "maal"},
        told=["zoals 40 × 8 = 320", "Zonder ‘Weken’ telt alleen ‘Uren per week’: regel 4."],
    ),
]
