"""What was in each draft that was sent, kept beside the dossier under the mark of that draft, and never overwritten."""

import contextlib
import gzip
import re
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from sto_tui.storage.file.companion_folder import beside, companion_folder, made_beside
from sto_tui.storage.file.durable_write import write_durably, write_new
from sto_tui.storage.file.errors import DossierError

_NAME = re.compile(r"concept-([0-9A-F]{4}-(\d{1,6}))\.xml\.gz")
# More than a dossier of the largest size makes of one draft.
_LARGEST_KEPT = _LARGEST_TEXT = 100 * 1024 * 1024

# The highest takes three times as long for a fiftieth less.
_PACKING = 6


@contextlib.contextmanager
def next_mark(dossier_path: Path, key: str) -> Iterator[str]:
    """The mark of the next draft: by four figures of its dossier and the number of the draft, `7F3A-12`.

    While it is held no other session gets it: an empty file stands under it, that goes when nothing is kept. Where
    nothing can be written beside the dossier it is the number alone, and nothing is kept of the draft.
    """
    of_dossier = f"{zlib.crc32(key.encode()) & 0xFFFF:04X}"
    number = 1
    is_held = False
    with contextlib.suppress(OSError, DossierError), made_beside(dossier_path) as folder:
        number = max((int(match[2]) for match in map(_NAME.fullmatch, folder.names()) if match), default=0) + 1
        while not _held(dossier_path, f"{of_dossier}-{number}"):
            number += 1
        is_held = True
    mark = f"{of_dossier}-{number}"
    try:
        yield mark
    finally:
        if is_held:
            _let_go(dossier_path, mark)


def _held(dossier_path: Path, mark: str) -> bool:
    """Puts an empty file under a mark; False when another session did so before. Raises DossierError."""
    try:
        write_new(companion_folder(dossier_path) / _name(mark), b"", of=dossier_path)
    except DossierError as error:
        if isinstance(error.__cause__, FileExistsError):
            return False
        raise
    return True


def _let_go(dossier_path: Path, mark: str) -> None:
    with contextlib.suppress(OSError), beside(dossier_path) as folder:
        if not folder.status(_name(mark)).st_size:
            folder.remove(_name(mark))


def keep_sent_draft(dossier_path: Path, mark: str, manifest: bytes) -> None:
    """Keeps what was in a draft, under the mark that is held for it.

    Where that fails the draft still has it itself, so nobody has to know.
    """
    with contextlib.suppress(OSError, DossierError), beside(dossier_path) as folder:
        if not folder.status(_name(mark)).st_size:
            write_durably(companion_folder(dossier_path) / _name(mark), [gzip.compress(manifest, _PACKING, mtime=0)])


def sent_draft_kept(dossier_path: Path, mark: str) -> bytes | None:
    """What was in the draft with this mark; None when it is not there or cannot be read."""
    with contextlib.suppress(OSError, EOFError, zlib.error), beside(dossier_path) as folder:
        _, packed = folder.read(_name(mark), _LARGEST_KEPT)
        unpacking = zlib.decompressobj(wbits=31)
        manifest = unpacking.decompress(packed, _LARGEST_TEXT)
        return manifest if unpacking.eof else None
    return None


def sent_drafts(dossier_path: Path) -> Sequence[str]:
    """The marks of the drafts of which something is kept, the newest first."""
    with contextlib.suppress(OSError), beside(dossier_path) as folder:
        kept = [(int(match[2]), match[1]) for match in map(_NAME.fullmatch, folder.names()) if match]
        return [mark for _, mark in sorted(kept, reverse=True)]
    return []


def _name(mark: str) -> str:
    return f"concept-{mark}.xml.gz"
