"""What comes on the screen while somebody types: until it can have been seen, no key is about it.

Fingers are ahead of eyes. What is typed before a question was read was meant for what would have been there without
it, and an enter among it would answer the question.
"""

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from textual.events import Event, Key, MouseMove, Paste
from textual.message import Message
from textual.screen import Screen

SETTLING_SECONDS = 0.4
"""Nobody reads faster than this; who types on without looking leaves less between two keys."""
_QUIT = "ctrl+q"
"""What to know before closing is said then, wherever that is."""


class Unseen:
    """Something on a screen that nobody has seen yet, and what was typed before anyone could."""

    def __init__(self, screen: Screen[Any], tell: Callable[[str], object], *, is_question: bool) -> None:
        """`tell` says on the screen what was typed.

        A question takes no letters but its own keys: whoever types others goes on with what came before it.
        """
        self.screen = screen
        self._tell = tell
        self._is_question = is_question
        self._is_painted = self._is_seen = self._may_be_slip = False
        self._last = 0.0
        self._typed: deque[Event] = deque()

    def came_anew(self) -> None:
        """It is another one by now, and that too nobody has seen."""
        self._is_painted = self._is_seen = False

    def was_painted(self) -> None:
        """From now on it can be read."""
        self._is_painted = True
        self._last = max(self._last, Message().time)

    @property
    def text(self) -> str:
        """What was typed before it was seen, as far as it is text."""
        return " / ".join(line for line in written(self._typed)[0].split("\n") if line.strip())

    @property
    def typed(self) -> Sequence[Event]:
        """What was typed before it was seen."""
        return self._typed

    def put_behind(self, typed: Iterable[Event]) -> None:
        """Takes what was typed before it, at another time."""
        self._typed.extend(typed)

    def take(self) -> deque[Event]:
        """What was typed before it was seen, once."""
        taken, self._typed = self._typed, deque()
        return taken

    def keeps(self, event: Event) -> bool:
        """Whether an event is not about this, since nobody can have seen it; what was typed is kept then."""
        if isinstance(event, MouseMove) or (isinstance(event, Key) and event.key == _QUIT):
            return False
        if self._is_painted and event.time - self._last >= SETTLING_SECONDS and not self._is_seen:
            self._is_seen = True
            if self._may_be_slip:
                # One letter, and then nothing for a while: no text, but a key that does nothing here.
                self._typed.clear()
        if self._is_seen and not self._goes_on(event):
            return False
        self._may_be_slip = self._is_seen and not self._typed
        self._is_seen, self._last = False, max(self._last, event.time)
        if isinstance(event, Key | Paste):
            self._typed.append(event)
            if text := self.text:
                self._tell(text)
        return True

    def _goes_on(self, event: Event) -> bool:
        """Whether whoever typed before the question came is still at it, and has not looked."""
        if not self._is_question or not isinstance(event, Key | Paste):
            return False
        is_text = isinstance(event, Paste) or event.is_printable
        return is_text and (isinstance(event, Paste) or event.key not in self.screen.active_bindings)


def written(events: Iterable[Event]) -> tuple[str, bool]:
    """The text that these keys and pastes make on lines, and whether it is all that they do."""
    text = ""
    for event in events:
        if isinstance(event, Paste):
            text += event.text
        elif not isinstance(event, Key):
            continue
        elif event.key == "enter":
            text += "\n"
        elif event.key == "backspace" and not text.endswith("\n"):
            text = text[:-1]
        elif event.is_printable and event.character:
            text += event.character
        else:
            return text, False
    return text, True
