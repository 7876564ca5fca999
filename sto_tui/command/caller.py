"""Who runs a command, and when: the clock and the account are read in one place, `sto_tui.cli`."""

from collections.abc import Callable
from datetime import date, datetime

from sto_tui.frozen import frozen


@frozen
class Caller:
    """The account name as it stands in a log and in the history, and a clock in local time.

    `period` is the plan period that was asked for, as typed; empty for the one at hand. `mouse` is whether the
    mouse was asked for, where it would be off.
    """

    user: str
    clock: Callable[[], datetime]
    period: str = ""
    mouse: bool = False

    @property
    def today(self) -> date:
        """The day on which the command runs."""
        return self.clock().date()
