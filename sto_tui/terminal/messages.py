"""What the reader of the terminal has to tell the app, beside the keys."""

from textual.message import Message

from sto_tui.domain.change import NotSavedError

NO_CHARACTER = "\ufffd"
"""Stands for a byte that is no UTF-8."""


class TerminalGoneError(NotSavedError):
    """The terminal cannot be read any more; `str()` is the Dutch sentence."""

    def __init__(self) -> None:
        super().__init__("De terminal is weggevallen. Wat je nog typte staat bij de volgende start klaar.")


class NotUtf8(Message):
    """The terminal sent a byte that is no UTF-8: it is set to another character set."""


class PasteTooLong(Message):
    """More was pasted than the largest field takes, so nothing is taken; `length` in characters."""

    def __init__(self, length: int) -> None:
        super().__init__()
        self.length = length
