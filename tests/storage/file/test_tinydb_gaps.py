"""The private part of TinyDB that we use is where it was, and does what we think."""

from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document

from sto_tui.storage.file.tinydb_gaps import Documents, update_at_once

Tables = dict[str, dict[str, Any]]


class CountingStorage(Storage):
    """Counts how often the whole database is written."""

    def __init__(self) -> None:
        self.tables: Tables | None = None
        self.writes = 0

    def read(self) -> Tables | None:
        return self.tables

    def write(self, data: Tables) -> None:
        self.tables = data
        self.writes += 1


def test_a_table_is_changed_by_id_and_written_once() -> None:
    storage = CountingStorage()
    table = TinyDB(storage=lambda: storage).table("goals")
    table.insert_multiple([Document({"name": name}, number) for number, name in enumerate("abc", 1)])
    storage.writes = 0

    def update(documents: Documents) -> None:
        assert dict(documents) == {"1": {"name": "a"}, "2": {"name": "b"}, "3": {"name": "c"}}
        del documents["2"]
        documents["3"] = {"name": "d"}
        documents["9"] = {"name": "e"}

    before = storage.tables
    update_at_once(table, update)
    assert before == {"goals": {"1": {"name": "a"}, "2": {"name": "b"}, "3": {"name": "c"}}}, "not changed in place"
    assert storage.writes == 1
    assert storage.tables == {"goals": {"1": {"name": "a"}, "3": {"name": "d"}, "9": {"name": "e"}}}
    assert [document.doc_id for document in table.all()] == [1, 3, 9]
