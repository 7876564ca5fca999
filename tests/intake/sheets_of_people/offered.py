"""Sheets as a trial user offered them: what was lost or misread in each of these is read, or asked."""

from tests.intake.sheets_of_people.made import made

SHEETS = [
    made(
        "Prioriteit Gemiddeld zoals Planner die heeft",
        """
        Taaknaam | Bucketnaam | Voortgang | Prioriteit | Einddatum
        Zaal boeken | Symposium | Voltooid | Gemiddeld | @20-10-2026
        Sprekers vastleggen | Symposium | Wordt uitgevoerd | Belangrijk | @15-1-2027
        Lesmateriaal drukken | Lessen | Niet gestart | Gemiddeld | @28-2-2027
        """,
        """
        Zaal boeken | | 20-10-26 | gereed
        Sprekers vastleggen | | 15-1-27 | groen
        Lesmateriaal drukken | | 28-2-27 | niet gestart
        """,
    ),
    made(
        "Namen die met een woord voor een som beginnen",
        """
        Mijlpaal | Begin | Klaar | Opmerking
        Totaal aantal leerlingen geteld | 1-2-2027 | 1-3-2027 |
        Totaalplan vastgesteld | 15-2-2027 | 14-4-2027 | Totaal
        Gemiddeld cijfer gemeten | 1-3-2027 | 31-5-2027 | som van alles
        """,
        """
        Totaal aantal leerlingen geteld | 1-2-27 | 1-3-27
        Totaalplan vastgesteld | 15-2-27 | 14-4-27
        Gemiddeld cijfer gemeten | 1-3-27 | 31-5-27
        """,
        kind="csv",
    ),
    made(
        "Een som met een datum en een die geen som is",
        """
        Mijlpaal | Begin | Klaar | Uren
        Lab ontwerpen | 11-1-2027 | 26-2-2027 | 40
        Lab bouwen | 1-3-2027 | 30-4-2027 | 120
        Totaal | 11-1-2027 | 30-4-2027 | 160
        Totaal aantal uren | | | 160
        """,
        """
        Lab ontwerpen | 11-1-27 | 26-2-27
        Lab bouwen | 1-3-27 | 30-4-27
        """,
        answers={"rij:totaal": "overslaan", "rij:totaal aantal uren": "overslaan"},
        told=["‘Totaal’", "‘Totaal aantal uren’"],
    ),
    made(
        "Een som die toch meetelt",
        """
        Mijlpaal | Klaar | Aantal
        Leerlingen geworven | 1-3-2027 | 40
        Totaal | | 80
        """,
        """
        Leerlingen geworven | | 1-3-27
        Totaal | |
        """,
        said={"rij:totaal": "mee"},
    ),
    made(
        "Een mijlpaal die op een handtekening lijkt",
        """
        Nr | Mijlpaal | Klaar
        1 | Begroting rond | 1-2-2027
        2 | Scholen aangemeld | 1-3-2027

        | Vastgesteld beleidsplan | 1-4-2027
        """,
        """
        Begroting rond | | 1-2-27
        Scholen aangemeld | | 1-3-27
        Vastgesteld beleidsplan | | 1-4-27
        """,
        answers={"rij:vastgesteld beleidsplan": "mee"},
    ),
    made(
        "Een maand en jaar tussen dagen met streepjes",
        """
        Mijlpaal | Klaar
        Lab open | 1-3-2027
        Folder klaar | 4-5-2027
        Eindverslag | 12/27
        """,
        """
        Lab open | | 1-3-27
        Folder klaar | | 4-5-27
        Eindverslag | | 31-12-27
        """,
        kind="csv",
    ),
    made(
        "Een maand en jaar als begin naast dagen boven de twaalf",
        """
        Mijlpaal | Begin | Klaar
        Lab bouwen | 1-3-2027 | 30-6-2027
        Docenten scholen | 1-5-2027 | 30-8-2027
        Eindverslag | 12/27 | 28-2-2028
        """,
        """
        Lab bouwen | 1-3-27 | 30-6-27
        Docenten scholen | 1-5-27 | 30-8-27
        Eindverslag | 1-12-27 | 28-2-28
        """,
        kind="csv",
    ),
    made(
        "Alleen een maand en jaar naast echte datums",
        """
        Mijlpaal | Klaar
        Lab open | @15-3-2027
        Eindverslag | 12/27
        """,
        """
        Lab open | | 15-3-27
        Eindverslag | | 31-12-27
        """,
        answers={"datumvolgorde": "dm"},
    ),
    made(
        "De volgorde die iemand zelf zegt",
        """
        Mijlpaal | Klaar
        Lab open | 1/3/2027
        Folder klaar | 2/4/2027
        Open dag | 3/15/2027
        """,
        """
        Lab open | | 1-3-27
        Folder klaar | | 2-4-27
        Open dag | |
        """,
        kind="csv",
        said={"datumvolgorde": "dm"},
        told=["‘3/15/2027’ is geen datum in de volgorde dag/maand"],
    ),
    made(
        "Balken in lichtgrijs",
        """
        Activiteit | Q1 2027 | Q2 2027 | Q3 2027 | Q4 2027
        Ontwerp | {grijs} | {grijs} | |
        Bouw | | {grijs} | {grijs} |
        Opening | | | | {grijs}
        """,
        """
        Ontwerp | 1-1-27 | 30-6-27
        Bouw | 1-4-27 | 30-9-27
        Opening | 1-10-27 | 31-12-27
        """,
    ),
    made(
        "Balken in groen en lichtgrijs",
        """
        Activiteit | Q1 2027 | Q2 2027 | Q3 2027 | Q4 2027
        Ontwerp | {groen} | {groen} | |
        Aanbesteding | {groen} | | |
        Bouw | | {grijs} | {grijs} |
        Opening | | | | {grijs}
        """,
        """
        Ontwerp | 1-1-27 | 30-6-27
        Aanbesteding | 1-1-27 | 31-3-27
        Bouw | 1-4-27 | 30-9-27
        Opening | 1-10-27 | 31-12-27
        """,
    ),
    made(
        "Grijs om en om over hele rijen is geen balk",
        """
        Activiteit | Q1 2027 | Q2 2027 | Q3 2027 | Q4 2027
        Ontwerp {grijs} | {grijs} | x{grijs} | {grijs} | {grijs}
        Bouw | | | x |
        Opening {grijs} | {grijs} | {grijs} | {grijs} | x{grijs}
        Evaluatie | | | | x
        """,
        """
        Ontwerp | 1-4-27 | 30-6-27
        Bouw | 1-7-27 | 30-9-27
        Opening | 1-10-27 | 31-12-27
        Evaluatie | 1-10-27 | 31-12-27
        """,
    ),
    made(
        "Woorden voor een stand zoals in notulen",
        """
        Wat | Wanneer | Stand
        Lesbrief af | 28-1-2027 | OK
        Installateur gebeld | 15-2-2027 | bezig
        Begroting naar penvoerder | 1-3-2027 | nog doen
        Tussenrapportage | 9-4-2027 | nog doen
        """,
        """
        Lesbrief af | | 28-1-27 | gereed
        Installateur gebeld | | 15-2-27 | groen
        Begroting naar penvoerder | | 1-3-27 | niet gestart
        Tussenrapportage | | 9-4-27 | niet gestart
        """,
        kind="csv",
    ),
    made(
        "Kick-off en einddatum",
        """
        Taaknaam | Kick-off | Einddatum
        Zaal boeken | 5-10-2026 | 20-10-2026
        Lesmateriaal drukken | 2-11-2026 | 28-2-2027
        """,
        """
        Zaal boeken | 5-10-26 | 20-10-26
        Lesmateriaal drukken | 2-11-26 | 28-2-27
        """,
        kind="csv",
    ),
    made(
        "Een kolom met het schooljaar naast een met de maand",
        """
        Activiteit | Schooljaar | Maand | Trekker
        Beurs | 27-28 | november | Kim
        Finale | 27/28 | april | Kim
        Start | 26-27 | juni | Tom
        Zomerschool | 2026-2027 | juli | Tom
        Jaarplan | schooljaar 2027-2028 | augustus | Tom
        """,
        """
        Beurs | 1-11-27 | 30-11-27
        Finale | 1-4-28 | 30-4-28
        Start | 1-6-27 | 30-6-27
        Zomerschool | 1-7-27 | 31-7-27
        Jaarplan | 1-8-27 | 31-8-27
        """,
        told=["‘Schooljaar’ en ‘Maand’ zijn samen gelezen als datum"],
    ),
    made(
        "Uren in de perioden",
        """
        Activiteit | jan 2027 | feb 2027 | mrt 2027 | apr 2027 | Totaal
        Ontwerp | 8 | 16 | 0 | 0 | 24
        Bouw | 0 | 0 | 24,5 | 40 | 64,5
        Totaal | 8 | 16 | 24,5 | 40 | 88,5
        """,
        """
        Ontwerp | 1-1-27 | 28-2-27
        Bouw | 1-3-27 | 30-4-27
        """,
        answers={"teken:getal": "balk"},
        told=["overgeslagen: ‘Totaal’"],
    ),
    made(
        "Getallen naast kleuren tellen niet als balk",
        """
        Activiteit | Q1 2027 | Q2 2027 | Q3 2027 | Q4 2027
        Ontwerp | 8{groen} | 16{groen} | 0 | 0
        Bouw | 0 | 4 | 24{groen} | 0
        Opening | 0 | 0 | 0 | 40{groen}
        """,
        """
        Ontwerp | 1-1-27 | 30-6-27
        Bouw | 1-7-27 | 30-9-27
        Opening | 1-10-27 | 31-12-27
        """,
    ),
    made(
        "Een tikfout in de kop van een datum",
        """
        Nr | Mijlpaal | Strat | Klaar
        1 | Lab bouwen | 11-1-2027 | 26-2-2027
        2 | Lab open | 1-3-2027 | 30-4-2027
        """,
        """
        Lab bouwen | 11-1-27 | 26-2-27
        Lab open | 1-3-27 | 30-4-27
        """,
        answers={"kolom:begin": "C"},
        told=["kolom:begin"],
    ),
    made(
        "Een tikfout in de kop van het einde naast een datum",
        """
        Mijlpaal | Datum | Eindatum
        Lab bouwen | 11-1-2027 | 26-2-2027
        Lab open | 1-3-2027 | 30-4-2027
        """,
        """
        Lab bouwen | | 26-2-27
        Lab open | | 30-4-27
        """,
        answers={"kolom:klaar": "C"},
    ),
    made(
        "Opgelost in Jira",
        """
        Summary | Status | Start date | Due date | Resolved
        Inloggen | Done | 5-10-2026 | 6-11-2026 | 5-11-2026
        Zoeken | To Do | 1-2-2027 | 26-2-2027 |
        """,
        """
        Inloggen | 5-10-26 | 6-11-26 | gereed
        Zoeken | 1-2-27 | 26-2-27 | niet gestart
        """,
        told=["kolom:gereed-op"],
    ),
]
