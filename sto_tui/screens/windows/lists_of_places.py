"""The lists of the places by the names on their tabs, known before a place is drawn: the search opens at once."""

from sto_tui.frozen import frozen
from sto_tui.places import Place


@frozen
class ListOfPlace:
    """A list: which of its place, from 0, the name on its tab, and the table whose records it is of, if of one."""

    place: Place
    number: int
    title: str
    table: str = ""


_LISTS: dict[Place, tuple[tuple[str, str], ...]] = {
    Place.OVERZICHT: (
        ("Overzicht", ""),
        ("Termijnen", "deadlines"),
        ("Planperioden", "periods"),
        ("Ingediend", "submissions"),
        ("Vrije dagen", "free_days"),
        ("Opzijgezet", "set_aside"),
    ),
    Place.EVALUATIE: (
        ("Vragen", "questions"),
        ("Besluiten", "decisions"),
        ("Acties", "actions"),
        ("Bijeenkomsten", "sessions"),
        ("Scores", "scores"),
    ),
    Place.REGIOVISIE: (("Onderdelen", "vision"), ("Cijfers", "indicators")),
    Place.PLAN: (
        ("Plan", "speerpunten"),
        ("Doelen", "goals"),
        ("Partijen", "parties"),
        ("Organisatie", "bodies"),
        ("Communicatie", "communication"),
        ("Scholing", "training"),
        ("Risico’s", "risks"),
        ("Begroting", "budget"),
        ("Apparatuur", "equipment"),
        ("Cofinanciering", "cofinancing"),
        ("Leren van anderen", "lessons"),
        ("Ondersteuning", "support"),
        ("Teksten", "texts"),
    ),
    Place.VOORTGANG: (
        ("Stoplicht", ""),
        ("Logboek", "progress"),
        ("Tellingen", ""),
        ("Wijzigingen", "reasons"),
        ("Geld", ""),
        ("Uitgaven", "payments"),
        ("Gerealiseerd", "realised"),
        ("Stuurgroep", "resolutions"),
    ),
    Place.CONCEPT: (("Stukken", ""), ("Hoofdstukken", ""), ("Teksten", "texts"), ("Nog in te vullen", "")),
}
LISTS = tuple(
    ListOfPlace(place, number, title, table)
    for place, lists in _LISTS.items()
    for number, (title, table) in enumerate(lists)
)
LIST_OF_NAME = {f"{each.place.word}:lijst {each.title}": each for each in LISTS}
"""By the names under which they are kept."""
