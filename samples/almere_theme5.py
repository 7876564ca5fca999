"""Theme 5 of the Almere plan: working together in the chain."""

from almere_notatie import planned, step

THEME_5 = (
    planned(
        "5.1",
        "Kenniskring: vrienden van techniek & technologie Almere",
        "De kenniskring Vrienden van techniek & technologie Almere komt drie keer per jaar bij elkaar, 2-3 uur per "
        "keer. De leden bespreken wat er in de regio speelt, wat ze van elkaar verwachten en hoe het loopt met de "
        "programma’s, en zetten nieuwe initiatieven op. Stad College, penvoerder van STA, neemt het initiatief en is "
        "secretaris.",
        (4, 5),
        "bedrijven mbo po",
        (
            "- rectoren, conrectoren en teamleiders techniek en technologie van alle vmbo-scholen",
            "MCA",
            "AM",
            "BED consortium",
            "SN",
            "JI",
            "PO",
            "HW",
            "GA",
        ),
        (
            (
                "2020",
                "Formeren kenniskring Vrienden van techniek & technologie Almere",
                "Doel en taakstelling formuleren (statuten)",
                "3 bijeenkomsten in 2020: vraagstukken bespreken, initiatieven starten",
            ),
            ("2021", "Idem"),
            ("2022 - 2023", "Idem"),
        ),
        (
            step(
                "5.1a 1-1-2020 31-3-2020 E:SG V:SC R:GA+MCA+AM+BED I:PO+HW win",
                "Kenniskring opgericht",
                "Statuten met doel en taak, en een ledenlijst",
            ),
            step(
                "5.1b 1-4-2020 31-12-2020 E:PL V:SC R:GA+BED+JI+SN I:SG na:5.1a",
                "Drie bijeenkomsten in 2020 gehouden",
                "Drie verslagen met vraagstukken en nieuwe initiatieven",
            ),
            step(
                "5.1c 1-1-2021 31-12-2021 E:PL V:SC R:GA+BED+PO+HW I:SG na:5.1b",
                "Drie bijeenkomsten in 2021 gehouden",
                "Drie verslagen en een overzicht van de voortgang van de programma’s",
            ),
        ),
    ),
    planned(
        "5.2",
        "Realisatie centraal coördinatiepunt stages vmbo",
        "Vanaf 2021 werkt er één centraal coördinatiepunt voor stages. Alle zes vmbo-scholen en alle stagebedrijven in "
        "de regio Almere zijn erbij aangesloten. Het punt regelt alle bedrijfsstages van vmbo-leerlingen.",
        (4,),
        "bedrijven",
        ("- 3 docenten van de vmbo-scholen", "JI adviesrol", "BED", "SOB"),
        (
            (
                "2020",
                "Formeren projectteam coördinatiepunt",
                "Opbouwen netwerk van bedrijven en instellingen",
                "Planvorming",
                "Organisatie en uitvoering",
            ),
            (
                "2021",
                "Implementatie uitvoeren centraal coördinatiepunt",
                "Inhoudelijk ontwerp en design maken voor softwarepakket",
                "Ontwikkelen prototype",
                "Testen, evalueren, bijstellen, opleveren",
            ),
            (
                "2022 - 2023",
                "Invoeren met een pilot (twee scholen)",
                "Evalueren, content toevoegen, bijstellen",
                "Brede uitrol naar alle scholen en leerlingen",
            ),
        ),
        (
            step(
                "5.2a 1-1-2020 31-12-2020 E:SG V:WG R:JI+BED I:SC+AC+MG+EN+BC+AV go",
                "Plan coördinatiepunt goedgekeurd",
                "Plan voor het coördinatiepunt en een netwerk van bedrijven en instellingen",
            ),
            step(
                "5.2b 1-1-2021 31-12-2021 E:PL V:WG+SOB R:JI I:BED na:5.2a",
                "Coördinatiepunt open, software opgeleverd",
                "Werkend coördinatiepunt en een getest softwarepakket",
            ),
            step(
                "5.2c 1-1-2022 31-12-2023 E:PL V:WG S:SOB R:JI I:SC+AC+MG+EN+BC+AV+BED na:5.2b",
                "Software uitgerold naar alle scholen",
                "Verslag van de pilot op twee scholen; alle scholen regelen er stages mee",
            ),
        ),
    ),
    planned(
        "5.3",
        "Verbinden vmbo met PPS Wetenschap & Techniek (po)",
        "Het projectteam STA en het programmateam van het RIF-project PPS W&T houden twee keer per jaar samen een "
        "kennisdag voor alle betrokkenen, om po en vmbo (onderbouw) te verbinden. Ze vertellen elkaar over "
        "initiatieven voor loopbaanoriëntatie, delen kennis en goede voorbeelden en volgen inhoudelijke workshops. "
        "Doel is samenwerken, verbinden, elkaar sterker maken en zo mogelijk samen initiatieven oppakken.",
        (1,),
        "po mbo bedrijven lob onderbouw",
        (
            "- alle betrokkenen van de zes vmbo-scholen",
            "MCA docenten",
            "AM docenten (in het plan: Aers mbo Almere)",
            "PO vertegenwoordigers",
            "SN",
            "JI",
            "HW",
            "BED",
            "GA",
        ),
        (
            (
                "2020",
                "Ideeën genereren",
                "Samenstellen programma, organiseren workshops, presentaties, doe-activiteiten",
                "Organisatie en uitvoering kennisdag",
            ),
            ("2021", "Idem"),
            ("2022 - 2023", "Idem"),
        ),
        (
            step(
                "5.3a 1-1-2020 31-12-2020 E:PL V:PPS+DP R:PO+HW+SN I:BED+GA win",
                "Twee kennisdagen in 2020 gehouden",
                "Twee programma’s met workshops en een verslag van elke dag",
            ),
            step(
                "5.3b 1-1-2021 31-12-2021 E:PL V:PPS+DP R:PO+HW+JI I:BED+GA na:5.3a",
                "Twee kennisdagen in 2021 gehouden",
                "Twee verslagen en een lijst van initiatieven die samen zijn opgepakt",
            ),
            step(
                "5.3c 1-1-2022 31-12-2023 E:PL V:PPS+DP R:PO+HW I:SG na:5.3b",
                "Vier kennisdagen in 2022 en 2023 gehouden",
                "Vier verslagen, met twee kennisdagen per jaar",
            ),
        ),
    ),
)
