"""What was here and is not in the dossier on the server: files of this person, in the folder that belongs to it."""

import contextlib
from pathlib import Path

from sto_tui.storage.file.codec import encode
from sto_tui.storage.file.durable_write import write_new
from sto_tui.storage.file.errors import DossierError
from sto_tui.storage.file.lineage import Lineage, with_lineage
from sto_tui.storage.file.migrations import RawTables
from sto_tui.storage.file.reasons import reason

_BEGIN, _END = "eigen-", ".sto.json"


def keep_own(own_folder: Path, raw: RawTables, lineage: Lineage) -> Path:
    """Keeps a state as a dossier of its own; where it lies then. Raises DossierError when that cannot be done."""
    path = own_folder / f"{_BEGIN}{lineage.tip}{_END}"
    if not path.exists():
        try:
            own_folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise DossierError(
                f"{own_folder} is niet te maken: {reason(error)}. Maak ruimte of vraag rechten."
            ) from error
        write_new(path, encode(with_lineage(raw, lineage, path.name)))
    return path


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
