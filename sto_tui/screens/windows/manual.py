"""A page of the manual, to read beside the work."""

from textual.app import ComposeResult
from textual.containers import Vertical

from sto_tui.acts import MANUAL
from sto_tui.content.manual import Topic, topic_of, topics
from sto_tui.screens.windows.listing import Listing
from sto_tui.screens.windows.window import Window, title
from sto_tui.widgets.markdown_lines import lines_of_markdown
from sto_tui.widgets.reading_pane import Page, Reading
from sto_tui.widgets.record_list import Column, Row
from sto_tui.widgets.signs import with_plain_arrows


class ManualWindow(Window[None]):
    """One topic at a time; the arrows scroll, and another topic is one key away."""

    where = MANUAL
    DEFAULT_CSS = "ManualWindow Reading { height: 1fr; padding: 0 1; }"

    def __init__(self, topic: str) -> None:
        super().__init__()
        self._topic = topic_of(topic)
        self._page = Reading()
        self._bar = self.keys()

    def compose(self) -> ComposeResult:
        """Title, page, keys."""
        with Vertical(id="frame"):
            yield title("Handleiding")
            yield self._page
            yield self._bar

    def on_mount(self) -> None:
        """Shows the topic."""
        self._show()
        self._page.focus()

    def _show(self) -> None:
        text = with_plain_arrows(self._topic.page, self)
        self._page.show(self._topic, lambda width: Page(body=lines_of_markdown(text, width)))

    def on_reading_moved(self) -> None:
        """Says what is out of sight."""
        self._bar.show_hidden(self._page.out_of_sight)

    def act_topics(self) -> None:
        """Lets another topic be chosen: first those that this one points to."""
        self.app.push_screen(_topic_list(self._topic), self._go)

    def _go(self, topic: Topic | None) -> None:
        if topic is not None:
            self._topic = topic
            self._show()


def _topic_list(here: Topic) -> Listing:
    """The topics, those that this one points to first; a part of a topic stands under it."""
    rows = [Row((topic.title,), key=topic) for topic in here.named]
    if rows:
        rows = [Row(("Hier genoemd",), kind="group"), *rows, Row(("Alle onderwerpen",), kind="group")]
    rows += [Row((f"{'  ' * bool(topic.under)}{topic.title}",), key=topic) for topic in topics()]
    return Listing("Handleiding", "", (Column(""),), rows)
