"""A version of a dossier that stands in no file any more: kept beside it until someone chose which version is right."""

import contextlib
import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from sto_tui.domain.change import NotSavedError
from sto_tui.storage.file.codec import LARGEST_FILE, dossier_from, parsed, up_to_date
from sto_tui.storage.file.companion_folder import beside, companion_folder, made_beside
from sto_tui.storage.file.copies import rights_of
from sto_tui.storage.file.held_folder import HeldFolder
from sto_tui.storage.file.lineage import CopyRelation, Lineage, lineage_of, relation
from sto_tui.storage.file.migrations import schema_of
from sto_tui.storage.file.newcomer import FileVersion
from sto_tui.storage.file.replacing import write_whole
from sto_tui.storage.file.rights import share

FOLDER = "versies"
OWN = "eigen"
KEPT = "bewaard"
MERGED = "samengevoegd"
MOST_MERGED = 20
_OWN_NAME = re.compile(rf"{OWN}-[0-9a-f]{{16}}\.sto\.json")
_MERGED_NAME = re.compile(rf"{MERGED}-[0-9a-f]{{16}}\.sto\.json")


class OwnVersions:
    """The versions that no file holds, beside the dossier; in `fallback` when nothing can be written there.

    `eigen-…` waits for a choice; `bewaard-…` is what was not chosen, and may stand nowhere else: it is never removed.
    `samengevoegd-…` is what came together: all but what was chosen away is in the dossier or its history, so only
    the latest stay.
    """

    def __init__(self, dossier_path: Path, fallback: Path) -> None:
        self._dossier_path = dossier_path
        mark = hashlib.sha256(str(dossier_path).encode("utf-8", "surrogateescape")).hexdigest()[:12]
        self._fallback = fallback / FOLDER / mark

    def keep(self, lineage: Lineage, data: bytes) -> Path:
        """Keeps a version, durably, until it is settled. Raises OSError when that can be done nowhere."""
        return self._written(f"{OWN}-{lineage.tip}.sto.json", data)

    def put_aside(self, lineage: Lineage, data: bytes) -> None:
        """Keeps a version that was not chosen. Raises OSError when that can be done nowhere."""
        self._written(f"{KEPT}-{lineage.tip}.sto.json", data)

    def keep_merged(self, lineage: Lineage, data: bytes) -> None:
        """Keeps a version from before a merge; the oldest of many go. Raises OSError when that can be done nowhere."""
        path = self._written(f"{MERGED}-{lineage.tip}.sto.json", data)
        with contextlib.suppress(OSError), self._opened(path.parent) as folder:
            kept = sorted(filter(_MERGED_NAME.fullmatch, folder.names()), key=lambda name: folder.status(name).st_mtime)
            for name in kept[:-MOST_MERGED]:
                folder.remove(name)

    def forget(self, lineage: Lineage) -> None:
        """The version stands in the file again, or among those that were put aside."""
        for place in self._places():
            with contextlib.suppress(OSError), self._opened(place) as folder:
                folder.remove(f"{OWN}-{lineage.tip}.sto.json")

    def waiting(self, file: Lineage) -> FileVersion | None:
        """A version that the file does not hold and for which nobody chose yet; what it does hold is forgotten."""
        for version in self._all():
            if relation(file, version.lineage) in (CopyRelation.SAME, CopyRelation.OLDER):
                self.forget(version.lineage)
            else:
                return version
        return None

    def _all(self) -> Iterator[FileVersion]:
        for place in self._places():
            with contextlib.suppress(OSError), self._opened(place) as folder:
                for name in filter(_OWN_NAME.fullmatch, folder.names()):
                    with contextlib.suppress(OSError, NotSavedError):
                        status, data = folder.read(name, LARGEST_FILE)
                        yield _version(name, status, data)

    def _written(self, name: str, data: bytes) -> Path:
        dossier = None
        with contextlib.suppress(OSError):
            dossier = rights_of(self._dossier_path)

        def finish(descriptor: int) -> None:
            if dossier is not None:
                share(descriptor, dossier)
            os.fsync(descriptor)

        for folder_of in (self._made, self._beside, self._elsewhere):
            with contextlib.suppress(OSError), folder_of() as folder:
                if name not in folder.names():
                    write_whole(folder, name, data, finish)
                    folder.sync()
                return folder.path / name
        raise OSError("no folder")

    def _made(self) -> AbstractContextManager[HeldFolder]:
        return made_beside(self._dossier_path)

    def _beside(self) -> AbstractContextManager[HeldFolder]:
        """Also when the dossier itself is gone; its folder is not made again then."""
        return beside(self._dossier_path)

    def _elsewhere(self) -> AbstractContextManager[HeldFolder]:
        self._fallback.mkdir(mode=0o700, parents=True, exist_ok=True)
        return HeldFolder.at(self._fallback)

    def _places(self) -> tuple[Path, ...]:
        return companion_folder(self._dossier_path), self._fallback

    def _opened(self, place: Path) -> AbstractContextManager[HeldFolder]:
        return HeldFolder.at(place) if place == self._fallback else self._beside()


def _version(name: str, status: os.stat_result, data: bytes) -> FileVersion:
    """Raises DossierError when it is no whole dossier."""
    raw = parsed(data, name)
    tables = up_to_date(raw, name)
    dossier_from(tables, name)
    stamp = (status.st_mtime_ns, status.st_ino, status.st_size, status.st_ctime_ns)
    return FileVersion(stamp, tables, schema_of(raw), lineage_of(raw, name))
