"""Names for what goes out: safe for every file system, and never one that is taken."""

from pathlib import Path

from sto_tui.documents.word import DraftOptions
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.text import slug

_LONGEST = 90
_PART_NAMES = {"alles": "plan", "regiovisie": "regiovisie", "activiteitenplan": "activiteitenplan"}


def draft_name(dossier: Dossier, options: DraftOptions, number: int = 1) -> str:
    """`plan-almere-2020-2023-20261122.docx`; from the second on with a number."""
    period = dossier.current_period
    words = (_PART_NAMES[options.part], dossier.region.name, period.label if period else "", f"{options.date:%Y%m%d}")
    stem = "-".join(filter(None, map(slug, words)))
    return f"{stem[:_LONGEST].rstrip('-')}{f'-{number}' if number > 1 else ''}.docx"


def free_path(folder: Path, dossier: Dossier, options: DraftOptions) -> Path:
    """The first name in a folder that is not taken."""
    number = 1
    while (path := folder / draft_name(dossier, options, number)).exists() or path.is_symlink():
        number += 1
    return path
