"""Drafts that come back: reading them, and laying them beside what the dossier prints now."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sto_tui.documents.word import DraftOptions, printed_fields
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.printed import FieldShape
from sto_tui.intake.returned_draft.document_chapters import as_in_documents
from sto_tui.intake.returned_draft.laid_beside import laid_beside
from sto_tui.intake.returned_draft.lines import LaidBeside
from sto_tui.intake.returned_draft.outcome import with_outcomes
from sto_tui.intake.returned_draft.returned import ReturnedDraft
from sto_tui.intake.sheets.table_reader import IntakeError
from sto_tui.planning.paper_registry import PARTS
from sto_tui.sent_papers import returned_draft


@dataclass(frozen=True)
class ReadDrafts:
    """The drafts of which something can be taken, and of the other files a Dutch sentence each that says why not."""

    drafts: tuple[ReturnedDraft, ...]
    refused: tuple[str, ...] = ()


def read_drafts(paths: Sequence[Path], dossier: Dossier, dossier_path: Path) -> ReadDrafts:
    """The drafts in these files, of this dossier. Raises IntakeError in Dutch when none of them can be read."""
    drafts, refused = [], []
    for path in dict.fromkeys(paths):
        try:
            drafts.append(returned_draft(dossier, dossier_path, path))
        except IntakeError as error:
            refused.append(str(error))
    if not drafts:
        raise IntakeError(" ".join(refused))
    return ReadDrafts(tuple(drafts), tuple(refused))


def beside_dossier(read: ReadDrafts, dossier: Dossier, today: date) -> LaidBeside:
    """What there is to decide about drafts, beside what the same papers would print now."""
    printed: dict[str, str] = {}
    for part in dict.fromkeys(draft.head.part for draft in read.drafts):
        paper = part if part in PARTS else PARTS[0]
        for field in printed_fields(dossier, DraftOptions(today, paper)):
            if field.shape is not FieldShape.COPY:
                printed.setdefault(field.address, field.text)
    drafts = read.drafts if len(read.drafts) == 1 else [_named(draft) for draft in read.drafts]
    laid = as_in_documents(laid_beside(drafts, dossier, printed, today), drafts, dossier)
    laid = with_outcomes(laid, dossier, today)
    return replace(laid, remarks=(*(f"Niet gelezen: {why}" for why in read.refused), *laid.remarks))


def _named(draft: ReturnedDraft) -> ReturnedDraft:
    """The same, with its name before what is said of it: of several drafts people have to know which one."""
    return replace(draft, remarks=tuple(f"{draft.name}: {remark}" for remark in draft.remarks))
