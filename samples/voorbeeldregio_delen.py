"""What the voorbeeldregio tells, what its people learn, and what it takes from others."""

from datetime import date

from sto_tui.domain.communication import Communication
from sto_tui.domain.learning import Lesson, LessonKind, Training


def communication(milestones: dict[str, int]) -> tuple[Communication, ...]:
    """Two: a result that is celebrated, and a message to companies."""
    return (
        Communication(
            audience="Ouders en leerlingen van groep 7 en 8",
            message="De acht proeflessen staan klaar: dit gaan de kinderen dit jaar maken.",
            means="Open middag op tien basisscholen",
            date=date(2027, 3, 17),
            owner="werkgroep Ontdekken",
            milestone=milestones["1.1a"],
        ),
        Communication(
            audience="Bedrijven van de Techniekkring",
            message="Wat er met de toegezegde uren is gedaan, en waar nog gastdocenten nodig zijn.",
            means="Nieuwsbrief, elk kwartaal",
            date=date(2027, 7, 2),
            owner="Techniekkring Veenderwaard",
        ),
    )


def training(speerpunten: dict[str, int]) -> tuple[Training, ...]:
    """Two lines, in two years."""
    return (
        Training(
            who="Twaalf techniekdocenten",
            what="Slimme productie in het lab, twee dagen",
            date=date(2027, 11, 30),
            days=24,
            speerpunt=speerpunten["4.3"],
        ),
        Training(
            who="Vijf leidinggevenden",
            what="Meelopen bij een bedrijf, een halve dag",
            date=date(2028, 4, 30),
            days=2.5,
            speerpunt=speerpunten["4.2"],
        ),
    )


def lessons(speerpunten: dict[str, int]) -> tuple[Lesson, ...]:
    """An exchange that led to something, and an aid of which nothing was taken yet."""
    return (
        Lesson(
            title="Bezoek aan een regio met een rijdend lab",
            kind=LessonKind.UITWISSELING,
            source="programmamanagers van drie regio’s",
            date=date(2026, 10, 8),
            lesson="Begin met vaste stops en een eigen chauffeur; een bus zonder rooster staat stil.",
            speerpunten=(speerpunten["3.2"],),
        ),
        Lesson(
            title="Handreiking borgen",
            kind=LessonKind.HULPMIDDEL,
            address="https://www.sterktechniekonderwijs.nl",
        ),
    )
