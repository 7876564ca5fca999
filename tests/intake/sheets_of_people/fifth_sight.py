"""Sheets of a fifth round: what a cell says beside its date, and what stood around roadmaps and above heads."""

from tests.intake.sheets_of_people.made import made

_BESIDE_DAYS = [
    made(
        "Woorden in haakjes en tijden bij de datum",
        """
        Activiteit | Deadline
        Nieuwsbrief | 1-10-2026 (gedaan)
        Fotoboek | 15-11-2026 (vervallen)
        Excursie | 10-2-2027 (o.v.b.)
        Lunchlezing | 8-4-2027 om 14.00 uur
        Website | 15-1-2027
        """,
        """
        Nieuwsbrief | | 1-10-26
        Fotoboek | | 15-11-26
        Excursie | | 10-2-27
        Lunchlezing | | 8-4-27
        Website | | 15-1-27
        """,
        told=["(gedaan)", "(vervallen)", "(o.v.b.)", "om 14.00 uur"],
    ),
    made(
        "Haakjes bij begin, einde en gereed op",
        """
        Activiteit | Begin | Einde | Gereed op
        Lab bouwen | 1-3-2027 (aanvraag) | 1-6-2027 (uitgesteld) |
        Bus huren | 1-4-2027 | 30-4-2027 | 28-8-2026 (met korting)
        Gastles | 3 mei 2027 09:00 | 4 mei 2027 |
        """,
        """
        Lab bouwen | 1-3-27 | 1-6-27
        Bus huren | 1-4-27 | 30-4-27 | gereed
        Gastles | 3-5-27 | 4-5-27
        """,
        told=["(aanvraag)", "(uitgesteld)", "(met korting)", "09:00"],
    ),
]
_ROADMAPS = [
    made(
        "Een routekaart met trekkers, opmerkingen en een stand per spoor",
        """
        Spoor | Trekker | jan 2027 | feb 2027 | mrt 2027 | Toelichting | Status
        PO | Ineke | Lessen | | Markt | nog geen lokaal | groen
        VO | Peter | | Proefles | Excursie | bus regelen | oranje
        """,
        """
        Lessen | 1-1-27 | 31-1-27 | niet gestart | | PO
        Markt | 1-3-27 | 31-3-27 | niet gestart | | PO
        Proefles | 1-2-27 | 28-2-27 | niet gestart | | VO
        Excursie | 1-3-27 | 31-3-27 | niet gestart | | VO
        """,
        answers={"vakken": "mijlpalen"},
        told=["geen kolom van een mijlpalenplan: Status."],
    ),
    made(
        "Een routekaart met de trekkers voor de sporen",
        """
        Trekker | Spoor | Budget | Q1 2027 | Q2 2027 | Opmerkingen
        Ineke | Werving | #500 | Campagne | Open huis | drukker gebeld
        Peter | Gebouw | #900 | | Verbouwing | vergunning loopt
        """,
        """
        Campagne | 1-1-27 | 31-3-27 | * | | Werving
        Open huis | 1-4-27 | 30-6-27 | * | | Werving
        Verbouwing | 1-4-27 | 30-6-27 | * | | Gebouw
        """,
        answers={"vakken": "mijlpalen"},
        told=["geen kolom van een mijlpalenplan: Budget."],
    ),
]
_STATES = [
    made(
        "Een dag achter de stand",
        """
        Actie | Deadline | Status
        Schilderwerk | 1-4-2027 | Gereed 12-11-2026
        Vloer | 1-5-2027 | Gestart
        Dak | 1-6-2027 | 3 mei 2027: klaar
        """,
        """
        Schilderwerk | | 1-4-27 | gereed
        Vloer | | 1-5-27 | groen
        Dak | | 1-6-27 | gereed
        """,
        told=["gereed 12-11-2026", "3 mei 2027: klaar"],
    ),
    made(
        "Rood dat achterloopt, geel dat aandacht vraagt",
        """
        Wat | Klaar op | Status
        Las-unit | @1-2-2027 | {groen}
        Lessen | @1-3-2027 | {geel}
        Lokaal | @1-8-2027 | {rood}

         | | | {groen} | op schema
         | | | {geel} | aandacht
         | | | {rood} | loopt achter
        """,
        """
        Las-unit | | 1-2-27 | groen
        Lessen | | 1-3-27 | oranje
        Lokaal | | 1-8-27 | rood
        """,
    ),
]
_TITLES = [
    made(
        "Een titel met een schooljaar dat niet nodig is",
        """
        Planning havo-technasium 2026-2027 (concept Karel)
        besproken met de sectie
        Activiteit | Deadline
        Bord ophangen | 1-12-2026
        Borrel | 1-7-2027
        """,
        """
        Bord ophangen | | 1-12-26
        Borrel | | 1-7-27
        """,
        told=["‘Planning havo-technasium 2026-2027"],
    ),
    made(
        "Een titel met een schooljaar boven jaren in een rij",
        """
        Planning techniekhavo 2026-2027

         | | 2026 | | 2027 |
        Activiteit | Wie | nov | dec | jan | feb
        Lokaal inrichten | conciërge | x | x | |
        Open dag | PR | | | x |
        """,
        """
        Lokaal inrichten | 1-11-26 | 31-12-26
        Open dag | 1-1-27 | 31-1-27
        """,
        told=["‘Planning techniekhavo 2026-2027’"],
    ),
    made(
        "Een titel met het schooljaar van dagen zonder jaar",
        """
        Planning schooljaar 2026-2027
        Activiteit | Deadline
        Bord ophangen | 1 december
        Borrel | 1 juli
        """,
        """
        Bord ophangen | | 1-12-26
        Borrel | | 1-7-27
        """,
        told=["Het jaar komt uit de titel of de naam: schooljaar 2026-2027."],
    ),
    made(
        "Woorden achter een duur",
        """
        Activiteit | Begin | Duur
        Lab bouwen | 1-3-2027 | 6 weken (zonder levertijd)
        Bus huren | 1-4-2027 | 2 weken
        Gastles | 3-5-2027 | 1 week
        """,
        """
        Lab bouwen | 1-3-27 | *
        Bus huren | 1-4-27 | *
        Gastles | 3-5-27 | *
        """,
        told=["zonder levertijd"],
    ),
]
_TABS = [
    made(
        "Tabbladen met een naam en rijen met een eigen deelproject",
        """
        === Doorstroom
        Deelproject | Activiteit | Begin | Einde
        Vmbo-mbo | Leerlijn metaal | 11-1-2027 | 30-4-2027
        Vmbo-mbo | Meeloopdagen | 1-3-2027 | 18-6-2027
        === Bedrijven
        Deelproject | Activiteit | Begin | Einde
        Stages | Convenant tekenen | 1-2-2027 | 19-3-2027
        Gastlessen | Lessen inroosteren | 30-8-2027 | 17-12-2027
        """,
        """
        Leerlijn metaal | 11-1-27 | 30-4-27 | niet gestart | | Vmbo-mbo
        Meeloopdagen | 1-3-27 | 18-6-27 | niet gestart | | Vmbo-mbo
        Convenant tekenen | 1-2-27 | 19-3-27 | niet gestart | | Stages
        Lessen inroosteren | 30-8-27 | 17-12-27 | niet gestart | | Gastlessen
        """,
        answers={"tab": "alle"},
        told=[
            "De naam van het tabblad is het deelproject van een rij die er zelf geen noemt: Doorstroom en Bedrijven."
        ],
    ),
]
SHEETS = (*_TABS, *_BESIDE_DAYS, *_ROADMAPS, *_STATES, *_TITLES)
