"""Which meetings, and days without one, are of a plan, and who comes to a meeting."""

from collections.abc import Iterator
from datetime import date

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Meeting
from sto_tui.domain.parties import Body
from sto_tui.domain.record import Ref
from sto_tui.domain.region import PlanPeriod


def meetings_of_plan(dossier: Dossier) -> Iterator[tuple[date, Meeting]]:
    """Those with a day that is of the plan."""
    for meeting in dossier.whole.of(Meeting).values():
        if meeting.date and is_of_plan(dossier, meeting.date, meeting):
            yield meeting.date, meeting


def is_of_plan(dossier: Dossier, day: date, meeting: Meeting | None) -> bool:
    """Whether a day is in the plan period, its meeting leads to that plan, or it is of no period and no other has it.

    What looks back at a later plan is no meeting of the earlier one, and what was held during it is.
    """
    plan = dossier.current_period
    is_of_none = meeting is None or not dossier.whole.periods_of("sessions", meeting)
    if (plan and plan.start <= day <= plan.end) or (meeting and not is_of_none and meeting.id in dossier.of(Meeting)):
        return True
    others = (other for other in dossier.of(PlanPeriod).values() if other != plan)
    return is_of_none and not any(other.start <= day <= other.end for other in others)


def is_of_plan_now(dossier: Dossier, day: date, meeting: Meeting | None, today: date) -> bool:
    """The same for who steers; as long as a plan has not begun, what is done while it is made is of it as well."""
    plan = dossier.current_period
    in_the_making = plan is not None and today < plan.start and plan.made_from <= day < plan.start
    return in_the_making or is_of_plan(dossier, day, meeting)


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
