"""Sheets in which a cell was once taken for something else, or for nothing, without a word."""

from tests.intake.sheets_of_people.made import made

SHEETS = [
    made(
        "Percentages tussen niets en alles",
        """
        Nr | Taak | Einde | % gereed
        1 | Alpha bouwen | 1-3-2027 | 50
        2 | Beta bouwen | 1-4-2027 | 100
        3 | Gamma bouwen | 1-5-2027 | 0
        4 | Delta bouwen | 1-6-2027 | 90%
        """,
        """
        Alpha bouwen | | 1-3-27 | groen
        Beta bouwen | | 1-4-27 | gereed
        Gamma bouwen | | 1-5-27 | niet gestart
        Delta bouwen | | 1-6-27 | groen
        """,
        kind="csv",
        answers={"onderweg": "groen"},
    ),
    made(
        "Vervallen en geannuleerd",
        """
        Nr | Actie | Deadline | Status
        1 | Bezoek bedrijf | 15-02-2027 | Vervallen
        2 | Maakplaats open | 30-09-2027 | Bezig
        3 | Bus huren | 20-05-2027 | Won't Do
        4 | Website live | 13-01-2027 | Afgerond
        """,
        """
        Maakplaats open | | 30-9-27 | groen
        Website live | | 13-1-27 | gereed
        """,
        kind="csv",
    ),
    made(
        "Bord met gearchiveerde kaart en de stand in de lijst",
        """
        Card Name | Due Date | List Name | Archived | Start Date
        Bedrijfsbezoek | 2027-03-12T16:00:00.000Z | To do | false |
        Techniekdag | 2027-05-20T10:00:00.000Z | Doing | false | 2027-04-01
        Oude kaart | 2027-01-20T10:00:00.000Z | To do | true |
        Convenant | 2026-11-10T10:00:00.000Z | Done | false |
        """,
        """
        Bedrijfsbezoek | | 12-3-27 | niet gestart
        Techniekdag | 1-4-27 | 20-5-27 | groen
        Convenant | | 10-11-26 | gereed
        """,
        kind="comma",
    ),
    made(
        "Niet actieve taak van een planningprogramma",
        """
        Id | Actief | Naam | Begindatum | Einddatum
        1 | Ja | Eisen opstellen | ma 4-1-27 | vr 15-1-27
        2 | Nee | Oude variant | ma 29-3-27 | vr 7-5-27
        3 | Ja | Proefles geven | vr 21-5-27 | vr 21-5-27
        """,
        """
        Eisen opstellen | 4-1-27 | 15-1-27
        Proefles geven | 21-5-27 | 21-5-27
        """,
        kind="csv",
    ),
    made(
        "Fase alleen in de eerste rij van haar blok",
        """
        Fase | Taak | Einde
        Start | Alpha bouwen | 15-3-2027
         | Beta bouwen | 15-4-2027
         | Gamma bouwen | 20-4-2027
        Bouw | Delta bouwen | 20-5-2027
         | Epsilon bouwen | 21-5-2027
        """,
        """
        Alpha bouwen | | 15-3-27 | * | * | Start
        Beta bouwen | | 15-4-27 | * | * | Start
        Gamma bouwen | | 20-4-27 | * | * | Start
        Delta bouwen | | 20-5-27 | * | * | Bouw
        Epsilon bouwen | | 21-5-27 | * | * | Bouw
        """,
    ),
    made(
        "Jaar in twee cijfers voorop",
        """
        Actie | Datum
        Alpha bouwen | 27-03-01
        Beta bouwen | 27-11-30
        Gamma bouwen | 28-02-15
        """,
        """
        Alpha bouwen | | 1-3-27
        Beta bouwen | | 30-11-27
        Gamma bouwen | | 15-2-28
        """,
        kind="csv",
    ),
    made(
        "Bord met dag van voltooien en codes als nummer",
        """
        Task ID | Task Name | Progress | Start Date | Due Date | Completed Date | Completed By
        aB3_x-9 | Kick-off | Completed | 2026-07-01 | 2026-07-08 | 2026-07-07 | Ine
        cD4_y-8 | Folder | In progress | 2027-01-04 | 2027-06-13 | |
        """,
        """
        Kick-off | 1-7-26 | 8-7-26 | gereed
        Folder | 4-1-27 | 13-6-27 | groen
        """,
        kind="comma",
    ),
    made(
        "Voltooid door is een persoon en geen stand",
        """
        Taaknaam | Bucketnaam | Voortgang | Startdatum | Vervaldatum | Voltooid door
        Startbijeenkomst | Organisatie | Voltooid | 01-07-2026 | 08-07-2026 | Ine
        Campagne | Werving | Wordt uitgevoerd | 04-01-2027 | 13-06-2027 |
        Ouderavond | Werving | Niet gestart | | 12-03-2027 |
        """,
        """
        Startbijeenkomst | 1-7-26 | 8-7-26 | gereed | * | Organisatie
        Campagne | 4-1-27 | 13-6-27 | groen | * | Werving
        Ouderavond | | 12-3-27 | niet gestart | * | Werving
        """,
        kind="csv",
    ),
    made(
        "Een lijst met afkortingen naast het plan",
        """
        Actie | Klaar op | | Afk | Actie
        Lab openen | 1-3-2027 | | RM | ROC
        Bus huren | 13-4-2027 | | LZ | Lentiz
        """,
        """
        Lab openen | | 1-3-27
        Bus huren | | 13-4-27
        """,
        answers={"tabel": "links"},
    ),
    made(
        "Verschoven dagen met de oude erbij",
        """
        Actie | Deadline
        Lab openen | 1-3-2027 -> 14-6-2027
        Bus huren | was 13-4-2027, nu 15-6-2027
        Kamp houden | 16-6-2027
        """,
        """
        Lab openen | | 14-6-27
        Bus huren | | 15-6-27
        Kamp houden | | 16-6-27
        """,
        kind="csv",
        told=["Verschoven, en de nieuwe dag genomen"],
    ),
    made(
        "Een maand met de dag in de naam",
        """
        Maand | Activiteiten
        Januari 2027 | Kick-off (12/1)
        Februari 2027 | Stuurgroep 11-2
        Maart 2027 | Girlsday
        """,
        """
        Kick-off (12/1) | | 12-1-27
        Stuurgroep 11-2 | | 11-2-27
        Girlsday | 1-3-27 | 31-3-27
        """,
        told=["De dag komt uit de naam"],
    ),
    made(
        "Percentages met woorden erbij",
        """
        Actie | Einddatum | Voortgang
        Lab openen | 1-3-2027 | 100 %
        Bus huren | 13-4-2027 | ca. 80%
        Kamp houden | 1-6-2027 | 0%
        """,
        """
        Lab openen | | 1-3-27 | gereed
        Bus huren | | 13-4-27 | groen
        Kamp houden | | 1-6-27 | niet gestart
        """,
        kind="csv",
        answers={"stand:ca. 80%": "groen"},
    ),
]
