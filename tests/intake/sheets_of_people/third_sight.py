"""What people offered after the rules were mended twice: periods that only their own school knows, tabs per year."""

from tests.intake.sheets_of_people.made import made

_SIX_PARTS = """
 | 2027 | << | << | << | << | << | 2028 | << | << | << | << | <<
Taak | #1 | #2 | #3 | #4 | #5 | #6 | #1 | #2 | #3 | #4 | #5 | #6
Lab openen | x | x | | | | | | | | | |
Bedrijven werven | | | | x | x | x | | | | | |
Leerlingen meten | | | | | | | x | x | | | |
"""

_PARTS_OF_YEARS = [
    made(
        "Zes nummers onder een jaar zijn delen van twee maanden",
        _SIX_PARTS,
        """
        Lab openen | 1-1-27 | 30-4-27
        Bedrijven werven | 1-7-27 | 31-12-27
        Leerlingen meten | 1-1-28 | 30-4-28
        """,
        told=["jaardelen"],
    ),
    made(
        "Zes nummers onder een jaar zijn de eerste zes maanden",
        _SIX_PARTS,
        """
        Lab openen | 1-1-27 | 28-2-27
        Bedrijven werven | 1-4-27 | 30-6-27
        Leerlingen meten | 1-1-28 | 29-2-28
        """,
        answers={"jaardelen": "maanden"},
        told=["jaardelen"],
    ),
    made(
        "Zes nummers waarvan het eerste jaar er vier heeft, met totalen",
        """
        | 2027 | << | << | << | << | 2028 | << | << | << | << | << | <<
        Taak | 3 | 4 | 5 | 6 | Totaal | 1 | 2 | 3 | 4 | 5 | 6 | Totaal
        Lab openen | x | x | | | 2 | | | | | | | 0
        Bedrijven werven | | | | | 0 | x | x | | | | | 2
        """,
        """
        Lab openen | 1-5-27 | 31-8-27
        Bedrijven werven | 1-1-28 | 30-4-28
        """,
        told=["jaardelen"],
    ),
    made(
        "Vier perioden onder een schooljaar",
        """
        | 2026-2027 | << | << | << | 2027-2028 | << | << | <<
        Activiteit | P1 | P2 | P3 | P4 | P1 | P2 | P3 | P4
        Lab openen | x | x | | | | | |
        Bedrijven werven | | | x | | | | |
        Leerlingen meten | | | | | | x | x |
        """,
        """
        Lab openen | 1-8-26 | 31-1-27
        Bedrijven werven | 1-2-27 | 30-4-27
        Leerlingen meten | 1-11-27 | 30-4-28
        """,
        told=["jaardelen"],
    ),
    made(
        "Drie tertalen met Romeinse cijfers",
        """
        | 2027 | << | << | 2028 | << | <<
        Activiteit | I | II | III | I | II | III
        Lab openen | x | x | | | |
        Bedrijven werven | | | | | x | x
        """,
        """
        Lab openen | 1-1-27 | 31-8-27
        Bedrijven werven | 1-5-28 | 31-12-28
        """,
        told=["jaardelen"],
    ),
    made(
        "Maandnummers met een M onder een half jaar",
        """
        | 2027 | << | << | << | << | << | 2028 | << | << | << | << | <<
        Taak | M1 | M2 | M3 | M4 | M5 | M6 | M1 | M2 | M3 | M4 | M5 | M6
        Lab openen | x | x | | | | | | | | | |
        Leerlingen meten | | | | | | | x | x | | | |
        """,
        """
        Lab openen | 1-1-27 | 28-2-27
        Leerlingen meten | 1-1-28 | 29-2-28
        """,
    ),
    made(
        "Schoolsoorten onder jaren zijn geen delen van een jaar",
        """
        | 2027 | << | << | 2028 | << | <<
        Taak | po | vo | mbo | po | vo | mbo
        Lab openen | x | x | | | |
        Leerlingen meten | | | | x | x | x
        """,
        """
        Lab openen | 1-1-27 | 31-12-27
        Leerlingen meten | 1-1-28 | 31-12-28
        """,
        told=["onderkoppen"],
    ),
    made(
        "Gepland en gerealiseerd onder maanden, met de kop ernaast",
        """
        | jan 2027 | << | feb 2027 | <<
        Taak | gepland | gerealiseerd | gepland | gerealiseerd
        Lab openen | x | | | x
        Leerlingen meten | | x | x | x
        """,
        """
        Lab openen | 1-1-27 | 31-1-27
        Leerlingen meten | 1-2-27 | 28-2-27
        """,
    ),
]

_HEADS_OF_DAYS = [
    made(
        f"Een einde en {head}",
        f"""
        Taak | Deadline | {head}
        Lab openen | 14-5-2027 | 3-6-2027
        Bedrijven werven | 15-3-2027 |
        Leerlingen meten | 1-4-2027 | 22-5-2027
        """,
        """
        Lab openen | | 3-6-27
        Bedrijven werven | | 15-3-27
        Leerlingen meten | | 22-5-27
        """,
        told=["geldt als einde, en waar die leeg is ‘Deadline’ (1 rij)"],
    )
    for head in ("Deadline verlengd", "Verlengd tot", "Uitstel tot", "Verlenging", "Uitgestelde datum")
] + [
    made(
        f"Alleen {head}",
        f"""
        Taak | {head}
        Lab openen | 14-5-2026
        Bedrijven werven | 15-3-2026
        Leerlingen meten | 1-4-2026
        """,
        """
        Lab openen | | | gereed
        Bedrijven werven | | | gereed
        Leerlingen meten | | | gereed
        """,
    )
    for head in ("Gerealiseerd", "Gereed op", "Afgerond", "Datum gerealiseerd", "Voltooid")
]

