"""Cells with several things in them, columns without a head, and sums over what was left out."""

from tests.intake.tables_of_people.made_table import table

TABLES = [
    table(
        "partijen",
        "Namen met streepjes en komma’s in een cel",
        """
        Partij | Soort | Contactpersoon
        Hulst hout; Pot lassen | bedrijf | Kees; Ria
        ROC Alfa & ROC Beta | mbo | Bo
        OBS De Zonnebloem, OBS Het Lint en OBS De Brug | po |
        """,
        """
        name | kind | contact
        Hulst hout | bedrijf | Kees
        Pot lassen | bedrijf | Ria
        ROC Alfa | mbo | Bo
        ROC Beta | mbo | Bo
        OBS De Zonnebloem | po |
        OBS Het Lint | po |
        OBS De Brug | po |
        """,
        answers={"namen": "splits"},
    ),
    table(
        "partijen",
        "Namen die er een zijn",
        """
        Partij | Soort
        Bakker & Zonen | bedrijf
        Wonen en Zorg, locatie Noord | bedrijf
        Jansen, De Vries & Partners | bedrijf
        Sijbrand/Koster Techniek | bedrijf
        """,
        """
        name | kind
        Bakker & Zonen | bedrijf
        Wonen en Zorg, locatie Noord | bedrijf
        Jansen, De Vries & Partners | bedrijf
        Sijbrand/Koster Techniek | bedrijf
        """,
        answers={"namen": "een"},
    ),
    table(
        "acties",
        "Eigenaar zonder kop",
        """
        Actie | | Deadline
        Offerte opvragen | Kees | 1-3-2027
        Zaal reserveren | Anna | 1-4-2027
        """,
        """
        text | owner | due
        Offerte opvragen | Kees | 01-03-2027
        Zaal reserveren | Anna | 01-04-2027
        """,
        answers={"kolom:eigenaar": "B"},
    ),
    table(
        "acties",
        "Een status die niet van toepassing is",
        """
        Actie | Wie | Status
        Offerte opvragen | Kees | n.v.t.
        Zaal reserveren | Anna | -
        """,
        """
        text | owner | status
        Offerte opvragen | Kees | vervallen
        Zaal reserveren | Anna | open
        """,
        answers={"keuze:status:n.v.t.": "vervallen"},
    ),
    table(
        "uitgaven",
        "Opmerking zonder kop en twee regels in een cel",
        """
        Regelnummer | Datum | Bedrag |
        101 | 2-3-2026 | #120 | voorschot
        101 (50%) 102 (50%) | 3-3-2026 | #50 |
        101 + 9.9 | 4-3-2026 | #70 |
        2.1 en 103 | 5-3-2026 | #80 |
        """,
        """
        budget_line | date | amount
        101 | 02-03-2026 | 120
        """,
        told=["er staat geen kop boven: kolom D (‘voorschot’)", "noemt meer regels: 101 en 102"],
    ),
    table(
        "begroting",
        "Netto onder kosten en bijdragen",
        """
        Post | #2027 | #2028 | Dekking
        Personeel | #12000 | #13000 | subsidie
        Materiaal | #1500 | #1500 | in kind
        Bijdrage bedrijven | #-500 | #-500 |
        Netto kosten | #13000 | #14000 |
        """,
        """
        title | year | total
        Personeel | 2027 | 12.000
        Personeel | 2028 | 13.000
        Materiaal | 2027 | 1.500
        Materiaal | 2028 | 1.500
        """,
        answers={"inkomsten": "over", "delen": "over"},
    ),
    table(
        "begroting",
        "Na aftrek van sponsoring",
        """
        Post | Bedrag | Jaar
        Inkomsten sponsoring | #-1000 | #2027
        Lesuren | #8000 | #2027
        Excursies | #2500 | #2027
        Te betalen door de regio | #9500 | #2027
        """,
        """
        title | year | total
        Lesuren | 2027 | 8.000
        Excursies | 2027 | 2.500
        """,
        answers={"inkomsten": "over", "delen": "over"},
    ),
    table(
        "begroting",
        "Jaren als tussenkoppen met een groep erin",
        """
        Begroting 2027
        Post | Bedrag
        Lesuren | #8000
        Materieel |
        Hout | #500
        Begroting 2028
        Lesuren | #8200
        """,
        """
        title | year | total
        Lesuren | 2027 | 8.000
        Hout | 2027 | 500
        Lesuren | 2028 | 8.200
        """,
        answers={"groepen": "over"},
    ),
    table(
        "begroting",
        "Kwartalen van het ene jaar en het andere heel",
        """
        Post | 2027 Q1 | 2027 Q2 | 2027 Q3 | 2027 Q4 | 2028 heel jaar
        Lesuren | #10 | #10 | #10 | #12 | #45
        Hout | | #500 | | #700 | #1500
        """,
        """
        title | year | total
        Lesuren | 2027 | 42
        Lesuren | 2028 | 45
        Hout | 2027 | 1.200
        Hout | 2028 | 1.500
        """,
    ),
    table(
        "begroting",
        "Entreegelden onder nul",
        """
        Post | #2027
        Bedrijvendag | #9000
        Entreegelden | #-2500
        """,
        """
        title | year | total
        Bedrijvendag | 2027 | 9.000
        """,
        answers={"inkomsten": "over"},
    ),
    table(
        "cofinanciering",
        "Uren onder nul",
        """
        Partij | Bijdrage | Jaar | Aantal uren | Tarief
        Autobedrijf Koster | Lesuren | 2027 | #40 | #50
        Autobedrijf Koster | Correctie | 2027 | #-4 | #50
        """,
        """
        party | title | year | quantity | rate
        Autobedrijf Koster | Lesuren | 2027 | 40 | 50
        Autobedrijf Koster | Correctie | 2027 | | 50
        """,
    ),
    table(
        "cofinanciering",
        "Vormen als tussenkoppen",
        """
        Partner | #2027 | #2028
        In geld
        Autobedrijf Koster | #1000 | #1100
        In uren
        Autobedrijf Koster | #6000 | #6500
        Bijdragen in ruimte
        ROC Flevoland | #600 |
        """,
        """
        party | year | form | total
        Autobedrijf Koster | 2027 | geld | 1.000
        Autobedrijf Koster | 2028 | geld | 1.100
        Autobedrijf Koster | 2027 | uren | 6.000
        Autobedrijf Koster | 2028 | uren | 6.500
        ROC Flevoland | 2027 | ruimte | 600
        """,
        answers={"groepen": "over"},
    ),
    table(
        "uitgaven",
        "Een bedrag in dollars, en btw in een eigen kolom",
        """
        Regelnummer | Datum | Bedrag | Btw | Totaal | Valuta
        101 | 2-3-2026 | #100 | #21 | #121 | EUR
        102 | 3-3-2026 | #500 | #0 | #500 | USD
        103 | 4-3-2026 | #600 | #0 | #600 | €
        """,
        """
        budget_line | date | amount
        101 | 02-03-2026 | 121
        103 | 04-03-2026 | 600
        """,
        answers={"kolom:bedrag": "E"},
        told=["het bedrag is in ‘USD’"],
    ),
    table(
        "begroting",
        "Een jaar met meer in de kop",
        """
        Post | #2027 | 2028 e.v. | Realisatie 2025
        Lesuren | #8000 | #8200 | #7000
        Hout | #500 | #600 | #400
        """,
        """
        title | year | total
        Lesuren | 2027 | 8.000
        Lesuren | 2028 | 8.200
        Hout | 2027 | 500
        Hout | 2028 | 600
        """,
        answers={"jaarkolommen": "mee"},
        told=["‘Realisatie 2025’"],
    ),
]
