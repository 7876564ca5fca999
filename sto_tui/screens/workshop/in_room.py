"""What phones in the room need of the wall beside which they are."""

from typing import Any, Protocol

from textual.app import App

from sto_tui.planning.evaluation.workshop import WorkshopPosition
from sto_tui.screens.host import Host
from sto_tui.screens.workshop.board import WorkshopBoard
from sto_tui.screens.workshop.moment import Moment
from sto_tui.screens.workshop.voting_per_person import VotingPerPerson


class InRoom(Protocol):
    """The wall that the room looks at."""

    board: WorkshopBoard
    standing: WorkshopPosition
    persons: VotingPerPerson

    @property
    def app(self) -> App[Any]:
        """The app, as Textual knows it."""

    @property
    def host(self) -> Host:
        """The app."""

    @property
    def moment(self) -> Moment:
        """What there is to show now."""

    @property
    def is_current(self) -> bool:
        """Whether no window stands over it."""

    def show(self) -> None:
        """Shows the round."""

    def say(self, message: str, *, error: bool = False) -> None:
        """Shows a message."""
