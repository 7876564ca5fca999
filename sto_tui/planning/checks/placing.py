"""One check over several tables, registered once for each place where those tables are shown."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.tables import TABLES
from sto_tui.places import Place
from sto_tui.planning.checks.finding import Certainty, Found, Level, rule

Tables = tuple[str, ...]
TablesCheck = Callable[[Dossier, date, Tables], Found]


def rule_per_place(
    level: Level, tables: Iterable[str], certainty: Certainty = Certainty.BEVESTIGD
) -> Callable[[TablesCheck], TablesCheck]:
    """Registers a check for each place that shows some of `tables`; the name of the place ends the rule's name."""
    by_place: dict[Place, list[str]] = defaultdict(list)
    for table in tables:
        by_place[TABLES[table].place].append(table)

    def register(check: TablesCheck) -> TablesCheck:
        for place, here in by_place.items():
            _register(check, tuple(here), place)
        return check

    def _register(check: TablesCheck, here: Tables, place: Place) -> None:
        def check_here(dossier: Dossier, today: date) -> Found:
            return check(dossier, today, here)

        check_here.__name__ = f"{check.__name__}_{place.word}"
        check_here.__doc__ = check.__doc__
        rule(level, place, certainty)(check_here)

    return register
