"""Theme 2 of the Almere plan: the basics in order."""

from almere_notatie import planned, step

THEME_2 = (
    planned(
        "2.1",
        "Optimaliseren programma onderbouw vmbo-scholen",
        "Eind 2021 is het deel techniek en technologie van de onderbouw op alle zes vmbo-scholen verbeterd en klaar "
        "voor gebruik: inhoud, opbouw, interne doorstroom naar de bovenbouw (profieldeel), begeleiding, organisatie en "
        "middelen. Elke school doet dit zelf. Onderweg zijn er meer momenten waarop de scholen met elkaar, en met "
        "bedrijven en instellingen, kennis delen, afstemmen en elkaar sterker maken.",
        (2, 5),
        "onderbouw leerroute bedrijven",
        ("- 4 docenten per school", "BED en instellingen"),
        (
            (
                "2020",
                "Formeren interne werkgroep per school",
                "Analyse knelpunten, behoeften en wensen, betrekken van bedrijven",
                "Doorontwikkelen, bijstellen en vernieuwen programma onderbouw",
            ),
            (
                "2021",
                "Opleveren eindresultaat (scholen presenteren aan elkaar, bedrijven zijn erbij)",
                "Implementatie en realisatie van het bijgestelde programma",
            ),
            (
                "2022 - 2023",
                "Uitvoering van het programma",
                "Evaluatie en bijstellen",
                "Voortdurend doorontwikkelen",
            ),
        ),
        (
            step(
                "2.1a 1-1-2020 30-6-2020 E:DP V:WG R:BED I:SC+AC+MG+EN+BC+AV",
                "Knelpunten onderbouw geanalyseerd op zes scholen",
                "Zes analyses met knelpunten, behoeften en wensen, besproken met bedrijven",
            ),
            step(
                "2.1b 1-7-2020 30-6-2021 E:DP V:SC+AC+MG+EN+BC+AV R:BED I:SG na:2.1a",
                "Vernieuwd programma onderbouw gepresenteerd",
                "Zes programma’s, gepresenteerd aan de andere scholen en bedrijven",
            ),
            step(
                "2.1c 1-7-2021 31-12-2021 E:DP V:SC+AC+MG+EN+BC+AV I:PL na:2.1b",
                "Programma onderbouw ingevoerd op zes scholen",
                "Lesroosters en lesmateriaal waarmee alle zes scholen werken",
            ),
        ),
    ),
    planned(
        "2.2",
        "Realisatie vakmanschapsroute PIE",
        "Stad College en mbo College Almere hebben eind 2020 een basisplan voor de vakmanschapsroute PIE: een "
        "doorlopende leerlijn van vijf of zes jaar naar de mbo-opleidingen op niveau 2-3. Het plan regelt inhoud, "
        "opbouw, doorstroom, begeleiding, examinering, organisatie en middelen.",
        (3, 4),
        "leerroute mbo bedrijven faciliteiten borging",
        ("SC 4 docenten", "MCA 2 docenten", "BED 4", "OTIB", "KEN", "IWO"),
        (
            (
                "2020",
                "Formeren werkgroep Stad College en mbo College Almere",
                "Analyse knelpunten, verkennen van de kansen / mogelijkheden",
                "Planvorming (concreet plan opleveren), inclusief stages voor leerlingen",
                "Afstemmen met bedrijven",
                "Plan van eisen vereiste middelen en apparatuur",
                "Praktijkruimte PIE bij Stad College herinrichten (afstemmen met mbo)",
            ),
            (
                "2021",
                "Route van vijf of zes jaar invoeren op Stad College en mbo College Almere",
                "Pilotjaar",
                "Opdoen van ervaringen en resultaten",
            ),
            ("2022 - 2023", "Borging van het programma", "Evalueren en bijstellen"),
        ),
        (
            step(
                "2.2a 1-1-2020 31-8-2020 E:SG V:SC+MCA R:BED+OTIB+KEN I:DP go",
                "Basisplan vakmanschapsroute PIE goedgekeurd",
                "Basisplan met stages en plan van eisen, akkoord van school en mbo",
            ),
            step(
                "2.2b 1-9-2020 31-12-2020 E:DP V:SC R:MCA+IWO I:BED na:2.2a",
                "Praktijkruimte PIE heringericht",
                "Praktijkruimte PIE bij Stad College met de vereiste apparatuur",
            ),
            step(
                "2.2c 1-1-2021 31-12-2021 E:DP V:SC+MCA R:BED I:SG na:2.2b",
                "Pilotjaar vakmanschapsroute PIE afgerond",
                "Verslag van het pilotjaar met ervaringen en resultaten",
            ),
        ),
    ),
    planned(
        "2.3",
        "Realisatie vakmanschapsroute BWI",
        "Stad College en mbo College Lelystad hebben eind 2020 een basisplan voor de vakmanschapsroute BWI: een "
        "doorlopende leerlijn van vijf of zes jaar naar de mbo-opleidingen op niveau 2-3. Het plan regelt inhoud, "
        "opbouw, doorstroom, begeleiding, examinering, organisatie en middelen.",
        (3, 4),
        "leerroute mbo bedrijven faciliteiten borging",
        ("SC 4 docenten", "MCL 2 docenten", "BED 4", "OTIB", "IWO", "BNL"),
        (
            (
                "2020",
                "Formeren werkgroep Stad College en mbo College Lelystad",
                "Analyse knelpunten, verkennen van de kansen / mogelijkheden",
                "Planvorming (concreet voorstel opleveren)",
                "Afstemmen met bedrijven",
                "Plan van eisen vereiste middelen en apparatuur",
                "Praktijkruimte BWI bij Stad College herinrichten (afstemmen met mbo)",
            ),
            (
                "2021",
                "Route van vijf of zes jaar invoeren op Stad College en mbo College Lelystad",
                "Pilotjaar",
                "Opdoen van ervaringen en resultaten",
            ),
            ("2022 - 2023", "Borging van het programma", "Evalueren en bijstellen"),
        ),
        (
            step(
                "2.3a 1-1-2020 31-8-2020 E:SG V:SC+MCL R:BED+BNL+OTIB I:DP go",
                "Basisplan vakmanschapsroute BWI goedgekeurd",
                "Basisplan met plan van eisen, akkoord van school en mbo",
            ),
            step(
                "2.3b 1-9-2020 31-12-2020 E:DP V:SC R:MCL+IWO I:BED na:2.3a",
                "Praktijkruimte BWI heringericht",
                "Praktijkruimte BWI bij Stad College met de vereiste apparatuur",
            ),
            step(
                "2.3c 1-1-2021 31-12-2021 E:DP V:SC+MCL R:BED I:SG na:2.3b",
                "Pilotjaar vakmanschapsroute BWI afgerond",
                "Verslag van het pilotjaar met ervaringen en resultaten",
            ),
        ),
    ),
    planned(
        "2.4",
        "Realisatie vakmanschapsroute MVI",
        "Stad College, Arte College en het mbo College Lelystad (ICT) hebben eind 2020 een basisplan voor de "
        "vakmanschapsroute MVI: een doorlopende leerlijn naar de mbo-opleidingen op niveau 2-3. Het plan regelt "
        "inhoud, opbouw, doorstroom, begeleiding, examinering, organisatie en middelen.",
        (3, 4),
        "leerroute mbo bedrijven faciliteiten borging",
        ("SC 4 docenten", "AC 4 docenten", "MCA 2 docenten", "BED 4", "OGM", "KAF", "OFL"),
        (
            (
                "2020",
                "Formeren werkgroep Stad College, Arte College, mbo College Almere (ICT)",
                "Analyse knelpunten, verkennen van de kansen / mogelijkheden",
                "Planvorming (concreet voorstel opleveren)",
                "Afstemmen met bedrijven (ontwerpbureaus)",
                "Plan van eisen vereiste middelen en apparatuur",
                "Herinrichting praktijkruimten MVI (Stad College en Arte College)",
            ),
            (
                "2021",
                "Route van vijf of zes jaar invoeren op Stad College en mbo College Almere",
                "Pilotjaar",
                "Opdoen van ervaringen en resultaten",
            ),
            ("2022 - 2023", "Borging van het programma", "Evalueren en bijstellen"),
        ),
        (
            step(
                "2.4a 1-1-2020 31-8-2020 E:SG V:SC+AC+MCA R:BED+OGM+KAF I:DP go",
                "Basisplan vakmanschapsroute MVI goedgekeurd",
                "Basisplan met plan van eisen, akkoord van beide scholen en mbo",
            ),
            step(
                "2.4b 1-9-2020 31-12-2020 E:DP V:SC+AC R:MCA I:BED na:2.4a",
                "Praktijkruimten MVI heringericht op twee scholen",
                "Praktijkruimten MVI bij Stad College en Arte College",
            ),
            step(
                "2.4c 1-1-2021 31-12-2021 E:DP V:SC+MCA R:BED+OFL I:SG na:2.4b",
                "Pilotjaar vakmanschapsroute MVI afgerond",
                "Verslag van het pilotjaar met ervaringen en resultaten",
            ),
        ),
    ),
    planned(
        "2.5",
        "Samenstellen menukaart keuzevakken vmbo",
        "In juli 2020 staat op één menukaart welke vmbo-keuzevakken er in Almere zijn (BBL, KBL, GL en TL). Elke "
        "vmbo-leerling in Almere gebruikt die kaart. De scholen bepalen samen de plek van elk vak: mbo College Almere, "
        "Aeres MBO Almere, de eigen school of een bedrijf. Bedrijven denken mee en geven advies. Het aanbod komt in "
        "het matchingsinstrument (zie speerpunt 1.3).",
        (2, 3, 5),
        "keuzevakken mbo bedrijven",
        (
            "- 2 docenten per vmbo-school",
            "MCA 2 docenten",
            "- teamleiders en directies van de scholen",
            "BED 4",
        ),
        (
            (
                "2020",
                "Formeren werkgroep (zie ook matchingsinstrument)",
                "Inventarisatie huidig totaalaanbod bij scholen",
                "Afstemmen met bedrijven (hun wensen, nut en noodzaak)",
                "Ontwikkelen menukaart, keuze keuzevakken per school / locatie",
                "Organisatie en uitvoering",
                "Opnemen in matchingsinstrument (digitaal)",
            ),
            (
                "2021",
                "Menukaart digitaal gebruiken via het matchingsinstrument",
                "Ervaringen verzamelen: voldoet de menukaart of is bijstellen nodig",
                "Nodige bijstellingen doorvoeren, eventueel met nieuwe keuzevakken",
            ),
            ("2022 - 2023", "Idem als 2021"),
        ),
        (
            step(
                "2.5a 1-1-2020 31-7-2020 E:DP V:WG R:BED+MCA+AM I:SC+AC+MG+EN+BC+AV win",
                "Menukaart keuzevakken vastgesteld",
                "Menukaart met alle keuzevakken en de plek waar elk vak wordt gegeven",
            ),
            step(
                "2.5b 1-1-2021 31-3-2021 E:DP V:WG+SOB R:MCA I:SC+AC+MG+EN+BC+AV na:2.5a,1.3b",
                "Menukaart in het matchingsinstrument opgenomen",
                "Digitale menukaart die leerlingen van alle zes scholen kunnen openen",
            ),
            step(
                "2.5c 1-4-2021 31-12-2021 E:DP V:WG R:BED+MCA I:PL na:2.5b",
                "Menukaart bijgesteld na het eerste jaar",
                "Tweede versie van de menukaart, met overzicht van ervaringen",
            ),
        ),
    ),
    planned(
        "2.6",
        "Ontwikkelen inhoud keuzevakken",
        "De keuzevakken van de vmbo-scholen zijn inhoudelijk op orde, of de school ze nu zelf geeft of samen met mbo "
        "College Almere en bedrijven. Ze passen bij de stand van de techniek en bij de beroepspraktijk; bedrijven "
        "hebben daarin meegesproken. Het matchingsinstrument werkt voor organisatie en uitvoering.",
        (3, 5),
        "keuzevakken mbo bedrijven",
        (
            "- 2 docenten per vmbo-school",
            "MCA 2 docenten",
            "- teamleiders en directies van de scholen",
            "BED 4",
        ),
        (
            (
                "2020",
                "Inhoud maken voor vijf keuzevakken die mbo College Almere al geeft: robotica, design en decoratie, "
                "installeren en monteren, woon- en kantoortechnologie, 3D-vormgeving",
                "Samenwerking tussen mbo, vmbo en bedrijven",
            ),
            (
                "2021",
                "Inhoud maken voor 12 aanvullende keuzevakken uit de menukaart",
                "Inhoud actueel houden met de nieuwste techniek",
            ),
            ("2022 - 2023", "Idem voor 6 aanvullende keuzevakken"),
        ),
        (
            step(
                "2.6a 1-1-2020 31-12-2020 E:DP V:WG+MCA R:BED I:SC+AC+MG+EN+BC+AV win",
                "Inhoud van vijf keuzevakken klaar",
                "Lesmateriaal voor vijf keuzevakken, van robotica tot 3D-vormgeving",
            ),
            step(
                "2.6b 1-1-2021 31-12-2021 E:DP V:WG+MCA R:BED I:PL na:2.6a,2.5a",
                "Inhoud van 12 aanvullende keuzevakken klaar",
                "Lesmateriaal voor 12 keuzevakken uit de menukaart",
            ),
            step(
                "2.6c 1-1-2022 31-12-2023 E:DP V:WG+MCA R:BED I:SG na:2.6b,2.5c",
                "Inhoud van nog 6 keuzevakken klaar",
                "Lesmateriaal voor 6 keuzevakken; de eerdere 17 zijn bijgewerkt",
            ),
        ),
    ),
)
