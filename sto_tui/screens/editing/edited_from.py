"""What editing a record asks of the screen from which it is edited."""

from collections.abc import Callable
from typing import Any, Protocol

from textual.app import App

from sto_tui.domain.change import Change, Occasion
from sto_tui.domain.record import Record, Ref
from sto_tui.screens.editing.along import NOTHING, Along
from sto_tui.screens.host import Host


class Editing(Protocol):
    """The screen from which a record is edited."""

    @property
    def host(self) -> Host:
        """The app."""

    @property
    def app(self) -> App[Any]:
        """The app, as Textual knows it."""

    def carry_out(self, act: Callable[[], Any]) -> Any:
        """Does something that writes, and shows it."""

    def update(self) -> None:
        """Shows the dossier as it is now."""

    def say(self, message: str, *, error: bool = False) -> None:
        """Shows a message."""

    def let_stand(self) -> None:
        """No news of others takes the place of what was just said, until the next key."""

    def show_record(self, ref: Ref) -> None:
        """Puts the cursor on a record."""

    def after_form(self, before: Record) -> None:
        """A record was changed in its form."""

    def open_new(self, table_name: str, values: dict[str, Any], along: Along = NOTHING) -> None:
        """The form of a new record."""

    def change_for_new(self, record: Record) -> Change:
        """The change that adds a record."""

    @property
    def occasion(self) -> Occasion:
        """An edit of today."""
