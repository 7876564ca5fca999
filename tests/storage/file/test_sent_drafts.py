"""What was in a draft that was sent, kept under the mark that only that draft has."""

import contextlib
from pathlib import Path

from sto_tui.storage.file.companion_folder import companion_folder
from sto_tui.storage.file.sent_drafts import keep_sent_draft, next_mark, sent_draft_kept


def test_two_sessions_that_write_at_once_each_keep_their_own(example: Path) -> None:
    with next_mark(example, "x") as mine, next_mark(example, "x") as theirs:
        assert (mine.partition("-")[2], theirs.partition("-")[2]) == ("1", "2")
        keep_sent_draft(example, theirs, b"theirs")
        keep_sent_draft(example, mine, b"mine")
    assert (sent_draft_kept(example, mine), sent_draft_kept(example, theirs)) == (b"mine", b"theirs")
    keep_sent_draft(example, mine, b"another")
    assert sent_draft_kept(example, mine) == b"mine", "never overwritten"


def test_the_next_mark_comes_after_the_last_also_where_one_in_between_went(example: Path) -> None:
    with next_mark(example, "x") as first, next_mark(example, "x") as second, next_mark(example, "x") as third:
        keep_sent_draft(example, first, b"first")
        keep_sent_draft(example, third, b"third")
    assert sent_draft_kept(example, second) is None
    with next_mark(example, "x") as mark:
        assert mark.partition("-")[2] == "4"


def test_a_mark_of_which_nothing_is_kept_leaves_nothing(example: Path) -> None:
    with contextlib.suppress(KeyboardInterrupt), next_mark(example, "x") as mark:
        assert sent_draft_kept(example, mark) is None
        raise KeyboardInterrupt
    assert list(companion_folder(example).glob("concept-*")) == []


def test_where_nothing_can_be_written_beside_it_there_is_a_mark_and_nothing_is_kept(example: Path) -> None:
    companion_folder(example).write_text("in the way")
    with next_mark(example, "x") as mark:
        keep_sent_draft(example, mark, b"draft")
    assert mark.endswith("-1")
    assert sent_draft_kept(example, mark) is None
