"""The speerpunten of themes 4 and 5: people, and the way to mbo and work."""

from voorbeeldregio_notatie import speerpunt

THEME_4 = (
    speerpunt(
        "4.1",
        "Achttien hybride docenten",
        "Eind 2028 staan achttien vakmensen uit bedrijven minstens een dagdeel per week voor de klas. Ze hebben een "
        "vaste begeleider en een vergoeding die in de hele regio gelijk is.",
        (4,),
        "onderwijspersoneel bedrijven",
        (
            ("KC", "coördinator opleiden in de school"),
            ("FM", "drie medewerkers, een dagdeel per week"),
            ("KZ", "twee medewerkers"),
            ("HD", "korte opleiding van zes avonden"),
            ("TV", "oproep onder de leden"),
            ("DS", "vier plaatsen in het rooster"),
        ),
        (
            (
                "jan–juli 2027",
                "Regeling voor vergoeding en contract",
                "Werven via de Techniekkring",
                "Eerste zes kandidaten laten meekijken",
            ),
            ("aug–dec 2027", "Korte opleiding", "Zes hybride docenten voor de klas", "Vaste begeleider per school"),
            ("2028", "Tweede en derde groep", "Gesprek met de werkgevers", "Regeling opnemen in het personeelsbeleid"),
        ),
        "2025-2026, speerpunt 4.1",
    ),
    speerpunt(
        "4.2",
        "Docenten lopen stage",
        (
            "Elk jaar lopen 24 docenten en instructeurs drie dagen mee in een bedrijf en brengen één nieuwe "
            "opdracht mee terug."
        ),
        (4,),
        "onderwijspersoneel professionalisering bedrijven",
        (
            ("TV", "bemiddelt tussen docent en bedrijf"),
            ("DS", "acht docenten per jaar"),
            ("TC", "vijf docenten per jaar"),
            ("MV", "zes instructeurs per jaar"),
            ("BO", "ontvangt vier docenten op de bouw"),
        ),
        (
            (
                "jan–juli 2027",
                "Wensen van docenten ophalen",
                "Vervanging regelen in de roosters",
                "Eerste acht stages in juni",
            ),
            (
                "aug–dec 2027",
                "Stages in de herfst",
                "Opdrachten uitwisselen op een middag",
                "Waardering door bedrijven meten",
            ),
            (
                "2028",
                "Twee rondes van twaalf docenten",
                "Stage telt mee als scholing",
                "Vast onderdeel van het gesprek met de leidinggevende",
            ),
        ),
    ),
    speerpunt(
        "4.3",
        "Scholing voor de labs",
        (
            "Zestig docenten, instructeurs en leerkrachten kunnen zelfstandig lesgeven in minstens één lab. "
            "Wie de scholing afrondt, krijgt een bewijs dat op alle scholen geldt."
        ),
        (4, 3),
        "professionalisering onderwijspersoneel po",
        (
            ("MZ", "scholing slimme productie"),
            ("UL", "scholing voor leerkrachten van groep 7 en 8"),
            ("BI", "scholing warmtepompen, met erkend bewijs"),
            ("KC", "organiseert inschrijving en vervanging"),
        ),
        (
            (
                "jan–juli 2027",
                "Vragenlijst onder 90 collega’s",
                "Vier cursussen kiezen",
                "Eerste groep leerkrachten",
            ),
            (
                "aug–dec 2027",
                "Twee cursussen voor docenten",
                "Collega’s oefenen in elkaars lab",
                "Bewijs ontwerpen",
            ),
            ("2028", "Herhaalavonden", "Eigen trainers opleiden", "Aanbod opnemen in de scholingsplannen"),
        ),
    ),
    speerpunt(
        "4.4",
        "Instructeurs en zij-instromers vasthouden",
        (
            "Van de mensen die in 2026 en 2027 als instructeur of zij-instromer begonnen, werkt minstens 80% "
            "na twee jaar nog in het onderwijs in de regio."
        ),
        (4,),
        "onderwijspersoneel borging",
        (
            ("HD", "begeleidt zij-instromers in intervisiegroepen"),
            ("KC", "vier werkplekken met begeleider"),
            ("MV", "gedeelde instructeurs voor vmbo en mbo"),
            ("GH", "zoekt betaalbare woonruimte voor starters"),
        ),
        (
            ("jan–juli 2027", "Vertrekgesprekken van drie jaar nalezen", "Maatjes koppelen", "Startpakket maken"),
            (
                "aug–dec 2027",
                "Intervisie om de zes weken",
                "Minder lesuren in het eerste jaar",
                "Vaste dag op school",
            ),
            ("2028", "Gezamenlijke vacatures", "Gedeelde aanstelling vmbo en mbo", "Cijfers over vertrek naast elkaar"),
        ),
    ),
    speerpunt(
        "4.5",
        "Praktijkbegeleiders in bedrijven",
        "Eind 2028 hebben negentig begeleiders in bedrijven een training van twee middagen gevolgd. Zij weten hoe je "
        "een leerling van vijftien uitleg geeft, corrigeert en laat groeien.",
        (4, 6),
        "bedrijven professionalisering lob",
        (
            ("TV", "schrijft leden in en levert de zaal"),
            ("DM", "ervaren begeleiders vertellen mee"),
            ("PR", "docenten geven de training"),
            ("OM", "betaalt de helft voor metaalbedrijven"),
        ),
        (
            (
                "jan–juli 2027",
                "Vragen verzamelen bij begeleiders",
                "Training van twee middagen maken",
                "Eerste groep van vijftien",
            ),
            (
                "aug–dec 2027",
                "Drie groepen in drie plaatsen",
                "Zakkaart voor op de werkvloer",
                "Terugbellen na zes weken",
            ),
            (
                "2028",
                "Vier groepen",
                "Training ook voor begeleiders van vso-leerlingen",
                "Overdracht aan de Techniekkring",
            ),
        ),
    ),
)

