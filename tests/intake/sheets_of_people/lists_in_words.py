"""Lists of which the heads and the days are said in other words than most."""

from tests.intake.sheets_of_people.made import made

SHEETS = [
    made(
        "Alleen een eind onder een kop met wanneer",
        """
        Wat | Wanneer gereed
        Lab ingericht | december 2027
        Docenten geschoold | Q2 2027
        Open dag | 1-3-2027
        """,
        """
        Lab ingericht | | 31-12-27
        Docenten geschoold | | 30-6-27
        Open dag | | 1-3-27
        """,
    ),
    made(
        "Periode met uiterlijk tussen haakjes",
        """
        Actiepunt | Wie | Periode (uiterlijk)
        Brief aan ouders | Ans | mei 2027
        Zaal besproken | Bert | week 12 2027
        """,
        """
        Brief aan ouders | | 31-5-27
        Zaal besproken | | 26-3-27
        """,
    ),
    made(
        "Wanneer starten is een begin",
        """
        Activiteit | Wanneer starten
        Werving | september 2027
        Lessen | november 2027
        """,
        """
        Werving | 1-9-27 |
        Lessen | 1-11-27 |
        """,
    ),
    made(
        "Van week en t/m week met schooljaar in de titel",
        """
        Planning schooljaar 2026-2027

        Wat | van week | t/m week
        Lab ingericht | #36 | #40
        Docenten geschoold | #50 | #3
        Open dag | #12 | #12
        """,
        """
        Lab ingericht | 31-8-26 | 2-10-26
        Docenten geschoold | 7-12-26 | 22-1-27
        Open dag | 22-3-27 | 26-3-27
        """,
    ),
    made(
        "Week voorop zonder jaar",
        """
        Taak | Week vanaf | Week tot en met
        Werven | 36 | 40
        Lesgeven | 50 | 3
        """,
        """
        Werven | 31-8-26 | 2-10-26
        Lesgeven | 7-12-26 | 22-1-27
        """,
        answers={"jaar": "2026-2027"},
        kind="csv",
    ),
    made(
        "Weken met een jaar ernaast voor begin en eind",
        """
        Taak | Week van | Week t/m | Jaar
        Werven | #36 | #40 | #2026
        Lesgeven | #12 | #14 | #2027
        """,
        """
        Werven | 31-8-26 | 2-10-26
        Lesgeven | 22-3-27 | 9-4-27
        """,
        told=("samen gelezen als datum",),
    ),
    made(
        "Maanden in woord en getal als begin en eind",
        """
        Taak | Maand van | Maand t/m
        Werven | sep | okt
        Lesgeven | 11 | 2
        """,
        """
        Werven | 1-9-26 | 31-10-26
        Lesgeven | 1-11-26 | 28-2-27
        """,
        answers={"jaar": "2026-2027"},
    ),
    made(
        "Woorden voor de dag",
        """
        Wat | Wie | Wanneer
        Werving | Ans | start 1 mei 2027
        Leerlijn | Bert | doorlopend vanaf mei 2027
        Overleg | Bert | hele schooljaar 2026-2027
        Evaluatie | Cor | in de loop van mei 2027
        Feest | Cor | rond de meivakantie
        Contract | Cor | <= 31-5-2027
        Vervolg | Ans | na Q2 2027
        Huur | Ans | van 1 mei tot 8 mei 2027
        """,
        """
        Werving | 1-5-27 |
        Leerlijn | 1-5-27 |
        Overleg | 1-8-26 | 31-7-27
        Evaluatie | | 31-5-27
        Feest | |
        Contract | | 31-5-27
        Vervolg | |
        Huur | 1-5-27 | 8-5-27
        """,
        told=("‘rond de meivakantie’ is geen datum", "‘na Q2 2027’ is geen datum", "met de woorden bij de toelichting"),
    ),
    made(
        "Dagen in getallen naast een schooljaar",
        """
        Wat | Schooljaar | Datum
        Inkoop | 2026-2027 | 1/5
        Les | 2026-2027 | 4/10
        Toets | 2027-2028 | 3/2
        """,
        """
        Inkoop | | 1-5-27
        Les | | 4-10-26
        Toets | | 3-2-28
        """,
        answers={"datumvolgorde": "dm"},
    ),
    made(
        "Dagen in getallen waarvan er een de volgorde zegt",
        """
        Wat | Schooljaar | Datum
        Inkoop | 2026-2027 | 15/5
        Les | 2026-2027 | 4/10
        Toets | 2027-2028 | 3/2?
        Feest | 2027-2028 | 3/2/2028
        """,
        """
        Inkoop | | 15-5-27
        Les | | 4-10-26
        Toets | | 3-2-28
        Feest | | 3-2-28
        """,
        told=("Onzeker, en zo genomen: ‘3/2/2028?’",),
    ),
    made(
        "Nummer en resultaat zonder mijlpaal",
        """
        Nr | Resultaat | Wie | Klaar
        1 | Lab ingericht | Anja | 1-3-2027
        2 | Docenten geschoold | Piet | 1-6-2027
        """,
        """
        Lab ingericht | | 1-3-27
        Docenten geschoold | | 1-6-27
        """,
        kind="csv",
    ),
    made(
        "Nummer en alleen een toelichting",
        """
        Nr | Klaar | Toelichting
        1 | 1-3-2027 | Lab ingericht
        2 | 1-6-2027 | Docenten geschoold
        """,
        """
        Lab ingericht | | 1-3-27
        Docenten geschoold | | 1-6-27
        """,
        kind="comma",
    ),
    made(
        "Jan en Mei zijn geen maanden",
        """
        Taak | Wie | Klaar | Opm
        Werven | Jan | 1-3-2027 |
        Lesgeven | Mei | 1-6-2027 |
        """,
        """
        Werven | | 1-3-27
        Lesgeven | | 1-6-27
        """,
    ),
    made(
        "Hoofdtaak met een eigen eind",
        """
        WBS | Taak | Begin | Eind
        1 | Lab | @1-1-2027 | @1-6-2027
        1.1 | Ontwerp | @1-1-2027 | @1-3-2027
        1.2 | Bouw | @1-3-2027 | @1-6-2027
        2 | Scholing | @1-2-2027 | @1-7-2027
        2.1 | Cursus | @1-2-2027 | @1-5-2027
        3 | Open dag | @1-8-2027 | @1-8-2027
        """,
        """
        Lab | 1-1-27 | 1-6-27
        Ontwerp | 1-1-27 | 1-3-27 | | | Lab
        Bouw | 1-3-27 | 1-6-27 | | | Lab
        Scholing | 1-2-27 | 1-7-27
        Cursus | 1-2-27 | 1-5-27 | | | Scholing
        Open dag | 1-8-27 | 1-8-27
        """,
        answers={"kopjes": "mijlpaal"},
    ),
    made(
        "Lege eerste kolom, dagen met een weekdag en een telling eronder",
        """
        Projectplan techniek VO-MBO
        Stand per 1 september 2026

        | Status | Wat moet er gebeuren? | Uiterlijk | Wie pakt op
        | loopt | Regiocoördinator aanstellen | vr 25 sep 2026 | Els
        | open | Contract met ROC tekenen | ma 2-11-'26 | Bas
        | klaar | Intentieverklaring | di 1-9-2026 | Els
        | Totaal: 3 acties | | |
        """,
        """
        Regiocoördinator aanstellen | | 25-9-26 | groen
        Contract met ROC tekenen | | 2-11-26 | niet gestart
        Intentieverklaring | | 1-9-26 | gereed
        """,
        told=("‘Els’",),
    ),
    made(
        "Dagnummers van Excel als tekst, datum voorop",
        """
        Opleverdatum | Product | Opmerking
        46388 | Lesbrief | eerste versie
        46419 | Poster |
        46447 | Website | met filmpje
        """,
        """
        Lesbrief | | 1-1-27
        Poster | | 1-2-27
        Website | | 1-3-27
        """,
        kind="csv",
    ),
    made(
        "Duitse koppen met punten en korte jaren",
        """
        Meilenstein | Verantwortlich | Beginn | Ende
        Labor bauen | Otto | 01.02.2027 | 31.03.2027
        Schulung | Eva | 01.04.27 | 30.06.27
        """,
        """
        Labor bauen | 1-2-27 | 31-3-27
        Schulung | 1-4-27 | 30-6-27
        """,
    ),
    made(
        "Stap onder een samengevoegde fase met week en datum",
        """
        Fase | Stap | Week | Datum
        Voorbereiding | Team vormen | 36 | 31-8-2026
        ^^ | Plan maken | 38 | 14-9-2026
        Uitvoering | Lessen | 45 | 2-11-2026
        ^^ | Evalueren | 10 | 8-3-2027
        """,
        """
        Team vormen | | 31-8-26 | | | Voorbereiding
        Plan maken | | 14-9-26 | | | Voorbereiding
        Lessen | | 2-11-26 | | | Uitvoering
        Evalueren | | 8-3-27 | | | Uitvoering
        """,
    ),
    made(
        "Percentages met een gemiddelde en een noot eronder",
        """
        Nr. | Omschrijving | Start | Gereed | % gereed
        1 | Aanvraag | 01-09-26 | 15-10-26 | 100
        2 | Verbouwing | 16-10-26 | 28-02-27 | 35
        3 | Opening | 01-03-27 | 01-03-27 | 0
        | Gemiddeld | | | 45
        * percentages zijn schattingen van de projectleider | | | |
        """,
        """
        Aanvraag | 1-9-26 | 15-10-26 | gereed
        Verbouwing | 16-10-26 | 28-2-27 | groen
        Opening | 1-3-27 | 1-3-27 | niet gestart
        """,
        kind="csv",
    ),
    made(
        "Perioden met tijden, schuine strepen en afkortingen",
        """
        Onderwerp | Periode | Door
        Techniekweek | 5 t/m 9 oktober 2026 | sectie O&O
        Stagemarkt | do. 12 november 2026, 14.00-17.00 uur | Bedrijvenkring
        Promotie groep 8 | jan. - mrt. 2027 | Docenten M&T
        Proeflessen | feb/mrt 2027 | R&D
        """,
        """
        Techniekweek | 5-10-26 | 9-10-26
        Stagemarkt | | 12-11-26
        Promotie groep 8 | 1-1-27 | 31-3-27
        Proeflessen | 1-2-27 | 31-3-27
        """,
        told=("‘sectie O&O’", "‘Docenten M&T’", "‘R&D’"),
    ),
    made(
        "Begin en eind in woorden, een deel onbekend",
        """
        Wat | Van | T/m | Toelichting
        Werving | begin sept 2026 | half okt 2026 | via LinkedIn
        Scholing | na de herfstvakantie | kerst 2026 |
        Uitrol | januari 2027 | zomer 2027 | alle scholen
        """,
        """
        Werving | 1-9-26 | 15-10-26
        Scholing | |
        Uitrol | 1-1-27 | 31-8-27
        """,
        told=("‘na de herfstvakantie’ is geen datum", "‘zomer 2027’ is 31-08-2027"),
    ),
]
