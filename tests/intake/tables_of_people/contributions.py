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
        party | total | year
        Autobedrijf Koster | 5.000 | 2027
        Installatiebedrijf De Wit | 2.500 | 2027
        """,
        told=("In cash", "In kind"),
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
]
