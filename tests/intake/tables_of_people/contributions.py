"""Lists of cofinancing: in money, hours and goods, by year, of parties that are known and of others."""

from tests.intake.tables_of_people.made_table import table

TABLES = [
    table(
        "cofinanciering",
        "Bedragen per jaar",
        """
        Bedrijf | Vorm | 2027 | 2028 | Totaal
        Autobedrijf Koster | uren | 2.000 | 3.000 | 5.000
        Installatiebedrijf De Wit | geld | 1.500 | 1.500 | 3.000
        """,
        """
        party | form | year | total
        Autobedrijf Koster | uren | 2027 | 2.000
        Autobedrijf Koster | uren | 2028 | 3.000
        Installatiebedrijf De Wit | geld | 2027 | 1.500
        Installatiebedrijf De Wit | geld | 2028 | 1.500
        """,
    ),
    table(
        "cofinanciering",
        "Uren keer tarief",
        """
        Partner | Bijdrage | Uren per jaar | Uurtarief | Waarde | Jaar
        ABK | Gastlessen | 40 | € 60,00 | € 2.400,00 | 2027
        ROC Flevoland | Begeleiding | 100 | € 75,00 | € 7.500,00 | 2027
        """,
        """
        party | title | quantity | rate | total | year
        Autobedrijf Koster | Gastlessen | 40 | 60 | 2.400 | 2027
        ROC Flevoland | Begeleiding | 100 | 75 | 7.500 | 2027
        """,
    ),
    table(
        "cofinanciering",
        "In cash en in kind",
        """
        Partner | In cash | In kind | Totaal | Jaar
        Autobedrijf Koster | 1.000 | 4.000 | 5.000 | 2027
        Installatiebedrijf De Wit | 0 | 2.500 | 2.500 | 2027
        """,
        """
        party | form | total | year
        Autobedrijf Koster | geld | 1.000 | 2027
        Autobedrijf Koster | materiaal | 4.000 | 2027
        Installatiebedrijf De Wit | materiaal | 2.500 | 2027
        """,
        answers={"vorm": "materiaal"},
    ),
    table(
        "cofinanciering",
        "Bedrijven die nog geen partij zijn",
        """
        Bedrijf | Bijdrage | Bedrag | Jaar
        Metaal BV | Leskisten | 1.250 | 2027
        Autobedrijf Koster | Lesauto | 12.500 | 2027
        """,
        """
        party | title | total | year
        Autobedrijf Koster | Lesauto | 12.500 | 2027
        """,
        told=("Metaal BV",),
    ),
    table(
        "cofinanciering",
        "Toezegging is een bedrag",
        """
        Bedrijf | Toezegging | Jaar | Opmerking
        Autobedrijf Koster | € 5.000 | 2027 | mondeling
        ROC Flevoland | € 12.500 | 2028 | brief
        """,
        """
        party | total | year
        Autobedrijf Koster | 5.000 | 2027
        ROC Flevoland | 12.500 | 2028
        """,
        answers={"kolom:bedrag": "B"},
        told=("Opmerking",),
    ),
    table(
        "cofinanciering",
        "In duizenden met status",
        """
        Cofinanciering, bedragen x 1.000 euro
        Partij | Soort | 2027 | 2028 | Status
        Autobedrijf Koster | materialen | 2,5 | 5 | LOI getekend
        ROC Flevoland | ruimte | 10 | 10 | toegezegd
        """,
        """
        party | form | year | total | status
        Autobedrijf Koster | materiaal | 2027 | 2.500 | getekend
        Autobedrijf Koster | materiaal | 2028 | 5.000 | getekend
        ROC Flevoland | ruimte | 2027 | 10.000 | toegezegd
        ROC Flevoland | ruimte | 2028 | 10.000 | toegezegd
        """,
        answers={"keuze:status:loi getekend": "getekend"},
    ),
    table(
        "cofinanciering",
        "English contributions",
        """
        Company | Contribution | Form | Hours | Rate | Amount | Year | Status
        ABK | Guest lessons | hours | 20 | 50.00 | 1,000.00 | 2027 | committed
        ROC Flevoland | Room | space | | | 2,500.00 | 2028 | signed
        """,
        """
        party | title | form | quantity | rate | total | year | status
        Autobedrijf Koster | Guest lessons | uren | 20 | 50 | 1.000 | 2027 | toegezegd
        ROC Flevoland | Room | ruimte | 1 | 2.500 | 2.500 | 2028 | getekend
        """,
    ),
    table(
        "cofinanciering",
        "Schooljaar als kolom",
        """
        Partner | Wat | Schooljaar | Waarde in euro
        Autobedrijf Koster | Motoren | 2026-2027 | 4.000
        ROC Flevoland | Docenturen | 2027-2028 | 6.000
        """,
        """
        party | title | year | total
        Autobedrijf Koster | Motoren | 2027 | 4.000
        ROC Flevoland | Docenturen | 2028 | 6.000
        """,
        answers={"schooljaar": "tweede"},
    ),
    table(
        "cofinanciering",
        "Partner over twee rijen",
        """
        Partner | Bijdrage | Jaar | Bedrag
        Autobedrijf Koster | Gastlessen | 2027 | #1000
        ^^ | Lesauto | 2027 | #8000
        ROC Flevoland | Lokaal | 2028 | #2000
        Totaal | | | #11000
        """,
        """
        party | title | year | total
        Autobedrijf Koster | Gastlessen | 2027 | 1.000
        Autobedrijf Koster | Lesauto | 2027 | 8.000
        ROC Flevoland | Lokaal | 2028 | 2.000
        """,
    ),
    table(
        "cofinanciering",
        "Naam maar één keer geschreven",
        """
        Partner | Bijdrage | Jaar | Bedrag
        Autobedrijf Koster | Gastlessen | 2027 | 1.000
        | Lesauto | 2027 | 8.000
        ROC Flevoland | Lokaal | 2028 | 2.000
        """,
        """
        party | title | year | total
        Autobedrijf Koster | Gastlessen | 2027 | 1.000
        Autobedrijf Koster | Lesauto | 2027 | 8.000
        ROC Flevoland | Lokaal | 2028 | 2.000
        """,
        told=("Bij ‘Partner’ leeg, en genomen wat erboven staat: regel 3.",),
    ),
    table(
        "cofinanciering",
        "Uren per jaar maal het tarief",
        """
        Bedrijf | Omschrijving | Tarief | Uren 2027 | Uren 2028
        Autobedrijf Koster | Monteur | € 50 | 100 | 150
        ROC Flevoland | Gastles | € 60 | 120 |
        """,
        """
        party | title | year | form | quantity | unit | rate | total
        Autobedrijf Koster | Monteur | 2027 | uren | 100 | uur | 50 | 5.000
        Autobedrijf Koster | Monteur | 2028 | uren | 150 | uur | 50 | 7.500
        ROC Flevoland | Gastles | 2027 | uren | 120 | uur | 60 | 7.200
        """,
    ),
    table(
        "cofinanciering",
        "Uren per jaar zonder tarief",
        """
        Bedrijf | Omschrijving | 2027 (uren) | 2028 (uren)
        Autobedrijf Koster | Gastlessen | 120 | 150
        """,
        """
        party | title | year | form | quantity | total
        Autobedrijf Koster | Gastlessen | 2027 | uren | 120 |
        Autobedrijf Koster | Gastlessen | 2028 | uren | 150 |
        """,
        told=("aantallen", "Zonder bedrag overgenomen: regel 2."),
    ),
    table(
        "cofinanciering",
        "Uren en materiaal per jaar die euro’s zijn",
        """
        Bedrijf | Omschrijving | Uren 2027 | Materiaal 2027
        Autobedrijf Koster | Lesauto | 4.000 | 1.500
        """,
        """
        party | title | year | form | total
        Autobedrijf Koster | Lesauto | 2027 | uren | 4.000
        Autobedrijf Koster | Lesauto | 2027 | materiaal | 1.500
        """,
        answers={"aantallen": "euro"},
        told=("aantallen",),
    ),
    table(
        "cofinanciering",
        "Uren en bedrag van elk jaar",
        """
        Bedrijf | Wat | Uren 2027 | Bedrag 2027 | Uren 2028 | Bedrag 2028
        Autobedrijf Koster | Monteur | 100 | € 5.000 | 150 | € 9.000
        """,
        """
        party | title | year | quantity | rate | total
        Autobedrijf Koster | Monteur | 2027 | 100 | 50 | 5.000
        Autobedrijf Koster | Monteur | 2028 | 150 | 60 | 9.000
        """,
    ),
    table(
        "cofinanciering",
        "Kale jaren naast een tarief",
        """
        Bedrijf | Omschrijving | Tarief | 2027 | 2028
        Autobedrijf Koster | Monteur | 50 | 100 | 150
        """,
        """
        party | title | year | quantity | total
        Autobedrijf Koster | Monteur | 2027 | 100 | 5.000
        Autobedrijf Koster | Monteur | 2028 | 150 | 7.500
        """,
        told=("aantallen",),
    ),
    table(
        "cofinanciering",
        "Status van elk jaar",
        """
        Bedrijf | Omschrijving | Vorm | Bedrag 2027 | Bedrag 2028 | Status 2027 | Status 2028
        Autobedrijf Koster | Gereedschap | materiaal | 1.000 | 2.000 | getekend | beoogd
        ROC Flevoland | Lokaal | ruimte | | 4.000 | | toegezegd
        """,
        """
        party | title | year | total | status
        Autobedrijf Koster | Gereedschap | 2027 | 1.000 | getekend
        Autobedrijf Koster | Gereedschap | 2028 | 2.000 | beoogd
        ROC Flevoland | Lokaal | 2028 | 4.000 | toegezegd
        """,
    ),
    table(
        "cofinanciering",
        "Een kolom voor elke vorm, in euro",
        """
        Organisatie | Uren (€) | Materiaal (€) | Geld (€) | Totaal (€) | Jaar
        Autobedrijf Koster | #3000 | #1500 | #0 | #4500 | 2027
        ROC Flevoland | | #2000 | #7500 | #9500 | 2028
        """,
        """
        party | year | form | total
        Autobedrijf Koster | 2027 | uren | 3.000
        Autobedrijf Koster | 2027 | materiaal | 1.500
        ROC Flevoland | 2028 | materiaal | 2.000
        ROC Flevoland | 2028 | geld | 7.500
        """,
    ),
    table(
        "cofinanciering",
        "Uren die in euro meetellen in het totaal",
        """
        Organisatie | Uren | Materiaal | Totaal | Jaar
        Autobedrijf Koster | 3.000 | 1.500 | 4.500 | 2027
        ROC Flevoland | 2.000 | | 2.000 | 2028
        """,
        """
        party | year | form | total
        Autobedrijf Koster | 2027 | uren | 3.000
        Autobedrijf Koster | 2027 | materiaal | 1.500
        ROC Flevoland | 2028 | uren | 2.000
        """,
    ),
    table(
        "cofinanciering",
        "Het bedrijf als tussenkop",
        """
        Omschrijving | Vorm | 2027 | 2028
        Autobedrijf Koster | | |
        Lasplaat | materiaal | 1.500 | 2.000
        Gastles | uren | € 800,- | -
        Subtotaal | | 2.300 | 2.000
        ROC Flevoland | | |
        Bruikleen | materiaal | 12.500 |
        Totaal | | 14.800 | 2.000
        """,
        """
        party | title | form | year | total
        Autobedrijf Koster | Lasplaat | materiaal | 2027 | 1.500
        Autobedrijf Koster | Lasplaat | materiaal | 2028 | 2.000
        Autobedrijf Koster | Gastles | uren | 2027 | 800
        ROC Flevoland | Bruikleen | materiaal | 2027 | 12.500
        """,
        told=("‘Autobedrijf Koster’ en ‘ROC Flevoland’",),
    ),
    table(
        "cofinanciering",
        "Geld zonder euroteken naast uren in euro",
        """
        Partner | In geld | In uren (€) | In materiaal (€) | Totaal | Jaar
        Autobedrijf Koster | 2.000 | 6.000 | | 8.000 | 2027
        ROC Flevoland | | 1.500 | 750 | 2.250 | 2027
        """,
        """
        party | form | total | year
        Autobedrijf Koster | geld | 2.000 | 2027
        Autobedrijf Koster | uren | 6.000 | 2027
        ROC Flevoland | uren | 1.500 | 2027
        ROC Flevoland | materiaal | 750 | 2027
        """,
    ),
    table(
        "cofinanciering",
        "Uren maal tarief naast geld en materiaal",
        """
        Partner | Geld | Uren | Tarief | Materiaal | Jaar
        Autobedrijf Koster | 2.000 | 60 | 50 | | 2027
        ROC Flevoland | | 15 | 50 | 750 | 2027
        Installatiebedrijf De Wit | | 5 | 60 | | 2028
        """,
        """
        party | form | quantity | total | year
        Autobedrijf Koster | geld | 1 | 2.000 | 2027
        Autobedrijf Koster | uren | 60 | 3.000 | 2027
        ROC Flevoland | materiaal | 1 | 750 | 2027
        ROC Flevoland | uren | 15 | 750 | 2027
        Installatiebedrijf De Wit | uren | 5 | 300 | 2028
        """,
    ),
    table(
        "cofinanciering",
        "Het aantal uren naast wat ze waard zijn",
        """
        Partner | Geld (€) | Uren (€) | Aantal uren | Jaar
        Autobedrijf Koster | 2.000 | 6.000 | 100 | 2027
        ROC Flevoland | | 1.500 | 25 | 2027
        """,
        """
        party | form | quantity | total | year
        Autobedrijf Koster | geld | 1 | 2.000 | 2027
        Autobedrijf Koster | uren | 100 | 6.000 | 2027
        ROC Flevoland | uren | 25 | 1.500 | 2027
        """,
    ),
    table(
        "cofinanciering",
        "Uren naast geld, van welke niets zegt wat ze zijn",
        """
        Partner | Geld | Uren | Materiaal | Jaar
        Autobedrijf Koster | 2.000 | 60 | | 2027
        ROC Flevoland | | 15 | 750 | 2027
        """,
        """
        party | form | quantity | total | year
        Autobedrijf Koster | geld | 1 | 2.000 | 2027
        Autobedrijf Koster | uren | 60 | | 2027
        ROC Flevoland | materiaal | 1 | 750 | 2027
        ROC Flevoland | uren | 15 | | 2027
        """,
        answers={"aantallen": "aantal"},
        told=("aantallen", "Zonder bedrag"),
    ),
    table(
        "cofinanciering",
        "Twee vormen zonder een woord over euro",
        """
        Partner | Materiaal | Ruimte | Jaar
        Autobedrijf Koster | 2.000 | 300 | 2027
        ROC Flevoland | | 750 | 2027
        """,
        """
        party | form | total | year
        Autobedrijf Koster | materiaal | 2.000 | 2027
        Autobedrijf Koster | ruimte | 300 | 2027
        ROC Flevoland | ruimte | 750 | 2027
        """,
        answers={"aantallen": "euro"},
        told=("aantallen",),
    ),
]
