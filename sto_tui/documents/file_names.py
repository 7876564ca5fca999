"""Names for what goes out: safe for every file system, and never one that is taken."""

from datetime import date
from pathlib import Path

from sto_tui.documents.word import DraftOptions
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.text import slug

_LONGEST = 90
_LONGEST_PARTY, _LONGEST_PARTY_AFTER_PART = 60, 30


def draft_name(dossier: Dossier, options: DraftOptions, number: int = 1) -> str:
    """`plan-almere-2020-2023-20261122.docx`; from the second on with a number."""
    period = dossier.current_period
    party = dossier.caption(options.party) if options.party else ""
    words = (
        options.paper.file_stem,
        slug(party)[:_LONGEST_PARTY_AFTER_PART].strip("-"),
        dossier.region.name,
        period.label if period else "",
        f"{options.date:%Y%m%d}",
    )
    stem = "-".join(filter(None, map(slug, words)))
    return f"{stem[:_LONGEST].rstrip('-')}{f'-{number}' if number > 1 else ''}.docx"


def free_path(folder: Path, dossier: Dossier, options: DraftOptions) -> Path:
    """The first name in a folder that is not taken."""
    number = 1
    while _taken(path := folder / draft_name(dossier, options, number)):
        number += 1
    return path


def free_plan_file(folder: Path, kind: str, dossier: Dossier, day: date, suffix: str) -> Path:
    """The first name in a folder that is not taken: `werkmap-veenderwaard-2027-2028-20261128.xlsx`."""
    period = dossier.current_period
    words = (kind, dossier.region.name, period.label if period else "", f"{day:%Y%m%d}")
    stem = "-".join(filter(None, map(slug, words)))[:_LONGEST].rstrip("-")
    number = 1
    while _taken(path := folder / f"{stem}{f'-{number}' if number > 1 else ''}{suffix}"):
        number += 1
    return path


def decision_list_names(day: date, number: int = 1) -> tuple[str, str]:
    """`2026-11-22-besluiten-en-acties.docx` and `.md`; from the second on with a number."""
    stem = f"{day:%Y-%m-%d}-besluiten-en-acties{f'-{number}' if number > 1 else ''}"
    return f"{stem}.docx", f"{stem}.md"


def free_pair(folder: Path, day: date) -> tuple[Path, Path]:
    """The first names for the list of decisions that are both not taken, with the same number."""
    number = 1
    while True:
        word, markdown = (folder / name for name in decision_list_names(day, number))
        if not _taken(word) and not _taken(markdown):
            return word, markdown
        number += 1


def free_party_sheet(folder: Path, party: str, day: date) -> Path:
    """The first name in a folder that is not taken: `rollen-mbo-college-almere-2026-11-22.docx`."""
    stem = f"rollen-{slug(party)[:_LONGEST_PARTY].strip('-') or 'partij'}-{day:%Y-%m-%d}"
    number = 1
    while _taken(path := folder / f"{stem}{f'-{number}' if number > 1 else ''}.docx"):
        number += 1
    return path


def _taken(path: Path) -> bool:
    return path.exists() or path.is_symlink()
