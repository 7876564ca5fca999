"""A party that stopped, wherever the plan still counts on it."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.level_words import word_of_table
from sto_tui.domain.money import CofinancingStatus
from sto_tui.domain.parties import Party
from sto_tui.domain.record import Ref
from sto_tui.places import Place
from sto_tui.planning.checks.finding import Found, Level, Points, check
from sto_tui.planning.checks.per_place import check_per_place
from sto_tui.planning.money.booked_until import booked_until
from sto_tui.planning.paper_outline import ANNEXES
from sto_tui.planning.parties.uses import USES
from sto_tui.planning.plan_status import plan_is_over


def _contribution(dossier: Dossier, line: Any) -> str:
    name = f" ‘{line.title}’" if line.title else ""
    counted = "" if line.status is CofinancingStatus.BEOOGD else " en niet meetelt voor het minimum"
    return f"heeft nog de bijdrage{name} ({line.year}), die {line.status.label} is{counted}. Zoek een andere."


def _row(dossier: Dossier, row: Ref) -> str:
    """`mijlpaal 1.3a`."""
    number = getattr(dossier.get(row), "number", "") or dossier.caption(row)
    return f"{word_of_table(dossier.region, row.table).singular} {number}"


_CLAUSES: Mapping[str, Callable[[Dossier, Any], str]] = {
    "themes": lambda dossier, theme: f"is nog trekker van {_row(dossier, ref_of(theme))}. Kies een andere trekker.",
    "speerpunten": lambda dossier, speerpunt: (
        f"staat nog bij de partners van {_row(dossier, ref_of(speerpunt))}. Haal de partij daar weg."
    ),
    "bodies": lambda dossier, body: f"staat nog bij de leden van ‘{body.name}’. Haal de partij daar weg.",
    "cofinancing": _contribution,
    "veri": lambda dossier, role: (
        f"heeft nog rol {role.code.value} bij {_row(dossier, role.row)}. Geef die rol aan een ander."
    ),
}
"""What the sentence says that a party still is or does, with what to do about it."""


def _stopped_before_the_end(dossier: Dossier) -> set[int]:
    """The parties that stopped; who took part until a plan period had ended is part of how that period was."""
    plan = dossier.current_period
    return {number for number, party in dossier.of(Party).items() if not party.takes_part_to_the_end(plan)}


def _asked_when(dossier: Dossier, party: Party, today: date) -> str:
    """Of a plan that is over only the day on which a party stopped tells whether it was part of it to the end."""
    plan = dossier.current_period
    if plan is None or party.as_of(plan).stopped_on or not plan_is_over(dossier, today):
        return ""
    return f" Stopte die partij na {dutch.long_date(plan.end)}? Vul dan in op welke dag."


@check_per_place(Level.WAARSCHUWING, USES)
def stopped_party(dossier: Dossier, today: date, tables: tuple[str, ...]) -> Points:
    """A party that stopped, and that still has a role, a partnership, a seat, a lead or money to bring in.

    Source: opbouw van het dossier, wie gestopt is doet niet meer mee.
    """
    stopped = _stopped_before_the_end(dossier)
    if plan_is_over(dossier, today):
        # Who stopped in it is how it was, and nobody can take over any more; only a day can still be asked for.
        parties, plan = dossier.of(Party), dossier.current_period
        stopped = {number for number in stopped if parties[number].as_of(plan).stopped_on is None}
    if not stopped:
        return
    stands = booked_until(dossier, today)
    for table in tables:
        for ref, party in USES[table](stands):
            if party in stopped:
                who, clause = dossier.of(Party)[party], _CLAUSES[table](dossier, dossier.get(ref))
                asked = _asked_when(dossier, who, today)
                yield Found(ref, f"{dutch.capital(who.name)} is gestopt, maar {clause}{asked}")


@check(Level.WAARSCHUWING, Place.PLAN, ANNEXES)
def back_on_no_day(dossier: Dossier, today: date) -> Points:
    """A party that stopped and takes part again, of which nobody knows since when: a plan between cannot tell it.

    Source: opbouw van het dossier, wie gestopt is doet niet meer mee.
    """
    for party in dossier.of(Party).values():
        for gap in party.absences:
            if gap.back_on is None:
                yield Found(
                    ref_of(party, "absences"),
                    f"{dutch.capital(party.name)} stopte op {dutch.long_date(gap.stopped_on)} en doet weer mee; sinds "
                    "welke dag staat er niet. Vul die in bij ‘Eerder gestopt’.",
                )
