"""What was here and is not in the dossier on the server: files of this person, in the folder that belongs to it."""

import contextlib
from pathlib import Path

_BEGIN, _END = "eigen-", ".sto.json"


def path_of_own(folder: Path, tip: str) -> Path:
    """Where the state that ends with the change `tip` is kept."""
    return folder / f"{_BEGIN}{tip}{_END}"


def told_place(path: Path) -> str:
    """Its name and then its folder, as a person reads it: what does not fit in a small window is the end."""
    folder = path.parent
    with contextlib.suppress(ValueError, RuntimeError):
        return f"{path.name} in {Path('~') / folder.relative_to(Path.home())}"
    return f"{path.name} in {folder}"


def told_own(folder: Path) -> str:
    """That there are such files, as one Dutch sentence; empty when there are none."""
    found: list[tuple[float, Path]] = []
    for path in folder.glob(f"{_BEGIN}*{_END}"):
        # Somebody may take it away meanwhile.
        with contextlib.suppress(OSError):
            found.append((path.stat().st_mtime, path))
    if not found:
        return ""
    newest = max(found)[1]
    more = f" En nog {len(found) - 1} in die map." if len(found) > 1 else ""
    return f"Een eigen stand van eerder staat in {told_place(newest)}.{more}"
