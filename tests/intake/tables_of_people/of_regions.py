"""More tables of every kind, as regions, schools and companies send them to each other."""

from tests.intake.tables_of_people.made_table import table

TABLES = [
    table(
        "risicos",
        "Kans en impact in kleuren",
        """
        Risico | Kans | Impact | Maatregel
        Te weinig docenten | {rood} | {geel} | Werven
        Lab te laat | {groen} | {rood} | Ruimte huren
        """,
        """
        text | probability | impact | measure
        Te weinig docenten | groot | middel | Werven
        Lab te laat | klein | groot | Ruimte huren
        """,
        answers={
            "keuze:probability:kleur rood (#ff0000)": "groot",
            "keuze:probability:kleur groen (#00b050)": "klein",
            "keuze:impact:kleur oranje (#ffc000)": "middel",
            "keuze:impact:kleur rood (#ff0000)": "groot",
        },
    ),
    table(
        "risicos",
        "K I en het product",
        """
        Nr | Risico | K (1-3) | I (1-3) | Kans x impact | Beheersmaatregel
        #1 | Directeur vertrekt | #1 | #3 | #3 | Opvolger
        #2 | Bus te duur | #3 | #1 | #3 | Fiets
        """,
        """
        text | probability | impact | measure
        Directeur vertrekt | klein | groot | Opvolger
        Bus te duur | groot | klein | Fiets
        """,
        answers={
            "keuze:probability:1": "klein",
            "keuze:probability:3": "groot",
            "keuze:impact:1": "klein",
            "keuze:impact:3": "groot",
        },
        told=("Kans x impact",),
    ),
    table(
        "risicos",
        "P en I met letters en een gevolg",
        """
        Wat kan er misgaan;Gevolg;P;I;Wat doen we
        Subsidie loopt af;Coach weg;H;H;Bedrijven vragen
        Ziekte;Uitval;M;L;Invalpoule
        """.replace(";", "|"),
        """
        text | probability | impact
        Subsidie loopt af | groot | groot
        Ziekte | middel | klein
        """,
        kind="csv",
        answers={"kolom:risico": "A"},
        told=("Gevolg",),
    ),
    table(
        "risicos",
        "Inschatting onder een eigen kop",
        """
        Risico | Inschatting | Maatregel
        Geen animo bij ouders | hoog | Ouderavond
        Weinig stages | laag | Werven
        """,
        """
        text | probability | measure
        Geen animo bij ouders | groot | Ouderavond
        Weinig stages | klein | Werven
        """,
        answers={"kolom:kans": "B", "kolom:impact": "geen"},
    ),
    table(
        "cofinanciering",
        "Per jaar in cash en in kind",
        """
        Partner | 2027 cash | 2027 in kind | 2028 cash | 2028 in kind
        Autobedrijf Koster | 1.000 | 2.000 | 1.500 | 2.500
        ROC Flevoland | | 4.000 | | 4.000
        """,
        """
        party | form | year | total
        Autobedrijf Koster | geld | 2027 | 1.000
        Autobedrijf Koster | materiaal | 2027 | 2.000
        Autobedrijf Koster | geld | 2028 | 1.500
        Autobedrijf Koster | materiaal | 2028 | 2.500
        ROC Flevoland | materiaal | 2027 | 4.000
        ROC Flevoland | materiaal | 2028 | 4.000
        """,
        answers={"vorm": "materiaal"},
    ),
    table(
        "cofinanciering",
        "Soort bijdrage is een vorm",
        """
        Bedrijf;Soort bijdrage;Omschrijving;Bedrag;Jaar
        Autobedrijf Koster;geld;Sponsoring;2.500,00;2027
        ROC Flevoland;uren;Gastlessen;4.000,00;2028
        """.replace(";", "|"),
        """
        party | form | title | total | year
        Autobedrijf Koster | geld | Sponsoring | 2.500 | 2027
        ROC Flevoland | uren | Gastlessen | 4.000 | 2028
        """,
        kind="csv",
    ),
    table(
        "cofinanciering",
        "Soort bijdrage is wat het is",
        """
        Partij | Soort bijdrage | Waarde | Kalenderjaar
        Autobedrijf Koster | Lesauto | 8.000 | 2027
        Installatiebedrijf De Wit | Gereedschap | 1.200 | 2027
        """,
        """
        party | title | total | year
        Autobedrijf Koster | Lesauto | 8.000 | 2027
        Installatiebedrijf De Wit | Gereedschap | 1.200 | 2027
        """,
        is_pasted=True,
    ),
    table(
        "begroting",
        "Som op de kop met eigen jaar",
        """
        Post | Jaar | Bedrag
        Personeel{*} | 2027 | 21.000
        Docenten | 2027 | 13.000
        Coach | 2027 | 8.000
        Materieel{*} | 2027 | 24.600
        Robotarm | 2027 | 24.600
        """,
        """
        title | year | total
        Docenten | 2027 | 13.000
        Coach | 2027 | 8.000
        Robotarm | 2027 | 24.600
        """,
        answers={"delen": "over"},
    ),
    table(
        "begroting",
        "Som onder de groep",
        """
        Begroting STO 2028
        Kostenpost | Bedrag
        Docenten | € 13.000
        Coach | € 8.000
        Personeel | € 21.000
        Robotarm | € 20.000
        Draaibank | € 10.000
        Materieel | € 30.000
        """,
        """
        title | year | total
        Docenten | 2028 | 13.000
        Coach | 2028 | 8.000
        Robotarm | 2028 | 20.000
        Draaibank | 2028 | 10.000
        """,
        answers={"delen": "over", "jaar": "2028"},
        is_pasted=True,
    ),
    table(
        "begroting",
        "Streepjes onder een bedrag",
        """
        Post | Bedrag | Jaar
        Inrichting lab | 50.000 | 2027
        - machines | 30.000 | 2027
        - meubels | 15.000 | 2027
        Coach | 20.000 | 2027
        """,
        """
        title | year | total
        Inrichting lab | 2027 | 50.000
        Coach | 2027 | 20.000
        """,
        answers={"delen": "over"},
    ),
    table(
        "begroting",
        "Meerjarig met groepssommen per jaar",
        """
        Kostenpost | 2027 | 2028
        Personeel | 30.000 | 32.000
        Docenten | 20.000 | 21.000
        Coach | 10.000 | 11.000
        """,
        """
        title | year | total
        Docenten | 2027 | 20.000
        Docenten | 2028 | 21.000
        Coach | 2027 | 10.000
        Coach | 2028 | 11.000
        """,
        answers={"delen": "over"},
    ),
    table(
        "begroting",
        "Posten die toevallig even duur zijn",
        """
        Post | Bedrag | Jaar
        Excursies | 1.000 | 2027
        Gastlessen | 1.000 | 2027
        Leskisten | 2.500 | 2027
        """,
        """
        title | year | total
        Excursies | 2027 | 1.000
        Gastlessen | 2027 | 1.000
        Leskisten | 2027 | 2.500
        """,
    ),
    table(
        "acties",
        "Gereed voor",
        """
        Actie | Wie | Gereed voor
        Lokaal boeken | Kim | 1 maart 2027
        Bedrijven bellen | Nora | 15 april 2027
        """,
        """
        text | owner | due
        Lokaal boeken | Kim | 01-03-2027
        Bedrijven bellen | Nora | 15-04-2027
        """,
        is_pasted=True,
    ),
    table(
        "acties",
        "Deadline en realisatie",
        """
        Actiepunt | Actiehouder | Deadline | Realisatie eind
        Folder maken | Kim | 1-3-2027 | 15-2-2027
        Rooster | Wim | 15-4-2027 |
        """,
        """
        text | owner | due
        Folder maken | Kim | 01-03-2027
        Rooster | Wim | 15-04-2027
        """,
        told=("Realisatie eind",),
    ),
    table(
        "acties",
        "Een dag onder een eigen kop",
        """
        Afspraak;Naam;Moet er zijn
        Contract tekenen;Wim;31-01-2027
        Sleutels halen;Kim;15-02-2027
        """.replace(";", "|"),
        """
        text | due
        Contract tekenen | 31-01-2027
        Sleutels halen | 15-02-2027
        """,
        kind="csv",
        answers={"kolom:actie": "A", "kolom:klaar-op": "C", "kolom:klaarop": "C"},
    ),
    table(
        "acties",
        "Gemeld op is geen klaar",
        """
        Nr | Actie | Eigenaar | Aangemaakt op | Status
        #1 | Website | Kim | @1-10-2026 | bezig
        #2 | Logo | Wim | @8-10-2026 | gereed
        """,
        """
        text | owner | due | status
        Website | Kim | | bezig
        Logo | Wim | | gereed
        """,
    ),
    table(
        "partijen",
        "Deelnemers met datum van tekenen",
        """
        Deelnemer | Soort | Getekend op | Contactpersoon
        Scholengroep Oost | vmbo | @12-3-2026 | rector
        Staalbouw Oost | bedrijf | | HR
        """,
        """
        name | kind | agreed_on | contact
        Scholengroep Oost | vmbo | 12-03-2026 | rector
        Staalbouw Oost | bedrijf | | HR
        """,
    ),
    table(
        "partijen",
        "Bedrijven uit een relatiebestand",
        """
        Relatienr;Bedrijfsnaam;Straat;Plaats;Sector;Laatste contact
        10023;Metaal Oost BV;Dorpsstraat 1;Zutphen;metaal;3-11-2026
        10077;Elektro Jansen;Markt 8;Lochem;installatie;21-10-2026
        """.replace(";", "|"),
        """
        name | agreed_on
        Metaal Oost BV |
        Elektro Jansen |
        """,
        kind="csv",
        told=("Laatste contact",),
    ),
    table(
        "uitgaven",
        "Totaalregels met een woord erachter",
        """
        Regelnummer | Datum | Omschrijving | Bedrag
        101 | 3-2-2026 | Docenten januari | 1.500,00
        Totaal kostenplaats 101 | | | 1.500,00
        102 | 5-3-2026 | Werkbanken | 2.250,00
        Totale kosten | | | 3.750,00
        """,
        """
        budget_line | date | amount | note
        101 | 03-02-2026 | 1.500 | Docenten januari
        102 | 05-03-2026 | 2.250 | Werkbanken
        """,
        is_pasted=True,
    ),
    table(
        "uitgaven",
        "Bank met mededelingen",
        """
        Datum;Naam / Omschrijving;Kostenplaats;Af Bij;Bedrag (EUR);Mededelingen
        20260310;Technolab BV;102;Af;1.250,00;Factuur 2026-17 robot
        20260402;Technolab BV;102;Bij;250,00;Retour
        """.replace(";", "|"),
        """
        budget_line | date | amount | note
        102 | 10-03-2026 | 1.250 | Factuur 2026-17 robot
        102 | 02-04-2026 | -250 | Retour
        """,
        kind="csv",
    ),
    table(
        "uitgaven",
        "Realisatie eind als dag",
        """
        Post | Realisatie eind | Uitgegeven
        Scholing | 15-5-2026 | 800,00
        Bedrijfsbezoeken | 20-6-2026 | 350,00
        """,
        """
        budget_line | date | amount
        2.1 | 15-05-2026 | 800
        103 | 20-06-2026 | 350
        """,
    ),
    table(
        "begroting",
        "Groep in de eerste kolom",
        """
        Groep | Post | 2027 | 2028
        Personeel | Docent | 10.000 | 11.000
        | Coach | 5.000 | 5.500
        | Totaal personeel | 15.000 | 16.500
        Materieel | Robot | 8.000 |
        | Totaal materieel | 8.000 |
        """,
        """
        title | year | total
        Docent | 2027 | 10.000
        Docent | 2028 | 11.000
        Coach | 2027 | 5.000
        Coach | 2028 | 5.500
        Robot | 2027 | 8.000
        """,
    ),
    table(
        "risicos",
        "Categorie en restrisico",
        """
        ID | Categorie | Risico | Kans | Impact | Maatregel | Restkans | Restimpact
        R1 | Personeel | Coach weg | hoog | hoog | Vervanger | laag | midden
        R2 | Geld | Te duur | laag | hoog | Buffer | laag | laag
        """,
        """
        text | probability | impact | measure
        Coach weg | groot | groot | Vervanger
        Te duur | klein | groot | Buffer
        """,
    ),
    table(
        "acties",
        "Twee dagen plan en echt",
        """
        Nr | Actiepunt | Verantwoordelijke | Gepland gereed | Werkelijk gereed
        #1 | Folder | Kim | @1-3-2027 | @15-2-2027
        #2 | Rooster | Wim | @15-4-2027 |
        """,
        """
        text | owner | due
        Folder | Kim | 01-03-2027
        Rooster | Wim | 15-04-2027
        """,
        answers={"kolom:klaar-op": "D"},
    ),
    table(
        "uitgaven",
        "Factuur en betaald op",
        """
        Factuurnummer | Factuurdatum | Betaald op | Kostenplaats | Bedrag
        F12 | 3-2-2026 | 3-3-2026 | 101 | 1.500,00
        F13 | 5-3-2026 | 1-4-2026 | 102 | 2.250,00
        """,
        """
        budget_line | date | amount | source
        101 | 03-02-2026 | 1.500 | F12
        102 | 05-03-2026 | 2.250 | F13
        """,
        kind="csv",
    ),
    table(
        "uitgaven",
        "Projectadministratie per regel",
        """
        Projectcode | Boekdatum | Omschrijving | Debet | Credit
        101 | 3-2-2026 | Salaris | 1.500,00 |
        101 | 5-2-2026 | Correctie | | 200,00
        Saldo | | | 1.300,00 |
        """,
        """
        budget_line | date | amount | note
        101 | 03-02-2026 | 1.500 | Salaris
        101 | 05-02-2026 | -200 | Correctie
        """,
    ),
    table(
        "acties",
        "Datum van het overleg",
        """
        Datum | Actie | Wie | Gereed
        1-10-2026 | Rooster maken | Kim | ja
        8-10-2026 | Bus boeken | Wim | nee
        """,
        """
        text | owner | due | status
        Rooster maken | Kim | | gereed
        Bus boeken | Wim | | open
        """,
        answers={"kolom:klaar-op": "geen"},
    ),
]
