"""Drafts that go out and come back, through real files."""

from datetime import date
from pathlib import Path

from sto_tui.documents.word import DraftOptions, build
from sto_tui.domain.dossier import Dossier
from sto_tui.intake.returned_draft.carrying import draft_as_sent, with_manifest
from sto_tui.intake.returned_draft.manifest import manifest_xml
from sto_tui.intake.returned_draft.reading import read_returned_draft, revision_in
from sto_tui.intake.returned_draft.returned import ManifestHead, ReturnedDraft
from sto_tui.planning.paper_registry import PaperPart

DAY = date(2027, 5, 20)
MARK = "7F3A-12"


def sent_out(dossier: Dossier, part: PaperPart = "alles", *, commenting: bool = False) -> bytes:
    """The bytes of a draft that can be read back."""
    return sent_and_kept(dossier, part, commenting=commenting)[0]


def sent_and_kept(dossier: Dossier, part: PaperPart = "alles", *, commenting: bool = False) -> tuple[bytes, bytes]:
    """The same, and what the dossier keeps of it."""
    draft = build(dossier, DraftOptions(DAY, part, mark=MARK, commenting=commenting))
    head = ManifestHead(dossier=dossier.key, part=part, export="12", mark=MARK)
    sent = draft_as_sent(draft.data, draft.fields, head, lambda address: revision_in(dossier, address))
    manifest = manifest_xml(sent)
    return with_manifest(draft.data, head, manifest), manifest


def read_back(folder: Path, dossier: Dossier, data: bytes) -> ReturnedDraft:
    """What the reader finds in a file with these bytes."""
    path = folder / "terug.docx"
    path.write_bytes(data)
    return read_returned_draft(path, dossier, lambda _: ())
