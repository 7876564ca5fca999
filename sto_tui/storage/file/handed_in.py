"""The plans that were handed in, kept word for word in the folder beside the dossier and found back by their hash."""

import contextlib
import fnmatch
import os
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path

from sto_tui.domain.text import slug
from sto_tui.storage.file.codec import LARGEST_FILE
from sto_tui.storage.file.companion_folder import beside, companion_folder
from sto_tui.storage.file.durable_write import write_new
from sto_tui.storage.file.errors import DossierError
from sto_tui.storage.file.held_folder import HeldFolder
from sto_tui.storage.file.reasons import reason

_ANY = "ingediend-*.sto.json"
_FIGURES = 12
_MOST_NAMES = 100


def fingerprint(data: bytes) -> str:
    """By what a kept plan is known: its SHA-256."""
    return sha256(data).hexdigest()


def keep_handed_in(path: Path, data: bytes, label: str, day: date) -> str:
    """Keeps the bytes of the dossier at `path`, durably and over nothing; the name of the file.

    The same bytes are kept once. Raises DossierError.
    """
    digest = fingerprint(data)
    if name := _name_of(path, digest):
        return name
    folder = companion_folder(path)
    name = next(name for name in _names(label, day, digest) if not os.path.lexists(folder / name))
    write_new(folder / name, data, of=path)
    return name


def kept_name(label: str, day: date, digest: str) -> str:
    """What a plan is called that nothing else stands in the way of."""
    return next(_names(label, day, digest))


def _names(label: str, day: date, digest: str) -> Iterator[str]:
    """What a kept plan may be called: another file, or half of one, may have the first name."""
    stem = "-".join(filter(None, ("ingediend", slug(label), day.isoformat(), digest[:_FIGURES])))
    yield f"{stem}.sto.json"
    yield from (f"{stem}-{number}.sto.json" for number in range(2, _MOST_NAMES))


def read_handed_in(path: Path, name: str, digest: str) -> bytes:
    """The kept plan with this hash, under whatever name it stands there now.

    Raises DossierError when it is gone or is no longer what was handed in.
    """
    folder = companion_folder(path)
    why = f"is weg uit {folder.name}"
    with contextlib.suppress(FileNotFoundError):
        try:
            data = _read(path, name)
        except FileNotFoundError:
            raise
        except OSError as error:
            why = f"in {folder.name} kan niet gelezen worden: {reason(error)}"
        else:
            if fingerprint(data) == digest:
                return data
            why = f"in {folder.name} is gewijzigd en is niet meer wat is ingediend"
    if other := _name_of(path, digest):
        return _read(path, other)
    raise DossierError(f"Het bewaarde plan {name} {why}. Zet het terug uit een reservekopie van die map.")


def is_kept(path: Path, digest: str) -> bool:
    """Whether the plan with this hash stands beside the dossier at `path`."""
    return bool(_name_of(path, digest))


def stamp_of(path: Path, name: str) -> tuple[int, ...] | None:
    """What tells one version of a kept plan from another; None when it does not stand there under this name."""
    with contextlib.suppress(OSError), beside(path) as folder:
        status = folder.status(name)
        return status.st_mtime_ns, status.st_ino, status.st_size, status.st_ctime_ns
    return None


def _name_of(path: Path, digest: str) -> str:
    """The name under which these bytes are kept; empty when they are not."""
    with contextlib.suppress(OSError), beside(path) as folder:
        for name in fnmatch.filter(folder.names(), _ANY):
            with contextlib.suppress(OSError):
                if fingerprint(_read_in(folder, name)) == digest:
                    return name
    return ""


def _read(path: Path, name: str) -> bytes:
    with beside(path) as folder:
        return _read_in(folder, name)


def _read_in(folder: HeldFolder, name: str) -> bytes:
    return folder.read(name, LARGEST_FILE)[1]
