"""What one check says of a dossier."""

from datetime import date

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.record import Ref
from sto_tui.places import Place
from sto_tui.planning.checks.finding import CHECKS, MET, Certainty, Finding, Level, Seen, all_checks
from sto_tui.planning.paper_outline import COVER


def said_by(check: str, dossier: Dossier, today: date) -> list[tuple[str, str]]:
    """Where it finds something, and the full sentence."""
    all_checks()
    points = CHECKS[check].points(Seen(dossier, today))
    return [(str(point.ref), point.message) for point in points if point is not MET]


def a_finding(
    level: Level,
    place: Place,
    message: str,
    *,
    check: str = "check",
    hole: str = "",
) -> Finding:
    """A finding about the first milestone that no check made."""
    ref = Ref("milestones", 1)
    return Finding(check, level, message, message, ref, place, COVER, "", Certainty.BEVESTIGD, hole)
