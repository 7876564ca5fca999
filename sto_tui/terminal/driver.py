"""Reads the terminal on Linux and macOS; loaded when a real terminal is opened."""

import os
import selectors
import time

from sto_tui.terminal.messages import TerminalGoneError
from sto_tui.terminal.reader import TerminalReader
from sto_tui.terminal.textual_gaps import InputDriver

_MOST_BYTES = 4096
# How long it may take to see that the app is ending.
_LOOK_UP_SECONDS = 0.1


class StoDriver(InputDriver):
    """Textual's driver with our reader in it."""

    def read_input(self) -> None:
        """Waits for input until the app ends. Raises TerminalGoneError."""
        reader = TerminalReader()
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                deadline, now = reader.deadline, time.monotonic()
                wait = _LOOK_UP_SECONDS if deadline is None else min(max(deadline - now, 0), _LOOK_UP_SECONDS)
                # What is there to read may have waited: then it is too early to say that nothing came.
                if selector.select(wait):
                    messages = reader.feed(self._read(), time.monotonic())
                else:
                    messages = reader.tick(time.monotonic())
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
