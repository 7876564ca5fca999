"""The findings of the dossier that is open, worked out once for each version of it and each day."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from time import perf_counter

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.set_aside import SetAside
from sto_tui.failures import kind_of_failure
from sto_tui.planning.checks.finding import Finding, Judged, Judging
from sto_tui.session.what_is_open import Opened

MOMENT = 0.02
"""Seconds of work between two keys, which nobody notices; one check may take longer in a dossier of many regions."""


class SessionFindings:
    """Keeps them, and has them shown when they are others than before.

    A check that goes wrong must not keep anyone from the dossier: then there are none, and `fault` says so.
    """

    def __init__(self, opened: Opened, show: Callable[[], None]) -> None:
        self._opened = opened
        self._show = show
        self._judging = Judging()
        self._latest = Judged((), ())
        self._of: tuple[Dossier, date] | None = None
        self.fault = ""

    @property
    def latest(self) -> tuple[Finding, ...]:
        """The findings that are open, as they were worked out last."""
        return self._latest.open

    @property
    def aside(self) -> Sequence[tuple[Finding, SetAside]]:
        """Those that were set aside, each with where that was done."""
        return self._latest.aside

    @property
    def is_behind(self) -> bool:
        """Whether they are of an earlier version of the dossier."""
        return self._of is None or self._of[0] is not self._opened.dossier

    @property
    def is_worked_out(self) -> bool:
        """Whether they are of the dossier as it is, on this day."""
        return not self.is_behind and self._of is not None and self._of[1] == self._opened.today

    def now(self) -> tuple[Finding, ...]:
        """The open findings of the dossier as it is at this moment."""
        self.work_out()
        return self._latest.open

    def work_on(self) -> bool:
        """Works on them for a moment; False when there is more to do, and keys may be answered first."""
        if self._opened.session is not None and not self.is_worked_out:
            end = perf_counter() + MOMENT
            with suppress(Exception):  # said when they are put together
                for _ in self._judging.steps(self._opened.dossier, self._opened.today):
                    if perf_counter() > end:
                        return False
        self.work_out()
        return True

    def work_out(self) -> None:
        """Works them out when they are of an earlier version, or of an earlier day: a day makes things late."""
        if self._opened.session is None or self.is_worked_out:
            return
        dossier, today = self._opened.dossier, self._opened.today
        try:
            self._latest, self.fault = self._judging.judged(dossier, today), ""
        except Exception as error:  # whatever a check stumbles over
            self._latest, self.fault = Judged((), ()), _sentence(error)
        self._of = dossier, today
        self._show()


def _sentence(error: Exception) -> str:
    return f"Meldingen niet te bepalen: fout in het programma ({kind_of_failure(error)})."
