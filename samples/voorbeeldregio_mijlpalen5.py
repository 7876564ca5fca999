"""The milestones of theme 5, with their roles and log."""

from voorbeeldregio_notatie import log, step

THEME_5 = (
    step(
        "5.1a 4-1-27 5-2-27 E:WL V:MV+KC smart:SMART gereed:5-2-27",
        "Programma van vijf jaar op één vel",
        "Vel met vakken, uren, stages en diploma per leerjaar",
        log(
            "22-1-27",
            "groen",
            "Vier van de vijf jaren ingevuld; de stage in jaar 4 is nog een gesprek.",
            by="mbo Veenderwaard",
        ),
        log("5-2-27", "gereed", "Programma af. Reizen naar het mbo is één dag per week.", by="werkgroep Leerroutes"),
    ),
    step(
        "5.1b 8-2-27 19-3-27 E:SG V:MV R:KZ na:5.1a doel:2 go smart:SMART gereed:18-3-27",
        "Besluit: route start in augustus 2027",
        "Samenwerkingsovereenkomst met drie handtekeningen",
        log("26-2-27", "groen", "Juristen van KC en mbo zijn het eens over de inschrijving.", by="programmamanager"),
        log("18-3-27", "gereed", "Overeenkomst getekend tijdens de stuurgroep.", by="stuurgroep"),
    ),
    step(
        "5.1c 22-3-27 18-6-27 E:MV V:KC I:WL na:5.1b doel:2 smart:SMART groen",
        "Eerste groep van veertien leerlingen aangenomen",
        "Veertien intakeverslagen en een klassenlijst",
        log("16-4-27", "groen", "Aanmelding gesloten: negentien leerlingen.", by="Kompas College"),
        log("12-5-27", "groen", "Elf intakegesprekken gedaan, elf keer een plaats.", by="mbo Veenderwaard"),
    ),
    step(
        "5.1d 23-8-27 24-9-27 E:PT V:MV na:5.1c doel:2 vast win smart:SMRT",
        "Eerste groep begonnen met één mentor",
        "Rooster, naam van de mentor en verslag van de ouderavond",
    ),
    step(
        "5.1e 10-1-28 7-4-28 E:MV V:KZ R:BI na:5.1d doel:2 smart:SMART",
        "Eerste praktijktoets op het mbo afgenomen",
        "Veertien beoordelingen, besproken met leerling en bedrijf",
    ),
    step(
        "5.1f 10-4-28 29-9-28 E:MV V:KC I:BR na:5.1e doel:2 smart:SM",
        "Tweede groep gestart; uitval onder 10%",
        "Klassenlijst van groep 2 en tabel met uitval en reden",
    ),
    step(
        "5.1g 2-10-28 8-12-28 E:SG V:MV na:5.1f doel:2 smart:SM",
        "Route opgenomen in de studiegids",
        "Bladzijde in de studiegids 2029 en op twee websites",
    ),
    step(
        "5.2a 1-2-27 23-4-27 E:WL V:DS R:MZ gereed:21-4-27 smart:SMART",
        "Belangstelling gepeild in leerjaar 2 en 3",
        "Antwoorden van 210 leerlingen en hun ouders",
        log("26-3-27", "groen", "Ruim 160 formulieren terug.", by="Vakcollege De Steiger"),
        log(
            "21-4-27",
            "gereed",
            "31 leerlingen zeggen ‘zeker’ of ‘misschien’; 18 is genoeg.",
            by="Vakcollege De Steiger",
        ),
    ),
    step(
        "5.2b 26-4-27 2-7-27 E:WL V:TH na:5.2a doel:2 smart:SMART groen",
        "Twintig leerplaatsen toegezegd door bedrijven",
        "Twintig toezeggingen op papier, met vak en begeleider",
        log("14-5-27", "groen", "Zes toezeggingen binnen, twaalf gesprekken gepland.", by="Truckservice Hazelmonde"),
    ),
    step(
        "5.2c 30-8-27 5-11-27 E:SG V:DS R:BR na:5.2b go doel:2 smart:SMART",
        "Besluit: doorgaan of stoppen met de route",
        "Besluit met aantallen leerlingen, leerplaatsen en kosten",
    ),
    step(
        "5.2d 8-11-27 14-4-28 E:WL V:MZ na:5.2c doel:2 smart:SMAT",
        "Programma en examens afgestemd",
        "Programma van vier jaar en akkoord van de examencommissie",
    ),
    step(
        "5.2e 24-4-28 29-9-28 E:PT V:DS I:BR na:5.2d doel:2 smart:SM",
        "Eerste groep van zestien leerlingen gestart",
        "Klassenlijst, zestien leerplaatsen en verslag van zes weken proef",
    ),
    step(
        "5.2f 2-10-28 15-12-28 E:WL V:DS R:TH na:5.2e doel:2 smart:SM",
        "Eerste groep besproken: wie blijft, wie twijfelt",
        "Verslag van zestien gesprekken en drie verbeteringen voor het programma",
    ),
    step(
        "5.3a 11-1-27 5-3-27 E:WL V:PR gereed:5-3-27 smart:SMART",
        "Drie deelcertificaten gekozen met het mbo",
        "Lijst met eisen in gewone taal en voorbeeld van het certificaat",
        log(
            "5-3-27",
            "gereed",
            "Gekozen: lassen basis, onderhoud gebouwen en logistiek met heftruck.",
            by="Praktijkschool De Reünie",
        ),
    ),
    step(
        "5.3b 8-3-27 21-5-27 E:WL V:BO na:5.3a doel:2 smart:SMART groen",
        "Twaalf werkplekken bezocht met leerlingen",
        "Twaalf kaartjes: wat doe je, wie helpt, hoe laat begint het",
        log(
            "16-4-27",
            "groen",
            "Vijf bedrijven bezocht; leerlingen maakten zelf de foto’s.",
            by="Praktijkschool De Reünie",
        ),
        log(
            "13-5-27", "groen", "Tien bedrijven bezocht, de laatste twee volgende week.", by="Praktijkschool De Reünie"
        ),
    ),
    step(
        "5.3c 12-4-27 25-6-27 E:PT V:LB S:GH doel:5 smart:SMAT groen",
        "Rustige werkruimte klaar bij De Lichtboei",
        "Ruimte voor acht leerlingen, met eigen gereedschap en koptelefoons",
        log("7-5-27", "groen", "Muren geschilderd in één kleur; lamp die zoemde is vervangen.", by="De Lichtboei"),
    ),
    step(
        "5.3d 28-6-27 17-12-27 E:WL V:PR+LB R:MV na:5.3b,5.3c doel:2 smart:SMART win",
        "Eerste achttien leerlingen aan het werk",
        "Achttien leerwerkovereenkomsten en logboek per leerling",
    ),
    step(
        "5.3e 10-1-28 30-6-28 E:WL V:PR I:TV na:5.3d doel:2 smart:SMART",
        "Twintig deelcertificaten uitgereikt",
        "Namenlijst en foto van de uitreiking op 22 juni 2028",
    ),
    step(
        "5.3f 28-8-28 1-12-28 E:SG V:PR na:5.3e doel:5 smart:SM",
        "Twaalf leerlingen naar werk of entree",
        "Overzicht met een contactpersoon voor nazorg per leerling",
    ),
    step(
        "5.4a 11-1-27 26-3-27 E:PT V:PR R:TV gereed:26-3-27 smart:SMART",
        "Alle 412 stageplaatsen in één lijst",
        "Lijst zonder dubbelingen, met contact en aantal plaatsen",
        log("19-2-27", "groen", "Drie lijsten samengevoegd: 530 regels, veel dubbel.", by="Tessel College"),
        log("26-3-27", "gereed", "412 plaatsen bij 168 bedrijven; negen bedrijven wilden eraf.", by="Tessel College"),
    ),
    step(
        "5.4b 29-3-27 25-6-27 E:PT V:TV na:5.4a doel:6 smart:SMART oranje",
        "Systeem gekozen en privacy geregeld",
        "Contract, verwerkersovereenkomst en handleiding van één pagina",
        log("23-4-27", "groen", "Twee systemen getest door acht gebruikers.", by="Techniekkring"),
        log(
            "14-5-27",
            "oranje",
            "Keuze is gemaakt, contract nog niet.",
            "De verwerkersovereenkomst noemt opslag buiten de EU.",
            "De functionaris gegevensbescherming onderhandelt; tweede keus blijft tot 4 juni beschikbaar.",
            "Kompas College",
        ),
    ),
    step(
        "5.4c 28-6-27 15-10-27 E:TV R:PR+TC I:BR na:5.4b doel:6 smart:SMRT",
        "Stagepunt open voor drie scholen",
        "Loket met telefoonnummer en zestig geplaatste leerlingen",
    ),
    step(
        "5.4d 18-10-27 17-12-27 E:TV V:PR I:BR na:5.4c doel:6 win smart:SMART",
        "Spreekuur voor bedrijven elke dinsdag",
        "Acht spreekuren en een lijst met vragen en antwoorden",
    ),
    step(
        "5.4e 10-1-28 26-5-28 E:PT V:TV R:DS na:5.4d doel:2 smart:SMART",
        "Zevenhonderd plaatsen via het stagepunt",
        "Telling per school en per bedrijf",
    ),
    step(
        "5.4f 29-5-28 27-10-28 E:SG V:TV na:5.4e,5.6b doel:6 smart:SM",
        "Vaste bijdrage per school afgesproken",
        "Overeenkomst met bedrag per leerling voor 2029 en 2030",
    ),
    step(
        "5.5a 25-1-27 16-4-27 E:SG V:MV R:GH gereed:15-4-27 smart:SMART",
        "Afspraken over leerlinggegevens getekend",
        "Overeenkomst en lijst van gegevens die wél en niet gedeeld worden",
        log("26-2-27", "groen", "Eerste versie besproken met vier scholen.", by="mbo Veenderwaard"),
        log("15-4-27", "gereed", "Getekend. Cijfers alleen vanaf tien leerlingen, namen nooit.", by="stuurgroep"),
    ),
    step(
        "5.5b 19-4-27 8-10-27 E:WL V:MV na:5.5a doel:2 smart:SMART groen",
        "Nulmeting over drie schooljaren",
        "Overzicht 2024-2026 met instroom, overstap en uitval",
        log("12-5-27", "groen", "Gegevens van 2024 en 2025 zijn binnen en gecontroleerd.", by="mbo Veenderwaard"),
    ),
    step(
        "5.5c 30-8-27 26-11-27 E:WL V:HD doel:1 smart:SMAT",
        "Twintig oud-leerlingen geïnterviewd",
        "Bundel met tien verhalen, met toestemming",
    ),
    step(
        "5.5d 29-11-27 11-2-28 E:SG V:MV R:BR na:5.5b,5.5c doel:1 vast smart:SMART",
        "Eerste overzicht van twee pagina’s besproken",
        "Overzicht en verslag van het gesprek op 10 februari 2028",
    ),
    step(
        "5.5e 4-9-28 8-12-28 E:SG V:MV I:GH na:5.5d doel:1 smart:SM",
        "Tweede overzicht en afspraak voor elk jaar",
        "Overzicht 2028 en vaste datum in de jaarkalender",
    ),
    step(
        "5.6a 8-2-27 18-6-27 E:SG V:KC doel:6 smart:SMAR groen",
        "Jaarlijkse kosten per voorziening bekend",
        "Rekenblad met vier labs, bus, stagepunt en coördinatie",
        log("26-3-27", "groen", "Labs doorgerekend, zonder energieprijs.", by="controller penvoerder"),
        log(
            "14-5-27",
            "groen",
            "Bus en stagepunt toegevoegd; totaal € 386.000 per jaar (voorlopig).",
            by="controller penvoerder",
        ),
    ),
    step(
        "5.6b 21-6-27 10-12-27 E:SG V:PT na:5.6a doel:6 smart:SMART",
        "Per speerpunt: houden, overdragen of stoppen",
        "Tabel met zesentwintig speerpunten, eigenaar en voorstel",
    ),
    step(
        "5.6c 17-1-28 16-6-28 E:SG V:PT R:PV na:5.6b doel:6 smart:SMART",
        "Drie scenario’s met bedragen",
        "Notitie van zes pagina’s, besproken in alle besturen",
    ),
    step(
        "5.6d 19-6-28 22-9-28 E:SG V:BR O:HD na:5.6c doel:6 smart:SM",
        "Advies van de bedrijvenraad ontvangen",
        "Brief met advies en bedrag dat bedrijven willen bijdragen",
    ),
    step(
        "5.6e 28-8-28 13-10-28 E:SG V:KC I:SBV na:5.6c doel:6 go vast smart:SM",
        "Overeenkomst na 2028 getekend",
        "Overeenkomst voor drie jaar met handtekeningen van alle partners",
    ),
    step(
        "5.6f 16-10-28 15-12-28 E:SG V:PT S:KC na:5.6d,5.6e doel:6 smart:SM",
        "Spullen, contracten en dossiers overgedragen",
        "Overdrachtslijst, getekend door de nieuwe eigenaren",
    ),
)
