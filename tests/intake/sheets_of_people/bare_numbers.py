"""Bare numbers over the bars: the word over them, and days beside them, say what they count; else it is asked."""

from collections.abc import Sequence

from tests.intake.sheets_of_people.made import MadeSheet, made

_BELOW_TITLE = """
Planning 2027
Taak | {word} | << | << | <<
 | #{first} | #{second} | #{third} | #{fourth}
Lab openen | x | x | |
Bedrijven werven | | | x | x
"""
_WEEKS_9_TO_12 = """
Lab openen | 1-3-27 | 12-3-27
Bedrijven werven | 15-3-27 | 26-3-27
"""
_QUARTERS = """
Lab openen | 1-1-27 | 30-6-27
Bedrijven werven | 1-7-27 | 31-12-27
"""
_FIRST_WEEKS = """
Lab openen | 4-1-27 | 15-1-27
Bedrijven werven | 18-1-27 | 29-1-27
"""
_SPRINTS = {"getallen": "week", "week1": "2027-01-04"}


def _under(word: str, numbers: Sequence[int], records: str, **answers: str) -> MadeSheet:
    """Four numbers below a word; whoever made it answers what the word does not say."""
    first, second, third, fourth = numbers
    text = _BELOW_TITLE.format(word=word, first=first, second=second, third=third, fourth=fourth)
    name = f"Nummers {first} tot en met {fourth} onder {word}"
    return made(name, text, records, answers=answers, told=[*answers])


SHEETS = (
    _under("Week", (9, 10, 11, 12), _WEEKS_9_TO_12),
    _under("Kalenderweek", (9, 10, 11, 12), _WEEKS_9_TO_12),
    _under("Week nr.", (9, 10, 11, 12), _WEEKS_9_TO_12),
    _under("Weeknr.", (1, 2, 3, 4), _FIRST_WEEKS, week1="jaar"),
    _under("Sprint", (1, 2, 3, 4), _FIRST_WEEKS, **_SPRINTS),
    _under("Lesweek", (1, 2, 3, 4), _FIRST_WEEKS, **_SPRINTS),
    _under("Periode", (1, 2, 3, 4), _QUARTERS, getallen="delen", jaar="2027"),
    made(
        "Vier nummers naast de koppen, met een jaar in de titel",
        """
        Planning 2027
        Taak | #9 | #10 | #11 | #12
        Lab openen | x | x | |
        Bedrijven werven | | | x | x
        """,
        _WEEKS_9_TO_12,
        answers={"getallen": "week", "week1": "jaar", "jaar": "2027"},
        told=["getallen"],
    ),
    _under("Kwartaal", (1, 2, 3, 4), _QUARTERS),
    _under(
        "Maand",
        (9, 10, 11, 12),
        """
        Lab openen | 1-9-27 | 31-10-27
        Bedrijven werven | 1-11-27 | 31-12-27
        """,
    ),
    made(
        "Weeknummers boven de dagen van de week",
        """
        Planning 2027
         | #9 | #10 | #11 | #12
        Taak | 1-5 mrt | 8-12 mrt | 15-19 mrt | 22-26 mrt
        Lab openen | x | x | |
        Bedrijven werven | | | x | x
        """,
        _WEEKS_9_TO_12,
    ),
    made(
        "Volgnummers onder de dagen van de week",
        """
        Planning 2027
         | 1 t/m 5 maart | 8 t/m 12 maart | 15 t/m 19 maart | 22 t/m 26 maart
        Taak | #1 | #2 | #3 | #4
        Lab openen | x | x | |
        Bedrijven werven | | | x | x
        """,
        _WEEKS_9_TO_12,
    ),
    made(
        "Volgnummers boven paren van maanden",
        """
        Planning 2027
         | #1 | #2 | #3 | #4
        Taak | jan-feb | mrt-apr | mei-jun | jul-aug
        Lab openen | x | x | |
        Bedrijven werven | | | x | x
        """,
        """
        Lab openen | 1-1-27 | 30-4-27
        Bedrijven werven | 1-5-27 | 31-8-27
        """,
    ),
    made(
        "Blokken onder jaren, met het woord in een rij ertussen",
        """
         | 2027 | << | << | << | 2028 | << | << | <<
         | Blok | << | << | << | << | << | << | <<
        Taak | #1 | #2 | #3 | #4 | #1 | #2 | #3 | #4
        Lab openen | x | x | | | | | |
        Bedrijven werven | | | x | x | x | | |
        """,
        """
        Lab openen | 1-1-27 | 30-6-27
        Bedrijven werven | 1-7-27 | 31-3-28
        """,
        told=["jaardelen"],
    ),
    made(
        "Trimesters met hun jaar in één kop",
        """
        Activiteit | Wie | T1 2027 | T2 2027 | T3 2027 | T1 2028
        Lab openen | | x | x | |
        Bedrijven werven | | | | x | x
        """,
        """
        Lab openen | 1-1-27 | 31-8-27
        Bedrijven werven | 1-9-27 | 30-4-28
        """,
        told=["jaardelen"],
    ),
    made(
        "Een jaar met een nummer erachter",
        """
        Activiteit | 2027-1 | 2027-2 | 2028-1 | 2028-2
        Lab openen | x | | |
        Bedrijven werven | | x | x |
        """,
        """
        Lab openen | 1-1-27 | 30-6-27
        Bedrijven werven | 1-7-27 | 30-6-28
        """,
        told=["jaardelen"],
    ),
    made(
        "Trimesters van schooljaren",
        """
        Activiteit | 1e trimester 2027-2028 | 2e trimester 2027-2028 | 3e trimester 2027-2028
        Lab openen | x | |
        Bedrijven werven | | x | x
        """,
        """
        Lab openen | 1-8-27 | 30-11-27
        Bedrijven werven | 1-12-27 | 31-7-28
        """,
        told=["jaardelen"],
    ),
    made(
        "Kwartalen onder jaren, met het woord in een rij ertussen",
        """
         | 2027 | << | << | << | 2028 | << | << | <<
         | Kwartaal | << | << | << | << | << | << | <<
        Taak | #1 | #2 | #3 | #4 | #1 | #2 | #3 | #4
        Lab openen | x | x | | | | | |
        Bedrijven werven | | | x | x | x | | |
        """,
        """
        Lab openen | 1-1-27 | 30-6-27
        Bedrijven werven | 1-7-27 | 31-3-28
        """,
    ),
)
