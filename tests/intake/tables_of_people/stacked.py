"""Tabs with several tables below each other, each with heads of its own, and rows that are struck through."""

from tests.intake.tables_of_people.made_table import table

TABLES = [
    table(
        "begroting",
        "Personeel en materieel met eigen koppen",
        """
        Personeel | Functie | #2027 | #2028
        | Projectleider | #50000 | #51000
        | Admin | #9000 | #9500
        Materieel | Post | #2027 | #2028
        | Frees | #20000 |
        | Hout | #1000 | #1500
        """,
        """
        title | year | total
        Projectleider | 2027 | 50.000
        Projectleider | 2028 | 51.000
        Admin | 2027 | 9.000
        Admin | 2028 | 9.500
        Frees | 2027 | 20.000
        Hout | 2027 | 1.000
        Hout | 2028 | 1.500
        """,
        answers={"tabel:personeel": "lees"},
    ),
    table(
        "begroting",
        "Bijdragen van partners onder de begroting",
        """
        Post | #2027 | #2028
        Personeel | #50000 | #51000
        Materiaal | #2000 | #2500

        Partner | #2027 | #2028
        Autobedrijf Koster | #1000 | #1000
        """,
        """
        title | year | total
        Personeel | 2027 | 50.000
        Personeel | 2028 | 51.000
        Materiaal | 2027 | 2.000
        Materiaal | 2028 | 2.500
        """,
        answers={"tabel:partner": "niet"},
    ),
    table(
        "begroting",
        "Tarieven onder de begroting",
        """
        Post | Aantal | Eenheid | Prijs | Jaar
        Projectleider | #200 | uur | #75 | #2027
        Docent | #400 | uur | #60 | #2027

        Functie | Schaal | Uurtarief
        Projectleider | 12 | #75
        Docent | 10 | #60
        """,
        """
        title | year | quantity | total
        Projectleider | 2027 | 200 | 15.000
        Docent | 2027 | 400 | 24.000
        """,
        answers={"tabel:functie": "niet"},
    ),
    table(
        "begroting",
        "Twee jaren onder elkaar met kolommen om",
        """
        Begroting 2027
        Post | Bedrag | Jaar
        Docenten | #40000 | #2027
        Begroting 2028
        Jaar | Post | Toelichting | Bedrag
        #2028 | Docenten | met indexatie | #42000
        #2028 | Reizen | | #900
        """,
        """
        title | year | total
        Docenten | 2027 | 40.000
        Docenten | 2028 | 42.000
        Reizen | 2028 | 900
        """,
        answers={"groepen": "over"},
    ),
    table(
        "partijen",
        "Scholen en bedrijven in een andere volgorde",
        """
        Onderwijspartners
        School | Contactpersoon | BRIN
        Vmbo De Rietlanden | Anna de Boer | 12AB
        ROC Flevoland | Jan Smid | 13CD

        Bedrijfspartners
        Contactpersoon | Bedrijf | Branche
        Kees Hulst | Timmerfabriek Hulst BV | hout
        Ria Pot | Lasbedrijf Pot | metaal
        """,
        """
        name | contact
        Vmbo De Rietlanden | Anna de Boer
        ROC Flevoland | Jan Smid
        Timmerfabriek Hulst BV | Kees Hulst
        Lasbedrijf Pot | Ria Pot
        """,
        answers={"groepen": "over"},
    ),
    table(
        "partijen",
        "Gemeenten onder de bedrijven zonder lege regel",
        """
        Bedrijf | Contactpersoon | Plaats
        Hulst hout | Kees | Pekela
        Pot lassen | Ria | Veendam
        Gemeenten | Wethouder | Plaats
        Gemeente Veendam | Wim | Veendam
        """,
        """
        name | contact
        Hulst hout | Kees
        Pot lassen | Ria
        Gemeente Veendam |
        """,
        answers={"tabel:gemeenten": "lees"},
    ),
    table(
        "risicos",
        "Kans en impact omgewisseld in het tweede deel",
        """
        Financiële risico’s
        Risico | Kans | Impact
        Tegenvallende cofinanciering | groot | groot
        Indexatie | middel | klein
        Organisatorische risico’s
        Risico | Impact | Kans
        Penvoerder valt weg | groot | klein
        """,
        """
        text | probability | impact
        Tegenvallende cofinanciering | groot | groot
        Indexatie | middel | klein
        Penvoerder valt weg | klein | groot
        """,
        answers={"groepen": "over"},
    ),
    table(
        "risicos",
        "Legenda van de score onder de risico’s",
        """
        Risico | Kans | Impact
        Lerarentekort | groot | groot
        Penvoerder valt weg | klein | groot

        Kans | Betekenis | Hoe vaak
        klein | komt bijna niet voor | eens in de tien jaar
        groot | komt vaak voor | elk jaar
        """,
        """
        text | probability | impact
        Lerarentekort | groot | groot
        Penvoerder valt weg | klein | groot
        """,
        answers={"tabel:kans": "niet"},
    ),
    table(
        "acties",
        "Besluiten onder de acties",
        """
        Actie | Wie | Deadline
        Offerte opvragen | Kees | 1-3-2027

        Besluit | Door | Datum
        Geen bus | stuurgroep | 12-1-2027
        """,
        """
        text | owner | due
        Offerte opvragen | Kees | 01-03-2027
        """,
        answers={"tabel:besluit": "niet"},
    ),
    table(
        "cofinanciering",
        "Toezeggingen boven de tabel",
        """
        Toegezegd door | Wat | #2027

        Autobedrijf Koster | gastlessen | #3000

        Partner | Bijdrage | Vorm | #2027 | #2028
        ROC Flevoland | zaal | ruimte | #600 | #700
        """,
        """
        party | title | year | form | total
        Autobedrijf Koster | gastlessen | 2027 | geld | 3.000
        ROC Flevoland | zaal | 2027 | ruimte | 600
        ROC Flevoland | zaal | 2028 | ruimte | 700
        """,
        answers={"tabel:toegezegddoor": "lees", "vorm": "geld"},
    ),
    table(
        "uitgaven",
        "Boekingen boven en onder met eigen koppen",
        """
        Regel | Wanneer | Euro
        101 | 2-3-2026 | #120
        102 | 13-4-2026 | #640

        Regelnummer | Factuurdatum | Bedrag | Omschrijving
        103 | 5-5-2026 | #77 | bus

        Bedrag | Datum | Regelnummer
        #78 | 6-5-2026 | 101

        Regelnummer | Begroot | Besteed
        101 | #12000 | #120
        """,
        """
        budget_line | date | amount
        101 | 02-03-2026 | 120
        102 | 13-04-2026 | 640
        103 | 05-05-2026 | 77
        101 | 06-05-2026 | 78
        """,
        answers={"tabel:regel": "lees", "tabel:regelnummer": "niet"},
    ),
    table(
        "begroting",
        "Een project dat is geschrapt",
        """
        Nr | Post | #2027 | #2028
        1 | Personeel | #50000 | #51000
        2{-} | Vlogproject{-} | #9000{-} | #9000{-}
        3 | Materiaal | #2000 | #2500{-}
        """,
        """
        number | title | year | total
        1 | Personeel | 2027 | 50.000
        1 | Personeel | 2028 | 51.000
        3 | Materiaal | 2027 | 2.000
        3 | Materiaal | 2028 | 2.500
        """,
        answers={"doorgestreept": "overslaan"},
        told=["Doorgestreept, en toch gelezen: ‘2500’ (regel 4)."],
    ),
    table(
        "acties",
        "Afgestreepte acties",
        """
        Actie | Wie | Deadline
        Offerte opvragen{-} | Kees{-} | 1-3-2027{-}
        Zaal reserveren | Anna | 1-4-2027
        """,
        """
        text | owner | due | status
        Offerte opvragen | Kees | 01-03-2027 | gereed
        Zaal reserveren | Anna | 01-04-2027 | open
        """,
        answers={"doorgestreept": "gereed"},
    ),
    table(
        "uitgaven",
        "Een boeking die is doorgehaald",
        """
        Regelnummer | Datum | Bedrag
        101 | 2-3-2026 | #120
        102{-} | 9-3-2026{-} | #9999{-}
        103 | 13-4-2026 | #640
        """,
        """
        budget_line | date | amount
        101 | 02-03-2026 | 120
        103 | 13-04-2026 | 640
        """,
        answers={"doorgestreept": "overslaan"},
    ),
]
