"""Grids of periods: weeks below months, merged heads, words in the cells, and years that stand elsewhere."""

from tests.intake.sheets_of_people.made import made

SHEETS = [
    made(
        "Kale weeknummers onder maanden",
        """
        Planning 2027
        Taak | september | << | << | << | oktober | << | << | <<
        | #36 | #37 | #38 | #39 | #40 | #41 | #42 | #43
        Werven | x | x | | | | | |
        Starten | | | x | x | x | | |
        Evalueren | | | | | | | x | x
        """,
        """
        Werven | 6-9-27 | 17-9-27
        Starten | 20-9-27 | 8-10-27
        Evalueren | 18-10-27 | 29-10-27
        """,
    ),
    made(
        "Weken wk onder maanden",
        """
        Planning schooljaar 2026-2027
        Taak | december | << | januari | << | <<
        | wk 51 | wk 52 | wk 1 | wk 2 | wk 3
        Werven | x | x | | |
        Starten | | | x | x |
        Evalueren | | | | | x
        """,
        """
        Werven | 14-12-26 | 25-12-26
        Starten | 4-1-27 | 15-1-27
        Evalueren | 18-1-27 | 22-1-27
        """,
    ),
    made(
        "Weken kaal over de jaarwisseling met jaarrij",
        """
        | 2026 | << | 2027 | << | <<
        | december | << | januari | << | <<
        Taak | #51 | #52 | #1 | #2 | #3
        Werven | x | x | | |
        Starten | | | x | x |
        Evalueren | | | | | x
        """,
        """
        Werven | 14-12-26 | 25-12-26
        Starten | 4-1-27 | 15-1-27
        Evalueren | 18-1-27 | 22-1-27
        """,
    ),
    made(
        "Weken W onder kwartalen",
        """
        Planning 2027
        Taak | Q1 | << | << | Q2 | << | <<
        | W11 | W12 | W13 | W14 | W15 | W16
        Werven | x | x | | | |
        Starten | | | x | x | |
        Evalueren | | | | | | x
        """,
        """
        Werven | 15-3-27 | 26-3-27
        Starten | 29-3-27 | 9-4-27
        Evalueren | 19-4-27 | 23-4-27
        """,
    ),
    made(
        "Weken kaal met label week",
        """
        Jaarplanning 2027
        Maand | mei | << | << | << | juni | << | << | <<
        Week | #18 | #19 | #20 | #21 | #22 | #23 | #24 | #25
        Werven | x | x | | | | | |
        Starten | | | x | x | x | | |
        Evalueren | | | | | | | x | x
        """,
        """
        Werven | 3-5-27 | 14-5-27
        Starten | 17-5-27 | 4-6-27
        Evalueren | 14-6-27 | 25-6-27
        """,
    ),
    made(
        "Weken kaal zonder jaar",
        """
        Taak | september | << | << | << | oktober | << | << | <<
        | #36 | #37 | #38 | #39 | #40 | #41 | #42 | #43
        Werven | x | x | | | | | |
        Starten | | | x | x | x | | |
        Evalueren | | | | | | | x | x
        """,
        """
        Werven | 6-9-27 | 17-9-27
        Starten | 20-9-27 | 8-10-27
        Evalueren | 18-10-27 | 29-10-27
        """,
        answers={"jaar": "2027"},
    ),
    made(
        "Week 36 onder januari",
        """
        Planning 2027
        Taak | januari | << | << | << | februari | << | << | <<
        | #36 | #37 | #38 | #39 | #40 | #41 | #42 | #43
        Werven | x | x | | | | | |
        Starten | | | x | x | x | | |
        """,
        """
        Werven | 6-9-27 | 17-9-27
        Starten | 20-9-27 | 8-10-27
        """,
        told=("weekofmaand",),
    ),
    made(
        "Samengevoegd laatste maand",
        """
        Taak | sep 2026 | << | okt 2026 | << | nov 2026 | <<
        Werven | x | x | | | |
        Starten | | | x | x | |
        Evalueren | | | | | x | x
        """,
        """
        Werven | 1-9-26 | 30-9-26
        Starten | 1-10-26 | 31-10-26
        Evalueren | 1-11-26 | 30-11-26
        """,
    ),
    made(
        "Samengevoegd laatste maand breder",
        """
        Taak | sep 2026 | << | okt 2026 | << | nov 2026 | << | << | <<
        Werven | x | x | | | | | |
        Starten | | | x | x | | | |
        Evalueren | | | | | | | x | x
        """,
        """
        Werven | 1-9-26 | 30-9-26
        Starten | 1-10-26 | 31-10-26
        Evalueren | 16-11-26 | 30-11-26
        """,
    ),
    made(
        "Samengevoegd jaar laatst zonder tekst eronder",
        """
        Taak | 2026 | << | << | << | 2027 | << | << | <<
        Werven | x | x | | | | | |
        Starten | | | x | x | x | | |
        Evalueren | | | | | | | x | x
        """,
        """
        Werven | 1-1-26 | 30-6-26
        Starten | 1-7-26 | 31-3-27
        Evalueren | 1-7-27 | 31-12-27
        """,
    ),
    made(
        "Taak over twee regels",
        """
        Taak | 2026 | << | << | << | 2027 | <<
        ^^ | sep | okt | nov | dec | jan | feb
        Werven | x | x | | | |
        Starten | | | x | x | |
        Evalueren | | | | | x | x
        """,
        """
        Werven | 1-9-26 | 31-10-26
        Starten | 1-11-26 | 31-12-26
        Evalueren | 1-1-27 | 28-2-27
        """,
    ),
    made(
        "Taak over twee regels maand en week",
        """
        Planning 2027
        Taak | september | << | << | << | oktober | << | << | <<
        ^^ | #36 | #37 | #38 | #39 | #40 | #41 | #42 | #43
        Werven | x | x | | | | | |
        Starten | | | x | x | x | | |
        Evalueren | | | | | | | x | x
        """,
        """
        Werven | 6-9-27 | 17-9-27
        Starten | 20-9-27 | 8-10-27
        Evalueren | 18-10-27 | 29-10-27
        """,
    ),
    made(
        "Taak over drie regels",
        """
        Taak | 2027 | << | << | << | << | << | << | <<
        ^^ | september | << | << | << | oktober | << | << | <<
        ^^ | wk 36 | wk 37 | wk 38 | wk 39 | wk 40 | wk 41 | wk 42 | wk 43
        Werven | x | x | | | | | |
        Starten | | | x | x | x | | |
        Evalueren | | | | | | | x | x
        """,
        """
        Werven | 6-9-27 | 17-9-27
        Starten | 20-9-27 | 8-10-27
        Evalueren | 18-10-27 | 29-10-27
        """,
    ),
    made(
        "Week 36 onder januari, en de maanden tellen",
        """
        Planning 2027
        Taak | januari | << | << | << | februari | << | << | <<
        | #36 | #37 | #38 | #39 | #40 | #41 | #42 | #43
        Werven | x | x | x | x | | | |
        Starten | | | | | x | x | x | x
        """,
        """
        Werven | 1-1-27 | 31-1-27
        Starten | 1-2-27 | 28-2-27
        """,
        answers={"weekofmaand": "maand"},
        told=("weekofmaand",),
    ),
    made(
        "wk 36 voluit onder maart",
        """
        Taak | maart 2027 | << | << | april 2027 | << | <<
        | wk 36 | wk 37 | wk 38 | wk 39 | wk 40 | wk 41
        Werven | x | x | | | |
        Starten | | | x | x | |
        Vieren | | | | | x | x
        """,
        """
        Werven | 6-9-27 | 17-9-27
        Starten | 20-9-27 | 1-10-27
        Vieren | 4-10-27 | 15-10-27
        """,
        told=("weekofmaand",),
    ),
    made(
        "Het laatste jaar samengevoegd boven kleuren",
        """
        Taak | 2026 | << | << | << | 2027 | << | << | <<
        Werven | {groen} | {groen} | | | | | |
        Starten | | | {groen} | {groen} | {groen} | | |
        Vieren | | | | | | | {groen} | {groen}
        """,
        """
        Werven | 1-1-26 | 30-6-26
        Starten | 1-7-26 | 31-3-27
        Vieren | 1-7-27 | 31-12-27
        """,
    ),
    made(
        "Het jaar in de titel",
        """
        Planning 2027
        Taak | jan | feb | mrt | apr
        Werven | x | x | |
        Starten | | | x | x
        """,
        """
        Werven | 1-1-27 | 28-2-27
        Starten | 1-3-27 | 30-4-27
        """,
        told=("uit de titel of het tabblad: 2027",),
    ),
    made(
        "Het jaar als naam van het tabblad",
        """
        === 2027
        Taak | Q1 | Q2 | Q3 | Q4
        Werven | x | x | |
        Starten | | | x | x
        """,
        """
        Werven | 1-1-27 | 30-6-27
        Starten | 1-7-27 | 31-12-27
        """,
        told=("uit de titel of het tabblad: 2027",),
    ),
    made(
        "Titel met een jaar boven maanden over de jaarwisseling",
        """
        Planning 2027
        Taak | sep | okt | nov | dec | jan | feb
        Werven | x | x | | | |
        Starten | | | x | x | x | x
        """,
        """
        Werven | 1-9-26 | 31-10-26
        Starten | 1-11-26 | 28-2-27
        """,
        answers={"jaar": "2026-2027"},
        told=("jaar",),
    ),
    made(
        "Het jaar van een versie is niet dat van de maanden",
        """
        Taken van het lab
        Versie | | september 2025
        Taak | jan | feb | mrt | apr
        Werven | x | x | |
        Starten | | | x | x
        """,
        """
        Werven | 1-1-27 | 28-2-27
        Starten | 1-3-27 | 30-4-27
        """,
        answers={"jaar": "2027"},
        told=("jaar",),
    ),
    made(
        "Week 53 aan het begin van het jaar",
        """
        Jaarplanning 2027
        Taak | januari | << | << | << | februari | << | << | <<
        | #53 | #1 | #2 | #3 | #4 | #5 | #6 | #7
        Werven | x | x | | | | | |
        Starten | | | x | x | x | x | |
        Vieren | | | | | | | x | x
        """,
        """
        Werven | 28-12-26 | 8-1-27
        Starten | 11-1-27 | 5-2-27
        Vieren | 8-2-27 | 19-2-27
        """,
    ),
    made(
        "Routekaart met de mijlpalen in de vakken",
        """
        Thema | Q1 2027 | Q2 2027 | Q3 2027 | Q4 2027
        Werving | Wervingsplan klaar | Eerste open dag | | Tweede open dag
        Onderwijs | | Leerlijn ontworpen | Leerlijn getest | Leerlijn vastgesteld
        Docenten | Scholing gepland | | Scholing gegeven |
        """,
        """
        Wervingsplan klaar | 1-1-27 | 31-3-27 | * | * | Werving
        Eerste open dag | 1-4-27 | 30-6-27 | * | * | Werving
        Tweede open dag | 1-10-27 | 31-12-27 | * | * | Werving
        Leerlijn ontworpen | 1-4-27 | 30-6-27 | * | * | Onderwijs
        Leerlijn getest | 1-7-27 | 30-9-27 | * | * | Onderwijs
        Leerlijn vastgesteld | 1-10-27 | 31-12-27 | * | * | Onderwijs
        Scholing gepland | 1-1-27 | 31-3-27 | * | * | Docenten
        Scholing gegeven | 1-7-27 | 30-9-27 | * | * | Docenten
        """,
        told=("vakken",),
    ),
    made(
        "Routekaart met een thema, en meer regels en samengevoegde vakken",
        """
        Routekaart 2027
        Thema | januari | februari | maart
        Techniek{band} | Open dag roc\\nOuderavond | Bedrijfsbezoek aan Philips | <<
        """,
        """
        Open dag roc | 1-1-27 | 31-1-27 | * | * | Techniek
        Ouderavond | 1-1-27 | 31-1-27 | * | * | Techniek
        Bedrijfsbezoek aan Philips | 1-2-27 | 31-3-27 | * | * | Techniek
        """,
        told=("vakken", "regels"),
    ),
    made(
        "Routekaart zonder jaar met kleuren en een kruisje",
        """
        Speerpunt | Wie | Q1 | Q2 | Q3
        Doorlopende leerlijn | roc | Opzet besproken{groen} | Leerlijn klaar{groen} | x
        Hybride docent | vo | | Werving begonnen{blauw} | Eerste docenten{blauw}
        """,
        """
        Opzet besproken | 1-1-27 | 31-3-27 | * | * | Doorlopende leerlijn
        Leerlijn klaar | 1-4-27 | 30-6-27 | * | * | Doorlopende leerlijn
        Werving begonnen | 1-4-27 | 30-6-27 | * | * | Hybride docent
        Eerste docenten | 1-7-27 | 30-9-27 | * | * | Hybride docent
        """,
        answers={"jaar": "2027"},
        told=("vakken", "geen woorden: ‘x’"),
    ),
    made(
        "Roadmap in English",
        """
        Workstream | Q1 2027 | Q2 2027 | Q3 2027
        Recruitment | Plan approved | First open day | Second open day
        Teachers | Training designed | Training given |
        """,
        """
        Plan approved | 1-1-27 | 31-3-27 | * | * | Recruitment
        First open day | 1-4-27 | 30-6-27 | * | * | Recruitment
        Second open day | 1-7-27 | 30-9-27 | * | * | Recruitment
        Training designed | 1-1-27 | 31-3-27 | * | * | Teachers
        Training given | 1-4-27 | 30-6-27 | * | * | Teachers
        """,
        told=("vakken",),
    ),
    made(
        "Woorden in de vakken die alleen zeggen wat er dan gebeurt",
        """
        Activiteit | Q1 2027 | Q2 2027 | Q3 2027
        Lab bouwen | tekeningen maken | aannemer zoeken | bouwen maar
        Docenten scholen | cursus kiezen | cursus volgen |
        """,
        """
        Lab bouwen | 1-1-27 | 30-9-27
        Docenten scholen | 1-1-27 | 30-6-27
        """,
        told=("vakken", "Tekst in de perioden"),
    ),
    made(
        "Schooljaar boven augustus tot en met juli",
        """
        | 2026-2027 | << | << | << | << | << | << | << | << | << | << | <<
        Activiteit | aug | sep | okt | nov | dec | jan | feb | mrt | apr | mei | jun | jul
        Werven | x | x | | | | | | | | | |
        Lessen | | | x | x | x | x | x | | | | |
        Vieren | | | | | | | | | | | x | x
        """,
        """
        Werven | 1-8-26 | 30-9-26
        Lessen | 1-10-26 | 28-2-27
        Vieren | 1-6-27 | 31-7-27
        """,
    ),
    made(
        "Halve maanden onder maanden",
        """
        Taak | januari 2027 | << | februari 2027 | << | maart 2027 | <<
        | 1e helft | 2e helft | 1e helft | 2e helft | 1e helft | 2e helft
        Werven | x | x | | | |
        Starten | | | | x | x |
        Vieren | | | | | | x
        """,
        """
        Werven | 1-1-27 | 31-1-27
        Starten | 15-2-27 | 15-3-27
        Vieren | 16-3-27 | 31-3-27
        """,
    ),
    made(
        "Maandagen als datums onder maanden",
        """
        Taak | september | << | << | << | oktober | <<
        | @7-9-2026 | @14-9-2026 | @21-9-2026 | @28-9-2026 | @5-10-2026 | @12-10-2026
        Werven | x | x | | | |
        Starten | | | x | x | x | x
        """,
        """
        Werven | 7-9-26 | 18-9-26
        Starten | 21-9-26 | 16-10-26
        """,
    ),
    made(
        "Maandagen als dag en maand met het jaar in de titel",
        """
        Planning 2026
        Taak | 7 sep | 14 sep | 21 sep | 28 sep | 5 okt
        Werven | x | x | | |
        Starten | | | x | x | x
        """,
        """
        Werven | 7-9-26 | 18-9-26
        Starten | 21-9-26 | 9-10-26
        """,
    ),
    made(
        "Gepland en werkelijk per taak in twee regels",
        """
        Taak | Soort | jan 2027 | feb 2027 | mrt 2027 | apr 2027
        Werven | plan | x | x | |
        | werkelijk | | x | x |
        Starten | plan | | | x | x
        | werkelijk | | | | x
        """,
        """
        Werven | 1-1-27 | 28-2-27
        Starten | 1-3-27 | 30-4-27
        """,
    ),
    made(
        "Gepland en werkelijk per samengevoegde taak",
        """
        Taak | Soort | jan 2027 | feb 2027 | mrt 2027 | apr 2027
        Werven | Gepland | x | x | |
        ^^ | Werkelijk | | x | x |
        Starten | Gepland | | | x | x
        ^^ | Werkelijk | | | | x
        """,
        """
        Werven | 1-1-27 | 28-2-27
        Starten | 1-3-27 | 30-4-27
        """,
    ),
    made(
        "Samengevoegde balken over vakken",
        """
        Taak | jan 2027 | feb 2027 | mrt 2027 | apr 2027
        Werven{band} | x | << | |
        Starten | | bezig | << | <<
        """,
        """
        Werven | 1-1-27 | 28-2-27
        Starten | 1-2-27 | 30-4-27
        """,
    ),
    made(
        "Kale weken over nieuwjaar met een schooljaar in de titel",
        """
        Planning schooljaar 2026-2027
        Taak | #50 | #51 | #52 | #53 | #1 | #2 | #3
        Werven | x | x | | | | |
        Starten | | | x | x | x | |
        Vieren | | | | | | x | x
        """,
        """
        Werven | 7-12-26 | 18-12-26
        Starten | 21-12-26 | 8-1-27
        Vieren | 11-1-27 | 22-1-27
        """,
    ),
    made(
        "Kale weken met een vakantie ertussen",
        """
        Planning 2027
        Taak | april | << | << | mei | << | <<
        | #14 | #15 | #16 | #19 | #20 | #21
        Werven | x | x | | | |
        Starten | | | x | x | |
        Vieren | | | | | x | x
        """,
        """
        Werven | 5-4-27 | 16-4-27
        Starten | 19-4-27 | 14-5-27
        Vieren | 17-5-27 | 28-5-27
        """,
    ),
    made(
        "Kale weken onder een jaar",
        """
        Taak | 2027 | << | << | << | << | <<
        | #30 | #31 | #32 | #33 | #34 | #35
        Werven | x | x | | | |
        Starten | | | x | x | x | x
        """,
        """
        Werven | 26-7-27 | 6-8-27
        Starten | 9-8-27 | 3-9-27
        """,
    ),
    made(
        "Projectweken onder maanden",
        """
        Taak | september 2026 | << | << | << | oktober 2026 | << | << | <<
        | #1 | #2 | #3 | #4 | #5 | #6 | #7 | #8
        Werven | x | x | | | | | |
        Starten | | | x | x | x | x | |
        Vieren | | | | | | | x | x
        """,
        """
        Werven | 7-9-26 | 18-9-26
        Starten | 21-9-26 | 16-10-26
        Vieren | 19-10-26 | 30-10-26
        """,
        answers={"week1": "2026-09-07"},
        told=("weekofmaand", "week1"),
    ),
    made(
        "Kwartalen over nieuwjaar zonder jaar",
        """
        Taak | Q3 | Q4 | Q1 | Q2
        Werven | x | x | |
        Starten | | | x | x
        """,
        """
        Werven | 1-7-26 | 31-12-26
        Starten | 1-1-27 | 30-6-27
        """,
        answers={"jaar": "2026-2027"},
    ),
    made(
        "Weken met hun maandag tussen haakjes",
        """
        Taak | wk 36 (31-8) | wk 37 (7-9) | wk 38 (14-9) | wk 39 (21-9)
        Werven | x | x | |
        Starten | | | x | x
        """,
        """
        Werven | 31-8-26 | 11-9-26
        Starten | 14-9-26 | 25-9-26
        """,
        answers={"jaar": "2026"},
    ),
    made(
        "Weken boven een rij maandagen",
        """
        Taak | wk 36 | wk 37 | wk 38 | wk 39
        | @31-8-2026 | @7-9-2026 | @14-9-2026 | @21-9-2026
        Werven | x | x | |
        Starten | | | x | x
        """,
        """
        Werven | 31-8-26 | 11-9-26
        Starten | 14-9-26 | 25-9-26
        """,
    ),
    made(
        "Jaar boven kwartaal boven maand",
        """
        Taak | 2027 | << | << | << | << | <<
        ^^ | Q1 | << | << | Q2 | << | <<
        ^^ | jan | feb | mrt | apr | mei | jun
        Werven | x | x | | | |
        Starten | | | x | x | x | x
        """,
        """
        Werven | 1-1-27 | 28-2-27
        Starten | 1-3-27 | 30-6-27
        """,
    ),
    made(
        "Nummers van taken voor kale weken",
        """
        Planning 2027
        Nr | Taak | Wie | mei | << | << | << | juni | << | <<
        | | | #18 | #19 | #20 | #21 | #22 | #23 | #24
        #1 | Werven | roc | x | x | | | | |
        #2 | Starten | vo | | | x | x | x | |
        #3 | Vieren | vo | | | | | | x | x
        """,
        """
        Werven | 3-5-27 | 14-5-27
        Starten | 17-5-27 | 4-6-27
        Vieren | 7-6-27 | 18-6-27
        """,
    ),
    made(
        "Uren onder kale weken",
        """
        Planning 2027
        Taak | mei | << | << | << | juni | << | <<
        | #18 | #19 | #20 | #21 | #22 | #23 | #24
        Werven | #8 | #8 | | | | |
        Starten | | | #4 | #4 | #4 | |
        Vieren | | | | | | #2 | #2
        """,
        """
        Werven | 3-5-27 | 14-5-27
        Starten | 17-5-27 | 4-6-27
        Vieren | 7-6-27 | 18-6-27
        """,
    ),
    made(
        "Kale weken onder maanden in csv",
        """
        Planning 2027
        Taak | mei | | | | juni | |
        | 18 | 19 | 20 | 21 | 22 | 23 | 24
        Werven | x | x | | | | |
        Starten | | | x | x | x | |
        Vieren | | | | | | x | x
        """,
        """
        Werven | 3-5-27 | 14-5-27
        Starten | 17-5-27 | 4-6-27
        Vieren | 7-6-27 | 18-6-27
        """,
        kind="csv",
    ),
    made(
        "Kale weken naast weeknr",
        """
        Planning 2027
        Taak | Weeknr. | #18 | #19 | #20 | #21
        Werven | | x | x | |
        Starten | | | | x | x
        """,
        """
        Werven | 3-5-27 | 14-5-27
        Starten | 17-5-27 | 28-5-27
        """,
    ),
    made(
        "Projectjaren",
        """
        Taak | Jaar 1 | Jaar 2 | Jaar 3 | Jaar 4
        Werven | x | x | |
        Starten | | | x | x
        """,
        """
        Werven | 1-1-27 | 31-12-28
        Starten | 1-1-29 | 31-12-30
        """,
        answers={"jaar": "2027"},
    ),
    made(
        "Kale weken met een week ertussen",
        """
        Planning 2027
        Taak | mei | << | << | juni | << | <<
        | #18 | #19 | #20 | #22 | #23 | #24
        Werven | x | x | | | |
        Starten | | | x | x | x | x
        """,
        """
        Werven | 3-5-27 | 14-5-27
        Starten | 17-5-27 | 18-6-27
        """,
    ),
    made(
        "Plan en real onder elke maand",
        """
        Taak | jan 2027 | << | feb 2027 | << | mrt 2027 | <<
        | plan | real | plan | real | plan | real
        Werven | x | x | x | | |
        Starten | | | | x | x | x
        """,
        """
        Werven | 1-1-27 | 28-2-27
        Starten | 1-3-27 | 31-3-27
        """,
    ),
    made(
        "Gepland en werkelijk onder elk kwartaal",
        """
        Taak | Q1 2027 | << | Q2 2027 | << | Q3 2027 | <<
        ^^ | Gepland | Werkelijk | Gepland | Werkelijk | Gepland | Werkelijk
        Werven | x | x | x | | |
        Starten | | | | x | x | x
        """,
        """
        Werven | 1-1-27 | 30-6-27
        Starten | 1-7-27 | 30-9-27
        """,
    ),
    made(
        "Scholen onder elk kwartaal",
        """
        Taak | Q1 2027 | << | Q2 2027 | << | Q3 2027 | <<
        ^^ | roc | vo | roc | vo | roc | vo
        Werven | x | x | x | | |
        Starten | | | | x | x | x
        """,
        """
        Werven | 1-1-27 | 30-6-27
        Starten | 1-4-27 | 30-9-27
        """,
        told=("onderkoppen",),
    ),
    made(
        "Letters onder elke maand",
        """
        Taak | jan 2027 | << | feb 2027 | <<
        ^^ | a | b | a | b
        Werven | x | x | |
        Starten | | | x |
        """,
        """
        Werven | 1-1-27 | 31-1-27
        Starten | 1-2-27 | 14-2-27
        """,
    ),
    made(
        "Maandagen als dagnummer onder maanden",
        """
        Taak | september 2026 | << | << | << | oktober 2026 | << | <<
        | #7 | #14 | #21 | #28 | #5 | #12 | #19
        Werven | x | x | | | | |
        Starten | | | x | x | x | x | x
        """,
        """
        Werven | 7-9-26 | 18-9-26
        Starten | 21-9-26 | 23-10-26
        """,
    ),
    made(
        "Onder elk kwartaal iets dat een deel is",
        """
        Taak | Q1 2027 | << | Q2 2027 | <<
        ^^ | voor | na | voor | na
        Werven | x | x | |
        Starten | | | x | x
        """,
        """
        Werven | 1-1-27 | 31-3-27
        Starten | 1-4-27 | 30-6-27
        """,
        answers={"onderkoppen": "delen"},
        told=("onderkoppen",),
    ),
    made(
        "Week 1-53 kaal onder maanden vol jaar",
        """
        Planning 2026
        Taak | jan | << | << | << | << | feb | << | << | << | mrt | << | << | <<
        | #1 | #2 | #3 | #4 | #5 | #6 | #7 | #8 | #9 | #10 | #11 | #12 | #13
        Werven | x | x | | | | | | | | | | | x
        Vieren | | | | | | | | | | | x | x | x
        """,
        """
        Werven | 29-12-25 | 27-3-26
        Vieren | 9-3-26 | 27-3-26
        """,
    ),
    made(
        "Maanden boven weken, jaar alleen in kop van groep",
        """
        | | schooljaar 2026-2027 | << | << | << | << | <<
        Nr | Taak | november | << | december | << | januari | <<
        | | #45 | #46 | #50 | #51 | #1 | #2
        1 | Werven | x | x | | | |
        2 | Vieren | | | x | x | x | x
        """,
        """
        Werven | 2-11-26 | 13-11-26
        Vieren | 7-12-26 | 15-1-27
        """,
    ),
    made(
        "Weken met maandkop per losse cel",
        """
        Planning 2027
        Taak | mei | | | | juni | | |
        | 18 | 19 | 20 | 21 | 22 | 23 | 24 | 25
        Werven | x | x | | | | | |
        Vieren | | | | | | | x | x
        """,
        """
        Werven | 3-5-27 | 14-5-27
        Vieren | 14-6-27 | 25-6-27
        """,
    ),
    made(
        "Kwartaal boven maand zonder jaar",
        """
        Taak | Q1 | << | << | Q2 | << | <<
        | jan | feb | mrt | apr | mei | jun
        Werven | x | x | | | |
        Vieren | | | | | x | x
        """,
        """
        Werven | 1-1-27 | 28-2-27
        Vieren | 1-5-27 | 30-6-27
        """,
        answers={"jaar": "2027"},
    ),
    made(
        "Weekrij boven maandrij",
        """
        Planning 2027
        | #18 | #19 | #20 | #21 | #22 | #23
        Taak | mei | << | << | << | juni | <<
        Werven | x | x | | | |
        Vieren | | | | | x | x
        """,
        """
        Werven | 3-5-27 | 14-5-27
        Vieren | 31-5-27 | 11-6-27
        """,
    ),
    made(
        "Jaar onder maanden",
        """
        Taak | okt | nov | dec | jan | feb
        | 2026 | 2026 | 2026 | 2027 | 2027
        Werven | x | x | | |
        Vieren | | | | x | x
        """,
        """
        Werven | 1-10-26 | 30-11-26
        Vieren | 1-1-27 | 28-2-27
        """,
    ),
    made(
        "Kolom opmerking achter samengevoegd",
        """
        Planning 2027
        Taak | mei | << | << | juni | << | << | Opmerking
        ^^ | #18 | #19 | #20 | #22 | #23 | #24 | ^^
        Werven | x | x | | | | | eerst bellen
        Vieren | | | | | x | x |
        """,
        """
        Werven | 3-5-27 | 14-5-27
        Vieren | 7-6-27 | 18-6-27
        """,
    ),
    made(
        "Totaalkolom achter weken",
        """
        Planning 2027
        Taak | mei | << | << | juni | << | << | Totaal
        ^^ | #18 | #19 | #20 | #22 | #23 | #24 | ^^
        Werven | x | x | | | | | #2
        Vieren | | | | | x | x | #2
        """,
        """
        Werven | 3-5-27 | 14-5-27
        Vieren | 7-6-27 | 18-6-27
        """,
    ),
    made(
        "Uren in weken met kopjes",
        """
        Planning 2027
        Taak | mei | << | << | juni | << | <<
        ^^ | #18 | #19 | #20 | #22 | #23 | #24
        Fase 1 | | | | | |
        Werven | #4 | #4 | | | |
        Fase 2 | | | | | |
        Vieren | | | | | #2 | #2
        """,
        """
        Werven | 3-5-27 | 14-5-27
        Vieren | 7-6-27 | 18-6-27
        """,
    ),
    made(
        "Week 1-8 onder januari februari als gewone weken",
        """
        Planning 2027
        Taak | januari | << | << | << | februari | << | << | <<
        | #1 | #2 | #3 | #4 | #5 | #6 | #7 | #8
        Werven | x | x | | | | | |
        Vieren | | | | | | | x | x
        """,
        """
        Werven | 4-1-27 | 15-1-27
        Vieren | 15-2-27 | 26-2-27
        """,
    ),
    made(
        "Een jaar met 10 nummers",
        """
        Taak | 2027 | << | << | << | << | << | << | << | << | <<
        | #1 | #2 | #3 | #4 | #5 | #6 | #7 | #8 | #9 | #10
        Werven | x | x | | | | | | | |
        Vieren | | | | | | | x | x | |
        """,
        """
        Werven | 1-1-27 | 28-2-27
        Vieren | 1-7-27 | 31-8-27
        """,
        answers={"getallen": "maand", "jaar": "2027"},
    ),
    made(
        "Kwartaalnummers onder jaren",
        """
        Taak | 2027 | << | << | << | 2028 | << | << | <<
        | #1 | #2 | #3 | #4 | #1 | #2 | #3 | #4
        Werven | x | x | | | | | |
        Vieren | | | | | | | x | x
        """,
        """
        Werven | 1-1-27 | 30-6-27
        Vieren | 1-7-28 | 31-12-28
        """,
    ),
    made(
        "Kleuren over weken onder maanden laatste leeg",
        """
        Planning 2027
        Taak | mei | << | << | << | juni | << | << | <<
        ^^ | #18 | #19 | #20 | #21 | #22 | #23 | #24 | #25
        Werven | {groen} | {groen} | | | | | |
        Vieren | | | {groen} | {groen} | | | |
        """,
        """
        Werven | 3-5-27 | 14-5-27
        Vieren | 17-5-27 | 28-5-27
        """,
    ),
    made(
        "Titel met week",
        """
        Weekplanning 2027
        Taak | week 10 | week 11 | week 12
        Werven | x | x |
        Vieren | | | x
        """,
        """
        Werven | 8-3-27 | 19-3-27
        Vieren | 22-3-27 | 26-3-27
        """,
    ),
    made(
        "Mijlpaal ruitjes in weken",
        """
        Planning 2027
        Mijlpaal | mei | << | << | juni | << | <<
        ^^ | wk 18 | wk 19 | wk 20 | wk 22 | wk 23 | wk 24
        Werven | ◆ | | | | |
        Vieren | | | | | | ◆
        """,
        """
        Werven | 3-5-27 | 7-5-27
        Vieren | 14-6-27 | 18-6-27
        """,
    ),
    made(
        "Roadmap met drie namen en x",
        """
        Thema | Q1 2027 | Q2 2027 | Q3 2027
        Techniek | Jan | Piet | Klaas
        Zorg | Jan | Piet | Jan
        Media | Klaas | Piet | Jan
        """,
        """
        Techniek | 1-1-27 | 30-9-27
        Zorg | 1-1-27 | 30-9-27
        Media | 1-1-27 | 30-9-27
        """,
    ),
    made(
        "English wk numbers",
        """
        Schedule 2027
        Task | May | << | << | << | June | << | <<
        | #18 | #19 | #20 | #21 | #22 | #23 | #24
        Recruit | x | x | | | | |
        Start | | | | | | x | x
        """,
        """
        Recruit | 3-5-27 | 14-5-27
        Start | 7-6-27 | 18-6-27
        """,
    ),
    made(
        "Aantallen onder elke maand die nergens op slaan",
        """
        Planning 2027
        Taak | jan | << | feb | << | mrt | <<
        | #10 | #11 | #12 | #8 | #11 | #12
        Werven | x | x | | | |
        Starten | | | x | x | x | x
        """,
        """
        Werven | 1-1-27 | 31-1-27
        Starten | 1-2-27 | 31-3-27
        """,
        told=("onderkoppen",),
    ),
    made(
        "Blokken onder schooljaren",
        """
        Taak | 2026-2027 | << | << | << | 2027-2028 | << | << | <<
        | blok 1 | blok 2 | blok 3 | blok 4 | blok 1 | blok 2 | blok 3 | blok 4
        Werven | x | x | | | | | |
        Starten | | | | | | | x | x
        """,
        """
        Werven | 1-8-26 | 31-1-27
        Starten | 1-2-28 | 31-7-28
        """,
        told=("jaardelen",),
    ),
    made(
        "Projectmaanden die in september beginnen",
        """
        Taak | maand 1 | maand 2 | maand 3 | maand 4
        Werven | x | x | |
        Starten | | | x | x
        """,
        """
        Werven | 1-9-26 | 31-10-26
        Starten | 1-11-26 | 31-12-26
        """,
        answers={"week1": "2026-09-01"},
        told=("week1",),
    ),
    made(
        "Maandnummers die van het jaar zijn",
        """
        Taak | maand 1 | maand 2 | maand 3 | maand 4
        Werven | x | x | |
        Starten | | | x | x
        """,
        """
        Werven | 1-1-27 | 28-2-27
        Starten | 1-3-27 | 30-4-27
        """,
        answers={"week1": "jaar", "jaar": "2027"},
        told=("week1", "jaar"),
    ),
    made(
        "Routekaart met twee regels in een vak van de eerste rij",
        """
        Lijn | Q1 2027 | Q2 2027 | Q3 2027 | Q4 2027
        Onderwijs | Kick-off | Scholing | Open dag\\nStage | Evaluatie
        Bedrijven | | Bezoek | | Borrel
        """,
        """
        Kick-off | 1-1-27 | 31-3-27 | * | * | Onderwijs
        Scholing | 1-4-27 | 30-6-27 | * | * | Onderwijs
        Open dag | 1-7-27 | 30-9-27 | * | * | Onderwijs
        Stage | 1-7-27 | 30-9-27 | * | * | Onderwijs
        Evaluatie | 1-10-27 | 31-12-27 | * | * | Onderwijs
        Bezoek | 1-4-27 | 30-6-27 | * | * | Bedrijven
        Borrel | 1-10-27 | 31-12-27 | * | * | Bedrijven
        """,
        answers={"vakken": "mijlpalen", "regels": "los"},
        told=("vakken", "regels"),
    ),
    made(
        "Kalender met woorden in de eerste rij die ook koppen zijn",
        """
        Kalender 2027
        januari | februari | maart | april
        Start | Scholing | Open dag | Gereed
        | Bezoek | | Afronding
        """,
        """
        Start | 1-1-27 | 31-1-27
        Scholing | 1-2-27 | 28-2-27
        Open dag | 1-3-27 | 31-3-27
        Gereed | 1-4-27 | 30-4-27
        Bezoek | 1-2-27 | 28-2-27
        Afronding | 1-4-27 | 30-4-27
        """,
        answers={"vakken": "mijlpalen"},
        told=("vakken",),
    ),
    made(
        "Een rol en een kwartaal in de eerste rij",
        """
        Wat doen we | Wanneer | Door wie
        Aanvraag | Q1 2027 | stuurgroep
        Peiling | Q2 2027 | stuurgroep
        Start | Q4 2027 | stuurgroep
        """,
        """
        Aanvraag | * | 31-3-27
        Peiling | * | 30-6-27
        Start | * | 31-12-27
        """,
        answers={"kolom:mijlpaal": "A", "wie": "v"},
    ),
    made(
        "Meer dagen in de eerste rij",
        """
        Bijeenkomst | Data
        Cursus frezen | ma 8 en di 9 maart 2027
        Ateliers | 3 t/m 17 juni 2027
        Excursies | 1-2 april 2027
        """,
        """
        Cursus frezen | * | *
        Ateliers | 3-6-27 | 17-6-27
        Excursies | 1-4-27 | 2-4-27
        """,
        answers={"kolom:mijlpaal": "A"},
    ),
    made(
        "Maandnummers en een half laatste jaar",
        """
        Taak | 2027 | << | << | << | << | << | << | << | << | << | << | << | 2028 | << | <<
         | #1 | #2 | #3 | #4 | #5 | #6 | #7 | #8 | #9 | #10 | #11 | #12 | #1 | #2 | #3
        Werven | | | | | | | | | | | | x | x | x |
        Starten | | | | | | | | | | | | | | x | x
        """,
        """
        Werven | 1-12-27 | 29-2-28
        Starten | 1-2-28 | 31-3-28
        """,
    ),
    made(
        "Maandnummers vanaf september",
        """
        Taak | 2027 | << | << | << | 2028 | << | << | << | << | << | << | << | << | << | << | <<
         | #9 | #10 | #11 | #12 | #1 | #2 | #3 | #4 | #5 | #6 | #7 | #8 | #9 | #10 | #11 | #12
        Werven | x | x | x | | | | | | | | | | | | |
        Starten | | | | x | x | x | | | | | | | | | |
        """,
        """
        Werven | 1-9-27 | 30-11-27
        Starten | 1-12-27 | 29-2-28
        """,
    ),
    made(
        "Maandletters en een half laatste jaar",
        """
        Taak | 2027 | << | << | << | << | << | << | << | << | << | << | << | 2028 | << | <<
         | J | F | M | A | M | J | J | A | S | O | N | D | J | F | M
        Werven | | | | | | | | | | | | x | x | x |
        Starten | | | | | | | | | | | | | | x | x
        """,
        """
        Werven | 1-12-27 | 29-2-28
        Starten | 1-2-28 | 31-3-28
        """,
    ),
    made(
        "Kwartaalnummers en een half laatste jaar",
        """
        Taak | 2027 | << | << | << | 2028 | <<
         | #1 | #2 | #3 | #4 | #1 | #2
        Werven | | | x | x | x |
        Starten | | | | | x | x
        """,
        """
        Werven | 1-7-27 | 31-3-28
        Starten | 1-1-28 | 30-6-28
        """,
    ),
    made(
        "Romeinse kwartalen en een half laatste jaar",
        """
        Taak | 2027 | << | << | << | 2028 | <<
         | I | II | III | IV | I | II
        Werven | x | | | | |
        Starten | | | | | x | x
        """,
        """
        Werven | 1-1-27 | 31-3-27
        Starten | 1-1-28 | 30-6-28
        """,
    ),
    made(
        "Nummers onder jaren die niet zeggen wat ze zijn",
        """
        Taak | 2027 | << | << | << | << | << | 2028 | << | <<
         | #1 | #2 | #3 | #4 | #5 | #6 | #1 | #2 | #3
        Werven | x | x | x | x | x | x | | |
        Starten | | | | | | | x | x | x
        """,
        """
        Werven | 1-1-27 | 31-12-27
        Starten | 1-1-28 | 31-12-28
        """,
        answers={"jaardelen": "heel"},
        told=("jaardelen",),
    ),
    made(
        "Alleen december is breder",
        """
        Planning 2027
        Taak | sep | okt | nov | dec | << | << | Wie
        Werven | x | x | | | | | Jan
        Starten | | | x | x | | | Jan
        Vieren | | | | | | x | Jan
        """,
        """
        Werven | 1-9-27 | 31-10-27
        Starten | 1-11-27 | 31-12-27
        Vieren | 1-12-27 | 31-12-27
        """,
        answers={"wie": "v"},
    ),
    made(
        "Alleen het laatste kwartaal is breder",
        """
        Taak | Q1 2027 | Q2 2027 | Q3 2027 | Q4 2027 | <<
        Werven | x | x | | |
        Starten | | | x | x |
        """,
        """
        Werven | 1-1-27 | 30-6-27
        Starten | 1-7-27 | 31-12-27
        """,
    ),
    made(
        "Alleen het midden is breder",
        """
        Taak | Q1 2027 | Q2 2027 | << | Q3 2027 | Q4 2027
        Werven | x | x | | |
        Starten | | x | | x |
        """,
        """
        Werven | 1-1-27 | 30-6-27
        Starten | 1-4-27 | 30-9-27
        """,
    ),
    made(
        "Samengevoegde balk met kleur in het eerste vak",
        """
        Planning 2027
        Taak | jan | feb | mrt | apr | mei | jun
        Werven | {groen} | << | << | | |
        Starten | | | | {groen} | << |
        Vieren | | | | | | {groen}
        """,
        """
        Werven | 1-1-27 | 31-3-27
        Starten | 1-4-27 | 31-5-27
        Vieren | 1-6-27 | 30-6-27
        """,
    ),
    made(
        "Somrijen met de dagen van de rijen erboven",
        """
        Taak | Start | Eind
        Inkoop | @11-1-2027 | @12-2-2027
        Montage | @15-2-2027 | @19-3-2027
        Totaal Lab | @11-1-2027 | @19-3-2027
        Huur | @5-4-2027 | @9-4-2027
        Rijden | @12-4-2027 | @16-4-2027
        Totaal Bus | @5-4-2027 | @16-4-2027
        Totaal herzien plan | @3-5-2027 | @7-5-2027
        """,
        """
        Inkoop | 11-1-27 | 12-2-27
        Montage | 15-2-27 | 19-3-27
        Huur | 5-4-27 | 9-4-27
        Rijden | 12-4-27 | 16-4-27
        Totaal herzien plan | 3-5-27 | 7-5-27
        """,
        told=("totalen",),
    ),
    made(
        "Een vakantie tussen de weeknummers onder maanden",
        """
        Planning 2027
        Taak | januari | << | << | << | februari | << | << | <<
         | #1 | #2 | #3 | #4 | #5 | #6 | VAK | #8
        Werven | x | x | x | x | x | x | |
        Starten | | | | | | x | | x
        Vieren | | | | | | | | x
        """,
        """
        Werven | 4-1-27 | 12-2-27
        Starten | 8-2-27 | 26-2-27
        Vieren | 22-2-27 | 26-2-27
        """,
    ),
    made(
        "Een vakantie tussen weken",
        """
        Planning 2027
        Taak | wk 5 | wk 6 | wk 7 | vakantie | wk 9 | wk 10
        Werven | x | x | x | | x | x
        Starten | | | | | x | x
        """,
        """
        Werven | 1-2-27 | 12-3-27
        Starten | 1-3-27 | 12-3-27
        """,
        told=("vakantie",),
    ),
    made(
        "Een zomervakantie tussen maanden in kleur",
        """
        Taak | mei 2027 | juni 2027 | zomervakantie | september 2027 | oktober 2027
        Werven | {groen} | {groen} | | |
        Starten | | {groen} | | {groen} | {groen}
        Vieren | | | | {groen} | {groen}
        """,
        """
        Werven | 1-5-27 | 30-6-27
        Starten | 1-6-27 | 31-10-27
        Vieren | 1-9-27 | 31-10-27
        """,
        told=("zomervakantie",),
    ),
    made(
        "Totalen tussen maanden",
        """
        Taak | jan 2027 | feb 2027 | mrt 2027 | Totaal Q1 | apr 2027 | mei 2027 | jun 2027 | Totaal Q2
        Werven | | x | x | #2 | x | | | #1
        Starten | | | | #0 | | x | x | #2
        """,
        """
        Werven | 1-2-27 | 30-4-27
        Starten | 1-5-27 | 30-6-27
        """,
        told=("Totaal Q1",),
    ),
    made(
        "Kale weken over de jaarwisseling met week 53",
        """
        Planning 2026-2027
        Activiteit | #50 | #51 | #52 | #53 | #1 | #2 | #3
        Kerstkamp | | | x | x | | |
        Lezing | | | | | | x |
        Traject | x | x | x | x | x | x | x
        """,
        """
        Kerstkamp | 21-12-26 | 1-1-27
        Lezing | 11-1-27 | 15-1-27
        Traject | 7-12-26 | 22-1-27
        """,
        answers={"getallen": "week", "jaar": "2026-2027"},
        told=("getallen", "jaar"),
    ),
]
