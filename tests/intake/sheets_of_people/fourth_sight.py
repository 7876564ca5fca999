"""Sheets of a fourth round: two years as heads, weekdays with a day number, and what else people had lying around."""

from tests.intake.sheets_of_people.made import made

_YEARS = [
    made(
        "Twee schooljaren onder een titel, met een kop van twee woorden",
        """
        Meerjarenplan techniek
        Doel / activiteit | 2026-2027 | 2027-2028
        Bovenbouwprogramma herzien | x |
        Docentstages | x | x
        Keuzevak zorgtechniek | | x
        """,
        """
        Bovenbouwprogramma herzien | 1-8-26 | 31-7-27
        Docentstages | 1-8-26 | 31-7-28
        Keuzevak zorgtechniek | 1-8-27 | 31-7-28
        """,
    ),
    made(
        "Twee jaren in kleur, met een vraag als kop naast de speerpunten",
        """
        Meerjarenplan techniek

        Speerpunt | Wat willen we bereiken? | 2027 | 2028
        Vmbo | Lab open | {groen} |
        Vmbo | Docentstages | {groen} | {groen}
        Mbo | Werven | | {groen}
        """,
        """
        Lab open | 1-1-27 | 31-12-27
        Docentstages | 1-1-27 | 31-12-28
        Werven | 1-1-28 | 31-12-28
        """,
    ),
    made(
        "Twee halve jaren met ja als kruisje",
        """
        Waar werken we aan | 1e halfjaar 2027 | 2e halfjaar 2027
        Bovenbouwprogramma herzien | ja |
        Docentstages | ja | ja
        """,
        """
        Bovenbouwprogramma herzien | 1-1-27 | 30-6-27
        Docentstages | 1-1-27 | 31-12-27
        """,
    ),
    made(
        "Kosten van twee jaren zonder bekende kop",
        """
        Kosten per jaar | 2027 | 2028
        Huur | 1.000 | 2.000
        Bus | 100 |
        """,
    ),
]
_DAYS_OF_MONTHS = [
    made(
        "Een jaarkalender met de dag van de week voor elk nummer",
        """
        Jaarkalender 2027
        Datum | Activiteit | Bijzonderheden
        Januari | |
        di 12 | Nieuwjaarsoverleg bedrijven | aula
        za 30 | Open huis |
        Februari
        do 11 t/m vr 12 | Techniekavond | inloop 19.00
        Maart
        8 t/m 12 | Beroepenweek |
        15 (ma) | Proefles |
        ma 22 en di 23 | Twee dagen stage |
        """,
        """
        Nieuwjaarsoverleg bedrijven | | 12-1-27
        Open huis | | 30-1-27
        Techniekavond | 11-2-27 | 12-2-27
        Beroepenweek | 8-3-27 | 12-3-27
        Proefles | | 15-3-27
        Twee dagen stage | 22-3-27 | 23-3-27
        """,
    ),
    made(
        "Een jaarkalender waarvan de dagen een ander jaar zeggen dan de titel",
        """
        Jaarkalender 2026
        Datum | Activiteit
        Januari |
        di 12 | Overleg
        za 30 | Open huis
        Februari
        do 11 | Techniekavond
        """,
        """
        Overleg | | 12-1-27
        Open huis | | 30-1-27
        Techniekavond | | 11-2-27
        """,
        told=["2026 niet genomen als jaar, maar 2027"],
    ),
    made(
        "Een jaarkalender met een dag van de week die niet klopt",
        """
        Schoolkalender 2026-2027
        Datum | Activiteit
        September |
        di 8 | Overleg
        zo 26 | Open huis
        Februari
        do 11 | Techniekavond
        """,
        """
        Overleg | | 8-9-26
        Open huis | |
        Techniekavond | | 11-2-27
        """,
        told=["zo 26 September"],
    ),
    made(
        "De maand in de ene kolom, de dag in de andere",
        """
        Maand | Dag | Activiteit
        Januari 2027 | di 12 | Overleg
        | za 30 | Open huis
        Februari 2027 | do 11 | Techniekavond
        April 2027 | | Hele maand lessen
        """,
        """
        Overleg | | 12-1-27
        Open huis | | 30-1-27
        Techniekavond | | 11-2-27
        Hele maand lessen | 1-4-27 | 30-4-27
        """,
        told=["De dagen bij ‘Dag’"],
    ),
    made(
        "Jaar, maand en dag met de dag van de week in drie kolommen",
        """
        Jaar | Maand | Dag | Activiteit
        2027 | januari | di 12 | Overleg
        | | za 30 | Open huis
        | februari | do 11 | Techniekavond
        2028 | januari | wo 12 | Weer een overleg
        """,
        """
        Overleg | | 12-1-27
        Open huis | | 30-1-27
        Techniekavond | | 11-2-27
        Weer een overleg | | 12-1-28
        """,
    ),
]
_GROUPS_BESIDE = [
    made(
        "Fasen op een eigen regel in de kolom voor de taken",
        """
        Fase | Taak | Start | Gereed
        Voorbereiding{*} | | |
        | Kwartiermaker zoeken | @1-12-2026 | @29-1-2027
        | Werksessies | @1-2-2027 | @23-4-2027
        Uitvoering{*} | | |
        | Eerste tranche | @30-8-2027 | @28-1-2028
        """,
        """
        Kwartiermaker zoeken | 1-12-26 | 29-1-27 | * | * | Voorbereiding
        Werksessies | 1-2-27 | 23-4-27 | * | * | Voorbereiding
        Eerste tranche | 30-8-27 | 28-1-28 | * | * | Uitvoering
        """,
    ),
    made(
        "Werkpakketten met eigen dagen en een eigenaar op een eigen regel",
        """
        Werkpakket | Activiteit | Wie | Van | Tot
        WP1 Instroom | | Anja | @1-12-2026 | @9-7-2027
        | Scan per school | | @1-12-2026 | @26-2-2027
        | Programma kiezen | | @1-3-2027 | @9-7-2027
        WP2 Scholing | | Bram | @30-8-2027 | @7-7-2028
        | Trainers werven | | @30-8-2027 | @17-12-2027
        """,
        """
        Scan per school | 1-12-26 | 26-2-27 | * | * | WP1 Instroom
        Programma kiezen | 1-3-27 | 9-7-27 | * | * | WP1 Instroom
        Trainers werven | 30-8-27 | 17-12-27 | * | * | WP2 Scholing
        """,
        told=["‘WP1 Instroom’ en ‘WP2 Scholing’ op een eigen regel", "is niet overgenomen"],
    ),
    made(
        "Thema en fase elk op een eigen regel, met een fase die met haar thema eindigt",
        """
        Thema | Fase | Taak | Gereed
        Instroom | | |
        | Start | |
        | | Werven | @29-1-2027
        | Vervolg | |
        | | Meten | @23-4-2027
        Lab | | |
        | | Bouwen | @28-1-2028
        """,
        """
        Werven | | 29-1-27
        Meten | | 23-4-27
        Bouwen | | 28-1-28 | * | * | Lab
        """,
        told=["Vervolg"],
    ),
    made(
        "Een groep zonder bekende kop op een eigen regel",
        """
        Blok | Taak | Gereed
        Voorjaar | |
        | Werven | @29-1-2027
        | Meten | @23-4-2027
        """,
        """
        Werven | | 29-1-27
        Meten | | 23-4-27
        """,
        told=["Voorjaar"],
    ),
    made(
        "Thema met een nummer boven elke tabel",
        """
        Thema 1: Instroom
        Activiteit | Klaar
        Techniekpas | @24-9-2027

        Thema 4: Techniekcentrum
        Activiteit | Klaar
        Ontwerp gereed | @11-2-2028
        """,
        """
        Techniekpas | | 24-9-27 | * | * | Thema 1: Instroom
        Ontwerp gereed | | 11-2-28 | * | * | Thema 4: Techniekcentrum
        """,
        told=["Geen thema"],
    ),
]
_OTHER_TABLES = [
    made(
        f"Onder de mijlpalen een andere tabel: {name}",
        f"""
        Mijlpaal | Datum | Eigenaar
        Hal geopend | @8-9-2028 |
        500 leerlingen bereikt | @14-12-2029 |
        {between}
        {title}
        {rows}
        """,
        """
        Hal geopend | | 8-9-28
        500 leerlingen bereikt | | 14-12-29
        """,
        told=["Onder de tabel, en overgeslagen", title],
    )
    for name, between, title, rows in (
        (
            "risico's",
            "\n",
            "Risico's",
            "Risico | Kans | Maatregel\nTekort | groot | hybride\nVertraging | middel | vroeg",
        ),
        ("een begroting", "\n", "Begroting", "Post | Aantal | Prijs\nLasposten | #3 | #1200\nAfzuiging | #1 | #9000"),
        (
            "partners",
            "",
            "Partners",
            "Organisatie | Plaats | Telefoon\nTCO | Oostmark | 0314-5551\nROC | Rijn | 026-5550",
        ),
    )
]
_LOST = [
    made(
        "Risico's direct onder de mijlpalen, zonder lege regel",
        """
        Mijlpaal | Datum | Eigenaar
        Hal geopend | @8-9-2028 |
        500 leerlingen | @14-12-2029 |
        Risico | Kans | Maatregel
        Tekort | groot | hybride
        Vertraging | middel | vroeg
        """,
        """
        Hal geopend | | 8-9-28
        500 leerlingen | | 14-12-29
        """,
        told=["Onder de tabel, en overgeslagen: ‘Risico’"],
    ),
    made(
        "Bedragen onder jaren naast een begin en een einde",
        """
        Activiteit | Start | Eind | 2027 | 2028
        Lassen A | @1-2-2027 | @25-6-2027 | #12000 |
        Lassen B | @1-2-2028 | @23-6-2028 | | #15000
        """,
        """
        Lassen A | 1-2-27 | 25-6-27
        Lassen B | 1-2-28 | 23-6-28
        """,
        told=["wat staat bij ‘2027’ en ‘2028’"],
    ),
    made(
        "Kruisjes onder jaren naast een begin en een einde zeggen hetzelfde",
        """
        Activiteit | Start | Eind | 2027 | 2028
        Lassen A | @1-2-2027 | @25-6-2027 | x |
        Lassen B | @1-2-2028 | @23-6-2028 | | x
        """,
        """
        Lassen A | 1-2-27 | 25-6-27
        Lassen B | 1-2-28 | 23-6-28
        """,
    ),
    made(
        "Een blok over het project boven de koppen",
        """
        Project: | Techniekroute
        Opdrachtgever: | Stuurgroep

        Activiteit | Eind
        Lassen | @25-6-2027
        Meten | @23-6-2028
        """,
        """
        Lassen | | 25-6-27
        Meten | | 23-6-28
        """,
        told=["Boven de koppen, en nergens in overgenomen", "‘Project:’"],
    ),
]
_PAINTED = [
    made(
        "Een woord in het eerste vak van een gekleurde balk",
        """
        Project | jan 2027 | feb 2027 | mrt 2027 | apr 2027 | mei 2027
        Lesstof maken | ontwerpen{groen} | {groen} | {groen} | |
        Lab bouwen | | | | plaatsen{blauw} | {groen}
        """,
        """
        ontwerpen | 1-1-27 | 31-3-27 | * | * | Lesstof maken
        plaatsen | 1-4-27 | 30-4-27 | * | * | Lab bouwen
        """,
        answers={"vakken": "mijlpalen"},
        told=["Zo lang als de kleur achter hun woord doorloopt: ‘ontwerpen’"],
    ),
]
_PHASES = [
    made(
        "Fasen met hun maanden als koppen",
        """
        Taak | Fase 1 (jan-jun 2027) | Fase 2 (jul-dec 2027)
        Werven | x |
        Meten | | x
        Begeleiden | x | x
        """,
        """
        Werven | 1-1-27 | 30-6-27
        Meten | 1-7-27 | 31-12-27
        Begeleiden | 1-1-27 | 31-12-27
        """,
    ),
    made(
        "Fasen met hun maanden als koppen, zonder jaar",
        """
        Taak | Fase 1 (jan-jun) | Fase 2 (jul-dec) | Fase 3 (jan-jun)
        Werven | x | |
        Meten | | x | x
        """,
        """
        Werven | 1-1-27 | 30-6-27
        Meten | 1-7-27 | 30-6-28
        """,
        answers={"jaar": "2027"},
    ),
    made(
        "De laatste dag van elk kwartaal als kop",
        """
        Actie | @31-3-2027 | @30-6-2027 | @30-9-2027 | @31-12-2027
        Werven | x | | |
        Meten | | x | x |
        """,
        """
        Werven | 1-1-27 | 31-3-27
        Meten | 1-4-27 | 30-9-27
        """,
        told=["hele kwartalen"],
    ),
    made(
        "De eerste dag van elk kwartaal als kop",
        """
        Actie | 1-10-2026 | 1-1-2027 | 1-4-2027
        Werven | x | |
        Meten | | x | x
        """,
        """
        Werven | 1-10-26 | 31-12-26
        Meten | 1-1-27 | 30-6-27
        """,
        told=["hele kwartalen"],
    ),
    made(
        "Een percentage dat iets anders zegt dan de stand",
        """
        Actie | Deadline | Status | % gereed
        Werven | @1-3-2027 | Afgerond | #50%
        Meten | @1-4-2027 | Niet gestart | #40%
        Bouwen | @1-5-2027 | Afgerond | #100%
        """,
        """
        Werven | | 1-3-27 | gereed
        Meten | | 1-4-27 | niet gestart
        Bouwen | | 1-5-27 | gereed
        """,
        told=["Het woord telt, en niet het percentage ernaast"],
    ),
    made(
        "Acties met telefoon en e-mail van wie het doet",
        """
        Actie | Klaar | Wie | Telefoon | E-mail
        Werven | 1-3-2027 | Jan | 06-12345678 | jan@x.nl
        Meten | 1-4-2027 | Piet | 06-87654321 | piet@x.nl
        """,
        """
        Werven | | 1-3-27
        Meten | | 1-4-27
        """,
        told=["Telefoon en E-mail"],
    ),
    made(
        "Projecten met een nummer, een prioriteit en een projectleider",
        """
        ID | Project | Prioriteit | Projectleider | Startdatum | Einddatum
        P-01 | Container | Hoog | Anja | @2-11-2026 | @31-8-2027
        P-02 | Zij-instroom | Midden | Bram | @1-1-2027 | @31-12-2029
        P-03 | Maakplaats | Laag | Cor | @1-1-2028 | @31-12-2028
        """,
        """
        Container | 2-11-26 | 31-8-27
        Zij-instroom | 1-1-27 | 31-12-29
        Maakplaats | 1-1-28 | 31-12-28
        """,
    ),
]
_OTHERS = [
    made(
        "Weken en reeksen van weken onder Week",
        """
        Actie | Week | Jaar
        Werven | 5 | 2027
        Meten | 7-9 | 2027
        Bouwen | 12 t/m 14 | 2027
        """,
        """
        Werven | * | 5-2-27
        Meten | 15-2-27 | 5-3-27
        Bouwen | 22-3-27 | 9-4-27
        """,
    ),
    made(
        "Een reeks van weken onder de eindweek alleen",
        """
        Actie | Startweek | Eindweek
        Werven | 5 | 6-7
        Meten | 7 | 9
        """,
        """
        Werven | 1-2-27 | 19-2-27
        Meten | 15-2-27 | 5-3-27
        """,
        answers={"jaar": "2027"},
    ),
    made(
        "Aanhalingstekens en idem voor hetzelfde als erboven",
        """
        Activiteit | Klaar | Thema
        Werven | 1-3-2027 | Instroom
        Meten | 1-4-2027 | "
        Bouwen | idem | idem
        """,
        """
        Werven | | 1-3-27 | * | * | Instroom
        Meten | | 1-4-27 | * | * | Instroom
        Bouwen | | 1-4-27 | * | * | Instroom
        """,
        told=["Een teken of woord voor hetzelfde"],
    ),
    made(
        "Een kruisje naast het einde dat erbuiten ligt",
        """
        Taak | Start | Eind | jan 27 | feb 27 | mrt 27 | apr 27 | mei 27
        Lesstof | @11-1-2027 | @26-2-2027 | x | x | | |
        Verspreiden | @1-4-2027 | @30-4-2027 | | | | x | x
        """,
        """
        Lesstof | 11-1-27 | 26-2-27
        Verspreiden | 1-4-27 | 30-4-27
        """,
        told=["ligt daarbuiten"],
    ),
    made(
        "Letters van stoplichten onder een kop die ze noemt, met de hand aangewezen",
        """
        Actie | Gereed | G/O/R | Toelichting
        Convenant | @12-3-2027 | G | ligt ter tekening
        Volgsysteem | @25-6-2027 | O | koppeling lastig
        Locatie zuid | @26-11-2027 | R | geen grond
        """,
        """
        Convenant | | 12-3-27 | groen
        Volgsysteem | | 25-6-27 | oranje
        Locatie zuid | | 26-11-27 | rood
        """,
        said={"kolom:stoplicht": "C"},
    ),
    made(
        "Letters van stoplichten onder een kop die ze noemt",
        """
        Actie | Gereed | G/O/R
        Convenant | @12-3-2027 | G
        Volgsysteem | @25-6-2027 | O
        Locatie zuid | @26-11-2027 | R
        """,
        """
        Convenant | | 12-3-27
        Volgsysteem | | 25-6-27
        Locatie zuid | | 26-11-27
        """,
        told=["G/O/R"],
    ),
    made(
        "Ja en nee onder de jaren",
        """
        Activiteit | 2027 | 2028
        Werven | ja | nee
        Meten | nee | ja
        """,
        """
        Werven | 1-1-27 | 31-12-27
        Meten | 1-1-28 | 31-12-28
        """,
        answers={"teken:nee": "geen"},
    ),
]
_LED_HEADINGS = [
    made(
        "Een vet kopje met wie de fase trekt",
        """
        Taak | Start | Eind | Wie
        Fase 1{*} | | | Anja
        Werven | @1-1-2027 | @1-3-2027 |
        Meten | @1-2-2027 | @1-4-2027 |
        """,
        """
        Werven | 1-1-27 | 1-3-27 | * | * | Fase 1
        Meten | 1-2-27 | 1-4-27 | * | * | Fase 1
        """,
        answers={"naamalleen": "kopje"},
        told=["‘Anja’"],
    ),
    made(
        "Een losse opmerking onder genummerde acties",
        """
        nr | Actie | Wie | Gereed
        1 | Rooster opvragen | | @22-1-2027
        2 | Bus reserveren | | @5-2-2027
        3 | Schoenen bestellen | | @19-2-2027
        | maten doorgeven voor 1 februari | |
        """,
        """
        Rooster opvragen | | 22-1-27
        Bus reserveren | | 5-2-27
        Schoenen bestellen | | 19-2-27
        """,
        told=["maten doorgeven"],
    ),
    made(
        "Twee losse opmerkingen onder genummerde acties, met een antwoord voor alle",
        """
        nr | Actie | Gereed
        1 | Rooster opvragen | @22-1-2027
        | vraag ook de chauffeur |
        2 | Bus reserveren | @5-2-2027
        3 | Schoenen bestellen | @19-2-2027
        | maten doorgeven voor 1 februari |
        """,
        """
        Rooster opvragen | | 22-1-27
        Bus reserveren | | 5-2-27
        Schoenen bestellen | | 19-2-27
        """,
        said={"totalen": "overslaan"},
    ),
]
SHEETS = (
    *_YEARS,
    *_DAYS_OF_MONTHS,
    *_LED_HEADINGS,
    *_OTHERS,
    *_PHASES,
    *_PAINTED,
    *_GROUPS_BESIDE,
    *_OTHER_TABLES,
    *_LOST,
)
