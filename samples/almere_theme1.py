"""Theme 1 of the Almere plan: orientation on techniek and technologie."""

from almere_notatie import JANUARY_TO_JULY, SEPTEMBER_TO_DECEMBER, planned, step

THEME_1 = (
    planned(
        "1.1",
        "Ontwikkelen programma oriëntatie op techniek en technologie (OTT)",
        "Er ligt een concreet plan voor de uitvoering, gemaakt door een werkgroep oriëntatie techniek & technologie "
        "(OTT) die Stad & Natuur leidt. Daarbij horen opdrachten waarmee alle leerlingen in leerjaar 1 en 2, op de zes "
        "vmbo-scholen, experimenteren en ontdekken, ook rond duurzaamheid. Het plan beschrijft ook hoe een "
        "Discoverylab op de scholen wordt ingericht, met welke middelen en apparatuur. De activiteiten starten in "
        "2021.",
        (1, 2, 5),
        "lob onderbouw po mbo bedrijven klimaat faciliteiten",
        (
            "SN leidt de werkgroep",
            "- 1 docent per vmbo-school",
            "MCA 1 docent (in het plan: mbo College Amere)",
            "AM 1 docent (in het plan: Aeres mbo College)",
            "PRO",
            "BED 4",
            "OTIB",
            "OOM",
            "INN",
            "BNL",
            "OGM",
            "KEN",
            "IWO",
            "TT",
            "EB inhuur expertise",
        ),
        (
            (
                JANUARY_TO_JULY,
                "Formeren werkgroep OTT",
                "Organiseren studiedag met alle partners",
                "Inhoudelijk programma schrijven en ontwikkelen (ook materialisatie)",
                "Afstemming met project PPS W&T (po-scholen, Windesheim) en bedrijven",
                "Plan van eisen en inrichtingsplan voor de Discoverylabs op de scholen",
                "Plan van aanpak uitvoering",
            ),
            (
                SEPTEMBER_TO_DECEMBER,
                "Inrichten Discoverylabs op de scholen",
                "Andere locaties in beeld: voorzieningen bij bedrijven, het Klokhuis, het Upcyclecentrum en het "
                "Waterbeleefcentrum, dat nog gebouwd moet worden",
            ),
            ("2021 - 2023", "Programma plannen, organiseren en uitvoeren", "Evaluatie en bijstellen"),
            ("2022 - 2023", "Uitbouwen programma met het thema watertechnologie (Waterbeleefcentrum)"),
        ),
        (
            step(
                "1.1a 1-1-2020 31-7-2020 E:SG V:SN+WG R:MCA+AM+BED+PPS S:EB+TT I:AR+PRO go",
                "Plan OTT en Discoverylabs goedgekeurd",
                "Programma met opdrachten, plan van eisen, inrichtingsplan en plan van aanpak, akkoord van de "
                "stuurgroep",
            ),
            step(
                "1.1b 1-9-2020 31-12-2020 E:DP V:SC+AC+MG+EN+BC+AV R:SN I:BED na:1.1a",
                "Discoverylabs ingericht op de zes scholen",
                "Zes ingerichte Discoverylabs en een lijst van locaties buiten de school",
            ),
            step(
                "1.1c 1-1-2022 31-12-2023 E:DP V:SN R:BED+WG I:PL na:1.1b,1.2b",
                "Programma uitgebreid met watertechnologie",
                "Opdrachten over watertechnologie, uit te voeren in het Waterbeleefcentrum",
            ),
        ),
    ),
    planned(
        "1.2",
        "Train-de-trainerprogramma voor docenten",
        "Wie het programma train-de-trainer heeft gevolgd, kan leerlingen in de onderbouw deskundig en inspirerend "
        "laten kennismaken met techniek en technologie en hen daarbij begeleiden (LOB). Deze vmbo-docenten vormen "
        "samen een pool die op alle scholen en bij bedrijven inzetbaar is.",
        (2,),
        "lob onderbouw mbo bedrijven professionalisering onderwijspersoneel",
        (
            "SN",
            "- docenten van de zes vmbo-scholen",
            "MCA docenten",
            "AM docenten",
            "BED medewerkers",
            "OTIB",
            "INN",
            "KEN",
            "BNL",
            "OOM",
        ),
        (
            (
                SEPTEMBER_TO_DECEMBER,
                "Docenten voor pool OTT benaderen, beginsituatie en behoeften vaststellen",
                "Schrijfteam formeren, trainingsprogramma ontwikkelen in co-creatie",
                "Uitvoeringslocaties en planning maken",
            ),
            (
                "2021",
                "Train-de-trainer: tranche 1 uitvoeren (eerste lichting docenten)",
                "Evalueren, reflecteren, bijstellen, aanvullen",
                "Programma OTT voor leerlingen onderbouw opstarten",
                "Pool docenten OTT operationeel (inzet op alle scholen)",
            ),
            (
                "2021 - 2023",
                "Train-de-trainer voor nieuwe lichtingen (tranche 2 en 3)",
                "Docenten van tranche 1 verder scholen",
            ),
        ),
        (
            step(
                "1.2a 1-9-2020 31-12-2020 E:DP V:SN+WG R:MCA+AM+BED I:SC+AC+MG+EN+BC+AV na:1.1a",
                "Trainingsprogramma voor de docentenpool klaar",
                "Trainingsprogramma, lijst van docenten, locaties en planning",
            ),
            step(
                "1.2b 1-1-2021 31-12-2021 E:DP V:SN R:OTIB+OOM+INN+BNL I:SG na:1.2a,1.1b",
                "Docentenpool OTT inzetbaar op alle scholen",
                "Tranche 1 heeft de training gevolgd; rooster met inzet van de pool",
            ),
            step(
                "1.2c 1-1-2022 31-12-2023 E:DP V:SN R:BED I:PL na:1.2b",
                "Tranche 2 en 3 van de docenten getraind",
                "Twee nieuwe lichtingen docenten in de pool; tranche 1 is verder geschoold",
            ),
        ),
    ),
    planned(
        "1.3",
        "Ontwikkelen matchingsinstrument",
        "Vanaf eind 2020 kiezen leerlingen van leerjaar 3 en 4 op de zes vmbo-scholen hun keuzevakken, ook die van "
        "het mbo, in een digitaal matchingsinstrument: welk vak, in welke periode, op welk tijdstip en op welke "
        "locatie. Leerlingen kijken er ook op hun ervaringen terug, aan de hand van vijf loopbaancompetenties (LOB).",
        (2, 3),
        "lob keuzevakken mbo bedrijven",
        (
            "- docenten van de zes vmbo-scholen",
            "MCA",
            "AM",
            "BED 2",
            "SOB uit Almere",
        ),
        (
            (
                "2020",
                "Samenstellen projectteam",
                "Ontwerpen inhoudelijk ontwerp en design",
                "Ontwikkelen prototype",
                "Testen, evalueren, bijstellen, opleveren",
            ),
            (
                "2021",
                "Invoeren met een pilot (twee scholen)",
                "Evalueren, content toevoegen, bijstellen",
                "Brede uitrol naar alle scholen en leerlingen",
            ),
            ("2022 - 2023", "In gebruik bij de zes vmbo-scholen, mbo College Almere en Aeres MBO Almere"),
        ),
        (
            step(
                "1.3a 1-1-2020 30-6-2020 E:PL V:WG+SOB R:MCA+AM+BED I:SG",
                "Ontwerp matchingsinstrument vastgesteld",
                "Inhoudelijk ontwerp en design, met de eisen van scholen en mbo",
            ),
            step(
                "1.3b 1-7-2020 31-12-2020 E:PL V:SOB R:WG+SC+AV I:MCA+AM na:1.3a",
                "Matchingsinstrument opgeleverd",
                "Getest digitaal instrument, klaar voor de pilot",
            ),
            step(
                "1.3c 1-1-2021 31-12-2021 E:PL V:WG R:SOB I:SC+AC+MG+EN+BC+AV+MCA+AM na:1.3b",
                "Matchingsinstrument uitgerold op alle scholen",
                "Verslag van de pilot op twee scholen; alle scholen hebben toegang",
            ),
        ),
    ),
    planned(
        "1.4",
        "Bliksemstages bij technische bedrijven / instellingen",
        "Leerlingen van leerjaar 1 en 2 doen een gerichte doe-activiteit bij een technisch bedrijf. Daardoor weten ze "
        "wat beroepen met techniek of technologie inhouden en kunnen ze daarop reflecteren (LOB: werkexploratie en "
        "kwaliteitenreflectie). De scholen organiseren dit met bedrijven en bureau Jinc.",
        (2, 4),
        "lob onderbouw bedrijven",
        (
            "JI",
            "- alle zes de vmbo-scholen",
            "BED 30 – 80, technisch, en instellingen in de regio",
        ),
        (
            (
                "2020",
                "Opbouw netwerk technische bedrijven / instellingen regio Almere",
                "Werven van deelnemende bedrijven (technisch / technologisch)",
                "Concrete opdrachten, lesmateriaal en reflectie-instrument (LOB) ontwikkelen",
                "Uitvoering tranche 1: 32 plekken voor 250 leerlingen",
                "Evalueren, bijstellen",
            ),
            (
                "2021",
                "Uitbouw netwerk van technische bedrijven",
                "Uitvoering tranche 2: 47 plekken voor 375 leerlingen",
            ),
            (
                "2022 - 2023",
                "Uitbouw van netwerk naar circa 80 bedrijven",
                "Uitvoering tranche 3 en tranche 4: 82 plekken, 650 leerlingen",
            ),
        ),
        (
            step(
                "1.4a 1-1-2020 31-12-2020 E:DP V:JI R:BED I:SC+AC+MG+EN+BC+AV win",
                "Tranche 1 bliksemstages uitgevoerd",
                "Opdrachten en lesmateriaal; 250 leerlingen geplaatst op 32 plekken",
            ),
            step(
                "1.4b 1-1-2021 31-12-2021 E:DP V:JI R:BED I:SG na:1.4a",
                "Tranche 2 bliksemstages uitgevoerd",
                "375 leerlingen geplaatst op 47 plekken",
            ),
            step(
                "1.4c 1-1-2022 31-12-2023 E:DP V:JI R:BED+AR I:SG na:1.4b",
                "Tranche 3 en 4 bliksemstages uitgevoerd",
                "Netwerk van circa 80 bedrijven; 650 leerlingen geplaatst op 82 plekken",
            ),
        ),
    ),
    planned(
        "1.5",
        "Excursie NEMO Amsterdam",
        "Alle leerlingen in leerjaar 2 werken in NEMO Amsterdam aan experimenten en ontdekopdrachten over Wetenschap & "
        "Techniek. Ze onderzoeken zichzelf en hun omgeving, verwonderen zich en stellen vragen. Zo merken ze hoe leuk "
        "techniek en technologie zijn en leren ze daarop te reflecteren (LOB: werkexploratie, kwaliteitenreflectie).",
        (2,),
        "lob onderbouw",
        ("- alle zes de vmbo-scholen", "SN"),
        (
            (
                "2020",
                "Uitvoering voor heel leerjaar 2 (900 leerlingen, 30 momenten per jaar)",
                "Voorbereiden en organiseren excursie",
                "Vervoer met bus Stad & Natuur Almere",
                "Terugkijken op ervaringen en verwonderingen",
            ),
            ("2021", "Idem"),
            ("2022 - 2023", "Idem"),
        ),
        (
            step(
                "1.5a 1-1-2020 31-12-2020 E:DP V:SC+AC+MG+EN+BC+AV S:SN R:NEMO win",
                "Eerste 900 leerlingen naar NEMO geweest",
                "Programma voor 30 momenten; busrooster; 900 reflecties van leerlingen",
            ),
            step(
                "1.5b 1-1-2021 31-12-2021 E:DP V:SC+AC+MG+EN+BC+AV S:SN I:PL na:1.5a",
                "Tweede jaargang naar NEMO geweest",
                "Bijgesteld programma en 30 uitgevoerde momenten",
            ),
        ),
    ),
)
