"""Where a workshop stands, kept beside the dossier every few seconds: after a crash it goes on at the same moment.

Not a change of the dossier: the clock would fill its history, and undo would take back seconds instead of answers.
"""

import contextlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import orjson

from sto_tui.storage.file.companion_folder import beside, made_beside
from sto_tui.storage.file.replacing import write_whole
from sto_tui.storage.file.rights import share, status_of

NAME = "bijeenkomst.json"
_LARGEST = 1024 * 1024


class StandingFile:
    """The standing of the last workshop on a dossier. What cannot be written is left out."""

    def __init__(self, dossier_path: Path) -> None:
        self._dossier_path = dossier_path

    def read(self) -> Mapping[str, Any] | None:
        """What was kept; None when there is nothing, or nothing that can be read."""
        with contextlib.suppress(OSError, ValueError), beside(self._dossier_path) as folder:
            kept = orjson.loads(folder.read(NAME, _LARGEST)[1])
            return kept if isinstance(kept, dict) else None
        return None

    def keep(self, standing: Mapping[str, Any]) -> None:
        """Keeps where the workshop stands."""
        with contextlib.suppress(OSError), made_beside(self._dossier_path) as folder:
            dossier = status_of(self._dossier_path)
            write_whole(folder, NAME, orjson.dumps(standing), lambda descriptor: share(descriptor, dossier))

    def forget(self) -> None:
        """The workshop has come to its end."""
        with contextlib.suppress(OSError), beside(self._dossier_path) as folder:
            folder.remove(NAME)
