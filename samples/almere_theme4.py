"""Theme 4 of the Almere plan: teachers, school leaders and companies learn."""

from almere_notatie import planned, step

LEARNING_QUESTION = "Inventariseren leervraag en kennisbehoefte, stages opnemen in scholingsplan"

THEME_4 = (
    planned(
        "4.1",
        "Stages bij bedrijven voor techniekdocenten en instructeurs",
        "Per vmbo-school lopen jaarlijks minstens 2 docenten een week mee met een technisch of technologisch bedrijf "
        "uit het netwerk. Ze zien wat er nieuw is, doen kennis op en gebruiken die in hun lessen. Daarnaast ontstaat "
        "een blijvende band waarin school en bedrijf kennis uitwisselen.",
        (5,),
        "professionalisering onderwijspersoneel bedrijven",
        ("- directies van de scholen", "- docententeam", "BED directies", "BED begeleider"),
        (
            (
                "2020",
                LEARNING_QUESTION,
                "Per school twee docenten op bedrijfsstage, minimaal 1 week (40 uur)",
            ),
            ("2021", "Idem"),
            ("2022 - 2023", "Idem"),
        ),
        (
            step(
                "4.1a 1-1-2020 31-3-2020 E:DP V:WG R:SC+AC+MG+EN+BC+AV I:BED win",
                "Leervragen van docenten in het scholingsplan",
                "Scholingsplan van elke school met leervraag, kennisbehoefte en stages",
            ),
            step(
                "4.1b 1-4-2020 31-12-2020 E:DP V:SC+AC+MG+EN+BC+AV S:BED I:PL na:4.1a",
                "Eerste 12 docenten op bedrijfsstage geweest",
                "12 stageverslagen van elk minimaal 40 uur, met wat er in de les verandert",
            ),
            step(
                "4.1c 1-1-2021 31-12-2021 E:DP V:SC+AC+MG+EN+BC+AV S:BED I:PL na:4.1b",
                "Tweede jaar docentstages uitgevoerd",
                "Nog eens 12 stageverslagen en een bijgewerkt scholingsplan",
            ),
        ),
    ),
    planned(
        "4.2",
        "Stages voor directieleden vmbo bij bedrijven",
        "Van elke vmbo-school loopt jaarlijks minstens 1 leidinggevende (rector, conrector of teamleider) ten minste 3 "
        "dagen stage bij een technisch of technologisch bedrijf of een instelling in het netwerk. Zo leert de school "
        "de vraagstukken, werksfeer, cultuur en aanpak van het bedrijf kennen en wordt de relatie sterker.",
        (5, 4),
        "professionalisering onderwijspersoneel bedrijven",
        ("- 1 leidinggevende per vmbo-school", "BED directie en begeleider"),
        (
            ("2020", LEARNING_QUESTION, "Per school minimaal 1 leidinggevende voor 3 dagen"),
            ("2021", "Idem"),
            ("2022 - 2023", "Idem"),
        ),
        (
            step(
                "4.2a 1-1-2020 31-12-2020 E:PL V:SC+AC+MG+EN+BC+AV S:BED I:SG win",
                "Zes leidinggevenden op bedrijfsstage geweest",
                "Zes verslagen van een stage van 3 dagen, besproken in het projectteam",
            ),
            step(
                "4.2b 1-1-2021 31-12-2021 E:PL V:SC+AC+MG+EN+BC+AV S:BED I:SG na:4.2a",
                "Tweede jaar stages leidinggevenden uitgevoerd",
                "Zes nieuwe verslagen en een lijst van bedrijven die willen blijven",
            ),
        ),
    ),
    planned(
        "4.3",
        "Inzet expertise bedrijven in het vmbo",
        "In elk innovationlab of leerbedrijf werkt één dag per week een specialist uit een bedrijf (hybride "
        "medewerker). Die draagt kennis over aan docenten en leerlingen, werkt mee in de lessen, geeft gastlessen en "
        "brengt vernieuwingen in of begeleidt ze.",
        (5, 4),
        "bedrijven onderwijspersoneel professionalisering",
        ("- teams van de zes vmbo-scholen", "BED medewerkers"),
        (
            ("2020", "Nvt"),
            (
                "2021",
                "Benaderen van bedrijven / medewerkers",
                "Afspraken maken over inzet, taken en verantwoordelijkheden",
                "Inzet van 1 dag per week per school",
                "Uitbreiding mag",
            ),
            ("2022 - 2023", "Idem"),
        ),
        (
            step(
                "4.3a 1-1-2021 30-6-2021 E:PL V:DP R:BED+BKA I:SC+AC+MG+EN+BC+AV",
                "Afspraken over hybride medewerkers gemaakt",
                "Zes afspraken over inzet, taken en verantwoordelijkheden",
            ),
            step(
                "4.3b 1-7-2021 31-12-2021 E:DP V:BED R:SC+AC+MG+EN+BC+AV I:SG na:4.3a,3.1a",
                "Op elke school één dag per week een specialist",
                "Zes roosters met de vaste dag van de hybride medewerker",
            ),
        ),
    ),
    planned(
        "4.4",
        "Scholing techniekdocenten op techniek en technologie",
        "Vanaf 2020 doen op elke vmbo-school ten minste twee techniekdocenten een vakinhoudelijke scholing of "
        "training: techniek, technologie of didactiek, ook voor de keuzevakken. Ze frissen op wat ze voor hun lessen "
        "moeten weten en kunnen en leren nieuwe dingen. Het onderwijs wordt daar beter van.",
        (5,),
        "professionalisering onderwijspersoneel keuzevakken",
        ("- 2 techniekdocenten per vmbo-school", "- trainingsbureau of bedrijf"),
        (
            (
                "2020",
                "Inventariseren leervraag en kennisbehoefte, opnemen in scholingsplan",
                "Per school 2 techniekdocenten per jaar; 2 dagen",
            ),
            ("2021", "Idem, met scholing of training voor 4 docenten per school volgens het scholingsplan"),
            ("2022 - 2023", "Idem, met scholing of training voor 4 docenten per school volgens het scholingsplan"),
        ),
        (
            step(
                "4.4a 1-1-2020 31-12-2020 E:DP V:SC+AC+MG+EN+BC+AV R:MCA I:PL",
                "Eerste 12 techniekdocenten geschoold",
                "Scholingsplannen en 12 bewijzen van een scholing van 2 dagen",
            ),
            step(
                "4.4b 1-1-2021 31-12-2021 E:DP V:SC+AC+MG+EN+BC+AV R:MCA I:PL na:4.4a",
                "24 techniekdocenten geschoold in 2021",
                "24 bewijzen van scholing, vier per school",
            ),
            step(
                "4.4c 1-1-2022 31-12-2023 E:DP V:SC+AC+MG+EN+BC+AV R:MCA I:SG na:4.4b",
                "Scholing voor vier docenten per school herhaald",
                "Bewijzen van scholing volgens het scholingsplan van elke school",
            ),
        ),
    ),
    planned(
        "4.5",
        "Training stagebegeleiders bedrijven in begeleidingsvaardigheden",
        "Praktijkbegeleiders van bedrijven volgen een training. Daarna stemmen ze hun begeleiding af op wat een "
        "leerling vraagt en nodig heeft, maken ze een programma op maat, geven ze het proces structuur en praten ze er "
        "duidelijk over met school en leerling.",
        (4, 5),
        "professionalisering bedrijven",
        ("- twee docenten van de scholen", "BED 8-12 praktijkbegeleiders"),
        (
            (
                "2020",
                "Samenstellen inhoud trainingsprogramma",
                "Benaderen bedrijven",
                "Uitvoeren trainingsprogramma (tranche 1)",
            ),
            (
                "2021",
                "Uitvoeren tranche 2 (nieuwe groep praktijkbegeleiders)",
                "Terugkomdag (dagdeel) voor deelnemers tranche 1",
            ),
            (
                "2022 - 2023",
                "Uitvoeren tranche 3 (nieuwe groep praktijkbegeleiders)",
                "Terugkomdag (dagdeel) voor deelnemers tranche 1 en 2",
            ),
        ),
        (
            step(
                "4.5a 1-1-2020 31-12-2020 E:DP V:WG R:BED I:PL",
                "Tranche 1 praktijkbegeleiders getraind",
                "Trainingsprogramma en 8 tot 12 deelnemers die het hebben afgerond",
            ),
            step(
                "4.5b 1-1-2021 31-12-2021 E:DP V:WG R:BED I:PL na:4.5a",
                "Tranche 2 praktijkbegeleiders getraind",
                "Tweede groep getraind; verslag van de terugkomdag van tranche 1",
            ),
            step(
                "4.5c 1-1-2022 31-12-2023 E:DP V:WG R:BED I:AR na:4.5b",
                "Tranche 3 praktijkbegeleiders getraind",
                "Derde groep getraind; verslag van de terugkomdag van tranche 1 en 2",
            ),
        ),
    ),
)
