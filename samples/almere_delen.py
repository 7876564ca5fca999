"""What the plan says of communication (paragraaf 5) and of scholing (thema 4); six schools, days counted per school."""

from datetime import date

from sto_tui.domain.communication import Communication
from sto_tui.domain.learning import Training

COMMUNICATION = (
    Communication(
        audience="Alle partijen in de keten",
        message="Welke stappen er komen, hoe de voortgang is en hoe successen en resultaten worden gevierd.",
        means="Communicatieplan",
        owner="algemeen projectleider, met de zes vmbo-scholen",
    ),
)


def training(speerpunten: dict[str, int]) -> tuple[Training, ...]:
    """The scholing of 2020 that the plan gives days for: six schools times people times days."""
    year = date(2020, 12, 31)
    return (
        Training(
            who="Twee techniekdocenten van elke school",
            what="Bedrijfsstage van ten minste een week",
            date=year,
            days=60,
            speerpunt=speerpunten["4.1"],
        ),
        Training(
            who="Een leidinggevende van elke school",
            what="Stage bij een bedrijf, drie dagen",
            date=year,
            days=18,
            speerpunt=speerpunten["4.2"],
        ),
        Training(
            who="Twee techniekdocenten van elke school",
            what="Vakinhoudelijke scholing, twee dagen",
            date=year,
            days=24,
            speerpunt=speerpunten["4.4"],
        ),
    )
