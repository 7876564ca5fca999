"""What the line to type on asks of its place."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from textual.widget import Widget

from sto_tui.domain.record import Ref
from sto_tui.screens.editing.edited_from import Editing
from sto_tui.widgets.raster import Raster
from sto_tui.widgets.shell import KeyBar


class QuickPlace(Editing, Protocol):
    """The place at which the line is."""

    bar: KeyBar
    stands: bool

    @property
    def focused(self) -> Widget | None:
        """The widget with the focus."""

    def set_class(self, add: bool, *class_names: str) -> Any:
        """Gives the screen a class for its style sheet, or takes it away."""

    def set_focus(self, widget: Widget | None) -> None:
        """Gives the focus to a widget, before the next key is looked at."""

    @property
    def main(self) -> Raster:
        """The raster with the cursor."""

    @property
    def list_number(self) -> int:
        """Which of its lists is shown."""

    def to_add(self) -> tuple[str, Mapping[str, Any]]:
        """The table in which a record is added at the cursor, and what is filled in beforehand."""

    def show_added(self, ref: Ref) -> None:
        """Puts the cursor on what was added, when it stands in this list; the focus stays."""

    def try_out(self, act: Callable[[], Any]) -> None:
        """Does something that writes, and says what went wrong."""

    def refuse(self, sentence: str) -> None:
        """Says why something was not done, until the next key."""

    def once_free(self, act: Any) -> None:
        """Does it again once nobody else is writing."""

    def act_undo(self) -> None:
        """Takes the last change back."""

    def show_keys(self) -> None:
        """The keys of what can be done at the cursor."""
