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
        "Van een tabblad van de vorige periode en een van deze is het die van deze",
        """
        === 2024-2025
        Taak | Datum
        Lab openen | 15-3-2025
        === 2027-2028
        Taak | Datum
        Bus kopen | 15-3-2027
        """,
        """
        Bus kopen | | 15-3-27
        """,
        told=["niet gelezen: 2024-2025"],
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

_BLOCKS = [
    made(
        f"Koppen als {heads[0]}",
        f"""
        Taak | {" | ".join(heads)}
        Lab openen | x | x | |
        Bedrijven werven | | | x |
        Leerlingen meten | | | x | x
        """,
        """
        Lab openen | 1-8-26 | 31-1-27
        Bedrijven werven | 1-2-27 | 30-4-27
        Leerlingen meten | 1-2-27 | 31-7-27
        """,
        answers={"jaar": "2026-2027"},
        told=["getallen", "jaar"],
    )
    for heads in (
        ("P1", "P2", "P3", "P4"),
        ("Blok 1", "Blok 2", "Blok 3", "Blok 4"),
        ("1e periode", "2e periode", "3e periode", "4e periode"),
        ("eerste blok", "tweede blok", "derde blok", "vierde blok"),
    )
]
_QUARTERS = [
    made(
        f"Kwartalen als {heads[0]}",
        f"""
        Taak | {" | ".join(heads)}
        Lab openen | x | x | |
        Bedrijven werven | | | x |
        """,
        """
        Lab openen | 1-1-27 | 30-6-27
        Bedrijven werven | 1-7-27 | 30-9-27
        """,
        answers={"jaar": "2027"},
    )
    for heads in (
        ("Q1 jan-mrt", "Q2 apr-jun", "Q3 jul-sep", "Q4 okt-dec"),
        ("Q1 (jan-mrt) 2027", "Q2 (apr-jun) 2027", "Q3 (jul-sep) 2027", "Q4 (okt-dec) 2027"),
        ("K1: jan t/m mrt 2027", "K2: apr t/m jun 2027", "K3: jul t/m sep 2027", "K4: okt t/m dec 2027"),
        (
            "1e kwartaal (jan – mrt) '27",
            "2e kwartaal (apr – jun) '27",
            "3e kwartaal (jul – sep) '27",
            "4e kwartaal '27",
        ),
    )
]
_OTHER_HEADS = [
    made(
        "Kwartalen die in september beginnen",
        """
        Taak | K1 (sep-nov) | K2 (dec-feb) | K3 (mrt-mei) | K4 (jun-aug)
        Lab openen | x | x | |
        Bedrijven werven | | | x | x
        """,
        """
        Lab openen | 1-9-26 | 28-2-27
        Bedrijven werven | 1-3-27 | 31-8-27
        """,
        answers={"jaar": "2026-2027"},
    ),
    *[
        made(
            f"Schooljaren als {first}",
            f"""
            Taak | {first} | {second}
            Lab openen | x | x
            Bedrijven werven | | x
            """,
            """
            Lab openen | 1-8-26 | 31-7-28
            Bedrijven werven | 1-8-27 | 31-7-28
            """,
        )
        for first, second in (("26/27", "27/28"), ("26-27", "27-28"), ("'26-'27", "'27-'28"))
    ],
    made(
        "Tertalen",
        """
        Taak | T1 | T2 | T3
        Lab openen | x | x |
        Bedrijven werven | | | x
        """,
        """
        Lab openen | 1-1-27 | 31-8-27
        Bedrijven werven | 1-9-27 | 31-12-27
        """,
        answers={"jaar": "2027"},
        told=["getallen"],
    ),
    made(
        "Tertalen met een jaar",
        """
        Taak | 1e tertaal 2027 | 2e tertaal 2027 | 3e tertaal 2027
        Lab openen | x | x |
        Bedrijven werven | | | x
        """,
        """
        Lab openen | 1-1-27 | 31-8-27
        Bedrijven werven | 1-9-27 | 31-12-27
        """,
    ),
    *[
        made(
            f"Maandagen zonder jaar over nieuwjaar als {heads[0]}",
            f"""
            Taak | {" | ".join(heads)}
            Lab openen | x | x | |
            Bedrijven werven | | | x | x
            """,
            """
            Lab openen | 21-12-26 | 1-1-27
            Bedrijven werven | 4-1-27 | 15-1-27
            """,
            answers={"jaar": "2026-2027"},
            told=["jaar"],
        )
        for heads in (
            ("21-12", "28-12", "4-1", "11-1"),
            ("21/12", "28/12", "04/01", "11/01"),
            ("21 dec", "28 dec", "4 jan", "11 jan"),
        )
    ],
    made(
        "Dagen zonder jaar waarvan de eerste ook een maand kan zijn",
        """
        Taak | 3-5 | 10-5 | 17-5 | 24-5
        Lab openen | x | x | |
        Bedrijven werven | | | x | x
        """,
        """
        Lab openen | 3-5-27 | 14-5-27
        Bedrijven werven | 17-5-27 | 28-5-27
        """,
        answers={"jaar": "2027"},
        told=["jaar"],
    ),
    made(
        "Weken als reeks van dagen zonder jaar",
        """
        Taak | 3/5-7/5 | 10/5-14/5 | 17/5-21/5
        Lab openen | x | x |
        Bedrijven werven | | | x
        """,
        """
        Lab openen | 3-5-27 | 14-5-27
        Bedrijven werven | 17-5-27 | 21-5-27
        """,
        answers={"jaar": "2027"},
    ),
    made(
        "Dagnummers van Excel als koppen",
        """
        Taak | #46391 | #46398 | #46405 | #46412
        Lab openen | x | x | |
        Bedrijven werven | | | x | x
        """,
        """
        Lab openen | 4-1-27 | 15-1-27
        Bedrijven werven | 18-1-27 | 29-1-27
        """,
    ),
    made(
        "Partijen die P1 en P2 heten zijn geen perioden",
        """
        Nr | Mijlpaal | Klaar | P1 | P2 | P3
        1 | Lab openen | 14-5-2027 | V | R | I
        2 | Bedrijven werven | 1-6-2027 | R | V | I
        """,
        """
        Lab openen | | 14-5-27
        Bedrijven werven | | 1-6-27
        """,
        told=["Nieuw als partij: P1, P2 en P3"],
    ),
    made(
        "Blokken naast een einddatum worden niet gelezen",
        """
        Mijlpaal | Klaar | P1 | P2 | P3
        Lab openen | 14-5-2027 | x | x |
        Bedrijven werven | 1-6-2027 | | | x
        """,
        """
        Lab openen | | 14-5-27
        Bedrijven werven | | 1-6-27
        """,
        told=["‘P1’, ‘P2’ en ‘P3’ zijn niet gelezen"],
    ),
]

