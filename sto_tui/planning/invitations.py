"""Which meetings are of a plan, and who comes to one."""

from collections.abc import Iterator
from datetime import date

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Meeting
from sto_tui.domain.parties import Body
from sto_tui.domain.record import Ref
from sto_tui.domain.region import PlanPeriod


def meetings_of_plan(dossier: Dossier) -> Iterator[tuple[date, Meeting]]:
    """Those with a day in the plan period, that lead to its plan, or that are of no period and no other one has.

    What looks back at a later plan is no meeting of the earlier one, and what was held during it is.
    """
    plan = dossier.current_period
    others = [other for other in dossier.of(PlanPeriod).values() if other != plan]
    for meeting in dossier.whole.of(Meeting).values():
        if meeting.date is None:
            continue
        is_of_none = not dossier.whole.periods_of("sessions", meeting)
        leads_here = meeting.id in dossier.of(Meeting) and not is_of_none
        is_of_nobody_else = is_of_none and not any(other.start <= meeting.date <= other.end for other in others)
        if leads_here or is_of_nobody_else or (plan and plan.start <= meeting.date <= plan.end):
            yield meeting.date, meeting


def comes_to(dossier: Dossier, meeting: Meeting, party: Ref) -> bool:
    """Whether a party or body is expected: a body at its own meeting, with who has a seat in it, and who was invited.

    A meeting of no body that invites nobody by name is one for all.
    """
    if party == Ref("bodies", meeting.body or 0):
        return True
    invited = {*meeting.invited, *meeting.present, *_seats(dossier, meeting.body)}
    comes = _seats(dossier, party.id) if party.table == "bodies" else {party.id}
    return bool(invited & comes) or not (invited or meeting.body)


def _seats(dossier: Dossier, body: int | None) -> set[int]:
    """The parties with a seat in a body."""
    record = dossier.of(Body).get(body or 0)
    return {member.party for member in record.members if member.party} if record else set()
