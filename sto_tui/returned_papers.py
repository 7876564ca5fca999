"""Drafts that come back: reading them, and laying them beside what the dossier prints now."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from sto_tui.documents.word import DraftOptions, build
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.printed import FieldShape
from sto_tui.intake.returned_draft.laid_beside import laid_beside
from sto_tui.intake.returned_draft.lines import LaidBeside
from sto_tui.intake.returned_draft.returned import ReturnedDraft
from sto_tui.planning.paper_registry import PARTS
from sto_tui.sent_papers import returned_draft


def read_drafts(paths: Sequence[Path], dossier: Dossier, dossier_path: Path) -> tuple[ReturnedDraft, ...]:
    """The drafts in these files, of this dossier. Raises IntakeError with one Dutch sentence."""
    return tuple(returned_draft(dossier, dossier_path, path) for path in paths)


def beside_dossier(drafts: Sequence[ReturnedDraft], dossier: Dossier, today: date) -> LaidBeside:
    """What there is to decide about drafts, beside what the same papers would print now."""
    printed: dict[str, str] = {}
    for part in dict.fromkeys(draft.head.part for draft in drafts):
        paper = part if part in PARTS else PARTS[0]
        for field in build(dossier, DraftOptions(today, paper)).fields:
            if field.shape is not FieldShape.COPY:
                printed.setdefault(field.address, field.text)
    return laid_beside(drafts, dossier, printed, today)
