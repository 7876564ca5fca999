"""What every sheet with questions goes through: read with the answers, shown, agreed to, and taken in as one change."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from sto_tui.command.asking import is_terminal, take_over
from sto_tui.command.asking_questions import asked_until_clear, name_open
from sto_tui.command.caller import Caller
from sto_tui.command.idle_answers import told_idle
from sto_tui.command.output import CommandError, remark, say
from sto_tui.domain import dutch
from sto_tui.intake.proposal import IntakeProposal, told_counts, told_frame
from sto_tui.intake.sheets.table_reader import IntakeError
from sto_tui.intake.telling import in_full
from sto_tui.intake.told_records import MOST_TOLD, told_records
from sto_tui.remembered_sheet import remember_answers, remembered_answers
from sto_tui.storage.file.durable_write import write_new
from sto_tui.storage.file.paths import file_to_make, file_to_read

if TYPE_CHECKING:
    from sto_tui.storage.any_store import Store

PASTED = "-"

_Proposal = TypeVar("_Proposal", bound=IntakeProposal)
_Sheet = TypeVar("_Sheet")


@dataclass(frozen=True)
class SheetWishes:
    """How a sheet is taken in: the answers given beforehand, and whether those of an earlier sheet are forgotten.

    `report` is the file in which everything is told; none when it is empty.
    """

    answers: Mapping[str, str] = field(default_factory=dict)
    anew: bool = False
    report: str = ""


def _counts(proposal: IntakeProposal) -> str:
    return told_counts(len(proposal.added), len(proposal.changed))


@dataclass(frozen=True)
class SheetIn(Generic[_Proposal]):
    """A sheet that was read, for a store: what it would do follows from the answers. `read` raises IntakeError.

    `counts` says how much it is, and `records` what, of each kind at most so many.
    """

    name: str
    store: "Store"
    read: Callable[[dict[str, str]], _Proposal]
    counts: Callable[[_Proposal], str] = _counts
    records: Callable[[_Proposal, int | None], Iterable[str]] = told_records


def file_or_pasted(
    source: str, kinds: str, read_file: Callable[[Path], _Sheet], read_pasted: Callable[[bytes], _Sheet]
) -> _Sheet:
    """The sheet in a file, or what is pasted when its name is `-`. Raises CommandError."""
    try:
        if source != PASTED:
            return read_file(file_to_read(source, kinds))
        if is_terminal():
            remark("Plak de tabel met haar koppen, en sluit af met Enter en Ctrl-D.")
        return read_pasted(sys.stdin.buffer.read() if sys.stdin is not None else b"")
    except IntakeError as error:
        raise CommandError(str(error)) from error


def take_in_sheet(sheet: SheetIn[_Proposal], caller: Caller, wishes: SheetWishes, *, without_asking: bool) -> int:
    """Takes in a sheet: 0 all taken, 1 rows refused or not taken. Raises CommandError or DossierError."""
    given = dict(wishes.answers)
    try:
        given = _with_remembered(sheet, given, wishes)
        proposal = sheet.read(given) if without_asking or not is_terminal() else asked_until_clear(sheet.read, given)
        idle = [*told_idle(sheet.read, proposal, given, wishes.answers)]
    except IntakeError as error:
        raise CommandError(str(error)) from error
    numbers = sheet.counts(proposal)
    _tell(sheet, proposal)
    if wishes.report:
        _write_in_full(sheet, given, wishes.report)
    for sentence in idle:
        remark(sentence)
    name_open(proposal.questions)
    if not proposal.change.edits:
        return 1 if proposal.refused or proposal.questions else 0
    taken = take_over(sheet.store, proposal.change, numbers, without_asking=without_asking)
    # A sheet of which nothing was asked says nothing about what was answered before.
    if taken and not proposal.questions and (given or wishes.anew):
        remember_answers(proposal, given, caller.today)
    return 0 if taken and not proposal.refused and not proposal.questions else 1


def _with_remembered(sheet: SheetIn[_Proposal], given: dict[str, str], wishes: SheetWishes) -> dict[str, str]:
    """The answers, with those of an earlier sheet with the same heads. Raises IntakeError."""
    proposal = sheet.read(given)
    if wishes.anew:
        return given
    remembered = remembered_answers(proposal, lambda answers: sheet.read({**answers, **given}))
    if remembered.told:
        say(f"{remembered.told} Opnieuw kiezen: --opnieuw.")
    return {**remembered.answers, **given}


def _tell(sheet: SheetIn[_Proposal], proposal: _Proposal) -> None:
    """What would be taken in, short."""
    name, numbers = sheet.name, sheet.counts(proposal)
    counts = numbers if proposal.change.edits else ""
    records = [*sheet.records(proposal, MOST_TOLD)] if proposal.change.edits else []
    for line in told_frame(name, counts, records, proposal.refused, proposal.remarks):
        say(line)
    if len(records) > MOST_TOLD:
        say(f"{name}: {counts}, {dutch.count(len(proposal.refused), 'weigering', 'weigeringen')}.")


def _write_in_full(sheet: SheetIn[_Proposal], given: dict[str, str], report: str) -> None:
    """All of it in a file: read again, so that no sentence names only the first few. Raises DossierError."""
    with in_full():
        proposal = sheet.read(given)
    write_new(file_to_make(report), "\n".join(_in_full(sheet, proposal)).encode())
    say(f"Alles staat in {report}.")


def _in_full(sheet: SheetIn[_Proposal], proposal: _Proposal) -> Iterator[str]:
    yield f"{sheet.name}: {sheet.counts(proposal)}, {dutch.count(len(proposal.refused), 'weigering', 'weigeringen')}."
    yield from proposal.remarks
    yield from (f"Regel {refusal.row}: {refusal.reason}" for refusal in proposal.refused)
    yield from sheet.records(proposal, None)
