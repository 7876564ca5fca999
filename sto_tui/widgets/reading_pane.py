"""Text to read: a head and a foot that stay, and between them lines that scroll."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Resize
from textual.geometry import Region
from textual.message import Message

from sto_tui.frozen import frozen
from sto_tui.widgets.raster import Run
from sto_tui.widgets.shell import Drawn

Lines = Sequence[Sequence[Run]]


@frozen
class Page:
    """What stands in a reading pane."""

    head: Lines = ()
    body: Lines = ()
    foot: Lines = ()


class Reading(Drawn, can_focus=True):
    """A page; the arrows move it when it has the focus. Only lines that changed are drawn again."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll_lines(-1)", show=False, priority=True),
        Binding("down", "scroll_lines(1)", show=False, priority=True),
        Binding("pageup", "scroll_pages(-1)", show=False, priority=True),
        Binding("pagedown", "scroll_pages(1)", show=False, priority=True),
        Binding("home", "scroll_lines(-100000)", show=False, priority=True),
        Binding("end", "scroll_lines(100000)", show=False, priority=True),
    ]

    class Moved(Message):
        """Other lines are in the window."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._about: object = None
        self._arrange: Callable[[int], Page] = lambda width: Page()
        self._page = Page()
        self._top = 0
        self._shown: list[Sequence[Run]] = []

    def show(self, about: object, arrange: Callable[[int], Page]) -> None:
        """Shows what `arrange` gives for a width; the window stays where it is while it is `about` the same."""
        if about != self._about:
            self._about, self._top = about, 0
        self._arrange = arrange
        self._draw()

    def bring(self, first: int, last: int) -> None:
        """Moves the window no further than is needed to show these lines of the body, the first of them in any case."""
        self._top = min(first, max(self._top, last - self.window_height + 1))
        self._draw(arrange=False)

    def on_resize(self, event: Resize) -> None:
        """Arranges the page for the new width."""
        self._shown = []
        self._draw()

    @property
    def text(self) -> str:
        """All that stands in it, to copy."""
        lines = [*self._page.head, *self._page.body]
        return "\n".join("".join(text for text, _ in runs).strip() for runs in lines).strip()

    @property
    def window_height(self) -> int:
        """How many lines of the body are visible."""
        return max(1, self.size.height - len(self._page.head) - len(self._page.foot))

    @property
    def lines_below(self) -> int:
        """How many lines of the body stand below the window."""
        return max(0, len(self._page.body) - self._top - self.window_height)

    @property
    def out_of_sight(self) -> str:
        """`▲ 2  ▼ nog 3 regels`, or nothing."""
        below = self.lines_below
        lines = "regel" if below == 1 else "regels"
        return "  ".join([f"▲ {self._top}"] * (self._top > 0) + [f"▼ nog {below} {lines}"] * (below > 0))

    def action_scroll_lines(self, lines: int) -> None:
        """So many lines down, or up."""
        self._top += lines
        self._draw(arrange=False)

    def action_scroll_pages(self, pages: int) -> None:
        """A window down or up, with one line in common."""
        self.action_scroll_lines(pages * max(1, self.window_height - 1))

    def on_mouse_scroll_down(self) -> None:
        """The wheel."""
        self.action_scroll_lines(1)

    def on_mouse_scroll_up(self) -> None:
        """The wheel."""
        self.action_scroll_lines(-1)

    def _draw(self, *, arrange: bool = True) -> None:
        width, height = self.size
        if not width or not height:
            return
        if arrange:
            at_the_end = self._top > 0 and self.lines_below == 0
            self._page = self._arrange(width)
            # Who looks at the end sees what is added there.
            self._top = len(self._page.body) if at_the_end else self._top
        self._top = max(0, min(self._top, len(self._page.body) - self.window_height))
        before, self._shown = self._shown, self._visible()
        for y in range(height):
            if y >= len(before) or before[y] != self._shown[y]:
                self.refresh(Region(0, y, width, 1))
        self.post_message(self.Moved())

    def _visible(self) -> list[Sequence[Run]]:
        page, window = self._page, self.window_height
        body = list(page.body[self._top : self._top + window])
        body += [()] * (window - len(body))
        return [*page.head, *body, *page.foot, *[()] * self.size.height]

    def line(self, y: int, width: int) -> Sequence[Run]:
        """One line."""
        return self._shown[y] if y < len(self._shown) else ()
