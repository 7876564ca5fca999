"""The smallest Textual app, as the yardstick for first paint and memory."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class MinimalApp(App[None]):
    """One line of text."""

    def compose(self) -> ComposeResult:
        """The line."""
        yield Static("klaar")


if __name__ == "__main__":
    MinimalApp().run()
