"""How far a paper is while it is made, for who waits for it and may stop it."""

from collections.abc import Callable

from sto_tui.domain.change import NotSavedError
from sto_tui.frozen import frozen


class StoppedError(NotSavedError):
    """Somebody stopped it; nothing was written."""

    def __init__(self) -> None:
        super().__init__("Gestopt. Er is niets geschreven.")


Steps = Callable[[int, int], None]
"""Hears how many of all steps are done."""


def unheard(step: int, steps: int) -> None:
    """For who does not want to know."""


def _go_on(percent: int, stage: str) -> bool:
    return True


@frozen
class HowFar:
    """Whom it is told: a percentage, and in a word what is being made. False from them stops it."""

    told: Callable[[int, str], bool] = _go_on

    def tell(self, percent: float, stage: str) -> None:
        """Says how far it is. Raises StoppedError."""
        if not self.told(int(percent), stage):
            raise StoppedError

    def steps(self, first: int, last: int, stage: str) -> Steps:
        """Tells of so many steps of all steps, in the part from `first` to `last` percent."""
        return lambda step, steps: self.tell(first + (last - first) * step / max(1, steps), stage)


SILENT = HowFar()
