"""What phones in the room and the line that is typed need of the wall."""

from typing import TYPE_CHECKING, Any, Protocol

from textual.app import App

from sto_tui.domain.change import NotSavedError
from sto_tui.planning.evaluation.workshop import WorkshopPosition
from sto_tui.screens.host import Host
from sto_tui.screens.workshop.board import WorkshopBoard
from sto_tui.screens.workshop.line_tasks import LineTask
from sto_tui.screens.workshop.moment import Moment
from sto_tui.screens.workshop.voting_per_person import VotingPerPerson

if TYPE_CHECKING:
    from sto_tui.screens.workshop.phones_in_room import PhonesInRoom


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

    def forget(self, message: str) -> None:
        """What was said is no longer so."""

    def say(self, message: str, *, error: bool = False) -> None:
        """Shows a message."""


class TypedOn(InRoom, Protocol):
    """The same, as someone types on it."""

    phones: "PhonesInRoom"
    stands: bool

    def refuse(self, sentence: str) -> None:
        """Says why something was not done, until the next key."""

    def words_of(self, error: NotSavedError) -> str:
        """Why something was not saved."""

    def go_to_item(self, number: int) -> None:
        """Puts the idea or goal with this id on the wall."""

    def judge(self, goal: int) -> None:
        """Remembers that a goal got a verdict in this meeting."""

    def go_on_with(self, task: LineTask, line: str) -> None:
        """Asks the next line of something that is being typed."""

    def end_task(self) -> None:
        """The line is what its round asks again."""

    def show_hint(self) -> None:
        """Says what can be typed."""

    def show_prompt(self) -> None:
        """Shows what stands before the line."""
