"""Files that are likely meant when something is taken in: those near the dossier, the newest first."""

import os
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

import platformdirs

from sto_tui.screens.host.sheets import OfferedSheet

_MOST_OFFERED = 30
# What a program writes beside a file that it has open.
_LOCK_MARKS = ("~$", ".")


def offered_files(beside: Sequence[Path], suffixes: tuple[str, ...]) -> Sequence[OfferedSheet]:
    """Those in these folders, where sto-tui was started, in the home folder and among what was downloaded."""
    home = Path.home()
    folders = (*beside, Path.cwd(), Path(platformdirs.user_downloads_dir()), home)
    files = {offered.path: offered for folder in folders for offered in _files_in(folder, home, suffixes)}
    return sorted(files.values(), key=lambda offered: offered.written, reverse=True)[:_MOST_OFFERED]


def _files_in(folder: Path, home: Path, suffixes: tuple[str, ...]) -> Iterator[OfferedSheet]:
    """The files of a folder; one that cannot be looked into has none."""
    shown = f"~{os.sep}{folder.relative_to(home)}" if folder != home and folder.is_relative_to(home) else str(folder)
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                is_meant = entry.name.lower().endswith(suffixes) and not entry.name.startswith(_LOCK_MARKS)
                if is_meant and entry.is_file():
                    written = datetime.fromtimestamp(entry.stat().st_mtime)
                    yield OfferedSheet(entry.path, entry.name, "~" if folder == home else shown, written)
    except OSError:
        return
