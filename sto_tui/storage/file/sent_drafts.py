"""What was in each draft that was sent, kept beside the dossier under the mark of that draft, and never overwritten."""

import contextlib
import gzip
import re
import zlib
from pathlib import Path

from sto_tui.storage.file.companion_folder import beside, companion_folder
from sto_tui.storage.file.durable_write import write_new
from sto_tui.storage.file.errors import DossierError

_NAME = re.compile(r"concept-[0-9A-F]{4}-(\d{1,6})\.xml\.gz")
# The text of a thousand pages, as in a Word file that comes in.
_LARGEST_KEPT = _LARGEST_TEXT = 20 * 1024 * 1024


def next_mark(dossier_path: Path, key: str) -> str:
    """The mark of the next draft: by four figures of its dossier and the number of the draft, `7F3A-12`."""
    names: list[str] = []
    with contextlib.suppress(OSError), beside(dossier_path) as folder:
        names = folder.names()
    number = max((int(match[1]) for match in map(_NAME.fullmatch, names) if match), default=0) + 1
    return f"{zlib.crc32(key.encode()) & 0xFFFF:04X}-{number}"


def keep_sent_draft(dossier_path: Path, mark: str, manifest: bytes) -> None:
    """Keeps what was in a draft. Where that fails the draft still has it itself, so nobody has to know."""
    with contextlib.suppress(DossierError):
        write_new(companion_folder(dossier_path) / _name(mark), gzip.compress(manifest, mtime=0), of=dossier_path)


def sent_draft_kept(dossier_path: Path, mark: str) -> bytes | None:
    """What was in the draft with this mark; None when it is not there or cannot be read."""
    with contextlib.suppress(OSError, EOFError, zlib.error), beside(dossier_path) as folder:
        _, packed = folder.read(_name(mark), _LARGEST_KEPT)
        unpacking = zlib.decompressobj(wbits=31)
        manifest = unpacking.decompress(packed, _LARGEST_TEXT)
        return manifest if unpacking.eof else None
    return None


def _name(mark: str) -> str:
    return f"concept-{mark}.xml.gz"
