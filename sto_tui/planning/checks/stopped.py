"""A party that stopped, wherever the plan still counts on it.

What it did stays: its answers and scores, what it has paid, and its roles in milestones that are ready.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.milestones import Milestone, Stoplicht, Veri, VeriCode
from sto_tui.domain.money import Cofinancing, CofinancingStatus
from sto_tui.domain.parties import Body, Party, PartyStatus
from sto_tui.domain.plan import Speerpunt, Theme
from sto_tui.domain.record import Ref
from sto_tui.domain.tables import TABLES
from sto_tui.planning.checks.finding import Found, Level, Points
from sto_tui.planning.checks.per_place import check_per_place
from sto_tui.planning.money.what_counts import is_withdrawn

Use = tuple[Ref, int, str]
"""Where a party stands, which party, and what the sentence says it still is or does, with what to do about it."""


def _leads(dossier: Dossier) -> Iterator[Use]:
    for theme in dossier.of(Theme).values():
        if theme.lead:
            yield (
                ref_of(theme, "lead"),
                theme.lead,
                f"is nog trekker van thema {theme.number}. Kies een andere trekker.",
            )


def _partnerships(dossier: Dossier) -> Iterator[Use]:
    for speerpunt in dossier.of(Speerpunt).values():
        for party in dict.fromkeys(partner.party for partner in speerpunt.partners if partner.party):
            clause = f"staat nog bij de partners van speerpunt {speerpunt.number}. Haal de partij daar weg."
            yield ref_of(speerpunt, "partners"), party, clause


def _memberships(dossier: Dossier) -> Iterator[Use]:
    for body in dossier.of(Body).values():
        for party in dict.fromkeys(member.party for member in body.members if member.party):
            clause = f"staat nog bij de leden van ‘{body.name}’. Haal de partij daar weg."
            yield ref_of(body, "members"), party, clause


def _contributions(dossier: Dossier) -> Iterator[Use]:
    for line in dossier.of(Cofinancing).values():
        if line.party and is_withdrawn(dossier, line):
            name = f" ‘{line.title}’" if line.title else ""
            counted = "" if line.status is CofinancingStatus.BEOOGD else " en niet meetelt voor het minimum"
            clause = f"heeft nog de bijdrage{name} ({line.year}), die {line.status.label} is{counted}. Zoek een andere."
            yield ref_of(line, "party"), line.party, clause


def _roles(dossier: Dossier) -> Iterator[Use]:
    for role in dossier.of(Veri).values():
        if role.party.table == "parties" and role.code is not VeriCode.OUT_OF_THE_LOOP and not _is_ready(dossier, role):
            clause = f"heeft nog rol {role.code.value} bij {_row(dossier, role.row)}. Geef die rol aan een ander."
            yield ref_of(role, "party"), role.party.id, clause


def _row(dossier: Dossier, row: Ref) -> str:
    """`mijlpaal 1.3a`."""
    return f"{TABLES[row.table].singular} {getattr(dossier.get(row), 'number', '') or dossier.caption(row)}"


def _is_ready(dossier: Dossier, role: Veri) -> bool:
    milestone = dossier.of(Milestone).get(role.row.id) if role.row.table == "milestones" else None
    return milestone is not None and milestone.light is Stoplicht.GEREED


USES: Mapping[str, Callable[[Dossier], Iterator[Use]]] = {
    "themes": _leads,
    "speerpunten": _partnerships,
    "bodies": _memberships,
    "cofinancing": _contributions,
    "veri": _roles,
}
"""Per table where a party has something to do. Tables that say what a party said or did are left out."""


@check_per_place(Level.WAARSCHUWING, USES)
def stopped_party(dossier: Dossier, today: date, tables: tuple[str, ...]) -> Points:
    """A party that stopped, and that still has a role, a partnership, a seat, a lead or money to bring in.

    Source: opbouw van het dossier, wie gestopt is doet niet meer mee.
    """
    stopped = {number for number, party in dossier.of(Party).items() if party.status is PartyStatus.GESTOPT}
    if not stopped:
        return
    for table in tables:
        for ref, party, clause in USES[table](dossier):
            if party in stopped:
                yield Found(ref, f"{dutch.capital(dossier.of(Party)[party].name)} is gestopt, maar {clause}")
