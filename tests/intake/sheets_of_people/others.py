"""Less tidy plans: themes merged downwards, dates down with texts beside them, two plans in a file, other languages."""

from tests.intake.sheets_of_people.made import made

_MANY = "\n".join(
    f"{number} | Les {number} van de reeks gegeven | @{1 + number % 28}-{1 + number % 12}-2027"
    for number in range(1, 331)
)
_MANY_RECORDS = "\n".join(
    f"Les {number} van de reeks gegeven | | {1 + number % 28}-{1 + number % 12}-27" for number in range(1, 331)
)

SHEETS = [
    made(
        "Thema samengevoegd naar beneden",
        """
        Regioplan Oost
        Thema | Activiteit | Start | Gereed
        Oriëntatie | Techniekdag groep 7 en 8 | @5-10-2026 | @9-10-2026
        ^^ | Bezoek aan de mobiele werkplaats | @11-1-2027 | @22-1-2027
        ^^ | Ouderavond techniek | @8-2-2027 | @8-2-2027
        Docenten | Bedrijfsstage van een week | @12-4-2027 | @16-4-2027
        ^^ | Cursus domotica | @3-5-2027 | @25-6-2027
        """,
        """
        Techniekdag groep 7 en 8 | 5-10-26 | 9-10-26 | * | * | Oriëntatie
        Bezoek aan de mobiele werkplaats | 11-1-27 | 22-1-27 | * | * | Oriëntatie
        Ouderavond techniek | 8-2-27 | 8-2-27 | * | * | Oriëntatie
        Bedrijfsstage van een week | 12-4-27 | 16-4-27 | * | * | Docenten
        Cursus domotica | 3-5-27 | 25-6-27 | * | * | Docenten
        """,
    ),
    made(
        "Thema alleen in de eerste rij",
        """
        Thema | Actie | Wie | Wanneer
        Instroom | Meeloopdagen organiseren | PO-VO | november 2026
         | Website voor meisjes maken | communicatie | februari 2027
        Doorstroom | Vrijstellingen afspreken met mbo | roc | juni 2027
         | Warme overdracht invoeren | mentoren | september 2027
        """,
        """
        Meeloopdagen organiseren | * | 30-11-26
        Website voor meisjes maken | * | 28-2-27
        Vrijstellingen afspreken met mbo | * | 30-6-27
        Warme overdracht invoeren | * | 30-9-27
        """,
    ),
    made(
        "Jaarkalender met datum vooraan",
        """
        JAARKALENDER STO 2026-2027
        Datum | Tijd | Bijeenkomst | Locatie
        di 15-09-2026 | 9:00 - 12:00 | Stuurgroep | gemeentehuis
        wo 07-10-2026 | 13:30 - 17:00 | Docentendag | roc
        do 12-11-2026 | 15:00 - 17:00 | Bedrijvencafé | De Brug
        di 19-01-2027 | 9:00 - 12:00 | Stuurgroep voorjaar | gemeentehuis
        """,
        """
        Stuurgroep | * | 15-9-26
        Docentendag | * | 7-10-26
        Bedrijvencafé | * | 12-11-26
        Stuurgroep voorjaar | * | 19-1-27
        """,
        answers={"kolom:mijlpaal": "C", "kolom:klaar": "A"},
    ),
    made(
        "Twee plannen in een werkmap",
        """
        === Plan 2027
        Taak | Begin | Eind
        Leerlijn beschrijven | @4-1-2027 | @26-3-2027
        Leerlijn proefdraaien | @29-3-2027 | @25-6-2027
        Leerlijn bijstellen | @23-8-2027 | @24-9-2027
        Leerlijn invoeren | @27-9-2027 | @17-12-2027
        Leerlijn delen | @1-11-2027 | @17-12-2027
        === Plan 2026 oud
        Taak | Begin | Eind
        Werkgroep starten | @5-1-2026 | @30-1-2026
        Wensen ophalen | @2-2-2026 | @27-3-2026
        Voorstel schrijven | @30-3-2026 | @29-5-2026
        Voorstel bespreken | @1-6-2026 | @26-6-2026
        Voorstel vaststellen | @29-6-2026 | @10-7-2026
        """,
        """
        Leerlijn beschrijven | 4-1-27 | 26-3-27
        Leerlijn proefdraaien | 29-3-27 | 25-6-27
        Leerlijn bijstellen | 23-8-27 | 24-9-27
        Leerlijn invoeren | 27-9-27 | 17-12-27
        Leerlijn delen | 1-11-27 | 17-12-27
        """,
        answers={"tab": "Plan 2027"},
    ),
    made(
        "Verborgen tab met een kopie",
        """
        === Planning
        Activiteit | Van | T/m
        Kas bouwen | 1-2-2027 | 26-2-2027
        Kas vullen | 1-3-2027 | 19-3-2027
        Kas openen | 22-3-2027 | 26-3-2027
        === (Kopie)
        Activiteit | Van | T/m
        Oude kas slopen | 5-1-2026 | 30-1-2026
        Oude kas afvoeren | 2-2-2026 | 6-2-2026
        """,
        """
        Kas bouwen | 1-2-27 | 26-2-27
        Kas vullen | 1-3-27 | 19-3-27
        Kas openen | 22-3-27 | 26-3-27
        """,
    ),
    made(
        "Meer dan driehonderd rijen",
        f"""
Nr | Omschrijving | Datum
{_MANY}
""",
        _MANY_RECORDS,
        answers={"deel": "alles"},
    ),
    made(
        "Deutscher Plan",
        """
        Nr. | Vorgang | Anfang | Ende | Status
        1 | Konzept schreiben | Mo 11.01.27 | Fr 29.01.27 | erledigt
        2 | Partner finden | Mo 01.02.27 | Fr 26.03.27 | in Arbeit
        3 | Werkstatt öffnen | Mo 29.03.27 | Fr 16.04.27 | offen
        """,
        """
        Konzept schreiben | 11-1-27 | 29-1-27 | gereed
        Partner finden | 1-2-27 | 26-3-27 | groen
        Werkstatt öffnen | 29-3-27 | 16-4-27 | niet gestart
        """,
        kind="csv",
        answers={"kolom:mijlpaal": "B"},
    ),
    made(
        "Planning met baseline en werkelijke datums",
        """
        Task | Baseline Start | Baseline Finish | Start | Finish | Actual Start | Actual Finish
        Design | 2026-08-03 | 2026-08-28 | 2026-09-01 | 2026-09-30 | 2026-09-02 |
        Build | 2026-08-31 | 2026-10-30 | 2026-10-01 | 2026-11-27 | |
        Open | 2026-11-02 | 2026-11-06 | 2026-11-30 | 2026-12-04 | |
        """,
        """
        Design | 1-9-26 | 30-9-26
        Build | 1-10-26 | 27-11-26
        Open | 30-11-26 | 4-12-26
        """,
        kind="comma",
    ),
    made(
        "Alleen een begin en een duur",
        """
        Taak | Start | Duur (dagen)
        Voorbereiden | @1-9-2026 | #10
        Uitvoeren | @15-9-2026 | #30
        Afronden | @27-10-2026 | #5
        """,
        """
        Voorbereiden | * | *
        Uitvoeren | * | *
        Afronden | * | *
        """,
    ),
    made(
        "Actie met meer regels in een cel",
        """
        Actiepunt | Toelichting | Uiterlijk
        Rooster aanpassen | eerst overleg met team\\ndaarna met directie | 1 oktober 2026
        Contract verlengen | zie mail van 3 september | 15 oktober 2026
        Klankbordgroep samenstellen | 6 leerlingen, 2 ouders | 1 november 2026
        """,
        """
        Rooster aanpassen | | 1-10-26
        Contract verlengen | | 15-10-26
        Klankbordgroep samenstellen | | 1-11-26
        """,
        kind="csv",
    ),
    made(
        "Datum die niet bestaat",
        """
        Taak | Begin | Klaar
        Keuzevak kiezen | 1-9-2026 | 31-9-2026
        Keuzevak inrichten | 1-10-2026 | 30-11-2026
        Keuzevak starten | 1-12-2026 | 18-12-2026
        """,
        """
        Keuzevak kiezen | 1-9-26 |
        Keuzevak inrichten | 1-10-26 | 30-11-26
        Keuzevak starten | 1-12-26 | 18-12-26
        """,
    ),
    made(
        "Beide volgordes door elkaar",
        """
        Taak | Klaar
        Plan a | 13/2/2027
        Plan b | 2/14/2027
        Plan c | 3/4/2027
        """,
        """
        Plan a | | *
        Plan b | | *
        Plan c | | 3-4-27
        """,
        kind="csv",
        answers={"datumvolgorde": "dm"},
    ),
    made(
        "Sjabloon met voorbeeldrijen",
        """
        Projectplan sjabloon
        Taak | Begin | Eind | Status
        Taak 1 | dd-mm-jjjj | dd-mm-jjjj | status
        Taak 2 | dd-mm-jjjj | dd-mm-jjjj | status
        Taak 3 | dd-mm-jjjj | dd-mm-jjjj | status
        """,
    ),
    made(
        "Maanden met bedragen",
        """
        Uitgaven per maand
        Post | jan 2027 | feb 2027 | mrt 2027
        Scholing | #1250 | #800 | #0
        Machines | #0 | #12500 | #400
        Vervoer | #90 | #110 | #95
        """,
    ),
    made(
        "Rooster per week",
        """
        Lesrooster
        Uur | Maandag | Dinsdag | Woensdag | Donderdag | Vrijdag
        1 | wiskunde | techniek | Engels | techniek | gym
        2 | techniek | wiskunde | techniek | Nederlands | techniek
        3 | Engels | gym | wiskunde | techniek | mentoruur
        """,
    ),
    made(
        "Maanden met jaar alleen bij januari",
        """
        Activiteit | sept | okt | nov | dec | jan 2027 | feb | mrt
        Vacature open | x | x | | | | |
        Gesprekken | | | x | x | | |
        In dienst | | | | | x | x | x
        """,
        """
        Vacature open | 1-9-26 | 31-10-26
        Gesprekken | 1-11-26 | 31-12-26
        In dienst | 1-1-27 | 31-3-27
        """,
    ),
    made(
        "Letters per fase in maanden",
        """
        Onderdeel | jan 2027 | feb 2027 | mrt 2027 | apr 2027
        Robotlab | V | V | U | U
        Lasrobot | | V | U |
        Zonnedak | V | U | U | U
        """,
        """
        Robotlab | 1-1-27 | 30-4-27
        Lasrobot | 1-2-27 | 31-3-27
        Zonnedak | 1-1-27 | 30-4-27
        """,
    ),
]
