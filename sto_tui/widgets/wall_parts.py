"""What stands on the wall beside the lists: head, question, time, four fields, the line to type on."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.events import Key, Paste
from textual.geometry import Region
from textual.message import Message

from sto_tui.widgets.inputs import TextInput, as_lines
from sto_tui.widgets.raster import Run, fit
from sto_tui.widgets.record_list import wrap
from sto_tui.widgets.shell import Drawn


class WallHead(Drawn):
    """Where we are, and the steps of a question with the present one bold; a rule under it, with a note if any."""

    DEFAULT_CSS = "WallHead { height: 2; dock: top; }"

    def __init__(self) -> None:
        super().__init__()
        self._left = ""
        self._steps: tuple[str, ...] = ()
        self._here = ""
        self._notes: Sequence[str] = ()

    def note(self, notes: Sequence[str]) -> None:
        """Puts the first of these on the rule that fits there; repaints that line only."""
        if tuple(notes) != tuple(self._notes):
            self._notes = tuple(notes)
            self.refresh(Region(0, 1, self.size.width, 1))

    def show(self, left: str, steps: Sequence[str], here: str) -> None:
        """Shows another place or step."""
        if (left, tuple(steps), here) != (self._left, self._steps, self._here):
            self._left, self._steps, self._here = left, tuple(steps), here
            self.refresh()

    def line(self, y: int, width: int) -> Sequence[Run]:
        """Head and rule."""
        if y:
            note = next((note for note in self._notes if cell_len(note) + 6 <= width), "")
            rest = width - cell_len(note) - 4
            return [("──", "rule"), (f" {note} ", "muted"), ("─" * rest, "rule")] if note else [("─" * width, "rule")]
        right: list[Run] = [(self._here, "here")]
        steps = cell_len(" › ".join(self._steps))
        left = self._left
        if cell_len(left) + steps + 4 > width:
            left = left.partition(" · ")[0]
        if self._here in self._steps and cell_len(left) + steps + 4 <= width:
            right = []
            for step in self._steps:
                right += [(" › ", "muted")] * bool(right) + [(step, "here" if step == self._here else "muted")]
        else:
            left = self._left
        room = width - sum(cell_len(text) for text, _ in right) - 3
        return [(" ", "text"), (fit(left, room), "bold"), (" ", "text"), *right]


class ShortQuestion(Drawn):
    """The question, small and bold at the left, and under it what has come in; never cut at 60 columns."""

    DEFAULT_CSS = "ShortQuestion { height: auto; width: 1fr; min-height: 3; padding: 0; }"

    def __init__(self) -> None:
        super().__init__()
        self._question = ""
        self._below = ""

    def show(self, question: str, below: str) -> None:
        """Shows another question or count."""
        if (question, below) != (self._question, self._below):
            taller = question != self._question or len(below) != len(self._below)
            self._question, self._below = question, below
            self.refresh(layout=taller)

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """As many lines as the question takes, and what has come in."""
        room = max(1, width - 3)
        return max(3, len(wrap(self._question, room)) + len(wrap(self._below, room)))

    def line(self, y: int, width: int) -> Sequence[Run]:
        """The lines of the question, then the count."""
        room = max(1, width - 3)
        lines = [(line, "bold") for line in wrap(self._question, room)]
        lines += [(line, "muted") for line in wrap(self._below, room)]
        return [("  ", "text"), lines[y]] if y < len(lines) else ()


class Caption(Drawn):
    """One line over a picture: what it is about, and at the right how long the meeting has taken."""

    DEFAULT_CSS = "Caption { height: 1; }"

    def __init__(self) -> None:
        super().__init__()
        self._texts = ("", "")

    def show(self, left: str, right: str) -> None:
        """Shows other words."""
        if (left, right) != self._texts:
            self._texts = (left, right)
            self.refresh()

    def line(self, y: int, width: int) -> Sequence[Run]:
        """The line; what is cut is at the left."""
        left, right = self._texts
        room = max(0, width - cell_len(right) - 4)
        return [(" ", "text"), (fit(left, room), "text"), ("  ", "text"), (right, "muted"), (" ", "text")]


class Words(Drawn):
    """The time left in words, what comes next, and how long the meeting has taken."""

    DEFAULT_CSS = "Words { width: 1fr; height: 5; }"

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[str, str, str] = ("", "", "")

    def show(self, words: str, next: str, meeting: str) -> None:
        """Shows other words."""
        if (words, next, meeting) != self._lines:
            self._lines = (words, next, meeting)
            self.refresh()

    def line(self, y: int, width: int) -> Sequence[Run]:
        """The three lines."""
        place = y - self.size.height + 3
        return [("  ", "text"), (self._lines[place], "muted" if place else "bold")] if place >= 0 else ()


class Prompt(Drawn):
    """What stands before the line to type on: `6 ›`."""

    DEFAULT_CSS = "Prompt { height: 1; width: auto; min-width: 5; }"

    def __init__(self) -> None:
        super().__init__()
        self._text = ""

    def show(self, text: str) -> None:
        """Shows another prompt."""
        if text != self._text:
            self._text = text
            self.styles.width = cell_len(text) + 5
            self.refresh(layout=True)

    def line(self, y: int, width: int) -> Sequence[Run]:
        """The prompt."""
        return [("  ", "text"), (self._text, "key"), (" › ", "muted")]


class EntryLine(TextInput):
    """The line on which a group's answers are typed. While it is empty, space, plus and arrows are the screen's."""

    class Entered(Message):
        """A line was finished; it is taken at the key, so that what is typed on meanwhile is the next line."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Pasted(Message):
        """Several lines were pasted; `text` is what stood on the line with them."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Act(Message):
        """A key that is not text."""

        def __init__(self, id: str) -> None:
            super().__init__()
            self.id = id

    KEYS: ClassVar[Mapping[str, str]] = {
        "space": "pause",
        "plus": "minute",
        "right": "next",
        "left": "previous",
        "ctrl+z": "undo",
        "pagedown": "next",
        "pageup": "previous",
    }
    ALWAYS: ClassVar[Mapping[str, str]] = {
        "tab": "typing",
        "f1": "help",
        "f2": "phones",
        "up": "row_up",
        "down": "row_down",
        "escape": "leave",
    }

    LETTERS: ClassVar[Mapping[str, str]] = {
        "question_mark": "help",
        "z": "undo",
        "s": "skip",
        "h": "hide",
        "H": "hide",
        "f": "notes",
        "b": "decide",
        "p": "phones",
    }

    ACTS = frozenset((*KEYS.values(), *ALWAYS.values(), *LETTERS.values(), "finish_line"))

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.numbers_only = False
        """Whether a line holds numbers: then letters are keys of the screen."""
        self.takes_several = False
        """Whether several pasted lines are several entries."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether the line takes a key as a letter."""
        is_act = (self.numbers_only and key in self.LETTERS) or (not self.value and key in self.KEYS)
        return not is_act and super().check_consume_key(key, character)

    def on_paste(self, event: Paste) -> None:
        """Several lines are told to the screen; otherwise they come in as one."""
        if self.takes_several and len([line for line in event.text.splitlines() if line.strip()]) > 1:
            event.stop()
            event.prevent_default()
            self.post_message(self.Pasted(f"{self.value}{as_lines(event.text)}"))

    async def on_key(self, event: Key) -> None:
        """Keys that do something in the workshop; the line itself takes the others."""
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            text, self.value = self.value, ""
            self.post_message(self.Entered(text))
            return
        at_end = event.key == "right" and self.cursor_position >= len(self.value)
        if self.value and (at_end or event.key in ("pagedown", "pageup")):
            event.stop()
            event.prevent_default()
            self.post_message(self.Act("finish_line"))
            return
        if self.numbers_only and (act := self.LETTERS.get(event.key)):
            event.stop()
            event.prevent_default()
            self.post_message(self.Act(act))
            return
        act = self.ALWAYS.get(event.key) or (self.KEYS.get(event.key) if not self.value else None)
        if act:
            event.stop()
            event.prevent_default()
            self.post_message(self.Act(act))
