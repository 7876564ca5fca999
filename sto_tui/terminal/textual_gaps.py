"""What Textual 8.2.8 does with the input of a terminal, and what we do instead; see also `widgets/textual_gaps.py`.

`tests/terminal/test_textual_gaps.py` fails when a release moves one of these parts.
"""

import asyncio
import os
import signal
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._keyboard_protocol import FUNCTIONAL_KEYS
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

# A shell that ends a job it had stopped sends SIGTERM and SIGCONT together, in no certain order.
_SETTLED_SECONDS = 0.05
MOST_CELLS = (1000, 500)
"""Columns and rows: what no terminal has. A larger size is a mistake or a trick, and drawing it would take for ever."""
_USUAL_CELLS = (80, 24)
# Longer ones it takes apart into keys.
_LONGEST_SEQUENCE = 32


class TextualKeys:
    """Textual's own tables of keys.

    Its parser is given whole sequences only: of half a one it makes keys, and a number that is no character ends it
    (Textualize/textual#6456, #6573, #6706).
    """

    def __init__(self) -> None:
        self._parser = XTermParser()

    @staticmethod
    def knows(sequence: str) -> bool:
        """Whether this escape sequence is a key in the old form."""
        return sequence in ANSI_SEQUENCES_KEYS

    @staticmethod
    def knows_function_key(code: int, final: str) -> bool:
        """Whether `CSI code final` is a key in the form of kitty that is no character."""
        return f"{code}{final}" in FUNCTIONAL_KEYS

    def messages(self, text: str) -> Iterable[Message]:
        """The messages for a character or a whole sequence; none for what Textual stumbles over."""
        if len(text) > _LONGEST_SEQUENCE:
            return []
        try:
            return list(self._parser.feed(text))
        except Exception:  # a parser that raised is of no use any more, whatever it was; the next key must work
            self._parser = XTermParser()
            return []


class InputDriver(LinuxDriver):
    """A driver that reads the terminal in `read_input`; an error there ends the app as any error does.

    Textual prints a traceback of it and ends as if all were well (Textualize/textual#6456). On every SIGCONT it begins
    anew, also when it never left off: two threads then share the keys between them, and the app cannot end.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._is_suspended = False
        self._last_cells = self._size or _USUAL_CELLS
        # Textual's app would ask the system itself for what it begins with.
        self._size = self._get_terminal_size()
        loop = asyncio.get_running_loop()
        loop.add_signal_handler(signal.SIGCONT, loop.call_later, _SETTLED_SECONDS, self._continued)

    def _continued(self) -> None:
        """Takes the terminal again, after whatever stopped this program; in the background it goes on waiting."""
        if not self._auto_restart or self._app.return_code is not None:
            return
        with suppress(OSError):  # a terminal that is gone is no reason to go on, and another signal tells that
            if os.tcgetpgrp(self.fileno) != os.getpgrp():
                os.kill(os.getpid(), signal.SIGSTOP)
                return
            if not self._is_suspended:
                # Stopped without a warning, so whoever had the terminal meanwhile may have left it otherwise.
                self.suspend_application_mode()
            self.resume_application_mode()

    def _get_terminal_size(self) -> tuple[int, int]:
        """The last size that a terminal can have, in columns and rows.

        Textual believes `COLUMNS` and `LINES` first: a program that began with them never follows its window.
        """
        with suppress(OSError):
            told = os.get_terminal_size(self.fileno)
            if 0 < told.columns <= MOST_CELLS[0] and 0 < told.lines <= MOST_CELLS[1]:
                self._last_cells = told.columns, told.lines
        return self._last_cells

    def suspend_application_mode(self) -> None:
        """Gives the terminal back to the shell."""
        super().suspend_application_mode()
        self._is_suspended = True

    def resume_application_mode(self) -> None:
        """Takes the terminal again."""
        self._is_suspended = False
        super().resume_application_mode()
        self._app.call_later(self._draw_anew)

    def _draw_anew(self) -> None:
        """Draws all of the screen: whoever had the terminal meanwhile left nothing of it, and Textual does not ask."""
        self._app.screen.refresh()

    def stop_application_mode(self) -> None:
        """Gives the terminal back at the end; one that belongs to the shell already stays as it is."""
        if not self._is_suspended:
            super().stop_application_mode()

    def disable_input(self) -> None:
        """Stops reading, when it is not stopped yet."""
        if not self._is_suspended:
            super().disable_input()

    def read_input(self) -> None:
        """Reads the terminal until `exit_event` is set."""
        raise NotImplementedError

    def _enable_bracketed_paste(self) -> None:
        """Asks for it, and whether the terminal does it: then what comes at once without marks was typed."""
        super()._enable_bracketed_paste()
        self.write("\x1b[?2004$p")

    def _query_in_band_window_resize(self) -> None:
        """Sizes come from the system: what a terminal says of them can be cut or absurd."""

    def _run_input_thread(self) -> None:
        try:
            self.read_input()
        except Exception as error:  # whatever it is: raised in the thread of the app, which frees the terminal
            self._app.call_later(_raise, error)


def _raise(error: Exception) -> None:
    raise error
