"""Sheets of a fourth round: two years as heads, weekdays with a day number, and what else people had lying around."""

from tests.intake.sheets_of_people.made import made

_YEARS = [
    made(
        "Twee schooljaren onder een titel, met een kop van twee woorden",
        """
        Meerjarenplan techniek
        Doel / activiteit | 2026-2027 | 2027-2028
        Bovenbouwprogramma herzien | x |
        Docentstages | x | x
        Keuzevak zorgtechniek | | x
        """,
        """
        Bovenbouwprogramma herzien | 1-8-26 | 31-7-27
        Docentstages | 1-8-26 | 31-7-28
        Keuzevak zorgtechniek | 1-8-27 | 31-7-28
        """,
    ),
    made(
        "Twee jaren in kleur, met een vraag als kop naast de speerpunten",
        """
        Meerjarenplan techniek

        Speerpunt | Wat willen we bereiken? | 2027 | 2028
        Vmbo | Lab open | {groen} |
        Vmbo | Docentstages | {groen} | {groen}
        Mbo | Werven | | {groen}
        """,
        """
        Lab open | 1-1-27 | 31-12-27
        Docentstages | 1-1-27 | 31-12-28
        Werven | 1-1-28 | 31-12-28
        """,
    ),
    made(
        "Twee halve jaren met ja als kruisje",
        """
        Waar werken we aan | 1e halfjaar 2027 | 2e halfjaar 2027
        Bovenbouwprogramma herzien | ja |
        Docentstages | ja | ja
        """,
        """
        Bovenbouwprogramma herzien | 1-1-27 | 30-6-27
        Docentstages | 1-1-27 | 31-12-27
        """,
    ),
    made(
        "Kosten van twee jaren zonder bekende kop",
        """
        Kosten per jaar | 2027 | 2028
        Huur | 1.000 | 2.000
        Bus | 100 |
        """,
    ),
]
_DAYS_OF_MONTHS = [
    made(
        "Een jaarkalender met de dag van de week voor elk nummer",
        """
        Jaarkalender 2027
        Datum | Activiteit | Bijzonderheden
        Januari | |
        di 12 | Nieuwjaarsoverleg bedrijven | aula
        za 30 | Open huis |
        Februari
        do 11 t/m vr 12 | Techniekavond | inloop 19.00
        Maart
        8 t/m 12 | Beroepenweek |
        15 (ma) | Proefles |
        ma 22 en di 23 | Twee dagen stage |
        """,
        """
        Nieuwjaarsoverleg bedrijven | | 12-1-27
        Open huis | | 30-1-27
        Techniekavond | 11-2-27 | 12-2-27
        Beroepenweek | 8-3-27 | 12-3-27
        Proefles | | 15-3-27
        Twee dagen stage | 22-3-27 | 23-3-27
        """,
    ),
    made(
        "Een jaarkalender waarvan de dagen een ander jaar zeggen dan de titel",
        """
        Jaarkalender 2026
        Datum | Activiteit
        Januari |
        di 12 | Overleg
        za 30 | Open huis
        Februari
        do 11 | Techniekavond
        """,
        """
        Overleg | | 12-1-27
        Open huis | | 30-1-27
        Techniekavond | | 11-2-27
        """,
        told=["2026 niet genomen als jaar, maar 2027"],
    ),
    made(
        "Een jaarkalender met een dag van de week die niet klopt",
        """
        Schoolkalender 2026-2027
        Datum | Activiteit
        September |
        di 8 | Overleg
        zo 26 | Open huis
        Februari
        do 11 | Techniekavond
        """,
        """
        Overleg | | 8-9-26
        Open huis | |
        Techniekavond | | 11-2-27
        """,
        told=["zo 26 September"],
    ),
    made(
        "De maand in de ene kolom, de dag in de andere",
        """
        Maand | Dag | Activiteit
        Januari 2027 | di 12 | Overleg
        | za 30 | Open huis
        Februari 2027 | do 11 | Techniekavond
        April 2027 | | Hele maand lessen
        """,
        """
        Overleg | | 12-1-27
        Open huis | | 30-1-27
        Techniekavond | | 11-2-27
        Hele maand lessen | 1-4-27 | 30-4-27
        """,
        told=["De dagen bij ‘Dag’"],
    ),
    made(
        "Jaar, maand en dag met de dag van de week in drie kolommen",
        """
        Jaar | Maand | Dag | Activiteit
        2027 | januari | di 12 | Overleg
        | | za 30 | Open huis
        | februari | do 11 | Techniekavond
        2028 | januari | wo 12 | Weer een overleg
        """,
        """
        Overleg | | 12-1-27
        Open huis | | 30-1-27
        Techniekavond | | 11-2-27
        Weer een overleg | | 12-1-28
        """,
    ),
]
SHEETS = (*_YEARS, *_DAYS_OF_MONTHS)
