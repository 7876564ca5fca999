"""Sheets as project leaders make them by hand: two dates for one end, colours, words where a date should stand."""

from tests.intake.sheets_of_people.made import made

SHEETS = [
    made(
        "Nieuwe einddatum naast de oude",
        """
        Nr | Mijlpaal | Einddatum | Nieuwe einddatum
        1 | Lab open | @1-3-2027 | @1-5-2027
        2 | Folder klaar | @1-4-2027 |
        3 | Open dag | @1-6-2027 | @12-6-2027
        """,
        """
        Lab open | | 1-5-27
        Folder klaar | | 1-4-27
        Open dag | | 12-6-27
        """,
        told=["Nieuwe einddatum"],
    ),
    made(
        "Oorspronkelijke en bijgestelde planning",
        """
        Activiteit | Oorspronkelijke planning | Bijgestelde planning
        Bus bestellen | 01-02-2027 | 15-03-2027
        Lokaal verbouwen | 01-03-2027 | 15-04-2027
        Docenten scholen | 01-04-2027 | 15-05-2027
        """,
        """
        Bus bestellen | | 15-3-27
        Lokaal verbouwen | | 15-4-27
        Docenten scholen | | 15-5-27
        """,
        kind="csv",
        told=["Bijgestelde planning"],
    ),
    made(
        "Actuele planning naast de planning van het begin",
        """
        Taak | Start | Einde | Actuele planning
        Bus bestellen | 01-01-2027 | 01-02-2027 | 15-03-2027
        Lokaal verbouwen | 01-01-2027 | 01-03-2027 | 15-04-2027
        Docenten scholen | 01-01-2027 | 01-04-2027 | 15-05-2027
        """,
        """
        Bus bestellen | 1-1-27 | 15-3-27
        Lokaal verbouwen | 1-1-27 | 15-4-27
        Docenten scholen | 1-1-27 | 15-5-27
        """,
        kind="csv",
        told=["Actuele planning"],
    ),
    made(
        "Gepland en werkelijk",
        """
        Mijlpaal | Gepland | Werkelijk
        Aftrap | 01-03-2026 | 05-03-2026
        Folder | 01-06-2026 | 20-06-2026
        Open dag | 01-02-2027 |
        """,
        """
        Aftrap | | 1-3-26 | gereed
        Folder | | 1-6-26 | gereed
        Open dag | | 1-2-27 | niet gestart
        """,
        kind="csv",
    ),
    made(
        "Deadline en einddatum die verschillen",
        """
        Actie | Einddatum | Deadline
        Bus bestellen | 01-02-2027 | 15-03-2027
        Lokaal verbouwen | 01-03-2027 | 15-04-2027
        Docenten scholen | 01-04-2027 | 15-05-2027
        """,
        """
        Bus bestellen | | 15-3-27
        Lokaal verbouwen | | 15-4-27
        Docenten scholen | | 15-5-27
        """,
        kind="csv",
        answers={"kolom:klaar": "C"},
    ),
    made(
        "Oude datum en nieuwe datum",
        """
        Actie | Oude datum | Nieuwe datum | Trekker
        Bus bestellen | 01-02-2027 | 15-03-2027 | Ans
        Lokaal verbouwen | 01-03-2027 | 15-04-2027 | Bert
        Docenten scholen | 01-04-2027 | 15-05-2027 | Cor
        """,
        """
        Bus bestellen | | 15-3-27
        Lokaal verbouwen | | 15-4-27
        Docenten scholen | | 15-5-27
        """,
        kind="csv",
        told=["Nieuwe datum"],
    ),
    made(
        "Stoplicht alleen als kleur",
        """
        Nr | Mijlpaal | Klaar op | Stoplicht
        1 | Lab open | @1-3-2027 | {groen}
        2 | Folder klaar | @1-4-2027 | {rood}
        3 | Open dag | @1-6-2027 | {groen}
        4 | Website | @1-7-2027 |
        """,
        """
        Lab open | | 1-3-27 | groen
        Folder klaar | | 1-4-27 | rood
        Open dag | | 1-6-27 | groen
        Website | | 1-7-27 | niet gestart
        """,
    ),
    made(
        "Bolletjes in de kleur van het stoplicht",
        """
        Nr | Mijlpaal | Klaar op | Status
        1 | Lab open | @1-3-2027 | ●{!groen}
        2 | Folder klaar | @1-4-2027 | ●{!rood}
        3 | Open dag | @1-6-2027 | ●{!geel}
        """,
        """
        Lab open | | 1-3-27 | groen
        Folder klaar | | 1-4-27 | rood
        Open dag | | 1-6-27 | oranje
        """,
        answers={"stand:kleur:rgb:ffffc000": "oranje"},
    ),
    made(
        "Rijen gekleurd met legenda eronder",
        """
        Nr | Mijlpaal | Klaar op
        1{groen} | Lab open{groen} | @1-3-2027{groen}
        2{rood} | Folder klaar{rood} | @1-4-2027{rood}
        3 | Open dag | @1-6-2027

        {groen} | klaar
        {rood} | loopt achter
        """,
        """
        Lab open | | 1-3-27
        Folder klaar | | 1-4-27
        Open dag | | 1-6-27
        """,
        told=["groen", "rood"],
    ),
    made(
        "Doorgestreepte mijlpaal",
        """
        Nr | Mijlpaal | Klaar op
        1 | Lab open | @1-3-2027
        2{-} | Folder klaar{-} | @1-4-2027{-}
        3 | Open dag | @1-6-2027
        """,
        """
        Lab open | | 1-3-27
        Open dag | | 1-6-27
        """,
        told=["doorgestreept"],
    ),
    made(
        "Doorgestreepte datum met de nieuwe ernaast",
        """
        Nr | Mijlpaal | Klaar op | Opmerking
        1 | Lab open | @1-3-2027{-} | wordt 1 mei
        2 | Folder klaar | @1-4-2027 |
        3 | Open dag | @1-6-2027 |
        """,
        """
        Lab open | | *
        Folder klaar | | 1-4-27
        Open dag | | 1-6-27
        """,
        told=["doorgestreept"],
    ),
    made(
        "Twee volgorden van dag en maand",
        """
        Taak | Begin | Einde
        Bus bestellen | 15/1/2027 | 3/15/2027
        Lokaal verbouwen | 20/2/2027 | 4/20/2027
        Docenten scholen | 2/3/2027 | 6/7/2027
        """,
        """
        Bus bestellen | 15-1-27 | 15-3-27
        Lokaal verbouwen | 20-2-27 | 20-4-27
        Docenten scholen | 2-3-27 | 7-6-27
        """,
        kind="csv",
        told=["maand/dag"],
    ),
    made(
        "Woorden voor een datum",
        """
        Nr | Mijlpaal | Klaar op
        1 | Aftrap | na de kerstvakantie
        2 | Lab open | medio 2027
        3 | Bus klaar | voor de zomer
        4 | Folder | n.t.b.
        5 | Website | PM
        6 | Gastlessen | schooljaar 27/28
        7 | Evaluatie | 2e helft 2027
        8 | Bedrijven werven | week 12-14 2027
        9 | Lesbrief | half maart 2027
        10 | Slot | 21/0/27
        """,
        """
        Aftrap | | *
        Lab open | | 30-9-27
        Bus klaar | | *
        Folder | |
        Website | |
        Gastlessen | | 31-7-28
        Evaluatie | | 31-12-27
        Bedrijven werven | 22-3-27 | 9-4-27
        Lesbrief | | 15-3-27
        Slot | |
        """,
        kind="csv",
        told=["medio 2027", "na de kerstvakantie", "voor de zomer", "n.t.b.", "PM", "21/0/27"],
    ),
    made(
        "Mijlpalen in de kolommen",
        """
        Mijlpaal | Lab open | Folder klaar | Open dag | Website
        Start | 1-1-2027 | 1-2-2027 | 1-3-2027 | 1-4-2027
        Einde | 15-3-2027 | 15-4-2027 | 15-6-2027 | 15-7-2027
        Status | bezig | klaar | niet gestart | bezig
        """,
        """
        Lab open | 1-1-27 | 15-3-27 | groen
        Folder klaar | 1-2-27 | 15-4-27 | gereed
        Open dag | 1-3-27 | 15-6-27 | niet gestart
        Website | 1-4-27 | 15-7-27 | groen
        """,
        kind="csv",
    ),
    made(
        "Week en jaar in twee kolommen",
        """
        Actie | Week | Jaar
        Bus bestellen | 5 | 2027
        Lokaal verbouwen | 12 | 2027
        Docenten scholen | 50 | 2026
        """,
        """
        Bus bestellen | * | 5-2-27
        Lokaal verbouwen | * | 26-3-27
        Docenten scholen | * | 11-12-26
        """,
        kind="csv",
    ),
    made(
        "Dag, maand en jaar in drie kolommen",
        """
        Actie | Dag | Maand | Jaar
        Bus bestellen | #5 | #3 | #2027
        Lokaal verbouwen | #12 | #4 | #2027
        Docenten scholen | #20 | #12 | #2026
        """,
        """
        Bus bestellen | | 5-3-27
        Lokaal verbouwen | | 12-4-27
        Docenten scholen | | 20-12-26
        """,
    ),
    made(
        "Maand en jaar",
        """
        Activiteit | Maand | Jaar | Wie
        Bus bestellen | maart | 2027 | Ans
        Lokaal verbouwen | april | 2027 | Bert
        Docenten scholen | december | 2026 | Cor
        """,
        """
        Bus bestellen | * | 31-3-27
        Lokaal verbouwen | * | 30-4-27
        Docenten scholen | * | 31-12-26
        """,
        kind="csv",
    ),
    made(
        "Begin en eind elk als week en jaar",
        """
        Activiteit | Startweek | Startjaar | Eindweek | Eindjaar
        Bus bestellen | 50 | 2026 | 5 | 2027
        Lokaal verbouwen | 2 | 2027 | 12 | 2027
        """,
        """
        Bus bestellen | 7-12-26 | 5-2-27
        Lokaal verbouwen | 11-1-27 | 26-3-27
        """,
        kind="csv",
    ),
    made(
        "Geen, streepje en nvt als stand",
        """
        Actie | Deadline | Status
        Bus bestellen | 01-02-2027 | nvt
        Lokaal verbouwen | 01-03-2027 | geen
        Docenten scholen | 01-04-2027 | bezig
        Website | 01-05-2027 | klaar
        Folder | 01-06-2027 | n.v.t.
        Film | 01-07-2027 | -
        """,
        """
        Bus bestellen | | 1-2-27 | niet gestart
        Lokaal verbouwen | | 1-3-27 | niet gestart
        Docenten scholen | | 1-4-27 | groen
        Website | | 1-5-27 | gereed
        Folder | | 1-6-27 | niet gestart
        Film | | 1-7-27 | niet gestart
        """,
        kind="csv",
        told=["n.v.t."],
    ),
    made(
        "Tweede tabblad met andere koppen en drie rijen",
        """
        === Overleg
        Wat | Wanneer | Wie
        Overleg 1 | @1-2-2027 | Ans
        Overleg 2 | @1-3-2027 | Ans
        Overleg 3 | @1-4-2027 | Ans
        Overleg 4 | @1-5-2027 | Ans
        Overleg 5 | @1-6-2027 | Ans
        === Acties
        Nr | Actiepunt | Uiterlijk | Trekker
        1 | Bus bestellen | @1-2-2027 | Bert
        2 | Lokaal verbouwen | @1-3-2027 | Bert
        """,
        """
        Bus bestellen | | 1-2-27
        Lokaal verbouwen | | 1-3-27
        """,
        answers={"tab": "acties"},
    ),
    made(
        "Dagnummers van Excel in een csv",
        """
        Actie | Datum
        Bus bestellen | 46388
        Lokaal verbouwen | 46447
        Docenten scholen | 46477
        """,
        """
        Bus bestellen | | 1-1-27
        Lokaal verbouwen | | 1-3-27
        Docenten scholen | | 31-3-27
        """,
        kind="csv",
        told=["46388"],
    ),
    made(
        "Amerikaanse datums met tijd",
        """
        Task | Start | Finish
        Order bus | 3/15/2027 08:00 AM | 4/1/2027 05:00 PM
        Build lab | 4/2/2027 08:00 AM | 5/20/2027 05:00 PM
        """,
        """
        Order bus | 15-3-27 | 1-4-27
        Build lab | 2-4-27 | 20-5-27
        """,
        kind="comma",
        told=["maand/dag"],
    ),
    made(
        "Datums met twee cijfers en harde spaties",
        """
        Actie | Deadline
        Bus bestellen | 15\u00a0maart\u00a02027
        Lokaal verbouwen | \u00a01-4-27\u00a0
        Docenten scholen | 20\u202fmei\u202f'27
        """,
        """
        Bus bestellen | | 15-3-27
        Lokaal verbouwen | | 1-4-27
        Docenten scholen | | 20-5-27
        """,
        kind="csv",
    ),
    made(
        "Drie lagen kopjes met inspringing",
        """
        Activiteit | Begin | Eind
        Thema Werving | |
        >Deelproject Vmbo | |
        >>Speerpunt Lab | |
        >>>Lab bouwen | @1-1-2027 | @1-3-2027
        >>>Lab openen | @1-3-2027 | @1-4-2027
        >>Speerpunt Bus | |
        >>>Bus huren | @1-1-2027 | @1-5-2027
        >Deelproject Mbo | |
        >>Speerpunt Les | |
        >>>Gastles geven | @1-1-2027 | @1-6-2027
        """,
        """
        Lab bouwen | 1-1-27 | 1-3-27
        Lab openen | 1-3-27 | 1-4-27
        Bus huren | 1-1-27 | 1-5-27
        Gastles geven | 1-1-27 | 1-6-27
        """,
        answers={"groepen": "thema"},
        told=["Speerpunt Lab"],
    ),
    made(
        "Vette kopjes en gewone kopjes",
        """
        Activiteit | Begin | Eind
        Werving{*} | |
        Lab | |
        Lab bouwen | @1-1-2027 | @1-3-2027
        Lab openen | @1-3-2027 | @1-4-2027
        Bus | |
        Bus huren | @1-1-2027 | @1-5-2027
        Scholing{*} | |
        Les | |
        Gastles geven | @1-1-2027 | @1-6-2027
        """,
        """
        Lab bouwen | 1-1-27 | 1-3-27 | * | * | Lab
        Lab openen | 1-3-27 | 1-4-27 | * | * | Lab
        Bus huren | 1-1-27 | 1-5-27 | * | * | Bus
        Gastles geven | 1-1-27 | 1-6-27 | * | * | Les
        """,
        told=["Werving"],
    ),
    # Forty of the kind that deelprojectleiders make.
    made(
        "Jaar boven de maanden en totalen eronder",
        """
        Planning STO 2027 | | | | | |
         | | 2027 | << | << | << | <<
        Activiteit | Uren | jan | feb | mrt | apr | mei
        Lab bouwen | #20 | x | x | | |
        Bus huren | #10 | | | x | x |
        Gastles | #8 | | | | | x
        Totaal | #38 | #1 | #1 | #1 | #1 | #1
        """,
        """
        Lab bouwen | 1-1-27 | 28-2-27
        Bus huren | 1-3-27 | 30-4-27
        Gastles | 1-5-27 | 31-5-27
        """,
    ),
    made(
        "Twee tabellen onder elkaar, de tweede zijn risico's",
        """
        Mijlpaal | Klaar op | Wie
        Lab open | @1-3-2027 | Ans
        Folder klaar | @1-4-2027 | Bert
        Open dag | @1-6-2027 | Cor

        Risico | Kans | Impact
        Te weinig docenten | hoog | hoog
        Bus te duur | laag | midden
        """,
        """
        Lab open | | 1-3-27
        Folder klaar | | 1-4-27
        Open dag | | 1-6-27
        """,
    ),
    made(
        "Acties in een notulenlijst",
        """
        Actiepunten overleg 3 september 2026 | | | |
        Nr | Actiepunt | Wie | Wanneer | Stand
        1 | Offerte opvragen bus | Ans | 1 okt 2026 | Loopt
        2 | School bezoeken | Bert | eind oktober 2026 | Open
        3 | Website laten bouwen | Cor | z.s.m. | Open
        4 | Evaluatie maken | allen | volgend overleg | Open
        """,
        """
        Offerte opvragen bus | | 1-10-26 | groen
        School bezoeken | | 31-10-26 | niet gestart
        Website laten bouwen | | | niet gestart
        Evaluatie maken | | | niet gestart
        """,
        kind="csv",
        told=["z.s.m.", "volgend overleg"],
    ),
    made(
        "Kwartalen met een gekleurd vlak per rij",
        """
        Wat | Q1 2027 | Q2 2027 | Q3 2027 | Q4 2027
        Lab bouwen | {groen} | {groen} | |
        Bus huren | | {groen} | {groen} |
        Gastles | | | | {groen}
        """,
        """
        Lab bouwen | 1-1-27 | 30-6-27
        Bus huren | 1-4-27 | 30-9-27
        Gastles | 1-10-27 | 31-12-27
        """,
    ),
    made(
        "Datum met een vraagteken en een tilde",
        """
        Activiteit | Datum
        Lab bouwen | 1-3-2027?
        Bus huren | ± april 2027
        Gastles | rond 1 mei 2027
        Film | 12 juni 2027 (onder voorbehoud)
        """,
        """
        Lab bouwen | | 1-3-27
        Bus huren | * | 30-4-27
        Gastles | | 1-5-27
        Film | | 12-6-27
        """,
        kind="csv",
        told=["1-3-2027?"],
    ),
    made(
        "Twee datums in een cel",
        """
        Activiteit | Datum
        Open dagen | 12 en 13 maart 2027
        Gastles | 1-4-2027 / 8-4-2027
        Bus huren | 1-5-2027
        Film | 3-5-2027 t/m 7-5-2027
        """,
        """
        Open dagen | 12-3-27 | 13-3-27
        Gastles | * | *
        Bus huren | | 1-5-27
        Film | 3-5-27 | 7-5-27
        """,
        kind="csv",
        told=["1-4-2027 / 8-4-2027"],
    ),
    made(
        "Meer dagen in elke cel",
        """
        Taak | Wanneer
        Lab openen | 3, 10 en 17 juni 2027
        Bedrijven werven | 22 en 23 januari 2027
        Leerlingen meten | 5 juni en 6 juli 2027
        """,
        """
        Lab openen | 3-6-27 | 17-6-27
        Bedrijven werven | 22-1-27 | 23-1-27
        Leerlingen meten | 5-6-27 | 6-7-27
        """,
        told=["‘3, 10 en 17 juni 2027’ is 03-06-2027 t/m 17-06-2027"],
    ),
    made(
        "Schoolweken naast de datum",
        """
        Lesweek | Activiteit | Datum
        1 | Aftrap | 1-9-2026
        5 | Bezoek | 29-9-2026
        12 | Open dag | 24-11-2026
        """,
        """
        Aftrap | | 1-9-26
        Bezoek | | 29-9-26
        Open dag | | 24-11-26
        """,
        kind="csv",
    ),
    made(
        "Alleen weeknummers met het jaar in de titel",
        """
        Planning 2027 | |
        Activiteit | Week | Wie
        Aftrap | 3 | Ans
        Bezoek | 9 | Bert
        Open dag | 22 | Cor
        """,
        """
        Aftrap | * | 22-1-27
        Bezoek | * | 5-3-27
        Open dag | * | 4-6-27
        """,
        kind="csv",
        answers={"jaar": "2027", "getallen": "week", "week1": "jaar"},
    ),
    made(
        "Verborgen kolom met de oude datum",
        """
        Mijlpaal | Datum oud | Datum
        Lab open | @1-2-2027 | @1-3-2027
        Folder klaar | @1-3-2027 | @1-4-2027
        """,
        """
        Lab open | | 1-3-27
        Folder klaar | | 1-4-27
        """,
    ),
    made(
        "Getallen als tekst en nummers met een letter",
        """
        Nr. | Mijlpaal | Gereed
        1a | Lab open | 01.03.2027
        1b | Folder klaar | 01.04.2027
        2a | Open dag | 01.06.2027
        """,
        """
        Lab open | | 1-3-27
        Folder klaar | | 1-4-27
        Open dag | | 1-6-27
        """,
    ),
    made(
        "Stand met voortgang erachter",
        """
        Actie | Deadline | Status
        Bus bestellen | 01-02-2027 | bezig (50%)
        Lokaal verbouwen | 01-03-2027 | klaar op 1-2
        Docenten scholen | 01-04-2027 | bezig
        Website | 01-05-2027 | niet gestart
        """,
        """
        Bus bestellen | | 1-2-27 | groen
        Lokaal verbouwen | | 1-3-27 | gereed
        Docenten scholen | | 1-4-27 | groen
        Website | | 1-5-27 | niet gestart
        """,
        kind="csv",
        answers={"stand:bezig (50%)": "groen", "stand:klaar op 1-2": "gereed"},
    ),
    made(
        "Samengevoegde fasen links",
        """
        Fase | Activiteit | Begin | Eind
        Start | Plan maken | @1-1-2027 | @1-2-2027
        ^^ | Team vormen | @1-1-2027 | @1-3-2027
        Bouw | Lab bouwen | @1-3-2027 | @1-6-2027
        ^^ | Bus kopen | @1-3-2027 | @1-7-2027
        """,
        """
        Plan maken | 1-1-27 | 1-2-27 | * | * | Start
        Team vormen | 1-1-27 | 1-3-27 | * | * | Start
        Lab bouwen | 1-3-27 | 1-6-27 | * | * | Bouw
        Bus kopen | 1-3-27 | 1-7-27 | * | * | Bouw
        """,
    ),
    made(
        "Samengevoegde einddatum voor drie acties",
        """
        Activiteit | Eind
        Plan maken | @1-2-2027
        Team vormen | ^^
        Lab bouwen | ^^
        Bus kopen | @1-7-2027
        """,
        """
        Plan maken | | 1-2-27
        Team vormen | | 1-2-27
        Lab bouwen | | 1-2-27
        Bus kopen | | 1-7-27
        """,
    ),
    made(
        "Ja en nee bij klaar en een datum ernaast",
        """
        Mijlpaal | Klaar? | Datum
        Lab open | ja | 1-3-2026
        Folder klaar | nee | 1-4-2027
        Open dag | nee | 1-6-2027
        """,
        """
        Lab open | | 1-3-26 | gereed
        Folder klaar | | 1-4-27 | niet gestart
        Open dag | | 1-6-27 | niet gestart
        """,
        kind="csv",
    ),
    made(
        "Prioriteit, kosten en uren ernaast",
        """
        Actie | Prio | Kosten | Uren | Deadline
        Bus bestellen | 1 | 20000 | 10 | 01-02-2027
        Lokaal verbouwen | 2 | 45000 | 80 | 01-03-2027
        Docenten scholen | 1 | 5000 | 40 | 01-04-2027
        """,
        """
        Bus bestellen | | 1-2-27
        Lokaal verbouwen | | 1-3-27
        Docenten scholen | | 1-4-27
        """,
        kind="csv",
        told=["Kosten"],
    ),
    made(
        "Kopjes in hoofdletters",
        """
        ACTIVITEIT | BEGIN | EIND
        WERVING | |
        Lab bouwen | 1-1-2027 | 1-3-2027
        Lab openen | 1-3-2027 | 1-4-2027
        SCHOLING | |
        Gastles geven | 1-1-2027 | 1-6-2027
        """,
        """
        Lab bouwen | 1-1-27 | 1-3-27 | * | * | WERVING
        Lab openen | 1-3-27 | 1-4-27 | * | * | WERVING
        Gastles geven | 1-1-27 | 1-6-27 | * | * | SCHOLING
        """,
        kind="csv",
    ),
    made(
        "Begin en duur in weken zonder einde",
        """
        Taak | Start | Duur
        Lab bouwen | 1-1-2027 | 8 weken
        Bus huren | 1-3-2027 | 4 weken
        Gastles | 1-5-2027 | 2 weken
        """,
        """
        Lab bouwen | 1-1-27 | *
        Bus huren | 1-3-27 | *
        Gastles | 1-5-27 | *
        """,
        kind="csv",
        told=["Duur"],
    ),
    made(
        "Per school een kolom met een datum",
        """
        Activiteit | School A | School B | School C
        Lab bouwen | 1-1-2027 | 1-2-2027 | 1-3-2027
        Bus huren | 1-4-2027 | 1-5-2027 | 1-6-2027
        """,
        """
        Lab bouwen | * | *
        Bus huren | * | *
        """,
        kind="csv",
        told=["kolom:klaar"],
    ),
    made(
        "Letters voor begin en eind in de maanden",
        """
        Activiteit | jan 2027 | feb 2027 | mrt 2027 | apr 2027
        Lab bouwen | S | | E |
        Bus huren | | S | | E
        """,
        """
        Lab bouwen | 1-1-27 | 31-3-27
        Bus huren | 1-2-27 | 30-4-27
        """,
    ),
    made(
        "Stand als cijfer van een pictogram",
        """
        Mijlpaal | Klaar op | Status
        Lab open | @1-3-2027 | #1
        Folder klaar | @1-4-2027 | #2
        Open dag | @1-6-2027 | #3
        """,
        """
        Lab open | | 1-3-27 | *
        Folder klaar | | 1-4-27 | *
        Open dag | | 1-6-27 | *
        """,
        told=["stand:1"],
    ),
    made(
        "Opmerking onder de koppen",
        """
        Mijlpaal | Klaar op | Wie
        (kort en concreet) | (dd-mm-jjjj) | (functie)
        Lab open | 1-3-2027 | Ans
        Folder klaar | 1-4-2027 | Bert
        Open dag | 1-6-2027 | Cor
        """,
        """
        Lab open | | 1-3-27
        Folder klaar | | 1-4-27
        Open dag | | 1-6-27
        """,
        kind="csv",
    ),
    made(
        "Voorbeeldrij bovenaan",
        """
        Mijlpaal | Klaar op | Wie
        Voorbeeld: lab geopend | 1-1-2020 | Jan Jansen
        Folder klaar | 1-4-2027 | Bert
        Open dag | 1-6-2027 | Cor
        """,
        """
        Folder klaar | | 1-4-27
        Open dag | | 1-6-27
        """,
        kind="csv",
    ),
    made(
        "Dezelfde actie elk jaar",
        """
        Activiteit | 2027 | 2028 | 2029
        Open dag | 15 maart | 14 maart | 20 maart
        Bus huren | april | april |
        """,
        """
        Open dag | * | *
        Bus huren | * | *
        """,
        told=["15 maart"],
        may_be_refused=True,
    ),
    made(
        "Activiteiten per maand als tekst in de cellen",
        """
        Maand | Werving | Scholing
        januari 2027 | Lab bouwen | Docenten werven
        februari 2027 | Open dag | Training
        maart 2027 | Bedrijfsbezoek | Slot
        """,
        """
        Lab bouwen | 1-1-27 | 31-1-27
        Open dag | 1-2-27 | 28-2-27
        Bedrijfsbezoek | 1-3-27 | 31-3-27
        """,
        may_be_refused=True,
        told=["Scholing"],
    ),
    made(
        "Deadline per fase in het kopje",
        """
        Activiteit | Deadline
        Fase 1 (jan - mrt 2027) |
        Lab bouwen | 1-3-2027
        Bus huren | 15-3-2027
        Fase 2 (apr - jun 2027) |
        Gastles | 1-6-2027
        """,
        """
        Lab bouwen | | 1-3-27
        Bus huren | | 15-3-27
        Gastles | | 1-6-27
        """,
        kind="csv",
    ),
    made(
        "Einde voor het begin",
        """
        Taak | Begin | Einde
        Lab bouwen | 1-3-2027 | 1-1-2027
        Bus huren | 1-4-2027 | 1-5-2027
        Gastles | 1-5-2027 | 1-6-2027
        """,
        """
        Lab bouwen | * | *
        Bus huren | 1-4-27 | 1-5-27
        Gastles | 1-5-27 | 1-6-27
        """,
        kind="csv",
        told=["01-03-2027"],
    ),
    made(
        "Jaartal vergeten in een rij",
        """
        Taak | Einde
        Lab bouwen | 1 maart 2027
        Bus huren | 1 april
        Gastles | 1 mei 2027
        """,
        """
        Lab bouwen | | 1-3-27
        Bus huren | | 1-4-27
        Gastles | | 1-5-27
        """,
        kind="csv",
        answers={"jaar": "2027"},
    ),
    made(
        "Typefout in een jaar",
        """
        Taak | Einde
        Lab bouwen | 1-3-2027
        Bus huren | 1-4-0227
        Gastles | 1-5-20277
        """,
        """
        Lab bouwen | | 1-3-27
        Bus huren | |
        Gastles | |
        """,
        kind="csv",
        told=["1-4-0227", "1-5-20277"],
    ),
    made(
        "Trekker en uitvoerder",
        """
        Nr | Mijlpaal | Klaar op | Trekker | Uitvoerder
        1 | Lab open | 1-3-2027 | Ans | Bert
        2 | Folder klaar | 1-4-2027 | Bert | Cor
        """,
        """
        Lab open | | 1-3-27
        Folder klaar | | 1-4-27
        """,
        kind="csv",
        told=["Trekker", "Uitvoerder"],
    ),
    made(
        "Handtekening en versie onder de tabel",
        """
        Mijlpaal | Klaar op
        Lab open | @1-3-2027
        Folder klaar | @1-4-2027

        Versie 3, 12 juni 2026 |
        Akkoord stuurgroep | @1-7-2026
        """,
        """
        Lab open | | 1-3-27
        Folder klaar | | 1-4-27
        """,
        told=["Geen mijlpaal (totaal, voorbeeld, legenda, ondertekening)"],
    ),
    made(
        "Gereed met een vinkje en de dag",
        """
        Mijlpaal | Deadline | Gereed
        Lab open | 1-3-2026 | ✓ 28-2-2026
        Folder klaar | 1-4-2026 | ✓
        Open dag | 1-6-2027 |
        """,
        """
        Lab open | | 1-3-26 | *
        Folder klaar | | 1-4-26 | gereed
        Open dag | | 1-6-27 | niet gestart
        """,
        kind="csv",
        told=["28-2-2026"],
    ),
    made(
        "Halfjaren van een schooljaar",
        """
        Activiteit | Wanneer
        Lab bouwen | 1e helft schooljaar 2026-2027
        Bus huren | voorjaar 2027
        Gastles | 3e kwartaal 2027
        """,
        """
        Lab bouwen | * | *
        Bus huren | * | 31-5-27
        Gastles | 1-7-27 | 30-9-27
        """,
        kind="csv",
        told=["voorjaar 2027"],
    ),
    made(
        "Datum als 2027 0301 en met tijd",
        """
        Activiteit | Datum
        Lab bouwen | 2027-03-01 09:00
        Bus huren | 20270401
        Gastles | 2027/05/01
        """,
        """
        Lab bouwen | | 1-3-27
        Bus huren | | 1-4-27
        Gastles | | 1-5-27
        """,
        kind="csv",
    ),
    made(
        "Maanden zonder jaar over de jaarwisseling",
        """
        Jaarplanning 2026-2027 | |
        Activiteit | Maand | Wie
        Aftrap | september | Ans
        Open dag | november | Bert
        Stage | januari | Cor
        Slot | juni | Ans
        """,
        """
        Aftrap | * | 30-9-26
        Open dag | * | 30-11-26
        Stage | * | 31-1-27
        Slot | * | 30-6-27
        """,
        kind="csv",
        answers={"jaar": "2026-2027"},
    ),
    made(
        "Begroting met een datumkolom",
        """
        Post | Aantal | Prijs | Bedrag | Datum
        Bus | 1 | 20000 | 20000 | 1-3-2027
        Lab | 2 | 10000 | 20000 | 1-4-2027
        Folder | 500 | 2 | 1000 | 1-5-2027
        """,
        "",
        kind="csv",
    ),
    made(
        "Geplande en gerealiseerde einddatum",
        """
        Resultaat | Mijlpaal | Geplande einddatum | Gerealiseerde einddatum
        Ruimte | Lab open | 1-3-2026 | 15-4-2026
        Papier | Folder klaar | 1-4-2027 |
        """,
        """
        Lab open | | 1-3-26 | gereed
        Folder klaar | | 1-4-27 | niet gestart
        """,
        kind="csv",
    ),
    made(
        "Overleg per dag en een hele week",
        """
        Dag | Datum | Activiteit
        maandag | 1-3-2027 | Lab open
        dinsdag | 2-3-2027 | Folder klaar
        woensdag | 3-3-2027 | Open dag
        """,
        """
        Lab open | | 1-3-27
        Folder klaar | | 2-3-27
        Open dag | | 3-3-27
        """,
        kind="csv",
    ),
    made(
        "Verkeerde weekdag",
        """
        Datum | Activiteit
        ma 1-3-2027 | Lab open
        ma 2-3-2027 | Folder klaar
        wo 3-3-2027 | Open dag
        """,
        """
        Lab open | | 1-3-27
        Folder klaar | |
        Open dag | | 3-3-27
        """,
        kind="csv",
        told=["2 maart 2027"],
    ),
    made(
        "Stand in woorden en kleur die meer zegt",
        """
        Mijlpaal | Klaar op | Status
        Lab open | @1-3-2027 | bezig{groen}
        Folder klaar | @1-4-2027 | bezig{rood}
        Open dag | @1-6-2027 | niet gestart
        """,
        """
        Lab open | | 1-3-27 | groen
        Folder klaar | | 1-4-27 | groen
        Open dag | | 1-6-27 | niet gestart
        """,
        told=["kleur"],
    ),
    made(
        "Speerpunt als kop boven elke tabel",
        """
        Speerpunt 1: Werving
        Activiteit | Begin | Eind
        Lab bouwen | @1-1-2027 | @1-3-2027
        Lab openen | @1-3-2027 | @1-4-2027

        Speerpunt 2: Scholing
        Activiteit | Begin | Eind
        Gastles geven | @1-1-2027 | @1-6-2027
        """,
        """
        Lab bouwen | 1-1-27 | 1-3-27 | * | * | Speerpunt 1: Werving
        Lab openen | 1-3-27 | 1-4-27 | * | * | Speerpunt 1: Werving
        Gastles geven | 1-1-27 | 1-6-27 | * | * | Speerpunt 2: Scholing
        """,
    ),
]
