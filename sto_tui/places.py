"""The eight places of the app, by number and name."""

from enum import Enum


class Place(Enum):
    """A place: its number on the keyboard, its name on screen, its word on the command line, and a short one."""

    OVERZICHT = (1, "Overzicht", "overzicht")
    EVALUATIE = (2, "Evaluatie", "evaluatie")
    REGIOVISIE = (3, "Regiovisie", "regiovisie", "Visie")
    PLAN = (4, "Plan", "plan")
    MIJLPALEN = (5, "Mijlpalen", "mijlpalen")
    VERI = (6, "VERI", "veri")
    VOORTGANG = (7, "Voortgang", "voortgang")
    CONCEPT = (8, "Concept", "concept")

    def __init__(self, number: int, title: str, word: str, short: str = "") -> None:
        self.number = number
        self.title = title
        self.word = word
        self.short = short

    @property
    def key(self) -> str:
        """The key that goes there."""
        return str(self.number)

    @property
    def numbered(self) -> str:
        """`4 Plan`."""
        return f"{self.number} {self.title}"


BY_WORD = {place.word: place for place in Place}
