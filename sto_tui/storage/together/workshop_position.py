"""Where a workshop stands, kept beside the dossier every few seconds: after a crash it goes on at the same moment.

Not a change of the dossier: the clock would fill its history, and undo would take back seconds instead of answers.
"""

import contextlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import orjson

from sto_tui.storage.file.companion_folder import companion_folder, share, shared_folder
from sto_tui.storage.file.replacing import write_whole

NAME = "bijeenkomst.json"


class StandingFile:
    """The standing of the last workshop on a dossier. What cannot be written is left out."""

    def __init__(self, dossier_path: Path) -> None:
        self._dossier_path = dossier_path
        self._path = companion_folder(dossier_path) / NAME

    def read(self) -> Mapping[str, Any] | None:
        """What was kept; None when there is nothing, or nothing that can be read."""
        with contextlib.suppress(OSError, ValueError):
            standing = orjson.loads(self._path.read_bytes()) if self._path.is_file() else None
            return standing if isinstance(standing, dict) else None
        return None

    def keep(self, standing: Mapping[str, Any]) -> None:
        """Keeps where the workshop stands."""
        with contextlib.suppress(OSError):
            shared_folder(self._dossier_path)
            data = orjson.dumps(standing)
            write_whole(self._path, data, lambda descriptor: share(descriptor, self._dossier_path))

    def forget(self) -> None:
        """The workshop has come to its end."""
        with contextlib.suppress(OSError):
            self._path.unlink()
