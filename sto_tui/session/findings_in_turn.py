"""When the findings are worked on: after what was changed is on the screen, and in moments between keys."""

from collections.abc import Callable
from typing import Protocol

from sto_tui.session.findings import SessionFindings

AFTER_CHANGE = 0.1
"""Each change puts the findings off so long: those of keys that follow each other fast are worked out once."""
BETWEEN_MOMENTS = 0.005


class Timer(Protocol):
    """What runs out once."""

    def stop(self) -> None:
        """Keeps it from running out."""


class Keyed(Protocol):
    """The app, as far as when to do something depends on it."""

    @property
    def has_line(self) -> bool:
        """Whether something that a person did stands in line."""

    def set_timer(self, delay: float, callback: Callable[[], None], /) -> Timer:
        """Does something once, after so many seconds."""


class FindingsInTurn:
    """Has the findings of the session worked out by timers of the app."""

    def __init__(self, app: Keyed, findings: SessionFindings) -> None:
        self._app = app
        self._findings = findings
        self._timer: Timer | None = None

    def put_off(self) -> None:
        """Works them out again once what was changed is on the screen, and no other change follows at once."""
        self.stop()
        self._timer = self._app.set_timer(AFTER_CHANGE, self._after_change)

    def begin(self) -> None:
        """Works on them now, whatever stands in line: of a dossier just opened there are none yet."""
        if not self._findings.work_on():
            self._timer = self._app.set_timer(BETWEEN_MOMENTS, self.begin)

    def stop(self) -> None:
        """Leaves them as they are."""
        if self._timer:
            self._timer.stop()

    def _after_change(self) -> None:
        if self._app.has_line:
            # What comes after it in one packet is likely to change more, and would wait for findings that nobody sees.
            self.put_off()
        else:
            self.begin()
