"""Making a draft and putting it where drafts go; for the app and the command alike."""

import os
from pathlib import Path

from sto_tui.documents.names import free_path
from sto_tui.documents.word import Draft, DraftOptions, build
from sto_tui.domain.dossier import Dossier
from sto_tui.storage.errors import DossierError
from sto_tui.storage.files import write_new

FOLDER = "concepten"


def draft_folder(dossier_path: Path) -> Path:
    """The folder beside a dossier in which its drafts stand."""
    return dossier_path.parent / FOLDER


def write_draft(
    dossier: Dossier, options: DraftOptions, dossier_path: Path, target: Path | None = None
) -> tuple[Path, Draft]:
    """Writes a draft to `target`, or to a free name beside the dossier. Raises NotSavedError."""
    folder = draft_folder(dossier_path)
    if target is None and os.path.lexists(folder) and not folder.is_dir():
        raise DossierError(f"{folder} is geen map, en daar komen de concepten. Hernoem dat bestand.")
    draft = build(dossier, options)
    path = target or free_path(folder, dossier, options)
    write_new(path, draft.data)
    return path, draft
