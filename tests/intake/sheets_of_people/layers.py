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
    made(
        "Kruis naast v zonder legenda",
        """
        Actie | Einddatum | Klaar?
        Werven | @1-3-2027 | v
        Inrichten | @2-3-2027 | x
        Openen | @3-3-2027 | v
        """,
        """
        Werven | | 1-3-27 | gereed
        Inrichten | | 2-3-27 | niet gestart
        Openen | | 3-3-27 | gereed
        """,
        answers={"stand:x": "niet-gestart"},
    ),
    made(
        "Kruis naast een vinkje",
        """
        Actie | Einddatum | Gereed
        Werven | @1-3-2027 | ✓
        Inrichten | @2-3-2027 | x
        Openen | @3-3-2027 | ✓
        """,
        """
        Werven | | 1-3-27 | gereed
        Inrichten | | 2-3-27 | niet gestart
        Openen | | 3-3-27 | gereed
        """,
        answers={"stand:x": "niet-gestart"},
    ),
    made(
        "Kruis naast bezig",
        """
        Actie | Einddatum | Status
        Werven | @1-3-2027 | x
        Inrichten | @2-3-2027 | bezig
        Openen | @3-3-2027 | x
        """,
        """
        Werven | | 1-3-27 | gereed
        Inrichten | | 2-3-27 | groen
        Openen | | 3-3-27 | gereed
        """,
        answers={"stand:x": "gereed"},
    ),
    made(
        "Kruis naast nee",
        """
        Actie | Einddatum | Klaar?
        Werven | @1-3-2027 | x
        Inrichten | @2-3-2027 | nee
        Openen | @3-3-2027 | x
        """,
        """
        Werven | | 1-3-27 | gereed
        Inrichten | | 2-3-27 | niet gestart
        Openen | | 3-3-27 | gereed
        """,
    ),
    made(
        "Kruis naast n.v.t. en lege vakken",
        """
        Actie | Einddatum | Klaar
        Werven | @1-3-2027 | x
        Inrichten | @2-3-2027 | n.v.t.
        Openen | @3-3-2027 |
        """,
        """
        Werven | | 1-3-27 | gereed
        Inrichten | | 2-3-27 | niet gestart
        Openen | | 3-3-27 | niet gestart
        """,
    ),
    made(
        "Kruis naast v met legenda",
        """
        Actie | Einddatum | Klaar?
        Werven | @1-3-2027 | v
        Inrichten | @2-3-2027 | x
        Openen | @3-3-2027 | v

        v = ja
        x = nee
        """,
        """
        Werven | | 1-3-27 | gereed
        Inrichten | | 2-3-27 | niet gestart
        Openen | | 3-3-27 | gereed
        """,
        told=("het blad zegt",),
    ),
    made(
        "Kruis naast v met legenda op één regel",
        """
        Actie | Einddatum | Status
        Werven | @1-3-2027 | V
        Inrichten | @2-3-2027 | X
        Openen | @3-3-2027 | V

        Legenda: V = klaar, X = nog niet
        """,
        """
        Werven | | 1-3-27 | gereed
        Inrichten | | 2-3-27 | niet gestart
        Openen | | 3-3-27 | gereed
        """,
        told=("het blad zegt",),
    ),
    made(
        "Kruis alleen met een legenda",
        """
        Actie | Einddatum | Status
        Werven | @1-3-2027 | x
        Inrichten | @2-3-2027 |
        Openen | @3-3-2027 | x

        x = niet klaar
        """,
        """
        Werven | | 1-3-27 | niet gestart
        Inrichten | | 2-3-27 | niet gestart
        Openen | | 3-3-27 | niet gestart
        """,
        told=("het blad zegt",),
    ),
    made(
        "Kruis naast v met legenda in twee vakken",
        """
        Actie | Einddatum | Status
        Werven | @1-3-2027 | v
        Inrichten | @2-3-2027 | x
        Openen | @3-3-2027 | v

        Legenda
        v | klaar
        x | nog niet begonnen
        """,
        """
        Werven | | 1-3-27 | gereed
        Inrichten | | 2-3-27 | niet gestart
        Openen | | 3-3-27 | gereed
        """,
        told=("het blad zegt",),
    ),
    made(
        "Letter met een legenda",
        """
        Actie | Einddatum | Status
        Werven | @1-3-2027 | g
        Inrichten | @2-3-2027 | b
        Openen | @3-3-2027 | g

        g = gereed
        b = bezig
        """,
        """
        Werven | | 1-3-27 | gereed
        Inrichten | | 2-3-27 | groen
        Openen | | 3-3-27 | gereed
        """,
        told=("het blad zegt",),
    ),
    made(
        "Legenda die niemand kent",
        """
        Actie | Einddatum | Status
        Werven | @1-3-2027 | x
        Inrichten | @2-3-2027 | v
        Openen | @3-3-2027 | x

        x = wacht op Piet
        """,
        """
        Werven | | 1-3-27 | niet gestart
        Inrichten | | 2-3-27 | gereed
        Openen | | 3-3-27 | niet gestart
        """,
        answers={"stand:x": "geen"},
    ),
    made(
        "Kolom nog niet klaar",
        """
        Actie | Einddatum | Nog niet klaar
        Werven | @1-3-2027 | x
        Inrichten | @2-3-2027 |
        Openen | @3-3-2027 | x
        """,
        """
        Werven | | 1-3-27 | niet gestart
        Inrichten | | 2-3-27 | niet gestart
        Openen | | 3-3-27 | niet gestart
        """,
        told=("stand:x",),
    ),
    made(
        "Kolom niet afgerond ja",
        """
        Actie | Einddatum | Niet afgerond
        Werven | @1-3-2027 | ja
        Inrichten | @2-3-2027 | nee
        Openen | @3-3-2027 | ja
        """,
        """
        Werven | | 1-3-27 | niet gestart
        Inrichten | | 2-3-27 | gereed
        Openen | | 3-3-27 | niet gestart
        """,
    ),
    made(
        "Kolom not done",
        """
        Actie | Einddatum | Not done
        Werven | @1-3-2027 | yes
        Inrichten | @2-3-2027 | no
        Openen | @3-3-2027 | yes
        """,
        """
        Werven | | 1-3-27 | niet gestart
        Inrichten | | 2-3-27 | gereed
        Openen | | 3-3-27 | niet gestart
        """,
    ),
    made(
        "Kolom onvoltooid",
        """
        Actie | Einddatum | Status: onvoltooid
        Werven | @1-3-2027 | x
        Inrichten | @2-3-2027 |
        Openen | @3-3-2027 | x
        """,
        """
        Werven | | 1-3-27 | niet gestart
        Inrichten | | 2-3-27 | niet gestart
        Openen | | 3-3-27 | niet gestart
        """,
        told=("stand:x",),
    ),
    made(
        "Kolom gereed voor review",
        """
        Actie | Einddatum | Gereed voor review
        Werven | @1-3-2027 | ja
        Inrichten | @2-3-2027 | nee
        Openen | @3-3-2027 | ja
        """,
        """
        Werven | | 1-3-27 | niet gestart
        Inrichten | | 2-3-27 | niet gestart
        Openen | | 3-3-27 | niet gestart
        """,
        told=("stand:ja",),
    ),
    made(
        "Kolom kan afgerond worden",
        """
        Actie | Einddatum | Kan afgerond worden
        Werven | @1-3-2027 | x
        Inrichten | @2-3-2027 |
        Openen | @3-3-2027 | x
        """,
        """
        Werven | | 1-3-27 | niet gestart
        Inrichten | | 2-3-27 | niet gestart
        Openen | | 3-3-27 | niet gestart
        """,
        told=("stand:x",),
    ),
    made(
        "Kolom wel of niet klaar",
        """
        Actie | Einddatum | Klaar of niet
        Werven | @1-3-2027 | ja
        Inrichten | @2-3-2027 | nee
        Openen | @3-3-2027 | ja
        """,
        """
        Werven | | 1-3-27 | gereed
        Inrichten | | 2-3-27 | niet gestart
        Openen | | 3-3-27 | gereed
        """,
    ),
    made(
        "Kolom procent niet gereed",
        """
        Actie | Einddatum | % niet gereed
        Werven | @1-3-2027 | #100
        Inrichten | @2-3-2027 | #0
        Openen | @3-3-2027 | #100
        """,
        """
        Werven | | 1-3-27 | niet gestart
        Inrichten | | 2-3-27 | niet gestart
        Openen | | 3-3-27 | niet gestart
        """,
        told=("niet overgenomen",),
    ),
    made(
        "Regels met het nummer van de pagina",
        """
        Activiteit | Start | Eind
        Werven | @1-1-2027 | @15-1-2027
        Inrichten | @16-1-2027 | @20-1-2027
        pagina 1 van 3

        Activiteit | Start | Eind
        Openen | @1-2-2027 | @15-2-2027
        blz. 2/3

        Activiteit | Start | Eind
        Evalueren | @1-3-2027 | @15-3-2027
        Pagina 3
        """,
        """
        Werven | 1-1-27 | 15-1-27
        Inrichten | 16-1-27 | 20-1-27
        Openen | 1-2-27 | 15-2-27
        Evalueren | 1-3-27 | 15-3-27
        """,
        told=("pagina 1 van 3",),
    ),
    made(
        "Legenda met andere letters dan VERI",
        """
        Activiteit | Klaar op | Lentiz | ROC | Gemeente
        Lab | @1-3-2027 | E | V | I
        Les | @1-4-2027 | V | E | R

        E = eindgebruiker
        V = voorzitter
        """,
        """
        Lab | | 1-3-27
        Les | | 1-4-27
        """,
        told=("letters",),
    ),
    made(
        "Koppen met alleen een V",
        """
        Actie | Klaar op | Betaald | Vergunning nodig
        Werven | @1-3-2027 | V | V
        Inrichten | @1-4-2027 | | V
        Openen | @1-5-2027 | V |
        """,
        """
        Werven | | 1-3-27
        Inrichten | | 1-4-27
        Openen | | 1-5-27
        """,
        told=("letters",),
    ),
    made(
        "Samenvattende balken bij vette rijen",
        """
        Taak | jan 2027 | feb 2027 | mrt 2027 | apr 2027
        Fase 1{*} | {groen} | {groen} | {groen} |
        Een | {groen} | {groen} | |
        Twee | | {groen} | {groen} |
        Fase 2{*} | | | | {groen}
        Drie | | | | {groen}
        """,
        """
        Een | 1-1-27 | 28-2-27 | * | * | Fase 1
        Twee | 1-2-27 | 31-3-27 | * | * | Fase 1
        Drie | 1-4-27 | 30-4-27 | * | * | Fase 2
        """,
        told=("kopjes",),
    ),
    made(
        "Samenvattende balken bij kopjes in kapitalen",
        """
        Taak | jan 2027 | feb 2027 | mrt 2027 | apr 2027
        FASE 1 | {groen} | {groen} | {groen} |
        Een | {groen} | {groen} | |
        Twee | | {groen} | {groen} |
        FASE 2 | | | | {groen}
        Drie | | | | {groen}
        """,
        """
        Een | 1-1-27 | 28-2-27 | * | * | FASE 1
        Twee | 1-2-27 | 31-3-27 | * | * | FASE 1
        Drie | 1-4-27 | 30-4-27 | * | * | FASE 2
        """,
        told=("kopjes",),
    ),
    made(
        "Samenvattende balken bij een kleur",
        """
        Taak | jan 2027 | feb 2027 | mrt 2027 | apr 2027
        Fase 1{geel} | {groen} | {groen} | {groen} |
        Een | {groen} | {groen} | |
        Twee | | {groen} | {groen} |
        Fase 2{geel} | | | | {groen}
        Drie | | | | {groen}
        """,
        """
        Een | 1-1-27 | 28-2-27 | * | * | Fase 1
        Twee | 1-2-27 | 31-3-27 | * | * | Fase 1
        Drie | 1-4-27 | 30-4-27 | * | * | Fase 2
        """,
        told=("kopjes",),
    ),
]
