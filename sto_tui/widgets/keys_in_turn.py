"""Carries out one key after the other, also when a stalled line hands over several at once.

Textual gives every key to what has the focus when the key arrives, and lets it work its way up from there. Of keys in
one packet the later ones so reach the list, while the first one is still about to open a form over it: `enter escape x
escape` left a form standing that nobody had asked for.
"""

from collections import deque

from textual.app import App
from textual.dom import DOMNode
from textual.events import Event, Key
from textual.message import Message
from textual.timer import Timer

LONGEST_TURN = 1.0
"""Seconds after which the next key gets its turn, whatever became of the one before it."""
FEWEST_PASSES = 2
"""What a list answers to a key goes the same way as the key, right behind it."""
MOST_PASSES = 12


class KeyPassed(Message):
    """Goes the way of a key, behind it; where it arrives at the app, the key has done what it does."""

    def __init__(self, turn: int) -> None:
        super().__init__()
        self.turn = turn


class KeysInTurn(App[None]):
    """An app of which a key reaches what the key before it left on the screen."""

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._turn = 0
        self._turn_ends: Timer | None = None
        self._waiting_keys: deque[Key] = deque()
        self._passes = 0
        self._seen: tuple[DOMNode | None, DOMNode | None] = (None, None)

    @property
    def keys_wait(self) -> bool:
        """Whether a key is under way, or stands behind one that is."""
        return self._turn_ends is not None

    async def on_event(self, event: Event) -> None:
        """Lets a key wait for the one before it."""
        if not isinstance(event, Key) or event.is_forwarded:
            await super().on_event(event)
        elif self.keys_wait:
            self._waiting_keys.append(event)
        else:
            await self._take_turn(event)

    async def _take_turn(self, key: Key) -> None:
        self._turn += 1
        turn = self._turn
        self._turn_ends = self.set_timer(LONGEST_TURN, lambda: self._end_turn(turn))
        self._passes = 0
        self._seen = self._in_front()
        target = self._seen[1] or self._seen[0]
        await super().on_event(key)
        self._send_behind(target)

    def _in_front(self) -> tuple[DOMNode | None, DOMNode | None]:
        return (self.screen, self.focused) if self.screen_stack else (None, None)

    def _send_behind(self, target: DOMNode | None) -> None:
        passed = KeyPassed(self._turn)
        if target is None or not target.is_attached or not target.post_message(passed):
            self.post_message(passed)

    async def on_key_passed(self, event: KeyPassed) -> None:
        """The next key, once what is in front stands still."""
        event.stop()
        if event.turn != self._turn or not self.keys_wait:
            return
        self._passes += 1
        before, self._seen = self._seen, self._in_front()
        if self._passes < FEWEST_PASSES or (self._seen != before and self._passes < MOST_PASSES):
            self._send_behind(self._seen[1] or self._seen[0])
        else:
            await self._end_turn(event.turn)

    async def _end_turn(self, turn: int) -> None:
        if turn != self._turn or self._turn_ends is None:
            return
        self._turn_ends.stop()
        self._turn_ends = None
        if self._waiting_keys:
            await self._take_turn(self._waiting_keys.popleft())
