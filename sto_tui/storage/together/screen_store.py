"""A dossier in a file as a screen has it: it is written in another thread, and what writes it stands still for that."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from sto_tui.domain.change import Change
from sto_tui.domain.record import Ref
from sto_tui.storage.file.dossier_copy import Joined
from sto_tui.storage.file.newcomer import Newcomer
from sto_tui.storage.steps import NO_EFFECT, Effect
from sto_tui.storage.store import DossierStore
from sto_tui.storage.together.writing_thread import WritingThread

SCREEN_PATIENCE = 0.1
"""How many seconds a write may wait for another session's. Most writes of others are over by then."""


class ScreenStore(DossierStore):
    """One open dossier. Whatever writes raises SlowDiskError when something is being written already.

    While that lasts the dossier is as it was, or as it will be; nobody looks at the file.
    """

    def __init__(self, path: Path, user: str, clock: Callable[[], datetime]) -> None:
        super().__init__(path, user, clock, SCREEN_PATIENCE)
        self.writing = WritingThread(self.path)

    @property
    def is_free(self) -> bool:
        """Whether nobody is writing now, this session neither."""
        return not self.writing.is_busy and super().is_free

    def poll(self) -> tuple[Ref, ...]:
        """The records that another session changed since the last look; none while this one writes."""
        return () if self.writing.is_busy else super().poll()

    def join(self, joined: Joined, over: Newcomer | None = None) -> Change:
        """Brings another copy in, as one change that can be taken back."""
        return self.writing.do(lambda: super(ScreenStore, self).join(joined, over))

    def _write(self, change: Change, said: str = "", effect: Effect = NO_EFFECT, by: str = "") -> Change:
        return self.writing.do(lambda: super(ScreenStore, self)._write(change, said, effect, by))
