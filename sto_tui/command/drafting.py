"""`sto concept`: the Word draft of a dossier, and what it still misses."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from sto_tui.command.caller import Caller
from sto_tui.command.output import CommandError, remark, say_path
from sto_tui.command.paths import file_to_make, file_to_read, open_store
from sto_tui.documents.names import free_path
from sto_tui.documents.word import PARTS, DraftOptions, build
from sto_tui.domain import dutch
from sto_tui.storage.files import write_new

if TYPE_CHECKING:
    from sto_tui.documents.word import Draft
    from sto_tui.storage.store import DossierStore

FOLDER = "concepten"
SHOWN = 12


def write_draft(typed: str, caller: Caller, *, target: str | None, template: str | None, part: str) -> int:
    """Writes the draft, prints its path, and remarks what is missing. Raises CommandError or NotSavedError."""
    chosen = next((known for known in PARTS if known == part), None)
    if chosen is None:
        raise CommandError(f"‘{part}’ is geen deel van het concept. Kies uit {dutch.enumerate_words([*PARTS])}.")
    path = None if target is None else file_to_make(target)
    style = None if template is None else file_to_read(template, ".docx")
    store = open_store(typed, caller)
    options = DraftOptions(
        date=caller.today,
        part=chosen,
        template=_bytes_of(style) if style else None,
        template_name=style.name if style else "",
    )
    draft = build(store.dossier, options)
    path = path or _own_path(store, options)
    write_new(path, draft.data)
    say_path(path)
    _remark_on(draft)
    return 0


def _own_path(store: "DossierStore", options: DraftOptions) -> Path:
    """A free name in the folder beside the dossier. Raises CommandError when that is no folder."""
    folder = store.path.parent / FOLDER
    if os.path.lexists(folder) and not folder.is_dir():
        raise CommandError(f"{folder} is geen map, en daar komen de concepten. Kies een bestand met -o.")
    return free_path(folder, store.dossier, options)


def _bytes_of(template: Path) -> bytes:
    try:
        return template.read_bytes()
    except OSError as error:
        raise CommandError(f"Het sjabloon {template} kan niet gelezen worden. Kies een ander .docx-bestand.") from error


def _remark_on(draft: "Draft") -> None:
    for notice in draft.notices:
        remark(notice)
    if not draft.missing:
        return
    remark(f"Nog in te vullen: {dutch.count(len(draft.missing), 'onderdeel', 'onderdelen')}.")
    for missing in draft.missing[:SHOWN]:
        remark(f"- {missing.chapter}: {missing.what}")
    if len(draft.missing) > SHOWN:
        remark(f"- en nog {len(draft.missing) - SHOWN}; kijk bij de plaats Concept")
