"""Sheets that were made after the reader: what it does with what nobody thought of."""

from tests.intake.sheets_of_people.made import made

SHEETS = [
    made(
        "Actieplan met planning in woorden",
        """
        Speerpunt | Actie | Beoogd resultaat | Wie | Planning
        Loopbaan | Bedrijvendag voor klas 2 | 200 leerlingen | decanen | Q4 2026 - Q2 2027
        Loopbaan | Techniekcoach per school | 6 coaches | PL | schooljaar 26/27
        Mbo | Gezamenlijk keuzevak | keuzevak erkend | roc | begin 2027
        Mbo | Docenten uitwisselen | 10 docenten | roc | doorlopend
        """,
        """
        Bedrijvendag voor klas 2 | * | 30-6-27
        Techniekcoach per school | * | 31-7-27
        Gezamenlijk keuzevak | * | 31-3-27
        Docenten uitwisselen | |
        """,
    ),
    made(
        "Kop in twee regels",
        """
        Plan van aanpak | <<  | << | <<
        Activiteit | Trekker | Planning | <<
        ^^ | ^^ | Start | Eind
        Labs ontwerpen | roc | 1-9-2026 | 30-10-2026
        Labs bouwen | aannemer | 2-11-2026 | 26-2-2027
        Labs openen | gemeente | 1-3-2027 | 5-3-2027
        """,
        """
        Labs ontwerpen | 1-9-26 | 30-10-26
        Labs bouwen | 2-11-26 | 26-2-27
        Labs openen | 1-3-27 | 5-3-27
        """,
    ),
    made(
        "Gantt template with days",
        """
        PROJECT TITLE
        Company name | | Project start: | @4-1-2027

        TASK | ASSIGNED TO | PROGRESS | START | END | @4-1-2027 | @5-1-2027 | @6-1-2027 | @7-1-2027 | @8-1-2027
        Phase one | | | | | | | | |
        Choose rooms | Ann | #50% | @4-1-2027 | @6-1-2027 | | | | |
        Order benches | Bob | #0% | @7-1-2027 | @29-1-2027 | | | | |
        Phase two | | | | | | | | |
        Place benches | Bob | #0% | @1-2-2027 | @12-2-2027 | | | | |
        Test benches | Cas | #0% | @15-2-2027 | @19-2-2027 | | | | |
        """,
        """
        Choose rooms | 4-1-27 | 6-1-27 | * | * | Phase one
        Order benches | 7-1-27 | 29-1-27 | * | * | Phase one
        Place benches | 1-2-27 | 12-2-27 | * | * | Phase two
        Test benches | 15-2-27 | 19-2-27 | * | * | Phase two
        """,
    ),
    made(
        "WBS with category rows",
        """
        WBS | Task Lead | Task | Start | End | Cal. Days | % Done | Work Days
        1 | | Recruitment | | | | |
        1.1 | Ann | Vacancy text | 1/4/2027 | 1/15/2027 | 12 | 100% | 10
        1.2 | Bob | Interviews | 1/18/2027 | 2/12/2027 | 26 | 20% | 20
        2 | | Training | | | | |
        2.1 | Cas | Choose course | 2/15/2027 | 2/26/2027 | 12 | 0% | 10
        2.2 | Cas | Follow course | 3/1/2027 | 6/25/2027 | 117 | 0% | 85
        """,
        """
        Vacancy text | 4-1-27 | 15-1-27 | gereed | * | Recruitment
        Interviews | 18-1-27 | 12-2-27 | * | * | Recruitment
        Choose course | 15-2-27 | 26-2-27 | niet gestart | * | Training
        Follow course | 1-3-27 | 25-6-27 | niet gestart | * | Training
        """,
        kind="comma",
    ),
    made(
        "Koppen met regeleinden",
        """
        Volg-\\nnr | Omschrijving\\nactiviteit | Start-\\ndatum | Eind-\\ndatum | Stand van\\nzaken
        1 | Overleg met bedrijven | 7-9-2026 | 25-9-2026 | afgerond
        2 | Overeenkomst opstellen | 28-9-2026 | 30-10-2026 | loopt
        3 | Overeenkomst tekenen | 2-11-2026 | 13-11-2026 | nog niet gestart
        """,
        """
        Overleg met bedrijven | 7-9-26 | 25-9-26 | gereed
        Overeenkomst opstellen | 28-9-26 | 30-10-26 | groen
        Overeenkomst tekenen | 2-11-26 | 13-11-26 | niet gestart
        """,
    ),
    made(
        "Datum start en datum eind",
        """
        Project: Techniekpark
        Onderdelen | Verantw. | Datum start | Datum eind | Gereed?
        Grond gekocht | gemeente | 01-09-2026 | 31-12-2026 | ja
        Bouw begonnen | aannemer | 04-01-2027 | 08-01-2027 | nee
        Bouw klaar | aannemer | 11-01-2027 | 24-12-2027 | nee
        """,
        """
        Grond gekocht | 1-9-26 | 31-12-26 | gereed
        Bouw begonnen | 4-1-27 | 8-1-27 | niet gestart
        Bouw klaar | 11-1-27 | 24-12-27 | niet gestart
        """,
        kind="csv",
    ),
    made(
        "Weekdag en maand zonder jaar",
        """
        Activiteit | Wanneer
        Startdag mentoren | ma 7 sep
        Bezoek roc | di 6 okt
        Avond voor ouders | do 12 nov
        """,
        """
        Startdag mentoren | * | 7-9-26
        Bezoek roc | * | 6-10-26
        Avond voor ouders | * | 12-11-26
        """,
        answers={"jaar": "2026"},
    ),
    made(
        "Gepland, bijgesteld en gerealiseerd",
        """
        Mijlpaal | Gepland | Bijgesteld | Gerealiseerd
        Stuurgroep akkoord | 1-10-2026 | 15-10-2026 | 14-10-2026
        Eerste les gegeven | 11-1-2027 | 1-2-2027 |
        Eindrapport af | 30-6-2027 | |
        """,
        """
        Stuurgroep akkoord | | 15-10-26
        Eerste les gegeven | | 1-2-27
        Eindrapport af | | 30-6-27
        """,
        kind="csv",
        told=["Bijgesteld"],
    ),
    made(
        "Jaarplanning per week met onderwerp",
        """
        Weekplanning techniek leerjaar 3, 2027
        Week | Onderwerp | Docent
        2 | Veiligheid | Anja
        3 | Meten en tekenen | Anja
        4 | Verspanen | Bob
        5 | Lassen | Bob
        6 | Toets praktijk | Anja
        """,
        """
        Veiligheid | * | 15-1-27
        Meten en tekenen | * | 22-1-27
        Verspanen | * | 29-1-27
        Lassen | * | 5-2-27
        Toets praktijk | * | 12-2-27
        """,
        answers={"jaar": "2027"},
        may_be_refused=True,
    ),
    made(
        "Vergaderdata in kolommen",
        """
        Overleg | Eerste keer | Tweede keer | Derde keer
        Stuurgroep STO | 15-9-2026 | 19-1-2027 | 18-5-2027
        Werkgroep roc | 6-10-2026 | 2-2-2027 | 1-6-2027
        Klankbord bedrijven | 12-11-2026 | 11-3-2027 | 10-6-2027
        """,
        """
        Stuurgroep STO | * | *
        Werkgroep roc | * | *
        Klankbord bedrijven | * | *
        """,
        may_be_refused=True,
    ),
    made(
        "Uitgaven met datum en bedrag",
        """
        Datum | Omschrijving | Leverancier | Bedrag
        04-01-2027 | Lashelmen | Veilig BV | 1.250,00
        11-01-2027 | Boormachines | Gereed BV | 3.400,50
        18-01-2027 | Catering open dag | De Smaak | 280,00
        """,
        kind="csv",
    ),
    made(
        "Personeel met in dienst",
        """
        Naam | Functie | In dienst sinds | Contract tot
        Anja Bakker | projectleider | 1-9-2024 | 31-7-2028
        Bob de Wit | techniekcoach | 1-2-2025 | 31-1-2027
        Cas Mol | docent | 1-8-2020 |
        """,
    ),
    made(
        "Inventaris",
        """
        Artikel | Aantal | Lokaal | Aanschafdatum | Afgeschreven
        Draaibank | 2 | 012 | 12-3-2019 | nee
        Kolomboor | 4 | 012 | 5-9-2021 | nee
        3D-printer | 6 | 014 | 20-1-2023 | nee
        """,
    ),
    made(
        "Issue log",
        """
        ID | Issue | Raised on | Raised by | Priority | Owner | Status | Resolved on
        1 | No room for the lab | 2026-09-01 | Ann | high | Bob | open |
        2 | Supplier is late | 2026-09-08 | Bob | medium | Cas | closed | 2026-09-20
        3 | Teacher is ill | 2026-09-15 | Cas | high | Ann | open |
        """,
        kind="comma",
    ),
    made(
        "Bord in kolommen",
        """
        Te doen | Bezig | Klaar
        Folder maken | Website | Kick-off
        Beurs regelen | Contract roc | Begroting
        Bus huren | |
        """,
    ),
    made(
        "Aanwezigheid",
        """
        Naam | 7-9-2026 | 5-10-2026 | 2-11-2026 | 7-12-2026
        Anja | x | x | | x
        Bob | x | | x | x
        Cas | | x | x | x
        """,
        may_be_refused=True,
    ),
    made(
        "Kwartaalkleuren met legenda eronder",
        """
        Roadmap Sterk Techniekonderwijs
        Actielijn | Q3 2026 | Q4 2026 | Q1 2027 | Q2 2027
        Techniekportfolio | {blauw} | {blauw} | |
        Bedrijfsportaal | | {blauw} | {blauw} |
        Leerlingvolgsysteem | | | {blauw} | {blauw}

        Legenda
        {blauw} | in uitvoering
        """,
        """
        Techniekportfolio | 1-7-26 | 31-12-26
        Bedrijfsportaal | 1-10-26 | 31-3-27
        Leerlingvolgsysteem | 1-1-27 | 30-6-27
        """,
        answers={"kolom:mijlpaal": "A"},
    ),
    made(
        "Schooljaren met maanden eronder",
        """
         | Schooljaar 2026-2027 | << | << | << | Schooljaar 2027-2028 | << | << | <<
        Project | okt | jan | apr | jul | okt | jan | apr | jul
        Techniekbus | x | x | | | | | |
        Makerspace | | | x | x | x | | |
        Robotwedstrijd | | | | | | x | x | x
        """,
        """
        Techniekbus | * | *
        Makerspace | * | *
        Robotwedstrijd | * | *
        """,
        answers={"kolom:mijlpaal": "A"},
        may_be_refused=True,
    ),
]
