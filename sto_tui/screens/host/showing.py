"""What is shown: the place, the colours, and how far a workshop is."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Protocol

from sto_tui.domain.record import Ref
from sto_tui.places import Place


class Going(Protocol):
    """From one place to another."""

    def open_place(self, place: Place) -> None:
        """Goes to a place."""

    def go_to(self, ref: Ref, place: Place | None = None, about: str = "") -> None:
        """Goes to the place of a record, or to another one that shows it, and puts the cursor on it.

        With a field in the address its form is opened there. What is not there yet has no row to stand on; `about` says
        what it is.
        """

    def go_to_part(self, ref: Ref, only: Collection[Ref], about: str) -> None:
        """Goes to a record in its list, which then shows only these; `about` says what they are."""

    def jump_to_place(self, place: Place) -> None:
        """Goes to a place, so that it can be taken back."""

    def open_list(self, place: Place, number: int) -> None:
        """Goes to one of the lists of a place, so that it can be taken back."""

    def act_at(self, place: Place, id: str) -> None:
        """Goes to a place and carries out an act there."""

    @property
    def can_go_back(self) -> bool:
        """Whether there is a jump to take back."""

    def go_back(self) -> None:
        """Takes the last jump back."""


class Chosen(Protocol):
    """What was chosen in the search before."""

    def latest(self) -> Sequence[str]:
        """The last ten, the latest first, by the names under which they were kept."""

    def add(self, name: str) -> None:
        """Keeps one more."""


class PlanPeriodShown(Protocol):
    """Through which plan period the dossier is seen."""

    def switch(self) -> str:
        """Goes to the next plan period, after the last one to the first, and says which, or why there is no other."""

    def show(self, period: int | None) -> str:
        """Goes to a plan period, None for the one at hand, and says which."""


class Colours(Protocol):
    """The theme."""

    def switch(self) -> str:
        """Takes the next theme, remembers it, and returns its name."""

    def on_the_wall(self, *, begin: bool) -> None:
        """Light colours while something is presented, unless the terminal only has its own; then back."""


class WorkshopKept(Protocol):
    """Where a workshop stands, beside the dossier."""

    def read(self) -> Mapping[str, Any] | None:
        """Where the last workshop stood; None when it came to its end."""

    def keep(self, standing: Mapping[str, Any]) -> None:
        """Keeps where the workshop stands."""

    def forget(self) -> None:
        """The workshop has come to its end."""
