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
SHEETS = (*_YEARS,)
