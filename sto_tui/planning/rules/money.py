"""Budget and cofinancing: amounts, explanations, and what the subsidy can carry."""

from collections.abc import Iterator
from datetime import date

from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.money import CofinancingStatus
from sto_tui.domain.record import Ref
from sto_tui.planning.findings import Level, rule


def _first_without_amount(quantity: float | None) -> str:
    return "quantity" if quantity is None else "price"


@rule(Level.WAARSCHUWING, 4)
def budget_without_amounts(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """A budget in which no line has an amount yet.

    Source: formats voor de begroting, elke post is prijs maal aantal.
    """
    lines = list(dossier.budget.values())
    if lines and all(line.total is None for line in lines):
        how_many = dutch.count(len(lines), "regel", "regels")
        yield (
            ref_of(lines[0], _first_without_amount(lines[0].quantity)),
            f"De begroting heeft nog geen enkel bedrag ({how_many}). Vul per regel aantal en prijs in.",
        )


@rule(Level.WAARSCHUWING, 4)
def budget_line_without_amount(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """A line without quantity or price, in a budget that has amounts.

    Source: formats voor de begroting, elke post is prijs maal aantal.
    """
    lines = list(dossier.budget.values())
    if all(line.total is None for line in lines):
        return
    for line in lines:
        if line.total is None:
            yield (
                ref_of(line, _first_without_amount(line.quantity)),
                f"Begrotingsregel ‘{line.title}’ ({line.year}) heeft geen bedrag. Vul aantal en prijs in.",
            )


@rule(Level.TIP, 4)
def budget_lines_without_note(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """Lines that do not say what the money is for; counted in one finding.

    Source: formats voor de begroting, elke post heeft een toelichting.
    """
    bare = [line for line in dossier.budget.values() if not line.note]
    if bare:
        have = f"{dutch.count(len(bare), 'begrotingsregel heeft', 'begrotingsregels hebben')} geen toelichting"
        yield ref_of(bare[0], "note"), f"{have}. Begin bij ‘{bare[0].title}’ ({bare[0].year})."


@rule(Level.WAARSCHUWING, 4)
def budget_over_subsidy(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """A budget larger than the subsidy and the contributions together.

    Source: regeling 2025-2028, bijlage 3, maximale subsidie per regio.
    """
    most = dossier.region.subsidy_max
    if most is None:
        return
    asked = sum(line.total or 0 for line in dossier.budget.values())
    given = sum(line.total or 0 for line in dossier.cofinancing.values())
    if asked > most + given:
        yield (
            ref_of(dossier.region, "subsidy_max"),
            f"De begroting is {dutch.amount(asked)}: {dutch.amount(asked - most - given)} meer dan subsidie en "
            "cofinanciering samen. Verlaag kosten of zoek meer bijdragen.",
        )


@rule(Level.WAARSCHUWING, 4)
def cofinancing_only_intended(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """Contributions of which none has been promised.

    Source: Tips en tools, paragraaf 7, samenwerking met bedrijven.
    """
    lines = list(dossier.cofinancing.values())
    if lines and all(line.status is CofinancingStatus.BEOOGD for line in lines):
        which = "De enige bijdrage aan de cofinanciering is" if len(lines) == 1 else f"Alle {len(lines)} bijdragen zijn"
        yield (
            ref_of(lines[0], "status"),
            f"{which} alleen nog beoogd. Vraag de partijen om een toezegging en leg die vast.",
        )
