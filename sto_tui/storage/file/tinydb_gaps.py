"""What TinyDB 4.9 can do and does not offer: its private part stands here, and nowhere else.

`tests/storage/file/test_tinydb_gaps.py` fails when a release moves it.
"""

from collections.abc import Callable, Mapping
from typing import Any

from tinydb.table import Table

Documents = dict[int, Mapping[str, Any]]


def update_at_once(table: Table, update: Callable[[Documents], None]) -> None:
    """Hands `update` all documents of a table by id, to change in place, and writes the table once.

    TinyDB's own methods put in, change or remove; each writes the whole database, and none gives documents other
    contents by their ids (msiemens/tinydb#550).
    """
    table._update_table(update)
