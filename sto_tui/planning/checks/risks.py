"""Risks: what may go wrong, and what is done about it."""

from collections.abc import Iterable
from datetime import date

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.plan import Chapter, Risk
from sto_tui.places import Place
from sto_tui.planning.checks.empty_field import filled, there
from sto_tui.planning.checks.finding import Level, Points, check, check_each


@check(Level.ONTBREEKT, Place.PLAN, Chapter.RISICOS, in_paper=True)
def no_risks(dossier: Dossier, today: date) -> Points:
    """A plan that names no risks.

    Source: opbouw van het concept, risico’s met een maatregel.
    """
    yield there(dossier, "risks", "de risico’s")


def numbered_risks(dossier: Dossier) -> Iterable[tuple[int, Risk]]:
    """All risks with the number that the paper gives them."""
    return enumerate(dossier.of(Risk).values(), 1)


@check_each(numbered_risks, Level.ONTBREEKT, Place.PLAN, Chapter.RISICOS, in_paper=True)
def risk_without_measure(dossier: Dossier, numbered: tuple[int, Risk]) -> Points:
    """A risk about which nothing is done.

    Source: opbouw van het concept, risico’s met een maatregel.
    """
    number, risk = numbered
    yield filled(risk, "measure", f"maatregel bij risico {number}")
