"""Lists that say how long something takes instead of when it ends, or beside it. 4 January 2027 is a Monday."""

from tests.intake.sheets_of_people.made import made

SHEETS = [
    made(
        "Duur in weken achter de kop",
        """
        Taak | Start | Duur (weken)
        Lab ingericht | @4-1-2027 | #6
        Docenten geschoold | @1-3-2027 | #12
        Open dag | @5-4-2027 | #1
        """,
        """
        Lab ingericht | 4-1-27 | 14-2-27
        Docenten geschoold | 1-3-27 | 23-5-27
        Open dag | 5-4-27 | 11-4-27
        """,
        told=("Het einde volgt uit begin en duur", "‘6’ vanaf 4 jan 2027 is t/m 14 feb 2027"),
    ),
    made(
        "Doorlooptijd in woorden",
        """
        Activiteit | Wie | Begin | Doorlooptijd
        Werving | Ans | 4-1-2027 | 6 wk
        Lesgeven | Bert | 1-3-2027 | 3 mnd
        Evaluatie | Cor | 1-6-2027 | half jaar
        Verslag | Cor | 1-7-2027 | n.t.b.
        """,
        """
        Werving | 4-1-27 | 14-2-27
        Lesgeven | 1-3-27 | 31-5-27
        Evaluatie | 1-6-27 | 30-11-27
        Verslag | 1-7-27 |
        """,
        kind="csv",
    ),
    made(
        "Duur in dagen zonder meer",
        """
        Taak | Begin | Duur
        Inkoop | 15-1-2027 | 30 dagen
        Bouw | 1-3-2027 | 10 dagen
        """,
        """
        Inkoop | 15-1-27 | 13-2-27
        Bouw | 1-3-27 | 10-3-27
        """,
        answers={"duurdagen": "kalenderdagen"},
    ),
    made(
        "Dagen van MS Project zonder einddatum",
        """
        Taaknaam | Duur | Begindatum
        Inkoop | 5 dgn | ma 4-1-27
        Bouw | 10 dgn? | do 7-1-27
        Oplevering | 0 dgn | do 21-1-27
        """,
        """
        Inkoop | 4-1-27 | 8-1-27
        Bouw | 7-1-27 | 20-1-27
        Oplevering | 21-1-27 | 21-1-27
        """,
        kind="csv",
    ),
    made(
        "Andere rijen zeggen dat het werkdagen zijn",
        """
        Taak | Start | Eind | Duur
        Inkoop | 4-1-2027 | 15-1-2027 | 10 dagen
        Bouw | 18-1-2027 | 29-1-2027 | 10 dagen
        Feest | 1-2-2027 | | 10 dagen
        """,
        """
        Inkoop | 4-1-27 | 15-1-27
        Bouw | 18-1-27 | 29-1-27
        Feest | 1-2-27 | 12-2-27
        """,
    ),
    made(
        "Duur die niet bij het einde past",
        """
        Taak | Start | Duur (weken) | Eind
        Lab ingericht | 4-1-2027 | 2 | 15-1-2027
        Docenten geschoold | 1-3-2027 | 4 | 30-6-2027
        Open dag | 5-4-2027 | 1 | 9-4-2027
        """,
        """
        Lab ingericht | 4-1-27 | 15-1-27
        Docenten geschoold | 1-3-27 | 30-6-27
        Open dag | 5-4-27 | 9-4-27
        """,
        told=("De duur past niet bij begin en einde, en het einde geldt",),
    ),
    made(
        "Getallen onder duur zonder eenheid",
        """
        Taak | Start | Duur
        Lab ingericht | 4-1-2027 | 2
        Docenten geschoold | 1-3-2027 | 4
        """,
        """
        Lab ingericht | 4-1-27 | 3-3-27
        Docenten geschoold | 1-3-27 | 30-6-27
        """,
        answers={"duur": "maanden"},
    ),
    made(
        "Uren en een schatting zijn geen einde",
        """
        Taak | Start | Uren | Duur
        Inkoop | 4-1-2027 | 40 | 2-3 weken
        Bouw | 1-3-2027 | 80 | 16 uur
        Feest | 1-4-2027 | 8 | 1 dag
        """,
        """
        Inkoop | 4-1-27 |
        Bouw | 1-3-27 |
        Feest | 1-4-27 | 1-4-27
        """,
        told=("De duur zegt hier geen einde, en is niet overgenomen: ‘2-3 weken’",),
    ),
    made(
        "Doorlooptijd van wanneer tot wanneer",
        """
        Activiteit | Trekker | Doorlooptijd
        Werving | Ans | sep 2026 - jan 2027
        Lesgeven | Bert | feb 2027 - jun 2027
        """,
        """
        Werving | 1-9-26 | 31-1-27
        Lesgeven | 1-2-27 | 30-6-27
        """,
    ),
    made(
        "Alleen een deadline en een duur",
        """
        Taak | Deadline | Duur (weken)
        Inkoop | 15-1-2027 | 2
        Bouw | 30-6-2027 | 8
        """,
        """
        Inkoop | | 15-1-27
        Bouw | | 30-6-27
        """,
        told=("geen kolom van een mijlpalenplan: Duur (weken)",),
    ),
    made(
        "Startweek en aantal weken met schooljaar in de titel",
        """
        Planning schooljaar 2026-2027

        Wat | Startweek | Aantal weken
        Lab | 36 | 4
        Les | 41 | 6
        """,
        """
        Lab | 31-8-26 | 27-9-26
        Les | 5-10-26 | 15-11-26
        """,
    ),
    made(
        "Een einde dat niet bekend is, en een duur zonder begin",
        """
        Taak | Begin | Einde | Duur
        A bouwen | 1-3-2027 | n.t.b. | 2 wk
        B bouwen | 1-5-2027 | | 3 wk?
        C bouwen | | 1-6-2027 | 1 wk
        """,
        """
        A bouwen | 1-3-27 |
        B bouwen | 1-5-27 | 21-5-27
        C bouwen | | 1-6-27
        """,
        told=("De duur zegt hier geen einde, en is niet overgenomen: ‘2 wk’", "‘1 wk’"),
    ),
    made(
        "Looptijd in perioden",
        """
        Taak | Looptijd
        Werving | 2026-2027
        Lab | sept 2026 t/m mei 2027
        Les | heel 2027
        """,
        """
        Werving | 1-8-26 | 31-7-27
        Lab | 1-9-26 | 31-5-27
        Les | 1-1-27 | 31-12-27
        """,
        told=("‘2026-2027’ is 1 aug 2026 t/m 31 jul 2027",),
    ),
    made(
        "Datum van en datum tot",
        """
        Naam | Datum van | Datum tot
        Werving | 1/9/2026 | 30/9/2026
        Les | 1/10/2026 | 1/12/2026
        """,
        """
        Werving | 1-9-26 | 30-9-26
        Les | 1-10-26 | 1-12-26
        """,
        kind="csv",
    ),
]
