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
        told=["‘Totaal’ en ‘Totaal aantal uren’"],
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
]
