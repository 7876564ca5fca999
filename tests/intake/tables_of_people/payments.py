"""What was spent: exports of administrations, lists of projectbureaus, and what looks like it."""

from tests.intake.tables_of_people.made_table import table

TABLES = [
    table(
        "uitgaven",
        "Grootboek met kostendrager",
        """
        Boekdatum | Boekstuknr | Kostendrager | Omschrijving | Debet | Credit
        @12-1-2026 | 26001 | 101 | Uren januari | #1500 |
        @15-2-2026 | 26014 | 102 | Werkbanken | #8250.5 |
        @3-3-2026 | 26020 | 102 | Creditnota werkbanken | | #250.5
        """,
        """
        budget_line | date | amount | note
        101 | 12-01-2026 | 1.500 | Uren januari
        102 | 15-02-2026 | 8.250,50 | Werkbanken
        102 | 03-03-2026 | -250,50 | Creditnota werkbanken
        """,
    ),
    table(
        "uitgaven",
        "Facturen met en zonder btw",
        """
        Factuurdatum | Leverancier | Begrotingsregel | Bedrag excl. btw | Btw | Bedrag incl. btw
        12-01-2026 | Bouw & Co | 102 | 1.000,00 | 210,00 | 1.210,00
        20-01-2026 | Vervoer BV | 103 | 200,00 | 18,00 | 218,00
        """,
        """
        budget_line | date | amount
        102 | 12-01-2026 | 1.210
        103 | 20-01-2026 | 218
        """,
        answers={"kolom:bedrag": "F"},
    ),
    table(
        "uitgaven",
        "American dates",
        """
        Date,Project,Description,Amount
        1/16/2026,101,Hours,"1,250.00"
        2/5/2026,103,Bus,"310.50"
        """.replace('"1,250.00"', "1250.00")
        .replace('"', "")
        .replace(",", "|"),
        """
        budget_line | date | amount
        101 | 16-01-2026 | 1.250
        103 | 05-02-2026 | 310,50
        """,
        kind="comma",
        answers={"kolom:datum": "A", "kolom:bedrag": "D"},
    ),
    table(
        "uitgaven",
        "Uitgaven als mintekens",
        """
        Datum | Regelnummer | Omschrijving | Bedrag
        4-1-2026 | 101 | Docenten | -1.500,00
        18-1-2026 | 103 | Bus | -310,50
        """,
        """
        budget_line | date | amount
        101 | 04-01-2026 | 1.500
        103 | 18-01-2026 | 310,50
        """,
        answers={"tekens": "om"},
    ),
    table(
        "uitgaven",
        "Uitputting per post",
        """
        Regelnummer | Post | Begroot | Uitgegeven | Restant
        101 | Uren docenten | 20.000 | 4.500 | 15.500
        102 | Inrichting lab | 50.000 | 31.000 | 19.000
        """,
    ),
    table(
        "uitgaven",
        "In duizenden",
        """
        Uitgaven 2026 (bedragen x € 1.000)
        Datum | Regelnummer | Bedrag
        31-3-2026 | 101 | 4,5
        31-3-2026 | 102 | 31
        """,
        """
        budget_line | date | amount
        101 | 31-03-2026 | 4.500
        102 | 31-03-2026 | 31.000
        """,
    ),
    table(
        "uitgaven",
        "Onder de naam van de post",
        """
        Datum | Boekstuk | Omschrijving | Bedrag
        101 Uren docenten | | |
        4-1-2026 | M1 | Docenten | 1.500,00
        18-1-2026 | M2 | Docenten | 310,50
        102 Inrichting lab | | |
        20-1-2026 | M3 | Kast | 99,95
        """,
        """
        budget_line | date | amount
        101 | 04-01-2026 | 1.500
        101 | 18-01-2026 | 310,50
        102 | 20-01-2026 | 99,95
        """,
        may_be_refused=True,
    ),
    table(
        "uitgaven",
        "Post in woorden",
        """
        Datum factuur | Post | Leverancier | Factuurnummer | Bedrag
        13 januari 2026 | Uren docenten | Almere College | F-12 | € 4.000,-
        2 februari 2026 | bedrijfsbezoeken | Vervoer BV | 2026/88 | € 310,50
        5 februari 2026 | Catering | Bakker | 9 | € 80,-
        """,
        """
        budget_line | date | amount | source
        101 | 13-01-2026 | 4.000 | F-12
        103 | 02-02-2026 | 310,50 | 2026/88
        """,
        told=("Catering",),
    ),
    table(
        "uitgaven",
        "Geplakt met totaal",
        """
        Regel | Datum | Omschrijving | Bedrag
        101 | 04-02-2026 | Uren | € 1.500
        2.1 | 06-02-2026 | Cursus | € 750
        Totaal | | | € 2.250
        """,
        """
        budget_line | date | amount
        101 | 04-02-2026 | 1.500
        2.1 | 06-02-2026 | 750
        """,
        is_pasted=True,
    ),
    table(
        "uitgaven",
        "Per maand in kolommen",
        """
        Regelnummer | Post | jan 2026 | feb 2026 | mrt 2026 | Totaal
        101 | Uren docenten | 1.500 | 1.500 | 1.500 | 4.500
        102 | Inrichting lab | 0 | 20.000 | 11.000 | 31.000
        """,
    ),
    table(
        "uitgaven",
        "Bankafschrift",
        """
        Datum | Naam / Omschrijving | Rekening | Tegenrekening | Af Bij | Bedrag (EUR) | Mededelingen
        20260112 | Bouw & Co | NL00BANK1 | NL00BANK2 | Af | 1.210,00 | factuur 101
        20260115 | Gemeente | NL00BANK1 | NL00BANK3 | Bij | 5.000,00 | subsidie
        """,
    ),
    table(
        "uitgaven",
        "Zijde onder een eigen kop",
        """
        Datum | Kostenplaats | Omschrijving | Bedrag | Debet-/Creditindicator
        22-1-2026 | 103 | Lesbus | 1.000,00 | D
        3-3-2026 | 103 | Lesbus retour | 340,40 | C
        """,
        """
        budget_line | date | amount
        103 | 22-01-2026 | 1.000
        103 | 03-03-2026 | -340,40
        """,
        kind="csv",
    ),
    table(
        "uitgaven",
        "Zijde onder een kop die niemand kent",
        """
        Datum | Kostenplaats | Omschrijving | Bedrag | Kant
        22-1-2026 | 103 | Lesbus | 1.000,00 | Debit
        3-3-2026 | 103 | Lesbus retour | 340,40 | Credit
        """,
        """
        budget_line | date | amount
        103 | 22-01-2026 | 1.000
        103 | 03-03-2026 | -340,40
        """,
    ),
    table(
        "uitgaven",
        "Creditnota zonder minteken",
        """
        Datum | Kostenplaats | Omschrijving | Bedrag | Soort
        22-1-2026 | 103 | Lesbus | 1.000,00 | Factuur
        3-3-2026 | 103 | Lesbus retour | 340,40 | Creditnota
        """,
        """
        budget_line | date | amount | note
        103 | 22-01-2026 | 1.000 | Lesbus
        103 | 03-03-2026 | -340,40 | Lesbus retour
        """,
    ),
    table(
        "uitgaven",
        "Jaar voorop met strepen",
        """
        Date | Cost center | Description | Base amount | Debit/Credit
        2026/01/22 | 103 | Lesbus | 12,500.00 | Debit
        2026/02/08 | 103 | Striping | 1,840.40 | Debit
        2026/02/28 | 9999 | Suspense | 75.00 | Debit
        """,
        """
        budget_line | date | amount
        103 | 22-01-2026 | 12.500
        103 | 08-02-2026 | 1.840,40
        """,
        told=("9999",),
    ),
    table(
        "uitgaven",
        "Regelnummer op een as van de administratie",
        """
        Rekeningnummer | Naam rekening | Verbijzonderingsas 1 | Factuurdatum | Bedrag excl. btw | Bedrag incl. btw
        442100 | Inhuur | 101 | 28-01-2026 | 1000,00 | 1210,00
        442300 | Vervoer | 103 | 09-03-2026 | 450,00 | 490,50
        """,
        """
        budget_line | date | amount
        101 | 28-01-2026 | 1.210
        103 | 09-03-2026 | 490,50
        """,
        answers={"kolom:bedrag": "F"},
        kind="csv",
    ),
    table(
        "uitgaven",
        "Nummer van de regel achter de naam van het programma",
        """
        Project | Factuurdatum | Factuurnr | Bruto | Status
        STO 101 Docenten | 20-01-2026 | F-1 | 4.840,00 | betaald
        Project 2026: 102 Lab | 21-01-2026 | F-2 | 1.090,00 | betaald
        Regel 103: bezoeken | 22-01-2026 | F-3 | 90,00 | betaald
        """,
        """
        budget_line | date | amount
        101 | 20-01-2026 | 4.840
        103 | 22-01-2026 | 90
        """,
        answers={"kolom:bedrag": "D"},
        told=("Project 2026: 102 Lab",),
    ),
    table(
        "uitgaven",
        "Bedragen per maand",
        """
        Regelnummer | Post | jan 2026 | feb 2026 | Totaal
        101 | Uren docenten | 1.000 | 2.000 | 3.000
        102 | Inrichting lab | 500 | | 500
        """,
    ),
    table(
        "uitgaven",
        "Besteed tot en met een dag",
        """
        Nr | Post | Begroot 2026 | Besteed t/m 30-6-2026 | Restant
        101 | Uren docenten | 20.000 | 12.500 | 7.500
        """,
    ),
    table(
        "uitgaven",
        "De regel alleen boven aan het blok",
        """
        Kostendrager | Datum | Omschrijving | Bedrag
        101 | 4-1-2026 | Docenten | 1.500
        | 18-1-2026 | Docenten | 310,50
        | | Subtotaal | 1.810,50
        102 | 20-1-2026 | Kast | 99,95
        | 21-1-2026 | Slot | 12
        | | Subtotaal | 111,95
        """,
        """
        budget_line | date | amount
        101 | 04-01-2026 | 1.500
        101 | 18-01-2026 | 310,50
        102 | 20-01-2026 | 99,95
        102 | 21-01-2026 | 12
        """,
        told=("‘Kostendrager’ leeg, en genomen wat erboven staat: de regels 3 en 6",),
    ),
    table(
        "uitgaven",
        "Dag en post alleen in de eerste regel",
        """
        Datum | Omschrijving | Bedrag | Post
        4-1-2026 | Docenten | 1.500 | Uren docenten
        | Reiskosten | 310,50 |
        20-1-2026 | Kast | 99,95 | Inrichting lab
        | Slot | 12 |
        """,
        """
        budget_line | date | amount
        101 | 04-01-2026 | 1.500
        101 | 04-01-2026 | 310,50
        102 | 20-01-2026 | 99,95
        102 | 20-01-2026 | 12
        """,
        answers={"doorvullen": "door", "datumdoorvullen": "door"},
    ),
    table(
        "uitgaven",
        "Eén regel zonder nummer",
        """
        Kostendrager | Datum | Omschrijving | Bedrag
        101 | 4-1-2026 | Docenten | 1.500
        | 18-1-2026 | Bankkosten | 310,50
        102 | 20-1-2026 | Kast | 99,95
        103 | 21-1-2026 | Bus | 12
        """,
        """
        budget_line | date | amount
        101 | 04-01-2026 | 1.500
        102 | 20-01-2026 | 99,95
        103 | 21-01-2026 | 12
        """,
        answers={"doorvullen": "geen"},
        told=("doorvullen", "geen regelnummer"),
    ),
    table(
        "uitgaven",
        "Een geannuleerde regel in de kolom status",
        """
        Datum | Regelnummer | Bedrag | Status
        4-1-2026 | 101 | 1.500 | betaald
        20-1-2026 | 102 | 99,95 | geannuleerd
        """,
        """
        budget_line | date | amount
        101 | 04-01-2026 | 1.500
        102 | 20-01-2026 | 99,95
        """,
        told=("regel 3 ‘geannuleerd’",),
    ),
]
