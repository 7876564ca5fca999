"""`2027-2028`: a plan period, with what the regulation says of it."""

from collections.abc import Sequence

from sto_tui.domain.record import fields_of
from sto_tui.planning.plan_periods import in_order, period_typed
from sto_tui.planning.quick_entry.grammar import Grammar, LinePlace, LineRead


def _read(place: LinePlace, text: str) -> LineRead:
    period = period_typed(text)
    specs = fields_of(type(period))
    return LineRead({name: getattr(period, name) for name in specs if getattr(period, name) != specs[name].default})


def _examples(place: LinePlace) -> Sequence[str]:
    last = max((period.end.year for period in in_order(place.dossier)), default=place.today.year)
    return [f"{last + 1}-{last + 2}"]


PLAN_PERIOD = Grammar(_read, _examples)
