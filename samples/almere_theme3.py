"""Theme 3 of the Almere plan: innovationlabs and leerbedrijven."""

from almere_notatie import planned, step

PLAN_WITH_PARTNERS = "Opstellen leer- en uitvoeringsplan, afstemmen met bedrijven en partners"
REQUIREMENTS = "Ontwikkelen inrichtingsplan (plan van eisen)"

THEME_3 = (
    planned(
        "3.1",
        "Innovationlab Virtual Reality (Stad College)",
        "Het innovationlab Virtual Reality van Stad College draait eind 2021. Het ligt waar domeinen elkaar "
        "raken: Technology, Care & Services, en ICT & Design. In een contextrijke omgeving passen leerlingen Virtual "
        "Reality toe in de werkvelden PIE, BWI, MVI en Zorg (Care).",
        (2, 5),
        "faciliteiten bedrijven",
        ("SC team van 4 docenten", "BED 4", "OTIB"),
        (
            ("2020", "Nvt"),
            (
                "2021",
                "Formeren werkgroep",
                "Inventariseren toepassingen VR binnen de diverse werkvelden",
                "Planvorming, ontwikkelen inrichtingsplan, afstemmen met bedrijven en scholen",
                "Inrichten en realisatie innovationlab",
            ),
            ("2022 - 2023", "Innovationlab operationeel", "Evalueren, bijstellen programma, vernieuwen"),
        ),
        (
            step(
                "3.1a 1-1-2021 30-6-2021 E:SG V:SC R:BED+OTIB I:DP go",
                "Inrichtingsplan Virtual Reality goedgekeurd",
                "Overzicht van VR-toepassingen en een inrichtingsplan met kosten",
            ),
            step(
                "3.1b 1-7-2021 31-12-2021 E:DP V:SC R:BED I:SG na:3.1a",
                "Innovationlab Virtual Reality in gebruik",
                "Ingericht lab waarin leerlingen met VR werken",
            ),
            step(
                "3.1c 1-1-2022 31-12-2023 E:DP V:SC R:BED I:AR na:3.1b",
                "Programma Virtual Reality bijgesteld",
                "Evaluatie en vernieuwd programma van het lab",
            ),
        ),
    ),
    planned(
        "3.2",
        "Ontwerpstudio Design & Grafimedia (Arte College)",
        "Het Arte College heeft eind 2021 een ontwerpstudio voor theatertechniek & Grafimedia. Leerlingen voeren er "
        "met moderne technologie en op een duurzame manier opdrachten uit voor echte opdrachtgevers, in een "
        "contextrijke omgeving.",
        (2, 5),
        "faciliteiten bedrijven klimaat",
        ("AC team van 4 docenten", "BED", "OGM"),
        (
            ("2020", "Nvt"),
            (
                "2021",
                "Formeren werkgroep",
                PLAN_WITH_PARTNERS,
                REQUIREMENTS,
                "Ontwerpstudio inrichten en realiseren",
            ),
            ("2022 - 2023", "Ontwerpstudio operationeel", "Evalueren, bijstellen programma, vernieuwen"),
        ),
        (
            step(
                "3.2a 1-1-2021 30-6-2021 E:SG V:AC R:BED+OGM I:DP go",
                "Plan voor de ontwerpstudio goedgekeurd",
                "Leer- en uitvoeringsplan en een inrichtingsplan met kosten",
            ),
            step(
                "3.2b 1-7-2021 31-12-2021 E:DP V:AC R:BED I:SG na:3.2a",
                "Ontwerpstudio in gebruik",
                "Ingerichte studio en de eerste opdracht van een opdrachtgever",
            ),
            step(
                "3.2c 1-1-2022 31-12-2023 E:DP V:AC R:BED I:AR na:3.2b",
                "Programma ontwerpstudio bijgesteld",
                "Evaluatie en vernieuwd programma van de studio",
            ),
        ),
    ),
    planned(
        "3.3",
        "Techlab Automotive & Mobiliteit (Meergronden)",
        "De Meergronden heeft eind 2021 een techlab Automotive & Mobiliteit. Leerlingen werken er in een contextrijke "
        "omgeving met technologie voor duurzaam vervoer, zoals systemen voor e-bikes, elektrische auto’s, hybride "
        "systemen en waterstof.",
        (2, 5),
        "faciliteiten bedrijven klimaat",
        ("MG team van 4 docenten", "BED 4", "INN"),
        (
            ("2020", "Nvt"),
            ("2021", "Formeren werkgroep", PLAN_WITH_PARTNERS, REQUIREMENTS, "Innovationlab inrichten en realiseren"),
            ("2022 - 2023", "Techlab A&M operationeel", "Evalueren, bijstellen programma, vernieuwen"),
        ),
        (
            step(
                "3.3a 1-1-2021 30-6-2021 E:SG V:MG R:BED+INN I:DP go",
                "Plan voor het techlab goedgekeurd",
                "Leer- en uitvoeringsplan en een inrichtingsplan met kosten",
            ),
            step(
                "3.3b 1-7-2021 31-12-2021 E:DP V:MG R:BED I:SG na:3.3a",
                "Techlab Automotive & Mobiliteit in gebruik",
                "Ingericht techlab met onder meer elektrisch en hybride vervoer",
            ),
            step(
                "3.3c 1-1-2022 31-12-2023 E:DP V:MG R:BED I:AR na:3.3b",
                "Programma techlab bijgesteld",
                "Evaluatie en vernieuwd programma van het techlab",
            ),
        ),
    ),
    planned(
        "3.4",
        "Leerbedrijf Technology & Design (Echnaton)",
        "Het leerbedrijf Technology & Design van Echnaton draait eind 2021. In een contextrijke omgeving ontwerpen en "
        "maken leerlingen duurzame producten met moderne technologie.",
        (2, 5),
        "faciliteiten bedrijven klimaat",
        ("EN team van 4 docenten", "BED", "OGM"),
        (
            ("2020", "Nvt"),
            (
                "2021",
                "Formeren werkgroep",
                PLAN_WITH_PARTNERS,
                REQUIREMENTS,
                "Leerbedrijf T&D inrichten en realiseren",
            ),
            ("2022 - 2023", "Leerbedrijf Technology & Design operationeel", "Evalueren, bijstellen, vernieuwen"),
        ),
        (
            step(
                "3.4a 1-1-2021 30-6-2021 E:SG V:EN R:BED+OGM I:DP go",
                "Plan voor het leerbedrijf goedgekeurd",
                "Leer- en uitvoeringsplan en een inrichtingsplan met kosten",
            ),
            step(
                "3.4b 1-7-2021 31-12-2021 E:DP V:EN R:BED I:SG na:3.4a",
                "Leerbedrijf Technology & Design in gebruik",
                "Ingericht leerbedrijf en een eerste product van leerlingen",
            ),
            step(
                "3.4c 1-1-2022 31-12-2023 E:DP V:EN R:BED I:AR na:3.4b",
                "Programma leerbedrijf bijgesteld",
                "Evaluatie en vernieuwd programma van het leerbedrijf",
            ),
        ),
    ),
    planned(
        "3.5",
        "Innovationlab Duurzaam Wonen (Buitenhout College)",
        "Op het Buitenhout College staat eind 2021 een mini-woning over Duurzaam Wonen. Leerlingen uit de werkgebieden "
        "Tech & Care werken er in een contextrijke omgeving met nieuwe technologie: energietechniek, "
        "installatietechniek, isoleersystemen, slimme woningen (smart home, domotica), zorgsystemen in huis en "
        "robotisering.",
        (2, 5),
        "faciliteiten bedrijven klimaat",
        ("BC team van 4 docenten", "BED 4", "OTIB", "BNL"),
        (
            ("2020", "Nvt"),
            (
                "2021",
                "Formeren werkgroep",
                PLAN_WITH_PARTNERS,
                REQUIREMENTS,
                "Leerbedrijf T&D inrichten en realiseren",
            ),
            ("2022 - 2023", "Innovationlab SHA operationeel", "Evalueren, bijstellen, vernieuwen"),
        ),
        (
            step(
                "3.5a 1-1-2021 30-6-2021 E:SG V:BC R:BED+OTIB+BNL I:DP go",
                "Plan voor de mini-woning goedgekeurd",
                "Leer- en uitvoeringsplan en een inrichtingsplan met kosten",
            ),
            step(
                "3.5b 1-7-2021 31-12-2021 E:DP V:BC R:BED I:SG na:3.5a",
                "Innovationlab Duurzaam Wonen in gebruik",
                "Ingerichte mini-woning met energie-, zorg- en domoticasystemen",
            ),
            step(
                "3.5c 1-1-2022 31-12-2023 E:DP V:BC R:BED I:AR na:3.5b",
                "Programma Duurzaam Wonen bijgesteld",
                "Evaluatie en vernieuwd programma van de mini-woning",
            ),
        ),
    ),
    planned(
        "3.6",
        "Innovationlab DroneTechnology (Aeres vmbo Almere)",
        "Aeres vmbo Almere heeft eind 2021 een werkend innovationlab DroneTechnology, binnen het arrangement Outdoor "
        "en Science. Leerlingen leren er hoe drones gegevens verzamelen voor natuurbeheer en voor de inrichting van de "
        "groene ruimte, en hoe je er inspecties mee doet.",
        (2, 5),
        "faciliteiten bedrijven klimaat",
        ("AV team van 4 docenten", "BED 4"),
        (
            ("2020", "Nvt"),
            (
                "2021",
                "Formeren werkgroep",
                PLAN_WITH_PARTNERS,
                REQUIREMENTS,
                "Innovationlab DroneTechnology inrichten en realiseren",
            ),
            ("2022 - 2023", "Innovationlab DroneTechnology operationeel", "Evalueren, bijstellen, vernieuwen"),
        ),
        (
            step(
                "3.6a 1-1-2021 30-6-2021 E:SG V:AV R:BED I:DP go",
                "Plan voor het dronelab goedgekeurd",
                "Leer- en uitvoeringsplan en een inrichtingsplan met kosten",
            ),
            step(
                "3.6b 1-7-2021 31-12-2021 E:DP V:AV R:BED I:SG na:3.6a",
                "Innovationlab DroneTechnology in gebruik",
                "Ingericht lab met drones en een eerste inspectie door leerlingen",
            ),
            step(
                "3.6c 1-1-2022 31-12-2023 E:DP V:AV R:BED I:AR na:3.6b",
                "Programma DroneTechnology bijgesteld",
                "Evaluatie en vernieuwd programma van het lab",
            ),
        ),
    ),
)
