"""Plans that were handed in, and what changed since."""

from datetime import date
from typing import Protocol

from sto_tui.domain.change import Change
from sto_tui.domain.handed_in import Submission
from sto_tui.planning.handed_in.comparison import Comparison


class HandedIn(Protocol):
    """Handing in a plan, and comparing with it."""

    @property
    def why_not(self) -> str:
        """Why a plan cannot be handed in from this dossier; empty when it can."""

    def hand_in(self, period: int, day: date, version: str) -> Change:
        """Keeps the plan of a period word for word, and notes that it was handed in. Raises NotSavedError."""

    def unchanged(self, period: int) -> Submission | None:
        """The plan of a period that was handed in last, when the one of now says the same."""

    def compared(self) -> Comparison:
        """What changed since the newest plan of the period that is shown was handed in."""
