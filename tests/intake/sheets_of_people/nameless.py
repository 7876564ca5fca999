"""Periods that are wider than one column, and below them bare numbers or nothing at all."""

from tests.intake.sheets_of_people.made import made

_NUMBERS = """
    Taak | jan 2027 | << | << | << | feb 2027 | << | << | <<
     | #1 | #2 | #3 | #4 | #1 | #2 | #3 | #4
    Lab openen | x | x | | | | | |
    Bedrijven werven | | | x | x | x | | |
    """
_REST_OF_TWELVE = " | ".join(["<<"] * 11)
_SEVEN = """
    Taak | 2027 | << | << | << | << | << | << | 2028 | << | << | << | << | << | <<
    Lab openen | x | x | | | | | | | | | | | |
    Bedrijven werven | | | | | | | | x | x | x | x | x | x | x
    """
SHEETS = (
    made(
        "Nummers onder maanden zijn gelijke delen",
        _NUMBERS,
        """
        Lab openen | 1-1-27 | 15-1-27
        Bedrijven werven | 16-1-27 | 7-2-27
        """,
        told=["jaardelen"],
    ),
    made(
        "Nummers onder maanden zijn weken",
        _NUMBERS,
        """
        Lab openen | 4-1-27 | 15-1-27
        Bedrijven werven | 18-1-27 | 5-2-27
        """,
        answers={"jaardelen": "weken"},
        told=["jaardelen"],
    ),
    made(
        "Nummers onder maanden zijn sprints",
        _NUMBERS,
        """
        Lab openen | 1-1-27 | 31-1-27
        Bedrijven werven | 1-1-27 | 28-2-27
        """,
        answers={"jaardelen": "heel"},
        told=["jaardelen"],
    ),
    made(
        "Vier of vijf weken onder een maand",
        """
        Planning 2027
        Taak | februari | << | << | << | maart | << | << | << | << | april | << | << | <<
         | #1 | #2 | #3 | #4 | #1 | #2 | #3 | #4 | #5 | #1 | #2 | #3 | #4
        Lab openen | x | x | | | | | | | | | | |
        Bedrijven werven | | | | | | | | x | x | x | | |
        """,
        """
        Lab openen | 1-2-27 | 12-2-27
        Bedrijven werven | 22-3-27 | 9-4-27
        """,
        answers={"jaardelen": "weken"},
        told=["jaardelen"],
    ),
    made(
        "Drie nummers onder een kwartaal zijn maanden",
        """
        Taak | Q1 2027 | << | << | Q2 2027 | << | <<
         | #1 | #2 | #3 | #1 | #2 | #3
        Lab openen | x | x | | | |
        Bedrijven werven | | | x | x | |
        """,
        """
        Lab openen | 1-1-27 | 28-2-27
        Bedrijven werven | 1-3-27 | 30-4-27
        """,
    ),
    made(
        "Vier nummers onder een kwartaal",
        """
        Taak | Q1 2027 | << | << | << | Q2 2027 | << | << | <<
         | #1 | #2 | #3 | #4 | #1 | #2 | #3 | #4
        Lab openen | x | x | | | | | |
        Bedrijven werven | | | | | x | x | x | x
        """,
        """
        Lab openen | 1-1-27 | 14-2-27
        Bedrijven werven | 1-4-27 | 30-6-27
        """,
        told=["jaardelen"],
    ),
    made(
        "Twaalf kolommen zonder kop onder jaren",
        f"""
        Taak | 2027 | {_REST_OF_TWELVE} | 2028 | {_REST_OF_TWELVE}
        Lab openen | x | x | | | | | | | | | | | | | | | | | | | | | |
        Bedrijven werven | | | | | | | | | | | | x | x | x | | | | | | | | | |
        Leerlingen meten | | | | | | | | | | | | | | | | | | | | | | | | x
        """,
        """
        Lab openen | 1-1-27 | 28-2-27
        Bedrijven werven | 1-12-27 | 29-2-28
        Leerlingen meten | 1-12-28 | 31-12-28
        """,
        told=["‘2027’ is gelijk verdeeld over 12 kolommen eronder"],
    ),
    made(
        "Drie kolommen zonder kop onder kwartalen, in kleur",
        """
        Taak | Q1 2027 | << | << | Q2 2027 | << | <<
        Lab openen | {groen} | {groen} | | | |
        Bedrijven werven | | | {groen} | {groen} | |
        """,
        """
        Lab openen | 1-1-27 | 28-2-27
        Bedrijven werven | 1-3-27 | 30-4-27
        """,
        told=["gelijk verdeeld over 3 kolommen"],
    ),
    made(
        "Vier kolommen zonder kop onder maanden zijn weken",
        """
        Taak | jan 2027 | << | << | << | feb 2027 | << | << | <<
        Lab openen | x | x | | | | | |
        Bedrijven werven | | | | | x | x | x | x
        """,
        """
        Lab openen | 4-1-27 | 15-1-27
        Bedrijven werven | 1-2-27 | 26-2-27
        """,
        answers={"jaardelen": "weken"},
        told=["jaardelen"],
    ),
    made(
        "Hele maanden gevuld over kolommen zonder kop",
        """
        Taak | jan 2027 | << | << | << | feb 2027 | << | << | <<
        Lab openen | x | x | x | x | | | |
        Bedrijven werven | | | | | x | x | x | x
        """,
        """
        Lab openen | 1-1-27 | 31-1-27
        Bedrijven werven | 1-2-27 | 28-2-27
        """,
    ),
    made(
        "Zeven kolommen zonder kop onder jaren zijn de eerste maanden",
        _SEVEN,
        """
        Lab openen | 1-1-27 | 28-2-27
        Bedrijven werven | 1-1-28 | 31-7-28
        """,
        answers={"jaardelen": "maanden"},
        told=["jaardelen"],
    ),
    made(
        "Zeven kolommen zonder kop die niets verdelen",
        _SEVEN,
        """
        Lab openen | 1-1-27 | 31-12-27
        Bedrijven werven | 1-1-28 | 31-12-28
        """,
        answers={"jaardelen": "heel"},
        told=["jaardelen"],
    ),
    made(
        "Twaalf kolommen onder het ene jaar en zes onder het andere",
        """
        Taak | 2027 | << | << | << | << | << | << | << | << | << | << | << | 2028 | << | << | << | << | <<
        Lab openen | x | x | | | | | | | | | | | | | | | | |
        Bedrijven werven | | | | | | | | | | | | x | x | x | | | |
        """,
        """
        Lab openen | 1-1-27 | 28-2-27
        Bedrijven werven | 1-12-27 | 29-2-28
        """,
        told=["jaardelen"],
    ),
)
