"""Work that stands still in the middle goes on from there, once."""

from contextvars import ContextVar
from threading import Event

import pytest

from sto_tui.pausing import begun, wait_until

WHERE: ContextVar[str] = ContextVar("where")


def test_it_goes_on_from_where_it_stood_and_never_does_anything_twice() -> None:
    first, second, did = Event(), Event(), list[str]()

    def work() -> None:
        did.append("begun")
        wait_until(first)
        did.append("first")
        wait_until(second)
        did.append("second")

    paused = begun(work)
    did.append("around it")
    assert paused is not None
    assert paused.over is first
    again = paused.go_on()
    assert again is not None, "woken before it was over"
    assert again.over is first
    assert did == ["begun", "around it"]
    first.set()
    paused = again.go_on()
    assert paused is not None
    assert paused.over is second
    second.set()
    assert paused.go_on() is None
    assert did == ["begun", "around it", "first", "second"]


def test_what_is_begun_within_work_is_part_of_it() -> None:
    over, did = Event(), list[str]()

    def inner() -> None:
        wait_until(over)
        did.append("inner")

    def work() -> None:
        assert begun(inner) is None
        did.append("outer")

    paused = begun(work)
    assert did == []
    assert paused is not None
    over.set()
    assert paused.go_on() is None
    assert did == ["inner", "outer"]


def test_what_nobody_began_as_work_waits_itself() -> None:
    over = Event()
    over.set()
    wait_until(over)
    assert begun(lambda: None) is None


def test_an_error_reaches_whoever_goes_on_with_it() -> None:
    over = Event()

    def work() -> None:
        wait_until(over)
        raise ValueError("vol")

    paused = begun(work)
    assert paused is not None
    over.set()
    with pytest.raises(ValueError, match="vol"):
        paused.go_on()


def test_it_goes_on_in_the_context_in_which_it_was_begun() -> None:
    seen, over = [], Event()

    def work() -> None:
        wait_until(over)
        seen.append(WHERE.get())

    WHERE.set("screen")
    paused = begun(work)
    WHERE.set("elsewhere")
    assert paused is not None
    over.set()
    paused.go_on()
    assert seen == ["screen"]