THEME_5 = (
    speerpunt(
        "5.1",
        "Vakmanschapsroute Installeren en energie",
        (
            "Vanaf augustus 2027 volgen leerlingen PIE een doorlopende route van vijf jaar tot een diploma op "
            "mbo niveau 2. Twee groepen van minstens veertien leerlingen zijn eind 2028 onderweg."
        ),
        (2,),
        "leerroute mbo bedrijven",
        (
            ("MV", "trekker; examencommissie en docenten"),
            ("KC", "leerlingen uit Hazelmonde"),
            ("DS", "leerlingen uit Terelst"),
            ("KZ", "vaste leerwerkplaatsen vanaf leerjaar 4"),
            ("BI", "advies over kwalificatiedossier en bewijs"),
        ),
        (
            (
                "jan–juli 2027",
                "Programma van vijf jaar op één vel",
                "Samenwerkingsovereenkomst",
                "Werven en aannemen van leerlingen",
            ),
            ("aug–dec 2027", "Start eerste groep", "Eén mentor voor vmbo en mbo", "Ouderavond over de overstap"),
            (
                "jan–juli 2028",
                "Eerste praktijktoets op het mbo",
                "Werving tweede groep",
                "Bijstellen van het programma",
            ),
            (
                "aug–dec 2028",
                "Start tweede groep",
                "Tussentijdse meting van uitval",
                "Route opnemen in de studiegids",
            ),
        ),
        "2025-2026, speerpunt 5.1",
    ),
    speerpunt(
        "5.2",
        "Vakmanschapsroute Mobiliteit en metaal",
        "De Steiger en mbo De Zijlen beginnen in augustus 2028 met een route van M&T en PIE naar niveau 2 en 3. Voor "
        "november 2027 is duidelijk of er genoeg leerlingen en leerplaatsen zijn.",
        (2,),
        "leerroute mbo bedrijven",
        (
            ("DS", "trekker; leerlingen M&T"),
            ("MZ", "docenten mobiliteit en metaal"),
            ("TH", "leerplaatsen in de werkplaats"),
            ("DM", "leerplaatsen verspanen en lassen"),
        ),
        (
            (
                "jan–juli 2027",
                "Belangstelling peilen in leerjaar 2 en 3",
                "Leerplaatsen tellen",
                "Leren van route 5.1",
            ),
            ("aug–dec 2027", "Besluit om door te gaan", "Programma schrijven", "Examens afstemmen"),
            ("2028", "Werven en aannemen", "Proefperiode van zes weken", "Start van de eerste groep"),
        ),
    ),
    speerpunt(
        "5.3",
        "Techniek in pro en vso",
        (
            "Veertig leerlingen van De Reünie en De Lichtboei halen een deelcertificaat in techniek dat bij "
            "bedrijven bekend is. Twaalf van hen stromen door naar werk of naar de entreeopleiding."
        ),
        (2, 5),
        "gelijke_kansen leerroute bedrijven",
        (
            ("PR", "trekker; 28 leerlingen"),
            ("LB", "twaalf leerlingen, met jobcoach"),
            ("MV", "entreeopleiding en certificaat"),
            ("BO", "zes werkplekken met vaste begeleider"),
            ("GH", "regelingen voor begeleiding op het werk"),
        ),
        (
            (
                "jan–juli 2027",
                "Deelcertificaten kiezen met het mbo",
                "Werkplekken bezoeken met leerlingen",
                "Rustige ruimte inrichten",
            ),
            (
                "aug–dec 2027",
                "Eerste achttien leerlingen aan de slag",
                "Bedrijf en school bellen elke twee weken",
                "Eerste certificaten",
            ),
            ("2028", "Tweede groep", "Overstap naar werk begeleiden", "Afspraak over nazorg van een jaar"),
        ),
    ),
    speerpunt(
        "5.4",
        "Stagepunt Veenderwaard",
        "Eén loket voor stages en bedrijfsbezoeken van alle scholen. In 2028 lopen via het stagepunt 700 plaatsen; "
        "een bedrijf wordt nog maar door één persoon gebeld.",
        (6, 2),
        "bedrijven lob borging",
        (
            ("TV", "huisvest het stagepunt"),
            ("PR", "stagecoördinator, twee dagen per week"),
            ("KC", "stagecoördinator, een dag per week"),
            ("TC", "stagecoördinator, een dag per week"),
            ("GH", "bijdrage aan de coördinator vanaf 2028"),
        ),
        (
            (
                "jan–juli 2027",
                "Alle stageplaatsen in één lijst",
                "Keuze van een eenvoudig systeem",
                "Afspraken over privacy",
            ),
            (
                "aug–dec 2027",
                "Open voor drie scholen",
                "Telefonisch spreekuur voor bedrijven",
                "Matching voor leerjaar 4",
            ),
            ("2028", "Open voor alle scholen", "Waardering van bedrijven meten", "Vaste bijdrage per school"),
        ),
        "2025-2026, speerpunt 5.2",
    ),
    speerpunt(
        "5.5",
        "Leerlingen volgen van vmbo tot werk",
        (
            "Elk jaar in februari ligt er een overzicht van twee pagina’s: hoeveel leerlingen kozen techniek, "
            "waar gingen zij heen en wie viel uit. Scholen en bedrijven bespreken het samen."
        ),
        (1, 2),
        "mbo lob borging",
        (
            ("MV", "levert gegevens over inschrijving en uitval"),
            ("KC", "functionaris gegevensbescherming"),
            ("GH", "cijfers van leerplicht en doorstroompunt"),
            ("HD", "controleert de berekening"),
        ),
        (
            (
                "jan–juli 2027",
                "Afspraken over gegevens en privacy",
                "Nulmeting over 2024-2026",
                "Gesprekken met twintig oud-leerlingen",
            ),
            (
                "aug–dec 2027",
                "Eerste overzicht maken",
                "Bellen met leerlingen die stopten",
                "Verhaal bij de cijfers",
            ),
            ("2028", "Tweede overzicht", "Oud-leerlingen terug in de klas", "Overzicht onderdeel van de jaarcyclus"),
        ),
    ),
    speerpunt(
        "5.6",
        "Na 2028: wie draagt wat?",
        (
            "In oktober 2028 hebben besturen, bedrijven en gemeenten getekend voor het vervolg: wat blijft, "
            "wie betaalt en wie beheert. Ook is duidelijk waarmee de regio stopt."
        ),
        (6,),
        "borging bedrijven",
        (
            ("KC", "penvoerder; rekent de kosten door"),
            ("TV", "peilt wat bedrijven willen bijdragen"),
            ("GH", "gesprek over huisvesting en vervoer"),
            ("GT", "gesprek over het rijdend lab"),
            ("PV", "gesprek over geld voor de labs"),
            ("SBV", "besluit over de ontdeklabs"),
        ),
        (
            (
                "2027",
                "Jaarlijkse kosten per voorziening",
                "Per speerpunt: houden, overdragen of stoppen",
                "Gesprek met gemeenten en provincie",
            ),
            ("jan–juli 2028", "Drie scenario’s", "Ronde langs alle besturen", "Advies van de bedrijvenraad"),
            (
                "aug–dec 2028",
                "Tekenen van de overeenkomst",
                "Overdracht van spullen en contracten",
                "Eindgesprek met alle werkgroepen",
            ),
        ),
    ),
)
