"""Budgets: with years side by side, in thousands, with and without btw, with subtotals."""

from tests.intake.tables_of_people.made_table import table

TABLES = [
    table(
        "begroting",
        "Inclusief en exclusief btw",
        """
        Post | Bedrag excl. btw | Btw | Bedrag incl. btw | Jaar
        Lasapparaten | € 10.000,00 | € 2.100,00 | € 12.100,00 | 2027
        Leskisten | € 2.000,00 | € 420,00 | € 2.420,00 | 2028
        """,
        """
        title | year | total
        Lasapparaten | 2027 | 12.100
        Leskisten | 2028 | 2.420
        """,
        answers={"kolom:bedrag": "D"},
    ),
    table(
        "begroting",
        "Jaren naast elkaar met totaal",
        """
        Activiteit | 2025 | 2026 | 2027 | 2028 | Totaal
        Gastlessen | #1000 | #1000 | #1500 | #1500 | #5000
        Techniekcoach | #20000 | #20000 | | | #40000
        Totaal | #21000 | #21000 | #1500 | #1500 | #45000
        """,
        """
        title | year | total
        Gastlessen | 2025 | 1.000
        Gastlessen | 2026 | 1.000
        Gastlessen | 2027 | 1.500
        Gastlessen | 2028 | 1.500
        Techniekcoach | 2025 | 20.000
        Techniekcoach | 2026 | 20.000
        """,
    ),
    table(
        "begroting",
        "Jaren die niet optellen tot het totaal",
        """
        Post | Begroting 2027 | Begroting 2028 | Totaal
        Gastlessen | 1.500 | 1.500 | 3.000
        Lab | 20.000 | 5.000 | 52.000
        """,
        """
        title | year | total
        Gastlessen | 2027 | 1.500
        Gastlessen | 2028 | 1.500
        Lab | 2027 | 20.000
        Lab | 2028 | 5.000
        """,
        told=("52.000",),
    ),
    table(
        "begroting",
        "In duizenden euro",
        """
        Begroting STO (x € 1.000)
        Post | 2027 | 2028
        Personeel | 125 | 130
        Materieel | 40 | 12,5
        """,
        """
        title | year | total
        Personeel | 2027 | 125.000
        Personeel | 2028 | 130.000
        Materieel | 2027 | 40.000
        Materieel | 2028 | 12.500
        """,
        kind="csv",
    ),
    table(
        "begroting",
        "Duizenden boven een kolom",
        """
        Omschrijving | Jaar | Bedrag (in duizenden euro's)
        Inrichting | 2027 | #250
        Onderhoud | 2028 | #25.5
        """,
        """
        title | year | total
        Inrichting | 2027 | 250.000
        Onderhoud | 2028 | 25.500
        """,
    ),
    table(
        "begroting",
        "Schooljaren als kolommen",
        """
        Post | 2026/2027 | 2027/2028 | Totaal
        Coaches | € 12.000 | € 18.000 | € 30.000
        Excursies | € 3.000 | € 3.000 | € 6.000
        """,
        """
        title | year | total
        Coaches | 2027 | 12.000
        Coaches | 2028 | 18.000
        Excursies | 2027 | 3.000
        Excursies | 2028 | 3.000
        """,
        answers={"schooljaar": "tweede"},
    ),
    table(
        "begroting",
        "Tussenkoppen met een streepje achter de euro",
        """
        Kostenpost | 2027 | 2028 | Totaal
        Personeel | € - | € - | € 0,00
        Projectleider | #1000 | #2000 | #3000
        Materieel | | | #0
        Lab | #3000 | | #3000
        """,
        """
        title | year | total
        Projectleider | 2027 | 1.000
        Projectleider | 2028 | 2.000
        Lab | 2027 | 3.000
        """,
        answers={"groepen": "over"},
    ),
    table(
        "begroting",
        "Groepen met subtotalen",
        """
        Nr | Omschrijving | Aantal | Eenheid | Tarief | Bedrag
        1 | Personeel | | | |
        1.1 | Docenten | #200 | uur | #65 | #13000
        1.2 | Coach | #100 | uur | #80 | #8000
        | Subtotaal personeel | | | | #21000
        2 | Materieel | | | |
        2.1 | Robotarm | #1 | stuk | #24600 | #24600
        | Subtotaal materieel | | | | #24600
        | Totaal generaal | | | | #45600
        """,
        """
        title | number | year | quantity | unit | price | total
        Docenten | 1.1 | 2028 | 200 | uur | 65 | 13.000
        Coach | 1.2 | 2028 | 100 | uur | 80 | 8.000
        Robotarm | 2.1 | 2028 | 1 | stuk | 24.600 | 24.600
        """,
        answers={"jaar": "2028", "groepen": "over"},
    ),
    table(
        "begroting",
        "Groepen waarvan de som op de kop staat",
        """
        Post | Jaar | Bedrag
        Personeel | | 21.000
        Docenten | 2027 | 13.000
        Coach | 2027 | 8.000
        Materieel | | 24.600
        Robotarm | 2027 | 24.600
        """,
        """
        title | year | total
        Docenten | 2027 | 13.000
        Coach | 2027 | 8.000
        Robotarm | 2027 | 24.600
        """,
    ),
    table(
        "begroting",
        "Begroot naast gerealiseerd",
        """
        Post | Begroot 2027 | Realisatie 2027 | Verschil
        Gastlessen | 10.000 | 7.500 | 2.500
        Scholing | 4.000 | 4.100 | -100
        """,
        """
        title | year | total
        Gastlessen | 2027 | 10.000
        Scholing | 2027 | 4.000
        """,
    ),
    table(
        "begroting",
        "Subsidie en eigen deel",
        """
        Kostenpost | Jaar | Totale kosten | Subsidie | Cofinanciering
        Lab | 2027 | 50.000 | 45.000 | 5.000
        Coach | 2028 | 20.000 | 18.000 | 2.000
        """,
        """
        title | year | total
        Lab | 2027 | 50.000
        Coach | 2028 | 20.000
        """,
        told=("Cofinanciering", "Subsidie"),
    ),
    table(
        "begroting",
        "Kop in twee rijen",
        """
        Post | 2027 | << | 2028 | <<
        ^^ | Aantal | Bedrag | Aantal | Bedrag
        Gastlessen | #10 | #1000 | #20 | #2000
        Excursies | #4 | #800 | #4 | #800
        """,
        """
        title | year | total
        Gastlessen | 2027 | 1.000
        Gastlessen | 2028 | 2.000
        Excursies | 2027 | 800
        Excursies | 2028 | 800
        """,
    ),
    table(
        "begroting",
        "Begroting per school",
        """
        Begroting 2028
        Activiteit | Almere College | Het Baken | Totaal
        Proeflessen | € 1.000 | € 1.500 | € 2.500
        Excursies | € 800 | € 700 | € 1.500
        """,
        """
        title | year | total
        Proeflessen | 2028 | 2.500
        Excursies | 2028 | 1.500
        """,
        told=("Het Baken",),
    ),
    table(
        "begroting",
        "Een tabblad per jaar",
        """
        === 2027
        Post | Kostensoort | Bedrag
        Gastlessen | inhuur | #1000
        Scholing | scholing | #2000
        === 2028
        Post | Kostensoort | Bedrag
        Gastlessen | inhuur | #1100
        Scholing | scholing | #2100
        """,
        """
        title | year | cost_kind | total
        Gastlessen | 2028 | extern personeel | 1.100
        Scholing | 2028 | scholing | 2.100
        """,
        answers={"tab": "2028"},
        told=("2027",),
    ),
    table(
        "begroting",
        "Formatie met fte",
        """
        Functie | Fte | Loonkosten | Jaar
        Programmamanager | 0,8 | 72.000 | 2027
        Techniekcoach | 1,2 | 96.000 | 2027
        """,
        """
        title | year | total
        Programmamanager | 2027 | 72.000
        Techniekcoach | 2027 | 96.000
        """,
        answers={"kolom:post": "A", "kolom:bedrag": "C"},
    ),
    table(
        "begroting",
        "Kwartalen van een jaar",
        """
        Post | Q1 2027 | Q2 2027 | Q3 2027 | Q4 2027
        Coach | 5.000 | 5.000 | 4.000 | 6.000
        Excursies | 0 | 1.500 | 0 | 1.500
        """,
        """
        title | year | total
        Coach | 2027 | 20.000
        Excursies | 2027 | 3.000
        """,
        may_be_refused=True,
    ),
    table(
        "begroting",
        "English budget with k",
        """
        Item | Category | Year | Budget
        Lab equipment | Materials | 2027 | 25k
        Training | Training | 2028 | 7.5k
        """,
        """
        title | cost_kind | year | total
        Lab equipment | materieel | 2027 | 25.000
        Training | scholing | 2028 | 7.500
        """,
    ),
    table(
        "begroting",
        "Speerpunt in groepen en een aantekening",
        """
        Speerpunt | Post | Jaar | Bedrag
        1.1 | Leskisten | 2027 | € 4.000,-
        1.1 | Vervoer | 2027 | € 1.250,50
        2.1 | Gastdocenten | 2028 | € 9.999,99

        Bedragen zijn inclusief btw.
        Opgesteld door: controller, 3-11-2026
        """,
        """
        title | speerpunt | year | total
        Leskisten | 1.1 | 2027 | 4.000
        Vervoer | 1.1 | 2027 | 1.250,50
        Gastdocenten | 2.1 | 2028 | 9.999,99
        """,
    ),
    table(
        "begroting",
        "Gekanteld",
        """
        Post | Coach | Lab | Excursies
        2027 | 10.000 | 40.000 | 2.000
        2028 | 12.000 | 5.000 | 2.500
        """,
        """
        title | year | total
        Coach | 2027 | 10.000
        Coach | 2028 | 12.000
        Lab | 2027 | 40.000
        Lab | 2028 | 5.000
        Excursies | 2027 | 2.000
        Excursies | 2028 | 2.500
        """,
        told=("De koppen staan onder elkaar",),
    ),
    table(
        "begroting",
        "Saldo en dekking onder de posten",
        """
        Post | Jaar | Bedrag
        Lab inrichten | 2027 | 10.000
        Bus | 2027 | 2.100
        Saldo | 2027 | 12.100
        Te dekken | 2027 | 12.100
        Dekking subsidie | 2027 | -10.000
        """,
        """
        title | year | total
        Lab inrichten | 2027 | 10.000
        Bus | 2027 | 2.100
        """,
        told=("‘Saldo’", "‘Te dekken’", "‘Dekking subsidie’"),
    ),
    table(
        "begroting",
        "Waarvan en btw",
        """
        Post | Jaar | Bedrag
        Lab inrichten | 2027 | 12.100
        waarvan machines | 2027 | 7.100
        - w.v. meubels | 2027 | 5.000
        Btw 21% | 2027 | 2.100
        """,
        """
        title | year | total
        Lab inrichten | 2027 | 12.100
        """,
        told=("‘waarvan machines’", "‘w.v. meubels’", "‘Btw 21%’"),
    ),
    table(
        "begroting",
        "Btw als eigen post",
        """
        Post | Jaar | Bedrag
        Lab inrichten | 2027 | 10.000
        Btw 21% | 2027 | 2.100
        Dekking van het dak | 2027 | 500
        Resultaatmeting | 2027 | 300
        """,
        """
        title | year | total
        Lab inrichten | 2027 | 10.000
        Btw 21% | 2027 | 2.100
        Dekking van het dak | 2027 | 500
        Resultaatmeting | 2027 | 300
        """,
        answers={"btw": "mee", "delen": "mee"},
        told=("Als eigen regel meegenomen: regel 4 ‘Dekking van het dak’", "meegenomen: regel 3 ‘Btw 21%’"),
    ),
    table(
        "begroting",
        "Idem onder een post",
        """
        Post | Jaar | Bedrag
        • Lab | 2027 | 10.000
        idem | 2028 | 4.000
        • Bus | 2028 | 500
        """,
        """
        title | year | total
        Lab | 2027 | 10.000
        Lab | 2028 | 4.000
        Bus | 2028 | 500
        """,
        told=("de cel erboven (idem, aanhalingstekens): regel 3",),
    ),
    table(
        "begroting",
        "Uren onder een kop over de jaren",
        """
        Post | Tarief | Uren |
        | | 2027 | 2028
        Projectleider | 50 | 400 | 300
        Docenten | 75 | 600 | 450
        """,
        """
        title | year | quantity | price | total
        Projectleider | 2027 | 400 | 50 | 20.000
        Projectleider | 2028 | 300 | 50 | 15.000
        Docenten | 2027 | 600 | 75 | 45.000
        Docenten | 2028 | 450 | 75 | 33.750
        """,
    ),
    table(
        "begroting",
        "Fte per jaar en een prijs per jaar",
        """
        Post | Fte 2027 | Prijs 2027 | Fte 2028 | Prijs 2028 | Totaal
        Coach | 0,5 | € 80.000 | 0,8 | € 85.000 | € 108.000
        """,
        """
        title | year | quantity | unit | price | total
        Coach | 2027 | 0,5 | fte | 80.000 | 40.000
        Coach | 2028 | 0,8 | fte | 85.000 | 68.000
        """,
        told=("‘Totaal’",),
    ),
    table(
        "begroting",
        "Toelichting van elk jaar",
        """
        Post | Bedrag 2027 | Toelichting 2027 | Bedrag 2028 | Toelichting 2028
        Personeel | € 400.000 | 4 fte | € 300.000 | 3 fte
        """,
        """
        title | year | total | note
        Personeel | 2027 | 400.000 | 4 fte
        Personeel | 2028 | 300.000 | 3 fte
        """,
    ),
    table(
        "begroting",
        "Toelichting van één jaar",
        """
        Post | 2027 | 2028 | Toelichting 2028
        Personeel | 4.000 | 3.000 | minder uren
        """,
        """
        title | year | total | note
        Personeel | 2027 | 4.000 |
        Personeel | 2028 | 3.000 | minder uren
        """,
    ),
    table(
        "begroting",
        "Thema’s als tussenkop in de kolom van het nummer",
        """
        Regelnr | Omschrijving | Aantal | Tarief | Bedrag | Jaar
        Thema 1: Kiezen voor techniek | | | | |
        511 | Kasten bijvullen | 14 | 250 | 3.500 | 2028
        512 | Coach | 100 | 65 | 6.500 | 2028
        | Subtotaal thema 1 | | | 10.000 |
        2. Doorlopende leerroutes | | | | |
        521 | Onderhoud | 1 | 18.000 | 18.000 | 2028
        | Totaal | | | 28.000 |
        """,
        """
        number | title | theme | year | total
        511 | Kasten bijvullen | 1 | 2028 | 3.500
        512 | Coach | 1 | 2028 | 6.500
        521 | Onderhoud | 2 | 2028 | 18.000
        """,
        told=("Thema 1: Kiezen voor techniek",),
    ),
    table(
        "begroting",
        "Een thema en een kop die er geen is",
        """
        Post | 2027 | 2028
        Kiezen voor techniek | |
        Proeflessen | 1.200 | 1.300
        Projectbureau | |
        Secretaris | 2.750 |
        Speerpunt 2.1 | |
        Gastdocent | 500 | 600
        """,
        """
        title | theme | speerpunt | year | total
        Proeflessen | 1 | | 2027 | 1.200
        Proeflessen | 1 | | 2028 | 1.300
        Secretaris | | | 2027 | 2.750
        Gastdocent | | 2.1 | 2027 | 500
        Gastdocent | | 2.1 | 2028 | 600
        """,
        answers={"groepen": "over"},
        told=("‘Projectbureau’",),
    ),
    table(
        "begroting",
        "Kosten en baten in twee kolommen",
        """
        Post | Jaar | Kosten | Baten
        Coach | 2027 | 8.000 |
        OCW | 2027 | | 9.000
        """,
        """
        title | year | total
        Coach | 2027 | 8.000
        """,
        told=("regel 3 ‘OCW’",),
    ),
]
