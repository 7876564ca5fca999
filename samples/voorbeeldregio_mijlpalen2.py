"""The milestones of theme 2, with their roles and log."""

from voorbeeldregio_notatie import log, step

THEME_2 = (
    step(
        "2.1a 4-1-27 5-2-27 E:WL V:KC smart:SMART gereed:5-2-27",
        "Aanbod en wachtlijsten in beeld",
        "Tabel van 31 keuzevakken met aantallen leerlingen per school",
        log("22-1-27", "groen", "Vier van de vijf scholen leverden aantallen; de Noordkade volgt.", by="programmateam"),
        log(
            "5-2-27",
            "gereed",
            "Voor Robotica stonden 41 leerlingen op een wachtlijst, voor Modelbouw niemand.",
            by="Kompas College",
        ),
    ),
    step(
        "2.1b 8-2-27 26-3-27 E:SG V:KC+DS R:HE na:2.1a doel:1 go smart:SMART gereed:18-3-27",
        "Besluit: donderdagmiddag vrij in alle roosters",
        "Ondertekend besluit van vijf directeuren",
        log(
            "5-3-27",
            "oranje",
            "Vier scholen akkoord.",
            "Het Erf heeft die middag buitenpraktijk.",
            "Voorstel: Het Erf ruilt in periode 1 en 4.",
            "programmamanager",
        ),
        log("18-3-27", "gereed", "Alle directeuren tekenden tijdens de stuurgroep.", by="stuurgroep"),
    ),
    step(
        "2.1c 29-3-27 4-6-27 E:WL V:TC I:WO na:2.1b doel:1 smart:SMART groen",
        "Menukaart 2027-2028 vastgesteld",
        "Kaart van vier pagina’s met achttien vakken, plaats en instapeisen",
        log("23-4-27", "groen", "Leerlingenpanel schrapte drie saaie omschrijvingen.", by="Tessel College"),
        log(
            "14-5-27",
            "groen",
            "Zestien vakken zeker; over Drones & data beslist het mbo volgende week.",
            by="werkgroep Leerroutes",
        ),
    ),
    step(
        "2.1d 7-6-27 9-7-27 E:WL V:KC S:UL na:2.1c doel:1 vast smart:SMART win",
        "Inschrijving gesloten: 300 leerlingen geplaatst",
        "Plaatsingslijst per vak en school",
    ),
    step(
        "2.1e 6-9-27 17-12-27 E:WL V:KC R:MV na:2.1d doel:2 smart:SMART",
        "Eerste periode gedraaid op vijf plaatsen",
        "Verslag met opkomst, lesuitval en oordeel van leerlingen",
    ),
    step(
        "2.1f 10-1-28 26-5-28 E:WL V:TC na:2.1e doel:1 smart:SMAT",
        "Menukaart 2.0 met vier nieuwe vakken",
        "Nieuwe kaart voor 2028-2029, getoetst door de bedrijvenraad",
    ),
    step(
        "2.1g 28-8-28 10-11-28 E:SG V:KC R:DS na:2.1f,5.6c doel:2 go smart:SM",
        "Verdeelsleutel voor kosten na 2028 gekozen",
        "Besluit van de stuurgroep met bedrag per leerling per vak",
    ),
    step(
        "2.2a 11-1-27 19-2-27 E:WL V:KZ gereed:19-2-27 smart:SMART",
        "Leerdoelen getekend door bedrijf en mbo",
        "Blad met negen leerdoelen en drie handtekeningen",
        log("19-2-27", "gereed", "Getekend bij Koster & Zn. in de werkplaats, met taart.", by="Kompas College"),
    ),
    step(
        "2.2b 22-2-27 14-5-27 E:KC V:KZ S:BI na:2.2a doel:2 smart:SMART gereed:11-5-27",
        "Opstelling werkt in lokaal 0.14",
        "Warmtepomp, buffervat en meetkast, gekeurd en verzegeld",
        log(
            "2-4-27",
            "oranje",
            "Fundatie ligt, leidingen nog niet.",
            "Levertijd van het buffervat is zes weken langer.",
            "Koster leent tot de zomer een vat uit voorraad.",
            "Installatiebedrijf Koster & Zn.",
        ),
        log("23-4-27", "groen", "Het leenvat staat; keuring op 10 mei.", by="Installatiebedrijf Koster & Zn."),
        log(
            "11-5-27",
            "gereed",
            "Goedgekeurd. Leerlingen lieten de wethouder het geluid horen: 38 dB.",
            by="Kompas College",
        ),
    ),
    step(
        "2.2c 17-5-27 18-6-27 E:WL V:KC R:KZ na:2.2b win smart:SMAT",
        "Proefles met twaalf leerlingen",
        "Filmpje van vijf minuten en lijst met elf verbeteringen",
    ),
    step(
        "2.2d 21-6-27 24-9-27 E:WL V:KC na:2.2c doel:2 smart:SMART",
        "Keuzevak gestart met zestien leerlingen",
        "Klassenlijst en goedgekeurd lesplan",
    ),
    step(
        "2.2e 8-11-27 11-2-28 E:WL V:DS na:2.2d doel:2 smart:SMRT",
        "Tweede school gestart in Terelst",
        "Opstelling in Terelst en eerste groep van twaalf leerlingen",
    ),
    step(
        "2.2f 14-2-28 23-6-28 E:WL V:KC na:2.2e doel:1 smart:SMAR",
        "Lesmateriaal vrij te gebruiken",
        "Pakket van negen lessen, vrij te downloaden via de site van de branche",
    ),
    step(
        "2.3a 18-1-27 12-3-27 E:TC V:TV R:BR gereed:12-3-27 smart:SMART",
        "Acht opdrachtgevers gevonden",
        "Acht opdrachtbrieven van één pagina",
        log("12-2-27", "groen", "Vijf brieven binnen; een café-eigenaar wil een stille afzuiging.", by="Techniekkring"),
        log("12-3-27", "gereed", "Acht brieven, waaronder één van het waterschap.", by="Techniekkring"),
    ),
    step(
        "2.3b 15-3-27 23-4-27 E:WL V:TC R:MV na:2.3a doel:1 smart:SMART gereed:22-4-27",
        "Beoordelingsmodel gereed en uitgeprobeerd",
        "Rubric met vijf criteria, getest op twaalf oude werkstukken",
        log(
            "22-4-27",
            "gereed",
            "Drie beoordelaars kwamen in tien van de twaalf gevallen gelijk uit.",
            by="Tessel College",
        ),
    ),
    step(
        "2.3c 10-5-27 2-7-27 E:WL V:TC na:2.3b doel:1 win smart:SMART groen",
        "Twee opdrachten proefgedraaid",
        "Eindproduct voor de bibliotheek en voor Fléchetec",
        log(
            "14-5-27",
            "groen",
            "Eerste bezoek aan de bibliotheek geweest; leerlingen meten de looproutes.",
            by="Tessel College",
        ),
    ),
    step(
        "2.3d 5-7-27 15-10-27 E:SG V:TC I:MV na:2.3c doel:1 smart:SMART",
        "Gestart met 144 leerlingen in leerjaar 3",
        "Roosters van twee scholen en zes klassenlijsten",
    ),
    step(
        "2.3e 8-11-27 24-3-28 E:WL V:TV na:2.3d doel:1 smart:SMAT",
        "Presentatieavond met alle opdrachtgevers",
        "Programma, 36 posters en schriftelijke reacties van acht opdrachtgevers",
    ),
    step(
        "2.3f 3-4-28 16-6-28 E:SG V:TC R:MV na:2.3e doel:1 go smart:SMART",
        "Besluit over leerjaar 4 en het examen",
        "Besluit van twee directies over uren, examen en formatie",
    ),
    step(
        "2.4a 25-1-27 19-3-27 E:WL V:KC gereed:16-3-27 smart:SMART",
        "Opdrachten gesorteerd: houden of weg",
        "Lijst van 46 opdrachten met oordeel en reden",
        log(
            "12-2-27",
            "groen",
            "Bij BWI zijn docenten het snel eens, bij PIE is discussie over handmatig vijlen.",
            by="Kompas College",
        ),
        log("16-3-27", "gereed", "22 blijven, 9 aanpassen, 15 vervallen.", by="werkgroep Leerroutes"),
    ),
    step(
        "2.4b 22-3-27 11-6-27 E:WL V:DM na:2.4a doel:1 smart:SMART rood",
        "Eerste acht opdrachten gekozen met bedrijven",
        "Acht opdrachtkaarten met tekening, materiaal en tijd",
        log(
            "16-4-27",
            "oranje",
            "Pas één bedrijf liep een dag mee in de les.",
            "Drukte door de pieklevering van twee bedrijven.",
            "Bezoeken verplaatst naar de week van 3 mei.",
            "werkgroep Leerroutes",
        ),
        log(
            "12-5-27",
            "rood",
            "Twee opdrachten klaar, zes niet begonnen. De datum van 11 juni halen we niet.",
            "De bouwsectie en Van Ommeren-Dijk zijn het niet eens over traditioneel metselen of houtskelet.",
            (
                "Gesprek op 20 mei onder leiding van de programmamanager; nieuw voorstel: vier opdrachten voor de "
                "zomer, vier in oktober."
            ),
            "programmamanager",
        ),
    ),
    step(
        "2.4c 14-6-27 19-11-27 E:WL V:KC+DS na:2.4b doel:2 smart:SMAR",
        "Vier opdrachten in gebruik in leerjaar 3",
        "Vier lesbrieven en 80 beoordeelde werkstukken",
    ),
    step(
        "2.4d 30-8-27 8-10-27 E:PT V:KC smart:SMART win",
        "Huisregels voor de werkplaats vastgesteld",
        "Vastgestelde huisregels, geplastificeerd aan elke machine",
    ),
    step(
        "2.4e 22-11-27 28-4-28 E:WL V:DS na:2.4c doel:2 smart:SMAT",
        "Alle zestien opdrachten vernieuwd",
        "Map met zestien opdrachten, door vakman en docent ondertekend",
    ),
    step(
        "2.4f 8-5-28 13-10-28 E:SG V:KC R:BR na:2.4e doel:1 smart:SM",
        "Afspraak: elk jaar twee opdrachten verversen",
        "Jaarkalender van de vaksecties met twee vaste middagen per bedrijf",
    ),
    step(
        "2.5a 1-2-27 16-4-27 E:WL V:HE+NK gereed:13-4-27 smart:SMAT",
        "Drie blokken van 24 uur ontworpen",
        "Drie lesplannen met materiaallijst en begroting",
        log("5-3-27", "groen", "Blok kasmeting is af, podium voor de helft.", by="Agrarisch vakcollege Het Erf"),
        log("13-4-27", "gereed", "Alle drie af. Zorgblok gebruikt de robot van Fléchetec.", by="werkgroep Leerroutes"),
    ),
    step(
        "2.5b 19-4-27 25-6-27 VE:HE S:UL na:2.5a win smart:SMART groen",
        "Blok kasmeting getest bij Het Erf",
        "Meetgegevens van zes weken en oordeel van 22 leerlingen",
        log(
            "7-5-27",
            "groen",
            "Sensoren meten; één groep ontdekte dat het dakraam lekt.",
            by="Agrarisch vakcollege Het Erf",
        ),
    ),
    step(
        "2.5c 30-8-27 17-12-27 E:WL V:NK S:FM na:2.5b doel:5 smart:SMART",
        "Zorgblok en podiumblok gegeven",
        "Twee lesverslagen en filmpje van de voorstelling",
    ),
    step(
        "2.5d 17-1-28 2-6-28 E:WL V:HE R:UL na:2.5c doel:5 smart:SMAR",
        "Vierde blok over water en energie in huis",
        "Lesplan en eerste groep van achttien leerlingen",
    ),
    step(
        "2.5e 28-8-28 29-9-28 E:SG V:NK I:WL na:2.5d doel:1 smart:SM",
        "Blokken opgenomen in het PTA van drie scholen",
        "Drie PTA’s voor 2028-2029 met het blok erin",
    ),
)
