"""What must not be broken off halfway by a signal: a file and its history, or a new file with all that is in it."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

_ENDING = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT")


@contextmanager
def unbroken() -> Iterator[None]:
    """Signals that end a program wait until this is done, and then do what they always do.

    Only for what takes a moment. Windows has no such waiting.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [getattr(signal, name) for name in _ENDING])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
