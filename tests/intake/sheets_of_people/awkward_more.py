"""More sheets of project leaders: of 36 made after the rules for the first ones, 5 were wrong at first sight."""

from tests.intake.sheets_of_people.made import made

SHEETS = [
    made(
        "Planning A, planning B en definitief",
        """
        Activiteit | Planning A | Planning B | Definitief
        Lab bouwen | 1-3-2027 | 1-4-2027 | 15-4-2027
        Bus huren | 1-5-2027 | 1-6-2027 |
        Gastles | 1-6-2027 | 1-7-2027 | 8-7-2027
        """,
        """
        Lab bouwen | * | 15-4-27
        Bus huren | * | 1-6-27
        Gastles | * | 8-7-27
        """,
        kind="csv",
        answers={"kolom:begin": "geen"},
        told=["Definitief"],
    ),
    made(
        "Begin en nieuw begin, einde en nieuw einde",
        """
        Taak | Startdatum | Nieuwe startdatum | Einddatum | Nieuwe einddatum
        Lab bouwen | 1-1-2027 | 1-2-2027 | 1-3-2027 | 1-4-2027
        Bus huren | 1-2-2027 | | 1-5-2027 |
        """,
        """
        Lab bouwen | 1-2-27 | 1-4-27
        Bus huren | 1-2-27 | 1-5-27
        """,
        kind="csv",
        told=["Nieuwe startdatum", "Nieuwe einddatum"],
    ),
    made(
        "Uitgesteld tot in een eigen kolom",
        """
        Mijlpaal | Deadline | Uitgesteld tot
        Lab open | 1-3-2027 | 1-6-2027
        Folder klaar | 1-4-2027 |
        """,
        """
        Lab open | | 1-6-27
        Folder klaar | | 1-4-27
        """,
        kind="csv",
        told=["Uitgesteld tot"],
    ),
    made(
        "Kleur van de letters in de naam",
        """
        Nr | Mijlpaal | Klaar op
        1 | Lab open{!rood} | @1-3-2027
        2 | Folder klaar | @1-4-2027
        3 | Open dag | @1-6-2027
        """,
        """
        Lab open | | 1-3-27
        Folder klaar | | 1-4-27
        Open dag | | 1-6-27
        """,
        told=["rood"],
    ),
    made(
        "Alle kopcellen gekleurd en banden in de rijen",
        """
        Nr{blauw} | Mijlpaal{blauw} | Klaar op{blauw} | Status{blauw}
        1{band} | Lab open{band} | @1-3-2027{band} | bezig{band}
        2 | Folder klaar | @1-4-2027 | klaar
        3{band} | Open dag{band} | @1-6-2027{band} | bezig{band}
        """,
        """
        Lab open | | 1-3-27 | groen
        Folder klaar | | 1-4-27 | gereed
        Open dag | | 1-6-27 | groen
        """,
    ),
    made(
        "Kwartaal en jaar in twee kolommen",
        """
        Activiteit | Kwartaal | Jaar
        Lab bouwen | Q1 | 2027
        Bus huren | Q3 | 2027
        Gastles | Q2 | 2028
        """,
        """
        Lab bouwen | * | 31-3-27
        Bus huren | * | 30-9-27
        Gastles | * | 30-6-28
        """,
        kind="csv",
    ),
    made(
        "Dag en maand in twee kolommen met het jaar in de titel",
        """
        Activiteiten 2027 | |
        Dag | Maand | Activiteit
        5 | maart | Lab open
        12 | april | Folder klaar
        20 | mei | Open dag
        """,
        """
        Lab open | | 5-3-27
        Folder klaar | | 12-4-27
        Open dag | | 20-5-27
        """,
        kind="csv",
        answers={"jaar": "2027"},
    ),
    made(
        "Schooljaar en week",
        """
        Activiteit | Week | Schooljaar
        Aftrap | 36 | 2026-2027
        Open dag | 10 | 2026-2027
        """,
        """
        Aftrap | * | 4-9-26
        Open dag | * | 12-3-27
        """,
        kind="csv",
    ),
    made(
        "Van maand tot maand in twee kolommen zonder jaar",
        """
        Jaarplan 2027 | | |
        Activiteit | Van | Tot | Wie
        Lab bouwen | jan | mrt | Ans
        Bus huren | feb | mei | Bert
        Gastles | apr | jun | Ans
        """,
        """
        Lab bouwen | 1-1-27 | 31-3-27
        Bus huren | 1-2-27 | 31-5-27
        Gastles | 1-4-27 | 30-6-27
        """,
        kind="csv",
        answers={"jaar": "2027"},
    ),
    made(
        "Datum met het kwartaal erachter",
        """
        Mijlpaal | Datum
        Lab open | 1-3-2027 (Q1)
        Folder klaar | Q2 2027
        Open dag | zomer 2027
        Gastles | vanaf september 2027
        """,
        """
        Lab open | | 1-3-27
        Folder klaar | * | 30-6-27
        Open dag | * | 31-8-27
        Gastles | * | *
        """,
        kind="csv",
        told=["zomer 2027"],
    ),
    made(
        "Stand in smileys",
        """
        Mijlpaal | Klaar op | Status
        Lab open | 1-3-2027 | 🙂
        Folder klaar | 1-4-2027 | 🙁
        Open dag | 1-6-2027 | 😐
        """,
        """
        Lab open | | 1-3-27 | *
        Folder klaar | | 1-4-27 | *
        Open dag | | 1-6-27 | *
        """,
        kind="csv",
        told=["🙂", "🙁", "😐"],
    ),
    made(
        "Letters G, O en R als stand",
        """
        Nr | Mijlpaal | Klaar op | RAG
        1 | Lab open | 1-3-2027 | G
        2 | Folder klaar | 1-4-2027 | R
        3 | Open dag | 1-6-2027 | A
        """,
        """
        Lab open | | 1-3-27 | groen
        Folder klaar | | 1-4-27 | rood
        Open dag | | 1-6-27 | oranje
        """,
        kind="csv",
    ),
    made(
        "Twee keer dezelfde kop",
        """
        Activiteit | Start | Eind | Start | Eind
        Lab bouwen | 1-1-2027 | 1-3-2027 | 1-2-2027 | 1-4-2027
        Bus huren | 1-2-2027 | 1-5-2027 | 1-3-2027 | 1-6-2027
        """,
        """
        Lab bouwen | * | *
        Bus huren | * | *
        """,
        kind="csv",
        told=["kolom:klaar"],
    ),
    made(
        "Samengevoegde kop boven gepland en werkelijk",
        """
        Activiteit | Gepland | << | Werkelijk | <<
         | Start | Eind | Start | Eind
        Lab bouwen | @1-1-2026 | @1-3-2026 | @5-1-2026 | @10-3-2026
        Bus huren | @1-2-2027 | @1-5-2027 | |
        """,
        """
        Lab bouwen | 1-1-26 | 1-3-26 | gereed
        Bus huren | 1-2-27 | 1-5-27 |
        """,
        told=["Werkelijk Start"],
    ),
    made(
        "Gekanteld met een titel erboven",
        """
        Planning lab | | |
        Activiteit | Bouwen | Inrichten | Openen
        Startdatum | 1-1-2027 | 1-3-2027 | 1-5-2027
        Einddatum | 1-2-2027 | 1-4-2027 | 1-6-2027
        Wie | Ans | Bert | Cor
        """,
        """
        Bouwen | 1-1-27 | 1-2-27
        Inrichten | 1-3-27 | 1-4-27
        Openen | 1-5-27 | 1-6-27
        """,
        kind="csv",
    ),
    made(
        "Actielijst zonder datums",
        """
        Actie | Wie | Status
        Lab bouwen | Ans | bezig
        Bus huren | Bert | open
        """,
        "",
        kind="csv",
    ),
    made(
        "Maandag tot en met vrijdag als rooster",
        """
        Week | Maandag | Dinsdag | Woensdag
        10 | Les A | Les B | Les C
        11 | Les A | Les B | Les D
        """,
        "",
        kind="csv",
    ),
    made(
        "Alles in één kolom",
        """
        Activiteiten
        Lab bouwen - 1 maart 2027
        Bus huren - 1 mei 2027
        """,
        """
        Lab bouwen | | 1-3-27
        """,
        kind="csv",
        may_be_refused=True,
    ),
    made(
        "Fase met een eigen datum en taken eronder",
        """
        Onderdeel | Start | Eind
        Fase 1{*} | @1-1-2027{*} | @1-6-2027{*}
        Lab bouwen | @1-1-2027 | @1-3-2027
        Lab openen | @1-3-2027 | @1-6-2027
        Fase 2{*} | @1-7-2027{*} | @1-12-2027{*}
        Gastles | @1-7-2027 | @1-12-2027
        """,
        """
        Lab bouwen | 1-1-27 | 1-3-27
        Lab openen | 1-3-27 | 1-6-27
        Gastles | 1-7-27 | 1-12-27
        Fase 1 | 1-1-27 | 1-6-27
        Fase 2 | 1-7-27 | 1-12-27
        """,
    ),
    made(
        "Nummers met een punt erachter en kopjes met een letter",
        """
        Nr | Actie | Gereed
        A. | Werving |
        1. | Lab bouwen | 1-3-2027
        2. | Bus huren | 1-5-2027
        B. | Scholing |
        3. | Gastles | 1-6-2027
        """,
        """
        Lab bouwen | | 1-3-27 | * | * | Werving
        Bus huren | | 1-5-27 | * | * | Werving
        Gastles | | 1-6-27 | * | * | Scholing
        """,
        kind="csv",
    ),
    made(
        "Jaarrij tussen de acties",
        """
        Actie | Wanneer
        2026 |
        Aftrap | oktober
        Bezoek | november
        2027 |
        Lab open | maart
        Gastles | juni
        """,
        """
        Aftrap | * | 31-10-26
        Bezoek | * | 30-11-26
        Lab open | * | 31-3-27
        Gastles | * | 30-6-27
        """,
        kind="csv",
        may_be_refused=True,
        answers={"jaar": "2026-2027"},
    ),
    made(
        "Actie met deadline in de tekst en geen datumkolom",
        """
        Nr | Actie | Wie | Opmerking
        1 | Lab bouwen | Ans | uiterlijk 1 maart 2027
        2 | Bus huren | Bert | voor 1 mei 2027
        3 | Gastles | Cor | loopt
        """,
        """
        Lab bouwen | | *
        Bus huren | | *
        Gastles | |
        """,
        kind="csv",
        may_be_refused=True,
        told=["kolom:klaar"],
    ),
    made(
        "Doorgestreept en klaar",
        """
        Nr | Actie | Deadline | Status
        1{-} | Lab bouwen{-} | @1-3-2026{-} | klaar{-}
        2 | Bus huren | @1-5-2027 | bezig
        3 | Gastles | @1-6-2027 | open
        """,
        """
        Lab bouwen | | 1-3-26 | gereed
        Bus huren | | 1-5-27 | groen
        Gastles | | 1-6-27 | niet gestart
        """,
        answers={"doorgestreept": "gereed"},
    ),
    made(
        "Projectnummer van vijf cijfers naast de datum",
        """
        Projectnr | Activiteit | Datum
        46388 | Lab bouwen | 1-3-2027
        46389 | Bus huren | 1-5-2027
        46390 | Gastles | 1-6-2027
        """,
        """
        Lab bouwen | | 1-3-27
        Bus huren | | 1-5-27
        Gastles | | 1-6-27
        """,
        kind="csv",
    ),
    made(
        "Gewijzigd op is geen nieuwe datum",
        """
        Actie | Deadline | Gewijzigd op | Wie
        Lab bouwen | 1-3-2027 | 1-9-2026 | Ans
        Bus huren | 1-5-2027 | 2-9-2026 | Bert
        """,
        """
        Lab bouwen | | 1-3-27
        Bus huren | | 1-5-27
        """,
        kind="csv",
    ),
    made(
        "Verwacht resultaat is geen datum",
        """
        Mijlpaal | Verwacht resultaat | Klaar
        Lab open | 3 labs | 1-3-2027
        Folder | 500 stuks | 1-4-2027
        """,
        """
        Lab open | | 1-3-27
        Folder | | 1-4-27
        """,
        kind="csv",
    ),
    made(
        "Planning en realisatie",
        """
        Activiteit | Planning | Realisatie
        Lab bouwen | 1-3-2026 | 5-3-2026
        Bus huren | 1-5-2027 |
        """,
        """
        Lab bouwen | | 1-3-26 | gereed
        Bus huren | | 1-5-27 | niet gestart
        """,
        kind="csv",
    ),
    made(
        "Deadline intern en extern",
        """
        Actie | Deadline intern | Deadline extern
        Lab bouwen | 1-3-2027 | 1-4-2027
        Bus huren | 1-5-2027 | 1-6-2027
        """,
        """
        Lab bouwen | | 1-3-27
        Bus huren | | 1-5-27
        """,
        kind="csv",
        answers={"kolom:klaar": "B"},
        told=["kolom:klaar"],
    ),
    made(
        "Van week en tot week met één jaar",
        """
        Actie | Van week | Tot week | Jaar
        Lab bouwen | 5 | 10 | 2027
        Bus huren | 12 | 20 | 2027
        """,
        """
        Lab bouwen | 1-2-27 | 12-3-27
        Bus huren | 22-3-27 | 21-5-27
        """,
        kind="csv",
    ),
    made(
        "Datum met weekdag en twee tijden",
        """
        Wat | Wanneer
        Aftrap | dinsdag 8 september 2026, 14.00 - 16.00 uur
        Bezoek | wo. 21 okt. 2026 om 9:30
        Overleg | vr 6/11/2026 13u
        """,
        """
        Aftrap | | 8-9-26
        Bezoek | | 21-10-26
        Overleg | | 6-11-26
        """,
        kind="csv",
    ),
    made(
        "Gekanteld met een rij speerpunten",
        """
        Speerpunt | Lab | Bus
        Mijlpaal | Lab open | Bus rijdt
        Klaar op | 1-3-2027 | 1-5-2027
        Stoplicht | groen | rood
        """,
        """
        Lab open | | 1-3-27 | groen
        Bus rijdt | | 1-5-27 | rood
        """,
        kind="csv",
    ),
    made(
        "Woorden start en klaar onder kwartalen",
        """
        Activiteit | 2027 Q1 | 2027 Q2
        Lab bouwen | start | klaar
        Bus huren | | x
        """,
        """
        Lab bouwen | 1-1-27 | 30-6-27
        Bus huren | 1-4-27 | 30-6-27
        """,
        kind="csv",
        told=["start"],
    ),
]
