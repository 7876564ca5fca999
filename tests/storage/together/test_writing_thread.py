"""What waits for a disk is done one thing at a time, and whoever asked gets what came of it."""

from pathlib import Path
from threading import Event, Thread, current_thread

import pytest

from sto_tui.pausing import begun
from sto_tui.storage.together import writing_thread
from sto_tui.storage.together.writing_thread import SlowDiskError, WritingThread


def test_what_is_done_within_something_else_is_part_of_it(tmp_path: Path) -> None:
    writing, threads = WritingThread(tmp_path), list[Thread]()

    def inner() -> None:
        threads.append(current_thread())

    def outer() -> None:
        threads.append(current_thread())
        writing.do(inner)

    for _ in range(100):
        writing.do(outer)
    assert len(set(threads)) == 100
    assert all(first is second for first, second in zip(threads[::2], threads[1::2], strict=True))
    assert current_thread() not in threads


def test_an_error_reaches_whoever_asked(tmp_path: Path) -> None:
    def fail() -> None:
        raise OSError("vol")

    writing = WritingThread(tmp_path)
    with pytest.raises(OSError, match="vol"):
        writing.do(fail)
    assert writing.do(lambda: "gelukt") == "gelukt"


def test_nothing_else_is_begun_while_an_act_stands_still(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing_thread, "PATIENCE_SECONDS", 0.01)
    writing, answer, did = WritingThread(tmp_path), Event(), list[object]()

    def write() -> bool:
        return answer.wait(30)

    paused = begun(lambda: did.append(writing.do(write)))
    assert paused is not None
    assert writing.is_busy
    with pytest.raises(SlowDiskError):
        writing.do(lambda: did.append("twice"))
    answer.set()
    assert paused.over.wait(30)
    assert paused.go_on() is None
    assert did == [True]
