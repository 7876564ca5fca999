"""Whether two dossiers print the same plan of a period: what a reader of that plan does not see, changes no plan.

Where it is not sure that a difference is one of the plan, it is none: a plan that nobody touched is never called
changed. What may have changed before it went along to another plan, or there, is not known.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from typing import Any

from sto_tui.domain.dossier import Dossier, Tables, targets_of
from sto_tui.domain.money import Cofinancing, CofinancingStatus
from sto_tui.domain.parties import Body, Party
from sto_tui.domain.record import FieldSpec, Part, Record, fields_of
from sto_tui.domain.region import PlanPeriod
from sto_tui.frozen import frozen
from sto_tui.planning.money.subsidy import most_subsidy
from sto_tui.planning.parties_of_plan import bodies_of_plan, parties_of_plan, seats_of_plan
from sto_tui.planning.plan_status import SinceHandedIn
from sto_tui.planning.statements import STATEMENTS, statement

_DONE_WITH_IT = frozenset(
    (
        *("submissions", "reasons", "progress", "payments", "realised"),
        *("deadlines", "free_days", "set_aside", "support", "sessions", "questions", "actions", "resolutions"),
    )
)
"""The tables of what is done with a plan."""
_LEFT_OUT: Mapping[str, Collection[str]] = {
    # Whom to ask, the number that DUS-I gave, whose holidays count; vision, ambition and subsidy are compared apart.
    "region": ("contact", "dusi_number", "holiday_region", "subsidy_max", *STATEMENTS),
    # How far the plan is, and whether it is at hand.
    "periods": (
        *("current", "version", "plan_date", "plan_status", "adopted_by", "adopted_on", "granted_on"),
        *("subsidy", *STATEMENTS),
    ),
    # How firm it is, whom to ask, and where it stands; whether it stopped before the end is compared apart.
    "parties": ("status", "agreed_on", "stopped_on", "absences", "contact", "veri_order", "veri_hidden"),
    # Where it stands; the seats of this plan are compared apart.
    "bodies": ("members", "veri_order", "veri_hidden"),
    # What became of it.
    "goals": ("reached", "reached_year", "outcome", "why", "still_ambition", "reformulated_as"),
    # How it stands, and whether it was talked through.
    "milestones": ("light", "done_on", "derived"),
    "veri": ("derived",),
    # What was granted, and what proves it.
    "budget": ("granted",),
    "cofinancing": ("evidence",),
    "equipment": ("evidence",),
    # Where it stands.
    "texts": ("order",),
    "vision": ("order",),
}
"""The fields that are printed, and are no part of what a plan says."""
_GOES_ALONG = ("communication", "training")
"""Of these a record of no period goes to the next plan as that begins; of the others it stays, by `next_period`."""
_LENS = ("period", "periods")
"""The fields by which a record is of a plan: the one of another is not seen in it."""


@frozen
class _Plan:
    """What a dossier prints of one period, by table."""

    seen: Dossier
    tables: Tables

    def record(self, table: str, number: int) -> Record | None:
        """One of the plan."""
        return self.tables.get(table, self.seen.tables[table]).get(number)

    @property
    def is_at_hand(self) -> bool:
        """Whether it holds what belongs to no period."""
        at_hand = self.seen.whole.period_at_hand
        return at_hand is not None and at_hand == self.seen.current_period

    def going_along(self, table: str) -> Counter[Any]:
        """What is printed in the plan at hand of the records of no period, whichever that plan is."""
        records = self.seen.whole.tables[table].values()
        return Counter(self.printed(record, table) for record in records if not self.seen.periods_of(table, record))

    def printed(self, record: Record, table: str) -> tuple[Any, ...]:
        """What is printed of a record."""
        left_out = (*_LENS, *_LEFT_OUT.get(table, ()))
        told = [
            self._value(spec, getattr(record, name))
            for name, spec in fields_of(type(record)).items()
            if spec.printed and name not in left_out
        ]
        if isinstance(record, Party):
            told.append(record.takes_part_to_the_end(self.seen.current_period))
        if isinstance(record, Body):
            seats = seats_of_plan(self.seen, record)
            told.append(self._value(fields_of(Body)["members"], seats))
        return tuple(told)

    def _value(self, spec: FieldSpec, value: Any) -> Any:
        """In lists the order is left out, of texts the blanks, and of references those to records of another plan."""
        if spec.tables:
            targets = targets_of(spec, value)
            return tuple(sorted(target for target in targets if self.record(target.table, target.id)))
        if isinstance(value, str) and spec.kind in ("line", "text"):
            return " ".join(value.split())
        if not spec.many:
            return value
        return tuple(sorted((self._part(one) if isinstance(one, Part) else one for one in value), key=repr))

    def _part(self, part: Part) -> tuple[Any, ...]:
        return tuple(
            self._value(spec, getattr(part, name)) for name, spec in fields_of(type(part)).items() if spec.printed
        )


def since_then(before: Dossier, now: Dossier, period: int) -> SinceHandedIn:
    """Whether the plan of a period, which both know, is printed the same.

    Of what went along to another plan nobody can tell whether it was changed before that or there.
    """
    was, becomes = _plan(before, period), _plan(now, period)
    is_same = (
        _is_same_subsidy(was.seen, becomes.seen)
        and _statements(was.seen) == _statements(becomes.seen)
        and all(_is_same_table(was, becomes, table) for table in was.tables)
    )
    if not is_same:
        return SinceHandedIn.CHANGED
    if was.is_at_hand != becomes.is_at_hand and any(
        was.going_along(table) != becomes.going_along(table) for table in _GOES_ALONG
    ):
        return SinceHandedIn.UNKNOWN
    return SinceHandedIn.SAME


def _plan(dossier: Dossier, period: int) -> _Plan:
    seen = dossier.seen_in(period, as_plan=True)
    of_plan: Tables = {
        "periods": {period: seen.of(PlanPeriod)[period]},
        "parties": {party.id: party for party in parties_of_plan(seen)},
        "bodies": {body.id: body for body in bodies_of_plan(seen)},
    }
    tables = {table: records for table, records in seen.tables.items() if table not in _DONE_WITH_IT}
    return _Plan(seen, {**tables, **of_plan})


def _is_same_table(was: _Plan, becomes: _Plan, table: str) -> bool:
    """Whatever their numbers: a role that was taken away and given again has another one."""
    printed: tuple[Counter[Any], Counter[Any]] = Counter(), Counter()
    for number in {**was.tables[table], **becomes.tables[table]}:
        before, now = was.record(table, number), becomes.record(table, number)
        if table in _GOES_ALONG and (
            _went_along(was, becomes, table, number) or _went_along(becomes, was, table, number)
        ):
            continue
        records = [before, _as_planned(before, now)]
        # Nearly all of them are the same in everything: of thousands that is quickly seen.
        if None not in records and vars(records[0]) == vars(records[1]):
            continue
        for plan, record, told in zip((was, becomes), records, printed, strict=True):
            if record:
                told[plan.printed(record, table)] += 1
    return printed[0] == printed[1]


def _went_along(plan: _Plan, other: _Plan, table: str, number: int) -> bool:
    """Whether a record of no period left a plan as another came at hand."""
    record = plan.record(table, number)
    if record is None or other.record(table, number) is not None or other.is_at_hand:
        return False
    return not plan.seen.periods_of(table, record)


def _as_planned(before: Record | None, now: Record | None) -> Record | None:
    """How firm a contribution is belongs to the plan; that it came is no change of it, as in `money_differences`."""
    if isinstance(before, Cofinancing) and isinstance(now, Cofinancing):
        has_come = now.status is CofinancingStatus.GEREALISEERD
        return now.model_copy(update={"status": before.status}) if has_come else now
    return now


def _statements(seen: Dossier) -> list[str]:
    """Vision and ambition, of the region or of the period itself: beginning the next period moves them."""
    return [" ".join(statement(seen, name).text.split()) for name in STATEMENTS]


def _is_same_subsidy(was: Dossier, becomes: Dossier) -> bool:
    """What there is for the plan; the maximum of the region too, as long as that is of the regulation of this plan."""
    most = [most_subsidy(side) for side in (was, becomes)]
    own = [side.current_period.subsidy if side.current_period else None for side in (was, becomes)]
    is_same_most = most[0] == most[1] or not all(most)
    return is_same_most and (own[0] or most[0]) == (own[1] or most[1])
