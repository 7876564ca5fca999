"""One text over the whole window, with its number of words above the keys."""

from sto_tui.acts import WRITING
from sto_tui.domain import dutch
from sto_tui.screens.editing.form import FormWindow
from sto_tui.widgets.writing_area import WritingArea


class WritingWindow(FormWindow):
    """Asks one text of a record; the form says which."""

    DEFAULT_CSS = """
    WritingWindow {
        & > #frame { border: none; padding: 0 1; }
        & RecordForm { overflow: hidden hidden; scrollbar-gutter: auto; }
    }
    """
    where = WRITING
    one_field = True

    def on_mount(self) -> None:
        """Goes on where the text ends, and counts the words."""
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        for area in self.query(WritingArea):
            area.move_cursor(area.document.end)
        self._count()

    def on_record_form_changed(self) -> None:
        """Counts them again."""
        self._count()

    def _count(self) -> None:
        words = sum(len(str(text).split()) for text in self._form.typed.values())
        self._bar.show_hidden(dutch.count(words, "woord", "woorden"))

    def act_nowhere(self) -> None:
        """Tab has nowhere to go."""