_TABS = [
    made(
        "Een tabblad voor elk jaar, met maanden",
        """
        === 2027
        Taak | jan | feb | mrt | apr
        Lab openen | x | x | |
        Bedrijven werven | | | x |
        === 2028
        Taak | jan | feb | mrt | apr
        Leerlingen meten | x | x | |
        Resultaten delen | | | x | x
        """,
        """
        Lab openen | 1-1-27 | 28-2-27
        Bedrijven werven | 1-3-27 | 31-3-27
        Leerlingen meten | 1-1-28 | 29-2-28
        Resultaten delen | 1-3-28 | 30-4-28
        """,
        told=["Samen gelezen zijn de tabbladen 2027 en 2028, elk met het jaar dat het noemt"],
    ),
    made(
        "Een tabblad voor elk schooljaar, met kleuren, samengevoegd en verschoven",
        """
        === Schooljaar 2026-2027
        Taak | aug | sep | okt | nov | dec | jan
        Lab openen | {groen} | << | | | |
        Bedrijven werven | | | | {groen} | {groen} |
        === Schooljaar 2027-2028
        Planning van het techlab

        Taak | aug | sep | okt | nov | dec | jan
        Resultaten delen | | | | | | {groen}
        Leerlingen meten | | {groen} | << | << | |
        """,
        """
        Lab openen | 1-8-26 | 30-9-26
        Bedrijven werven | 1-11-26 | 31-12-26
        Resultaten delen | 1-1-28 | 31-1-28
        Leerlingen meten | 1-9-27 | 30-11-27
        """,
        told=["tab"],
    ),
    made(
        "Een tabblad voor elk thema, en een met uitleg",
        """
        === Thema Techlab
        Taak | Begin | Einde
        Lab openen | 1-3-2027 | 14-4-2027
        Bedrijven werven | 1-5-2027 | 4-6-2027
        === Thema Werving
        Taak | Begin | Einde
        Leerlingen meten | 1-3-2028 | n.t.b.
        === Uitleg
        Zo lees je dit plan
        """,
        """
        Lab openen | 1-3-27 | 14-4-27 | | | Thema Techlab
        Bedrijven werven | 1-5-27 | 4-6-27 | | | Thema Techlab
        Leerlingen meten | 1-3-28 | | | | Thema Werving
        """,
        told=["regel 2 van Thema Werving", "niet gelezen: Uitleg"],
    ),
    made(
        "Twee versies van een plan worden niet samen voorgesteld",
        """
        === v1
        Taak | Begin | Einde
        Lab openen | 1-3-2027 | 14-4-2027
        Bedrijven werven | 1-5-2027 | 4-6-2027
        === v2
        Taak | Begin | Einde
        Lab openen | 1-3-2027 | 28-4-2027
        Bedrijven werven | 1-6-2027 | 4-7-2027
        """,
        """
        Lab openen | 1-3-27 | 28-4-27
        Bedrijven werven | 1-6-27 | 4-7-27
        """,
        answers={"tab": "v2"},
    ),
    made(
        "Dagen zonder jaar op twee tabbladen met een jaar",
        """
        === 2027
        Taak | Datum
        Lab openen | 15 maart
        Bedrijven werven | 1 mei
        === 2028
        Taak | Datum
        Leerlingen meten | 15 maart
        """,
        """
        Lab openen | | 15-3-27
        Bedrijven werven | | 1-5-27
        """,
        told=["niet gelezen: 2028"],
    ),
]

_AMOUNTS = [
    made(
        f"In de perioden staan {what}",
        f"""
        Activiteit | jan 2027 | feb 2027 | mrt 2027 | apr 2027
        Lab openen | {some} | {more} | {nought} |
        Bedrijven werven | {nought} | | {more} | {some}
        """,
        """
        Lab openen | 1-1-27 | 28-2-27
        Bedrijven werven | 1-3-27 | 30-4-27
        """,
        told=["teken:getal"],
    )
    for what, some, more, nought in (
        ("percentages", "#50%", "#100%", "#0%"),
        ("percentages als tekst", "50%", "100%", "0%"),
        ("euro’s", "€ 400", "€ 1.500,50", "€ 0,00"),
        ("uren als tekst", "4 uur", "12u", "0 uur"),
        ("lessen", "3 lessen", "1 les", "0"),
    )
] + [
    made(
        "Kruisjes met een percentage ertussen",
        """
        Activiteit | jan 2027 | feb 2027 | mrt 2027
        Lab openen | x | 0% | 50%
        Bedrijven werven | | 0% | x
        Leerlingen meten | x | x |
        """,
        """
        Lab openen | 1-1-27 | 31-1-27
        Bedrijven werven | 1-3-27 | 31-3-27
        Leerlingen meten | 1-1-27 | 28-2-27
        """,
        answers={"teken:getal": "geen"},
        told=["teken:getal"],
    )
]

SHEETS = [*_PARTS_OF_YEARS, *_HEADS_OF_DAYS, *_TABS, *_AMOUNTS]
