"""Plans as lists: one row each, with dates in columns."""

from tests.intake.sheets_of_people.made import made

SHEETS = [
    made(
        "Van en tot met titel",
        """
        Planning Sterk Techniekonderwijs, regio Zuid

        Nr | Activiteit | Wie | Van | Tot | Status
        #1 | Projectleider benoemd | Anja | @1-9-2026 | @15-9-2026 | klaar
        #2 | Discoverylab ingericht | Piet | @1-10-2026 | @31-3-2027 | bezig
        #3 | Docenten geschoold | Fatma | @4-1-2027 | @30-6-2027 | niet gestart
        """,
        """
        Projectleider benoemd | 1-9-26 | 15-9-26 | gereed
        Discoverylab ingericht | 1-10-26 | 31-3-27 | groen
        Docenten geschoold | 4-1-27 | 30-6-27 | niet gestart
        """,
    ),
    made(
        "Taak start einde",
        """
        Taak | Start | Einde | Eigenaar
        Werkgroep gevormd | 1-2-2027 | 28-2-2027 | Café Zuid
        Menukaart gekozen | 1-3-2027 | 31-5-2027 | Café Zuid
        Bedrijven bezocht | 15-4-2027 | 1-7-2027 | Jansen
        """,
        """
        Werkgroep gevormd | 1-2-27 | 28-2-27
        Menukaart gekozen | 1-3-27 | 31-5-27
        Bedrijven bezocht | 15-4-27 | 1-7-27
        """,
        kind="csv",
        encoding="cp1252",
    ),
    made(
        "Wat wie wanneer",
        """
        Wat | Wie | Wanneer
        Kick-off met alle scholen | projectleider | 15 september 2026
        Lesmateriaal klaar | docenten PIE | eind maart 2027
        Evaluatie | stuurgroep | 2e kwartaal 2027
        Open dag techniek | vmbo De Brug | za 23 januari 2027
        """,
        """
        Kick-off met alle scholen | * | 15-9-26
        Lesmateriaal klaar | * | 31-3-27
        Evaluatie | * | 30-6-27
        Open dag techniek | * | 23-1-27
        """,
    ),
    made(
        "Omschrijving met percentages",
        """
        Projectplan 2026-2028
        Versie: 3

        Omschrijving | Begindatum | Opleverdatum | Voortgang | Opmerkingen
        Inkoop machines | @1-9-2026 | @18-12-2026 | #100% | geleverd
        Verbouwing lokaal 12 | @4-1-2027 | @16-4-2027 | #50% |
        Opening lokaal 12 | @19-4-2027 | @23-4-2027 | #0% | met wethouder

        Gemaakt door de werkgroep techniek.
        """,
        """
        Inkoop machines | 1-9-26 | 18-12-26 | gereed
        Verbouwing lokaal 12 | 4-1-27 | 16-4-27
        Opening lokaal 12 | 19-4-27 | 23-4-27 | niet gestart
        """,
    ),
    made(
        "Actielijst van een vergadering",
        """
        Actielijst stuurgroep STO
        Nr. | Actiepunt | Actiehouder | Deadline | Status
        #1 | Begroting rondsturen | Ans | 12-10-2026 | afgerond
        #2 | Contract met roc tekenen | Bert | 30-11-2026 | loopt
        #3 | Vacature plaatsen | Cor | 15-01-2027 | open
        #4 | Huurprijs opvragen | Dirk | 1-2-2027 | te laat
        """,
        """
        Begroting rondsturen | | 12-10-26 | gereed
        Contract met roc tekenen | | 30-11-26 | groen
        Vacature plaatsen | | 15-1-27 | niet gestart
        Huurprijs opvragen | | 1-2-27 | rood
        """,
    ),
    made(
        "Doelstelling en resultaat",
        """
        Doelstelling | Resultaat | Trekker | Start | Deadline
        Meer meisjes kiezen techniek | 20% instroom | PO-groep | 1-8-2026 | 31-7-2027
        Doorlopende leerlijn mbo | leerlijn vastgesteld | roc | 1-1-2027 | 31-12-2027
        Bedrijven als gastdocent | 30 gastlessen | bedrijvenkring | 15-1-2027 | 15-6-2027
        """,
        """
        Meer meisjes kiezen techniek | 1-8-26 | 31-7-27
        Doorlopende leerlijn mbo | 1-1-27 | 31-12-27
        Bedrijven als gastdocent | 15-1-27 | 15-6-27
        """,
        kind="csv",
    ),
    made(
        "Weekdagen in woorden",
        """
        Activiteit | Begin | Eind
        Studiedag techniek | ma 4 januari 2027 | di 5 januari 2027
        Bedrijfsbezoek | woensdag 10 februari 2027 | woensdag 10 februari 2027
        Projectweek | ma 15-3-2027 | vr 19-3-2027
        """,
        """
        Studiedag techniek | 4-1-27 | 5-1-27
        Bedrijfsbezoek | 10-2-27 | 10-2-27
        Projectweek | 15-3-27 | 19-3-27
        """,
    ),
    made(
        "ISO met tijd",
        """
        id | title | start | end | state
        101 | Ontwerp klaar | 2027-01-04T09:00:00Z | 2027-01-15T17:00:00Z | done
        102 | Bouw gestart | 2027-01-18T09:00:00Z | 2027-02-26T17:00:00Z | in progress
        103 | Test gedaan | 2027-03-01T09:00:00Z | 2027-03-12T17:00:00Z | to do
        """,
        """
        Ontwerp klaar | 4-1-27 | 15-1-27 | gereed
        Bouw gestart | 18-1-27 | 26-2-27 | groen
        Test gedaan | 1-3-27 | 12-3-27 | niet gestart
        """,
        kind="comma",
    ),
    made(
        "American dates",
        """
        Task Name | Owner | Start Date | Due Date | % Complete
        Hire coordinator | Kim | 1/4/2027 | 1/29/2027 | 100
        Order equipment | Lee | 2/1/2027 | 3/12/2027 | 40
        Train teachers | Kim | 3/15/2027 | 5/7/2027 | 0
        """,
        """
        Hire coordinator | 4-1-27 | 29-1-27 | gereed
        Order equipment | 1-2-27 | 12-3-27
        Train teachers | 15-3-27 | 7-5-27 | niet gestart
        """,
        kind="comma",
    ),
    made(
        "Schuine strepen die niets bewijzen",
        """
        Taak | Klaar
        Plan van aanpak | 1/2/2027
        Partners gevonden | 3/4/2027
        Eerste les gegeven | 5/9/2027
        """,
        """
        Plan van aanpak | | 1-2-27
        Partners gevonden | | 3-4-27
        Eerste les gegeven | | 5-9-27
        """,
        kind="csv",
        answers={"datumvolgorde": "dm"},
    ),
    made(
        "Slashes that prove nothing, American",
        """
        Task | Due
        Write plan | 2/1/2027
        Find partners | 4/3/2027
        Teach first class | 9/6/2027
        """,
        """
        Write plan | | 1-2-27
        Find partners | | 3-4-27
        Teach first class | | 6-9-27
        """,
        kind="comma",
        answers={"datumvolgorde": "md"},
    ),
    made(
        "Begin voor eind bewijst de volgorde",
        """
        Task | Start | Finish
        Plan | 1/12/2027 | 2/3/2027
        Build | 2/10/2027 | 3/2/2027
        Test | 3/4/2027 | 4/5/2027
        """,
        """
        Plan | 12-1-27 | 3-2-27
        Build | 10-2-27 | 2-3-27
        Test | 4-3-27 | 5-4-27
        """,
        kind="comma",
    ),
    made(
        "Periode in een cel",
        """
        Onderdeel | Periode | Trekker
        Werving | september t/m november 2026 | Ria
        Inrichting | nov 2026 - feb 2027 | Jan
        Proefdraaien | 1-15 maart 2027 | Jan
        In gebruik | schooljaar 2027-2028 | allen
        """,
        """
        Werving | 1-9-26 | 30-11-26
        Inrichting | 1-11-26 | 28-2-27
        Proefdraaien | 1-3-27 | 15-3-27
        In gebruik | 1-8-27 | 31-7-28
        """,
    ),
    made(
        "Weeknummers met jaar in de titel",
        """
        Jaarplanning techniek 2027

        Actie | Startweek | Eindweek
        Rooster maken | week 2 | week 3
        Materiaal bestellen | week 4 | week 8
        Lessen geven | week 10 | week 20
        """,
        """
        Rooster maken | 11-1-27 | 22-1-27
        Materiaal bestellen | 25-1-27 | 26-2-27
        Lessen geven | 8-3-27 | 21-5-27
        """,
        answers={"jaar": "2027"},
    ),
    made(
        "Zonder jaar in een schooljaar",
        """
        Activiteitenkalender schooljaar 2026-2027
        Activiteit | Datum
        Startbijeenkomst | 7 september
        Girlsday | 8 april
        Eindpresentatie | 17 juni
        Techniekweek | 16 november
        """,
        """
        Startbijeenkomst | * | 7-9-26
        Girlsday | * | 8-4-27
        Eindpresentatie | * | 17-6-27
        Techniekweek | * | 16-11-26
        """,
        answers={"jaar": "2026-2027"},
    ),
    made(
        "Nog te bepalen",
        """
        Actie | Begin | Klaar | Stand
        Adviesraad benoemd | 1-9-2026 | 31-10-2026 | gereed
        Website online | 1-11-2026 | n.t.b. | bezig
        Alumni benaderd | n.t.b. | n.t.b. | -
        Rapport af | 1-3-2027 | 30-4-2027 | niet gestart
        Feest gevierd | 3-5-2027 | 7-5-2027 | niet gestart
        """,
        """
        Adviesraad benoemd | 1-9-26 | 31-10-26 | gereed
        Website online | 1-11-26 | | groen
        Alumni benaderd | | | niet gestart
        Rapport af | 1-3-27 | 30-4-27 | niet gestart
        Feest gevierd | 3-5-27 | 7-5-27 | niet gestart
        """,
    ),
    made(
        "Fasen als kopjes",
        """
        Taak | Begin | Eind
        Fase 1: voorbereiden | <<  | <<
        Behoefte gepeild | @7-9-2026 | @30-9-2026
        Plan geschreven | @1-10-2026 | @30-10-2026
        Fase 2: uitvoeren | << | <<
        Lessen ontwikkeld | @2-11-2026 | @26-2-2027
        Lessen gegeven | @1-3-2027 | @25-6-2027
        """,
        """
        Behoefte gepeild | 7-9-26 | 30-9-26 | * | * | Fase 1: voorbereiden
        Plan geschreven | 1-10-26 | 30-10-26 | * | * | Fase 1: voorbereiden
        Lessen ontwikkeld | 2-11-26 | 26-2-27 | * | * | Fase 2: uitvoeren
        Lessen gegeven | 1-3-27 | 25-6-27 | * | * | Fase 2: uitvoeren
        """,
    ),
    made(
        "Nummers met punten",
        """
        Nr | Omschrijving | Start | Eind
        1 | Organisatie | 1-9-2026 | 31-12-2026
        1.1 | Stuurgroep samengesteld | 1-9-2026 | 30-9-2026
        1.2 | Overeenkomst getekend | 1-10-2026 | 31-12-2026
        2 | Onderwijs | 4-1-2027 | 30-6-2027
        2.1 | Keuzevak ontwikkeld | 4-1-2027 | 31-3-2027
        2.2 | Keuzevak gegeven | 1-4-2027 | 30-6-2027
        """,
        """
        Stuurgroep samengesteld | 1-9-26 | 30-9-26 | * | * | Organisatie
        Overeenkomst getekend | 1-10-26 | 31-12-26 | * | * | Organisatie
        Keuzevak ontwikkeld | 4-1-27 | 31-3-27 | * | * | Onderwijs
        Keuzevak gegeven | 1-4-27 | 30-6-27 | * | * | Onderwijs
        """,
    ),
    made(
        "Ingesprongen namen",
        """
        Naam taak | Begin | Einde
        Werving | 1-9-2026 | 18-12-2026
        >Folder gemaakt | 1-9-2026 | 30-9-2026
        >Scholen bezocht | 1-10-2026 | 18-12-2026
        Lesgeven | 11-1-2027 | 30-6-2027
        >Groep A gestart | 11-1-2027 | 31-3-2027
        >Groep B gestart | 5-4-2027 | 30-6-2027
        """,
        """
        Folder gemaakt | 1-9-26 | 30-9-26 | * | * | Werving
        Scholen bezocht | 1-10-26 | 18-12-26 | * | * | Werving
        Groep A gestart | 11-1-27 | 31-3-27 | * | * | Lesgeven
        Groep B gestart | 5-4-27 | 30-6-27 | * | * | Lesgeven
        """,
    ),
    made(
        "Rijen op niveau gegroepeerd",
        """
        Taak | Begin | Eind
        Professionalisering | @1-9-2026 | @30-6-2027
        !1 Scholingsplan af | @1-9-2026 | @27-11-2026
        !1 Docentstages gelopen | @4-1-2027 | @30-6-2027
        Oriëntatie | @5-10-2026 | @28-5-2027
        !1 Techniekdag gehouden | @5-10-2026 | @9-10-2026
        !1 Lessen in groep 8 gegeven | @1-2-2027 | @28-5-2027
        """,
        """
        Scholingsplan af | 1-9-26 | 27-11-26 | * | * | Professionalisering
        Docentstages gelopen | 4-1-27 | 30-6-27 | * | * | Professionalisering
        Techniekdag gehouden | 5-10-26 | 9-10-26 | * | * | Oriëntatie
        Lessen in groep 8 gegeven | 1-2-27 | 28-5-27 | * | * | Oriëntatie
        """,
    ),
    made(
        "Meer tabbladen",
        """
        === Uitleg
        Dit bestand hoort bij het activiteitenplan.
        Vul de kolommen in en stuur het terug.
        === Planning
        Activiteit | Startdatum | Einddatum | Verantwoordelijke
        Labs bouwen | @1-9-2026 | @31-12-2026 | roc
        Labs testen | @4-1-2027 | @26-2-2027 | roc
        Labs openen | @1-3-2027 | @5-3-2027 | gemeente
        === Risico's
        Risico | Kans | Impact | Maatregel
        Te weinig docenten | hoog | hoog | werven
        Vertraging bouw | midden | laag | plannen
        """,
        """
        Labs bouwen | 1-9-26 | 31-12-26
        Labs testen | 4-1-27 | 26-2-27
        Labs openen | 1-3-27 | 5-3-27
        """,
        answers={"tab": "Planning"},
    ),
    made(
        "Verborgen rijen",
        """
        Taak | Begin | Klaar
        Plan gemaakt | @1-9-2026 | @30-9-2026
        !h Plan besproken | @1-10-2026 | @16-10-2026
        Plan vastgesteld | @19-10-2026 | @30-10-2026
        Plan verstuurd | @2-11-2026 | @6-11-2026
        """,
        """
        Plan gemaakt | 1-9-26 | 30-9-26
        Plan besproken | 1-10-26 | 16-10-26
        Plan vastgesteld | 19-10-26 | 30-10-26
        Plan verstuurd | 2-11-26 | 6-11-26
        """,
        answers={"verborgen": "mee"},
    ),
    made(
        "Totaal, legenda en handtekening eronder",
        """
        Activiteit | Uren | Start | Klaar
        Handleiding schrijven | #40 | @1-9-2026 | @30-10-2026
        Filmpje opnemen | #16 | @2-11-2026 | @13-11-2026
        Website vullen | #24 | @16-11-2026 | @18-12-2026
        Totaal | #80 | |

        Legenda
        groen = op schema
        Voor akkoord: de projectleider
        """,
        """
        Handleiding schrijven | 1-9-26 | 30-10-26
        Filmpje opnemen | 2-11-26 | 13-11-26
        Website vullen | 16-11-26 | 18-12-26
        """,
    ),
    made(
        "Thema en activiteit",
        """
        Programmalijn | Activiteit | Begin | Eind | Stoplicht
        Oriëntatie | Bliksemstages geregeld | 1-9-2026 | 18-12-2026 | groen
        Oriëntatie | Techniekcoach aangesteld | 1-10-2026 | 30-10-2026 | gereed
        Aansluiting mbo | Keuzedelen vergeleken | 11-1-2027 | 26-3-2027 | oranje
        Aansluiting mbo | Leerlijn beschreven | 29-3-2027 | 25-6-2027 | niet gestart
        """,
        """
        Bliksemstages geregeld | 1-9-26 | 18-12-26 | groen | | Oriëntatie
        Techniekcoach aangesteld | 1-10-26 | 30-10-26 | gereed | | Oriëntatie
        Keuzedelen vergeleken | 11-1-27 | 26-3-27 | oranje | | Aansluiting mbo
        Leerlijn beschreven | 29-3-27 | 25-6-27 | niet gestart | | Aansluiting mbo
        """,
    ),
    made(
        "Kolom Mijlpaal met ja en nee",
        """
        Taaknaam | Begindatum | Einddatum | Mijlpaal
        Aanvraag schrijven | ma 4-1-27 | vr 29-1-27 | Nee
        Aanvraag ingediend | ma 1-2-27 | ma 1-2-27 | Ja
        Werkplaats bouwen | di 2-2-27 | vr 26-3-27 | Nee
        """,
        """
        Aanvraag schrijven | 4-1-27 | 29-1-27
        Aanvraag ingediend | 1-2-27 | 1-2-27
        Werkplaats bouwen | 2-2-27 | 26-3-27
        """,
        kind="csv",
        answers={"deel": "alles"},
    ),
    made(
        "Naam is een persoon",
        """
        Taak | Naam | Start | Klaar
        Gastlessen geregeld | Anna | 1-9-2026 | 30-9-2026
        Vervoer geregeld | Anna | 1-10-2026 | 16-10-2026
        Ouderavond gehouden | Bram | 19-10-2026 | 30-10-2026
        Verslag gemaakt | Anna | 2-11-2026 | 6-11-2026
        """,
        """
        Gastlessen geregeld | 1-9-26 | 30-9-26
        Vervoer geregeld | 1-10-26 | 16-10-26
        Ouderavond gehouden | 19-10-26 | 30-10-26
        Verslag gemaakt | 2-11-26 | 6-11-26
        """,
    ),
    made(
        "Kop lager na een blok met gegevens",
        """
        Project: | Techniekroute Noord
        Start: | @1-9-2026
        Projectleider: | J. de Vries
        Datum versie: | @12-8-2026

        ID | Werkzaamheden | Geplande start | Geplande einddatum | Opmerking
        A1 | Bedrijven in kaart | @1-9-2026 | @30-9-2026 |
        A2 | Route uitgezet | @1-10-2026 | @27-11-2026 | met gemeente
        A3 | Route geopend | @30-11-2026 | @4-12-2026 |
        A4 | Route geëvalueerd | @10-5-2027 | @28-5-2027 |
        """,
        """
        Bedrijven in kaart | 1-9-26 | 30-9-26
        Route uitgezet | 1-10-26 | 27-11-26
        Route geopend | 30-11-26 | 4-12-26
        Route geëvalueerd | 10-5-27 | 28-5-27
        """,
    ),
    made(
        "Twee tabellen onder elkaar",
        """
        School De Brug
        Actie | Start | Eind
        Lokaal leeg | 1-9-2026 | 11-9-2026
        Lokaal vol | 14-9-2026 | 25-9-2026

        School Het Anker
        Actie | Start | Eind
        Vloer gelegd | 5-10-2026 | 16-10-2026
        Banken geplaatst | 19-10-2026 | 30-10-2026
        """,
        """
        Lokaal leeg | 1-9-26 | 11-9-26
        Lokaal vol | 14-9-26 | 25-9-26
        Vloer gelegd | 5-10-26 | 16-10-26
        Banken geplaatst | 19-10-26 | 30-10-26
        """,
        kind="csv",
    ),
    made(
        "Gekleurde bolletjes",
        """
        Activiteit | Deadline | Status
        Convenant getekend | 18-12-2026 | 🟢
        Begroting rond | 29-1-2027 | 🟡
        Ruimte gevonden | 12-2-2027 | 🔴
        Coach gestart | 1-3-2027 | ✅
        """,
        """
        Convenant getekend | | 18-12-26 | groen
        Begroting rond | | 29-1-27 | oranje
        Ruimte gevonden | | 12-2-27 | rood
        Coach gestart | | 1-3-27 | gereed
        """,
    ),
    made(
        "Vervallen en on hold",
        """
        Taak | Start | Eind | Status
        Flyer gedrukt | 1-9-2026 | 25-9-2026 | Afgerond
        Beurs bezocht | 5-10-2026 | 9-10-2026 | Vervallen
        Bus gehuurd | 2-11-2026 | 13-11-2026 | On hold
        Film gemaakt | 16-11-2026 | 18-12-2026 | In uitvoering
        """,
        """
        Flyer gedrukt | 1-9-26 | 25-9-26 | gereed
        Beurs bezocht | 5-10-26 | 9-10-26 | rood
        Bus gehuurd | 2-11-26 | 13-11-26 | oranje
        Film gemaakt | 16-11-26 | 18-12-26 | groen
        """,
        answers={"stand:vervallen": "rood", "stand:on hold": "oranje"},
    ),
    made(
        "Echte datums en tekst door elkaar",
        """
        Wat | Van | Tot
        Plan besproken | @1-9-2026 | 15 sept. 2026
        Plan bijgesteld | 16-9-2026 | @30-9-2026
        Plan uitgevoerd | okt 2026 | mei 2027
        """,
        """
        Plan besproken | 1-9-26 | 15-9-26
        Plan bijgesteld | 16-9-26 | 30-9-26
        Plan uitgevoerd | 1-10-26 | 31-5-27
        """,
    ),
    made(
        "Door Excel omgewisselde datums",
        """
        Task | Due
        Write plan | @5-2-2027
        Find partners | @7-3-2027
        Sign contract | 1/16/2027
        Teach first class | 9/27/2027
        """,
        """
        Write plan | | 2-5-27
        Find partners | | 3-7-27
        Sign contract | | 16-1-27
        Teach first class | | 27-9-27
        """,
        answers={"datumvolgorde": "md"},
    ),
    made(
        "Koppelingen met nummers",
        """
        Nr | Mijlpaal | Begin | Klaar | Voorgangers
        #10 | Ontwerp af | @1-9-2026 | @30-9-2026 |
        #20 | Aanbesteed | @1-10-2026 | @30-10-2026 | 10
        #30 | Gebouwd | @2-11-2026 | @26-2-2027 | 20
        #40 | Ingehuisd | @1-3-2027 | @12-3-2027 | 20;30
        """,
        """
        Ontwerp af | 1-9-26 | 30-9-26 | * | | *
        Aanbesteed | 1-10-26 | 30-10-26 | * | Ontwerp af | *
        Gebouwd | 2-11-26 | 26-2-27 | * | Aanbesteed | *
        Ingehuisd | 1-3-27 | 12-3-27 | * | Aanbesteed; Gebouwd | *
        """,
    ),
    made(
        "Koppelingen met namen",
        """
        Stap | Start | Eind | Afhankelijk van
        Ontwerp | 1-9-2026 | 30-9-2026 |
        Vergunning | 1-10-2026 | 30-10-2026 | Ontwerp
        Bouw | 2-11-2026 | 26-2-2027 | Ontwerp; Vergunning
        """,
        """
        Ontwerp | 1-9-26 | 30-9-26 | * | | *
        Vergunning | 1-10-26 | 30-10-26 | * | Ontwerp | *
        Bouw | 2-11-26 | 26-2-27 | * | Ontwerp; Vergunning | *
        """,
        kind="csv",
    ),
    made(
        "Geen bekende kop boven de namen",
        """
        Waar gaan we voor | Eerste dag | Laatste dag
        Elke leerling een bliksemstage | 1-9-2026 | 18-12-2026
        Alle docenten op bedrijfsbezoek | 4-1-2027 | 26-3-2027
        Een gezamenlijke open dag | 29-3-2027 | 9-4-2027
        """,
        """
        Elke leerling een bliksemstage | 1-9-26 | 18-12-26
        Alle docenten op bedrijfsbezoek | 4-1-27 | 26-3-27
        Een gezamenlijke open dag | 29-3-27 | 9-4-27
        """,
        answers={"kolom:mijlpaal": "A", "kolom:begin": "B", "kolom:klaar": "C"},
    ),
    made(
        "Codes naast zinnen",
        """
        Mijlpaal | Beschrijving | Planning
        MS1 | Alle scholen hebben een techniekcoach | 31 december 2026
        MS2 | Het keuzevak robotica is ontwikkeld | 30 april 2027
        MS3 | Het keuzevak robotica wordt gegeven | 1 september 2027
        """,
        """
        Alle scholen hebben een techniekcoach | * | 31-12-26
        Het keuzevak robotica is ontwikkeld | * | 30-4-27
        Het keuzevak robotica wordt gegeven | * | 1-9-27
        """,
        answers={"kolom:mijlpaal": "B", "kolom:klaar": "C"},
    ),
]
