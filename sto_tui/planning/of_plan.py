"""What belongs to the plan of the lens, also of the tables that are of every period; and of which plan the rest is."""

from collections.abc import Mapping
from datetime import date

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import enumerate_words
from sto_tui.domain.handed_in import ChangeReason, Submission
from sto_tui.domain.record import Record, Ref
from sto_tui.domain.resolution_numbers import day_of
from sto_tui.planning.parties_of_plan import bodies_of_plan, parties_of_plan
from sto_tui.planning.plan_periods import in_turn
from sto_tui.planning.resolutions import by_plan, undated


def records_of_plan(dossier: Dossier, table: str, today: date) -> Mapping[int, Record]:
    """The records of a table that are of the plan, in the order in which people expect them."""
    own = _of_every_period(dossier, table, today)
    return {number: one for number, one in dossier.ordered(table).items() if own is None or number in own}


def of_other_plan(dossier: Dossier, ref: Ref, today: date) -> str:
    """` (2025-2026)` after the name of a decision of the stuurgroep of another plan; else empty."""
    if ref.table != "resolutions" or ref.id in {one.id for one in by_plan(dossier, today)[0]}:
        return ""
    whole = dossier.whole
    plans = [plan for plan in in_turn(dossier) if _is_of(whole.seen_in(plan.id), ref.id, today)]
    return f" ({enumerate_words([plan.label for plan in plans])})" if plans else ""


def _is_of(seen: Dossier, resolution: int, today: date) -> bool:
    return any(one.id == resolution for one in by_plan(seen, today)[0])


def _of_every_period(dossier: Dossier, table: str, today: date) -> set[int] | None:
    """Which of them are of the plan; None for a table of which the lens shows nothing else."""
    if table == "resolutions":
        return {one.id for one in by_plan(dossier, today)[0] if day_of(dossier, one) or undated(dossier)}
    if table == "parties":
        return {party.id for party in parties_of_plan(dossier)}
    if table == "bodies":
        return {body.id for body in bodies_of_plan(dossier)}
    plan = dossier.current_period
    submissions = {one.id for one in dossier.of(Submission).values() if plan is None or one.period == plan.id}
    if table == "submissions":
        return submissions
    if table == "reasons":
        return {one.id for one in dossier.of(ChangeReason).values() if one.submission in submissions}
    return None
