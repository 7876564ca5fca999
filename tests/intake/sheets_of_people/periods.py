"""Plans as pictures: bars under months, weeks, quarters and school years, by mark or by colour."""

from tests.intake.sheets_of_people.made import made

SHEETS = [
    made(
        "Schooljaren met kruisjes",
        """
        Meerjarenplan techniekonderwijs
        Activiteit | 2026-2027 | 2027-2028 | 2028-2029
        Leerlijn onderbouw ontwikkelen | x | |
        Leerlijn onderbouw uitvoeren | | x | x
        Hybride docenten werven | x | x |
        Eindevaluatie | | | x
        """,
        """
        Leerlijn onderbouw ontwikkelen | 1-8-26 | 31-7-27
        Leerlijn onderbouw uitvoeren | 1-8-27 | 31-7-29
        Hybride docenten werven | 1-8-26 | 31-7-28
        Eindevaluatie | 1-8-28 | 31-7-29
        """,
    ),
    made(
        "Maanden onder samengevoegde jaren met een kleur",
        """
        Planning STO | | | | | | |
        | | 2026 | << | << | << | 2027 | << | <<
        Activiteit | Trekker | sep | okt | nov | dec | jan | feb | mrt
        Plan maken | PL | {blauw} | {blauw} | | | | |
        Scholen werven | PL | | {blauw} | {blauw} | {blauw} | | |
        Labs inrichten | roc | | | | | {blauw} | {blauw} |
        Labs openen | allen | | | | | | | {blauw}
        """,
        """
        Plan maken | 1-9-26 | 31-10-26
        Scholen werven | 1-10-26 | 31-12-26
        Labs inrichten | 1-1-27 | 28-2-27
        Labs openen | 1-3-27 | 31-3-27
        """,
    ),
    made(
        "Maanden als tekst met kruisjes",
        """
        Actie | jan-27 | feb-27 | mrt-27 | apr-27 | mei-27
        Enquête uitzetten | x | | | |
        Enquête verwerken | | x | x | |
        Verbeterplan schrijven | | | | x | x
        """,
        """
        Enquête uitzetten | 1-1-27 | 31-1-27
        Enquête verwerken | 1-2-27 | 31-3-27
        Verbeterplan schrijven | 1-4-27 | 31-5-27
        """,
        kind="csv",
    ),
    made(
        "Maanden als echte datums",
        """
        Werkzaamheden | @1-1-2027 | @1-2-2027 | @1-3-2027 | @1-4-2027
        Opdrachten verzamelen | x | x | |
        Opdrachten uitvoeren | | | x |
        Opdrachten presenteren | | | | x
        """,
        """
        Opdrachten verzamelen | 1-1-27 | 28-2-27
        Opdrachten uitvoeren | 1-3-27 | 31-3-27
        Opdrachten presenteren | 1-4-27 | 30-4-27
        """,
        month_heads=True,
    ),
    made(
        "Kwartalen met twee kleuren",
        """
        Onderdeel | Q1 2027 | Q2 2027 | Q3 2027 | Q4 2027
        Vooronderzoek | {groen} | | |
        Ontwerp leerroute | {groen} | {groen} | |
        Pilot leerroute | | {geel} | {geel} |
        Invoering | | | {geel} | {geel}
        """,
        """
        Vooronderzoek | 1-1-27 | 31-3-27
        Ontwerp leerroute | 1-1-27 | 30-6-27
        Pilot leerroute | 1-4-27 | 30-9-27
        Invoering | 1-7-27 | 31-12-27
        """,
    ),
    made(
        "Maanden zonder jaar",
        """
        Wat doen we | sep | okt | nov | dec | jan | feb
        Docenten scholen | x | x | | | |
        Lesbrieven maken | | | x | x | |
        Lessen geven | | | | | x | x
        """,
        """
        Docenten scholen | 1-9-26 | 31-10-26
        Lesbrieven maken | 1-11-26 | 31-12-26
        Lessen geven | 1-1-27 | 28-2-27
        """,
        answers={"jaar": "2026-2027", "kolom:mijlpaal": "A"},
    ),
    made(
        "Weken met een jaarregel",
        """
        | 2026 | << | << | 2027 | << | <<
        Taak | wk 51 | wk 52 | wk 53 | wk 1 | wk 2 | wk 3
        Kerstpakketten maken | x | x | | | |
        Stagemarkt voorbereiden | | | | x | x |
        Stagemarkt houden | | | | | | x
        """,
        """
        Kerstpakketten maken | 14-12-26 | 25-12-26
        Stagemarkt voorbereiden | 4-1-27 | 15-1-27
        Stagemarkt houden | 18-1-27 | 22-1-27
        """,
    ),
    made(
        "Projectweken",
        """
        Taak | week 1 | week 2 | week 3 | week 4 | week 5
        Intake | {blauw} | | | |
        Bouwen | | {blauw} | {blauw} | {blauw} |
        Opleveren | | | | | {blauw}
        """,
        """
        Intake | 1-3-27 | 5-3-27
        Bouwen | 8-3-27 | 26-3-27
        Opleveren | 29-3-27 | 2-4-27
        """,
        answers={"week1": "2027-03-01"},
    ),
    made(
        "Kwartalen in woorden",
        """
        Activiteit | 1e kwartaal 2027 | 2e kwartaal 2027 | 3e kwartaal 2027 | 4e kwartaal 2027
        Bedrijven zoeken | {groen} | {groen} | |
        Contracten tekenen | | {groen} | |
        Leerlingen plaatsen | | | {groen} | {groen}
        """,
        """
        Bedrijven zoeken | 1-1-27 | 30-6-27
        Contracten tekenen | 1-4-27 | 30-6-27
        Leerlingen plaatsen | 1-7-27 | 31-12-27
        """,
    ),
    made(
        "Halve jaren",
        """
        Speerpunt | Wie | H1 2027 | H2 2027 | H1 2028 | H2 2028
        Techniekplein bouwen | gemeente | x | x | |
        Techniekplein gebruiken | scholen | | | x | x
        Techniekplein overdragen | gemeente | | | | x
        """,
        """
        Techniekplein bouwen | 1-1-27 | 31-12-27
        Techniekplein gebruiken | 1-1-28 | 31-12-28
        Techniekplein overdragen | 1-7-28 | 31-12-28
        """,
        answers={"kolom:mijlpaal": "A"},
    ),
    made(
        "Kalenderjaren",
        """
        Activiteit | 2027 | 2028 | 2029
        Machines kopen | x | |
        Machines onderhouden | | x | x
        Docenten bijscholen | x | x | x
        """,
        """
        Machines kopen | 1-1-27 | 31-12-27
        Machines onderhouden | 1-1-28 | 31-12-29
        Docenten bijscholen | 1-1-27 | 31-12-29
        """,
    ),
    made(
        "Voorletters van maanden",
        """
        | 2026 | << | << | << | 2027 | << | << | << | << | <<
        Taak | S | O | N | D | J | F | M | A | M | J
        Team vormen | x | x | | | | | | | |
        Plan schrijven | | | x | x | x | | | | |
        Plan uitvoeren | | | | | | x | x | x | x | x
        """,
        """
        Team vormen | 1-9-26 | 31-10-26
        Plan schrijven | 1-11-26 | 31-1-27
        Plan uitvoeren | 1-2-27 | 30-6-27
        """,
    ),
    made(
        "Balken over gekleurde regels",
        """
        Activiteit | jan 2027 | feb 2027 | mrt 2027 | apr 2027
        Kick-off{band} | {groen} | {band} | {band} | {band}
        Uitwerken | | {groen} | {groen} |
        Toetsen{band} | {band} | {band} | {groen} | {band}
        Afronden | | | | {groen}
        """,
        """
        Kick-off | 1-1-27 | 31-1-27
        Uitwerken | 1-2-27 | 31-3-27
        Toetsen | 1-3-27 | 31-3-27
        Afronden | 1-4-27 | 30-4-27
        """,
    ),
    made(
        "Datums en maanden samen",
        """
        Taak | Begin | Eind | jan 2027 | feb 2027 | mrt 2027
        Opzetten | @11-1-2027 | @29-1-2027 | {groen} | |
        Draaien | @1-2-2027 | @12-3-2027 | | {groen} | {groen}
        Afbreken | @15-3-2027 | @19-3-2027 | | | {groen}
        """,
        """
        Opzetten | 11-1-27 | 29-1-27
        Draaien | 1-2-27 | 12-3-27
        Afbreken | 15-3-27 | 19-3-27
        """,
    ),
    made(
        "Maanden als nummers",
        """
        Maandplanning 2027
        Taak | #1 | #2 | #3 | #4 | #5 | #6
        Onderzoeken | x | x | | | |
        Ontwerpen | | | x | x | |
        Opleveren | | | | | x | x
        """,
        """
        Onderzoeken | 1-1-27 | 28-2-27
        Ontwerpen | 1-3-27 | 30-4-27
        Opleveren | 1-5-27 | 30-6-27
        """,
        answers={"getallen": "maand", "jaar": "2027"},
    ),
    made(
        "Thema's als kopjes boven maanden",
        """
        Activiteit | sep 2026 | okt 2026 | nov 2026 | dec 2026
        Thema Loopbaan | | | |
        Gastlessen | x | x | |
        Bedrijfsbezoeken | | x | x |
        Thema Docenten | | | |
        Scholingsdag | | | | x
        Stage in bedrijf | | | x | x
        """,
        """
        Gastlessen | 1-9-26 | 31-10-26 | * | * | Thema Loopbaan
        Bedrijfsbezoeken | 1-10-26 | 30-11-26 | * | * | Thema Loopbaan
        Scholingsdag | 1-12-26 | 31-12-26 | * | * | Thema Docenten
        Stage in bedrijf | 1-11-26 | 31-12-26 | * | * | Thema Docenten
        """,
    ),
    made(
        "Jaar over vier kwartalen in csv",
        """
        Actielijn | 2027 | | | | 2028 | | |
        | Q1 | Q2 | Q3 | Q4 | Q1 | Q2 | Q3 | Q4
        Promotie | x | x | | | | | |
        Doorstroom | | | x | x | x | x | |
        Borging | | | | | | | x | x
        """,
        """
        Promotie | 1-1-27 | 30-6-27
        Doorstroom | 1-7-27 | 30-6-28
        Borging | 1-7-28 | 31-12-28
        """,
        kind="csv",
        answers={"kolom:mijlpaal": "A"},
    ),
    made(
        "Weken met maandag als kop",
        """
        Task | 4-1-2027 | 11-1-2027 | 18-1-2027 | 25-1-2027 | 1-2-2027
        Sprint 1 plannen | x | | | |
        Sprint 1 uitvoeren | | x | x | |
        Sprint 1 tonen | | | | x | x
        """,
        """
        Sprint 1 plannen | 4-1-27 | 8-1-27
        Sprint 1 uitvoeren | 11-1-27 | 22-1-27
        Sprint 1 tonen | 25-1-27 | 5-2-27
        """,
        kind="csv",
    ),
]
