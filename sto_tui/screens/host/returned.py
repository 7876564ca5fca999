"""Drafts that come back from Word."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from sto_tui.frozen import frozen
from sto_tui.screens.host.sheets import OfferedSheet

if TYPE_CHECKING:
    from sto_tui.intake.returned_draft.lines import DraftLine, LaidBeside
    from sto_tui.intake.returned_draft.taking_over import TakenOver


@frozen
class BackFromWord:
    """Drafts that were read, beside the dossier as it was then.

    `take` says what taking over some lines does, with the text to take by the number of the line. `problem` says in
    Dutch why a text cannot be that of a line; empty when it can. `outcome` tells what comes of a text, where that does
    not say so itself. `is_current` brings the
    dossier up to date, and says whether it is still the one that the drafts were laid beside. `again` lays them beside
    the one of now; it may take long, and can be called from another thread.
    """

    laid: "LaidBeside"
    take: "Callable[[Mapping[int, str]], TakenOver]"
    problem: "Callable[[DraftLine, str], str]"
    outcome: "Callable[[DraftLine, str], Sequence[str]]"
    is_current: "Callable[[], bool]"
    again: "Callable[[], BackFromWord]"


class DraftsBack(Protocol):
    """Finds and reads drafts that came back."""

    def offered(self) -> Sequence[OfferedSheet]:
        """The Word files that are likely meant, the newest first."""

    def check(self, files: str) -> None:
        """Whether the files are there, without reading them. Raises NotSavedError."""

    def read(self, files: str) -> BackFromWord:
        """Reads the files, a path per line. Raises NotSavedError."""
