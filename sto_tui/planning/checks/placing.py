"""One check over several tables, registered once for each place where those tables are shown."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date

from sto_tui.domain.dossier import Dossier
from sto_tui.places import PLACE_OF_TABLE, PLACES
from sto_tui.planning.checks.finding import Certainty, Found, Level, rule

Tables = tuple[str, ...]
TablesCheck = Callable[[Dossier, date, Tables], Found]
_WORDS = {place.number: place.word for place in PLACES}


def rule_per_place(
    level: Level, tables: Iterable[str], certainty: Certainty = Certainty.BEVESTIGD
) -> Callable[[TablesCheck], TablesCheck]:
    """Registers a check for each place that shows some of `tables`; the name of the place ends the rule's name."""
    by_place: dict[int, list[str]] = defaultdict(list)
    for table in tables:
        by_place[PLACE_OF_TABLE[table]].append(table)

    def register(check: TablesCheck) -> TablesCheck:
        for place in sorted(by_place):
            _register(check, tuple(by_place[place]), place)
        return check

    def _register(check: TablesCheck, here: Tables, place: int) -> None:
        def check_here(dossier: Dossier, today: date) -> Found:
            return check(dossier, today, here)

        check_here.__name__ = f"{check.__name__}_{_WORDS[place]}"
        check_here.__doc__ = check.__doc__
        rule(level, place, certainty)(check_here)

    return register
