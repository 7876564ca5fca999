"""What tests of the store have in common: a dossier in a file and one on a server, for one and the same test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sto_tui.domain.dossier import Dossier
from sto_tui.storage.store import DossierStore
from tests.support.kept import KeepIt, Kept, KeptInFile, KeptOnServer, raw_of
from tests.support.postgres import Database, on_postgres, shared_postgres


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[Database]:
    """A database of this worker on the one server of the run."""
    own = tmp_path_factory.getbasetemp()
    with shared_postgres(own if worker_id == "master" else own.parent) as postgres:
        database = postgres.new_database(f"proef_{worker_id}")
        yield database
        database.close()


@pytest.fixture
def served(database: Database, tmp_path: Path) -> Iterator[KeptOnServer]:
    """A place on the server where no dossier stands yet."""
    kept = KeptOnServer(database, tmp_path / "van-servers")
    yield kept
    kept.close()


@pytest.fixture
def begin(few_records: Dossier) -> Dossier:
    """The dossier that `kept` holds; a module may have another one."""
    return few_records


@pytest.fixture(params=["in a file", pytest.param("on a server", marks=on_postgres)])
def keep(request: pytest.FixtureRequest, tmp_path: Path) -> KeepIt:
    """Keeps a dossier, once in a file and once on a server."""
    if request.param == "in a file":
        path = tmp_path / "proef.sto.json"

        def in_file(dossier: Dossier) -> Kept:
            DossierStore.create(path, dossier)
            return KeptInFile(path)

        return in_file
    served: KeptOnServer = request.getfixturevalue("served")

    def on_server(dossier: Dossier) -> Kept:
        served.put(raw_of(dossier))
        return served

    return on_server


@pytest.fixture
def kept(keep: KeepIt, begin: Dossier) -> Kept:
    """The dossier of the module, once in a file and once on a server."""
    return keep(begin)
