"""A dossier on a real server, for the screen."""

from tests.storage.conftest import database, served

__all__ = ["database", "served"]
