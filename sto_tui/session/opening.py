"""Opening a dossier from the start screen, or making one."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from sto_tui import settings
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.text import slug
from sto_tui.session.what_is_open import Opened
from sto_tui.storage.file.paths import file_to_make, file_to_read, typed_path
from sto_tui.storage.samples import copy_sample, sample_names
from sto_tui.storage.store import DossierStore


class SessionOpening:
    """What can be opened; `show` shows what was opened."""

    def __init__(self, opened: Opened, show: Callable[[], None]) -> None:
        self._opened = opened
        self._show = show

    def recent(self) -> Sequence[Path]:
        """The dossiers opened last that are still there."""
        return [path for path in settings.load().recent if os.path.isfile(path)]

    def samples(self) -> Sequence[str]:
        """The names of the examples."""
        return sample_names()

    def copy_sample(self, name: str) -> Path:
        """Copies an example into the current folder. Raises NotSavedError."""
        return copy_sample(name, Path.cwd(), self._opened.today)

    def open_dossier(self, typed: str) -> None:
        """Opens the dossier in the file that was typed. Raises NotSavedError with one Dutch sentence."""
        self._opened.open(file_to_read(typed))

    def create_dossier(self, typed: str, dossier: Dossier) -> None:
        """Makes a dossier in the file that was typed, or one named after the region. Raises NotSavedError."""
        name = f"{slug(dossier.region.name) or 'dossier'}.sto.json"
        if typed and typed_path(typed).is_dir():
            typed = str(typed_path(typed) / name)
        typed = typed or name
        path = file_to_make(typed if typed.endswith(".json") else f"{typed}.sto.json")
        DossierStore.create(path, dossier)
        self.open_dossier(str(path))

    def begin(self) -> None:
        """Shows the first place of the dossier that was opened."""
        self._show()
