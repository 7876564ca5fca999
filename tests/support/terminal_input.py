"""What a stream of bytes and pauses is to the app, with a clock of the test's own."""

from collections.abc import Sequence

from textual.events import AppBlur, AppFocus, Key, MouseEvent, Paste
from textual.message import Message

from sto_tui.terminal.messages import NotUtf8, PasteTooLong
from sto_tui.terminal.reader import TerminalReader

LOCAL = 0.1


def read(*pieces: bytes | float, escape: float = LOCAL) -> list[str]:
    """What the app hears of these bytes, in words; a number is a pause of so many seconds."""
    return said(heard_of(*pieces, escape=escape))


def heard_of(*pieces: bytes | float, escape: float = LOCAL) -> list[Message]:
    """The messages themselves."""
    reader, now = TerminalReader(escape), 0.0
    heard: list[Message] = []
    for piece in (*pieces, 60.0):
        if isinstance(piece, bytes):
            heard += reader.feed(piece, now)
            continue
        end = now + piece
        while (deadline := reader.deadline) is not None and deadline <= end:
            now = max(now, deadline)
            heard += reader.tick(now)
        now = end
    return heard


def said(heard: Sequence[Message]) -> list[str]:
    """Keys by their name, and the rest by its kind."""
    words = []
    for one in heard:
        match one:
            case Key():
                words.append(one.key)
            case Paste():
                words.append(f"paste {one.text}")
            case PasteTooLong():
                words.append(f"too long {one.length}")
            case NotUtf8():
                words.append("not utf-8")
            case MouseEvent():
                words.append(type(one).__name__)
            case AppFocus() | AppBlur():
                words.append("focus")
            case _:
                words.append(f"other {type(one).__name__}")
    return words
