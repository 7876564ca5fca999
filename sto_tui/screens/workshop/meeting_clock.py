"""The clock of a round: it ticks, stands still, gets a minute more, and is kept for after a crash."""

from collections.abc import Callable
from dataclasses import replace
from time import monotonic
from typing import Protocol

from sto_tui.planning.evaluation.workshop import MORE_TIME, TIMED, Round, WorkshopPosition
from sto_tui.screens.host import Host
from sto_tui.screens.workshop.board import TEN_MINUTES

KEEP_SECONDS = 2
UNTIMED_KEEP_SECONDS = 20
MINUTE = 60
OUTSIDE = (Round.WELKOM, Round.AFSLUITING)
STANDS_STILL = "De klok staat stil; met spatie loopt die weer."


class Timed(Protocol):
    """The wall whose clock it is."""

    standing: WorkshopPosition

    @property
    def host(self) -> Host:
        """The app."""

    def show(self) -> None:
        """Shows the round."""

    def show_time(self) -> None:
        """Shows the clocks."""

    def say(self, message: str, *, error: bool = False) -> None:
        """Shows a message."""


class Stopwatch:
    """Counts whole seconds. A timer that comes late on a busy machine is not called again for those that it missed."""

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        self._now = now
        self._since = now()
        self._told = 0

    def passed(self) -> int:
        """The seconds since the last time that it was asked."""
        whole = round(self._now() - self._since)
        passed, self._told = whole - self._told, whole
        return passed


class MeetingClock:
    """Lets the time of a round run."""

    def __init__(self, wall: Timed) -> None:
        self._wall = wall
        self._seconds_since = 0

    def tick(self, passed: int = 1) -> None:
        """So many seconds have passed."""
        standing = self._wall.standing
        if standing.round not in OUTSIDE:
            standing = replace(standing, spent=standing.spent + passed)
        self._wall.standing = standing
        self._seconds_since += passed
        if standing.running:
            self._tick_round(standing, passed)
        elif standing.round not in OUTSIDE:
            if standing.spent % MINUTE < passed:
                self._wall.show_time()
            if self._seconds_since >= UNTIMED_KEEP_SECONDS:
                self.keep()

    def _tick_round(self, standing: WorkshopPosition, passed: int) -> None:
        seconds = max(0, standing.seconds - passed)
        self._wall.standing = replace(standing, seconds=seconds, running=seconds > 0)
        if not seconds:
            self._wall.say("De tijd is om.")
        self._wall.show_time()
        if seconds < TEN_MINUTES <= standing.seconds:
            self._wall.show()
        if self._seconds_since >= KEEP_SECONDS or not seconds:
            self.keep()

    def keep(self) -> None:
        """Keeps where the workshop stands."""
        self._seconds_since = 0
        self._wall.host.workshop.keep(self._wall.standing.stored())

    def pause(self) -> None:
        """Stops the clock, or lets it run."""
        if self._wall.standing.seconds:
            self._set(lambda standing: replace(standing, running=not standing.running))

    def hold(self) -> bool:
        """Stops the clock while something is asked; whether it ran."""
        ran = self._wall.standing.running
        self._set(lambda standing: replace(standing, running=False))
        return ran

    def go_on(self, *, ran: bool) -> None:
        """Lets a clock that was held run on, when it ran."""
        self._set(lambda standing: replace(standing, running=ran))

    def more(self) -> None:
        """A minute more."""
        self._set(lambda standing: replace(standing, seconds=standing.seconds + MORE_TIME, running=True))

    def _set(self, after: Callable[[WorkshopPosition], WorkshopPosition]) -> None:
        if self._wall.standing.round in TIMED:
            self._wall.standing = after(self._wall.standing)
        self._wall.show_time()
        self.keep()
