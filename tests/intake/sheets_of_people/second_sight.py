"""Forms of schools, consultants and programs that the rules were not made on; the answers were there before them."""

from tests.intake.sheets_of_people.made import made

SHEETS = [
    made(
        "Samenvatting en legenda direct onder de tabel",
        """
        Mijlpaal | Begin | Klaar op | Status
        Lab open | @1-2-2027 | @1-3-2027 | groen
        Folder klaar | @1-3-2027 | @1-4-2027 | groen
        Aantal mijlpalen: 2
        Gemiddelde voortgang | | | 50%
        Legenda: rood = te laat
        Peildatum 1-9-2027
        Opgesteld door A. de Vries, projectleider
        """,
        """
        Lab open | 1-2-27 | 1-3-27
        Folder klaar | 1-3-27 | 1-4-27
        """,
        told=["Aantal mijlpalen", "Legenda", "Peildatum", "Opgesteld door"],
    ),
    made(
        "Samenvatting boven de rijen en versie onderaan",
        """
        Nr | Actie | Trekker | Deadline
         | Aantal acties: 3 | |
         | Peildatum: | | @1-9-2026
        1 | Werkgroep vormen | Ann | @15-10-2026
        2 | Lesbrief maken | Bob | @1-12-2026
        3 | Lab keuren | Cas | @1-2-2027
         | Versie 0.3, concept | |
         | Laatst bijgewerkt: 3-9-2026 | |
         | * = onder voorbehoud | |
        """,
        """
        Werkgroep vormen | | 15-10-26
        Lesbrief maken | | 1-12-26
        Lab keuren | | 1-2-27
        """,
        told=["Aantal acties", "Peildatum", "Versie 0.3", "onder voorbehoud"],
    ),
    made(
        "Mijlpalen die op een samenvatting lijken",
        """
        Mijlpaal | Klaar op
        Aantal deelnemers vastgesteld | @1-3-2027
        Versie 2 van de website online | @1-4-2027
        Gemiddelde instroom berekend | @1-5-2027
        Legenda van de beroepenkaart klaar | @1-6-2027
        """,
        """
        Aantal deelnemers vastgesteld | | 1-3-27
        Versie 2 van de website online | | 1-4-27
        Gemiddelde instroom berekend | | 1-5-27
        Legenda van de beroepenkaart klaar | | 1-6-27
        """,
    ),
    made(
        "Sterretjes als opsommingsteken",
        """
        Mijlpaal | Wie | Klaar op
        * Lab open | Ann | @1-3-2027
        * Folder klaar | Bob |
        * Open dag | Ann | @1-6-2027
        """,
        """
        * Lab open | | 1-3-27
        * Folder klaar | |
        * Open dag | | 1-6-27
        """,
    ),
    made(
        "Een jaartal verkeerd getypt",
        """
        Mijlpaal | Begin | Klaar op
        Lab open | @1-2-2027 | @1-3-2027
        Folder klaar | @1-3-2027 | @1-4-2072
        Open dag | 1-5-1927 | @1-6-2027
        Gastles | 1-9-2027 | 15-9-207
        Evaluatie | @1-10-2027 | @1-11-2027
        """,
        """
        Lab open | 1-2-27 | 1-3-27
        Folder klaar | * | *
        Open dag | * | 1-6-27
        Gastles | 1-9-27 | *
        Evaluatie | 1-10-27 | 1-11-27
        """,
        told=["01-04-2072", "1-5-1927", "15-9-207"],
    ),
    made(
        "Een schooljaar als datum",
        """
        Activiteit | Periode | Wie
        Lab bouwen | 2027-2028 | Ann
        Gastlessen | 2028-2029 | Bob
        Open dag | 12-3-2028 | Cas
        """,
        """
        Lab bouwen | 1-8-27 | 31-7-28
        Gastlessen | 1-8-28 | 31-7-29
        Open dag | * | 12-3-28
        """,
        told=["2027-2028", "1 aug"],
    ),
    made(
        "Koppen op twee regels met de band in een cel",
        """
        Wat gaan we | Planning | | Wie
        doen? | Van | Tot | trekt
        Lab bouwen | 4-1-2027 | 26-2-2027 | Ann
        Lab keuren | 1-3-2027 | 12-3-2027 | Bob
        """,
        """
        Lab bouwen | 4-1-27 | 26-2-27
        Lab keuren | 1-3-27 | 12-3-27
        """,
        kind="csv",
    ),
    made(
        "Weken met wk ervoor",
        """
        Activiteit | Start | Eind | Gemeente
        Lab bouwen | wk 1 2027 | wk 8 2027 | gem. Emmen
        Lab keuren | wk 9 2027 | wk 10 2027 | gem. Coevorden
        Open dag | wk 14 2027 | wk 14 2027 | gem. Emmen
        """,
        """
        Lab bouwen | 4-1-27 | 26-2-27
        Lab keuren | 1-3-27 | 12-3-27
        Open dag | 5-4-27 | 9-4-27
        """,
        kind="csv",
    ),
    made(
        "ClickUp",
        """
        Task Type | Task ID | Task Name | Status | Date Created | Date Created Text | Due Date | Due Date Text | \
        Start Date | Start Date Text | Parent ID | Assignees | Priority | List Name | Folder Name
        Task | 86c1 | Lab ontwerpen | complete | 1788220800000 | 9/1/2026, 2:00:00 AM GMT+2 | 1803870000000 | \
        3/1/2027, 4:00:00 AM GMT+1 | 1801191600000 | 1/29/2027, 4:00:00 AM GMT+1 | null | [Ann] | null | Labs | Plan
        Task | 86c2 | Lab bouwen | in progress | 1788220800000 | 9/1/2026, 2:00:00 AM GMT+2 | 1808186400000 | \
        4/20/2027, 4:00:00 AM GMT+2 | 1806544800000 | 4/1/2027, 4:00:00 AM GMT+2 | null | [Bob] | 2 | Labs | Plan
        Task | 86c3 | Lessen maken | to do | 1788220800000 | 9/1/2026, 2:00:00 AM GMT+2 | 1813543200000 | \
        6/21/2027, 4:00:00 AM GMT+2 | null | null | null | [] | null | Lessen | Plan
        """,
        """
        Lab ontwerpen | 29-1-27 | 1-3-27 | gereed | | Labs
        Lab bouwen | 1-4-27 | 20-4-27 | groen | | Labs
        Lessen maken | | 21-6-27 | niet gestart | | Lessen
        """,
        kind="comma",
    ),
    made(
        "Wrike",
        """
        Key | Folder | Parent task | Title | Status | Priority | Assigned To | Start Date | Duration | \
        Duration (Hours) | End Date | Depends On | Start Date Constraint | Description | Custom status
        1 | /STO/Labs | | Lab ontwerpen | Completed | Normal | Ann | 2027-01-04 00:00 | 20d | 160 | \
        2027-01-29 00:00 | | | | Completed
        2 | /STO/Labs | | Lab bouwen | Active | Normal | Bob | 2027-02-01 00:00 | 40d | 320 | 2027-03-26 00:00 | 1FS | \
        | | In Progress
        3 | /STO/Lessen | | Lessen maken | Deferred | Normal | Cas | 2027-03-29 00:00 | 10d | 80 | 2027-04-09 00:00 | \
        2FS | | | On Hold
        """,
        """
        Lab ontwerpen | 4-1-27 | 29-1-27 | gereed | | *
        Lab bouwen | 1-2-27 | 26-3-27 | groen | Lab ontwerpen | *
        Lessen maken | 29-3-27 | 9-4-27 | oranje | Lab bouwen | *
        """,
        answers={"koppelingen": "nr", "stand:deferred": "oranje", "stand:active": "groen"},
    ),
    made(
        "TeamGantt",
        """
        WBS # | Name / Title | Type | Start Date | End Date | % Complete | Resources
        1 | Voorbereiding | group | 01/04/2027 | 02/26/2027 | 50 |
        1.1 | Plan maken | task | 01/04/2027 | 01/29/2027 | 100 | Ann
        1.2 | Plan vaststellen | milestone | 02/26/2027 | 02/26/2027 | 0 | Bob
        2 | Uitvoering | group | 03/01/2027 | 06/30/2027 | 0 |
        2.1 | Lab bouwen | task | 03/01/2027 | 06/30/2027 | 0 | Cas
        """,
        """
        Plan maken | 4-1-27 | 29-1-27 | gereed | | Voorbereiding
        Plan vaststellen | 26-2-27 | 26-2-27 | niet gestart | | Voorbereiding
        Lab bouwen | 1-3-27 | 30-6-27 | niet gestart | | Uitvoering
        """,
        kind="comma",
    ),
    made(
        "OpenProject Nederlands",
        """
        ID | Onderwerp | Type | Status | Toegewezen aan | Startdatum | Einddatum | Prioriteit
        31 | Voorbereiding | Fase | In uitvoering | | @4-1-2027 | @26-2-2027 | Normaal
        32 | Plan maken | Taak | Gesloten | Ann | @4-1-2027 | @29-1-2027 | Normaal
        33 | Plan vastgesteld | Mijlpaal | Nieuw | | @26-2-2027 | @26-2-2027 | Hoog
        """,
        """
        Voorbereiding | 4-1-27 | 26-2-27 | groen
        Plan maken | 4-1-27 | 29-1-27 | gereed
        Plan vastgesteld | 26-2-27 | 26-2-27 | niet gestart
        """,
    ),
    made(
        "Koppen met een regeleinde",
        """
        Wat | Wie | Datum\\nstart | Datum\\ngereed | Stand van\\nzaken
        Lab bouwen | Ann | @4-1-2027 | @26-2-2027 | loopt
        Lab keuren | Bob | @1-3-2027 | @12-3-2027 | nog niet gestart
        """,
        """
        Lab bouwen | 4-1-27 | 26-2-27 | groen
        Lab keuren | 1-3-27 | 12-3-27 | niet gestart
        """,
    ),
    made(
        "Legenda naast de tabel",
        """
        Activiteit | Deadline | Status | | Legenda
        Lab bouwen | @26-2-2027 | G | | G = op schema
        Lab keuren | @12-3-2027 | R | | O = let op
        Open dag | @1-6-2027 | O | | R = te laat
         | | | | W = wacht
        """,
        """
        Lab bouwen | | 26-2-27 | groen
        Lab keuren | | 12-3-27 | rood
        Open dag | | 1-6-27 | oranje
        """,
        answers={"stand:g": "groen", "stand:r": "rood", "stand:o": "oranje"},
    ),
    made(
        "Jaarplanner met de maand als kopje",
        """
        Dag | Activiteit | Wie
        Januari 2027
        12 | Startbijeenkomst | allen
        26 | Werkgroep labs | Ann
        Februari 2027
        9 | Werkgroep lessen | Bob
        16 t/m 20 | Projectweek | scholen
        """,
        """
        Startbijeenkomst | * | 12-1-27
        Werkgroep labs | * | 26-1-27
        Werkgroep lessen | * | 9-2-27
        Projectweek | 16-2-27 | 20-2-27
        """,
        told=["Januari 2027"],
    ),
    made(
        "De maand als kopje boven weeknummers",
        """
        Week | Activiteit | Wie
        Januari 2027
        2 | Startbijeenkomst | allen
        4 | Werkgroep labs | Ann
        Februari 2027
        6 | Werkgroep lessen | Bob
        8 | Projectweek | scholen
        """,
        """
        Startbijeenkomst | * | 15-1-27
        Werkgroep labs | * | 29-1-27
        Werkgroep lessen | * | 12-2-27
        Projectweek | * | 26-2-27
        """,
        answers={"jaar": "2027"},
        told=["jaar"],
    ),
    made(
        "Actielijst van een vergadering met gereed",
        """
        Nr | Actie | Door | Gereed
        26.01 | Offerte vragen | Ann | 15-10-2026
        26.02 | Lokaal reserveren | Bob | afgehandeld
        26.03 | Brief aan ouders | Cas | 1-12-2026
        26.04 | Begroting nalopen | Ann | z.s.m.
        """,
        """
        Offerte vragen | | 15-10-26
        Lokaal reserveren | | | *
        Brief aan ouders | | 1-12-26
        Begroting nalopen | |
        """,
        kind="csv",
        told=["afgehandeld"],
    ),
    made(
        "Google-sjabloon voor een Gantt",
        """
        GANTT CHART TEMPLATE
        PROJECT TITLE | STO Noord | COMPANY NAME | Regio
        PROJECT MANAGER | Ann | DATE | 1/4/27

        WBS NUMBER | TASK TITLE | TASK OWNER | START DATE | DUE DATE | DURATION | PCT OF TASK COMPLETE
        1 | Opzet
        1.1 | Plan schrijven | Ann | 1/4/27 | 1/29/27 | 25 | 100%
        1.1.1 | Plan bijstellen | Ann | 2/1/27 | 2/12/27 | 11 | 0%
        1.2 | Lab kiezen | Bob | 2/15/27 | 3/19/27 | 32 | 0%
        2 | Uitvoering
        2.1 | Lab bouwen | Cas | 3/22/27 | 6/25/27 | 95 | 0%
        """,
        """
        Plan schrijven | 4-1-27 | 29-1-27
        Plan bijstellen | 1-2-27 | 12-2-27 | | | *
        Lab kiezen | 15-2-27 | 19-3-27 | | | Opzet
        Lab bouwen | 22-3-27 | 25-6-27 | | | Uitvoering
        """,
    ),
    made(
        "Subtotaal en aantal per fase",
        """
        Fase | Activiteit | Start | Eind | Uren
        Opzet | Plan schrijven | @4-1-2027 | @29-1-2027 | #40
         | Lab kiezen | @15-2-2027 | @19-3-2027 | #24
        Subtotaal opzet | 2 activiteiten | | | #64
        Bouw | Lab bouwen | @22-3-2027 | @25-6-2027 | #120
        Subtotaal bouw | 1 activiteit | | | #120
        Totaal | | @4-1-2027 | @25-6-2027 | #184
        """,
        """
        Plan schrijven | 4-1-27 | 29-1-27 | | | Opzet
        Lab kiezen | 15-2-27 | 19-3-27 | | | Opzet
        Lab bouwen | 22-3-27 | 25-6-27 | | | Bouw
        """,
        answers={"doorvullen": "door"},
    ),
    made(
        "Momenten van het schooljaar in woorden",
        """
        Actie | Wanneer | Wie
        Brugklas werven | voor de kerstvakantie | Ann
        Lab openen | begin schooljaar 2027-2028 | Bob
        Stages regelen | na de meivakantie 2027 | Cas
        Keuze profiel | eind maart 2027 | Ann
        Evaluatie | periode 3 | Bob
        """,
        """
        Brugklas werven | * |
        Lab openen | * | *
        Stages regelen | * |
        Keuze profiel | * | 31-3-27
        Evaluatie | * |
        """,
        told=["voor de kerstvakantie", "na de meivakantie 2027", "periode 3"],
    ),
    made(
        "Notion met bovenliggend item",
        """
        Naam | Datum | Status | Bovenliggend item | Sub-item
        Lab bouwen | 4 januari 2027 → 26 februari 2027 | Bezig | | Lab ontwerpen (https://www.notion.so/Lab-1a)
        Lab ontwerpen | 4 januari 2027 → 15 januari 2027 | Gereed | Lab bouwen (https://www.notion.so/Lab-2b) |
        Open dag | 1 juni 2027 | Niet begonnen | |
        """,
        """
        Lab bouwen | 4-1-27 | 26-2-27 | groen
        Lab ontwerpen | 4-1-27 | 15-1-27 | gereed
        Open dag | * | 1-6-27 | niet gestart
        """,
        kind="comma",
    ),
    made(
        "Airtable",
        """
        Name | Notes | Assignee | Status | Start date | Deadline | Done | Last Modified
        Lab bouwen | met mbo | Ann | In progress | 2027-01-04T00:00:00.000Z | 2027-02-26T00:00:00.000Z | | \
        2026-09-01T10:12:00.000Z
        Lab keuren | | Bob | Todo | 2027-03-01T00:00:00.000Z | 2027-03-12T00:00:00.000Z | | 2026-09-01T10:12:00.000Z
        Plan af | | Cas | Done | 2026-09-01T00:00:00.000Z | 2026-10-01T00:00:00.000Z | checked | \
        2026-09-01T10:12:00.000Z
        """,
        """
        Lab bouwen | 4-1-27 | 26-2-27 | groen
        Lab keuren | 1-3-27 | 12-3-27 | niet gestart
        Plan af | 1-9-26 | 1-10-26 | gereed
        """,
        kind="comma",
    ),
    made(
        "Besluitenlijst",
        """
        Datum besluit | Besluit | Actie | Uitvoerder | Uiterlijk
        @2-9-2026 | Lab komt in Emmen | Huur regelen | Ann | @1-11-2026
        @2-9-2026 | Folder in eigen stijl | Vormgever zoeken | Bob | @1-12-2026
        @7-10-2026 | Twee gastlessen per klas | Rooster maken | Cas | @15-1-2027
        """,
        """
        Huur regelen | | 1-11-26
        Vormgever zoeken | | 1-12-26
        Rooster maken | | 15-1-27
        """,
        answers={"kolom:mijlpaal": "C"},
    ),
    made(
        "Datum van en datum t/m met een tijd",
        """
        Activiteit | Datum van | Datum t/m | Tijd | Locatie
        Open dag | @30-1-2027 | @30-1-2027 | 10:00 - 14:00 | Emmen
        Projectweek | @15-2-2027 | @19-2-2027 | hele dag | scholen
        Techniekmarkt | @11-3-2027 | @12-3-2027 | 9.00 uur | Coevorden
        """,
        """
        Open dag | 30-1-27 | 30-1-27
        Projectweek | 15-2-27 | 19-2-27
        Techniekmarkt | 11-3-27 | 12-3-27
        """,
    ),
    made(
        "Bolletjes als stand",
        """
        Onderwerp | Mijlpaal | Gereed | Stand
        Labs | Lab open | 1 maart 2027 | 🟢
        Labs | Lab gekeurd | 1 april 2027 | 🟠
        Lessen | Lesbrief af | 1 mei 2027 | 🔴
        Lessen | Gastles gegeven | 1 juni 2027 | ⚪
        """,
        """
        Lab open | | 1-3-27 | groen
        Lab gekeurd | | 1-4-27 | oranje
        Lesbrief af | | 1-5-27 | rood
        Gastles gegeven | | 1-6-27 | niet gestart
        """,
        answers={"stand:⚪": "niet-gestart"},
    ),
    made(
        "Plan per school onder elkaar met een regel wit",
        """
        Vestiging Emmen
        Activiteit | Start | Eind
        Lab bouwen | 4-1-2027 | 26-2-2027
        Open dag | 30-1-2027 | 30-1-2027

        Vestiging Coevorden
        Activiteit | Start | Eind
        Gastles | 1-3-2027 | 12-3-2027
        Bedrijfsbezoek | 5-4-2027 | 9-4-2027
        """,
        """
        Lab bouwen | 4-1-27 | 26-2-27 | * | * | Vestiging Emmen
        Open dag | 30-1-27 | 30-1-27 | * | * | Vestiging Emmen
        Gastles | 1-3-27 | 12-3-27 | * | * | Vestiging Coevorden
        Bedrijfsbezoek | 5-4-27 | 9-4-27 | * | * | Vestiging Coevorden
        """,
        kind="csv",
    ),
    made(
        "Titel, dan naam van de fase, dan koppen; twee keer",
        """
        Planning STO Zuid
        Voorbereiding
        Activiteit | Start | Eind
        Plan schrijven | 4-1-2027 | 29-1-2027

        Uitvoering
        Activiteit | Start | Eind
        Lab bouwen | 1-2-2027 | 26-3-2027
        """,
        """
        Plan schrijven | 4-1-27 | 29-1-27 | * | * | Voorbereiding
        Lab bouwen | 1-2-27 | 26-3-27 | * | * | Uitvoering
        """,
        kind="csv",
    ),
    made(
        "Kolommen met x per school",
        """
        Activiteit | Klaar voor | De Hoek | Het Baken | Mbo Noord
        Lab bouwen | 1-3-2027 | x | | x
        Gastles | 1-5-2027 | x | x |
        Open dag | 1-6-2027 | | x | x
        """,
        """
        Lab bouwen | | 1-3-27
        Gastles | | 1-5-27
        Open dag | | 1-6-27
        """,
        kind="csv",
        told=["De Hoek"],
    ),
    made(
        "Plan-do-check-act",
        """
        Doel | Plan | Do | Check | Act | Einddatum
        Meer instroom | Werving opzetten | Flyers verspreiden | Tellen in oktober | Bijstellen | 1-10-2027
        Betere labs | Labs ontwerpen | Labs bouwen | Keuring | Onderhoud | 1-12-2027
        Sterke stages | Bedrijven zoeken | Stages lopen | Enquête | Verbeteren | 1-6-2028
        """,
        """
        Meer instroom | | 1-10-27
        Betere labs | | 1-12-27
        Sterke stages | | 1-6-28
        """,
        kind="csv",
        answers={"kolom:mijlpaal": "A"},
    ),
    made(
        "Begroting met kwartalen is geen plan",
        """
        Kostenpost | Q1 2027 | Q2 2027 | Q3 2027 | Q4 2027 | Totaal
        Personeel | #12000 | #12000 | #12000 | #12000 | #48000
        Materiaal | #4000 | #0 | #2500 | #0 | #6500
        Totaal | #16000 | #12000 | #14500 | #12000 | #54500
        """,
    ),
    made(
        "SharePoint-lijst",
        """
        Title | Prioriteit | Status taak | Begindatum | Vervaldatum | Toegewezen aan | % voltooid | Itemtype | Pad
        Lab bouwen | (2) Normaal | In uitvoering | 4-1-2027 | 26-2-2027 | Ann de Boer | 40% | Item | sites/sto/Taken
        Lab keuren | (1) Hoog | Niet gestart | 1-3-2027 | 12-3-2027 | Bob Smit | 0% | Item | sites/sto/Lists/Taken
        Plan af | (2) Normaal | Voltooid | 1-9-2026 | 1-10-2026 | Cas Kuiper | 100% | Item | sites/sto/Lists/Taken
        """,
        """
        Lab bouwen | 4-1-27 | 26-2-27 | groen
        Lab keuren | 1-3-27 | 12-3-27 | niet gestart
        Plan af | 1-9-26 | 1-10-26 | gereed
        """,
        kind="csv",
    ),
    made(
        "Werkpakketten met projectmaanden",
        """
        Werkpakket | Taak | Start | Eind | Lead
        WP1 Labs | Lab ontwerpen | M1 | M3 | Hogeschool
        WP1 Labs | Lab bouwen | M4 | M6 | Mbo
        WP2 Lessen | Lessen maken | M5 | M8 | Vmbo
        """,
        """
        Lab ontwerpen | 1-1-27 | 31-3-27 | | * | WP1 Labs
        Lab bouwen | 1-4-27 | 30-6-27 | | * | WP1 Labs
        Lessen maken | 1-5-27 | 31-8-27 | | * | WP2 Lessen
        """,
        answers={"getallen": "maand", "week1": "2027-01-01"},
    ),
    made(
        "Status in de laatste kolom met datum erin",
        """
        Activiteit | Verantwoordelijk | Planning | Stand van zaken 1-9-2026
        Lab bouwen | Ann | maart 2027 | Offerte binnen, loopt
        Lab keuren | Bob | april 2027 | Wacht op lab
        Open dag | Cas | juni 2027 | Datum vastgelegd op 3-6-2027
        """,
        """
        Lab bouwen | * | 31-3-27
        Lab keuren | * | 30-4-27
        Open dag | * | 30-6-27
        """,
    ),
    made(
        "Band boven van en tot",
        """
        | | Planning | << | Realisatie | <<
        Nr | Activiteit | Van | Tot | Van | Tot
        1 | Lab bouwen | @4-1-2027 | @26-2-2027 | @11-1-2027 | @5-3-2027
        2 | Lab keuren | @1-3-2027 | @12-3-2027 | @8-3-2027 |
        3 | Open dag | @1-6-2027 | @1-6-2027 | |
        """,
        """
        Lab bouwen | 4-1-27 | 26-2-27
        Lab keuren | 1-3-27 | 12-3-27
        Open dag | 1-6-27 | 1-6-27
        """,
        told=["Realisatie"],
    ),
    made(
        "Azure DevOps met titels in twee kolommen",
        """
        ID | Work Item Type | Title 1 | Title 2 | State | Start Date | Target Date
        11 | Epic | Labs | | Active | 1/4/2027 | 6/30/2027
        12 | Feature | | Lab ontwerpen | Closed | 1/4/2027 | 1/29/2027
        13 | Feature | | Lab bouwen | New | 2/1/2027 | 6/30/2027
        """,
        """
        Lab ontwerpen | 4-1-27 | 29-1-27 | gereed
        Lab bouwen | 1-2-27 | 30-6-27 | niet gestart
        """,
        kind="comma",
        may_be_refused=True,
    ),
    made(
        "Monday Nederlands met formulekolom en twee niveaus",
        """
        Projectbord
        Fase A
        Naam | Subitems | Persoon | Status | Tijdlijn - Start | Tijdlijn - End | Budget
        Lab bouwen | Fundering, Dak | Ann | Bezig | 2027-01-04 | 2027-03-26 | #5000
        Subitems | Naam | Persoon | Status | Datum | Uren
         | Fundering | Bob | Klaar | 2027-01-29 | #8
         | Dak | Bob | | 2027-02-26 | #16
         | | | | | #24
         | | | 1 Bezig | 2027-01-04 | 2027-03-26 | #5000
        """,
        """
        Lab bouwen | 4-1-27 | 26-3-27 | groen | | Fase A
        Fundering | * | 29-1-27 | gereed | | Fase A
        Dak | * | 26-2-27 | | | Fase A
        """,
        answers={"onderdelen": "mijlpaal"},
    ),
    made(
        "Tellingen rechts en onder",
        """
        Mijlpaal | Datum | Status | | Telling | Aantal
        Lab open | @1-3-2027 | groen | | groen | #2
        Folder af | @1-4-2027 | groen | | oranje | #1
        Open dag | @1-6-2027 | oranje | | rood | #0
        Totaal mijlpalen | #3 | | | |
        Waarvan op schema | #2 | | | |
        Percentage gereed | 0% | | | |
        """,
        """
        Lab open | * | 1-3-27 | groen
        Folder af | * | 1-4-27 | groen
        Open dag | * | 1-6-27 | oranje
        """,
    ),
    made(
        "Vaststelling en handtekening in de tabel",
        """
        Nr | Mijlpaal | Klaar op | Wie
        1 | Plan klaar | 1-3-2027 | Ann
        2 | Vastgesteld door stuurgroep | 1-4-2027 | Stuurgroep
        3 | Datum open dag bekend | 1-5-2027 | Bob
        4 | Versie 1.0 van het lesboek | 1-6-2027 | Cas
        Akkoord: | | |
        Naam: | | |
        Datum: | | |
        """,
        """
        Plan klaar | | 1-3-27
        Vastgesteld door stuurgroep | | 1-4-27
        Datum open dag bekend | | 1-5-27
        Versie 1.0 van het lesboek | | 1-6-27
        """,
        kind="csv",
    ),
    made(
        "Jaartal van vorig plan in een rij",
        """
        Actie | Start | Gereed
        Lab bouwen | 1-2-2027 | 1-6-2027
        Lab keuren | 1-6-2027 | 1-7-2026
        Open dag | 1-9-2027 | 1-9-2027
        """,
        """
        Lab bouwen | 1-2-27 | 1-6-27
        Lab keuren | * | *
        Open dag | 1-9-27 | 1-9-27
        """,
        kind="csv",
    ),
    made(
        "Schooljaar met een streepje en kwartaal",
        """
        Activiteit | Schooljaar | Periode
        Werving | 2026-2027 | P2
        Lessen | 2027-2028 | P1
        Stage | 2027-2028 | P4
        """,
        """
        Werving | * | *
        Lessen | * | *
        Stage | * | *
        """,
        kind="csv",
    ),
    made(
        "Drie banden met dezelfde koppen per school",
        """
         | De Hoek | << | Het Baken | <<
        Activiteit | Start | Klaar | Start | Klaar
        Gastles | @1-2-2027 | @12-2-2027 | @1-3-2027 | @12-3-2027
        Open dag | @30-1-2027 | @30-1-2027 | @6-2-2027 | @6-2-2027
        Lab | @1-9-2027 | @1-10-2027 | @1-11-2027 | @1-12-2027
        """,
        """
        Gastles | 1-2-27 | 12-2-27
        Open dag | 30-1-27 | 30-1-27
        Lab | 1-9-27 | 1-10-27
        """,
        answers={"kolom:begin": "B", "kolom:klaar": "C"},
        told=["kolom:begin"],
    ),
    made(
        "Toelichting als rij onder elke actie",
        """
        Actie | Wie | Deadline
        Lab bouwen | Ann | 1-3-2027
        Toelichting: eerst offertes | |
        Folder maken | Bob | 1-4-2027
        Let op: huisstijl | |
        """,
        """
        Lab bouwen | | 1-3-27
        Folder maken | | 1-4-27
        """,
        kind="csv",
        told=["eerst offertes", "huisstijl"],
    ),
    made(
        "Todoist Engels met subtaken van drie lagen",
        """
        TYPE | CONTENT | DESCRIPTION | PRIORITY | INDENT | AUTHOR | RESPONSIBLE | DATE | DATE_LANG | TIMEZONE | \
        DURATION | DURATION_UNIT
        task | Lab | | 4 | 1 | A (1) | | Jan 15, 2027 | en | Europe/Amsterdam | None | None
        task | Ontwerp | | 4 | 2 | A (1) | | Jan 8, 2027 | en | Europe/Amsterdam | None | None
        task | Schets | | 4 | 3 | A (1) | | every day | en | Europe/Amsterdam | None | None
        task | Open dag | | 4 | 1 | A (1) | | 1 Jun 2027 | en | Europe/Amsterdam | None | None
        """,
        """
        Lab | * | 15-1-27
        Open dag | * | 1-6-27
        """,
        kind="comma",
        answers={"onderdelen": "overslaan"},
        told=["Ontwerp"],
    ),
    made(
        "Kwartalen en maanden in de cellen onder jaren",
        """
        Programmalijn | Resultaat | 2027 | 2028 | Bestuurder
        Kansen | Pas voor elk kind | Q2 | | Prins
        Kansen | Buurtlab | | Q1-Q3 | Prins
        Banen | Banenmarkt | okt | | De Boer
        Banen | Leerwerkloket | hele jaar | | De Boer
        """,
        """
        Pas voor elk kind | 1-4-27 | 30-6-27
        Buurtlab | 1-1-28 | 30-9-28
        Banenmarkt | 1-10-27 | 31-10-27
        Leerwerkloket | 1-1-27 | 31-12-27
        """,
        kind="csv",
        answers={"kolom:mijlpaal": "B"},
    ),
    made(
        "Gantt-sjabloon met een regel weekdagen onder de koppen",
        """
        WBS | Task | Start | End | Pct | WEEK 1 | |
        | | | | | M | T | W
        1 | Voorbereiding | | | | | |
        1.1 | Coaches werven | 1/11/27 | 2/5/27 | 100% | | |
        1.2 | Coaches trainen | 2/8/27 | 4/2/27 | 0% | | |
        2 | Uitvoering | | | | | |
        2.1 | Lessen in groep 7 | 4/5/27 | 7/9/27 | 0% | | |
        2.2 | Terugblik | 1/16/28 | 1/17/28 | 0% | | |
        """,
        """
        Coaches werven | 11-1-27 | 5-2-27
        Coaches trainen | 8-2-27 | 2-4-27
        Lessen in groep 7 | 5-4-27 | 9-7-27
        Terugblik | 16-1-28 | 17-1-28
        """,
        kind="csv",
        told=["Voorbereiding", "Uitvoering"],
    ),
    made(
        "Smartsheet met Health en Status naast elkaar",
        """
        Task Name | Health | Status | % Complete | Start | Finish
        Kwalificaties vergelijken | Green | Complete | 1 | 2027-01-11 | 2027-02-19
        Route beschrijven | Yellow | In Progress | 0.5 | 2027-02-22 | 2027-04-30
        Besluit directies | Gray | Not Started | 0 | 2027-09-24 | 2027-09-24
        """,
        """
        Kwalificaties vergelijken | 11-1-27 | 19-2-27 | gereed
        Route beschrijven | 22-2-27 | 30-4-27 | oranje
        Besluit directies | 24-9-27 | 24-9-27 | niet gestart
        """,
        kind="comma",
    ),
]
