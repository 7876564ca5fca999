"""The budget of the Almere plan: lines without amounts, and contributions that are only intended."""

from almere_parties import PARTIES, PARTY_IDS

from sto_tui.domain.money import BudgetLine, Cofinancing, CofinancingStatus, CostKind

YEARS = (2020, 2021, 2022, 2023)
THEME_NAMES = (
    "Versterken loopbaanoriëntatie",
    "Basis op orde",
    "Onderwijsinnovatie",
    "Professionalisering",
    "Samenwerken in de keten",
)
INNOVATION = 3
PROFESSIONAL = 4
FIRST_OF_THEME_3 = 12  # id of speerpunt 3.1; the schools stand in the order of 3.1-3.6
SCHOOLS = [party.name for party in PARTIES[:6]]

IN_EXCEL = "Het bedrag staat in het Excel-bestand bij de aanvraag, op het tabblad van dit thema."
NOTHING_IN_2020 = "Voor 2020 zijn bij dit thema geen activiteiten gepland. " + IN_EXCEL
NO_AMOUNT_YET = (
    "Nog geen bedrag: eerst komen de plannen en de keuzes over de inrichting, meestal in 2020. Daarna is pas bekend "
    "welke middelen en voorzieningen nodig zijn."
)


def _of_themes() -> list[BudgetLine]:
    return [
        BudgetLine(
            title=f"Projectkosten thema {theme}: {name}",
            theme=theme,
            year=year,
            cost_kind=CostKind.SCHOLING if theme == PROFESSIONAL else CostKind.OVERIG,
            note=NOTHING_IN_2020 if theme == INNOVATION and year == YEARS[0] else IN_EXCEL,
        )
        for theme, name in enumerate(THEME_NAMES, 1)
        for year in YEARS
    ]


def _environment(name: str, theme: int, year: int, speerpunt: int | None = None) -> BudgetLine:
    return BudgetLine(
        title=name,
        theme=theme,
        speerpunt=speerpunt,
        year=year,
        cost_kind=CostKind.MATERIEEL,
        note=NO_AMOUNT_YET,
    )


def _of_environments() -> list[BudgetLine]:
    """Per school a discoverylab (2020), a skillslab (by 2023) and an innovationlab or leerbedrijf (2021)."""
    return [
        line
        for place, school in enumerate(SCHOOLS)
        for line in (
            _environment(f"Discoverylab {school}", 1, 2020, 1),
            _environment(f"Skillslab {school}", 2, 2023),
            _environment(f"Innovationlab of leerbedrijf {school}", INNOVATION, 2021, FIRST_OF_THEME_3 + place),
        )
    ]


BUDGET = (*_of_themes(), *_of_environments())

COFINANCING = tuple(
    Cofinancing(
        party=PARTY_IDS["BED"],
        title=f"Bijdrage van bedrijven aan thema {theme}: {name}",
        theme=theme,
        year=year,
        status=CofinancingStatus.BEOOGD,
        evidence="Nog niet toegezegd of getekend; de schatting staat in het Excel-bestand bij de aanvraag.",
    )
    for theme, name in enumerate(THEME_NAMES, 1)
    for year in YEARS
    if (theme, year) != (INNOVATION, YEARS[0])
)
