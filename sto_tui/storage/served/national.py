"""What dossiers on a server give to who supports the regions: a view of chosen fields, and nothing past it."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from sto_tui.planning.national import SeenRegion
from sto_tui.storage.served.connection import ServerConnection

_FIELDS = "SELECT tbl, fields FROM sto.landelijke_velden"
_SEEN = "SELECT dossier::text, name, tbl, id, doc FROM sto.landelijk ORDER BY name, tbl, id"
_FOLLOWED = "SELECT DISTINCT name FROM sto.landelijk ORDER BY name"


def followed(connection: ServerConnection) -> list[str]:
    """The names of the dossiers of which the one who is logged in is landelijk. Raises DossierError."""
    return [name for (name,) in connection.read(_FOLLOWED)]


def seen_regions(connection: ServerConnection) -> list[SeenRegion]:
    """The dossiers of which the one who is logged in is landelijk. Raises DossierError."""
    chosen: dict[str, Collection[str]] = dict(connection.read(_FIELDS))
    names: dict[str, str] = {}
    documents: dict[str, dict[str, dict[int, dict[str, Any]]]] = defaultdict(lambda: defaultdict(dict))
    for key, name, table, number, document in connection.read(_SEEN):
        names[key] = name
        documents[key][table][number] = document or {}
    return [SeenRegion(name, documents[key], chosen) for key, name in names.items()]
