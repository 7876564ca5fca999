"""The eight places of the app, by number and name."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """A place: its number on the keyboard, its name on screen, and its name on the command line."""

    number: int
    name: str
    word: str
    short: str = ""


PLACES = (
    Place(1, "Overzicht", "overzicht"),
    Place(2, "Evaluatie", "evaluatie"),
    Place(3, "Regiovisie", "regiovisie", "Visie"),
    Place(4, "Plan", "plan"),
    Place(5, "Mijlpalen", "mijlpalen"),
    Place(6, "VERI", "veri"),
    Place(7, "Voortgang", "voortgang"),
    Place(8, "Concept", "concept"),
)
BY_WORD = {place.word: place for place in PLACES}

# Where a record of a table is shown.
PLACE_OF_TABLE = {
    **dict.fromkeys(("region", "periods", "deadlines"), 1),
    **dict.fromkeys(("questions", "answers", "scores", "sessions", "decisions", "actions"), 2),
    **dict.fromkeys(("vision", "indicators"), 3),
    **dict.fromkeys(
        ("goals", "themes", "speerpunten", "parties", "bodies", "risks", "budget", "cofinancing", "support"), 4
    ),
    "milestones": 5,
    "veri": 6,
    "progress": 7,
    "texts": 8,
}
