"""Who comes to a meeting."""

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Meeting
from sto_tui.domain.parties import Body
from sto_tui.domain.record import Ref


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
