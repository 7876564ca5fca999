"""What there is to say, at once or when the window over the place is closed."""

from collections.abc import Iterator
from contextlib import contextmanager

from sto_tui.session.front_protocol import Front


class SessionNews:
    """Says it at the place that is shown; while a window is open it is kept until the place is back."""

    def __init__(self, front: Front) -> None:
        self._front = front
        self._waiting: list[tuple[str, bool]] = []
        self._insisted: set[str] = set()
        self._gathers = False
        self.insists = False
        """Whether what was taken last has to stay until the next key."""

    @contextmanager
    def together(self) -> Iterator[None]:
        """What is said meanwhile is one message: of two that insist the second would wait for a key."""
        self._gathers = True
        try:
            yield
        finally:
            self._gathers = False
            self.say_kept()

    def say(self, message: str, *, error: bool = False) -> None:
        """Says it now, or keeps it."""
        if not self._said(message, error=error):
            self.keep(message, error=error)
            self._front.hear(message)

    def insist(self, message: str, *, error: bool = True) -> None:
        """Says something that went wrong or asks for an act, and nothing takes its place until the next key."""
        if self._said(message, error=error):
            self._front.let_stand()
        else:
            self._insisted.add(message)
            self.keep(message, error=error)
            self._front.hear(message)

    def mention(self, message: str) -> None:
        """Says it now or not at all: by the time that a window is closed nobody needs to know."""
        if not self._front.say(message, error=False):
            self._front.hear(message)

    @property
    def is_typing(self) -> bool:
        """Whether a form is open, in which a letter is no act."""
        return bool(self._front.forms)

    def say_kept(self) -> None:
        """Says what was kept, once the place has room for it."""
        waiting = self._waiting
        if waiting and self._said(*self._together(waiting)):
            self.take()
            if self.insists:
                self._front.let_stand()

    def keep(self, message: str, *, error: bool = False) -> None:
        """Keeps it for the next place."""
        if (message, error) not in self._waiting:
            self._waiting.append((message, error))

    def forget(self, message: str) -> None:
        """It is no longer so, wherever it waits or is said."""
        self._waiting = [kept for kept in self._waiting if kept[0] != message]
        self._front.forget(message)

    def take(self) -> tuple[str, bool]:
        """What was kept, once, and whether something went wrong."""
        waiting, self._waiting = self._waiting, []
        self.insists = any(message in self._insisted for message, _ in waiting)
        said = self._together(waiting)
        self._insisted.clear()
        return said

    def _said(self, message: str, error: bool) -> bool:
        return not self._gathers and self._front.say(message, error=error)

    def _together(self, waiting: list[tuple[str, bool]]) -> tuple[str, bool]:
        """What has to stay stands first: a narrow bar cuts the end."""
        ordered = sorted(waiting, key=lambda kept: kept[0] not in self._insisted)
        return " ".join(message for message, _ in ordered), any(error for _, error in ordered)
