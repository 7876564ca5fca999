"""Reads the terminal on Linux and macOS; loaded when a real terminal is opened."""

import os
import re
import selectors
import time
from typing import Any

from sto_tui.terminal.kinds import is_plain
from sto_tui.terminal.messages import TerminalGoneError
from sto_tui.terminal.reader import TerminalReader
from sto_tui.terminal.textual_gaps import InputDriver

_MOST_BYTES = 4096
# How long it may take to see that the app is ending.
_LOOK_UP_SECONDS = 0.1
# Mouse, focus, marked pastes, drawing at once, reports of the size, keys in the form of kitty.
_LATER_MODES = re.compile(r"\x1b\[\?(?:10(?:0[0346]|15|16)|20(?:04|26|48))(?:[hl]|\$p)|\x1b\[[<>]\d*u")
_OTHER_SCREEN = re.compile(r"\x1b\[\?1049[hl]")
_EMPTIED = "\x1b[2J\x1b[H"
_BACK = "\x1b[?1049l"


class StoDriver(InputDriver):
    """Textual's driver with our reader in it, and without what a plain terminal would show as letters."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._is_plain = is_plain(os.environ)

    def write(self, data: str) -> None:
        """Sends to the terminal."""
        super().write(only_known(data) if self._is_plain else emptied_at_end(data))

    def read_input(self) -> None:
        """Waits for input until the app ends. Raises TerminalGoneError."""
        reader, looked = TerminalReader(), time.monotonic()
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                deadline, now = reader.deadline, time.monotonic()
                wait = _LOOK_UP_SECONDS if deadline is None else min(max(deadline - now, 0), _LOOK_UP_SECONDS)
                # What is there to read may have waited: then it is too early to say that nothing came.
                if selector.select(wait):
                    data, now = self._read(), time.monotonic()
                    messages = reader.feed(data, now, now - looked)
                else:
                    now = time.monotonic()
                    messages = reader.tick(now)
                looked = now
                for message in messages:
                    self.process_message(message)

    def _read(self) -> bytes:
        """What there is to read; nothing means that there will never be more."""
        try:
            data = os.read(self.fileno, _MOST_BYTES)
        except OSError as error:
            raise TerminalGoneError from error
        if not data:
            raise TerminalGoneError
        return data


def only_known(data: str) -> str:
    """Without modes that came after the vt220; where there is no other screen, this one is emptied."""
    return _LATER_MODES.sub("", _OTHER_SCREEN.sub(_EMPTIED, data)) if "\x1b[" in data else data


def emptied_at_end(data: str) -> str:
    """With the other screen emptied before it is left: mosh and screen have none, and would keep ours at the prompt."""
    return data.replace(_BACK, _EMPTIED + _BACK) if _BACK in data else data
