"""Every kind of sheet that can be taken in, in one shape: what it says with some answers, and how that is told."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sto_tui.domain.change import Change
from sto_tui.domain.dossier import Dossier
from sto_tui.intake.proposal import IntakeProposal, told_counts, told_frame
from sto_tui.intake.questions import Answers
from sto_tui.intake.telling import for_screen
from sto_tui.intake.told_records import told_records

if TYPE_CHECKING:
    from sto_tui.intake.tables.no_table import NoTableError
    from sto_tui.intake.tables.workbook_tabs import SheetFile

# So many records take the numbers above them out of sight: they are told again below.
_LONG = 12


Source = Path | bytes
"""A file, or what was pasted."""


@dataclass(frozen=True)
class SheetAsked:
    """For whom a sheet is read, and what was answered about it."""

    dossier: Dossier
    today: date
    by: str
    answers: Answers


@dataclass(frozen=True)
class SheetSaid:
    """What taking in a sheet would do: how much that is, its records, and the whole preview, in lines."""

    proposal: IntakeProposal
    counts: str
    records: tuple[str, ...]
    lines: tuple[str, ...]


@dataclass(frozen=True)
class SheetOfKind:
    """A sheet that was read."""

    name: str
    said: Callable[[SheetAsked], SheetSaid]
    """What it says; pure. Raises IntakeError."""


def _read(read: Callable[[Path], "SheetFile"], path: Path) -> "SheetFile":
    """The file. Raises IntakeError with what can be done on a screen."""
    from sto_tui.intake.sheets.table_reader import IntakeError
    from sto_tui.intake.tables.no_table import NoTableError

    try:
        return read(path)
    except NoTableError as error:
        raise IntakeError(error.on_screen) from error


def _milestone_sheet(source: Source) -> SheetOfKind:
    from sto_tui.intake.milestones.choosing_tab import NoPlanError
    from sto_tui.intake.milestones.sheet_proposal import proposal_of, read_any_sheet
    from sto_tui.intake.sheets.table_reader import IntakeError
    from sto_tui.intake.tables.workbook_tabs import pasted_tabs

    sheet = _read(read_any_sheet, source) if isinstance(source, Path) else pasted_tabs(source)

    def said(asked: SheetAsked) -> SheetSaid:
        try:
            proposal = proposal_of(sheet, asked.dossier, asked.today, asked.answers, asked.by)
        except NoPlanError as error:
            if error.question.key in asked.answers:
                raise IntakeError(error.on_screen) from error
            proposal = IntakeProposal(Change("", ()), questions=(error.question,))
        return _as_records(sheet.name, proposal)

    return SheetOfKind(sheet.name, said)


def _spending_sheet(source: Source) -> SheetOfKind:
    from sto_tui.intake.spending.sheet_proposal import framed, proposal_of, read_pasted, read_sheet, told
    from sto_tui.intake.tables.no_table import NoTableError

    sheet = _read(read_sheet, source) if isinstance(source, Path) else read_pasted(source)

    def said(asked: SheetAsked) -> SheetSaid:
        try:
            proposal = proposal_of(sheet, asked.dossier, asked.today, asked.answers)
        except NoTableError as error:
            return _as_records(sheet.name, _asked_about(error, asked.answers))
        counts = told(len(proposal.added), proposal.cents)
        lines = tuple(framed(sheet.name, proposal))
        return SheetSaid(proposal, counts, tuple(told_records(proposal)), lines)

    return SheetOfKind(sheet.name, said)


def _register_sheet(word: str, source: Source) -> SheetOfKind:
    from sto_tui.intake.registers.sheet_proposal import proposal_of, read_pasted, read_sheet
    from sto_tui.intake.tables.no_table import NoTableError

    sheet = _read(read_sheet, source) if isinstance(source, Path) else read_pasted(source)

    def said(asked: SheetAsked) -> SheetSaid:
        try:
            proposal = proposal_of(sheet, word, asked.dossier, asked.today, asked.answers, asked.by)
        except NoTableError as error:
            proposal = _asked_about(error, asked.answers)
        return _as_records(sheet.name, proposal)

    return SheetOfKind(sheet.name, said)


def _asked_about(error: "NoTableError", answers: Answers) -> IntakeProposal:
    """Nothing but the question that would make it such a table. Raises IntakeError when there is none, or no more."""
    from sto_tui.intake.sheets.table_reader import IntakeError

    if error.question is None or error.question.key in answers:
        raise IntakeError(error.on_screen) from error
    return IntakeProposal(Change("", ()), questions=(error.question,))


def _as_records(name: str, proposal: IntakeProposal) -> SheetSaid:
    """What is told of a sheet of which every row is a record."""
    counts = told_counts(len(proposal.added), len(proposal.changed))
    records = tuple(told_records(proposal))
    taken = counts if proposal.added or proposal.changed else ""
    lines = [*told_frame(name, taken, records, proposal.refused, [*map(for_screen, proposal.remarks)])]
    return SheetSaid(proposal, counts, records, tuple(lines + lines[:1] * (len(records) > _LONG)))


_REGISTERS = ("partijen", "risicos", "begroting", "cofinanciering", "acties")
READERS: Mapping[str, Callable[[Source], SheetOfKind]] = {
    "mijlpalen": _milestone_sheet,
    "uitgaven": _spending_sheet,
    **{word: partial(_register_sheet, word) for word in _REGISTERS},
}
"""What reads a file of each kind, or a block that was pasted. They raise IntakeError with one Dutch sentence."""
