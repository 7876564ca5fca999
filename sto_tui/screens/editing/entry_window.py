"""A form of one line: small, and enter saves."""

from textual.widget import Widget

from sto_tui.acts import ENTRY
from sto_tui.screens.editing.form import FormWindow


class EntryWindow(FormWindow):
    """Asks one field."""

    DEFAULT_CSS = """
    EntryWindow {
        & RecordForm { height: auto; max-height: 12; }
        & KeyBar { dock: none; margin-top: 1; }
    }
    """
    where = ENTRY
    frame_classes = "-small"

    def focus_next(self, selector: str | type[Widget] = "*") -> Widget | None:
        """There is no next field: enter saves, once what was typed before it has arrived and was looked at."""
        if self.focused:
            self.focused.call_later(self.call_after_refresh, self.act_save)
        return self.focused

    def act_cancel(self) -> None:
        """One line is typed again sooner than a question about it is read."""
        self.dismiss(False)

    def act_nowhere(self) -> None:
        """Tab has nowhere to go."""
