"""Plan periods: what belongs to none of them, and periods that cannot stand beside each other."""

from datetime import date

from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.plan import Chapter
from sto_tui.domain.record import Record
from sto_tui.domain.region import PlanPeriod
from sto_tui.domain.tables import TABLES
from sto_tui.places import Place
from sto_tui.planning.checks.finding import Found, Level, Points, check
from sto_tui.planning.checks.per_place import check_per_place
from sto_tui.planning.plan_periods import trouble_with

MOST_APART = 3
_FIELDS = {
    "goals": "periods",
    "themes": "periods",
    "milestones": "speerpunt",
    "texts": "period",
    "vision": "period",
    "sessions": "period",
    "decisions": "period",
}


@check_per_place(Level.WAARSCHUWING, _FIELDS)
def of_no_period(dossier: Dossier, today: date, tables: tuple[str, ...]) -> Points:
    """What belongs to no plan period, in a dossier of several: it is shown with the plan at hand. Money: by its year.

    Source: Tips en tools, paragraaf 6, per planperiode een eigen plan.
    """
    if len(dossier.of(PlanPeriod)) < 2:
        return
    for table in tables:
        loose = [record for record in dossier.ordered(table).values() if not dossier.periods_of(table, record)]
        if len(loose) > MOST_APART:
            words = dutch.count(len(loose), TABLES[table].singular, TABLES[table].plural)
            yield _found(table, loose[0], f"{dutch.capital(words)} horen bij geen planperiode, zoals", dossier)
        else:
            for record in loose:
                yield _found(table, record, "Bij geen planperiode hoort", dossier)


def _found(table: str, record: Record, begin: str, dossier: Dossier) -> Found:
    choose = "Kies een speerpunt of thema, of vul de dagen in" if table == "milestones" else "Kies er een"
    return Found(ref_of(record, _FIELDS[table]), f"{begin} {dossier.name(ref_of(record))}. {choose}.")


@check(Level.WAARSCHUWING, Place.OVERZICHT, Chapter.INLEIDING)
def periods_do_not_fit(dossier: Dossier, today: date) -> Points:
    """A plan period that ends before it begins, lasts too long, or overlaps another one.

    Source: subsidieregeling 2025-2028, plannen van twee jaar binnen één plan op hoofdlijnen.
    """
    for period in dossier.of(PlanPeriod).values():
        others = [other for other in dossier.of(PlanPeriod).values() if other.id < period.id]
        if trouble := trouble_with(period, others):
            yield Found(ref_of(period, trouble.field), trouble.sentence)
