"""Effect against effort: four named fields by one cross of thin rules, with a cursor that goes over the ideas."""

from collections.abc import Mapping, Sequence
from typing import ClassVar, NamedTuple

from textual.events import Key
from textual.message import Message

from sto_tui.widgets.raster import Run, fit
from sto_tui.widgets.record_list import wrap
from sto_tui.widgets.shell import Drawn

Place = tuple[int, int]
"""Row (0 much effect) and column (0 little effort)."""


class Idea(NamedTuple):
    """What stands in a field: its id, its number on the wall, and its place; None when it has none yet."""

    id: int
    number: int
    text: str
    place: Place | None


class FourFields(Drawn, can_focus=True):
    """Ideas by number and name. Arrows are told to the screen: they move the idea of the cursor."""

    DEFAULT_CSS = "FourFields { height: 1fr; }"
    NAMES: ClassVar[tuple[tuple[str, str], tuple[str, str]]] = (
        ("SNEL DOEN", "PLANNEN"),
        ("ALS HET UITKOMT", "NIET DOEN"),
    )
    MARGIN = 10
    ARROWS: ClassVar[Mapping[str, tuple[int, int]]] = {"up": (1, 0), "down": (-1, 0), "left": (0, -1), "right": (0, 1)}
    TABS: ClassVar[Mapping[str, int]] = {"tab": 1, "shift+tab": -1}

    class Arrow(Message):
        """The idea of the cursor is to move: one up is more effect, one across is more effort."""

        def __init__(self, up: int, across: int) -> None:
            super().__init__()
            self.up, self.across = up, across

    class Stepped(Message):
        """The cursor is to go to the next idea, or the one before."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    def __init__(self) -> None:
        super().__init__()
        self._ideas: tuple[Idea, ...] = ()
        self._at = 0

    def show(self, ideas: Sequence[Idea], at: int) -> None:
        """Shows ideas, with the cursor on the one with that id."""
        if (tuple(ideas), at) != (self._ideas, self._at):
            self._ideas, self._at = tuple(ideas), at
            self.refresh()

    async def on_key(self, event: Key) -> None:
        """Arrows and tab; all else is the screen's."""
        if arrow := self.ARROWS.get(event.key):
            self.post_message(self.Arrow(*arrow))
        elif step := self.TABS.get(event.key):
            self.post_message(self.Stepped(step))
        else:
            return
        event.stop()
        event.prevent_default()

    def line(self, y: int, width: int) -> Sequence[Run]:
        """One line of the cross."""
        height = self.size.height
        half = (height - 2) // 2
        left = (width - self.MARGIN - 2) // 2
        right = width - self.MARGIN - left - 2
        if y == half:
            return [(" " * self.MARGIN, "text"), ("─" * left + "┼" + "─" * right, "rule")]
        if y >= 2 * half + 1:
            return self._ends(width) if y == height - 1 else ()
        row, offset = (0, y) if y < half else (1, y - half - 1)
        words = {(0, 0): " veel", (0, 1): " effect", (1, half - 2): " weinig", (1, half - 1): " effect"}
        lead: Run = (fit(words.get((row, offset), ""), self.MARGIN), "bold")
        return [
            lead,
            *self._cell((row, 0), offset, half, left),
            ("│", "rule"),
            *self._cell((row, 1), offset, half, right),
        ]

    def _ends(self, width: int) -> list[Run]:
        """What the sides mean, and between them what has no place yet."""
        ends = ("weinig moeite", "veel moeite")
        room = width - self.MARGIN - 1 - len(ends[0]) - len(ends[1])
        loose = [str(idea.number) for idea in self._ideas if idea.place is None]
        between = f"zonder plaats: {', '.join(loose)}" if loose else ""
        at_cursor = any(idea.id == self._at and idea.place is None for idea in self._ideas)
        lead: Run = (" " * self.MARGIN, "text")
        middle: Run = (fit(between, max(0, room - 2)).center(room), "here" if at_cursor else "muted")
        return [lead, (ends[0], "bold"), middle, (ends[1], "bold")]

    def _cell(self, place: Place, offset: int, half: int, width: int) -> list[Run]:
        """One line of a field: its name, or part of an idea."""
        if offset == 0:
            return [(fit(f" {self.NAMES[place[0]][place[1]]}", width), "muted" if place[0] else "here")]
        lines = lines_of([idea for idea in self._ideas if idea.place == place], self._at, half - 1, width)
        if offset > len(lines):
            return [(" " * width, "text")]
        number, text, at_cursor = lines[offset - 1]
        shown = fit(text, max(0, width - 5))
        if at_cursor:
            return [(" ", "text"), (f"{number:>2} {shown}", "cell"), (" ", "text")]
        return [
            (f" {number:>2} ", "key"),
            (shown, "text" if number or text[:1] not in "▲▼" else "muted"),
            (" ", "text"),
        ]


def lines_of(ideas: Sequence[Idea], at_cursor: int, room: int, width: int) -> list[tuple[str, str, bool]]:
    """Number, text and whether the cursor is there, per line, in a window around the cursor.

    An idea takes as many as four lines where all of them can; what is out of sight is counted.
    """
    wrapped_ideas = [(idea, wrap(idea.text, max(1, width - 5))) for idea in ideas]
    fitting = (most for most in (4, 3, 2) if sum(min(len(wrapped), most) for _, wrapped in wrapped_ideas) <= room)
    most = next(fitting, 1)
    lines: list[tuple[str, str, bool]] = []
    here = 0
    for idea, wrapped in wrapped_ideas:
        shown = [*wrapped[: most - 1], " ".join(wrapped[most - 1 :])] if len(wrapped) > most else list(wrapped)
        here = len(lines) if idea.id == at_cursor else here
        lines += [(str(idea.number) if not at else "", text, idea.id == at_cursor) for at, text in enumerate(shown)]
    if len(lines) <= room:
        return lines
    # One line per idea here: one at each end may be needed to say how many more there are.
    top = max(0, min(here - room // 2, len(lines) - room))
    window = lines[top : top + room]
    if top:
        window[0] = ("", f"▲ {top + 1}", False)
    if top + room < len(lines):
        window[-1] = ("", f"▼ nog {len(lines) - top - room + 1}", False)
    return window
