"""Days of what has happened, in whatever table they stand: they cannot lie ahead."""

from collections.abc import Mapping, Sequence
from datetime import date
from operator import attrgetter

from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.dutch import capital, long_date
from sto_tui.domain.level_words import word_of_table
from sto_tui.domain.record import FieldSpec, Record, fields_of
from sto_tui.domain.tables import TABLES
from sto_tui.domain.text import shortened
from sto_tui.planning.checks.finding import Found, Level, Points
from sto_tui.planning.checks.per_place import check_per_place
from sto_tui.planning.checks.progress import MOST_APART

# These have a check of their own, that knows what else may be wrong; and a party may say beforehand when it stops.
_TOLD_ELSEWHERE = {
    "progress.date",
    "milestones.done_on",
    "periods.adopted_on",
    "payments.date",
    "realised.date",
    "parties.stopped_on",
}


def _past_days() -> Mapping[str, Sequence[FieldSpec]]:
    """Per table its fields that hold the day of something that is done."""
    of_table = {
        table: [
            spec
            for spec in fields_of(TABLES[table].model).values()
            if spec.happened and not spec.hidden and f"{table}.{spec.name}" not in _TOLD_ELSEWHERE
        ]
        for table in TABLES
    }
    return {table: specs for table, specs in of_table.items() if specs}


_PAST_DAYS = _past_days()


@check_per_place(Level.WAARSCHUWING, _PAST_DAYS)
def day_still_to_come(dossier: Dossier, today: date, tables: tuple[str, ...]) -> Points:
    """The day of something that is done, while that day is still to come.

    Source: opbouw van het dossier, een dag van iets dat is gebeurd ligt niet in de toekomst.
    """
    for table in tables:
        for spec in _PAST_DAYS[table]:
            day_of = attrgetter(spec.name)
            ahead = [record for record in dossier.ordered(table).values() if (day := day_of(record)) and day > today]
            yield from _told(dossier, table, spec, ahead)


def _told(dossier: Dossier, table: str, spec: FieldSpec, ahead: Sequence[Record]) -> Points:
    """Each of them, or all at once when they are so many that they are one mistake."""
    word = word_of_table(dossier.region, table)
    apart = len(ahead) <= MOST_APART
    for record in ahead if apart else ahead[:1]:
        ref = ref_of(record, spec.name)
        called, day = shortened(dossier.caption(ref.at(None)), 60), long_date(getattr(record, spec.name))
        if apart:
            what = f"{capital(word.singular)} ‘{called}’ heeft bij ‘{spec.label}’ {day}, en die dag moet nog komen."
            yield Found(ref, f"{what} Verbeter de dag.")
        else:
            what = f"{len(ahead)} {word.plural} hebben bij ‘{spec.label}’ een dag die nog moet komen"
            yield Found(ref, f"{what}, zoals ‘{called}’: {day}. Verbeter de dagen.")
