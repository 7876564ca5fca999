"""What all windows over a place have in common: one thin frame, a title, keys from the registry."""

from collections.abc import Mapping
from typing import Any, Generic, Protocol, TypeVar

from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from sto_tui.domain.change import ConflictError
from sto_tui.domain.record import Ref
from sto_tui.domain.text import clean_text
from sto_tui.screens.acting import Acting
from sto_tui.screens.bindings import footer_keys
from sto_tui.widgets.shell import WindowBar
from sto_tui.widgets.textual_gaps import QuietScreen

Result = TypeVar("Result")

Level = Mapping[str, Any]
"""What stands in one form: the typed texts by field, and for a form over another one which part it is."""


class Edited(Protocol):
    """What a form asks of the record that it edits."""

    @property
    def ref(self) -> Ref | None:
        """The address of the record; None for a new one."""

    def about(self) -> dict[str, Any]:
        """Which record it is, in a form that can be stored."""

    def settle(self, error: ConflictError, typed: dict[str, Any]) -> bool:
        """Lets the person choose between two versions; False when there is nothing to choose from."""


class Window(Acting, QuietScreen, ModalScreen[Result], Generic[Result]):
    """A window."""

    DEFAULT_CSS = """
    Window { align: center middle; background: $sto-background;
        & > #frame { width: 100%; max-width: 96; height: 100%; border: solid $sto-rule; background: $sto-background; }
        & > #frame.-small { height: auto; max-height: 100%; max-width: 76; }
        & .title { color: $sto-primary; text-style: bold; padding: 0 1 1 1; height: auto; }
        & .lead { color: $sto-muted; padding: 0 1; height: auto; }
    }
    """
    edited: Edited | None = None

    def act_close(self) -> None:
        """Closes without a result."""
        self.dismiss(None)

    @property
    def altered(self) -> bool:
        """Whether something was typed in it that has to be kept."""
        return False

    def level(self) -> Level | None:
        """What stands in it, in a form that can be stored; None for a window in which nothing is typed."""
        return None

    def complain(self, sentence: str) -> None:
        """Says what is in the way, above the keys."""
        for bar in self.query(WindowBar):
            bar.say(sentence, error=True)

    def say(self, message: str, *, error: bool = False) -> None:
        """Says it, in the one place that a window has for that."""
        self.complain(message)

    def hear(self, message: str) -> None:
        """Another session did something; most windows let the place say it when they are closed."""

    def forget(self, message: str) -> None:
        """What was heard is no longer so."""

    def keys(self) -> WindowBar:
        """The footer."""
        return WindowBar(footer_keys(self.where))


def title(text: str) -> Static:
    """The title of a window."""
    return Static(Content(clean_text(text)), classes="title", markup=False)


def lead(text: str) -> Static:
    """A sentence under the title."""
    return Static(Content(clean_text(text)), classes="lead", markup=False)
