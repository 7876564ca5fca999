"""What TinyDB 4.9 can do and does not offer: its private part stands here, and nowhere else.

`tests/storage/file/test_tinydb_gaps.py` fails when a release moves it.
"""

from collections.abc import Callable, Mapping
from typing import Any

from tinydb.table import Table

Documents = dict[str, Mapping[str, Any]]


def update_at_once(table: Table, update: Callable[[Documents], None]) -> None:
    """Hands `update` a copy of all documents of a table by id, as text, to change, and writes the table once.

    TinyDB's own methods put in, change or remove; each writes the whole database, and none gives documents other
    contents by their ids (msiemens/tinydb#550). Its `_update_table` makes numbers of all ids and text of them again,
    a quarter of what an edit took in a matrix of 15,500 rows. No query is remembered, so none has to be forgotten.
    """
    tables = table._storage.read() or {}
    documents = dict(tables.get(table.name, {}))
    update(documents)
    table._storage.write({**tables, table.name: documents})
