"""The milestones of theme 3, with their roles and log."""

from voorbeeldregio_notatie import log, step

THEME_3 = (
    step(
        "3.1a 4-1-27 12-2-27 E:PT V:KC smart:SMART gereed:12-2-27",
        "Plan van eisen Energielab getekend",
        "Plan van acht pagina’s met lijst van lessen, ruimtes en aansluitingen",
        log(
            "22-1-27",
            "groen",
            "Drie scholen schreven samen 27 lessen op die in het lab moeten kunnen.",
            by="Kompas College",
        ),
        log("12-2-27", "gereed", "Getekend door Kompas College, De Steiger en mbo Veenderwaard.", by="programmateam"),
    ),
    step(
        "3.1b 11-1-27 19-3-27 E:PT V:KC smart:SMART gereed:19-3-27",
        "Ketelhal leeg, onderzocht op asbest en vrijgegeven",
        "Vrijgavebewijs van de bouwinspecteur en een asbestrapport dat gemeente en verzekeraar accepteren",
        log(
            "5-2-27",
            "oranje",
            "Oude ketel is weg.",
            "In twee pakkingen zit asbest.",
            "Sanering in de voorjaarsvakantie, meerkosten € 6.400 uit de post bouwbegeleiding.",
            "Kompas College",
        ),
        log("5-3-27", "groen", "Sanering klaar, luchtmeting schoon.", by="Kompas College"),
        log("19-3-27", "gereed", "Vrijgegeven. De hal is een graad of tien kouder dan gedacht.", by="Kompas College"),
    ),
    step(
        "3.1c 15-2-27 23-4-27 E:SG V:KC na:3.1a doel:6 go smart:SMART gereed:22-4-27",
        "Besluit: bouwen of uitstellen",
        "Besluit van de stuurgroep met drie vergeleken offertes en een dekking",
        log("2-4-27", "groen", "Drie offertes: € 148.000, € 163.500 en € 171.000.", by="programmamanager"),
        log("22-4-27", "gereed", "Stuurgroep zegt ja. Voorwaarde: Zonrijk tekent voor de zomer.", by="stuurgroep"),
    ),
    step(
        "3.1d 26-4-27 24-9-27 E:KC V:ZE+KZ I:GH na:3.1b,3.1c doel:2 smart:SMART groen",
        "Installatie gekeurd en overgedragen",
        "Keuringsrapport, handleiding in gewone taal en sleuteloverdracht",
        log(
            "14-5-27",
            "groen",
            "Bouwteam begonnen; kabelgoten hangen. Bestelling batterij bevestigd voor week 30.",
            by="Zonrijk Energietechniek",
        ),
    ),
    step(
        "3.1e 27-9-27 29-10-27 E:SG V:KC I:TV na:3.1d doel:2 vast smart:SMART",
        "Energielab open voor leerlingen en buurt",
        "Opening op 29 oktober 2027 met lessen voor drie niveaus",
    ),
    step(
        "3.1f 10-1-28 7-7-28 E:DS V:KC na:3.1e,3.4c doel:6 smart:SMAT",
        "Lab draait 24 lesuren per week",
        "Rooster van 26 weken met gemiddeld 24 gebruikte uren",
    ),
    step(
        "3.2a 11-1-27 5-3-27 E:PT V:UL R:LB gereed:5-3-27 smart:SMART",
        "Bus gekozen en technisch gekeurd",
        "Koopovereenkomst en keuringsrapport van een bus van twaalf meter",
        log(
            "12-2-27",
            "groen",
            "Twee bussen bekeken. De elektrische haalt in de winter te weinig kilometers.",
            by="Truckservice Hazelmonde",
        ),
        log("5-3-27", "gereed", "Gekocht: een streekbus uit 2019, met garantie op de achteras.", by="De Uitvindloods"),
    ),
    step(
        "3.2b 8-3-27 7-5-27 E:UL V:PR na:3.2a smart:SMART gereed:4-5-27",
        "Interieur getekend met leerlingen",
        "Tekening op schaal en maquette met vier werkplekken en één rustige hoek",
        log(
            "9-4-27",
            "groen",
            "Leerlingen van De Reünie maten de bus op, twee keer fout en één keer goed.",
            by="Praktijkschool De Reünie",
        ),
        log(
            "4-5-27", "gereed", "Tekening akkoord; De Lichtboei kreeg een hoek met dimbaar licht.", by="De Uitvindloods"
        ),
    ),
    step(
        "3.2c 10-5-27 27-8-27 E:UL V:TH S:FM na:3.2b doel:3 smart:SMART rood",
        "Bus omgebouwd en toegelaten tot de weg",
        "Kenteken met nieuwe inrichting en goedkeuring van de rijksdienst",
        log(
            "14-5-27",
            "rood",
            "De werkplaats kan niet beginnen: de lift voor rolstoelen is niet leverbaar voor november.",
            "Enige leverancier in het land heeft een wachttijd van zes maanden.",
            (
                "Twee sporen: lift tweedehands zoeken (tot 4 juni) of starten zonder lift met een helling op vier "
                "vaste stops."
            ),
            "De Uitvindloods",
        ),
    ),
    step(
        "3.2d 30-8-27 15-10-27 V:UL I:KW na:3.2c doel:3 smart:SMRT win",
        "Proefritten langs zes scholen",
        "Rittenstaat en zes ingevulde vragenlijsten",
    ),
    step(
        "3.2e 18-10-27 26-5-28 E:PT V:UL R:LB na:3.2d doel:3 smart:SMART",
        "Vaste route: vier scholen per week",
        "Rooster van een heel schooljaar en 480 leerlingen in de bus",
    ),
    step(
        "3.2f 4-9-28 6-10-28 E:SG V:UL na:3.2e,5.6b doel:3 go smart:SM",
        "Besluit over een tweede bus",
        "Besluit met kosten per leerling en toezeggingen van twee gemeenten",
    ),
    step(
        "3.3a 18-1-27 12-3-27 E:WL V:FM R:OM gereed:11-3-27 smart:SMART",
        "Productielijn getekend met twee bedrijven",
        "Plattegrond, lijst van machines en looplijnen",
        log("11-3-27", "gereed", "Getekend. Daniëls wil een meetstation erbij, dat past.", by="mbo De Zijlen"),
    ),
    step(
        "3.3b 15-3-27 21-5-27 E:MZ V:FM S:OM na:3.3a smart:SMRT groen",
        "Contract voor de robotarm getekend",
        "Bruikleenovereenkomst voor vier jaar met afspraken over schade",
        log("23-4-27", "groen", "Concept besproken; verzekering vraagt een hek van 1,40 meter.", by="mbo De Zijlen"),
        log("13-5-27", "groen", "Jurist van het mbo is akkoord, handtekening op 20 mei.", by="mbo De Zijlen"),
    ),
    step(
        "3.3c 24-5-27 1-10-27 E:MZ V:FM R:DS na:3.3b doel:2 smart:SMART",
        "Lijn staat en heeft proefgedraaid",
        "Honderd fietslampen van dezelfde kwaliteit, gemeten en ingepakt",
    ),
    step(
        "3.3d 4-10-27 4-2-28 E:WL V:MZ na:3.3c,4.3c doel:2 smart:SMART",
        "Acht docenten kunnen de lijn bedienen",
        "Acht bewijzen van scholing en een rooster met namen",
    ),
    step(
        "3.3e 7-2-28 23-6-28 E:WL V:MZ na:3.3d doel:2 smart:SMAT",
        "Drie scholen maken elk een eigen product",
        "Drie productdossiers: tekening, meetrapport en verpakking",
    ),
    step(
        "3.3f 28-8-28 17-11-28 E:SG V:MZ na:3.3e doel:6 go smart:SM",
        "Besluit over vervanging en storing",
        "Meerjarenplan met bedragen en een telefoonnummer dat opneemt",
    ),
    step(
        "3.4a 1-2-27 28-5-27 E:PT V:DS smart:SMART groen",
        "Gebruik van labs en werkplaatsen geteld",
        "Telling van vier weken, per lokaal en per uur",
        log("26-3-27", "groen", "Telling in week 9 en 12 gedaan.", by="Vakcollege De Steiger"),
        log(
            "7-5-27",
            "groen",
            "Tussenstand: een werkplaats staat gemiddeld 41% van de week leeg.",
            by="Vakcollege De Steiger",
        ),
    ),
    step(
        "3.4b 30-8-27 17-12-27 E:SG V:DS+MZ I:UL na:3.4a smart:SMART",
        "Drie labbeheerders aangesteld",
        "Drie contracten en één gezamenlijke taakomschrijving",
    ),
    step(
        "3.4c 27-9-27 17-12-27 E:PT V:KC R:MZ na:3.4a doel:6 smart:SMAR win",
        "Proef met één rooster voor twee labs",
        "Acht weken reserveringen zonder dubbele boeking",
    ),
    step(
        "3.4d 17-1-28 7-7-28 E:SG V:DS na:3.4c doel:6 smart:SMART",
        "Kosten per lesuur berekend",
        "Rekenblad met huur, energie, materiaal en beheer per lab",
    ),
    step(
        "3.4e 21-8-28 20-10-28 E:SG V:KC I:TV na:3.4b,3.4d doel:6 smart:SM",
        "Alle labs in één rooster",
        "Werkend rooster voor vier labs en zeven scholen",
    ),
    step(
        "3.4f 23-10-28 8-12-28 E:SG V:DS na:3.4e doel:6 go smart:SM",
        "Besluit: tarief voor andere gebruikers",
        "Tarieflijst 2029 voor scholen buiten de regio, bedrijven en bewoners",
    ),
    step(
        "3.5a 11-1-27 26-2-27 E:PT V:BO R:GT gereed:26-2-27 smart:SMAT",
        "Plek op bouwplaats Elzenhof vastgelegd",
        "Situatietekening met leerkeet, looproute en hek",
        log(
            "26-2-27",
            "gereed",
            "Plek ligt naast de ingang. De uitvoerder wil geen bezoek op vrijdag.",
            by="Bouwgroep Van Ommeren-Dijk",
        ),
    ),
    step(
        "3.5b 1-3-27 4-6-27 E:PT V:BO S:KC na:3.5a doel:6 smart:SMART oranje",
        "Leerkeet ingericht door leerlingen",
        "Keet met twaalf werkplekken, keuken en droogrek",
        log("2-4-27", "groen", "Wanden en vloer liggen er, alles van gebruikt hout.", by="Praktijkschool De Reünie"),
        log(
            "11-5-27",
            "oranje",
            "Stroom en water lopen twee weken achter.",
            "Netaansluiting is pas op 28 mei mogelijk.",
            "Tijdelijk aggregaat van de bouwplaats; oplevering schuift naar 11 juni.",
            "Bouwgroep Van Ommeren-Dijk",
        ),
    ),
    step(
        "3.5c 24-5-27 9-7-27 E:PT V:BO na:3.5b win smart:SMRT",
        "Veiligheidspaspoort voor 120 leerlingen",
        "Paspoort met foto en vijf afgetekende regels",
    ),
    step(
        "3.5d 30-8-27 3-12-27 E:PT V:BO I:MV na:3.5c doel:2 smart:SMART",
        "Tien weken gedraaid met drie klassen",
        "Tien weekkaarten en 72 beoordelingen door de leermeester",
    ),
    step(
        "3.5e 10-1-28 7-4-28 E:KC V:BO na:3.5d doel:6 smart:SMAR",
        "Materiaalbank open met 200 stuks",
        "Lijst van gebruikte balken, kozijnen en tegels met maat en plaats",
    ),
    step(
        "3.5f 17-4-28 27-10-28 E:SG V:KC na:3.5e doel:2 smart:SM",
        "Tiny house van gebruikt materiaal staat",
        "Huisje van 24 m² op het terrein van mbo Veenderwaard",
    ),
)
