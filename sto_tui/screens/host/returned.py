"""Drafts that come back from Word."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from sto_tui.intake.returned_draft.lines import DraftLine, LaidBeside
    from sto_tui.intake.returned_draft.taking_over import TakenOver


@dataclass(frozen=True)
class BackFromWord:
    """Drafts that were read, beside the dossier as it was then.

    `take` says what taking over some lines does, with the text to take by the number of the line. `problem` says in
    Dutch why a text cannot be that of a line; empty when it can. `again` is the same beside the dossier as it stands in
    the file by then, and this one itself when nothing changed.
    """

    laid: "LaidBeside"
    take: "Callable[[Mapping[int, str]], TakenOver]"
    problem: "Callable[[DraftLine, str], str]"
    again: "Callable[[], BackFromWord]"


class DraftsBack(Protocol):
    """Reads drafts that came back."""

    def check(self, files: str) -> None:
        """Whether the files are there, without reading them. Raises NotSavedError."""

    def read(self, files: str) -> BackFromWord:
        """Reads the files, a path per line. Raises NotSavedError."""
