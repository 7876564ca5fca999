"""The tables: groups of rows, each with what someone would notice, measured beside a baseline in one run."""

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.drafts import draft_rows
from benchmarks.duo import duo_rows
from benchmarks.editing import edit_rows, opening_rows, store_rows
from benchmarks.keys import key_rows
from benchmarks.matrix import matrix_rows
from benchmarks.measuring import Row
from benchmarks.palette import palette_rows
from benchmarks.plan_tree import plan_tree_rows
from benchmarks.sessions import session_rows
from benchmarks.starting import command_rows, start_rows
from benchmarks.timeline import timeline_rows


class Group(NamedTuple):
    """Rows that are about one thing that someone would notice; `word` picks it at the command line."""

    word: str
    noticed: str
    rows: Callable[[Path], Iterator[Row]]


GROUPS = (
    Group("start", "How long the screen stays empty after `sto open`", start_rows),
    Group("commands", "How long a script or a shell waits", command_rows),
    Group("edits", "How long a letter or a light takes to appear", edit_rows),
    Group("keys", "Whether keys are answered at once on a slow line", key_rows),
    Group("timeline", "Whether the timeline stays quick with a large plan", timeline_rows),
    Group("matrix", "Whether the matrix stays quick with many parties", matrix_rows),
    Group("tree", "Whether the tree of the plan stays quick with all open", plan_tree_rows),
    Group("palette", "Whether the search keeps up with typing", palette_rows),
    Group("store", "How long a change is not yet safe", store_rows),
    Group("opening", "Whether a dossier of many years still opens", opening_rows),
    Group("drafts", "How long the Word draft takes", draft_rows),
    Group("duo", "How long a file of DUO takes", duo_rows),
    Group("sessions", "Whether anything is lost with several at work, or when the power fails", session_rows),
)


def measured(words: Sequence[str]) -> Iterator[Group | Row]:
    """Each group, followed by its rows; all of them when no word picks any."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["STO_CONFIG_DIR"] = str(Path(folder) / "settings")
        for group in GROUPS:
            if not words or group.word in words:
                yield group
                work = Path(folder) / group.word
                work.mkdir()
                yield from group.rows(work)
