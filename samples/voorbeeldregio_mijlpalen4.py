"""The milestones of theme 4, with their roles and log."""

from voorbeeldregio_notatie import log, step

THEME_4 = (
    step(
        "4.1a 4-1-27 26-2-27 E:SG V:WP R:HD smart:SMART gereed:18-2-27",
        "Eén regeling voor vergoeding en contract",
        "Regeling van drie pagina’s, vastgesteld door zeven besturen",
        log(
            "29-1-27",
            "groen",
            "Zes besturen akkoord. Het mbo rekent nog aan de vergoeding voor reistijd.",
            by="werkgroep Mensen",
        ),
        log("18-2-27", "gereed", "Vastgesteld: € 62 per uur, reistijd telt voor de helft mee.", by="stuurgroep"),
    ),
    step(
        "4.1b 1-3-27 14-5-27 E:WP V:TV+FM na:4.1a doel:4 smart:SMART gereed:14-5-27",
        "Twintig belangstellenden op de bedrijvenavond",
        "Inschrijflijst van twintig vakmensen met vak en beschikbare dag",
        log("26-3-27", "groen", "Oproep in de nieuwsbrief van de Techniekkring; acht reacties.", by="Techniekkring"),
        log(
            "16-4-27",
            "groen",
            "Veertien namen. Wat helpt: een collega die het al doet laten vertellen.",
            by="Techniekkring",
        ),
        log("14-5-27", "gereed", "Tweeëntwintig namen, onder wie vijf vrouwen.", by="werkgroep Mensen"),
    ),
    step(
        "4.1c 17-5-27 9-7-27 E:WP V:KC na:4.1b doel:4 smart:SMRT win",
        "Zes kandidaten keken drie lessen mee",
        "Zes korte verslagen en zes keer ja of nee",
    ),
    step(
        "4.1d 30-8-27 26-11-27 E:WP V:HD na:4.1c doel:4 smart:SMART",
        "Eerste zes hybride docenten voor de klas",
        "Zes contracten, zes begeleiders en zes lesroosters",
    ),
    step(
        "4.1e 17-1-28 16-6-28 E:WP V:KC R:FM na:4.1d doel:4 smart:SMART",
        "Twaalf hybride docenten aan het werk",
        "Overzicht per school, met tevredenheid van teamleiders",
    ),
    step(
        "4.1f 4-9-28 8-12-28 E:SG V:WP R:BR na:4.1e doel:4 smart:SM",
        "Achttien hybride docenten met vaste plek",
        "Lijst van achttien namen en de regeling in het personeelsbeleid van zeven besturen",
    ),
    step(
        "4.2a 18-1-27 5-3-27 E:WP V:TC I:MV gereed:5-3-27 smart:SMAT",
        "Wensen van 38 docenten opgehaald",
        "Lijst met vak, vraag en voorkeursweek",
        log("5-3-27", "gereed", "Vaakst gevraagd: warmtepompen, robotlassen en bouwen met hout.", by="Tessel College"),
    ),
    step(
        "4.2b 8-3-27 28-5-27 E:WP V:TV na:4.2a doel:4 smart:SMART groen",
        "Acht stageplekken voor juni geregeld",
        "Acht bevestigingen met dag, begeleider en werkkleding",
        log("23-4-27", "groen", "Vijf plekken zeker.", by="Techniekkring"),
        log("12-5-27", "groen", "Zeven plekken zeker; laatste aanvraag ligt bij een scheepswerf.", by="Techniekkring"),
    ),
    step(
        "4.2c 31-5-27 2-7-27 E:WP+SG V:DS+TC na:4.2b doel:4 win smart:SMART",
        "Eerste acht docentstages afgerond",
        "Acht opdrachten van één pagina voor de klas",
    ),
    step(
        "4.2d 6-9-27 17-12-27 E:WP V:TV+DS na:4.2c doel:4 smart:SMART",
        "Zestien docenten meegelopen in het najaar",
        "Zestien opdrachten en een uitwisselmiddag op 8 december 2027",
    ),
    step(
        "4.2e 31-1-28 30-6-28 E:SG V:WP R:TV na:4.2d doel:4 smart:SMART",
        "Stage telt mee als scholing op alle scholen",
        "Aangepast scholingsbeleid van zes scholen",
    ),
    step(
        "4.2f 4-9-28 15-12-28 E:WP V:TV na:4.2e doel:4 smart:SM",
        "48 stages gedaan, oordeel van bedrijven bekend",
        "Rapport van vier pagina’s met cijfer per bedrijf",
    ),
    step(
        "4.3a 11-1-27 19-2-27 E:WP V:KC gereed:19-2-27 smart:SMART",
        "Vragenlijst ingevuld door negentig collega’s",
        "Overzicht van scholingsvragen per lab",
        log(
            "19-2-27",
            "gereed",
            "Respons 73 van 90. Grootste zorg: wat doe ik als een machine stilvalt?",
            by="werkgroep Mensen",
        ),
    ),
    step(
        "4.3b 22-2-27 11-6-27 E:WP V:UL R:KW na:4.3a doel:3 smart:SMART oranje",
        "Eerste twintig leerkrachten geschoold",
        "Twintig bewijzen en een lijst met scholen",
        log("9-4-27", "groen", "Eerste middag met elf leerkrachten.", by="De Uitvindloods"),
        log("14-5-27", "oranje"),
    ),
    step(
        "4.3c 14-6-27 1-10-27 E:WP V:MZ na:4.3b doel:4 smart:SMART",
        "Cursus slimme productie gegeven",
        "Acht geslaagde docenten en een map met oefeningen",
    ),
    step(
        "4.3d 4-10-27 31-3-28 E:WP V:UL na:4.3c doel:3 smart:SMAT",
        "Veertig collega’s bevoegd voor een lab",
        "Register van veertig namen op de site van de regio",
    ),
    step(
        "4.3e 15-5-28 10-11-28 E:SG V:WP I:KC na:4.3d doel:4 smart:SM",
        "Zestig bewijzen die overal gelden",
        "Register van zestig namen, erkend door zeven besturen",
    ),
    step(
        "4.3f 4-9-28 15-12-28 E:WP V:MZ na:4.3d doel:4 smart:SM",
        "Zes eigen trainers nemen de cursussen over",
        "Zes namen, een trainersmap en een rooster voor 2029",
    ),
    step(
        "4.4a 25-1-27 19-3-27 E:KC V:HD R:MV gereed:19-3-27 smart:SMAT",
        "Twintig vertrekgesprekken nagelezen",
        "Overzicht van zes redenen om te stoppen",
        log("12-2-27", "groen", "HR van vier scholen leverde geanonimiseerde verslagen.", by="Hogeschool Delta-Noord"),
        log("19-3-27", "gereed", "Bovenaan: ‘Ik stond na twee weken alleen.’", by="Hogeschool Delta-Noord"),
    ),
    step(
        "4.4b 22-3-27 11-6-27 E:WP V:KC S:HD na:4.4a doel:4 smart:SMART oranje",
        "Startpakket en maatje voor elke nieuwe collega",
        "Map met rooster, namen en regels, en elf gekoppelde maatjes",
        log("23-4-27", "groen", "Map is af, zeven maatjes gekoppeld.", by="Kompas College"),
        log(
            "12-5-27",
            "oranje",
            "Vier nieuwe instructeurs hebben nog geen maatje.",
            "Ervaren instructeurs hebben geen uren voor begeleiding.",
            "Voorstel aan directies: 20 uur per maatje uit het budget van thema 4.",
            "werkgroep Mensen",
        ),
    ),
    step(
        "4.4c 30-8-27 17-12-27 E:WP V:KC R:HD na:4.4b doel:4 smart:SMRT",
        "Intervisie voor zestien starters",
        "Vier bijeenkomsten met aanwezigheid boven de 75%",
    ),
    step(
        "4.4d 10-1-28 14-4-28 E:SG V:MV I:WP na:4.4c doel:4 go smart:SMART",
        "Besluit over gedeelde aanstelling",
        "Besluit van vmbo en mbo met voorbeeldcontract",
    ),
    step(
        "4.4e 28-8-28 8-12-28 E:SG V:WP na:4.4d doel:4 smart:SM",
        "Vier van de vijf starters werken er nog",
        "Telling over 2026-2028 met toelichting per school",
    ),
    step(
        "4.5a 8-2-27 26-3-27 E:TV V:PR gereed:26-3-27 smart:SMART",
        "Vragen van veertig begeleiders verzameld",
        "Lijst van tien vragen, op volgorde van belang",
        log("26-3-27", "gereed", "Nummer 1: ‘Wat doe ik als hij op zijn telefoon zit?’", by="Praktijkschool De Reünie"),
    ),
    step(
        "4.5b 29-3-27 4-6-27 E:TV V:PR na:4.5a doel:4 smart:SMAT groen",
        "Training van twee middagen gemaakt",
        "Draaiboek, twee filmpjes en een zakkaartje",
        log(
            "7-5-27",
            "groen",
            "Filmpjes opgenomen bij Daniëls; leerlingen spelen zichzelf.",
            by="Praktijkschool De Reünie",
        ),
    ),
    step(
        "4.5c 7-6-27 9-7-27 E:TV V:PR S:DM na:4.5b doel:4 win smart:SMRT",
        "Eerste vijftien begeleiders getraind",
        "Vijftien bewijzen en cijfer van de deelnemers",
    ),
    step(
        "4.5d 13-9-27 26-11-27 E:TV V:PR R:OM na:4.5c+30 doel:4 smart:SMART",
        "Drie groepen in drie plaatsen",
        "45 begeleiders getraind in Hazelmonde, Terelst en Oosterkolk",
    ),
    step(
        "4.5e 7-2-28 29-9-28 E:SG V:TV na:4.5d doel:6 smart:SM",
        "Negentig begeleiders getraind, draaiboek over",
        "Overdracht van het draaiboek en een prijs per deelnemer",
    ),
    step(
        "4.5f 24-1-28 30-6-28 E:WP V:LB R:BO na:4.5d doel:6 smart:SMAT",
        "Training ook voor begeleiding van vso-leerlingen",
        "Extra middag over prikkels, planning en pauzes, gegeven aan tien begeleiders",
    ),
)
