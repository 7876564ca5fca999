"""What this person chose in the search of the dossier that is open, kept with the visit."""

from collections.abc import Sequence
from dataclasses import replace

from sto_tui import settings
from sto_tui.session.what_is_open import Opened

MOST = 10


class SessionChosen:
    """The last ten, the latest first."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened

    def latest(self) -> Sequence[str]:
        """By the names under which they were kept."""
        return self._visit.chosen

    def add(self, name: str) -> None:
        """Keeps one more."""
        visit = self._visit
        earlier = [kept for kept in visit.chosen if kept != name]
        chosen = (name, *earlier)[:MOST]
        settings.remember_visit(self._opened.store.place, self._opened.user, replace(visit, chosen=chosen))

    @property
    def _visit(self) -> settings.LastVisit:
        return settings.visit_of(self._opened.store.place, self._opened.user)
