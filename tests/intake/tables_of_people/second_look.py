"""Tables in the shapes that people kept when the others were read: two rows of heads, groups, totals, yes and no."""

from tests.intake.tables_of_people.made_table import table

TABLES = [
    table(
        "partijen",
        "Deelnemers per gemeente",
        """
        Gemeente | Naam deelnemer | Deelregio | Ondertekend?
        Lelystad | Vmbo De Rietlanden | Oost | ja
        | Slotbouw bv | | nee
        Dronten | OBS De Zonnebloem | West | ja
        | Gemeente Dronten | | ja
        Totaal | 4 | |
        """,
        """
        name | kind | deelregio | status
        Vmbo De Rietlanden | vmbo | Oost | getekend
        Slotbouw bv | bedrijf | Oost | beoogd
        OBS De Zonnebloem | po | West | getekend
        Gemeente Dronten | gemeente | West | getekend
        """,
        answers={"doorvullen": "door"},
        may_be_refused=True,
    ),
    table(
        "partijen",
        "Contacten in twee rijen",
        """
        Organisatie | Contactpersoon | | Status
        | Naam | E-mail | Stand
        Hogeschool Oost | mw. Vis | v@x.nl | toegezegd
        Praktijkschool De Brug | dhr. Bos | b@x.nl | beoogd
        """,
        """
        name | kind | contact | status
        Hogeschool Oost | hbo | mw. Vis | toegezegd
        Praktijkschool De Brug | pro | dhr. Bos | beoogd
        """,
    ),
    table(
        "risicos",
        "Risico’s per thema met gemiddelde",
        """
        Categorie | Risico | Kans | Impact | Risicoscore | Beheersing
        Personeel | Docenten vertrekken | groot | groot | 9 | Zij-instromers
        | Coach valt uit | klein | middel | 2 | Vervanger
        Geld | Totale kosten vallen hoger uit | middel | groot | 6 | Reserve
        Gemiddelde | | | | 5,7 |
        """,
        """
        text | probability | impact | measure
        Docenten vertrekken | groot | groot | Zij-instromers
        Coach valt uit | klein | middel | Vervanger
        Totale kosten vallen hoger uit | middel | groot | Reserve
        """,
    ),
    table(
        "risicos",
        "Risico-inventarisatie met aantallen onderaan",
        """
        Nr. | Omschrijving risico | Waarschijnlijkheid | Gevolg | Actiehouder
        1 | Te weinig stageplaatsen | hoog | hoog | Jan
        2 | Machines te laat | laag | gemiddeld | Eva
        Aantal risico’s: 2 | | | |
        """,
        """
        text | probability | impact | owner
        Te weinig stageplaatsen | groot | groot | Jan
        Machines te laat | klein | middel | Eva
        """,
    ),
    table(
        "begroting",
        "Begroot en werkelijk onder het jaar",
        """
        Regelnr | Post | 2027 | | 2028 |
        | | Begroot | Werkelijk | Begroot | Werkelijk
        A1 | Lasrobot | 12.500 | 0 | 3.000 | 0
        A2 | Scholing | 4.000 | 0 | | 0
        | Totaal | 16.500 | 0 | 3.000 | 0
        """,
        """
        number | title | year | total
        A1 | Lasrobot | 2027 | 12.500
        A1 | Lasrobot | 2028 | 3.000
        A2 | Scholing | 2027 | 4.000
        """,
        kind="csv",
    ),
    table(
        "begroting",
        "Thema in de eerste rij van het blok",
        """
        Thema | Activiteit | Kostensoort | 2027 | 2028 | Totaal
        1 | Proeflessen | materieel | 1.000 | 1.500 | 2.500
        | Bus | overig | 500 | | 500
        | Subtotaal | | 1.500 | 1.500 | 3.000
        2 | Coach | intern personeel | 40.000 | 41.000 | 81.000
        | Subtotaal | | 40.000 | 41.000 | 81.000
        """,
        """
        theme | title | year | cost_kind | total
        1 | Proeflessen | 2027 | materieel | 1.000
        1 | Proeflessen | 2028 | materieel | 1.500
        1 | Bus | 2027 | overig | 500
        2 | Coach | 2027 | intern personeel | 40.000
        2 | Coach | 2028 | intern personeel | 41.000
        """,
    ),
    table(
        "begroting",
        "Kwartalen met een jaartotaal",
        """
        Omschrijving | 1e kwartaal | 2e kwartaal | 3e kwartaal | 4e kwartaal | Totaal 2027
        Huur werkplaats | 1.000 | 1.000 | 1.000 | 1.000 | 4.000
        Onvoorzien | | | | | 750
        """,
        """
        title | year | total
        Huur werkplaats | 2027 | 4.000
        Onvoorzien | 2027 | 750
        """,
        answers={"jaar": "2027"},
    ),
    table(
        "cofinanciering",
        "Partner boven zijn bijdragen",
        """
        Partner | Omschrijving | Vorm | Jaar | Waarde | Toegezegd
        ABK | Gastlessen | uren | 2027 | 1.200 | ja
        | Lesauto | materiaal | 2028 | 6.000 | nee
        ROC Flevoland | Praktijklokaal | ruimte | 2027 | 3.500 | ja
        Totaal | | | | 10.700 |
        """,
        """
        party | title | form | year | total | status
        Autobedrijf Koster | Gastlessen | uren | 2027 | 1.200 | toegezegd
        Autobedrijf Koster | Lesauto | materiaal | 2028 | 6.000 | beoogd
        ROC Flevoland | Praktijklokaal | ruimte | 2027 | 3.500 | toegezegd
        """,
    ),
    table(
        "acties",
        "Besluitenlijst met een vinkje",
        """
        Actielijst werkgroep 3 november 2026

        Nr | Actiepunt | Wie | Wanneer | Afgerond
        1 | Offerte aanvragen | Eva | 15-11-2026 | ja
        2 | Lokaal reserveren | Jan | 30-11-2026 | nee
        3 | Totaaloverzicht van uren maken | Eva | 15-12-2026 |
        """,
        """
        text | owner | due | status
        Offerte aanvragen | Eva | 15-11-2026 | gereed
        Lokaal reserveren | Jan | 30-11-2026 | open
        Totaaloverzicht van uren maken | Eva | 15-12-2026 | open
        """,
    ),
    table(
        "acties",
        "Actiehouder één keer geschreven",
        """
        Wie | Taak | Deadline
        Eva | Folder maken | 1-3-2027
        | Drukker bellen | 8-3-2027
        Jan | Zaal huren | 15-3-2027
        """,
        """
        owner | text | due
        Eva | Folder maken | 01-03-2027
        Eva | Drukker bellen | 08-03-2027
        Jan | Zaal huren | 15-03-2027
        """,
    ),
    table(
        "uitgaven",
        "Bonnen met de post en zijn nummer",
        """
        Datum | Winkel | Post | Bedrag
        5-1-2026 | Bouwmarkt | 102 Lab | 45,90
        19-1-2026 | Busvervoer | Bedrijfsbezoeken | 310,00
        23-1-2026 | Boekhandel | 101 | 60,00
        | | Totaal | 415,90
        """,
        """
        budget_line | date | amount
        102 | 05-01-2026 | 45,90
        103 | 19-01-2026 | 310
        101 | 23-01-2026 | 60
        """,
    ),
    table(
        "uitgaven",
        "Projectoverzicht met regelnr en saldo",
        """
        Projectnr: STO | | | |
        Regelnr | Boekdatum | Omschrijving | Debet | Credit
        101 | 12-2-2026 | Uren | 800,00 |
        102 | 13-2-2026 | Hout | 120,50 |
        102 | 28-2-2026 | Retour hout | | 20,50
        Saldo | | | 900,00 |
        """,
        """
        budget_line | date | amount
        101 | 12-02-2026 | 800
        102 | 13-02-2026 | 120,50
        102 | 28-02-2026 | -20,50
        """,
    ),
    table(
        "begroting",
        "Kosten en dan opbrengsten, elk met een totaal",
        """
        Post | Jaar | Bedrag
        Lasrobot | 2027 | #40000
        Scholing | 2027 | #10000
        Totaal kosten | | #50000
        Subsidie STO | 2027 | #45000
        Eigen middelen | 2027 | #5000
        Totaal opbrengsten | | #50000
        Resultaat | | #0
        """,
        """
        title | year | total
        Lasrobot | 2027 | 40.000
        Scholing | 2027 | 10.000
        """,
        told=("Eigen middelen",),
    ),
    table(
        "begroting",
        "Baten boven lasten",
        """
        Omschrijving | 2027 | 2028
        A. Baten | |
        OCW | 45.000 | 45.000
        Bedrijven | 5.000 | 5.500
        Totaal | 50.000 | 50.500
        B. Lasten | |
        Bijdrage aan de vakbeurs | 20.000 | 20.500
        Subsidieadvies | 30.000 | 30.000
        Saldo | 0 | 0
        """,
        """
        title | year | total
        Bijdrage aan de vakbeurs | 2027 | 20.000
        Bijdrage aan de vakbeurs | 2028 | 20.500
        Subsidieadvies | 2027 | 30.000
        Subsidieadvies | 2028 | 30.000
        """,
        told=("‘OCW’", "‘Bedrijven’"),
    ),
    table(
        "begroting",
        "Een bijdrage tussen de kosten",
        """
        Post | Soort | Jaar | Bedrag
        Coach | intern | 2027 | 8.000
        Gemeentelijke bijdrage | overig | 2027 | 3.000
        Zaalhuur | overig | 2027 | 1.000
        """,
        """
        title | year | total
        Coach | 2027 | 8.000
        Gemeentelijke bijdrage | 2027 | 3.000
        Zaalhuur | 2027 | 1.000
        """,
        answers={"inkomsten": "mee"},
        told=("Als kosten meegenomen: regel 3",),
    ),
    table(
        "begroting",
        "Ergens staat dat het een opbrengst is",
        """
        Post | Kosten of opbrengst | Jaar | Bedrag
        Coach | kosten | 2027 | 8.000
        OCW | opbrengst | 2027 | 9.000
        """,
        """
        title | year | total
        Coach | 2027 | 8.000
        """,
        told=("‘OCW’",),
    ),
    table(
        "partijen",
        "Aantal onder de soorten",
        """
        Soort | Naam partij | Deelregio
        Vmbo | Vakcollege Noord | Noord
        Mbo | ROC West | Zuid
        Bedrijf | Jansen Metaal | Zuid
        Aantal partners | 3 |
        """,
        """
        name | kind | deelregio
        Vakcollege Noord | vmbo | Noord
        ROC West | mbo | Zuid
        Jansen Metaal | bedrijf | Zuid
        """,
        told=("regel 5",),
    ),
    table(
        "cofinanciering",
        "Uren maal tarief van de jaren samen",
        """
        Partner | Wat | Vorm | Aantal uren | Tarief | 2027 | 2028 | Totaal
        Autobedrijf Koster | Gastlessen | uren | 40 | € 65,00 | € 1.300 | € 1.300 | € 2.600
        ROC Flevoland | Inzet docent | uren | 30 | € 60,00 | € 1.000 | € 800 | € 1.800
        Installatiebedrijf De Wit | Monteur | uren | 10 | € 50,00 | € 500 | € 500 | € 1.000
        """,
        """
        title | year | quantity | total
        Gastlessen | 2027 | 20 | 1.300
        Gastlessen | 2028 | 20 | 1.300
        Inzet docent | 2027 | 1 | 1.000
        Inzet docent | 2028 | 1 | 800
        Monteur | 2027 | 10 | 500
        Monteur | 2028 | 10 | 500
        """,
        told=("het is naar de bedragen verdeeld: regel 2", "per jaar is alleen het bedrag overgenomen: regel 3"),
    ),
    table(
        "cofinanciering",
        "Uren maal tarief van twee schooljaren samen",
        """
        Partner | Wat | Vorm | Uren | Tarief | 2026-2027 | 2027-2028
        Autobedrijf Koster | Gastlessen | uren | 40 | € 65,00 | € 1.950 | € 650
        """,
        """
        title | year | quantity | total
        Gastlessen | 2027 | 30 | 1.950
        Gastlessen | 2028 | 10 | 650
        """,
        answers={"schooljaar": "tweede"},
        told=("verdeeld: regel 2",),
    ),
    table(
        "begroting",
        "Stuks maal prijs van de jaren samen",
        """
        Post | Aantal | Prijs per stuk | 2027 | 2028 | Totaal
        Tablets | 12 | € 400 | € 3.200 | € 1.600 | € 4.800
        Kasten | 2 | € 300 | € 600 | | € 600
        """,
        """
        title | year | quantity | total
        Tablets | 2027 | 8 | 3.200
        Tablets | 2028 | 4 | 1.600
        Kasten | 2027 | 2 | 600
        """,
        told=("verdeeld: regel 2",),
    ),
]
