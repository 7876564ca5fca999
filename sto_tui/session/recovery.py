"""A damaged file: what is wrong with it, and what can take its place."""

from collections.abc import Callable

from sto_tui.session.news import SessionNews
from sto_tui.session.what_is_open import Opened
from sto_tui.storage.file.paths import ending_as_dossier, file_to_make
from sto_tui.storage.past.recovery import put_in_place, save_as
from sto_tui.storage.together.open_dossier import DamagedFile
from sto_tui.storage.together.screen_store import SCREEN_PATIENCE


class SessionRecovery:
    """Puts a version in its place, and has it shown with `show`."""

    def __init__(self, opened: Opened, news: SessionNews, show: Callable[[], None]) -> None:
        self._opened = opened
        self._news = news
        self._show = show

    @property
    def damaged(self) -> DamagedFile:
        """What is wrong with the file, and the versions that can take its place."""
        assert self._opened.damaged is not None
        return self._opened.damaged

    def put_in_place(self, version: int) -> None:
        """Puts a version in the place of the damaged file, and opens it. Raises NotSavedError."""
        damaged = self.damaged
        chosen = damaged.versions[version]
        aside = put_in_place(damaged.path, chosen, self._opened.now, SCREEN_PATIENCE)
        self._opened.open(damaged.path)
        self._opened.store.note(f"Beschadigd bestand vervangen door {chosen.source}")
        beside = "; het beschadigde bestand staat ernaast" if aside != damaged.path else ""
        self._news.keep(f"Teruggezet{beside}.")
        self._show()

    def save_version(self, version: int, typed: str) -> None:
        """Writes a version as a new file. Raises NotSavedError."""
        save_as(self.damaged.versions[version], file_to_make(ending_as_dossier(typed)), self.damaged.path)