_MERGED_DAYS = [
    made(
        f"Echte maanden samengevoegd boven {heads[0]}, {heads[1]}",
        f"""
        | @1-1-2027 | << | << | << | @1-2-2027 | << | << | <<
        Taak | {" | ".join(heads)}
        Lab openen | x | x | x | | | | |
        Bedrijven werven | | | | | x | x | |
        """,
        f"""
        Lab openen | {first}
        Bedrijven werven | {second}
        """,
        month_heads=True,
    )
    for heads, first, second in (
        (("wk 1", "wk 2", "wk 3", "wk 4", "wk 5", "wk 6", "wk 7", "wk 8"), "4-1-27 | 22-1-27", "1-2-27 | 12-2-27"),
        (("#4", "#11", "#18", "#25", "#1", "#8", "#15", "#22"), "4-1-27 | 22-1-27", "1-2-27 | 12-2-27"),
    )
] + [
    made(
        "Echte jaren samengevoegd boven kwartalen",
        """
        | @1-1-2027 | << | << | << | @1-1-2028 | << | << | <<
        Taak | Q1 | Q2 | Q3 | Q4 | Q1 | Q2 | Q3 | Q4
        Lab openen | x | x | x | | | | |
        Bedrijven werven | | | | | x | x | |
        """,
        """
        Lab openen | 1-1-27 | 30-9-27
        Bedrijven werven | 1-1-28 | 30-6-28
        """,
    ),
    made(
        "Eerste dagen van maanden als tekst, samengevoegd",
        """
        Taak | 1-1-2027 | << | 1-2-2027 | << | 1-3-2027 | <<
        Lab openen | x | x | x | x | |
        Bedrijven werven | | | | | x | x
        """,
        """
        Lab openen | 1-1-27 | 28-2-27
        Bedrijven werven | 1-3-27 | 31-3-27
        """,
        told=["datumvolgorde"],
    ),
]
_WITH_SUMS = [
    made(
        f"{what} onder maanden met een totaal per kwartaal",
        f"""
        Activiteit | jan | feb | mrt | Totaal | apr | mei | jun | Totaal
        Lab openen | {mark} | {mark} | | {total} | | | | {nought}
        Bedrijven werven | | | {mark} | {total} | {mark} | | | {total}
        """,
        """
        Lab openen | 1-1-27 | 28-2-27
        Bedrijven werven | 1-3-27 | 30-4-27
        """,
        answers={"jaar": "2027"},
        told=["jaar"],
    )
    for what, mark, total, nought in (("Uren", "#4", "#8", "#0"), ("Kruisjes", "x", "#2", "#0"))
]
_AGAIN = [
    *_WITH_SUMS,
    made(
        "Een overleg dat terugkomt",
        """
        Taak | Datum
        Overleg | 3-6-2027
        Lab openen | 15-3-2027
        Overleg | 10-6-2027
        Overleg | 17-6-2027
        """,
        """
        Overleg (3 juni 2027) | | 3-6-27
        Lab openen | | 15-3-27
        Overleg (10 juni 2027) | | 10-6-27
        Overleg (17 juni 2027) | | 17-6-27
        """,
        told=["dubbel"],
    ),
    made(
        "Een mijlpaal die over nieuwjaar op het volgende tabblad doorloopt",
        """
        === 2027
        Taak | sep | okt | nov | dec
        Lab openen | x | x | |
        Bedrijven werven | | | x | x
        === 2028
        Taak | jan | feb | mrt | apr
        Bedrijven werven | x | x | |
        Leerlingen meten | | | x | x
        """,
        """
        Lab openen | 1-9-27 | 31-10-27
        Bedrijven werven | 1-11-27 | 29-2-28
        Leerlingen meten | 1-3-28 | 30-4-28
        """,
        answers={"tab": "alle"},
        told=["dubbel", "Samen één mijlpaal: ‘Bedrijven werven’ (de regels 3 van 2027 en 2 van 2028)"],
    ),
    made(
        "Twee rijen van één taak, waarvan de tweede zegt hoe het ging",
        """
        Taak | Begin | Einde
        Lab openen | 1-9-2027 | 14-10-2027
        Lab openen | 3-9-2027 | 18-10-2027
        Bedrijven werven | 1-9-2027 | 14-10-2027
        """,
        """
        Lab openen | 1-9-27 | 14-10-27
        Bedrijven werven | 1-9-27 | 14-10-27
        """,
        told=["dubbel", "deze mijlpaal staat ook op regel"],
    ),
]
_ROWS = [
    *_AGAIN,
    made(
        "Een regel met werkdagen onder de maanden",
        """
        Taak | jan 2027 | feb 2027 | mrt 2027
        Werkdagen | 21 | 20 | 23
        Lab openen | x | x |
        Bedrijven werven | | | x
        """,
        """
        Lab openen | 1-1-27 | 28-2-27
        Bedrijven werven | 1-3-27 | 31-3-27
        """,
        told=["rij:werkdagen"],
    ),
    made(
        "Thema met dubbelepunt en namen met streepjes",
        """
        Taak | Datum
        Thema: Techlab |
        - Lab openen | 3-6-2027
        – Bedrijven werven | 15-3-2027
        Thema 2: Werving |
        • Leerlingen meten | 3-6-2027
        """,
        """
        Lab openen | | 3-6-27 | | | Techlab
        Bedrijven werven | | 15-3-27 | | | Techlab
        Leerlingen meten | | 3-6-27 | | | Thema 2: Werving
        """,
    ),
    made(
        "Thema met dubbelepunt boven elke tabel",
        """
        Thema: Techlab
        Taak | Datum
        Lab openen | 3-6-2027

        Thema: Werving
        Taak | Datum
        Leerlingen meten | 15-3-2027
        """,
        """
        Lab openen | | 3-6-27 | | | Techlab
        Leerlingen meten | | 15-3-27 | | | Werving
        """,
    ),
]

SHEETS = [
    *_MERGED_DAYS,
    *_ROWS,
    *_PARTS_OF_YEARS,
    *_HEADS_OF_DAYS,
    *_TABS,
    *_AMOUNTS,
    *_BLOCKS,
    *_QUARTERS,
    *_OTHER_HEADS,
]
