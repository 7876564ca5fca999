"""Carries out one key after the other, also when a stalled line hands over several at once.

Textual gives every key to what has the focus when the key arrives, and lets it work its way up from there. Of keys in
one packet the later ones so reach the list, while the first one is still about to open a form over it: `enter escape x
escape` left a form standing that nobody had asked for.
"""

import asyncio
from collections import deque
from collections.abc import Sequence

from textual.app import App
from textual.events import Event, InputEvent, Key, MouseMove, Paste
from textual.message import Message
from textual.widget import Widget

from sto_tui.widgets.typed_in import TypedIn
from sto_tui.widgets.unseen import Unseen

LOOK_SECONDS = 0.001
HELD_LOOK_SECONDS = 0.1
MOST_LOOKS = 400
"""After so many looks the next key gets its turn, whatever still goes on. Counted, and not in seconds: work that takes
long lets nobody look, and what it leads to still has to follow it."""


class TurnCame(Message):
    """What is first in line may go. A callback would be dropped where there is no screen yet."""


class KeysInTurn(App[None]):
    """An app of which a key reaches what the key before it left on the screen.

    It gets its turn when nothing of the one before it is left to do. That is not told by a message behind the key:
    where a key takes away the field that has the focus, what waits there goes with it.
    """

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._in_line: deque[Event] = deque()
        self._is_looking = False
        self._typed_in: Widget | None = None
        self._unseen: list[Unseen] = []

    @property
    def is_at_rest(self) -> bool:
        """Whether nothing is left to do before time passes or something comes in."""
        raise NotImplementedError

    def holds(self, event: Event | None = None) -> bool:
        """Whether what an earlier one led to takes long, so that what stands in line stays there until it is over.

        Of an `event` that just came: whether it has to stay too, or is for what stands in front meanwhile.
        """
        return False

    @property
    def has_typed_ahead(self) -> bool:
        """Whether a key or a pasted text stands in line, or waits for something to be seen."""
        return self.has_typed_unseen or any(isinstance(event, Key | Paste) for event in self._in_line)

    @property
    def has_line(self) -> bool:
        """Whether something that a person did stands in line."""
        return bool(self._in_line)

    @property
    def typed_ahead(self) -> Sequence[Event]:
        """What was typed and has not come to anything yet, in order."""
        return [*self._typed_unseen, *self._in_line]

    @property
    def _typed_unseen(self) -> Sequence[Event]:
        stack = self.screen_stack
        return [event for unseen in self._unseen if unseen.screen in stack for event in unseen.typed]

    @property
    def has_typed_unseen(self) -> bool:
        """Whether something that was typed waits for what came to be seen."""
        return bool(self._typed_unseen)

    def let_settle(self, unseen: Unseen) -> None:
        """Something came that nobody saw: what stands in line, and what is typed before it is seen, waits for it."""
        unseen.came_anew()
        self._in_line = deque(event for event in self._in_line if not unseen.keeps(event))
        others = (other for other in self._unseen if other is not unseen and other.screen.is_attached)
        self._unseen = [*others, unseen]
        unseen.screen.call_after_refresh(unseen.was_painted)

    def go_on_after(self, unseen: Unseen) -> bool:
        """It is over, and what waited for it is next in line; whether anything did."""
        waited = unseen.take()
        self.let_go(unseen)
        self._in_line.extendleft(reversed(waited))
        self._begin_looking()
        return bool(waited)

    def let_go(self, unseen: Unseen) -> None:
        """It is over, and what waited for it lapses."""
        unseen.take()
        self._unseen = [other for other in self._unseen if other is not unseen]

    def leave_line(self) -> bool:
        """Forgets all that stands in line; whether a key or a pasted text did."""
        had_typed = any(isinstance(event, Key | Paste) for event in self._in_line)
        self._in_line.clear()
        return had_typed

    async def on_event(self, event: Event) -> None:
        """Lets what a person does wait for what they did before it."""
        if not isinstance(event, InputEvent | Paste) or event.is_forwarded:
            await super().on_event(event)
        elif not self._is_unseen(event):
            if self._goes_now(event):
                await self._give(event)
            else:
                self._in_line.append(event)
                self._begin_looking()

    def _is_unseen(self, event: Event) -> bool:
        unseen = self._unseen[-1] if self._unseen and self.screen_stack else None
        return unseen is not None and unseen.screen is self.screen and unseen.keeps(event)

    def _begin_looking(self) -> None:
        if self._in_line and not self._is_looking:
            self._is_looking = True
            # Most often this event is all there is, and only its own coming is not quite over yet.
            asyncio.get_running_loop().call_soon(self._look)

    def _goes_now(self, event: Event) -> bool:
        if self.holds():
            return isinstance(event, MouseMove) or not self.holds(event)
        return not self._in_line and (self._needs_no_turn(event) or self.is_at_rest)

    def _needs_no_turn(self, event: Event) -> bool:
        """A letter behind a letter in one field changes nothing that is in front; neither does moving the mouse."""
        if isinstance(event, MouseMove):
            return True
        return isinstance(event, Key) and self._typed_in is not None and self._typed_in is self._takes_letter(event)

    def _takes_letter(self, key: Key) -> Widget | None:
        """The field that takes a key as a letter of its text."""
        field = self.focused if self.screen_stack else None
        takes = isinstance(field, TypedIn) and field.check_consume_key(key.key, key.character)
        return field if takes else None

    async def _give(self, event: Event) -> None:
        if not isinstance(event, MouseMove):
            self._typed_in = self._takes_letter(event) if isinstance(event, Key) else None
        await super().on_event(event)

    def _look(self, looks: int = 0) -> None:
        if self.holds():
            asyncio.get_running_loop().call_later(HELD_LOOK_SECONDS, self._look)
        elif self.is_at_rest or looks >= MOST_LOOKS:
            self.post_message(TurnCame())
        else:
            asyncio.get_running_loop().call_later(LOOK_SECONDS, self._look, looks + 1)

    async def on_turn_came(self) -> None:
        """The next in line, with the letters right behind it."""
        if self._in_line and not self.holds():
            await self._give(self._in_line.popleft())
            while self._in_line and self._needs_no_turn(self._in_line[0]):
                await self._give(self._in_line.popleft())
        self._is_looking = bool(self._in_line)
        if self._is_looking:
            asyncio.get_running_loop().call_later(LOOK_SECONDS, self._look)
