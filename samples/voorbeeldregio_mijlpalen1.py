"""The milestones of theme 1, with their roles and log."""

from voorbeeldregio_notatie import log, step

THEME_1 = (
    step(
        "1.1a 4-1-27 12-2-27 E:PT V:UL doel:3 smart:SMART gereed:10-2-27",
        "Acht proeflessen gekozen door leerkrachten",
        "Lijst van acht lessen, ondertekend door de techniekcoaches van tien scholen",
        log(
            "15-1-27",
            "groen",
            "Twaalf lessen liggen klaar, elf leerkrachten proberen ze thuis uit.",
            by="De Uitvindloods",
        ),
        log(
            "10-2-27",
            "gereed",
            "Acht lessen gekozen. De les over bruggen viel af: te veel klein materiaal.",
            by="werkgroep Ontdekken",
        ),
    ),
    step(
        "1.1b 15-2-27 2-4-27 E:UL V:KC S:FM na:1.1a doel:3 smart:SMART win gereed:1-4-27",
        "Drie kasten gebouwd door leerlingen PIE",
        "Drie gevulde kasten op wielen, gekeurd door de conciërge van het Kompas College",
        log("5-3-27", "groen", "Leerlingen uit 3 kader zagen en monteren op donderdag.", by="Kompas College"),
        log(
            "1-4-27",
            "gereed",
            "Klaar, een dag voor de datum. Fléchetec heeft de panelen gratis gefreesd.",
            by="Kompas College",
        ),
    ),
    step(
        "1.1c 5-4-27 25-6-27 E:SBV V:UL I:WO na:1.1b doel:3 smart:SMAT groen",
        "Ontdeklab in gebruik op drie scholen",
        "Per school een logboek met minstens vier gegeven lessen in groep 7 en 8",
        log("16-4-27", "groen", "De eerste twee scholen zijn gestart, 94 kinderen.", by="De Uitvindloods"),
        log("12-5-27", "groen", "Derde school begint op 24 mei, na de projectweek.", by="De Uitvindloods"),
    ),
    step(
        "1.1d 28-6-27 12-11-27 E:SBV V:UL+KW R:PT na:1.1c doel:3 smart:SMART",
        "Ontdeklab draait op tien scholen",
        "Overzicht van tien scholen met lesdagen en naam van de coach",
    ),
    step(
        "1.1e 10-1-28 26-5-28 E:SBV V:KW R:UL na:1.1d+30 doel:3 smart:SMART",
        "Laatste vier scholen hebben een ontdeklab",
        "Foto en lesrooster van elke school op de gedeelde schijf",
    ),
    step(
        "1.1f 29-5-28 29-9-28 E:SG V:SBV I:UL na:1.1e,4.3d smart:SM",
        "Beheer en kosten overgenomen door besturen",
        "Besluit van twee schoolbesturen met een jaarbedrag per kast",
    ),
    step(
        "1.2a 11-1-27 19-2-27 E:WO V:TC R:HE gereed:18-2-27 smart:SMART",
        "Lessentabellen van vijf scholen vergeleken",
        "Overzicht op A3: uren techniek per leerjaar en per school",
        log(
            "18-2-27",
            "gereed",
            "Verschil is groot: van 12 tot 58 uur per jaar. Besproken met de teamleiders.",
            by="Tessel College",
        ),
    ),
    step(
        "1.2b 22-2-27 21-5-27 E:WO V:TC+KC na:1.2a doel:1 smart:SMART oranje",
        "Zes opdrachten van tien uur geschreven",
        "Zes leerlingboekjes met materiaallijst en beoordelingskaart",
        log("19-3-27", "groen", "Vier opdrachten zijn verdeeld over tweetallen.", by="Tessel College"),
        log(
            "7-5-27",
            "oranje",
            "Vier van de zes boekjes zijn klaar; de opdrachten ‘Waterstof’ en ‘Slim licht’ lopen twee weken achter.",
            "Een schrijver van de Noordkade is langdurig ziek.",
            "De docent M&T van De Steiger neemt ‘Slim licht’ over; datum voor de proefweek blijft staan.",
            "werkgroep Ontdekken",
        ),
    ),
    step(
        "1.2c 24-5-27 2-7-27 E:WO V:TC na:1.2b win smart:SMRT",
        "Proefweek met vier klassen gehouden",
        "Verslag met 96 ingevulde leerlingenkaarten",
    ),
    step(
        "1.2d 5-7-27 8-10-27 E:PT V:KC na:1.2c doel:1 smart:SMART",
        "Alle vijf scholen geven de eerste opdracht",
        "Rooster per school waarin de eerste tien uur staan",
    ),
    step(
        "1.2e 1-11-27 31-3-28 E:WO V:HE I:SBV doel:5 smart:SMAT",
        "Drie opdrachten vernieuwd met bedrijven",
        "Nieuwe versie van drie boekjes, met naam van het bedrijf op de kaft",
    ),
    step(
        "1.2f 3-4-28 30-6-28 E:SG V:KC R:WO na:1.2d,1.2e doel:1 smart:SMART",
        "Veertig uur techniek vast in de lessentabel",
        "Lessentabel 2028-2029 van vijf scholen, met instemming van de medezeggenschapsraad",
    ),
    step(
        "1.3a 11-1-27 26-2-27 E:PT V:TV gereed:24-2-27 win smart:SMART",
        "Afspraken over veiligheid op één A4",
        "Kaart met acht regels, goedgekeurd door de verzekeraar van de scholen",
        log("29-1-27", "groen", "Concept ligt bij vier bedrijven en de verzekeraar.", by="Techniekkring"),
        log("24-2-27", "gereed", "Kaart is gedrukt en hangt al bij Daniëls in de kantine.", by="Techniekkring"),
    ),
    step(
        "1.3b 1-3-27 16-4-27 E:TV V:DM na:1.3a doel:6 smart:SMART gereed:15-4-27",
        "Tien bedrijven hebben een klus van 90 minuten",
        "Tien opdrachtkaarten met tijd, materiaal en groepsgrootte",
        log("26-3-27", "groen", "Zeven klussen zijn getest met de kinderen van medewerkers.", by="Techniekkring"),
        log(
            "15-4-27",
            "gereed",
            "Tien kaarten binnen. De klus bij de bakkerij (ovens reinigen) is vervangen.",
            by="Techniekkring",
        ),
    ),
    step(
        "1.3c 19-4-27 25-6-27 E:PT V:TV I:GH na:1.3b doel:1 smart:SMART groen",
        "Eerste 220 leerlingen op bliksembezoek",
        "Aanwezigheidslijst en 220 ingevulde werkbladen",
        log(
            "14-5-27",
            "groen",
            "Al 118 leerlingen geweest; één bus reed verkeerd, verder goede reacties.",
            by="Techniekkring",
        ),
    ),
    step(
        "1.3d 30-8-27 17-12-27 E:PT V:TV I:GH na:1.3c doel:1 smart:SMART",
        "Dertig bedrijven en 330 leerlingen erbij",
        "Deelnemerslijst in het stagepunt met dertig bedrijven",
    ),
    step(
        "1.3e 17-1-28 16-6-28 VE:TV V:BO na:1.3d,5.4d doel:6 smart:SMAR",
        "Bedrijven plannen hun bezoek zelf",
        "Minstens veertig reserveringen via het stagepunt zonder hulp van de coördinator",
    ),
    step(
        "1.3f 4-9-28 15-12-28 E:BR V:TV smart:SM",
        "Bliksembezoeken door de Techniekkring betaald",
        "Jaarbegroting 2029 van de Techniekkring met een post voor bussen",
    ),
    step(
        "1.4a 11-1-27 26-3-27 E:TC V:HD R:DS doel:5 smart:SMART gereed:25-3-27",
        "Dertig gesprekken met meisjes gevoerd",
        "Verslag van tien pagina’s met citaten en drie patronen",
        log(
            "12-2-27",
            "groen",
            "Achttien gesprekken gedaan, ook met meisjes die níét kozen.",
            by="Hogeschool Delta-Noord",
        ),
        log(
            "25-3-27",
            "gereed",
            "Rode draad: ‘Ik wil niet de enige zijn.’ Aanwezigheid van een tweede meisje telt zwaar.",
            by="Tessel College",
        ),
    ),
    step(
        "1.4b 29-3-27 28-5-27 E:WO V:TC+DS na:1.4a doel:5 smart:SMAR groen",
        "Open dag en folders doorgelicht",
        "Lijst met veertig aanpassingen, de helft al doorgevoerd",
        log(
            "7-5-27",
            "groen",
            "Foto’s vervangen op twee websites; folder van De Steiger herschreven.",
            by="Vakcollege De Steiger",
        ),
    ),
    step(
        "1.4c 12-4-27 18-6-27 E:PT V:MV S:HD doel:5 smart:SMART oranje",
        "Twaalf rolmodellen getraind",
        "Twaalf bewijzen van deelname en een rooster voor het najaar",
        log(
            "11-5-27",
            "oranje",
            "Zeven studentes zeiden ja; vijf twijfelen vanwege hun stage.",
            "Trainingsmiddag valt samen met stagedagen van niveau 4.",
            "Tweede middag op zaterdag 12 juni; Zonrijk vraagt twee monteurs extra.",
            "mbo Veenderwaard",
        ),
    ),
    step(
        "1.4d 6-9-27 26-11-27 E:PT V:TC na:1.4b,1.4c doel:5 smart:SMART",
        "Vier techniekmiddagen met tachtig meisjes",
        "Inschrijflijst en korte peiling vóór en na de middag",
    ),
    step(
        "1.4e 4-10-27 25-2-28 E:SG V:DS doel:5 smart:SART",
        "Lokalen op twee scholen aangepast",
        "Opleverlijst: kleedruimte, werkkleding in alle maten, andere posters",
    ),
    step(
        "1.4f 6-3-28 22-9-28 E:WO V:TC I:SG na:1.4d doel:5 smart:SM",
        "Maatjes voor alle meisjes in leerjaar 3 techniek",
        "Koppellijst en twee terugkomavonden",
    ),
    step(
        "1.5a 18-1-27 26-2-27 E:WO V:KC R:GH smart:SMAT gereed:26-2-27",
        "Gesprekken met sleutelpersonen in drie wijken",
        "Verslag met wensen van negentien ouders",
        log(
            "26-2-27",
            "gereed",
            "Negentien ouders gesproken. Wens: begin om 19.30 uur, na het eten, en neem kinderen mee.",
            by="Kompas College",
        ),
    ),
    step(
        "1.5b 1-3-27 9-4-27 E:WO V:UL na:1.5a doel:5 smart:SMART gereed:9-4-27",
        "Programma van de keuzeavond gemaakt",
        "Draaiboek van twee uur met vijf doe-opdrachten en uitleg in vier talen",
        log("19-3-27", "groen", "Drie van de vijf doe-opdrachten zijn getest.", by="De Uitvindloods"),
        log("9-4-27", "gereed", "Draaiboek klaar; vertaling Tigrinya volgt een week later.", by="Kompas College"),
    ),
    step(
        "1.5c 12-4-27 4-6-27 E:PT V:KC I:GH na:1.5b win doel:1 smart:SMART groen",
        "Proefavond met veertig gezinnen in de Kolkbuurt",
        "Presentielijst en ingevulde smileykaarten",
        log(
            "13-5-27",
            "groen",
            "Avond staat op 27 mei, 34 gezinnen aangemeld, buurthuis is geregeld.",
            by="Kompas College",
        ),
    ),
    step(
        "1.5d 13-9-27 10-12-27 E:PT V:KC+NK S:GH na:1.5c doel:1 smart:SMART",
        "Vijf keuzeavonden met 200 gezinnen",
        "Overzicht van opkomst per school en per avond",
    ),
    step(
        "1.5e 24-1-28 9-6-28 E:PT V:NK R:DS na:1.5d+14 doel:5 smart:SMAR",
        "Keuzeavonden ook in Terelst",
        "Twee avonden gehouden, met bus vanuit Lagerveer",
    ),
    step(
        "1.5f 28-8-28 17-11-28 E:SG V:KC I:GH na:1.5e doel:5 smart:SM",
        "Keuzeavond staat in vijf jaarplanningen",
        "Jaarplanning 2028-2029 van vijf scholen, met naam van de organisator",
    ),
)
