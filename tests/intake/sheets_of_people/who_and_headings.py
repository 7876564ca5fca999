"""Heads that ask who does the work they name, coloured headings, newer dates that are none, and states by month."""

from tests.intake.sheets_of_people.made import MadeSheet, made


def _beside_unknown(name: str, first: str, who: str) -> MadeSheet:
    """A sheet of which only the head of who does it has a word for work."""
    return made(
        name,
        f"""
        {first} | {who} | Deadline
        Begroting aanpassen | Jan | 1-4-2027
        Jaarverslag maken | Piet | 1-5-2027
        """,
        """
        Begroting aanpassen | | 1-4-27
        Jaarverslag maken | | 1-5-27
        """,
        answers={"kolom:mijlpaal": "A"},
        told=(f"‘{who}’ is niet overgenomen",),
    )


SHEETS = (
    _beside_unknown("Wat moet er gebeuren en actie door", "Wat moet er gebeuren", "Actie door"),
    _beside_unknown("Afspraken en actie wie", "Afspraken", "Actie: wie"),
    _beside_unknown("Vraag en taak van", "Vraag", "Taak van"),
    _beside_unknown("Product en opdracht aan", "Product", "Opdracht aan"),
    _beside_unknown("Knelpunt en actie van", "Knelpunt", "Actie van"),
    _beside_unknown("Besluit en actiepunt voor", "Besluit", "Actiepunt voor/door"),
    made(
        "Product eigenaar en resultaat voor wie zijn geen resultaat",
        """
        Opdracht | Product eigenaar | Resultaat voor wie | Start | Einde
        Lokaal inrichten | Jan | ouders | 1-2-2027 | 1-4-2027
        Docent werven | Piet | bedrijven | 1-3-2027 | 1-5-2027
        """,
        """
        Lokaal inrichten | 1-2-27 | 1-4-27
        Docent werven | 1-3-27 | 1-5-27
        """,
        told=("‘Product eigenaar’ is niet overgenomen", "‘Resultaat voor wie’ is niet overgenomen"),
    ),
    made(
        "Fasen in blauw over de hele rij boven groene balken",
        """
        Taak | Wie | jan 2027 | feb 2027 | mrt 2027 | apr 2027
        Voorbereiding{blauw}{*} | {blauw} | {blauw} | {blauw} | {blauw} | {blauw}
        Sloop | Jan | {groen} | | |
        Bouw | Piet | | {groen} | {groen} |
        Uitvoering{blauw}{*} | {blauw} | {blauw} | {blauw} | {blauw} | {blauw}
        Verf | Jan | | | {groen} | {groen}
        """,
        """
        Sloop | 1-1-27 | 31-1-27 | | | Voorbereiding
        Bouw | 1-2-27 | 31-3-27 | | | Voorbereiding
        Verf | 1-3-27 | 30-4-27 | | | Uitvoering
        """,
        told=("2 kopjes zijn geen mijlpaal",),
    ),
    made(
        "Fasen in een kleur die de laatste maand overslaat",
        """
        Taak | jan 2027 | feb 2027 | mrt 2027 | apr 2027 | mei 2027 | jun 2027
        Voorbereiding{blauw} | {blauw} | {blauw} | {blauw} | {blauw} | {blauw} |
        Sloop | {groen} | | | | |
        Bouw | | {groen} | {groen} | | |
        Uitvoering{blauw} | {blauw} | {blauw} | {blauw} | {blauw} | {blauw} |
        Verf | | | {groen} | {groen} | |
        """,
        """
        Sloop | 1-1-27 | 31-1-27 | | | Voorbereiding
        Bouw | 1-2-27 | 31-3-27 | | | Voorbereiding
        Verf | 1-3-27 | 30-4-27 | | | Uitvoering
        """,
        answers={"kleur:rgb:ff4472c4": "geen", "kleur:rgb:ff00b050": "balk"},
        told=("2 kopjes zijn geen mijlpaal",),
    ),
    made(
        "Om de andere rij een kleur is geen kopje",
        """
        Taak | jan 2027 | feb 2027 | mrt 2027 | apr 2027
        Sloop{band} | {groen} | {band} | {band} | {band}
        Bouw | | {groen} | {groen} |
        Nazorg{band} | {band} | {band} | {band} | {band}
        Verf | | | {groen} | {groen}
        """,
        """
        Sloop | 1-1-27 | 31-1-27
        Bouw | 1-2-27 | 31-3-27
        Nazorg | |
        Verf | 1-3-27 | 30-4-27
        """,
        answers={"naamalleen": "mijlpaal"},
    ),
    made(
        "Een nieuwe deadline die niet van toepassing is",
        """
        Actie | Deadline | Nieuwe deadline
        Lokaal inrichten | 1-2-2027 | 1-4-2027
        Docent werven | 1-3-2027 | n.v.t.
        Folder maken | 1-5-2027 | ongewijzigd
        Bedrijven bellen | 1-6-2027 |
        """,
        """
        Lokaal inrichten | | 1-4-27
        Docent werven | | 1-3-27
        Folder maken | | 1-5-27
        Bedrijven bellen | | 1-6-27
        """,
        told=("waar die leeg, ‘n.v.t.’ of ‘ongewijzigd’ is ‘Deadline’ (3 rijen)",),
    ),
    made(
        "Een uiterste datum naast een begin",
        """
        Mijlpaal | Startdatum | Uiterste datum | Bespreken op
        Lokaal inrichten | 1-2-2027 | 1-4-2027 | 10-4-2027
        Docent werven | 1-3-2027 | 1-5-2027 | 10-5-2027
        """,
        """
        Lokaal inrichten | 1-2-27 | 1-4-27
        Docent werven | 1-3-27 | 1-5-27
        """,
    ),
    made(
        "Stoplichten van twee maanden",
        """
        Mijlpaal | Einddatum | Stoplicht sept | Stoplicht nov
        Lab openen | 1-9-2027 | groen | oranje
        Bus rijdt | 1-6-2027 | rood | groen
        """,
        """
        Lab openen | | 1-9-27 | oranje
        Bus rijdt | | 1-6-27 | groen
        """,
        answers={"kolom:stoplicht": "D"},
    ),
    *(
        made(
            f"Een kop {mark} boven hetzelfde teken",
            f"""
            {mark} | Taak | Datum
            {mark} | Verzekering regelen | 15-1-2027
            {mark} | Bus huren | 5-2-2027
            | Lunch bestellen | 12-3-2027
            {mark} | Dankmail versturen | 19-3-2027
            """,
            """
            Verzekering regelen | | 15-1-27
            Bus huren | | 5-2-27
            Lunch bestellen | | 12-3-27
            Dankmail versturen | | 19-3-27
            """,
        )
        for mark in ("✓", "x", "!", "Opdracht")
    ),
)
