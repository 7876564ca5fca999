"""Where a workshop on the dossier that is open stands."""

from collections.abc import Mapping
from typing import Any

from sto_tui.session.what_is_open import Opened


class SessionWorkshop:
    """Keeps it beside the dossier."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened

    def read(self) -> Mapping[str, Any] | None:
        """Where the last workshop stood."""
        return self._opened.session.workshop.read() if self._opened.session else None

    def keep(self, standing: Mapping[str, Any]) -> None:
        """Keeps where the workshop stands; the clock waits for no disk."""
        if self._opened.session and not self._opened.is_out_of_reach:
            self._opened.session.workshop.keep(standing)

    def forget(self) -> None:
        """The workshop has come to its end."""
        if self._opened.session:
            self._opened.session.workshop.forget()
