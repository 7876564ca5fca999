"""Plans in Word that are taken in."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.record import Record
from sto_tui.frozen import frozen
from sto_tui.screens.host.sheets import OfferedSheet

if TYPE_CHECKING:
    from sto_tui.intake.plan_document.proposing import PlanProposal

Chosen = Mapping[int, Record | None]
"""What is taken, by the number of its offer: the record that somebody edited, or None for the one of the plan."""


@frozen
class IncomingPlan:
    """A plan that was read, beside the dossier as it was then.

    `seen` is that dossier with all that is offered in it, so that what an offer links to has a name. `take` says what
    taking some offers does, by number, each with the record that was edited or None as the plan has it. `again` is the
    same beside the dossier as it stands in the file by then, and this one itself when nothing changed.
    """

    proposal: "PlanProposal"
    seen: Dossier
    take: "Callable[[Chosen], PlanProposal]"
    again: "Callable[[], IncomingPlan]"


class Plans(Protocol):
    """Plans in Word."""

    def offered(self) -> Sequence[OfferedSheet]:
        """The files that are likely meant, the newest first."""

    def find(self, typed: str) -> None:
        """Whether there is a file at this path. Raises NotSavedError when there is none."""

    def read(self, file: str) -> IncomingPlan:
        """Reads a file. May take long. Raises NotSavedError."""
