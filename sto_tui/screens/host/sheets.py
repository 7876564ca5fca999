"""Sheets of others that can be taken in: which there are, and what one says with the answers that a person gives."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from sto_tui.frozen import frozen
from sto_tui.intake.questions import Answers, IntakeQuestion, SettledColumn
from sto_tui.screens.host.papers import Incoming


class SheetKind(StrEnum):
    """What a sheet is about, as on the command line."""

    MILESTONES = "mijlpalen"
    SPENDING = "uitgaven"
    PARTIES = "partijen"
    RISKS = "risicos"
    BUDGET = "begroting"
    COFINANCING = "cofinanciering"
    ACTIONS = "acties"


TABLE_OF: Mapping[SheetKind, str] = {
    SheetKind.MILESTONES: "milestones",
    SheetKind.SPENDING: "payments",
    SheetKind.PARTIES: "parties",
    SheetKind.RISKS: "risks",
    SheetKind.BUDGET: "budget",
    SheetKind.COFINANCING: "cofinancing",
    SheetKind.ACTIONS: "actions",
}
"""The table of the dossier into which the rows of a sheet go."""
KIND_OF: Mapping[str, SheetKind] = {table: kind for kind, table in TABLE_OF.items()}
"""What a sheet is about that goes into a table."""


@frozen
class OfferedSheet:
    """A file that may be meant: where it is, in words that fit a list too, and when it was last written."""

    path: str
    name: str
    folder: str
    written: datetime


@frozen
class IncomingSheet(Incoming):
    """What a sheet would change: also how much, each record in a line, and what has to be asked first.

    `settled` says in which column each field is read, which can be pointed at anew.
    """

    counts: str = ""
    records: tuple[str, ...] = ()
    questions: tuple[IntakeQuestion, ...] = ()
    settled: tuple[SettledColumn, ...] = ()


class ReadSheet(Protocol):
    """A sheet that was read."""

    @property
    def name(self) -> str:
        """The name of its file."""

    def earlier(self) -> tuple[date, Answers] | None:
        """What was answered the last time about a sheet of this form, and when."""

    def keep(self, answers: Answers) -> None:
        """Keeps the answers for the next sheet of this form."""

    def said(self, answers: Answers) -> IncomingSheet:
        """What it would change with these answers. May take long. Raises NotSavedError."""


class Sheets(Protocol):
    """Sheets of others."""

    def offered(self, kind: SheetKind) -> Sequence[OfferedSheet]:
        """The files that are likely meant, the newest first."""

    def find(self, typed: str) -> None:
        """Whether there is a file at this path. Raises NotSavedError when there is none."""

    def read(self, kind: SheetKind, file: str) -> ReadSheet:
        """Reads a file. May take long. Raises NotSavedError."""

    def read_pasted(self, kind: SheetKind, block: str) -> ReadSheet:
        """Reads a block that was pasted. May take long. Raises NotSavedError."""
