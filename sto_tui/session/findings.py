"""The findings of the dossier that is open, worked out once for each version of it."""

from collections.abc import Callable

from sto_tui.domain.dossier import Dossier
from sto_tui.planning.checks.finding import Finding, findings
from sto_tui.session.opened import Opened


class SessionFindings:
    """Keeps them, and has them shown when they are others than before."""

    def __init__(self, opened: Opened, show: Callable[[], None]) -> None:
        self._opened = opened
        self._show = show
        self._latest: tuple[Finding, ...] = ()
        self._of: Dossier | None = None

    @property
    def latest(self) -> tuple[Finding, ...]:
        """The findings as they were worked out last."""
        return self._latest

    def now(self) -> tuple[Finding, ...]:
        """The findings of the dossier as it is at this moment."""
        self.work_out()
        return self._latest

    def work_out(self) -> None:
        """Works them out when they are of an earlier version."""
        if self._opened.session is None or self._of is self._opened.dossier:
            return
        self._of = self._opened.dossier
        self._latest = findings(self._of, self._opened.today)
        self._show()
