"""One check over several tables, registered once for each place where those tables are shown."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.tables import TABLES
from sto_tui.places import Place
from sto_tui.planning.checks.finding import Certainty, Level, Points, check
from sto_tui.planning.paper_outline import WHOLE

Tables = tuple[str, ...]
TablesCheck = Callable[[Dossier, date, Tables], Points]


def check_per_place(
    level: Level, tables: Iterable[str], certainty: Certainty = Certainty.BEVESTIGD
) -> Callable[[TablesCheck], TablesCheck]:
    """Registers a check for each place that shows some of `tables`; the name of the place ends the check's name."""
    by_place: dict[Place, list[str]] = defaultdict(list)
    for table in tables:
        by_place[TABLES[table].place].append(table)

    def register(look: TablesCheck) -> TablesCheck:
        for place, here in by_place.items():
            _register(look, tuple(here), place)
        return look

    def _register(look: TablesCheck, here: Tables, place: Place) -> None:
        def look_here(dossier: Dossier, today: date) -> Points:
            return look(dossier, today, here)

        look_here.__name__ = f"{look.__name__}_{place.word}"
        look_here.__doc__, look_here.__module__ = look.__doc__, look.__module__
        check(level, place, WHOLE, certainty)(look_here)

    return register
