"""Two things in one place: colours with marks among them, words that deny, letters that a legend redefines."""

from tests.intake.sheets_of_people.made import made

SHEETS = [
    made(
        "Ruit aan het eind van een gekleurde balk",
        """
        Taak | jan 2027 | feb 2027 | mrt 2027 | apr 2027 | mei 2027
        Een | {groen} | {groen} | ◆{groen} | |
        Twee | | {groen} | {groen} | ◆{groen} |
        Drie | | | | {groen} | ◆{groen}
        """,
        """
        Een | 1-1-27 | 31-3-27
        Twee | 1-2-27 | 30-4-27
        Drie | 1-4-27 | 31-5-27
        """,
        told=("In de gekleurde balken staat ‘◆’",),
    ),
    made(
        "Ruit in het lege vak na een gekleurde balk",
        """
        Taak | jan 2027 | feb 2027 | mrt 2027 | apr 2027 | mei 2027
        Een | {groen} | {groen} | ◆ | |
        Twee | | {groen} | {groen} | ◆ |
        Drie | | | {groen} | {groen} | ◆
        """,
        """
        Een | 1-1-27 | 31-3-27
        Twee | 1-2-27 | 30-4-27
        Drie | 1-3-27 | 31-5-27
        """,
        told=("teken:◆",),
    ),
    made(
        "V van vakantie buiten gekleurde balken",
        """
        Taak | jan 2027 | feb 2027 | mrt 2027 | apr 2027 | mei 2027 | jun 2027
        Een | {blauw} | {blauw} | {blauw} | | V |
        Twee | | {blauw} | {blauw} | | V |
        Drie | | | | {blauw} | V{blauw} | {blauw}
        """,
        """
        Een | 1-1-27 | 31-3-27
        Twee | 1-2-27 | 31-3-27
        Drie | 1-4-27 | 30-6-27
        """,
        answers={"teken:v": "geen"},
        told=("teken:v",),
    ),
    made(
        "Gedaan in de planning van kleur",
        """
        Planning 2027
        Taak | wk 10 | wk 11 | wk 12 | wk 13 | wk 14
        Een | x{blauw} | x{blauw} | {blauw} | |
        Twee | | x{blauw} | {blauw} | {blauw} | {blauw}
        """,
        """
        Een | 8-3-27 | 26-3-27
        Twee | 15-3-27 | 9-4-27
        """,
        told=("In de gekleurde balken staat ‘x’",),
    ),
    made(
        "Eén kruis in een planning van kleur",
        """
        Taak | jan 2027 | feb 2027 | mrt 2027 | apr 2027
        Een | {groen} | {groen} | x{groen} |
        Twee | | {groen} | {groen} | {groen}
        Drie | | | {groen} | {groen}
        Vier | x | x | |
        """,
        """
        Een | 1-1-27 | 31-3-27
        Twee | 1-2-27 | 30-4-27
        Drie | 1-3-27 | 30-4-27
        Vier | 1-1-27 | 28-2-27
        """,
    ),
    made(
        "Kruizen op een gekleurde ondergrond",
        """
        Taak | jan 2027 | feb 2027 | mrt 2027 | apr 2027
        Een | x{geel} | x{geel} | {geel} | {geel}
        Twee | {geel} | x{geel} | x{geel} | {geel}
        Drie | {geel} | {geel} | x{geel} | x{geel}
        """,
        """
        Een | 1-1-27 | 28-2-27
        Twee | 1-2-27 | 31-3-27
        Drie | 1-3-27 | 30-4-27
        """,
        answers={"kleur:rgb:ffffc000": "geen"},
    ),
    made(
        "Kruizen met een gekleurde vakantie",
        """
        Taak | jan 2027 | feb 2027 | mrt 2027 | apr 2027
        Een | x | x{geel} | x |
        Twee | | {geel} | x | x
        Drie | x | {geel} | |
        """,
        """
        Een | 1-1-27 | 31-3-27
        Twee | 1-3-27 | 30-4-27
        Drie | 1-1-27 | 31-1-27
        """,
        answers={"kleur:rgb:ffffc000": "geen"},
    ),
    made(
        "Woorden buiten gekleurde balken",
        """
        Taak | jan 2027 | feb 2027 | mrt 2027 | apr 2027
        Een | {groen} | {groen} | | oplevering
        Twee | | kick-off{groen} | {groen} |
        """,
        """
        Een | 1-1-27 | 28-2-27
        Twee | 1-2-27 | 31-3-27
        """,
        told=("Tekst buiten de gekleurde balken is niet overgenomen, ook niet als periode: ‘oplevering’",),
    ),
]
