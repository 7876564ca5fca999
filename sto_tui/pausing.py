"""Work that stands still in the middle, while the program around it goes on: no second thread, nothing done twice.

An act of a person writes somewhere in its midst, and a disk may take long over that. Whoever began the act then leaves
it as it stands and goes on with it from that very place once the disk has answered.
"""

from collections.abc import Callable
from contextvars import copy_context
from threading import Event

from greenlet import getcurrent, greenlet


class _Work(greenlet):
    """What stands on a stack of its own, so that it can be left as it is."""


class Paused:
    """Work that stands still until something is over."""

    def __init__(self, work: _Work, over: Event) -> None:
        self._work = work
        self.over = over
        """Set, in any thread, once it can go on."""

    def go_on(self) -> "Paused | None":
        """Goes on with it, in the thread that began it; None when it came to its end. Raises what it raises."""
        self._work.parent = getcurrent()
        return _left(self._work)


def begun(work: Callable[[], object]) -> Paused | None:
    """Does it as far as it goes; None when it came to its end. What is begun within other work is part of that."""
    if is_within_work():
        work()
        return None
    stack = _Work(work)
    stack.gr_context = copy_context()
    return _left(stack)


def wait_until(over: Event) -> None:
    """Returns once it is over. Work stands still meanwhile; what nobody began as work keeps its thread waiting."""
    current = getcurrent()
    while isinstance(current, _Work) and current.parent is not None and not over.is_set():
        current.parent.switch(over)
    over.wait()


def is_within_work() -> bool:
    """Whether this is part of something that was begun as work."""
    return isinstance(getcurrent(), _Work)


def _left(work: _Work) -> Paused | None:
    over = work.switch()
    return None if work.dead else Paused(work, over)
