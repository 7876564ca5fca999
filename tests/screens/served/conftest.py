"""A dossier on a real server, for the screen."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.kept import KeptOnServer
from tests.support.postgres import Database, shared_postgres


@pytest.fixture(scope="session")
def screens_database(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[Database]:
    """A database of this worker for its screens, on the one server of the run."""
    own = tmp_path_factory.getbasetemp()
    with shared_postgres(own if worker_id == "master" else own.parent) as postgres:
        database = postgres.new_database(f"scherm_{worker_id}")
        yield database
        database.close()


@pytest.fixture
def there(screens_database: Database, tmp_path: Path, small: Path) -> Iterator[KeptOnServer]:
    """The small dossier on the server."""
    kept = KeptOnServer(screens_database, tmp_path / "van-servers")
    kept.put(json.loads(small.read_bytes()))
    yield kept
    kept.close()
